// Range operators over date points and whole numbers.
#include "query/parse/ranges.hpp"

#include "common/base/utf8.hpp"
#include "common/time/published.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/problem_list.hpp"

#include <charconv>
#include <limits>
#include <optional>
#include <string>

namespace dateline::parse {
namespace {

enum class RangeKind { Single, Between, AtLeast, Above, AtMost, Below };

struct RangeText {
    RangeKind kind = RangeKind::Single;
    std::string_view first;   ///< empty for `..B`
    std::string_view second;  ///< only for Between; empty for `A..`
};

RangeText split_range(std::string_view text) {
    if (text.starts_with(">=")) {
        return {RangeKind::AtLeast, text.substr(2), {}};
    }
    if (text.starts_with("<=")) {
        return {RangeKind::AtMost, text.substr(2), {}};
    }
    if (text.starts_with('>')) {
        return {RangeKind::Above, text.substr(1), {}};
    }
    if (text.starts_with('<')) {
        return {RangeKind::Below, text.substr(1), {}};
    }
    const std::size_t dots = text.find("..");
    if (dots != std::string_view::npos) {
        return {RangeKind::Between, text.substr(0, dots), text.substr(dots + 2)};
    }
    return {RangeKind::Single, text, {}};
}

std::optional<BadValue> check_ends(std::string_view text, const RangeText& range) {
    if (range.first.empty() && range.second.empty()) {
        return BadValue{
            "bad_range", quoted(text) + " has no end", "write A..B, A.., ..B, >=A, >A, <=A or <A"};
    }
    if (text.starts_with('[') || text.starts_with('{')) {
        return BadValue{"foreign_operator", "ranges have no brackets", "write A..B"};
    }
    return std::nullopt;
}

BadValue crossed(std::string_view text) {
    return {"empty_range",
            quoted(text) + " ends before it begins",
            "write the earlier or smaller end first"};
}

/// Where a relative point would end a range: it ends today, which is hardly what was meant.
BadValue relative_end(std::string_view point) {
    return {"bad_range",
            quoted(point) + " reaches until today and cannot be this end of a range",
            "write date:<" + std::string(point) +
                " for the time before it, date:>=" + std::string(point) + " for the time since"};
}

std::variant<DayRange, BadValue> days_of(const RangeText& range,
                                         const DayPeriod& point,
                                         std::string_view text) {
    if (point.relative && (range.kind == RangeKind::Above || range.kind == RangeKind::AtMost)) {
        return relative_end(range.first);
    }
    DayRange days;
    switch (range.kind) {
        case RangeKind::Single:
        case RangeKind::Between:
            days = {point.from, point.to, false};
            break;
        case RangeKind::AtLeast:
            days.from = point.from;
            break;
        case RangeKind::Above:
            days.from = point.to;
            break;
        case RangeKind::AtMost:
            days.to = point.to;
            break;
        case RangeKind::Below:
            days.to = point.from;
            break;
    }
    if (days.from && days.to && *days.from >= *days.to) {
        return crossed(text);
    }
    return days;
}

std::variant<DayRange, BadValue> days_between(const RangeText& range,
                                              std::chrono::sys_days today,
                                              std::string_view text) {
    DayRange days;
    if (!range.first.empty()) {
        const auto point = parse_date_point(range.first, today);
        if (const auto* const bad = std::get_if<BadValue>(&point)) {
            return *bad;
        }
        days.from = std::get<DayPeriod>(point).from;
    }
    if (!range.second.empty()) {
        const auto point = parse_date_point(range.second, today);
        if (const auto* const bad = std::get_if<BadValue>(&point)) {
            return *bad;
        }
        if (std::get<DayPeriod>(point).relative) {
            return relative_end(range.second);
        }
        days.to = std::get<DayPeriod>(point).to;
    }
    if (days.from && days.to && *days.from >= *days.to) {
        return crossed(text);
    }
    return days;
}

std::variant<std::int64_t, BadValue> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, value);
    // Ends move by one for `<` and `>`, so the greatest number itself is left out.
    if (text.starts_with('-') || stop != end || failure != std::errc() ||
        value == std::numeric_limits<std::int64_t>::max()) {
        const std::size_t hyphen = text.find('-');
        const bool is_range = hyphen != std::string_view::npos &&
                              is_digits(text.substr(0, hyphen)) &&
                              is_digits(text.substr(hyphen + 1));
        return BadValue{"bad_number",
                        quoted(text) + " is no whole number",
                        is_range ? "write " + std::string(text.substr(0, hyphen)) + ".." +
                                       std::string(text.substr(hyphen + 1))
                                 : "write digits only, as in len:>=300"};
    }
    return value;
}

std::variant<NumberRange, BadValue> numbers_of(RangeKind kind,
                                               std::int64_t value,
                                               std::string_view text) {
    if (kind == RangeKind::Above && value + 1 == std::numeric_limits<std::int64_t>::max()) {
        return BadValue{"bad_number", quoted(text) + " is out of range", "write a smaller number"};
    }
    switch (kind) {
        case RangeKind::Single:
        case RangeKind::Between:
            return NumberRange{value, value};
        case RangeKind::AtLeast:
            return NumberRange{value, std::nullopt};
        case RangeKind::Above:
            return NumberRange{value + 1, std::nullopt};
        case RangeKind::AtMost:
            return NumberRange{std::nullopt, value};
        case RangeKind::Below:
            break;
    }
    if (value == 0) {
        return BadValue{"empty_range", "nothing is " + quoted(text), "numbers begin at 0"};
    }
    return NumberRange{std::nullopt, value - 1};
}

}  // namespace

std::variant<DayRange, BadValue> parse_days(std::string_view text, std::chrono::sys_days today) {
    if (ascii_lower(text) == "none") {
        return DayRange{std::nullopt, std::nullopt, true};
    }
    const RangeText range = split_range(text);
    if (auto bad = check_ends(text, range)) {
        return *bad;
    }
    if (range.kind == RangeKind::Between) {
        return days_between(range, today, text);
    }
    const auto point = parse_date_point(range.first, today);
    if (const auto* const bad = std::get_if<BadValue>(&point)) {
        return *bad;
    }
    return days_of(range, std::get<DayPeriod>(point), text);
}

std::variant<NumberRange, BadValue> parse_numbers(std::string_view text) {
    const RangeText range = split_range(text);
    if (auto bad = check_ends(text, range)) {
        return *bad;
    }
    NumberRange numbers;
    for (const bool is_first : {true, false}) {
        const std::string_view part = is_first ? range.first : range.second;
        if (part.empty()) {
            continue;
        }
        const auto value = whole_number(part);
        if (const auto* const bad = std::get_if<BadValue>(&value)) {
            return *bad;
        }
        if (range.kind != RangeKind::Between) {
            return numbers_of(range.kind, std::get<std::int64_t>(value), text);
        }
        (is_first ? numbers.from : numbers.to) = std::get<std::int64_t>(value);
    }
    if (numbers.from && numbers.to && *numbers.from > *numbers.to) {
        return crossed(text);
    }
    return numbers;
}

std::variant<RangeOfEnds, BadValue> parse_ends(const schema::Field& field,
                                               std::string_view from,
                                               std::string_view to,
                                               std::chrono::sys_days today) {
    RangeOfEnds range;
    for (const std::string_view end : {from, to}) {
        if (end.empty()) {
            continue;
        }
        if (field.kind == schema::FieldKind::Date) {
            auto days = parse_days(end, today);
            if (auto* const bad = std::get_if<BadValue>(&days)) {
                return std::move(*bad);
            }
            const auto& read = std::get<DayRange>(days);
            (read.from ? range.days.from : range.days.to) = read.from ? read.from : read.to;
        } else {
            auto numbers = parse_numbers(end);
            if (auto* const bad = std::get_if<BadValue>(&numbers)) {
                return std::move(*bad);
            }
            const auto& read = std::get<NumberRange>(numbers);
            (read.from ? range.numbers.from : range.numbers.to) = read.from ? read.from : read.to;
        }
    }
    const DayRange& days = range.days;
    const NumberRange& numbers = range.numbers;
    if (!days.from && !days.to && !numbers.from && !numbers.to) {
        return BadValue{"bad_range", "the range has no end", "leave it out"};
    }
    if ((days.from && days.to && *days.from >= *days.to) ||
        (numbers.from && numbers.to && *numbers.from > *numbers.to)) {
        return BadValue{"empty_range",
                        "the range ends before it begins",
                        "write the earlier or smaller end first"};
    }
    return range;
}

}  // namespace dateline::parse
