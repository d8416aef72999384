// Real Japanese news: every title, searched as a phrase, finds its article.
#include "common/base/utf8.hpp"
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

namespace dateline {
namespace {

/// Runs `command` in the shell and gives its output. Fails the test if it fails.
std::string output_of(const std::string& command) {
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    std::string block(64UL << 10U, '\0');
    for (std::size_t size = 0; (size = std::fread(block.data(), 1, block.size(), pipe)) > 0;) {
        output.append(block, 0, size);
    }
    REQUIRE(::pclose(pipe) == 0);
    return output;
}

/// An article of the corpus: address, date, title, then the text, one paragraph a line.
Article read_livedoor(const std::filesystem::path& path) {
    std::ifstream file(path);
    Article article;
    article.lang = "ja";
    std::string date;
    std::getline(file, article.url);
    std::getline(file, date);
    std::getline(file, article.title);
    article.published = time::parse_iso_time(date);
    for (std::string line; std::getline(file, line);) {
        if (!trim(line).empty()) {
            article.paragraphs.push_back(line);
        }
    }
    return article;
}

std::vector<Article> read_corpus(const testing::TempDir& folder,
                                 const std::filesystem::path& archive) {
    static_cast<void>(output_of("zstd -dc '" + archive.string() + "' | tar x -C '" +
                                folder.path().string() + "'"));
    std::vector<Article> articles;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".txt" && name != "README.txt" && name != "LICENSE.txt") {
            articles.push_back(read_livedoor(entry.path()));
        }
    }
    std::sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) {
        return a.url < b.url;
    });
    return articles;
}

/// `title` as a phrase, whatever quotation marks it has.
parse::Node phrase_of(const std::string& title) {
    parse::Node node;
    node.kind = parse::NodeKind::Phrase;
    node.text = title;
    return node;
}

}  // namespace

TEST_SUITE("languages.livedoor") {
    TEST_CASE("search finds every Japanese article by its title as a phrase") {
        const char* const data =
            std::getenv("DATELINE_DATA");  // NOLINT(concurrency-mt-unsafe): one thread
        if (data == nullptr) {
            MESSAGE("skipped: DATELINE_DATA does not name the folder with livedoor-ja");
            return;
        }
        const testing::TempDir folder;
        const auto articles = read_corpus(
            folder, std::filesystem::path(data) / "livedoor-ja" / "livedoor-2-of-9.tar.zst");
        REQUIRE(articles.size() > 1600);
        search::Searcher searcher(
            property::index_articles(folder, "archive.idx", articles, {2, 2}));
        for (const Article& article : articles) {
            CAPTURE(article.url);
            search::SearchRequest request;
            request.tree = phrase_of(article.title);
            request.all = true;
            const std::vector<search::Hit> hits =
                property::load_hits(searcher, searcher.search(request));
            CHECK(std::any_of(hits.begin(), hits.end(), [&](const search::Hit& hit) {
                return hit.article.url == article.url;
            }));
        }
    }
}

}  // namespace dateline
