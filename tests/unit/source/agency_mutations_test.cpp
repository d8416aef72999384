// The readers of agency XML on damaged input: thousands of mutations of good items from a fixed
// seed.
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <utility>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

constexpr std::uint32_t kSeed = 20251016;
constexpr int kRounds = 1500;

const std::array<std::pair<std::string, std::string>, 3> kSeeds = {
    {{"nitf",
      "<?xml version='1.0' encoding='utf-8'?><nitf><head><docdata><doc-id "
      "id-string='1'/><date.issue "
      "norm='20251016T120000'/><identified-content><person>A</person></identified-content></"
      "docdata>"
      "</head><body><body.head><hedline><hl1>T</hl1><hl2>S</hl2></hedline><byline>By A, "
      "<byttl>x</byttl></byline><dateline>P, Oct 1 -</dateline><abstract>b</abstract></body.head>"
      "<body.content><p>One<br/><br/>t\xC3\xA9</p><bq><p>q</p></bq><table><tr><td>1</td></tr></"
      "table>"
      "<media><media-caption>c</media-caption></media></body.content></body></nitf>"},
     {"newsml-g2",
      "<newsMessage><itemSet><newsItem guid='g' version='2' xml:lang='de'><itemMeta><itemClass "
      "qcode='ninat:text'/><provider qcode='p:A'/><versionCreated>2025-10-16T10:00:00Z"
      "</versionCreated></itemMeta><contentMeta><by>Von A</by><subject type='cpnat:person' "
      "qcode='a:1'/><headline>H</headline></contentMeta><assert qcode='a:1'><name>N</name></assert>"
      "<contentSet><inlineData><![CDATA[<p>a</p>]]></inlineData><inlineXML><html><body><h2>h</h2>"
      "<p>b</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"},
     {"newsml",
      "<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>7</NewsItemId></"
      "NewsIdentifier>"
      "</Identification><NewsComponent EquivalentsList='yes'><NewsComponent><Role "
      "FormalName='SubHeadLine'/><ContentItem><DataContent>s</DataContent></ContentItem>"
      "</NewsComponent><NewsComponent><Role FormalName='Photo'/><NewsLines><HeadLine>c</HeadLine>"
      "</NewsLines></NewsComponent><NewsComponent><ContentItem><DataContent><p>a</p><ul><li>l</li>"
      "</ul></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></"
      "NewsML><newsitem "
      "itemid='1'><title>T</title><text><p>x</p></text></newsitem>"}}};

/// A copy of `bytes` with one to six bit flips, cuts, removals or repetitions.
std::string mutated(std::string bytes, std::mt19937& random) {
    const auto pick = [&random](std::size_t size) {
        return static_cast<std::size_t>(random()) % std::max<std::size_t>(size, 1);
    };
    for (std::size_t changes = 1 + pick(6); changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = pick(bytes.size());
        switch (pick(4)) {
            case 0:
                bytes[at] =
                    static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << pick(8)));
                break;
            case 1:
                bytes.resize(at + 1);
                break;
            case 2:
                bytes.erase(at, 1 + pick(60));
                break;
            default:
                bytes.insert(pick(bytes.size()), bytes.substr(at, pick(120)));
                break;
        }
    }
    return bytes;
}

}  // namespace

TEST_SUITE("source.agency_mutations") {
    TEST_CASE("read gives clean articles or rejections for damaged agency XML") {
        for (const auto& [format, seed] : kSeeds) {
            std::mt19937 random(kSeed);
            const Reader* reader = find_reader(format);
            REQUIRE(reader != nullptr);
            for (int round = 0; round < kRounds; ++round) {
                CAPTURE(format);
                CAPTURE(round);
                const std::string bytes = mutated(seed, random);
                const CollectingSink sink = dateline::testing::read_bytes(*reader, bytes);
                CHECK(sink.articles.size() + sink.rejects.size() > 0);
                for (const Article& article : sink.articles) {
                    CHECK(dateline::testing::is_clean(article));
                    CHECK_FALSE(full_text(article).empty());
                    CHECK((article.blocks.empty() ||
                           article.blocks.back().paragraph < article.paragraphs.size()));
                    CHECK(std::is_sorted(
                        article.blocks.begin(),
                        article.blocks.end(),
                        [](const Block& a, const Block& b) { return a.paragraph < b.paragraph; }));
                }
                for (const Rejected& rejected : sink.rejects) {
                    CHECK_FALSE(rejected.code.empty());
                    CHECK(is_valid_utf8(rejected.reason));
                }
            }
        }
    }
}
