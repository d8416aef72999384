// The English words that dates are made of, and those that tell the tense of a clause.
#include "indexer/analysis/dates/date_words.hpp"

#include "indexer/analysis/dates/calendar_value.hpp"

#include <array>
#include <cassert>

namespace dateline::analysis {
namespace {

/// Words of one class; the value of each is that of the one before it plus `step`.
struct Row {
    WordClass word_class = WordClass::None;
    int value = 0;
    int step = 0;
    std::string_view words;
};

template <typename Enum>
constexpr int number(Enum value) {
    return static_cast<int>(value);
}

constexpr auto kRows = std::to_array<Row>({
    {WordClass::Month, 1, 1, "january february march april may june july august september october"},
    {WordClass::Month, 11, 1, "november december"},
    {WordClass::ShortMonth, 1, 1, "jan feb mar apr - jun jul aug sep oct nov dec"},
    {WordClass::ShortMonth, 9, 0, "sept"},
    {WordClass::Weekday, 0, 1, "monday tuesday wednesday thursday friday saturday sunday"},
    {WordClass::ShortWeekday, 0, 1, "mon tue wed thu fri sat sun"},
    {WordClass::ShortWeekday, 1, 1, "tues weds thurs"},
    {WordClass::ShortWeekday, 3, 0, "thur"},
    {WordClass::DeicticDay, -1, 1, "yesterday today tomorrow"},
    {WordClass::Tonight, 0, 0, "tonight"},
    {WordClass::Overnight, 0, 0, "overnight"},
    {WordClass::PartOfDay, 1, 1, "morning afternoon evening night"},
    {WordClass::SunTime, number(DayPart::Morning), 0, "dawn daybreak sunrise"},
    {WordClass::SunTime, number(DayPart::Evening), 0, "dusk nightfall sunset sundown"},
    {WordClass::PointOfDay, 0, 720, "midnight noon"},
    {WordClass::PointOfDay, 720, 0, "midday"},
    {WordClass::Unit, 0, 1, "minute hour day weekend week fortnight month quarter half"},
    {WordClass::Unit, number(Unit::Year), 1, "year decade century"},
    {WordClass::Units, 0, 1, "minutes hours days weekends weeks fortnights months quarters halves"},
    {WordClass::Units, number(Unit::Year), 1, "years decades centuries"},
    {WordClass::Season, 0, 1, "spring summer autumn winter"},
    {WordClass::Season, 2, 0, "fall"},
    {WordClass::Season, 1, 2, "midsummer midwinter"},
    {WordClass::Cardinal, 1, 1, "one two three four five six seven eight nine ten eleven twelve"},
    {WordClass::Cardinal, 13, 1, "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"},
    {WordClass::Cardinal, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety"},
    {WordClass::Cardinal, 12, 0, "dozen"},
    {WordClass::Ordinal, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth"},
    {WordClass::Ordinal, 11, 1, "eleventh twelfth thirteenth fourteenth fifteenth sixteenth"},
    {WordClass::Ordinal, 17, 1, "seventeenth eighteenth nineteenth twentieth"},
    {WordClass::Ordinal, 30, 0, "thirtieth"},
    {WordClass::Ordinal, 1, 0, "opening"},
    {WordClass::Ordinal, -1, 0, "final closing"},
    {WordClass::Several, 0, 0, "few several many some couple numerous"},
    {WordClass::Article, 1, 0, "a an"},
    {WordClass::The, 0, 0, "the"},
    {WordClass::Step, number(Step::Last), 0, "last"},
    {WordClass::Step, number(Step::This), 0, "this"},
    {WordClass::Step, number(Step::This), 0, "current"},
    {WordClass::Step, number(Step::Next), 0, "next coming upcoming"},
    {WordClass::Step, number(Step::Previous), 0, "previous preceding prior"},
    {WordClass::Step, number(Step::Same), 0, "same that"},
    {WordClass::Step, number(Step::Following), 0, "following ensuing subsequent"},
    {WordClass::Ago, 0, 0, "ago"},
    {WordClass::Later, 0, 0, "later afterwards afterward"},
    {WordClass::Earlier, 0, 0, "earlier previously beforehand"},
    {WordClass::Before, 0, 0, "before"},
    {WordClass::After, 0, 0, "after"},
    {WordClass::Hence, 0, 0, "hence"},
    {WordClass::From, 0, 0, "from"},
    {WordClass::To, 0, 0, "to"},
    {WordClass::Until, 0, 0, "until till through"},
    {WordClass::And, 0, 0, "and"},
    {WordClass::Or, 0, 0, "or"},
    {WordClass::Of, 0, 0, "of"},
    {WordClass::In, 0, 0, "in"},
    {WordClass::On, 0, 0, "on"},
    {WordClass::At, 0, 0, "at"},
    {WordClass::By, 0, 0, "by"},
    {WordClass::Between, 0, 0, "between"},
    {WordClass::Since, 0, 0, "since"},
    {WordClass::During, 0, 0, "during throughout over within circa"},
    {WordClass::About, 0, 0, "about around nearly almost roughly"},
    {WordClass::Early, 0, 0, "early"},
    {WordClass::Late, 0, 0, "late"},
    {WordClass::Mid, 0, 0, "mid"},
    {WordClass::Edge, 0, 0, "beginning start end middle close"},
    {WordClass::Past, 0, 0, "past"},
    {WordClass::Fiscal, 0, 0, "fiscal fy"},
    {WordClass::AmPm, 0, 720, "am pm"},
    {WordClass::Zone, 1, 0, "gmt utc"},
    {WordClass::Zone, 0, 0, "est edt cst cdt mst mdt pst pdt et ct pt bst cet cest eet eest ist"},
    {WordClass::Zone, 0, 0, "jst msk aest aedt wat eat sast kst"},
    {WordClass::Hrs, 0, 0, "hrs hr"},
    {WordClass::Clock, 0, 0, "clock"},
    {WordClass::Era, -1, 0, "bc bce"},
    {WordClass::Era, 1, 0, "ad ce"},
    {WordClass::DecadeName, 20, 10, "twenties thirties forties fifties sixties seventies eighties"},
    {WordClass::DecadeName, 90, 0, "nineties"},
    {WordClass::Holiday, 0, 0, "christmas xmas easter thanksgiving halloween hogmanay juneteenth"},
    {WordClass::Holiday, 0, 0, "valentine valentines labor labour memorial veterans armistice"},
    {WordClass::Holiday, 0, 0, "remembrance bastille boxing anzac epiphany pentecost candlemas"},
    {WordClass::Holiday,
     0,
     0,
     "nowruz columbus presidents mother father mothers fathers palm good"},
    {WordClass::Holiday, 0, 0, "ash maundy holy ascension whit saint st all new australia canada"},
    {WordClass::Holiday, 0, 0, "groundhog earth black martin guy bonfire shrove d ve vj"},
    {WordClass::Vague, number(Vague::Present), 0, "now currently nowadays presently"},
    {WordClass::Vague, number(Vague::Past), 0, "recently"},
    {WordClass::VagueNoun, number(Vague::Present), 0, "present moment"},
    {WordClass::VagueAdjective, number(Vague::Past), 0, "recent"},
    {WordClass::VagueNoun, number(Vague::Future), 0, "future"},
    {WordClass::Every, 0, 0, "every each per"},
    {WordClass::Own, 0, 0, "his her their its my our your whose"},
    {WordClass::Future, 0, 0, "will shall ll wo"},
    {WordClass::Would, 0, 0, "would should might can must"},
    {WordClass::PastVerb,
     0,
     0,
     "was were had did said told met won lost began came went took made"},
    {WordClass::PastVerb, 0, 0, "gave got left held kept saw fell rose grew knew thought brought"},
    {WordClass::PastVerb, 0, 0, "bought sent spent built struck drew flew ran stood spoke wrote"},
    {WordClass::PastVerb,
     0,
     0,
     "broke chose drove ate shot fought caught taught paid laid led felt"},
    {WordClass::PastVerb,
     0,
     0,
     "found heard became overcame sold bore beat hung threw swept shook"},
    {WordClass::PastVerb, 0, 0, "sank sang rang wore swore stole woke dug swam stuck hid withdrew"},
    {WordClass::PresentVerb, 0, 0, "is are has have do does says"},
    {WordClass::Planned,
     0,
     0,
     "due scheduled expected slated planned plans expects hopes hope going"},
    {WordClass::Planned, 0, 0, "postponed supposed delivery"},
    {WordClass::PresentVerb,
     1,
     0,
     "meet meets comes continues starts begins opens resumes returns"},
    {WordClass::PresentVerb,
     1,
     0,
     "plays votes elects faces travels arrives leaves flies stay stays"},
    {WordClass::Counted, 0, 0, "people troops soldiers dollars pounds euros yen miles kilometres"},
    {WordClass::Counted, 0, 0, "kilometers km metres meters feet tonnes tons shares jobs points"},
    {WordClass::Counted,
     0,
     0,
     "votes seats homes houses workers employees men women children dead"},
    {WordClass::Counted,
     0,
     0,
     "cases refugees members students copies acres hectares barrels rooms"},
    {WordClass::Counted, 0, 0, "square billion million thousand hundred percent pages kg mph cc"},
    {WordClass::Counted,
     0,
     0,
     "words residents players fans supporters passengers families inmates"},
    {WordClass::Counted,
     0,
     0,
     "prisoners civilians casualties deaths injured rupees rubles roubles"},
    {WordClass::Counted,
     0,
     0,
     "pesos francs marks lire crowns degrees watts units companies stores"},
    {WordClass::Counted, 0, 0, "shops schools officers police fighters rebels protesters migrants"},
    {WordClass::Counted, 0, 0, "voters delegates guests runners customers patients lbs inches"},
    {WordClass::Titled, 0, 0, "flight boeing airbus article section resolution act law no number"},
    {WordClass::Titled, 0, 0, "nos page pages room route highway windows office agenda euro"},
    {WordClass::Titled, 0, 0, "chapter paragraph model bill directive regulation order decree"},
    {WordClass::Titled, 0, 0, "channel area vision rule clause apartment building peugeot class"},
    {WordClass::Sport, 0, 0, "touchdown touchdowns yards quarterback scored goal goals halftime"},
    {WordClass::Sport, 0, 0, "penalty kickoff rebounds striker midfielder substitute innings"},
});

/// A table with open addressing; a power of two, so that a hash becomes a place by masking.
constexpr std::size_t kPlaces = 2048;

struct Place {
    std::string_view word;
    DateWord found;
};

constexpr std::size_t place_of(std::string_view word) {
    std::uint32_t hash = 2166136261U;  // FNV-1a, 32 bits: its authors' offset and prime
    for (const char c : word) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return (hash ^ (hash >> 15U)) & (kPlaces - 1);
}

std::array<Place, kPlaces> fill_places() {
    std::array<Place, kPlaces> places{};
    for (const Row& row : kRows) {
        std::string_view rest = row.words;
        for (int value = row.value; !rest.empty(); value += row.step) {
            const std::string_view word = rest.substr(0, rest.find(' '));
            rest.remove_prefix(word.size() < rest.size() ? word.size() + 1 : word.size());
            assert(word.size() <= kMaxDateWordBytes);
            std::size_t at = place_of(word);
            while (!places[at].word.empty() && places[at].word != word) {
                at = (at + 1) & (kPlaces - 1);
            }
            places[at] = {word, {row.word_class, value}};
        }
    }
    return places;
}

}  // namespace

DateWord find_date_word(std::string_view lower) noexcept {
    static const std::array<Place, kPlaces> places = fill_places();
    std::size_t at = place_of(lower);
    while (!places[at].word.empty()) {
        if (places[at].word == lower) {
            return places[at].found;
        }
        at = (at + 1) & (kPlaces - 1);
    }
    return {};
}

}  // namespace dateline::analysis
