// What documents say of a program: --help, its man page and its completions are made from this.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::manual {

/// One option. All views live for the whole program.
struct Option {
    std::string_view group;     ///< heading above it
    std::string_view name;      ///< long name without dashes
    char letter = '\0';         ///< short name, or '\0'
    std::string_view argument;  ///< what its value is called; empty: it takes none; `[=WHAT]`: it
                                ///< may be left out, and stands behind a `=` only
    std::string_view help;      ///< what it does; the default in brackets
    std::vector<std::string> choices{};  ///< values to offer where there are few
    bool is_list = false;                ///< several of them may stand with commas between
    bool may_be_repeated = false;

    [[nodiscard]] bool has_optional_argument() const noexcept { return argument.starts_with('['); }
    /// Whether its value is the path of a file or folder; `FILE|-` is one.
    [[nodiscard]] bool takes_path() const noexcept {
        return argument.starts_with("FILE") || argument == "DIR";
    }
};

/// A term and what is said of it.
struct Item {
    std::string term;
    std::string text;
};

/// A command line, and what it is good for.
struct Example {
    std::string_view command;
    std::string_view says;  ///< without a full stop
};

/// A paragraph or a heading with items, for the man page; `text` may quote words in backquotes,
/// which are printed in bold type, and so may the texts of `items`.
struct Part {
    std::string_view heading;  ///< of a subsection; empty: goes on with the one before
    std::string text{};
    std::vector<Item> items{};
};

/// A program. All views live for the whole program.
struct Program {
    std::string_view name;                   ///< `dateline-query`
    std::string_view version;                ///< `0.1.0`
    std::string_view purpose;                ///< for NAME: a phrase without a full stop
    std::vector<std::string_view> synopsis;  ///< arguments of each form, without the program
    std::string_view summary;                ///< one paragraph of plain text
    Example first_example;                   ///< the commonest use; first in --help
    std::vector<Part> description;           ///< more than `summary`, for the man page
    std::vector<Option> options;             ///< those of one group stand together
    std::vector<Example> examples;
    std::vector<Item> statuses;     ///< exit statuses
    std::vector<Item> environment;  ///< variables
    std::vector<Item> files;
    std::vector<std::string_view> see_also;  ///< `dateline-index(1)`
    bool takes_paths = false;                ///< whether words that are no options are paths
};

}  // namespace dateline::manual
