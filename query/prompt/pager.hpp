// Output that does not fit on the screen goes through a program that shows it page by page.
#pragma once

#include "query/render/output.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace dateline::query {

/// The variables of the environment that choose a pager; std::nullopt: not set.
struct PagerVariables {
    std::optional<std::string> dateline_pager;  ///< DATELINE_PAGER
    std::optional<std::string> pager;           ///< PAGER
    std::optional<std::string> terminal;        ///< TERM
};

/// The command line of the pager: what DATELINE_PAGER says, else PAGER, else `less -FRX`. Empty if
/// there is to be none: the variable is empty or `cat`, or none is set and the terminal cannot move
/// its cursor (TERM is `dumb` or not set), so that less would only complain.
[[nodiscard]] std::string pager_command(const PagerVariables& variables);

/// A pager and the screen that it is for.
struct PagerSettings {
    std::string command;  ///< see pager_command(); not empty
    std::size_t rows = 24;
    std::size_t columns = 80;
};

/// Two sinks in front of standard output and standard error. What fits on the screen is printed as
/// it is when close() is called; as soon as it does not, all of the output goes through the pager.
/// Messages are printed when the pager has ended, so that they do not disturb it.
///
/// The command runs in /bin/sh, because PAGER is a command line (POSIX, `man`): it comes from the
/// user's environment alone, nothing is put into it. LESS=FRX and LV=-c are set for it unless the
/// user has set them, as git does. Where it cannot be run (the shell ends with 126 or 127 before it
/// has read anything) the output is printed as it is. While it runs SIGINT and SIGQUIT are its
/// business: this program ignores them, and SIGPIPE.
///
/// Not thread-safe; at most one has a pager running at a time.
class Pager {
public:
    /// @param plain     where output goes in the end; must be the terminal, and outlive the pager
    /// @param messages  must outlive the pager
    Pager(render::Sink& plain, render::Sink& messages, PagerSettings settings);
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;
    Pager(Pager&&) = delete;
    Pager& operator=(Pager&&) = delete;
    /// Waits for the pager, if close() has not; what is not printed then is lost.
    ~Pager();

    /// For the output. When the user has quit the pager it is no longer wanted, and thrown away:
    /// that is no error.
    [[nodiscard]] render::Sink& out() noexcept;

    /// For messages.
    [[nodiscard]] render::Sink& messages() noexcept;

    /// Prints what is left and waits until the user quits the pager. @throws as Sink::put().
    void close();

private:
    class State;
    class OutSink;
    class MessageSink;
    std::unique_ptr<State> state_;
    std::unique_ptr<OutSink> out_;
    std::unique_ptr<MessageSink> messages_;
};

}  // namespace dateline::query
