// Names of people in scripts with capitals: behind titles, from given names, and surnames alone.
#include "common/text/stop_words.hpp"
#include "indexer/analysis/rules/name_search.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

// Most words of a name, linkers not counted.
constexpr std::size_t kMaxWords = 5;

constexpr NameClasses kAboveCities{NameClass::Country, NameClass::Region};
constexpr NameClasses kNoNames{NameClass::PlaceAdjective};

// Offices that Germanic languages write as one word: `Verkehrsminister`, `Firmenchefin`.
constexpr std::array<std::string_view, 28> kOfficeEndings = {
    "minister", "ministerin", "ministers", "prasident", "prasidentin", "prasidenten", "chef",
    "chefin",   "chefs",      "kanzler",   "trainer",   "trainerin",   "sprecher",    "sprecherin",
    "meister",  "meisterin",  "sekretar",  "direktor",  "direktorin",  "leiter",      "leiterin",
    "vorstand", "experte",    "expertin",  "politiker", "politikerin", "ministern",   "ministeren"};

// Surnames that tell themselves by their ending, folded.
constexpr std::array<std::string_view, 62> kSurnameEndings = {
    "ov",    "ova",    "ev",   "eva",  "sky",   "ski",    "ska",     "skyj",   "skij",
    "enko",  "chuk",   "yuk",  "yan",  "ian",   "dze",    "shvili",  "wicz",   "czyk",
    "vic",   "escu",   "eanu", "idis", "akis",  "poulos", "poulou",  "oglu",   "sson",
    "sen",   "dottir", "mann", "berg", "stein", "ez",     "ini",     "elli",   "etti",
    "ucci",  "eira",   "eaux", "ault", "ов",    "ова",    "ев",      "ева",    "ин",
    "ина",   "ский",   "ская", "цкий", "енко",  "ук",     "юк",      "ян",     "дзе",
    "швили", "ський",  "ська", "вич",  "ιδης",  "ακης",   "οπουλος", "οπουλου"};

bool ends_with_any(std::string_view word, std::span<const std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) {
        return word.size() > ending.size() + 1 && word.ends_with(ending);
    });
}

bool is_capital(const RuleToken& token) {
    return token.letter_case == WordCase::Capital || token.letter_case == WordCase::Upper;
}

// Whether a name may go on from the token before `token` to it.
bool joins_names(const RuleToken& before, const RuleToken& token) {
    const bool initial = before.letters <= 2 && is_capital(before);
    return (token.gap == RuleGap::Space && !token.opens_sentence) || token.gap == RuleGap::Hyphen ||
           token.gap == RuleGap::Apostrophe || (token.gap == RuleGap::FullStop && initial);
}

}  // namespace

// Whether the word is a month or weekday: the gazetteer's are those of English.
bool NameSearch::is_english_month(std::size_t token) const {
    return (traits_.code.empty() || traits_.code == "en") &&
           lookup_.classes_of(token).has(NameClass::CalendarWord);
}

bool NameSearch::is_title(std::size_t token) const {
    // The gazetteer's titles are those of English; some of its given names are titles too.
    const bool english = traits_.code.empty() || traits_.code == "en";
    if (english && text_.at(token).letter_case != WordCase::Lower &&
        lookup_.classes_of(token).has_any({NameClass::Title, NameClass::Honorific}) &&
        !roles(token).has(RuleRole::Given)) {
        return true;
    }
    return roles(token).has(RuleRole::Title) ||
           (traits_.nouns_have_capitals && ends_with_any(text_.folded(token), kOfficeEndings));
}

bool NameSearch::is_given_name(std::size_t token) const {
    if (roles(token).has(RuleRole::Given) || lookup_.classes_of(token).has(NameClass::GivenName)) {
        return true;
    }
    if (!traits_.declines) {
        return false;
    }
    return std::ranges::any_of(lookup_.base_hashes(token), [&](gazetteer::TokenHash base) {
        return words_.roles(traits_.hash, base).has(RuleRole::Given);
    });
}

bool NameSearch::is_family_name(std::size_t token) const {
    return lookup_.classes_of(token).has(NameClass::FamilyName) ||
           ends_with_any(text_.folded(token), kSurnameEndings);
}

// Whether a title stands directly before `token`: perhaps with a full stop (`Dr. Müller`), or with
// a country between them (`президент Франции Макрон`).
bool NameSearch::is_behind_title(std::size_t token) const {
    if (token == 0) {
        return false;
    }
    const RuleToken& word = text_.at(token);
    if (is_title(token - 1)) {
        // Titles are abbreviated with a full stop; a sentence may end in others.
        const RuleToken& title = text_.at(token - 1);
        const bool short_title = title.letters <= (is_capital(title) ? 4 : 2);
        return word.gap == RuleGap::Space ||
               (word.gap == RuleGap::FullStop && (short_title || !word.opens_sentence));
    }
    if (word.gap != RuleGap::Space || word.opens_sentence) {
        return false;
    }
    const bool after_place = !names_.empty() && names_.back().end_token == token &&
                             names_.back().type != MentionType::Person;
    const std::size_t place = after_place ? names_.back().first_token : 0;
    if (after_place) {
        return place > 0 && text_.at(place).gap == RuleGap::Space && is_title(place - 1);
    }
    // An adjective behind a title: "presidente colombiano Petro".
    const bool adjective = token > 1 && text_.at(token - 1).letter_case == WordCase::Lower &&
                           text_.at(token - 1).gap == RuleGap::Space && is_title(token - 2) &&
                           lookup_.classes_of(token - 1).has(NameClass::PlaceAdjective);
    return adjective;
}

// The words before a name that are its title; empty if there are none.
ByteRange NameSearch::title_before(std::size_t token) const {
    std::size_t first = token;
    while (first > 0 && text_.at(first).gap != RuleGap::Break &&
           text_.at(first).gap != RuleGap::Nothing) {
        const RuleRoles before = roles(first - 1);
        const bool more = is_title(first - 1) || (first < token && before.has(RuleRole::TitlePart));
        const bool taken = !names_.empty() && names_.back().end_token >= first;
        if (!more || taken) {
            break;
        }
        --first;
    }
    return first == token ? ByteRange{}
                          : ByteRange{text_.at(first).start_bytes, text_.at(token - 1).end_bytes};
}

// Whether the word at `token` may be the last one of a person's name.
bool NameSearch::may_end_person(std::size_t token) const {
    const RuleToken& word = text_.at(token);
    const bool acronym = word.letter_case == WordCase::Upper && !word.shouts && word.letters <= 4;
    if (word.letters < 2 || acronym || is_ordinary_word(token) ||
        roles(token).has(RuleRole::Facility) || roles(token).has(RuleRole::Locative)) {
        return false;
    }
    const NameClasses classes = lookup_.classes_of(token);
    if (classes.has(NameClass::FamilyName)) {
        return !classes.has(NameClass::Country);
    }
    const bool english = traits_.code.empty() || traits_.code == "en";
    if (classes.has_any(kNoNames) || classes.has_any(kAboveCities) || is_english_month(token) ||
        (english && classes.has(NameClass::CommonWord) && !classes.has(NameClass::GivenName)) ||
        classes.has_any(
            {NameClass::LargeCity, NameClass::OrganisationWord, NameClass::OrganisationSuffix})) {
        return false;
    }
    const std::optional<Reading> reading = lookup_.at(token);
    return !reading || reading->kind == gazetteer::EntityKind::Person ||
           !reading->classes.has_any({NameClass::LargeCity,
                                      NameClass::Division,
                                      NameClass::Organisation,
                                      NameClass::Nature,
                                      NameClass::Country,
                                      NameClass::Region});
}

// Whether the capital at `i` goes on the name that `chain` has so far.
bool NameSearch::goes_on(const NameChain& chain, std::size_t i) const {
    const RuleToken& word = text_.at(i);
    const bool joined = word.gap == RuleGap::Hyphen || i > chain.end;  // or behind a linker
    if (is_title(i)) {
        return false;
    }
    if (!joined) {
        // Where nouns have capitals too, the first one that is no given name is the last word.
        if (chain.has_family && traits_.nouns_have_capitals) {
            return false;
        }
        // "Recep Tayyip Erdoğan Berlin": a place behind what may be a surname already.
        const bool complete =
            chain.has_family || chain.words > 2 ||
            (chain.words > 1 && lookup_.classes_of(chain.end - 1).has(NameClass::FamilyName));
        const std::optional<Reading> place = complete ? lookup_.at(i) : std::nullopt;
        if (place && place->kind == gazetteer::EntityKind::Place &&
            place->classes.has_any({NameClass::Country, NameClass::LargeCity})) {
            return false;
        }
    }
    // "Luís Montenegro": a surname that is a country too.
    const bool namesake =
        i == chain.end && is_given_name(i - 1) && !is_ordinary_word(i) &&
        (lookup_.classes_of(i).has(NameClass::FamilyName) || is_behind_title(chain.first));
    return is_initial(i) || roles(i).has(RuleRole::Linker) || is_given_name(i) || namesake ||
           may_end_person(i);
}

// Whether the word at `token` is a letter or two with a full stop.
bool NameSearch::is_initial(std::size_t token) const {
    return text_.at(token).letters <= 2 && token + 1 < text_.size() &&
           text_.at(token + 1).gap == RuleGap::FullStop;
}

// Whether the small word at `i` is inside the name that `chain` has so far: "de la", "Hsi-chuen".
bool NameSearch::is_small_part(const NameChain& chain, std::size_t i) const {
    static constexpr std::size_t kMaxLinkers = 3;
    const RuleToken& word = text_.at(i);
    const bool hyphen =
        word.gap == RuleGap::Hyphen && i == chain.end && text_.at(i - 1).letters > 1;
    const bool linker =
        roles(i).has(RuleRole::Linker) && word.letters > 1 && i - chain.end < kMaxLinkers;
    return hyphen || linker;
}

// The end of the person's name that begins at `token`: capitals, with linkers between them.
std::size_t NameSearch::person_end(std::size_t token) const {
    NameChain chain{.first = token, .end = token + 1, .has_family = !is_given_name(token)};
    for (std::size_t i = token + 1; i < text_.size() && chain.words < kMaxWords; ++i) {
        const RuleToken& word = text_.at(i);
        if (!joins_names(text_.at(i - 1), word) || word.script != RuleScript::Cased ||
            word.shouts != text_.at(token).shouts) {
            break;
        }
        if (!is_capital(word)) {
            if (!is_small_part(chain, i)) {
                break;
            }
            chain.end = word.gap == RuleGap::Hyphen ? i + 1 : chain.end;
            continue;
        }
        if (!goes_on(chain, i)) {
            break;
        }
        const bool linker = roles(i).has(RuleRole::Linker);
        chain.has_family = chain.has_family || (!is_initial(i) && !is_given_name(i) && !linker);
        chain.end = linker ? chain.end : i + 1;
        ++chain.words;
    }
    return chain.end;
}

std::optional<FoundName> NameSearch::person_at(std::size_t token) const {
    const RuleToken& word = text_.at(token);
    if (!is_capital(word) || (token > 0 && word.gap == RuleGap::Nothing)) {
        return std::nullopt;
    }
    const bool titled = is_behind_title(token);
    const bool given = is_given_name(token) && !roles(token).has(RuleRole::Blocked) &&
                       !lookup_.classes_of(token).has_any(kNoNames) && !is_ordinary_word(token) &&
                       !is_english_month(token);
    const bool facility =
        token > 0 && roles(token - 1).has(RuleRole::Facility) && word.gap == RuleGap::Space;
    // Hungarian puts the family name first.
    const bool turned = traits_.code == "hu" && !given && token + 1 < text_.size() &&
                        text_.at(token + 1).gap == RuleGap::Space &&
                        is_capital(text_.at(token + 1)) && is_given_name(token + 1) &&
                        may_end_person(token);
    if ((!titled && !given && !turned) || facility) {
        return std::nullopt;
    }
    FoundName name;
    name.first_token = token;
    name.end_token = turned ? token + 2 : person_end(token);
    const std::size_t last = name.end_token - 1;
    const bool several = last > token;
    const bool namesake = several && is_given_name(last - 1) &&
                          (titled || lookup_.classes_of(last).has(NameClass::FamilyName));
    const bool ends_well = may_end_person(last) || namesake || (several && is_given_name(last));
    if (!ends_well || (!several && !titled) || (titled && !given && !may_end_person(token))) {
        return std::nullopt;
    }
    // Latin letters in Japanese are products more often than people.
    if (!traits_.has_capitals &&
        !(given && several && lookup_.classes_of(last).has(NameClass::FamilyName) &&
          word.letter_case == WordCase::Capital)) {
        return std::nullopt;
    }
    // "Anna Sommerfest": in German, a surname must be listed or look like one if the name opens a
    // sentence.
    if (!titled && traits_.nouns_have_capitals && word.opens_sentence && !is_family_name(last)) {
        return std::nullopt;
    }
    name.type = MentionType::Person;
    name.method = NameMethod::Rules;
    // A given name that is in no list before one that is: "Nasreen Jamal Dossa".
    const bool taken = !names_.empty() && names_.back().end_token >= token;
    if (!titled && !taken && token > 0 && word.gap == RuleGap::Space && !word.opens_sentence &&
        is_unknown_name(token - 1)) {
        --name.first_token;
    }
    name.range = {text_.at(name.first_token).start_bytes, text_.at(last).end_bytes};
    name.honorific = title_before(name.first_token);
    return name;
}

// Whether the word hangs on others by a hyphen or an apostrophe: "Frandsen-Lau", "Fulisia'ala".
bool NameSearch::is_bound(std::size_t token) const {
    const auto binds = [](const RuleToken& next, std::uint8_t least) {
        return next.gap == RuleGap::Hyphen ||
               (next.gap == RuleGap::Apostrophe && next.letters >= least);
    };
    static constexpr std::uint8_t kLongerThanEnding = 3;
    return binds(text_.at(token), 0) ||
           (token + 1 < text_.size() && binds(text_.at(token + 1), kLongerThanEnding));
}

// Whether the word has its capital for no reason that the rules know.
bool NameSearch::is_unknown_name(std::size_t token) const {
    const RuleToken& word = text_.at(token);
    return word.letter_case == WordCase::Capital && word.letters > 1 && !word.opens_sentence &&
           !traits_.nouns_have_capitals && !is_ordinary_word(token) && !lookup_.at(token) &&
           roles(token).bits == 0 && !lookup_.classes_of(token).has_any(kNoNames) &&
           !is_english_month(token);
}

// The surnames that may stand alone: those of people with a capital at the end of their name.
Surnames NameSearch::surnames() const {
    static constexpr std::uint8_t kMinOfFullName = 3;
    static constexpr std::uint8_t kMinBehindTitle = 4;
    Surnames surnames(traits_.declines);
    for (const FoundName& name : names_) {
        const std::size_t last = name.end_token - 1;
        const RuleToken& word = text_.at(last);
        if (name.type != MentionType::Person || word.script != RuleScript::Cased ||
            word.letter_case != WordCase::Capital) {
            continue;
        }
        const bool full = last > name.first_token;
        if (word.letters >= (full ? kMinOfFullName : kMinBehindTitle)) {
            surnames.add(text_.hash(last), text_.folded(last));
        }
        // Spanish names end in two surnames, and the first one stands alone.
        const bool two = traits_.code == "es" && last >= name.first_token + 2 &&
                         !is_given_name(last - 1) &&
                         text_.at(last - 1).letters >= kMinBehindTitle &&
                         text_.at(last - 1).letter_case == WordCase::Capital;
        if (two) {
            surnames.add(text_.hash(last - 1), text_.folded(last - 1));
        }
    }
    surnames.close();
    return surnames;
}

// Whether a name with a capital stands alone at `token`: not "Premio Nobel", not "Frandsen-Lau".
bool NameSearch::may_stand_alone(std::size_t token) const {
    const RuleToken& word = text_.at(token);
    if (!is_capital(word) || text_.is_small_elsewhere(token) || is_bound(token)) {
        return false;
    }
    const bool behind_capital = token > 0 && word.gap == RuleGap::Space && !word.opens_sentence &&
                                is_capital(text_.at(token - 1));
    return !behind_capital || traits_.nouns_have_capitals || is_title(token - 1) ||
           !text_.is_small_elsewhere(token - 1);
}

// A surname alone, where the text has the full name, or has it behind a title.
void NameSearch::add_surnames() {
    const Surnames known = surnames();
    std::vector<FoundName> all;
    auto next = names_.begin();
    for (std::size_t token = 0; token < text_.size();) {
        if (next != names_.end() && next->first_token == token) {
            token = next->end_token;
            all.push_back(*next++);
            continue;
        }
        if (may_stand_alone(token) && known.holds(text_.hash(token), text_.folded(token))) {
            const bool joined = text_.at(token).gap == RuleGap::Space;
            const bool taken = !all.empty() && all.back().end_token == token;
            // A given name that is in no list: "Kerim Atayev".
            const bool longer = joined && !taken && is_unknown_name(token - 1);
            FoundName name = rule_person(longer ? token - 1 : token, token + 1);
            name.honorific = joined ? title_before(name.first_token) : ByteRange{};
            all.push_back(name);
        }
        ++token;
    }
    names_ = std::move(all);
}

}  // namespace dateline::analysis
