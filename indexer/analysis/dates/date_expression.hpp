// What an expression of time says, before it is known which day or period that is.
#pragma once

#include "indexer/analysis/dates/calendar_value.hpp"
#include "indexer/analysis/dates/date_words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace dateline::analysis {

/// The kind of an expression.
enum class Shape : std::uint8_t {
    Calendar,  ///< year, month and day, as far as stated: `October 16`, `1987`
    Weekday,   ///< a day of the week: `Friday`, `next Friday`
    Deictic,   ///< `count` days from today
    Period,    ///< a unit and which one of them: `last week`, `that year`
    Offset,    ///< `count` units before or after: `two days ago`
    Nth,       ///< the `count`th unit or weekday of a frame: `the first week of May`
    Season,
    Part,  ///< a part of a day, or a time of day, without a day
    Holiday,
    Decade,   ///< `year` is its first, or of the century if under 100
    Century,  ///< `year` is its first
    Vague,    ///< no date
};

/// Seen from where an expression that states no date is meant.
enum class Base : std::uint8_t {
    Publication,
    Reference,  ///< the date before in the text
};

/// The longer period that an expression says it lies in: `of last year`, `of May 1998`.
struct Frame {
    enum class Kind : std::uint8_t { None, Year, Month, Decade, Relative };
    Kind kind = Kind::None;
    int year = 0;        ///< of Year and Decade; of Month, or 0 if it states none
    unsigned month = 0;  ///< of Month
    Unit unit = Unit::Year;
    Step step = Step::None;  ///< of Relative; of Month if it says which year's
};

/// An expression of time and the tokens it takes.
struct DateExpression {
    Shape shape = Shape::Calendar;
    Base base = Base::Publication;
    Step step = Step::None;
    Unit unit = Unit::Day;
    int year = 0;        ///< 0: not stated; negative: before Christ
    unsigned month = 0;  ///< 0: not stated
    unsigned day = 0;    ///< 0: not stated
    int weekday = -1;    ///< 0 Monday; -1: not stated
    unsigned index = 0;  ///< of a season or holiday
    long count = 0;      ///< of Deictic, Offset and Nth
    DayPart part = DayPart::None;
    int minute_of_day = -1;
    bool utc = false;
    bool half_open =
        false;           ///< a time of day of which it is not said which half of the day it is in
    bool early = false;  ///< the early hours, where it is a day
    bool late = false;   ///< the late ones
    bool vague_count = false;  ///< `a few days ago`
    bool before = false;       ///< of Offset: before its base, also where `count` is not stated
    bool two_years = false;    ///< `1986/87`: the next year too
    int shift_years = 0;       ///< `the same month a year ago`: added to what it is else
    Vague vague = Vague::Present;
    Frame frame;
    std::size_t first = 0;  ///< index of its first token
    std::size_t next = 0;   ///< index of the token behind it
};

/// An expression of `shape` that takes the tokens from `first` to `next`, exclusive.
[[nodiscard]] inline DateExpression make_expression(Shape shape,
                                                    std::size_t first,
                                                    std::size_t next) {
    DateExpression expression;
    expression.shape = shape;
    expression.first = first;
    expression.next = next;
    return expression;
}

/// Seen from where a step is meant.
[[nodiscard]] inline Base base_of(Step step) {
    const bool reference = step == Step::Previous || step == Step::Same || step == Step::Following;
    return reference ? Base::Reference : Base::Publication;
}

/// Whether `expression` names one day, so that a part of the day or a time may be added.
[[nodiscard]] inline bool names_day(const DateExpression& expression) {
    switch (expression.shape) {
        case Shape::Calendar:
            return expression.day != 0;
        case Shape::Weekday:
        case Shape::Deictic:
        case Shape::Holiday:
            return true;
        case Shape::Period:
        case Shape::Offset:
        case Shape::Nth:
            return expression.unit == Unit::Day;
        case Shape::Season:
        case Shape::Part:
        case Shape::Decade:
        case Shape::Century:
        case Shape::Vague:
            break;
    }
    return false;
}

}  // namespace dateline::analysis
