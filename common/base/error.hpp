// The one exception class of the project, and the exit status of each kind of failure.
#pragma once

#include <stdexcept>
#include <string>

namespace dateline {

/// What went wrong, as far as a caller or a script can act on it.
enum class ErrorCode {
    Usage,              ///< the command line cannot be understood
    QuerySyntax,        ///< the query cannot be understood
    InputUnreadable,    ///< an input could not be read at all
    IndexMissing,       ///< there is no index at the path
    IndexDamaged,       ///< the index cannot be read as what its manifest says
    IndexIncompatible,  ///< the index was written by an incompatible version
    IndexLocked,        ///< another process is writing the index
    Partial,            ///< the answer or the run is incomplete
    Unwritable,         ///< the index or the output cannot be written
    Internal,           ///< a bug in the program
};

/// The process exit status for a failure of kind `code` (see the table in README.md).
[[nodiscard]] int exit_status(ErrorCode code) noexcept;

/// The stable lower-case name of `code` used in machine output, for example `index_locked`.
[[nodiscard]] const char* error_name(ErrorCode code) noexcept;

/// An operation that cannot go on.
///
/// `what()` says what failed and on which object, in lower case and without a full stop;
/// `hint()` says what the user can do about it and may be empty.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message, std::string hint = {});

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

private:
    ErrorCode code_;
    std::string hint_;
};

}  // namespace dateline
