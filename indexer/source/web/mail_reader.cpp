// Messages cut from a stream.
#include "indexer/source/web/mail_reader.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/header_fields.hpp"
#include "indexer/source/input/record_buffer.hpp"
#include "indexer/source/web/mail_message.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

constexpr std::string_view kFrom = "From ";

/// So much is looked at after a `From ` line to see whether a header follows.
constexpr std::size_t kLookAheadBytes = 1024;

class MailReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "mail"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "newsletters: mail messages (eml, mht) and folders of them (mbox)";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

std::string_view line_at(std::string_view text, std::size_t offset) {
    const std::string_view rest = text.substr(std::min(offset, text.size()));
    return rest.substr(0, rest.find('\n'));
}

/// Whether `line` holds a time of day, as the line before a message does by the format.
///
/// Source: RFC 4155, appendix A.
bool holds_time(std::string_view line) noexcept {
    const auto is_digit_at = [line](std::size_t i) {
        return i < line.size() && line[i] >= '0' && line[i] <= '9';
    };
    for (std::size_t colon = line.find(':'); colon != std::string_view::npos;
         colon = line.find(':', colon + 1)) {
        if (colon >= 1 && is_digit_at(colon - 1) && is_digit_at(colon + 1) &&
            is_digit_at(colon + 2)) {
            return true;
        }
    }
    return false;
}

/// Whether all lines of `text`, up to the first blank one, are those of a header. The last line may
/// be cut.
bool is_header_block(std::string_view text) {
    bool any = false;
    while (text.find('\n') != std::string_view::npos) {
        const std::string_view line = line_at(text, 0);
        if (trim(line).empty()) {
            break;
        }
        const bool continues = any && (line.front() == ' ' || line.front() == '\t');
        if (!continues && !is_header_line(line)) {
            return false;
        }
        any = true;
        text.remove_prefix(line.size() + 1);
    }
    return any;
}

/// Whether `text` begins with the line that stands before each message of an mbox file, and the
/// message's header after it. A line without a time is one if nothing but a header follows: there
/// are paragraphs that begin with "From".
bool begins_mbox_message(std::string_view text) {
    const std::size_t end = text.find('\n');
    if (!text.starts_with(kFrom) || end == std::string_view::npos) {
        return false;
    }
    if (!holds_time(text.substr(0, end))) {
        return is_header_block(text.substr(end + 1));
    }
    const std::string_view next = line_at(text, end + 1);
    // Some delivery programs quote the `From ` line of the one before them into the header.
    return is_header_line(next) || next.starts_with(">From ");
}

/// Fields that programs write and nobody by hand, and those that anybody may write.
bool is_technical(std::string_view name) {
    constexpr std::array<std::string_view, 9> names = {"received",
                                                       "message-id",
                                                       "mime-version",
                                                       "return-path",
                                                       "delivered-to",
                                                       "newsgroups",
                                                       "dkim-signature",
                                                       "content-transfer-encoding",
                                                       "snapshot-content-location"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_common(std::string_view name) {
    constexpr std::array<std::string_view, 6> names = {
        "from", "date", "subject", "to", "content-type", "sender"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

int MailReader::sniff(std::string_view head, std::string_view /*path*/) const {
    constexpr int sure = 96;
    constexpr int likely = 60;
    if (begins_mbox_message(head)) {
        return sure;
    }
    std::size_t technical = 0;
    std::size_t common = 0;
    for (std::size_t at = 0; at < head.size();) {
        const std::string_view line = line_at(head, at);
        at += line.size() + 1;
        if (trim(line).empty()) {
            break;
        }
        if (line.starts_with(' ') || line.starts_with('\t')) {
            continue;
        }
        if (!is_header_line(line)) {
            return 0;
        }
        const std::string name = ascii_lower(line.substr(0, line.find(':')));
        technical += is_technical(name) ? 1 : 0;
        common += is_common(name) ? 1 : 0;
    }
    if (technical > 0 && common + technical > 2) {
        return sure;
    }
    return common >= 4 ? likely : 0;
}

/// One message of a stream.
struct MessageBytes {
    std::uint64_t offset_bytes = 0;  ///< of its first byte, or of its `From ` line
    std::string bytes;
    bool too_long = false;
};

/// Cuts a stream of mbox, or gives all of a stream that is one message.
class MessageSplitter {
public:
    MessageSplitter(ByteStream& stream, std::uint64_t limit_bytes)
        : buffer_(stream), limit_bytes_(limit_bytes) {}

    /// The next message; std::nullopt at the end.
    std::optional<MessageBytes> next() {
        if (buffer_.at_end()) {
            return std::nullopt;
        }
        MessageBytes message;
        message.offset_bytes = buffer_.offset_bytes();
        bool any = false;
        while (const std::size_t size = next_line()) {
            const bool may_start = is_mbox_ || buffer_.offset_bytes() == 0;
            const bool starts = may_start && after_blank_ && at_border(size);
            const std::string_view line = buffer_.bytes().substr(0, size);  // valid till a fill
            if (starts && any) {
                return message;
            }
            is_mbox_ = is_mbox_ || starts;
            if (!starts) {
                add(message, line);
            }
            any = true;
            after_blank_ = whole_line_ && trim(line).empty();
            buffer_.drop(size);
        }
        return message;
    }

    [[nodiscard]] const std::optional<StreamFailure>& failure() const noexcept {
        return buffer_.failure();
    }

    /// Whether the last message broke off with the stream.
    [[nodiscard]] bool ended_early() const noexcept {
        return buffer_.failure().has_value() && buffer_.bytes().empty();
    }

private:
    /// Size of the next line, or of a part of one that is longer than a message may be; 0 at the
    /// end.
    std::size_t next_line() {
        const auto line = buffer_.line_bytes(limit_bytes_);
        whole_line_ = line.has_value();
        return line.value_or(buffer_.bytes().size());
    }

    /// Whether the line of `size` bytes begins another message.
    bool at_border(std::size_t size) {
        if (!buffer_.bytes().starts_with(kFrom)) {
            return false;
        }
        buffer_.fill(size + kLookAheadBytes);
        return begins_mbox_message(buffer_.bytes().substr(0, size + kLookAheadBytes));
    }

    void add(MessageBytes& message, std::string_view line) {
        const std::size_t quotes = line.find_first_not_of('>');
        if (is_mbox_ && quotes != std::string_view::npos && quotes > 0 &&
            line.substr(quotes).starts_with(kFrom)) {
            line.remove_prefix(1);
        }
        message.too_long = message.too_long || line.size() > limit_bytes_ - message.bytes.size();
        if (message.too_long) {
            message.bytes.clear();
        } else {
            message.bytes += line;
        }
    }

    RecordBuffer buffer_;
    std::uint64_t limit_bytes_;
    bool is_mbox_ = false;
    bool after_blank_ = true;  ///< the line before was empty, or there was none
    bool whole_line_ = true;
};

void give_message(MessageBytes& message,
                  bool incomplete,
                  const Locator& locator,
                  const SourceOptions& options,
                  ArticleSink& sink) {
    if (message.too_long) {
        sink.reject({locator,
                     "too_long",
                     "message is longer than " + std::to_string(options.limits.article_bytes) +
                         " bytes with what is attached; raise --max-article"});
        return;
    }
    if (is_folder_note(message.bytes)) {
        sink.skipped("folder_note");
        return;
    }
    ReadPage read = read_message(message.bytes, options);
    if (!read.article) {
        sink.reject({locator, std::move(read.code), std::move(read.reason)});
        return;
    }
    read.article->format = "mail";
    read.article->locator = locator;
    if (incomplete) {
        add_warning(*read.article, "incomplete");
    }
    sink.article(*std::move(read.article));
}

void MailReader::read(ByteStream& stream,
                      const Locator& origin,
                      const SourceOptions& options,
                      ArticleSink& sink) const {
    MessageSplitter messages(stream, options.limits.article_bytes);
    Locator locator = origin;
    locator.record = 0;
    while (!sink.stop_requested()) {
        std::optional<MessageBytes> message = messages.next();
        if (!message) {
            break;
        }
        locator.offset_bytes = message->offset_bytes;
        give_message(*message, messages.ended_early(), locator, options, sink);
        ++locator.record;
    }
    if (messages.failure()) {
        throw StreamFailure(*messages.failure());
    }
}

}  // namespace

const Reader& mail_reader() {
    static const MailReader reader;
    return reader;
}

}  // namespace dateline::source
