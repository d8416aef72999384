// Where sentences and paragraphs begin in a token stream.
#include "common/text/stream_units.hpp"

#include "common/text/word_codes.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {
namespace {

using Starts = std::vector<std::uint32_t>;

/// The bytes of a stream: parts between `/`, sentences between `.`, each letter a word. Capitals
/// are words with long codes.
std::string stream_of(std::string_view text) {
    TokenStreamBuilder builder;
    bool begins = false;
    for (const char c : text) {
        if (c == '/') {
            builder.end_part();
        } else if (c == '.') {
            begins = true;
            continue;
        } else {
            if (begins) {
                builder.begin_sentence();
            }
            std::string code;
            if (c >= 'A' && c <= 'Z') {
                append_spelled_code(code, std::string("a-rare-word-") + c);
            } else {
                append_code(code, std::string(1, c), false);
            }
            builder.add_token(code);
        }
        begins = false;
    }
    return builder.finish(true);
}

Starts starts_of(std::string_view text, TextUnit unit) {
    const std::string bytes = stream_of(text);
    const auto stream = read_token_stream(bytes);
    REQUIRE(stream.has_value());
    return unit_starts(*stream, unit);
}

}  // namespace

TEST_SUITE("text.stream_units") {
    TEST_CASE("unit_starts finds the first tokens of paragraphs and of their sentences") {
        CHECK(starts_of("aB/cd.Ef.g/h/", TextUnit::Paragraph) == Starts{2, 7});
        CHECK(starts_of("aB/cd.Ef.g/h/", TextUnit::Sentence) == Starts{2, 4, 6, 7});
    }

    TEST_CASE("unit_starts leaves empty units out") {
        CHECK(starts_of("/ab//c/", TextUnit::Paragraph) == Starts{2});
        CHECK(starts_of("//ab/", TextUnit::Sentence).empty());
        CHECK(starts_of("/", TextUnit::Paragraph).empty());
        CHECK(starts_of("ab//", TextUnit::Paragraph).empty());
    }
}

}  // namespace dateline::text
