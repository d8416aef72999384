// The rows of the tables. Tests parse every query in them.
#include "query/syntax_tables.hpp"

#include "common/base/constant_text.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/tree.hpp"

#include <array>

namespace dateline::query {
namespace {

constexpr auto kOperators = std::to_array<SyntaxRow>({
    {"interest rates", "both words, in any form (rate, rates); case and accents do not count"},
    {"\"interest rates\"", "the phrase, in the form typed"},
    {"=Orbán", "exactly this form, accents included; also =\"Viktor Orbán\""},
    {"oil OR gas", "at least one of them"},
    {"oil -gas", "the first without the second; also oil NOT gas"},
    {"(oil OR gas) sanctions", "grouped; OR and AND are never mixed without parentheses"},
    {"title:summit", "in a field, see below; title:(summit talks) both in the field"},
    {"lang:de|fr", "one of several values of a field, without blanks"},
    {"person:@vladimir-putin", "by the id that facets and hits show"},
    {"sanct*", kText<"words that begin so, of ", parse::kMinPrefixCharacters, " letters or more">},
    {"zelensky~",
     kText<"words spelt nearly so, of ",
           parse::kMinFuzzyCharacters,
           " letters or more; ~1 one edit, ~2 two">},
    {"\"alaska summit\"~3", "nearly as typed: with up to three other words between"},
    {"oil NEAR/5 price*", "at most five words apart, in one paragraph; also oil w/5 price*"},
    {"oil pre/5 price*", "the same, in this order; also oil adj/5 price*"},
    {"oil w/s opec", "in one sentence"},
    {"oil w/p opec", "in one paragraph"},
    {"oil^2 gas", "the first weighs double in the order of hits"},
    {"*", "every article"},
});

constexpr auto kDates = std::to_array<SyntaxRow>({
    {"date:2025", "a year"},
    {"date:2025-10", "a month"},
    {"date:2025-10-16", "a day"},
    {"date:2025-W42", "a week, as ISO 8601 counts them"},
    {"date:2025-Q3", "a quarter"},
    {"date:today", "today; also date:yesterday"},
    {"date:30d", "the last thirty days; also 6w, 3m, 1y (weeks, months, years)"},
    {"date:2025-08..2025-10", "from the beginning of August to the end of October"},
    {"date:2025-10..", "since the beginning of October; date:..2025-10 until its end"},
    {"date:>=2025-10-16", "that day or later; also >, <=, <"},
    {"after:2025-08 before:2025-11",
     "from the beginning of August to the end of October: before: "
     "ends where its date begins"},
    {"event:2025-08-15", "articles that speak of that day, whenever they were published"},
    {"event:~2025-08", "articles that speak of days that overlap the month"},
    {"seen:7d", "articles that were indexed, or indexed anew, in the last seven days"},
});

constexpr auto kExamples = std::to_array<SyntaxRow>({
    {"person:trump person:putin place:budapest date:2025-10..",
     "a planned meeting: two people and a place since October 2025"},
    {"title:summit about:putin event:2025-08-15",
     "articles about the day of a meeting, whenever published"},
    {"\"alaska summit\"~3 -source:\"Example Wire\" date:2025-08-10..2025-08-20",
     "a phrase with words between, without one source"},
    {"sanctions w/s (oil OR rosneft OR lukoil) person:zelensky|trump",
     "words in one sentence, and one of two people under every spelling of their names"},
    {"person:putin w/s sanctions", "a person and a word in one sentence"},
    {"hlead:(sanctions AND ceasefire) lang:en after:2025-08-15 before:2025-11-01",
     "two words in the headline or the first paragraph"},
    {"place:hungary -place:budapest person:orban",
     "Hungary with all that lies in it, but not the capital"},
    {"place:\"Paris, Texas\"", "one of several places of that name"},
    {"place:UK person:\"Trump, Donald\"",
     "names as others write them, with titles or turned round"},
    {"place:=@719819", "articles that name Hungary itself, not only a place in it"},
    {"atleast3:tomahawk person:zelensky date:30d", "a word that stands there three times or more"},
    {"first50:(oil OR gas) org:opec", "within the first fifty words, headline included"},
    {"said:(\"unconditional ceasefire\" speaker:putin)", "what a person says, in quoted speech"},
    {"has:quote speaker:@vladimir-putin -person:trump",
     "articles that quote one and not name another"},
    {"like:@a1b2c3d4 date:..2025-10-17",
     "background reading: earlier articles on the subject of an article"},
    {"(oil OR gas)^3 sanctions -lang:de", "one part weighs three times as much as the other"},
    {"len:>=300 section:politics by:quartermain", "long articles of one author in a section"},
    {"-has:date", "articles without a date"},
});

constexpr auto kHabits = std::to_array<std::string_view>({
    // Google
    "+oil",
    "intitle:summit",
    "oil AROUND(5) price",
    "oil | gas",
    "site:example.org",
    "2025-08..2025-09",
    // Lexis and Westlaw
    "sanction!",
    "wom?n",
    "oil w/5 price",
    "oil /5 price",
    "oil /s price",
    "headline(summit)",
    "allcaps(who)",
    "atleast3(oil)",
    // Factiva
    "hd=summit",
    "oil near5 price",
    "oil adj5 price",
    "oil SAME price",
    "wc>300",
    "rst=nyt",
    "sanction$",
    // Lucene and Elasticsearch
    "oil && gas",
    "oil AND gas OR coal",
    "oil and gas",
    "published:[2025-08-01 TO 2025-08-31]",
    "\"alaska summit\"~5",
    "_exists_:person",
    "/sanct.*/",
    "title.keyword:summit",
    "date:01/02/2025",
});

}  // namespace

std::span<const SyntaxRow> operator_table() noexcept {
    return kOperators;
}

std::span<const SyntaxRow> date_table() noexcept {
    return kDates;
}

std::span<const SyntaxRow> example_table() noexcept {
    return kExamples;
}

std::span<const std::string_view> habit_table() noexcept {
    return kHabits;
}

}  // namespace dateline::query
