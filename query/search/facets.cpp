// Facet requests and results.
#include "query/search/facets.hpp"

#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "query/search/searcher.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using schema::FieldKind;

constexpr std::size_t kDefaultValues = 10;
constexpr std::size_t kMaxValues = 1'000'000;

struct DateLevelName {
    std::string_view name;
    DateLevel level;
};

constexpr DateLevelName kDateLevels[] = {{"year", DateLevel::Year},
                                         {"month", DateLevel::Month},
                                         {"week", DateLevel::Week},
                                         {"day", DateLevel::Day}};

std::string facet_names() {
    std::string names;
    const auto add = [&names](std::string_view field, std::string_view level) {
        names += (names.empty() ? "" : ", ") + std::string(field) +
                 (level.empty() ? "" : "." + std::string(level));
    };
    for (const schema::Field& field : schema::fields()) {
        if (!field.is_facet) {
            continue;
        }
        if (field.kind != FieldKind::Date) {
            add(field.name, "");
        }
        for (const DateLevelName& level : kDateLevels) {
            if (field.kind == FieldKind::Date) {
                add(field.name, level.name);
            }
        }
        for (const schema::PlaceLevelRow& level : schema::kPlaceLevels) {
            if (field.id == FieldId::Place) {
                add(field.name, level.name);
            }
        }
    }
    return names;
}

[[noreturn]] void bad_facet(std::string_view part, const std::string& why) {
    throw Error(ErrorCode::Usage,
                "cannot count the facet '" + printable_line(part) + "': " + why,
                "facets are " + facet_names() + ", each with :N for N values");
}

std::size_t parse_limit(std::string_view part, std::string_view digits) {
    std::size_t limit = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), limit);
    if (error != std::errc() || end != digits.data() + digits.size() || limit == 0 ||
        limit > kMaxValues) {
        bad_facet(part, "the number of values must be from 1 to " + std::to_string(kMaxValues));
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

FacetRequest parse_facet(std::string_view part) {
    FacetRequest request;
    const std::size_t colon = part.find(':');
    request.limit = colon == std::string_view::npos ? kDefaultValues
                                                    : parse_limit(part, part.substr(colon + 1));
    const std::string_view path = part.substr(0, colon);
    const std::size_t dot = path.find('.');
    request.field = schema::find_field(path.substr(0, dot));
    if (request.field == nullptr || !request.field->is_facet) {
        bad_facet(part, "there is no such facet");
    }
    request.text = request.field->name;
    const std::string level =
        dot == std::string_view::npos ? std::string() : ascii_lower(path.substr(dot + 1));
    if (request.field->kind == FieldKind::Date) {
        const std::string date_level = level.empty() ? "month" : level;
        request.level = parse_date_level(part, date_level);
        request.text += '.' + date_level;
        if (colon == std::string_view::npos) {
            request.limit = kMaxValues;
        }
    } else if (dot != std::string_view::npos) {
        request.place_level = parse_place_level(part, *request.field, level);
        request.text += '.' + level;
    }
    return request;
}

/// The clause that selects `value` of the facet.
Node refinement(const FacetRequest& request, const std::string& key) {
    Node leaf;
    leaf.field = request.field;
    leaf.kind = request.field->kind == FieldKind::Name ? NodeKind::Id : NodeKind::Word;
    leaf.text = key.substr(2);
    // What is mentioned, not what is in it, unless levels are counted.
    leaf.exact = request.field->id == FieldId::Place && !request.place_level;
    return leaf;
}

Node refinement(const FacetRequest& request, std::chrono::sys_days start) {
    Node leaf;
    leaf.field = request.field;
    leaf.kind = NodeKind::Days;
    leaf.days = bucket_days(start, request.level);
    return leaf;
}

void add_queries(FacetValueCount& value, const Node& tree, Node&& leaf) {
    value.refine = print_query(leaf);
    Node both;
    both.kind = NodeKind::And;
    both.children = {tree, std::move(leaf)};
    value.query = print_query(both);
}

/// Keeps the first `limit` values and counts the rest.
void cut(FacetResult& result, std::size_t limit) {
    for (std::size_t i = limit; i < result.values.size(); ++i) {
        result.other_articles += result.values[i].articles;
    }
    result.values.resize(std::min(result.values.size(), limit));
}

/// Keeps the `limit` largest buckets, in order of time; of equally large ones the earlier.
void keep_largest(FacetResult& result, std::size_t limit) {
    if (result.values.size() <= limit) {
        return;
    }
    std::stable_sort(result.values.begin(), result.values.end(), [](const auto& a, const auto& b) {
        return a.articles > b.articles;
    });
    cut(result, limit);
    std::sort(result.values.begin(), result.values.end(), [](const auto& a, const auto& b) {
        return a.id < b.id;
    });
}

FacetResult merge_dates(const FacetRequest& request,
                        const std::vector<const FacetCounts*>& by_shard,
                        const Node& tree) {
    BucketCounts merged;
    for (const FacetCounts* counts : by_shard) {
        merged.add(counts->dates);
    }
    FacetResult result;
    result.missing = merged.missing;
    for (const auto& [start, articles] : merged.articles) {
        FacetValueCount value;
        value.id = bucket_name(start, request.level);
        value.name = value.id;
        value.articles = articles;
        add_queries(value, tree, refinement(request, start));
        result.values.push_back(std::move(value));
    }
    result.distinct = result.values.size();
    keep_largest(result, request.limit);
    return result;
}

/// One entity as it is counted.
struct CountedEntity {
    std::map<std::string_view, std::uint64_t> articles;  ///< by name
    std::string_view within;
};

using CountedEntities = std::map<std::string_view, CountedEntity>;

/// Adds the counts of joined entities to `merged`.
void add_joined(const storage::IndexReader& reader,
                const std::vector<const FacetCounts*>& by_shard,
                CountedEntities& merged) {
    const std::vector<entities::JoinedEntity>& joined = reader.joins().entities();
    for (const FacetCounts* counts : by_shard) {
        for (std::size_t number = 0; number < counts->by_entity.size(); ++number) {
            if (counts->by_entity[number] > 0) {
                merged[joined[number].id].articles[joined[number].name] +=
                    counts->by_entity[number];
            }
        }
    }
}

FacetValueCount named_value(std::string_view key, const CountedEntity& entity) {
    FacetValueCount value;
    value.id = key;
    value.within = entity.within;
    std::uint64_t most = 0;
    for (const auto& [name, articles] : entity.articles) {
        value.articles += articles;
        if (articles > most) {  // of equally frequent names the first in byte order
            most = articles;
            value.name = name;
        }
    }
    return value;
}

FacetResult merge_names(const storage::IndexReader& reader,
                        const FacetRequest& request,
                        const std::vector<const FacetCounts*>& by_shard,
                        const Node& tree) {
    CountedEntities merged;
    for (std::uint32_t shard = 0; shard < by_shard.size(); ++shard) {
        const std::vector<std::uint64_t>& counts = by_shard[shard]->by_ordinal;
        for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
            if (counts[ordinal] > 0) {
                const storage::OrdinalTable& table = reader.ordinals(shard);
                CountedEntity& entity = merged[table.key(ordinal)];
                entity.articles[table.name(ordinal)] += counts[ordinal];
                entity.within = std::max(entity.within, table.within(ordinal));
            }
        }
    }
    add_joined(reader, by_shard, merged);
    if (!merged.empty() && merged.begin()->first.size() < 2) {
        throw Error(
            ErrorCode::IndexDamaged,
            "a facet value of the index is not in its ordinal table",
            "run dateline-index --verify, and index the articles again if it reports damage");
    }
    FacetResult result;
    for (const auto& [key, entity] : merged) {
        result.values.push_back(named_value(key, entity));
    }
    std::stable_sort(result.values.begin(), result.values.end(), [](const auto& a, const auto& b) {
        return a.articles > b.articles;
    });
    result.distinct = result.values.size();
    cut(result, request.limit);
    for (FacetValueCount& value : result.values) {
        add_queries(value, tree, refinement(request, value.id));
    }
    return result;
}

}  // namespace

std::vector<FacetRequest> parse_facets(std::string_view text) {
    std::vector<FacetRequest> requests;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = trim(text.substr(0, comma));
        if (part.empty()) {
            bad_facet(text, "a name is missing beside a comma");
        }
        FacetRequest request = parse_facet(part);
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

FacetResult merge_facet(const storage::IndexReader& reader,
                        const FacetRequest& request,
                        const std::vector<const FacetCounts*>& by_shard,
                        const Node& tree) {
    FacetResult result = request.field->kind == FieldKind::Date
                             ? merge_dates(request, by_shard, tree)
                             : merge_names(reader, request, by_shard, tree);
    result.name = request.text;
    for (const FacetCounts* counts : by_shard) {
        result.missing += counts->missing;
    }
    return result;
}

}  // namespace dateline::search
