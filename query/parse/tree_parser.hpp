// Tokens to tree: groups, operators, fields and lists of values.
#pragma once

#include "query/parse/leaf_reader.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::parse {

/// Reads the tokens of one query; used once. Recursion is at most kMaxQueryDepth deep.
class TreeParser {
public:
    /// `tokens` as cut_tokens() gives them; the objects referred to must outlive the parser.
    TreeParser(const SourceText& source,
               std::vector<Token> tokens,
               ProblemList& problems,
               std::chrono::sys_days today);

    /// The tree; absent if an error was reported.
    [[nodiscard]] std::optional<Node> parse();

private:
    enum class Joint { And, Or };

    /// The operands between two parentheses or in the whole query.
    struct Level {
        std::vector<Node> operands;  ///< those that could be read
        std::vector<Joint> joints;   ///< before each operand but the first
        std::size_t count = 0;       ///< operands met, readable or not
        std::optional<std::size_t>
            open_operator;  ///< token of an AND or OR still without right side
        Joint next = Joint::And;
    };

    std::optional<Node> parse_level(const FieldUse& use);
    void take_operator(Level& level);
    std::optional<Node> finish_level(Level level, std::size_t begin, std::size_t end);
    void report_mixed(const Level& level, std::size_t begin, std::size_t end);
    std::optional<Node> parse_negatable(const FieldUse& use);
    std::optional<Node> parse_operand(const FieldUse& use);
    std::optional<Node> parse_text_operand(const FieldUse& use);
    std::optional<Node> parse_field(const FieldUse& outer, std::size_t name_size);
    std::optional<FieldUse> resolve_field(const FieldUse& outer, std::size_t name_size);
    std::optional<Node> read_bare_name(const FieldUse& use, std::size_t name_size);
    std::optional<Node> parse_values(const FieldUse& use);
    std::optional<Node> parse_value(const FieldUse& use);
    std::optional<Node> parse_text_value(const FieldUse& use);
    std::optional<Node> parse_phrase_value(const FieldUse& use, std::size_t begin, bool exact);
    std::optional<Node> parse_group(const FieldUse& use);
    [[nodiscard]] std::optional<std::string> bracket_range(const FieldUse& use,
                                                           std::string_view text) const;
    bool take_negation();
    bool bad_behind_minus(std::size_t minus);
    bool take_bar();
    void check_behind_group();
    void warn_lower_case_operator();
    void warn_single_quotes();
    bool enter(std::size_t begin);
    std::optional<Node> counted(std::optional<Node> leaf);
    std::optional<Node> failed_with(std::size_t begin, std::size_t end, BadValue bad);
    void stop();

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    [[nodiscard]] std::string_view text_of(const Token& token) const;
    [[nodiscard]] bool is_operator(const Token& token, std::string_view name) const;
    [[nodiscard]] bool ends_operand(const Token& token) const;

    const SourceText& source_;
    std::vector<Token> tokens_;
    LeafReader leaves_;
    ProblemList& problems_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t terms_ = 0;
    bool stopped_ = false;  ///< a limit was passed; the rest of the tokens was not looked at
};

}  // namespace dateline::parse
