// The file of earlier lines: what is kept, how much, and who can read it.
#include "query/prompt/history_file.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <string>

namespace dateline::query {

using Lines = std::vector<std::string>;

TEST_SUITE("prompt.history_file") {
    TEST_CASE("history_path follows the base directories") {
        CHECK_EQ(history_path("/state", "/house/a"), "/state/dateline/history");
        CHECK_EQ(history_path("relative", "/house/a"), "/house/a/.local/state/dateline/history");
        CHECK_EQ(history_path(std::nullopt, "/house/a"), "/house/a/.local/state/dateline/history");
        CHECK_EQ(history_path(std::nullopt, std::nullopt), "");
    }

    TEST_CASE("is_kept refuses what could steer a terminal") {
        CHECK(is_kept("person:müller oil"));
        CHECK_FALSE(is_kept(""));
        CHECK_FALSE(is_kept("  "));
        CHECK_FALSE(is_kept("a\x1b[2J"));
        CHECK_FALSE(is_kept("a\tb"));
        CHECK_FALSE(is_kept("a\xff"));
        CHECK(is_kept(std::string(kMaxHistoryLineBytes, 'a')));
        CHECK_FALSE(is_kept(std::string(kMaxHistoryLineBytes + 1, 'a')));
    }

    TEST_CASE("HistoryFile keeps lines for the user alone") {
        const testing::TempDir folder;
        const auto path = folder.path() / "state" / "dateline" / "history";
        const HistoryFile history(path);
        CHECK_EQ(history.load(), Lines{});
        history.add("one");
        history.add("evil \x1b[2J");
        HistoryFile(path).add("two");
        CHECK_EQ(history.load(), Lines{"one", "two"});
        CHECK_EQ(static_cast<unsigned>(std::filesystem::status(path).permissions()), 0600U);
    }

    TEST_CASE("HistoryFile shortens itself") {
        const testing::TempDir folder;
        std::string bytes;
        for (std::size_t i = 0; i < 2 * kMaxHistoryLines; ++i) {
            bytes += std::to_string(i) + "\n";
        }
        const auto path = folder.write("history", bytes);
        const HistoryFile history(path);
        CHECK_EQ(history.load().size(), kMaxHistoryLines);
        CHECK_EQ(read_file(path, 1'000'000), bytes);
        history.add("last");
        const Lines lines = history.load();
        CHECK_EQ(lines.size(), kMaxHistoryLines);
        CHECK_EQ(lines.front(), std::to_string(kMaxHistoryLines + 1));
        CHECK_EQ(lines.back(), "last");
        CHECK_LT(read_file(path, 1'000'000).size(), bytes.size());
    }

    TEST_CASE("HistoryFile drops lines that somebody else wrote into it") {
        const testing::TempDir folder;
        const auto path = folder.write("history", "one\nevil \x1b[2J\ntwo");
        CHECK_EQ(HistoryFile(path).load(), Lines{"one", "two"});
        CHECK_EQ(read_file(path, 100), "one\ntwo\n");
    }

    TEST_CASE("HistoryFile does nothing without a path") {
        const HistoryFile none({});
        none.add("one");
        CHECK_EQ(none.load(), Lines{});
    }

    TEST_CASE("HistoryFile says what is in the way") {
        const testing::TempDir folder;
        const auto path = folder.write("state", "a file") / "dateline" / "history";
        CHECK_THROWS_AS(HistoryFile(path).add("one"), Error);
    }
}

}  // namespace dateline::query
