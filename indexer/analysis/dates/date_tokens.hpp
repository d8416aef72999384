// The tokens of a text as the grammar of dates asks for them.
#pragma once

#include "indexer/analysis/dates/date_scanner.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

namespace dateline::analysis {

/// A view of tokens and of their text, which must outlive it. Every index is allowed; behind the
/// end there is nothing.
class DateTokens {
public:
    DateTokens(std::string_view text, std::span<const ScanToken> tokens)
        : text_(text), tokens_(tokens) {}

    [[nodiscard]] std::size_t size() const noexcept { return tokens_.size(); }
    [[nodiscard]] const ScanToken& operator[](std::size_t at) const {
        return at < tokens_.size() ? tokens_[at] : nothing_;
    }
    [[nodiscard]] WordClass word_class(std::size_t at) const { return (*this)[at].word_class; }
    [[nodiscard]] bool is(std::size_t at, WordClass wanted) const {
        return word_class(at) == wanted;
    }
    [[nodiscard]] bool is_any(std::size_t at, std::initializer_list<WordClass> wanted) const {
        return std::find(wanted.begin(), wanted.end(), word_class(at)) != wanted.end();
    }
    /// The value of a word of WordClass::Unit, Units or Step.
    [[nodiscard]] Unit unit(std::size_t at) const { return static_cast<Unit>(value(at)); }
    [[nodiscard]] Step step(std::size_t at) const { return static_cast<Step>(value(at)); }
    [[nodiscard]] int value(std::size_t at) const { return (*this)[at].value; }
    [[nodiscard]] bool is_mark(std::size_t at, char mark) const {
        return (*this)[at].mark == mark && at < tokens_.size() &&
               tokens_[at].kind == ScanKind::Mark;
    }
    [[nodiscard]] bool is_number(std::size_t at) const {
        return at < tokens_.size() && tokens_[at].kind == ScanKind::Number;
    }
    [[nodiscard]] bool is_word(std::size_t at) const {
        return at < tokens_.size() && tokens_[at].kind == ScanKind::Word;
    }
    /// The number of digits of the number at `at`; 0 if there is none.
    [[nodiscard]] std::size_t digits(std::size_t at) const {
        const bool number = is_number(at) && tokens_[at].value != kNoNumber;
        return number ? tokens_[at].end_bytes - tokens_[at].start_bytes : 0;
    }
    /// Whether the token at `at` stands directly behind the one before it.
    [[nodiscard]] bool is_attached(std::size_t at) const {
        return at > 0 && at < tokens_.size() && !tokens_[at].after_space;
    }
    /// The bytes of the token at `at`; empty behind the end.
    [[nodiscard]] std::string_view text(std::size_t at) const {
        const ScanToken& token = (*this)[at];
        return text_.substr(token.start_bytes, token.end_bytes - token.start_bytes);
    }
    /// The bytes of the tokens from `first` to `next`, exclusive.
    [[nodiscard]] std::string_view text(std::size_t first, std::size_t next) const {
        const std::size_t from = (*this)[first].start_bytes;
        return text_.substr(from, (*this)[next - 1].end_bytes - from);
    }

private:
    std::string_view text_;
    std::span<const ScanToken> tokens_;
    ScanToken nothing_{};
};

}  // namespace dateline::analysis
