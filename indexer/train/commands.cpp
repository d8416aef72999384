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
        "tagger",
        "  tagger --out FILE [OPTION VALUE]... CORPUS[=COPIES]...\n"
        "      Trains the tagger of people, places and organisations, and writes FILE and\n"
        "      FILE.manifest.json. Of each text COPIES - 1 more are made, with other names.\n"
        "      A CORPUS is a *.bio file, MEANTIME's archive, or a folder of annotated articles\n"
        "      (articles and documents for testing are left out); compressed or not.\n"
        "      --epochs N --seed N --rate X --shrink X --least-count N --folds N\n"
        "      --gazetteer FILE   classes of names as features (default: the installed one)\n"
        "      --person-names FILE, --place-names FILE   tables of names for the copies\n",
        train_tagger_command},
    Command{"score-tagger",
            "  score-tagger --model FILE [OPTION VALUE]... CORPUS...\n"
            "      Prints precision, recall and F1 of exact names in each CORPUS, and the speed.\n"
            "      --set train|test|all   of annotated articles and MEANTIME (default: test)\n"
            "      --errors N   lists the first N names that are wrong or missing\n"
            "      --gazetteer FILE   the one that the model was trained with\n",
            score_tagger_command},
    Command{
        "score-dates",
        "  score-dates [OPTION VALUE]... CORPUS...\n"
        "      Prints F1 of the dates found in each CORPUS: exact spans, spans that overlap, and\n"
        "      those with the right value, as TempEval-3 counted. A CORPUS is a folder of\n"
        "      annotated articles, MEANTIME's archive or TimeML (*.tml); compressed or not.\n"
        "      --set train|test|all   of annotated articles and MEANTIME (default: test)\n"
        "      --errors N   lists the first N dates that are wrong or missing\n",
        score_dates_command},
    Command{
        "score-places",
        "  score-places [OPTION VALUE]... CORPUS...\n"
        "      Prints how many marked names of places get the right place. A CORPUS is GeoVirus\n"
        "      (GeoVirus.xml) or a folder of annotated articles; compressed or not.\n"
        "      --set train|test|all   of GeoVirus every other article (default: all)\n"
        "      --errors N   lists the first N wrong places with their candidates\n"
        "      --gazetteer FILE\n",
        score_places_command},
    Command{
        "score-people",
        "  score-people [OPTION VALUE]... CORPUS...\n"
        "      Prints how many single names of people with a full name in the text were joined\n"
        "      to it rightly, and precision, recall and F1 of the people and organisations of\n"
        "      each text as a set. A CORPUS is GUM's archive, MEANTIME's, or a folder of\n"
        "      annotated articles.\n"
        "      --set train|test|all   of annotated articles and MEANTIME (default: test)\n"
        "      --model FILE   joins what this tagger finds, not what is marked\n"
        "      --errors N     lists the first N misses\n"
        "      --gazetteer FILE   as for tagger\n",
        score_people_command},
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
