// Tokens to tree: groups, operators, fields and lists of values.
#pragma once

#include "query/parse/leaf_reader.hpp"
#include "query/parse/proximity.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dateline::parse {

/// Gives the tree of the saved query of a name, or why there is none.
using SavedQueries = std::function<std::variant<Node, BadValue>(std::string_view name)>;

/// What a TreeParser depends on beside the text.
struct TreeParserOptions {
    std::chrono::sys_days today;
    bool lenient = false;
    SavedQueries saved;
};

/// Reads the tokens of one query; used once. Recursion is at most kMaxQueryDepth deep.
///
/// A part that cannot be read is an error, and the tree is then absent. In lenient mode it is a
/// warning, and the part is read in the likeliest way, as words, or left out; only limits, and a
/// query of which nothing is left, are errors.
class TreeParser {
public:
    /// `tokens` as cut_tokens() gives them; the objects referred to must outlive the parser.
    TreeParser(const SourceText& source,
               std::vector<Token> tokens,
               ProblemList& problems,
               TreeParserOptions options);

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

    /// Operands with operators of proximity between them.
    struct Chain {
        std::vector<Node> operands;
        std::vector<Proximity> operators;  ///< one before each operand but the first
        bool complete = true;              ///< every operand could be read
    };

    // Levels: tree_parser.cpp.
    std::optional<Node> parse_level(const FieldUse& use);
    bool take_joint(Level& level);
    void take_operator(Level& level, Joint joint, std::size_t tokens);
    void add_operand(Level& level, std::optional<Node> operand);
    std::optional<Node> finish_level(Level level, std::size_t begin, std::size_t end);
    std::optional<Node> finish_mixed(Level level, std::size_t begin, std::size_t end);
    std::optional<Node> parse_negatable(const FieldUse& use);
    std::optional<Node> parse_group(const FieldUse& use);
    bool take_negation();
    bool bad_behind_minus(std::size_t minus);
    bool enter(std::size_t begin);
    void stop();

    // Warnings: doubts.cpp.
    void warn_of_doubts(const FieldUse& use);
    void warn_of_operator();
    void warn_of_single_quotes();
    void warn_of_dash();
    void warn_of_comment();
    void warn_of_country();
    void warn_of_address();
    void warn_of_date();
    [[nodiscard]] std::size_t words_in_single_quotes() const;

    // Proximity: proximity_parser.cpp.
    std::optional<Node> parse_proximity(const FieldUse& use);
    std::optional<Proximity> take_proximity();
    std::optional<ProximityWord> proximity_here(std::size_t& tokens) const;
    bool take_lonely_proximity();
    bool take_negated_proximity();
    std::optional<Node> finish_chain(Chain chain);
    std::optional<Node> finish_mixed_chain(Chain chain);
    std::optional<Node> checked_proximity(Node node);

    // Operands: operand_parser.cpp.
    std::optional<Node> parse_operand(const FieldUse& use);
    std::optional<Node> parse_text_operand(const FieldUse& use);
    std::optional<Node> parse_bar();
    std::optional<Node> parse_field(const FieldUse& outer, std::size_t name_size);
    [[nodiscard]] std::size_t words_of_date() const;
    std::optional<Node> parse_date_in_words(const FieldUse& use, std::size_t words);
    std::optional<Node> parse_single_quoted(const FieldUse& use, std::size_t words);
    std::optional<FieldUse> resolve_field(const FieldUse& outer, std::size_t name_size);
    std::optional<Node> read_bare_name(const FieldUse& use, std::size_t name_size);
    [[nodiscard]] std::string_view short_group(std::size_t open) const;
    [[nodiscard]] bool is_bracket_range() const;
    std::optional<Node> read_bracket_range(const FieldUse& use);

    // Comparisons: comparison_parser.cpp.
    [[nodiscard]] bool is_spaced_comparison() const;
    [[nodiscard]] std::size_t end_of_value(std::size_t ahead) const;
    std::optional<Node> parse_spaced_comparison(const FieldUse& use);

    // Values: value_parser.cpp.
    std::optional<Node> parse_values(const FieldUse& use);
    std::optional<Node> parse_value(const FieldUse& use);
    std::optional<Node> parse_group_value(const FieldUse& use);
    std::optional<Node> parse_text_value(const FieldUse& use);
    std::optional<Node> parse_phrase_value(const FieldUse& use, std::size_t begin, bool exact);
    std::optional<Node> parse_phrase_suffix(std::optional<Node> phrase, bool listed);
    std::optional<Node> parse_group_suffix(std::optional<Node> group, bool listed);
    bool touches_phrase(std::size_t begin);
    std::optional<Node> read_misplaced(const FieldUse& use,
                                       std::size_t begin,
                                       std::size_t end,
                                       BadValue bad);
    std::optional<Node> read_value(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> read_saved(std::string_view name, Span span);
    std::optional<Node> with_slop(Node phrase, std::size_t begin, std::size_t end);
    std::optional<Node> boosted(std::optional<Node> node,
                                std::size_t begin,
                                std::size_t end,
                                bool listed);
    bool take_bar();

    // Parts that hold others: construct_parser.cpp.
    std::optional<Node> construct_named(std::string_view name, std::size_t begin);
    std::optional<Node> parse_construct(std::string_view name, std::size_t colon_size);
    std::optional<Node> parse_inner_operand(std::string_view name);
    std::optional<Node> finish_construct(const Node& outer, Node child);

    // Lenient mode: lenient_parser.cpp.
    void balance_parentheses();
    bool take_foreign_joint(Level& level);
    bool take_foreign_negation();
    bool skip_foreign_marks(std::string_view marks);
    std::optional<Node> parse_foreign_operand(const FieldUse& use, BadValue bad);
    std::optional<Node> with_name_as_word(std::size_t begin,
                                          std::size_t end,
                                          std::optional<Node> values);
    std::optional<Node> word_of(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> words_of(const FieldUse& use, std::size_t begin, std::size_t end);
    std::optional<Node> repaired_word(const FieldUse& use, std::size_t begin, std::size_t end);

    // Reports.
    std::optional<Node> failed_with(std::size_t begin, std::size_t end, BadValue bad);
    std::optional<Node> left_out(std::size_t begin, std::size_t end, BadValue bad);
    std::optional<Node> read_instead(Span span, BadValue bad, std::optional<Node> instead);
    std::optional<Node> counted(std::optional<Node> leaf);

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    [[nodiscard]] std::string_view text_of(const Token& token) const;
    [[nodiscard]] bool is_operator(const Token& token, std::string_view name) const;
    [[nodiscard]] bool ends_operand(const Token& token) const;
    [[nodiscard]] bool is_listed() const;

    const SourceText& source_;
    std::vector<Token> tokens_;
    LeafReader leaves_;
    ProblemList& problems_;
    TreeParserOptions options_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t terms_ = 0;
    bool stopped_ = false;  ///< a limit was passed; the rest of the tokens was not looked at
};

}  // namespace dateline::parse
