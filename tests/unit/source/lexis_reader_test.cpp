// Text downloads from LexisNexis and Nexis Uni; all texts are invented.
#include "indexer/source/text/lexis_reader.hpp"

#include "indexer/source/text/lexis_record.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

using Strings = std::vector<std::string>;

CollectingSink read(std::string_view bytes) {
    return dateline::testing::read_bytes(lexis_reader(), bytes);
}

std::string published(const Article& article) {
    return article.published ? time::format_published(*article.published) : "none";
}

constexpr std::string_view kOld = R"(

                               1 of 2 DOCUMENTS


                              The Example Times

                           October 16, 2025 Thursday
                              Late Edition - Final

Mill Reopens After Ten Years

BYLINE: By JANE ROE; John Doe contributed reporting from Bern.

SECTION: Section A; Column 1; Foreign Desk; Pg. 1

LENGTH: 812 words

DATELINE: BERN, Oct. 16

HIGHLIGHT: A valley cheers.

   The mill reopened on
Thursday.

   NOTE: It had been closed.

URL: http://www.example.org/mill

SUBJECT: MILLS (90%); RIVERS (78%)

ORGANIZATION: EXAMPLE MILLS (85%)

PERSON: JANE ROE (60%)

GEOGRAPHIC: BERN, SWITZERLAND (90%)

LOAD-DATE: October 17, 2025

LANGUAGE: ENGLISH

GRAPHIC: PHOTO: The mill (PHOTOGRAPH BY JOHN DOE)

PUBLICATION-TYPE: Newspaper


                    Copyright 2025 The Example Times Company
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                     Copyright 1994 Example Agency

                                 Example Agency

                                March 3, 1994

LENGTH: 100 words

HEADLINE: Second story

BODY:
   Some text.

   More text.
)";

constexpr std::string_view kNew = R"(User Name: jroe
Documents (1)
1. Mill reopens after ten years
Client/Matter: -None-

Mill reopens after ten years
The Example Guardian (London)
October 16, 2025 Thursday 6:02 PM GMT

Copyright 2025 Example Newspapers Limited All Rights Reserved

Section: WORLD NEWS; Version:1
Length: 812 words
Byline: Jane Roe in Bern
Highlight: A valley cheers

Body

The mill reopened: all cheered.

Subject: as told by the miller.

Graphic

The mill, by night

Classification

Language: ENGLISH

Publication-Type: Newspaper

Subject: MILLS (90%)

Load-Date: October 16, 2025

End of Document
)";

constexpr std::string_view kFrench = R"(
                              Document 1 de 1

                              Le Quotidien d'exemple

                              16 octobre 2025 jeudi

La minoterie rouvre

AUTEUR: Jeanne Exemple

RUBRIQUE: MONDE; Pg. 3

LONGUEUR: 75 mots

Elle tourne.

DATE-CHARGEMENT: 17 octobre 2025

LANGUE: FRENCH; FRANÇAIS

                    Copyright 2025 Le Quotidien
                         Tous droits réservés
)";

}  // namespace

TEST_SUITE("source.lexis_reader") {
    TEST_CASE("read takes the old form") {
        const CollectingSink sink = read(kOld);
        CHECK(lexis_reader().sniff(kOld, "a") == 95);
        CHECK(sink.rejects.empty());
        REQUIRE(sink.articles.size() == 2);
        const Article& article = sink.articles[0];
        CHECK(article.title == "Mill Reopens After Ten Years");
        CHECK(article.source == "The Example Times");
        CHECK(published(article) == "2025-10-16");
        CHECK(article.authors == Strings{"JANE ROE", "John Doe"});
        CHECK(article.section == "Section A; Column 1; Foreign Desk; Pg. 1");
        CHECK(article.dateline == Dateline{"BERN", "Oct. 16"});
        CHECK(article.paragraphs == Strings{"A valley cheers.",
                                            "The mill reopened on Thursday.",
                                            "NOTE: It had been closed."});
        CHECK(article.url == "http://www.example.org/mill");
        CHECK(article.topics == Strings{"MILLS", "RIVERS"});
        CHECK(article.orgs == Strings{"EXAMPLE MILLS"});
        CHECK(article.people == Strings{"JANE ROE"});
        CHECK(article.places == Strings{"BERN, SWITZERLAND"});
        CHECK(article.lang == "en");
        CHECK(article.captions == Strings{"PHOTO: The mill (PHOTOGRAPH BY JOHN DOE)"});
        CHECK(article.format == "lexis");
        CHECK(article.warnings.empty());
        const Article& second = sink.articles[1];
        CHECK(second.title == "Second story");
        CHECK(second.source == "Example Agency");
        CHECK(published(second) == "1994-03-03");
        CHECK(second.paragraphs == Strings{"Some text.", "More text."});
        CHECK(second.locator.record == 1);
        CHECK(kOld.substr(second.locator.offset_bytes).find("2 of 2 DOCUMENTS") < 40);
    }

    TEST_CASE("read takes the new form") {
        const CollectingSink sink = read(kNew);
        CHECK(lexis_reader().sniff(kNew, "a") == 95);
        CHECK(sink.rejects.empty());
        REQUIRE(sink.articles.size() == 1);
        const Article& article = sink.articles[0];
        CHECK(article.title == "Mill reopens after ten years");
        CHECK(article.source == "The Example Guardian (London)");
        CHECK(published(article) == "2025-10-16T18:02:00Z");
        CHECK(article.section == "WORLD NEWS; Version:1");
        CHECK(article.authors == Strings{"Jane Roe"});
        CHECK(article.paragraphs == Strings{"A valley cheers",
                                            "The mill reopened: all cheered.",
                                            "Subject: as told by the miller."});
        CHECK(article.captions == Strings{"The mill, by night"});
        CHECK(article.topics == Strings{"MILLS"});
        CHECK(article.lang == "en");
    }

    TEST_CASE("read takes labels in other languages") {
        const CollectingSink sink = read(kFrench);
        CHECK(lexis_reader().sniff(kFrench, "a") == 95);
        REQUIRE(sink.articles.size() == 1);
        const Article& article = sink.articles[0];
        CHECK(article.title == "La minoterie rouvre");
        CHECK(article.source == "Le Quotidien d'exemple");
        CHECK(published(article) == "2025-10-16");
        CHECK(article.authors == Strings{"Jeanne Exemple"});
        CHECK(article.section == "MONDE; Pg. 3");
        CHECK(article.lang == "fr");
        CHECK(article.paragraphs == Strings{"Elle tourne."});
    }

    TEST_CASE("read keeps a document without labels as text and says nothing of cover pages") {
        const CollectingSink sink =
            read("Your search: mills\n\n   1 of 1 DOCUMENTS\n\nA headline\n\nSome text.\n");
        CHECK(sink.rejects.empty());
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].paragraphs.back() == "Some text.");
    }

    TEST_CASE("read takes no counter for the title of a document without labels") {
        const CollectingSink sink =
            read("1 of 2 DOCUMENTS\n\nThe title\n\nText of it.\n\n2 of 2 DOCUMENTS\n\n");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].title == "The title");
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "no_text");
    }

    TEST_CASE("is_lexis_counter wants the whole line") {
        for (const std::string_view line : {"1 of 250 DOCUMENTS",
                                            "   12 of 12 DOCUMENTS  ",
                                            "Dokument 3 von 4",
                                            "Document 3 de 4"}) {
            CAPTURE(line);
            CHECK(is_lexis_counter(line));
        }
        for (const std::string_view line :
             {"1 of 250 DOCUMENTS were lost", "one of 250 DOCUMENTS", "1 of 250", ""}) {
            CAPTURE(line);
            CHECK_FALSE(is_lexis_counter(line));
        }
    }

    TEST_CASE("sniff leaves other texts alone") {
        CHECK(lexis_reader().sniff("BYLINE: By Jane Roe\n\nText.\n", "a") == 0);
        CHECK(lexis_reader().sniff("Of all the documents 1 of 250 DOCUMENTS was lost.\n", "a") ==
              0);
    }
}
