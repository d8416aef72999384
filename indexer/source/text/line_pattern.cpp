// The only place that knows RE2.
#include "indexer/source/text/line_pattern.hpp"

#include <re2/re2.h>

namespace dateline::source {
namespace {

RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    return options;
}

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

class LinePattern::Program {
public:
    explicit Program(std::string_view pattern) : expression(piece(pattern), options()) {}

    RE2 expression;
};

std::optional<std::string> line_pattern_problem(std::string_view pattern) {
    if (pattern.empty()) {
        return "the pattern is empty";
    }
    const RE2 expression(piece(pattern), options());
    if (!expression.ok()) {
        return expression.error();
    }
    if (RE2::PartialMatch("", expression)) {
        return "the pattern matches an empty line";
    }
    return std::nullopt;
}

LinePattern::LinePattern(std::string_view pattern) : program_(std::make_unique<Program>(pattern)) {}
LinePattern::LinePattern(LinePattern&&) noexcept = default;
LinePattern& LinePattern::operator=(LinePattern&&) noexcept = default;
LinePattern::~LinePattern() = default;

bool LinePattern::matches(std::string_view line) const {
    return program_->expression.ok() && RE2::PartialMatch(piece(line), program_->expression);
}

}  // namespace dateline::source
