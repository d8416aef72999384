// What threads write at the same time, put in order.
#pragma once

#include "query/render/output.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace dateline::query {

/// Hands what is written in turn 0, 1, 2 … on in that order, whichever is written first.
///
/// The turn whose time has come is handed on at once, so that an answer of any size streams; a
/// later one waits in memory, and its writer waits when it has written kMaxWaitingBytes. At most
/// kMaxOpenTurns are begun at a time: memory is bounded. All functions may be called by any thread.
class Turns {
public:
    /// Which stream is written to.
    enum class Stream { Out, Messages };

    /// What one turn may hold in memory.
    static constexpr std::size_t kMaxWaitingBytes = 256UL << 10U;

    /// How far a turn may be ahead of the one that is written.
    static constexpr std::uint64_t kMaxOpenTurns = 64;

    /// @param out, messages  must outlive the object
    /// @param on_failure     called once when writing fails, by the thread that wrote
    Turns(render::Sink& out, render::Sink& messages, std::function<void()> on_failure);

    /// Waits until turn number `turn` may begin. @return false if it never will: writing failed.
    [[nodiscard]] bool begin(std::uint64_t turn);

    /// Takes `bytes` of the turn `turn`, which has begun and not ended.
    /// @throws Error what the sink threw, also if it did so for another turn.
    void put(std::uint64_t turn, Stream stream, std::string_view bytes);

    /// Ends a turn that has begun. @throws as put().
    void end(std::uint64_t turn);

    /// Stops everything: `reason` is what rethrow() throws if nothing failed before.
    void fail(std::exception_ptr reason);

    /// Throws what failed first; nothing if nothing did.
    void rethrow();

private:
    /// Of a turn that waits.
    struct Waiting {
        std::string out;
        std::string messages;
        bool ended = false;
    };

    void write(Stream stream, std::string_view bytes);
    void write_waiting(Waiting& waiting);
    void check();
    void fail_locked(std::exception_ptr reason);

    render::Sink& out_;
    render::Sink& messages_;
    std::function<void()> on_failure_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::uint64_t, Waiting> waiting_;
    std::uint64_t current_ = 0;
    std::exception_ptr failure_;
};

/// A stream of one turn as a sink.
class TurnSink : public render::Sink {
public:
    /// @param turns  must outlive the sink
    TurnSink(Turns& turns, std::uint64_t turn, Turns::Stream stream)
        : turns_(turns), turn_(turn), stream_(stream) {}

    void put(std::string_view bytes) override { turns_.put(turn_, stream_, bytes); }

private:
    Turns& turns_;
    std::uint64_t turn_;
    Turns::Stream stream_;
};

}  // namespace dateline::query
