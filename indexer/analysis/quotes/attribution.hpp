// Who says what is quoted: the words beside a quote.
#pragma once

#include "common/article/article.hpp"
#include "indexer/analysis/quotes/quote_marks.hpp"
#include "indexer/analysis/quotes/speech_words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline::analysis {

/// What the words beside a quote say.
struct Attribution {
    bool is_speech = false;                ///< a word of speech stands there
    std::optional<std::size_t> speaker{};  ///< number of the mention that says it, if known
};

/// A text as far as attribution sees it. Views and spans must outlive it.
class AttributionText {
public:
    /// @param quotes  all quotes of the text, in order and without overlaps
    AttributionText(std::string_view text,
                    std::span<const Mention> mentions,
                    std::string_view language,
                    std::span<const QuotedRange> quotes);

    /// What stands beside `quote`, in its sentence; `before` is the end of the quote before it and
    /// `behind` the start of the one behind it, as bytes. What follows on a `brief` quote that no
    /// comma ends is not about it: the "free" market, he said.
    [[nodiscard]] Attribution beside(const QuotedRange& quote,
                                     std::uint32_t before,
                                     std::uint32_t behind,
                                     bool brief) const;

    /// Whether nothing stands before `quote` in its sentence; `before` as in beside().
    [[nodiscard]] bool opens_sentence(const QuotedRange& quote, std::uint32_t before) const;

    /// The subject of the last word of speech between two bytes: indirect speech that a quote
    /// without attribution goes on from.
    [[nodiscard]] Attribution last_between(std::uint32_t begin, std::uint32_t end) const;

private:
    /// How a word stands apart from the one before it.
    enum class Gap : std::uint8_t { None, Comma, Break, Sentence };

    /// A word, or all of a person's name.
    struct Word {
        std::uint32_t start_bytes = 0;
        std::uint32_t end_bytes = 0;
        std::optional<std::size_t> mention{};
        SpeechWord speech = SpeechWord::None;
        Gap gap = Gap::None;
        std::uint32_t paragraph_bytes = 0;              ///< where its paragraph begins
        bool possessive = false;                        ///< `'s` behind it
        bool adverb = false;                            ///< recently
        bool quoted = false;                            ///< inside a quote
        names::Gender gender = names::Gender::Unknown;  ///< of a pronoun
    };
    using Range = std::pair<std::size_t, std::size_t>;  ///< numbers of words, the end exclusive

    void add_paragraph(std::size_t offset, std::string_view paragraph, std::string_view language);
    void mark_quoted(std::span<const QuotedRange> quotes);
    [[nodiscard]] bool has_colon(std::size_t begin, std::size_t end) const;
    [[nodiscard]] Gap gap_between(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::size_t word_at(std::uint32_t byte) const;
    [[nodiscard]] Range words_behind(const QuotedRange& quote, std::uint32_t limit) const;
    [[nodiscard]] Range words_before(const QuotedRange& quote, std::uint32_t limit) const;
    [[nodiscard]] Attribution read_behind(Range words, bool brief) const;
    [[nodiscard]] Attribution read_before(Range words) const;
    [[nodiscard]] Attribution according(Range words, std::size_t at) const;
    [[nodiscard]] std::optional<Attribution> subject_before(std::size_t verb, Range words) const;
    [[nodiscard]] Attribution subject_behind(std::size_t verb, Range words) const;
    [[nodiscard]] Attribution named(std::size_t word) const;
    [[nodiscard]] bool may_be_subject(std::size_t word, std::size_t first) const;
    [[nodiscard]] std::optional<std::size_t> meaning(std::size_t pronoun) const;
    [[nodiscard]] names::Gender gender_of(const Mention& mention) const;

    std::string_view text_;
    std::span<const Mention> mentions_;
    std::vector<Word> words_;
    std::vector<std::size_t> colons_;                              ///< their bytes
    std::size_t next_mention_ = 0;                                 ///< while words are added
    std::unordered_map<std::string_view, names::Gender> genders_;  ///< of people with titles
};

}  // namespace dateline::analysis
