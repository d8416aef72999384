// The bounded queues between the stages of a run.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace dateline::run {

/// Bounds what is between reading and writing, by bytes and by number. Thread-safe.
class InFlightGate {
public:
    InFlightGate(std::uint64_t limit_bytes, std::uint64_t limit_items)
        : limit_bytes_(limit_bytes), limit_items_(limit_items) {}

    /// Waits until there is room for one more item of `bytes`; one item always fits if none is
    /// there.
    void enter(std::uint64_t bytes) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] {
            return open_ || items_ == 0 ||
                   (items_ < limit_items_ && bytes_ + bytes <= limit_bytes_);
        });
        bytes_ += bytes;
        ++items_;
    }

    /// Lets everything in from now on: after a failure nobody may give room back any more.
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        room_.notify_all();
    }

    /// Gives the room of one item back.
    void leave(std::uint64_t bytes) {
        const std::lock_guard lock(mutex_);
        bytes_ -= bytes;
        --items_;
        room_.notify_one();
    }

private:
    std::mutex mutex_;
    std::condition_variable room_;
    std::uint64_t limit_bytes_;
    std::uint64_t limit_items_;
    std::uint64_t bytes_ = 0;
    std::uint64_t items_ = 0;
    bool open_ = false;
};

/// Hands items from one thread to many, first in, first out. Thread-safe; bounded by the gate.
template <typename Item>
class WorkQueue {
public:
    void push(Item&& item) {
        const std::lock_guard lock(mutex_);
        items_.push_back(std::move(item));
        ready_.notify_one();
    }

    /// Says that nothing more will come.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        ready_.notify_all();
    }

    /// Waits for the next item; std::nullopt when the queue is closed and empty.
    [[nodiscard]] std::optional<Item> pop() {
        std::unique_lock lock(mutex_);
        ready_.wait(lock, [&] { return closed_ || !items_.empty(); });
        if (items_.empty()) {
            return std::nullopt;
        }
        Item item = std::move(items_.front());
        items_.pop_front();
        return item;
    }

private:
    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<Item> items_;
    bool closed_ = false;
};

/// Brings the items of many threads back into order: take() gives them by number, from 0, without a
/// gap. Thread-safe for many putters and one taker.
template <typename Item>
class OrderedInbox {
public:
    void put(std::uint64_t number, Item&& item) {
        const std::lock_guard lock(mutex_);
        items_.emplace(number, std::move(item));
        ready_.notify_one();
    }

    /// Says that nothing more will come.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        ready_.notify_one();
    }

    /// Whether close() was called and all items were taken.
    [[nodiscard]] bool finished() {
        const std::lock_guard lock(mutex_);
        return closed_ && items_.empty();
    }

    /// The next item in order; std::nullopt if it has not come after `patience`, or never will.
    [[nodiscard]] std::optional<Item> take(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex_);
        const auto next_is_here = [&] { return !items_.empty() && items_.begin()->first == next_; };
        ready_.wait_for(
            lock, patience, [&] { return next_is_here() || (closed_ && items_.empty()); });
        if (!next_is_here()) {
            return std::nullopt;
        }
        Item item = std::move(items_.begin()->second);
        items_.erase(items_.begin());
        ++next_;
        return item;
    }

    /// Some item, whatever its number, for throwing away; std::nullopt if none came in `patience`.
    [[nodiscard]] std::optional<Item> take_any(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex_);
        ready_.wait_for(lock, patience, [&] { return closed_ || !items_.empty(); });
        if (items_.empty()) {
            return std::nullopt;
        }
        Item item = std::move(items_.begin()->second);
        items_.erase(items_.begin());
        return item;
    }

private:
    std::mutex mutex_;
    std::condition_variable ready_;
    std::map<std::uint64_t, Item> items_;
    std::uint64_t next_ = 0;
    bool closed_ = false;
};

}  // namespace dateline::run
