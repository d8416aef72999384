// Ctrl-C while a line is answered.
#pragma once

#include <atomic>
#include <csignal>

namespace dateline::query {

/// While it lives, SIGINT does not end the program but sets a flag that ends searches: see
/// compile::Deadline. At most one at a time.
class Interrupt {
public:
    Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    Interrupt(Interrupt&&) = delete;
    Interrupt& operator=(Interrupt&&) = delete;
    ~Interrupt();

    /// Whether SIGINT came since forget().
    [[nodiscard]] static const std::atomic<bool>& flag() noexcept;

    /// Clears the flag.
    void forget() noexcept;

private:
    struct sigaction before_ = {};
};

}  // namespace dateline::query
