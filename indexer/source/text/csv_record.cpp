// Rows of comma-separated values: cutting them, and finding out how they are written.
#include "indexer/source/text/csv_record.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/flat_record.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace dateline::source {
namespace {

/// Rows looked at to tell the dialect.
constexpr std::size_t kGuessedRows = 40;

/// Reads cell after cell.
class RowParser {
public:
    RowParser(std::string_view text, const CsvDialect& dialect, bool at_end)
        : text_(text), dialect_(dialect), at_end_(at_end) {}

    CsvRow parse() {
        while (take_cell()) {
        }
        const std::string_view taken = text_.substr(0, at_);
        const auto feeds = std::count(taken.begin(), taken.end(), '\n');
        const auto returns = std::count(taken.begin(), taken.end(), '\r');
        // CR LF is one line end.
        const auto ends = static_cast<std::size_t>(std::max(feeds, returns));
        const bool ended = taken.ends_with('\n') || taken.ends_with('\r');
        row_.lines = ends + (ended ? 0 : 1);
        row_.size_bytes = at_;
        return std::move(row_);
    }

private:
    [[nodiscard]] bool is_line_end(char c) const noexcept { return c == '\n' || c == '\r'; }
    [[nodiscard]] bool is_cell_end(char c) const noexcept {
        return is_line_end(c) || c == dialect_.delimiter;
    }

    /// Takes one cell and its delimiter; false after the last of the row.
    bool take_cell() {
        cell_.clear();
        const std::size_t start = std::min(text_.find_first_not_of(' ', at_), text_.size());
        const bool quoted = dialect_.quotes && start < text_.size() && text_[start] == '"';
        if (quoted) {
            at_ = start + 1;
            if (!take_quoted()) {
                row_.cells.push_back(std::move(cell_));
                return false;
            }
            ++row_.quoted_cells;
        } else {
            take_plain();
        }
        row_.cells.push_back(std::move(cell_));
        return end_cell();
    }

    void take_plain() {
        const std::array<char, 3> ends = {dialect_.delimiter, '\n', '\r'};
        std::string_view stops(ends.data(), ends.size());
        stops.remove_prefix(row_.cells.size() + 1 < kMaxColumns ? 0 : 1);
        const std::size_t end = std::min(text_.find_first_of(stops, at_), text_.size());
        cell_ = text_.substr(at_, end - at_);
        at_ = end;
    }

    /// The rest of a quoted cell and its closing quote; false if the text ends before it.
    bool take_quoted() {
        const std::string_view marks = dialect_.backslash ? "\"\\" : "\"";
        for (;;) {
            const std::size_t mark = text_.find_first_of(marks, at_);
            cell_ += text_.substr(at_, mark == std::string_view::npos ? mark : mark - at_);
            if (mark == std::string_view::npos) {
                return open_end();
            }
            const char next = mark + 1 < text_.size() ? text_[mark + 1] : '\0';
            at_ = mark + 1;
            if (text_[mark] == '\\') {
                const bool escape = next == '"' || next == '\\';
                cell_ += escape ? next : '\\';
                at_ += escape ? 1 : 0;
            } else if (next == '"') {
                cell_ += '"';
                ++at_;
            } else {
                const std::size_t after = std::min(text_.find_first_not_of(' ', at_), text_.size());
                if (after == text_.size() && !at_end_) {
                    return open_end();
                }
                if (after == text_.size() || is_cell_end(text_[after])) {
                    at_ = after;
                    return true;
                }
                const char before = mark > 0 ? text_[mark - 1] : '\n';
                row_.reopened = row_.reopened || is_cell_end(before);
                cell_ += '"';
                ++row_.stray_quotes;
            }
        }
    }

    bool open_end() {
        at_ = text_.size();
        row_.open_quote = true;
        row_.complete = at_end_;
        return false;
    }

    /// Takes what ends a cell; false if it ends the row as well.
    bool end_cell() {
        if (at_ >= text_.size()) {
            row_.complete = at_end_;
            return false;
        }
        const char c = text_[at_];
        ++at_;
        if (c == '\r') {
            // A line feed that the text does not hold yet may belong to it.
            row_.complete = at_ < text_.size() || at_end_;
            at_ += at_ < text_.size() && text_[at_] == '\n' ? 1 : 0;
            return false;
        }
        row_.complete = c == '\n';
        return c != '\n';
    }

    std::string_view text_;
    const CsvDialect& dialect_;
    bool at_end_;
    std::size_t at_ = 0;
    std::string cell_;
    CsvRow row_;
};

bool is_blank_row(const CsvRow& row) {
    return row.cells.size() == 1 && trim(row.cells.front()).empty();
}

/// A guess, and whether it makes sense of the quotes that are there.
struct Attempt {
    CsvGuess guess;
    std::size_t quoted_cells = 0;
};

Attempt guess_with(std::string_view head, const CsvDialect& dialect) {
    Attempt attempt;
    CsvGuess& guess = attempt.guess;
    guess.dialect = dialect;
    while (!head.empty() && guess.rows < kGuessedRows) {
        CsvRow row = parse_csv_row(head, dialect, guess.header.empty());
        attempt.quoted_cells += row.quoted_cells;
        if (!row.complete) {
            break;
        }
        head.remove_prefix(row.size_bytes);
        if (is_blank_row(row)) {
            continue;
        }
        if (guess.header.empty()) {
            guess.header = std::move(row.cells);
        } else {
            ++guess.rows;
            guess.even_rows += row.cells.size() == guess.header.size() ? 1 : 0;
        }
    }
    for (const std::string& cell : guess.header) {
        const auto meaning = meaning_of(cell);
        guess.known += meaning ? 1 : 0;
        guess.has_text = guess.has_text ||
                         (meaning && (meaning->part == Part::Body || meaning->part == Part::Title));
    }
    return attempt;
}

/// Whether quotes inside of cells are written `\"` in `head`.
bool escapes_by_backslash(std::string_view head) {
    std::size_t escapes = 0;
    for (std::size_t at = head.find("\\\""); at != std::string_view::npos;
         at = head.find("\\\"", at + 2)) {
        const char next = at + 2 < head.size() ? head[at + 2] : ',';
        const bool may_close = next == ',' || next == ';' || next == '\t' || next == '|' ||
                               next == '\n' || next == '\r';
        escapes += may_close ? 0 : 1;
    }
    return escapes > 0 && head.find("\"\"\"") == std::string_view::npos;
}

auto quality(const CsvGuess& guess) {
    const std::size_t even = guess.rows == 0 ? 0 : guess.even_rows * 100 / guess.rows;
    const std::size_t columns = guess.header.size();
    return std::tuple(guess.known, columns > 1 ? even : 0, columns, guess.dialect.quotes);
}

}  // namespace

CsvRow parse_csv_row(std::string_view text, const CsvDialect& dialect, bool at_end) {
    return RowParser(text, dialect, at_end).parse();
}

std::size_t separator_line_bytes(std::string_view text) {
    constexpr std::size_t size = 5;  // "sep=;"
    if (ascii_lower(text.substr(0, size - 1)) != "sep=" || text.size() <= size) {
        return 0;
    }
    const std::string_view rest = text.substr(size);
    const std::size_t end = rest.starts_with("\r\n") ? 2 : 1;
    return rest.front() == '\n' || rest.front() == '\r' ? size + end : 0;
}

CsvGuess guess_csv(std::string_view head) {
    constexpr std::string_view delimiters = ",;\t|";
    const std::size_t stated = separator_line_bytes(head);
    const char stated_delimiter = stated > 0 ? head[4] : '\0';
    head.remove_prefix(stated);
    const bool backslash = escapes_by_backslash(head);
    CsvGuess best;
    for (const char delimiter : delimiters) {
        if (stated > 0 && delimiter != stated_delimiter &&
            delimiters.find(stated_delimiter) != std::string_view::npos) {
            continue;
        }
        Attempt quoted = guess_with(head, {delimiter, true, backslash});
        // Without quotes is for tables that have none that close a cell: a quote that is left open
        // in a table that quotes is an error of that row.
        Attempt plain =
            quoted.quoted_cells == 0 ? guess_with(head, {delimiter, false, false}) : Attempt{};
        for (CsvGuess* guess : {&quoted.guess, &plain.guess}) {
            if (best.header.empty() || quality(*guess) > quality(best)) {
                best = std::move(*guess);
            }
        }
    }
    return best;
}

}  // namespace dateline::source
