// Does what a command line asks for.
#pragma once

#include "query/options.hpp"
#include "query/render/output.hpp"

#include <chrono>
#include <cstddef>

namespace dateline::query {

/// What the run depends on beside the options.
struct Surroundings {
    std::chrono::sys_days today;  ///< for relative dates, in the zone of the options
    bool color = false;           ///< whether `ColorChoice::Auto` means colours
    std::size_t columns = 80;     ///< width of the terminal
    bool utf8 = true;             ///< whether the locale has Unicode
};

/// The exit statuses of a run that did not fail.
inline constexpr int kSomeHit = 0;
inline constexpr int kNoHit = 1;

/// Runs `options`: searches, and writes the answer to `out` and what is to be said beside it to
/// `messages`. Both are flushed.
///
/// A query that cannot be understood is no exception: its problems are written to `messages`, or
/// with a JSON form to `out`.
///
/// @return the exit status.
/// @throws Error as Searcher and Output do.
[[nodiscard]] int run(const Options& options,
                      const Surroundings& surroundings,
                      render::Output& out,
                      render::Output& messages);

}  // namespace dateline::query
