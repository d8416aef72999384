// What the rules for names take and what they must not take.
#include "indexer/analysis/rules/rule_names.hpp"

#include "common/gazetteer/gazetteer.hpp"
#include "tests/unit/analysis/rules/marked_names.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

TEST_SUITE("rules.rule_names") {
    using namespace dateline::analysis;
    using namespace dateline::testing;

    namespace {

    std::vector<NameMention> names_in(std::string_view text, std::string_view lang) {
        static const auto gazetteer = dateline::gazetteer::Gazetteer::open_installed();
        static const RuleNames rules(gazetteer);
        return rules.find_names(text, lang);
    }

    // `P:Angela Merkel L:Berlin`
    std::string shown(std::string_view text, std::string_view lang) {
        std::string names;
        for (const std::string& name : shown_names(text, names_in(text, lang))) {
            names += names.empty() ? "" : " ";
            names += name.substr(0, name.rfind('@'));
        }
        return names;
    }

    struct Case {
        std::string_view lang;
        std::string_view text;
        std::string_view expected;
    };

    void check_all(std::initializer_list<Case> cases) {
        for (const auto& [lang, text, expected] : cases) {
            CAPTURE(text);
            CHECK(shown(text, lang) == expected);
        }
    }

    }  // namespace

    TEST_CASE("find_names takes no common word for a place") {
        check_all({
            {"de", "Das Essen war gut, die Halle voll, der Regen kam.", ""},
            {"es", "Para ella era tarde. Como siempre, este sol.", ""},
            {"fr", "Tours et détours. Il a dit nice.", ""},
            {"nl", "Van al het werk? Best veel.", ""},
            {"tr", "Ordu sınırda. Para yok.", ""},
            {"ru", "Орел улетел. Мир ждет.", ""},
            {"ar", "كان الطقس باردا. صور جديدة.", ""},
        });
    }

    TEST_CASE("find_names takes an ordinary word for a place behind a preposition") {
        check_all({
            {"de", "Sie wohnt in Essen.", "L:Essen"},
            {"de", "Das Essen kam.", ""},
        });
    }

    TEST_CASE("find_names leaves out parts of longer names that are not known") {
        check_all({
            {"it", "Ieri la Zorletti Italia ha chiuso.", ""},
            {"fr", "Il habite avenue Jean Jaurès.", ""},
            {"de", "Siehe www.berlin.de und info@wien.at.", ""},
        });
    }

    TEST_CASE("find_names says which method found a name") {
        const auto mentions = names_in("Kanzlerin Erna Zwirbelmann war in Berlin.", "de");
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[0].method == NameMethod::Rules);
        CHECK(mentions[1].method == NameMethod::Gazetteer);
    }

    TEST_CASE("find_names keeps titles apart from names") {
        const std::string_view text = "le ministre Odilon Zwirbel";
        const auto mentions = names_in(text, "fr");
        REQUIRE(mentions.size() == 1);
        CHECK(mentions[0].range == ByteRange{12, 26});
        CHECK(mentions[0].honorific == ByteRange{3, 11});
    }

    TEST_CASE("find_names finds a surname alone behind its full name only") {
        check_all({
            {"de",
             "Anna Zwirbelmann kam. Später ging Zwirbelmann.",
             "P:Anna Zwirbelmann P:Zwirbelmann"},
            {"de", "Später ging Zwirbelmann.", ""},
            {"ru", "Сказал Иван Чупурнов. Слова Чупурнова верны.", "P:Иван Чупурнов P:Чупурнова"},
        });
    }

    TEST_CASE("find_names leaves prefixes and particles out of mentions") {
        check_all({
            {"ar", "سافر إلى سوريا ولبنان.", "L:سوريا L:لبنان"},
            {"he", "הוא נסע מתל אביב לצרפת.", "L:תל אביב L:צרפת"},
            {"ko", "그는 일본에서 미국으로 갔다.", "L:일본 L:미국"},
        });
    }

    TEST_CASE("find_names cuts no word in scripts without blanks") {
        check_all({
            {"ja", "パ・リーグとパリの話。", "L:パリ"},
            {"ja", "諸国連合の会議。", ""},
            {"zh", "北京大学的学生。", ""},
            {"zh", "他在北京。", "L:北京"},
            {"zh", "日本人很多。", ""},
        });
    }

    TEST_CASE("find_names needs no language") {
        check_all({
            {"", "She flew from Paris to Tokyo.", "L:Paris L:Tokyo"},
            {"xx", "Il vit en France.", "L:France"},
            {"", "", ""},
            {"", "\n\n", ""},
        });
    }

    TEST_CASE("find_names gives names in order and without overlaps") {
        const std::string_view text =
            "Angela Merkel, Berlin: Merkel und Paris. PARIS! Дональд Трамп 北京";
        std::uint32_t end = 0;
        for (const NameMention& mention : names_in(text, "de")) {
            CHECK(mention.range.start_bytes >= end);
            CHECK(mention.range.end_bytes > mention.range.start_bytes);
            end = mention.range.end_bytes;
        }
        CHECK(end > 0);
    }
}
