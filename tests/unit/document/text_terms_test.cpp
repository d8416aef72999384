// Terms and token streams of small articles, and words whose codes are the same.
#include "indexer/document/text_terms.hpp"

#include "common/schema/fields.hpp"
#include "common/text/token_stream.hpp"
#include "common/text/word_codes.hpp"

#include <doctest/doctest.h>

#include <map>

namespace dateline::document {
namespace {

/// Two made-up words with one 28-bit hash; found by trying many.
constexpr const char* kFirst = "xbozocaq";
constexpr const char* kSecond = "xhefacaq";

Article article_of(const std::string& title,
                   const std::vector<std::string>& paragraphs,
                   const std::string& lang = "en") {
    Article article;
    article.title = title;
    article.paragraphs = paragraphs;
    article.lang = lang;
    return article;
}

std::map<std::string, std::uint32_t> frequencies(const TextTerms& text) {
    std::map<std::string, std::uint32_t> sums;
    for (const storage::TermCount& term : text.terms) {
        sums[term.term] += term.wdf;
    }
    return sums;
}

std::string code_of(const std::string& word) {
    std::string code;
    text::append_code(code, word, false);
    return code;
}

std::string spelled(const std::string& word) {
    std::string code;
    text::append_spelled_code(code, word);
    return code;
}

}  // namespace

TEST_SUITE("document.text_terms") {
    TEST_CASE("build counts a word of the title twice, and once as a word of the title") {
        TextTermBuilder builder;
        const auto terms =
            frequencies(builder.build(article_of("Talks", {"Talks on talks", "talking"})));
        CHECK(terms.at("talks") == 4);
        CHECK(terms.at("talking") == 1);
        CHECK(terms.at("Ztalk") == 5);
        CHECK(terms.at("Stalks") == 1);
        CHECK(terms.at("ZStalk") == 1);
        CHECK(terms.count("Stalking") == 0);
    }

    TEST_CASE("build forgets its words between articles without touching what is gone") {
        TextTermBuilder builder(1);
        for (int i = 0; i < 3; ++i) {
            const auto terms = frequencies(builder.build(article_of("Talks", {"oil talks"})));
            CHECK(terms.at("talks") == 3);
            CHECK(terms.at("oil") == 1);
        }
    }

    TEST_CASE("build counts anew for each article") {
        TextTermBuilder builder;
        static_cast<void>(builder.build(article_of("Talks", {"oil"})));
        const auto terms = frequencies(builder.build(article_of("", {"talks"})));
        CHECK(terms.at("talks") == 1);
        CHECK(terms.count("oil") == 0);
        CHECK(terms.count("Stalks") == 0);
    }

    TEST_CASE("build marks words of which a form with diacritics occurs") {
        TextTermBuilder builder;
        auto terms = frequencies(builder.build(article_of("", {"priv\u00E9 oil"}, "fr")));
        CHECK(terms.count("XEpriv\u00E9") == 1);
        CHECK(terms.count("XVprive") == 1);
        CHECK(terms.count("XEprive") == 0);
        CHECK(terms.count("XEoil") == 0);
        terms = frequencies(builder.build(article_of("", {"priv\u00E9 prive"}, "fr")));
        CHECK(terms.count("XEprive") == 1);
        CHECK(terms.at("prive") == 2);
        CHECK(terms.at("XVprive") == 0);
        terms = frequencies(builder.build(article_of("", {"prive"}, "fr")));
        CHECK(terms.count("XEprive") == 0);
        CHECK(terms.count("XVprive") == 0);
    }

    TEST_CASE("build gives characters, pairs and dictionary words of scripts without spaces") {
        TextTermBuilder builder;
        const auto terms =
            frequencies(builder.build(article_of("", {"\u5916\u56FD\u4EBA \u53C2"}, "ja")));
        CHECK(terms.at("\u5916") == 0);
        CHECK(terms.at("\u5916\u56FD") == 1);
        CHECK(terms.at("\u56FD\u4EBA") == 1);
        CHECK(terms.at("\u53C2") == 0);
        CHECK(terms.count("\u4EBA\u53C2") == 0);  // a blank stands between
    }

    TEST_CASE("build adds tags and names with their mark") {
        TextTermBuilder builder;
        const auto terms = frequencies(builder.build(article_of("", {"#Summit with @Desk, a@b"})));
        CHECK(terms.at("#summit") == 0);
        CHECK(terms.at("summit") == 1);
        CHECK(terms.at("@desk") == 0);
        CHECK(terms.count("@b") == 0);
    }

    TEST_CASE("build counts tokens and says where they start in the full text") {
        TextTermBuilder builder;
        const Article article = article_of("Two words", {"a", "", "b c"});
        const TextTerms text = builder.build(article);
        CHECK(text.words == 5);
        CHECK(text.token_starts == std::vector<std::uint32_t>{0, 4, 11, 16, 18});
        CHECK(builder.build(article_of("", {"a"})).token_starts == std::vector<std::uint32_t>{0});
    }

    TEST_CASE("build spells out two words of one article that share a hash code") {
        REQUIRE(code_of(kFirst) == code_of(kSecond));
        REQUIRE(code_of(kFirst).size() == 4);
        TextTermBuilder builder;
        const TextTerms both = builder.build(article_of(kFirst, {kSecond}));
        const auto stream = text::read_token_stream(both.stream);
        REQUIRE(stream.has_value());
        CHECK(stream->has_spelled_words);
        CHECK(stream->title == spelled(kFirst));
        CHECK(stream->lead == spelled(kSecond));
        CHECK_FALSE(text::contains_sequence(stream->title, {{code_of(kSecond), spelled(kSecond)}}));
        CHECK(text::contains_sequence(stream->lead, {{code_of(kSecond), spelled(kSecond)}}));
    }

    TEST_CASE("build hashes a word again once its double is gone") {
        TextTermBuilder builder;
        static_cast<void>(builder.build(article_of(kFirst, {kSecond})));
        const TextTerms one = builder.build(article_of(kFirst, {"oil"}));
        const auto stream = text::read_token_stream(one.stream);
        REQUIRE(stream.has_value());
        CHECK_FALSE(stream->has_spelled_words);
        CHECK(stream->title == code_of(kFirst));
    }

    TEST_CASE("build spells out no word for two forms of it") {
        // They share the code because they share the folded form: both are meant.
        TextTermBuilder builder;
        const TextTerms text =
            builder.build(article_of("", {std::string(kFirst) + " xb\u00F6zocaq"}));
        const auto stream = text::read_token_stream(text.stream);
        REQUIRE(stream.has_value());
        CHECK_FALSE(stream->has_spelled_words);
        CHECK(stream->lead == code_of(kFirst) + code_of(kFirst));
    }

    TEST_CASE("read_token_stream finds the lead behind codes that end in the byte of a border") {
        // Each of these words has a code whose last byte is 0xFF.
        for (const std::string word : {"then", "me", "town", "xbubaba", "xpubaba"}) {
            CAPTURE(word);
            REQUIRE(code_of(word).size() > 1);
            REQUIRE(code_of(word).back() == text::kBorder);
            TextTermBuilder builder;
            const TextTerms text = builder.build(article_of(word, {word + " oil", word + " gas"}));
            const auto stream = text::read_token_stream(text.stream);
            REQUIRE(stream.has_value());
            CHECK(stream->title == code_of(word));
            CHECK(stream->lead == code_of(word) + code_of("oil"));
            CHECK(text::contains_sequence(stream->lead, {{code_of(word)}, {code_of("oil")}}));
            CHECK_FALSE(text::contains_sequence(stream->lead, {{code_of("gas")}}));
            CHECK_FALSE(text::contains_sequence(stream->all, {{code_of(word)}, {code_of(word)}}));
            CHECK_FALSE(text::contains_sequence(stream->body, {{code_of("oil")}, {code_of(word)}}));
            CHECK(text::contains_sequence(stream->body, {{code_of(word)}, {code_of("gas")}}));
        }
    }

    TEST_CASE("read_token_stream finds an empty title and an empty lead") {
        TextTermBuilder builder;
        const TextTerms no_title = builder.build(article_of("", {"oil", "gas"}));
        auto stream = text::read_token_stream(no_title.stream);
        REQUIRE(stream.has_value());
        CHECK(stream->title.empty());
        CHECK(stream->lead == code_of("oil"));
        const TextTerms no_body = builder.build(article_of("oil", {}));
        stream = text::read_token_stream(no_body.stream);
        REQUIRE(stream.has_value());
        CHECK(stream->title == code_of("oil"));
        CHECK(stream->lead.empty());
        CHECK(stream->body.empty());
        const TextTerms empty_lead = builder.build(article_of("oil", {"!", "gas"}));
        stream = text::read_token_stream(empty_lead.stream);
        REQUIRE(stream.has_value());
        CHECK(stream->lead.empty());
        CHECK(text::contains_sequence(stream->body, {{code_of("gas")}}));
    }

    TEST_CASE("read_token_stream refuses other bytes") {
        TextTermBuilder builder;
        const std::string good = builder.build(article_of("oil", {"One. Two. Three."})).stream;
        REQUIRE(text::read_token_stream(good).has_value());
        CHECK_FALSE(text::read_token_stream("").has_value());
        CHECK_FALSE(text::read_token_stream("\x02" + good.substr(1)).has_value());
        for (std::size_t size = 0; size < 4; ++size) {
            CHECK_FALSE(text::read_token_stream(good.substr(0, size)).has_value());
        }
        CHECK_FALSE(text::read_token_stream(std::string("\x01\x00\x7F\x00", 4)).has_value());
        CHECK_FALSE(text::read_token_stream(std::string("\x01\x00\x00\x7F", 4)).has_value());
    }

    TEST_CASE("contains_sequence never finds an empty sequence, nor words across a border") {
        TextTermBuilder builder;
        const TextTerms text = builder.build(article_of("oil", {"gas", "oil gas"}));
        const auto stream = text::read_token_stream(text.stream);
        REQUIRE(stream.has_value());
        CHECK_FALSE(text::contains_sequence(stream->all, {}));
        CHECK_FALSE(text::contains_sequence(stream->all, {{}}));
        CHECK_FALSE(text::contains_sequence(stream->all, {{code_of("gas")}, {code_of("oil")}}));
        CHECK(text::contains_sequence(stream->all, {{code_of("oil")}, {code_of("gas")}}));
        CHECK(text::contains_sequence(stream->all,
                                      {{code_of("x"), code_of("oil")}, {code_of("gas")}}));
        CHECK_FALSE(text::contains_sequence(stream->lead, {{code_of("oil")}}));
    }
}

}  // namespace dateline::document
