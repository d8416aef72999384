// Sizes, numbers, percentages, zones, maps and suggestions.
#include "indexer/option_values.hpp"

#include "common/base/error.hpp"
#include "common/base/nearest_name.hpp"

#include <doctest/doctest.h>

#include <array>
#include <utility>

using namespace dateline;
using namespace dateline::indexer;

namespace {

/// Whether `action` throws an Error that is about the command line and names the option `x`.
template <typename Action>
bool is_refused(Action&& action) {
    try {
        static_cast<void>(action());
    } catch (const Error& error) {
        return error.code() == ErrorCode::Usage && std::string(error.what()).starts_with("--x: ") &&
               !error.hint().empty();
    }
    return false;
}

}  // namespace

TEST_SUITE("indexer.option_values") {
    TEST_CASE("parse_number takes whole numbers between its limits") {
        CHECK(parse_number("x", "1", 1, 64) == 1);
        CHECK(parse_number("x", "64", 1, 64) == 64);
        for (const char* text :
             {"0", "65", "", "-1", "1.5", "1 ", "0x10", "99999999999999999999"}) {
            CAPTURE(text);
            CHECK(is_refused([&] { return parse_number("x", text, 1, 64); }));
        }
    }

    TEST_CASE("parse_size takes bytes and suffixes") {
        for (const auto& [text, bytes] : {std::pair<const char*, std::uint64_t>{"1", 1},
                                          {"1k", 1024},
                                          {"512M", 512ULL << 20U},
                                          {"2G", 2ULL << 30U},
                                          {"1T", 1ULL << 40U},
                                          {"9223372036854775807", 9223372036854775807ULL},
                                          {"8388607T", 8388607ULL << 40U}}) {
            CAPTURE(text);
            CHECK(parse_size("x", text) == bytes);
        }
    }

    TEST_CASE("parse_size refuses everything else") {
        for (const char* text :
             {"", "0", "M", "5x", "1.5G", "1 M", "-1M", "5MB", "9223372036854775808", "8388608T"}) {
            CAPTURE(text);
            CHECK(is_refused([&] { return parse_size("x", text); }));
        }
    }

    TEST_CASE("parse_percent takes 0 to 100 with a sign") {
        CHECK(parse_percent("x", "0%") == 0.0);
        CHECK(parse_percent("x", "0.5%") == doctest::Approx(0.005));
        CHECK(parse_percent("x", "100%") == 1.0);
        for (const char* text : {"10",
                                 "",
                                 "%",
                                 "101%",
                                 "100.1%",
                                 "-1%",
                                 "-0%",
                                 "nan%",
                                 "inf%",
                                 "1e1%",
                                 "1%%",
                                 " 1%"}) {
            CAPTURE(text);
            CHECK(is_refused([&] { return parse_percent("x", text); }));
        }
    }

    TEST_CASE("parse_reject_limit takes numbers and shares") {
        CHECK(parse_reject_limit("x", "0") == RejectLimit{0, 0, false});
        CHECK(parse_reject_limit("x", "20") == RejectLimit{20, 0, false});
        CHECK(parse_reject_limit("x", "50%") == RejectLimit{0, 0.5, true});
        for (const char* text : {"", "-1", "many", "200%", "1.5"}) {
            CAPTURE(text);
            CHECK(is_refused([&] { return parse_reject_limit("x", text); }));
        }
    }

    TEST_CASE("parse_zone takes offsets up to fourteen hours") {
        for (const auto& [text, minutes] : {std::pair<const char*, int>{"UTC", 0},
                                            {"Z", 0},
                                            {"+02:00", 120},
                                            {"-05:00", -300},
                                            {"+0530", 330},
                                            {"-9", -540},
                                            {"+14:00", 840}}) {
            CAPTURE(text);
            CHECK(parse_zone("x", text) == std::chrono::minutes(minutes));
        }
        for (const char* text :
             {"", "+", "02:00", "+14:01", "+15", "+02:60", "+2:0", "+123", "+00200", "CET", "+a"}) {
            CAPTURE(text);
            CHECK(is_refused([&] { return parse_zone("x", text); }));
        }
    }

    TEST_CASE("parse_field_map reads pairs") {
        const auto fields = parse_field_map("x", "title=headline,body=text=raw");
        CHECK(fields.size() == 2);
        CHECK(fields.at("title") == "headline");
        CHECK(fields.at("body") == "text=raw");
    }

    TEST_CASE("parse_field_map refuses unknown and repeated fields and empty parts") {
        for (const char* text : {"",
                                 "title",
                                 "title=",
                                 "=x",
                                 "title=a,",
                                 "title=a,,body=b",
                                 "titel=a",
                                 "title=a,title=b"}) {
            CAPTURE(text);
            CHECK(is_refused([&] { return parse_field_map("x", text); }));
        }
    }

    TEST_CASE("nearest_name suggests what is near and nothing else") {
        constexpr std::array<std::string_view, 4> names = {"stats", "sync", "sync-max", "verify"};
        CHECK(nearest_name("stat", names) == "stats");
        CHECK(nearest_name("snyc", names) == "sync");
        CHECK(nearest_name("sync_max", names) == "sync-max");
        CHECK(nearest_name("verfiy", names) == "verify");
        CHECK(nearest_name("zebra", names).empty());
        CHECK(nearest_name("", names).empty());
        CHECK(nearest_name(std::string(100000, 'x'), names).empty());
    }
}
