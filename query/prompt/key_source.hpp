// Characters from the terminal, and the signals that come meanwhile, in order.
#pragma once

#include <array>
#include <csignal>
#include <cstddef>
#include <string>

namespace dateline::query {

/// Takes over the signals of line editing while it lives, and waits for keys and signals at once,
/// so that none is lost between looking and waiting. At most one at a time.
class KeySource {
public:
    KeySource();
    KeySource(const KeySource&) = delete;
    KeySource& operator=(const KeySource&) = delete;
    KeySource(KeySource&&) = delete;
    KeySource& operator=(KeySource&&) = delete;
    ~KeySource();

    /// What came next.
    struct Event {
        enum class Kind { Character, Signal, End };
        Kind kind = Kind::End;
        char32_t character = 0;
        int signal = 0;
    };

    /// Waits for a character of UTF-8 on standard input, skipping ill-formed bytes, or a signal.
    /// A character of which only the beginning has come is kept for the next call.
    [[nodiscard]] Event next();

    /// The signals that are taken over.
    static constexpr std::array<int, 6> kSignals = {
        SIGINT, SIGTSTP, SIGCONT, SIGWINCH, SIGTERM, SIGHUP};

private:
    std::array<int, 2> pipe_{};
    std::string begun_;  ///< the first bytes of a character
    std::array<struct sigaction, kSignals.size()> before_{};
};

/// Does what signal `number` does by default, as if it came now: stops or ends the program.
/// Comes back when a stopped program goes on.
void take_signal(int number);

}  // namespace dateline::query
