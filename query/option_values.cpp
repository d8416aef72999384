// Numbers and choices.
#include "query/option_values.hpp"

#include "common/text/tokenizer.hpp"
#include "query/parse/suggest.hpp"
#include "query/search/facet_request.hpp"
#include "query/search/timeline.hpp"
#include "query/usage.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace dateline::query {
namespace {

using render::Format;

template <typename Value, std::size_t kCount>
Value read_choice(const CommandLine& line,
                  std::string_view name,
                  Value otherwise,
                  const std::array<std::pair<std::string_view, Value>, kCount>& choices) {
    const std::optional<std::string> value = line.value(name);
    if (!value) {
        return otherwise;
    }
    std::string listed;
    std::vector<std::string_view> names;
    for (const auto& [choice, meaning] : choices) {
        if (choice == *value) {
            return meaning;
        }
        names.push_back(choice);
        listed += (listed.empty() ? "" : ", ") + std::string(choice);
    }
    const auto near = parse::nearest(*value, names);
    fail_usage("--" + std::string(name) + " takes one of " + listed + ", not '" + *value + "'",
               near                       ? "did you mean '" + std::string(*near) + "'?"
               : looks_like_query(*value) ? kQueryHint
                                          : std::string());
}

constexpr double kMinTimeout = 0.001;
constexpr double kMaxTimeout = 86'400;

/// The number in `dateline.result/1`.
constexpr int kFormatVersion = 1;

constexpr std::array<std::pair<std::string_view, BatchForm>, 4> kBatchForms = {{
    {"lines", BatchForm::Lines},
    {"tsv", BatchForm::Tsv},
    {"jsonl", BatchForm::JsonLines},
    {"trec", BatchForm::Trec},
}};

constexpr std::array<std::pair<std::string_view, Format>, 8> kFormats = {{
    {"text", Format::Text},
    {"json", Format::Json},
    {"jsonl", Format::JsonLines},
    {"hits", Format::Hits},
    {"csv", Format::Csv},
    {"tsv", Format::Tsv},
    {"ids", Format::Ids},
    {"trec", Format::Trec},
}};

constexpr std::array<std::pair<std::string_view, search::SortOrder>, 3> kOrders = {{
    {"relevance", search::SortOrder::Relevance},
    {"date", search::SortOrder::NewestFirst},
    {"-date", search::SortOrder::OldestFirst},
}};

constexpr std::array<std::pair<std::string_view, bool>, 2> kMatches = {{
    {"all", false},
    {"any", true},
}};

constexpr std::array<std::pair<std::string_view, search::FacetSort>, 3> kFacetOrders = {{
    {"count", search::FacetSort::Count},
    {"lift", search::FacetSort::Lift},
    {"name", search::FacetSort::Name},
}};

constexpr std::array<std::pair<std::string_view, search::PairLevel>, 3> kPairLevels = {{
    {"article", search::PairLevel::Article},
    {"paragraph", search::PairLevel::Paragraph},
    {"sentence", search::PairLevel::Sentence},
}};

constexpr std::array<std::pair<std::string_view, ColorChoice>, 3> kColorChoices = {{
    {"auto", ColorChoice::Auto},
    {"always", ColorChoice::Always},
    {"never", ColorChoice::Never},
}};

constexpr std::array<std::pair<std::string_view, bool search::Explanation::*>, 4> kSteps = {{
    {"query", &search::Explanation::query},
    {"xapian", &search::Explanation::xapian},
    {"names", &search::Explanation::names},
    {"hits", &search::Explanation::hits},
}};

constexpr std::array<std::pair<std::string_view, ManualPage>, 2> kManualPages = {{
    {"query", ManualPage::Query},
    {"syntax", ManualPage::Syntax},
}};

template <typename Row, std::size_t kCount>
std::vector<std::string> names_of(const std::array<Row, kCount>& rows) {
    std::vector<std::string> names;
    for (const Row& row : rows) {
        names.emplace_back(row.first);
    }
    return names;
}

/// Fails if any of `options` was given without `needed`, which they are about.
void require(const CommandLine& line,
             std::string_view needed,
             std::initializer_list<std::string_view> options) {
    for (const std::string_view option : options) {
        if (line.has(option) && !line.has(needed)) {
            fail_usage("--" + std::string(option) + " needs --" + std::string(needed),
                       "as in --" + std::string(needed) +
                           (needed == "facet" ? " person:10" : " person,place"));
        }
    }
}

/// The fewest articles that the option `name` asks for.
std::optional<std::uint64_t> read_minimum(const CommandLine& line, std::string_view name) {
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
    return line.has(name) ? std::optional<std::uint64_t>(read_number(line, name, 1, {1, most}))
                          : std::nullopt;
}

std::string read_facet_prefix(const CommandLine& line) {
    std::string prefix = line.value("facet-prefix").value_or("");
    if (line.has("facet-prefix") && text::slug(prefix).starts_with('~')) {
        fail_usage("--facet-prefix needs letters or digits, not '" + prefix + "'",
                   "as in --facet-prefix ang, or @ang for ids that begin so");
    }
    return prefix;
}

}  // namespace

std::size_t read_number(const CommandLine& line,
                        std::string_view name,
                        std::size_t otherwise,
                        NumberRange range,
                        const std::string& hint_if_large) {
    const std::optional<std::string> value = line.value(name);
    if (!value) {
        return otherwise;
    }
    std::size_t number = 0;
    const char* const end = value->data() + value->size();
    const auto [stop, reason] = std::from_chars(value->data(), end, number);
    const bool is_number = stop == end && !value->empty();
    if (is_number && reason == std::errc{} && number >= range.least && number <= range.most) {
        return number;
    }
    const bool too_large = is_number && (reason == std::errc::result_out_of_range ||
                                         (reason == std::errc{} && number > range.most));
    fail_usage("--" + std::string(name) + " takes a whole number from " +
                   std::to_string(range.least) + " to " + std::to_string(range.most) + ", not '" +
                   *value + "'",
               too_large                  ? hint_if_large
               : looks_like_query(*value) ? kQueryHint
                                          : std::string());
}

search::SortOrder read_sort(const CommandLine& line) {
    return read_choice(line, "sort", search::SortOrder::Relevance, kOrders);
}

bool read_match_any(const CommandLine& line) {
    return read_choice(line, "match", false, kMatches);
}

std::optional<std::uint32_t> read_half_life(const CommandLine& line) {
    const std::optional<std::string> value = line.value("recency");
    if (!value) {
        return std::nullopt;
    }
    constexpr std::array<std::pair<char, std::uint32_t>, 4> units = {
        {{'d', 1}, {'w', 7}, {'m', 30}, {'y', 365}}};
    std::uint32_t number = 0;
    const char* const end = value->data() + value->size();
    const auto [stop, reason] = std::from_chars(value->data(), end, number);
    for (const auto& [letter, days] : units) {
        if (reason == std::errc{} && stop + 1 == end && *stop == letter && number > 0 &&
            number <= kMaxHalfLifeDays / days) {
            return number * days;
        }
    }
    fail_usage("--recency takes a time from 1d to " + std::to_string(kMaxHalfLifeDays) +
                   "d, not '" + *value + "'",
               looks_like_query(*value)
                   ? kQueryHint
                   : "as in --recency 30d: d days, w weeks, m months of 30 days, y years of 365");
}

search::FacetOptions read_facet_options(const CommandLine& line) {
    require(line,
            "facet",
            {"facet-sort", "facet-min", "facet-prefix", "facet-offset", "facet-exclude-own"});
    search::FacetOptions options;
    options.sort = read_choice(line, "facet-sort", search::FacetSort::Usual, kFacetOrders);
    options.min_articles = read_minimum(line, "facet-min");
    options.prefix = read_facet_prefix(line);
    options.offset = read_number(line, "facet-offset", 0, {0, search::kMaxFacetValues});
    options.exclude_own = line.has("facet-exclude-own");
    return options;
}

search::PairOptions read_pair_options(const CommandLine& line) {
    require(line, "pairs", {"pairs-level", "pairs-min", "pairs-among"});
    search::PairOptions options;
    options.level = read_choice(line, "pairs-level", search::PairLevel::Article, kPairLevels);
    options.min_articles = read_minimum(line, "pairs-min");
    options.among = read_number(line, "pairs-among", options.among, {1, search::kMaxPairValues});
    return options;
}

search::Explanation read_explanation(const CommandLine& line) {
    search::Explanation explanation;
    const std::optional<std::string> value = line.value("explain");
    if (!value || value->empty()) {  // without `=`: the usual steps
        explanation.query = explanation.xapian = value.has_value();
        return explanation;
    }
    for (std::string_view rest = *value; !rest.empty();) {
        const std::string_view step = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(step.size() + 1, rest.size()));
        const auto* const known = std::find_if(
            kSteps.begin(), kSteps.end(), [&](const auto& each) { return each.first == step; });
        if (known == kSteps.end()) {
            fail_usage("--explain takes query, xapian, names and hits, with commas between, not '" +
                           std::string(step) + "'",
                       looks_like_query(*value) ? kQueryHint : std::string());
        }
        explanation.*(known->second) = true;
    }
    return explanation;
}

ColorChoice read_color(const CommandLine& line) {
    return read_choice(line, "color", ColorChoice::Auto, kColorChoices);
}

std::optional<std::chrono::milliseconds> read_timeout(const CommandLine& line) {
    const std::optional<std::string> value = line.value("timeout");
    if (!value) {
        return std::nullopt;
    }
    double seconds = 0;
    const char* const end = value->data() + value->size();
    const auto [stop, reason] =
        std::from_chars(value->data(), end, seconds, std::chars_format::fixed);
    if (stop != end || reason != std::errc{} || !(seconds >= kMinTimeout) ||
        seconds > kMaxTimeout) {
        fail_usage("--timeout takes seconds from 0.001 to 86400, not '" + *value + "'",
                   looks_like_query(*value) ? kQueryHint : std::string());
    }
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

void read_format_version(const CommandLine& line) {
    const std::string current = std::to_string(kFormatVersion);
    if (line.value("format-version").value_or(current) != current) {
        fail_usage("this program writes version " + current + " of its JSON forms, not '" +
                   *line.value("format-version") + "'");
    }
}

std::optional<BatchForm> read_batch_form(const CommandLine& line) {
    return line.has("batch-format")
               ? std::optional(read_choice(line, "batch-format", BatchForm::Lines, kBatchForms))
               : std::nullopt;
}

bool is_table(render::Format format) noexcept {
    return format == Format::Csv || format == Format::Tsv;
}

ChosenFormat read_format(const CommandLine& line) {
    ChosenFormat chosen;
    const auto choose = [&chosen](Format format, const std::string& given) {
        if (!chosen.given.empty() && chosen.format != format) {
            fail_usage(chosen.given + " contradicts " + given, "give one of them");
        }
        chosen = {format, given};
    };
    for (const auto& [option, format] : {std::pair{"json", Format::Json},
                                         {"jsonl", Format::JsonLines},
                                         {"ids", Format::Ids},
                                         {"template", Format::Template},
                                         {"export", Format::Export}}) {
        if (line.has(option)) {
            choose(format, std::string("--") + option);
        }
    }
    if (line.has("format")) {
        const Format format = read_choice(line, "format", Format::Text, kFormats);
        choose(format, "--format " + *line.value("format"));
    }
    return chosen;
}

std::vector<std::string> option_choices(std::string_view name) {
    const std::array<std::pair<std::string_view, std::vector<std::string>>, 13> rows = {{
        {"batch-format", names_of(kBatchForms)},
        {"color", names_of(kColorChoices)},
        {"completion", names_of(manual::kShells)},
        {"explain", names_of(kSteps)},
        {"facet", search::facet_names()},
        {"facet-sort", names_of(kFacetOrders)},
        {"format", names_of(kFormats)},
        {"man", names_of(kManualPages)},
        {"match", names_of(kMatches)},
        {"pairs", search::pair_facet_names()},
        {"pairs-level", names_of(kPairLevels)},
        {"sort", names_of(kOrders)},
        {"timeline", search::timeline_names()},
    }};
    const auto* const row = std::find_if(
        rows.begin(), rows.end(), [&](const auto& each) { return each.first == name; });
    return row == rows.end() ? std::vector<std::string>() : row->second;
}

bool takes_list(std::string_view name) noexcept {
    return name == "explain" || name == "facet" || name == "pairs";
}

ManualPage read_manual_page(const CommandLine& line) {
    // Without `=`, or with nothing behind it, it is the program's.
    return line.value("man").value_or("").empty()
               ? ManualPage::Query
               : read_choice(line, "man", ManualPage::Query, kManualPages);
}

manual::Shell read_shell(const CommandLine& line) {
    return read_choice(line, "completion", manual::Shell::Bash, manual::kShells);
}

}  // namespace dateline::query
