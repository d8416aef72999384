// Lines read as commands, and the list of them.
#include "query/prompt/commands.hpp"

#include "common/base/error.hpp"
#include "query/render/columns.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace dateline::query {
namespace {

CommandCall call(std::string_view line) {
    const auto command = read_command(line);
    REQUIRE(command.has_value());
    return *command;
}

/// The hint of the error for `line`; empty if there is none.
std::string hint_for(std::string_view line) {
    try {
        static_cast<void>(read_command(line));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Usage);
        return error.hint();
    }
    return "no error";
}

}  // namespace

TEST_SUITE("prompt.commands") {
    TEST_CASE("read_command leaves queries alone") {
        for (const std::string_view query : {"summit", "+oil", "+3 oil", "person:x", "+"}) {
            CAPTURE(query);
            CHECK_FALSE(read_command(query).has_value());
        }
    }

    TEST_CASE("read_command reads a command with its argument") {
        CHECK(call(":facet person:5").id == CommandId::Facet);
        CHECK_EQ(call(":facet   person:5, org").argument, "person:5, org");
        CHECK(call(":NEXT").id == CommandId::Next);
        CHECK(call(":explain").id == CommandId::Explain);
        CHECK(call("+12").id == CommandId::Refine);
        CHECK_EQ(call("+12").argument, "12");
    }

    TEST_CASE("read_command takes a beginning that is clear") {
        CHECK(call(":o 1").id == CommandId::Open);
        CHECK(call(":n").id == CommandId::Next);
        CHECK_EQ(hint_for(":p"), "type one more letter");
    }

    TEST_CASE("read_command says what to type instead") {
        CHECK_EQ(hint_for(":facett x"), "did you mean ':facet'?");
        CHECK_EQ(hint_for(":xyzzy"), ":help lists all commands");
        CHECK_EQ(hint_for(":"), ":help lists all commands");
        CHECK_EQ(hint_for(":next 2"), "as in :next");
        CHECK_NE(hint_for(":open"), "no error");
    }

    TEST_CASE("commands_text fits on the screen and lists every command") {
        for (const std::size_t columns : {30U, 48U, 49U, 80U, 200U}) {
            CAPTURE(columns);
            const std::string text = commands_text(columns);
            for (std::size_t begin = 0; begin < text.size();) {
                const std::size_t end = text.find('\n', begin);
                CHECK_LE(render::columns_of(text.substr(begin, end - begin)), columns);
                begin = end + 1;
            }
            for (const Command& command : commands()) {
                CHECK_NE(text.find(":" + std::string(command.name)), std::string::npos);
            }
        }
    }
}

}  // namespace dateline::query
