// Revisions: which is meant, and what came after it.
#include "query/search/since.hpp"

#include "common/base/error.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::search;

namespace {

storage::Manifest manifest_of(const std::vector<std::uint64_t>& revisions) {
    storage::Manifest manifest;
    manifest.shard_count = 1;
    for (const std::uint64_t number : revisions) {
        manifest.revisions.push_back({number, {}, {static_cast<std::uint32_t>(number * 10)}});
    }
    return manifest;
}

}  // namespace

TEST_SUITE("search.since") {
    TEST_CASE("past_state finds a revision or the nearest older one") {
        const storage::Manifest manifest = manifest_of({2, 4, 5});
        CHECK(past_state(manifest, 5).last_docids == std::vector<std::uint32_t>{50});
        CHECK(past_state(manifest, 4).revision == 4);
        CHECK(past_state(manifest, 3).revision == 2);
        CHECK(past_state(manifest, 1).revision == 0);
        CHECK(past_state(manifest, 0).last_docids == std::vector<std::uint32_t>{0});
        CHECK(published_state(manifest).revision == 5);
        CHECK(published_state(manifest_of({})).last_docids == std::vector<std::uint32_t>{0});
    }

    TEST_CASE("past_state refuses a revision that is still to come") {
        CHECK_THROWS_WITH_AS(static_cast<void>(past_state(manifest_of({2, 4}), 5)),
                             "the index has no revision 5 yet",
                             Error);
    }

    TEST_CASE("state_of takes a state as it is if it has as many shards") {
        const storage::Manifest manifest = manifest_of({2});
        CHECK(state_of(PastState{1, {7}}, manifest).last_docids == std::vector<std::uint32_t>{7});
        CHECK(state_of(std::uint64_t{2}, manifest).revision == 2);
        CHECK_THROWS_AS(static_cast<void>(state_of(PastState{1, {7, 8}}, manifest)), Error);
    }

    TEST_CASE("state_of refuses a state that the index has not reached") {
        const storage::Manifest manifest = manifest_of({2});
        CHECK(state_of(PastState{2, {7}}, manifest).revision == 2);
        CHECK_THROWS_WITH_AS(
            static_cast<void>(state_of(PastState{3, {7}}, manifest)),
            "the state is of revision 3, which the index has not reached: it is at 2",
            Error);
    }
}
