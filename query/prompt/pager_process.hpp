// A pager as a child process, with a pipe into it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace dateline::query {

/// Leaves SIGINT and SIGQUIT to a child as long as it lives, and lets writes to a closed pipe fail
/// instead of ending the program.
class IgnoredSignals;

/// A running pager. Not thread-safe.
class PagerProcess {
public:
    /// Starts `command` in /bin/sh. @return nullptr if there is no pipe or no process to be had.
    [[nodiscard]] static std::unique_ptr<PagerProcess> start(const std::string& command);
    PagerProcess(const PagerProcess&) = delete;
    PagerProcess& operator=(const PagerProcess&) = delete;
    PagerProcess(PagerProcess&&) = delete;
    PagerProcess& operator=(PagerProcess&&) = delete;
    /// As wait().
    ~PagerProcess();

    /// Writes all of `bytes`. @return false if nobody reads them any more.
    [[nodiscard]] bool write(std::string_view bytes);

    /// Bytes that can be written although nobody reads.
    [[nodiscard]] std::size_t pipe_bytes() const noexcept { return pipe_bytes_; }

    /// Tells the pager that nothing more comes, and waits for its end.
    /// @return whether the shell could run the command (it ended with neither 126 nor 127).
    bool wait();

private:
    PagerProcess(std::unique_ptr<IgnoredSignals> signals, int pipe, pid_t process);

    std::unique_ptr<IgnoredSignals> signals_;
    int pipe_;
    pid_t process_;
    std::size_t pipe_bytes_;
    bool was_run_ = true;
};

}  // namespace dateline::query
