// The collections of TREC and the LDC, each in its own elements; all texts are invented.
#include "indexer/source/text/trec_reader.hpp"

#include "indexer/source/text/press_values.hpp"
#include "indexer/source/text/trec_record.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

using Strings = std::vector<std::string>;

CollectingSink read(std::string_view bytes, const SourceOptions& options = {}) {
    return dateline::testing::read_bytes(trec_reader(), bytes, options);
}

Article read_one(std::string_view bytes) {
    CollectingSink sink = read(bytes);
    REQUIRE(sink.articles.size() == 1);
    CHECK(sink.rejects.empty());
    CHECK(trec_reader().sniff(bytes, "a") >= 90);
    return sink.articles.front();
}

std::string published(const Article& article) {
    return article.published ? time::format_published(*article.published) : "none";
}

std::string formatted(const std::optional<time::Published>& date) {
    return date ? time::format_published(*date) : "none";
}

}  // namespace

TEST_SUITE("source.trec_record") {
    TEST_CASE("parse_trec_record reads the Associated Press") {
        const Article article = read_one(R"(<DOC>
<DOCNO> AP880212-0001 </DOCNO>
<FILEID>AP-NR-02-12-88 2344EST</FILEID>
<FIRST>u i AM-Harbor     02-12 0199</FIRST>
<SECOND>AM-Harbor,0205</SECOND>
<HEAD>Harbor Opens &amp; Closes</HEAD>
<HEAD>With PM-Ships, Bjt</HEAD>
<BYLINE>By JANE ROE</BYLINE>
<BYLINE>Associated Press Writer</BYLINE>
<DATELINE>LISBON, Portugal (AP) </DATELINE>
<TEXT>
   The harbor opened
on Friday.
   It closed on Saturday.
</TEXT>

</DOC>
)");
        CHECK(article.id == "AP880212-0001");
        CHECK(article.title == "Harbor Opens & Closes");
        CHECK(article.paragraphs == Strings{"With PM-Ships, Bjt",
                                            "The harbor opened on Friday.",
                                            "It closed on Saturday."});
        CHECK(article.blocks == std::vector<Block>{{0, BlockKind::Heading}});
        CHECK(article.authors == Strings{"JANE ROE"});
        CHECK(article.dateline.place == "LISBON, Portugal");
        CHECK(published(article) == "1988-02-12T23:44:00-05:00");
        CHECK(article.source == "Associated Press");
        CHECK(article.format == "trec");
        CHECK(article.warnings.empty());
    }

    TEST_CASE("parse_trec_record reads the Wall Street Journal of both forms") {
        const Article early = read_one(R"(<DOC>
<DOCNO> WSJ870324-0001 </DOCNO>
<HL> Mill Is Near Accord
  To Sell Unit</HL>
<DD> 03/24/87</DD>
<SO> WALL STREET JOURNAL (J)</SO>
<IN> REL
TENDER OFFERS, MERGERS, ACQUISITIONS (TNM)
</IN>
<DATELINE> NEW YORK  </DATELINE>
<TEXT>
   The mill said so.
</TEXT>
</DOC>)");
        CHECK(early.title == "Mill Is Near Accord To Sell Unit");
        CHECK(published(early) == "1987-03-24");
        CHECK(early.source == "WALL STREET JOURNAL");
        CHECK(early.topics == Strings{"REL", "TENDER OFFERS, MERGERS, ACQUISITIONS (TNM)"});
        CHECK(early.dateline.place == "NEW YORK");
        const Article late = read_one(R"(<DOC>
<DOCNO>
WSJ910102-0001
</DOCNO>
<DOCID>
910102-0001.
</DOCID>
<HL>
   International:
@  A Mill Is Sold
@  ----
@  By Jane Roe
@  Staff Reporter of The Wall Street Journal
</HL>
<DATE>
01/02/91
</DATE>
<SO>
WALL STREET JOURNAL (J), PAGE A3
</SO>
<CO>
   EXMP EUROP
</CO>
<LP>
   BERN, Switzerland -- The mill was sold.
</LP>
<TEXT>
   It was old.
</TEXT>
</DOC>)");
        CHECK(late.title == "International: A Mill Is Sold");
        CHECK(late.authors == Strings{"Jane Roe"});
        CHECK(published(late) == "1991-01-02");
        CHECK(late.section == "PAGE A3");
        CHECK(late.orgs == Strings{"EXMP EUROP"});
        CHECK(late.paragraphs == Strings{"BERN, Switzerland -- The mill was sold.", "It was old."});
    }

    TEST_CASE("parse_trec_record reads the Financial Times") {
        const Article article = read_one(R"(<DOC>
<DOCNO>FT911-1</DOCNO>
<PROFILE>_AN-XXXXXXXXXX</PROFILE>
<DATE>910514
</DATE>
<HEADLINE>
FT  14 MAY 91 / (CORRECTED) A kettle of note
</HEADLINE>
<BYLINE>
By JANE ROE
</BYLINE>
<TEXT>
A kettle, at &pound;5, was sold.
Twice.
</TEXT>
<XX>
Companies:-
</XX>
<CO>Example Kettles.
     Sample Pots.
</CO>
<XX>
Countries:-
</XX>
<CN>GBZ  United Kingdom, EC.
</CN>
<TP>COMP  Company News.
</TP>
<PE>Roe, J Chairman.
</PE>
<PUB>The Financial Times
</PUB>
<PAGE>
London Page 4
</PAGE>
</DOC>)");
        CHECK(article.title == "(CORRECTED) A kettle of note");
        CHECK(published(article) == "1991-05-14");
        CHECK(article.paragraphs == Strings{"A kettle, at £5, was sold. Twice."});
        CHECK(article.orgs == Strings{"Example Kettles", "Sample Pots"});
        CHECK(article.places == Strings{"United Kingdom, EC"});
        CHECK(article.topics == Strings{"Company News"});
        CHECK(article.people == Strings{"Roe, J Chairman"});
        CHECK(article.source == "The Financial Times");
        CHECK(article.section == "London Page 4");
    }

    TEST_CASE("parse_trec_record reads the Los Angeles Times") {
        const Article article = read_one(R"(<DOC>
<DOCNO> LA010189-0001 </DOCNO>
<DOCID> 1 </DOCID>
<DATE>
<P>
January 1, 1989, Sunday, Home Edition
</P>
</DATE>
<SECTION>
<P>
Book Review; Page 1; Book Review Desk
</P>
</SECTION>
<LENGTH>
<P>
1206 words
</P>
</LENGTH>
<HEADLINE>
<P>
NEW FALLOUT FROM A PLAY;
</P>
<P>
A SECOND LOOK
</P>
</HEADLINE>
<BYLINE>
<P>
By JANE ROE, Times Staff Writer
</P>
</BYLINE>
<TEXT>
<P>
The play opened.
</P>
<P>
It closed.
</P>
</TEXT>
<GRAPHIC>
<P>
Photo, A stage, JOHN DOE
</P>
</GRAPHIC>
<SUBJECT>
<P>
PLAYS; THEATERS
</P>
</SUBJECT>
</DOC>)");
        CHECK(article.id == "LA010189-0001");
        CHECK(article.title == "NEW FALLOUT FROM A PLAY; A SECOND LOOK");
        CHECK(published(article) == "1989-01-01");
        CHECK(article.section == "Book Review; Page 1; Book Review Desk");
        CHECK(article.authors == Strings{"JANE ROE"});
        CHECK(article.paragraphs == Strings{"The play opened.", "It closed."});
        CHECK(article.captions == Strings{"Photo, A stage, JOHN DOE"});
        CHECK(article.topics == Strings{"PLAYS", "THEATERS"});
        CHECK(article.source == "Los Angeles Times");
    }

    TEST_CASE("parse_trec_record reads FBIS and the Federal Register") {
        const Article fbis = read_one(R"(<DOC>
<DOCNO> FBIS3-1 </DOCNO>
<HT>    "cr00000011094001" </HT>
<HEADER>
<H2>   March Reports </H2>
<DATE1>  1 March 1994 </DATE1>
<F P=100> FBIS3-1 </F>
<H3> <TI>      PARTIES, POLLS </TI></H3>
</HEADER>
<TEXT>
Language: <F P=105> Spanish </F>

Article Type:CSO

  A poll was held.
</TEXT>
</DOC>)");
        CHECK(fbis.title == "PARTIES, POLLS");
        CHECK(published(fbis) == "1994-03-01");
        CHECK(fbis.paragraphs ==
              Strings{"Language: Spanish", "Article Type:CSO", "A poll was held."});
        const Article register_page = read_one(R"(<DOC>
<DOCNO> FR940104-0-00001 </DOCNO>
<PARENT> FR940104-0-00001 </PARENT>
<TEXT>
<!-- PJG FTAG 4700 -->
<USDEPT>DEPARTMENT OF EXAMPLES</USDEPT>
<DOCTITLE>Rules &sect; 3</DOCTITLE>
<DATE>EFFECTIVE DATE: January 3, 1995.</DATE>
<!-- PJG /FTAG -->
Text a &lt; b of 5 < 6.
</TEXT>
</DOC>)");
        CHECK(register_page.title == "Rules § 3");
        CHECK(published(register_page) == "1994-01-04");
        CHECK(register_page.paragraphs == Strings{"DEPARTMENT OF EXAMPLES",
                                                  "EFFECTIVE DATE: January 3, 1995.",
                                                  "Text a < b of 5 < 6."});
    }

    TEST_CASE("parse_trec_record reads the San Jose Mercury News and Ziff-Davis") {
        const Article mercury = read_one(R"(<DOC>
<DOCNO> SJMN91-06001001 </DOCNO>
<ACCESS> 06001001 </ACCESS>
<CAPTION>  Photo; A boat  </CAPTION>
<DESCRIPT>  BOAT; RIVER  </DESCRIPT>
<LEADPARA>  The boat sank.  </LEADPARA>
<SECTION>  Front  </SECTION>
<HEADLINE>  Boat sinks  </HEADLINE>
<MEMO>  Late news  </MEMO>
<TEXT>     It was raised.;  It floats.  </TEXT>
<BYLINE>  JANE ROE, Mercury News Staff Writer  </BYLINE>
<PUBDATE>  910101  </PUBDATE>
</DOC>)");
        CHECK(mercury.title == "Boat sinks");
        CHECK(mercury.paragraphs == Strings{"The boat sank.", "It was raised.", "It floats."});
        CHECK(mercury.captions == Strings{"Photo; A boat"});
        CHECK(mercury.topics == Strings{"BOAT", "RIVER"});
        CHECK(mercury.authors == Strings{"JANE ROE"});
        CHECK(published(mercury) == "1991-01-01");
        const Article ziff = read_one(R"(<DOC>
<DOCNO> ZF07-781-012 </DOCNO>
<DOCID> 07 781 012. </DOCID>
<JOURNAL> Example Week  Jan 16 1990 v7 n2 p40(1) </JOURNAL>
<TITLE> A printer. </TITLE>
<AUTHOR> Roe, Jane. </AUTHOR>
<DESCRIPTORS> Topic: Printers </DESCRIPTORS>
<TEXT>
<ABSTRACT> It prints. </ABSTRACT>
Well.
</TEXT>
</DOC>)");
        CHECK(ziff.title == "A printer.");
        CHECK(ziff.source == "Example Week Jan 16 1990 v7 n2 p40(1)");
        CHECK(ziff.authors == Strings{"Jane Roe"});
        CHECK(published(ziff) == "1990-01-16");
        CHECK(ziff.paragraphs == Strings{"It prints.", "Well."});
    }

    TEST_CASE("parse_trec_record reads AQUAINT and Gigaword") {
        const Article aquaint = read_one(R"(<DOC>
<DOCNO> NYT19980601.0001 </DOCNO>
<DOCTYPE> NEWS STORY </DOCTYPE>
<DATE_TIME> 1998-06-01 00:01 </DATE_TIME>
<HEADER>
A4473 &Cx1f; wstm-
r a &Cx13; &Cx11; BC-BRIDGE
</HEADER>
<BODY>
<SLUG> BC-BRIDGE </SLUG>
<HEADLINE>
A BRIDGE AT &UR; LAST &LR;
</HEADLINE>
<TEXT>
   It opened. &QL;
<P>
   People walked.
</P>
</TEXT>
</BODY>
<TRAILER>
NYT-06-01-98 0001EDT
</TRAILER>
</DOC>)");
        CHECK(aquaint.title == "A BRIDGE AT LAST");
        CHECK(published(aquaint) == "1998-06-01T00:01:00Z");
        CHECK(aquaint.paragraphs == Strings{"It opened.", "People walked."});
        CHECK(aquaint.source == "The New York Times");
        const Article gigaword = read_one(R"(<DOC id="APW_ENG_19941101.0001" type="story" >
<HEADLINE>
A Road Is Built
</HEADLINE>
<DATELINE>
BERN, Switzerland (AP)
</DATELINE>
<TEXT>
<P>
The road is
built.
</P>
</TEXT>
</DOC>)");
        CHECK(gigaword.id == "APW_ENG_19941101.0001");
        CHECK(published(gigaword) == "1994-11-01");
        CHECK(gigaword.dateline.place == "BERN, Switzerland");
        CHECK(gigaword.paragraphs == Strings{"The road is built."});
        CHECK(gigaword.source == "Associated Press Worldstream");
    }

    TEST_CASE("parse_trec_record tolerates tags that are not closed") {
        const Article article =
            read_one("<DOC>\n<DOCNO> AP880212-0002\n<HEAD>A\n<TEXT>\nb\n</DOC>");
        CHECK(article.id == "AP880212-0002");
        CHECK(article.title == "A");
        CHECK(article.paragraphs == Strings{"b"});
        CHECK(article.warnings == std::vector<Warning>{{"unclosed_tag", 2}});
    }

    TEST_CASE("parse_trec_record keeps the text of elements that it does not know") {
        const Article article =
            read_one("<DOC>\n<DOCNO>x-1</DOCNO>\n<CONTENT>One.<P>Two.</CONTENT>\n</DOC>");
        CHECK(article.paragraphs == Strings{"One.", "Two."});
    }

    TEST_CASE("parse_trec_date reads the forms of the collections") {
        const time::DateReading dates;
        for (const auto& [text, expected] : {
                 std::pair("870326", "1987-03-26"),
                 std::pair("390101", "2039-01-01"),
                 std::pair("400101", "1940-01-01"),
                 std::pair("19960801", "1996-08-01"),
                 std::pair("03/24/87", "1987-03-24"),
                 std::pair("3/4/1987", "1987-03-04"),
                 std::pair("13/24/87", "none"),
                 std::pair("January 1, 1989, Sunday, Home Edition", "1989-01-01"),
                 std::pair("1998-06-01 00:01", "1998-06-01T00:01:00Z"),
                 std::pair("871301", "none"),
                 std::pair("", "none"),
             }) {
            CAPTURE(text);
            CHECK(formatted(parse_trec_date(text, dates)) == expected);
        }
    }

    TEST_CASE("date_of_docno reads the date in a number") {
        for (const auto& [number, expected] : {
                 std::pair("AP880212-0001", "1988-02-12"),
                 std::pair("LA010189-0001", "1989-01-01"),
                 std::pair("XIE19960101.0001", "1996-01-01"),
                 std::pair("NYT_ENG_19940701.0001", "1994-07-01"),
                 std::pair("ZF07-781-012", "none"),
                 std::pair("FT911-1", "none"),
                 std::pair("19960101.1", "none"),
                 std::pair("AP880212", "none"),
                 std::pair("", "none"),
             }) {
            CAPTURE(number);
            CHECK(formatted(date_of_docno(number)) == expected);
        }
        CHECK(source_of_docno("WSJ870324-0001") == "The Wall Street Journal");
        CHECK(source_of_docno("WSJ") == "");
        CHECK(source_of_docno("LAX1") == "");
    }
}

TEST_SUITE("source.trec_reader") {
    TEST_CASE("read gives each record its place") {
        const std::string bytes =
            "<DOC>\n<DOCNO>a-1</DOCNO>\n<TEXT>a</TEXT>\n</DOC>\n\n<DOC>\n<DOCNO>a-2</DOCNO>\n"
            "<TEXT>b\n<DOC>\n<DOCNO>a-3</DOCNO>\n<TEXT>c</TEXT>\n";
        const CollectingSink sink = read(bytes);
        REQUIRE(sink.articles.size() == 3);
        CHECK(sink.articles[1].locator.offset_bytes == bytes.find("<DOC>", 5));
        CHECK(sink.articles[1].warnings == std::vector<Warning>{{"unclosed_tag", 1}});
        CHECK(sink.articles[2].id == "a-3");
        CHECK(sink.articles[2].locator.record == 2);
        CHECK(sink.articles[2].warnings == std::vector<Warning>{{"unclosed_tag", 1}});
    }

    TEST_CASE("read takes small letters and other encodings") {
        const CollectingSink sink =
            read("<doc>\n<docno>a-1</docno>\n<text>Z\xFCrich \x93quoted\x94</text>\n</doc>\n");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].paragraphs == Strings{"Zürich “quoted”"});
        SourceOptions options;
        options.charset = "gb18030";
        const CollectingSink chinese =
            read("<DOC>\n<DOCNO>a-1</DOCNO>\n<TEXT>\xC4\xE3\xBA\xC3</TEXT>\n</DOC>\n", options);
        CHECK(chinese.articles.at(0).paragraphs == Strings{"你好"});
    }

    TEST_CASE("read keeps to the length of a record") {
        SourceOptions options;
        const std::string record = "<DOC>\n<DOCNO>a-1</DOCNO>\n<TEXT>abc</TEXT>\n";
        const std::string bytes = record + "</DOC>\n<DOC><TEXT>b</TEXT></DOC>";
        options.limits.article_bytes = record.size();
        CHECK(read(bytes, options).articles.size() == 2);
        options.limits.article_bytes = record.size() - 1;
        const CollectingSink sink = read(bytes, options);
        CHECK(sink.articles.size() == 1);
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "too_long");
    }

    TEST_CASE("sniff wants tags at the start of lines") {
        CHECK(trec_reader().sniff("<DOC>\n<DOCNO> a </DOCNO>", "a") == 100);
        CHECK(trec_reader().sniff("<?xml version=\"1.0\"?>\n<DOC>\n<DOCNO> a </DOCNO>", "a") == 70);
        CHECK(trec_reader().sniff("TREC has <DOC> and <DOCNO> tags and </DOC>.\n", "a") == 0);
        CHECK(trec_reader().sniff("<document>\n<p>a</p>", "a") == 0);
    }
}

TEST_SUITE("source.trec_date") {
    TEST_CASE("parse_trec_date reads what archives print in many languages") {
        const time::DateReading dates;
        for (const auto& [text, expected] : {
                 std::pair("October 16, 2025 Thursday", "2025-10-16"),
                 std::pair("October 16, 2025 Thursday 6:02 PM GMT", "2025-10-16T18:02:00Z"),
                 std::pair("Thursday, October 16, 2025 18:02 EST", "2025-10-16T18:02:00-05:00"),
                 std::pair("16 October 2025", "2025-10-16"),
                 std::pair("16 octobre 2025 jeudi", "2025-10-16"),
                 std::pair("1er août 2025", "2025-08-01"),
                 std::pair("16. Oktober 2025 Donnerstag", "2025-10-16"),
                 std::pair("3. März 2024", "2024-03-03"),
                 std::pair("16 de octubre de 2025 jueves", "2025-10-16"),
                 std::pair("14 MAY 91", "1991-05-14"),
                 std::pair("Copyright 2025 May Company", "none"),
                 std::pair("31 June 2025", "none"),
                 std::pair("", "none"),
             }) {
            CAPTURE(text);
            CHECK(formatted(parse_trec_date(text, dates)) == expected);
        }
    }
}

TEST_SUITE("source.press_values") {
    TEST_CASE("add_press_byline keeps people and leaves out offices") {
        for (const auto& [byline, expected] : {
                 std::pair("By JANE ROE, Times Staff Writer", Strings{"JANE ROE"}),
                 std::pair("Jane Roe in Budapest and John Doe", Strings{"Jane Roe", "John Doe"}),
                 std::pair("By the Associated Press", Strings{"the Associated Press"}),
                 std::pair("Von Erika Beispiel", Strings{"Erika Beispiel"}),
                 std::pair("", Strings{}),
             }) {
            CAPTURE(byline);
            Strings authors;
            add_press_byline(authors, byline);
            CHECK(authors == expected);
        }
    }
}
