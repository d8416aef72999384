// A pipe that the signal handler writes to, and poll().
#include "query/prompt/key_source.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/utf8.hpp"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <unistd.h>
#include <utility>

namespace dateline::query {
namespace {

/// Where the handler writes; -1 if there is no KeySource.
std::atomic<int> signal_pipe{-1};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may not wait for a lock");

extern "C" void note_signal(int number) {
    const int reason = errno;
    const auto byte = static_cast<unsigned char>(number);
    // A full pipe has enough signals to tell.
    [[maybe_unused]] const ssize_t written = ::write(signal_pipe, &byte, 1);
    errno = reason;
}

/// How many bytes follow `lead` in UTF-8; 0 for anything that begins no longer sequence.
std::size_t bytes_after(unsigned char lead) {
    return lead > 0xF4 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
}

/// One byte of standard input, which is there; -1 at its end.
int read_byte() {
    unsigned char byte = 0;
    ssize_t size = -1;
    do {
        size = ::read(STDIN_FILENO, &byte, 1);
    } while (size < 0 && errno == EINTR);
    return size == 1 ? byte : -1;
}

}  // namespace

KeySource::KeySource() {
    if (::pipe2(pipe_.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        throw Error(ErrorCode::Unwritable, "cannot make a pipe: " + system_error_text(errno));
    }
    signal_pipe = pipe_[1];
    struct sigaction action = {};
    action.sa_handler = note_signal;
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], &action, &before_[i]);
    }
}

KeySource::~KeySource() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], &before_[i], nullptr);
    }
    signal_pipe = -1;
    ::close(pipe_[0]);
    ::close(pipe_[1]);
}

KeySource::Event KeySource::next() {
    for (;;) {
        std::array<pollfd, 2> waited = {{{pipe_[0], POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
        if (::poll(waited.data(), waited.size(), -1) < 0) {
            if (errno == EINTR) {
                continue;
            }
            return {};
        }
        unsigned char number = 0;
        if (::read(pipe_[0], &number, 1) == 1) {
            return {Event::Kind::Signal, 0, number};
        }
        if (waited[1].revents == 0) {
            continue;
        }
        const int byte = read_byte();
        if (byte < 0) {
            return {};
        }
        if ((static_cast<unsigned>(byte) & 0xC0U) != 0x80U) {
            begun_.clear();  // what comes is no continuation
        }
        begun_ += static_cast<char>(byte);
        if (begun_.size() <= bytes_after(static_cast<unsigned char>(begun_.front()))) {
            continue;
        }
        const std::string bytes = std::exchange(begun_, {});
        if (is_valid_utf8(bytes)) {
            return {Event::Kind::Character, decode_utf8(bytes, 0).code_point, 0};
        }
    }
}

void take_signal(int number) {
    struct sigaction usual = {};
    struct sigaction before = {};
    usual.sa_handler = SIG_DFL;
    ::sigaction(number, &usual, &before);
    ::raise(number);
    ::sigaction(number, &before, nullptr);
}

}  // namespace dateline::query
