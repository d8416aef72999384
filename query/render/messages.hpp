// What is said beside the answer, on standard error.
#pragma once

#include "common/base/error.hpp"
#include "query/parse/tree.hpp"

#include <string>
#include <string_view>

namespace dateline::render {

/// The name of the tool at the start of each message.
inline constexpr std::string_view kToolName = "dateline-query";

/// Longest query, in bytes, that is repeated in a message to point into it.
inline constexpr std::size_t kMaxRepeatedBytes = 500;

/// How bad a problem is.
enum class Severity { Warning, Error };

/// `problem` of the query `text`: a line with the message, then the query with the place marked
/// (or, for a query over kMaxRepeatedBytes, the byte offset in the message), then the hint if there
/// is one. Every line is closed by a line feed and is safe for a terminal. `place` stands before
/// the message: which query of a batch it is about.
[[nodiscard]] std::string problem_message(Severity severity,
                                          std::string_view text,
                                          const parse::Problem& problem,
                                          const std::string& place = {});

/// `error` as a line with the message and one with the hint, if there is one.
[[nodiscard]] std::string error_message(const Error& error);

/// A warning of one line.
[[nodiscard]] std::string warning_message(std::string_view message);

}  // namespace dateline::render
