// Names are gathered, weighed by their neighbours and by one another, and chosen from; then each
// mention gets the choice of its name, or that of the words beside it.
#include "indexer/analysis/places/resolve_places.hpp"

#include "common/gazetteer/token_hash.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/places/place_languages.hpp"
#include "indexer/analysis/places/place_neighbours.hpp"
#include "indexer/analysis/places/place_patterns.hpp"
#include "indexer/analysis/places/place_weighing.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::analysis {

namespace {

using gazetteer::Gazetteer;
using gazetteer::PlaceIndex;

// Votes of what is known beside the text, where one name in the text has 1.
constexpr double kDatelineWeight = 2;
constexpr double kLanguageWeight = 0.5;

// Tokens of one text and what they are made of.
class CutText {
public:
    explicit CutText(std::string_view text) : text_(text) {
        // A tokenizer loads its tables with the first text, which takes longer than a dateline.
        thread_local text::Tokenizer tokenizer;
        thread_local text::TokenList list;
        tokenizer.tokenize(text, list);
        for (const text::Token& token : list.tokens()) {
            hashes_.push_back(gazetteer::token_hash(list.folded(token)));
            starts_.push_back(token.start_bytes);
        }
    }

    [[nodiscard]] SearchText view() const { return {text_, hashes_, starts_}; }

private:
    std::string_view text_;
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint32_t> starts_;
};

// The dateline as a name that is not in the text. Of `Tampa, Florida` both count.
void add_dateline(const std::string& dateline, const Gazetteer& gazetteer, PlaceMentions& places) {
    std::string_view rest = dateline;
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        const CutText cut(part);
        PlaceName name = name_of(
            find_candidates(cut.view(), {0, static_cast<std::uint32_t>(part.size())}, gazetteer));
        name.weight = kDatelineWeight;
        places.names.push_back(std::move(name));
    }
}

void add_context(const PlaceContext& context,
                 const Gazetteer& gazetteer,
                 PlaceMentions& places,
                 PlaceVotes& votes) {
    for (const PlaceIndex country : countries_of_language(context.language, gazetteer)) {
        votes.add(candidate_of(gazetteer, country), kLanguageWeight);
    }
    add_dateline(context.dateline, gazetteer, places);
}

// The share of the sense and of those that only differ in what they call the same spot: a city and
// the province of its name.
double confidence_of(const PlaceName& name, const PlaceSense& best, const Gazetteer& gazetteer) {
    double sum = 0;
    for (const PlaceSense& sense : name.senses) {
        if (&sense == &best || lies_in(best.candidate, sense.candidate, gazetteer) ||
            lies_in(sense.candidate, best.candidate, gazetteer)) {
            sum += sense.share;
        }
    }
    return std::min(sum, 1.0);
}

PlaceReason reason_of(const PlaceName& name, const PlaceSense& best) {
    if (name.is_adjective) {
        return PlaceReason::Adjective;
    }
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

void choose(ResolvedPlace& result, const PlaceCandidate& candidate, const Gazetteer& gazetteer) {
    result.place = candidate.place.index;
    result.id = gazetteer.place_id(candidate.place.index);
    result.name = std::string(candidate.place.name);
}

ResolvedPlace result_of(const SearchText& text,
                        ByteRange range,
                        const PlaceName& name,
                        const FixedPlace& fixed,
                        const Gazetteer& gazetteer) {
    ResolvedPlace result;
    result.range = range;
    if (fixed.candidate) {
        choose(result, *fixed.candidate, gazetteer);
        result.confidence = 1;
        result.reason = PlaceReason::Pattern;
        return result;
    }
    if (name.senses.empty() || fixed.nowhere || is_unlikely(name)) {
        result.name = std::string(text.bytes(range));
        result.id = unknown_place_id(result.name);
        return result;
    }
    const PlaceSense& best = name.senses[name.best()];
    choose(result, best.candidate, gazetteer);
    result.confidence = confidence_of(name, best, gazetteer);
    result.reason = reason_of(name, best);
    return result;
}

bool has_small_letter(std::string_view name) {
    return std::any_of(
        name.begin(), name.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

// Unknown places of one id get one name: `Kettle Bend` also where a headline has `KETTLE BEND`.
std::vector<ResolvedPlace> with_one_name_each(std::vector<ResolvedPlace> results) {
    for (ResolvedPlace& result : results) {
        if (result.place || has_small_letter(result.name)) {
            continue;
        }
        const auto other =
            std::find_if(results.begin(), results.end(), [&](const ResolvedPlace& each) {
                return each.id == result.id && has_small_letter(each.name);
            });
        if (other != results.end()) {
            result.name = other->name;
        }
    }
    return results;
}

}  // namespace

const char* place_reason_name(PlaceReason reason) noexcept {
    static constexpr std::array<const char*, 6> names{
        "only", "importance", "pattern", "votes", "adjective", "unknown"};
    return names[static_cast<std::size_t>(reason)];
}

std::vector<ResolvedPlace> resolve_places(const SearchText& text,
                                          std::span<const NameMention> mentions,
                                          const Gazetteer& gazetteer,
                                          const PlaceContext& context) {
    PlaceMentions places = gather_places(text, mentions, gazetteer);
    if (places.ranges.empty()) {
        return {};
    }
    const PlaceNeighbours neighbours(text, places, gazetteer);
    PlaceVotes votes;
    if (!std::all_of(places.names.begin(), places.names.end(), is_settled)) {
        votes = votes_beside(text, mentions, gazetteer);
        add_context(context, gazetteer, places, votes);
    }
    weigh(places.names, votes);
    const std::vector<FixedPlace> fixed = neighbours.fixed();
    std::vector<ResolvedPlace> results;
    results.reserve(places.ranges.size());
    for (std::size_t mention = 0; mention < places.ranges.size(); ++mention) {
        results.push_back(result_of(
            text, places.ranges[mention], places.name_of(mention), fixed[mention], gazetteer));
    }
    return with_one_name_each(std::move(results));
}

std::vector<ResolvedPlace> resolve_places(std::string_view text,
                                          std::span<const NameMention> mentions,
                                          const Gazetteer& gazetteer,
                                          const PlaceContext& context) {
    return resolve_places(CutText(text).view(), mentions, gazetteer, context);
}

std::string unknown_place_id(std::string_view name) {
    const std::string slug = text::slug(name);
    const bool is_number = std::all_of(
        slug.begin(), slug.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    return (is_number ? "L:name-" : "L:") + slug;
}

}  // namespace dateline::analysis
