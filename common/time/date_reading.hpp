// What an archive leaves unsaid about the dates in it.
#pragma once

#include <chrono>

namespace dateline::time {

/// The order of day, month and year in dates that are digits only, such as 03/04/87.
enum class DateOrder {
    Unstated,      ///< such a date is read only if a part of it can have just one meaning
    DayMonthYear,  ///< 3 April
    MonthDayYear,  ///< 4 March
    YearMonthDay,  ///< 1987/03/04, or 87/03/04
};

/// How dates are read where they leave something out.
struct DateReading {
    std::chrono::minutes zone{0};  ///< of times that state none
    DateOrder order = DateOrder::Unstated;
};

}  // namespace dateline::time
