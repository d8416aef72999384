// Text that roff must print as it is.
#include "common/manual/roff.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline::manual;

namespace {

bool ends_with(const std::string& text, const std::string& end) {
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

TEST_SUITE("manual.roff") {
    TEST_CASE("plain escapes what roff would read or print otherwise") {
        struct Case {
            std::string text;
            std::string code;
        };
        for (const Case& row : {
                 Case{"", ""},
                 Case{"--limit N", "\\-\\-limit N"},
                 Case{"a\\tb", "a\\(rstb"},
                 Case{"it's `x` ^2 ~1", "it\\(aqs \\(gax\\(ga \\(ha2 \\(ti1"},
                 Case{"\"a b\"", "\\(dqa b\\(dq"},
                 Case{"two\nlines\tand a tab", "two lines and a tab"},
                 Case{"Orbán €", "Orb\\[u00E1]n \\[u20AC]"},
                 Case{"\U0001F600", "\\[u1F600]"},
                 Case{"bad \xFF", "bad \\[uFFFD]"},
                 Case{std::string("bell\a and nul\0", 14), "bell and nul"},
             }) {
            CAPTURE(row.text);
            CHECK(plain(row.text).code == row.code);
        }
    }

    TEST_CASE("marked prints in bold what stands between backquotes") {
        CHECK(marked("use `-i` here").code == "use \\fB\\-i\\fR here");
        CHECK(marked("`a``b`").code == "\\fBa\\fR\\fBb\\fR");
        CHECK(marked("an open `end").code == "an open \\fBend\\fR");
        CHECK(marked("").code.empty());
    }

    TEST_CASE("RoffPage keeps a full stop or an apostrophe at the beginning of a line") {
        RoffPage page("x", '1', "X 1");
        page.paragraph(plain(".SH is no request"));
        CHECK(ends_with(page.text(), ".PP\n\\&.SH is no request\n"));
        page.paragraph(plain("'tis no request"));
        CHECK(ends_with(page.text(), ".PP\n\\(aqtis no request\n"));
        page.item(plain(".a"), plain(".b"));
        CHECK(ends_with(page.text(), ".TP\n\\&.a\n\\&.b\n"));
    }

    TEST_CASE("RoffPage keeps the lines of an example") {
        RoffPage page("x", '1', "X 1");
        page.verbatim("one \\\n  two\n\n.three");
        CHECK(ends_with(page.text(), ".PP\n.RS 4\n.EX\none \\(rs\n  two\n\n\\&.three\n.EE\n.RE\n"));
    }

    TEST_CASE("RoffPage begins with a title in capitals and no date") {
        CHECK(RoffPage("dateline-query", '1', "Dateline 0.1.0").text() ==
              ".TH \"DATELINE\\-QUERY\" 1 \"\" \"Dateline 0.1.0\" \"Dateline\"\n.nh\n.ad l\n");
    }
}
