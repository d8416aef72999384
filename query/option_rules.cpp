// What contradicts what, option by option.
#include "query/option_rules.hpp"

#include "common/base/error.hpp"
#include "query/timeline_options.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::query {
namespace {

using render::Format;

[[noreturn]] void fail(const std::string& message, std::string hint = {}) {
    throw Error(ErrorCode::Usage, message, std::move(hint));
}

/// Fails if any of `others` was given, which make no sense with `option`.
void refuse_with(const CommandLine& line,
                 const std::string& option,
                 std::initializer_list<std::string_view> others,
                 const std::string& hint = {}) {
    for (const std::string_view other : others) {
        if (line.has(other)) {
            fail(option + " cannot be combined with --" + std::string(other), hint);
        }
    }
}

bool is_json(Format format) {
    return format == Format::Json || format == Format::JsonLines;
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
                fail("--" + std::string(option) + " cannot be combined with --" + name);
            }
        }
        if (chosen.format != Format::Text &&
            !(option == "saved" && chosen.format == Format::Json)) {
            fail("--" + std::string(option) + " cannot be combined with " + chosen.given);
        }
    }
}

}  // namespace

void check_combinations(const CommandLine& line, const ChosenFormat& chosen, std::size_t limit) {
    if (line.has("all")) {
        refuse_with(line, "--all", {"limit"});
    }
    if (line.has("null") && chosen.format != Format::Ids && chosen.format != Format::Template) {
        fail("-0 works only with --ids and --template", "add --ids");
    }
    if (line.has("cursor")) {
        refuse_with(line, "--cursor", {"offset", "all", "state", "count", "show"});
    }
    check_saving(line, chosen);
    if (line.has("safe-cells") && !is_table(chosen.format)) {
        fail("--safe-cells works only with --format csv or --format tsv");
    }
    const bool is_plain = chosen.format == Format::Ids || chosen.format == Format::Trec ||
                          chosen.format == Format::Template || chosen.format == Format::Export;
    if (is_table(chosen.format) || is_plain) {
        refuse_with(line, chosen.given, {"explain"}, "use text or JSON");
    }
    if (is_plain) {
        refuse_with(line,
                    chosen.given,
                    {"facet", "pairs"},
                    "use another form, with --limit 0 for facets alone");
    }
    if (is_table(chosen.format) && line.has("facet") && (limit > 0 || line.has("all"))) {
        fail("--facet with " + chosen.given + " needs --limit 0",
             "a table holds either hits or facet values: --limit 0 gives the facet values");
    }
    if (is_table(chosen.format) && line.has("pairs")) {
        refuse_with(line, "--pairs with " + chosen.given, {"facet"}, "a table holds one of them");
        if (limit > 0 || line.has("all")) {
            fail("--pairs with " + chosen.given + " needs --limit 0",
                 "a table holds either hits or pairs: --limit 0 gives the pairs");
        }
    }
    if (line.value("sort").value_or("relevance") != "relevance") {
        refuse_with(line,
                    "--sort " + *line.value("sort"),
                    {"feedback", "recency"},
                    "they change the order of relevance: leave out --sort");
    }
    check_timeline(line, chosen, limit);
    if (line.has("count")) {
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
            fail("--count cannot be combined with " + chosen.given,
                 "--count prints just a number; --json --limit 0 has it as total.articles");
        }
    }
    if (line.has("batch")) {
        refuse_with(line, "--batch", {"show", "svg"});
        if (is_table(chosen.format)) {
            refuse_with(line, "--batch with " + chosen.given, {"timeline", "compare"}, "use JSON");
        }
    } else {
        for (const std::string_view option : {"jobs", "batch-format"}) {
            if (line.has(option)) {
                fail("--" + std::string(option) + " works only with --batch");
            }
        }
    }
    if (line.has("state")) {
        refuse_with(line, "--state", {"since-rev", "offset", "show"});
    }
    if (line.has("show")) {
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
        if (!is_json(chosen.format) && chosen.format != Format::Text) {
            fail("--show cannot be combined with " + chosen.given, "use text or JSON");
        }
    }
}

}  // namespace dateline::query
