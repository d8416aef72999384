// Sections in the order of man-pages(7).
#include "common/manual/man_page.hpp"

#include <algorithm>
#include <utility>

namespace dateline::manual {
namespace {

/// `-i`, `--index` and the name of the argument.
Roff term_of(const Option& option) {
    Roff term;
    if (option.letter != '\0') {
        term = bold(std::string("-") + option.letter) + plain(", ");
    }
    term = std::move(term) + bold("--" + std::string(option.name));
    if (option.argument.empty()) {
        return term;
    }
    return std::move(term) + plain(option.has_optional_argument() ? "" : " ") +
           italic(option.argument);
}

void add_synopsis(RoffPage& page, const Program& program) {
    page.section("SYNOPSIS");
    for (const std::string_view form : program.synopsis) {
        page.line(bold(program.name) + plain(" ") + italic(form));
    }
}

void add_options(RoffPage& page, const Program& program) {
    page.section("OPTIONS");
    page.paragraph(plain("Defaults stand in brackets."));
    std::string_view group;
    for (const Option& option : program.options) {
        if (option.group != group) {
            group = option.group;
            page.subsection(group);
        }
        page.item(term_of(option), plain(option.help) + plain("."));
    }
}

void add_example(RoffPage& page, const Example& example) {
    page.paragraph(plain(example.says) + plain(":"));
    page.verbatim(example.command);
}

void add_term_and_text(RoffPage& page, const Item& item) {
    page.item(bold(item.term), marked(item.text));
}

}  // namespace

void add_parts(RoffPage& page, std::span<const Part> parts) {
    for (const Part& part : parts) {
        if (!part.heading.empty()) {
            page.subsection(part.heading);
        }
        if (!part.text.empty()) {
            page.paragraph(marked(part.text));
        }
        for (const Item& item : part.items) {
            add_term_and_text(page, item);
        }
    }
}

void add_items(RoffPage& page, std::string_view heading, std::span<const Item> items) {
    if (items.empty()) {
        return;
    }
    page.section(heading);
    for (const Item& item : items) {
        add_term_and_text(page, item);
    }
}

void add_see_also(RoffPage& page, std::span<const std::string_view> pages) {
    page.section("SEE ALSO");
    Roff list;
    for (const std::string_view name : pages) {
        const std::size_t open = name.find('(');
        list = (list.code.empty() ? Roff() : std::move(list) + plain(", ")) +
               bold(name.substr(0, open)) + plain(name.substr(std::min(open, name.size())));
    }
    page.paragraph(list);
}

std::string man_page(const Program& program) {
    RoffPage page(program.name, '1', "Dateline " + std::string(program.version));
    page.section("NAME");
    page.line(plain(std::string(program.name) + " - " + std::string(program.purpose)));
    add_synopsis(page, program);
    page.section("DESCRIPTION");
    page.paragraph(plain(program.summary));
    add_parts(page, program.description);
    add_options(page, program);
    page.section("EXAMPLES");
    add_example(page, program.first_example);
    for (const Example& example : program.examples) {
        add_example(page, example);
    }
    add_items(page, "EXIT STATUS", program.statuses);
    add_items(page, "ENVIRONMENT", program.environment);
    add_items(page, "FILES", program.files);
    add_see_also(page, program.see_also);
    return page.text();
}

}  // namespace dateline::manual
