// Order, bounds and failures of what threads write together.
#include "query/batch/turns.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <exception>
#include <string>
#include <thread>
#include <vector>

using namespace dateline;
using namespace dateline::query;
using render::StringSink;
using Stream = Turns::Stream;

namespace {

/// Takes nothing.
class ClosedSink : public render::Sink {
public:
    void put(std::string_view /*bytes*/) override { throw render::OutputClosed(); }
};

}  // namespace

TEST_SUITE("batch.turns") {
    TEST_CASE("Turns hands everything on in the order of the turns") {
        StringSink out;
        StringSink messages;
        Turns turns(out, messages, [] {});
        for (const std::uint64_t turn : {2, 1, 0}) {
            REQUIRE(turns.begin(turn));
            turns.put(turn, Stream::Out, "out " + std::to_string(turn) + "\n");
            turns.put(turn, Stream::Messages, "said " + std::to_string(turn) + "\n");
        }
        CHECK(out.text() == "out 0\n");
        turns.end(2);
        turns.end(0);
        CHECK(out.text() == "out 0\nout 1\n");
        turns.put(1, Stream::Out, "more 1\n");
        CHECK(out.text() == "out 0\nout 1\nmore 1\n");
        turns.end(1);
        CHECK(out.text() == "out 0\nout 1\nmore 1\nout 2\n");
        CHECK(messages.text() == "said 0\nsaid 1\nsaid 2\n");
    }

    TEST_CASE("Turns gives the same bytes whatever the threads") {
        for (const unsigned threads : {1U, 2U, 8U}) {
            CAPTURE(threads);
            StringSink out;
            StringSink messages;
            Turns turns(out, messages, [] {});
            std::atomic<std::uint64_t> next{0};
            const auto work = [&] {
                for (std::uint64_t turn = next++; turn < 300; turn = next++) {
                    REQUIRE(turns.begin(turn));
                    // Some are larger than what may wait.
                    const std::size_t size = turn % 50 == 0 ? Turns::kMaxWaitingBytes : 10;
                    for (int part = 0; part < 3; ++part) {
                        turns.put(turn,
                                  Stream::Out,
                                  std::string(size, static_cast<char>('a' + turn % 26)));
                    }
                    turns.end(turn);
                }
            };
            {
                std::vector<std::jthread> workers;
                for (unsigned i = 0; i < threads; ++i) {
                    workers.emplace_back(work);
                }
            }
            std::string wanted;
            for (std::uint64_t turn = 0; turn < 300; ++turn) {
                wanted.append(3 * (turn % 50 == 0 ? Turns::kMaxWaitingBytes : 10),
                              static_cast<char>('a' + turn % 26));
            }
            CHECK((out.text() == wanted));
        }
    }

    TEST_CASE("Turns lets no turn begin that is too far ahead") {
        StringSink out;
        StringSink messages;
        Turns turns(out, messages, [] {});
        REQUIRE(turns.begin(Turns::kMaxOpenTurns - 1));
        std::atomic<bool> has_begun{false};
        std::jthread ahead([&] {
            CHECK(turns.begin(Turns::kMaxOpenTurns));
            has_begun = true;
        });
        REQUIRE(turns.begin(0));
        CHECK_FALSE(has_begun);
        turns.end(0);
        ahead.join();
        CHECK(has_begun);
    }

    TEST_CASE("Turns throws what the sink threw at every thread") {
        ClosedSink out;
        StringSink messages;
        int failures = 0;
        Turns turns(out, messages, [&failures] { ++failures; });
        REQUIRE(turns.begin(0));
        REQUIRE(turns.begin(1));
        turns.put(1, Stream::Out, "waits");
        CHECK_THROWS_AS(turns.put(0, Stream::Out, "a"), render::OutputClosed);
        CHECK_THROWS_AS(turns.put(1, Stream::Out, "b"), render::OutputClosed);
        CHECK_THROWS_AS(turns.end(1), render::OutputClosed);
        CHECK_THROWS_AS(turns.rethrow(), render::OutputClosed);
        CHECK_FALSE(turns.begin(2));
        CHECK(failures == 1);
    }

    TEST_CASE("Turns keeps the first reason to stop") {
        StringSink out;
        StringSink messages;
        Turns turns(out, messages, [] {});
        turns.rethrow();
        turns.fail(std::make_exception_ptr(Error(ErrorCode::IndexDamaged, "first")));
        turns.fail(std::make_exception_ptr(Error(ErrorCode::Internal, "second")));
        CHECK_THROWS_WITH_AS(turns.rethrow(), "first", Error);
    }
}
