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

namespace dateline::parse {

/// How a value's field was written.
struct FieldUse {
    enum class Sugar { None, After, Before };

    const schema::Field* field = nullptr;  ///< nullptr: no field, the whole text
    Sugar sugar = Sugar::None;             ///< `after:` and `before:` stand for the date field
    std::size_t begin = 0;                 ///< where the field's name begins; leaves span from here
};

/// Makes leaves; what is wrong goes to the list of problems, and the leaf is then absent.
class LeafReader {
public:
    /// Both objects must outlive the reader.
    LeafReader(const SourceText& source, ProblemList& problems, std::chrono::sys_days today)
        : source_(source), problems_(problems), today_(today) {}

    /// The value that stands bare at [begin, end) of the source.
    [[nodiscard]] std::optional<Node> read_bare(const FieldUse& use,
                                                std::size_t begin,
                                                std::size_t end);

    /// The value that is the phrase `token`; `exact` if `=` stands before it at `begin`.
    [[nodiscard]] std::optional<Node> read_phrase(const FieldUse& use,
                                                  const Token& token,
                                                  std::size_t begin,
                                                  bool exact);

    /// The text of [begin, end).
    [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const noexcept {
        return source_.text().substr(begin, end - begin);
    }

    /// Reports an error at [begin, end).
    void error(std::size_t begin, std::size_t end, BadValue bad);

    /// Reports a warning at [begin, end).
    void warning(std::size_t begin, std::size_t end, BadValue doubtful);

private:
    std::optional<Node> read_word(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_id(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_exact_id(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_code(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_presence(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_range(const FieldUse& use, std::size_t begin, std::size_t end);
    [[nodiscard]] Node leaf(NodeKind kind,
                            const FieldUse& use,
                            std::size_t begin,
                            std::size_t end) const;
    bool check_word(const FieldUse& use, std::string_view word, std::size_t begin, std::size_t end);

    const SourceText& source_;
    ProblemList& problems_;
    std::chrono::sys_days today_;
};

}  // namespace dateline::parse
