// From the text of an article to its mentions, with the parts of this folder in their order.
#include "indexer/analysis/entity_finder.hpp"

#include "common/base/hash.hpp"
#include "common/base/installed_file.hpp"
#include "common/gazetteer/gazetteer.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/dates/date_mentions.hpp"
#include "indexer/analysis/gazetteer_lists.hpp"
#include "indexer/analysis/name_text.hpp"
#include "indexer/analysis/people/name_linker.hpp"
#include "indexer/analysis/people/settle_types.hpp"
#include "indexer/analysis/places/given_places.hpp"
#include "indexer/analysis/places/place_description.hpp"
#include "indexer/analysis/places/resolve_places.hpp"
#include "indexer/analysis/quotes/quotes.hpp"
#include "indexer/analysis/rules/rule_names.hpp"
#include "indexer/analysis/tagger.hpp"
#include "indexer/analysis/user_entities.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline::analysis {
namespace {

/// Raised whenever a change of this folder's code gives other mentions; see also kRulesVersion.
constexpr std::uint32_t kFinderVersion = 5;

/// The language that the model is of.
constexpr std::string_view kModelLanguage = "en";

constexpr const char* kModelName = "dateline.model";
constexpr const char* kModelVariable = "DATELINE_MODEL";

const char* method_name(NameMethod method) {
    switch (method) {
        case NameMethod::Model:
            return "model";
        case NameMethod::Gazetteer:
            return "gazetteer";
        case NameMethod::Rules:
            return "rules";
    }
    return "model";
}

Mention mention_of(const NameMention& name) {
    Mention mention;
    mention.type = name.type;
    mention.start_bytes = name.range.start_bytes;
    mention.end_bytes = name.range.end_bytes;
    mention.method = method_name(name.method);
    return mention;
}

Mention given_mention(MentionType type, const std::string& given) {
    Mention mention;
    mention.type = type;
    mention.given = given;
    mention.method = "given";
    return mention;
}

bool has_model(const Article& article) {
    return article.lang.substr(0, article.lang.find('-')) == kModelLanguage;
}

/// The ranges of what the input of an article states.
class StatedRanges {
public:
    template <typename Stated>
    explicit StatedRanges(const std::vector<Stated>& stated) {
        for (const Stated& each : stated) {
            ranges_.push_back({each.start_bytes, each.end_bytes});
        }
        std::sort(ranges_.begin(), ranges_.end(), [](ByteRange a, ByteRange b) {
            return a.start_bytes < b.start_bytes;
        });
        std::uint32_t end = 0;
        for (ByteRange& range : ranges_) {
            end = range.end_bytes = std::max(range.end_bytes, end);
        }
    }

    /// Whether one of them overlaps `found`.
    template <typename Found>
    [[nodiscard]] bool touch(const Found& found) const {
        const auto behind = std::lower_bound(
            ranges_.begin(),
            ranges_.end(),
            found.end_bytes,
            [](ByteRange range, std::uint32_t end) { return range.start_bytes < end; });
        return behind != ranges_.begin() && std::prev(behind)->end_bytes > found.start_bytes;
    }

private:
    std::vector<ByteRange> ranges_;  ///< by start; each end is the last of those so far
};

int year_of(const Article& article) {
    return article.published
               ? static_cast<int>(
                     std::chrono::year_month_day(time::utc_day(*article.published)).year())
               : 0;
}

/// Finds the quotes of `article` anew, beside those that its input states.
void add_quotes(std::string_view text, Article& article) {
    std::erase_if(article.quotes, [](const Quote& quote) { return is_extracted(quote); });
    const StatedRanges stated(article.quotes);
    for (Quote& quote : find_quotes(text, article.mentions, article.lang)) {
        if (!stated.touch(quote)) {
            article.quotes.push_back(std::move(quote));
        }
    }
    std::sort(article.quotes.begin(), article.quotes.end(), [](const Quote& a, const Quote& b) {
        return a.start_bytes < b.start_bytes;
    });
}

/// The numbers of the first mentions of `type`, by the slugs of their own names and of those that
/// the text has.
std::unordered_map<std::string, std::size_t> first_by_slug(const std::vector<Mention>& mentions,
                                                           std::string_view text,
                                                           MentionType type) {
    std::unordered_map<std::string, std::size_t> firsts;
    for (std::size_t number = 0; number < mentions.size(); ++number) {
        const Mention& each = mentions[number];
        if (each.type == type) {
            firsts.emplace(text::slug(each.name), number);
            firsts.emplace(text::slug(bytes_of(text, {each.start_bytes, each.end_bytes})), number);
        }
    }
    return firsts;
}

}  // namespace

struct EntityFinder::State {
    explicit State(const entities::EntitiesFile& file) : user(file) {}

    UserEntities user;
    gazetteer::Gazetteer gazetteer = gazetteer::Gazetteer::open_installed();
    GazetteerLists lists{gazetteer};
    Tagger tagger{installed_file(kModelName, kModelVariable), &lists};
    RuleNames rules{gazetteer};
    NameLinker linker{&gazetteer};
    std::string version =
        hex16(hash64(gazetteer.version() + ' ' + tagger.model_version() + ' ' +
                     std::to_string(kFinderVersion) + '.' + std::to_string(kRulesVersion) + '.' +
                     std::to_string(kQuotesVersion) + ' ' + user.version()));

    /// What is found in one article.
    struct Findings {
        std::vector<Mention> mentions;
        std::vector<gazetteer::PlaceIndex> places;  ///< those known, of the mentions
    };

    /// Sets what the gazetteer knows of `place`.
    void describe(gazetteer::PlaceIndex place, Mention& mention) const {
        PlaceDescription known = describe_place(gazetteer, place);
        mention.id = std::move(known.id);
        mention.name = std::move(known.name);
        if (known.located) {
            mention.coordinates = Coordinates{known.latitude, known.longitude};
        }
        mention.path = std::move(known.path);
    }

    [[nodiscard]] static PlaceContext place_context(const Article& article) {
        PlaceContext context;
        context.dateline = article.dateline.place;
        context.language = article.lang.substr(0, article.lang.find('-'));
        return context;
    }

    /// The names in the text as the model or the rules see them, with their types settled.
    [[nodiscard]] TaggedText read_names(const Article& article, std::string_view text) const {
        TaggedText read;
        if (has_model(article)) {
            read = tagger.read(text);
        } else {
            read.names = rules.find_names(text, article.lang);
        }
        read.names = settle_types(text, std::move(read.names), gazetteer);
        return read;
    }

    [[nodiscard]] std::vector<ResolvedPlace> resolved_places(const Article& article,
                                                             std::string_view text,
                                                             const TaggedText& read) const {
        if (!has_model(article)) {
            return resolve_places(text, read.names, gazetteer, place_context(article));
        }
        return resolve_places({text, read.search_hashes, read.search_starts},
                              read.names,
                              gazetteer,
                              place_context(article));
    }

    [[nodiscard]] Findings find_names(const Article& article, std::string_view text) const {
        Findings found;
        const TaggedText read = read_names(article, text);
        const std::vector<NameMention>& names = read.names;
        for (const LinkedName& linked : linker.link(text, names, year_of(article))) {
            Mention mention = mention_of(names[linked.mention]);
            mention.id = linked.id;
            mention.name = linked.name;
            mention.honorific = linked.honorific;
            found.mentions.push_back(std::move(mention));
        }
        std::vector<NameMention> places;
        std::copy_if(names.begin(), names.end(), std::back_inserter(places), [](const auto& name) {
            return name.type == MentionType::Place;
        });
        const std::vector<ResolvedPlace> resolved = resolved_places(article, text, read);
        for (std::size_t i = 0; i < resolved.size(); ++i) {
            if (resolved[i].reason == PlaceReason::Adjective) {
                continue;  // West German: about the country, but no mention of it
            }
            Mention mention = mention_of(places[i]);
            mention.id = resolved[i].id;
            mention.name = resolved[i].name;
            if (resolved[i].place) {
                describe(*resolved[i].place, mention);
                found.places.push_back(*resolved[i].place);
            }
            found.mentions.push_back(std::move(mention));
        }
        return found;
    }

    /// What the places mean that the source gives beside the text; nothing for unknown ones.
    void add_given_places(const Article& article, Findings& found) const {
        for (const GivenPlace& given : resolve_given_places(
                 article.places, found.places, gazetteer, place_context(article))) {
            if (given.place) {
                Mention mention = given_mention(MentionType::Place, given.stated);
                describe(*given.place, mention);
                found.mentions.push_back(std::move(mention));
            }
        }
    }

    /// The same for people or organisations: those whom the text mentions, and those of the
    /// gazetteer.
    void add_given_names(const Article& article,
                         std::string_view text,
                         MentionType type,
                         const std::vector<std::string>& names,
                         Findings& found) const {
        if (names.empty()) {
            return;
        }
        auto firsts = first_by_slug(found.mentions, text, type);
        for (const std::string& name : names) {
            Mention mention = given_mention(type, name);
            if (const auto same = firsts.find(text::slug(name)); same != firsts.end()) {
                mention.id = found.mentions[same->second].id;
                mention.name = found.mentions[same->second].name;
            } else if (const auto known = known_name(name, type, year_of(article))) {
                mention.id = known->id;
                mention.name = known->name;
            }
            if (!mention.id.empty()) {
                firsts.emplace(text::slug(mention.name), found.mentions.size());
                found.mentions.push_back(std::move(mention));
            }
        }
    }

    [[nodiscard]] std::optional<LinkedName> known_name(std::string_view name,
                                                       MentionType type,
                                                       int year) const {
        NameMention whole;
        whole.type = type;
        whole.range.end_bytes = static_cast<std::uint32_t>(name.size());
        std::vector<LinkedName> linked = linker.link(name, std::span(&whole, 1), year);
        return !linked.empty() && linked.front().known ? std::optional(std::move(linked.front()))
                                                       : std::nullopt;
    }
};

EntityFinder::EntityFinder(const entities::EntitiesFile& file)
    : state_(std::make_unique<State>(file)) {}

EntityFinder::~EntityFinder() = default;

void EntityFinder::find(Article& article, time::DateOrder order) const {
    std::erase_if(article.mentions, [](const Mention& mention) { return is_extracted(mention); });
    const std::string text = full_text(article);
    State::Findings found = state_->find_names(article, text);
    state_->user.apply(text, state_->gazetteer, found.mentions);
    for (Mention& date : date_mentions(article, text, order)) {
        found.mentions.push_back(std::move(date));
    }
    const StatedRanges stated(article.mentions);
    std::erase_if(found.mentions, [&](const Mention& mention) { return stated.touch(mention); });
    std::stable_sort(
        found.mentions.begin(), found.mentions.end(), [](const Mention& a, const Mention& b) {
            return a.start_bytes < b.start_bytes;
        });
    state_->add_given_names(article, text, MentionType::Person, article.people, found);
    state_->add_given_names(article, text, MentionType::Org, article.orgs, found);
    state_->add_given_places(article, found);
    article.mentions.insert(article.mentions.end(),
                            std::make_move_iterator(found.mentions.begin()),
                            std::make_move_iterator(found.mentions.end()));
    std::stable_sort(
        article.mentions.begin(), article.mentions.end(), [](const Mention& a, const Mention& b) {
            return std::pair(!a.given.empty(), a.start_bytes) <
                   std::pair(!b.given.empty(), b.start_bytes);
        });
    add_quotes(text, article);
}

const std::string& EntityFinder::version() const noexcept {
    return state_->version;
}

}  // namespace dateline::analysis
