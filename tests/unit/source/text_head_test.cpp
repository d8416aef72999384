// Headlines, bylines and dates at the head of plain text.
#include "indexer/source/text/text_head.hpp"

#include "common/time/numeric_date.hpp"
#include "indexer/source/text/head_lines.hpp"
#include "indexer/source/text/text_layout.hpp"
#include "indexer/source/text/text_reader.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::source;

namespace {

using Strings = std::vector<std::string>;

std::string day(const std::optional<time::Published>& date) {
    return date ? time::format_published(*date) : "";
}

Article parse(std::string_view text) {
    return parse_text_article(text, {});
}

/// An article with `lines` between its headline and its text.
Article with_lines(const std::string& lines) {
    return parse("Leaders plan to meet\n" + lines + "\n\nThe prime minister said so.\n\nMore.\n");
}

struct Dated {
    const char* line;
    const char* date;
};

}  // namespace

TEST_SUITE("source.head_lines") {
    TEST_CASE("read_head_line knows lines that are dates") {
        for (const Dated& row : std::initializer_list<Dated>{
                 {"October 17, 2025", "2025-10-17"},
                 {"2025-10-17", "2025-10-17"},
                 {"Fri, 17 Oct 2025 10:00:00 GMT", "2025-10-17T10:00:00Z"},
                 {"Published: 17 October 2025", "2025-10-17"},
                 {"Updated October 17, 2025 at 3:14 pm", "2025-10-17T15:14:00Z"},
                 {"Updated 1014 GMT (1814 HKT) October 17, 2025", "2025-10-17"},
                 {"October 17, 2025 8:15 PM GMT+2 Updated 2 hours ago",
                  "2025-10-17T20:15:00+02:00"},
                 {"October 17, 2025, Friday, Late Edition - Final", "2025-10-17"},
                 {"BRUSSELS 1996-08-22", "1996-08-22"},
                 {"The Example Times, October 17, 2025", "2025-10-17"},
                 {"Madrid - 17 OCT 2025 - 18:02 CEST", "2025-10-17T18:02:00+02:00"},
                 {"Publié le 17 octobre 2025 à 18h02", "2025-10-17T18:02:00Z"},
                 {"2025年10月17日 10時15分", "2025-10-17T10:15:00Z"},
                 {"2025. október 17., péntek 10:15", "2025-10-17T10:15:00Z"},
                 {"World | 17.10.2025", "2025-10-17"}}) {
            CAPTURE(row.line);
            const HeadLine line = read_head_line(row.line, {});
            CHECK(line.kind == HeadLineKind::Date);
            CHECK(day(line.date ? line.date : line.modified) == row.date);
        }
    }

    TEST_CASE("read_head_line knows bylines") {
        for (const char* text : {"By Anna Kovacs",
                                 "BY JOHN SMITH",
                                 "By Anna Kovacs and Tom Li, Reuters",
                                 "By Anna Kovacs in Budapest",
                                 "By Staff Writers",
                                 "BYLINE: Anna Kovacs",
                                 "*By Anna Kovacs*",
                                 "Von Anna Kovacs",
                                 "John Smith, Staff Writer",
                                 "By Anna Kovacs | October 17, 2025",
                                 "By ANNA KOVACS and TOM LI OCT. 17, 2025"}) {
            CAPTURE(text);
            CHECK(read_head_line(text, {}).kind == HeadLineKind::Byline);
        }
        CHECK(read_head_line("Anna Kovacs", {}).kind == HeadLineKind::Names);
        CHECK(read_head_line("Anna Kovacs in Budapest and Tom Li", {}).kind == HeadLineKind::Names);
    }

    TEST_CASE("read_head_line leaves sentences and headlines alone") {
        for (const char* text : {"",
                                 "By noon the square was full",
                                 "By Wednesday, the crowd had grown.",
                                 "By Friday he had left.",
                                 "By the rivers of Babylon",
                                 "By Land and Sea",
                                 "October 17, 2025 will be remembered",
                                 "The war began on 24 February 2022",
                                 "Talks failed - 17 October 2025 was a bad day",
                                 "October 17",
                                 "2025",
                                 "20251017",
                                 "Photo: Anna Kovacs/Reuters",
                                 "Leaders plan to meet"}) {
            CAPTURE(text);
            CHECK(read_head_line(text, {}).kind == HeadLineKind::Text);
        }
    }

    TEST_CASE("read_head_line does not guess what 03/04/87 means") {
        const HeadLine line = read_head_line("Published: 03/04/87", {});
        CHECK(line.kind == HeadLineKind::Date);
        CHECK(line.ambiguous);
        CHECK_FALSE(line.date.has_value());
        time::DateReading dates;
        dates.order = time::DateOrder::DayMonthYear;
        CHECK(day(read_head_line("Published: 03/04/87", dates).date) == "1987-04-03");
    }
}

TEST_SUITE("source.text_head") {
    TEST_CASE("parse_text_article takes byline and date below the headline and keeps them") {
        const Article article = with_lines("By Anna Kovacs\nPublished: 17 October 2025");
        CHECK(article.title == "Leaders plan to meet");
        CHECK(article.authors == Strings{"Anna Kovacs"});
        CHECK(day(article.published) == "2025-10-17");
        CHECK(article.published_from == "text");
        CHECK(article.paragraphs == Strings{"By Anna Kovacs",
                                            "Published: 17 October 2025",
                                            "The prime minister said so.",
                                            "More."});
        CHECK(article.blocks ==
              std::vector<Block>{{0, BlockKind::Heading}, {1, BlockKind::Heading}});
        const std::string_view head = "The prime minister said so.";
        CHECK(head_bytes(article) == full_text(article).find(head) + head.size());
    }

    TEST_CASE("parse_text_article reads heads of many layouts") {
        CHECK(with_lines("").title == "Leaders plan to meet");
        CHECK(with_lines("\nAnna Kovacs\n\nBRUSSELS 1996-08-22").authors == Strings{"Anna Kovacs"});
        CHECK(with_lines("\nTalks follow a call\n\nBy Anna Kovacs").authors ==
              Strings{"Anna Kovacs"});
        CHECK(with_lines("By Anna Kovacs\nAssociated Press Writer").authors ==
              Strings{"Anna Kovacs"});
        CHECK(with_lines("By Anna Kovacs | Fri 17 Oct 2025").authors == Strings{"Anna Kovacs"});
        CHECK(with_lines("in Budapest\n\nBy Anna Kovacs").title ==
              "Leaders plan to meet in Budapest");
        const Article first = parse("October 17, 2025\n\nBy Anna Kovacs\n\nLeaders meet\n\nText.");
        CHECK(first.title == "Leaders meet");
        CHECK(first.authors == Strings{"Anna Kovacs"});
        CHECK(day(first.published) == "2025-10-17");
        const Article bare = parse("2025-10-17\n\nThe prime minister said so. " +
                                   std::string(100, 'x') + ".\n\nMore.");
        CHECK(bare.title.empty());
        CHECK(day(bare.published) == "2025-10-17");
    }

    TEST_CASE("parse_text_article knows the last change from the publication") {
        const Article both = with_lines("Published 17 October 2025\nUpdated 18 October 2025");
        CHECK(day(both.published) == "2025-10-17");
        CHECK(day(both.modified) == "2025-10-18");
        const Article one = with_lines("Updated 18 October 2025");
        CHECK(day(one.published) == "2025-10-18");
        CHECK_FALSE(one.modified.has_value());
    }

    TEST_CASE("parse_text_article takes the date of a dateline with its year") {
        CHECK(day(parse("Leaders meet\n\nBUDAPEST, Oct. 17, 2025 - Text.").published) ==
              "2025-10-17");
        CHECK(day(parse("Leaders meet\n\n(Budapest, 17 October 2025) Text.").published) ==
              "2025-10-17");
        const Article open = parse("Leaders meet\n\nBUDAPEST, Oct 17 (Reuters) - Text.");
        CHECK_FALSE(open.published.has_value());
        CHECK(open.dateline == Dateline{"BUDAPEST", "Oct 17"});
        const Article stated = parse("Title: x\nDate: 2025-10-18\n\nPARIS, Oct. 17, 2025 - Text.");
        CHECK(day(stated.published) == "2025-10-18");
    }

    TEST_CASE("parse_text_article warns where a date can mean two days") {
        for (const char* text :
             {"Leaders meet\n03/04/87\n\nText.", "Leaders meet\n\nPARIS, 03/04/87 - Text."}) {
            CAPTURE(text);
            const Article article = parse(text);
            CHECK_FALSE(article.published.has_value());
            CHECK(article.warnings == std::vector<Warning>{{"ambiguous_date", 1}});
        }
    }

    TEST_CASE("parse_text_article leaves text that looks like a head in the text") {
        CHECK_FALSE(parse("The crisis\n\n1 March 2014\n\nShots.\n\n17 March 2014\n\nVotes.\n\n"
                          "2 May 2014\n\nFire.\n")
                        .published.has_value());
        CHECK(parse("The war began\n24 February 2022\nand has not ended since.\n").paragraphs ==
              Strings{"The war began 24 February 2022 and has not ended since."});
        CHECK(parse("BUDAPEST, Oct 17 (Reuters) - Leaders met.\n\nMore.").title.empty());
        CHECK(parse("He said that\nhe would go.\n\nBy Friday he had left.").authors.empty());
    }

    TEST_CASE("parse_text_article reads bylines behind a header that has the headline") {
        const Article article =
            parse("---\ntitle: x\ndate: 2025-10-17\n---\n\nBy Anna Kovacs\n\nThe text.\n");
        CHECK(article.title == "x");
        CHECK(article.authors == Strings{"Anna Kovacs"});
        CHECK(day(article.published) == "2025-10-17");
        CHECK(article.paragraphs == Strings{"By Anna Kovacs", "The text."});
    }

    TEST_CASE("parse_text_article ends a header at the text") {
        const Article article =
            parse("HEADLINE: Leaders meet\nDATE: Oct. 17, 2025\nTEXT:\nThe prime minister.\n");
        CHECK(article.title == "Leaders meet");
        CHECK(day(article.published) == "2025-10-17");
        CHECK(article.paragraphs == Strings{"The prime minister."});
        CHECK(parse("Title: x\nDate: 2025-10-17\nThe text.").paragraphs == Strings{"The text."});
        CHECK(parse("Iran: talks\nThe text.").title.empty());
    }

    TEST_CASE("parse_text_article takes no headline for a byline") {
        const std::string body = "\n\nThe prime minister said so in Budapest.\n\nMore.";
        for (const char* title : {"Reporter Shot Dead In Mexico",
                                  "REPORTER KILLED IN GAZA",
                                  "AUTHORS GUILD SUES OPENAI",
                                  "Text Scams Target Elderly Voters",
                                  "Haber Wins Nobel Prize",
                                  "By Popular Demand",
                                  "BY POPULAR DEMAND, ABBA RETURN",
                                  "Ben Bradlee, Washington Post Editor, Dies",
                                  "Jeff Bezos, Washington Post Owner, Steps In",
                                  "First Read: October 17, 2025"}) {
            CAPTURE(title);
            const Article article = parse(title + body);
            CHECK(article.title == title);
            CHECK(article.authors.empty());
            CHECK_FALSE(article.published.has_value());
        }
        const Article led = parse("By Anna Kovacs\n\nLeaders meet" + body);
        CHECK(led.title == "Leaders meet");
        CHECK(led.authors == Strings{"Anna Kovacs"});
        CHECK(with_lines("Author: Anna Kovacs").authors == Strings{"Anna Kovacs"});
    }

    TEST_CASE("parse_text_article takes no names below a date but one person's") {
        CHECK(with_lines("October 17, 2025\nAnna Kovacs").authors == Strings{"Anna Kovacs"});
        for (const char* lines : {"October 17, 2025\nDonald Trump\nViktor Orban",
                                  "October 17, 2025\nThe White House",
                                  "October 17, 2025\nReuters",
                                  "The White House\nOctober 17, 2025",
                                  "Donald Trump, President\nOctober 17, 2025"}) {
            CAPTURE(lines);
            CHECK(with_lines(lines).authors.empty());
        }
    }

    TEST_CASE("parse_text_article takes the dates of a life for no publication") {
        for (const char* life : {"January 3, 1930 - October 17, 2025",
                                 "3 January 1930 – 17 October 2025",
                                 "3 January 1930–17 October 2025",
                                 "(January 3, 1930 - October 17, 2025)",
                                 "1930-01-03 / 2025-10-17"}) {
            CAPTURE(life);
            const Article article =
                parse("Lives\n\nMaria Lopez\n" + std::string(life) + "\n\nShe died at home.");
            CHECK_FALSE(article.published.has_value());
            CHECK(article.authors.empty());
        }
    }

    TEST_CASE("parse_text_article gives each day of a line to its label") {
        for (const char* line :
             {"Updated 3:14 PM, Sat October 18, 2025 | Published October 17, 2025",
              "Updated October 18, 2025; first published October 17, 2025",
              "Updated October 18, 2025, Published October 17, 2025",
              "Published October 17, 2025 | Updated October 18, 2025",
              "Published 2025-10-17 | Updated 2025-10-18",
              "October 17, 2025 | Updated October 18, 2025",
              "Posted on Fri 17 Oct 2025 10.15 BST Last modified on Sat 18 Oct 2025 11.00 BST"}) {
            CAPTURE(line);
            const Article article = with_lines(line);
            CHECK(day(article.published).substr(0, 10) == "2025-10-17");
            CHECK(day(article.modified).substr(0, 10) == "2025-10-18");
        }
    }

    TEST_CASE("parse_text_article dates no list, no event and no sentence") {
        for (const char* text :
             {"Kyiv diary\n\nMonday, 28 February 2022\n\nThe sirens went.\n\nTuesday, 1 March "
              "2022\n\nAgain.",
              "Kyiv diary\n\nBy Anna Kovacs\n\nKyiv, 28 February 2022\n\nSirens.\n\nKyiv, 1 March "
              "2022\n\nAgain.\n\nKyiv, 2 March 2022\n\nQuiet.",
              "Annual meeting\n\nDate: 3 May 2026\nTime: 7 pm\nPlace: Town hall\n\nCome.",
              "The minister resigned on\nOctober 17, 2024.\nHe was 60.\n\nMore."}) {
            CAPTURE(text);
            CHECK_FALSE(parse(text).published.has_value());
        }
        CHECK(
            parse("The minister resigned on\nOctober 17, 2024.\nHe was 60.\n\nMore.").paragraphs ==
            Strings{"The minister resigned on October 17, 2024. He was 60.", "More."});
        const Article dated = parse("Leaders meet\n17 October 2025\n\nText.\n\n17 October 2025\n");
        CHECK(day(dated.published) == "2025-10-17");
        std::string far = "Leaders meet\n17 October 2025\n\n";
        for (int i = 0; i < 250; ++i) {
            far += "Text of a line.\n";
        }
        CHECK(day(parse(far + "\n18 October 2025\n").published) == "2025-10-17");
    }

    TEST_CASE("parse_text_article takes no headline with a colon for a header") {
        for (const char* title : {"UPDATED: Police arrest three men in Leeds",
                                  "Posted: A letter from Aleppo",
                                  "Modified: How gene editing changed wheat",
                                  "Updated: 5 killed in Leeds fire",
                                  "Posted: Enough"}) {
            CAPTURE(title);
            const Article article = parse(std::string(title) + "\n\nThe text.\n\nMore.");
            CHECK(article.title == title);
            CHECK(article.paragraphs == Strings{"The text.", "More."});
        }
        const Article prose = parse(
            "Title: The talks\nDate: 2025-10-17\nSource: said the minister\n"
            "People: they are tired of war, he said\nThe text goes on.\n\nMore.");
        CHECK(prose.title == "The talks");
        CHECK(prose.source.empty());
        CHECK(prose.people.empty());
        CHECK(prose.paragraphs ==
              Strings{"Source: said the minister People: they are tired of war, he said "
                      "The text goes on.",
                      "More."});
    }

    TEST_CASE("find_dateline finds dates of every form") {
        CHECK(find_dateline("BUDAPEST, Friday, Oct. 17, 2025 (AP) -- x") ==
              Dateline{"BUDAPEST", "Oct. 17, 2025"});
        CHECK(find_dateline("BUDAPEST, Hungary, Oct. 17, 2025 /PRNewswire/ -- x") ==
              Dateline{"BUDAPEST, Hungary", "Oct. 17, 2025"});
        CHECK(find_dateline("BUDAPEST, 17 October (AFP) - x") ==
              Dateline{"BUDAPEST", "17 October"});
        CHECK(find_dateline("BUDAPEST, 17/10/2025 - x") == Dateline{"BUDAPEST", "17/10/2025"});
        CHECK(find_dateline("BEIJING, Oct. 17 (Xinhua)-- x") == Dateline{"BEIJING", "Oct. 17"});
        CHECK(find_dateline("BUDAPEST, Hungary (AP) _ x") == Dateline{"BUDAPEST, Hungary", ""});
        CHECK(find_dateline("Budapest, 17 October 2025 – x") ==
              Dateline{"Budapest", "17 October 2025"});
        CHECK_FALSE(find_dateline("Budapest (the capital) — x").has_value());
        CHECK(find_dateline("Budapest, October 17, 2025 — x") ==
              Dateline{"Budapest", "October 17, 2025"});
        CHECK(find_dateline("(Budapest, 17 October 2025)") ==
              Dateline{"Budapest", "17 October 2025"});
        CHECK(find_dateline("The Hague, 17 October 2025 - x") ==
              Dateline{"The Hague", "17 October 2025"});
        CHECK_FALSE(find_dateline("(The year 2025) x").has_value());
    }

    TEST_CASE("find_dateline leaves sentences that begin with a date alone") {
        for (const char* text :
             {"On January 6, 2021 — the day a mob stormed the Capitol — he was there.",
              "After the attacks of Sept. 11, 2001—the worst in history—all changed.",
              "Since October 7, 2023 - when the war began - thousands have died.",
              "King died on April 4, 1968 — and cities burned",
              "The talks opened on May 3, 2024 – and failed",
              "Born on 3 January 1930 - the year of the crash - she grew up in Madrid.",
              "The pact of August 23, 1939 - signed in Moscow - opened the war.",
              "Abraham Lincoln, February 12, 1809 — April 15, 1865, was the president.",
              "In Washington on Friday, Oct. 17, 2025 - a day of talks - they met.",
              "NASA landed on July 20, 1969 - a Sunday.",
              "ON JANUARY 6, 2021 - THE DAY",
              "Friday, October 17, 2025 - x",
              "(Budapest, 23 October 1956) was the title of the photograph.",
              "CEO Tim Cook (left) - who ran the firm - said so.",
              "NATO (the alliance) - formed in 1949 - said so.",
              "US stocks (and bonds)—battered by tariffs—fell.",
              "IBM (NYSE: IBM) - the company - said so."}) {
            CAPTURE(text);
            CHECK_FALSE(find_dateline(text).has_value());
        }
        CHECK_FALSE(find_dateline("Budapest, 17 October 2025 - x", DatelineCase::Capitals));
        CHECK(parse("Lives\n\nOne.\n\nBudapest, 17 October 2025 - x").dateline == Dateline{});
        CHECK(parse("King died on April 4, 1968 — and cities burned\n\nText.").title ==
              "King died on April 4, 1968 — and cities burned");
    }
}
