// Where sentences begin.
#include "common/text/borders.hpp"

#include "common/text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace dateline::text;

namespace {

/// The folded tokens of `paragraph` with a bar before each sentence but the first.
std::string shown(std::string_view paragraph) {
    Tokenizer tokenizer;
    TokenList list;
    tokenizer.tokenize(paragraph, list);
    const std::vector<std::uint32_t> starts = sentence_starts(paragraph, list);
    std::string line;
    std::size_t next = 0;
    for (std::size_t i = 0; i < list.tokens().size(); ++i) {
        line += i == 0 ? "" : " ";
        if (next < starts.size() && starts[next] == i) {
            line += "| ";
            ++next;
        }
        line += list.folded(list.tokens()[i]);
    }
    CHECK(next == starts.size());
    return line;
}

using Rows = std::vector<std::pair<std::string, std::string>>;

void check(const Rows& rows) {
    for (const auto& row : rows) {
        const auto& paragraph = row.first;
        const auto& sentences = row.second;
        CAPTURE(paragraph);
        CHECK(shown(paragraph) == sentences);
    }
}

}  // namespace

TEST_SUITE("text.borders") {
    TEST_CASE("sentence_starts ends sentences at their closing signs") {
        check({
            {"", ""},
            {"One sentence only.", "one sentence only"},
            {"He left. She stayed! Why? 5 knew.", "he left | she stayed | why | 5 knew"},
            {"He left.\nShe stayed.", "he left | she stayed"},
            {"\u201CGo!\u201D \u201CNo.\u201D She went.", "go | no | she went"},
            {"(He left.) She stayed.", "he left | she stayed"},
            {"He waited\u2026 Then he left...  Now", "he waited | then he left | now"},
            {"Really?! Yes.", "really | yes"},
            {"\u0647\u0644\u061F \u0646\u0639\u0645\u06D4 \u0644\u0627",
             "\u0647\u0644 | \u0646\u0639\u0645 | \u0644\u0627"},
            {"\u0928\u092E\u0964 \u0939\u092E", "\u0928\u092E | \u0939\u092E"},
            {"\u5929\u3002\u5730\uFF01\u300C\u4EBA\u3002\u300D\u5C71",
             "\u5929 | \u5730 | \u4EBA | \u5C71"},
        });
    }

    TEST_CASE("sentence_starts goes on where no sentence ends") {
        check({
            {"end.Next word", "end next word"},
            {"He left. she stayed", "he left she stayed"},
            {"\u201CWhy?\u201D he asked.", "why he asked"},
            {"Yahoo! said so", "yahoo said so"},
            {"Yahoo!, Google", "yahoo google"},
            {"wait... and see", "wait and see"},
            {"It rose 3.5 pct, then fell", "it rose 3.5 pct then fell"},
            {"a, b; c: d", "a b c d"},
        });
    }

    TEST_CASE("sentence_starts does not end a sentence behind initials and titles") {
        check({
            {"George W. Bush met J. K. Rowling.", "george w bush met j k rowling"},
            {"U.S. President Biden", "u.s president biden"},
            {"Mr. Smith met Sen. Cruz vs. Lt. Gen. Jones", "mr smith met sen cruz vs lt gen jones"},
            {"No. 5 and Vol. 2", "no 5 and vol 2"},
            {"Acme Inc. Chairman Smith, Feb. 26", "acme inc chairman smith feb 26"},
            {"He said no. Smith left.", "he said no | smith left"},
        });
    }

    TEST_CASE("sentence_starts ends a sentence behind initials where an opening word follows") {
        check({
            {"He left the U.S. The war went on.", "he left the u.s | the war went on"},
            {"It bought Acme Corp. He sold it at 5 p.m. But why?",
             "it bought acme corp | he sold it at 5 p.m | but why"},
            {"in the U.S.; The war", "in the u.s the war"},
        });
    }

    TEST_CASE("sentence_starts sees the sign behind a possessive") {
        check({{"It was Putin's. Then he left.", "it was putin | then he left"}});
    }
}
