// The tool as a function: runs over small inputs.
#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/storage/stored_articles.hpp"
#include "indexer/tool.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace dateline;
using namespace dateline::indexer;
using dateline::testing::TempDir;

namespace {

/// A folder with an index and inputs, and what the last call printed.
class Bench {
public:
    /// Runs the tool on the index of this folder; errors become their exit status.
    int call(std::vector<std::string> arguments, const std::string& input = {}) {
        arguments.insert(arguments.begin(), {"-i", (folder.path() / "a.idx").string()});
        std::istringstream in(input);
        std::ostringstream out_stream;
        std::ostringstream err_stream;
        Surroundings surroundings{in, out_stream, err_stream, false, [this] { return signal; }};
        int status = 0;
        try {
            status = run_tool(parse_options(arguments, "", 2), surroundings);
        } catch (const Error& error) {
            err_stream << error_text(error.what(), error.hint());
            status = exit_status(error.code());
        }
        out = out_stream.str();
        err = err_stream.str();
        return status;
    }

    std::string digest() {
        REQUIRE(call({"--verify", "--json"}) == 0);
        return nlohmann::json::parse(out)["digest"];
    }

    /// The titles of all articles, sorted, by an export.
    std::vector<std::string> titles() {
        REQUIRE(call({"--export"}) == 0);
        std::vector<std::string> found;
        std::istringstream lines(out);
        for (std::string line; std::getline(lines, line);) {
            found.push_back(nlohmann::json::parse(line)["title"]);
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    /// The public id of the article with the title `title`.
    std::string public_id(const std::string& title) {
        std::string found;
        storage::for_each_article(folder.path() / "a.idx",
                                  [&](const Article& article, const std::string& id) {
                                      found = article.title == title ? id : found;
                                      return true;
                                  });
        return found;
    }

    [[nodiscard]] std::string input(const char* name) const {
        return (folder.path() / name).string();
    }

    TempDir folder;
    std::string out;
    std::string err;
    int signal = 0;
};

void write_news(const Bench& bench) {
    bench.folder.write(
        "in/a.jsonl",
        R"({"id":"one","title":"First","text":"The first text.","published":"2025-01-02"})"
        "\n"
        R"({"id":"two","title":"Second","text":"The second text."})"
        "\n");
    bench.folder.write("in/b.jsonl",
                       R"({"id":"three","title":"Third","text":"The third text."})"
                       "\n");
}

}  // namespace

TEST_SUITE("indexer.modes") {
    TEST_CASE("run_tool indexes and leaves everything alone the second time") {
        Bench bench;
        write_news(bench);
        CHECK(bench.call({bench.input("in"), "--summary", "-"}) == 0);
        CHECK(bench.err.starts_with("created "));
        CHECK(bench.err.find("(2 shards)") != std::string::npos);
        CHECK(nlohmann::json::parse(bench.out)["articles"]["added"] == 3);
        const std::string digest = bench.digest();
        CHECK(bench.call({bench.input("in"), "--summary", "-", "-q"}) == 0);
        CHECK(bench.err.empty());
        CHECK(nlohmann::json::parse(bench.out)["articles"]["unchanged"] == 3);
        CHECK(bench.digest() == digest);
    }

    TEST_CASE("run_tool makes nothing where an input is missing") {
        Bench bench;
        write_news(bench);
        CHECK(bench.call({bench.input("in"), bench.input("none")}) == 3);
        CHECK_FALSE(std::filesystem::exists(bench.input("a.idx")));
        CHECK(bench.call({"--no-create", bench.input("in")}) == 4);
        CHECK_FALSE(std::filesystem::exists(bench.input("a.idx")));
    }

    TEST_CASE("run_tool removes for good and restores to the same content") {
        Bench bench;
        write_news(bench);
        REQUIRE(bench.call({bench.input("in")}) == 0);
        const std::string digest = bench.digest();
        REQUIRE(bench.call({"--dry-run", "--jsonl", bench.input("in/b.jsonl")}) == 0);
        // An exported 16-digit id is a key: take it from an article that has no id of its own.
        bench.folder.write("in/c.jsonl",
                           R"({"title":"Fourth","text":"The fourth text."})"
                           "\n");
        REQUIRE(bench.call({bench.input("in")}) == 0);
        const std::string with_fourth = bench.digest();
        REQUIRE(bench.call({"--dry-run", "--jsonl", bench.input("in/c.jsonl")}) == 0);
        const std::string id = nlohmann::json::parse(bench.out)["id"];
        CHECK(id.size() == 16);
        CHECK(bench.call({"--remove", "@" + id}) == 0);
        CHECK(bench.digest() == digest);
        CHECK(bench.call({bench.input("in"), "--summary", "-"}) == 0);
        CHECK(nlohmann::json::parse(bench.out)["articles"]["kept_out"] == 1);
        CHECK(bench.digest() == digest);
        CHECK(bench.call({"--remove", "@" + id}) == 0);
        CHECK(bench.err.find("is removed already") != std::string::npos);
        CHECK(bench.call({"--restore", "-0", "-"}, "@" + id + std::string(1, '\0')) == 0);
        CHECK(bench.digest() == with_fourth);
        CHECK(bench.call({bench.input("in"), "--summary", "-"}) == 0);
        CHECK(nlohmann::json::parse(bench.out)["articles"]["unchanged"] == 4);
        CHECK(bench.call({"--remove", "@" + std::string(16, 'f')}) == 6);
    }

    TEST_CASE("run_tool keeps a removed collision out and its twin in") {
        Bench bench;
        bench.folder.write("in/a.jsonl",
                           R"({"id":"same","title":"First","text":"One text."})"
                           "\n");
        bench.folder.write("in/b.jsonl",
                           R"({"id":"same","title":"Second","text":"Another text."})"
                           "\n");
        REQUIRE(bench.call({bench.input("in"), "--threads", "1"}) == 0);
        REQUIRE(bench.titles() == std::vector<std::string>{"First", "Second"});
        for (const char* title : {"First", "Second"}) {
            CAPTURE(title);
            const std::string id = bench.public_id(title);
            REQUIRE(bench.call({"--remove", "@" + id}) == 0);
            REQUIRE(bench.call({bench.input("in"), "--summary", "-"}) == 0);
            CHECK(nlohmann::json::parse(bench.out)["articles"]["kept_out"] == 1);
            CHECK(nlohmann::json::parse(bench.out)["articles"]["unchanged"] == 1);
            REQUIRE(bench.call({"--restore", "@" + id}) == 0);
            CHECK(bench.titles() == std::vector<std::string>{"First", "Second"});
        }
    }

    TEST_CASE("run_tool with --sync removes what is gone and previews it") {
        Bench bench;
        write_news(bench);
        bench.folder.write("in2/z.jsonl",
                           R"({"id":"z","title":"Other","text":"Elsewhere."})"
                           "\n");
        REQUIRE(bench.call({bench.input("in"), bench.input("in2")}) == 0);
        std::filesystem::remove(bench.input("in/b.jsonl"));
        CHECK(bench.call({"--dry-run", "--sync", bench.input("in")}) == 0);
        CHECK(bench.err.find("would remove: " + bench.input("in/b.jsonl")) != std::string::npos);
        CHECK(bench.err.find("sync would remove 1 of 4 articles, which --sync-max refuses") !=
              std::string::npos);
        CHECK(bench.call({"--sync", bench.input("in")}) == 6);
        CHECK(bench.titles().size() == 4);
        CHECK(bench.call({"--sync", "--sync-max", "25%", bench.input("in")}) == 0);
        CHECK(bench.titles() == std::vector<std::string>{"First", "Other", "Second"});
    }

    TEST_CASE("run_tool counts only new rejects against --max-rejects") {
        Bench bench;
        write_news(bench);
        const auto good = [](const std::string& id) {
            return R"({"id":")" + id + R"(","title":"Good","text":"Some text of )" + id + "\"}\n";
        };
        bench.folder.write("in/c.jsonl",
                           good("x") + "{\"id\":\n" + good("y") + "nonsense\n" + good("z"));
        CHECK(bench.call(
                  {bench.input("in"), "--max-rejects", "1", "--quarantine", bench.input("q")}) ==
              6);
        CHECK(bench.err.find("warning: skipped '") != std::string::npos);
        const std::string list = read_file(bench.input("q"), 10000);
        CHECK(std::count(list.begin(), list.end(), '\n') == 2);
        CHECK(bench.titles().size() == 6);
        CHECK(bench.call({bench.input("in"), "--max-rejects", "0"}) == 0);
        const std::string known = read_file(bench.input("a.idx/quarantine.jsonl"), 10000);
        CHECK(std::count(known.begin(), known.end(), '\n') == 2);
        CHECK(bench.call({bench.input("in"), "--fail-fast"}) == 6);
    }

    TEST_CASE("run_tool prints articles and rejects of a dry run and writes nothing") {
        Bench bench;
        bench.folder.write("in.jsonl",
                           R"({"id":"one","title":"First","text":"The first text."})"
                           "\nbroken\n");
        CHECK(bench.call({"--dry-run", "--jsonl", bench.input("in.jsonl"), "-q"}) == 0);
        std::istringstream lines(bench.out);
        std::string line;
        REQUIRE(std::getline(lines, line));
        const auto article = nlohmann::json::parse(line);
        CHECK(article["schema"] == "dateline.article/1");
        CHECK(article["id"] == "one");
        CHECK(article["text"] == "First\n\nThe first text.");
        REQUIRE(std::getline(lines, line));
        CHECK(nlohmann::json::parse(line)["schema"] == "dateline.reject/1");
        CHECK_FALSE(std::filesystem::exists(bench.input("a.idx")));
    }

    TEST_CASE("run_tool commits and says so after a signal") {
        Bench bench;
        write_news(bench);
        bench.signal = 15;
        CHECK(bench.call({bench.input("in")}) == 143);
        bench.signal = 0;
        CHECK(bench.call({"--verify"}) == 0);
        CHECK(bench.call({bench.input("in")}) == 0);
        CHECK(bench.titles().size() == 3);
    }

    TEST_CASE("run_tool compacts and counts and reports damage") {
        Bench bench;
        write_news(bench);
        REQUIRE(bench.call({bench.input("in"), "--no-compact"}) == 0);
        CHECK(std::filesystem::exists(bench.input("a.idx/gen-000001")));
        const std::string digest = bench.digest();
        CHECK(bench.call({"--compact"}) == 0);
        CHECK(std::filesystem::exists(bench.input("a.idx/gen-000002")));
        CHECK(bench.digest() == digest);
        CHECK(bench.call({"--stats", "--json"}) == 0);
        const auto stats = nlohmann::json::parse(bench.out);
        CHECK(stats["articles"] == 3);
        CHECK(stats["undated"] == 2);
        CHECK(stats["years"]["2025"] == 1);
        std::filesystem::remove(bench.input("a.idx/gen-000002/shard-0/postlist.glass"));
        CHECK(bench.call({"--verify"}) == 4);
        CHECK(bench.out.empty());
    }
}
