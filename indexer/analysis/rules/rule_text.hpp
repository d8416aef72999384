// A text of any language as the rules for names read it: search tokens, since the gazetteer is made
// of these, with how they are written and what stands between them.
#pragma once

#include "common/gazetteer/token_hash.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/words.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// The writing that a token's first letter belongs to, as far as rules differ.
enum class RuleScript : std::uint8_t {
    Cased,       ///< Latin, Greek, Cyrillic, Armenian: names begin with capitals
    Arabic,      ///< no capitals; short words are written together with the next one
    Hebrew,      ///< as Arabic
    Hangul,      ///< no capitals; particles are written together with the word before
    Han,         ///< no capitals, no blanks: every character is a token
    Katakana,    ///< no blanks, but foreign names are runs of nothing else
    OtherRuns,   ///< no capitals, no blanks: Hiragana, Thai, Lao, Khmer, Myanmar
    OtherWords,  ///< no capitals: Devanagari and the other scripts of India, Georgian, Ethiopic …
    None,        ///< begins with a digit
};

/// What stands before a token.
enum class RuleGap : std::uint8_t {
    Space,       ///< white space other than a line feed
    Nothing,     ///< the token before touches it
    Hyphen,      ///< a hyphen alone
    Apostrophe,  ///< an apostrophe alone
    FullStop,    ///< a full stop, and perhaps white space
    Dot,         ///< the middle dot between the parts of foreign names in East Asia
    Break,       ///< anything else, a line feed, or the text's start: no name goes over it
};

/// One token.
struct RuleToken {
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;
    RuleScript script = RuleScript::None;
    RuleGap gap = RuleGap::Break;
    WordCase letter_case = WordCase::None;
    bool opens_sentence = false;   ///< its capital says nothing
    bool opens_paragraph = false;  ///< first of its line
    bool shouts = false;           ///< in a line of capitals
    std::uint8_t letters = 0;      ///< code points, at most 255
};

/// The tokens of one text. Views of forms live as long as the object.
class RuleText {
public:
    /// Cuts valid UTF-8 `text` of less than 2 GiB, which must outlive the object.
    explicit RuleText(std::string_view text);

    [[nodiscard]] std::size_t size() const noexcept { return tokens_.size(); }
    [[nodiscard]] const RuleToken& at(std::size_t token) const noexcept { return tokens_[token]; }
    [[nodiscard]] gazetteer::TokenHash hash(std::size_t token) const noexcept {
        return hashes_[token];
    }

    /// The folded form of a token, as names are made of.
    [[nodiscard]] std::string_view folded(std::size_t token) const noexcept {
        return list_.folded(list_.tokens()[token]);
    }

    /// The hashes of the tokens from `token` on as far as a name can go.
    [[nodiscard]] std::span<const gazetteer::TokenHash> run_at(std::size_t token) const noexcept {
        return std::span(hashes_).subspan(token, run_ends_[token] - token);
    }

    /// The end of the run of run_at(), as a token number.
    [[nodiscard]] std::size_t run_end(std::size_t token) const noexcept { return run_ends_[token]; }

    [[nodiscard]] std::string_view bytes(std::size_t token) const noexcept {
        return text_.substr(tokens_[token].start_bytes,
                            tokens_[token].end_bytes - tokens_[token].start_bytes);
    }

    /// The bytes from the start of `first` to the end of the token before `end`.
    [[nodiscard]] std::string_view between(std::size_t first, std::size_t end) const noexcept {
        return text_.substr(tokens_[first].start_bytes,
                            tokens_[end - 1].end_bytes - tokens_[first].start_bytes);
    }

    /// Whether a token is letters with full stops between them, and another one directly behind it:
    /// `U.S.`.
    [[nodiscard]] bool is_dotted(std::size_t token) const noexcept {
        const std::size_t end = tokens_[token].end_bytes;
        return bytes(token).find('.') != std::string_view::npos && end < text_.size() &&
               text_[end] == '.';
    }

    /// Dictionary words of three or more characters in scripts without blanks.
    [[nodiscard]] const std::vector<text::RunWord>& run_words() const noexcept {
        return list_.run_words();
    }

    /// Whether the tokens [first, end) touch a sign that parts addresses of the web: `berlin.de`.
    [[nodiscard]] bool is_part_of_address(std::size_t first, std::size_t end) const noexcept;

    /// Whether a word with capitals is written small elsewhere in the text.
    [[nodiscard]] bool is_small_elsewhere(std::size_t token) const noexcept;

    /// Whether a word is written with a capital where no sentence begins.
    [[nodiscard]] bool has_capital_inside(std::size_t token) const noexcept;

private:
    void find_gaps();
    void find_runs();
    void find_shouting();
    void note_uses();

    std::string_view text_;
    text::TokenList list_;
    std::vector<RuleToken> tokens_;
    std::vector<gazetteer::TokenHash> hashes_;
    std::vector<std::uint32_t> run_ends_;
    std::vector<gazetteer::TokenHash> small_;    // of words written small, sorted
    std::vector<gazetteer::TokenHash> capital_;  // of words with a capital inside sentences, sorted
};

}  // namespace dateline::analysis
