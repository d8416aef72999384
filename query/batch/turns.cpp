// One mutex around both streams and all that waits.
#include "query/batch/turns.hpp"

#include <utility>

namespace dateline::query {

Turns::Turns(render::Sink& out, render::Sink& messages, std::function<void()> on_failure)
    : out_(out), messages_(messages), on_failure_(std::move(on_failure)) {}

bool Turns::begin(std::uint64_t turn) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || turn < current_ + kMaxOpenTurns; });
    return !failure_;
}

void Turns::put(std::uint64_t turn, Stream stream, std::string_view bytes) {
    if (bytes.empty()) {
        return;
    }
    std::unique_lock lock(mutex_);
    check();
    if (turn != current_) {
        Waiting& waiting = waiting_[turn];
        (stream == Stream::Out ? waiting.out : waiting.messages) += bytes;
        if (waiting.out.size() + waiting.messages.size() <= kMaxWaitingBytes) {
            return;
        }
        changed_.wait(lock, [&] { return failure_ || turn == current_; });
        check();
        return;  // end() of the turn before has written what waited
    }
    write(stream, bytes);
}

void Turns::end(std::uint64_t turn) {
    const std::lock_guard lock(mutex_);
    check();
    if (turn != current_) {
        waiting_[turn].ended = true;
        return;
    }
    for (bool ended = true; ended;) {
        ++current_;
        const auto next = waiting_.find(current_);
        ended = next != waiting_.end() && next->second.ended;
        if (next != waiting_.end()) {
            Waiting waiting = std::move(next->second);
            waiting_.erase(next);
            write_waiting(waiting);
        }
    }
    changed_.notify_all();
}

void Turns::fail(std::exception_ptr reason) {
    const std::lock_guard lock(mutex_);
    fail_locked(std::move(reason));
}

void Turns::rethrow() {
    const std::lock_guard lock(mutex_);
    check();
}

void Turns::write(Stream stream, std::string_view bytes) {
    try {
        (stream == Stream::Out ? out_ : messages_).put(bytes);
    } catch (...) {
        fail_locked(std::current_exception());
        throw;
    }
}

void Turns::write_waiting(Waiting& waiting) {
    if (!waiting.out.empty()) {
        write(Stream::Out, waiting.out);
    }
    if (!waiting.messages.empty()) {
        write(Stream::Messages, waiting.messages);
    }
}

void Turns::check() {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
}

void Turns::fail_locked(std::exception_ptr reason) {
    if (!failure_) {
        failure_ = std::move(reason);
        on_failure_();
        changed_.notify_all();
    }
}

}  // namespace dateline::query
