// The grammar of English expressions of time: tokens in, expressions out.
#pragma once

#include "common/time/date_reading.hpp"
#include "indexer/analysis/dates/date_expression.hpp"
#include "indexer/analysis/dates/date_tokens.hpp"

#include <cstddef>
#include <optional>

namespace dateline::analysis {

/// Reads the expressions of one text. Each look at a token looks at a few dozen around it at most,
/// so that a text takes time in proportion to its length.
class DateGrammar {
public:
    /// @param tokens  must outlive the grammar
    /// @param order   of dates that are digits only
    DateGrammar(const DateTokens& tokens, time::DateOrder order) : t_(tokens), order_(order) {}

    /// The expression that starts at token `at`. To be called with ascending `at`: what was found
    /// last decides what a bare number behind it is, as in `May 3-5`.
    [[nodiscard]] std::optional<DateExpression> read(std::size_t at);

private:
    using Match = std::optional<DateExpression>;

    /// What was read at a token; `next` is that token if it was nothing.
    struct NumberMatch {
        int value = 0;
        std::size_t next = 0;
    };
    struct Era {
        int sign = 0;  ///< -1 before Christ
        std::size_t next = 0;
    };
    struct FrameMatch {
        Frame frame;
        std::size_t next = 0;
    };
    struct AmPm {
        int minutes = 0;  ///< to be added to the hours 0 to 11
        std::size_t next = 0;
    };
    struct Zone {
        bool utc = false;
        std::size_t next = 0;
    };

    using Rule = Match (DateGrammar::*)(std::size_t at) const;

    /// What the first of `rules` that finds something at `at` finds.
    template <typename... Rules>
    [[nodiscard]] Match first_of(std::size_t at, Rules... rules) const {
        Match found;
        static_cast<void>(((found = (this->*static_cast<Rule>(rules))(at)).has_value() || ...));
        return found;
    }

    // date_grammar.cpp: which rule a token calls for, and what may follow.
    [[nodiscard]] Match start(std::size_t at) const;
    [[nodiscard]] Match start_at_word(std::size_t at) const;
    [[nodiscard]] Match core(std::size_t at) const;
    [[nodiscard]] Match step_alone(std::size_t at) const;
    [[nodiscard]] Match sun_time(std::size_t at) const;
    [[nodiscard]] Match vague_word(std::size_t at) const;
    [[nodiscard]] Match season_alone(std::size_t at) const;
    [[nodiscard]] Match with_what_follows(DateExpression found) const;
    [[nodiscard]] bool names_attack(const DateExpression& found) const;
    [[nodiscard]] FrameMatch frame_at(std::size_t at) const;

    // date_grammar_the.cpp: what stands behind an article; beginnings and ends.
    [[nodiscard]] Match the(std::size_t at) const;
    [[nodiscard]] Match the_period(std::size_t at) const;
    [[nodiscard]] Match the_step(std::size_t at) const;
    [[nodiscard]] Match the_season(std::size_t at) const;
    [[nodiscard]] Match the_vague(std::size_t at) const;
    [[nodiscard]] Match the_other(std::size_t at) const;
    [[nodiscard]] Match whole_unit(std::size_t at) const;
    [[nodiscard]] Match vague(std::size_t at) const;
    [[nodiscard]] Match vague_term(std::size_t at) const;
    [[nodiscard]] Match edge(std::size_t at) const;
    [[nodiscard]] Match unit_behind_the(std::size_t at) const;

    // date_grammar_calendar.cpp: days and months by name and number.
    [[nodiscard]] Match digits_only(std::size_t at) const;
    [[nodiscard]] Match month_first(std::size_t at) const;
    [[nodiscard]] Match month_alone(std::size_t at, std::size_t next) const;
    [[nodiscard]] Match day_first(std::size_t at) const;
    [[nodiscard]] DateExpression with_year_of_end(DateExpression found) const;
    [[nodiscard]] Match ambiguous_day(std::size_t at) const;
    [[nodiscard]] Match first_of_range(std::size_t at, std::size_t next) const;
    [[nodiscard]] Match weekday(std::size_t at) const;
    [[nodiscard]] Match ordinal_day(std::size_t at) const;
    [[nodiscard]] Match continued(std::size_t at) const;
    [[nodiscard]] bool is_month(std::size_t at) const;
    [[nodiscard]] DateExpression with_year(DateExpression found, std::size_t at) const;
    [[nodiscard]] NumberMatch day_number(std::size_t at) const;

    // date_grammar_years.cpp: years, decades and centuries.
    [[nodiscard]] Match year(std::size_t at) const;
    [[nodiscard]] Match short_year(std::size_t at) const;
    [[nodiscard]] Match decade(std::size_t at) const;
    [[nodiscard]] Match century(std::size_t at) const;
    [[nodiscard]] bool is_plausible_year(std::size_t at) const;
    [[nodiscard]] bool is_year_by_context(std::size_t at) const;
    [[nodiscard]] bool is_year_behind_mark(std::size_t at) const;
    [[nodiscard]] bool is_year_behind_word(std::size_t at, std::size_t before) const;
    [[nodiscard]] Era era_behind(std::size_t at) const;
    [[nodiscard]] NumberMatch year_behind(std::size_t at) const;

    // date_grammar_periods.cpp: periods by what they are to today or to the date before.
    [[nodiscard]] Match step(std::size_t at) const;
    [[nodiscard]] Match stepped(std::size_t at, Step which) const;
    [[nodiscard]] Match unit_before(std::size_t at) const;
    [[nodiscard]] Match before_last(std::size_t at) const;
    [[nodiscard]] Match year_ago_period(std::size_t at) const;
    [[nodiscard]] Match bare_unit(std::size_t at) const;
    [[nodiscard]] Match unit_end(std::size_t at) const;
    [[nodiscard]] Match counted(std::size_t at) const;
    [[nodiscard]] Match deictic(std::size_t at) const;
    [[nodiscard]] Match holiday(std::size_t at) const;
    [[nodiscard]] bool closes_clause(std::size_t at) const;

    // date_grammar_quarters.cpp: quarters, halves, seasons.
    [[nodiscard]] Match nth(std::size_t at) const;
    [[nodiscard]] Match short_quarter(std::size_t at) const;
    [[nodiscard]] Match quarter_of_year(const DateExpression& year) const;
    [[nodiscard]] DateExpression with_year_shift(DateExpression found) const;
    [[nodiscard]] Match season(std::size_t at) const;
    [[nodiscard]] bool is_decline(std::size_t at) const;
    [[nodiscard]] Match fiscal(std::size_t at) const;

    // date_grammar_clock.cpp: times of day.
    [[nodiscard]] Match clock(std::size_t at) const;
    [[nodiscard]] Match figures_clock(std::size_t at) const;
    [[nodiscard]] Match spelled_clock(std::size_t at) const;
    [[nodiscard]] Match part_of_day(std::size_t at) const;
    [[nodiscard]] Match clock_with_day(DateExpression clock) const;
    [[nodiscard]] AmPm am_pm(std::size_t at) const;
    [[nodiscard]] Zone zone(std::size_t at) const;

    const DateTokens& t_;
    time::DateOrder order_;
    std::optional<DateExpression> last_;
};

}  // namespace dateline::analysis
