// Bytes of any encoding made UTF-8 piece by piece, with a way back to their offsets.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::text {

/// Decodes a stream whose end is not known yet. The encoding is decided at the first byte that is
/// not ASCII, by what decode_text() would take for the piece that begins there; a byte order mark
/// or, in UTF-16, the zero bytes of the first character go before all.
///
/// A stream taken for UTF-8 stays so: each byte that has no meaning in it is read in the declared
/// encoding if that has one byte a character, else as windows-1252, and counted. So a few broken
/// bytes never cost more than themselves.
class StreamDecoder {
public:
    /// @param declared_charset  what the stream or the user says; empty: unknown
    explicit StreamDecoder(std::string declared_charset = {});
    ~StreamDecoder();
    StreamDecoder(const StreamDecoder&) = delete;
    StreamDecoder& operator=(const StreamDecoder&) = delete;

    /// The next `bytes` as valid UTF-8; a character that they cut in two is kept for the next call.
    /// The first call should have at least 4 bytes, and the better 4 KiB.
    ///
    /// @param is_last  nothing follows: a character cut in two is broken
    [[nodiscard]] std::string decode(std::string_view bytes, bool is_last);

    /// The offset in the stream of the byte at `utf8_offset` of what was decoded: exact for every
    /// `<` and everywhere in UTF-8; elsewhere near it.
    [[nodiscard]] std::uint64_t source_offset(std::uint64_t utf8_offset) const;

    /// Says that no offset before `utf8_offset` will be asked for; adds the repairs before it to
    /// repairs().
    void forget_before(std::uint64_t utf8_offset);

    /// Byte sequences without a meaning in the encoding, before the last forget_before().
    [[nodiscard]] std::uint64_t repairs() const noexcept { return repairs_; }

    /// The encoding that was taken; `UTF-8` while all bytes are ASCII.
    [[nodiscard]] const std::string& charset() const noexcept { return charset_; }

    /// Whether the encoding was found by statistics, because none was declared or the declaration
    /// cannot be true.
    [[nodiscard]] bool is_guessed() const noexcept { return guessed_; }

private:
    struct Anchor {
        std::uint64_t utf8_bytes;    ///< offset in what was decoded
        std::uint64_t source_bytes;  ///< offset in the stream
        bool repaired;               ///< a repaired sequence stands just before it
    };
    struct Conversion;

    void decide_by_mark(std::string_view bytes);
    void decide(std::string_view bytes);
    void use(const std::string& charset);
    void decode_utf8_block(std::string_view bytes, bool is_last, std::string& out);
    void convert_block(std::string_view bytes, bool is_last, std::string& out);
    [[nodiscard]] std::string fallback_character(char byte) const;
    void anchor(std::uint64_t utf8_bytes, std::uint64_t source_bytes, bool repaired);

    std::string declared_;
    std::string charset_ = "UTF-8";
    bool started_ = false;
    bool decided_ = false;
    bool guessed_ = false;
    std::unique_ptr<Conversion> conversion_;  ///< null in UTF-8
    std::string cut_;                         ///< beginning of a character that goes on
    std::uint64_t utf8_bytes_ = 0;            ///< decoded so far
    std::uint64_t source_bytes_ = 0;          ///< used so far, without `cut_`
    std::uint64_t repairs_ = 0;
    std::deque<Anchor> anchors_;  ///< ascending; the first is at or before all that may be asked
};

}  // namespace dateline::text
