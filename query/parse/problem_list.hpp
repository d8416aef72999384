// Collects what is wrong with a query while it is read.
#pragma once

#include "query/parse/tree.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::parse {

/// Most errors, and most warnings, that one query reports; the first ones are kept.
inline constexpr std::size_t kMaxProblems = 20;

/// Why a value cannot be read; see Problem.
struct BadValue {
    std::string code;
    std::string message;
    std::string hint;
};

/// `text` in single quotes for a message, cut at 60 bytes.
[[nodiscard]] std::string quoted(std::string_view text);

/// What makes `text` unfit for reading at all: over kMaxQueryBytes (`too_long`), or not UTF-8 or
/// with a NUL (`bad_utf8`).
[[nodiscard]] std::optional<Problem> check_bytes(std::string_view text);

/// The problem of nesting deeper than kMaxQueryDepth at `span`.
[[nodiscard]] Problem too_deep(Span span);

/// The problem of more than kMaxQueryTerms leaves, of which that at `span` is the first too many.
[[nodiscard]] Problem too_many_terms(Span span);

/// The errors and warnings of one query, in the order in which they were found.
class ProblemList {
public:
    void error(Problem problem);
    void warning(Problem problem);

    [[nodiscard]] bool has_errors() const noexcept { return !errors_.empty(); }

    /// Whether further errors would be dropped, so that reading on is of no use.
    [[nodiscard]] bool is_full() const noexcept { return errors_.size() >= kMaxProblems; }

    /// Whether a further warning would be kept.
    [[nodiscard]] bool takes_warnings() const noexcept { return warnings_.size() < kMaxProblems; }

    /// Moves everything found into `parsed`; the list is empty afterwards.
    void move_to(Parsed& parsed);

private:
    std::vector<Problem> errors_;
    std::vector<Problem> warnings_;
};

}  // namespace dateline::parse
