// Boost.Program_options splits the command line; every value is then checked by our own functions,
// so that all complaints read alike.
#include "indexer/options.hpp"

#include "common/base/error.hpp"
#include "common/base/nearest_name.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "common/storage/manifest.hpp"
#include "indexer/run/index_run.hpp"
#include "indexer/source_settings.hpp"

#include <boost/program_options.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace dateline::indexer {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kLeastIdDigits = 4;
constexpr std::size_t kMostIdDigits = 16;
constexpr const char* kHelpHint = "see dateline-index --help";
constexpr const char* kPositional = "inputs";

[[noreturn]] void complain(const std::string& message, const std::string& hint = kHelpHint) {
    throw Error(ErrorCode::Usage, message, hint);
}

po::options_description boost_options() {
    po::options_description description;
    for (const OptionRow& row : option_table()) {
        std::string name(row.name);
        if (row.letter != '\0') {
            name += std::string(",") + row.letter;
        }
        if (row.argument.empty()) {
            description.add_options()(name.c_str(), po::bool_switch());
        } else {
            description.add_options()(name.c_str(), po::value<std::string>());
        }
    }
    description.add_options()(kPositional, po::value<std::vector<std::string>>());
    return description;
}

[[noreturn]] void complain_unknown(const std::string& written) {
    const std::size_t dashes = std::min(written.find_first_not_of('-'), written.size());
    const std::string word = written.substr(dashes, written.find('=') - dashes);
    std::vector<std::string_view> names;
    for (const OptionRow& row : option_table()) {
        names.push_back(row.name);
    }
    const std::string_view near = nearest_name(word, names);
    complain("unknown option '" + printable_line(written) + "'",
             near.empty() ? std::string(kHelpHint) + "; for a file of that name put ./ before it"
                          : "did you mean '--" + std::string(near) + "'?");
}

po::variables_map split(const std::vector<std::string>& arguments) {
    const po::options_description description = boost_options();
    po::positional_options_description positional;
    positional.add(kPositional, -1);
    po::variables_map values;
    try {
        using namespace po::command_line_style;
        // Guessing from the first letters would make every new option break somebody's script.
        po::store(po::command_line_parser(arguments)
                      .options(description)
                      .positional(positional)
                      .style(unix_style & ~allow_guessing)
                      .run(),
                  values);
    } catch (const po::unknown_option& error) {
        complain_unknown(error.get_option_name());
    } catch (const po::multiple_occurrences& error) {
        complain("the option '" + error.get_option_name() + "' stands more than once",
                 "give it once");
    } catch (const po::error& error) {
        complain(printable_line(error.what()));
    }
    return values;
}

/// The values by name, with the questions that the rest of this file asks.
class Values {
public:
    explicit Values(po::variables_map values) : values_(std::move(values)) {}

    /// Whether the switch or option is on the command line.
    [[nodiscard]] bool has(std::string_view name) const {
        const po::variable_value& value = values_[std::string(name)];
        return option_row(name).argument.empty() ? value.as<bool>() : !value.empty();
    }

    /// The value of an option that is there. @throws Error (Usage) if it is empty or an option
    /// itself.
    [[nodiscard]] std::string text(std::string_view name) const {
        std::string value = values_[std::string(name)].as<std::string>();
        if (value.empty()) {
            complain("--" + std::string(name) + " needs a value");
        }
        if (value.starts_with("--")) {
            complain("--" + std::string(name) + " needs a value, but '" + printable_line(value) +
                         "' looks like an option",
                     "for a file of that name put ./ before it");
        }
        return value;
    }

    [[nodiscard]] std::string text_or_empty(std::string_view name) const {
        return has(name) ? text(name) : std::string();
    }

    [[nodiscard]] std::uint64_t number(std::string_view name,
                                       std::uint64_t least,
                                       std::uint64_t most,
                                       std::uint64_t otherwise) const {
        return has(name) ? parse_number(name, text(name), least, most) : otherwise;
    }

    [[nodiscard]] std::vector<std::string> positional() const {
        const po::variable_value& value = values_[kPositional];
        return value.empty() ? std::vector<std::string>() : value.as<std::vector<std::string>>();
    }

private:
    po::variables_map values_;
};

/// Whether `mode` is about the program alone, so that nothing else on the command line counts.
bool prints_itself(Mode mode) {
    return mode == Mode::Help || mode == Mode::Manual || mode == Mode::Completion ||
           mode == Mode::Version;
}

Mode choose_mode(const Values& values) {
    constexpr std::array<Mode, 13> kModes = {Mode::Help,
                                             Mode::Manual,
                                             Mode::Completion,
                                             Mode::Version,
                                             Mode::DryRun,
                                             Mode::Sniff,
                                             Mode::Remove,
                                             Mode::Restore,
                                             Mode::Verify,
                                             Mode::Stats,
                                             Mode::EntitiesReport,
                                             Mode::Compact,
                                             Mode::Export};
    Mode chosen = Mode::Index;
    for (const Mode mode : kModes) {
        if (!values.has(mode_option(mode))) {
            continue;
        }
        if (prints_itself(mode)) {
            return mode;
        }
        if (chosen != Mode::Index) {
            complain("--" + std::string(mode_option(chosen)) + " and --" +
                         std::string(mode_option(mode)) + " are two different modes",
                     "run the command once for each");
        }
        chosen = mode;
    }
    return chosen;
}

/// What to do about an option that does not go with `mode`.
std::string hint_for_mode(std::string_view option, Mode mode) {
    if (option == "jsonl") {
        return mode == Mode::Sniff ? "say --json" : "add --dry-run";
    }
    return kHelpHint;
}

/// Refuses options that would do nothing.
void check_options_fit(const Values& values, Mode mode) {
    const std::string mode_name =
        mode == Mode::Index ? std::string("indexing") : "--" + std::string(mode_option(mode));
    for (const OptionRow& row : option_table()) {
        if (values.has(row.name) && (row.modes & mode_bit(mode)) == 0) {
            complain("--" + std::string(row.name) + " does not go with " + mode_name,
                     hint_for_mode(row.name, mode));
        }
    }
    if (values.has("sync-max") && !values.has("sync")) {
        complain("--sync-max needs --sync");
    }
}

source::SourceOptions source_options(const Values& values) {
    source::SourceOptions source;
    for (const std::string_view name : source_setting_names()) {
        if (values.has(name)) {
            set_source_setting(source, name, values.text(name));
        }
    }
    source::Limits& limits = source.limits;
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    if (values.has("max-article")) {
        limits.article_bytes = parse_size("max-article", values.text("max-article"));
    }
    if (values.has("max-bytes")) {
        limits.member_bytes = parse_size("max-bytes", values.text("max-bytes"));
    }
    limits.ratio = values.number("max-ratio", 1, kMost, limits.ratio);
    limits.members = values.number("max-members", 1, kMost, limits.members);
    limits.archive_depth = static_cast<std::uint32_t>(
        values.number("max-depth", 0, kMostArchiveDepth, limits.archive_depth));
    return source;
}

void set_run_options(const Values& values, unsigned cores, Options& options) {
    options.threads = static_cast<unsigned>(values.number("threads", 1, kMostThreads, cores));
    options.shards = static_cast<std::uint32_t>(values.number(
        "shards", 1, storage::kMaxShards, std::min(options.threads, kMostDefaultShards)));
    options.shards_given = values.has("shards");
    if (values.has("memory")) {
        options.memory_bytes = parse_size("memory", values.text("memory"));
    }
    if (options.memory_bytes < run::kMinMemoryBytes) {
        complain("--memory: '" + printable_line(values.text("memory")) + "' is too little",
                 "give at least " + std::to_string(run::kMinMemoryBytes >> 20U) + "M");
    }
    options.wait = std::chrono::seconds(values.number("wait", 0, kMostWaitSeconds, 0));
    if (values.has("sync-max")) {
        options.sync_max = parse_percent("sync-max", values.text("sync-max"));
    }
    if (values.has("max-rejects")) {
        options.max_rejects = parse_reject_limit("max-rejects", values.text("max-rejects"));
    }
    if (values.has("entities")) {
        options.entities = parse_switch("entities", values.text("entities"));
    }
    options.entities_file = values.text_or_empty("entities-file");
    if (values.has("limit")) {
        options.limit = values.number("limit", 1, std::numeric_limits<std::uint32_t>::max(), 1);
    }
    options.create = !values.has("no-create");
    options.compact = !values.has("no-compact");
    options.sync = values.has("sync");
    options.jsonl = values.has("jsonl");
    options.fail_fast = values.has("fail-fast");
    options.json = values.has("json");
    options.quiet = values.has("quiet");
    options.nul_separated = values.has("null");
    options.quarantine = values.text_or_empty("quarantine");
    options.summary = values.text_or_empty("summary");
}

void set_ids(std::vector<std::string> words, Options& options) {
    if (words.empty()) {
        complain("no article is named",
                 "give ids such as @a1b2c3d4e5f60718, or - to read them from standard input");
    }
    for (const std::string& word : words) {
        if (word == "-") {
            options.ids_from_stdin = true;
        } else if (!word.starts_with('@')) {
            complain("'" + printable_line(word) + "' is not an article id",
                     "ids start with @; to index a file, leave out --" +
                         std::string(mode_option(options.mode)));
        } else {
            options.ids.push_back(parse_id(word));
        }
    }
    if (options.nul_separated && !options.ids_from_stdin) {
        complain("--null (-0) needs - to read ids from standard input");
    }
}

void set_positional(const Values& values, Options& options) {
    std::vector<std::string> words = values.positional();
    switch (options.mode) {
        case Mode::Index:
        case Mode::DryRun:
        case Mode::Sniff:
            if (words.empty() && (options.mode != Mode::Index || options.entities_file.empty())) {
                complain("no input is named",
                         "name files or folders to read, or - for standard input");
            }
            if (std::count(words.begin(), words.end(), "-") > 1) {
                complain("standard input (-) is named more than once", "it can be read once only");
            }
            options.inputs = std::move(words);
            break;
        case Mode::Remove:
        case Mode::Restore:
            set_ids(std::move(words), options);
            break;
        case Mode::Verify:
        case Mode::Stats:
        case Mode::EntitiesReport:
        case Mode::Compact:
        case Mode::Export:
        case Mode::Help:
        case Mode::Manual:
        case Mode::Completion:
        case Mode::Version:
            if (!words.empty()) {
                complain("--" + std::string(mode_option(options.mode)) + " takes no input, but '" +
                         printable_line(words.front()) + "' is named");
            }
            break;
    }
}

void set_index(const Values& values, const std::string& index_variable, Options& options) {
    options.index = values.has("index") ? values.text("index") : index_variable;
    const bool needed =
        (options.mode != Mode::DryRun && options.mode != Mode::Sniff) || options.sync;
    if (options.index.empty() && needed) {
        complain("no index is named",
                 "give its folder with -i DIR, or set the environment variable DATELINE_INDEX");
    }
    if (options.sync && options.inputs.empty()) {
        complain("--sync needs a file or folder to look below");
    }
    if (options.sync && options.inputs == std::vector<std::string>{"-"}) {
        complain("--sync needs a file or folder to look below",
                 "standard input alone says nothing of what is gone");
    }
    if (options.jsonl && options.summary == "-") {
        complain("--jsonl and --summary - would both write to standard output",
                 "write the summary to a file");
    }
}

}  // namespace

std::string parse_id(std::string_view text) {
    const std::string id = ascii_lower(text.starts_with('@') ? text.substr(1) : text);
    const bool digits = id.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!digits || id.size() < kLeastIdDigits || id.size() > kMostIdDigits) {
        complain("'" + printable_line(text) + "' is not an article id",
                 "an id is @ and " + std::to_string(kLeastIdDigits) + " to " +
                     std::to_string(kMostIdDigits) +
                     " hexadecimal digits, as dateline-query prints it");
    }
    return id;
}

Options parse_options(const std::vector<std::string>& arguments,
                      const std::string& index_variable,
                      unsigned cores) {
    const Values values(split(arguments));
    Options options;
    options.mode = choose_mode(values);
    if (options.mode == Mode::Completion) {
        options.shell = parse_shell("completion", values.text("completion"));
    }
    if (prints_itself(options.mode)) {
        return options;
    }
    check_options_fit(values, options.mode);
    options.source = source_options(values);
    for (const std::string_view name : source_setting_names()) {
        if (values.has(name)) {
            options.given_settings.emplace(name);
        }
    }
    options.project = values.text_or_empty("project");
    set_run_options(values, cores, options);
    set_positional(values, options);
    set_index(values, index_variable, options);
    return options;
}

}  // namespace dateline::indexer
