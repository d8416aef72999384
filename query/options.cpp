// Reads the command line: words with Boost.Program_options, then their meaning.
#include "query/options.hpp"

#include "common/schema/fields.hpp"
#include "query/command_line.hpp"
#include "query/option_rules.hpp"
#include "query/option_table.hpp"
#include "query/option_values.hpp"
#include "query/parse/suggest.hpp"
#include "query/timeline_options.hpp"
#include "query/usage.hpp"

#include <boost/program_options.hpp>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace dateline::query {
namespace {

namespace po = boost::program_options;

/// Options for one query: with them one must be given.
constexpr std::array<std::string_view, 8> kNotAtPrompt = {
    "all", "count", "cursor", "null", "offset", "since-rev", "state", "svg"};

constexpr const char* kHelpHint = "see 'dateline-query --help'";

const OptionRow* find_row(std::string_view name, char letter) {
    for (const OptionRow& row : option_table()) {
        if (row.name == name || (letter != '\0' && row.letter == letter)) {
            return &row;
        }
    }
    return nullptr;
}

/// Whether `word`, which begins with a dash and is no value of the word before it, is meant as a
/// query: `-person:putin`, `-"oil price"`, `--title:x`.
bool is_query_with_dash(std::string_view word) {
    if (!looks_like_query(word)) {
        return false;
    }
    if (word.starts_with("--")) {
        return find_row(word.substr(2, word.find('=') - 2), '\0') == nullptr;
    }
    const OptionRow* const row = find_row({}, word[1]);
    if (row == nullptr || row->argument.empty() ||
        schema::find_field(word.substr(1, word.find(':') - 1)) != nullptr) {
        return true;
    }
    // A value right behind its letter is a path; paths with blanks or colons begin like this.
    return std::string_view("/.~").find(word.size() > 2 ? word[2] : '\0') == std::string_view::npos;
}

/// What stands for a value that was left out, behind `=`: Boost would take the next word for it.
constexpr std::string_view kLeftOut = "\x1f";

/// The option row of `word`, if it is the name of an option and nothing else.
const OptionRow* row_named(std::string_view word) {
    return word.starts_with("--") ? find_row(word.substr(2), '\0')
           : word.size() == 2     ? find_row({}, word[1])
                                  : nullptr;
}

/// `arguments` with kLeftOut for the values that are left out.
///
/// @throws Error (Usage) for a query that looks like an option.
std::vector<std::string> checked_words(std::vector<std::string> arguments) {
    bool is_value = false;
    for (std::string& word : arguments) {
        if (word == "--") {
            break;
        }
        if (std::exchange(is_value, false) || word.size() < 2 || word[0] != '-') {
            continue;
        }
        if (is_query_with_dash(word)) {
            fail_usage("'" + word + "' is no option", kQueryHint);
        }
        const OptionRow* const row = row_named(word);
        is_value = row != nullptr && row->takes_next_word();
        if (row != nullptr && row->has_optional_argument()) {
            word += "=" + std::string(kLeftOut);
        }
    }
    return arguments;
}

[[noreturn]] void fail_unknown_option(const std::string& given) {
    const std::string message = "there is no option '" + given + "'";
    if (!given.starts_with("--")) {
        fail_usage(
            message,
            "if it is part of the query, put '--' before the query; " + std::string(kHelpHint));
    }
    std::vector<std::string_view> names;
    for (const OptionRow& row : option_table()) {
        names.push_back(row.name);
    }
    const auto near = parse::nearest(std::string_view(given).substr(2), names);
    fail_usage(message, near ? "did you mean '--" + std::string(*near) + "'?" : kHelpHint);
}

po::options_description described_options() {
    po::options_description described;
    for (const OptionRow& row : option_table()) {
        const std::string spec =
            std::string(row.name) + (row.letter != '\0' ? std::string(",") + row.letter : "");
        if (row.argument.empty()) {
            described.add_options()(spec.c_str(), "");
        } else {
            described.add_options()(spec.c_str(), po::value<std::string>(), "");
        }
    }
    return described;
}

/// The words of `arguments`, sorted by Boost without its guessing of shortened names.
po::parsed_options sorted_words(const std::vector<std::string>& arguments,
                                const po::options_description& described) {
    namespace styles = po::command_line_style;
    const int style = styles::unix_style & ~static_cast<int>(styles::allow_guessing);
    try {
        return po::basic_command_line_parser<char>(arguments).options(described).style(style).run();
    } catch (const po::unknown_option& error) {
        fail_unknown_option(error.get_option_name());
    } catch (const po::error& error) {
        fail_usage(error.what(), kHelpHint);
    }
}

/// The one positional word, or a failure that says how to give one.
std::string read_query(const CommandLine& line) {
    if (line.positional.empty()) {
        fail_usage("no query given", kHelpHint);
    }
    if (line.positional.size() > 1) {
        std::string whole;
        for (const std::string& word : line.positional) {
            whole += (whole.empty() ? "" : " ") + word;
        }
        fail_usage("more than one query given: '" + line.positional[0] + "' and '" +
                       line.positional[1] + "'",
                   "quote the query: '" + whole + "'");
    }
    return line.positional.front();
}

std::vector<std::filesystem::path> read_indexes(const CommandLine& line,
                                                const Environment& environment) {
    std::vector<std::string> given = {environment.index.value_or("")};
    if (line.has("index")) {
        given = line.options.find("index")->second;
    }
    std::vector<std::filesystem::path> indexes;
    for (const std::string& index : given) {
        if (index.empty()) {
            fail_usage("no index given", "name it with --index DIR, or set DATELINE_INDEX");
        }
        indexes.emplace_back(index);
    }
    for (const std::string_view option : {"state", "since-rev", "save", "saved", "unsave"}) {
        if (indexes.size() > 1 && line.has(option)) {
            fail_usage("--" + std::string(option) + " works with one index only");
        }
    }
    return indexes;
}

std::vector<std::string> read_shown_ids(const CommandLine& line) {
    std::vector<std::string> ids = line.options.find("show")->second;
    for (const std::string& word : line.positional) {
        if (!word.starts_with('@')) {  // `--show @ID @ID` names several
            fail_usage("--show cannot be combined with a query", "leave out '" + word + "'");
        }
        ids.push_back(word);
    }
    for (std::string& id : ids) {
        id.erase(0, id.starts_with('@') ? 1 : 0);
        if (id.empty()) {
            fail_usage("--show needs the id of an article",
                       "hits show it, as in --show @0123456789abcdef");
        }
    }
    return ids;
}

std::string read_facets(const CommandLine& line) {
    std::string list;
    if (const auto given = line.options.find("facet"); given != line.options.end()) {
        for (const std::string& part : given->second) {
            list += (list.empty() ? "" : ",") + part;
        }
        if (list.empty()) {
            fail_usage("--facet needs the name of a field", "as in --facet person:10,date.month");
        }
    }
    return list;
}

std::vector<std::string> read_pairs(const CommandLine& line) {
    const auto given = line.options.find("pairs");
    return given == line.options.end() ? std::vector<std::string>() : given->second;
}

/// Reads what belongs to a batch. @return whether there is one.
bool read_batch(const CommandLine& line, Options& options) {
    options.batch_form = read_batch_form(line);
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    options.jobs = read_number(line, "jobs", std::min(cores, kMaxJobs), {1, kMaxJobs});
    if (!line.has("batch")) {
        return false;
    }
    options.batch = *line.value("batch");
    if (!line.positional.empty()) {
        fail_usage("--batch cannot be combined with a query",
                   "leave out '" + line.positional.front() + "', or add it to the batch");
    }
    if (options.batch.empty()) {
        fail_usage("--batch needs the name of a file", "or - for standard input");
    }
    return true;
}

/// Whether to say why nothing matches. It takes several searches: the queries of a batch, of which
/// there may be thousands, are diagnosed only if they are to be explained.
bool wants_diagnosis(const CommandLine& line, render::Format format) {
    const bool is_json = render::is_json(format);
    return !line.has("count") && (line.has("batch") ? is_json && line.has("explain")
                                                    : is_json || format == render::Format::Text);
}

/// Whether queries are to be typed: none is given, and no option asks for one answer in a form that
/// a prompt does not have.
bool asks_for_prompt(const CommandLine& line, const ChosenFormat& chosen) {
    const bool is_text = chosen.format == render::Format::Text;
    return line.positional.empty() && is_text &&
           std::none_of(kNotAtPrompt.begin(), kNotAtPrompt.end(), [&](std::string_view option) {
               return line.has(option);
           });
}

}  // namespace

Question read_question(const CommandLine& line, render::Format format) {
    Question question;
    question.match_any = read_match_any(line);
    question.limit = format == render::Format::Trec ? kTrecLimit : question.limit;
    question.limit =
        read_number(line, "limit", question.limit, {0, kMaxLimit}, "--all prints every hit");
    question.offset = read_number(line, "offset", question.offset, {0, kMaxOffset});
    question.all = line.has("all");
    question.count_only = line.has("count");
    question.explain = read_explanation(line);
    question.diagnose = wants_diagnosis(line, format);
    question.relax = line.has("relax");
    question.lenient = line.has("lenient");
    question.sort = read_sort(line);
    question.feedback = line.has("feedback");
    question.half_life = read_half_life(line);
    question.facets = read_facets(line);
    if (line.has("since-rev")) {
        question.since = read_number(line, "since-rev", 0, {0, kMaxRevision});
    }
    question.timeout = read_timeout(line);
    if (line.has("cursor")) {
        question.cursor = read_cursor(*line.value("cursor"));
        if (!question.cursor) {
            fail_usage("'" + *line.value("cursor") + "' is no cursor",
                       "cursors are in the JSON of an answer, as next.cursor");
        }
    }
    // Alerts that are cut off at a limit nobody asked for would be lost: they are not new again.
    question.all =
        question.all ||
        ((line.has("state") || line.has("since-rev") || line.has("export")) && !line.has("limit"));
    question.facet_options = read_facet_options(line);
    question.pairs = read_pairs(line);
    question.pair_options = read_pair_options(line);
    question.zone = read_zone(line);
    question.timeline = read_timeline(line);
    question.compare = read_compared(line);
    return question;
}

std::optional<std::string> CommandLine::value(std::string_view name) const {
    const auto found = options.find(name);
    return found == options.end() ? std::nullopt : std::optional(found->second.front());
}

bool looks_like_query(std::string_view text) noexcept {
    return text.find_first_of(": ") != std::string_view::npos;
}

CommandLine read_command_line(const std::vector<std::string>& arguments) {
    const po::options_description described = described_options();
    CommandLine line;
    for (const auto& option : sorted_words(checked_words(arguments), described).options) {
        if (option.position_key >= 0) {
            line.positional.insert(line.positional.end(), option.value.begin(), option.value.end());
            continue;
        }
        std::vector<std::string>& values = line.options[option.string_key];
        if (!values.empty() && !may_be_repeated(option.string_key)) {
            fail_usage("--" + option.string_key + " is given twice");
        }
        const bool has_value = !option.value.empty() && option.value.front() != kLeftOut;
        values.push_back(has_value ? option.value.front() : std::string());
    }
    return line;
}

Options parse_options(const std::vector<std::string>& arguments, const Environment& environment) {
    const CommandLine line = read_command_line(arguments);
    Options options;
    options.pager = !line.has("no-pager");
    if (line.has("help") || line.has("version")) {
        options.task = line.has("help") ? Task::Help : Task::Version;
        return options;
    }
    if (line.has("man") || line.has("completion")) {
        const std::string option = line.has("man") ? "--man" : "--completion";
        if (!line.positional.empty()) {
            fail_usage(option + " takes no query, such as '" + line.positional.front() + "'",
                       line.has("man") ? "a page is named behind '=', as in --man=syntax" : "");
        }
        options.task = line.has("man") ? Task::Manual : Task::Completion;
        options.page = read_manual_page(line);
        options.shell = read_shell(line);
        return options;
    }
    const ChosenFormat chosen = read_format(line);
    options.format = chosen.format;
    options.question = read_question(line, options.format);
    options.color = read_color(line);
    options.svg = read_svg(line);
    options.nul_separated = line.has("null");
    options.safe_cells = line.has("safe-cells");
    options.timing = line.has("timing");
    options.hit_template = line.value("template").value_or("");
    read_format_version(line);
    options.state = line.value("state").value_or("");
    if (line.has("state") && options.state.empty()) {
        fail_usage("--state needs the name of a file");
    }
    check_combinations(line, chosen, options.question.limit);
    if (line.has("show")) {
        options.task = Task::Show;
        options.show = read_shown_ids(line);
    } else if (line.has("saved") || line.has("unsave")) {
        options.task = line.has("saved") ? Task::ListSaved : Task::Unsave;
        options.saved_name = line.value("unsave").value_or("");
        if (!line.positional.empty()) {
            fail_usage("--" + std::string(line.has("saved") ? "saved" : "unsave") +
                           " cannot be combined with a query",
                       "leave out '" + line.positional.front() + "'");
        }
    } else if (line.has("save")) {
        options.task = Task::Save;
        options.saved_name = *line.value("save");
        options.question.text = read_query(line);
    } else if (read_batch(line, options)) {
        options.task = Task::Batch;
        options.given = line;
    } else if (environment.interactive && asks_for_prompt(line, chosen)) {
        options.task = Task::Prompt;
        options.given = line;
    } else {
        options.question.text = read_query(line);
    }
    options.indexes = read_indexes(line, environment);
    return options;
}

}  // namespace dateline::query
