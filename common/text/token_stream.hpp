// The token stream of an article: its words in order, as codes, for phrases and positions.
//
// Layout (all numbers are varints): version 1; flags (bit 0: some words are spelled out because two
// of the article share a hash code); size of the title's codes; number of sentence starts, then
// their ascending differences (token numbers over the whole article, first tokens of paragraphs
// left out); then the codes: title, kBorder, first paragraph, kBorder, second paragraph, kBorder …
// (kBorder after every part, also an empty title). See word_codes.hpp for the codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

/// Puts a stream together, part by part: the title first, then each paragraph.
class TokenStreamBuilder {
public:
    /// Adds the next token of the current part. `code` is as append_code() or append_spelled_code()
    /// wrote it.
    void add_token(std::string_view code);

    /// Notes that the next token begins a sentence inside its paragraph.
    void begin_sentence();

    /// Ends the current part; the first call ends the title.
    void end_part();

    /// The bytes of the stream; the builder is empty afterwards.
    [[nodiscard]] std::string finish(bool has_spelled_words);

private:
    std::string codes_;
    std::vector<std::uint32_t> sentence_starts_;
    std::uint32_t tokens_ = 0;
    std::optional<std::size_t> title_bytes_;
};

/// A stream being read: views into bytes that must outlive it.
struct TokenStream {
    bool has_spelled_words = false;
    std::vector<std::uint32_t> sentence_starts;
    std::string_view title;  ///< codes of the title, without its border
    std::string_view lead;   ///< codes of the first paragraph, without its border
    std::string_view body;   ///< codes of all paragraphs, with borders
    std::string_view all;    ///< codes of everything, with borders
};

/// Reads what TokenStreamBuilder wrote; std::nullopt for anything else.
[[nodiscard]] std::optional<TokenStream> read_token_stream(std::string_view bytes);

/// Number of the tokens of `stream`.
[[nodiscard]] std::uint32_t token_count(const TokenStream& stream);

/// One place of a word sequence: the codes any of which may stand there.
using CodeSet = std::vector<std::string>;

/// Whether the words `sequence` stand one after the other somewhere in `codes`, without a border
/// between them. An empty sequence is never found.
[[nodiscard]] bool contains_sequence(std::string_view codes, const std::vector<CodeSet>& sequence);

}  // namespace dateline::text
