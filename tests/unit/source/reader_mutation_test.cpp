// Readers and containers on damaged input: thousands of mutations of good files from a fixed seed.
// Nothing may crash or hang, and every string that comes out is clean.
#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/collecting_sink.hpp"
#include "tests/unit/source/make_archive.hpp"
#include "tests/unit/source/mutate.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;
using dateline::testing::mutate;

namespace {

constexpr std::uint32_t kSeed = 20251016;

const std::string kSgml =
    "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" "
    "NEWID=\"1\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n"
    "<TOPICS><D>cocoa</D></TOPICS><PLACES><D>usa</D></PLACES><PEOPLE></PEOPLE><ORGS><D>imf</D></"
    "ORGS>\n"
    "<TEXT>&#2;\n<TITLE>A &lt;B> C</TITLE>\n<AUTHOR>    By Jane Roe, Reuters</AUTHOR>\n"
    "<DATELINE>    PARIS, Feb 26 - </DATELINE><BODY>Words\nmore.\n    Z\xFCrich.\n "
    "Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
    "<REUTERS NEWID=\"2\"><TEXT TYPE=\"UNPROC\">A table  1\n of  2\n</TEXT></REUTERS>\n";

const std::string kText =
    "---\ntitle: \"A \\\"b\\\"\"\ndate: 2025-10-16\ntags: [a, 'b', \"c\"]\npeople:\n  - Jane "
    "Roe\n---\n"
    "PARIS, Oct 16 (AP) - Words.\n\n    Indented\nline 外国人\n参政権.\n\nTable   1\nof   2\n";

void check_clean(const CollectingSink& sink) {
    for (const Article& article : sink.articles) {
        CHECK(dateline::testing::is_clean(article));
        CHECK_FALSE(full_text(article).empty());
    }
    for (const Rejected& rejected : sink.rejects) {
        CHECK(is_valid_utf8(rejected.reason));
        CHECK_FALSE(rejected.code.empty());
    }
}

}  // namespace

TEST_SUITE("source.mutations") {
    TEST_CASE("read gives clean articles or rejections for damaged records") {
        SourceOptions options;
        options.limits.article_bytes = 400;
        for (const auto& [format, seed] :
             {std::pair(std::string("reuters"), kSgml), std::pair(std::string("text"), kText)}) {
            std::mt19937 random(kSeed);
            const Reader* reader = find_reader(format);
            REQUIRE(reader != nullptr);
            for (int round = 0; round < 3000; ++round) {
                CAPTURE(format);
                CAPTURE(round);
                const std::string bytes = mutate(seed, random);
                const CollectingSink sink = dateline::testing::read_bytes(*reader, bytes, options);
                check_clean(sink);
                const bool must_speak =
                    reader->name() == "text" || bytes.find("<REUTERS ") != std::string::npos;
                CHECK(sink.articles.size() + sink.rejects.size() >= (must_speak ? 1 : 0));
            }
        }
    }

    TEST_CASE("read_inputs survives damaged archives") {
        const dateline::testing::TempDir dir;
        const std::string zip =
            dateline::testing::make_archive(dir.path() / "seed", "zip", "none", {{"z.sgm", kSgml}});
        for (const auto& [format, filter] : {std::pair("ustar", "none"),
                                             std::pair("ustar", "gzip"),
                                             std::pair("zip", "none"),
                                             std::pair("raw", "xz"),
                                             std::pair("raw", "bzip2"),
                                             std::pair("raw", "zstd")}) {
            dateline::testing::Members members{{"a.sgm", kSgml}};
            if (std::string(format) != "raw") {
                members.emplace_back("b.zip", zip);
                members.emplace_back("c.txt", kText);
            }
            const std::string seed =
                dateline::testing::make_archive(dir.path() / "seed", format, filter, members);
            std::mt19937 random(kSeed);
            for (int round = 0; round < 150; ++round) {
                CAPTURE(format);
                CAPTURE(filter);
                CAPTURE(round);
                const std::string file = dir.write("damaged", mutate(seed, random)).string();
                const CollectingSink sink = dateline::testing::read_all({file});
                check_clean(sink);
                CHECK(sink.articles.size() + sink.rejects.size() + sink.types.size() > 0);
            }
        }
    }
}
