// Token streams scanned for codes: numbers, borders, weights.
#include "query/compile/stream_scan.hpp"

#include "common/schema/title_weight.hpp"
#include "common/text/word_codes.hpp"

#include <doctest/doctest.h>

namespace dateline::compile {
namespace {

using Tokens = std::vector<std::uint32_t>;

std::string code_of(std::string_view word) {
    std::string code;
    text::append_code(code, word, false);
    return code;
}

}  // namespace

TEST_SUITE("compile.stream_scan") {
    TEST_CASE("scan_stream gives the tokens of wanted codes and the borders") {
        text::TokenStreamBuilder builder;
        builder.add_token(code_of("the"));
        builder.add_token(code_of("qorvex"));
        builder.end_part();
        builder.add_token(code_of("qorvex"));
        builder.begin_sentence();
        builder.add_token(code_of("the"));
        builder.end_part();
        builder.add_token(code_of("market"));
        builder.end_part();
        const std::string bytes = builder.finish(false);
        CodeIndex codes;
        CHECK(codes.add(code_of("qorvex"), 0, 1));
        CHECK(codes.add(code_of("market"), 1, 3));
        CHECK(codes.add(code_of("market"), 0, 1));
        ScannedText text;
        scan_stream(*text::read_token_stream(bytes), codes, 2, text);
        CHECK(text.tokens == std::vector<Tokens>{{1, 2, 4}, {4}});
        CHECK(text.weights == std::vector<std::uint64_t>{schema::kTitleWeight + 2, 3});
        CHECK(text.paragraph_of == Tokens{0, 0, 1, 1, 2});
        CHECK(text.sentence_of == Tokens{0, 0, 1, 2, 3});
        CHECK(text.title_end == 2);
        CHECK(text.lead_end == 4);
    }

    TEST_CASE("scan_stream of a title alone has no lead") {
        text::TokenStreamBuilder builder;
        builder.add_token(code_of("market"));
        builder.end_part();
        const std::string bytes = builder.finish(false);
        ScannedText text;
        scan_stream(*text::read_token_stream(bytes), CodeIndex(), 0, text);
        CHECK(text.title_end == 1);
        CHECK(text.lead_end == 1);
    }

    TEST_CASE("add says whether a code has another weight already") {
        CodeIndex codes;
        CHECK(codes.add("x\x80", 0, 1));
        CHECK(codes.add("x\x80", 0, 1));
        CHECK_FALSE(codes.add("x\x80", 0, 2));
        REQUIRE(codes.find("x\x80") != nullptr);
        CHECK(codes.find("x\x80")->size() == 1);
        CHECK(codes.find("y\x80") == nullptr);
        CHECK(codes.find("\x80") == nullptr);
    }
}

}  // namespace dateline::compile
