// Names are gathered, weighed by their neighbours and by one another, and chosen from; then each
// mention gets the choice of its name, or that of the words beside it.
#include "indexer/analysis/places/resolve_places.hpp"

#include "common/gazetteer/token_hash.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/places/place_languages.hpp"
#include "indexer/analysis/places/place_senses.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::analysis {

namespace {

using gazetteer::Gazetteer;
using gazetteer::kNone;
using gazetteer::PlaceIndex;
using gazetteer::PlaceKind;

// What the words beside a mention add to the score of the senses that they mean.
constexpr double kInsideGain = 6;       // `Paris, Texas`
constexpr double kLooseInsideGain = 3;  // `Paris in Texas`
constexpr double kArticleGain = 4;      // `the Niger`
constexpr double kKindGain = 2.5;       // `Georgia state`

// `Cuba, Mexico` is a list although Mexico has a village of that name: a place that is this much
// less important than the first of its name is not meant by a country behind it.
constexpr double kListGap = 6;

constexpr double kDatelineWeight = 2;
constexpr double kHomeWeight = 1;
constexpr double kLanguageWeight = 0.5;

constexpr std::uint32_t kNoName = 0xFFFFFFFF;

// Countries that are written with the article too, although a river has their name.
bool is_country_with_article(std::string_view river) {
    return river.starts_with("Congo") || river.starts_with("Gambia");
}

class Resolver {
public:
    Resolver(const SearchText& text, const Gazetteer& gazetteer)
        : text_(text), gazetteer_(gazetteer) {}

    std::vector<ResolvedPlace> run(std::span<const NameMention> mentions,
                                   const PlaceContext& context) {
        for (const NameMention& mention : mentions) {
            if (mention.type == MentionType::Place) {
                add_mention(mention.range);
            }
        }
        if (ranges_.empty()) {
            return {};
        }
        weigh_names();
        PlaceVotes beside = votes_beside(text_, mentions, gazetteer_);
        add_context(context, beside);
        for (std::size_t i = 0; i + 1 < ranges_.size(); ++i) {
            add_join(i);
        }
        for (std::size_t i = 0; i < ranges_.size(); ++i) {
            add_kind(i);
            add_article(i);
        }
        weigh(names_, beside);
        fix_joined();
        return results();
    }

private:
    void add_mention(ByteRange range) {
        const SearchText::Tokens tokens = text_.tokens_in(range);
        std::uint64_t key = 0;
        for (std::size_t token = tokens.first; token < tokens.end; ++token) {
            key = gazetteer::extend(key, text_.hashes[token]);
        }
        // `US` and `us` are two names.
        const std::string_view bytes = text_.bytes(range);
        const bool in_capitals = std::none_of(
            bytes.begin(), bytes.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
        key = gazetteer::extend(key, in_capitals ? 1 : 0);
        // So are `Niger` and `the Niger`, since only one of them is a river.
        key = gazetteer::extend(key, names_nature(tokens, range) ? 1 : 0);
        const auto known = std::find(keys_.begin(), keys_.end(), key);
        const auto number = static_cast<std::uint32_t>(known - keys_.begin());
        if (known == keys_.end()) {
            keys_.push_back(key);
            names_.push_back(name_of(find_candidates(text_, range, gazetteer_)));
        }
        names_[number].mentions.push_back(static_cast<std::uint32_t>(ranges_.size()));
        name_at_.push_back(number);
        ranges_.push_back(range);
    }

    bool names_nature(SearchText::Tokens tokens, ByteRange range) const {
        if (!takes_article(text_, tokens)) {
            return false;
        }
        const PlaceCandidates found = find_candidates(text_, range, gazetteer_);
        return std::any_of(
            found.list.begin(), found.list.end(), [](const PlaceCandidate& candidate) {
                return candidate.place.kind >= PlaceKind::Water;
            });
    }

    void weigh_names() {
        for (PlaceName& name : names_) {
            name.weight = 1 + std::log2(static_cast<double>(name.mentions.size()));
        }
    }

    void add_context(const PlaceContext& context, PlaceVotes& beside) {
        if (context.home) {
            beside.add(candidate_of(gazetteer_, *context.home), kHomeWeight);
        }
        for (const PlaceIndex country : countries_of_language(context.language, gazetteer_)) {
            beside.add(candidate_of(gazetteer_, country), kLanguageWeight);
        }
        if (!context.dateline.empty()) {
            add_dateline(context.dateline);
        }
    }

    // The dateline is a name that is not in the text, or one more reason for one that is.
    void add_dateline(const std::string& dateline) {
        const std::vector<gazetteer::TokenHash> hashes = gazetteer::name_hashes(dateline);
        const std::vector<std::uint32_t> starts(hashes.size(), 0);
        const SearchText text{dateline, hashes, starts};
        PlaceName name = name_of(
            find_candidates(text, {0, static_cast<std::uint32_t>(dateline.size())}, gazetteer_));
        name.weight = kDatelineWeight;
        names_.push_back(std::move(name));
    }

    PlaceName& name_of_mention(std::size_t mention) { return names_[name_at_[mention]]; }

    void add_join(std::size_t left) {
        const PlaceJoin join = join_of(text_.text, ranges_[left], ranges_[left + 1]);
        if (join == PlaceJoin::None) {
            return;
        }
        const std::size_t inner = join == PlaceJoin::Owner ? left + 1 : left;
        const std::size_t outer = join == PlaceJoin::Owner ? left : left + 1;
        PlaceName& name = name_of_mention(inner);
        const PlaceName& around = name_of_mention(outer);
        if (name.senses.empty() || around.senses.empty() || &name == &around) {
            return;
        }
        const bool is_list = join == PlaceJoin::Comma && list_goes_on(text_.text, ranges_[outer]);
        const bool is_loose = join == PlaceJoin::In || join == PlaceJoin::Owner;
        const double gain = is_loose ? kLooseInsideGain : kInsideGain;
        const double first = name.senses.front().candidate.place.importance;
        bool found = false;
        for (PlaceSense& sense : name.senses) {
            const bool is_far = first - sense.candidate.place.importance > kListGap * 1000;
            const bool inside = std::any_of(
                around.senses.begin(), around.senses.end(), [&](const PlaceSense& other) {
                    if (is_far && (is_list || other.candidate.place.kind == PlaceKind::Country)) {
                        return false;
                    }
                    return lies_in(sense.candidate, other.candidate, gazetteer_);
                });
            if (inside &&
                !(is_list && around.senses.front().candidate.place.kind == PlaceKind::City)) {
                sense.pattern = std::max(sense.pattern, gain);
                found = true;
            }
        }
        if (found) {
            joins_.push_back({inner, outer});
        } else if (join == PlaceJoin::Comma && !is_list && is_certain_division(around) &&
                   !list_goes_on(text_.text, ranges_[inner])) {
            elsewhere_.push_back({inner, outer});
        }
    }

    // States and provinces of countries whose papers write `City, State`.
    [[nodiscard]] bool is_certain_division(const PlaceName& name) const {
        const PlaceCandidate& first = name.senses.front().candidate;
        if (first.place.kind != PlaceKind::Division || !first.place.country) {
            return false;
        }
        for (const char* code : {"iso2:US", "iso2:CA", "iso2:AU"}) {
            if (gazetteer_.find_code(code) == first.place.country) {
                return true;
            }
        }
        return false;
    }

    void add_kind(std::size_t mention) {
        const PlaceWord word = kind_beside(text_, ranges_[mention]);
        if (word == PlaceWord::None) {
            return;
        }
        for (PlaceSense& sense : name_of_mention(mention).senses) {
            if (fits(word, sense.candidate.place.kind)) {
                sense.pattern = std::max(sense.pattern, kKindGain);
            }
        }
    }

    void add_article(std::size_t mention) {
        if (!takes_article(text_, text_.tokens_in(ranges_[mention]))) {
            return;
        }
        for (PlaceSense& sense : name_of_mention(mention).senses) {
            const bool is_nature = sense.candidate.place.kind >= PlaceKind::Water;
            if (is_nature && !is_country_with_article(sense.candidate.place.name)) {
                sense.pattern = std::max(sense.pattern, kArticleGain);
            }
        }
    }

    // In `Buffalo, New York` the second is what the first lies in, whatever it is elsewhere.
    void fix_joined() {
        fixed_.resize(ranges_.size());
        nowhere_.resize(ranges_.size());
        for (const auto& [inner, outer] : joins_) {
            const PlaceName& around = name_of_mention(outer);
            const PlaceName& name = name_of_mention(inner);
            const PlaceSense* meant = &name.senses[name.best()];
            if (find_around(around, *meant) == nullptr) {
                // `Paris, France` where the article is about `Paris, Texas`.
                meant = find_inside(name, around);
                fixed_[inner] = meant->candidate;
            }
            fixed_[outer] = find_around(around, *meant)->candidate;
        }
        // `Lebanon, Kansas` is no Lebanon that the gazetteer has.
        for (const auto& [inner, outer] : elsewhere_) {
            const PlaceName& name = name_of_mention(inner);
            const PlaceName& around = name_of_mention(outer);
            const PlaceCandidate& meant = name.senses[name.best()].candidate;
            nowhere_[inner] = meant.country != around.senses.front().candidate.country;
        }
    }

    // The likeliest sense of `around` that `inner` lies in; null if there is none.
    [[nodiscard]] const PlaceSense* find_around(const PlaceName& around,
                                                const PlaceSense& inner) const {
        const PlaceSense* best = nullptr;
        for (const PlaceSense& sense : around.senses) {
            if (lies_in(inner.candidate, sense.candidate, gazetteer_) &&
                (best == nullptr || sense.score() > best->score())) {
                best = &sense;
            }
        }
        return best;
    }

    // The likeliest sense of `name` that lies in some sense of `around`; add_join() saw one.
    [[nodiscard]] const PlaceSense* find_inside(const PlaceName& name,
                                                const PlaceName& around) const {
        const PlaceSense* best = nullptr;
        for (const PlaceSense& sense : name.senses) {
            if (find_around(around, sense) != nullptr &&
                (best == nullptr || sense.score() > best->score())) {
                best = &sense;
            }
        }
        return best;
    }

    std::vector<ResolvedPlace> results() {
        std::vector<ResolvedPlace> results;
        results.reserve(ranges_.size());
        for (std::size_t mention = 0; mention < ranges_.size(); ++mention) {
            results.push_back(result(mention));
        }
        return results;
    }

    ResolvedPlace result(std::size_t mention) {
        const PlaceName& name = name_of_mention(mention);
        ResolvedPlace result;
        result.range = ranges_[mention];
        if (name.senses.empty() || nowhere_[mention] || (!fixed_[mention] && is_unlikely(name))) {
            result.name = std::string(text_.bytes(result.range));
            result.id = unknown_place_id(result.name);
            return result;
        }
        const PlaceSense& best = name.senses[name.best()];
        if (fixed_[mention]) {
            choose(result, *fixed_[mention], 1, PlaceReason::Pattern);
        } else {
            choose(result, best.candidate, best.share, reason_of(name, best));
        }
        return result;
    }

    void choose(ResolvedPlace& result,
                const PlaceCandidate& candidate,
                double confidence,
                PlaceReason reason) const {
        result.place = candidate.place.index;
        result.id = gazetteer_.place_id(candidate.place.index);
        result.name = std::string(candidate.place.name);
        result.confidence = confidence;
        result.reason = reason;
    }

    static PlaceReason reason_of(const PlaceName& name, const PlaceSense& best) {
        if (name.senses.size() == 1) {
            return PlaceReason::Only;
        }
        if (best.pattern > 0) {
            return PlaceReason::Pattern;
        }
        const bool is_first =
            std::all_of(name.senses.begin(), name.senses.end(), [&](const PlaceSense& sense) {
                return sense.prior <= best.prior;
            });
        return is_first ? PlaceReason::Importance : PlaceReason::Votes;
    }

    const SearchText& text_;
    const Gazetteer& gazetteer_;
    std::vector<ByteRange> ranges_;                               // of the place mentions
    std::vector<std::uint32_t> name_at_;                          // for each of them
    std::vector<std::uint64_t> keys_;                             // of the names of the text
    std::vector<PlaceName> names_;                                // these, then the dateline
    std::vector<std::pair<std::size_t, std::size_t>> joins_;      // mentions: inner, outer
    std::vector<std::pair<std::size_t, std::size_t>> elsewhere_;  // the same, if not found there
    std::vector<std::optional<PlaceCandidate>> fixed_;
    std::vector<bool> nowhere_;
};

}  // namespace

const char* place_reason_name(PlaceReason reason) noexcept {
    static constexpr std::array<const char*, 5> kNames{
        "only", "importance", "pattern", "votes", "unknown"};
    return kNames[static_cast<std::size_t>(reason)];
}

std::vector<ResolvedPlace> resolve_places(const SearchText& text,
                                          std::span<const NameMention> mentions,
                                          const Gazetteer& gazetteer,
                                          const PlaceContext& context) {
    return Resolver(text, gazetteer).run(mentions, context);
}

std::vector<ResolvedPlace> resolve_places(std::string_view text,
                                          std::span<const NameMention> mentions,
                                          const Gazetteer& gazetteer,
                                          const PlaceContext& context) {
    text::Tokenizer tokenizer;
    text::TokenList list;
    tokenizer.tokenize(text, list);
    std::vector<std::uint64_t> hashes;
    std::vector<std::uint32_t> starts;
    for (const text::Token& token : list.tokens()) {
        hashes.push_back(gazetteer::token_hash(list.folded(token)));
        starts.push_back(token.start_bytes);
    }
    return resolve_places({text, hashes, starts}, mentions, gazetteer, context);
}

std::string unknown_place_id(std::string_view name) {
    const std::string slug = text::slug(name);
    const bool is_number = std::all_of(
        slug.begin(), slug.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    return (is_number ? "L:name-" : "L:") + slug;
}

}  // namespace dateline::analysis
