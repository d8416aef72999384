// See the header.
#include "indexer/analysis/places/place_neighbours.hpp"

#include "indexer/analysis/places/place_patterns.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

using gazetteer::Gazetteer;
using gazetteer::PlaceKind;

// What the words beside a mention add to the score of the senses that they mean.
constexpr double kInsideGain = 6;       // `Paris, Texas`
constexpr double kLooseInsideGain = 3;  // `Paris in Texas`
constexpr double kArticleGain = 4;      // `the Niger`
constexpr double kKindGain = 2.5;       // `Georgia state`

// `Cuba, Mexico` is a list although Mexico has a village of that name: a place that is this much
// less important than the first of its name is not meant by a country behind it.
constexpr double kListGap = 6000;

// Countries that are written with the article too, although a river has their name.
bool is_country_with_article(std::string_view river) {
    return river.starts_with("Congo") || river.starts_with("Gambia");
}

}  // namespace

PlaceNeighbours::PlaceNeighbours(const SearchText& text,
                                 PlaceMentions& mentions,
                                 const Gazetteer& gazetteer)
    : text_(text), mentions_(mentions), gazetteer_(gazetteer) {
    for (std::size_t mention = 0; mention < mentions.ranges.size(); ++mention) {
        if (mention + 1 < mentions.ranges.size()) {
            add_join(mention);
        }
        add_kind(mention);
        add_article(mention);
    }
}

void PlaceNeighbours::add_join(std::size_t left) {
    const PlaceJoin join = join_of(text_.text, mentions_.ranges[left], mentions_.ranges[left + 1]);
    if (join == PlaceJoin::None) {
        return;
    }
    const std::size_t inner = join == PlaceJoin::Owner ? left + 1 : left;
    const std::size_t outer = join == PlaceJoin::Owner ? left : left + 1;
    PlaceName& name = mentions_.name_of(inner);
    const PlaceName& around = mentions_.name_of(outer);
    if (name.senses.empty() || around.senses.empty() || &name == &around) {
        return;
    }
    const bool is_list = join == PlaceJoin::Comma && in_list(left);
    const bool is_loose = join == PlaceJoin::In || join == PlaceJoin::Owner;
    if (raise_inside(name, around, is_list, is_loose ? kLooseInsideGain : kInsideGain)) {
        joins_.push_back({inner, outer});
    } else if (join == PlaceJoin::Comma && !is_list && is_certain_division(around)) {
        elsewhere_.push_back({inner, outer});
    }
}

// Whether the mention and the one behind it are in a row of names: `Milan, Rome, New York, Paris`.
bool PlaceNeighbours::in_list(std::size_t left) const {
    const std::vector<ByteRange>& ranges = mentions_.ranges;
    if (list_goes_on(text_.text, ranges[left + 1])) {
        return true;
    }
    const bool follows = left > 0 &&
                         join_of(text_.text, ranges[left - 1], ranges[left]) == PlaceJoin::Comma &&
                         (joins_.empty() || joins_.back().outer != left);
    if (follows) {
        return true;
    }
    if (left + 2 >= ranges.size() ||
        join_of(text_.text, ranges[left + 1], ranges[left + 2]) != PlaceJoin::Comma) {
        return false;
    }
    const PlaceName& beyond = mentions_.name_of(left + 2);
    const std::vector<PlaceSense>& middle = mentions_.name_of(left + 1).senses;
    return std::none_of(middle.begin(), middle.end(), [&](const PlaceSense& sense) {
        return find_around(beyond, sense) != nullptr;
    });
}

// Whether any sense of `name` lies in one of `around`; all that do are raised.
bool PlaceNeighbours::raise_inside(PlaceName& name,
                                   const PlaceName& around,
                                   bool is_list,
                                   double gain) const {
    if (is_list && around.senses.front().candidate.place.kind == PlaceKind::City) {
        return false;
    }
    const double first = name.senses.front().candidate.place.importance;
    bool found = false;
    for (PlaceSense& sense : name.senses) {
        const bool is_far = first - sense.candidate.place.importance > kListGap;
        const bool is_inside =
            std::any_of(around.senses.begin(), around.senses.end(), [&](const PlaceSense& other) {
                const bool is_country = other.candidate.place.kind == PlaceKind::Country;
                return !(is_far && (is_list || is_country)) &&
                       lies_in(sense.candidate, other.candidate, gazetteer_);
            });
        if (is_inside) {
            sense.pattern = std::max(sense.pattern, gain);
            found = true;
        }
    }
    return found;
}

// A state or province of the countries whose papers write `City, State`.
bool PlaceNeighbours::is_certain_division(const PlaceName& name) const {
    const PlaceCandidate& first = name.senses.front().candidate;
    constexpr std::array<const char*, 3> codes{"iso2:US", "iso2:CA", "iso2:AU"};
    return first.place.kind == PlaceKind::Division && first.place.country &&
           std::any_of(codes.begin(), codes.end(), [&](const char* code) {
               return gazetteer_.find_code(code) == first.place.country;
           });
}

void PlaceNeighbours::add_kind(std::size_t mention) {
    const PlaceWord word = kind_beside(text_, mentions_.ranges[mention]);
    if (word == PlaceWord::None) {
        return;
    }
    for (PlaceSense& sense : mentions_.name_of(mention).senses) {
        if (fits(word, sense.candidate.place.kind)) {
            sense.pattern = std::max(sense.pattern, kKindGain);
        }
    }
}

void PlaceNeighbours::add_article(std::size_t mention) {
    if (!takes_article(text_, text_.tokens_in(mentions_.ranges[mention]))) {
        return;
    }
    for (PlaceSense& sense : mentions_.name_of(mention).senses) {
        if (is_nature(sense.candidate.place.kind) &&
            !is_country_with_article(sense.candidate.place.name)) {
            sense.pattern = std::max(sense.pattern, kArticleGain);
        }
    }
}

// The likeliest sense of `around` that `inner` lies in; null if there is none.
const PlaceSense* PlaceNeighbours::find_around(const PlaceName& around,
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

// The likeliest sense of `name` that lies in some sense of `around`; raise_inside() saw one.
const PlaceSense* PlaceNeighbours::find_inside(const PlaceName& name,
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

std::vector<FixedPlace> PlaceNeighbours::fixed() const {
    std::vector<FixedPlace> fixed(mentions_.ranges.size());
    for (const auto& [inner, outer] : joins_) {
        const PlaceName& name = mentions_.name_of(inner);
        const PlaceName& around = mentions_.name_of(outer);
        const PlaceSense* meant = &name.senses[name.best()];
        if (find_around(around, *meant) == nullptr) {
            // `Paris, France` where the article is about `Paris, Texas`.
            meant = find_inside(name, around);
            fixed[inner].candidate = meant->candidate;
        }
        fixed[outer].candidate = find_around(around, *meant)->candidate;
    }
    for (const auto& [inner, outer] : elsewhere_) {
        const PlaceName& name = mentions_.name_of(inner);
        const PlaceCandidate& meant = name.senses[name.best()].candidate;
        fixed[inner].nowhere =
            meant.country != mentions_.name_of(outer).senses.front().candidate.country;
    }
    return fixed;
}

}  // namespace dateline::analysis
