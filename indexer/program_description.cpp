// What --help and dateline-index(1) say beside the option table.
#include "common/base/error.hpp"
#include "common/gazetteer/gazetteer.hpp"
#include "common/manual/help.hpp"
#include "common/manual/man_page.hpp"
#include "indexer/analysis/tagger.hpp"
#include "indexer/documents.hpp"
#include "indexer/option_table.hpp"
#include "indexer/source/reader.hpp"
#include "indexer/source_settings.hpp"

#include <csignal>

namespace dateline::indexer {
namespace {

constexpr std::size_t kFormatColumn = 14;

/// A shell reports a process that a signal ended as 128 and its number (POSIX, section 2.8.2).
constexpr int kSignalStatus = 128;

bool takes_list(const OptionRow& row) {
    return row.name == "date-source" || row.name == "map";
}

std::vector<std::string> choices_of(const OptionRow& row) {
    if (row.argument == "on|off") {
        return {"on", "off"};
    }
    std::vector<std::string> choices = source_setting_choices(row.name);
    if (row.name == "completion") {
        for (const auto& [name, shell] : manual::kShells) {
            choices.emplace_back(name);
        }
    }
    return choices;
}

std::vector<manual::Option> described_options() {
    std::vector<manual::Option> options;
    for (const OptionRow& row : option_table()) {
        options.push_back({row.group,
                           row.name,
                           row.letter,
                           row.argument,
                           row.help,
                           choices_of(row),
                           takes_list(row)});
    }
    return options;
}

std::vector<manual::Item> formats() {
    std::vector<manual::Item> items;
    for (const source::Reader* reader : source::readers()) {
        items.push_back({std::string(reader->name()), std::string(reader->help())});
    }
    return items;
}

std::vector<manual::Item> statuses() {
    const auto of = [](ErrorCode code) { return std::to_string(exit_status(code)); };
    return {
        {"0", "done"},
        {of(ErrorCode::Usage), "the command line is wrong"},
        {of(ErrorCode::InputUnreadable), "an input cannot be read; nothing was done"},
        {of(ErrorCode::IndexMissing), "the index is missing, damaged, or of another version"},
        {of(ErrorCode::IndexLocked), "another process is writing the index"},
        {of(ErrorCode::Partial),
         "more rejects than --max-rejects, --fail-fast or --sync-max allow, or an unknown id"},
        {of(ErrorCode::Unwritable),
         "the index or an output cannot be written; the last commit is intact"},
        {of(ErrorCode::Internal), "a bug in the program"},
        {std::to_string(kSignalStatus + SIGINT) + ", " + std::to_string(kSignalStatus + SIGTERM),
         "interrupted, terminated; what was read until then is in the index"},
    };
}

std::vector<manual::Example> examples() {
    return {
        {"dateline-index --sniff articles/", "what each file would be taken for, and why"},
        {"dateline-index --dry-run --jsonl articles/ | head -n 1",
         "the first article as it would be read; nothing is written"},
        {"dateline-index -i archive.idx --sync --max-rejects 1% articles/",
         "again, also taking out what is gone; fail if one in a hundred records is unreadable"},
        {"zcat wire.jsonl.gz | dateline-index -i archive.idx --input-format jsonl -",
         "from standard input"},
        {"dateline-index -i archive.idx --charset cp850 --date-order dmy \\\n"
         "    --path-pattern '{source}/{date:%Y/%m/%d}/*' --date-source path old/",
         "an archive that states its dates in its folders"},
        {"dateline-index -i archive.idx --entities-report --limit 100",
         "who and what is named most, with all spellings"},
        {"dateline-index -i archive.idx --remove @a1b2c3d4e5f60718",
         "take an article out, and keep it out"},
        {"dateline-index -i archive.idx --export | gzip > archive.jsonl.gz",
         "all articles as JSON lines, which dateline-index reads back"},
    };
}

std::vector<manual::Part> description() {
    return {
        {"",
         "Folders are read with all that is below them; `-` is standard input. Files may be "
         "compressed (gzip, bzip2, xz, zstd) or packed (zip, tar), also inside each other. An "
         "article that is already there and has not changed is left alone, a changed one is "
         "replaced.",
         {}},
        {"",
         "What cannot be read costs its record, never the run: the first few rejects are named, "
         "all "
         "are counted by reason, and `--quarantine` lists them.",
         {}},
        {"",
         "SIGINT and SIGTERM commit what was read and end the run. After a crash the index is what "
         "the last commit made it. One process writes at a time; searches go on meanwhile.",
         {}},
        {"Formats",
         "They are found by looking at the content; `--input-format` overrides.",
         formats()},
        {"Project file",
         "A file of settings for each path of a mixed folder: keys are the names of options, below "
         "`[path \"legacy/**\"]`; the later of two matching sections wins, and the command line "
         "wins "
         "over both. `skip = true` leaves a path out.",
         {}},
        {"Entities file",
         "Sections `[person \"Name\"]`, `[place \"Name\"]` and `[org \"Name\"]` with `alias`, "
         "`merge`, "
         "`separate` and `id`, and a section `[blocked]`. `--entities-report` gives the ids.",
         {}},
        {"Sizes", "Bytes, or a number with K, M, G or T behind it (1024, 1024 squared, ...).", {}},
    };
}

}  // namespace

manual::Program described_program() {
    manual::Program program;
    program.name = "dateline-index";
    program.version = DATELINE_VERSION;
    program.purpose = "make and keep an index of news articles";
    program.synopsis = {"-i DIR [OPTIONS] FILE|FOLDER|-...",
                        "-i DIR --remove|--restore @ID...|-",
                        "-i DIR --verify|--stats|--compact|--export"};
    program.summary =
        "Reads news articles into the index in folder DIR, which is made if it is missing.";
    program.first_example = {"dateline-index -i archive.idx articles/ more.jsonl.gz",
                             "all articles of a folder and of a file, in whatever format"};
    program.description = description();
    program.options = described_options();
    program.examples = examples();
    program.statuses = statuses();
    program.environment = {
        {"DATELINE_INDEX", "the index where `-i` names none"},
        {gazetteer::Gazetteer::kVariable,
         std::string("the file of places and names, in place of share/dateline/") +
             gazetteer::Gazetteer::kFileName},
        {analysis::Tagger::kVariable,
         std::string("the model that finds names in English, in place of share/dateline/") +
             analysis::Tagger::kFileName},
    };
    program.files = {
        {std::string(source::kProjectFileName),
         "in a folder that is read: never taken for an article; in the index: the project file"},
        {"DIR/entities.conf", "the entities file that is kept with the index DIR"},
        {"DIR/quarantine.jsonl", "every reject of the index's life, once"},
        {std::string("share/dateline/") + gazetteer::Gazetteer::kFileName,
         "places, people and organisations with their names"},
    };
    program.see_also = {"dateline-query(1)", "dateline-syntax(7)"};
    program.takes_paths = true;
    return program;
}

std::string help_text() {
    const manual::Program program = described_program();
    std::string text = manual::help_head(program) + manual::help_options(program) +
                       "\nSizes are bytes, or end in K, M, G or T (1024, 1024 squared, ...).\n"
                       "\nFormats:\n";
    for (const manual::Item& format : formats()) {
        text += manual::help_entry(format.term, 2, kFormatColumn, format.text);
    }
    return text + manual::help_examples(program) + manual::help_tail(program);
}

std::string version_text() {
    return "dateline-index " DATELINE_VERSION "\n";
}

std::string manual_page() {
    return manual::man_page(described_program());
}

std::optional<std::string> text_of_itself(const Options& options) {
    switch (options.mode) {
        case Mode::Help:
            return help_text();
        case Mode::Manual:
            return manual_page();
        case Mode::Completion:
            return manual::completion(described_program(), options.shell);
        case Mode::Version:
            return version_text();
        case Mode::Index:
        case Mode::DryRun:
        case Mode::Sniff:
        case Mode::Remove:
        case Mode::Restore:
        case Mode::Verify:
        case Mode::Stats:
        case Mode::EntitiesReport:
        case Mode::Compact:
        case Mode::Export:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace dateline::indexer
