// Quotation marks: kinds, nesting, borders, and what is none.
#include "indexer/analysis/quotes/quote_marks.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dateline::analysis {
namespace {

using Strings = std::vector<std::string>;

Strings quoted(std::string_view text) {
    Strings quotes;
    for (const QuotedRange& range : find_quoted_ranges(text)) {
        quotes.emplace_back(text.substr(range.start_bytes, range.end_bytes - range.start_bytes));
    }
    return quotes;
}

}  // namespace

TEST_SUITE("analysis.quote_marks") {
    TEST_CASE("find_quoted_ranges knows the marks of many languages") {
        for (const std::string_view text : {
                 "He \u201Cgoes\u201D.",
                 "He \"goes\".",
                 "Er \u201Egoes\u201C.",
                 "Er \u00BBgoes\u00AB.",
                 "Il \u00AB goes \u00BB.",
                 "\u00ABgoes\u00BB, \u2014",
                 "``goes'' he",
                 "\u300Cgoes\u300D",
                 "\uFF02goes\uFF02",
                 "(\"goes\")",
                 "he\u2014\"goes\"\u2014",
             }) {
            CAPTURE(text);
            CHECK(quoted(text) == Strings{"goes"});
        }
    }

    TEST_CASE("find_quoted_ranges gives the outer quote of several") {
        CHECK(quoted("\u201CHe said \u2018no\u2019 to me\u201D") ==
              Strings{"He said \u2018no\u2019 to me"});
        CHECK(quoted("\u00ABA \u00ABB\u00BB C\u00BB") == Strings{"A \u00ABB\u00BB C"});
        CHECK(quoted("\"It's a \u201Cdeal\u201D now\"") == Strings{"It's a \u201Cdeal\u201D now"});
    }

    TEST_CASE("find_quoted_ranges takes no inches and no apostrophes") {
        for (const std::string_view text : {"A 6'2\" man and a 14\" screen",
                                            "the boys' 'own' rock 'n' roll",
                                            "5\"",
                                            "\"",
                                            "a \" b",
                                            "",
                                            "\"\" \u201C\u201D"}) {
            CAPTURE(text);
            CHECK(quoted(text).empty());
        }
        CHECK(quoted("\"It was in 1987\" he") == Strings{"It was in 1987"});
    }

    TEST_CASE("find_quoted_ranges goes on where the next paragraph opens again") {
        CHECK(quoted("He said: \"One.\n\n\"Two.\n\n\"Three.\" End \"four\"") ==
              Strings{"One.\n\n\"Two.\n\n\"Three.", "four"});
        CHECK(quoted("\u201COne.\n\n\u201CTwo.\u201D Three") == Strings{"One.\n\n\u201CTwo."});
    }

    TEST_CASE("find_quoted_ranges ends a quote without closing mark at its paragraph") {
        CHECK(quoted("\u201COne.\n\nTwo.\n\n\u201CThree\u201D") == Strings{"One.", "Three"});
        CHECK(quoted("He \"one two") == Strings{"one two"});
        CHECK(quoted("\"One two. He \"three four\" five") == Strings{"One two. He", "three four"});
    }

    TEST_CASE("find_quoted_ranges gives the bytes with marks and without") {
        const auto ranges = find_quoted_ranges("a \u00AB b \u00BB");
        REQUIRE(ranges.size() == 1);
        CHECK(ranges[0].outer_start == 2);
        CHECK(ranges[0].start_bytes == 5);
        CHECK(ranges[0].end_bytes == 6);
        CHECK(ranges[0].outer_end == 9);
    }
}

}  // namespace dateline::analysis
