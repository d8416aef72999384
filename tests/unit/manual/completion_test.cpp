// Completions of a small program; tests/cli runs those of ours.
#include "common/manual/completion.hpp"

#include "common/manual/completion_scripts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline::manual;

namespace {

Program small_program() {
    Program program;
    program.name = "my-prog";
    program.options = {
        {"G", "form", 'f', "FORM", "a form: it's [one]; more", {"text", "json"}},
        {"G", "list", '\0', "LIST", "several (many)", {"a", "b.c"}, true, true},
        {"G", "steps", '\0', "[=STEPS]", "steps", {"x"}},
        {"G", "file", '\0', "FILE|-", "a file"},
        {"G", "dir", '\0', "DIR", "a folder"},
        {"G", "number", '\0', "N", "a \\ number"},
        {"G", "help", 'h', "", "it's all"},
    };
    return program;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("manual.completion") {
    TEST_CASE("short_help ends where details begin") {
        const Program program = small_program();
        CHECK(short_help(program.options[0]) == "a form");
        CHECK(short_help(program.options[1]) == "several");
        CHECK(short_help(program.options[3]) == "a file");
    }

    TEST_CASE("completion for zsh quotes what its functions would read") {
        const std::string script = completion(small_program(), Shell::Zsh);
        CHECK(script.starts_with("#compdef my-prog\n"));
        CHECK(has(script, R"('(-f --form)'{-f+,--form=}'[a form]:FORM:(text json)')"));
        CHECK(has(script, R"('*--list=[several]:LIST:_values -s , value a b.c')"));
        CHECK(has(script, R"('--steps=-[steps]::STEPS:(x)')"));
        CHECK(has(script, R"('--file=[a file]:FILE|-:_files')"));
        CHECK(has(script, R"('--dir=[a folder]:DIR:_files -/')"));
        CHECK(has(script, R"('--number=[a \\ number]:N: ')"));
        CHECK(has(script, R"('(-h --help)'{-h,--help}'[it'\''s all]')"));
    }

    TEST_CASE("completion for fish quotes and marks what takes files") {
        const std::string script = completion(small_program(), Shell::Fish);
        CHECK(has(script, "complete -c my-prog -f\n"));
        CHECK(has(script, "complete -c my-prog -s f -l form -x -a 'text json' -d 'a form'\n"));
        CHECK(has(script, "-l list -x -a '(__fish_append , a b.c)' -d 'several'\n"));
        CHECK(has(script, "-l steps -f -a 'x' -d 'steps'\n"));
        CHECK(has(script, "-l file -r -F -d 'a file'\n"));
        CHECK(has(script, "-l dir -x -a '(__fish_complete_directories)' -d 'a folder'\n"));
        CHECK(has(script, "-l number -x -d 'a \\\\ number'\n"));
        CHECK(has(script, "-s h -l help -d 'it\\'s all'\n"));
    }

    TEST_CASE("completion for bash offers paths only where the program takes them") {
        Program program = small_program();
        CHECK_FALSE(has(completion(program, Shell::Bash), "    else\n"));
        program.takes_paths = true;
        CHECK(has(completion(program, Shell::Bash), "    else\n"));
        CHECK(has(completion(program, Shell::Bash), "complete -F _my_prog my-prog\n"));
    }
}
