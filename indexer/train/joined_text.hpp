// Text out of tokens: puts them together again as they stood in print.
#pragma once

#include "indexer/train/labelled_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

/// How a corpus cuts words.
struct JoinRules {
    bool hyphens_are_tokens = false;  ///< `well - known` stands for `well-known`
};

/// Puts tokens together: `U . S .` becomes `U.S.`, `Putin ’ s` becomes `Putin’s`, signs go to the
/// words they belong to.
class JoinedText {
public:
    explicit JoinedText(JoinRules rules) : rules_(rules) {}

    /// Adds a token of the present paragraph; the byte where it starts.
    std::size_t add(std::string_view token);

    /// Ends the paragraph; the next token begins another.
    void end_paragraph();

    /// How many bytes there are so far: the end of the last token.
    [[nodiscard]] std::size_t size() const noexcept { return text_.size(); }

    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    [[nodiscard]] bool sticks(std::string_view token) const;
    [[nodiscard]] bool sticks_to_sign(std::string_view token) const;

    JoinRules rules_;
    std::string text_;
    std::vector<std::string> paragraph_;  ///< its tokens so far
    bool quote_open_ = false;
    bool pending_break_ = false;
};

}  // namespace dateline::train
