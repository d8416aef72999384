// The records of a web archive: WARC 0.17 to 1.1 (ISO 28500) and ARC 1 and 2.
#pragma once

#include "indexer/source/header_fields.hpp"
#include "indexer/source/input/record_buffer.hpp"
#include "indexer/source/reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// One record, or bytes that are none.
struct WarcRecord {
    std::uint64_t offset_bytes = 0;  ///< of its first byte in the decompressed stream
    std::uint64_t number = 0;        ///< 0-based
    HeaderFields fields;             ///< those of an ARC record have WARC's names
    std::string content;             ///< without the empty lines after it
    bool wrong_length = false;       ///< Content-Length is missing or not true, but was made good
    bool incomplete = false;         ///< the stream ends inside the content
    std::string code;                ///< not empty: it cannot be used; the content is empty
    std::string reason;
};

/// Whether `head` begins a WARC file or an ARC file.
[[nodiscard]] bool is_warc(std::string_view head) noexcept;
[[nodiscard]] bool is_arc(std::string_view head) noexcept;

/// Cuts a stream into records, in memory bounded by the longest content.
///
/// A Content-Length that is not true is made good by looking for the line with which the next
/// record begins: `wrong_length`. What is no record is one record with the code `stray_bytes`, up
/// to the next that is; a content over the limit is `too_long`, and skipped without being kept.
/// After damage that can be resumed there is one record with the failure's code; after a content
/// with which the stream ends too early there is one with the code `truncated`.
class WarcRecords {
public:
    /// @param stream  must outlive the object
    /// @param limit_bytes  of a content
    WarcRecords(ByteStream& stream, std::uint64_t limit_bytes)
        : buffer_(stream), limit_bytes_(limit_bytes) {}

    /// The next record; std::nullopt at the end.
    ///
    /// @throws StreamFailure as the stream does, once everything before it was given
    [[nodiscard]] std::optional<WarcRecord> next();

private:
    [[nodiscard]] bool at_record();
    [[nodiscard]] bool skip_line_ends();
    [[nodiscard]] WarcRecord new_record();
    [[nodiscard]] bool skip_to_record();
    bool read_head(WarcRecord& record);
    void read_content(WarcRecord& record, std::optional<std::uint64_t> length_bytes);
    void take_content(WarcRecord& record, std::size_t size_bytes);
    [[nodiscard]] bool record_follows(std::size_t size_bytes);
    [[nodiscard]] std::optional<std::size_t> find_end(std::size_t from);
    void skip_content(WarcRecord& record, std::uint64_t length_bytes);
    void end_early(WarcRecord& record);

    RecordBuffer buffer_;
    std::uint64_t limit_bytes_;
    std::uint64_t count_ = 0;
    bool arc_ = false;
    bool cut_ = false;  ///< the last content ended with the stream, to be reported
};

}  // namespace dateline::source
