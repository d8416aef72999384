// One news text with its metadata, as plain values. All strings are valid UTF-8.
#pragma once

#include "common/time/published.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Where an article was read: enough to find it again by hand.
struct Locator {
    std::string file;    ///< path as given or found; `-` for standard input
    std::string member;  ///< path inside an archive; nested ones joined by `!/`; else empty
    std::uint64_t offset_bytes =
        0;                     ///< of the record's first byte in the decompressed member or file
    std::uint64_t record = 0;  ///< 0-based number of the record in the member or file

    friend bool operator==(const Locator&, const Locator&) = default;
};

/// `locator` for people: `wire/a.jsonl.gz`, `news.tar!/a/b.sgm`, with ` at byte N` unless N is 0.
[[nodiscard]] std::string describe(const Locator& locator);

/// What a mention speaks of.
enum class MentionType { Person, Place, Org, Date };

/// A point on the earth, in degrees (WGS 84): north and east are positive.
struct Coordinates {
    double latitude = 0;
    double longitude = 0;

    friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

/// One of the places that a place is in, or itself.
struct PlaceLevel {
    std::string id;    ///< typed: `L:719819`
    std::string name;  ///< `Hungary`
    std::string kind;  ///< `continent`, `country`, `former_country`, `division` (of the
                       ///< first level, such as a state), `city` …

    friend bool operator==(const PlaceLevel&, const PlaceLevel&) = default;
};

/// The days that an expression speaks of.
struct EventDays {
    std::chrono::sys_days from;
    std::chrono::sys_days to;  ///< the last day, inclusive; not before `from`
    std::string granularity;  ///< `day`, `week`, `month`, `quarter`, `season`, `year`, `decade` …

    friend bool operator==(const EventDays&, const EventDays&) = default;
};

/// One occurrence of a name or a date in an article's full_text(), or what a name means that the
/// source states beside the text.
struct Mention {
    MentionType type = MentionType::Person;
    std::uint32_t start_bytes = 0;  ///< of the name without title or honorific, in full_text()
    std::uint32_t end_bytes = 0;    ///< exclusive; 0 if the name is not from the text
    std::string id;         ///< typed entity id, for example `P:vladimir-putin`; empty for dates
    std::string name;       ///< canonical name; empty for dates
    std::string value;      ///< TIMEX3 value of a date; else empty
    std::string method;     ///< how it was found: `given`, `model`, `rules`, `gazetteer`
    std::string honorific;  ///< before the name of a person: `President`
    std::optional<Coordinates> coordinates;  ///< of a place that is known
    std::vector<PlaceLevel> path;   ///< of a place that is known: the largest first, itself last
    std::optional<EventDays> days;  ///< of a date that could be placed in time
    std::string given;              ///< not from the text: the name in `people`, `places` or `orgs`

    friend bool operator==(const Mention&, const Mention&) = default;
};

/// Whether Dateline found `mention` itself, so that it can find it again: by its method.
[[nodiscard]] bool is_extracted(const Mention& mention) noexcept;

/// A stretch of quoted speech in an article's full_text(), without its quotation marks.
struct Quote {
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;  ///< exclusive
    std::string speaker_id;       ///< typed id of who says it: `P:vladimir-putin`; may be empty
    std::string speaker_name;     ///< canonical name; empty if nobody is known to say it
    std::string method;           ///< how it was found: `rules`, or what the input says

    friend bool operator==(const Quote&, const Quote&) = default;
};

/// Whether Dateline found `quote` itself, so that it can find it again: by its method.
[[nodiscard]] bool is_extracted(const Quote& quote) noexcept;

/// Something a reader repaired or had to leave out, and how often.
struct Warning {
    std::string code;  ///< stable name, for example `repaired_utf8`
    std::uint64_t count = 1;

    friend bool operator==(const Warning&, const Warning&) = default;
};

/// What a paragraph is, where it is not running text.
enum class BlockKind { Heading, ListItem, Quote, Preformatted, Table };

/// A paragraph that is not running text.
struct Block {
    std::uint32_t paragraph = 0;  ///< 0-based number in Article::paragraphs
    BlockKind kind = BlockKind::Heading;

    friend bool operator==(const Block&, const Block&) = default;
};

/// Where a reader found the value of a field that a source may state in several places.
struct Evidence {
    std::string
        field;  ///< key of the article JSON: `title`, `paragraphs`, `published`, `authors` …
    std::string from;  ///< `jsonld`, `microdata`, `opengraph`, `meta`, `time`, `script`, `html`,
                       ///< `url`, `text` …

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Place and date printed at the head of a story ("WASHINGTON, Oct 16 -"), as far as stated.
struct Dateline {
    std::string place;
    std::string date;  ///< as printed, or `YYYY-MM-DD`

    friend bool operator==(const Dateline&, const Dateline&) = default;
};

/// One news article. Empty strings and vectors mean "not stated".
struct Article {
    std::string id;          ///< given by the source; unique in its collection
    std::string collection;  ///< the source, feed or export it came from
    Locator locator;
    std::string format;  ///< name of the reader that read it
    std::string title;
    std::vector<std::string> paragraphs;
    std::vector<Block> blocks;          ///< by ascending number; paragraphs not named are text
    std::vector<std::string> captions;  ///< of pictures; not part of the text
    std::optional<time::Published> published;
    std::string published_from;  ///< `metadata`, `jsonld`, `microdata`, `opengraph`, `meta`,
                                 ///< `time`, `text`, `script`, `url`, `path`, `mtime`
    std::optional<time::Published> modified;
    std::string lang;       ///< BCP 47 language, lower case, for example `en`, `zh-hant`
    std::string lang_from;  ///< `metadata`, `option` or `cld2`
    std::string source;
    std::string section;
    std::vector<std::string> authors;
    std::string url;
    Dateline dateline;
    std::vector<std::string> people;  ///< given by the source, as are the next three
    std::vector<std::string> places;
    std::vector<std::string> orgs;
    std::vector<std::string> topics;
    std::vector<Mention> mentions;
    std::vector<Quote> quotes;       ///< by ascending start, not overlapping
    std::vector<Evidence> evidence;  ///< sorted by field; empty where the format leaves no doubt
    std::vector<Warning> warnings;

    friend bool operator==(const Article&, const Article&) = default;
};

/// Those of `names`, given by the source for entities of `type`, of which no mention of `article`
/// says what they mean.
[[nodiscard]] std::vector<std::string> unresolved(const Article& article,
                                                  MentionType type,
                                                  const std::vector<std::string>& names);

/// The title, an empty line, then the paragraphs with an empty line between them; without a title
/// just the paragraphs. Offsets of mentions, snippets and marks point into this text.
[[nodiscard]] std::string full_text(const Article& article);

/// Whether paragraph `number` (0-based) of `article` is a heading.
[[nodiscard]] bool is_heading(const Article& article, std::size_t number) noexcept;

/// Mentions that make an article be about something, wherever in the text they stand.
inline constexpr std::uint32_t kAboutMentions = 3;

/// The bytes of full_text() up to the end of the first paragraph that is no heading: what is
/// mentioned there once is what the article is about, too.
[[nodiscard]] std::size_t head_bytes(const Article& article) noexcept;

/// Adds `count` to the warning `code` of `article`, which is created if it is missing.
void add_warning(Article& article, std::string_view code, std::uint64_t count = 1);

/// Notes that `field` of `article` came `from` there, in place of what was noted before.
void set_evidence(Article& article, std::string_view field, std::string_view from);

/// Removes the paragraphs that are blank, and keeps `blocks` true.
void drop_blank_paragraphs(Article& article);

/// The number of bytes of title and paragraphs, without separators.
[[nodiscard]] std::uint64_t text_bytes(const Article& article) noexcept;

}  // namespace dateline
