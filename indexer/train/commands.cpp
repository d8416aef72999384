// The table of sub-commands, and the help.
#include "indexer/train/commands.hpp"

#include "common/base/error.hpp"
#include "common/base/nearest_name.hpp"
#include "common/base/printable.hpp"

#include <array>
#include <ostream>
#include <string_view>
#include <vector>

namespace dateline::train {

namespace {

struct Command {
    std::string_view name;
    std::string_view help;  // whole lines, indented by two
    int (*run)(std::span<const std::string> words, const Output& output);
};

constexpr std::array kCommands{
    Command{
        "score-dates",
        "  score-dates [OPTION VALUE]... CORPUS...\n"
        "      Prints precision, recall and F1 of the dates found in each CORPUS: exact spans,\n"
        "      spans that overlap, and those with the right value (TempEval-3). A CORPUS is a\n"
        "      folder of annotated articles, MEANTIME's archive or TimeML files (*.tml).\n"
        "      --set train|test|all   of annotated articles and MEANTIME (default: test)\n"
        "      --errors N   lists the first N that are wrong or missing\n",
        score_dates_command},
};

void print_help(std::ostream& out) {
    out << "usage: dateline-train COMMAND ...\n"
           "Trains and scores what finds names and dates in articles. Not needed for "
           "searching.\n\n";
    for (const Command& command : kCommands) {
        out << command.help;
    }
}

}  // namespace

int run_command(std::span<const std::string> words, const Output& output) {
    if (words.empty() || words[0] == "--help" || words[0] == "help") {
        print_help(output.out);
        return 0;
    }
    std::vector<std::string_view> names;
    for (const Command& command : kCommands) {
        if (command.name == words[0]) {
            return command.run(words.subspan(1), output);
        }
        names.push_back(command.name);
    }
    const std::string_view near = nearest_name(words[0], names);
    throw Error(
        ErrorCode::Usage,
        "unknown command '" + printable_line(words[0]) + "'",
        near.empty() ? "see dateline-train --help" : "did you mean '" + std::string(near) + "'?");
}

}  // namespace dateline::train
