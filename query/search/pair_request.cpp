// Reading pairs of facets.
#include "query/search/pair_request.hpp"

#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "common/schema/fields.hpp"
#include "query/search/facet_request.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dateline::search {
namespace {

using schema::FieldId;
using schema::FieldKind;

[[noreturn]] void bad_pair(std::string_view text, const std::string& why) {
    throw Error(
        ErrorCode::Usage,
        "cannot count the pairs '" + printable_line(text) + "': " + why,
        "pairs are two facets, as in person,place or person,person:20 or org,place:10:lift");
}

/// Whether mentions of what `facet` counts have places in the text.
bool has_places(const FacetRequest& facet) {
    const FieldId id = facet.field->id;
    return !facet.place_level &&
           (id == FieldId::Person || id == FieldId::Place || id == FieldId::Org);
}

void check_sides(std::string_view text, const PairRequest& pair) {
    for (const FacetRequest* const side : {&pair.first, &pair.second}) {
        if (side->field->kind == FieldKind::Date) {
            bad_pair(text, "'" + side->text + "' counts days, which make no pairs");
        }
        if (pair.level != PairLevel::Article && !has_places(*side)) {
            bad_pair(text,
                     "only person, place and org stand in sentences and paragraphs, not '" +
                         side->text + "'");
        }
    }
}

PairRequest parse_pair(const std::string& text, const PairOptions& options) {
    const std::size_t comma = text.find(',');
    if (comma == std::string::npos || text.find(',', comma + 1) != std::string::npos) {
        bad_pair(text, "there must be two facets with a comma between them");
    }
    const std::string_view view(text);
    if (view.substr(0, comma).find(':') != std::string_view::npos) {
        bad_pair(text, "the number of pairs goes behind the second facet");
    }
    std::vector<FacetRequest> first = parse_facets(view.substr(0, comma));
    std::vector<FacetRequest> second = parse_facets(view.substr(comma + 1));
    if (first.empty() || second.empty()) {
        bad_pair(text, "a name is missing beside the comma");
    }
    PairRequest pair;
    pair.first = std::move(first.front());
    pair.second = std::move(second.front());
    pair.text = pair.first.text + ',' + pair.second.text;
    pair.level = options.level;
    check_sides(text, pair);
    if (pair.second.sort == FacetSort::Name) {
        bad_pair(text, "pairs are sorted by count or by lift");
    }
    pair.by_lift = pair.second.sort == FacetSort::Lift;
    pair.limit = pair.second.limit;
    pair.min_articles = options.min_articles.value_or(pair.by_lift ? kPairLiftMinArticles : 1);
    pair.among = std::clamp<std::size_t>(options.among, 1, kMaxPairValues);
    pair.second = parse_facet_name(pair.second.text);
    return pair;
}

}  // namespace

std::vector<std::string> pair_facet_names() {
    std::vector<std::string> names = facet_names();
    std::erase_if(names, [](const std::string& name) {
        return parse_facet_name(name).field->kind == FieldKind::Date;
    });
    return names;
}

std::vector<PairRequest> parse_pairs(const std::vector<std::string>& texts,
                                     const PairOptions& options) {
    std::vector<PairRequest> pairs;
    for (const std::string& text : texts) {
        PairRequest pair = parse_pair(text, options);
        if (std::any_of(pairs.begin(), pairs.end(), [&](const PairRequest& earlier) {
                return earlier.text == pair.text;
            })) {
            bad_pair(text, "they are asked for twice");
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

}  // namespace dateline::search
