// Bounded collection of problems.
#include "query/parse/problem_list.hpp"

#include "common/base/utf8.hpp"

#include <utility>

namespace dateline::parse {

namespace {

constexpr std::size_t kMaxQuotedBytes = 60;

}  // namespace

std::string quoted(std::string_view text) {
    std::string out = "'";
    out += truncate_utf8(text, kMaxQuotedBytes);
    out += text.size() > kMaxQuotedBytes ? "…'" : "'";
    return out;
}

Problem too_deep(Span span) {
    return {"too_deep",
            span,
            "groups and operators are nested more than " + std::to_string(kMaxQueryDepth) + " deep",
            "leave out parentheses that change nothing"};
}

Problem too_many_terms(Span span) {
    return {"too_many_terms",
            span,
            "the query has more than " + std::to_string(kMaxQueryTerms) + " terms",
            "split it into several queries"};
}

void ProblemList::error(Problem problem) {
    if (errors_.size() < kMaxProblems) {
        errors_.push_back(std::move(problem));
    }
}

void ProblemList::warning(Problem problem) {
    if (warnings_.size() < kMaxProblems) {
        warnings_.push_back(std::move(problem));
    }
}

void ProblemList::move_to(Parsed& parsed) {
    parsed.errors = std::exchange(errors_, {});
    parsed.warnings = std::exchange(warnings_, {});
}

}  // namespace dateline::parse
