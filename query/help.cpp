// Puts --help together from the option table and the field table.
#include "query/help.hpp"

#include "common/schema/fields.hpp"
#include "query/option_table.hpp"
#include "query/render/columns.hpp"

#include <algorithm>
#include <string_view>

namespace dateline::query {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kOptionColumns = 20;
constexpr std::size_t kFieldColumns = 12;
constexpr std::size_t kExampleColumns = 30;

constexpr std::string_view kIntroduction =
    R"(Usage: dateline-query [OPTIONS] [--] QUERY
       dateline-query [OPTIONS] --batch FILE
       dateline-query [OPTIONS] --show @ID...
       dateline-query [OPTIONS] --save NAME QUERY
       dateline-query [OPTIONS]             (on a terminal: a prompt; see :help there)

Searches an index that dateline-index made, and prints the articles that match.

Examples (archive.idx is the index; quote the query for the shell):

  dateline-query -i archive.idx 'interest rates'
      articles with both words, in any form, best first
  dateline-query -i archive.idx '"central bank" date:2025-10'
      the phrase, in articles published in October 2025
  dateline-query -i archive.idx 'title:summit person:putin -place:budapest'
      a word of the headline, a person, and not a place
  dateline-query -i archive.idx --sort date '(oil OR gas) after:2025-08'
      one of two words since August 2025, newest first
  dateline-query -i archive.idx --limit 0 --facet person:10,date.month sanctions
      no articles, but the ten people named most, and articles by month
  dateline-query -i archive.idx --limit 0 --timeline date.week --compare gas oil
      articles on two subjects week by week, side by side
  dateline-query -i archive.idx --json 'sanctions' | jq -r '.hits[].title'
      for a program to read
  dateline-query -i archive.idx --ids --all 'source:"Example Wire"' > ids.txt
      the ids of all articles of one source
  dateline-query -i archive.idx --batch watch.tsv --state seen --format hits
      what is new for each query of a file since the last run, for a cron job
  dateline-query -i archive.idx --explain 'rates -(oil OR gas)'
      how the query was read
)";

constexpr std::string_view kQueries =
    R"(
Queries:
  a b             both words            "a b"           the phrase as typed
  a OR b          at least one          a -b, a NOT b   a, but not b
  (a OR b) c      grouping              rate*           words that begin so
  a NEAR/5 b      five words apart      a pre/5 b       in this order
  a w/s b         in one sentence       a w/p b         in one paragraph
  "a b"~3         nearly as typed       word~           other spellings
  a^2 b           a weighs double       a|b             one of two values
  =word           exactly this form     field:value     see below
  field:(a OR b)  both in the field     *               every article
  word~           spelt nearly so       word~1          at most one edit away
  Operators are written in capitals. A query that begins with a dash needs
  '--' before it.
)";

constexpr std::string_view kStatuses =
    R"(
Exit status:
  0    at least one article matches; of a batch: every query was answered; with
       --since-rev and --state also if nothing is new
  1    the query was understood, but nothing matches
  2    the command line or the query cannot be understood
  3    the batch or the state file cannot be read
  4    the index is missing, damaged, or of an incompatible version
  5    another run is using the state file
  6    incomplete: some queries of a batch failed, or the time was up
  7    the output or the state file cannot be written
  70   a bug in the program
  141  the reader of the output went away
)";

std::string padded(std::string_view text, std::size_t columns) {
    std::string out(text);
    // Where the text is too long for its column, one blank keeps it apart from the next.
    out.resize(std::max(columns, text.size() + 1), ' ');
    return out;
}

/// `start`, then `text` beginning at column `indent`, in as many lines as it needs.
std::string entry(const std::string& start, std::size_t indent, std::string_view text) {
    std::string out = padded(start, indent);
    bool first = true;
    for (const auto& [begin, end] : render::break_lines(text, kColumns - indent)) {
        out +=
            (first ? "" : std::string(indent, ' ')) + std::string(text.substr(begin, end - begin));
        out += '\n';
        first = false;
    }
    return out;
}

std::string options_text() {
    std::string out;
    std::string_view group;
    for (const OptionRow& row : option_table()) {
        if (row.group != group) {
            group = row.group;
            out += "\n" + std::string(group) + ":\n";
        }
        std::string start = row.letter != '\0' ? std::string("  -") + row.letter + ", " : "      ";
        start += "--" + std::string(row.name);
        if (!row.argument.empty()) {
            start += (row.has_optional_argument() ? "" : " ") + std::string(row.argument);
        }
        out += entry(start, kOptionColumns + 4, row.help);
    }
    return out;
}

std::string fields_text() {
    std::string out = "\nFields:\n";
    for (const schema::Field& field : schema::fields()) {
        const std::string start =
            "  " + padded(field.name, kFieldColumns) + std::string(field.example);
        out += entry(start, 2 + kFieldColumns + kExampleColumns, field.help);
    }
    return out;
}

}  // namespace

std::string help_text() {
    return std::string(kIntroduction) + options_text() + std::string(kQueries) + fields_text() +
           std::string(kStatuses);
}

std::string version_text() {
    return "dateline-query " DATELINE_VERSION " (index schema " +
           std::to_string(schema::kSchemaVersion) + ")\n";
}

}  // namespace dateline::query
