// Signatures of file formats, from their specifications and the IANA media type registrations.
#include "indexer/source/media_type.hpp"

#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"
#include "indexer/source/xml/xml_head.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::source {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset_bytes;
    std::string_view bytes;
    std::string_view type;
};

constexpr std::array<Signature, 38> kSignatures{{
    {0, "%PDF-"sv, "application/pdf"},
    {0, "\x89PNG\r\n\x1A\n"sv, "image/png"},
    {0, "\xFF\xD8\xFF"sv, "image/jpeg"},
    {0, "GIF87a"sv, "image/gif"},
    {0, "GIF89a"sv, "image/gif"},
    {8, "WEBP"sv, "image/webp"},
    {0, "II*\0"sv, "image/tiff"},
    {0, "MM\0*"sv, "image/tiff"},
    {0, "\0\0\1\0"sv, "image/vnd.microsoft.icon"},
    {30, "[Content_Types].xml"sv, "application/vnd.openxmlformats-officedocument"},
    {30, "_rels/.rels"sv, "application/vnd.openxmlformats-officedocument"},
    {30, "mimetypeapplication/epub+zip"sv, "application/epub+zip"},
    {30, "mimetypeapplication/vnd.oasis.opendocument"sv, "application/vnd.oasis.opendocument"},
    {0, "PK\x03\x04"sv, "application/zip"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed"},
    {0, "Rar!\x1A\x07"sv, "application/vnd.rar"},
    {0, "\x1F\x8B"sv, "application/gzip"},
    {0, "BZh"sv, "application/x-bzip2"},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "application/x-xz"},
    {0, "\x28\xB5\x2F\xFD"sv, "application/zstd"},
    {257, "ustar"sv, "application/x-tar"},
    {0,
     "\x7F"
     "ELF"sv,
     "application/x-elf"},
    {0, "MZ\x90\0"sv, "application/vnd.microsoft.portable-executable"},
    {0, "\xCA\xFE\xBA\xBE"sv, "application/java-vm"},
    {0, "\0asm"sv, "application/wasm"},
    {0, "SQLite format 3\0"sv, "application/vnd.sqlite3"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "application/x-ole-storage"},
    {0, "ID3"sv, "audio/mpeg"},
    {0, "\xFF\xFB"sv, "audio/mpeg"},
    {0, "OggS"sv, "application/ogg"},
    {0, "fLaC"sv, "audio/flac"},
    {8, "WAVE"sv, "audio/vnd.wave"},
    {4, "ftyp"sv, "video/mp4"},
    {0, "\x1A\x45\xDF\xA3"sv, "video/matroska"},
    {0, "{\\rtf"sv, "application/rtf"},
    {0, "%!PS"sv, "application/postscript"},
    {0, "WARC/"sv, "application/warc"},
    {0, "PAR1"sv, "application/vnd.apache.parquet"},
}};

/// How much of the text is looked at.
constexpr std::size_t kLookedAtBytes = 16U << 10U;

/// Fewer lines than this do not show whether a text is program code.
constexpr std::size_t kMinCodeLines = 5;

bool starts_with_word(std::string_view text, std::string_view word) {
    return ascii_lower(text.substr(0, word.size())) == word;
}

/// Whether a text might have `signature` at its place: then the rest decides.
bool could_be_a_word(std::string_view signature) {
    return std::all_of(signature.begin(), signature.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

/// Whether `text` is an opening or closing tag, a comment, a declaration or a processing
/// instruction.
bool begins_markup(std::string_view text) {
    if (text.size() < 2 || text[0] != '<') {
        return false;
    }
    const char c = text[1];
    return c == '!' || c == '?' || c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string markup_type(std::string_view text) {
    for (const std::string_view start : {"<!doctype html"sv,
                                         "<html"sv,
                                         "<head"sv,
                                         "<body"sv,
                                         "<div"sv,
                                         "<p>"sv,
                                         "<h1"sv,
                                         "<table"sv,
                                         "<script"sv,
                                         "<meta"sv,
                                         "<title"sv}) {
        if (starts_with_word(text, start)) {
            return "text/html";
        }
    }
    if (starts_with_word(text, "<!--")) {
        return ascii_lower(text).find("<html") != std::string::npos ? "text/html"
                                                                    : "application/xml";
    }
    if (starts_with_word(text, "<!doctype") || starts_with_word(text, "<reuters ") ||
        starts_with_word(text, "<doc>")) {
        return "text/sgml";
    }
    return root_name(text) == "opml" ? "text/x-opml" : "application/xml";
}

/// `{"`, `[{`, `["`, with blanks between: what prose hardly begins with.
bool begins_json(std::string_view text) {
    if (text.empty() || (text[0] != '{' && text[0] != '[')) {
        return false;
    }
    const std::string_view rest = trim(text.substr(1));
    return rest.starts_with('"') || (text[0] == '[' && rest.starts_with('{')) ||
           rest.starts_with(text[0] == '{' ? '}' : ']');
}

/// Whether three lines in ten that are not blank end in `;`, `{` or `}`.
bool is_program_code(std::string_view text) {
    std::size_t lines = 0;
    std::size_t code = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty()) {
            ++lines;
            code += line.ends_with(';') || line.ends_with('{') || line.ends_with('}') ? 1 : 0;
        }
    }
    return lines >= kMinCodeLines && code * 10 >= lines * 3;
}

/// Whether at most one character in two hundred is a control character or could not be decoded.
bool is_text(std::string_view utf8) {
    std::size_t bad = 0;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < utf8.size(); ++characters) {
        const DecodedCodePoint decoded = decode_utf8(utf8, i);
        const char32_t c = decoded.code_point;
        const bool layout = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x85;
        bad += (c < 0x20 && !layout) || (c >= 0x7F && c < 0xA0 && !layout) || c == 0xFFFD ? 1 : 0;
        i += decoded.size_bytes;
    }
    // A character cut in two at the end of the head is no fault of the text.
    return bad * 200 <= characters + 200;
}

}  // namespace

std::string media_type(std::string_view head) {
    if (head.empty()) {
        return "inode/x-empty";
    }
    const std::string utf8 = text::decode_text(head.substr(0, kLookedAtBytes)).utf8;
    const bool textual = is_text(utf8);
    for (const Signature& signature : kSignatures) {
        if (head.size() > signature.offset_bytes &&
            head.substr(signature.offset_bytes).starts_with(signature.bytes) &&
            !(textual && could_be_a_word(signature.bytes))) {
            return std::string(signature.type);
        }
    }
    if (!textual) {
        return "application/octet-stream";
    }
    const std::string_view body = trim(utf8);
    if (begins_markup(body)) {
        return markup_type(body);
    }
    if (begins_json(body)) {
        return "application/json";
    }
    if (body.starts_with("#!")) {
        return "text/x-script";
    }
    return is_program_code(body) ? "text/x-source" : "text/plain";
}

}  // namespace dateline::source
