// Numbers and choices.
#include "query/option_values.hpp"

#include "common/base/error.hpp"
#include "query/parse/suggest.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace dateline::query {
namespace {

using render::Format;

[[noreturn]] void fail(const std::string& message, std::string hint = {}) {
    throw Error(ErrorCode::Usage, message, std::move(hint));
}

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
    fail("--" + std::string(name) + " takes one of " + listed + ", not '" + *value + "'",
         near                       ? "did you mean '" + std::string(*near) + "'?"
         : looks_like_query(*value) ? kQueryHint
                                    : std::string());
}

constexpr std::array<std::pair<std::string_view, Format>, 6> kFormats = {{
    {"text", Format::Text},
    {"json", Format::Json},
    {"jsonl", Format::JsonLines},
    {"csv", Format::Csv},
    {"tsv", Format::Tsv},
    {"ids", Format::Ids},
}};

constexpr std::array<std::pair<std::string_view, search::SortOrder>, 3> kOrders = {{
    {"relevance", search::SortOrder::Relevance},
    {"date", search::SortOrder::NewestFirst},
    {"-date", search::SortOrder::OldestFirst},
}};

constexpr std::array<std::pair<std::string_view, ColorChoice>, 3> kColorChoices = {{
    {"auto", ColorChoice::Auto},
    {"always", ColorChoice::Always},
    {"never", ColorChoice::Never},
}};

}  // namespace

std::size_t read_number(const CommandLine& line,
                        std::string_view name,
                        std::size_t otherwise,
                        std::size_t most,
                        const std::string& hint_if_large) {
    const std::optional<std::string> value = line.value(name);
    if (!value) {
        return otherwise;
    }
    std::size_t number = 0;
    const char* const end = value->data() + value->size();
    const auto [stop, reason] = std::from_chars(value->data(), end, number);
    const bool is_number = stop == end && !value->empty();
    if (is_number && reason == std::errc{} && number <= most) {
        return number;
    }
    const bool too_large = is_number && reason != std::errc::invalid_argument;
    fail("--" + std::string(name) + " takes a whole number from 0 to " + std::to_string(most) +
             ", not '" + *value + "'",
         too_large                  ? hint_if_large
         : looks_like_query(*value) ? kQueryHint
                                    : std::string());
}

search::SortOrder read_sort(const CommandLine& line) {
    return read_choice(line, "sort", search::SortOrder::Relevance, kOrders);
}

ColorChoice read_color(const CommandLine& line) {
    return read_choice(line, "color", ColorChoice::Auto, kColorChoices);
}

ChosenFormat read_format(const CommandLine& line) {
    ChosenFormat chosen;
    const auto choose = [&chosen](Format format, const std::string& given) {
        if (!chosen.given.empty() && chosen.format != format) {
            fail(chosen.given + " contradicts " + given, "give one of them");
        }
        chosen = {format, given};
    };
    for (const auto& [option, format] :
         {std::pair{"json", Format::Json}, {"jsonl", Format::JsonLines}, {"ids", Format::Ids}}) {
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

}  // namespace dateline::query
