// The rows of the option table.
#include "query/option_table.hpp"

#include <array>

namespace dateline::query {
namespace {

constexpr std::string_view kSearch = "Which articles";
constexpr std::string_view kOutput = "What is printed";
constexpr std::string_view kBatch = "Many queries";
constexpr std::string_view kSaved = "Saved queries";
constexpr std::string_view kLook = "How it looks";
constexpr std::string_view kOther = "Other";

constexpr std::array<OptionRow, 42> kOptions = {{
    {kSearch,
     "index",
     'i',
     "DIR",
     "the index to search; default: $DATELINE_INDEX; several -i are searched as one"},
    {kSearch, "limit", '\0', "N", "print at most N hits (default 10, at most 1000000)", true},
    {kSearch, "offset", '\0', "N", "leave out the first N hits", true},
    {kSearch, "all", '\0', "", "print every hit, however many there are", true},
    {kSearch, "cursor", '\0', "TEXT", "go on where the next.cursor of a JSON answer says", true},
    {kSearch,
     "timeout",
     '\0',
     "SECONDS",
     "search no longer than that: what was found until then is printed, with status 6",
     true},
    {kSearch,
     "sort",
     '\0',
     "ORDER",
     "relevance (default), date (newest first) or -date (oldest first); undated articles last",
     true},
    {kOutput,
     "facet",
     '\0',
     "LIST",
     "count values over all matches: FIELD[.LEVEL][:N][:ORDER], with commas between; for example "
     "person:10,place.country,date.month,org:5:lift (levels of date and event: year, month, week, "
     "day; of place: continent, country, division, city)",
     true},
    {kOutput,
     "facet-sort",
     '\0',
     "ORDER",
     "count (default), name, or lift: values over-represented among the matches first, where "
     "lift = (share of the matches that have the value) / (share of all articles that have it); "
     "dates stay in order of time",
     true},
    {kOutput,
     "facet-min",
     '\0',
     "N",
     "leave out values with fewer than N matching articles (default 1; by lift 5)",
     true},
    {kOutput,
     "facet-prefix",
     '\0',
     "TEXT",
     "only values with a name of which TEXT is the beginning of a word, as FIELD:TEXT* finds them; "
     "@TEXT: whose id begins so; of dates: 2025-1",
     true},
    {kOutput, "facet-offset", '\0', "N", "leave out the first N values of each facet", true},
    {kOutput,
     "facet-exclude-own",
     '\0',
     "",
     "count each facet as if the query did not restrict its field (the whole query, or clauses "
     "joined by AND, such as source:a|b; not what is excluded), to choose several values",
     true},
    {kOutput,
     "pairs",
     '\0',
     "PAIR",
     "count which values stand together: FIELD,FIELD[:N][:lift], for example person,place:20; "
     "lift = articles with both * matches / (articles with one * articles with the other)",
     true},
    {kOutput,
     "pairs-level",
     '\0',
     "UNIT",
     "article (default), paragraph or sentence: within what both must stand",
     true},
    {kOutput,
     "pairs-min",
     '\0',
     "N",
     "leave out pairs with fewer than N articles (default 1; by lift 3)",
     true},
    {kOutput,
     "pairs-among",
     '\0',
     "N",
     "look at the N most frequent values of each side (default 1000, at most 2000)",
     true},
    {kOutput, "count", '\0', "", "print just the number of matching articles"},
    {kOutput, "ids", '\0', "", "print just the ids, one a line; as --format ids"},
    {kOutput,
     "null",
     '0',
     "",
     "with --ids or --template: close each by a NUL byte instead of a line end"},
    {kOutput,
     "template",
     '\0',
     "TEXT",
     "print each hit as TEXT says, for example '{id}\\t{title}\\t{published:%Y-%m-%d}'; an unknown "
     "field lists all of them"},
    {kOutput,
     "export",
     '\0',
     "",
     "print every hit as article JSON, which dateline-index reads back"},
    {kOutput, "show", '\0', "@ID", "print a whole article instead of searching; may be repeated"},
    {kOutput, "explain", '\0', "", "first print how the query was read, step by step", true},
    {kLook, "format", '\0', "FORM", "text (default), json, jsonl, hits, csv, tsv or ids"},
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
    {kLook, "format-version", '\0', "N", "version of the JSON forms that the reader knows: 1"},
    {kLook, "timing", '\0', "", "say how long it took: took_ms in JSON, else on standard error"},
    {kBatch,
     "batch",
     '\0',
     "FILE",
     "answer every query of FILE, or of standard input with -, in order; status 6 if any failed"},
    {kBatch,
     "batch-format",
     '\0',
     "FORM",
     "lines, tsv (id, tab, query), jsonl ({\"id\": ..., \"query\": ..., \"limit\": ...}) or trec "
     "(topics); default: by the name of the file, else by its first line"},
    {kBatch, "jobs", 'j', "N", "answer N queries at a time (default: one a processor)"},
    {kBatch,
     "since-rev",
     '\0',
     "N",
     "only articles that are new or updated since revision N of the index; all of them, unless "
     "--limit is given",
     true},
    {kBatch,
     "state",
     '\0',
     "FILE",
     "only what is new or updated since the last run with FILE, which is written when all output "
     "is; kept for each query id"},
    {kSaved, "save", '\0', "NAME", "keep QUERY with the index as NAME, to be used as query:NAME"},
    {kSaved, "saved", '\0', "", "list the saved queries"},
    {kSaved, "unsave", '\0', "NAME", "forget the saved query NAME"},
    {kOther, "help", 'h', "", "print this text"},
    {kOther, "version", '\0', "", "print the version"},
}};

}  // namespace

std::span<const OptionRow> option_table() noexcept {
    return kOptions;
}

}  // namespace dateline::query
