// Which articles are the same article, and which are the same text.
#include "indexer/document/identity.hpp"

#include "common/article/url.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <vector>

namespace dateline::document {
namespace {

Article article_with(const std::string& id,
                     const std::string& url,
                     const std::string& collection = "") {
    Article article;
    article.id = id;
    article.url = url;
    article.collection = collection;
    article.title = "Title";
    return article;
}

}  // namespace

TEST_SUITE("document.identity") {
    TEST_CASE("identify takes the given id before the address and the place") {
        const Identity a = identify(article_with("7", "https://example.org/a"), "a.jsonl");
        CHECK(a.key == identify(article_with("7", "https://example.org/b"), "b.jsonl").key);
        CHECK(a.key != identify(article_with("8", "https://example.org/a"), "a.jsonl").key);
        CHECK(a.path == "a.jsonl");
    }

    TEST_CASE("identify keeps the ids of collections apart") {
        const Identity a = identify(article_with("7", "", "one"), "a");
        CHECK(a.key != identify(article_with("7", "", "two"), "a").key);
        // No field runs into the next one.
        CHECK(identify(article_with("7x", "", "y"), "a").key !=
              identify(article_with("7", "", "xy"), "a").key);
    }

    TEST_CASE("identify takes the canonical address where no id is given") {
        const Identity a =
            identify(article_with("", "HTTPS://Example.org:443/a?utm_source=x#top"), "a");
        CHECK(a.key == identify(article_with("", "https://example.org/a"), "b").key);
        CHECK(a.key != identify(article_with("", "https://example.org/A"), "a").key);
        // An id that looks like an address is none.
        CHECK(a.key != identify(article_with("https://example.org/a", ""), "a").key);
    }

    TEST_CASE("identify takes file, member and record where neither id nor address is given") {
        Article article = article_with("", "");
        const Hash128 key = identify(article, "a").key;
        CHECK(key == identify(article, "a").key);
        CHECK(key != identify(article, "b").key);
        article.locator.offset_bytes = 99;
        CHECK(key == identify(article, "a").key);
        article.locator.record = 1;
        CHECK(key != identify(article, "a").key);
        article.locator.record = 0;
        article.locator.member = "m";
        CHECK(key != identify(article, "a").key);
    }

    TEST_CASE("identify gives an id of 16 hexadecimal digits back as the public id") {
        const Identity a = identify(article_with("0123456789abcdef", "", "one"), "a");
        CHECK(a.key.high == 0x0123456789abcdefULL);
        CHECK(identify(article_with("0123456789abcde", ""), "a").key.high != 0x0123456789abcdeULL);
        CHECK(identify(article_with("0123456789ABCDEF", ""), "a").key.high !=
              0x0123456789abcdefULL);
        CHECK(identify(article_with("ffffffffffffffff", ""), "a").key.high == ~0ULL);
    }

    TEST_CASE("identify gives an exported article the key and content of its origin") {
        Article origin = article_with("", "", "one");
        const Identity first = identify(origin, "a");
        Article exported = origin;
        exported.id = hex16(first.key.high);
        exported.locator.file = "export.jsonl";
        CHECK(identify(exported, "export.jsonl").key == first.key);
        CHECK(identify(exported, "export.jsonl").content_hash == first.content_hash);
        Article detected = origin;
        detected.lang = "en";
        detected.lang_from = "cld2";
        CHECK(identify(detected, "a").content_hash == first.content_hash);
    }

    TEST_CASE("identify gives articles with one key but other places other collision keys") {
        Article article = article_with("7", "");
        const Identity a = identify(article, "a");
        CHECK(a.collision_key != a.key);
        CHECK(a.collision_key != identify(article, "b").collision_key);
        CHECK(a.file_hash != identify(article, "b").file_hash);
        article.locator.record = 1;
        CHECK(a.collision_key != identify(article, "a").collision_key);
        CHECK(a.file_hash == identify(article, "a").file_hash);
    }

    TEST_CASE("identify changes the content hash with every stated field, and with no other") {
        const Article plain = article_with("7", "https://example.org/a");
        const std::uint64_t hash = identify(plain, "a").content_hash;
        CHECK(hash == identify(plain, "b").content_hash);
        const std::vector<std::function<void(Article&)>> changes = {
            [](Article& article) { article.title += "x"; },
            [](Article& article) { article.paragraphs = {""}; },
            [](Article& article) { article.published = time::parse_iso_time("2025"); },
            [](Article& article) { article.modified = time::parse_iso_time("2025"); },
            [](Article& article) { article.lang = "en"; },
            [](Article& article) { article.source = "x"; },
            [](Article& article) { article.section = "x"; },
            [](Article& article) { article.authors = {"x"}; },
            [](Article& article) { article.people = {"x"}; },
            [](Article& article) { article.places = {"x"}; },
            [](Article& article) { article.orgs = {"x"}; },
            [](Article& article) { article.topics = {"x"}; },
            [](Article& article) { article.dateline.place = "x"; },
            [](Article& article) { article.dateline.date = "x"; },
            [](Article& article) { article.mentions.push_back({}); },
            [](Article& article) { article.mentions.emplace_back().honorific = "x"; },
            [](Article& article) {
                article.mentions.emplace_back().path = {{"x", "", ""}};
            },
            [](Article& article) { article.mentions.emplace_back().days = EventDays{}; },
        };
        std::vector<std::uint64_t> seen = {hash};
        for (std::size_t i = 0; i < changes.size(); ++i) {
            CAPTURE(i);
            Article changed = plain;
            changes[i](changed);
            const std::uint64_t other = identify(changed, "a").content_hash;
            CHECK(std::find(seen.begin(), seen.end(), other) == seen.end());
            seen.push_back(other);
        }
        Article moved = plain;
        moved.locator = {"x", "y", 3, 4};
        moved.warnings.push_back({"repaired_utf8", 1});
        CHECK(identify(moved, "a").content_hash == hash);
    }

    TEST_CASE("file_identity names a file relative to the folder of the index") {
        CHECK(file_identity("/data/news/a.txt", "/data/archive.idx") == "news/a.txt");
        CHECK(file_identity("/data/./news/x/../a.txt", "/data/archive.idx") == "news/a.txt");
        CHECK(file_identity("/other/a.txt", "/data/archive.idx") == "../other/a.txt");
        CHECK(file_identity("/data/archive.idx/", "/data/archive.idx") == "archive.idx");
        CHECK(file_identity("/data/news/", "/data/archive.idx") == "news");
        CHECK(file_identity("-", "/data/archive.idx") == "-");
    }

    TEST_CASE("file_identity does not depend on how the index is written") {
        CHECK(file_identity("/data/a", "/data/archive.idx/") ==
              file_identity("/data/a", "/data/archive.idx"));
        CHECK(file_identity("a.txt", "archive.idx") == "a.txt");
        CHECK(file_identity("./a.txt", "./archive.idx") == "a.txt");
    }

    TEST_CASE("canonical_url brings scheme, host, port, fragment and tracking to one form") {
        struct Row {
            std::string url;
            std::string canonical;
        };
        const std::vector<Row> rows = {
            {" HTTP://Example.ORG:80/A ", "http://example.org/A"},
            {"https://example.org:443", "https://example.org"},
            {"https://example.org:80/", "https://example.org:80/"},
            {"http://example.org:443/", "http://example.org:443/"},
            {"https://e.org/a?utm_medium=m&b=1&fbclid=2&c=3&gclid=4#x", "https://e.org/a?b=1&c=3"},
            {"https://e.org/a?utm=1", "https://e.org/a?utm=1"},
            {"https://E.org?Q=1", "https://e.org?Q=1"},
            {"tag:Example.org,2025:a", "tag:Example.org,2025:a"},
            {"", ""},
        };
        for (const Row& row : rows) {
            CAPTURE(row.url);
            CHECK(canonical_url(row.url) == row.canonical);
            CHECK(canonical_url(canonical_url(row.url)) == row.canonical);
        }
    }

    TEST_CASE("identify tells quotes apart by who speaks and by how they were found") {
        Article article = article_with("7", "");
        article.quotes = {{0, 3, "P:ada", "Ada", "editor"}};
        const Identity whole = identify(article, "a");
        for (const Quote& quote : {Quote{0, 4, "P:ada", "Ada", "editor"},
                                   Quote{0, 3, "P:eve", "Ada", "editor"},
                                   Quote{0, 3, "P:ada", "Eve", "editor"},
                                   Quote{0, 3, "P:ada", "Ada", "reader"}}) {
            article.quotes = {quote};
            CHECK(identify(article, "a").content_hash != whole.content_hash);
        }
    }
}

}  // namespace dateline::document
