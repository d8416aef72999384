// Endings of names, and what is written together with them.
#include "indexer/analysis/rules/endings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

TEST_SUITE("rules.endings") {
    using namespace dateline::analysis;

    namespace {

    bool has_form(std::string_view lang, std::string_view word, std::string_view base) {
        const std::vector<std::string> forms = base_forms(lang, word);
        return std::ranges::find(forms, base) != forms.end();
    }

    std::vector<std::string> names_of(const std::vector<WordPart>& parts) {
        std::vector<std::string> names;
        for (const WordPart& part : parts) {
            names.push_back(part.name);
        }
        return names;
    }

    using Names = std::vector<std::string>;

    }  // namespace

    TEST_CASE("base_forms gives the base of declined names") {
        struct Case {
            std::string_view lang;
            std::string_view word;
            std::string_view base;
        };
        for (const auto& [lang, word, base] : {
                 Case{"ru", "москве", "москва"},
                 Case{"ru", "россии", "россия"},
                 Case{"ru", "зеленского", "зеленский"},
                 Case{"uk", "києві", "київ"},
                 Case{"uk", "львова", "львів"},
                 Case{"pl", "warszawie", "warszawa"},
                 Case{"pl", "polsce", "polska"},
                 Case{"cs", "praze", "praha"},
                 Case{"cs", "brne", "brno"},
                 Case{"sr-latn", "srbije", "srbija"},
                 Case{"de", "deutschlands", "deutschland"},
                 Case{"hu", "budapesten", "budapest"},
                 Case{"fi", "helsingissa", "helsinki"},
                 Case{"et", "tallinnast", "tallinn"},
                 Case{"el", "ελλαδασ", "ελλαδα"},
                 Case{"ro", "romaniei", "romania"},
                 Case{"az", "bakida", "baki"},
                 Case{"lt", "vilniuje", "vilnius"},
                 Case{"eu", "bilbotik", "bilbo"},
             }) {
            CAPTURE(word);
            CHECK(has_form(lang, word, base));
        }
    }

    TEST_CASE("base_forms keeps three letters of a word") {
        CHECK(has_form("de", "roms", "rom"));
        CHECK(base_forms("de", "oms").empty());
    }

    TEST_CASE("base_forms gives nothing for languages that do not decline names") {
        for (const std::string_view lang : {"", "en", "fr", "zh", "d", "dede"}) {
            CAPTURE(lang);
            CHECK(base_forms(lang, "deutschlands").empty());
            CHECK_FALSE(has_endings(lang));
        }
        CHECK(has_endings("de-AT"));
    }

    TEST_CASE("without_prefixes takes conjunctions and prepositions off") {
        CHECK(names_of(without_prefixes("والعراق")) == Names{"العراق"});
        CHECK(names_of(without_prefixes("للعراق")) == Names{"لعراق", "العراق"});
        CHECK(names_of(without_prefixes("בצרפת")) == Names{"צרפת"});
        CHECK(names_of(without_prefixes("ובצרפת")) == Names{"בצרפת", "צרפת"});
        CHECK(without_prefixes("בת").empty());
        CHECK(without_prefixes("paris").empty());
        CHECK(without_prefixes("").empty());
    }

    TEST_CASE("without_particles takes particles off the end") {
        CHECK(names_of(without_particles("서울에서는")) == Names{"서울에서", "서울"});
        CHECK(names_of(without_particles("일본을")) == Names{"일본"});
        CHECK(without_particles("북을").empty());
        CHECK(without_particles("서울").empty());
        CHECK(without_particles("").empty());
    }
}
