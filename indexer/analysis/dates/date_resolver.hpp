// From what an expression of time says to the day or period it means.
#pragma once

#include "indexer/analysis/dates/calendar_value.hpp"
#include "indexer/analysis/dates/clause_tense.hpp"
#include "indexer/analysis/dates/date_expression.hpp"
#include "indexer/analysis/dates/date_tokens.hpp"

#include <chrono>
#include <cstddef>
#include <optional>

namespace dateline::analysis {

/// The publication as far as it is known; parts that are not are 0 or -1.
struct PublicationDay {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int minute_of_day = -1;
};

/// Resolves the expressions of one text in their order, each seen from the publication or from
/// those before it.
class DateResolver {
public:
    /// @param tokens     must outlive the resolver
    /// @param narrative  the text tells of one date after the other, far from its publication, so
    ///                   that months and days hang on the date before
    DateResolver(const DateTokens& tokens, const PublicationDay& published, bool narrative)
        : t_(tokens), published_(published), narrative_(narrative) {}

    /// What `expression` means; std::nullopt if that hangs on a date that is not known, or if there
    /// is no such day.
    [[nodiscard]] std::optional<CalendarValue> resolve(const DateExpression& expression);

private:
    using Value = std::optional<CalendarValue>;
    using Day = std::optional<std::chrono::sys_days>;

    // date_resolver.cpp: which rule, and what later expressions may hang on.
    [[nodiscard]] Value value_of(const DateExpression& e) const;
    [[nodiscard]] Value with_part_of_day(const DateExpression& e, CalendarValue value) const;
    [[nodiscard]] Day published_day() const;
    [[nodiscard]] Day base_day(Base base, std::size_t at) const;
    [[nodiscard]] Value base_month(Base base, std::size_t at) const;
    [[nodiscard]] int base_year(Base base, std::size_t at) const;
    [[nodiscard]] bool is_near(std::size_t token, std::size_t at) const;
    [[nodiscard]] bool in_one_paragraph(std::size_t token, std::size_t at) const;
    [[nodiscard]] bool in_one_sentence(std::size_t token, std::size_t at) const;
    [[nodiscard]] Tense tense(const DateExpression& e) const;
    void remember(const DateExpression& e, const CalendarValue& value);

    // date_resolver_days.cpp: days and what names them.
    [[nodiscard]] Value calendar(const DateExpression& e) const;
    [[nodiscard]] Value month_or_day(const DateExpression& e) const;
    [[nodiscard]] Value day_of_month(const DateExpression& e) const;
    [[nodiscard]] int year_by_tense(const DateExpression& e) const;
    [[nodiscard]] int year_of_story(const DateExpression& e) const;
    [[nodiscard]] int month_turn(const DateExpression& e, Tense tense) const;
    [[nodiscard]] Value weekday(const DateExpression& e) const;
    [[nodiscard]] Value part(const DateExpression& e) const;
    [[nodiscard]] Day day_of_part(const DateExpression& e) const;
    [[nodiscard]] Value holiday(const DateExpression& e) const;

    // date_resolver_periods.cpp: longer periods.
    [[nodiscard]] Value period(const DateExpression& e) const;
    [[nodiscard]] Value weekend(const DateExpression& e) const;
    [[nodiscard]] Value same_period(const DateExpression& e) const;
    [[nodiscard]] Value same_in_year(const DateExpression& e) const;
    [[nodiscard]] Value part_of_year_from(const DateExpression& e, Base base, long distance) const;
    [[nodiscard]] Value offset(const DateExpression& e) const;
    [[nodiscard]] Value offset_time(const DateExpression& e, std::chrono::sys_days day) const;
    [[nodiscard]] Value offset_years(const DateExpression& e) const;
    [[nodiscard]] Value nth(const DateExpression& e) const;
    [[nodiscard]] Value nth_in(const DateExpression& e, const CalendarValue& frame) const;
    [[nodiscard]] Value season(const DateExpression& e) const;
    [[nodiscard]] CalendarValue season_from(const DateExpression& e,
                                            const CalendarValue& month,
                                            bool story) const;
    [[nodiscard]] Value decade(const DateExpression& e) const;
    [[nodiscard]] Value frame(const DateExpression& e) const;

    const DateTokens& t_;
    PublicationDay published_;
    bool narrative_;

    /// The date before: as a day, as a month and as a year, as far as it had them.
    struct Reference {
        CalendarValue value;
        std::size_t token = 0;
        bool stated_year = false;
        bool known = false;
    };
    Reference day_;
    Reference month_;
    Reference any_;
};

/// Where a step leads from the period it is seen from: -1, 0 or 1.
[[nodiscard]] long distance_of(Step step);

}  // namespace dateline::analysis
