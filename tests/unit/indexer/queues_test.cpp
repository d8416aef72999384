// The queues between the stages of a run.
#include "indexer/run/queues.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace dateline::run;

TEST_SUITE("run.queues") {
    TEST_CASE("InFlightGate lets a waiting reader in once a failure opens it") {
        InFlightGate gate(10, 5);
        gate.enter(8);
        std::jthread reader([&] { gate.enter(8); });
        gate.open();
        reader.join();
        gate.enter(100);
    }

    TEST_CASE("InFlightGate always lets one item in, however large") {
        InFlightGate gate(10, 5);
        gate.enter(100);
        gate.leave(100);
        gate.enter(11);
    }

    TEST_CASE("OrderedInbox gives items by number and ends when it is closed") {
        OrderedInbox<int> inbox;
        inbox.put(1, 11);
        CHECK_FALSE(inbox.take(std::chrono::milliseconds(0)).has_value());
        inbox.put(0, 10);
        CHECK(inbox.take(std::chrono::milliseconds(0)) == 10);
        CHECK(inbox.take(std::chrono::milliseconds(0)) == 11);
        CHECK_FALSE(inbox.finished());
        inbox.close();
        CHECK(inbox.finished());
        CHECK_FALSE(inbox.take(std::chrono::milliseconds(0)).has_value());
    }
}
