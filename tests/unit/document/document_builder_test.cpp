// Whole index documents: dates, addresses, values, large token streams, languages.
#include "indexer/document/document_builder.hpp"

#include "common/article/article_json.hpp"
#include "common/text/word_codes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>

namespace dateline::document {
namespace {

storage::IndexDocument document_of(const Article& article) {
    DocumentBuilder builder;
    return builder.build(article, identify(article, "a.jsonl"));
}

bool has_term(const storage::IndexDocument& document, const std::string& term) {
    return std::any_of(document.terms.begin(), document.terms.end(), [&](const auto& each) {
        return each.term == term;
    });
}

std::optional<std::string> value_of(const storage::IndexDocument& document, schema::Slot slot) {
    for (const auto& [number, value] : document.values) {
        if (number == slot) {
            return value;
        }
    }
    return std::nullopt;
}

}  // namespace

TEST_SUITE("document.document_builder") {
    TEST_CASE("build gives terms for as much of the date as is stated") {
        struct Row {
            const char* date;
            bool month;
            bool day;
        };
        for (const Row& row : {Row{"2024", false, false},
                               Row{"2024-01", true, false},
                               Row{"2024-01-01", true, true},
                               Row{"2023-12-31T23:30:00-05:00", true, true}}) {
            CAPTURE(row.date);
            Article article;
            article.published = time::parse_iso_time(row.date);
            const storage::IndexDocument document = document_of(article);
            CHECK(has_term(document, "Y2024"));
            CHECK(has_term(document, "M202401") == row.month);
            CHECK(has_term(document, "D20240101") == row.day);
            CHECK(value_of(document, schema::Slot::Published).has_value());
        }
        CHECK_FALSE(value_of(document_of({}), schema::Slot::Published).has_value());
    }

    TEST_CASE("build gives the address, its host and the domains above it") {
        Article article;
        article.url = "https://News.Example.org:443/A#x";
        const storage::IndexDocument document = document_of(article);
        for (const char* term : {"Uhttps://news.example.org/A",
                                 "Hnews.example.org",
                                 "Hexample.org",
                                 "Horg",
                                 "Pa.jsonl"}) {
            CAPTURE(term);
            CHECK(has_term(document, term));
        }
    }

    TEST_CASE("build gives no term that is too long") {
        Article article;
        article.id = std::string(300, 'i');
        article.url = "https://example.org/" + std::string(500, 'u');
        article.title = "oil oil Oil " + std::string(1000, 'x');
        article.people = {std::string(300, 'p'), "Oil"};
        std::set<std::string> terms;
        for (const storage::TermCount& term : document_of(article).terms) {
            CAPTURE(term.term);
            CHECK(term.term.size() <= schema::kMaxTermBytes);
            terms.insert(term.term);
        }
        CHECK(terms.contains("oil"));
    }

    TEST_CASE("build keeps the article as it is") {
        Article article;
        article.title = "Title \u00E9";
        article.paragraphs = {"One.", "Two."};
        article.published = time::parse_iso_time("2025-10-16T20:02:00+02:00");
        article.warnings.push_back({"repaired_utf8", 2});
        const storage::IndexDocument document = document_of(article);
        CHECK(read_article(storage::unpack_data(document.data).article_json) == article);
    }

    TEST_CASE("build moves a token stream over the limit of a slot into the data") {
        std::string code;
        text::append_code(code, "oil", false);
        // Four bytes of header and two borders stand beside the codes.
        const std::size_t most = (storage::kMaxStreamInSlot - 6) / code.size();
        for (const std::size_t words : {most, most + 1}) {
            std::string text;
            for (std::size_t i = 0; i < words; ++i) {
                text += "oil ";
            }
            Article article;
            article.paragraphs = {text};
            const storage::IndexDocument document = document_of(article);
            const bool large = words > most;
            CHECK(value_of(document, schema::Slot::TokenStream).has_value() != large);
            CHECK(storage::unpack_data(document.data).large_stream.empty() != large);
            CHECK(schema::decode_sortable(*value_of(document, schema::Slot::Words)) ==
                  static_cast<std::int64_t>(words));
        }
    }

    TEST_CASE("build gives the first token of each mention") {
        Article article;
        article.title = "Paris talks";
        article.paragraphs = {"In Paris."};
        Mention mention;
        mention.type = MentionType::Place;
        mention.name = "Paris";
        mention.start_bytes = 16;
        mention.end_bytes = 21;
        article.mentions = {mention, mention};
        article.mentions.back().start_bytes = 0;
        article.mentions.back().end_bytes = 5;
        const storage::IndexDocument document = document_of(article);
        REQUIRE(document.mentions.size() == 2);
        CHECK(document.mentions[0].first_token == 0);
        CHECK(document.mentions[1].first_token == 3);
        CHECK(document.mentions[1].value->key == "L:paris");
        CHECK(document.mentions[1].size_tokens == 1);
    }

    TEST_CASE("build gives the tokens of each quote and who says it") {
        Article article;
        article.title = "Talks";
        article.paragraphs = {"\"We will go,\" Ada Lovelace said. \"No.\" \"...\""};
        article.quotes = {{8, 19, "P:ada-lovelace", "Ada Lovelace", "rules"},
                          {41, 44, "", "", "rules"},
                          {47, 50, "", "", "rules"}};
        const storage::IndexDocument document = document_of(article);
        REQUIRE(document.quotes.size() == 2);  // the third has no word
        CHECK(document.quotes[0].first_token == 1);
        CHECK(document.quotes[0].size_tokens == 3);
        REQUIRE(document.quotes[0].value.has_value());
        CHECK(document.quotes[0].value->key == "P:ada-lovelace");
        CHECK(document.quotes[1].first_token == 7);
        CHECK(document.quotes[1].size_tokens == 1);
        CHECK_FALSE(document.quotes[1].value.has_value());
        CHECK(has_term(document, schema::make_term("XQI", "ada-lovelace")));
        CHECK(has_term(document, schema::make_term("XQW", "lovelace")));
        CHECK(has_term(document, schema::make_term(schema::kHasPrefix, "quote")));
    }

    TEST_CASE("settle_language detects what is not stated, and nothing else") {
        Article article;
        article.paragraphs = {
            "Die Bundesregierung hat am Donnerstag \u00FCber die neuen Regeln beraten und sich "
            "geeinigt."};
        settle_language(article);
        CHECK(article.lang == "de");
        CHECK(article.lang_from == "cld2");
        article.lang = "en";
        article.lang_from = "metadata";
        settle_language(article);
        CHECK(article.lang == "en");
        CHECK(article.lang_from == "metadata");
        Article numbers;
        numbers.title = "1 2 3";
        settle_language(numbers);
        CHECK(numbers.lang.empty());
        CHECK(numbers.lang_from.empty());
    }
}

}  // namespace dateline::document
