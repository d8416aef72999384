// Stems in several languages, and the cache behind them.
#include "common/text/stemmer.hpp"

#include "common/text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace dateline::text;
using Stems = std::vector<std::string>;

namespace {

/// The stems of one word as the tokenizer gives it.
Stems stems_of(Stemmer& stemmer, std::string_view lang, std::string_view word) {
    Tokenizer tokenizer;
    TokenList list;
    tokenizer.tokenize(word, list);
    REQUIRE(list.tokens().size() == 1);
    const Token& token = list.tokens().front();
    return stemmer.stems(lang, list.folded(token), list.exact(token));
}

}  // namespace

TEST_SUITE("text.stemmer") {
    TEST_CASE("stems gives the stem of a word by its language") {
        Stemmer stemmer;
        using Row = std::tuple<std::string, std::string, Stems>;
        for (const auto& row : {
                 Row{"en", "sanctions", {"sanction"}},
                 Row{"en-us", "Nations", {"nation"}},
                 Row{"en_GB", "rates", {"rate"}},
                 Row{"de", "Zeitungen", {"zeitung"}},
                 Row{"no", "avisene", {"avis"}},
                 Row{"nn", "avisene", {"avis"}},
                 Row{"ru",
                     "\u0433\u0430\u0437\u0435\u0442\u044B",
                     {"\u0433\u0430\u0437\u0435\u0442"}},
             }) {
            const auto& lang = std::get<0>(row);
            const auto& word = std::get<1>(row);
            const auto& stems = std::get<2>(row);
            CAPTURE(word);
            CHECK(stems_of(stemmer, lang, word) == stems);
            CHECK(stems_of(stemmer, lang, word) == stems);  // now from the cache
        }
    }

    TEST_CASE("stems lets an accented word meet its kin and its plain spelling") {
        Stemmer stemmer;
        const Stems accented = stems_of(stemmer, "fr", "priv\u00E9es");
        const Stems plain = stems_of(stemmer, "fr", "prive");
        CHECK(accented.size() == 2);
        bool meets = false;
        for (const std::string& stem : accented) {
            meets = meets || stem == plain.front();
        }
        CHECK(meets);
    }

    TEST_CASE("stems leaves words alone that have no algorithm or hold digits or initials") {
        Stemmer stemmer;
        for (const std::string_view lang : {"", "ja", "xx", "e", "english", "-en", "\xFF", "EN"}) {
            CAPTURE(lang);
            CHECK(stemmer.stems(lang, "sanctions", "sanctions") == Stems{"sanctions"});
        }
        CHECK(stemmer.stems("en", "u.s", "u.s") == Stems{"u.s"});
        CHECK(stemmer.stems("en", "747s", "747s") == Stems{"747s"});
        CHECK(stemmer.stems("en", "1,000", "1,000") == Stems{"1,000"});
        CHECK(stemmer.stems("en", "", "") == Stems{""});
    }

    TEST_CASE("stems tells words apart whose folded forms are equal") {
        Stemmer stemmer;
        const Stems plain = stemmer.stems("fr", "privees", "privees");
        const Stems accented = stemmer.stems("fr", "privees", "priv\u00E9es");
        CHECK(plain.size() == 1);
        CHECK(accented != plain);
        CHECK(stemmer.stems("fr", "privees", "privees") == plain);
    }

    TEST_CASE("stems stays right when the cache overflows") {
        Stemmer stemmer;
        const auto word = [](std::uint32_t number) {
            std::string name = "q";
            for (; number > 0; number /= 20) {
                name.push_back("bcdfghjklmnpqrtvwxyz"[number % 20]);
            }
            return name + "ations";
        };
        Stemmer fresh;
        for (std::uint32_t i = 0; i < 70000; ++i) {
            const std::string name = word(i);
            static_cast<void>(stemmer.stems("en", name, name));
        }
        for (const std::uint32_t i : {0U, 4463U, 65535U, 65536U, 69999U}) {
            CHECK(stemmer.stems("en", word(i), word(i)) == fresh.stems("en", word(i), word(i)));
        }
    }

    TEST_CASE("has_algorithm looks at the first part of the language alone") {
        for (const std::string_view lang :
             {"en", "pt-br", "nb", "nn", "no", "id", "zz", "", "zh-hant"}) {
            CAPTURE(lang);
            CHECK(Stemmer::has_algorithm(lang) ==
                  (lang != "zz" && !lang.empty() && lang[0] != 'z'));
        }
    }

    TEST_CASE("stems works for each language that has an algorithm") {
        Stemmer stemmer;
        for (const std::string_view lang :
             {"ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
              "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"}) {
            CAPTURE(lang);
            CHECK(Stemmer::has_algorithm(lang));
            CHECK_FALSE(stemmer.stems(lang, "word", "word").front().empty());
        }
    }
}
