// Words and order of messages.
#include "query/render/messages.hpp"

#include "common/base/printable.hpp"
#include "query/parse/describe.hpp"

namespace dateline::render {
namespace {

std::string message_line(Severity severity, std::string_view message) {
    return std::string(kToolName) + (severity == Severity::Error ? ": error: " : ": warning: ") +
           printable_line(message) + "\n";
}

std::string hint_line(std::string_view hint) {
    return hint.empty() ? std::string() : "hint: " + printable_line(hint) + "\n";
}

}  // namespace

std::string problem_message(Severity severity,
                            std::string_view text,
                            const parse::Problem& problem,
                            const std::string& place) {
    if (text.size() > kMaxRepeatedBytes) {
        const std::string offset = " (byte " + std::to_string(problem.span.offset_bytes) + ")";
        return message_line(severity, place + problem.message + offset) + hint_line(problem.hint);
    }
    // Below an empty query there is nothing to point at.
    const std::string pointer = text.empty() ? std::string() : parse::caret_line(text, problem);
    return message_line(severity, place + problem.message) + pointer + hint_line(problem.hint);
}

std::string error_message(const Error& error) {
    return message_line(Severity::Error, error.what()) + hint_line(error.hint());
}

std::string warning_message(std::string_view message) {
    return message_line(Severity::Warning, message);
}

}  // namespace dateline::render
