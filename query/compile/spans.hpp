// Stretches of tokens in an article, and what the operators of place make of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::compile {

/// Tokens in a row, numbered over the whole article.
struct Span {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  ///< inclusive

    friend bool operator==(const Span&, const Span&) = default;
    friend auto operator<=>(const Span&, const Span&) = default;
};

/// The places of something: ascending, each once. They may overlap.
using Spans = std::vector<Span>;

/// The tokens from `begin` up to `end`.
struct Window {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  ///< exclusive

    [[nodiscard]] bool holds(const Span& span) const noexcept {
        return span.first >= begin && span.last < end;
    }
};

/// Most pairs of places of two operands, and most windows of a loose phrase, that are looked at one
/// by one in one article; see near_spans() and phrase_spans().
inline constexpr std::size_t kMaxPairs = std::size_t{1} << 16U;

/// All of both.
[[nodiscard]] Spans either_of(const Spans& a, const Spans& b);

/// From the first to the last token of each pair of a place of `a` and one of `b` that do not
/// overlap and of which the nearest ends are at most `distance` tokens apart: 1 means side by side.
/// With `ordered` the place of `a` must be the first. No pair reaches over the border of a
/// paragraph.
///
/// Takes time in proportion to the places and the pairs. Where there are more than kMaxPairs, as in
/// no text that somebody wrote, only the shortest places are used: those that hold no other one of
/// the same operand, and of each the nearest before and behind it.
///
/// @param paragraph_of  for each token the number of its paragraph, ascending
[[nodiscard]] Spans near_spans(const Spans& a,
                               const Spans& b,
                               std::uint32_t distance,
                               bool ordered,
                               const std::vector<std::uint32_t>& paragraph_of);

/// Where the words of a phrase stand. `places[i]` are the tokens at which word i stands, ascending.
///
/// With `slop` 0 one behind the other. Else each word may be away from where the phrase has it, two
/// of them by at most `slop` tokens against each other (Lucene's meaning of `"a b"~2`: two other
/// words between them, or the two exchanged); equal words need tokens of their own. Of all ways to
/// begin at a token, the one found first from the left counts. Never over the border of a
/// paragraph.
[[nodiscard]] Spans phrase_spans(const std::vector<const std::vector<std::uint32_t>*>& places,
                                 std::uint32_t slop,
                                 const std::vector<std::uint32_t>& paragraph_of);

/// The places of `spans` in `window`.
[[nodiscard]] Spans within(const Spans& spans, Window window);

/// Whether any of `spans` lies in `window`.
[[nodiscard]] bool any_within(const Spans& spans, Window window);

/// The largest number of `spans` that do not overlap each other.
[[nodiscard]] std::size_t count_apart(const Spans& spans);

}  // namespace dateline::compile
