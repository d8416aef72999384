// The table, and how a line is read by it.
#include "query/prompt/commands.hpp"

#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "query/parse/suggest.hpp"
#include "query/render/columns.hpp"
#include "query/usage.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace dateline::query {
namespace {

constexpr auto kCommands = std::to_array<Command>({
    {CommandId::Open, "open", "N", "show hit N, or the article @ID, with its names marked"},
    {CommandId::Next, "next", "", "the next hits"},
    {CommandId::Prev, "prev", "", "the hits before"},
    {CommandId::Facet,
     "facet",
     "FIELD[:N]",
     "count the values of person, place.country, org, topic, date.month … and number them; add "
     ":lift for those that are over-represented"},
    {CommandId::Refine, "refine", "N", "narrow the query to value N of :facet; +N for short"},
    {CommandId::Back, "back", "", "the query before"},
    {CommandId::Sort, "sort", "ORDER", "relevance, date (newest first) or -date"},
    {CommandId::Limit, "limit", "N", "show N hits at a time"},
    {CommandId::Timeline,
     "timeline",
     "FIELD.UNIT",
     "count over time: date.day, date.week, date.month, event.year …"},
    {CommandId::Pairs, "pairs", "FIELD,FIELD", "which values stand together: person,place"},
    {CommandId::Explain,
     "explain",
     "[STEPS]",
     "how the query was read; STEPS: query, xapian, names, hits"},
    {CommandId::Relax, "relax", "", "the first query that was suggested for one without hits"},
    {CommandId::Help, "help", "", "this list"},
    {CommandId::Quit, "quit", "", "leave, as Ctrl-D does"},
});

constexpr std::size_t kStartColumns = 24;

/// The commands that `name` begins, or is.
std::vector<const Command*> commands_named(std::string_view name) {
    std::vector<const Command*> found;
    for (const Command& command : kCommands) {
        if (command.name == name) {
            return {&command};
        }
        if (!name.empty() && command.name.starts_with(name)) {
            found.push_back(&command);
        }
    }
    return found;
}

[[noreturn]] void fail_unknown(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Command& command : kCommands) {
        names.push_back(command.name);
    }
    const auto near = parse::nearest(name, names);
    fail_usage("there is no command ':" + name + "'",
               near ? "did you mean ':" + std::string(*near) + "'?" : ":help lists all commands");
}

const Command& find_command(const std::string& name) {
    const std::vector<const Command*> found = commands_named(name);
    if (found.empty()) {
        fail_unknown(name);
    }
    if (found.size() > 1) {
        std::string listed;
        for (const Command* const command : found) {
            listed += (listed.empty() ? ":" : " or :") + std::string(command->name);
        }
        fail_usage("':" + name + "' may be " + listed, "type one more letter");
    }
    return *found.front();
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::span<const Command> commands() noexcept {
    return kCommands;
}

std::optional<CommandCall> read_command(std::string_view line) {
    if (line.starts_with('+') && is_number(line.substr(1))) {
        return CommandCall{CommandId::Refine, std::string(line.substr(1))};
    }
    if (!line.starts_with(':')) {
        return std::nullopt;
    }
    const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
    const Command& command = find_command(ascii_lower(line.substr(1, blank - 1)));
    const std::string argument(trim(line.substr(blank)));
    const std::string usage = ":" + std::string(command.name) +
                              (command.argument.empty() ? "" : " ") + std::string(command.argument);
    if (command.argument.empty() && !argument.empty()) {
        fail_usage(
            ":" + std::string(command.name) + " takes nothing behind it, not '" + argument + "'",
            "as in " + usage);
    }
    if (argument.empty() && !command.argument.empty() && !command.argument.starts_with('[')) {
        fail_usage(":" + std::string(command.name) + " needs " + std::string(command.argument),
                   std::string(command.help));
    }
    return CommandCall{command.id, argument};
}

std::string commands_text(std::size_t columns) {
    const std::size_t indent = columns > 2 * kStartColumns ? kStartColumns : 4;
    const auto entry = [&](std::string start, std::string_view help) {
        start = "  " + start;
        const bool fits = start.size() + 2 <= indent;
        std::string out = fits ? start + std::string(indent - start.size(), ' ') : start + "\n";
        bool is_first = fits;
        for (const auto& [begin, end] :
             render::break_lines(help, std::max<std::size_t>(columns, indent + 20) - indent)) {
            out += (is_first ? std::string() : std::string(indent, ' ')) +
                   std::string(help.substr(begin, end - begin)) + "\n";
            is_first = false;
        }
        return out;
    };
    std::string out = entry("QUERY", "search, as on the command line: summit person:putin -oil");
    for (const Command& command : kCommands) {
        out += entry(":" + std::string(command.name) + (command.argument.empty() ? "" : " ") +
                         std::string(command.argument),
                     command.help);
    }
    return out + entry("Tab", "completes fields, names and commands") +
           entry("Up, Ctrl-R",
                 "lines that were typed before; Ctrl-C clears the line, or stops a search");
}

}  // namespace dateline::query
