// Readers of web pages and JSON against damaged inputs.
#include "common/article/article.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/html/html_reader.hpp"
#include "indexer/source/json/json_reader.hpp"
#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace dateline::source {
namespace {

constexpr std::uint32_t kSeed = 20251016;
constexpr int kRounds = 1500;

const std::array<std::string, 5> kSeeds = {
    R"({"schema":"dateline.article/1","title":"T","paragraphs":["a","b"],"mentions":[{"type":"place","start":0,"end":1}]})"
    "\n",
    R"([{"uri":"u","headline":"H","body_xhtml":"<p>One<br><br>two</p>","versioncreated":"2020-01-01T00:00:00Z"},)"
    R"({"@type":"NewsArticle","headline":"\ud83d\ude00","articleBody":"x","author":{"name":"A"}}])",
    R"({"hits":{"hits":[{"_id":1,"_source":{"title":"a","body":"b","date":1577836800}}]},"items":[{"content_text":"c"}]})",
    R"({"contents":[{"type":"sanitized_html","content":"<b>x</b>"},{"type":"date","content":1}],"published_date":1})",
    R"(<html lang="en"><head><meta charset="utf-8"><title>T - S</title><meta property="og:site_name" content="S">)"
    R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"H"}</script></head><body><nav><a href="/">m</a></nav>)"
    R"(<article><p>One two three, four five six seven eight nine ten eleven twelve.</p><pre>a
 b</pre><ul><li>x</li></ul></article><time datetime="2020-01-01"></time></body></html>)"};

std::string mutated(std::mt19937& random) {
    const auto pick = [&random](std::size_t size) { return size == 0 ? 0 : random() % size; };
    std::string bytes = kSeeds[pick(kSeeds.size())];
    for (std::size_t changes = 1 + pick(4); changes > 0; --changes) {
        const std::string& other = kSeeds[pick(kSeeds.size())];
        const std::size_t at = pick(bytes.size());
        switch (pick(4)) {
            case 0:
                if (!bytes.empty()) {
                    bytes[at] =
                        static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << pick(8)));
                }
                break;
            case 1:
                bytes.resize(at);
                break;
            case 2:
                bytes.insert(at, other.substr(pick(other.size()), pick(60)));
                break;
            default:
                bytes.erase(at, pick(20));
                break;
        }
    }
    return bytes;
}

void check_text(const Article& article) {
    CHECK(is_valid_utf8(full_text(article)));
    for (const std::string& text : {article.id,
                                    article.url,
                                    article.source,
                                    article.section,
                                    article.lang,
                                    article.dateline.place}) {
        CHECK(is_valid_utf8(text));
    }
    for (const auto* list : {&article.authors, &article.topics, &article.people, &article.places}) {
        for (const std::string& text : *list) {
            CHECK(is_valid_utf8(text));
        }
    }
    for (const Mention& mention : article.mentions) {
        CHECK(mention.end_bytes <= full_text(article).size());
    }
}

}  // namespace

TEST_SUITE("source.reader_mutations") {
    TEST_CASE("read never fails on damaged input and gives valid text") {
        std::mt19937 random(kSeed);
        for (int round = 0; round < kRounds; ++round) {
            const std::string bytes = mutated(random);
            CAPTURE(kSeed);
            CAPTURE(round);
            for (const Reader* reader : {&json_reader(), &jsonl_reader(), &html_reader()}) {
                const KeepingSink sink = read_all(*reader, bytes);
                for (const Article& article : sink.articles) {
                    check_text(article);
                }
                for (const Rejected& rejected : sink.rejects) {
                    CHECK_FALSE(rejected.code.empty());
                    CHECK(is_valid_utf8(rejected.reason));
                }
                // A file of JSON may hold an empty list; lines and pages always give something.
                const bool blank =
                    bytes.find_first_not_of(" \t\r\n\x1E\xEF\xBB\xBF") == std::string::npos;
                const bool may_be_nothing = blank || reader == &json_reader();
                CHECK((may_be_nothing || !sink.articles.empty() || !sink.rejects.empty()));
                CHECK(reader->sniff(bytes, "a") <= 100);
            }
        }
    }
}

}  // namespace dateline::source
