// Titles, bylines and the JSON of pages, value by value.
#include "indexer/source/byline.hpp"
#include "indexer/source/html/html_dom.hpp"
#include "indexer/source/html/json_ld_text.hpp"
#include "indexer/source/html/page_facts.hpp"
#include "indexer/source/html/page_title.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {
namespace {

using Names = std::vector<std::string>;

ChosenTitle chosen(std::vector<StatedTitle> metadata,
                   Names headings,
                   std::string document,
                   Names sites = {}) {
    return choose_title(
        {std::move(metadata), std::move(headings), std::move(document), std::move(sites)});
}

}  // namespace

TEST_SUITE("source.page_values") {
    TEST_CASE("names_in_byline keeps the names and nothing else") {
        struct Case {
            std::string_view byline;
            Names names;
        };
        for (const Case& c : {
                 Case{"By Ann Lee and Bo Ray", {"Ann Lee", "Bo Ray"}},
                 Case{"BY ANN LEE, Staff Writer", {"ANN LEE"}},
                 Case{"Written by: Ann Lee | October 16, 2025", {"Ann Lee"}},
                 Case{"Ann Lee for CNN", {"Ann Lee"}},
                 Case{"Ann Lee (Reuters), Bo Ray", {"Ann Lee", "Bo Ray"}},
                 Case{"Ann Lee ann@example.org @annlee", {"Ann Lee"}},
                 Case{"Von Anna Meier und Peter Groß", {"Anna Meier", "Peter Groß"}},
                 Case{"Par Anne Dupont et Luc Petit", {"Anne Dupont", "Luc Petit"}},
                 Case{"Por José Ortega y Gasset", {"José Ortega y Gasset"}},
                 Case{"Por Ana Gil y Luis Mar", {"Ana Gil", "Luis Mar"}},
                 Case{"di Mario Rossi e Anna Bianchi", {"Mario Rossi", "Anna Bianchi"}},
                 Case{"Robert De Niro", {"Robert De Niro"}},
                 Case{"De Niro", {"De Niro"}},
                 Case{"Da Silva Santos", {"Da Silva Santos"}},
                 Case{"Автор: Иван Петров", {"Иван Петров"}},
                 Case{"Текст: Иван Петров", {"Иван Петров"}},
                 Case{"김철수 기자", {"김철수"}},
                 Case{"김철수·이영희 기자", {"김철수", "이영희"}},
                 Case{"记者 张三 李四", {"张三", "李四"}},
                 Case{"文/张三", {"张三"}},
                 Case{"كتب: أحمد علي", {"أحمد علي"}},
                 Case{"Martin L. King Jr.", {"Martin L. King Jr."}},
                 Case{"Ann Lee, Ann Lee", {"Ann Lee"}},
                 Case{"GILLIAN MOHNEY March 11, 2015 3:46 PM", {"GILLIAN MOHNEY"}},
                 Case{"Theresa May", {"Theresa May"}},
                 Case{"記者王小明／台北報導", {"王小明"}},
                 Case{"https://www.facebook.com/ann.lee", {}},
                 Case{"admin", {}},
                 Case{"Redaktion", {}},
                 Case{"null", {}},
                 Case{"Par Julien Marchand le mar 02/12/2025 - 09:15", {"Julien Marchand"}},
                 Case{"Julien Le Mar", {"Julien Le Mar"}},
                 Case{"有料記事, 山田花子", {"山田花子"}},
                 Case{"מאת: דנה לוי | פורסם: 16.10.25, 18:02", {"דנה לוי"}},
                 Case{"โดย: ผู้จัดการออนไลน์", {"ผู้จัดการออนไลน์"}},
                 Case{"", {}},
                 Case{"16 October 2025", {}},
             }) {
            CAPTURE(c.byline);
            CHECK(names_in_byline(c.byline) == c.names);
        }
    }

    TEST_CASE("names_in_byline keeps at most twenty names") {
        std::string byline;
        for (char c = 'a'; c <= 'u'; ++c) {
            byline += std::string("Name ") + c + c + ", ";
        }
        CHECK(names_in_byline(byline).size() == 20);
    }

    TEST_CASE("without_sites drops the site unless nobody else is left") {
        CHECK(without_sites({"Ann Lee", "Example Wire"}, {"example wire"}) == Names{"Ann Lee"});
        CHECK(without_sites({"Example Wire"}, {"example wire"}) == Names{"Example Wire"});
        CHECK(without_sites({"Ann Lee"}, {""}) == Names{"Ann Lee"});
    }

    TEST_CASE("without_site_names takes the site off either end") {
        const Names sites = {"Example Wire", "example.com"};
        CHECK(without_site_names("Plan agreed | Example Wire", sites) == "Plan agreed");
        CHECK(without_site_names("Plan agreed – EXAMPLE WIRE", sites) == "Plan agreed");
        CHECK(without_site_names("Example Wire - Plan agreed", sites) == "Plan agreed");
        CHECK(without_site_names("Plan agreed :: World :: Example Wire", sites) ==
              "Plan agreed :: World");
        CHECK(without_site_names("Plan agreed_Example Wire", sites) == "Plan agreed");
        CHECK(without_site_names("Plan agreed | Example.com", sites) == "Plan agreed");
        CHECK(without_site_names("Plan agreed | Other", sites) == "Plan agreed | Other");
        CHECK(without_site_names("Inside Example Wire", sites) == "Inside Example Wire");
        CHECK(without_site_names("Example Wire", sites) == "Example Wire");
        CHECK(without_site_names("Plan agreed - X", {}) == "Plan agreed - X");
    }

    TEST_CASE("choose_title takes what two places agree on") {
        CHECK(chosen({{"Plan agreed, says Example", "jsonld"}, {"Plan agreed!", "opengraph"}},
                     {"Plan Agreed"},
                     "x")
                  .from == "opengraph");
        CHECK(chosen({{"entity of a list", "jsonld"}}, {"New Zealand"}, "New Zealand - Wikipedia")
                  .text == "New Zealand");
        CHECK(chosen({{"Plan agreed by all the ministers", "jsonld"},
                      {"Plan agreed by all the ministers", "opengraph"}},
                     {"World"},
                     "World")
                  .text == "Plan agreed by all the ministers");
    }

    TEST_CASE("choose_title avoids titles that are cut off") {
        CHECK(chosen({{"Plan agreed by the…", "opengraph"}}, {"Plan agreed by the ministers"}, "")
                  .text == "Plan agreed by the ministers");
        CHECK(chosen({{"Plan agreed by the…", "opengraph"}}, {}, "").text == "Plan agreed by the…");
    }

    TEST_CASE("choose_title takes the title element without the last short part") {
        const ChosenTitle title = chosen({}, {}, "Ministers agree on the plan – My website");
        CHECK(title.text == "Ministers agree on the plan");
        CHECK(title.site == "My website");
        CHECK(chosen({}, {}, "Plan - Part two of the story").text ==
              "Plan - Part two of the story");
        CHECK(chosen({},
                     {"Archive of ours"},
                     "A long story about nothing - Chapter 1 - Archive of ours")
                  .text == "A long story about nothing - Chapter 1");
        CHECK(chosen({}, {"Ministers agree on plan"}, "News and Videos | Example").text ==
              "Ministers agree on plan");
        CHECK(chosen({}, {"Ministers agree there"}, "News and Videos | Example").text ==
              "News and Videos");
        CHECK(chosen({}, {}, "").text.empty());
    }

    TEST_CASE("comparable_title looks through case marks and punctuation") {
        CHECK(comparable_title("“Plan’s” agréed — now!") ==
              comparable_title("\"PLAN's\" Agreed - now"));
        CHECK(comparable_title("...").empty());
    }

    TEST_CASE("unwrapped_json takes off what pages wrap around it") {
        for (const std::string_view script : {
                 "{\"a\":1}",
                 " //<![CDATA[\n{\"a\":1}\n//]]>",
                 "<!-- {\"a\":1} -->",
                 "var x = {\"a\":1};",
             }) {
            CAPTURE(script);
            CHECK(unwrapped_json(script) == "{\"a\":1}");
        }
        CHECK(unwrapped_json("none").empty());
    }

    TEST_CASE("loosened_json repairs the structure and leaves good JSON as it is") {
        CHECK(loosened_json(R"({"a":[1,2],"b":"x, y: {z}"})") == R"({"a":[1,2],"b":"x, y: {z}"})");
        CHECK(loosened_json(R"({"a":1,})") == R"({"a":1})");
        CHECK(loosened_json(R"([1,,2])") == R"([1,2])");
        CHECK(loosened_json("{\"a\":1 // one\n}") == "{\"a\":1 \n}");
        CHECK(loosened_json(R"({/* one */"a":"http://x"})") == R"({"a":"http://x"})");
        CHECK(loosened_json(R"([{"a":1}{"b":2}])") == R"([{"a":1},{"b":2}])");
        CHECK(loosened_json(R"({"a":"say "no" now","b":1})") == R"({"a":"say \"no\" now","b":1})");
        CHECK(loosened_json("{&quot;a&quot;:1}") == R"({"a":1})");
        CHECK(loosened_json(R"({"a":[{"b":1)") == R"({"a":[{"b":1}]})");
        CHECK(loosened_json("").empty());
    }

    TEST_CASE("string_member finds strings in JSON that cannot be parsed") {
        CHECK(string_member(R"(x "a" : "b" y)", "a") == "b");
        CHECK(string_member(R"({"a":1,"a":"c"})", "a") == "c");
        CHECK(string_member(R"({"a":)", "a").empty());
        CHECK(string_member("", "a").empty());
    }

    TEST_CASE("absolute_url joins relative addresses only") {
        CHECK(absolute_url("/a?b=1", "https://e.org/x/y") == "https://e.org/a?b=1");
        CHECK(absolute_url("//e.org/a", "https://x.org") == "https://e.org/a");
        CHECK(absolute_url("https://e.org/a", "https://x.org") == "https://e.org/a");
        CHECK(absolute_url(" /a ", "") == "/a");
        CHECK(absolute_url("", "https://x.org").empty());
    }

    TEST_CASE("find_change_word knows words of changes in many languages") {
        CHECK(find_change_word("Published x Updated y") == 12);
        for (const std::string_view text :
             {"Aktualisiert am", "Mis à jour le", "更新时间", "Обновлено:", "수정 2025"}) {
            CAPTURE(text);
            CHECK(find_change_word(text) == 0);
        }
        CHECK(find_change_word("Published") == std::string_view::npos);
    }
}

}  // namespace dateline::source
