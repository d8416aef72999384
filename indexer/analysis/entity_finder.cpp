// From the text of an article to its mentions, with the parts of this folder in their order.
#include "indexer/analysis/entity_finder.hpp"

#include "common/base/hash.hpp"
#include "common/base/installed_file.hpp"
#include "common/gazetteer/gazetteer.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/dates/event_dates.hpp"
#include "indexer/analysis/gazetteer_lists.hpp"
#include "indexer/analysis/places/place_description.hpp"
#include "indexer/analysis/places/resolve_places.hpp"
#include "indexer/analysis/tagger.hpp"
#include "indexer/analysis/user_entities.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::analysis {
namespace {

/// Raised whenever a change of rules in this folder gives other mentions.
constexpr int kRulesVersion = 1;

constexpr const char* kModelName = "dateline.model";
constexpr const char* kModelVariable = "DATELINE_MODEL";

const char* method_name(NameMethod method) {
    switch (method) {
        case NameMethod::Model:
            return "model";
    }
    return "model";
}

const char* granularity_name(DateGranularity granularity) {
    switch (granularity) {
        case DateGranularity::Time:
            return "time";
        case DateGranularity::DayPart:
            return "day_part";
        case DateGranularity::Day:
            return "day";
        case DateGranularity::Weekend:
            return "weekend";
        case DateGranularity::Week:
            return "week";
        case DateGranularity::Month:
            return "month";
        case DateGranularity::Quarter:
            return "quarter";
        case DateGranularity::Season:
            return "season";
        case DateGranularity::Half:
            return "half";
        case DateGranularity::Year:
            return "year";
        case DateGranularity::Decade:
            return "decade";
        case DateGranularity::Century:
            return "century";
        case DateGranularity::Reference:
            return "reference";
    }
    return "day";
}

Mention mention_at(MentionType type, ByteRange range) {
    Mention mention;
    mention.type = type;
    mention.start_bytes = range.start_bytes;
    mention.end_bytes = range.end_bytes;
    return mention;
}

/// Sets what the gazetteer knows of `place`.
void describe(const gazetteer::Gazetteer& gazetteer,
              gazetteer::PlaceIndex place,
              Mention& mention) {
    PlaceDescription known = describe_place(gazetteer, place);
    mention.id = std::move(known.id);
    mention.name = std::move(known.name);
    if (known.located) {
        mention.coordinates = Coordinates{known.latitude, known.longitude};
    }
    for (PlacePathPart& part : known.path) {
        mention.path.push_back({std::move(part.id), std::move(part.name), std::move(part.kind)});
    }
}

/// The day of `dateline`, if it is one.
std::optional<std::chrono::sys_days> day_of(const Dateline& dateline) {
    const auto stated = time::parse_iso_time(dateline.date);
    return stated && stated->precision == time::Precision::Day
               ? std::optional(time::utc_day(*stated))
               : std::nullopt;
}

bool overlaps(const Mention& a, const Mention& b) {
    return a.start_bytes < b.end_bytes && b.start_bytes < a.end_bytes;
}

}  // namespace

struct EntityFinder::State {
    explicit State(const entities::EntitiesFile& file) : user(file) {}

    UserEntities user;
    gazetteer::Gazetteer gazetteer = gazetteer::Gazetteer::open_installed();
    GazetteerLists lists{gazetteer};
    Tagger tagger{installed_file(kModelName, kModelVariable), &lists};
    std::string version = hex16(hash64(gazetteer.version() + ' ' + tagger.model_version() + ' ' +
                                       std::to_string(kRulesVersion) + user.version()));

    /// Adds the names in `text`.
    void add_names(const Article& article, std::string_view text, std::vector<Mention>& to) const {
        const std::vector<NameMention> names = tagger.tag(text);
        std::vector<NameMention> places;
        for (const NameMention& name : names) {
            if (name.type == MentionType::Place) {
                places.push_back(name);
            } else {
                Mention mention = mention_at(name.type, name.range);
                mention.name = text.substr(name.range.start_bytes,
                                           name.range.end_bytes - name.range.start_bytes);
                mention.id =
                    (name.type == MentionType::Person ? "P:" : "O:") + text::slug(mention.name);
                mention.honorific =
                    text.substr(name.honorific.start_bytes,
                                name.honorific.end_bytes - name.honorific.start_bytes);
                mention.method = method_name(name.method);
                to.push_back(std::move(mention));
            }
        }
        add_places(article, text, places, to);
    }

    void add_places(const Article& article,
                    std::string_view text,
                    const std::vector<NameMention>& places,
                    std::vector<Mention>& to) const {
        PlaceContext context;
        context.dateline = article.dateline.place;
        context.language = article.lang.substr(0, article.lang.find('-'));
        const std::vector<ResolvedPlace> resolved =
            resolve_places(text, places, gazetteer, context);
        for (std::size_t i = 0; i < resolved.size(); ++i) {
            Mention mention = mention_at(MentionType::Place, resolved[i].range);
            mention.id = resolved[i].id;
            mention.name = resolved[i].name;
            mention.method = method_name(places[i].method);
            if (resolved[i].place) {
                describe(gazetteer, *resolved[i].place, mention);
            }
            to.push_back(std::move(mention));
        }
    }

    static void add_dates(const Article& article, std::string_view text, std::vector<Mention>& to) {
        DateContext context;
        context.published = article.published;
        context.dateline = day_of(article.dateline);
        context.lang = article.lang;
        for (const DateMention& date : find_dates(text, context)) {
            Mention mention = mention_at(MentionType::Date, {date.start_bytes, date.end_bytes});
            mention.value = date.value;
            if (date.days) {
                mention.days =
                    EventDays{date.days->from, date.days->to, granularity_name(date.granularity)};
            }
            mention.method = "rules";
            to.push_back(std::move(mention));
        }
    }
};

EntityFinder::EntityFinder(const entities::EntitiesFile& file)
    : state_(std::make_unique<State>(file)) {}

EntityFinder::~EntityFinder() = default;

void EntityFinder::find(Article& article) const {
    std::erase_if(article.mentions, is_extracted);
    const std::string text = full_text(article);
    std::vector<Mention> found;
    state_->add_names(article, text, found);
    state_->user.apply(text, state_->gazetteer, found);
    State::add_dates(article, text, found);
    std::erase_if(found, [&](const Mention& mention) {
        return std::any_of(article.mentions.begin(),
                           article.mentions.end(),
                           [&](const Mention& stated) { return overlaps(mention, stated); });
    });
    article.mentions.insert(article.mentions.end(),
                            std::make_move_iterator(found.begin()),
                            std::make_move_iterator(found.end()));
    std::stable_sort(
        article.mentions.begin(), article.mentions.end(), [](const Mention& a, const Mention& b) {
            return std::pair(!a.given.empty(), a.start_bytes) <
                   std::pair(!b.given.empty(), b.start_bytes);
        });
}

const std::string& EntityFinder::version() const noexcept {
    return state_->version;
}

}  // namespace dateline::analysis
