// What the rules that settle names share: ranges and words of a text, and what lists say of them.
#pragma once

#include "common/gazetteer/name_class.hpp"
#include "indexer/analysis/name_mentions.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace dateline::analysis {

/// What the lists say of the whole of a range of the text.
using ClassesOf = std::function<gazetteer::NameClasses(ByteRange)>;

/// Classes of the places that a name stands for even where other things are called so.
inline constexpr gazetteer::NameClasses kGreatPlaces{gazetteer::NameClass::Country,
                                                     gazetteer::NameClass::Region,
                                                     gazetteer::NameClass::Division,
                                                     gazetteer::NameClass::LargeCity};

/// The bytes of `range` in `text`.
[[nodiscard]] inline std::string_view bytes_of(std::string_view text, ByteRange range) {
    return text.substr(range.start_bytes, range.end_bytes - range.start_bytes);
}

/// `bytes` as ranges hold it; texts have less than 4 GiB.
[[nodiscard]] inline std::uint32_t offset(std::size_t bytes) {
    return static_cast<std::uint32_t>(bytes);
}

/// Whether `name` is one word.
[[nodiscard]] inline bool is_single(std::string_view name) {
    return name.find_first_of(" \n") == std::string_view::npos;
}

/// The first word of `name`, which may be all of it.
[[nodiscard]] inline std::string_view first_word(std::string_view name) {
    return name.substr(0, name.find_first_of(" \n"));
}

/// The last word of `name`, which may be all of it.
[[nodiscard]] inline std::string_view last_word(std::string_view name) {
    return name.substr(name.find_last_of(" \n") + 1);
}

/// Whether `byte` is a capital of ASCII.
[[nodiscard]] constexpr bool is_capital(char byte) noexcept {
    return byte >= 'A' && byte <= 'Z';
}

/// Whether `list` holds `word`.
template <std::size_t Size>
[[nodiscard]] bool is_in(const std::array<std::string_view, Size>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Whether `word`, perhaps with a full stop behind it, is a form that only companies have at their
/// end: Inc, AG, Plc.
[[nodiscard]] bool is_legal_form(std::string_view word) noexcept;

/// An organisation in `range` of a text.
[[nodiscard]] NameMention organisation(ByteRange range);

}  // namespace dateline::analysis
