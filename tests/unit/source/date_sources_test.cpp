// Where the date of an article is taken from, and what its path fills in.
#include "common/base/file.hpp"
#include "indexer/source/sniffing.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>

using namespace dateline;
using namespace dateline::source;

namespace {

constexpr const char* kStated =
    "{\"title\":\"A\",\"text\":\"B.\",\"published\":\"1999-01-02\",\"url\":\"http://x.org/2001/02/"
    "03/a\"}\n";
constexpr const char* kUndated = "{\"title\":\"A\",\"text\":\"B.\",\"url\":\"http://x.org/a\"}\n";

struct Found {
    std::string date;
    std::string from;

    friend bool operator==(const Found&, const Found&) = default;
};

/// The only article in a file `name` with `text`, last changed on 5 June 2007.
Article read(const std::string& name, const std::string& text, const SourceOptions& options) {
    const testing::TempDir folder;
    const std::filesystem::path path = folder.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
    const timespec time{1181001600, 0};
    const timespec times[2] = {time, time};
    REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
    testing::CollectingSink sink;
    read_inputs({path.string()}, options, sink);
    REQUIRE(sink.articles.size() == 1);
    return sink.articles.front();
}

Found date(const std::string& name,
           const std::string& text,
           std::vector<DateSource> sources,
           const std::string& pattern = {}) {
    SourceOptions options;
    options.date_sources = std::move(sources);
    options.path_pattern = pattern;
    const Article article = read(name, text, options);
    return {article.published ? time::format_published(*article.published) : "none",
            article.published_from};
}

}  // namespace

TEST_SUITE("source.date_sources") {
    using enum DateSource;

    TEST_CASE("read_inputs takes the date from the first place that has one") {
        CHECK(date("2011/12/13/a", kStated, {Stated, Url}) == Found{"1999-01-02", "metadata"});
        CHECK(date("2011/12/13/a", kStated, {Url, Stated}) == Found{"2001-02-03", "url"});
        CHECK(date("2011/12/13/a", kStated, {Path, Url, Stated}) == Found{"2011-12-13", "path"});
        CHECK(date("a", kUndated, {Path, Url, Stated, ModificationTime}) ==
              Found{"2007-06-05", "mtime"});
    }

    TEST_CASE("read_inputs ignores dates in places that are not named") {
        CHECK(date("2011/12/13/a", kUndated, {Stated, Url}) == Found{"none", ""});
        CHECK(date("a", kStated, {Path}) == Found{"none", ""});
        CHECK(date("a", kStated, {Url}) == Found{"2001-02-03", "url"});
        CHECK(date("a", kStated, {ModificationTime}) == Found{"2007-06-05", "mtime"});
    }

    TEST_CASE("read_inputs prefers the date of the pattern to one in the names") {
        CHECK(date("2011-12-13_04_05_2006.json", kUndated, {Path}, "*_{date:%d_%m_%Y}.json") ==
              Found{"2006-05-04", "path"});
        CHECK(date("2011-12-13.json", kUndated, {Path}, "{date:%d_%m_%Y}.json") ==
              Found{"2011-12-13", "path"});
    }

    TEST_CASE("read_inputs fills what the article leaves open from its path") {
        SourceOptions options;
        options.path_pattern = "{source}/{section}/{lang}_{id}.json";
        options.source = "By Option";
        options.id_prefix = "p-";
        const Article article = read("Wire/sport/DE_7.json",
                                     "{\"title\":\"A\",\"text\":\"B.\",\"section\":\"Stated\"}\n",
                                     options);
        CHECK(article.source == "Wire");
        CHECK(article.section == "Stated");
        CHECK(article.lang == "de");
        CHECK(article.lang_from == "path");
        CHECK(article.id == "p-7");
        CHECK(article.evidence ==
              std::vector<Evidence>{{"id", "path"}, {"lang", "path"}, {"source", "path"}});
    }

    TEST_CASE("read_inputs leaves a path alone that the pattern does not match") {
        SourceOptions options;
        options.path_pattern = "{source}/{section}/x.json";
        options.source = "By Option";
        CHECK(read("Wire/sport/y.json", kUndated, options).source == "By Option");
    }

    TEST_CASE("sniff_inputs says what a file is taken for and what comes first") {
        const testing::TempDir folder;
        std::ofstream(folder.path() / "a") << kStated << kUndated;
        std::ofstream(folder.path() / "b") << "{\"x\":1}\n{\"x\":2}\n";
        std::ofstream(folder.path() / "c") << "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
        std::ofstream(folder.path() / "d");
        std::vector<Sniffed> found;
        sniff_inputs(
            {folder.path().string()},
            {},
            [&](Sniffed&& sniffed) { found.push_back(std::move(sniffed)); },
            [] { return false; });
        REQUIRE(found.size() == 4);
        CHECK(found[0].reader == "jsonl");
        CHECK(found[0].scores.front().reader == "jsonl");
        CHECK(found[0].charset == "UTF-8");
        CHECK(found[0].title == "A");
        CHECK(found[0].published == "1999-01-02");
        CHECK(found[1].reader == "jsonl");
        CHECK(found[1].code == "no_text");
        CHECK(found[2].reader.empty());
        CHECK(found[2].media_type == "application/pdf");
        CHECK(found[3].media_type == "inode/x-empty");
    }

    TEST_CASE("read_inputs passes over a project file in a folder") {
        const testing::TempDir folder;
        std::ofstream(folder.path() / "dateline.conf") << "lang = de\n";
        std::ofstream(folder.path() / "a.json") << kUndated;
        testing::CollectingSink sink;
        read_inputs({folder.path().string()}, {}, sink);
        CHECK(sink.articles.size() == 1);
    }
}
