// Decides on an encoding as late as possible and converts with ICU what is not UTF-8.
#include "common/text/stream_decoder.hpp"

#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::text {
namespace {

using namespace std::string_view_literals;

/// How much of the stream decides on its encoding.
constexpr std::size_t kDecideBytes = 64U << 10U;

struct CloseConverter {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};

bool is_ascii(char c) noexcept {
    return static_cast<unsigned char>(c) < 0x80;
}

/// Where a multi-byte sequence begins that the end of `bytes` may cut in two; else the size.
std::size_t whole_size(std::string_view bytes) noexcept {
    const std::size_t first = bytes.size() > 3 ? bytes.size() - 3 : 0;
    for (std::size_t i = bytes.size(); i-- > first;) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte < 0x80) {
            return bytes.size();
        }
        if (byte >= 0xC2) {
            const std::size_t needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return bytes.size() - i < needed ? i : bytes.size();
        }
    }
    return bytes.size();
}

}  // namespace

/// An open converter and the first half of a surrogate pair that two calls cut in two.
struct StreamDecoder::Conversion {
    std::unique_ptr<UConverter, CloseConverter> converter;
    char32_t high = 0;
};

StreamDecoder::StreamDecoder(std::string declared_charset)
    : declared_(std::move(declared_charset)), anchors_{{0, 0, false}} {}

StreamDecoder::~StreamDecoder() = default;

void StreamDecoder::anchor(std::uint64_t utf8_bytes, std::uint64_t source_bytes, bool repaired) {
    anchors_.push_back({utf8_bytes, source_bytes, repaired});
}

void StreamDecoder::use(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    auto conversion = std::make_unique<Conversion>();
    conversion->converter.reset(ucnv_open(charset.c_str(), &status));
    if (U_SUCCESS(status) != 0) {
        conversion_ = std::move(conversion);
        charset_ = charset;
    }
}

void StreamDecoder::decide_by_mark(std::string_view bytes) {
    struct Beginning {
        std::string_view bytes;
        std::string_view charset;
        std::size_t mark_bytes;
    };
    // Unicode 15, table 23-6, and `<` as XML 1.0, appendix F, finds it.
    constexpr std::array<Beginning, 7> beginnings{{{"\xEF\xBB\xBF"sv, "UTF-8", 3},
                                                   {"\xFF\xFE\0\0"sv, "UTF-32LE", 4},
                                                   {"\0\0\xFE\xFF"sv, "UTF-32BE", 4},
                                                   {"\xFF\xFE"sv, "UTF-16LE", 2},
                                                   {"\xFE\xFF"sv, "UTF-16BE", 2},
                                                   {"<\0"sv, "UTF-16LE", 0},
                                                   {"\0<"sv, "UTF-16BE", 0}}};
    const auto* found = std::find_if(beginnings.begin(), beginnings.end(), [&](const auto& row) {
        return bytes.starts_with(row.bytes);
    });
    if (found == beginnings.end()) {
        return;
    }
    decided_ = true;
    source_bytes_ = found->mark_bytes;
    anchor(0, source_bytes_, false);
    if (found->charset != "UTF-8") {
        use(std::string(found->charset));
    }
}

void StreamDecoder::decide(std::string_view bytes) {
    const auto* first =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return !is_ascii(c); });
    const std::string lower = ascii_lower(declared_);
    const bool stateful = lower.starts_with("iso-2022") || lower.starts_with("hz");
    if (first == bytes.end() && !stateful) {
        return;
    }
    std::string_view shown = bytes.substr(static_cast<std::size_t>(first - bytes.begin()));
    shown = shown.substr(0, kDecideBytes);
    const std::string_view whole = shown.substr(0, whole_size(shown));
    if (whole.empty() && !stateful) {
        return;
    }
    decided_ = true;
    // What says that it is in wide characters and begins with a readable byte is not.
    const bool wide = lower.starts_with("utf-16") || lower.starts_with("utf-32") ||
                      lower.starts_with("ucs-") || lower.starts_with("iso-10646");
    const bool says_utf8 = lower == "utf-8" || lower == "utf8";
    const ChosenCharset chosen =
        choose_charset(whole, wide || says_utf8 ? std::string() : declared_);
    // A byte or two do not outweigh a declaration of UTF-8, since the fallback reads them as well.
    constexpr std::ptrdiff_t few = 3;
    const bool too_few =
        std::count_if(whole.begin(), whole.end(), [](char c) { return !is_ascii(c); }) < few;
    if (chosen.name == "UTF-8" || (says_utf8 && too_few)) {
        return;
    }
    guessed_ = chosen.guessed;
    use(chosen.name);
}

std::string StreamDecoder::decode(std::string_view bytes, bool is_last) {
    std::string joined;
    if (!cut_.empty()) {
        joined = std::exchange(cut_, {}) + std::string(bytes);
        bytes = joined;
    }
    if (!started_ && !bytes.empty()) {
        started_ = true;
        decide_by_mark(bytes);
        bytes.remove_prefix(static_cast<std::size_t>(source_bytes_));
    }
    if (!decided_) {
        decide(bytes);
    }
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    if (conversion_ != nullptr) {
        convert_block(bytes, is_last, out);
    } else {
        decode_utf8_block(bytes, is_last, out);
    }
    utf8_bytes_ += out.size();
    return out;
}

std::string StreamDecoder::fallback_character(char byte) const {
    const std::string_view one(&byte, 1);
    if (is_known_charset(declared_)) {
        DecodedText decoded = decode_text(one, declared_);
        if (decoded.replaced == 0 && !decoded.guessed) {
            return std::move(decoded.utf8);
        }
    }
    return decode_text(one, "windows-1252").utf8;
}

void StreamDecoder::decode_utf8_block(std::string_view bytes, bool is_last, std::string& out) {
    if (!is_last) {
        const std::size_t whole = whole_size(bytes);
        cut_ = bytes.substr(whole);
        bytes = bytes.substr(0, whole);
    }
    if (is_valid_utf8(bytes)) {
        out = bytes;
        source_bytes_ += bytes.size();
        return;
    }
    std::size_t sound_from = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const DecodedCodePoint decoded = decode_utf8(bytes, i);
        if (!decoded.valid) {
            out += bytes.substr(sound_from, i - sound_from);
            for (const char byte : bytes.substr(i, decoded.size_bytes)) {
                out += fallback_character(byte);
            }
            sound_from = i + decoded.size_bytes;
            anchor(utf8_bytes_ + out.size(), source_bytes_ + sound_from, true);
        }
        i += decoded.size_bytes;
    }
    out += bytes.substr(sound_from);
    source_bytes_ += bytes.size();
}

void StreamDecoder::convert_block(std::string_view bytes, bool is_last, std::string& out) {
    constexpr char32_t replacement = 0xFFFD;
    std::array<UChar, 4096> units{};
    std::array<std::int32_t, 4096> offsets{};
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    UErrorCode status = U_ZERO_ERROR;
    do {
        const std::uint64_t base =
            source_bytes_ + static_cast<std::uint64_t>(source - bytes.data());
        status = U_ZERO_ERROR;
        UChar* target = units.data();
        ucnv_toUnicode(conversion_->converter.get(),
                       &target,
                       units.data() + units.size(),
                       &source,
                       end,
                       offsets.data(),
                       is_last ? 1 : 0,
                       &status);
        const auto count = static_cast<std::size_t>(target - units.data());
        for (std::size_t i = 0; i < count; ++i) {
            const char32_t unit = units[i];
            const std::uint64_t at =
                base + static_cast<std::uint64_t>(std::max<std::int32_t>(offsets[i], 0));
            if (unit == U'<') {
                anchor(utf8_bytes_ + out.size(), at, false);
            }
            if (unit >= 0xD800 && unit <= 0xDBFF) {
                conversion_->high = unit;
                continue;
            }
            const bool pair = unit >= 0xDC00 && unit <= 0xDFFF && conversion_->high != 0;
            append_utf8(
                out,
                pair ? 0x10000 + ((conversion_->high - 0xD800) << 10U) + (unit - 0xDC00) : unit);
            conversion_->high = 0;
            if (unit == replacement) {
                anchor(utf8_bytes_ + out.size(), at + 1, true);
            }
        }
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    source_bytes_ += bytes.size();
    anchor(utf8_bytes_ + out.size(), source_bytes_, false);
}

std::uint64_t StreamDecoder::source_offset(std::uint64_t utf8_offset) const {
    auto after = std::upper_bound(
        anchors_.begin(), anchors_.end(), utf8_offset, [](std::uint64_t offset, const Anchor& a) {
            return offset < a.utf8_bytes;
        });
    const Anchor& before = *(after == anchors_.begin() ? after : after - 1);
    return before.source_bytes + (utf8_offset - std::min(utf8_offset, before.utf8_bytes));
}

void StreamDecoder::forget_before(std::uint64_t utf8_offset) {
    while (anchors_.size() > 1 && anchors_[1].utf8_bytes <= utf8_offset) {
        anchors_.pop_front();
        repairs_ += anchors_.front().repaired ? 1 : 0;
    }
}

}  // namespace dateline::text
