// The gazetteer's look-up finds names and aliases; surnames come from the people's names here.
#include "indexer/analysis/people/known_people.hpp"

#include "common/names/family_first.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/people/bare_name.hpp"
#include "indexer/analysis/people/find_name.hpp"
#include "indexer/analysis/people/person_forms.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::Person;

// Years that somebody is still or already written about without explanation.
constexpr int kYearsAround = 1;

// So many people have these that a paper means another one as soon as it has one.
constexpr std::array kCommonSurnames = std::to_array<std::string_view>({
    "smith",    "jones",    "johnson",    "williams",  "brown",     "davis",    "miller",
    "wilson",   "moore",    "taylor",     "anderson",  "thomas",    "jackson",  "white",
    "harris",   "martin",   "thompson",   "robinson",  "clark",     "lewis",    "lee",
    "walker",   "hall",     "allen",      "young",     "king",      "wright",   "scott",
    "green",    "baker",    "adams",      "nelson",    "hill",      "campbell", "mitchell",
    "roberts",  "carter",   "phillips",   "evans",     "turner",    "parker",   "collins",
    "edwards",  "stewart",  "morris",     "murphy",    "cook",      "rogers",   "morgan",
    "cooper",   "peterson", "reed",       "bailey",    "bell",      "kelly",    "howard",
    "ward",     "cox",      "richardson", "wood",      "watson",    "brooks",   "bennett",
    "gray",     "james",    "hughes",     "price",     "myers",     "long",     "foster",
    "sanders",  "ross",     "powell",     "sullivan",  "russell",   "jenkins",  "perry",
    "butler",   "barnes",   "fisher",     "henderson", "patterson", "simmons",  "graham",
    "reynolds", "hamilton", "wallace",    "west",      "garcia",    "martinez", "rodriguez",
    "lopez",    "gonzalez", "hernandez",  "perez",     "sanchez",   "ramirez",  "torres",
    "flores",   "diaz",     "cruz",       "gomez",     "reyes",     "morales",  "silva",
    "santos",   "souza",    "oliveira",   "pereira",   "fernandez", "romero",   "alvarez",
    "muller",   "schmidt",  "schneider",  "fischer",   "weber",     "meyer",    "wagner",
    "becker",   "rossi",    "ferrari",    "dubois",    "durand",    "bernard",  "jensen",
    "nielsen",  "hansen",   "ivanov",     "petrov",    "kovac",     "nagy",     "kim",
    "park",     "choi",     "wang",       "li",        "zhang",     "chen",     "liu",
    "yang",     "huang",    "zhao",       "wu",        "nguyen",    "tran",     "pham",
    "le",       "tanaka",   "suzuki",     "sato",      "singh",     "kumar",    "sharma",
    "patel",    "gupta",    "khan",       "ali",       "ahmed",     "hussain",  "hassan",
    "mohammed", "muhammad", "mohamed",    "abdullah",  "ibrahim",   "rahman",   "cohen",
    "levy",     "yilmaz",   "kaya",       "demir",     "diallo",    "traore",   "mensah",
    "wong",
});

bool is_in_news(const Person& person, int year) {
    return person.first_year != 0 && year != 0 && year + kYearsAround >= person.first_year &&
           (person.last_year == 0 || year <= person.last_year + kYearsAround);
}

bool is_common_surname(const std::string& folded) {
    return std::find(kCommonSurnames.begin(), kCommonSurnames.end(), folded) !=
           kCommonSurnames.end();
}

// Whether a single word is more often something or somebody else.
bool is_common(const gazetteer::NameMatch& match, const std::string& folded) {
    return is_common_surname(folded) || match.classes.has_any({NameClass::GivenName,
                                                               NameClass::Country,
                                                               NameClass::Division,
                                                               NameClass::LargeCity,
                                                               NameClass::CommonWord,
                                                               NameClass::Organisation});
}

names::Gender gender_of(const Person& person) {
    const names::PersonName name = names::parse_person_name(person.name);
    return name.words.empty() || names::is_family_first(name)
               ? names::Gender::Unknown
               : names::gender_of_given_name(name.words[0].folded);
}

void add_once(std::vector<std::uint32_t>& list, std::uint32_t value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(value);
    }
}

}  // namespace

KnownPeople::KnownPeople(const gazetteer::Gazetteer& gazetteer) : gazetteer_(gazetteer) {
    for (std::uint32_t index = 0; index < gazetteer.person_count(); ++index) {
        const Person person = gazetteer.person(index);
        if (person.first_year == 0) {
            continue;
        }
        const names::PersonName name = names::parse_person_name(person.name);
        if (name.words.empty()) {
            continue;
        }
        by_surname_[name.words.back().folded].push_back(index);
        if (names::is_family_first(name)) {
            add_once(by_surname_[name.words.front().folded], index);
        }
    }
}

std::optional<Person> KnownPeople::by_full_name(std::string_view written, int year) const {
    std::optional<Person> found;
    bool several = false;
    for (const gazetteer::Entity entity : gazetteer_.candidates(find_name(gazetteer_, written))) {
        if (entity.kind != gazetteer::EntityKind::Person) {
            continue;
        }
        const Person person = gazetteer_.person(entity.index);
        if (!entity.alias) {
            return person;
        }
        if (year == 0 || person.first_year <= year + kYearsAround) {
            several = several || found.has_value();
            found = person;
        }
    }
    return several ? std::nullopt : found;
}

bool KnownPeople::may_be(std::uint32_t index, const BareNameUse& use) const {
    const Person person = gazetteer_.person(index);
    return !is_against(gender_of(person), use.gender) && is_in_news(person, use.year);
}

std::vector<std::uint32_t> KnownPeople::by_alias(const BareNameUse& use) const {
    std::vector<std::uint32_t> result;
    for (const gazetteer::Entity entity :
         gazetteer_.candidates(find_name(gazetteer_, use.written))) {
        if (entity.kind == gazetteer::EntityKind::Person && may_be(entity.index, use)) {
            add_once(result, entity.index);
        }
    }
    return result;
}

// Whether anybody of any time is called so: with a Joseph Stalin no M. K. Stalin is.
bool KnownPeople::is_alias(const BareNameUse& use) const {
    for (const gazetteer::Entity entity :
         gazetteer_.candidates(find_name(gazetteer_, use.written))) {
        if (entity.kind == gazetteer::EntityKind::Person &&
            !is_against(gender_of(gazetteer_.person(entity.index)), use.gender)) {
            return true;
        }
    }
    return false;
}

std::vector<std::uint32_t> KnownPeople::by_surname(const BareNameUse& use) const {
    std::vector<std::uint32_t> result;
    const auto row = by_surname_.find(use.name.words.back().folded);
    if (row == by_surname_.end()) {
        return result;
    }
    for (const std::uint32_t index : row->second) {
        const names::PersonName full = names::parse_person_name(gazetteer_.person(index).name);
        if (fit_bare(use.name, full) == BareFit::Surname && may_be(index, use)) {
            result.push_back(index);
        }
    }
    return result;
}

bool KnownPeople::holds_office(std::uint32_t index, std::string_view office) const {
    const std::string note = "-" + text::slug(gazetteer_.person(index).note) + "-";
    return !office.empty() && note.find("-" + std::string(office) + "-") != std::string::npos;
}

std::optional<Person> KnownPeople::by_bare_name(const BareNameUse& use) const {
    std::vector<std::uint32_t> found = by_alias(use);
    const bool common = is_common(find_name(gazetteer_, use.written), use.name.words.back().folded);
    if (found.size() == 1 && !is_common_surname(use.name.words.back().folded)) {
        return gazetteer_.person(found[0]);
    }
    if (!is_alias(use)) {
        found = by_surname(use);
    }
    const auto confirmed = [&](std::uint32_t index) { return holds_office(index, use.office); };
    if (std::any_of(found.begin(), found.end(), confirmed)) {
        std::erase_if(found, [&](std::uint32_t index) { return !confirmed(index); });
    } else if (common) {
        return std::nullopt;
    }
    return found.size() == 1 ? std::optional(gazetteer_.person(found[0])) : std::nullopt;
}

}  // namespace dateline::analysis
