// Words by the tokenizer of the index.
#include "query/parse/bag_of_words.hpp"

#include "common/text/tokenizer.hpp"
#include "query/parse/problem_list.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace dateline::parse {
namespace {

using text::Token;
using text::TokenKind;

Node word_node(std::string text, std::size_t begin, std::size_t end) {
    Node node;
    node.kind = NodeKind::Word;
    node.span = {begin, end - begin};
    node.text = std::move(text);
    return node;
}

/// Whether `token` and the one before it are characters of one run.
bool continues_run(const Token& before, const Token& token) {
    return before.kind == TokenKind::Character && token.kind == TokenKind::Character &&
           token.joined;
}

std::vector<Node> words_of(const text::TokenList& list) {
    const std::vector<Token>& tokens = list.tokens();
    std::vector<Node> words;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const bool goes_on = i + 1 < tokens.size() && continues_run(token, tokens[i + 1]);
        std::string form(list.exact(token));
        if (goes_on) {
            form += list.exact(tokens[i + 1]);
            words.push_back(word_node(std::move(form), token.start_bytes, tokens[i + 1].end_bytes));
        } else if (i == 0 || !continues_run(tokens[i - 1], token)) {
            words.push_back(word_node(std::move(form), token.start_bytes, token.end_bytes));
        }
    }
    return words;
}

/// `words` with each of them once, its boost telling how often it was there.
std::vector<Node> counted(std::vector<Node> words) {
    std::unordered_map<std::string, std::size_t> places;
    std::vector<Node> once;
    for (Node& word : words) {
        const auto [place, is_new] = places.try_emplace(word.text, once.size());
        if (is_new) {
            once.push_back(std::move(word));
        } else {
            Node& first = once[place->second];
            first.boost = std::min(first.boost + 1, kMaxBoost);
        }
    }
    return once;
}

}  // namespace

Parsed read_bag_of_words(std::string_view text) {
    Parsed parsed;
    if (auto problem = check_bytes(text)) {
        parsed.errors.push_back(std::move(*problem));
        return parsed;
    }
    text::Tokenizer tokenizer;
    text::TokenList list;
    tokenizer.tokenize(text, list);
    std::vector<Node> words = counted(words_of(list));
    if (words.empty()) {
        parsed.errors.push_back({"empty_query",
                                 {0, text.size()},
                                 "the text has no letters or digits to search for",
                                 "write some words"});
        return parsed;
    }
    if (words.size() == 1) {
        parsed.tree = std::move(words.front());
        return parsed;
    }
    Node any;
    any.kind = NodeKind::Or;
    any.span = {0, text.size()};
    any.children = std::move(words);
    parsed.tree = std::move(any);
    return parsed;
}

}  // namespace dateline::parse
