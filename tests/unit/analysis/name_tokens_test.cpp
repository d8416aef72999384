// The tokens that names are made of.
#include "indexer/analysis/name_tokens.hpp"

#include "indexer/analysis/letters.hpp"
#include "indexer/analysis/sentences.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {
namespace {

std::string cut(std::string_view text) {
    std::string joined;
    for (const NameToken& token : cut_name_tokens(text)) {
        joined += joined.empty() ? "" : " | ";
        joined += text.substr(token.start_bytes, token.end_bytes - token.start_bytes);
    }
    return joined;
}

struct Example {
    std::string_view text;
    std::string_view tokens;
};

std::vector<std::string> sentences_of(std::string_view text) {
    const TokenizedText tokenized = tokenize_names(text);
    std::vector<std::string> sentences;
    for (const Sentence& sentence : tokenized.sentences) {
        const std::uint32_t start = tokenized.tokens[sentence.first_token].start_bytes;
        const std::uint32_t end = tokenized.tokens[sentence.end_token - 1].end_bytes;
        sentences.emplace_back(text.substr(start, end - start));
    }
    return sentences;
}

}  // namespace

TEST_SUITE("analysis.name_tokens") {
    TEST_CASE("cut_name_tokens keeps in a word what names have inside") {
        for (const Example& example : {
                 Example{"Putin's aide", "Putin | 's | aide"},
                 Example{"Putin\u2019s aide", "Putin | \u2019s | aide"},
                 Example{"Putin 's aide", "Putin | 's | aide"},
                 Example{"he said 'so", "he | said | ' | so"},
                 Example{"the Workers' Party", "the | Workers | ' | Party"},
                 Example{"Chris O'Neil and Yar'Adua", "Chris | O'Neil | and | Yar'Adua"},
                 Example{"Bashar al-Assad", "Bashar | al-Assad"},
                 Example{"a 14-year-old boy", "a | 14-year-old | boy"},
                 Example{"18-Nery Pumpido", "18 | - | Nery | Pumpido"},
                 Example{"AT&T and B&B", "AT&T | and | B&B"},
                 Example{"R&d", "R | & | d"},
                 Example{"3.5 per cent of 1,000", "3.5 | per | cent | of | 1,000"},
                 Example{"Pyongyang\u2013Seoul", "Pyongyang | \u2013 | Seoul"},
             }) {
            CAPTURE(example.text);
            CHECK(cut(example.text) == example.tokens);
        }
    }

    TEST_CASE("cut_name_tokens leaves a full stop with initials and abbreviations of names") {
        for (const Example& example : {
                 Example{"U.S. troops", "U.S. | troops"},
                 Example{"in the U.S.", "in | the | U.S."},
                 Example{"J. K. Rowling", "J. | K. | Rowling"},
                 Example{"J.K. Rowling", "J.K. | Rowling"},
                 Example{"so am I.", "so | am | I | ."},
                 Example{"Acme Corp. said", "Acme | Corp. | said"},
                 Example{"the end.The next", "the | end | . | The | next"},
                 Example{"Dr. No", "Dr. | No"},
                 Example{"wait...", "wait | ..."},
                 Example{"Sask. and Sas.", "Sask. | and | Sas | ."},
             }) {
            CAPTURE(example.text);
            CHECK(cut(example.text) == example.tokens);
        }
    }

    TEST_CASE("cut_name_tokens gives kinds and ranges that cover all but white space") {
        const std::string text = "He paid \u20ac5 to \u00c9mile\u2019s son.\n";
        const std::vector<NameToken> tokens = cut_name_tokens(text);
        REQUIRE(tokens.size() == 9);
        CHECK(tokens[2].kind == NameTokenKind::Punctuation);
        CHECK(tokens[2].space_before);
        CHECK_FALSE(tokens[2].ascii);
        CHECK(tokens[3].kind == NameTokenKind::Number);
        CHECK_FALSE(tokens[3].space_before);
        CHECK(tokens[6].kind == NameTokenKind::Possessive);
        std::size_t covered = 0;
        for (const NameToken& token : tokens) {
            covered += token.end_bytes - token.start_bytes;
        }
        CHECK(covered == text.size() - 6);
    }

    TEST_CASE("cut_name_tokens gives nothing for blanks") {
        CHECK(cut_name_tokens("").empty());
        CHECK(cut_name_tokens(" \n\t\u00a0\u3000").empty());
    }

    TEST_CASE("letter_of knows the case of the scripts that names come in") {
        struct Pair {
            char32_t upper;
            char32_t lower;
        };
        for (const Pair pair : {Pair{U'A', U'a'},
                                Pair{U'\u00c9', U'\u00e9'},
                                Pair{U'\u0141', U'\u0142'},
                                Pair{U'\u0160', U'\u0161'},
                                Pair{U'\u0178', U'\u00ff'},
                                Pair{U'\u1ea4', U'\u1ea5'},
                                Pair{U'\u0394', U'\u03b4'},
                                Pair{U'\u041f', U'\u043f'},
                                Pair{U'\u0404', U'\u0454'},
                                Pair{U'\u04d8', U'\u04d9'}}) {
            CAPTURE(static_cast<std::uint32_t>(pair.upper));
            CHECK(letter_of(pair.upper).kind == LetterKind::Upper);
            CHECK(letter_of(pair.upper).lower == pair.lower);
            CHECK(letter_of(pair.lower).kind == LetterKind::Lower);
            CHECK(letter_of(pair.lower).lower == pair.lower);
        }
    }

    TEST_CASE("tokenize_names ends sentences at full stops and at the borders of lines and cells") {
        CHECK(sentences_of("He left. She stayed.\n\nAli Hassan\tCairo   Egypt") ==
              std::vector<std::string>{"He left.", "She stayed.", "Ali Hassan", "Cairo", "Egypt"});
        CHECK(sentences_of("Mr. Smith went to the U.S. with \u201cJo\u201d.") ==
              std::vector<std::string>{"Mr. Smith went to the U.S. with \u201cJo\u201d."});
        CHECK(sentences_of("He left. (She stayed.)") ==
              std::vector<std::string>{"He left.", "(She stayed.)"});
        CHECK(sentences_of(" \n\n ").empty());
    }

    TEST_CASE("tokenize_names tells how a sentence uses capitals") {
        const TokenizedText text = tokenize_names(
            "MARCOS FLEES MANILA\nLeaders Plan Meeting With Rebels\nThe leaders met Tom.\nMcKAY "
            "WINS AGAIN\nOK");
        REQUIRE(text.sentences.size() == 5);
        CHECK(text.sentences[0].letter_case == SentenceCase::Upper);
        CHECK(text.sentences[1].letter_case == SentenceCase::Title);
        CHECK(text.sentences[2].letter_case == SentenceCase::Normal);
        CHECK(text.sentences[3].letter_case == SentenceCase::Upper);
        CHECK(text.sentences[4].letter_case == SentenceCase::Normal);
    }

    TEST_CASE("tokenize_names cuts a sentence of more than 400 tokens") {
        std::string text;
        for (int i = 0; i < 401; ++i) {
            text += "word ";
        }
        const TokenizedText tokenized = tokenize_names(text);
        REQUIRE(tokenized.sentences.size() == 2);
        CHECK(tokenized.sentences[0].end_token == 400);
        CHECK(tokenize_names(text.substr(0, 400 * 5)).sentences.size() == 1);
    }

    TEST_CASE("tokenize_names counts the search tokens before each token") {
        const TokenizedText text = tokenize_names("Jean-Pierre met Ann\u2019s son.");
        REQUIRE(text.tokens.size() == 6);
        CHECK(text.first_search == std::vector<std::uint32_t>{0, 2, 3, 4, 4, 5, 5});
    }
}

}  // namespace dateline::analysis
