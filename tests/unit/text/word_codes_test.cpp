// The frozen table, and codes there and back.
#include "common/text/word_codes.hpp"

#include "common/base/hash.hpp"
#include "common/text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace dateline;
using namespace dateline::text;

namespace {

std::string code_of(std::string_view folded, bool is_character = false) {
    std::string code;
    append_code(code, folded, is_character);
    return code;
}

std::string spelled(std::string_view folded) {
    std::string code;
    append_spelled_code(code, folded);
    return code;
}

bool has_stop_bit_at_its_end_alone(std::string_view code) {
    for (std::size_t i = 0; i < code.size(); ++i) {
        if ((static_cast<unsigned char>(code[i]) >= 0x80) != (i + 1 == code.size())) {
            return false;
        }
    }
    return !code.empty();
}

}  // namespace

TEST_SUITE("text.word_codes") {
    TEST_CASE("word_rank and ranked_word are inverse over the whole table") {
        REQUIRE(word_table_size() <= 127 + 16384);
        REQUIRE(word_table_size() > 16000);
        for (std::uint32_t rank = 0; rank < word_table_size(); ++rank) {
            const std::string_view word = ranked_word(rank);
            REQUIRE_FALSE(word.empty());
            REQUIRE(word_rank(word) == rank);
        }
    }

    TEST_CASE("word_rank knows no word outside the table") {
        for (const std::string_view word :
             {"", "qqqqzzzz", "The", "averyveryveryverylongwordindeed"}) {
            CAPTURE(word);
            CHECK_FALSE(word_rank(word).has_value());
        }
    }

    TEST_CASE("ranked_word gives only forms that the tokenizer gives") {
        Tokenizer tokenizer;
        TokenList list;
        std::size_t odd = 0;
        for (std::uint32_t rank = 0; rank < word_table_size(); ++rank) {
            const std::string word(ranked_word(rank));
            tokenizer.tokenize(word, list);
            if (list.tokens().size() != 1 || list.folded(list.tokens().front()) != word) {
                MESSAGE("never met: " << word);
                ++odd;
            }
        }
        CHECK(odd == 0);
    }

    TEST_CASE("ranked_word gives the frozen words in their frozen order") {
        std::string all;
        for (std::uint32_t rank = 0; rank < word_table_size(); ++rank) {
            all += ranked_word(rank);
            all += '\n';
        }
        CHECK(hex16(hash64(all)) == "bf189871814d1c79");
    }

    TEST_CASE("append_code gives one byte to ranks below 127 and two to the others") {
        for (const std::uint32_t rank :
             {0U, 1U, 126U, 127U, 128U, 254U, 255U, word_table_size() - 1}) {
            CAPTURE(rank);
            const std::string word(ranked_word(rank));
            const std::string code = code_of(word);
            CHECK(code.size() == (rank < 127 ? 1 : 2));
            CHECK(has_stop_bit_at_its_end_alone(code));
            CHECK(code != std::string(1, kBorder));
            CHECK(decode_code(code) == word);
        }
        CHECK(code_of(ranked_word(0)) == "\x80");
        CHECK(code_of(ranked_word(126)) == "\xFE");
        CHECK(code_of(ranked_word(127)) == std::string("\x00\x80", 2));
    }

    TEST_CASE("append_code gives three bytes to a character outside the table") {
        for (const std::string& character :
             {std::string("\u9F98"), std::string("\U00020000"), std::string("\u1780")}) {
            CAPTURE(character);
            REQUIRE_FALSE(word_rank(character).has_value());
            const std::string code = code_of(character, true);
            CHECK(code.size() == 3);
            CHECK(has_stop_bit_at_its_end_alone(code));
            CHECK(decode_code(code) == character);
            CHECK(code_of(character, false).size() == 4);
        }
        CHECK(code_of("\u3042", true).size() == 2);
        CHECK(code_of("\u9F98\u9F98", true).size() == 4);
    }

    TEST_CASE("append_code gives four bytes of hash to any other word") {
        for (const std::string_view word :
             {"", "qqqqzzzz", "a123456", "\u044F\u044F\u044F\u044F"}) {
            CAPTURE(word);
            const std::string code = code_of(word);
            CHECK(code.size() == 4);
            CHECK(has_stop_bit_at_its_end_alone(code));
            CHECK_FALSE(decode_code(code).has_value());
        }
        CHECK(code_of("qqqqzzzz") != code_of("qqqqzzzy"));
    }

    TEST_CASE("append_spelled_code gives five bytes and more that decode_code reads back") {
        std::string longest;
        for (int i = 0; i < 64; ++i) {
            longest += "\U00020000";
        }
        for (const std::string& word : {std::string(),
                                        std::string("a"),
                                        std::string("abcd"),
                                        std::string("abcde"),
                                        std::string("sixsix"),
                                        std::string("sevenss"),
                                        std::string("eighteig"),
                                        std::string("\u044F\u0451"),
                                        longest}) {
            CAPTURE(word);
            const std::string code = spelled(word);
            CHECK(code.size() >= 5);
            CHECK(code.size() <= 5 + word.size() * 8 / 7 + 1);
            CHECK(has_stop_bit_at_its_end_alone(code));
            CHECK(decode_code(code) == word);
        }
        CHECK(spelled("abcd").size() == 5);
        CHECK(spelled("abcde").size() == 6);
    }

    TEST_CASE("append_code appends and codes can be told apart from either end") {
        std::string stream = "\xFF";
        const std::vector<std::string> words{"the", "qqqqzzzz", "minister", "of"};
        for (const std::string& word : words) {
            append_code(stream, word, false);
        }
        append_spelled_code(stream, "xyz");
        std::vector<std::string> codes(1);
        for (const char byte : stream) {
            codes.back().push_back(byte);
            if (static_cast<unsigned char>(byte) >= 0x80) {
                codes.emplace_back();
            }
        }
        codes.pop_back();
        CHECK(codes == std::vector<std::string>{"\xFF",
                                                code_of("the"),
                                                code_of("qqqqzzzz"),
                                                code_of("minister"),
                                                code_of("of"),
                                                spelled("xyz")});
    }

    TEST_CASE("decode_code rejects what is not exactly one code") {
        for (const std::string& bytes : {
                 std::string(),
                 std::string("\xFF"),                  // the border
                 std::string("\x01"),                  // no stop bit
                 std::string("\x80\x80"),              // two codes
                 std::string("\x01\x80\x01"),          // a code and a half
                 std::string("\x03\x30\x80"),          // a surrogate, U+D800
                 std::string("\x44\x00\x80", 3),       // above U+10FFFF
                 std::string("\x00\x00\x80", 3),       // U+0000
                 std::string("\x01\x02\x03\x84"),      // a hash
                 std::string("\x7F\x7F\x7F\x7F\xFF"),  // not UTF-8
             }) {
            CAPTURE(bytes);
            CHECK_FALSE(decode_code(bytes).has_value());
        }
    }
}
