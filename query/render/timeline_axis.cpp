// Chooses marks that fall on borders of the calendar, and round numbers.
#include "query/render/timeline_axis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline::render {
namespace {

using search::DateLevel;
using std::chrono::sys_days;

/// Marks stand at the beginning of every `count`th period of `level`.
struct TickRule {
    DateLevel level;
    int count;
};

/// Ascending by length; the last one needs few marks for any years there are.
constexpr TickRule kRules[] = {{DateLevel::Day, 1},
                               {DateLevel::Day, 2},
                               {DateLevel::Week, 1},
                               {DateLevel::Week, 2},
                               {DateLevel::Month, 1},
                               {DateLevel::Month, 2},
                               {DateLevel::Month, 3},
                               {DateLevel::Month, 6},
                               {DateLevel::Year, 1},
                               {DateLevel::Year, 2},
                               {DateLevel::Year, 5},
                               {DateLevel::Year, 10},
                               {DateLevel::Year, 20},
                               {DateLevel::Year, 50},
                               {DateLevel::Year, 100},
                               {DateLevel::Year, 200},
                               {DateLevel::Year, 500},
                               {DateLevel::Year, 1000}};

/// The number of the period of `level` that holds `day`, so that every second one is the same for
/// all timelines.
std::int64_t number_of(sys_days day, DateLevel level) {
    const std::chrono::year_month_day date(day);
    const std::int64_t year = static_cast<int>(date.year());
    switch (level) {
        case DateLevel::Year:
            return year;
        case DateLevel::Month:
            return year * 12 + static_cast<unsigned>(date.month()) - 1;
        case DateLevel::Week:
            return (search::bucket_start(day, level) - search::bucket_start({}, level)).count() / 7;
        case DateLevel::Day:
            return day.time_since_epoch().count();
    }
    return 0;
}

/// The first day of the rule's period that begins last, on `day` or before it.
sys_days mark_before(sys_days day, const TickRule& rule) {
    sys_days start = search::bucket_start(day, rule.level);
    while (number_of(start, rule.level) % rule.count != 0) {
        start = search::bucket_start(start - std::chrono::days(1), rule.level);
    }
    return start;
}

std::vector<TimeTick> ticks_by(const std::vector<sys_days>& starts,
                               DateLevel level,
                               const TickRule& rule) {
    std::vector<TimeTick> ticks;
    for (std::size_t i = 0; i < starts.size() && ticks.size() <= kMaxTimeTicks; ++i) {
        const sys_days last = search::bucket_end(starts[i], level) - std::chrono::days(1);
        const sys_days mark = mark_before(last, rule);
        if (mark >= starts[i]) {
            // Below months the bucket's own name says more: a day, or a week.
            const bool is_short = rule.level == DateLevel::Day || rule.level == DateLevel::Week;
            ticks.push_back({i,
                             is_short ? search::bucket_name(starts[i], level)
                                      : search::bucket_name(mark, rule.level)});
        }
    }
    return ticks;
}

}  // namespace

std::vector<TimeTick> time_ticks(const std::vector<sys_days>& starts, DateLevel level) {
    for (const TickRule& rule : kRules) {
        std::vector<TimeTick> ticks = ticks_by(starts, level, rule);
        if (ticks.size() <= kMaxTimeTicks) {
            return ticks;
        }
    }
    return {};
}

double value_step(double most, double smallest) {
    double power = smallest;
    for (;;) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (most / (factor * power) <= 6) {
                return factor * power;
            }
        }
        power *= 10;
    }
}

}  // namespace dateline::render
