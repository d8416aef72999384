// Stop words by language.
#include "common/text/stop_words.hpp"

#include "common/text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

using namespace dateline::text;

TEST_SUITE("text.stop_words") {
    TEST_CASE("is_stop_word knows words of each language with a list") {
        for (const auto& row : {
                 std::pair<std::string_view, std::string_view>{"en", "the"},
                 {"en-gb", "a"},
                 {"en_US", "yourselves"},
                 {"de", "uber"},
                 {"fr", "ete"},
                 {"fr", "l"},
                 {"es", "mas"},
                 {"it", "perche"},
                 {"nl", "het"},
                 {"pt-br", "nao"},
                 {"sv", "och"},
                 {"da", "ikke"},
                 {"nb", "og"},
                 {"nn", "ikkje"},
                 {"no", "og"},
                 {"fi", "etta"},
                 {"ru", "еще"},
                 {"hu", "es"},
             }) {
            const auto& lang = row.first;
            const auto& word = row.second;
            CAPTURE(lang);
            CAPTURE(word);
            CHECK(is_stop_word(lang, word));
        }
    }

    TEST_CASE("is_stop_word knows no content words") {
        for (const auto& row : {
                 std::pair<std::string_view, std::string_view>{"en", "summit"},
                 {"en", ""},
                 {"en", "won"},
                 {"en", "can"},
                 {"en", "THE"},
                 {"en", "u.s"},
                 {"en", "us"},
                 {"de", "zeitung"},
                 {"ru", "газета"},
                 {"fr", "the"},
             }) {
            const auto& lang = row.first;
            const auto& word = row.second;
            CAPTURE(word);
            CHECK_FALSE(is_stop_word(lang, word));
        }
    }

    TEST_CASE("is_stop_word knows none where there is no list") {
        for (const std::string_view lang : {"", "ja", "zh-hant", "e", "eng", "-en", "\xFF"}) {
            CAPTURE(lang);
            CHECK_FALSE(is_stop_word(lang, "the"));
            CHECK_FALSE(is_stop_word(lang, ""));
        }
    }

    TEST_CASE("is_stop_word knows all pieces of English contractions but whole words") {
        Tokenizer tokenizer;
        TokenList list;
        tokenizer.tokenize(
            "I'm you're they've she'd we'll isn't aren't wasn't weren't hasn't haven't hadn't "
            "doesn't don\u2019t didn't wouldn't shan't shouldn't couldn't mustn't that's who's",
            list);
        CHECK(list.tokens().size() > 30);
        for (const Token& token : list.tokens()) {
            CAPTURE(list.folded(token));
            CHECK(is_stop_word("en", list.folded(token)));
        }
    }
}
