// The rows of the option table.
#include "query/option_table.hpp"

#include "common/base/constant_text.hpp"
#include "query/option_values.hpp"
#include "query/options.hpp"
#include "query/search/facet_request.hpp"
#include "query/search/pair_request.hpp"

#include <array>

namespace dateline::query {
namespace {

constexpr std::string_view kSearch = "What is searched";
constexpr std::string_view kHits = "Which hits, in which order";
constexpr std::string_view kForm = "What is printed";
constexpr std::string_view kFacets = "Facets (what is named, and how often)";
constexpr std::string_view kPairs = "Pairs (what is named together)";
constexpr std::string_view kTime = "Timelines";
constexpr std::string_view kBatch = "Many queries, and alerts";
constexpr std::string_view kSaved = "Saved queries";
constexpr std::string_view kOther = "Other";

constexpr auto kOptions = std::to_array<OptionRow>({
    {kSearch,
     "index",
     'i',
     "DIR",
     "folder of the index; several -i are searched as one [$DATELINE_INDEX]"},
    {kSearch,
     "match",
     '\0',
     "HOW",
     "how the query is read: all (the query language) or any (plain text without syntax, of which "
     "an article needs only one word) [all]",
     true},
    {kSearch,
     "lenient",
     '\0',
     "",
     "for search boxes: read a query with mistakes in the likeliest way, and warn",
     true},
    {kSearch,
     "relax",
     '\0',
     "",
     "where nothing matches, answer the closest query that does, and say so",
     true},
    {kSearch,
     "tz",
     '\0',
     "ZONE",
     "where days begin and end for articles that state a time: a name such as Europe/Berlin, or an "
     "offset such as +02:00; refined queries need the same zone [UTC]",
     true},
    {kSearch,
     "timeout",
     '\0',
     "SECONDS",
     "search no longer than that, with decimals if wanted; what was found until then is printed, "
     "with status 6 [no limit]",
     true},
    {kHits,
     "limit",
     '\0',
     "N",
     kText<"print at most N hits, 0 to ",
           kMaxLimit,
           " [",
           kDefaultLimit,
           "; with --format trec ",
           kTrecLimit,
           "]">,
     true},
    {kHits, "offset", '\0', "N", "leave out the first N hits [0]", true},
    {kHits, "all", '\0', "", "print every hit, however many there are", true},
    {kHits, "cursor", '\0', "TEXT", "go on where the next.cursor of a JSON answer says", true},
    {kHits,
     "sort",
     '\0',
     "ORDER",
     "order of the hits: relevance, date (newest first) or -date (oldest first); undated articles "
     "last [relevance if the query has words, else date]",
     true},
    {kHits,
     "recency",
     '\0',
     "TIME",
     kText<"order by relevance, halved for each TIME of age: 30d, 6w, 3m, 1y (days, weeks, months "
           "of 30 days, years of 365), at most ",
           kMaxHalfLifeDays,
           "d [age does not count]">,
     true},
    {kHits,
     "feedback",
     '\0',
     "",
     "order by words of the best hits, too; what matches stays the same",
     true},
    {kForm,
     "format",
     '\0',
     "FORM",
     "form of the output: text for people; json (one object) and jsonl (a line each); hits (a line "
     "for each hit, and one for the end); csv and tsv; ids; trec for scoring programs [text]"},
    {kForm, "json", '\0', "", "one JSON object; as --format json"},
    {kForm, "jsonl", '\0', "", "one JSON object a line; as --format jsonl"},
    {kForm, "ids", '\0', "", "just the ids, one a line; as --format ids"},
    {kForm, "count", '\0', "", "just the number of matching articles"},
    {kForm, "show", '\0', "@ID", "a whole article, instead of searching; may be repeated"},
    {kForm, "export", '\0', "", "every hit as article JSON, which dateline-index reads back"},
    {kForm,
     "template",
     '\0',
     "TEXT",
     "each hit as TEXT says, for example '{id}\\t{title}\\t{published:%Y-%m-%d}', which shows "
     "times "
     "of --tz; an unknown field lists all of them"},
    {kForm,
     "null",
     '0',
     "",
     "with --ids or --template: close each by a NUL byte instead of a line end"},
    {kForm,
     "safe-cells",
     '\0',
     "",
     "with csv or tsv: put an apostrophe before cells that a spreadsheet would run"},
    {kForm,
     "color",
     '\0',
     "WHEN",
     "when to use colours: auto (on a terminal, unless $NO_COLOR is set), always or never [auto]"},
    {kForm,
     "no-pager",
     '\0',
     "",
     "print text on a terminal as it is; else what is higher than the screen goes through "
     "$DATELINE_PAGER, $PAGER or less"},
    {kForm,
     "explain",
     '\0',
     "[=STEPS]",
     "first print how the query was read; STEPS, with commas between: query (the reading), xapian "
     "(what the index is asked), names (what names and open words stand for), hits (why each hit "
     "matches) [query,xapian]",
     true},
    {kForm,
     "timing",
     '\0',
     "",
     "say how many milliseconds it took: took_ms in JSON, else on standard error"},
    {kForm, "format-version", '\0', "N", "version of the JSON forms that the reader knows [1]"},
    {kFacets,
     "facet",
     '\0',
     "LIST",
     kText<"count values over all matches: FIELD[.LEVEL][:N][:ORDER], with commas between, for "
           "example person:10,place.country,date.month,org:5:lift; levels of date and event are "
           "year, month, week and day, of place ",
           "continent, country, division and city [N: ",
           search::kDefaultFacetValues,
           ", of dates all]">,
     true},
    {kFacets,
     "facet-sort",
     '\0',
     "ORDER",
     "order of the values: count, name, or lift (what is over-represented among the matches "
     "first), where lift = (share of the matches that have the value) / (share of all articles "
     "that have it); dates stay in order of time [count]",
     true},
    {kFacets,
     "facet-min",
     '\0',
     "N",
     kText<"leave out values with fewer than N matching articles [1; by lift ",
           search::kLiftMinArticles,
           "]">,
     true},
    {kFacets,
     "facet-prefix",
     '\0',
     "TEXT",
     "only values with a name of which TEXT is the beginning of a word, as FIELD:TEXT* finds them; "
     "@TEXT: whose id begins so; of dates: 2025-1",
     true},
    {kFacets, "facet-offset", '\0', "N", "leave out the first N values of each facet [0]", true},
    {kFacets,
     "facet-exclude-own",
     '\0',
     "",
     "count each facet as if the query did not restrict its field (the whole query, or clauses "
     "joined by AND, such as source:a|b; not what is excluded), to choose several values",
     true},
    {kPairs,
     "pairs",
     '\0',
     "PAIR",
     kText<
         "count which values stand together: FIELD,FIELD[:N][:lift], for example person,place:20; "
         "lift = articles with both * matches / (articles with one * articles with the other) [N: ",
         search::kDefaultFacetValues,
         "]">,
     true},
    {kPairs,
     "pairs-level",
     '\0',
     "UNIT",
     "within what both must stand: article, paragraph or sentence [article]",
     true},
    {kPairs,
     "pairs-min",
     '\0',
     "N",
     kText<"leave out pairs with fewer than N articles [1; by lift ",
           search::kPairLiftMinArticles,
           "]">,
     true},
    {kPairs,
     "pairs-among",
     '\0',
     "N",
     kText<"look at the N most frequent values of each side, 1 to ",
           search::kMaxPairValues,
           " [",
           search::kDefaultPairValues,
           "]">,
     true},
    {kTime,
     "timeline",
     '\0',
     "FIELD",
     "count all matches over time: FIELD is date (published) or event (days the text speaks of) "
     "and a unit, as date.day, date.week, event.month or event.year",
     true},
    {kTime,
     "normalise",
     '\0',
     "",
     "with --timeline: also give the share of all articles that the archive has of each period",
     true},
    {kTime,
     "compare",
     '\0',
     "QUERY",
     kText<"put the total and the timeline of another query beside this one's; may be repeated, up "
           "to ",
           kMaxCompared,
           " times">,
     true},
    {kTime, "svg", '\0', "FILE", "with --timeline: also draw it into FILE, which is replaced"},
    {kBatch,
     "batch",
     '\0',
     "FILE",
     "answer every query of FILE, or of standard input with -, in order; status 6 if any failed"},
    {kBatch,
     "batch-format",
     '\0',
     "FORM",
     "form of the batch: lines, tsv (id, tab, query), jsonl (objects with id, query and options) "
     "or trec (topics) [by the name of the file, else by its first line]"},
    {kBatch,
     "jobs",
     'j',
     "N",
     kText<"answer N queries at a time, 1 to ", kMaxJobs, " [one a processor]">},
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
     "is; kept for each query id; all of it: not with --limit, --offset or --count"},
    {kSaved, "save", '\0', "NAME", "keep QUERY with the index as NAME, to be used as query:NAME"},
    {kSaved, "saved", '\0', "", "list the saved queries"},
    {kSaved, "unsave", '\0', "NAME", "forget the saved query NAME"},
    {kOther, "help", 'h', "", "print this text"},
    {kOther,
     "man",
     '\0',
     "[=PAGE]",
     "print a manual page for 'man -l -': query (this program) or syntax (the query language) "
     "[query]"},
    {kOther,
     "completion",
     '\0',
     "SHELL",
     "print completions of this program for a shell: bash, zsh or fish"},
    {kOther, "version", '\0', "", "print the version"},
});

}  // namespace

std::span<const OptionRow> option_table() noexcept {
    return kOptions;
}

bool may_be_repeated(std::string_view name) noexcept {
    return name == "facet" || name == "pairs" || name == "compare" || name == "show" ||
           name == "index";
}

}  // namespace dateline::query
