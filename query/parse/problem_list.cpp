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

std::optional<Problem> check_bytes(std::string_view text) {
    if (text.size() > kMaxQueryBytes) {
        return Problem{"too_long",
                       {kMaxQueryBytes, text.size() - kMaxQueryBytes},
                       "the query has " + std::to_string(text.size()) + " bytes; at most " +
                           std::to_string(kMaxQueryBytes) + " are read",
                       "split it into several queries"};
    }
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        if (!decoded.valid || decoded.code_point == 0) {
            return Problem{
                "bad_utf8",
                {i, decoded.size_bytes},
                (decoded.valid ? "a NUL byte at offset " : "the bytes are no UTF-8 at offset ") +
                    std::to_string(i),
                "give the query in UTF-8"};
        }
        i += decoded.size_bytes;
    }
    return std::nullopt;
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
