// Edit distances letter by letter, and costs of slips.
#include "query/compile/edit_rows.hpp"

#include "query/compile/near_names.hpp"
#include "query/search/spelling_cost.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dateline::compile {
namespace {

std::size_t edits_between(const std::string& wanted, const std::string& word, std::size_t limit) {
    EditRows rows(letters_of(wanted), limit);
    return edits_of(rows, word);
}

}  // namespace

TEST_SUITE("compile.edit_rows") {
    TEST_CASE("edits_of counts insertions and deletions and substitutions and swaps") {
        CHECK(edits_between("sanction", "sanction", 2) == 0);
        CHECK(edits_between("sanction", "sanctions", 2) == 1);
        CHECK(edits_between("sanction", "santion", 2) == 1);
        CHECK(edits_between("sanction", "sanctiom", 2) == 1);
        CHECK(edits_between("sanction", "sanctoin", 2) == 1);
        CHECK(edits_between("sanction", "asnctoin", 2) == 2);
        CHECK(edits_between("ab", "ba", 1) == 1);
        CHECK(edits_between("müller", "muller", 2) == 1);  // one code point, two bytes
        CHECK(edits_between("ca", "abc", 3) == 3);         // the swap is not edited again
    }

    TEST_CASE("edits_of stops beyond the limit") {
        CHECK(edits_between("sanction", "anction", 1) == 1);
        CHECK(edits_between("sanction", "nction", 1) > 1);
        CHECK(edits_between("sanction", "", 2) > 2);
        CHECK(edits_between("", "ab", 2) == 2);
    }

    TEST_CASE("next_letter names the first letter that keeps a beginning open") {
        EditRows rows(letters_of("oil"), 1);
        CHECK(rows.next_letter(U'a') == U'a');  // any letter is one edit
        rows.push(U'x');
        // Behind one edit: xil (substitution), xoil (insertion).
        CHECK(rows.next_letter(U'a') == U'i');
        CHECK(rows.next_letter(U'j') == U'o');
        CHECK_FALSE(rows.next_letter(U'p').has_value());
        rows.cut(0);
        rows.push(U'i');
        // Also iol, the swap.
        CHECK(rows.next_letter(U'm') == U'o');
        CHECK_FALSE(rows.next_letter(0x110000).has_value());
    }

    TEST_CASE("spelling_edits grows with the word") {
        CHECK(spelling_edits(3) == 0);
        CHECK(spelling_edits(4) == 1);
        CHECK(spelling_edits(5) == 1);
        CHECK(spelling_edits(6) == 2);
    }

    TEST_CASE("spelling_cost is lower for common slips") {
        using search::spelling_cost;
        CHECK(spelling_cost("oil", "oil") == doctest::Approx(0));
        CHECK(spelling_cost("comittee", "committee") == doctest::Approx(0.5));
        CHECK(spelling_cost("seperate", "separate") == doctest::Approx(0.6));
        CHECK(spelling_cost("recieve", "receive") == doctest::Approx(0.7));
        CHECK(spelling_cost("sentury", "century") == doctest::Approx(1.2));  // the first letter
        CHECK(spelling_cost("goverment", "government") == doctest::Approx(1.0));
        CHECK(spelling_cost("banl", "bank") == doctest::Approx(1.0));
    }
}

}  // namespace dateline::compile
