// Every file of the feeds data: what it gives, and what the tests beside the files state of them.
#include "common/time/published.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/collecting_sink.hpp"
#include "tests/unit/source/feed_data_expected.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

namespace fs = std::filesystem;

/// The unpacked feeds; empty without DATELINE_DATA.
fs::path unpack(const testing::TempDir& folder) {
    const char* data = std::getenv("DATELINE_DATA");  // NOLINT(concurrency-mt-unsafe): one thread
    if (data == nullptr) {
        MESSAGE("skipped: DATELINE_DATA is not set");
        return {};
    }
    const std::string command = "zstd -dc --long=27 '" + std::string(data) +
                                "/feeds/nnw-feeds.tar.zst' | tar x -C '" + folder.path().string() +
                                "'";
    // NOLINTNEXTLINE(concurrency-mt-unsafe,cert-env33-c): unpacking test data, one thread
    REQUIRE(std::system(command.c_str()) == 0);
    return folder.path() / "Modules/RSParser/Tests/RSParserTests/Resources";
}

std::vector<fs::path> feeds_in(const fs::path& folder) {
    const std::set<std::string> extensions = {".rss", ".xml", ".rdf", ".atom", ".json", ".opml"};
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (extensions.count(entry.path().extension().string()) > 0) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// How often each thing occurs, as ` name=number`.
std::string counted(const std::map<std::string, std::uint64_t>& counts) {
    std::string text;
    for (const auto& [name, count] : counts) {
        text += " " + name + "=" + std::to_string(count);
    }
    return text;
}

/// One line for a file: reader, numbers of articles and of those with title, date, change,
/// authors, topics, address and id; paragraphs, blocks and captions of all; source and language of
/// the first; rejections; warnings.
std::string line_of(const CollectingSink& sink, const std::string& name) {
    std::map<std::string, std::uint64_t> with;
    std::map<std::string, std::uint64_t> rejects;
    std::map<std::string, std::uint64_t> warnings;
    for (const Article& article : sink.articles) {
        with["titles"] += article.title.empty() ? 0 : 1;
        with["dates"] += article.published ? 1 : 0;
        with["changes"] += article.modified ? 1 : 0;
        with["authors"] += article.authors.empty() ? 0 : 1;
        with["topics"] += article.topics.empty() ? 0 : 1;
        with["urls"] += article.url.empty() ? 0 : 1;
        with["paragraphs"] += article.paragraphs.size();
        with["blocks"] += article.blocks.size();
        with["captions"] += article.captions.size();
        for (const Warning& warning : article.warnings) {
            ++warnings[warning.code];
        }
    }
    for (const Rejected& rejected : sink.rejects) {
        ++rejects[rejected.code];
    }
    std::erase_if(with, [](const auto& entry) { return entry.second == 0; });
    std::ostringstream line;
    line << name;
    if (!sink.articles.empty()) {
        const Article& first = sink.articles.front();
        line << " | " << first.format << " " << sink.articles.size() << counted(with) << " | "
             << first.source << " | " << first.lang;
    }
    for (const auto& [where, type] : sink.types) {
        line << " | unrecognised " << type;
    }
    line << (rejects.empty() ? "" : " | rejected") << counted(rejects)
         << (warnings.empty() ? "" : " | warned") << counted(warnings);
    return line.str();
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) {
            lines.push_back(line);
        }
    }
    return lines;
}

/// The article of `sink` called `title`.
Article called(const CollectingSink& sink, std::string_view title) {
    const auto found =
        std::find_if(sink.articles.begin(), sink.articles.end(), [title](const Article& article) {
            return article.title == title;
        });
    REQUIRE(found != sink.articles.end());
    return *found;
}

CollectingSink read(const fs::path& file) {
    return dateline::testing::read_all({file.string()});
}

std::string date(const Article& article) {
    return article.published ? time::format_published(*article.published) : "none";
}

}  // namespace

TEST_SUITE("source.feed_data") {
    TEST_CASE("read_inputs takes every feed as expected") {
        const testing::TempDir folder;
        const fs::path feeds = unpack(folder);
        if (feeds.empty()) {
            return;
        }
        std::vector<std::string> found;
        for (const fs::path& file : feeds_in(feeds)) {
            found.push_back(line_of(read(file), file.filename().string()));
        }
        const std::vector<std::string> expected = lines_in(kExpectedFeeds);
        for (std::size_t i = 0; i < std::max(found.size(), expected.size()); ++i) {
            const std::string ours = i < found.size() ? found[i] : "nothing";
            const std::string theirs = i < expected.size() ? expected[i] : "nothing";
            CHECK(ours == theirs);
        }
    }

    TEST_CASE("read_inputs finds what the tests beside the feeds state") {
        const testing::TempDir folder;
        const fs::path feeds = unpack(folder);
        if (feeds.empty()) {
            return;
        }
        const Article writs =
            called(read(feeds / "DaringFireball.rss"),
                   "The Dangerous All Writs Act Precedent in the Apple Encryption Case");
        CHECK(writs.id == "tag:daringfireball.net,2016:/linked//6.32163");
        CHECK(date(writs) == "2016-02-25T17:07:13Z");
        CHECK(writs.paragraphs.at(0) == "Amy Davidson, writing for The New Yorker:");

        const CollectingSink qemu = read(feeds / "qemu.atom");
        CHECK(called(qemu, "QEMU version 9.0.0 released").id == "/2024/04/23/qemu-9-0-0");
        CHECK(date(called(qemu, "QEMU version 9.0.0 released")) == "2024-04-23T23:02:00Z");
        CHECK(date(called(qemu, "QEMU version 9.1.0 released")) == "2024-09-03T23:08:00Z");

        CHECK(called(read(feeds / "DaringFireball.atom"),
                     "Virgin Mobile Partners With Apple to Go iPhone-Only With $1 Service")
                  .url == "https://daringfireball.net/linked/2017/06/26/virgin-mobile-iphone-only");
        CHECK(called(read(feeds / "neverworkintheory.atom"),
                     "Andreas Zeller on Creating Nasty Test Inputs")
                  .url == "https://neverworkintheory.org/2023/06/13/zeller-andreas.html");

        const Article windows = called(read(feeds / "pappacoda.atom"), "C su Windows");
        CHECK(windows.id == "tag:andrea.pappacoda.it,2023-06-09:c_su_windows");
        CHECK(windows.url == "https://andrea.pappacoda.it/blog/c_su_windows/");

        const Article product = called(read(feeds / "shopify-namespace.rss"), "Real Product Title");
        CHECK(product.paragraphs == std::vector<std::string>{"Body HTML"});
        CHECK(product.authors == std::vector<std::string>{"Jane Maker"});
    }

    TEST_CASE("read_inputs names authors and sources as the tests beside the feeds do") {
        const testing::TempDir folder;
        const fs::path feeds = unpack(folder);
        if (feeds.empty()) {
            return;
        }
        using Names = std::vector<std::string>;
        CHECK(read(feeds / "EMarley.rss").articles.at(0).authors == Names{"Liz Marley"});
        for (const Article& article : read(feeds / "root-author.atom").articles) {
            CHECK(article.authors == Names{"Florens Verschelde"});
        }
        for (const Article& article : read(feeds / "cloudblog.rss").articles) {
            CHECK(article.title != "Product Manager, Office of the CTO");
            CHECK(article.title != "Developer Programs Engineer");
        }
        for (const Article& article : read(feeds / "aktuality.rss").articles) {
            CHECK_FALSE(article.title.empty());
        }
        const CollectingSink coins = read(feeds / "kc0011.rss");
        CHECK(coins.articles.at(0).source == "投资资讯网交易在线--流通纪念币最新20篇论坛主题-全文");
        CHECK(date(coins.articles.at(0)).starts_with("2020-01-10"));
        for (const Article& article : coins.articles) {
            CHECK(article.title.find("\xEF\xBF\xBD") == std::string::npos);
        }
        for (const Article& article : read(feeds / "bio.rdf").articles) {
            CHECK(article.url.starts_with("http://biorxiv.org/cgi/content/"));
            CHECK(article.source == "bioRxiv Subject Collection: Plant Biology");
        }
        for (const Article& article : read(feeds / "theomnishow.rss").articles) {
            CHECK(article.url.starts_with("https://theomnishow.omnigroup.com/episode/"));
        }
    }
}
