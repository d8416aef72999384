// Record borders, and what to do where they are not where they should be.
#include "indexer/source/web/warc_records.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// Longest header block that is believed to be one.
constexpr std::size_t kMaxHeadBytes = 64U << 10U;

/// So much must be seen to know whether a record begins: its first line and the next, or for ARC
/// one line with an address.
constexpr std::size_t kBorderBytes = 4096;

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool fine = error == std::errc() && end == text.data() + text.size() && !text.empty();
    return fine ? std::optional(value) : std::nullopt;
}

std::string_view first_line(std::string_view bytes) noexcept {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

/// Whether `bytes` begin with `WARC/1.0` as a line, and a field that records have.
bool begins_warc(std::string_view bytes) {
    constexpr std::string_view name = "WARC/";
    const std::string_view line = first_line(bytes);
    const std::string_view version = line.substr(std::min(line.size(), name.size()));
    const std::size_t dot = version.find('.');
    if (!line.starts_with(name) || dot == std::string_view::npos ||
        !all_digits(version.substr(0, dot)) || !all_digits(trim(version.substr(dot + 1)))) {
        return false;
    }
    const std::size_t end = bytes.find('\n');
    const std::string_view rest = end == std::string_view::npos ? "" : bytes.substr(end + 1);
    const std::string field = ascii_lower(rest.substr(0, 8));
    return rest.empty() || field.starts_with("warc-") || field.starts_with("content-");
}

/// The parts of an ARC record's line: address, IP, date, media type, …, length. Empty if it is
/// none.
///
/// Source: Internet Archive, "Arc File Format", version 1 and 2 URL records.
std::vector<std::string_view> arc_parts(std::string_view line) {
    constexpr std::size_t least_parts = 5;
    constexpr std::size_t most_parts = 12;
    constexpr std::size_t date_digits = 14;
    std::vector<std::string_view> parts;
    while (!line.empty() && parts.size() <= most_parts) {
        const std::size_t end = std::min(line.find(' '), line.size());
        if (end > 0) {
            parts.push_back(line.substr(0, end));
        }
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    const bool fine = parts.size() >= least_parts && parts.size() <= most_parts &&
                      parts[0].find(':') != std::string_view::npos && all_digits(parts[2]) &&
                      parts[2].size() <= date_digits && all_digits(parts.back());
    return fine ? parts : std::vector<std::string_view>();
}

bool begins_record(std::string_view bytes, bool arc) {
    return begins_warc(bytes) || (arc && !arc_parts(first_line(bytes)).empty());
}

/// The first place at or after `from` where a line of `bytes` begins a record; npos if there is
/// none.
std::size_t find_record(std::string_view bytes, std::size_t from, bool arc) {
    while (from < bytes.size()) {
        if (begins_record(bytes.substr(from, kBorderBytes), arc)) {
            return from;
        }
        const std::size_t line_end = bytes.find(arc ? "\n" : "\nWARC/", from);
        if (line_end == std::string_view::npos) {
            break;
        }
        from = line_end + 1;
    }
    return std::string_view::npos;
}

}  // namespace

bool is_warc(std::string_view head) noexcept {
    return head.starts_with("WARC/") && head.size() > 5 && is_digit(head[5]);
}

bool is_arc(std::string_view head) noexcept {
    return head.starts_with("filedesc://");
}

bool WarcRecords::at_record() {
    buffer_.fill(kBorderBytes);
    return begins_record(buffer_.bytes().substr(0, kBorderBytes), arc_);
}

bool WarcRecords::skip_line_ends() {
    while (buffer_.fill(1)) {
        const std::size_t count = buffer_.bytes().find_first_not_of("\r\n");
        if (count != std::string_view::npos) {
            buffer_.drop(count);
            return true;
        }
        buffer_.drop(buffer_.bytes().size());
    }
    return false;
}

WarcRecord WarcRecords::new_record() {
    WarcRecord record;
    record.offset_bytes = buffer_.offset_bytes();
    record.number = count_++;
    return record;
}

bool WarcRecords::skip_to_record() {
    for (;;) {
        buffer_.fill(2 * kBorderBytes);
        const std::string_view bytes = buffer_.bytes();
        const std::size_t at = find_record(bytes, 0, arc_);
        if (at != std::string_view::npos) {
            buffer_.drop(at);
            return true;
        }
        // What is at the end may begin a record that does not show itself as one yet.
        buffer_.drop(bytes.size() - std::min(bytes.size(), kBorderBytes));
        if (!buffer_.fill_more()) {
            buffer_.drop(buffer_.bytes().size());
            return false;
        }
    }
}

std::optional<WarcRecord> WarcRecords::next() {
    if (!skip_line_ends()) {
        if (!buffer_.failure() && !cut_) {
            return std::nullopt;
        }
        WarcRecord record = new_record();
        if (cut_ && !buffer_.failure()) {
            cut_ = false;
            record.code = "truncated";
            record.reason = "ends inside a record; what came before was read";
            return record;
        }
        record.code = buffer_.failure()->code;
        record.reason = buffer_.failure()->reason;
        if (!buffer_.resume()) {
            throw StreamFailure(*buffer_.failure());
        }
        if (!at_record()) {
            static_cast<void>(skip_to_record());  // its first bytes went with the damage
        }
        return record;
    }
    WarcRecord record = new_record();
    if (record.number == 0) {
        buffer_.fill(kBorderBytes);
        arc_ = is_arc(buffer_.bytes());
    }
    if (!at_record()) {
        static_cast<void>(skip_to_record());
        record.code = "stray_bytes";
        record.reason = "holds " + std::to_string(buffer_.offset_bytes() - record.offset_bytes) +
                        " bytes that belong to no record; the archive is damaged there";
        return record;
    }
    if (read_head(record)) {
        read_content(record, number_of(field_value(record.fields, "content-length")));
    }
    return record;
}

bool WarcRecords::read_head(WarcRecord& record) {
    if (!buffer_.bytes().starts_with("WARC/")) {
        const std::string_view shown = buffer_.bytes().substr(0, kBorderBytes);
        const auto parts = arc_parts(first_line(shown));
        const bool about_file = parts[0].starts_with("filedesc:");
        record.fields = {{"warc-type", about_file ? "warcinfo" : "response"},
                         {"warc-target-uri", std::string(parts[0])},
                         {"warc-date", std::string(parts[2])},
                         {"content-length", std::string(parts.back())}};
        buffer_.drop(std::min(shown.find('\n'), shown.size() - 1) + 1);
        return true;
    }
    buffer_.fill(kMaxHeadBytes);
    const std::string_view bytes = buffer_.bytes().substr(0, kMaxHeadBytes);
    const std::size_t line = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    const std::size_t size = line + header_block_bytes(bytes.substr(line));
    const std::string_view block = bytes.substr(line, size - line);
    record.fields = parse_header_fields(block);
    const bool whole =
        block.ends_with("\n\n") || block.ends_with("\n\r\n") || block == "\n" || block == "\r\n";
    if (whole) {
        buffer_.drop(size);
        return true;
    }
    if (bytes.size() == kMaxHeadBytes) {
        buffer_.drop(1);
        static_cast<void>(skip_to_record());
        record.code = "bad_record";
        record.reason = "has a header of more than " + std::to_string(kMaxHeadBytes) + " bytes";
        return false;
    }
    buffer_.drop(size);
    end_early(record);
    record.code = record.code.empty() ? "truncated" : record.code;
    record.reason = record.reason.empty() ? "ends inside its header" : record.reason;
    return false;
}

bool WarcRecords::record_follows(std::size_t size_bytes) {
    buffer_.fill(size_bytes + kBorderBytes);
    std::string_view rest = buffer_.bytes().substr(size_bytes);
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
    return rest.empty() || begins_record(rest.substr(0, kBorderBytes), arc_);
}

std::optional<std::size_t> WarcRecords::find_end(std::size_t from) {
    for (;;) {
        const std::string_view bytes = buffer_.bytes();
        const std::size_t searched =
            std::min<std::uint64_t>(bytes.size(), limit_bytes_ + kBorderBytes);
        const std::size_t at = find_record(bytes.substr(0, searched), from, arc_);
        if (at != std::string_view::npos) {
            return at;
        }
        if (bytes.size() > limit_bytes_ || !buffer_.fill_more()) {
            return std::nullopt;
        }
        // What is at the end may begin a record that did not show itself as one yet.
        from = std::max(from, searched - std::min(searched, kBorderBytes));
    }
}

void WarcRecords::take_content(WarcRecord& record, std::size_t size_bytes) {
    record.content = buffer_.bytes().substr(0, size_bytes);
    buffer_.drop(size_bytes);
    if (record.wrong_length) {
        const std::size_t last = record.content.find_last_not_of("\r\n");
        record.content.resize(last == std::string::npos ? 0 : last + 1);
    }
}

void WarcRecords::end_early(WarcRecord& record) {
    record.incomplete = true;
    if (buffer_.failure() && buffer_.failure()->resumable) {
        record.code = buffer_.failure()->code;
        record.reason = buffer_.failure()->reason;
        record.content.clear();
        cut_ = false;
        static_cast<void>(buffer_.resume());
        if (!at_record()) {
            static_cast<void>(skip_to_record());
        }
    }
}

void WarcRecords::read_content(WarcRecord& record, std::optional<std::uint64_t> length_bytes) {
    if (length_bytes && *length_bytes > limit_bytes_) {
        skip_content(record, *length_bytes);
        return;
    }
    const std::size_t length = static_cast<std::size_t>(length_bytes.value_or(0));
    if (length_bytes && buffer_.fill(length) && record_follows(length)) {
        take_content(record, length);
        return;
    }
    const std::string_view bytes = buffer_.bytes();
    if (length_bytes && bytes.size() > length && bytes.substr(length).starts_with("\r\n\r\n") &&
        find_record(bytes.substr(0, length), 0, arc_) == std::string_view::npos) {
        take_content(record, length);  // it ends as it should, and what follows is no record
        return;
    }
    // The length is not true: the next record says where this one ends.
    record.wrong_length = true;
    if (const std::optional<std::size_t> end = find_end(0)) {
        take_content(record, *end);
        return;
    }
    const std::size_t there = buffer_.bytes().size();
    if (!length_bytes && there > limit_bytes_) {
        skip_content(record, there);
        return;
    }
    const bool cut = length_bytes && there < length;
    record.wrong_length = !cut;
    take_content(record, cut || !length_bytes ? there : length);
    if (cut) {
        cut_ = true;
        end_early(record);
    }
}

void WarcRecords::skip_content(WarcRecord& record, std::uint64_t length_bytes) {
    record.code = "too_long";
    record.reason = "content of " + std::to_string(length_bytes) + " bytes is longer than " +
                    std::to_string(limit_bytes_) + "; raise --max-article";
    std::uint64_t left = length_bytes;
    while (left > 0) {
        buffer_.fill(2 * kBorderBytes);
        const std::string_view bytes = buffer_.bytes();
        const std::size_t shown =
            static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes.size()));
        const std::size_t at = find_record(bytes.substr(0, shown), 0, arc_);
        if (at != std::string_view::npos) {
            buffer_.drop(at);  // it said more than it has
            return;
        }
        // What is at the end may begin a record that does not show itself as one yet.
        const std::size_t kept = shown < left ? std::min(shown, kBorderBytes) : 0;
        if (shown == kept) {
            buffer_.drop(shown);  // the stream has ended
            return;
        }
        buffer_.drop(shown - kept);
        left -= shown - kept;
    }
}

}  // namespace dateline::source
