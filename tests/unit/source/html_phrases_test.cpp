// Lines that are no part of a story, and sentences that begin like them.
#include "indexer/source/html/html_phrases.hpp"

#include "indexer/source/html/html_hints.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace dateline::source {

TEST_SUITE("source.html_phrases") {
    TEST_CASE("stock_phrase knows lines in many languages whatever their case and marks") {
        struct Case {
            std::string_view line;
            StockPhrase phrase;
        };
        for (const Case& c : {
                 Case{"ADVERTISEMENT", StockPhrase::AdvertLabel},
                 Case{"– Anzeige –", StockPhrase::AdvertLabel},
                 Case{"РЕКЛАМА", StockPhrase::AdvertLabel},
                 Case{"広告", StockPhrase::AdvertLabel},
                 Case{"READ MORE: The silo that would not fall", StockPhrase::ReadMore},
                 Case{"Lire aussi : le port se vide", StockPhrase::ReadMore},
                 Case{"【関連記事】夜間便が欠航", StockPhrase::ReadMore},
                 Case{"Related articles", StockPhrase::MoreHeading},
                 Case{"Etiketler: liman, gemi", StockPhrase::TagList},
                 Case{"© 2024 The Quay", StockPhrase::Rights},
                 Case{"Foto: Bo Ray", StockPhrase::Credit},
                 Case{"By Ann Lee", StockPhrase::Byline},
                 Case{"Page not found", StockPhrase::ErrorText},
             }) {
            CAPTURE(c.line);
            CHECK(stock_phrase(c.line) == c.phrase);
        }
    }

    TEST_CASE("stock_phrase leaves sentences that only begin alike") {
        for (const std::string_view line : {"Advertisement revenue fell in the third quarter.",
                                            "Readmission was refused to all of them.",
                                            "Related parties must be named in the report.",
                                            "Bypass surgery saved the mayor.",
                                            "Notfoundland is an island in a novel.",
                                            ""}) {
            CAPTURE(line);
            const StockPhrase phrase = stock_phrase(line);
            CHECK(phrase == StockPhrase::None);
        }
    }

    TEST_CASE("hints_of_names reads words and not parts of them") {
        CHECK(hints_of_names("td-post-content").body);
        CHECK(hints_of_names("field--name-body").body);
        CHECK(hints_of_names("articleBody").body);
        CHECK(hints_of_names("cuerpo__nota").body);
        CHECK_FALSE(hints_of_names("article-body-share").body);
        CHECK(hints_of_names("article-body-share").noise);
        CHECK(hints_of_names("relatedStories").noise);
        CHECK_FALSE(hints_of_names("shadow download thread").noise);
        CHECK_FALSE(hints_of_names("has-sidebar tag-adverts").noise);
        CHECK(hints_of_names("#related-stories-box").noise);
        CHECK_FALSE(hints_of_names("#sharing-with-a-single-developer").noise);
        CHECK(hints_of_names("article__standfirst").summary);
        CHECK(hints_of_names("wp-caption-text").caption);
        CHECK(hints_of_names("comment-list").apart);
        CHECK(hints_of_names("byline").detail);
    }
}

}  // namespace dateline::source
