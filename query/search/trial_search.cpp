// Compiles and runs trials.
#include "query/search/trial_search.hpp"

#include "common/base/error.hpp"
#include "common/schema/fields.hpp"
#include "query/search/collector.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dateline::search {

std::optional<ShardCollectors> TrialSearch::try_out(const parse::Node& tree,
                                                    const CollectorSettings& settings) const {
    std::vector<Xapian::Query> queries;
    try {
        std::vector<std::string> dropped;
        const parse::Node prepared = compiler_.prepare(tree, dropped);
        for (std::uint32_t shard = 0; shard < shards_.reader().shards().size(); ++shard) {
            queries.push_back(compiler_.compile(prepared, shard));
        }
    } catch (const Error& error) {
        if (error.code() != ErrorCode::QuerySyntax) {
            throw;
        }
        return std::nullopt;
    }
    return shards_.run(queries, settings, deadline_);
}

std::optional<std::chrono::sys_days> TrialSearch::first_day(const parse::Node& tree,
                                                            bool newest_first) const {
    const SortOrder order = newest_first ? SortOrder::NewestFirst : SortOrder::OldestFirst;
    const auto collectors = try_out(tree, {order, 1, 0, {}});
    const std::vector<RankedHit> hits =
        collectors ? merged_hits(*collectors, 1) : std::vector<RankedHit>();
    if (hits.empty()) {
        return std::nullopt;
    }
    const auto published = schema::decode_published(
        shards_.reader()
            .document({hits.front().shard, hits.front().docid})
            .get_value(static_cast<Xapian::valueno>(schema::Slot::Published)));
    return published ? std::optional(zone_.day_of(*published)) : std::nullopt;
}

DiagnosisTools TrialSearch::tools() const {
    return {shards_.reader(),
            compiler_,
            [this](const parse::Node& tree) -> std::optional<std::uint64_t> {
                const auto found = try_out(tree, {SortOrder::NewestFirst, 0, 0, {}});
                return found ? std::optional(total_of(*found)) : std::nullopt;
            },
            [this](const parse::Node& tree, bool newest_first) {
                return first_day(tree, newest_first);
            }};
}

}  // namespace dateline::search
