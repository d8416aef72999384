// dateline-index: the process around the tool. Catches, prints, exits.
#include "common/base/error.hpp"
#include "common/base/standard_streams.hpp"
#include "indexer/tool.hpp"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using dateline::Error;
using dateline::ErrorCode;

std::atomic<int> asked_by_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free,
              "a signal handler may touch only lock-free atomics");

/// Asks the run to commit and end. A second signal of either kind ends the process at once.
void ask_to_end(int number) {
    asked_by_signal = number;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

/// SA_RESTART: an interrupted read or write of the index or its inputs must not look like a
/// failure.
void catch_signals() {
    struct sigaction action = {};
    action.sa_handler = ask_to_end;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM}) {
        struct sigaction inherited = {};
        // A shell starts background jobs with SIGINT ignored: leave it so.
        if (sigaction(number, nullptr, &inherited) == 0 && inherited.sa_handler != SIG_IGN) {
            sigaction(number, &action, nullptr);
        }
    }
}

int report(ErrorCode code, const std::string& message, const std::string& hint) {
    std::cerr << dateline::indexer::error_text(message, hint);
    return dateline::exit_status(code);
}

int run(const std::vector<std::string>& arguments) {
    namespace indexer = dateline::indexer;
    // Data that is to go to a closed one fails where it is written.
    static_cast<void>(dateline::occupy_closed_streams());
    const char* index = std::getenv("DATELINE_INDEX");
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const indexer::Options options =
        indexer::parse_options(arguments, index == nullptr ? "" : index, cores);
    if (options.mode == indexer::Mode::Help) {
        std::cout << indexer::help_text();
        indexer::finish_output(std::cout);
        return 0;
    }
    if (options.mode == indexer::Mode::Version) {
        std::cout << "dateline-index " << DATELINE_VERSION << '\n';
        indexer::finish_output(std::cout);
        return 0;
    }
    // Only indexing has something to finish; every other mode may be ended at any point.
    if (options.mode == indexer::Mode::Index) {
        catch_signals();
    }
    indexer::Surroundings surroundings{
        std::cin, std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1, [] {
            return asked_by_signal.load();
        }};
    return indexer::run_tool(options, surroundings);
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    try {
        return run(std::vector<std::string>(argv + 1, argv + argc));
    } catch (const Error& error) {
        return report(error.code(), error.what(), error.hint());
    } catch (const std::filesystem::filesystem_error& error) {
        return report(ErrorCode::Unwritable, error.what(), "check free disk space and permissions");
    } catch (const std::bad_alloc&) {
        return report(ErrorCode::Internal,
                      "out of memory",
                      "give a smaller --memory, fewer --threads or fewer --shards");
    } catch (const std::exception& error) {
        return report(ErrorCode::Internal,
                      std::string("unexpected failure: ") + error.what(),
                      "please report this as a bug");
    }
}
