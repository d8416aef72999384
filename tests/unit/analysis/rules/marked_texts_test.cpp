// Names in marked news texts of many languages: found, and scored.
#include "tests/unit/analysis/rules/marked_texts.hpp"

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/rules/rule_names.hpp"
#include "tests/unit/analysis/rules/marked_names.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

TEST_SUITE("rules.marked_texts") {
    using dateline::analysis::RuleNames;
    using namespace dateline::testing;

    namespace {

    const RuleNames& installed_rules() {
        static const auto gazetteer = dateline::gazetteer::Gazetteer::open_installed();
        static const RuleNames rules(gazetteer);
        return rules;
    }

    bool is_in(const std::vector<std::string>& list, const std::string& name) {
        return std::ranges::find(list, name) != list.end();
    }

    // All marked names are found, and nothing else.
    void check_marked(const MarkedText& marked) {
        CAPTURE(marked.lang);
        const ExpectedNames expected = without_marks(marked.text);
        const auto mentions = installed_rules().find_names(expected.text, marked.lang);
        const std::vector<std::string> shown = shown_names(expected.text, mentions);
        for (const std::string& name : expected.found) {
            CAPTURE(name);
            CHECK(is_in(shown, name));
        }
        for (const std::string& name : shown) {
            CAPTURE(name);
            CHECK((is_in(expected.found, name) || is_in(expected.missed, name)));
        }
    }

    // Names by type: right, wrong, missing.
    struct Score {
        int right = 0;
        int wrong = 0;
        int missing = 0;

        [[nodiscard]] double precision() const {
            return 100.0 * right / std::max(1, right + wrong);
        }
        [[nodiscard]] double recall() const { return 100.0 * right / std::max(1, right + missing); }
    };

    }  // namespace

    TEST_CASE("find_names finds the marked names of news in many languages") {
        for (const std::span<const MarkedText> texts : {tuned_texts(), more_tuned_texts()}) {
            for (const MarkedText& marked : texts) {
                check_marked(marked);
            }
        }
    }

    TEST_CASE("find_names is rarely wrong on texts that it was not made with") {
        std::map<char, Score> scores;
        for (const MarkedText& marked : held_out_texts()) {
            const ExpectedNames expected = without_marks(marked.text);
            const auto mentions = installed_rules().find_names(expected.text, marked.lang);
            const std::vector<std::string> shown = shown_names(expected.text, mentions);
            for (const std::string& name : expected.found) {
                Score& score = scores[name.front()];
                ++(is_in(shown, name) ? score.right : score.missing);
                if (!is_in(shown, name)) {
                    MESSAGE(marked.lang << " misses " << name);
                }
            }
            for (const std::string& name : shown) {
                if (!is_in(expected.found, name) && !is_in(expected.missed, name)) {
                    ++scores[name.front()].wrong;
                    MESSAGE(marked.lang << " has " << name);
                }
            }
        }
        for (const auto& [type, score] : scores) {
            MESSAGE(std::string(1, type) << ": " << score.right << " right, " << score.wrong
                                         << " wrong, " << score.missing << " missing: precision "
                                         << score.precision() << ", recall " << score.recall());
        }
        CHECK(scores['L'].precision() >= 95);
        CHECK(scores['P'].precision() >= 90);
        CHECK(scores['L'].recall() >= 75);
        CHECK(scores['P'].recall() >= 60);
    }
}
