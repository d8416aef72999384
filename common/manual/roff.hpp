// Pages for man(1): the macros of groff_man(7) with text that is escaped for them.
#pragma once

#include <string>
#include <string_view>

namespace dateline::manual {

/// Text as roff reads it, on one line.
struct Roff {
    std::string code;

    friend Roff operator+(Roff left, const Roff& right) {
        left.code += right.code;
        return left;
    }
};

/// `text` (UTF-8) as roff that prints exactly these characters: dashes stay the ASCII dash, so that
/// options can be copied, and line ends become blanks. Bytes that are not UTF-8 become U+FFFD.
///
/// Source: groff_char(7) and groff(7), "Escapes", of groff 1.22.
[[nodiscard]] Roff plain(std::string_view text);

/// The same in bold type, and in italics.
[[nodiscard]] Roff bold(std::string_view text);
[[nodiscard]] Roff italic(std::string_view text);

/// The same with what stands between backquotes in bold type, without the backquotes.
[[nodiscard]] Roff marked(std::string_view text);

/// A page that is put together from top to bottom.
class RoffPage {
public:
    /// @param section  of the manual: '1' for programs, '7' for conventions
    /// @param source   what stands in the middle of the last line: `Dateline 0.1.0`
    RoffPage(std::string_view name, char section, std::string_view source);

    /// Begins a section; its heading is printed as it is given, usually in capitals.
    void section(std::string_view heading);
    void subsection(std::string_view heading);
    void paragraph(const Roff& text);
    /// A term, and below it, indented, what is said of it.
    void item(const Roff& term, const Roff& text);
    /// Lines as they are typed, indented.
    void verbatim(std::string_view lines);
    /// A line as it is, without filling: for SYNOPSIS.
    void line(const Roff& text);

    /// The whole page, in ASCII.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    void add(const Roff& line);

    std::string text_;
};

}  // namespace dateline::manual
