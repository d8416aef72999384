// The dates and times that an article's text speaks of.
#include "indexer/analysis/dates/event_dates.hpp"

#include "common/time/written_date.hpp"
#include "indexer/analysis/dates/date_grammar.hpp"
#include "indexer/analysis/dates/date_resolver.hpp"
#include "indexer/analysis/dates/date_scanner.hpp"
#include "indexer/analysis/dates/other_languages.hpp"

#include <array>

namespace dateline::analysis {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

/// A dateline is believed if the publication is at most this much later.
constexpr days kMaxDatelineAge{14};
/// A text with this many years before that of its publication may be a story of the past.
constexpr std::size_t kStoryYears = 5;
/// Such a text has this many times as many of them as words that hang on the publication.
constexpr std::size_t kStoryShare = 6;

constexpr std::array<std::string_view, 3> kReferences{"PRESENT_REF", "PAST_REF", "FUTURE_REF"};

PublicationDay day_of(sys_days day) {
    const CalendarValue value = value_of_day(day);
    return {value.year, value.month, value.day, -1};
}

PublicationDay publication_day(const DateContext& context) {
    if (!context.published) {
        return context.dateline ? day_of(*context.dateline) : PublicationDay{};
    }
    const time::Published& published = *context.published;
    const auto local = published.instant + published.zone.value_or(minutes(0));
    const sys_days day = std::chrono::floor<days>(local);
    PublicationDay found = day_of(day);
    switch (published.precision) {
        case time::Precision::Year:
            return {found.year, 0, 0, -1};
        case time::Precision::Month:
            return {found.year, found.month, 0, -1};
        case time::Precision::Day:
            break;
        case time::Precision::Time:
            found.minute_of_day =
                static_cast<int>(std::chrono::duration_cast<minutes>(local - day).count());
            break;
    }
    const bool dateline =
        context.dateline && *context.dateline <= day && day - *context.dateline <= kMaxDatelineAge;
    return dateline && *context.dateline != day ? day_of(*context.dateline) : found;
}

/// Whether the text tells of a past that its publication has nothing to do with.
bool is_narrative(const std::vector<DateExpression>& found, const PublicationDay& published) {
    std::size_t past = 0;
    std::size_t today = 0;
    for (const DateExpression& e : found) {
        past += e.year > 0 && e.year < published.year - 1 ? 1U : 0U;
        const bool seen_from_now = e.shape == Shape::Deictic || e.shape == Shape::Weekday ||
                                   e.step == Step::Last || e.step == Step::This ||
                                   e.step == Step::Next;
        today += seen_from_now ? 1U : 0U;
    }
    return past >= kStoryYears && past > kStoryShare * today;
}

/// What is known of an expression that hangs on an unknown date.
std::string open_value(const DateExpression& e) {
    switch (e.shape) {
        case Shape::Calendar: {
            const CalendarValue year = value_of_month(1000, e.month == 0 ? 1 : e.month);
            std::string value = "XXXX-" + (e.month == 0 ? "XX" : timex_value(year).substr(5));
            if (e.day != 0) {
                value += e.day < 10 ? "-0" : "-";
                value += std::to_string(e.day);
            }
            return value;
        }
        case Shape::Weekday:
            return "XXXX-WXX-" + std::to_string(e.weekday + 1);
        default:
            return names_day(e) || e.shape == Shape::Part ? "XXXX-XX-XX" : "XXXX";
    }
}

DateMention reference(Vague vague) {
    DateMention mention;
    mention.granularity = DateGranularity::Reference;
    mention.value = kReferences.at(static_cast<std::size_t>(vague));
    return mention;
}

/// Lets `mention`, a year, go on to the end of `next_year`: ISO 8601-1, 5.5.
void add_next_year(int next_year, DateMention& mention) {
    const CalendarValue next = value_of_year(next_year);
    if (const std::optional<DayRange> range = range_of(next); range && mention.days) {
        mention.days->to = range->to;
        mention.value += '/' + timex_value(next);
    }
}

DateMention resolved(const DateExpression& e, DateResolver& resolver) {
    if (e.shape == Shape::Vague) {
        return reference(e.vague);
    }
    if (e.vague_count) {
        return reference(e.before ? Vague::Past : Vague::Future);
    }
    DateMention mention;
    if (const std::optional<CalendarValue> value = resolver.resolve(e)) {
        mention.granularity = value->granularity;
        mention.days = range_of(*value);
        mention.value = timex_value(*value);
        if (e.two_years) {
            add_next_year(e.year + 1, mention);
        }
    } else {
        mention.unanchored = true;
        mention.value = open_value(e);
    }
    return mention;
}

std::vector<DateMention> in_other_language(std::string_view text, const DateContext& context) {
    std::vector<DateMention> mentions;
    for (ForeignDate& date :
         find_foreign_dates(text, context.lang, context.order, publication_day(context))) {
        DateMention mention;
        mention.start_bytes = date.start_bytes;
        mention.end_bytes = date.end_bytes;
        if (date.value) {
            mention.granularity = date.value->granularity;
            mention.days = range_of(*date.value);
            mention.value = timex_value(*date.value);
        } else {
            mention.unanchored = true;
            mention.value = std::move(date.open_value);
        }
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

std::vector<DateExpression> read_expressions(const DateTokens& tokens, time::DateOrder order) {
    std::vector<DateExpression> found;
    DateGrammar grammar(tokens, order);
    std::size_t at = 0;
    std::size_t free = 0;
    while (at < tokens.size()) {
        const bool nothing =
            tokens.is_word(at) && tokens.word_class(at) == WordClass::None && !tokens[at].capital;
        std::optional<DateExpression> expression;
        if (!nothing) {
            expression = grammar.read(at);
        }
        if (expression && expression->first >= free) {
            found.push_back(*expression);
            at = expression->next;
            free = at;
        } else {
            ++at;
        }
    }
    return found;
}

}  // namespace

std::vector<DateMention> find_dates(std::string_view text, const DateContext& context) {
    const bool english =
        context.lang.empty() || context.lang == "en" || context.lang.starts_with("en-");
    if (!english) {
        return in_other_language(text, context);
    }
    const std::vector<ScanToken> scanned = scan_tokens(text);
    const DateTokens tokens(text, scanned);
    // English is written in both orders: only a region says which.
    const bool region = context.lang.starts_with("en-");
    const time::DateOrder order = context.order == time::DateOrder::Unstated && region
                                      ? time::date_order_of(context.lang)
                                      : context.order;
    const std::vector<DateExpression> found = read_expressions(tokens, order);
    const PublicationDay published = publication_day(context);
    DateResolver resolver(tokens, published, is_narrative(found, published));
    std::vector<DateMention> mentions;
    mentions.reserve(found.size());
    for (const DateExpression& expression : found) {
        DateMention mention = resolved(expression, resolver);
        const bool minutes = expression.shape == Shape::Offset && expression.unit <= Unit::Hour;
        if (mention.unanchored && minutes) {
            continue;  // `five minutes later`, of a time that is not known
        }
        mention.start_bytes = tokens[expression.first].start_bytes;
        mention.end_bytes = tokens[expression.next - 1].end_bytes;
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

}  // namespace dateline::analysis
