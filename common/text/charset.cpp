// Encoding detection and conversion with ICU's converters and detector.
#include "common/text/charset.hpp"

#include "common/base/utf8.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>

namespace dateline::text {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const noexcept { ucsdet_close(detector); }
};
using Detector = std::unique_ptr<UCharsetDetector, CloseDetector>;

/// How much of the text the detector looks at, and the confidence (0 to 100) below which its word
/// is not worth more than the most common encoding of the web.
constexpr std::size_t kDetectBytes = 64U << 10U;
constexpr std::int32_t kMinConfidence = 20;

struct Mark {
    std::string_view bytes;
    std::string_view charset;
};

/// Unicode 15, table 23-6. UTF-32LE stands before UTF-16LE, whose mark it begins with.
constexpr std::array<Mark, 5> kMarks{{{{"\xEF\xBB\xBF", 3}, "UTF-8"},
                                      {{"\xFF\xFE\x00\x00", 4}, "UTF-32LE"},
                                      {{"\x00\x00\xFE\xFF", 4}, "UTF-32BE"},
                                      {{"\xFF\xFE", 2}, "UTF-16LE"},
                                      {{"\xFE\xFF", 2}, "UTF-16BE"}}};

DecodedText decode_utf8_text(std::string_view bytes) {
    RepairedText repaired = repair_utf8(bytes);
    return {std::move(repaired.text), "UTF-8", repaired.replaced, false};
}

void append_utf16(std::string& out, const UChar* begin, const UChar* end, char32_t& high) {
    for (const UChar* unit = begin; unit != end; ++unit) {
        const char32_t value = *unit;
        if (value >= 0xD800 && value <= 0xDBFF) {
            high = value;
        } else if (value >= 0xDC00 && value <= 0xDFFF && high != 0) {
            append_utf8(out, 0x10000 + ((high - 0xD800) << 10U) + (value - 0xDC00));
            high = 0;
        } else {
            append_utf8(out, value);
            high = 0;
        }
    }
}

std::uint64_t count_replacements(std::string_view utf8) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::uint64_t count = 0;
    for (std::size_t at = utf8.find(replacement); at != std::string_view::npos;
         at = utf8.find(replacement, at + replacement.size())) {
        ++count;
    }
    return count;
}

/// `bytes` by ICU's converter for `charset`; std::nullopt if ICU has none.
std::optional<DecodedText> convert(std::string_view bytes, const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(charset.c_str(), &status));
    if (U_FAILURE(status) != 0) {
        return std::nullopt;
    }
    DecodedText decoded;
    decoded.charset = charset;
    decoded.utf8.reserve(bytes.size() + bytes.size() / 4);
    std::array<UChar, 4096> units{};
    const char* source = bytes.data();
    const char* const source_end = source + bytes.size();
    char32_t high = 0;
    do {
        status = U_ZERO_ERROR;
        UChar* target = units.data();
        ucnv_toUnicode(converter.get(),
                       &target,
                       units.data() + units.size(),
                       &source,
                       source_end,
                       nullptr,
                       1,
                       &status);
        append_utf16(decoded.utf8, units.data(), target, high);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    decoded.replaced = count_replacements(decoded.utf8);
    return decoded;
}

/// Whether `bytes`, which are not valid UTF-8, are nearly so: at least nine in ten sequences that
/// are not ASCII are sound.
bool is_mostly_utf8(std::string_view bytes) {
    std::size_t sound = 0;
    std::size_t broken = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const DecodedCodePoint decoded = decode_utf8(bytes, i);
        if (!decoded.valid) {
            ++broken;
        } else if (decoded.size_bytes > 1) {
            ++sound;
        }
        i += decoded.size_bytes;
    }
    return sound >= 3 && broken * 9 <= sound;
}

struct Alias {
    std::string_view name;
    std::string_view meant;
};

/// Names under which documents declare an encoding but mean a larger one (WHATWG Encoding Standard,
/// section 4.2), where ICU takes them at their word, and the short name of MacRoman.
constexpr std::array<Alias, 26> kAliases{{{"iso-8859-1", "windows-1252"},
                                          {"iso8859-1", "windows-1252"},
                                          {"iso_8859-1", "windows-1252"},
                                          {"latin1", "windows-1252"},
                                          {"latin-1", "windows-1252"},
                                          {"l1", "windows-1252"},
                                          {"us-ascii", "windows-1252"},
                                          {"ascii", "windows-1252"},
                                          {"iso-8859-9", "windows-1254"},
                                          {"latin5", "windows-1254"},
                                          {"iso-8859-11", "windows-874"},
                                          {"tis-620", "windows-874"},
                                          {"gb2312", "gb18030"},
                                          {"gb_2312-80", "gb18030"},
                                          {"gbk", "gb18030"},
                                          {"shift_jis", "windows-31j"},
                                          {"shift-jis", "windows-31j"},
                                          {"sjis", "windows-31j"},
                                          {"x-sjis", "windows-31j"},
                                          {"euc-kr", "windows-949"},
                                          {"ks_c_5601-1987", "windows-949"},
                                          {"ksc5601", "windows-949"},
                                          {"big5", "big5-hkscs"},
                                          {"macroman", "macintosh"},
                                          {"mac-roman", "macintosh"},
                                          {"utf8", "utf-8"}}};

/// The name to hand to ICU.
std::string effective_charset(std::string_view name) {
    const std::string lower = ascii_lower(trim(name));
    const auto alias = std::find_if(
        kAliases.begin(), kAliases.end(), [&](const Alias& row) { return row.name == lower; });
    return alias == kAliases.end() ? lower : std::string(alias->meant);
}

std::string detect(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const Detector detector(ucsdet_open(&status));
    if (U_FAILURE(status) != 0) {
        return "windows-1252";
    }
    const std::string_view head = bytes.substr(0, kDetectBytes);
    ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) != 0 || match == nullptr ||
        ucsdet_getConfidence(match, &status) < kMinConfidence) {
        return "windows-1252";
    }
    const char* name = ucsdet_getName(match, &status);
    const std::string_view found = U_FAILURE(status) == 0 && name != nullptr ? name : "";
    const bool western = found.empty() || found == "ISO-8859-1" || found == "UTF-8";
    return western ? "windows-1252" : std::string(found);
}

}  // namespace

bool is_known_charset(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(effective_charset(name).c_str(), &status));
    return U_SUCCESS(status) != 0 && !trim(name).empty();
}

ChosenCharset choose_charset(std::string_view bytes, std::string_view declared_charset) {
    const std::string declared = effective_charset(declared_charset);
    const bool stateful = declared.starts_with("iso-2022") || declared.starts_with("hz");
    if (!stateful && is_valid_utf8(bytes)) {
        return {"UTF-8", false};
    }
    const bool says_utf8 = declared == "utf-8";
    if (!says_utf8 && is_known_charset(declared)) {
        return {declared, false};
    }
    if (says_utf8 || is_mostly_utf8(bytes)) {
        return {"UTF-8", false};
    }
    return {detect(bytes), true};
}

DecodedText decode_text(std::string_view bytes, std::string_view declared_charset) {
    for (const Mark& mark : kMarks) {
        if (bytes.starts_with(mark.bytes)) {
            const std::string_view rest = bytes.substr(mark.bytes.size());
            if (mark.charset == "UTF-8") {
                return decode_utf8_text(rest);
            }
            if (auto decoded = convert(rest, std::string(mark.charset))) {
                return *std::move(decoded);
            }
        }
    }
    const ChosenCharset chosen = choose_charset(bytes, declared_charset);
    std::optional<DecodedText> decoded;
    if (chosen.name != "UTF-8") {
        decoded = convert(bytes, chosen.name);
    }
    if (!decoded) {
        decoded = decode_utf8_text(bytes);
    }
    decoded->guessed = chosen.guessed;
    return *std::move(decoded);
}

}  // namespace dateline::text
