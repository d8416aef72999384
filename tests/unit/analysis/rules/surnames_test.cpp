// Surnames that stand alone, in other forms too.
#include "indexer/analysis/rules/surnames.hpp"

#include <doctest/doctest.h>

#include <string_view>

TEST_SUITE("rules.surnames") {
    using dateline::analysis::Surnames;
    using dateline::gazetteer::token_hash;

    namespace {

    bool holds(const Surnames& surnames, std::string_view word) {
        return surnames.holds(token_hash(word), word);
    }

    Surnames with(bool declines, std::string_view surname) {
        Surnames surnames(declines);
        surnames.add(token_hash(surname), surname);
        surnames.close();
        return surnames;
    }

    }  // namespace

    TEST_CASE("Surnames holds the words that were added") {
        CHECK(holds(with(false, "merkel"), "merkel"));
        CHECK_FALSE(holds(with(false, "merkel"), "merkels"));
        Surnames none(true);
        none.close();
        CHECK_FALSE(holds(none, "merkel"));
        CHECK_FALSE(holds(none, ""));
    }

    TEST_CASE("Surnames holds other forms where names are declined") {
        CHECK(holds(with(true, "merkel"), "merkels"));
        CHECK(holds(with(true, "зеленский"), "зеленского"));
        CHECK(holds(with(true, "путина"), "путин"));
        CHECK_FALSE(holds(with(true, "merkel"), "merkwurdig"));
        CHECK_FALSE(holds(with(true, "путин"), "пут"));
    }

    TEST_CASE("Surnames allows endings of three letters and no more") {
        CHECK(holds(with(true, "tuskabc"), "tuskowi"));
        CHECK_FALSE(holds(with(true, "tusk"), "tuskowie"));
        CHECK_FALSE(holds(with(true, "tuskabcd"), "tusk"));
    }
}
