// How far a word that is read letter by letter is from a wanted one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::compile {

/// `word`, UTF-8, as code points.
[[nodiscard]] std::u32string letters_of(std::string_view word);

/// The table of edit distances between a wanted word and the beginnings of another one, a row for
/// each letter of that: so that words in byte order share the rows of what they begin with.
///
/// An edit is an insertion, a deletion, a substitution or a swap of two neighbours, of code points;
/// no part is edited twice (optimal string alignment, Boytsov 2011, section 2.1).
class EditRows {
public:
    /// @param limit  the most edits that matter
    EditRows(std::u32string wanted, std::size_t limit);

    /// Letters that were read and not cut off.
    [[nodiscard]] const std::u32string& read() const noexcept { return read_; }

    /// Forgets all but the first `size` letters; `size` is at most their number.
    void cut(std::size_t size);

    /// Reads one more letter.
    void push(char32_t letter);

    /// Whether what was read is the beginning of any word within the limit.
    [[nodiscard]] bool is_open() const noexcept { return least_.back() <= limit_; }

    /// The edits between all that was read and the wanted word; more than the limit if it is more.
    [[nodiscard]] std::size_t edits() const noexcept { return cells_.back(); }

    /// The first letter from `from` on that keeps the beginning open; std::nullopt if there is
    /// none, or none that is a code point.
    [[nodiscard]] std::optional<char32_t> next_letter(char32_t from) const;

private:
    /// Cell `i` of row `row`: the edits between as many letters of what was read and of the wanted
    /// word, or one more than the limit.
    [[nodiscard]] std::size_t cell(std::size_t row, std::size_t i) const noexcept {
        return cells_[row * (wanted_.size() + 1) + i];
    }

    std::u32string wanted_;
    std::size_t limit_;
    std::u32string read_;
    std::vector<std::size_t> cells_;  ///< of the rows, one after the other: one more than letters
    std::vector<std::size_t> least_;  ///< of each row
};

/// The edits between the word of `rows` and `word`, UTF-8; more than the limit if it is more. What
/// `rows` had read is forgotten.
[[nodiscard]] std::size_t edits_of(EditRows& rows, std::string_view word);

}  // namespace dateline::compile
