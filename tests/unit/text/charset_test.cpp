// Encodings made UTF-8.
#include "common/text/charset.hpp"

#include "common/base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using dateline::is_valid_utf8;
using dateline::text::decode_text;
using dateline::text::is_known_charset;
using namespace std::string_view_literals;

TEST_SUITE("text.charset") {
    TEST_CASE("decode_text follows a byte order mark and drops it") {
        struct Case {
            std::string_view bytes;
            const char* charset;
        };
        for (const Case& c : {Case{"\xEF\xBB\xBFZ\xC3\xBCrich"sv, "UTF-8"},
                              Case{"\xFF\xFEZ\0\xFC\0r\0i\0c\0h\0"sv, "UTF-16LE"},
                              Case{"\xFE\xFF\0Z\0\xFC\0r\0i\0c\0h"sv, "UTF-16BE"}}) {
            const auto decoded = decode_text(c.bytes, "koi8-r");
            CHECK(decoded.utf8 == "Zürich");
            CHECK(decoded.charset == c.charset);
            CHECK(decoded.replaced == 0);
        }
    }

    TEST_CASE("decode_text keeps a surrogate pair that crosses its buffer") {
        std::string bytes = "\xFF\xFE";
        for (int i = 0; i < 4095; ++i) {
            bytes += "a\0"sv;
        }
        bytes += "\x3D\xD8\x00\xDE"sv;
        const auto decoded = decode_text(bytes);
        CHECK(decoded.utf8 == std::string(4095, 'a') + "😀");
    }

    TEST_CASE("decode_text takes valid UTF-8 over a wrong declaration") {
        CHECK(decode_text("Zürich", "iso-8859-1").utf8 == "Zürich");
    }

    TEST_CASE("decode_text uses the declared charset") {
        CHECK(decode_text("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251").utf8 == "Привет");
        CHECK(decode_text("\x93quoted\x94", "ISO-8859-1").utf8 == "“quoted”");
        CHECK(decode_text("\x1B$B%F\x1B(B", "ISO-2022-JP").utf8 == "テ");
        CHECK(decode_text("\x82\x82\x87", "cp850").utf8 == "ééç");
        CHECK(decode_text("\x8E", "MacRoman").utf8 == "é");
    }

    TEST_CASE("decode_text reads a declared charset as what the web means by it") {
        CHECK(decode_text("\x87\x40", "Shift_JIS").utf8 == "①");
        CHECK(decode_text("\xA8\xA6", "gb2312").utf8 == "é");
        CHECK(decode_text("\x8C\x63", "euc-kr").utf8 == "똠");
    }

    TEST_CASE("is_known_charset tells what ICU can read") {
        CHECK(is_known_charset("cp850"));
        CHECK(is_known_charset("MacRoman"));
        CHECK_FALSE(is_known_charset("no-such-charset"));
        CHECK_FALSE(is_known_charset(""));
    }

    TEST_CASE("decode_text repairs text that is nearly UTF-8") {
        const auto decoded = decode_text("äöüäöüäöüäöü\xFF!");
        CHECK(decoded.utf8 == "äöüäöüäöüäöü\xEF\xBF\xBD!");
        CHECK(decoded.charset == "UTF-8");
        CHECK(decoded.replaced == 1);
    }

    TEST_CASE("decode_text guesses windows-1252 for western text") {
        const auto decoded = decode_text(
            "Le pr\xE9sident a d\xE9"
            "clar\xE9 que l'\xE9t\xE9 serait tr\xE8s chaud \x97 et long.");
        CHECK(decoded.utf8 == "Le président a déclaré que l'été serait très chaud — et long.");
        CHECK(decoded.guessed);
    }

    TEST_CASE("decode_text always gives valid UTF-8") {
        for (int lead = 0; lead < 256; ++lead) {
            for (const char* charset : {"", "utf-8", "shift_jis", "utf-16", "no-such-charset"}) {
                const std::string bytes{
                    static_cast<char>(lead), 'a', static_cast<char>(255 - lead), '\xED', '\xA0'};
                CAPTURE(lead);
                CAPTURE(charset);
                CHECK(is_valid_utf8(decode_text(bytes, charset).utf8));
            }
        }
    }

    TEST_CASE("decode_text of nothing is nothing") {
        CHECK(decode_text("").utf8.empty());
        CHECK(decode_text("\xEF\xBB\xBF").utf8.empty());
    }
}
