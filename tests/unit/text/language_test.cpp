// Detected languages and uniform codes.
#include "common/text/language.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using namespace dateline::text;

TEST_SUITE("text.language") {
    TEST_CASE("detect_language names the language of running text") {
        for (const auto& row : {
                 std::pair<std::string_view, std::string_view>{
                     "en",
                     "The government said on Monday that it would raise interest rates again "
                     "before the end "
                     "of the year because prices had risen faster than expected."},
                 {"de",
                  "Die Regierung teilte am Montag mit, dass sie die Zinsen noch vor dem Ende des "
                  "Jahres "
                  "erhöhen werde, weil die Preise schneller als erwartet gestiegen seien."},
                 {"fr",
                  "Le gouvernement a annoncé lundi qu'il relèverait les taux d'intérêt avant la "
                  "fin de "
                  "l'année parce que les prix ont augmenté plus vite que prévu."},
                 {"ru",
                  "Правительство сообщило в понедельник, что повысит процентные ставки до конца "
                  "года."},
                 {"ja",
                  "政府は月曜日、物価が予想よりも速く上昇したため、年末までに金利を再び引き上げると"
                  "発表した。"},
                 {"he",
                  "הממשלה הודיעה ביום שני כי תעלה את הריבית לפני סוף השנה משום שהמחירים עלו מהר "
                  "מהצפוי."},
             }) {
            const auto& lang = row.first;
            const auto& text = row.second;
            CAPTURE(text);
            CHECK(detect_language(text) == lang);
        }
    }

    TEST_CASE("detect_language is silent where it cannot be sure") {
        for (const std::string& text : {std::string(),
                                        std::string("123 456"),
                                        std::string("Xyz"),
                                        std::string(100, '\0'),
                                        std::string("\xFF\xFE")}) {
            CAPTURE(text);
            CHECK(detect_language(text).empty());
        }
    }

    TEST_CASE("detect_language looks past control characters and at the beginning alone") {
        std::string text =
            "The government said on Monday that it would raise interest rates again.";
        text += '\x03';
        text += '\0';
        text +=
            " It did so before the end of the year, because prices had risen faster than expected.";
        CHECK(detect_language(text) == "en");
        std::string more;
        while (more.size() < 8192) {
            more += text + " ";
        }
        while (more.size() < 40000) {
            more += "Правительство сообщило в понедельник, что повысит процентные ставки. ";
        }
        CHECK(detect_language(more) == "en");
    }

    TEST_CASE("normalise_language makes codes and names uniform") {
        for (const auto& row : {
                 std::pair<std::string_view, std::string_view>{"en_US", "en-us"},
                 {"EN", "en"},
                 {" en ", "en"},
                 {"eng", "en"},
                 {"English", "en"},
                 {"iw", "he"},
                 {"deu", "de"},
                 {"ger", "de"},
                 {"fre", "fr"},
                 {"fra", "fr"},
                 {"chi", "zh"},
                 {"zho", "zh"},
                 {"zh-Hant-TW", "zh-hant-tw"},
                 {"pt_BR.UTF-8", "pt-br"},
                 {"de_DE@euro", "de-de"},
                 {"norwegian", "no"},
                 {"Japanese", "ja"},
                 {"heb", "he"},
                 {"ind", "id"},
                 {"in", "id"},
                 {"es-419", "es-419"},
                 {"haw", "haw"},
                 {"iw-IL", "he-il"},
                 {"no", "no"},
                 {"nb", "nb"},
             }) {
            const auto& code = row.first;
            const auto& lang = row.second;
            CAPTURE(code);
            CHECK(normalise_language(code) == lang);
        }
    }

    TEST_CASE("normalise_language gives nothing for what is no language") {
        for (const std::string& code : {std::string(),
                                        std::string("e"),
                                        std::string("zzz"),
                                        std::string("und"),
                                        std::string("un"),
                                        std::string("unknown"),
                                        std::string("Englisch"),
                                        std::string("en-"),
                                        std::string("en us"),
                                        std::string("en-toolongpart"),
                                        std::string("-en"),
                                        std::string("en-\xFF"),
                                        std::string(65, 'e')}) {
            CAPTURE(code);
            CHECK(normalise_language(code).empty());
        }
    }
}
