// Names in scripts without capitals that put blanks between words: Arabic, Hebrew, Korean, Hindi …
#include "indexer/analysis/rules/endings.hpp"
#include "indexer/analysis/rules/name_search.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::analysis {

namespace {

using gazetteer::EntityKind;
using gazetteer::NameClass;
using gazetteer::NameClasses;

// Without capitals only what the news names often is taken for a name.
constexpr std::uint16_t kWorldCity = 9'500;
constexpr std::uint16_t kHomeCity = 8'300;
constexpr std::uint16_t kPersonInNews = 8'000;
constexpr std::uint8_t kMinLetters = 3;
constexpr std::uint8_t kMinCityLetters = 4;
constexpr std::uint8_t kMinSyllables = 2;

constexpr NameClasses kAboveCities{NameClass::Country, NameClass::Region};

// The family names that most Koreans have.
constexpr std::string_view kKoreanFamilyNames =
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방"
    "공현함변염여추도석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용";

// Words before a title that end in a particle are no names: "정부의 총리".
constexpr std::array<std::string_view, 12> kNoNameEndings = {
    "의", "는", "를", "을", "에", "과", "와", "로", "된", "한", "인", "적"};

constexpr std::size_t kSyllableBytes = 3;

}  // namespace

// A name of three syllables before an office: `이재명 대표`, `박근혜 전 대통령`.
std::optional<FoundName> NameSearch::korean_person(std::size_t token) const {
    const RuleToken& word = text_.at(token);
    const std::string_view bytes = text_.bytes(token);
    if (word.letters != 3 || bytes.size() != 3 * kSyllableBytes || token + 1 >= text_.size() ||
        text_.at(token + 1).gap != RuleGap::Space ||
        kKoreanFamilyNames.find(bytes.substr(0, kSyllableBytes)) == std::string_view::npos ||
        std::ranges::any_of(kNoNameEndings,
                            [&](std::string_view ending) { return bytes.ends_with(ending); })) {
        return std::nullopt;
    }
    bool office = roles(token + 1).has(RuleRole::AfterName);
    for (const WordPart& part : without_particles(text_.folded(token + 1))) {
        const RuleRoles part_roles = words_.roles(traits_.hash, gazetteer::token_hash(part.name));
        office = office || part_roles.has(RuleRole::AfterName);
    }
    if (!office) {
        return std::nullopt;
    }
    FoundName name;
    name.first_token = token;
    name.end_token = token + 1;
    name.method = NameMethod::Rules;
    name.range = {word.start_bytes, word.end_bytes};
    return name;
}

// A title, perhaps an adjective with an article, then a given name and one word more.
std::optional<FoundName> NameSearch::plain_person(std::size_t token) const {
    if (text_.at(token).script == RuleScript::Hangul) {
        return korean_person(token);
    }
    const auto is_joined = [&](std::size_t i) {
        return i < text_.size() && text_.at(i).gap == RuleGap::Space && !text_.at(i).opens_sentence;
    };
    if (!roles(token).has(RuleRole::Given) || token == 0 || !is_joined(token) ||
        !is_joined(token + 1)) {
        return std::nullopt;
    }
    static constexpr std::string_view kArabicArticle = "ال";
    const bool adjective = token > 1 && text_.folded(token - 1).starts_with(kArabicArticle) &&
                           is_joined(token - 1) && roles(token - 2).has(RuleRole::Title);
    const bool place = !names_.empty() && names_.back().end_token == token &&
                       names_.back().first_token > 0 &&
                       roles(names_.back().first_token - 1).has(RuleRole::Title);
    if (!adjective && !place && !roles(token - 1).has(RuleRole::Title)) {
        return std::nullopt;
    }
    // Abd, Abu and further given names are followed by one word more.
    static constexpr std::array<std::string_view, 5> kCompounds = {"عبد", "ابو", "بن", "ابن", "ام"};
    const bool compound = std::ranges::find(kCompounds, text_.folded(token)) != kCompounds.end();
    std::size_t last = compound && is_joined(token + 2) ? token + 2 : token + 1;
    while (last < token + 3 && roles(last).has(RuleRole::Given) && is_joined(last + 1) &&
           !lookup_.at(last + 1)) {
        ++last;
    }
    if (text_.at(last).letters < 2 || roles(last).has(RuleRole::Title) ||
        roles(last).has(RuleRole::Blocked)) {
        return std::nullopt;
    }
    FoundName name;
    name.first_token = token;
    name.end_token = last + 1;
    name.method = NameMethod::Rules;
    name.range = {text_.at(token).start_bytes, text_.at(last).end_bytes};
    name.honorific = adjective || place ? ByteRange{} : title_before(token);
    return name;
}

std::optional<FoundName> NameSearch::plain_name(std::size_t token) const {
    const std::optional<Reading> reading = lookup_.at(token);
    const std::optional<FoundName> person = plain_person(token);
    if (!reading || (person && person->end_token > reading->end_token)) {
        return person;
    }
    const bool hangul = text_.at(token).script == RuleScript::Hangul;
    const bool one_word = reading->end_token == token + 1;
    const std::uint8_t least = hangul ? kMinSyllables : kMinLetters;
    if ((one_word && roles(token).has(RuleRole::Blocked)) || reading->letters < least) {
        return person;
    }
    const FoundName name = found(token, *reading);
    // Vowels are signs in the scripts of India, and no letters.
    const std::uint8_t city_letters = hangul ? kMinSyllables
                                      : text_.at(token).script == RuleScript::OtherWords
                                          ? kMinLetters
                                          : kMinCityLetters;
    bool take = false;
    switch (reading->kind) {
        case EntityKind::Person:
            take = reading->importance >= kPersonInNews || !one_word;
            break;
        case EntityKind::Organisation:
            take = !one_word || reading->letters >= city_letters;
            break;
        case EntityKind::Place:
        case EntityKind::PlaceAdjective:
            take =
                reading->classes.has_any(kAboveCities) ||
                (reading->letters >= city_letters &&
                 reading->importance >= (traits_.is_home(name.country) ? kHomeCity : kWorldCity));
            break;
    }
    return take ? std::optional(name) : person;
}

}  // namespace dateline::analysis
