// Names as the tagger gives them, by type and words, before and after.
#include "indexer/analysis/firm_borders.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::analysis {
namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

NameClasses classes_of(std::string_view name) {
    constexpr std::pair<std::string_view, NameClasses> rows[] = {
        {"Chairman", {NameClass::Title}},
        {"Monday", {NameClass::CalendarWord}},
        {"Canadian", {NameClass::PlaceAdjective}},
        {"Norway", {NameClass::Country}},
        {"Marketing", {NameClass::CommonWord}},
    };
    const auto* const row = std::find_if(
        std::begin(rows), std::end(rows), [&](const auto& each) { return each.first == name; });
    return row == std::end(rows) ? NameClasses{} : row->second;
}

struct Tagged {
    MentionType type;
    std::string_view name;
};

// The organisations that are found in `text`, in their order and with `|` between them, where the
// tagger found `tagged`.
std::string organisations(std::string_view text, const std::vector<Tagged>& tagged) {
    std::vector<NameMention> mentions;
    for (const Tagged& each : tagged) {
        NameMention mention;
        mention.type = each.type;
        const auto start = static_cast<std::uint32_t>(text.find(each.name));
        mention.range = {start, start + static_cast<std::uint32_t>(each.name.size())};
        mentions.push_back(mention);
    }
    const auto bytes_of = [&](ByteRange range) {
        return text.substr(range.start_bytes, range.end_bytes - range.start_bytes);
    };
    std::string result;
    for (const NameMention& mention : settle_firm_borders(
             text, mentions, [&](ByteRange range) { return classes_of(bytes_of(range)); })) {
        if (mention.type == MentionType::Org) {
            result += (result.empty() ? "" : "|") + std::string(bytes_of(mention.range));
        }
    }
    return result;
}

constexpr MentionType kOrg = MentionType::Org;
constexpr MentionType kPlace = MentionType::Place;
constexpr MentionType kPerson = MentionType::Person;

}  // namespace

TEST_SUITE("analysis.firm_borders") {
    TEST_CASE("settle_firm_borders goes back to the first word of a company") {
        CHECK(organisations("News\nhe told Mutual Qualified Income Fund Inc it",
                            {{kOrg, "Income Fund Inc"}}) == "Mutual Qualified Income Fund Inc");
        CHECK(organisations("News\nits <Pipe Ltd's> Home Oil Co Ltd", {{kOrg, "Oil Co Ltd"}}) ==
              "Home Oil Co Ltd");
        CHECK(organisations("News\npaid via Marketing and Acme Trade Ltd",
                            {{kOrg, "Acme Trade Ltd"}}) == "Marketing and Acme Trade Ltd");
    }

    TEST_CASE("settle_firm_borders leaves what only stands before a company") {
        for (const std::string_view before : {"by Chairman",
                                              "on Monday",
                                              "a Canadian",
                                              "in Norway",
                                              "of Ohio-based",
                                              "said. Rival",
                                              "with Sears and",
                                              "its Trans,"}) {
            CAPTURE(before);
            CHECK(organisations("News\nIt is " + std::string(before) + " Acme Oil Inc",
                                {{kOrg, "Acme Oil Inc"}}) == "Acme Oil Inc");
        }
    }

    TEST_CASE("settle_firm_borders goes on to a legal form") {
        CHECK(organisations("News\nits unit, Jane Kahn Music Co.", {{kPerson, "Jane Kahn"}}) ==
              "Jane Kahn Music Co");
        CHECK(organisations("News\nof Ohio Palace Restaurants inc shares",
                            {{kPlace, "Ohio Palace"}}) == "Ohio Palace Restaurants inc");
        CHECK(organisations("News\nin Ohio Acme Oil Inc",
                            {{kPlace, "Ohio"}, {kOrg, "Acme Oil Inc"}}) == "Acme Oil Inc");
    }

    TEST_CASE("settle_firm_borders takes a place and its utility for one organisation") {
        CHECK(organisations("News\nfrom Ohio Electric System said", {{kPlace, "Ohio"}}) ==
              "Ohio Electric System");
        CHECK(organisations("News\nsold to Ohio Power.", {{kPlace, "Ohio"}}) == "Ohio Power");
        CHECK(organisations("News\nat Ohio Power Plaza", {{kPlace, "Ohio"}}).empty());
        CHECK(organisations("News\nmore U.S. Oil was", {{kPlace, "U.S."}}).empty());
        CHECK(organisations("Ohio Gas Prices Rise\nNews", {{kPlace, "Ohio"}}).empty());
    }

    TEST_CASE("settle_firm_borders finds the company before the sign of its share") {
        CHECK(organisations("News\nwith Acme Hydro <ACM> said", {}) == "Acme Hydro");
        CHECK(organisations("News\nThe Acme Hydro (NYSE: ACM) said", {}) == "Acme Hydro");
        CHECK(organisations("News\nby Acme (ACM.O) said", {}) == "Acme");
        CHECK(organisations("News\nby Jane Acme <ACM> said", {{kPerson, "Jane Acme"}}) ==
              "Jane Acme");
        CHECK(organisations("News\nby Ohio Mills <ACM> said", {{kPlace, "Ohio"}}) == "Ohio Mills");
        CHECK(organisations("ACME INC <ACM> 4TH QTR NET\nNews", {}) == "ACME INC");
    }

    TEST_CASE("settle_firm_borders finds no company before what is no sign or behind a link") {
        CHECK(organisations("News\nwith Acme Hydro (ACM) said", {}).empty());
        CHECK(organisations("News\nby Generale de Belgique <BELB.BR> said", {}).empty());
        CHECK(organisations("News\nby Tele-communications Inc <TELE> said", {}).empty());
        CHECK(organisations("COURT APPROVES ACME <ACM> PLAN\nNews", {}).empty());
    }
}

}  // namespace dateline::analysis
