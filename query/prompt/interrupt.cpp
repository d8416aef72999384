// The handler, and the flag that it sets.
#include "query/prompt/interrupt.hpp"

namespace dateline::query {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may not wait for a lock");

extern "C" void note_interrupt(int /*number*/) {
    interrupted = true;
}

}  // namespace

Interrupt::Interrupt() {
    struct sigaction action = {};
    action.sa_handler = note_interrupt;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, &before_);
}

Interrupt::~Interrupt() {
    ::sigaction(SIGINT, &before_, nullptr);
}

const std::atomic<bool>& Interrupt::flag() noexcept {
    return interrupted;
}

void Interrupt::forget() noexcept {
    interrupted = false;
}

}  // namespace dateline::query
