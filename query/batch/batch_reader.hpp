// The questions of a batch: lines, tab-separated values, JSON lines, or topics of TREC.
#pragma once

#include "query/batch/line_source.hpp"
#include "query/options.hpp"
#include "query/question.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

/// A question of a batch, or what is wrong with its line.
struct BatchItem {
    Question question;               ///< always with an id
    std::optional<LineFault> fault;  ///< why there is nothing to ask
};

/// Longest id of a query in bytes.
inline constexpr std::size_t kMaxQueryIdBytes = 1024;

/// What the form of a batch in `name` (a path, or `-`) is: by the extension `.tsv`, `.jsonl`,
/// `.ndjson` or `.trec`, else by the first line that is not blank: `{` begins JSON lines, `<top>`
/// topics; a tab in it means tab-separated values, all else is lines.
[[nodiscard]] BatchForm guess_batch_form(std::string_view name, std::string_view first_line);

/// Reads the items of a batch. Not thread-safe.
///
/// - Lines: each line is a query, its number is the id.
/// - Tsv: id, tab, query; further tabs are blanks of the query.
/// - JsonLines: see read_question_line().
/// - Trec: `<top>`, `<num>`, `<title>` … `</top>`; the title is the query, the rest is left out.
///
/// Blank lines are skipped. There are no comments: a query may begin with `#`.
class BatchReader {
public:
    /// @param options  what is asked of every query; must outlive the reader
    /// @param lines    must outlive the reader
    BatchReader(const Options& options, LineSource& lines);

    /// The next item; std::nullopt at the end. @throws Error (InputUnreadable).
    [[nodiscard]] std::optional<BatchItem> next();

private:
    [[nodiscard]] std::optional<Line> next_line();
    [[nodiscard]] BatchItem item_of(const Line& line) const;
    [[nodiscard]] BatchItem tsv_item(const Line& line) const;
    [[nodiscard]] std::optional<BatchItem> next_topic(const Line& first);

    const Options& options_;
    LineSource& lines_;
    std::optional<BatchForm> form_;
};

}  // namespace dateline::query
