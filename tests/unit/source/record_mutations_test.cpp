// Tables and files of many articles, damaged: nothing may crash or hang, every string that comes
// out is clean, and nothing is lost without a word.
#include "tests/unit/source/collecting_sink.hpp"
#include "tests/unit/source/mutate.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

constexpr std::uint32_t kSeed = 20251016;

const std::string kTable =
    "id;title;text;date\n1;\"A \"\"b\"\"\";\"one\n\ntwo\";2025-10-16\n2;B;Z\xFCrich;03/04/87\n"
    "3;C;\"<p>x</p>\";\n4;\"D;d\n5;E;e;2025\n";

const std::string kTrec =
    "<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<FILEID>AP-NR-02-12-88 2344EST</FILEID>\n<HEAD>A &amp; "
    "B</HEAD>\n<BYLINE>By JANE ROE</BYLINE>\n<DATELINE>BERN (AP) </DATELINE>\n<TEXT>\n   One\ntwo "
    "&Cx1f; &sect; <F P=1> x </F>.\n<!-- c -->\n   Z\xFCrich.\n</TEXT>\n</DOC>\n<DOC "
    "id=\"APW_ENG_19941101.0001\" type=\"story\">\n<HL>\n@ A\n@ ----\n@ By J. "
    "Roe\n</HL><TEXT><P>b</"
    "P></TEXT></DOC>\n";

const std::string kFactiva =
    "HD  A\nBY  By Jane Roe\nWC  12 words\nPD  16 October 2025\nET  "
    "18:02\nLP\nOne.\n\nTD\nTwo.\nCO  "
    "a : B | c : D\nAN\nDocument EXNW000020251016elag000xx\n\nNews\nA longer headline\nBy Jane\n12 "
    "words\n16 October 2025\nWire\n(c) 2025\n\nText.\n\nDocument EXNW000020251017elag000yy\n";

const std::string kLexis =
    "      1 of 2 DOCUMENTS\n\n      The Times\n\n      October 16, 2025\n\nTitle\n\nBYLINE: By J. "
    "Roe\n\nLENGTH: 3 words\n\nBody text.\n\nSUBJECT: A (90%); B\n\nLOAD-DATE: October 17, 2025\n\n"
    "2 of 2 DOCUMENTS\n\nA\nB\nMay 3, 1994\n\nSection: C\nBody\n\nText.\n\nGraphic\n\nx\n\nEnd of "
    "Document\n";

/// What the formats part records and fields by; ten bytes, one of them NUL.
constexpr std::string_view kMarks("\"\n\r<>;,:\0&", 10);

}  // namespace

TEST_SUITE("source.record_mutations") {
    TEST_CASE("read gives clean articles or rejections for damaged files of many records") {
        SourceOptions options;
        options.limits.article_bytes = 300;
        for (const auto& [format, seed] : {std::pair(std::string("csv"), kTable),
                                           std::pair(std::string("trec"), kTrec),
                                           std::pair(std::string("factiva"), kFactiva),
                                           std::pair(std::string("lexis"), kLexis)}) {
            std::mt19937 random(kSeed);
            const Reader* reader = find_reader(format);
            REQUIRE(reader != nullptr);
            for (int round = 0; round < 2000; ++round) {
                CAPTURE(format);
                CAPTURE(round);
                const std::string bytes = testing::mutate(seed, random, kMarks);
                CHECK(reader->sniff(bytes, "memory") <= 100);
                const CollectingSink sink = dateline::testing::read_bytes(*reader, bytes, options);
                for (const Article& article : sink.articles) {
                    CHECK(dateline::testing::is_clean(article));
                    CHECK_FALSE(full_text(article).empty());
                    CHECK(article.locator.offset_bytes < bytes.size());
                }
                for (const Rejected& rejected : sink.rejects) {
                    CHECK(is_valid_utf8(rejected.reason));
                    CHECK_FALSE(rejected.code.empty());
                }
            }
        }
    }
}
