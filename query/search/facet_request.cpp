// Reading lists of facets.
#include "query/search/facet_request.hpp"

#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "query/parse/suggest.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::search {
namespace {

using schema::FieldId;
using schema::FieldKind;

struct DateLevelName {
    std::string_view name;
    DateLevel level;
};

constexpr DateLevelName kDateLevels[] = {{"year", DateLevel::Year},
                                         {"month", DateLevel::Month},
                                         {"week", DateLevel::Week},
                                         {"day", DateLevel::Day}};

struct SortName {
    std::string_view name;
    FacetSort sort;
};

constexpr SortName kSorts[] = {
    {"count", FacetSort::Count}, {"lift", FacetSort::Lift}, {"name", FacetSort::Name}};

}  // namespace

std::vector<std::string> facet_names() {
    std::vector<std::string> names;
    for (const schema::Field& field : schema::fields()) {
        if (!field.is_facet) {
            continue;
        }
        const std::string name(field.name);
        if (field.kind != FieldKind::Date) {
            names.push_back(name);
        }
        for (const DateLevelName& level : kDateLevels) {
            if (field.kind == FieldKind::Date) {
                names.push_back(name + '.' + std::string(level.name));
            }
        }
        for (const schema::PlaceLevelRow& level : schema::kPlaceLevels) {
            if (field.id == FieldId::Place) {
                names.push_back(name + '.' + std::string(level.name));
            }
        }
    }
    return names;
}

namespace {

[[noreturn]] void bad_facet(std::string_view part, const std::string& why) {
    std::string listed;
    for (const std::string& name : facet_names()) {
        listed += (listed.empty() ? "" : ", ") + name;
    }
    throw Error(ErrorCode::Usage,
                "cannot count the facet '" + printable_line(part) + "': " + why,
                "facets are " + listed + ", each with :N for N values");
}

/// Facets with levels by the names of their levels alone.
constexpr auto kLevelNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"continent", "place.continent"},
    {"country", "place.country"},
    {"countries", "place.country"},
    {"city", "place.city"},
    {"cities", "place.city"},
    {"day", "date.day"},
    {"week", "date.week"},
    {"month", "date.month"},
    {"year", "date.year"},
});

/// The facet that `path` is meant as, if that is clear; with an `s` at its end, too.
std::optional<std::string> facet_meant(const std::string& path) {
    for (const std::string& name :
         {path, path.substr(0, path.size() - (path.ends_with('s') ? 1 : 0))}) {
        const auto* const level = std::find_if(kLevelNames.begin(),
                                               kLevelNames.end(),
                                               [&](const auto& row) { return row.first == name; });
        if (level != kLevelNames.end()) {
            return std::string(level->second);
        }
        const auto field = parse::field_of_other_engines(name);
        const schema::Field* const row = field ? schema::find_field(*field) : nullptr;
        if (row != nullptr && row->is_facet && row->kind != FieldKind::Date) {
            return std::string(row->name);
        }
    }
    const std::vector<std::string> names = facet_names();
    const std::vector<std::string_view> views(names.begin(), names.end());
    const auto near = parse::nearest(path, views);
    return near ? std::optional(std::string(*near)) : std::nullopt;
}

[[noreturn]] void unknown_facet(std::string_view part, std::string_view path) {
    const std::optional<std::string> near = facet_meant(ascii_lower(path));
    bad_facet(
        part,
        "there is no such facet" + (near ? "; did you mean '" + *near + "'?" : std::string()));
}

std::size_t parse_limit(std::string_view part, std::string_view digits) {
    std::size_t limit = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), limit);
    if (error != std::errc() || end != digits.data() + digits.size() || limit == 0 ||
        limit > kMaxFacetValues) {
        bad_facet(part,
                  "the number of values must be from 1 to " + std::to_string(kMaxFacetValues));
    }
    return limit;
}

DateLevel parse_date_level(std::string_view part, std::string_view level) {
    for (const DateLevelName& row : kDateLevels) {
        if (row.name == level) {
            return row.level;
        }
    }
    bad_facet(part, "it has no level '" + printable_line(level) + "'");
}

schema::Slot parse_place_level(std::string_view part,
                               const schema::Field& field,
                               std::string_view level) {
    for (const schema::PlaceLevelRow& row : schema::kPlaceLevels) {
        if (field.id == FieldId::Place && row.name == level) {
            return row.slot;
        }
    }
    bad_facet(part, "it has no level '" + printable_line(level) + "'");
}

/// The field and level `path` of the part `part`.
FacetRequest parse_path(std::string_view part, std::string_view path) {
    FacetRequest request;
    const std::size_t dot = path.find('.');
    request.field = schema::find_field(path.substr(0, dot));
    if (request.field == nullptr || !request.field->is_facet) {
        unknown_facet(part, path);
    }
    request.text = request.field->name;
    const std::string level =
        dot == std::string_view::npos ? std::string() : ascii_lower(path.substr(dot + 1));
    if (request.field->kind == FieldKind::Date) {
        const std::string date_level = level.empty() ? "month" : level;
        request.level = parse_date_level(part, date_level);
        request.text += '.' + date_level;
        request.limit = kMaxFacetValues;
    } else if (dot != std::string_view::npos) {
        request.place_level = parse_place_level(part, *request.field, level);
        request.text += '.' + level;
    }
    return request;
}

/// The order called `name`.
std::optional<FacetSort> find_sort(std::string_view name) {
    for (const SortName& row : kSorts) {
        if (row.name == name) {
            return row.sort;
        }
    }
    return std::nullopt;
}

bool is_word(std::string_view text) {
    return text.size() > 1 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

/// Reads `suffixes`, each with a colon before it: a number of values, an order, or both.
void apply_suffixes(std::string_view part, std::string_view suffixes, FacetRequest& request) {
    bool has_limit = false;
    bool has_sort = false;
    while (!suffixes.empty()) {
        suffixes.remove_prefix(1);
        const std::string suffix = ascii_lower(suffixes.substr(0, suffixes.find(':')));
        suffixes.remove_prefix(std::min(suffix.size(), suffixes.size()));
        const std::optional<FacetSort> sort = find_sort(suffix);
        if (!sort && is_word(suffix)) {
            bad_facet(part, "'" + suffix + "' is no order: count, lift or name");
        }
        if (std::exchange(sort ? has_sort : has_limit, true)) {
            bad_facet(part, sort ? "it has two orders" : "it has two numbers of values");
        }
        if (sort) {
            request.sort = *sort;
        } else {
            request.limit = parse_limit(part, suffix);
        }
    }
}

FacetRequest parse_facet(std::string_view part, const FacetOptions& options) {
    const std::size_t colon = part.find(':');
    FacetRequest request = parse_path(part, part.substr(0, colon));
    if (request.field->kind != FieldKind::Date) {
        request.limit = kDefaultFacetValues;
        request.sort = options.sort;
    }
    apply_suffixes(part, part.substr(std::min(colon, part.size())), request);
    const bool by_lift = request.sort == FacetSort::Lift;
    request.lift = by_lift || options.sort == FacetSort::Lift;
    request.min_articles = options.min_articles.value_or(by_lift ? kLiftMinArticles : 1);
    request.offset = options.offset;
    request.prefix = options.prefix;
    request.exclude_own = options.exclude_own;
    return request;
}

}  // namespace

FacetRequest parse_facet_name(std::string_view text) {
    return parse_path(text, text);
}

std::vector<FacetRequest> parse_facets(std::string_view text, const FacetOptions& options) {
    std::vector<FacetRequest> requests;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = trim(text.substr(0, comma));
        if (part.empty()) {
            bad_facet(text, "a name is missing beside a comma");
        }
        FacetRequest request = parse_facet(part, options);
        if (std::any_of(requests.begin(), requests.end(), [&](const FacetRequest& earlier) {
                return earlier.text == request.text;
            })) {
            bad_facet(part, "it is named twice");
        }
        requests.push_back(std::move(request));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return requests;
}

}  // namespace dateline::search
