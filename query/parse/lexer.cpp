// Lexical analysis of queries.
#include "query/parse/lexer.hpp"

#include "common/base/utf8.hpp"
#include "query/parse/foreign.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dateline::parse {
namespace {

constexpr std::string_view kEndOfRun = " \"()|";

/// Reads the phrase whose opening quote is at `begin`; Token::end stays `begin` if it is not
/// closed.
Token cut_phrase(const SourceText& source, std::size_t begin) {
    const std::string_view text = source.text();
    Token token{TokenKind::Phrase, begin, begin, false, {}};
    std::string content;
    std::size_t at = begin + 1;
    while (at < text.size() && text[at] != '"') {
        if (text[at] == '\\' && at + 1 < text.size() &&
            (text[at + 1] == '"' || text[at + 1] == '\\')) {
            ++at;
        }
        const std::size_t next = at + decode_utf8(text, at).size_bytes;
        content += source.raw(at, next);
        at = next;
    }
    token.phrase = collapse_spaces(content);
    if (at < text.size()) {
        token.end = at + 1;
    }
    return token;
}

TokenKind kind_of(char c) noexcept {
    switch (c) {
        case '(':
            return TokenKind::Open;
        case ')':
            return TokenKind::Close;
        case '|':
            return TokenKind::Bar;
        case '"':
            return TokenKind::Phrase;
        default:
            return TokenKind::Text;
    }
}

Token cut_token(const SourceText& source, std::size_t begin) {
    const std::string_view text = source.text();
    const TokenKind kind = kind_of(text[begin]);
    if (kind == TokenKind::Phrase) {
        return cut_phrase(source, begin);
    }
    if (kind != TokenKind::Text) {
        return {kind, begin, begin + 1, false, {}};
    }
    const std::size_t end = text.find_first_of(kEndOfRun, begin);
    return {kind, begin, end == std::string_view::npos ? text.size() : end, false, {}};
}

/// Whether a Text token without letters and digits means something all the same.
bool is_operator(std::string_view text,
                 const Token* before,
                 const Token& token,
                 const Token& after) {
    if (text.find('*') != std::string_view::npos || text.find("&&") != std::string_view::npos) {
        return true;
    }
    if (after.glued && (after.kind == TokenKind::Phrase || after.kind == TokenKind::Open)) {
        return std::string_view("-=!+~@<>").find(text.back()) != std::string_view::npos;
    }
    return before != nullptr && token.glued &&
           (before->kind == TokenKind::Phrase || before->kind == TokenKind::Close) &&
           (text.front() == '~' || text.front() == '^');
}

/// Whether `text` between two operands compares, as in `DATE > 1987`.
bool is_comparison(const SourceText& source,
                   std::string_view text,
                   const Token* before,
                   const Token& after) {
    if (before == nullptr || before->kind != TokenKind::Text || !comparison_sign(text)) {
        return false;
    }
    const std::string_view value = source.text().substr(after.begin, after.end - after.begin);
    const bool has_value = after.kind == TokenKind::Text
                               ? count_word_characters(value) > 0 || value == "*"
                               : after.kind == TokenKind::Phrase || after.kind == TokenKind::Open;
    std::string_view name = source.text().substr(before->begin, before->end - before->begin);
    name.remove_prefix(std::min(name.find_first_not_of("+-!"), name.size()));
    return has_value && is_field_name(name);
}

std::vector<Token> without_punctuation(const SourceText& source, std::vector<Token> tokens) {
    std::vector<Token> kept;
    kept.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        const std::string_view text = source.text().substr(token.begin, token.end - token.begin);
        const Token* const before = kept.empty() ? nullptr : &kept.back();
        if (token.kind == TokenKind::Text && count_word_characters(text) == 0 &&
            !is_operator(text, before, token, tokens[i + 1]) &&
            !is_comparison(source, text, before, tokens[i + 1])) {
            tokens[i + 1].glued = false;
        } else {
            kept.push_back(std::move(token));
        }
    }
    return kept;
}

}  // namespace

std::vector<Token> cut_tokens(const SourceText& source, ProblemList& problems, bool lenient) {
    const std::string_view text = source.text();
    std::vector<Token> tokens;
    std::size_t at = text.find_first_not_of(' ');
    while (at < text.size()) {
        Token token = cut_token(source, at);
        if (token.end == token.begin && lenient) {
            problems.warning({"unclosed_quote",
                              source.span(at, at + 1),
                              "a quote is opened and never closed",
                              "closed at the end"});
            token.end = text.size();
        }
        if (token.end == token.begin) {
            problems.error({"unclosed_quote",
                            source.span(at, at + 1),
                            "a quote is opened and never closed",
                            "close it, or write \\\" for a quote inside a phrase"});
            break;
        }
        token.glued = !tokens.empty() && tokens.back().end == token.begin;
        at = text.find_first_not_of(' ', token.end);
        tokens.push_back(std::move(token));
    }
    tokens.push_back({TokenKind::End, text.size(), text.size(), false, {}});
    return without_punctuation(source, std::move(tokens));
}

}  // namespace dateline::parse
