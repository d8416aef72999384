// Cuts a stream of SGML into records, with bounded memory however broken the stream is.
#include "indexer/source/text/sgml_records.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/input/stream_window.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

constexpr std::size_t kBlockBytes = 64U << 10U;

/// Goes from record to record.
class RecordCutter {
public:
    RecordCutter(ByteStream& stream,
                 const Locator& origin,
                 const SourceOptions& options,
                 const SgmlRecords& records,
                 ArticleSink& sink)
        : window_(stream), origin_(origin), options_(options), records_(records), sink_(sink) {}

    void run() {
        take_names();
        while (!sink_.stop_requested() && skip_to_record()) {
            take_record();
        }
        finish_stray_text();
    }

private:
    void take_names();

    /// Where a start tag begins in `text` at or after `from`; npos if there is none.
    [[nodiscard]] std::size_t find_open(std::string_view text, std::size_t from) const;

    /// Moves to the next start tag; false if there is none.
    bool skip_to_record();

    /// The window begins with a start tag: gives its record to the sink, or the reason why not.
    void take_record();
    void give_record(std::size_t size_bytes, bool closed);

    void note_stray_text(std::string_view text);
    void finish_stray_text();
    void reject(std::uint64_t offset, std::string code, std::string reason);

    StreamWindow window_;
    const Locator& origin_;
    const SourceOptions& options_;
    const SgmlRecords& records_;
    ArticleSink& sink_;
    std::string open_;                ///< `<NAME`, which a blank or `>` follows
    std::string close_;               ///< `</NAME>`
    std::uint64_t record_ = 0;        ///< number of the next record
    std::uint64_t stray_bytes_ = 0;   ///< since the last record, blanks and declarations aside
    std::uint64_t stray_offset_ = 0;  ///< of the first of them
    bool skipping_ = false;  ///< what comes before the next start tag belongs to a rejected record
};

void RecordCutter::take_names() {
    static_cast<void>(window_.fill_to(kBlockBytes));
    const std::string capitals(records_.element);
    open_ = "<" + capitals;
    const std::size_t first = find_open(window_.text(), 0);
    open_ = ascii_lower(open_);
    const bool is_small = find_open(window_.text(), 0) < first;
    open_ = is_small ? open_ : "<" + capitals;
    close_ = "</" + open_.substr(1) + ">";
}

std::size_t RecordCutter::find_open(std::string_view text, std::size_t from) const {
    std::size_t at = text.find(open_, from);
    while (at != std::string_view::npos) {
        const std::size_t after = at + open_.size();
        const char next = after < text.size() ? text[after] : '\0';
        if (next == '>' || next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            return at;
        }
        at = text.find(open_, after);
    }
    return at;
}

void RecordCutter::reject(std::uint64_t offset, std::string code, std::string reason) {
    Locator where = origin_;
    where.offset_bytes = offset;
    where.record = record_++;
    sink_.reject({std::move(where), std::move(code), std::move(reason)});
}

void RecordCutter::note_stray_text(std::string_view text) {
    if (skipping_) {
        return;
    }
    const std::string_view trimmed = trim(text);
    const bool is_declaration =
        trimmed.starts_with("<!") && trimmed.find('>') == trimmed.size() - 1;
    if (trimmed.empty() || is_declaration) {
        return;
    }
    if (stray_bytes_ == 0) {
        stray_offset_ =
            window_.offset_bytes() + static_cast<std::uint64_t>(trimmed.data() - text.data());
    }
    stray_bytes_ += trimmed.size();
}

void RecordCutter::finish_stray_text() {
    if (stray_bytes_ > 0) {
        reject(stray_offset_,
               "stray_text",
               std::to_string(stray_bytes_) + " bytes of text outside of a " + open_ + "> record");
    }
    stray_bytes_ = 0;
}

bool RecordCutter::skip_to_record() {
    for (;;) {
        const std::string_view text = window_.text();
        const std::size_t start = find_open(text, 0);
        if (start != std::string_view::npos) {
            note_stray_text(text.substr(0, start));
            finish_stray_text();
            window_.drop(start);
            skipping_ = false;
            return true;
        }
        // The last bytes may be the beginning of a tag. A small window is kept whole, so that a
        // declaration that two reads cut in two is seen as one.
        if (text.size() > kBlockBytes) {
            const std::size_t count = text.size() - open_.size() - 1;
            note_stray_text(text.substr(0, count));
            window_.drop(count);
        }
        if (!window_.fill()) {
            note_stray_text(window_.text());
            window_.drop(window_.text().size());
            return false;
        }
    }
}

void RecordCutter::give_record(std::size_t size_bytes, bool closed) {
    Article article = records_.parse(window_.text().substr(0, size_bytes));
    if (!closed) {
        add_warning(article, "unclosed_tag");
    }
    article.locator = origin_;
    article.locator.offset_bytes = window_.offset_bytes();
    article.locator.record = record_++;
    sink_.article(std::move(article));
    window_.drop(size_bytes + (closed ? close_.size() : 0));
}

void RecordCutter::take_record() {
    const std::uint64_t limit = options_.limits.article_bytes;
    std::size_t searched = open_.size();
    for (;;) {
        const std::string_view text = window_.text();
        // The next start tag first: in a file of tags that are never closed, the search for an end
        // tag would go through the whole window for each of them.
        const std::size_t open = find_open(text, searched);
        const std::size_t close = text.substr(0, open).find(close_, searched);
        const std::size_t next = close == std::string_view::npos ? open : std::string_view::npos;
        const std::size_t end = std::min(close, next);
        if (std::min(end, text.size()) > limit) {
            reject(window_.offset_bytes(),
                   "too_long",
                   "the record is longer than " + std::to_string(limit) +
                       " bytes; raise the limit to read it");
            window_.drop(std::min(end, text.size() - close_.size()));
            window_.drop(end == close && close != std::string_view::npos ? close_.size() : 0);
            skipping_ = end == std::string_view::npos;
            return;
        }
        if (next != std::string_view::npos && !records_.tolerate_unclosed) {
            reject(window_.offset_bytes(),
                   "unclosed_record",
                   "the record has no " + close_ + " before the next one begins");
            window_.drop(next);
            return;
        }
        if (end != std::string_view::npos) {
            give_record(end, end == close);
            return;
        }
        searched = std::max(open_.size(), text.size() - std::min(text.size(), close_.size()));
        if (!window_.fill()) {
            if (records_.tolerate_unclosed) {
                give_record(window_.text().size(), false);
                return;
            }
            reject(window_.offset_bytes(),
                   "unclosed_record",
                   "the input ends before the record's " + close_);
            window_.drop(window_.text().size());
            return;
        }
    }
}

}  // namespace

void read_sgml_records(ByteStream& stream,
                       const Locator& origin,
                       const SourceOptions& options,
                       const SgmlRecords& records,
                       ArticleSink& sink) {
    RecordCutter(stream, origin, options, records, sink).run();
}

}  // namespace dateline::source
