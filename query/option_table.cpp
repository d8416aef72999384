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

constexpr std::array<OptionRow, 33> kOptions = {{
    {kSearch, "index", 'i', "DIR", "the index to search; default: $DATELINE_INDEX"},
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
     "count values over all matches: FIELD[.LEVEL][:N], with commas between; for example "
     "person:10,date.month (levels of date: year, month, week, day)",
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
