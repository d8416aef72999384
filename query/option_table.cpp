// The rows of the option table.
#include "query/option_table.hpp"

#include <array>

namespace dateline::query {
namespace {

constexpr std::string_view kSearch = "Which articles";
constexpr std::string_view kOutput = "What is printed";
constexpr std::string_view kLook = "How it looks";
constexpr std::string_view kOther = "Other";

constexpr auto kOptions = std::to_array<OptionRow>({
    {kSearch, "index", 'i', "DIR", "the index to search; default: $DATELINE_INDEX"},
    {kSearch,
     "tz",
     '\0',
     "ZONE",
     "where days begin and end for articles that state a time: a name such as Europe/Berlin, or "
     "an offset such as +02:00; default: UTC. Refined queries need the same zone"},
    {kSearch, "limit", '\0', "N", "print at most N hits (default 10, at most 1000000)"},
    {kSearch, "offset", '\0', "N", "leave out the first N hits"},
    {kSearch, "all", '\0', "", "print every hit, however many there are"},
    {kSearch,
     "match",
     '\0',
     "HOW",
     "all (default), or any: the query is plain text without syntax, and an article needs only one "
     "of its words"},
    {kSearch,
     "sort",
     '\0',
     "ORDER",
     "relevance (default), date (newest first) or -date (oldest first); undated articles last"},
    {kSearch,
     "relax",
     '\0',
     "",
     "where nothing matches, answer the closest query that does, and say so"},
    {kSearch,
     "lenient",
     '\0',
     "",
     "for search boxes: read a query with mistakes in the likeliest way, and warn"},
    {kSearch,
     "recency",
     '\0',
     "TIME",
     "by relevance, halved for each TIME of age: 30d, 6w, 3m, 1y"},
    {kSearch,
     "feedback",
     '\0',
     "",
     "order by the words of the best hits, too; what matches stays the same"},
    {kOutput,
     "facet",
     '\0',
     "LIST",
     "count values over all matches: FIELD[.LEVEL][:N][:ORDER], with commas between; for example "
     "person:10,place.country,date.month,org:5:lift (levels of date and event: year, month, week, "
     "day; of place: continent, country, division, city)"},
    {kOutput,
     "facet-sort",
     '\0',
     "ORDER",
     "count (default), name, or lift: values over-represented among the matches first, where "
     "lift = (share of the matches that have the value) / (share of all articles that have it); "
     "dates stay in order of time"},
    {kOutput,
     "facet-min",
     '\0',
     "N",
     "leave out values with fewer than N matching articles (default 1; by lift 5)"},
    {kOutput,
     "facet-prefix",
     '\0',
     "TEXT",
     "only values with a name of which TEXT is the beginning of a word, as FIELD:TEXT* finds them; "
     "@TEXT: whose id begins so; of dates: 2025-1"},
    {kOutput, "facet-offset", '\0', "N", "leave out the first N values of each facet"},
    {kOutput,
     "facet-exclude-own",
     '\0',
     "",
     "count each facet as if the query did not restrict its field (the whole query, or clauses "
     "joined by AND, such as source:a|b; not what is excluded), to choose several values"},
    {kOutput,
     "pairs",
     '\0',
     "PAIR",
     "count which values stand together: FIELD,FIELD[:N][:lift], for example person,place:20; "
     "lift = articles with both * matches / (articles with one * articles with the other)"},
    {kOutput,
     "pairs-level",
     '\0',
     "UNIT",
     "article (default), paragraph or sentence: within what both must stand"},
    {kOutput,
     "pairs-min",
     '\0',
     "N",
     "leave out pairs with fewer than N articles (default 1; by lift 3)"},
    {kOutput,
     "pairs-among",
     '\0',
     "N",
     "look at the N most frequent values of each side (default 1000, at most 2000)"},
    {kOutput,
     "timeline",
     '\0',
     "FIELD",
     "count all matches over time: FIELD is date (published) or event (days the text speaks of) "
     "and a unit, as date.day, date.week, event.month or event.year"},
    {kOutput,
     "normalise",
     '\0',
     "",
     "with --timeline: also give the share of all articles that the archive has of each period"},
    {kOutput,
     "compare",
     '\0',
     "QUERY",
     "put the total and the timeline of another query beside this one's; may be repeated"},
    {kOutput, "svg", '\0', "FILE", "with --timeline: also draw it into FILE, which is replaced"},
    {kOutput, "count", '\0', "", "print just the number of matching articles"},
    {kOutput, "ids", '\0', "", "print just the ids, one a line; as --format ids"},
    {kOutput, "null", '0', "", "with --ids: close each id by a NUL byte instead of a line end"},
    {kOutput, "show", '\0', "@ID", "print a whole article instead of searching"},
    {kOutput,
     "explain",
     '\0',
     "[=STEPS]",
     "first print how the query was read; STEPS, with commas between: query (the reading), xapian "
     "(what the index is asked), names (what names and open words stand for), hits (why each hit "
     "matches); default query,xapian"},
    {kLook,
     "format",
     '\0',
     "FORM",
     "text (default), json, jsonl, csv, tsv, ids or trec (at most 1000 hits unless --limit says)"},
    {kLook, "json", '\0', "", "one JSON object; as --format json"},
    {kLook, "jsonl", '\0', "", "one JSON object a line; as --format jsonl"},
    {kLook,
     "safe-cells",
     '\0',
     "",
     "with csv or tsv: put an apostrophe before cells that a spreadsheet would run"},
    {kLook,
     "color",
     '\0',
     "WHEN",
     "auto (default: on a terminal, unless $NO_COLOR is set), always or never"},
    {kLook, "timing", '\0', "", "say how long it took: took_ms in JSON, else on standard error"},
    {kOther, "help", 'h', "", "print this text"},
    {kOther, "version", '\0', "", "print the version"},
});

}  // namespace

std::span<const OptionRow> option_table() noexcept {
    return kOptions;
}

}  // namespace dateline::query
