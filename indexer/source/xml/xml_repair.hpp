// Any bytes that were meant as XML made well-formed, piece by piece, before a parser sees them.
#pragma once

#include "common/text/stream_decoder.hpp"
#include "indexer/source/reader.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// A piece of a well-formed document.
struct XmlPiece {
    enum class Kind { Text, StartTag, EmptyTag, EndTag };
    Kind kind = Kind::Text;
    std::string xml;                 ///< UTF-8; text is escaped and without references
    std::uint64_t offset_bytes = 0;  ///< in the stream, of what it was made from
};

/// Text outside of all elements.
struct StrayText {
    std::uint64_t offset_bytes = 0;  ///< of its first byte
    std::uint64_t size_bytes = 0;    ///< blanks aside
};

/// Cuts a stream into tags and text, and mends on the way what a parser would stumble over.
///
/// - The encoding is found by text::StreamDecoder from the declaration and the bytes.
/// - Declarations, document types, comments and processing instructions are left out. Entities that
///   a document type declares are therefore unknown: they stay as they are written, and nothing is
///   ever expanded or loaded. See read_reference() for those that are known.
/// - Tags nest: an end tag closes the elements that were left open inside of its own, and one that
///   closes nothing is dropped. Start tags nested deeper than Limits::nesting_depth are dropped,
///   but not their text. The end of the stream closes all that is open.
/// - `<` and `&` that begin nothing are text; quotes that are missing are added (see mend_tag()).
/// - After the end of the outermost element another document may follow.
///
/// Memory: no more than Limits::article_bytes and a few blocks.
class XmlRepair {
public:
    /// @param stream, options  must outlive the object
    XmlRepair(ByteStream& stream, const SourceOptions& options);

    /// The next piece; std::nullopt at the end. Text in pieces may follow text.
    ///
    /// @throws StreamFailure as the stream does, when everything before it has been given
    [[nodiscard]] std::optional<XmlPiece> next();

    /// From now on an element called `qualified_name` may not stand inside of another: its start
    /// tag closes the one that is open. Empty: all may.
    void forbid_nesting(std::string qualified_name) { unnestable_ = std::move(qualified_name); }

    /// Whether the last piece ends the outermost element.
    [[nodiscard]] bool is_outside() const noexcept { return open_.empty() && pending_.empty(); }

    /// Whether the stream has ended inside of an element.
    [[nodiscard]] bool is_truncated() const noexcept { return truncated_; }

    /// Mendings so far: of mark-up, of bytes without a meaning, of tags nested too deep.
    [[nodiscard]] std::uint64_t repairs() const noexcept { return repairs_; }
    [[nodiscard]] std::uint64_t byte_repairs() const noexcept { return decoder_->repairs(); }
    [[nodiscard]] std::uint64_t too_deep() const noexcept { return too_deep_; }

    /// Whether the encoding was found by statistics.
    [[nodiscard]] bool is_charset_guessed() const noexcept { return decoder_->is_guessed(); }

    /// The text outside of elements since the last call; size 0 if there was none.
    [[nodiscard]] StrayText take_stray_text() noexcept;

private:
    /// The way to the end of a construct that is known not to end before `clear_until`.
    struct EndSearch {
        std::string_view terminator;
        std::uint64_t clear_until = 0;
    };

    bool fill();
    bool see(std::size_t count);
    void step();
    void finish();
    void text();
    void markup();
    void bang();
    void doctype();
    void cdata();
    void skip_past(EndSearch& search, std::size_t opening_bytes);
    void skip_declaration();
    void end_tag();
    void start_tag();
    void lone_less_than();
    [[nodiscard]] std::size_t find_end(EndSearch& search, std::size_t from, std::uint64_t limit);
    [[nodiscard]] std::size_t find_tag_end(std::size_t from, bool& is_whole);
    void give_text(std::string xml, std::size_t from);
    void give(XmlPiece::Kind kind, std::string xml, std::size_t from);
    void close(std::size_t first, std::uint64_t offset_bytes);
    [[nodiscard]] std::optional<std::size_t> find_open(std::string_view name) const;
    void note_stray(std::string_view part, std::size_t from);
    [[nodiscard]] std::uint64_t offset_at(std::size_t index) const;

    ByteStream& stream_;
    const SourceOptions& options_;
    std::optional<text::StreamDecoder> decoder_;
    std::vector<char> block_;
    std::optional<StreamFailure> failure_;
    bool ended_ = false;
    bool truncated_ = false;
    std::string window_;               ///< decoded, from `window_offset_` on
    std::uint64_t window_offset_ = 0;  ///< of the window in all that was decoded
    std::size_t at_ = 0;               ///< in the window: what comes next
    std::vector<std::string> open_;    ///< names of open elements
    std::string unnestable_;
    std::deque<XmlPiece> pending_;
    std::uint64_t repairs_ = 0;
    std::uint64_t too_deep_ = 0;
    StrayText stray_;
    bool doctype_seen_ = false;
    EndSearch comment_{"-->"};
    EndSearch instruction_{"?>"};
    EndSearch section_{"]]>"};
};

}  // namespace dateline::source
