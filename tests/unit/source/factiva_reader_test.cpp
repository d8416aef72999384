// Text downloads from Factiva in both displays; all texts are invented.
#include "indexer/source/text/factiva_reader.hpp"

#include "indexer/source/text/factiva_record.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

using Strings = std::vector<std::string>;

CollectingSink read(std::string_view bytes) {
    return dateline::testing::read_bytes(factiva_reader(), bytes);
}

std::string published(const Article& article) {
    return article.published ? time::format_published(*article.published) : "none";
}

constexpr std::string_view kTagged = R"(SE  World News
HD  Mill reopens after
    ten years
BY  By Jane Roe and John Doe
WC  812 words
PD  16 October 2025
ET  18:02
SN  Example Newswire
SC  EXNW
LA  English
CY  (c) 2025 Example Newswire

LP
BERN, Oct 16 (EXN) - The mill reopened.

It had been closed.

TD
IN the valley people cheered.

They sang.

CO  exmpl : Example Mills AG | smpl : Sample Inc.
IN  i41 : Food
NS  gcat : Political/General News
RE  switz : Switzerland
AN
Document EXNW000020251016elag000xx

HD  Second story
WC  12 words
PD  17 October 2025
SN  Example Newswire
LP
Short.
AN  Document EXNW000020251017elag000yy

Search Summary
Text    mill
Date    Last week
)";

constexpr std::string_view kPlain = R"(
World News
Mill reopens after ten long years
By Jane Roe in Bern
1,812 words
16 October 2025
18:02
Example Newswire
EXNW
English
(c) 2025 Example Newswire

The mill reopened.

It had been closed.

Document EXNW000020251016elag000xx

La minoterie rouvre
Par Jeanne Exemple
75 mots
17 octobre 2025
Le Quotidien d'exemple
EXQT
12
Français
Copyright 2025 Quotidien

Elle tourne.

Document EXQT000020251017elah000zz
)";

}  // namespace

TEST_SUITE("source.factiva_reader") {
    TEST_CASE("read takes downloads with field codes") {
        const CollectingSink sink = read(kTagged);
        CHECK(factiva_reader().sniff(kTagged, "a") == 95);
        CHECK(sink.rejects.empty());
        REQUIRE(sink.articles.size() == 2);
        const Article& article = sink.articles[0];
        CHECK(article.id == "EXNW000020251016elag000xx");
        CHECK(article.title == "Mill reopens after ten years");
        CHECK(article.authors == Strings{"Jane Roe", "John Doe"});
        CHECK(published(article) == "2025-10-16T18:02:00Z");
        CHECK(article.source == "Example Newswire");
        CHECK(article.section == "World News");
        CHECK(article.lang == "en");
        CHECK(article.paragraphs == Strings{"BERN, Oct 16 (EXN) - The mill reopened.",
                                            "It had been closed.",
                                            "IN the valley people cheered.",
                                            "They sang."});
        CHECK(article.dateline == Dateline{"BERN", "Oct 16"});
        CHECK(article.orgs == Strings{"Example Mills AG", "Sample Inc."});
        CHECK(article.topics == Strings{"Food", "Political/General News"});
        CHECK(article.places == Strings{"Switzerland"});
        CHECK(article.format == "factiva");
        CHECK(article.warnings.empty());
        CHECK(sink.articles[1].id == "EXNW000020251017elag000yy");
        CHECK(sink.articles[1].locator.offset_bytes == kTagged.find("HD  Second"));
    }

    TEST_CASE("read takes downloads without field codes in several languages") {
        const CollectingSink sink = read(kPlain);
        CHECK(factiva_reader().sniff(kPlain, "a") == 90);
        CHECK(sink.rejects.empty());
        REQUIRE(sink.articles.size() == 2);
        const Article& article = sink.articles[0];
        CHECK(article.id == "EXNW000020251016elag000xx");
        CHECK(article.title == "Mill reopens after ten long years");
        CHECK(article.section == "World News");
        CHECK(article.authors == Strings{"Jane Roe"});
        CHECK(published(article) == "2025-10-16T18:02:00Z");
        CHECK(article.source == "Example Newswire");
        CHECK(article.lang == "en");
        CHECK(article.paragraphs == Strings{"The mill reopened.", "It had been closed."});
        const Article& french = sink.articles[1];
        CHECK(french.title == "La minoterie rouvre");
        CHECK(french.authors == Strings{"Jeanne Exemple"});
        CHECK(published(french) == "2025-10-17");
        CHECK(french.source == "Le Quotidien d'exemple");
        CHECK(french.lang == "fr");
        CHECK(french.paragraphs == Strings{"Elle tourne."});
    }

    TEST_CASE("read keeps a record that it does not understand as text") {
        const CollectingSink sink =
            read("Headline\n\nSome text here.\n\nDocument EXNW000020251016elag000xx\n");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].title == "Headline");
    }

    TEST_CASE("factiva_number wants a number of the right form") {
        CHECK(factiva_number("Document EXNW000020251016elag000xx") == "EXNW000020251016elag000xx");
        CHECK(factiva_number("Dokument EXNW000020251016elag000xx ") == "EXNW000020251016elag000xx");
        CHECK(factiva_number("Document EXNW20251016abcd") == "EXNW20251016abcd");
        CHECK(factiva_number("Document EXNW20251016abc") == "");
        CHECK(factiva_number("Document " + std::string(32, 'A') + "12345678") ==
              std::string(32, 'A') + "12345678");
        CHECK(factiva_number("Document " + std::string(33, 'A') + "12345678") == "");
        CHECK(factiva_number("Document of the year 2025101612345678") == "");
    }

    TEST_CASE("is_word_count reads counts in several languages") {
        for (const std::string_view line :
             {"812 words", "1,812 words", "1 812 mots", "75 Wörter"}) {
            CAPTURE(line);
            CHECK(is_word_count(line));
        }
        for (const std::string_view line : {"words", "in 812 words", "812 swords", ""}) {
            CAPTURE(line);
            CHECK_FALSE(is_word_count(line));
        }
    }

    TEST_CASE("sniff leaves other texts alone") {
        CHECK(factiva_reader().sniff("The story has\n812 words\nand no date.\n", "a") == 0);
        CHECK(factiva_reader().sniff("Title\n\nA text.\n", "a") == 0);
    }
}
