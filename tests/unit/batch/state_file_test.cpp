// State files: what is kept, and what is refused.
#include "query/state_file.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::query;
using dateline::testing::TempDir;

namespace {

ErrorCode code_of(const std::filesystem::path& path, const std::string& uuid) {
    try {
        const StateFile state(path, uuid);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

Question question_of(const std::string& id, const std::string& text) {
    Question question;
    question.id = id;
    question.text = text;
    return question;
}

}  // namespace

TEST_SUITE("batch.state_file") {
    TEST_CASE("StateFile keeps what was noted and what was not asked") {
        const TempDir folder;
        const std::filesystem::path path = folder.path() / "watch.state";
        {
            StateFile state(path, "uuid");
            CHECK_FALSE(state.find("a").has_value());
            state.note("a", "oil", "", {}, {3, {10, 20}});
            state.note("b", "gas", "", {{"fuel", "gas OR oil"}}, {3, {10, 20}});
            CHECK_FALSE(std::filesystem::exists(path));
            state.save();
        }
        {
            StateFile state(path, "uuid");
            state.note("b", "gas", "", {{"fuel", "gas OR oil"}}, {4, {11, 20}});
            state.save();
        }
        StateFile state(path, "uuid");
        REQUIRE(state.find("a").has_value());
        CHECK(state.find("a")->text == "oil");
        CHECK(state.find("a")->state.revision == 3);
        CHECK(state.find("a")->state.last_docids == std::vector<std::uint32_t>{10, 20});
        CHECK(state.find("b")->state.revision == 4);
    }

    TEST_CASE("StateFile lets every id be asked once") {
        const TempDir folder;
        StateFile state(folder.path() / "s", "uuid");
        CHECK(state.claim("a"));
        CHECK(state.claim("b"));
        CHECK_FALSE(state.claim("a"));
    }

    TEST_CASE("StateFile refuses what is no state of the index") {
        const TempDir folder;
        const std::filesystem::path path = folder.path() / "s";
        StateFile(path, "uuid").save();
        CHECK(code_of(path, "other") == ErrorCode::Usage);
        for (const char* text :
             {"",
              "{",
              "[]",
              R"({"schema":"dateline.manifest/1"})",
              R"({"schema":"dateline.state/1"})",
              R"({"schema":"dateline.state/1","index":"uuid","queries":{"a":1}})",
              R"({"schema":7,"index":"uuid","queries":{}})"}) {
            CAPTURE(text);
            write_file_atomically(path, text);
            CHECK(code_of(path, "uuid") == ErrorCode::InputUnreadable);
        }
    }

    TEST_CASE("StateFile keeps a second run out until the first is gone") {
        const TempDir folder;
        const std::filesystem::path path = folder.path() / "s";
        {
            const StateFile first(path, "uuid");
            CHECK(code_of(path, "uuid") == ErrorCode::IndexLocked);
        }
        CHECK(code_of(path, "uuid") == ErrorCode::Internal);
        CHECK(code_of(folder.path() / "none" / "s", "uuid") == ErrorCode::Unwritable);
    }

    TEST_CASE("since_last_run begins anew with another query") {
        const TempDir folder;
        const std::filesystem::path path = folder.path() / "s";
        {
            StateFile state(path, "uuid");
            state.note("1", "oil \xFF", "", {{"fuel", "gas"}}, {3, {10}});
            state.save();
        }
        StateFile state(path, "uuid");
        std::vector<parse::Problem> warnings;
        const search::Since same =
            since_last_run(state, question_of("", "oil \xFF"), {{"fuel", "gas"}}, warnings);
        REQUIRE(std::holds_alternative<search::PastState>(same));
        CHECK(std::get<search::PastState>(same).revision == 3);
        CHECK(warnings.empty());
        const search::Since changed = since_last_run(state, question_of("1", "gas"), {}, warnings);
        CHECK(std::get<std::uint64_t>(changed) == 0);
        REQUIRE(warnings.size() == 1);
        CHECK(warnings.front().code == "changed_query");
        warnings.clear();
        const search::Since other_fuel =
            since_last_run(state, question_of("1", "oil \xFF"), {{"fuel", "coal"}}, warnings);
        CHECK(std::get<std::uint64_t>(other_fuel) == 0);
        REQUIRE(warnings.size() == 1);
        CHECK(warnings.front().message ==
              "query:fuel is not what it was at the last run: all its articles are new");
        CHECK(warnings.front().hint == "it was: gas");
        warnings.clear();
        CHECK(std::get<std::uint64_t>(since_last_run(state, question_of("2", "x"), {}, warnings)) ==
              0);
        CHECK(warnings.empty());
    }
}
