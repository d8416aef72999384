// Lines of --help.
#include "common/manual/help.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>

namespace dateline::manual {
namespace {

constexpr std::size_t kOptionColumn = 26;
constexpr std::size_t kStatusColumn = 12;

/// The bytes of `text` that go on a line of `columns` columns; at least a word.
std::size_t line_size(std::string_view text, std::size_t columns) {
    if (text.size() <= columns) {
        return text.size();
    }
    const std::size_t blank = text.rfind(' ', columns);
    return blank != std::string_view::npos && blank > 0 ? blank
                                                        : std::min(text.find(' '), text.size());
}

/// `text` broken into lines, of which all but the first begin with `indent` blanks.
std::string broken(std::string_view text, std::size_t indent) {
    std::string out;
    while (!text.empty()) {
        const std::size_t size = line_size(text, kHelpColumns - indent);
        out += (out.empty() ? std::string() : std::string(indent, ' ')) +
               std::string(text.substr(0, size)) + '\n';
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return out;
}

std::string without_marks(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '`'), text.end());
    return text;
}

std::string term_of(const Option& option) {
    std::string term =
        option.letter != '\0' ? std::string("-") + option.letter + ", " : std::string("    ");
    term += "--" + std::string(option.name);
    if (!option.argument.empty()) {
        term += (option.has_optional_argument() ? "" : " ") + std::string(option.argument);
    }
    return term;
}

std::string example_text(const Example& example) {
    return "  " + std::string(example.command) + '\n' +
           help_entry("", 0, 6, std::string(example.says));
}

}  // namespace

std::string help_paragraph(std::string_view text) {
    return broken(text, 0);
}

std::string help_entry(std::string_view term,
                       std::size_t indent_columns,
                       std::size_t text_column,
                       std::string_view text) {
    std::string out = std::string(indent_columns, ' ') + std::string(term);
    // Two blanks keep term and text apart.
    const std::size_t taken = count_code_points(out);
    if (!term.empty() && taken + 2 > text_column) {
        out += '\n' + std::string(text_column, ' ');
    } else {
        out += std::string(text_column - taken, ' ');
    }
    return out + broken(text, text_column);
}

std::string help_head(const Program& program) {
    std::string out;
    for (const std::string_view form : program.synopsis) {
        out += (out.empty() ? "Usage: " : "       ") + std::string(program.name) + ' ' +
               std::string(form) + '\n';
    }
    return out + '\n' + help_paragraph(program.summary) + '\n' +
           example_text(program.first_example);
}

std::string help_options(const Program& program) {
    std::string out = "\nOptions (defaults in brackets)\n";
    std::string_view group;
    for (const Option& option : program.options) {
        if (option.group != group) {
            group = option.group;
            out += "\n" + std::string(group) + ":\n";
        }
        out += help_entry(term_of(option), 2, kOptionColumn, option.help);
    }
    return out;
}

std::string help_examples(const Program& program) {
    std::string out = "\nExamples:\n";
    for (const Example& example : program.examples) {
        out += example_text(example);
    }
    return out;
}

std::string help_tail(const Program& program) {
    std::string out = "\nExit status:\n";
    for (const Item& status : program.statuses) {
        out += help_entry(status.term, 2, kStatusColumn, without_marks(status.text));
    }
    out += "\nMore: man " + std::string(program.name);
    for (const std::string_view page : program.see_also) {
        out += ", " + std::string(page.substr(0, page.find('(')));
    }
    return out + '\n';
}

}  // namespace dateline::manual
