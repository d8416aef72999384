// The pager: when it runs, what it gets, and what happens when it cannot.
#include "query/prompt/pager.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace dateline::query {
namespace {

/// A sink that writes down what comes, and from whom.
class NotingSink : public render::Sink {
public:
    NotingSink(std::string& notes, char mark) : notes_(notes), mark_(mark) {}
    void put(std::string_view bytes) override { (notes_ += mark_) += bytes; }

private:
    std::string& notes_;
    char mark_;
};

/// What is printed if a pager `command` for three rows gets `lines` lines between two messages.
std::string printed(const std::string& command, int lines) {
    std::string notes;
    NotingSink plain(notes, '>');
    NotingSink messages(notes, '!');
    Pager pager(plain, messages, {command, 3, 80});
    pager.messages().put("before ");
    for (int i = 0; i < lines; ++i) {
        pager.out().put("line\n");
    }
    pager.messages().put("after");
    pager.close();
    return notes;
}

}  // namespace

TEST_SUITE("prompt.pager") {
    TEST_CASE("pager_command takes the first variable that is set") {
        CHECK_EQ(pager_command({"more", "most", "xterm"}), "more");
        CHECK_EQ(pager_command({std::nullopt, "most -s", "xterm"}), "most -s");
        CHECK_EQ(pager_command({std::nullopt, std::nullopt, "xterm"}), "less -FRX");
    }

    TEST_CASE("pager_command gives none where the user wants none") {
        for (const char* const value : {"", " ", "cat"}) {
            CAPTURE(value);
            CHECK_EQ(pager_command({std::string(value), "most", "xterm"}), "");
            CHECK_EQ(pager_command({std::nullopt, std::string(value), "xterm"}), "");
        }
    }

    TEST_CASE("pager_command gives a terminal without a movable cursor only what is asked for") {
        CHECK_EQ(pager_command({std::nullopt, std::nullopt, "dumb"}), "");
        CHECK_EQ(pager_command({std::nullopt, std::nullopt, std::nullopt}), "");
        CHECK_EQ(pager_command({std::nullopt, "more", "dumb"}), "more");
    }

    TEST_CASE("Pager prints what fits in the order in which it came") {
        CHECK_EQ(printed("exit 0", 2), "!before >line\n>line\n!after");
    }

    TEST_CASE("Pager keeps messages until the pager has ended") {
        // The third row is left for the prompt of the shell.
        CHECK_EQ(printed("cat >/dev/null", 3), "!before !after");
    }

    TEST_CASE("Pager takes what the user does not want to see") {
        std::string notes;
        NotingSink sink(notes, '>');
        Pager pager(sink, sink, {"exec <&-", 3, 80});
        CHECK(pager.out().is_wanted());
        const std::string line(200, 'x');
        for (int i = 0; i < 100'000 && pager.out().is_wanted(); ++i) {
            pager.out().put(line);
        }
        CHECK_FALSE(pager.out().is_wanted());
        pager.out().put(line);
        pager.close();
        CHECK_EQ(notes, "");
    }

    TEST_CASE("Pager prints everything where the shell cannot run the command") {
        CHECK_EQ(printed("exit 127", 3), ">line\nline\nline\n!before !after");
        CHECK_EQ(printed("exit 126", 3), ">line\nline\nline\n!before !after");
        CHECK_EQ(printed("exit 125", 3), "!before !after");
    }
}

}  // namespace dateline::query
