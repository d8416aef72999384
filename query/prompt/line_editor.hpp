// Lines typed on a terminal, with editing, history and completion: the border of libedit.
#pragma once

#include "query/prompt/completion.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

/// Gives what can be typed after the bytes `before` the cursor, and the typed part of it.
using Completer = std::function<Completion(std::string_view before)>;

/// Reads lines from standard input, which must be a terminal, and shows them on standard output.
/// The user's ~/.editrc holds, if there is one (editrc(5); program name `dateline-query`).
///
/// While a line is read Ctrl-C clears it, Ctrl-Z stops the program, and SIGTERM and SIGHUP end it
/// with the terminal as it was. At most one at a time; not thread-safe.
class LineEditor {
public:
    /// @param prompt     stands before each line
    /// @param completer  called when Tab is pressed; what it throws comes out of read_line()
    LineEditor(std::string prompt, Completer completer);
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;
    LineEditor(LineEditor&&) = delete;
    LineEditor& operator=(LineEditor&&) = delete;
    ~LineEditor();

    /// Adds `line` to what the arrow keys bring back.
    void remember(const std::string& line);

    /// The next line without its line end, empty if it was cleared; std::nullopt at the end
    /// (Ctrl-D on an empty line, or the terminal is gone).
    [[nodiscard]] std::optional<std::string> read_line();

private:
    class Terminal;
    std::unique_ptr<Terminal> terminal_;
};

}  // namespace dateline::query
