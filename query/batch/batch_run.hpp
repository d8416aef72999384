// Answers a batch of queries.
#pragma once

#include "query/options.hpp"
#include "query/render/output.hpp"
#include "query/surroundings.hpp"

namespace dateline::query {

/// Answers every query of the batch that `options` names, with as many threads as it asks for, in
/// the order of the batch: the bytes do not depend on the number of threads. Each answer is written
/// as soon as all before it are, so that queries may come out of a pipe that never ends. A query is
/// answered by the index as it is when its turn comes.
///
/// What is wrong with one query is written in its place, and the next one is asked.
///
/// @return 0, or the status of ErrorCode::Partial if some query was not answered.
/// @throws Error (InputUnreadable) if the batch cannot be read, or what Searcher and Output throw
///         that is not about one query: what was answered before is written.
[[nodiscard]] int run_batch(const Options& options,
                            const Surroundings& surroundings,
                            render::Output& out,
                            render::Output& messages);

}  // namespace dateline::query
