// dateline-query: searches an index and prints what matches.
#include "common/base/error.hpp"
#include "common/base/standard_streams.hpp"
#include "common/base/utf8.hpp"
#include "query/options.hpp"
#include "query/prompt/history_file.hpp"
#include "query/prompt/pager.hpp"
#include "query/render/messages.hpp"
#include "query/render/terminal.hpp"
#include "query/run.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using namespace dateline;

/// The variable `name`, which may be empty.
std::optional<std::string> environment_variable(const char* name) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): there are no other threads yet
    const char* const value = std::getenv(name);
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

/// The variable `name`; one that is empty counts as not set.
std::optional<std::string> environment_value(const char* name) {
    const std::optional<std::string> value = environment_variable(name);
    return value && !value->empty() ? value : std::nullopt;
}

/// Whether text is to be in UTF-8, by the variables of POSIX (base definitions, section 8.2).
bool has_utf8_locale() {
    for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        if (const std::optional<std::string> value = environment_value(name)) {
            const std::string lower = ascii_lower(*value);
            return lower.find("utf-8") != std::string::npos ||
                   lower.find("utf8") != std::string::npos;
        }
    }
    return false;
}

query::Surroundings surroundings_of(const query::Options& options) {
    query::Surroundings surroundings;
    surroundings.now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const bool is_terminal = render::is_terminal(STDOUT_FILENO);
    surroundings.color = is_terminal && !environment_value("NO_COLOR").has_value();
    surroundings.columns = render::terminal_columns(STDOUT_FILENO);
    surroundings.rows = render::terminal_rows(STDOUT_FILENO);
    if (is_terminal) {
        surroundings.pager = query::pager_command({environment_variable("DATELINE_PAGER"),
                                                   environment_variable("PAGER"),
                                                   environment_value("TERM")});
    }
    surroundings.history =
        query::history_path(environment_value("XDG_STATE_HOME"), environment_value("HOME"));
    surroundings.utf8 = has_utf8_locale();
    surroundings.again = [&options] { return surroundings_of(options); };
    return surroundings;
}

int run_program(const std::vector<std::string>& arguments) {
    if (occupy_closed_streams().output) {
        throw Error(ErrorCode::Unwritable, "cannot write the output: standard output is closed");
    }
    const bool is_interactive =
        render::is_terminal(STDIN_FILENO) && render::is_terminal(STDOUT_FILENO);
    const query::Options options =
        query::parse_options(arguments, {environment_value("DATELINE_INDEX"), is_interactive});
    render::FileSink out_sink(STDOUT_FILENO, "the output");
    render::FileSink message_sink(STDERR_FILENO, "messages");
    render::Output out(out_sink);
    render::Output messages(message_sink);
    return query::run(options, surroundings_of(options), out, messages);
}

/// Prints `error` as far as that is possible, and gives the exit status.
int report(const Error& error) {
    const std::string text = render::error_message(error);
    // If even this fails, only the exit status is left to tell.
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
    return exit_status(error.code());
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run_program({argv + (argc > 0 ? 1 : 0), argv + argc});
    } catch (const render::OutputClosed&) {
        return render::kBrokenPipeStatus;
    } catch (const Error& error) {
        return report(error);
    } catch (const std::bad_alloc&) {
        return report(Error(ErrorCode::Internal, "out of memory"));
    } catch (const std::exception& error) {
        return report(Error(ErrorCode::Internal,
                            std::string("unexpected: ") + error.what(),
                            "this is a bug; please report it with the command line"));
    }
}
