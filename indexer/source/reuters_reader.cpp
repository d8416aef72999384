// Cuts a stream into records, with bounded memory however broken the stream is.
#include "indexer/source/reuters_reader.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/reuters_record.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

constexpr std::string_view kOpen = "<REUTERS ";
constexpr std::string_view kClose = "</REUTERS>";
constexpr std::size_t kBlockBytes = 64U << 10U;

/// A window on the stream that slides from record to record.
class RecordCutter {
public:
    RecordCutter(ByteStream& stream,
                 const Locator& origin,
                 const SourceOptions& options,
                 ArticleSink& sink)
        : stream_(stream), origin_(origin), options_(options), sink_(sink) {}

    void run() {
        while (!sink_.stop_requested() && skip_to_record()) {
            take_record();
        }
        finish_stray_text();
    }

private:
    /// Reads one more block; false at the end. A failure of the stream passes through when all that
    /// came before was used, since every step asks for more only when the window does not hold
    /// enough.
    bool fill() {
        const std::size_t size = window_.size();
        window_.resize(size + kBlockBytes);
        std::size_t got = 0;
        try {
            got = stream_.read(std::span(window_).subspan(size));
        } catch (const StreamFailure&) {
            window_.resize(size);
            throw;
        }
        window_.resize(size + got);
        return got > 0;
    }

    void drop(std::size_t count) {
        window_.erase(0, count);
        offset_ += count;
    }

    /// Moves to the next start tag; false if there is none.
    bool skip_to_record();

    /// The window begins with a start tag: gives its record to the sink, or the reason why not.
    void take_record();

    void note_stray_text(std::string_view text);
    void finish_stray_text();
    void reject(std::uint64_t offset, std::string code, std::string reason);

    ByteStream& stream_;
    const Locator& origin_;
    const SourceOptions& options_;
    ArticleSink& sink_;
    std::string window_;
    std::uint64_t offset_ = 0;        ///< of the window's first byte in the stream
    std::uint64_t record_ = 0;        ///< number of the next record
    std::uint64_t stray_bytes_ = 0;   ///< since the last record, blanks and declarations aside
    std::uint64_t stray_offset_ = 0;  ///< of the first of them
    bool skipping_ = false;  ///< what comes before the next start tag belongs to a rejected record
};

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
        stray_offset_ = offset_ + static_cast<std::uint64_t>(trimmed.data() - text.data());
    }
    stray_bytes_ += trimmed.size();
}

void RecordCutter::finish_stray_text() {
    if (stray_bytes_ > 0) {
        reject(stray_offset_,
               "stray_text",
               std::to_string(stray_bytes_) + " bytes of text outside of a <REUTERS> record");
    }
    stray_bytes_ = 0;
}

bool RecordCutter::skip_to_record() {
    for (;;) {
        const std::size_t start = window_.find(kOpen);
        if (start != std::string::npos) {
            note_stray_text(std::string_view(window_).substr(0, start));
            finish_stray_text();
            drop(start);
            skipping_ = false;
            return true;
        }
        // The last bytes may be the beginning of a tag. A small window is kept whole, so that a
        // declaration that two reads cut in two is seen as one.
        if (window_.size() > kBlockBytes) {
            const std::size_t count = window_.size() - kOpen.size();
            note_stray_text(std::string_view(window_).substr(0, count));
            drop(count);
        }
        if (!fill()) {
            note_stray_text(window_);
            drop(window_.size());
            return false;
        }
    }
}

void RecordCutter::take_record() {
    const std::uint64_t limit = options_.limits.article_bytes;
    std::size_t searched = kOpen.size();
    for (;;) {
        const std::size_t close = window_.find(kClose, searched);
        const std::size_t next = std::string_view(window_).substr(0, close).find(kOpen, searched);
        if (next != std::string::npos) {
            reject(offset_,
                   "unclosed_record",
                   "the record has no </REUTERS> before the next one begins");
            drop(next);
            return;
        }
        if (std::min(close, window_.size()) > limit) {
            reject(offset_,
                   "too_long",
                   "the record is longer than " + std::to_string(limit) +
                       " bytes; raise the limit to read it");
            drop(std::min(close, window_.size() - kClose.size()));
            drop(close == std::string::npos ? 0 : kClose.size());
            skipping_ = close == std::string::npos;
            return;
        }
        if (close != std::string::npos) {
            Article article =
                parse_reuters_record(std::string_view(window_).substr(0, close), options_.dates);
            article.locator = origin_;
            article.locator.offset_bytes = offset_;
            article.locator.record = record_++;
            article.format = "reuters";
            sink_.article(std::move(article));
            drop(close + kClose.size());
            return;
        }
        searched = std::max(kOpen.size(), window_.size() - std::min(window_.size(), kClose.size()));
        if (!fill()) {
            reject(offset_, "unclosed_record", "the input ends before the record's </REUTERS>");
            drop(window_.size());
            return;
        }
    }
}

}  // namespace

int ReutersReader::sniff(std::string_view head, std::string_view /*path*/) const {
    constexpr std::string_view kDocumentType = "<!doctype lewis";
    const std::string_view start = trim(head);
    if (start.starts_with(kOpen) ||
        ascii_lower(start.substr(0, kDocumentType.size())) == kDocumentType) {
        return 100;
    }
    // A piece of a file, cut somewhere. Prose about the format has the tags too, but not at the
    // start of lines.
    const bool is_piece = head.find("\n</REUTERS>\n") != std::string_view::npos &&
                          head.find("\n<REUTERS ") != std::string_view::npos;
    return is_piece ? 60 : 0;
}

void ReutersReader::read(ByteStream& stream,
                         const Locator& origin,
                         const SourceOptions& options,
                         ArticleSink& sink) const {
    RecordCutter(stream, origin, options, sink).run();
}

}  // namespace dateline::source
