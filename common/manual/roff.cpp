// Escaping, and a few macros of groff_man(7).
#include "common/manual/roff.hpp"

#include "common/base/utf8.hpp"

#include <array>
#include <cstdio>
#include <utility>

namespace dateline::manual {
namespace {

/// What roff would read as something else, or print as another character than it is.
std::string_view escape_of(char c) noexcept {
    switch (c) {
        case '\\':
            return "\\(rs";
        case '-':
            return "\\-";
        case '\'':
            return "\\(aq";
        case '`':
            return "\\(ga";
        case '^':
            return "\\(ha";
        case '~':
            return "\\(ti";
        case '"':
            return "\\(dq";
        case '\n':
        case '\t':
            return " ";
        default:
            return {};
    }
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

std::string named_code_point(char32_t code_point) {
    std::array<char, 16> name{};
    const int size = std::snprintf(
        name.data(), name.size(), "\\[u%04lX]", static_cast<unsigned long>(code_point));
    return {name.data(), static_cast<std::size_t>(size)};
}

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        i += decoded.size_bytes;
        if (decoded.code_point >= 0x80) {
            out += named_code_point(decoded.code_point);
        } else if (const char c = static_cast<char>(decoded.code_point);
                   c >= ' ' || c == '\n' || c == '\t') {
            const std::string_view escape = escape_of(c);
            out += escape.empty() ? std::string_view(&c, 1) : escape;
        }
    }
    return out;
}

}  // namespace

Roff plain(std::string_view text) {
    return {escaped(text)};
}

Roff bold(std::string_view text) {
    return {"\\fB" + escaped(text) + "\\fR"};
}

Roff italic(std::string_view text) {
    return {"\\fI" + escaped(text) + "\\fR"};
}

Roff marked(std::string_view text) {
    Roff out;
    for (bool is_bold = false; !text.empty(); is_bold = !is_bold) {
        const std::string_view part = text.substr(0, text.find('`'));
        text.remove_prefix(part.size() < text.size() ? part.size() + 1 : part.size());
        if (!part.empty()) {
            out = std::move(out) + (is_bold ? bold(part) : plain(part));
        }
    }
    return out;
}

RoffPage::RoffPage(std::string_view name, char section, std::string_view source) {
    // The date is left empty: the same sources give the same bytes.
    text_ = ".TH \"" + escaped(upper(name)) + "\" " + section + " \"\" \"" + escaped(source) +
            "\" \"Dateline\"\n.nh\n.ad l\n";
}

void RoffPage::section(std::string_view heading) {
    text_ += ".SH \"" + escaped(heading) + "\"\n";
}

void RoffPage::subsection(std::string_view heading) {
    text_ += ".SS \"" + escaped(heading) + "\"\n";
}

void RoffPage::add(const Roff& line) {
    // At the beginning of a line a full stop begins a request; so does ', which is escaped anyway.
    text_ += (line.code.starts_with('.') ? "\\&" : "") + line.code + '\n';
}

void RoffPage::paragraph(const Roff& text) {
    text_ += ".PP\n";
    add(text);
}

void RoffPage::item(const Roff& term, const Roff& text) {
    text_ += ".TP\n";
    add(term);
    add(text);
}

void RoffPage::verbatim(std::string_view lines) {
    text_ += ".PP\n.RS 4\n.EX\n";
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(line.size() < lines.size() ? line.size() + 1 : line.size());
        add(plain(line));
    }
    text_ += ".EE\n.RE\n";
}

void RoffPage::line(const Roff& text) {
    add(text);
    text_ += ".br\n";
}

}  // namespace dateline::manual
