// The inside of Tokenizer: the way of tokens into the list, and the scanner for any Unicode text.
#pragma once

#include "common/text/character_class.hpp"
#include "common/text/tokenizer.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

/// A stretch of the text, in bytes. Stretches begin and end at white space or at the text's ends.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Works on one text at a time, which begin() names; text and list must outlive the work on them.
struct Tokenizer::State {
    /// Starts on `utf8`, with an empty `list`. `word_borders`, if not null, has one flag for each
    /// byte offset, and no token crosses a set one.
    void begin(std::string_view utf8, TokenList& list, const std::vector<bool>* word_borders);

    /// Adds the tokens of one stretch of any Unicode text.
    void add_unicode_stretch(Stretch stretch);

    /// Adds the ASCII word at [start, end); no token of its stretch but those from `first_token`
    /// on.
    void add_ascii_word(std::size_t start, std::size_t end, std::size_t first_token);

private:
    struct CodePoint {
        char32_t value = 0;
        CharacterClass character_class = CharacterClass::Other;
        std::size_t end = 0;  ///< offset behind it
    };

    [[nodiscard]] CodePoint at(std::size_t offset);
    [[nodiscard]] bool is_border(std::size_t offset) const;
    [[nodiscard]] char mark_before(std::size_t start);
    [[nodiscard]] bool is_possessive_gap(std::size_t start) const;
    [[nodiscard]] bool is_lone_letter(std::size_t offset);
    [[nodiscard]] std::size_t joined_end(const CodePoint& joint, const CodePoint& last, bool lone);
    [[nodiscard]] std::size_t word_end(std::size_t start);

    void add_unicode_word(std::size_t start, std::size_t end);
    [[nodiscard]] std::size_t add_character(std::size_t start);
    void add_token(Token token);
    bool make_forms(std::string_view source);
    void close_run();

    std::string_view text_;
    TokenList* list_ = nullptr;
    const std::vector<bool>* word_borders_ = nullptr;
    std::size_t stretch_end_ = 0;
    std::size_t run_start_ = 0;  ///< first token of the open run of characters
    bool run_open_ = false;
    bool space_before_ = true;  ///< white space, or the text's start, since the last token
    CharacterClasses classes_;
    std::string source_, case_folded_, exact_, folded_;
    std::unique_ptr<icu::BreakIterator> dictionary_;  ///< made when the first run is met
    icu::UnicodeString run_;
    std::vector<std::uint32_t> run_tokens_;  ///< token of each UTF-16 unit of run_
};

}  // namespace dateline::text
