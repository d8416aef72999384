// Lenient mode: the likeliest reading of what strict mode refuses.
#include "common/base/utf8.hpp"
#include "query/parse/foreign.hpp"
#include "query/parse/joining.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/printer.hpp"
#include "query/parse/suggest.hpp"
#include "query/parse/tree_parser.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::parse {
namespace {

using schema::FieldKind;

/// `use` if its field takes words, else none.
FieldUse text_use(const FieldUse& use) {
    const bool takes_words = use.field == nullptr || use.field->kind == FieldKind::Text ||
                             use.field->kind == FieldKind::Name;
    return takes_words ? use : FieldUse{};
}

/// Where the word characters of `text` begin and end.
std::pair<std::size_t, std::size_t> word_bounds(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = text.size();
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        const std::size_t next = i + decoded.size_bytes;
        if (is_word_character(decoded.code_point)) {
            begin = std::min(begin, i);
            end = next;
        }
        i = next;
    }
    return {begin, end};
}

}  // namespace

void TreeParser::balance_parentheses() {
    std::vector<Token> balanced;
    balanced.reserve(tokens_.size());
    std::vector<Token> open;
    bool glued_breaks = false;
    for (Token& token : tokens_) {
        token.glued = token.glued && !std::exchange(glued_breaks, false);
        if (token.kind == TokenKind::Open) {
            open.push_back(token);
        } else if (token.kind == TokenKind::Close && open.empty()) {
            (void)left_out(
                token.begin,
                token.end,
                {"unopened_parenthesis", "a parenthesis is closed but was never opened", ""});
            glued_breaks = true;
            continue;
        } else if (token.kind == TokenKind::Close) {
            open.pop_back();
        } else if (token.kind == TokenKind::End) {
            for (; !open.empty(); open.pop_back()) {
                leaves_.warning(open.back().begin,
                                open.back().end,
                                {"unclosed_parenthesis",
                                 "a parenthesis is opened and never closed",
                                 "closed at the end"});
                balanced.push_back({TokenKind::Close, token.begin, token.begin, false, {}});
            }
        }
        balanced.push_back(std::move(token));
    }
    tokens_ = std::move(balanced);
}

bool TreeParser::take_foreign_joint(Level& level) {
    const Token& token = peek();
    const bool is_bar = token.kind == TokenKind::Bar;
    if (!is_bar && !is_operator(token, "&&") && !is_operator(token, "XOR")) {
        return false;
    }
    const std::size_t tokens = is_bar && is_listed() ? 2 : 1;
    const bool is_and = is_operator(token, "&&");
    const std::size_t end = peek(tokens - 1).end;
    leaves_.warning(token.begin,
                    end,
                    {"foreign_operator",
                     "there is no operator " + quoted(leaves_.text(token.begin, end)),
                     is_and ? "read as AND" : "read as OR"});
    take_operator(level, is_and ? Joint::And : Joint::Or, tokens);
    return true;
}

bool TreeParser::take_foreign_negation() {
    Token& token = tokens_[at_];
    const std::string_view text = text_of(token);
    const bool is_word = is_and_not(text);
    const bool is_mark = text.front() == '!' || text.starts_with("--");
    if (!is_word && !is_mark) {
        return false;
    }
    const std::size_t begin = token.begin;
    const std::size_t size = is_word ? text.size() : text.find_first_not_of("!-");
    token.begin += std::min(size, text.size());
    leaves_.warning(begin,
                    token.begin,
                    {"foreign_operator",
                     "there is no operator " + quoted(leaves_.text(begin, token.begin)),
                     "read as NOT"});
    if (token.begin == token.end) {
        ++at_;
    }
    return true;
}

bool TreeParser::skip_foreign_marks(std::string_view marks) {
    Token& token = tokens_[at_];
    const std::string_view text = text_of(token);
    const std::size_t size = std::min(text.find_first_not_of(marks), text.size());
    if (size == 0) {
        return false;
    }
    (void)left_out(
        token.begin,
        token.begin + size,
        {"foreign_operator", "there is no operator " + quoted(text.substr(0, size)) + " here", ""});
    token.begin += size;
    if (token.begin == token.end) {
        ++at_;
    }
    return true;
}

std::optional<Node> TreeParser::parse_foreign_operand(const FieldUse& use, BadValue bad) {
    const Token token = peek();
    const auto foreign = options_.lenient ? foreign_field(text_of(token)) : std::nullopt;
    if (!foreign || use.field != nullptr || bad_construct_name(foreign->name)) {
        ++at_;
        return failed_with(token.begin, token.end, std::move(bad));
    }
    FieldUse meant = field_named(foreign->name);
    meant.begin = token.begin;
    leaves_.warning(token.begin,
                    token.begin + foreign->size_bytes,
                    {std::move(bad.code),
                     std::move(bad.message),
                     "read as " + std::string(foreign->name) + ":"});
    if (meant.field->id == schema::FieldId::Said) {
        return parse_construct(foreign->name, foreign->size_bytes - foreign->name.size());
    }
    tokens_[at_].begin += foreign->size_bytes;
    if (tokens_[at_].begin == token.end) {
        ++at_;
    }
    return ends_operand(peek()) ? std::nullopt : parse_values(meant);
}

std::optional<Node> TreeParser::with_name_as_word(std::size_t begin,
                                                  std::size_t end,
                                                  std::optional<Node> values) {
    std::vector<Node> parts;
    if (auto name = words_of({}, begin, end)) {
        parts.push_back(std::move(*name));
    }
    if (values) {
        parts.push_back(std::move(*values));
    }
    return parts.empty() ? std::nullopt : std::optional(join(NodeKind::And, std::move(parts)));
}

std::optional<Node> TreeParser::word_of(const FieldUse& use, std::size_t begin, std::size_t end) {
    Node word;
    word.kind = NodeKind::Word;
    word.span = source_.span(begin, end);
    word.field = use.field;
    word.text = leaves_.text(begin, end);
    if (!can_stand_bare(word)) {
        word.kind = NodeKind::Phrase;
    }
    return counted(std::move(word));
}

std::optional<Node> TreeParser::words_of(const FieldUse& use, std::size_t begin, std::size_t end) {
    const auto [first, last] = word_bounds(leaves_.text(begin, end));
    if (first == last) {
        return std::nullopt;
    }
    const std::string_view text = leaves_.text(begin + first, begin + last);
    const FieldUse words_use = text_use(use);
    Node whole;
    whole.kind = NodeKind::Word;
    whole.field = words_use.field;
    whole.text = text;
    if (can_stand_bare(whole)) {
        return word_of(words_use, begin + first, begin + last);
    }
    std::vector<Node> words;
    constexpr std::size_t none = std::string_view::npos;
    std::size_t run = none;
    for (std::size_t i = 0; i <= text.size() && !stopped_;) {
        const bool at_end = i == text.size();
        const DecodedCodePoint decoded = at_end ? DecodedCodePoint{} : decode_utf8(text, i);
        const bool in_word = !at_end && is_word_character(decoded.code_point);
        if (in_word && run == none) {
            run = i;
        } else if (!in_word && run != none) {
            auto word = word_of(words_use, begin + first + run, begin + first + i);
            if (word) {
                words.push_back(std::move(*word));
            }
            run = none;
        }
        i += at_end ? 1 : decoded.size_bytes;
    }
    return words.empty() ? std::nullopt : std::optional(join(NodeKind::And, std::move(words)));
}

std::optional<Node> TreeParser::repaired_word(const FieldUse& use,
                                              std::size_t begin,
                                              std::size_t end) {
    const std::string_view text = leaves_.text(begin, end);
    const std::size_t wildcard = text.find_first_of("*?!$");
    const std::size_t tilde = fuzzy_mark(text);
    Node word;
    word.kind = NodeKind::Word;
    word.field = text_use(use).field;
    word.span = source_.span(begin, end);
    if (wildcard != std::string_view::npos) {
        const auto [first, last] = word_bounds(text.substr(0, wildcard));
        word.text = text.substr(first, last - first);
        word.prefix = true;
    } else if (tilde > 0) {
        const auto [first, last] = word_bounds(text.substr(0, tilde));
        word.text = text.substr(first, last - first);
        word.fuzzy = default_edits(word.text);
    }
    if (!word.text.empty() && can_stand_bare(word)) {
        return counted(std::move(word));
    }
    return words_of(use, begin, tilde > 0 ? begin + tilde : end);
}

}  // namespace dateline::parse
