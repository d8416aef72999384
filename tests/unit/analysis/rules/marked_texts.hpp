// News texts of our own in many languages with their names marked: written for these tests.
#pragma once

#include <span>
#include <string_view>

namespace dateline::testing {

/// A text with marks: `[P:Angela Merkel]`, `[L:Berlin]`, `[O:NATO]` around names that have to be
/// found, `{P:…}` around names that the rules are known to miss. Nothing else is a name.
struct MarkedText {
    std::string_view lang;
    std::string_view text;
};

/// The texts that the rules were made with.
[[nodiscard]] std::span<const MarkedText> tuned_texts() noexcept;
[[nodiscard]] std::span<const MarkedText> more_tuned_texts() noexcept;

/// Texts that were written afterwards, and that the rules were not changed for.
[[nodiscard]] std::span<const MarkedText> held_out_texts() noexcept;

}  // namespace dateline::testing
