// The English words that dates are made of, and those that tell the tense of a clause.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::analysis {

/// The part that a word plays in a date.
enum class WordClass : std::uint8_t {
    None,
    Month,         ///< in full; value: 1 to 12
    ShortMonth,    ///< `jan`, `sept`: only beside a number
    Weekday,       ///< in full; value: 0 Monday to 6 Sunday
    ShortWeekday,  ///< `mon`, `tue`: only beside a date
    DeicticDay,    ///< today, tomorrow, yesterday; value: days from today
    Tonight,
    Overnight,
    PartOfDay,   ///< morning, afternoon, evening, night; value: DayPart
    SunTime,     ///< dawn, dusk and the like; value: DayPart
    PointOfDay,  ///< noon, midday, midnight; value: minute of the day
    Unit,        ///< in the singular; value: Unit
    Units,       ///< in the plural
    Season,      ///< value: 0 spring to 3 winter
    Cardinal,    ///< value: the number
    Ordinal,     ///< value: the number; -1 for the last
    Several,     ///< a number that is not stated
    Article,     ///< a, an
    The,
    Step,  ///< last, next, this, that, previous, following, same; value: Step
    Ago,
    Later,
    Earlier,
    Before,
    After,
    Hence,
    From,
    To,
    Until,
    And,
    Or,
    Of,
    In,
    On,
    At,
    By,
    Between,
    Since,
    During,  ///< other prepositions of time
    About,   ///< about, around, nearly
    Early,
    Late,
    Mid,
    Edge,  ///< beginning, start, end, middle, close
    Past,
    Half,
    Fiscal,
    AmPm,            ///< value: minutes that it adds, 0 or 720
    Zone,            ///< a name of a time zone; value: 1 for UTC and GMT
    Hrs,             ///< after 1400
    Clock,           ///< of o'clock
    Era,             ///< value: -1 before Christ, 1 after
    DecadeName,      ///< value: 20 to 90
    Holiday,         ///< first word of a holiday's name
    Vague,           ///< value: Vague
    VagueNoun,       ///< the same, behind `the` or `at`
    VagueAdjective,  ///< the same, before a noun that is no unit of time
    Every,
    Own,  ///< his, her, their
    Future,
    Would,
    PastVerb,
    PresentVerb,  ///< value: 1 for verbs that with a day speak of the future: meets, opens
    Planned,      ///< due, scheduled, expected
    Counted,      ///< nouns of which there may be 1,900 or 2,000
    Titled,       ///< words before a number that is no year
    Sport,        ///< words that make quarters and halves those of a match
};

/// Units of time, from short to long.
enum class Unit : std::uint8_t {
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Season,
    Year,
    Decade,
    Century,
};

/// Which of the periods is meant, seen from the publication or from the date before.
enum class Step : std::uint8_t {
    None,
    Last,       ///< the one before the publication
    This,       ///< the one of the publication
    Next,       ///< the one after it
    Previous,   ///< the one before the date before
    Same,       ///< the one of the date before
    Following,  ///< the one after it
};

/// Words for no date in particular.
enum class Vague : std::uint8_t { Present, Past, Future };

/// A word's class and value.
struct DateWord {
    WordClass word_class = WordClass::None;
    int value = 0;
};

/// Longest word that is looked up.
inline constexpr std::size_t kMaxDateWordBytes = 12;

/// What `lower`, an ASCII word in lower case, is to dates; WordClass::None if it is nothing.
[[nodiscard]] DateWord find_date_word(std::string_view lower) noexcept;

}  // namespace dateline::analysis
