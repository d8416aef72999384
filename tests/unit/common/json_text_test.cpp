// JSON as text: the same bytes as nlohmann-json dumps.
#include "common/article/json_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string written(std::string_view value) {
    JsonText json;
    json.string(value);
    return json.take();
}

TEST_SUITE("common.json_text") {
    TEST_CASE("JsonText writes every byte inside a string as nlohmann-json does") {
        for (int byte = 0; byte < 0x100; ++byte) {
            CAPTURE(byte);
            const std::string text = "a" + std::string(1, static_cast<char>(byte)) + "b";
            CHECK(written(text) == dumped(text));
        }
    }

    TEST_CASE("JsonText replaces ill-formed UTF-8 as nlohmann-json does") {
        for (const std::string_view text : {"",
                                            "Orbán said \"no\"\\",
                                            "\xF0\x9F\x93\xB0",
                                            "\xC3",          // cut
                                            "\xE2\x82",      // cut
                                            "\xE2\x82\"",    // cut before what must be escaped
                                            "\xF0\x9F\x93",  // cut
                                            "\xED\xA0\x80",  // a surrogate
                                            "\xC0\xAF",      // overlong
                                            "\xF5\x80\x80\x80"}) {
            CAPTURE(text);
            CHECK(written(text) == dumped(text));
        }
    }

    TEST_CASE("JsonText writes numbers as nlohmann-json does") {
        for (const double value : {0.0, -0.0, 1.0, -33.86785, 151.20732, 1e-7, 1e21, 180.0}) {
            JsonText json;
            json.number(value);
            CHECK(json.take() == dumped(value));
        }
        JsonText json;
        json.number(std::uint64_t{18446744073709551615U});
        CHECK(json.take() == "18446744073709551615");
    }

    TEST_CASE("JsonText sets commas between members and elements only") {
        JsonText json;
        json.begin_object();
        json.key("none");
        json.begin_array();
        json.end_array();
        json.key("a \"key\"");
        json.begin_array();
        json.null();
        json.begin_object();
        json.end_object();
        json.number(std::uint64_t{7});
        json.end_array();
        json.key("last");
        json.string("x");
        json.end_object();
        CHECK(json.take() == R"({"none":[],"a \"key\"":[null,{},7],"last":"x"})");
        json.begin_array();
        json.end_array();
        CHECK(json.take() == "[]");
    }
}

}  // namespace
}  // namespace dateline
