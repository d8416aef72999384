// Tables: CSV, TSV and their relatives, one article a row.
#include "indexer/source/text/csv_reader.hpp"

#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/flat_record.hpp"
#include "indexer/source/input/byte_streams.hpp"
#include "indexer/source/input/record_decoder.hpp"
#include "indexer/source/input/stream_window.hpp"
#include "indexer/source/text/csv_record.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace dateline::source {
namespace {

constexpr std::size_t kHeadBytes = 64U << 10U;

class CsvReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "csv"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "tables with a header row: CSV, TSV, Excel's semicolons; columns by name or --map";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

/// What a cell holds when there is no value, besides nothing.
bool is_null(std::string_view cell) {
    const std::string_view text = trim(cell);
    return text.empty() || text == "NULL" || text == "\\N" || text == "nan" || text == "NaN" ||
           text == "None" || text == "null";
}

/// A number from 1 to kMaxColumns.
std::optional<std::size_t> column_number(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && number >= 1 && number <= kMaxColumns ? std::optional(number) : std::nullopt;
}

/// Reads one table.
class TableReader {
public:
    TableReader(ByteStream& stream,
                const Locator& origin,
                const SourceOptions& options,
                ArticleSink& sink)
        : window_(stream), origin_(origin), options_(options), sink_(sink) {
        ended_ = !window_.fill_to(kHeadBytes);
        const std::string_view head = window_.text().substr(0, kHeadBytes);
        decoder_ = RecordDecoder(options.charset, head);
        dialect_ = guess_csv(head).dialect;
        drop(separator_line_bytes(window_.text()), 1);
    }

    void run();

private:
    /// A row and where it stands.
    struct PlacedRow {
        CsvRow row;
        std::uint64_t offset_bytes = 0;
        std::uint64_t line = 0;  ///< from 1
        std::uint64_t repaired = 0;
        std::uint64_t zero_bytes = 0;
        bool guessed = false;
        bool incomplete = false;
    };

    /// How many cells a row has, measured by the header.
    enum class Width { Even, Repaired, Rejected };

    std::optional<PlacedRow> next_row();
    PlacedRow place(CsvRow&& row);
    void drop(std::size_t count, std::size_t lines) {
        window_.drop(count);
        line_ += count > 0 ? lines : 0;
    }
    void skip_line();
    void reject_front(std::string code, std::string reason);
    [[nodiscard]] bool swallowed_rows(const CsvRow& row) const;
    [[nodiscard]] std::size_t first_line_bytes() const;

    bool take_header(const PlacedRow& first);
    void take_row(PlacedRow&& placed);
    [[nodiscard]] Width repair_width(PlacedRow& placed);
    void reject(const PlacedRow& placed, std::string code, const std::string& reason);

    StreamWindow window_;
    const Locator& origin_;
    const SourceOptions& options_;
    ArticleSink& sink_;
    RecordDecoder decoder_{{}, {}};
    CsvDialect dialect_;
    bool ended_ = false;
    std::uint64_t line_ = 1;            ///< of the window's first byte
    std::uint64_t records_ = 0;         ///< number of the next record
    std::uint64_t no_close_until_ = 0;  ///< no quote before this offset closes a cell
    std::size_t columns_ = 0;
    std::vector<std::optional<Meaning>> meanings_;  ///< of the columns
    std::optional<std::size_t> body_column_;
};

std::size_t TableReader::first_line_bytes() const {
    const std::string_view text = window_.text();
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) {
        return text.size();
    }
    return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

void TableReader::skip_line() {
    while (window_.text().find_first_of("\r\n") == std::string_view::npos && !ended_) {
        window_.drop(window_.text().size());
        ended_ = !window_.fill_to(1);
    }
    drop(first_line_bytes(), 1);
}

void TableReader::reject_front(std::string code, std::string reason) {
    Locator where = origin_;
    where.offset_bytes = window_.offset_bytes();
    where.record = records_++;
    sink_.reject(
        {std::move(where), std::move(code), "line " + std::to_string(line_) + ": " + reason});
}

/// Whether `row`, at the front of the window, takes in whole rows behind its first line, as happens
/// where a quote is not closed: then the next line is a good row by itself.
bool TableReader::swallowed_rows(const CsvRow& row) const {
    const bool suspicious = row.cells.size() != columns_ || row.reopened;
    if (row.lines < 2 || columns_ < 2 || !suspicious) {
        return false;
    }
    const CsvRow next = parse_csv_row(window_.text().substr(first_line_bytes()), dialect_, ended_);
    return next.complete && !next.open_quote && next.cells.size() == columns_;
}

TableReader::PlacedRow TableReader::place(CsvRow&& row) {
    PlacedRow placed;
    placed.offset_bytes = window_.offset_bytes();
    placed.line = line_;
    placed.incomplete = window_.failed() && row.size_bytes == window_.text().size();
    const std::string_view bytes = window_.text().substr(0, row.size_bytes);
    const std::size_t size = row.size_bytes;
    const std::size_t lines = row.lines;
    const auto zeros = std::count(bytes.begin(), bytes.end(), '\0');
    if (zeros == 0 && is_valid_utf8(bytes)) {
        placed.row = std::move(row);
    } else {
        DecodedRecord decoded = decoder_.decode(bytes);
        std::erase(decoded.text, '\0');
        placed.row = parse_csv_row(decoded.text, dialect_, true);
        placed.repaired = decoded.repaired;
        placed.zero_bytes = static_cast<std::uint64_t>(zeros);
        placed.guessed = decoded.guessed;
    }
    drop(size, lines);
    return placed;
}

std::optional<TableReader::PlacedRow> TableReader::next_row() {
    const std::uint64_t limit = options_.limits.article_bytes;
    while (!sink_.stop_requested()) {
        ended_ = ended_ || !window_.fill_to(1);
        if (window_.text().empty()) {
            return std::nullopt;
        }
        const bool no_close = window_.offset_bytes() < no_close_until_;
        const std::string_view text =
            no_close ? window_.text().substr(0, first_line_bytes()) : window_.text();
        CsvRow row = parse_csv_row(text, dialect_, ended_ || no_close);
        const bool too_long = std::min(row.size_bytes, text.size()) > limit;
        if (row.complete && !row.open_quote && !too_long) {
            if (swallowed_rows(row)) {
                reject_front("unclosed_quote", "a quote is opened and not closed; check the line");
                drop(first_line_bytes(), 1);
                continue;
            }
            return place(std::move(row));
        }
        if (row.open_quote && (ended_ || no_close || too_long)) {
            no_close_until_ =
                std::max(no_close_until_, window_.offset_bytes() + window_.text().size());
            reject_front("unclosed_quote", "a quote is opened and never closed; check the line");
            skip_line();
        } else if (too_long) {
            reject_front("too_long",
                         "the row is longer than " + std::to_string(limit) +
                             " bytes; raise the limit to read it");
            if (row.complete) {
                drop(row.size_bytes, row.lines);
            } else {
                skip_line();
            }
        } else {
            ended_ = !window_.fill_to(window_.text().size() * 2);
        }
    }
    return std::nullopt;
}

/// The names of columns, for a message; they are untrusted.
std::string column_names(const std::vector<std::string>& cells) {
    constexpr std::size_t max_names = 12;
    constexpr std::size_t max_name_bytes = 40;
    std::string names;
    for (std::size_t i = 0; i < std::min(cells.size(), max_names); ++i) {
        const std::string_view name = trim(cells[i]);
        names += (names.empty() ? "" : ", ") + printable_line(truncate_utf8(name, max_name_bytes));
    }
    return names + (cells.size() > max_names ? ", …" : "");
}

/// Sets what each column means; false if the first row is data.
bool TableReader::take_header(const PlacedRow& first) {
    const std::vector<std::string>& cells = first.row.cells;
    columns_ = cells.size();
    meanings_.resize(columns_);
    std::size_t known = 0;
    for (std::size_t i = 0; i < columns_; ++i) {
        meanings_[i] = meaning_of(cells[i]);
        known += meanings_[i] ? 1 : 0;
    }
    const auto names_column = [&](std::size_t i, const std::string& name) {
        return ascii_lower(trim(cells[i])) == ascii_lower(trim(name));
    };
    for (const auto& [field, column] : options_.field_map) {
        const std::optional<Meaning> meaning = meaning_of(field);
        const std::optional<std::size_t> number = column_number(column);
        bool by_name = false;
        for (std::size_t i = 0; i < columns_ && meaning; ++i) {
            if (names_column(i, column)) {
                meanings_[i] = Meaning{meaning->part, kMappedRank};
                ++known;
                by_name = true;
            }
        }
        if (!by_name && meaning && number && *number <= columns_) {
            meanings_[*number - 1] = Meaning{meaning->part, kMappedRank};
        }
    }
    int best_rank = 0;
    for (std::size_t i = 0; i < columns_; ++i) {
        if (meanings_[i] && meanings_[i]->part == Part::Body &&
            (!body_column_ || meanings_[i]->rank < best_rank)) {
            body_column_ = i;
            best_rank = meanings_[i]->rank;
        }
    }
    return known > 0;
}

void TableReader::reject(const PlacedRow& placed, std::string code, const std::string& reason) {
    Locator where = origin_;
    where.offset_bytes = placed.offset_bytes;
    where.record = records_++;
    sink_.reject(
        {std::move(where), std::move(code), "line " + std::to_string(placed.line) + ": " + reason});
}

/// Makes `placed` as wide as the header if that is safe; else rejects it.
TableReader::Width TableReader::repair_width(PlacedRow& placed) {
    std::vector<std::string>& cells = placed.row.cells;
    while (cells.size() > columns_ && is_null(cells.back())) {
        cells.pop_back();
    }
    const std::size_t had = cells.size();
    if (had == columns_) {
        return Width::Even;
    }
    const bool text_is_last = body_column_ && *body_column_ + 1 == columns_;
    const bool has_text = !body_column_ || *body_column_ < had;
    if (had > columns_ ? !text_is_last : !has_text) {
        reject(placed,
               "ragged_row",
               "the row has " + std::to_string(had) + " columns, the header " +
                   std::to_string(columns_) + "; quote the cells that hold the delimiter");
        return Width::Rejected;
    }
    for (std::size_t i = columns_; i < had; ++i) {
        cells[columns_ - 1] += dialect_.delimiter + cells[i];
    }
    cells.resize(columns_);
    return Width::Repaired;
}

void TableReader::take_row(PlacedRow&& placed) {
    if (std::all_of(placed.row.cells.begin(), placed.row.cells.end(), is_null)) {
        return;
    }
    const Width width = repair_width(placed);
    if (width == Width::Rejected) {
        return;
    }
    FlatRecord record;
    for (std::size_t i = 0; i < columns_; ++i) {
        if (meanings_[i] && !is_null(placed.row.cells[i])) {
            record.offer(*meanings_[i], {{std::string(trim(placed.row.cells[i]))}, false});
        }
    }
    Article article = article_of_record(record, options_);
    if (article.title.empty() && article.paragraphs.empty()) {
        reject(placed, "no_text", "the row has neither a title nor any text");
        return;
    }
    const auto warn = [&article](std::string_view code, std::uint64_t count) {
        if (count > 0) {
            add_warning(article, code, count);
        }
    };
    warn("ragged_row", width == Width::Repaired ? 1 : 0);
    warn("stray_quote", placed.row.stray_quotes);
    warn("repaired_utf8", placed.repaired);
    warn("control_characters", placed.zero_bytes);
    warn("guessed_charset", placed.guessed ? 1 : 0);
    warn("incomplete", placed.incomplete ? 1 : 0);
    warn("no_body", article.paragraphs.empty() ? 1 : 0);
    article.locator = origin_;
    article.locator.offset_bytes = placed.offset_bytes;
    article.locator.record = records_++;
    sink_.article(std::move(article));
}

void TableReader::run() {
    std::optional<PlacedRow> row = next_row();
    while (row && row->row.cells.size() == 1 && is_null(row->row.cells.front())) {
        row = next_row();
    }
    if (row) {
        const bool is_header = take_header(*row);
        const bool has_text =
            std::any_of(meanings_.begin(), meanings_.end(), [](const auto& meaning) {
                return meaning && (meaning->part == Part::Body || meaning->part == Part::Title);
            });
        if (!has_text) {
            reject(*row,
                   "no_text",
                   "no column for the title or the text among " + column_names(row->row.cells) +
                       "; name it by --map body=COLUMN, where COLUMN is a name or a number from 1");
            return;
        }
        row = is_header ? next_row() : std::move(row);
    }
    while (row) {
        take_row(*std::move(row));
        row = next_row();
    }
    if (!sink_.stop_requested()) {
        window_.throw_failure();
    }
}

/// Whether the name of a file says that it is a table.
bool is_table_name(std::string_view path) {
    const std::string lower = ascii_lower(path);
    return lower.ends_with(".csv") || lower.ends_with(".tsv") || lower.ends_with(".tab");
}

int sniff_guess(const CsvGuess& guess, bool by_name) {
    const std::size_t columns = guess.header.size();
    const std::size_t even = guess.rows == 0 ? 0 : guess.even_rows * 100 / guess.rows;
    if (guess.known >= 2 && guess.has_text && even >= 75) {
        return 85;
    }
    // The first article may be longer than the head.
    if (guess.known >= 3 && guess.has_text && guess.rows == 0) {
        return 70;
    }
    if (columns >= 2 && (guess.known >= 2 || guess.has_text) && guess.rows >= 2 && even >= 90) {
        return 60;
    }
    // Rows that are broken are named one by one; as a plain text all would be one article.
    if (by_name && guess.known >= 2 && guess.has_text && guess.rows >= 1) {
        return 50;
    }
    // Without names it is a table only if it is very even: prose has commas, too.
    const bool even_table = guess.rows >= 4 && even == 100;
    return even_table && columns >= (by_name ? 3U : 8U) ? 10 : 0;
}

int CsvReader::sniff(std::string_view head, std::string_view path) const {
    MemoryStream stream(head);
    StreamWindow window(stream);
    static_cast<void>(window.fill_to(head.size()));
    const std::string utf8 = RecordDecoder({}, window.text()).decode(window.text()).text;
    const std::string_view start = trim(utf8);
    const auto controls = std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    const bool binary = static_cast<std::size_t>(controls) * 100 > utf8.size();
    if (binary || start.empty() || start.front() == '<' || start.front() == '{' ||
        start.front() == '[') {
        return 0;
    }
    const bool by_name = is_table_name(path);
    const int score = sniff_guess(guess_csv(utf8), by_name);
    return score == 0 ? 0 : score + (by_name ? 3 : 0);
}

void CsvReader::read(ByteStream& stream,
                     const Locator& origin,
                     const SourceOptions& options,
                     ArticleSink& sink) const {
    TableReader(stream, origin, options, sink).run();
}

}  // namespace

const Reader& csv_reader() {
    static const CsvReader reader;
    return reader;
}

}  // namespace dateline::source
