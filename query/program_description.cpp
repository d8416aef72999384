// What --help and dateline-query(1) say beside the option table.
#include "common/base/error.hpp"
#include "common/manual/help.hpp"
#include "common/manual/man_page.hpp"
#include "common/schema/fields.hpp"
#include "query/answer_writer.hpp"
#include "query/documents.hpp"
#include "query/option_table.hpp"
#include "query/option_values.hpp"
#include "query/render/output.hpp"
#include "query/syntax_tables.hpp"

namespace dateline::query {
namespace {

constexpr std::size_t kOperatorColumn = 28;
constexpr std::size_t kFieldColumn = 30;

std::vector<manual::Option> described_options() {
    std::vector<manual::Option> options;
    for (const OptionRow& row : option_table()) {
        options.push_back({row.group,
                           row.name,
                           row.letter,
                           row.argument,
                           row.help,
                           option_choices(row.name),
                           takes_list(row.name),
                           may_be_repeated(row.name)});
    }
    return options;
}

std::vector<manual::Item> statuses() {
    const auto of = [](ErrorCode code) { return std::to_string(exit_status(code)); };
    return {
        {std::to_string(kSomeHit),
         "at least one article matches; of a batch: every query was answered; with --since-rev and "
         "--state also if nothing is new"},
        {std::to_string(kNoHit), "the query was understood, but nothing matches"},
        {of(ErrorCode::Usage), "the command line or the query cannot be understood"},
        {of(ErrorCode::InputUnreadable), "the batch or the state file cannot be read"},
        {of(ErrorCode::IndexMissing), "the index is missing, damaged, or of another version"},
        {of(ErrorCode::IndexLocked), "another run is using the state file"},
        {of(ErrorCode::Partial), "incomplete: some queries of a batch failed, or time was up"},
        {of(ErrorCode::Unwritable), "the output or the state file cannot be written"},
        {of(ErrorCode::Internal), "a bug in the program"},
        {std::to_string(render::kBrokenPipeStatus), "the reader of the output went away"},
    };
}

std::vector<manual::Example> examples() {
    return {
        {"dateline-query -i archive.idx 'title:summit person:putin -place:budapest'",
         "a word of the headline, a person, and not a place"},
        {"dateline-query -i archive.idx --sort date '(oil OR gas) after:2025-08'",
         "one of two words since August 2025, newest first"},
        {"dateline-query -i archive.idx 'said:(ceasefire speaker:putin)'",
         "what a person says about something, in quoted speech"},
        {"dateline-query -i archive.idx --limit 0 --facet person:10,date.month sanctions",
         "no articles, but the ten people named most, and articles by month"},
        {"dateline-query -i archive.idx --limit 0 --pairs person,place:20 summit",
         "who is named with which place"},
        {"dateline-query -i archive.idx --limit 0 --timeline date.week --compare gas oil",
         "articles on two subjects week by week, side by side"},
        {"dateline-query -i archive.idx --show @68c53076556a2298",
         "a whole article, by the id that hits show"},
        {"dateline-query -i archive.idx --json sanctions | jq -r '.hits[].title'",
         "for a program to read"},
        {"dateline-query -i archive.idx --ids --all 'source:\"Example Wire\"' > ids.txt",
         "the ids of all articles of one source"},
        {"dateline-query -i archive.idx --batch watch.tsv --state seen --format hits",
         "what is new for each query of a file since the last run, for a cron job"},
        {"dateline-query -i archive.idx --explain 'rates -(oil OR gas)'", "how the query was read"},
    };
}

std::vector<manual::Part> description() {
    return {
        {"",
         "QUERY is in the language of dateline-syntax(7); quote it for the shell. Words side by "
         "side "
         "must all match. The first lines of an answer say how the query was read and whom its "
         "names stand for. A query that could be read in two ways is refused, with what to write "
         "instead. A query that begins with a dash needs `--` before it.",
         {}},
        {"",
         "Where nothing matches, standard error says what each clause finds, which clauses find "
         "nothing together, and which queries close to it find something; `--relax` answers the "
         "first of these.",
         {}},
        {"",
         "Standard output holds data only; messages go to standard error. The same question to "
         "the same index gives the same bytes, whatever the number of threads. JSON follows the "
         "schemas in share/dateline/schemas; keys are only added within a version.",
         {}},
        {"Counting",
         "Facets, pairs and timelines count over all matches, not only over those that are "
         "printed; `--limit 0` leaves the articles out. Every value comes with the query that "
         "finds "
         "just its articles. A facet, a pair or a timeline is one of the names that "
         "`--completion` offers; an unknown name lists them.",
         {}},
        {"Batches",
         "`--batch` reads a query a line, with ids if wanted, and answers in order, each answer as "
         "soon as it is known. What is wrong with one query stands in its place, and the batch "
         "goes "
         "on. A JSON line may have the options of its query as keys: "
         "`{\"id\":\"q8\",\"query\":\"oil\","
         "\"limit\":0,\"facet\":[\"person:10\"]}`.",
         {}},
        {"Alerts",
         "With `--state` only articles are printed that are new or updated since the last run with "
         "the same file, which is replaced when all output is written: a run that fails loses "
         "nothing. The first run prints every match.",
         {}},
    };
}

std::string operators_text() {
    std::string out = "\nQueries:\n";
    for (const SyntaxRow& row : operator_table()) {
        out += manual::help_entry(row.write, 2, kOperatorColumn, row.finds);
    }
    return out +
           manual::help_paragraph(
               "Operators are written in capitals. A query that begins with a dash needs '--' "
               "before it.");
}

std::string fields_text() {
    std::string out = "\nFields:\n";
    for (const schema::Field& field : schema::fields()) {
        out += manual::help_entry(field.example, 2, kFieldColumn, field.help);
    }
    return out;
}

}  // namespace

manual::Program described_program() {
    manual::Program program;
    program.name = "dateline-query";
    program.version = DATELINE_VERSION;
    program.purpose = "search an archive of news articles";
    program.synopsis = {"[OPTIONS] [--] QUERY",
                        "[OPTIONS] --batch FILE",
                        "[OPTIONS] --show @ID...",
                        "[OPTIONS] --save NAME QUERY",
                        "[OPTIONS]"};
    program.summary =
        "Searches an index that dateline-index made, and prints the articles that match, best "
        "first. Without a query, on a terminal, it is a prompt: see :help there.";
    program.first_example = {
        "dateline-query -i archive.idx '\"central bank\" rates person:powell date:2025'",
        "a phrase, a word in any form, a person, and a year; all of them must match"};
    program.description = description();
    program.options = described_options();
    program.examples = examples();
    program.statuses = statuses();
    program.environment = {
        {"DATELINE_INDEX", "the index where `-i` names none"},
        {"DATELINE_PAGER, PAGER",
         "the command that shows what is higher than the terminal; `cat`, or nothing: none [less]"},
        {"LESS, LV", "set to `FRX` and `-c` for the pager, unless they are set"},
        {"NO_COLOR", "if it is set and not empty, `--color auto` uses no colours"},
        {"LC_ALL, LC_CTYPE, LANG", "the first that is set says whether bars are drawn in UTF-8"},
    };
    program.files = {
        {"DIR/queries.conf", "the saved queries of the index DIR"},
        {"share/dateline/schemas/*.json", "JSON schemas of all that is printed as JSON"},
    };
    program.see_also = {"dateline-syntax(7)", "dateline-index(1)"};
    return program;
}

std::string help_text() {
    const manual::Program program = described_program();
    return manual::help_head(program) + manual::help_options(program) + operators_text() +
           fields_text() + manual::help_examples(program) + manual::help_tail(program);
}

std::string version_text() {
    return "dateline-query " DATELINE_VERSION " (index schema " +
           std::to_string(schema::kSchemaVersion) + ")\n";
}

std::string manual_page(ManualPage page) {
    switch (page) {
        case ManualPage::Query:
            return manual::man_page(described_program());
        case ManualPage::Syntax:
            return syntax_page();
    }
    return {};
}

}  // namespace dateline::query
