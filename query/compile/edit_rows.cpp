// Rows of the edit table, made one by one.
#include "query/compile/edit_rows.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace dateline::compile {

std::u32string letters_of(std::string_view word) {
    std::u32string letters;
    for (std::size_t at = 0; at < word.size();) {
        const DecodedCodePoint next = decode_utf8(word, at);
        letters.push_back(next.code_point);
        at += next.size_bytes;
    }
    return letters;
}

EditRows::EditRows(std::u32string wanted, std::size_t limit)
    : wanted_(std::move(wanted)), limit_(limit), least_{0} {
    for (std::size_t i = 0; i <= wanted_.size(); ++i) {
        cells_.push_back(std::min(i, limit_ + 1));
    }
}

void EditRows::cut(std::size_t size) {
    read_.resize(size);
    cells_.resize((size + 1) * (wanted_.size() + 1));
    least_.resize(size + 1);
}

void EditRows::push(char32_t letter) {
    const std::size_t above = read_.size();
    std::size_t least = std::min(cell(above, 0) + 1, limit_ + 1);
    cells_.push_back(least);
    for (std::size_t i = 1; i <= wanted_.size(); ++i) {
        const std::size_t kept = cell(above, i - 1) + (wanted_[i - 1] == letter ? 0 : 1);
        std::size_t edits = std::min({cell(above, i) + 1, cells_.back() + 1, kept, limit_ + 1});
        const bool swapped =
            i > 1 && above > 0 && wanted_[i - 2] == letter && wanted_[i - 1] == read_.back();
        if (swapped) {
            edits = std::min(edits, cell(above - 1, i - 2) + 1);
        }
        cells_.push_back(edits);
        least = std::min(least, edits);
    }
    least_.push_back(least);
    read_.push_back(letter);
}

std::optional<char32_t> EditRows::next_letter(char32_t from) const {
    constexpr char32_t kFirstSurrogate = 0xD800;
    constexpr char32_t kBehindSurrogates = 0xE000;
    constexpr char32_t kLastCodePoint = 0x10FFFF;
    if (from >= kFirstSurrogate && from < kBehindSurrogates) {
        from = kBehindSurrogates;
    }
    if (from > kLastCodePoint) {
        return std::nullopt;
    }
    const std::size_t row = read_.size();
    if (least_.back() < limit_) {
        return from;  // room for an edit: any letter will do
    }
    // No edit is left: the next letter is one that is wanted where the limit is just kept, or the
    // second one of a swap.
    std::optional<char32_t> next;
    const auto offer = [&](char32_t letter) {
        if (letter >= from && (!next || letter < *next)) {
            next = letter;
        }
    };
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        if (cell(row, i) <= limit_) {
            offer(wanted_[i]);
        }
        const bool swap_begun =
            i > 0 && !read_.empty() && wanted_[i] == read_.back() && cell(row - 1, i - 1) < limit_;
        if (swap_begun) {
            offer(wanted_[i - 1]);
        }
    }
    return next;
}

std::size_t edits_of(EditRows& rows, std::string_view word) {
    rows.cut(0);
    for (std::size_t at = 0; at < word.size() && rows.is_open();) {
        const DecodedCodePoint next = decode_utf8(word, at);
        rows.push(next.code_point);
        at += next.size_bytes;
    }
    return rows.edits();
}

}  // namespace dateline::compile
