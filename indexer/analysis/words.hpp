// The distinct words of a text with the hashes that features are made of: each is computed once.
#pragma once

#include "indexer/analysis/name_lists.hpp"
#include "indexer/analysis/sentences.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::analysis {

/// How a word is written.
enum class WordCase : std::uint8_t {
    None,     ///< no letters
    Lower,    ///< begins with a small letter, or one without case
    Capital,  ///< has a capital: `Paris`, `al-Assad`, `A`
    Upper,    ///< begins with one of at least two capitals, and has no small letter
};

/// One distinct form.
struct Word {
    std::uint64_t exact = 0;  ///< hash of the form; digits count as 0
    std::uint64_t lower = 0;  ///< hash of the form in lower case
    std::uint64_t shape = 0;  ///< hash of its shape: `Xx`, `X.X.`, `d,d`, runs cut at two
    std::array<std::uint64_t, 4> prefixes{};  ///< of 1 to 4 letters of the lower form; 0 if shorter
    std::array<std::uint64_t, 4> suffixes{};
    std::uint32_t lower_id = 0;  ///< number of the lower form among those of the text
    WordCase letter_case = WordCase::None;
    std::uint32_t classes = 0;  ///< what the lists say of the word alone: bits of NameClass
    bool is_title = false;      ///< one word of a title before names: `Mr`, `President`
};

/// What a text shows of all words with one lower form, in sentences of normal case.
struct WordUse {
    bool small = false;           ///< written small
    bool capital_inside = false;  ///< with a capital where no sentence begins
    bool upper = false;           ///< in capitals
    bool after_title = false;     ///< with a capital behind a title (`Mr`, `President`)
    bool after_given = false;     ///< with a capital behind a given name
};

/// Marks in place of words outside a sentence.
inline constexpr std::uint32_t kBeforeSentence = 0;
inline constexpr std::uint32_t kAfterSentence = 1;

/// The words of one text. Tokens in sentences of capitals get the form that the rest of the text,
/// or else usage, gives them: `LONDON` counts as `London`.
class TextWords {
public:
    /// `lists` may be null: no word is then known. Nothing of the arguments is kept.
    TextWords(std::string_view text, const TokenizedText& tokenized, const NameLists* lists);

    /// The number of the word at `token`, an index into the text's tokens.
    [[nodiscard]] std::uint32_t id_of(std::size_t token) const { return ids_[token]; }

    /// All words by number; the first two are the marks.
    [[nodiscard]] const std::vector<Word>& words() const noexcept { return words_; }

    [[nodiscard]] const Word& word_at(std::size_t token) const { return words_[ids_[token]]; }

    [[nodiscard]] const WordUse& use_of(const Word& word) const { return uses_[word.lower_id]; }

    /// How many lower forms there are; lower_id is below it.
    [[nodiscard]] std::size_t lower_forms() const noexcept { return uses_.size(); }

private:
    // Numbers by hash: open addressing over a power of two.
    class Numbers {
    public:
        explicit Numbers(std::size_t expected);

        // The number of `hash`, and whether it is new; new ones get `next`.
        std::pair<std::uint32_t, bool> add(std::uint64_t hash, std::uint32_t next);

    private:
        struct Slot {
            std::uint64_t hash = 0;
            std::uint32_t number = 0;
            bool used = false;
        };
        std::vector<Slot> slots_;
    };

    struct Source;  // what the constructor works from
    std::uint32_t number_of(std::string_view form, std::size_t token, Source& source);
    void note_use(const TokenizedText& tokenized, const Sentence& sentence);
    std::string form_in_capitals(std::size_t token, Source& source);

    std::vector<Word> words_;
    std::vector<WordUse> uses_;
    std::vector<std::uint32_t> ids_;
};

/// `form` in lower case, by letter_of(); valid UTF-8.
[[nodiscard]] std::string lower_form(std::string_view form);

/// `form` with a capital at its start and behind each hyphen and inner apostrophe, and small
/// letters else: `JEAN-PIERRE` gives `Jean-Pierre`; initials (`U.S.`) stay.
[[nodiscard]] std::string title_form(std::string_view form);

}  // namespace dateline::analysis
