// Reads counts, boosts, edits and slops.
#include "query/parse/marks.hpp"

#include "common/base/utf8.hpp"
#include "query/parse/source_text.hpp"

#include <charconv>
#include <string>

namespace dateline::parse {
namespace {

constexpr std::string_view kClosing = ",;:.?!";
constexpr std::size_t kShortWord = 5;  ///< letters of a word in which one edit is looked for

std::string_view without_closing(std::string_view text) noexcept {
    return text.substr(0, text.find_last_not_of(kClosing) + 1);
}

/// Whether all code points of `text` are word characters.
bool is_one_word(std::string_view text) noexcept {
    return count_code_points(text) == count_word_characters(text);
}

}  // namespace

bool is_digits(std::string_view text) noexcept {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::uint32_t> read_count(std::string_view digits, std::uint32_t most) {
    std::uint32_t count = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, count);
    const bool fits = failure == std::errc() && stop == end && count >= 1 && count <= most;
    return fits ? std::optional(count) : std::nullopt;
}

std::optional<std::string_view> numbered_name(std::string_view text, std::string_view name) {
    const bool fits = text.size() > name.size() && is_digits(text.substr(name.size())) &&
                      ascii_lower(text.substr(0, name.size())) == name;
    return fits ? std::optional(text.substr(name.size())) : std::nullopt;
}

std::size_t fuzzy_mark(std::string_view word) noexcept {
    const std::size_t mark = word.find_last_not_of("0123456789.");
    return mark != std::string_view::npos && word[mark] == '~' ? mark : 0;
}

std::size_t boost_size(std::string_view text) noexcept {
    const std::size_t mark = text.rfind('^');
    if (mark == std::string_view::npos || mark == 0) {
        return 0;
    }
    const std::string_view number = without_closing(text.substr(mark + 1));
    const bool is_number =
        !number.empty() && number.find_first_not_of("0123456789.") == std::string_view::npos;
    return is_number ? text.size() - mark : 0;
}

std::variant<double, BadValue> read_boost(std::string_view text) {
    const std::string_view number = without_closing(text.substr(1));
    double boost = 0;
    const char* const end = number.data() + number.size();
    const auto [stop, failure] =
        std::from_chars(number.data(), end, boost, std::chars_format::fixed);
    if (failure != std::errc() || stop != end || !(boost >= kMinBoost && boost <= kMaxBoost)) {
        return BadValue{"bad_boost",
                        quoted(text) + " is no weight",
                        "weights are ^" + print_boost(kMinBoost) + " to ^" +
                            print_boost(kMaxBoost) + ", as in oil^2"};
    }
    return boost;
}

std::uint32_t default_edits(std::string_view word) noexcept {
    return count_word_characters(word) <= kShortWord ? 1 : 2;
}

std::variant<std::uint32_t, BadValue> read_edits(std::string_view word, std::string_view mark) {
    const std::string_view number = mark.substr(1);
    const std::uint32_t edits = number.empty()  ? default_edits(word)
                                : number == "1" ? 1
                                : number == "2" ? 2
                                                : 0;
    const std::string bare(word);
    if (edits == 0) {
        return BadValue{"bad_edits",
                        quoted(mark) + " is no number of edits",
                        "write " + bare + "~1 or " + bare + "~2"};
    }
    if (!is_one_word(word)) {
        return BadValue{"bad_edits",
                        "'~' stands behind one word of letters and digits",
                        "leave it out, or write the words apart"};
    }
    const std::size_t least = edits == 1 ? kMinFuzzyCharacters : kMinTwiceFuzzyCharacters;
    if (count_word_characters(word) < least) {
        return BadValue{"fuzzy_too_short",
                        quoted(bare + std::string(mark)) + " would match too many words",
                        edits == 2 && count_word_characters(word) >= kMinFuzzyCharacters
                            ? "write " + bare + "~1"
                            : "write at least " + std::to_string(least) + " letters before ~"};
    }
    return edits;
}

std::variant<std::uint32_t, BadValue> read_slop(std::string_view mark) {
    const std::string_view number = without_closing(mark.substr(1));
    if (number == "0") {
        return 0U;
    }
    const auto slop = is_digits(number) ? read_count(number, kMaxDistance) : std::nullopt;
    if (!slop) {
        return BadValue{"bad_slop",
                        quoted(mark) + " behind a phrase is no number of words",
                        "write ~0 to ~" + std::to_string(kMaxDistance) + ", as in \"a b\"~3"};
    }
    return *slop;
}

}  // namespace dateline::parse
