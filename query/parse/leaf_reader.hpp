// Reads one value, with or without a field, as a leaf of the query tree.
#pragma once

#include "common/schema/fields.hpp"
#include "query/parse/lexer.hpp"
#include "query/parse/problem_list.hpp"
#include "query/parse/source_text.hpp"
#include "query/parse/tree.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>

namespace dateline::parse {

/// How a value's field was written.
struct FieldUse {
    enum class Sugar { None, After, Before };

    const schema::Field* field = nullptr;  ///< nullptr: no field, the whole text
    Sugar sugar = Sugar::None;             ///< `after:` and `before:` stand for the date field
    std::size_t begin = 0;                 ///< where the field's name begins; leaves span from here
};

/// What is wrong with a value at [begin, end) of the source.
struct Fault {
    std::size_t begin = 0;
    std::size_t end = 0;
    BadValue bad;
};

/// Makes leaves; what is wrong goes to the list of problems, and the leaf is then absent. With
/// `keeps_faults` it is kept for take_fault() instead.
class LeafReader {
public:
    /// Both objects must outlive the reader.
    LeafReader(const SourceText& source,
               ProblemList& problems,
               std::chrono::sys_days today,
               bool keeps_faults)
        : source_(source), problems_(problems), today_(today), keeps_faults_(keeps_faults) {}

    /// The first fault since the last call.
    [[nodiscard]] std::optional<Fault> take_fault() { return std::exchange(fault_, std::nullopt); }

    /// The value that stands bare at [begin, end) of the source.
    [[nodiscard]] std::optional<Node> read_bare(const FieldUse& use,
                                                std::size_t begin,
                                                std::size_t end);

    /// The value that is the phrase `token`; `exact` if `=` stands before it at `begin`.
    [[nodiscard]] std::optional<Node> read_phrase(const FieldUse& use,
                                                  const Token& token,
                                                  std::size_t begin,
                                                  bool exact);

    /// The range `[A TO B]` of the field of `use`, which begins at `begin` in the token `lower`.
    [[nodiscard]] std::optional<Node> read_brackets(const FieldUse& use,
                                                    const Token& lower,
                                                    const Token& upper,
                                                    std::size_t begin);

    /// The text of [begin, end).
    [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const noexcept {
        return source_.text().substr(begin, end - begin);
    }

    /// Reports an error at [begin, end).
    void error(std::size_t begin, std::size_t end, BadValue bad);

    /// Reports a warning at [begin, end).
    void warning(std::size_t begin, std::size_t end, BadValue doubtful);

private:
    /// What to write for `phrase` in quotes behind a field that takes none.
    [[nodiscard]] std::string unquoted(const FieldUse& use, const std::string& phrase) const;
    std::optional<Node> read_word(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_id(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_exact_id(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_code(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_presence(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_range(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_like(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_fuzzy(Node word,
                                   std::string_view mark,
                                   std::size_t begin,
                                   std::size_t end);
    [[nodiscard]] Node leaf(NodeKind kind,
                            const FieldUse& use,
                            std::size_t begin,
                            std::size_t end) const;
    bool check_word(const FieldUse& use, std::string_view word, std::size_t begin, std::size_t end);

    const SourceText& source_;
    ProblemList& problems_;
    std::chrono::sys_days today_;
    bool keeps_faults_;
    std::optional<Fault> fault_;
};

}  // namespace dateline::parse
