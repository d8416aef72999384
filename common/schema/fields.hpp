// The field table: the only place that names a term prefix or a value slot.
//
// Prefixes follow Omega's convention (omega docs/termprefixes.rst) where it has one; the rest start
// with X. Every value behind a prefix is case-folded, so it never begins with a capital letter.
#pragma once

#include "common/time/published.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::schema {

/// Raised whenever stored bytes change their meaning; an index of another version is refused.
inline constexpr std::uint32_t kSchemaVersion = 3;

/// Longest index term in bytes. Xapian 1.4 refuses a term over 245 bytes (zero bytes count double).
inline constexpr std::size_t kMaxTermBytes = 240;

/// A Xapian value slot.
enum class Slot : std::uint32_t {
    Published = 0,    ///< encode_published(); empty if undated
    KeyHash = 1,      ///< 16 bytes: hash of the article's key; breaks ties
    Content = 2,      ///< 16 bytes: content hash, then hash of the file the article came from
    Seen = 3,         ///< sortable instant at which this version was indexed
    Words = 4,        ///< sortable number of words
    TokenStream = 5,  ///< see common/text/token_stream.hpp
    Person = 10,      ///< see kOrdinalSlots
    Place = 11,
    Org = 12,
    Topic = 13,
    Source = 14,
    Section = 15,
    Lang = 16,
    By = 17,
    Collection = 18,
    Event = 20,      ///< the days an article speaks of: see encode_periods()
    Mentions = 21,   ///< where named things are mentioned: see common/schema/token_ranges.hpp
    Continent = 22,  ///< 22 to 25: what is mentioned, or holds a place that is mentioned
    Country = 23,
    Division = 24,
    City = 25,
    Spelling = 26,      ///< names in the text that are not the canonical one of their entity
    Speaker = 27,       ///< who is quoted
    Quotes = 28,        ///< where speech is quoted, and whose: see common/schema/token_ranges.hpp
    FirstVersion = 29,  ///< varint: docid of the article's first version, if this is a later one
};

/// Slots that hold ascending ordinals (encode_ascending) of the values of a facet.
inline constexpr std::array<Slot, 15> kOrdinalSlots = {Slot::Person,
                                                       Slot::Place,
                                                       Slot::Org,
                                                       Slot::Topic,
                                                       Slot::Source,
                                                       Slot::Section,
                                                       Slot::Lang,
                                                       Slot::By,
                                                       Slot::Collection,
                                                       Slot::Continent,
                                                       Slot::Country,
                                                       Slot::Division,
                                                       Slot::City,
                                                       Slot::Spelling,
                                                       Slot::Speaker};

/// Whether `slot` is one of kOrdinalSlots.
[[nodiscard]] constexpr bool holds_ordinals(Slot slot) noexcept {
    return std::find(kOrdinalSlots.begin(), kOrdinalSlots.end(), slot) != kOrdinalSlots.end();
}

/// A level of places: what `place.country` counts.
struct PlaceLevelRow {
    std::string_view name;  ///< as in queries: `country`
    Slot slot;
    std::array<std::string_view, 2> kinds;  ///< values of PlaceLevel::kind, the second may be empty
};

/// All levels, the largest first.
inline constexpr std::array<PlaceLevelRow, 4> kPlaceLevels = {
    {{"continent", Slot::Continent, {"continent", ""}},
     {"country", Slot::Country, {"country", "former_country"}},
     {"division", Slot::Division, {"division", ""}},
     {"city", Slot::City, {"city", ""}}}};

/// The level of places of `kind`; nullptr if they have none, as seas and streets.
[[nodiscard]] constexpr const PlaceLevelRow* place_level(std::string_view kind) noexcept {
    for (const PlaceLevelRow& row : kPlaceLevels) {
        if (!kind.empty() &&
            std::find(row.kinds.begin(), row.kinds.end(), kind) != row.kinds.end()) {
            return &row;
        }
    }
    return nullptr;
}

/// How a field's values are matched and counted.
enum class FieldKind {
    Text,      ///< words of the article's text
    Name,      ///< a named thing with an id and a name of one or more words; a facet
    Code,      ///< one exact value, case folded
    Date,      ///< a period of days
    Number,    ///< a range of whole numbers
    Presence,  ///< whether the article states something
    Operator,  ///< written like a field, but a part of the query's tree: said:, like:, query:
};

/// Which field, for code that treats one of them specially.
enum class FieldId {
    Title,
    Lead,
    HeadOrLead,
    Body,
    Person,
    Place,
    Org,
    About,
    Topic,
    Source,
    Section,
    Lang,
    By,
    Id,
    Collection,
    Url,
    Site,
    Has,
    Date,
    Event,
    Len,
    Seen,
    AtLeast,
    First,
    Said,
    Speaker,
    Like,
    Query,
};

/// One row of the field table. All views live for the whole program.
struct Field {
    FieldId id;
    std::string_view name;                      ///< as written in queries
    std::span<const std::string_view> aliases;  ///< other accepted names
    FieldKind kind;
    std::string_view word_prefix;  ///< prefix of the name's words; empty if there are none
    std::string_view id_prefix;    ///< prefix of the whole value's term; empty if there is none
    std::string_view id_letters;   ///< type letters of ids (`P` in `P:vladimir-putin`); of about:
                                   ///< three; empty if there are none
    bool is_facet;
    Slot slot;  ///< slot of the facet's ordinals; valid only if is_facet and kind is Name
    std::string_view example;  ///< a query that uses it
    std::string_view help;     ///< one line for --help and the manual
};

/// All fields in the order in which help lists them.
[[nodiscard]] std::span<const Field> fields() noexcept;

/// The field called `name` (or with that alias) in any case; nullptr if there is none.
[[nodiscard]] const Field* find_field(std::string_view name) noexcept;

/// The row of `id`.
[[nodiscard]] const Field& field(FieldId id) noexcept;

/// The values that `has:` takes, sorted.
[[nodiscard]] std::span<const std::string_view> presence_values() noexcept;

// Prefixes that are not a field of the query language, or that a field uses beside its own.
inline constexpr std::string_view kKeyPrefix = "Q";         ///< + 32 hex digits of the key's hash
inline constexpr std::string_view kStemPrefix = "Z";        ///< + stem of a word of the text
inline constexpr std::string_view kTitlePrefix = "S";       ///< + word of the title
inline constexpr std::string_view kTitleStemPrefix = "ZS";  ///< + stem of a word of the title
inline constexpr std::string_view kExactPrefix =
    "XE";  ///< + word with its diacritics, where a form with diacritics occurs
inline constexpr std::string_view kVariantPrefix =
    "XV";  ///< + folded word of which a form with diacritics occurs
inline constexpr std::string_view kYearPrefix = "Y";          ///< + YYYY
inline constexpr std::string_view kMonthPrefix = "M";         ///< + YYYYMM
inline constexpr std::string_view kDayPrefix = "D";           ///< + YYYYMMDD
inline constexpr std::string_view kEventYearPrefix = "XDY";   ///< + YYYY in which a period begins
inline constexpr std::string_view kEventMonthPrefix = "XDM";  ///< + YYYYMM, the same
inline constexpr std::string_view kEventDayPrefix = "XDD";    ///< + YYYYMMDD, the same
inline constexpr std::string_view kWithinPrefix =
    "XLB";  ///< + id of a place that is mentioned or holds one that is
inline constexpr std::string_view kGivenIdPrefix = "XID";  ///< + id given by the source, folded
inline constexpr std::string_view kPathPrefix = "P";  ///< + path of the file the article came from
inline constexpr std::string_view kUnknownLanguage =
    "und";  ///< in place of a language code (BCP 47, ISO 639-2)
inline constexpr std::string_view kUrlPrefix = "U";   ///< + URL
inline constexpr std::string_view kHostPrefix = "H";  ///< + host of the URL, and each parent domain
inline constexpr std::string_view kHasPrefix = "XH";  ///< + a value of presence_values()

/// `prefix` + `value`, cut at a character border and closed by a hash if it is over kMaxTermBytes.
/// `value` must be case-folded UTF-8; NUL bytes are dropped.
[[nodiscard]] std::string make_term(std::string_view prefix, std::string_view value);

/// `value` as 8 bytes whose byte order is its numeric order, negative numbers included.
[[nodiscard]] std::string encode_sortable(std::int64_t value);

/// What encode_sortable() wrote, from the first 8 bytes; 0 if there are fewer.
[[nodiscard]] std::int64_t decode_sortable(std::string_view bytes) noexcept;

/// A period of days that an article speaks of.
struct Period {
    std::chrono::sys_days from;
    std::chrono::sys_days to;  ///< the last day, inclusive

    friend auto operator<=>(const Period&, const Period&) = default;
};

/// `periods` without repetitions as bytes: for each, by ascending first day, two varints: the days
/// from 1 January of the year 1 to the first (of all but the first the difference from the one
/// before), and the days from the first to the last. Periods that begin before the year 1 are left
/// out.
[[nodiscard]] std::string encode_periods(std::vector<Period> periods);

/// What encode_periods() wrote; stops at bytes that it did not write.
[[nodiscard]] std::vector<Period> decode_periods(std::string_view bytes);

/// The value of Slot::Published: the instant in ms since 1970 (encode_sortable), then one byte for
/// the precision.
[[nodiscard]] std::string encode_published(const time::Published& published);

/// What encode_published() wrote, without the zone; std::nullopt for anything else.
[[nodiscard]] std::optional<time::Published> decode_published(std::string_view bytes) noexcept;

}  // namespace dateline::schema
