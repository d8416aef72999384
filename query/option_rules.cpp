// What contradicts what, and which form of output has no place for what.
#include "query/option_rules.hpp"

#include "query/timeline_options.hpp"
#include "query/usage.hpp"

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dateline::query {
namespace {

using render::Format;

/// Fails if any of `others` was given, which make no sense with `option`.
void refuse_with(const CommandLine& line,
                 const std::string& option,
                 std::initializer_list<std::string_view> others,
                 const std::string& hint = {}) {
    for (const std::string_view other : others) {
        if (line.has(other)) {
            fail_usage(option + " cannot be combined with --" + std::string(other), hint);
        }
    }
}

/// Whether `format` holds hits and nothing else.
bool is_plain(Format format) {
    return format == Format::Ids || format == Format::Trec || format == Format::Template ||
           format == Format::Export;
}

bool gives_hits(const CommandLine& line, std::size_t limit) {
    return limit > 0 || line.has("all");
}

/// What is done with saved queries searches nothing.
void check_saving(const CommandLine& line, const ChosenFormat& chosen) {
    for (const std::string_view option : {"save", "saved", "unsave"}) {
        if (!line.has(option)) {
            continue;
        }
        for (const auto& [name, values] : line.options) {
            if (name != option && name != "index" && name != "format" && name != "json" &&
                name != "no-pager") {
                fail_usage("--" + std::string(option) + " cannot be combined with --" + name);
            }
        }
        if (chosen.format != Format::Text &&
            !(option == "saved" && chosen.format == Format::Json)) {
            fail_usage("--" + std::string(option) + " cannot be combined with " + chosen.given);
        }
    }
}

/// Options about how one form of output looks.
void check_look(const CommandLine& line, const ChosenFormat& chosen) {
    if (line.has("null") && chosen.format != Format::Ids && chosen.format != Format::Template) {
        fail_usage("-0 works only with --ids and --template", "add --ids");
    }
    if (line.has("safe-cells") && !is_table(chosen.format)) {
        fail_usage("--safe-cells works only with --format csv or --format tsv");
    }
    if (line.has("format-version") && !is_json(chosen.format)) {
        fail_usage("--format-version works only with --json, --jsonl and --format hits",
                   "add --json, or leave it out");
    }
    if (line.value("color").value_or("") == "always" &&
        (chosen.format != Format::Text || line.has("count"))) {
        fail_usage((line.has("count") ? "--count" : chosen.given) + " has no colours",
                   "leave out --color, or use text");
    }
}

/// Forms that hold nothing but hits.
void check_plain_form(const CommandLine& line, const ChosenFormat& chosen) {
    refuse_with(line, chosen.given, {"explain"}, "use text or JSON");
    for (const std::string_view option : {"facet", "pairs", "timeline", "compare"}) {
        refuse_with(line,
                    chosen.given,
                    {option},
                    "use another form, with --limit 0 for " +
                        std::string(option == "facet"      ? "facets"
                                    : option == "timeline" ? "the timeline"
                                    : option == "compare"  ? "the totals"
                                                           : "pairs") +
                        " alone");
    }
}

/// A table holds hits, or values of facets, or pairs, or the timeline with what is compared.
void check_table(const CommandLine& line, const ChosenFormat& chosen, std::size_t limit) {
    refuse_with(line, chosen.given, {"explain"}, "use text or JSON");
    constexpr std::array<std::array<std::string_view, 2>, 4> kContents = {{
        {"facet", "a table holds either hits or facet values: --limit 0 gives the facet values"},
        {"pairs", "a table holds either hits or pairs: --limit 0 gives the pairs"},
        {"timeline", "a table holds one thing: --limit 0 leaves out the hits"},
        {"compare", "a table holds one thing: --limit 0 leaves out the hits"},
    }};
    for (const auto& [content, hint] : kContents) {
        if (line.has(content) && line.has("state")) {
            refuse_with(line, "--state with " + chosen.given, {content}, "use JSON");
        }
        if (line.has(content) && gives_hits(line, limit)) {
            fail_usage("--" + std::string(content) + " with " + chosen.given + " needs --limit 0",
                       std::string(hint));
        }
    }
    for (const std::string_view content : {"pairs", "timeline", "compare"}) {
        for (const std::string_view other : {"facet", "pairs"}) {
            if (content != other && line.has(content) && line.has(other)) {
                fail_usage("--" + std::string(content) + " and --" + std::string(other) +
                               " cannot be in one table",
                           "ask twice, or use JSON");
            }
        }
    }
}

/// Options that change the order, or which query is answered.
void check_reading(const CommandLine& line, std::size_t limit) {
    if (line.value("sort").value_or("relevance") != "relevance") {
        refuse_with(line,
                    "--sort " + *line.value("sort"),
                    {"feedback", "recency"},
                    "they change the order of relevance: leave out --sort");
    }
    if (line.value("match").value_or("all") == "any") {
        refuse_with(line,
                    "--match any",
                    {"relax", "lenient"},
                    "with --match any the query has no syntax, and one of its words is enough");
    }
    for (const std::string_view option : {"since-rev", "state"}) {
        if (line.has(option)) {
            refuse_with(line,
                        "--" + std::string(option),
                        {"relax"},
                        "that nothing is new does not mean that the query is wrong");
        }
    }
    if (read_explanation(line).hits && !gives_hits(line, limit)) {
        fail_usage("--explain=hits cannot be combined with --limit 0",
                   "there are no hits to explain: give --limit 1 or more");
    }
}

void check_count(const CommandLine& line, const ChosenFormat& chosen) {
    refuse_with(line,
                "--count",
                {"timeline",
                 "compare",
                 "facet",
                 "pairs",
                 "explain",
                 "limit",
                 "offset",
                 "all",
                 "sort",
                 "feedback",
                 "recency"});
    if (!chosen.given.empty() && chosen.format != Format::Text) {
        fail_usage("--count cannot be combined with " + chosen.given,
                   "--count prints just a number; --json --limit 0 has it as total.articles");
    }
}

void check_batch(const CommandLine& line, const ChosenFormat& chosen) {
    if (!line.has("batch")) {
        for (const std::string_view option : {"jobs", "batch-format"}) {
            if (line.has(option)) {
                fail_usage("--" + std::string(option) + " works only with --batch");
            }
        }
        return;
    }
    refuse_with(line, "--batch", {"show", "svg"});
    if (is_table(chosen.format)) {
        refuse_with(line, "--batch with " + chosen.given, {"timeline", "compare"}, "use JSON");
    }
}

void check_show(const CommandLine& line, const ChosenFormat& chosen) {
    refuse_with(line,
                "--show",
                {"count",
                 "timeline",
                 "compare",
                 "tz",
                 "facet",
                 "pairs",
                 "explain",
                 "relax",
                 "limit",
                 "offset",
                 "all",
                 "sort",
                 "match",
                 "feedback",
                 "recency",
                 "lenient",
                 "since-rev",
                 "timeout",
                 "cursor"});
    if (chosen.format != Format::Json && chosen.format != Format::JsonLines &&
        chosen.format != Format::Text) {
        fail_usage("--show cannot be combined with " + chosen.given, "use text or JSON");
    }
}

}  // namespace

void check_combinations(const CommandLine& line, const ChosenFormat& chosen, std::size_t limit) {
    if (line.has("all")) {
        refuse_with(line, "--all", {"limit"});
    }
    if (line.has("cursor")) {
        refuse_with(line, "--cursor", {"offset", "all", "state", "count", "show"});
    }
    check_saving(line, chosen);
    check_look(line, chosen);
    if (is_plain(chosen.format)) {
        check_plain_form(line, chosen);
    }
    if (is_table(chosen.format)) {
        check_table(line, chosen, limit);
    }
    check_timeline(line);
    if (line.has("count")) {
        check_count(line, chosen);
    }
    check_reading(line, limit);
    check_batch(line, chosen);
    if (line.has("state")) {
        refuse_with(line, "--state", {"since-rev", "show"});
        refuse_with(line,
                    "--state",
                    {"count", "limit", "offset"},
                    "what one run leaves out is not new to the next: it would be lost");
    }
    if (line.has("show")) {
        check_show(line, chosen);
    }
}

}  // namespace dateline::query
