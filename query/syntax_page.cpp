// dateline-syntax(7): the query language, from the tables that the parser uses.
#include "common/manual/man_page.hpp"
#include "common/schema/fields.hpp"
#include "query/compile/compiler.hpp"
#include "query/documents.hpp"
#include "query/parse/suggest.hpp"
#include "query/parse/tree.hpp"
#include "query/syntax_tables.hpp"

#include <array>
#include <chrono>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace dateline::query {
namespace {

using manual::bold;
using manual::italic;
using manual::marked;
using manual::plain;
using manual::Roff;
using manual::RoffPage;

void add_rows(RoffPage& page, std::span<const SyntaxRow> rows) {
    for (const SyntaxRow& row : rows) {
        page.item(bold(row.write), plain(row.finds));
    }
}

/// `a, b and c`.
std::string listed(std::span<const std::string_view> words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        out += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + std::string(words[i]);
    }
    return out;
}

Roff field_text(const schema::Field& field) {
    Roff text = plain(std::string(field.help) + ". Example: ") + bold(field.example);
    if (!field.aliases.empty()) {
        text = std::move(text) + plain(". Also called ") + bold(listed(field.aliases));
    }
    if (field.kind == schema::FieldKind::Presence) {
        text = std::move(text) + plain(". It takes ") + bold(listed(schema::presence_values()));
    }
    return std::move(text) + plain(".");
}

void add_fields(RoffPage& page) {
    page.section("FIELDS");
    page.paragraph(
        marked("Names of fields are read in any case. An unknown one is an error that names the "
               "nearest; a "
               "word and a colon with a blank behind it, or a time such as 18:30, are text."));
    for (const schema::Field& field : schema::fields()) {
        const bool has_number =
            field.id == schema::FieldId::AtLeast || field.id == schema::FieldId::First;
        page.item(bold(std::string(field.name) + (has_number ? "N:" : ":")), field_text(field));
    }
}

void add_dates(RoffPage& page) {
    page.section("DATES");
    page.paragraph(marked(
        "A date stands for its whole period. Days are those of UTC, or of `--tz`; a day that an "
        "article states without a time is never shifted. `01/02/2025` is refused, since it has two "
        "readings."));
    add_rows(page, date_table());
}

/// What becomes of a query: its canonical form, or what the error says to write.
Roff reading_of(std::string_view text) {
    parse::ParseOptions options;
    options.today = std::chrono::sys_days(std::chrono::year(2025) / 10 / 16);
    const parse::Parsed parsed = parse::parse_query(text, options);
    if (parsed.tree) {
        Roff read = plain("read as ") + bold(parse::print_query(*parsed.tree));
        return parsed.warnings.empty()
                   ? read
                   : std::move(read) + plain(", with the note: " + parsed.warnings.front().message);
    }
    const parse::Problem& problem = parsed.errors.front();
    return plain("refused: " + problem.message + (problem.hint.empty() ? "" : "; " + problem.hint));
}

/// The names that other engines have for each field, by our name.
std::map<std::string_view, std::vector<std::string_view>> other_names() {
    std::map<std::string_view, std::vector<std::string_view>> names;
    for (const parse::OtherName& name : parse::names_of_other_engines()) {
        names[name.ours].push_back(name.theirs);
    }
    return names;
}

void add_habits(RoffPage& page) {
    page.section("HABITS FROM ELSEWHERE");
    page.paragraph(plain(
        "What Google, Lexis, Westlaw, Factiva, Lucene and Elasticsearch write is read where it has "
        "one meaning, with a note how, and else refused with what to write. With --lenient nothing "
        "is refused that can be read in some way."));
    for (const std::string_view query : habit_table()) {
        page.item(bold(query), reading_of(query));
    }
    page.subsection("Names of fields");
    page.paragraph(plain("Under these names fields are known elsewhere; an error says ours."));
    for (const auto& [ours, theirs] : other_names()) {
        page.item(bold(std::string(ours) + ":"), plain(listed(theirs)));
    }
}

void add_limits(RoffPage& page) {
    const auto number = [](auto value) { return std::to_string(value); };
    const std::array<std::pair<std::string_view, std::string>, 8> limits = {{
        {"length", number(parse::kMaxQueryBytes) + " bytes"},
        {"depth", number(parse::kMaxQueryDepth) + " parentheses and operators inside each other"},
        {"terms", number(parse::kMaxQueryTerms) + " words, phrases and values of fields"},
        {"word*", number(parse::kMinPrefixCharacters) + " letters or more before the star"},
        {"word* and word~",
         "stand for at most " + number(compile::kMaxExpansions) + " words of the archive"},
        {"NEAR/N, pre/N, \"a b\"~N", "N is at most " + number(parse::kMaxDistance)},
        {"atleastN:", "N is 1 to " + number(parse::kMaxMentions)},
        {"firstN:", "N is 1 to " + number(parse::kMaxFirstWords)},
    }};
    page.section("LIMITS");
    for (const auto& [what, limit] : limits) {
        page.item(bold(what), plain(limit));
    }
}

}  // namespace

std::string syntax_page() {
    RoffPage page("dateline-syntax", '7', "Dateline " DATELINE_VERSION);
    page.section("NAME");
    page.line(plain("dateline-syntax - the query language of dateline-query"));
    page.section("SYNOPSIS");
    page.line(bold("dateline-query") + plain(" ") + italic("[OPTIONS] [--] QUERY"));
    page.section("DESCRIPTION");
    page.paragraph(marked(
        "Words and fields side by side must all match. Words match in any form, without regard to "
        "case and accents; in quotes they match as typed. Operators are written in capitals: a "
        "lower-case `and` is a word. What could be read in two ways is an error that shows both "
        "readings. The first line of every answer is the query as it was read; `--explain` shows "
        "more."));
    page.section("OPERATORS");
    add_rows(page, operator_table());
    add_fields(page);
    add_dates(page);
    page.section("EXAMPLES");
    add_rows(page, example_table());
    add_habits(page);
    add_limits(page);
    manual::add_see_also(page,
                         std::array<std::string_view, 2>{"dateline-query(1)", "dateline-index(1)"});
    return page.text();
}

}  // namespace dateline::query
