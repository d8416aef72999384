// The rows of the field table.
#include "common/schema/fields.hpp"

#include "common/base/hash.hpp"
#include "common/base/utf8.hpp"
#include "common/base/varint.hpp"

#include <algorithm>
#include <array>

namespace dateline::schema {
namespace {

constexpr std::chrono::sys_days kFirstDay = std::chrono::year(1) / std::chrono::January / 1;

constexpr std::array<std::string_view, 2> kTitleAliases = {"hd", "headline"};
constexpr std::array<std::string_view, 1> kByAliases = {"author"};
constexpr std::array<std::string_view, 1> kLangAliases = {"language"};
constexpr std::array<std::string_view, 2> kDateAliases = {"published", "pubdate"};
constexpr std::span<const std::string_view> kNone;

// Two lines a field: the table is read by column, and one line an argument would hide that.
// clang-format off
constexpr std::array<Field, 28> kFields = {{
    {FieldId::Title, "title", kTitleAliases, FieldKind::Text, kTitlePrefix, "", "", false, Slot::Published,
     "title:summit", "words of the headline"},
    {FieldId::Lead, "lead", kNone, FieldKind::Text, "", "", "", false, Slot::Published,
     "lead:ceasefire", "words of the first paragraph"},
    {FieldId::HeadOrLead, "hlead", kNone, FieldKind::Text, "", "", "", false, Slot::Published,
     "hlead:(sanctions AND oil)", "words of the headline or the first paragraph"},
    {FieldId::Body, "body", kNone, FieldKind::Text, "", "", "", false, Slot::Published,
     "body:tariffs", "words of the text below the headline"},
    {FieldId::Person, "person", kNone, FieldKind::Name, "XPW", "XPI", "P", true, Slot::Person,
     "person:putin", "a person, by a word of the name, the name in quotes, or @id"},
    {FieldId::Place, "place", kNone, FieldKind::Name, "XLW", "XLI", "L", true, Slot::Place,
     "place:budapest", "a place with all that is in it; place:=@id only the place itself"},
    {FieldId::Org, "org", kNone, FieldKind::Name, "XOW", "XOI", "O", true, Slot::Org,
     "org:opec", "an organisation"},
    {FieldId::About, "about", kNone, FieldKind::Name, "XBW", "XBI", "PLO", false, Slot::Person,
     "about:opec", "a person, place or organisation in the headline or the lead, or named three times"},
    {FieldId::Topic, "topic", kNone, FieldKind::Name, "XKW", "K", "T", true, Slot::Topic,
     "topic:diplomacy", "a subject the source gave"},
    {FieldId::Source, "source", kNone, FieldKind::Name, "XSW", "XSI", "S", true, Slot::Source,
     "source:\"Example Wire\"", "the publisher"},
    {FieldId::Section, "section", kNone, FieldKind::Name, "XNW", "XNI", "N", true, Slot::Section,
     "section:world", "the section of the paper or site"},
    {FieldId::Lang, "lang", kLangAliases, FieldKind::Code, "", "L", "G", true, Slot::Lang,
     "lang:en", "the language, as a BCP 47 code"},
    {FieldId::By, "by", kByAliases, FieldKind::Name, "A", "XAI", "A", true, Slot::By,
     "by:\"A. Writer\"", "the byline"},
    {FieldId::Id, "id", kNone, FieldKind::Code, "", kGivenIdPrefix, "", false, Slot::Published,
     "id:1015", "the id given by the source, or the id that hits show"},
    {FieldId::Collection, "collection", kNone, FieldKind::Code, "", "XC", "C", true, Slot::Collection,
     "collection:wire", "the collection named when it was indexed"},
    {FieldId::Url, "url", kNone, FieldKind::Code, "", kUrlPrefix, "", false, Slot::Published,
     "url:\"https://example.org/a\"", "the address of the article"},
    {FieldId::Site, "site", kNone, FieldKind::Code, "", kHostPrefix, "", false, Slot::Published,
     "site:example.org", "the host of the address, or a domain above it"},
    {FieldId::Has, "has", kNone, FieldKind::Presence, "", kHasPrefix, "", false, Slot::Published,
     "has:date", "whether the article states something"},
    {FieldId::Date, "date", kDateAliases, FieldKind::Date, "", "", "", true, Slot::Published,
     "date:2025-10", "when it was published; also after: and before:"},
    {FieldId::Event, "event", kNone, FieldKind::Date, "", "", "", true, Slot::Event,
     "event:2025-08-15", "days that the text speaks of, within the period; event:~2025 overlapping it"},
    {FieldId::Len, "len", kNone, FieldKind::Number, "", "", "", false, Slot::Words,
     "len:>=300", "the number of words"},
    {FieldId::Seen, "seen", kNone, FieldKind::Date, "", "", "", false, Slot::Seen,
     "seen:7d", "when this version was indexed"},
    {FieldId::AtLeast, "atleast", kNone, FieldKind::Operator, "", "", "", false, Slot::Published,
     "atleast3:tomahawk", "mentioned at least so many times"},
    {FieldId::First, "first", kNone, FieldKind::Operator, "", "", "", false, Slot::Published,
     "first50:(oil OR gas)", "within so many words from the beginning"},
    {FieldId::Said, "said", kNone, FieldKind::Operator, "", "", "", false, Slot::Published,
     "said:(truce speaker:putin)", "inside quoted speech"},
    {FieldId::Speaker, "speaker", kNone, FieldKind::Name, "XQW", "XQI", "P", true, Slot::Speaker,
     "speaker:putin", "a person who is quoted, as far as rules tell; inside said:( ) who says it"},
    {FieldId::Like, "like", kNone, FieldKind::Operator, "", "", "", false, Slot::Published,
     "like:@a1b2c3d4", "articles about the same as the one with this id"},
    {FieldId::Query, "query", kNone, FieldKind::Operator, "", "", "", false, Slot::Published,
     "query:sanctions-watch", "a saved query, by its name"},
}};
// clang-format on

constexpr std::array<std::string_view, 17> kPresence = {"by",
                                                        "collection",
                                                        "date",
                                                        "dateline",
                                                        "event",
                                                        "id",
                                                        "lang",
                                                        "org",
                                                        "person",
                                                        "place",
                                                        "quote",
                                                        "section",
                                                        "source",
                                                        "speaker",
                                                        "title",
                                                        "topic",
                                                        "url"};

bool equals_folded(std::string_view name, std::string_view lower) noexcept {
    return name.size() == lower.size() &&
           std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
           });
}

}  // namespace

std::span<const Field> fields() noexcept {
    return kFields;
}

const Field* find_field(std::string_view name) noexcept {
    for (const Field& row : kFields) {
        if (equals_folded(name, row.name) ||
            std::any_of(row.aliases.begin(), row.aliases.end(), [&](std::string_view alias) {
                return equals_folded(name, alias);
            })) {
            return &row;
        }
    }
    return nullptr;
}

const Field& field(FieldId id) noexcept {
    return *std::find_if(
        kFields.begin(), kFields.end(), [id](const Field& row) { return row.id == id; });
}

std::span<const std::string_view> presence_values() noexcept {
    return kPresence;
}

std::string make_term(std::string_view prefix, std::string_view value) {
    std::string term(prefix);
    for (const char c : value) {
        if (c != '\0') {
            term.push_back(c);
        }
    }
    if (term.size() > kMaxTermBytes) {
        const std::string digest = hex16(hash64(term));
        term = std::string(truncate_utf8(term, kMaxTermBytes - digest.size() - 1)) + '~' + digest;
    }
    return term;
}

std::string encode_sortable(std::int64_t value) {
    auto bits = static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63U);
    std::string bytes(8, '\0');
    for (std::size_t i = 8; i-- > 0; bits >>= 8U) {
        bytes[i] = static_cast<char>(bits & 0xFFU);
    }
    return bytes;
}

std::int64_t decode_sortable(std::string_view bytes) noexcept {
    if (bytes.size() < 8) {
        return 0;
    }
    std::uint64_t bits = 0;
    for (const char byte : bytes.substr(0, 8)) {
        bits = (bits << 8U) | static_cast<unsigned char>(byte);
    }
    return static_cast<std::int64_t>(bits ^ (std::uint64_t{1} << 63U));
}

std::string encode_periods(std::vector<Period> periods) {
    std::sort(periods.begin(), periods.end());
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
    std::string bytes;
    std::chrono::sys_days before = kFirstDay;
    for (const Period& period : periods) {
        if (period.from < kFirstDay || period.to < period.from) {
            continue;
        }
        append_varint(bytes, static_cast<std::uint64_t>((period.from - before).count()));
        append_varint(bytes, static_cast<std::uint64_t>((period.to - period.from).count()));
        before = period.from;
    }
    return bytes;
}

std::vector<Period> decode_periods(std::string_view bytes) {
    constexpr std::uint64_t max_days = 4'000'000;  // the year 10,000 and a bit
    std::vector<Period> periods;
    std::chrono::sys_days before = kFirstDay;
    for (;;) {
        const auto start = take_varint(bytes);
        const auto length = take_varint(bytes);
        if (!start || !length || *start > max_days || *length > max_days) {
            return periods;
        }
        const std::chrono::sys_days from = before + std::chrono::days(*start);
        periods.push_back({from, from + std::chrono::days(*length)});
        before = from;
    }
}

std::string encode_published(const time::Published& published) {
    return encode_sortable(published.instant.time_since_epoch().count()) +
           static_cast<char>(published.precision);
}

std::optional<time::Published> decode_published(std::string_view bytes) noexcept {
    if (bytes.size() != 9 || bytes[8] < 0 || bytes[8] > static_cast<char>(time::Precision::Time)) {
        return std::nullopt;
    }
    return time::Published{time::TimestampMs(std::chrono::milliseconds(decode_sortable(bytes))),
                           static_cast<time::Precision>(bytes[8]),
                           std::nullopt};
}

}  // namespace dateline::schema
