// The progress line's words and timing.
#include "indexer/run/progress.hpp"

#include <doctest/doctest.h>

using namespace dateline::run;

TEST_SUITE("run.progress") {
    TEST_CASE("progress_text shows share and speed and time left") {
        CHECK(progress_text({50'000'000, 1000, 0}, 200'000'000, 10) ==
              " 25%  1000 articles  100/s  5.0 MB/s  0:30 left");
        CHECK(progress_text({1, 7, 3}, 36'000, 1) ==
              "  0%  7 articles  7/s  0.0 MB/s  3 rejected  9:59:59 left");
    }

    TEST_CASE("progress_text leaves out what it cannot know") {
        CHECK(progress_text({1'000'000, 10, 0}, 0, 2) == "10 articles  5/s  0.5 MB/s");
        CHECK(progress_text({0, 0, 0}, 100, 0) == "  0%  0 articles  0/s  0.0 MB/s");
    }

    TEST_CASE("progress_text stays at all when files grow and bounds the time left") {
        CHECK(progress_text({300, 3, 0}, 100, 1) == "100%  3 articles  3/s  0.0 MB/s  0:00 left");
        CHECK(progress_text({1, 1, 0}, 1ULL << 60U, 1).ends_with("  99:59:59 left"));
    }

    TEST_CASE("ProgressLine draws at most five times a second and clears only what it drew") {
        const ProgressLine::Clock::time_point start{};
        ProgressLine line(100, start);
        CHECK(line.clear().empty());
        CHECK(line.draw({}, start).has_value());
        CHECK_FALSE(line.draw({}, start + std::chrono::milliseconds(199)).has_value());
        CHECK(line.draw({}, start + std::chrono::milliseconds(200)).has_value());
        CHECK(line.clear() == "\r\x1b[K");
        CHECK(line.clear().empty());
    }
}
