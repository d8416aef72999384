// dateline-index as a function: everything but the process around it.
#pragma once

#include "indexer/options.hpp"

#include <functional>
#include <iosfwd>
#include <string>

namespace dateline::indexer {

/// What surrounds a run of the tool. The streams must outlive the call.
struct Surroundings {
    std::istream& in;   ///< standard input, for lists of ids
    std::ostream& out;  ///< data only
    std::ostream& err;  ///< messages and progress
    bool err_is_terminal = false;
    std::function<int()> signal;  ///< number of the signal that asks to end; 0 if none did
};

/// Does what `options` ask for (all modes that are not about the program alone) and returns the
/// exit status.
/// @throws Error; its code gives the exit status.
[[nodiscard]] int run_tool(const Options& options, Surroundings& surroundings);

/// The lines that tell people of `error`: `dateline-index: error: ...` and `hint: ...`.
[[nodiscard]] std::string error_text(const std::string& message, const std::string& hint);

/// Writes what `out` still holds. @throws Error (Unwritable) if that or anything before it failed.
void finish_output(std::ostream& out);

}  // namespace dateline::indexer
