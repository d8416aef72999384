// The time of day beside a date in running text.
#include "common/time/written_clock.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::time {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Tokens between a date and its time of day.
constexpr std::size_t kMaxBetween = 7;

using Tokens = std::span<const DateToken>;

bool is_word(Tokens tokens, std::size_t at, std::string_view word) {
    return at < tokens.size() && tokens[at].text == word;
}

template <std::size_t N>
bool is_any(Tokens tokens, std::size_t at, const std::array<std::string_view, N>& words) {
    return at < tokens.size() &&
           std::find(words.begin(), words.end(), tokens[at].text) != words.end();
}

/// The number there if it has at most two digits and is at most `highest`; else -1.
int small_number(Tokens tokens, std::size_t at, int highest) {
    const bool small = at < tokens.size() && tokens[at].kind == DateTokenKind::Number &&
                       tokens[at].text.size() <= 2 && tokens[at].value <= highest;
    return small ? tokens[at].value : -1;
}

/// Whether a word near `at` says that `18.02` is a time.
bool named_as_time(Tokens tokens, std::size_t at, std::size_t end) {
    constexpr auto before = std::to_array<std::string_view>(
        {"klo", "kl", "kell", "ore", "pukul", "jam", "alle", "um", "at", "as", "о"});
    constexpr auto after =
        std::to_array<std::string_view>({"uhr", "wib", "wita", "wit", "h", "hrs", "น"});
    constexpr auto halves = std::to_array<std::string_view>({"am", "pm", "a", "p"});
    const bool named =
        at > 0 && (is_any(tokens, at - 1, before) ||
                   (at > 1 && is_word(tokens, at - 1, ".") && is_any(tokens, at - 2, before)));
    return named || is_any(tokens, end, after) || is_any(tokens, end, halves);
}

/// 1 for the afternoon, 0 for the morning, -1 if the words there say neither.
int half_after(Tokens tokens, std::size_t at) {
    if (is_word(tokens, at, "pm") || is_word(tokens, at, "μμ") || is_word(tokens, at, "م")) {
        return 1;
    }
    if (is_word(tokens, at, "am") || is_word(tokens, at, "πμ") || is_word(tokens, at, "ص")) {
        return 0;
    }
    const bool dotted = is_word(tokens, at + 1, ".") || is_word(tokens, at + 1, "m");
    if (dotted && (is_word(tokens, at + 2, "m") || is_word(tokens, at + 1, "m"))) {
        return is_word(tokens, at, "p") ? 1 : (is_word(tokens, at, "a") ? 0 : -1);
    }
    return -1;
}

/// As half_after(), for the words before the time in East Asia.
int half_before(Tokens tokens, std::size_t at) {
    if (at < 2) {
        return -1;
    }
    const std::string_view first = tokens[at - 2].text;
    const std::string_view second = tokens[at - 1].text;
    if ((first == "오" && second == "후") || (first == "下" && second == "午") ||
        (first == "午" && second == "後")) {
        return 1;
    }
    const bool morning = (first == "오" && second == "전") || (first == "上" && second == "午") ||
                         (first == "午" && second == "前");
    return morning ? 0 : -1;
}

struct NamedOffset {
    std::string_view name;
    int offset_minutes;
};

/// Abbreviations that mean one offset wherever they are printed.
constexpr std::array<NamedOffset, 28> kOffsets{
    {{"z", 0},      {"utc", 0},    {"gmt", 0},    {"wet", 0},    {"west", 60}, {"bst", 60},
     {"cet", 60},   {"cest", 120}, {"mez", 60},   {"mesz", 120}, {"eet", 120}, {"eest", 180},
     {"msk", 180},  {"мск", 180},  {"sast", 120}, {"eat", 180},  {"wat", 60},  {"pkt", 300},
     {"wib", 420},  {"wita", 480}, {"hkt", 480},  {"sgt", 480},  {"kst", 540}, {"jst", 540},
     {"est", -300}, {"edt", -240}, {"pst", -480}, {"pdt", -420}}};

/// `+3`, `+0300`, `+03:00` at `at`.
std::optional<minutes> signed_offset(Tokens tokens, std::size_t at) {
    const bool west = is_word(tokens, at, "-") || is_word(tokens, at, "\u2212");
    if ((!west && !is_word(tokens, at, "+")) || at + 1 >= tokens.size() ||
        tokens[at + 1].after_space || tokens[at + 1].kind != DateTokenKind::Number) {
        return std::nullopt;
    }
    const DateToken& number = tokens[at + 1];
    minutes offset{-1};
    if (number.text.size() == 4) {
        offset = hours(number.value / 100) + minutes(number.value % 100);
    } else if (number.text.size() <= 2) {
        const int rest = is_word(tokens, at + 2, ":") ? small_number(tokens, at + 3, 59) : -1;
        offset = hours(number.value) + minutes(std::max(rest, 0));
    }
    if (offset < minutes(0) || offset > hours(15)) {
        return std::nullopt;
    }
    return west ? -offset : offset;
}

std::optional<minutes> zone_at(Tokens tokens, std::size_t at) {
    at += is_word(tokens, at, "(") ? 1U : 0U;
    if (at >= tokens.size()) {
        return std::nullopt;
    }
    const auto* const named =
        std::find_if(kOffsets.begin(), kOffsets.end(), [&](const NamedOffset& zone) {
            return zone.name == tokens[at].text;
        });
    if (named == kOffsets.end()) {
        return signed_offset(tokens, at);
    }
    if (named->offset_minutes == 0) {
        if (const auto further = signed_offset(tokens, at + 1)) {
            return further;
        }
    }
    return minutes(named->offset_minutes);
}

struct HourAndMinute {
    int hour = 0;
    int minute = 0;
    std::size_t next = 0;  ///< token behind them
};

/// `18:02`, `18h02`, `18h`, `18 Uhr`, `18時2分`, `18.02 Uhr`, `6 pm` at `at`.
std::optional<HourAndMinute> hour_and_minute(Tokens tokens, std::size_t at) {
    constexpr auto signs =
        std::to_array<std::string_view>({":", "h", "時", "时", "点", "點", "시", "ч", "∶"});
    const int hour = small_number(tokens, at, 23);
    const int minute = small_number(tokens, at + 2, 59);
    if (hour < 0) {
        return std::nullopt;
    }
    if (is_any(tokens, at + 1, signs)) {
        const bool colon = is_word(tokens, at + 1, ":") || is_word(tokens, at + 1, "∶");
        const bool two_digits = minute >= 0 && tokens[at + 2].text.size() == 2;
        if (colon && !two_digits) {
            return std::nullopt;
        }
        const bool further = minute >= 0 && (colon || two_digits || !is_word(tokens, at + 1, "h"));
        return HourAndMinute{hour, further ? minute : 0, further ? at + 3 : at + 2};
    }
    if (is_word(tokens, at + 1, ".") && minute >= 0 && tokens[at + 2].text.size() == 2 &&
        named_as_time(tokens, at, at + 3)) {
        return HourAndMinute{hour, minute, at + 3};
    }
    if (is_word(tokens, at + 1, "uhr") || half_after(tokens, at + 1) >= 0) {
        return HourAndMinute{hour, 0, at + 1};
    }
    return std::nullopt;
}

/// The time of day that starts at `at`.
std::optional<WrittenClock> clock_at(Tokens tokens, std::size_t at) {
    const auto found = hour_and_minute(tokens, at);
    if (!found) {
        return std::nullopt;
    }
    std::size_t next = found->next;
    int second = 0;
    if (is_word(tokens, next, ":") && small_number(tokens, next + 1, 59) >= 0) {
        second = small_number(tokens, next + 1, 59);
        next += 2;
        // A fraction of a second, as programs write it.
        next += is_word(tokens, next, ".") && next + 1 < tokens.size() &&
                        tokens[next + 1].kind == DateTokenKind::Number
                    ? 2U
                    : 0U;
    }
    while (is_word(tokens, next, "uhr") || is_word(tokens, next, "分") ||
           is_word(tokens, next, "분") || is_word(tokens, next, "hrs") ||
           is_word(tokens, next, ",")) {
        ++next;
    }
    int hour = found->hour;
    int half = half_after(tokens, next);
    if (half >= 0) {
        const bool in_full = is_word(tokens, next, "a") || is_word(tokens, next, "p");
        next += in_full ? (is_word(tokens, next + 1, ".") ? 4U : 2U) : 1U;
    } else {
        half = half_before(tokens, at);
    }
    if (half == 1 && hour < 12) {
        hour += 12;
    } else if (half == 0 && hour == 12) {
        hour = 0;
    }
    return WrittenClock{hours(hour) + minutes(found->minute) + seconds(second),
                        zone_at(tokens, next)};
}

}  // namespace

std::optional<WrittenClock> find_written_clock(Tokens before, Tokens after) {
    for (std::size_t at = 0; at < std::min(after.size(), kMaxBetween); ++at) {
        if (after[at].kind == DateTokenKind::Number) {
            if (const auto clock = clock_at(after, at)) {
                return clock;
            }
            break;
        }
    }
    // `18:02, 16 October 2025`: the number nearest to the date that starts a time.
    const std::size_t first = before.size() - std::min(before.size(), kMaxBetween + 2);
    for (std::size_t at = before.size(); at-- > first;) {
        const bool starts = before[at].kind == DateTokenKind::Number &&
                            (at == 0 || (before[at - 1].text != ":" && before[at - 1].text != "h"));
        if (starts) {
            return clock_at(before, at);
        }
    }
    return std::nullopt;
}

}  // namespace dateline::time
