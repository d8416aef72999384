// Compilation of dates: when an article was published or indexed, and of what days it speaks.
#include "common/schema/fields.hpp"
#include "query/compile/compiler.hpp"
#include "query/compile/published_bounds.hpp"
#include "query/compile/value_cursor.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace dateline::compile {
namespace {

using parse::DayRange;
using parse::Node;
using std::chrono::days;
using std::chrono::sys_days;
using Xapian::Query;

std::string digits_of(sys_days day) {
    std::string text = time::format_day(day);
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

/// The prefixes of the terms of a date.
struct DatePrefixes {
    std::string_view year;
    std::string_view month;
    std::string_view day;
};

constexpr DatePrefixes kPublishedPrefixes{
    schema::kYearPrefix, schema::kMonthPrefix, schema::kDayPrefix};
constexpr DatePrefixes kEventPrefixes{
    schema::kEventYearPrefix, schema::kEventMonthPrefix, schema::kEventDayPrefix};

/// Periods of this length and more are looked for in all articles that speak of any day.
constexpr days kWidePeriod{50 * 366};

/// The fewest year, month and day terms that cover [from, to). A first year or last year of which
/// only the part inside the index's bounds is asked counts as whole only if it is asked whole.
std::vector<std::string> period_terms(sys_days from, sys_days to, const DatePrefixes& prefixes) {
    using std::chrono::year_month_day;
    std::vector<std::string> terms;
    const auto add = [&](std::string_view prefix, sys_days day, std::size_t digits) {
        terms.push_back(schema::make_term(prefix, digits_of(day).substr(0, digits)));
    };
    while (from < to) {
        const year_month_day date(from);
        const sys_days next_year = date.year() / std::chrono::January / 1 + std::chrono::years(1);
        const sys_days next_month =
            sys_days(date.year() / date.month() / 1 + std::chrono::months(1));
        if (date.month() == std::chrono::January && date.day() == std::chrono::day(1) &&
            next_year <= to) {
            add(prefixes.year, from, 4);
            from = next_year;
        } else if (date.day() == std::chrono::day(1) && next_month <= to) {
            add(prefixes.month, from, 6);
            from = next_month;
        } else {
            add(prefixes.day, from, 8);
            from += days(1);
        }
    }
    return terms;
}

/// `day` moved back to 1 January of its year, or on to the one after, so that a period without an
/// end covers whole years at the index's bounds.
sys_days year_start(sys_days day, int more_years) {
    return std::chrono::year_month_day(day).year() / std::chrono::January / 1 +
           std::chrono::years(more_years);
}

std::string instant_bytes(sys_days day) {
    return schema::encode_sortable(
        std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count());
}

/// `day` moved by `by`, if there is one.
std::optional<sys_days> moved(std::optional<sys_days> day, days by) {
    return day ? std::optional(*day + by) : std::nullopt;
}

bool is_in(const DayRange& range, sys_days day) {
    return (!range.from || day >= *range.from) && (!range.to || day < *range.to);
}

/// The first day after all that `published` states. Of a time that is not used.
sys_days stated_end(const time::Published& published) {
    const sys_days first = time::utc_day(published);
    const std::chrono::year_month_day date(first);
    switch (published.precision) {
        case time::Precision::Year:
            return date + std::chrono::years(1);
        case time::Precision::Month:
            return date + std::chrono::months(1);
        case time::Precision::Day:
        case time::Precision::Time:
            break;
    }
    return first + days(1);
}

/// Articles that were published in a range of days of a zone, or state a date that lies in it.
class PublishedCheck final : public DocumentCheck {
public:
    PublishedCheck(DayRange range, time::Zone zone) : range_(range), zone_(std::move(zone)) {}

    bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        const auto published =
            schema::decode_published(cursor_.value(database, docid).value_or(std::string()));
        if (!published) {
            return false;
        }
        if (published->precision == time::Precision::Time) {
            return is_in(range_, zone_.day_at(published->instant));
        }
        return is_in(range_, time::utc_day(*published)) &&
               is_in(range_, stated_end(*published) - days(1));
    }

private:
    DayRange range_;
    time::Zone zone_;
    ValueCursor cursor_{schema::Slot::Published};
};

/// Articles that were indexed in a range of days of a zone.
class SeenCheck final : public DocumentCheck {
public:
    SeenCheck(DayRange range, time::Zone zone) : range_(range), zone_(std::move(zone)) {}

    bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        const auto seen = cursor_.value(database, docid);
        return seen && is_in(range_,
                             zone_.day_at(time::TimestampMs(
                                 std::chrono::milliseconds(schema::decode_sortable(*seen)))));
    }

private:
    DayRange range_;
    time::Zone zone_;
    ValueCursor cursor_{schema::Slot::Seen};
};

/// Articles that were indexed in a range of days of UTC.
Query seen_in(const DayRange& range) {
    const auto slot = static_cast<Xapian::valueno>(schema::Slot::Seen);
    const std::string low = range.from ? instant_bytes(*range.from) : std::string();
    // The end is exclusive: the last millisecond before it.
    if (!range.to) {
        return {Query::OP_VALUE_GE, slot, low};
    }
    const std::string high =
        schema::encode_sortable(schema::decode_sortable(instant_bytes(*range.to)) - 1);
    return {Query::OP_VALUE_RANGE, slot, low, high};
}

}  // namespace

Query Compiler::published_between(const DayRange& range) {
    const auto bounds = published_bounds(reader_);
    if (!bounds) {
        return Query::MatchNothing;
    }
    const sys_days first = year_start(bounds->first, 0);
    const sys_days last = year_start(bounds->second, 1);
    const sys_days from = std::max(range.from.value_or(first), first);
    const sys_days to = std::min(range.to.value_or(last), last);
    return any_of(period_terms(from, to, kPublishedPrefixes));
}

/// A day of a zone is at most one day away from the day of UTC. So the days of UTC between the
/// edges need no look at the articles; those at the edges do, and so do the months and years there,
/// which hold articles that state no day.
Query Compiler::published_in_zone(const DayRange& range) {
    const auto bounds = published_bounds(reader_);
    if (!bounds) {
        return Query::MatchNothing;
    }
    const sys_days first = year_start(bounds->first - days(1), 0);
    const sys_days last = year_start(bounds->second + days(1), 1);
    const sys_days from = std::max(range.from.value_or(first), first);
    const sys_days to = std::min(range.to.value_or(last), last);
    if (from >= to) {
        return Query::MatchNothing;
    }
    const std::vector<std::string> inside =
        period_terms(from + days(1), to - days(1), kPublishedPrefixes);
    std::vector<std::string> edges = period_terms(from, to, kPublishedPrefixes);
    for (const auto& [day, end] :
         {std::pair{from - days(1), from + days(1)}, {to - days(1), to + days(1)}}) {
        const std::vector<std::string> terms = period_terms(day, end, kPublishedPrefixes);
        edges.insert(edges.end(), terms.begin(), terms.end());
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::erase_if(edges, [&inside](const std::string& term) {
        return std::find(inside.begin(), inside.end(), term) != inside.end();
    });
    const Query checked_edges(Query::OP_FILTER,
                              any_of(edges),
                              check_query(std::make_shared<PublishedCheck>(range, zone_)));
    return inside.empty() ? checked_edges : Query(Query::OP_OR, any_of(inside), checked_edges);
}

Query Compiler::seen_between(const DayRange& range) {
    if (zone_.is_utc()) {
        return seen_in(range);
    }
    DayRange wider;
    wider.from = moved(range.from, days(-1));
    wider.to = moved(range.to, days(1));
    return {
        Query::OP_FILTER, seen_in(wider), check_query(std::make_shared<SeenCheck>(range, zone_))};
}

Query Compiler::days_leaf(const Node& node) {
    if (node.field->id == schema::FieldId::Seen) {
        return seen_between(node.days);
    }
    if (node.days.undated) {
        const std::string dated = schema::make_term(schema::kHasPrefix, node.field->name);
        return {Query::OP_AND_NOT, everything(), Query(dated)};
    }
    if (node.field->id == schema::FieldId::Event) {
        return events_in(node.days);
    }
    return zone_.is_utc() ? published_between(node.days) : published_in_zone(node.days);
}

Query Compiler::events_in(const parse::DayRange& range) {
    const bool narrow = range.from && range.to && *range.to - *range.from < kWidePeriod;
    // A period within the range begins in it: its terms leave few articles to look into.
    const Query candidates =
        narrow && !range.overlapping
            ? any_of(period_terms(*range.from, *range.to, kEventPrefixes))
            : Query(schema::make_term(schema::kHasPrefix,
                                      schema::field(schema::FieldId::Event).name));
    return {Query::OP_FILTER,
            candidates,
            checked(period_check(range.from, range.to, range.overlapping))};
}

}  // namespace dateline::compile
