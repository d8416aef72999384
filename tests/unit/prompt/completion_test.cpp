// What stands before the cursor, and what is typed for it.
#include "query/prompt/completion.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace dateline::query {
namespace {

using Kind = CompletionSpot::Kind;

struct Spot {
    std::string_view before;
    Kind kind;
    std::size_t begin;
    std::string_view typed;
    std::string_view field = "";
};

}  // namespace

TEST_SUITE("prompt.completion") {
    TEST_CASE("completion_spot finds what is being typed") {
        for (const Spot& wanted : {
                 Spot{"", Kind::Field, 0, ""},
                 Spot{"per", Kind::Field, 0, "per"},
                 Spot{"oil per", Kind::Field, 4, "per"},
                 Spot{"oil -per", Kind::Field, 5, "per"},
                 Spot{"(per", Kind::Field, 1, "per"},
                 Spot{"person:", Kind::Value, 7, "", "person"},
                 Spot{"person:tru", Kind::Value, 7, "tru", "person"},
                 Spot{"PERSON:tru", Kind::Value, 7, "tru", "person"},
                 Spot{"person:\"vladimir p", Kind::Value, 7, "vladimir p", "person"},
                 Spot{"person:a|b", Kind::Value, 9, "b", "person"},
                 Spot{"person:(a OR b", Kind::Value, 13, "b", "person"},
                 Spot{"person:(a) b", Kind::Field, 11, "b"},
                 Spot{"person:\"a b\" c", Kind::Field, 13, "c"},
                 Spot{"nofield:tru", Kind::Field, 8, "tru"},
             }) {
            CAPTURE(wanted.before);
            const CompletionSpot spot = completion_spot(wanted.before);
            CHECK_EQ(static_cast<int>(spot.kind), static_cast<int>(wanted.kind));
            CHECK_EQ(spot.begin, wanted.begin);
            CHECK_EQ(spot.typed, wanted.typed);
            CHECK_EQ((spot.field == nullptr ? std::string_view() : spot.field->name), wanted.field);
        }
    }

    TEST_CASE("completion_spot knows commands and their arguments") {
        const CompletionSpot command = completion_spot(" :fa");
        CHECK_EQ(static_cast<int>(command.kind), static_cast<int>(Kind::Command));
        CHECK_EQ(command.begin, 1);
        CHECK_EQ(command.typed, ":fa");
        const CompletionSpot argument = completion_spot(":facet person,pl");
        CHECK_EQ(static_cast<int>(argument.kind), static_cast<int>(Kind::Argument));
        CHECK_EQ(argument.command, "facet");
        CHECK_EQ(argument.begin, 14);
        CHECK_EQ(argument.typed, "pl");
    }

    TEST_CASE("insertion types all of the only candidate") {
        CHECK_EQ(insertion({0, {{"\"Vladimir Putin\"", "", true}}}, "put"), "\"Vladimir Putin\" ");
        CHECK_EQ(insertion({0, {{"person:", "", false}}}, "per"), "person:");
        CHECK_EQ(insertion({}, "per"), "");
    }

    TEST_CASE("insertion types what several candidates have in common") {
        const Completion two{0, {{"\"Vladimir Putin\"", "", true}, {"\"Vladimír X\"", "", true}}};
        CHECK_EQ(insertion(two, "v"), "\"Vladim");  // no half of a character
        CHECK_EQ(insertion(two, "Vladim"), "");
        CHECK_EQ(insertion(two, "put"), "");  // nothing that is typed would be lost
    }

    TEST_CASE("as_value quotes what is not one plain word") {
        CHECK_EQ(as_value("Putin"), "Putin");
        CHECK_EQ(as_value("Müller"), "Müller");
        CHECK_EQ(as_value("Vladimir Putin"), "\"Vladimir Putin\"");
        CHECK_EQ(as_value("A \"B\" \\"), "\"A \\\"B\\\" \\\\\"");
        CHECK_EQ(as_value("a|b"), "\"a|b\"");
        CHECK_EQ(as_value(""), "\"\"");
    }

    TEST_CASE("has_word_starts compares words as names are compared") {
        CHECK(has_word_starts("Vladimir Putin", ""));
        CHECK(has_word_starts("Vladimir Putin", "PUT"));
        CHECK(has_word_starts("Vladimir Putin", "vlad put"));
        CHECK(has_word_starts("Gerhard Schröder", "schro"));
        CHECK_FALSE(has_word_starts("Vladimir Putin", "put vlad"));
        CHECK_FALSE(has_word_starts("Vladimir Putin", "utin"));
        CHECK_FALSE(has_word_starts("Vladimir Putin", "vlad vlad"));
    }
}

}  // namespace dateline::query
