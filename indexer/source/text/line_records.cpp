// Many articles in one text file: records that begin, or end, with a line that can be told.
#include "indexer/source/text/line_records.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/input/record_decoder.hpp"
#include "indexer/source/input/stream_window.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

constexpr std::size_t kHeadBytes = 64U << 10U;

/// Goes from line to line and keeps the record that is open.
class LineCutter {
public:
    LineCutter(ByteStream& stream,
               const Locator& origin,
               const SourceOptions& options,
               const LineRecords& records,
               ArticleSink& sink)
        : window_(stream), origin_(origin), options_(options), records_(records), sink_(sink) {
        static_cast<void>(window_.fill_to(kHeadBytes));
        decoder_ = RecordDecoder(options.charset, window_.text());
    }

    void run();

private:
    /// The size with its line end of the line at the front of the window, of which at most `limit`
    /// bytes and a block are looked at.
    std::size_t line_bytes(std::uint64_t limit);
    void take_line(std::string_view line);
    void finish_record(bool incomplete);

    StreamWindow window_;
    const Locator& origin_;
    const SourceOptions& options_;
    const LineRecords& records_;
    ArticleSink& sink_;
    RecordDecoder decoder_{{}, {}};
    std::string bytes_;         ///< of the record, undecoded
    std::uint64_t start_ = 0;   ///< of the record in the stream
    std::uint64_t record_ = 0;  ///< its number
    bool too_long_ = false;     ///< it is rejected; the rest of it is skipped
};

std::size_t LineCutter::line_bytes(std::uint64_t limit) {
    std::size_t searched = 0;
    for (;;) {
        const std::string_view text = window_.text();
        const std::size_t end = text.find_first_of("\r\n", searched);
        const bool needs_more =
            end == std::string_view::npos || (text[end] == '\r' && end + 1 == text.size());
        if (!needs_more || text.size() > limit || !window_.fill_to(text.size() + 1)) {
            const std::string_view all = window_.text();
            const std::size_t found = std::min(all.find_first_of("\r\n", searched), all.size());
            const bool pair = all.substr(found).starts_with("\r\n");
            return std::min(found + (pair ? 2U : 1U), all.size());
        }
        searched = end == std::string_view::npos ? text.size() : end;
    }
}

void LineCutter::finish_record(bool incomplete) {
    const std::string bytes = std::exchange(bytes_, {});
    if (std::exchange(too_long_, false) || trim(bytes).empty()) {
        return;
    }
    DecodedRecord decoded = decoder_.decode(bytes);
    std::optional<Article> parsed = records_.parse(decoded.text);
    if (!parsed) {
        sink_.skipped("cover_page");
        return;
    }
    Article& article = *parsed;
    Locator where = origin_;
    where.offset_bytes = start_;
    where.record = record_++;
    if (article.title.empty() && article.paragraphs.empty()) {
        sink_.reject({std::move(where), "no_text", "the record has neither a title nor any text"});
        return;
    }
    const auto warn = [&article](std::string_view code, std::uint64_t count) {
        if (count > 0) {
            add_warning(article, code, count);
        }
    };
    warn("repaired_utf8", decoded.repaired);
    warn("guessed_charset", decoded.guessed ? 1 : 0);
    warn("incomplete", incomplete ? 1 : 0);
    article.locator = std::move(where);
    sink_.article(*std::move(parsed));
}

void LineCutter::take_line(std::string_view line) {
    const std::uint64_t limit = options_.limits.article_bytes;
    const std::string_view content = line.substr(0, line.find_last_not_of("\r\n") + 1);
    const LineRole role = is_valid_utf8(content) ? records_.role(content)
                                                 : records_.role(decoder_.decode(content).text);
    if (role == LineRole::Begins) {
        finish_record(false);
    }
    // Blank lines between records belong to none.
    if (bytes_.empty() && !too_long_) {
        start_ = window_.offset_bytes();
        if (trim(content).empty()) {
            return;
        }
    }
    if (!too_long_ && line.size() > limit - bytes_.size()) {
        Locator where = origin_;
        where.offset_bytes = start_;
        where.record = record_++;
        sink_.reject({std::move(where),
                      "too_long",
                      "the article is longer than " + std::to_string(limit) + " bytes; " +
                          std::string(records_.remedy)});
        too_long_ = true;
        bytes_.clear();
    }
    if (!too_long_) {
        bytes_ += line;
    }
    if (role == LineRole::Ends) {
        finish_record(false);
    }
}

void LineCutter::run() {
    while (!sink_.stop_requested()) {
        static_cast<void>(window_.fill_to(1));
        if (window_.text().empty()) {
            break;
        }
        const std::size_t size = line_bytes(options_.limits.article_bytes);
        take_line(window_.text().substr(0, size));
        window_.drop(size);
    }
    if (!sink_.stop_requested()) {
        finish_record(window_.failed());
        window_.throw_failure();
    }
}

}  // namespace

void read_line_records(ByteStream& stream,
                       const Locator& origin,
                       const SourceOptions& options,
                       const LineRecords& records,
                       ArticleSink& sink) {
    LineCutter(stream, origin, options, records, sink).run();
}

}  // namespace dateline::source
