// Speech and speakers, sentence by sentence.
#include "indexer/analysis/quotes/quotes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace dateline::analysis {
namespace {

/// Mentions of people who are written `[Ada Byron]` or `[Ada Byron|Byron]` (name, then the text's
/// form); the text without the brackets.
struct Marked {
    std::string text;
    std::vector<Mention> mentions;
};

Marked marked(std::string_view source) {
    Marked result;
    while (!source.empty()) {
        const std::size_t open = std::min(source.find('['), source.size());
        result.text += source.substr(0, open);
        source.remove_prefix(open);
        if (source.empty()) {
            break;
        }
        const std::string_view inside = source.substr(1, source.find(']') - 1);
        source.remove_prefix(inside.size() + 2);
        const std::size_t bar = inside.find('|');
        Mention mention;
        mention.name = inside.substr(0, bar);
        mention.id = "P:" + mention.name;
        mention.start_bytes = static_cast<std::uint32_t>(result.text.size());
        result.text += bar == std::string_view::npos ? inside : inside.substr(bar + 1);
        mention.end_bytes = static_cast<std::uint32_t>(result.text.size());
        result.mentions.push_back(mention);
    }
    return result;
}

/// Each quote as `speaker: text`, `-` for nobody.
std::vector<std::string> quotes_of(std::string_view source, std::string_view language = "en") {
    const Marked article = marked(source);
    std::vector<std::string> lines;
    for (const Quote& quote : find_quotes(article.text, article.mentions, language)) {
        lines.push_back(
            (quote.speaker_name.empty() ? "-" : quote.speaker_name) + ": " +
            article.text.substr(quote.start_bytes, quote.end_bytes - quote.start_bytes));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("analysis.quotes") {
    TEST_CASE("find_quotes gives both parts of a quote to who stands between them") {
        for (const std::string_view text : {
                 "\"We will act,\" [Ada] said, \"and soon.\"",
                 "\"We will act,\" said [Ada], \"and soon.\"",
                 "\"We will act,\" [Ada] told [Bob] on Monday, \"and soon.\"",
                 "\"We will act,\" [Ada], who met [Bob], said in Berlin, \"and soon.\"",
                 "[Bob] spoke. \"We will act,\" Foreign Minister [Ada] said, \"and soon.\"",
                 "[Bob] left. \"We will act,\" [Ada] said. \"and soon.\"",
             }) {
            CAPTURE(text);
            CHECK(quotes_of(text) == Lines{"Ada: We will act,", "Ada: and soon."});
        }
    }

    TEST_CASE("find_quotes finds who speaks behind the quote") {
        for (const std::string_view text : {
                 "\"We go now,\" [Ada] said.",
                 "\"We go now,\" said [Ada].",
                 "\"We go now,\" said Foreign Minister [Ada].",
                 "\"We go now,\" said the head of the bank, [Ada].",
                 "\"We go now,\" [Ada] told [Bob].",
                 "\"We go now,\" [Ada], who met [Bob], said.",
                 "\"We go now,\" [Ada] of the Bank of England later said.",
                 "\"We go now?\" [Ada] said.",
                 "\"We go now,\" according to [Ada].",
                 "\"We go now\", said [Ada] after talks with [Bob].",
             }) {
            CAPTURE(text);
            const Lines lines = quotes_of(text);
            REQUIRE(lines.size() == 1);
            CHECK(lines[0].starts_with("Ada: We go now"));
        }
    }

    TEST_CASE("find_quotes finds who speaks before the quote") {
        for (const std::string_view text : {
                 "[Ada] said: \"We go now.\"",
                 "[Ada] told reporters in Paris: \"We go now.\"",
                 "[Ada] has called it \"a very bad deal\".",
                 "According to [Ada], \"we go now\".",
                 "[Ada], the head of the bank, said \"we go now\".",
                 "[Bob] left. [Ada] said \"we go now\" on Friday.",
             }) {
            CAPTURE(text);
            const Lines lines = quotes_of(text);
            REQUIRE(lines.size() == 1);
            CHECK(lines[0].starts_with("Ada: "));
        }
    }

    TEST_CASE("find_quotes names nobody where nobody is named") {
        for (const std::string_view text : {
                 "\"We go now,\" said a spokesman for [Ada].",
                 "\"We go now,\" [Ada]'s lawyer said.",
                 "\"We go now,\" the ministry said. [Ada] left.",
                 "A spokesman for [Ada] said: \"We go now.\"",
                 "[Ada] left. \"We go now.\"",
                 "[Ada] said it was over. A statement of the bank blamed \"We go now\".",
             }) {
            CAPTURE(text);
            const Lines lines = quotes_of(text);
            REQUIRE(lines.size() == 1);
            CHECK(lines[0].starts_with("-: We go now"));
        }
    }

    TEST_CASE("find_quotes takes a pronoun for the last subject of its gender") {
        CHECK(quotes_of("[John Hill] met [Mary Lee]. \"We go now,\" he said.") ==
              Lines{"John Hill: We go now,"});
        CHECK(quotes_of("[John Hill] met [Mary Lee]. \"We go now,\" she said.") ==
              Lines{"Mary Lee: We go now,"});
        CHECK(quotes_of("\"We go now,\" [Ada] said after talks with [Bob]. \"We stay then,\" she "
                        "added.") == Lines{"Ada: We go now,", "Ada: We stay then,"});
    }

    TEST_CASE("find_quotes does not take a pronoun for a name inside a quote") {
        CHECK(quotes_of("[John Smith] resigned on Monday. \"[Vladimir Putin] started this war, and "
                        "only he can end it,\" he told reporters.") ==
              Lines{"John Smith: Vladimir Putin started this war, and only he can end it,"});
        CHECK(quotes_of("\"[Vladimir Putin] started this war, and he can end it,\" he told "
                        "reporters.") ==
              Lines{"-: Vladimir Putin started this war, and he can end it,"});
        // Sentences of the quote itself do not use up those that are looked back.
        CHECK(quotes_of("[John Smith] left. \"One is here. Two is here. Three is here. Four is "
                        "here. Five is here,\" he said.")
                  .front()
                  .starts_with("John Smith: "));
    }

    TEST_CASE("find_quotes looks for adverbs and joining words of the language") {
        CHECK(quotes_of("\u00AB On y va tous \u00BB, [Ada] notamment d\u00E9clare.", "fr") ==
              Lines{"Ada: On y va tous"});
        CHECK(quotes_of("\"We go now\", but [Ada] said nothing.") == Lines{"-: We go now"});
        CHECK(quotes_of("\u201EWir gehen jetzt\u201C, aber [Ada] sagte nichts.", "de") ==
              Lines{"-: Wir gehen jetzt"});
        CHECK(quotes_of("\u201EWir gehen jetzt\u201C, sagte Minister und Vorsitzender [Ada].",
                        "de") == Lines{"Ada: Wir gehen jetzt"});
    }

    TEST_CASE("find_quotes keeps to the paragraph behind a quote and to the colon before it") {
        CHECK(quotes_of("\"We go now,\"\n[Ada] said.") == Lines{"Ada: We go now,"});
        CHECK(quotes_of("\"We go now.\"\n\n[Ada] said no.") == Lines{"-: We go now."});
        CHECK(quotes_of("[Ada] said this: \"We go now.\"") == Lines{"Ada: We go now."});
        CHECK(quotes_of("It was 10:30 when [Ada] said so. \"Now.\"").empty());
    }

    TEST_CASE("find_quotes gives the parts of one speech to one speaker") {
        CHECK(quotes_of("\"We go now,\" [Ada] said. \"They stay there.\"") ==
              Lines{"Ada: We go now,", "Ada: They stay there."});
        CHECK(quotes_of("\"We go now,\" [Ada] said, \"and they stay.\"") ==
              Lines{"Ada: We go now,", "Ada: and they stay."});
        CHECK(quotes_of("\"We go now,\" [Ada] said.\n\n\"They stay there.\"") ==
              Lines{"Ada: We go now,", "Ada: They stay there."});
        CHECK(quotes_of("[Ada] said it was over. \"They stay there.\"") ==
              Lines{"Ada: They stay there."});
        CHECK(quotes_of("\"We go now,\" [Ada] said.\n\nIt rained on the \"great deal of it\".") ==
              Lines{"Ada: We go now,", "-: great deal of it"});
    }

    TEST_CASE("find_quotes leaves out titles and scare quotes") {
        CHECK(quotes_of("The \"free\" market and \"The Lord of the Rings\" by [Ada].").empty());
        CHECK(quotes_of("Her novel, \"Emma\", came out in London and described [Ada].").empty());
        CHECK(quotes_of("A \"monetarist\" economist, [Ada], said.").empty());
        CHECK(quotes_of("[Ada] said the so-called \"free\" market ended.").empty());
        CHECK(quotes_of("[Ada] said it was \"free\".") == Lines{"Ada: free"});
        CHECK(quotes_of("He quoted [Ada] as saying, \"We go now.\"") == Lines{"Ada: We go now."});
        CHECK(quotes_of("\"No,\" [Ada] said.") == Lines{"Ada: No,"});
        CHECK(quotes_of("They spoke of \"a very bad deal\".") == Lines{"-: a very bad deal"});
    }

    TEST_CASE("find_quotes reads other languages") {
        for (const auto& [language, text] : {
                 std::pair("de", "\u201EWir gehen jetzt\u201C, sagte [Ada] am Freitag."),
                 std::pair("de", "[Ada] sagte: \u201EWir gehen jetzt.\u201C"),
                 std::pair("fr", "\u00AB On y va tous \u00BB, a d\u00E9clar\u00E9 [Ada]."),
                 std::pair("fr", "Selon [Ada], \u00AB on y va tous \u00BB."),
                 std::pair("es", "\u00ABNos vamos ahora\u00BB, dijo [Ada]."),
                 std::pair("ru",
                           "\u00AB\u041C\u044B \u0443\u0445\u043E\u0434\u0438\u043C "
                           "\u0432\u0441\u0435\u00BB, \u2014 "
                           "\u0441\u043A\u0430\u0437\u0430\u043B\u0430 [Ada]."),
             }) {
            CAPTURE(text);
            const Lines lines = quotes_of(text, language);
            REQUIRE(lines.size() == 1);
            CHECK(lines[0].starts_with("Ada: "));
        }
        CHECK(quotes_of("\u300C\u6211\u4EEC\u73B0\u5728\u5C31\u8981\u8D70\u4E86\u300D", "zh") ==
              Lines{"-: \u6211\u4EEC\u73B0\u5728\u5C31\u8981\u8D70\u4E86"});
    }

    TEST_CASE("find_quotes gives bytes and marks what it found by rules") {
        const Marked article = marked("Talks\n\n\"We go now,\" [Ada] said.");
        const auto quotes = find_quotes(article.text, article.mentions, "en-gb");
        REQUIRE(quotes.size() == 1);
        CHECK(quotes[0] == Quote{8, 18, "P:Ada", "Ada", "rules"});
    }
}

}  // namespace dateline::analysis
