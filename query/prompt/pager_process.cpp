// posix_spawn and a pipe.
#include "query/prompt/pager_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace dateline::query {
namespace {

/// What a pipe of Linux holds unless it says otherwise (pipe(7)).
constexpr std::size_t kUsualPipeBytes = 65'536;

/// What a shell ends with if it cannot run a command (POSIX, Shell Command Language, 2.8.2).
constexpr int kNotExecutable = 126;
constexpr int kNotFound = 127;

/// Variables for the pager, where the user has not set them: less leaves at once what fits on a
/// screen, passes colours, and leaves the text there; lv passes colours.
constexpr std::array<const char*, 2> kDefaults = {"LESS=FRX", "LV=-c"};

/// The environment with `defaults` added to it. Nothing may change the environment meanwhile.
class PagerEnvironment {
public:
    PagerEnvironment() {
        for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
            entries_.push_back(*entry);
        }
        const std::size_t given = entries_.size();
        for (const char* const added : kDefaults) {
            const std::size_t name = std::strcspn(added, "=") + 1;
            const bool is_set =
                std::any_of(entries_.data(), entries_.data() + given, [&](const char* entry) {
                    return std::strncmp(entry, added, name) == 0;
                });
            if (!is_set) {
                own_.emplace_back(added);
            }
        }
        for (std::string& added : own_) {
            entries_.push_back(added.data());
        }
        entries_.push_back(nullptr);
    }

    [[nodiscard]] char* const* entries() const noexcept { return entries_.data(); }

private:
    std::vector<std::string> own_;
    std::vector<char*> entries_;
};

}  // namespace

class IgnoredSignals {
public:
    IgnoredSignals() {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        for (Saved& saved : saved_) {
            ::sigaction(saved.number, &ignore, &saved.before);
        }
    }
    ~IgnoredSignals() {
        for (const Saved& saved : saved_) {
            ::sigaction(saved.number, &saved.before, nullptr);
        }
    }
    IgnoredSignals(const IgnoredSignals&) = delete;
    IgnoredSignals& operator=(const IgnoredSignals&) = delete;

    /// The signals that the child is not to ignore, either: those that were not ignored before.
    [[nodiscard]] sigset_t for_child() const noexcept {
        sigset_t signals;
        ::sigemptyset(&signals);
        for (const Saved& saved : saved_) {
            if (saved.before.sa_handler != SIG_IGN) {
                ::sigaddset(&signals, saved.number);
            }
        }
        return signals;
    }

private:
    struct Saved {
        int number = 0;
        struct sigaction before = {};
    };
    std::array<Saved, 3> saved_ = {{{SIGINT, {}}, {SIGQUIT, {}}, {SIGPIPE, {}}}};
};

namespace {

/// Runs `command` in the shell with `input` as its standard input. @return -1 if that fails.
pid_t spawn_shell(std::string command, int input, const sigset_t& default_signals) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    if (::posix_spawn_file_actions_init(&actions) != 0) {
        return -1;
    }
    if (::posix_spawnattr_init(&attributes) != 0) {
        ::posix_spawn_file_actions_destroy(&actions);
        return -1;
    }
    const PagerEnvironment environment;
    std::string shell = "sh";
    std::string option = "-c";
    const std::array<char*, 4> arguments = {shell.data(), option.data(), command.data(), nullptr};
    pid_t process = -1;
    const bool started =
        ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) == 0 &&
        ::posix_spawnattr_setsigdefault(&attributes, &default_signals) == 0 &&
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF) == 0 &&
        ::posix_spawn(
            &process, "/bin/sh", &actions, &attributes, arguments.data(), environment.entries()) ==
            0;
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return started ? process : -1;
}

}  // namespace

std::unique_ptr<PagerProcess> PagerProcess::start(const std::string& command) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return nullptr;
    }
    auto signals = std::make_unique<IgnoredSignals>();
    const pid_t process = spawn_shell(command, ends[0], signals->for_child());
    ::close(ends[0]);
    if (process < 0) {
        ::close(ends[1]);
        return nullptr;
    }
    return std::unique_ptr<PagerProcess>(  // the constructor is private
        new PagerProcess(std::move(signals), ends[1], process));
}

PagerProcess::PagerProcess(std::unique_ptr<IgnoredSignals> signals, int pipe, pid_t process)
    : signals_(std::move(signals)), pipe_(pipe), process_(process) {
    const int size = ::fcntl(pipe, F_GETPIPE_SZ);
    pipe_bytes_ = size > 0 ? static_cast<std::size_t>(size) : kUsualPipeBytes;
}

PagerProcess::~PagerProcess() {
    wait();
}

bool PagerProcess::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(pipe_, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

bool PagerProcess::wait() {
    if (process_ < 0) {
        return was_run_;
    }
    ::close(pipe_);
    int status = 0;
    pid_t ended = -1;
    do {
        ended = ::waitpid(process_, &status, 0);
    } while (ended < 0 && errno == EINTR);
    was_run_ = ended < 0 || !WIFEXITED(status) ||
               (WEXITSTATUS(status) != kNotFound && WEXITSTATUS(status) != kNotExecutable);
    process_ = -1;
    signals_ = nullptr;
    return was_run_;
}

}  // namespace dateline::query
