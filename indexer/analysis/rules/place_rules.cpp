// Names of the gazetteer in scripts with capitals: which of them a text means.
#include "common/text/stop_words.hpp"
#include "indexer/analysis/rules/name_search.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

using gazetteer::EntityKind;
using gazetteer::NameClass;
using gazetteer::NameClasses;

// By gazetteer::Place::importance: capitals and world cities; large cities; and the rest.
constexpr std::uint16_t kWorldCity = 10'500;
constexpr std::uint16_t kLargeCity = 8'800;
constexpr std::uint16_t kSmallCity = 6'500;

// A person of history is not meant by the surname alone; these are in the news.
constexpr std::uint16_t kPersonInNews = 8'000;

// Shorter names are words of some language too often, unless they are written in capitals.
constexpr std::uint8_t kMinLetters = 3;
constexpr std::uint8_t kMinLettersAtStart = 4;
constexpr std::uint8_t kMinAcronymLetters = 2;
constexpr std::uint8_t kMaxCodeLetters = 4;

constexpr NameClasses kAboveCities{NameClass::Country, NameClass::Region};
constexpr NameClasses kNamesOfPeople{NameClass::GivenName, NameClass::FamilyName};

}  // namespace

// Whether a word with a capital is more likely a common word here.
bool NameSearch::is_ordinary_word(std::size_t token) const {
    return text_.is_small_elsewhere(token) ||
           text::is_stop_word(traits_.code, text_.folded(token)) || is_title(token);
}

bool NameSearch::is_behind_locative(std::size_t token) const {
    return token > 0 && text_.at(token).gap == RuleGap::Space &&
           roles(token - 1).has(RuleRole::Locative) &&
           (text_.at(token - 1).letter_case == WordCase::Lower ||
            text_.at(token - 1).opens_sentence || traits_.nouns_have_capitals);
}

// Whether a capital beside a name says that it is a part of a longer one, which is not known: in
// "Telecom Italia" and "Paris Match".
bool NameSearch::is_part_of_longer(std::size_t token, const Reading& reading) const {
    const auto is_neighbour = [&](std::size_t other, const RuleToken& behind_gap) {
        const RuleToken& word = text_.at(other);
        const bool capital = word.letter_case == WordCase::Capital ||
                             (word.letter_case == WordCase::Upper && !word.shouts);
        return capital && behind_gap.gap == RuleGap::Space && word.script == RuleScript::Cased;
    };
    if (token > 0) {
        const RuleGap gap = text_.at(token).gap;
        if (gap == RuleGap::Hyphen && text_.at(token - 1).letter_case != WordCase::Lower) {
            return true;
        }
        const bool after_name = !names_.empty() && names_.back().end_token == token;
        const RuleRoles before = roles(token - 1);
        if (before.has(RuleRole::Facility) && gap == RuleGap::Space) {
            return true;
        }
        // A capital that a sentence gave to a word is let pass before a country.
        const bool by_position = text_.at(token - 1).opens_sentence &&
                                 !text_.has_capital_inside(token - 1) &&
                                 (reading.classes.has_any(kAboveCities) ||
                                  (reading.importance >= kWorldCity && !is_given_name(token - 1)));
        if (!traits_.nouns_have_capitals && is_neighbour(token - 1, text_.at(token)) &&
            !by_position && !text_.at(token).opens_sentence && !after_name &&
            !before.has(RuleRole::Title) && !before.has(RuleRole::Locative) &&
            !is_ordinary_word(token - 1) &&
            !lookup_.classes_of(token - 1).has(NameClass::PlaceAdjective)) {
            return true;
        }
    }
    const std::size_t next = reading.end_token;
    if (next >= text_.size() || traits_.nouns_have_capitals || text_.at(next).opens_sentence ||
        !is_neighbour(next, text_.at(next))) {
        return false;
    }
    return !is_given_name(next) && !is_ordinary_word(next) && !lookup_.at(next);
}

std::optional<FoundName> NameSearch::place_of_one_word(std::size_t token,
                                                       const Reading& reading) const {
    const RuleToken& word = text_.at(token);
    const bool locative = is_behind_locative(token);
    const bool dateline = word.opens_paragraph && reading.end_token < text_.size() &&
                          text_.at(reading.end_token).gap == RuleGap::Break &&
                          (reading.importance >= kLargeCity || word.shouts);
    FoundName name = found(token, reading);
    if (reading.classes.has_any(kAboveCities)) {
        return name;
    }
    const bool cased_form = reading.declined && !traits_.nouns_have_capitals;
    const bool at_start =
        !cased_form && word.opens_sentence && !text_.has_capital_inside(token) && !dateline;
    const bool home = traits_.is_home(name.country);
    const std::uint16_t importance = reading.importance;
    const bool person_too = reading.classes.has_any(kNamesOfPeople);
    const bool noun_too = traits_.nouns_have_capitals && importance < kWorldCity;
    const int evidence = (locative ? 2 : 0) + (cased_form ? 1 : 0) + (home ? 1 : 0) +
                         (dateline ? 2 : 0) - (person_too ? 1 : 0) - (at_start ? 1 : 0) -
                         (noun_too ? 1 : 0) - (noun_too && !home ? 1 : 0);
    if (importance >= kWorldCity) {
        return evidence >= -1 ? std::optional(name) : std::nullopt;
    }
    if (importance >= kLargeCity && evidence >= 1) {
        return name;
    }
    const int needed = importance >= kLargeCity ? 0 : importance >= kSmallCity ? 1 : 2;
    name.doubtful = true;
    return evidence >= needed && !(at_start && importance < kLargeCity) ? std::optional(name)
                                                                        : std::nullopt;
}

// "President Barack Obama" is a name of the gazetteer: its title is no part of the mention.
FoundName NameSearch::without_title(FoundName name) const {
    std::size_t first = name.first_token;
    while (first + 1 < name.end_token && is_title(first)) {
        ++first;
    }
    if (first > name.first_token) {
        name.honorific = {text_.at(name.first_token).start_bytes, text_.at(first - 1).end_bytes};
        name.range.start_bytes = text_.at(first).start_bytes;
    }
    return name;
}

// Whether one word is written as the name that it is read as.
bool NameSearch::may_be_name(std::size_t token, const Reading& reading) const {
    const RuleToken& word = text_.at(token);
    const bool acronym = word.letter_case == WordCase::Upper && !word.shouts;
    const std::uint8_t least = acronym               ? kMinAcronymLetters
                               : word.opens_sentence ? kMinLettersAtStart
                                                     : kMinLetters;
    // States go by two letters too, but in lists and codes only: "CA", "ID", "MS"; and "ROM" is no
    // city.
    const bool code = acronym && !word.opens_paragraph && reading.kind == EntityKind::Place &&
                      !reading.classes.has_any(kAboveCities) && reading.letters <= kMaxCodeLetters;
    const bool blocked = roles(token).has(RuleRole::Blocked) && !is_behind_locative(token);
    return reading.letters >= least && !code && !blocked && (acronym || !is_ordinary_word(token));
}

std::optional<FoundName> NameSearch::known_person(std::size_t token, const Reading& reading) const {
    const bool one_word = reading.end_token == token + 1;
    const bool sure = !one_word || is_behind_title(token);
    const bool in_news = reading.importance >= kPersonInNews && !text_.at(token).opens_sentence;
    if ((!sure && !in_news) || (one_word && is_part_of_longer(token, reading))) {
        return std::nullopt;
    }
    return without_title(found(token, reading));
}

std::optional<FoundName> NameSearch::known_place(std::size_t token, const Reading& reading) const {
    if (is_part_of_longer(token, reading)) {
        return std::nullopt;
    }
    if (reading.end_token == token + 1) {
        return place_of_one_word(token, reading);
    }
    const bool small = reading.importance < kLargeCity && !reading.classes.has_any(kAboveCities);
    // "La Constitución": towns with an article.
    if (text_.at(token).opens_sentence && small && is_ordinary_word(token)) {
        return std::nullopt;
    }
    FoundName name = found(token, reading);
    name.doubtful = small && !is_behind_locative(token);
    return name;
}

std::optional<FoundName> NameSearch::known_name(std::size_t token, const Reading& reading) const {
    const bool one_word = reading.end_token == token + 1;
    if (text_.is_part_of_address(token, reading.end_token) ||
        (one_word && !may_be_name(token, reading))) {
        return std::nullopt;
    }
    switch (reading.kind) {
        case EntityKind::Person:
            return known_person(token, reading);
        case EntityKind::Organisation: {
            const RuleToken& word = text_.at(token);
            const bool acronym = word.letter_case == WordCase::Upper && !word.shouts;
            const bool part = one_word && !acronym && is_part_of_longer(token, reading);
            return part ? std::nullopt : std::optional(found(token, reading));
        }
        case EntityKind::Place:
        case EntityKind::PlaceAdjective:
            return known_place(token, reading);
    }
    return std::nullopt;
}

std::optional<FoundName> NameSearch::cased_name(std::size_t token) const {
    const std::optional<Reading> reading = lookup_.at(token);
    const std::optional<FoundName> known = reading ? known_name(token, *reading) : std::nullopt;
    const std::optional<FoundName> person = person_at(token);
    // "Pedro Sánchez" is a town as well.
    const bool namesake = person && reading && person->end_token >= reading->end_token && known &&
                          known->type == MentionType::Place && reading->importance < kLargeCity &&
                          !reading->classes.has_any(kAboveCities);
    if (known && known->end_token > token + 1 && known->type != MentionType::Person && !namesake) {
        return known;
    }
    if (namesake) {
        return person;
    }
    if (!person || (known && known->end_token >= person->end_token)) {
        return known;
    }
    return person;
}

// Doubtful places stay where the text is about their country, or its readers live there.
void NameSearch::drop_doubtful() {
    std::vector<gazetteer::PlaceIndex> countries = traits_.homes;
    for (const FoundName& name : names_) {
        if (!name.doubtful && name.country) {
            countries.push_back(*name.country);
        }
    }
    std::ranges::sort(countries);
    std::erase_if(names_, [&](const FoundName& name) {
        return name.doubtful &&
               !(name.country && std::ranges::binary_search(countries, *name.country));
    });
}

}  // namespace dateline::analysis
