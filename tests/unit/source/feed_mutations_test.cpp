// The reader of feeds on damaged input: thousands of mutations of good feeds from a fixed seed.
#include "indexer/source/xml/feed_reader.hpp"
#include "tests/unit/source/collecting_sink.hpp"
#include "tests/unit/source/mutate.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

constexpr std::uint32_t kSeed = 20251016;
constexpr int kRounds = 1000;

const std::array<std::string, 3> kFeeds = {
    "<?xml version='1.0' encoding='utf-8'?><rss xmlns:dc='http://purl.org/dc/elements/1.1/'>"
    "<channel><title>C</title><link>http://a.example/</link><language>en</language><item>"
    "<title>A &amp;amp; B</title><link>x</link><guid isPermaLink='false'>7</guid>"
    "<author>a@b.example (N)</author><dc:creator>Kaur, M., Li, A.</dc:creator>"
    "<category>k</category><pubDate>Thu, 16 Oct 2025 12:00:00 GMT</pubDate>"
    "<description>&amp;lt;p&amp;gt;d&amp;lt;/p&amp;gt;</description>"
    "<content:encoded><![CDATA[<p>One</p><ul><li>l\xC3\xA9</ul><pre>a\n b</pre>]]>"
    "</content:encoded><media:content><media:description>c</media:description></media:content>"
    "</item><item><title>B</title></item></channel></rss>",
    "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel rdf:about='u'><title>C</title></channel>"
    "<item rdf:about='http://a.example/1'><title>T</title><dc:date>2025-10-16</dc:date>"
    "<description>d&nbsp;e</description></item></rdf:RDF>",
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/b/' xml:lang='de'>"
    "<title type='html'>F &amp;amp; G</title><author><name>N</name></author><entry>"
    "<title type='text'>a &lt;b&gt;</title><id>tag:a,1</id><link rel='related' href='s'/>"
    "<link href='../p'/><updated>2025-10-16T12:00:00Z</updated><category term='t' label='L'/>"
    "<summary>s</summary><content type='xhtml'><div><h2>h</h2><p>b</p><table><tr><td>1</td>"
    "</tr></table></div></content><source><title>S</title></source></entry></feed>"};

}  // namespace

TEST_SUITE("source.feed_mutations") {
    TEST_CASE("read gives clean articles or rejections for damaged feeds") {
        for (const std::string& feed : kFeeds) {
            CAPTURE(feed);
            std::mt19937 random(kSeed);
            for (int round = 0; round < kRounds; ++round) {
                CAPTURE(round);
                const CollectingSink sink = dateline::testing::read_bytes(
                    feed_reader(), dateline::testing::mutate(feed, random));
                CHECK(sink.articles.size() + sink.rejects.size() > 0);
                for (const Article& article : sink.articles) {
                    CHECK(dateline::testing::is_clean(article));
                    CHECK_FALSE(full_text(article).empty());
                    CHECK((article.blocks.empty() ||
                           article.blocks.back().paragraph < article.paragraphs.size()));
                }
                for (const Rejected& rejected : sink.rejects) {
                    CHECK_FALSE(rejected.code.empty());
                    CHECK(is_valid_utf8(rejected.reason));
                }
            }
        }
    }
}
