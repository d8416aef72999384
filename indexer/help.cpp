// The text of dateline-index --help.
#include "indexer/options.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t kHelpColumn = 28;
constexpr std::size_t kWidth = 100;

constexpr std::string_view kUsage =
    R"(Usage: dateline-index -i DIR [OPTION]... FILE|FOLDER|-...
       dateline-index -i DIR --remove|--restore @ID...|-
       dateline-index -i DIR --verify|--stats|--compact|--export

Reads news articles into the index in folder DIR, which is made if it is missing. Folders are read
with all that is below them; archives and compressed files are unpacked; - is standard input.
Articles that are already there are left alone, changed ones are replaced.

Examples:
  dateline-index -i archive.idx articles/ wire.jsonl.gz
  dateline-index -i archive.idx --sync --max-rejects 1% articles/
  dateline-index --dry-run --jsonl articles/ | head -n 1
  dateline-index -i archive.idx --remove @a1b2c3d4e5f60718
  dateline-index -i archive.idx --export | gzip > archive.jsonl.gz
)";

constexpr std::string_view kStatuses =
    R"(Exit status:
  0  done
  2  the command line is wrong
  3  an input cannot be read; nothing was done
  4  the index is missing, damaged, or of another version
  5  another process is writing the index
  6  more rejects than --max-rejects, --fail-fast or --sync-max allow, or an unknown id
  7  the index or an output cannot be written; the last commit is intact
  130, 143  interrupted, terminated; what was read until then is in the index
)";

/// Appends `left`, then `text` from kHelpColumn on, broken at blanks to kWidth columns.
void append_entry(std::string& out, const std::string& left, std::string_view text) {
    std::string line = left;
    line.resize(std::max(line.size() + 2, kHelpColumn), ' ');
    std::size_t words = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (words > 0 && line.size() + end > kWidth) {
            out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
            line.assign(kHelpColumn, ' ');
            words = 0;
        }
        line += std::string(text.substr(0, end)) + ' ';
        ++words;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
}

std::string option_label(const OptionRow& row) {
    std::string label =
        row.letter == '\0' ? std::string("      ") : std::string("  -") + row.letter + ", ";
    label += "--" + std::string(row.name);
    return row.argument.empty() ? label : label + ' ' + std::string(row.argument);
}

}  // namespace

std::string help_text() {
    std::string text(kUsage);
    std::string_view group;
    for (const OptionRow& row : option_table()) {
        if (row.group != group) {
            group = row.group;
            text += '\n' + std::string(group) + ":\n";
        }
        append_entry(text, option_label(row), row.help);
    }
    text += "\nSizes are bytes, or end in K, M, G or T (1024, 1024 squared, ...).\n\nFormats:\n";
    for (const source::Reader* reader : source::readers()) {
        append_entry(text, "  " + std::string(reader->name()), reader->help());
    }
    return text + '\n' + std::string(kStatuses);
}

}  // namespace dateline::indexer
