// Adding up counts by key: several ordinals, in one shard or several, may have the same one.
#include "query/search/counted_values.hpp"

#include "common/base/error.hpp"
#include "common/schema/fields.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace dateline::search {
namespace {

std::vector<CountedValue> counted_dates(const std::vector<const FacetCounts*>& by_shard) {
    std::map<std::int64_t, std::uint64_t> merged;
    for (const FacetCounts* counts : by_shard) {
        for (const auto& [day, articles] : counts->by_day) {
            merged[day] += articles;
        }
    }
    std::vector<CountedValue> values;
    values.reserve(merged.size());
    for (const auto& [day, articles] : merged) {
        values.push_back({{}, {}, {}, std::chrono::sys_days(std::chrono::days(day)), articles});
    }
    return values;
}

/// Each name of each id with its own count, in no order.
std::vector<CountedValue> counted_names(const storage::IndexReader& reader,
                                        const std::vector<const FacetCounts*>& by_shard) {
    std::vector<CountedValue> values;
    const auto add = [&values](const CountedValue& value) {
        if (value.articles > 0) {
            values.push_back(value);
        }
    };
    for (std::uint32_t shard = 0; shard < by_shard.size(); ++shard) {
        const std::vector<std::uint64_t>& counts = by_shard[shard]->by_ordinal;
        const storage::OrdinalTable& table = reader.ordinals(shard);
        for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
            if (counts[ordinal] > 0) {
                add({table.key(ordinal),
                     table.name(ordinal),
                     table.within(ordinal),
                     {},
                     counts[ordinal]});
            }
        }
        const std::vector<std::uint64_t>& joined = by_shard[shard]->by_entity;
        for (std::size_t number = 0; number < joined.size(); ++number) {
            const entities::JoinedEntity& entity = reader.joins().entities()[number];
            add({entity.id, entity.name, {}, {}, joined[number]});
        }
    }
    return values;
}

/// One value for each key, with its most frequent name: of equally frequent ones the first in byte
/// order.
std::vector<CountedValue> by_key(std::vector<CountedValue> values) {
    std::sort(values.begin(), values.end(), [](const CountedValue& a, const CountedValue& b) {
        return std::tie(a.key, a.name) < std::tie(b.key, b.name);
    });
    std::vector<CountedValue> merged;
    std::uint64_t most = 0;  // articles of the name of merged.back()
    for (std::size_t i = 0; i < values.size();) {
        CountedValue named = values[i];
        for (++i; i < values.size() && values[i].key == named.key && values[i].name == named.name;
             ++i) {
            named.articles += values[i].articles;
            named.within = std::max(named.within, values[i].within);
        }
        if (merged.empty() || merged.back().key != named.key) {
            merged.push_back(named);
            most = named.articles;
            continue;
        }
        CountedValue& value = merged.back();
        value.articles += named.articles;
        value.within = std::max(value.within, named.within);
        if (named.articles > most) {
            most = named.articles;
            value.name = named.name;
        }
    }
    return merged;
}

}  // namespace

std::vector<CountedValue> counted_values(const storage::IndexReader& reader,
                                         const FacetRequest& request,
                                         const std::vector<const FacetCounts*>& by_shard) {
    if (request.field->kind == schema::FieldKind::Date) {
        return counted_dates(by_shard);
    }
    std::vector<CountedValue> values = by_key(counted_names(reader, by_shard));
    if (!values.empty() && values.front().key.size() < 2) {
        throw Error(
            ErrorCode::IndexDamaged,
            "a facet value of the index is not in its ordinal table",
            "run dateline-index --verify, and index the articles again if it reports damage");
    }
    return values;
}

std::string id_of(const CountedValue& value, const FacetRequest& request) {
    return request.field->kind == schema::FieldKind::Date ? bucket_name(value.start, request.level)
                                                          : std::string(value.key);
}

}  // namespace dateline::search
