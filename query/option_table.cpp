// The rows of the option table.
#include "query/option_table.hpp"

#include <array>

namespace dateline::query {
namespace {

constexpr std::string_view kSearch = "Which articles";
constexpr std::string_view kOutput = "What is printed";
constexpr std::string_view kLook = "How it looks";
constexpr std::string_view kOther = "Other";

constexpr std::array<OptionRow, 29> kOptions = {{
    {kSearch, "index", 'i', "DIR", "the index to search; default: $DATELINE_INDEX"},
    {kSearch, "limit", '\0', "N", "print at most N hits (default 10, at most 1000000)"},
    {kSearch, "offset", '\0', "N", "leave out the first N hits"},
    {kSearch, "all", '\0', "", "print every hit, however many there are"},
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
    {kLook, "format", '\0', "FORM", "text (default), json, jsonl, csv, tsv or ids"},
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
}};

}  // namespace

std::span<const OptionRow> option_table() noexcept {
    return kOptions;
}

}  // namespace dateline::query
