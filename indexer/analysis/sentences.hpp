// A text as the tagger reads it: its tokens in sentences, and how each sentence uses capitals.
#pragma once

#include "indexer/analysis/name_tokens.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// What capitals say in a sentence.
enum class SentenceCase : std::uint8_t {
    Normal,
    Upper,  ///< all letters are capitals: a headline, a table head
    Title,  ///< nearly every word begins with a capital: a headline of American style
};

/// Tokens that no name goes beyond.
struct Sentence {
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;  ///< exclusive; never equal to first_token
    SentenceCase letter_case = SentenceCase::Normal;
    bool opens_paragraph = false;
};

/// The tokens of a text and its sentences, which cover all of them in order; beside them the tokens
/// that are searched for, since lists of names are made of these.
struct TokenizedText {
    std::vector<NameToken> tokens;
    std::vector<Sentence> sentences;
    std::vector<std::uint64_t> search_hashes;  ///< hash64() of each search token's folded form
    std::vector<std::uint32_t> search_starts;  ///< the first byte of each search token

    /// For each token the number of search tokens before it, and at the end that of all.
    std::vector<std::uint32_t> first_search;
};

/// Cuts valid UTF-8 `text` of less than 2 GiB into tokens and sentences. A line feed ends a
/// paragraph, and with it a sentence; so do a tab and three blanks, as between the cells of a
/// table; elsewhere text::sentence_starts() decides. A sentence of more than 400 tokens (a list
/// without full stops) is cut there.
[[nodiscard]] TokenizedText tokenize_names(std::string_view text);

}  // namespace dateline::analysis
