// Queries that are tried beside a search, for its diagnosis.
#pragma once

#include "common/time/zone.hpp"
#include "query/compile/compiler.hpp"
#include "query/compile/deadline.hpp"
#include "query/parse/tree.hpp"
#include "query/search/diagnoser.hpp"
#include "query/search/shard_search.hpp"

#include <chrono>
#include <optional>

namespace dateline::search {

/// Counts queries without a trace in the search that they belong to.
class TrialSearch {
public:
    /// @param shards    must outlive this object, as `compiler`
    /// @param compiler  another than that of the search, whose places the hits still need
    /// @param zone      whose days are meant
    /// @param deadline  of the search
    TrialSearch(const ShardSearch& shards,
                compile::Compiler& compiler,
                const time::Zone& zone,
                const compile::Deadline& deadline)
        : shards_(shards), compiler_(compiler), zone_(zone), deadline_(deadline) {}

    /// What diagnosing needs; this object must outlive it.
    [[nodiscard]] DiagnosisTools tools() const;

private:
    /// Runs `tree`, as it is searched; std::nullopt if it cannot be compiled.
    [[nodiscard]] std::optional<ShardCollectors> try_out(const parse::Node& tree,
                                                         const CollectorSettings& settings) const;
    /// The day of the newest or the oldest article that `tree` finds.
    [[nodiscard]] std::optional<std::chrono::sys_days> first_day(const parse::Node& tree,
                                                                 bool newest_first) const;

    const ShardSearch& shards_;
    compile::Compiler& compiler_;
    time::Zone zone_;
    compile::Deadline deadline_;
};

}  // namespace dateline::search
