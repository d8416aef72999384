// Folding and slugs. The letters that lose their marks are named at Tokenizer in tokenizer.hpp.
#include "common/text/folding.hpp"

#include "common/base/error.hpp"
#include "common/base/hash.hpp"
#include "common/base/utf8.hpp"
#include "common/text/tokenizer.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline::text {
namespace {

constexpr std::size_t kMaxSlugBytes = 180;

/// More marks than this in a row are noise, and cost quadratic time to put in order.
/// Source: the Stream-Safe Text Format of UAX #15, section 13.
constexpr std::size_t kMaxMarksInARow = 30;

/// A letter without canonical decomposition, and the letters typed in its place.
struct PlainForm {
    char32_t letter;
    std::string_view plain;
};

constexpr std::array kPlainForms{
    PlainForm{0x00DF, "ss"},     PlainForm{0x00E6, "ae"}, PlainForm{0x00F0, "d"},
    PlainForm{0x00F8, "o"},      PlainForm{0x00FE, "th"}, PlainForm{0x0111, "d"},
    PlainForm{0x0127, "h"},      PlainForm{0x0131, "i"},  PlainForm{0x0138, "k"},
    PlainForm{0x0142, "l"},      PlainForm{0x014B, "n"},  PlainForm{0x0153, "oe"},
    PlainForm{0x0167, "t"},      PlainForm{0x0180, "b"},  PlainForm{0x01B6, "z"},
    PlainForm{0x01E5, "g"},      PlainForm{0x0237, "j"},  PlainForm{0x0268, "i"},
    PlainForm{0x0451, "\u0435"},
};
static_assert(std::is_sorted(kPlainForms.begin(),
                             kPlainForms.end(),
                             [](const PlainForm& a, const PlainForm& b) {
                                 return a.letter < b.letter;
                             }));

std::string_view plain_form(char32_t letter) {
    const auto* const found = std::lower_bound(
        kPlainForms.begin(), kPlainForms.end(), letter, [](const PlainForm& form, char32_t c) {
            return form.letter < c;
        });
    const bool exact = found != kPlainForms.end() && found->letter == letter;
    return exact ? found->plain : std::string_view{};
}

void require(UErrorCode status) {
    if (U_FAILURE(status)) {
        throw Error(ErrorCode::Internal,
                    std::string("cannot use the normalisation data of ICU: ") + u_errorName(status),
                    "check the installation of ICU");
    }
}

const icu::Normalizer2& case_folder() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
    require(status);
    return *folder;
}

const icu::Normalizer2& composer() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
    require(status);
    return *composer;
}

/// Which marks a letter loses.
enum class MarkRule : std::uint8_t { KeepAll, DropStress, DropAll };

MarkRule mark_rule(char32_t base) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(base), &status)) {
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_ARABIC:
        case USCRIPT_HEBREW:
            return MarkRule::DropAll;
        case USCRIPT_CYRILLIC:
            return MarkRule::DropStress;
        default:
            return u_isdigit(static_cast<UChar32>(base)) != 0 ? MarkRule::DropAll
                                                              : MarkRule::KeepAll;
    }
}

bool is_mark(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_dropped(char32_t mark, MarkRule rule) {
    switch (rule) {
        case MarkRule::KeepAll:
            return false;
        case MarkRule::DropStress:
            // Grave and acute that did not compose: dictionaries and encyclopaedias mark the
            // stress with them. The composed letters of Macedonian and others are left alone.
            return mark == 0x0300 || mark == 0x0301;
        case MarkRule::DropAll:
            return true;
    }
    return false;
}

void append_plain_letter(std::string& out, char32_t letter, MarkRule rule) {
    if (const std::string_view plain = plain_form(letter); !plain.empty()) {
        out += plain;
        return;
    }
    icu::UnicodeString parts;
    if (rule == MarkRule::DropAll &&
        composer().getDecomposition(static_cast<UChar32>(letter), parts) != 0) {
        for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
            const auto part = static_cast<char32_t>(parts.char32At(i));
            if (is_mark(part)) {
                continue;
            }
            const std::string_view plain = plain_form(part);  // ǿ is ø and a mark
            if (plain.empty()) {
                append_utf8(out, part);
            } else {
                out += plain;
            }
        }
        return;
    }
    append_utf8(out, letter);
}

bool is_ascii(std::string_view text) {
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// `utf8` without format characters and without marks beyond kMaxMarksInARow in a row.
std::string safe_to_normalise(std::string_view utf8) {
    std::string safe;
    safe.reserve(utf8.size());
    std::size_t marks = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const DecodedCodePoint decoded = decode_utf8(utf8, i);
        marks = is_mark(decoded.code_point) ? marks + 1 : 0;
        const bool format = u_charType(static_cast<UChar32>(decoded.code_point)) == U_FORMAT_CHAR;
        if (marks <= kMaxMarksInARow && !format) {
            safe.append(utf8.substr(i, decoded.size_bytes));
        }
        i += decoded.size_bytes;
    }
    return safe;
}

bool is_slug_character(char32_t c) {
    if (c < 0x80) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
    constexpr std::uint32_t types = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & types) != 0;
}

}  // namespace

void append_case_folded(std::string& out, std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&out);
    case_folder().normalizeUTF8(
        0,
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())),
        sink,
        nullptr,
        status);
    require(status);
}

void append_without_diacritics(std::string& out, std::string_view case_folded) {
    MarkRule rule = MarkRule::KeepAll;
    for (std::size_t i = 0; i < case_folded.size();) {
        const DecodedCodePoint decoded = decode_utf8(case_folded, i);
        const char32_t c = decoded.code_point;
        i += decoded.size_bytes;
        if (c < 0x80) {
            out.push_back(static_cast<char>(c));
            const bool takes_marks = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            rule = takes_marks ? MarkRule::DropAll : MarkRule::KeepAll;
        } else if (is_mark(c)) {
            if (!is_dropped(c, rule)) {
                append_utf8(out, c);
            }
        } else if (c != 0x0640) {  // the Arabic tatweel only makes a word longer to the eye
            rule = mark_rule(c);
            append_plain_letter(out, c, rule);
        }
    }
}

std::string fold(std::string_view utf8) {
    if (is_ascii(utf8)) {
        return ascii_lower(utf8);
    }
    std::string case_folded;
    append_case_folded(case_folded, safe_to_normalise(utf8));
    std::string folded;
    folded.reserve(case_folded.size());
    append_without_diacritics(folded, case_folded);
    return folded;
}

std::string slug(std::string_view name) {
    if (name.starts_with('~') && is_hex16(name.substr(1))) {
        return std::string(name);  // already the slug of a name without letters
    }
    const std::string folded = fold(name);
    std::string slug;
    bool pending = false;
    for (std::size_t i = 0; i < folded.size();) {
        const DecodedCodePoint decoded = decode_utf8(folded, i);
        if (is_slug_character(decoded.code_point)) {
            if (pending) {
                slug.push_back('-');
                pending = false;
            }
            slug.append(folded, i, decoded.size_bytes);
        } else {
            pending = !slug.empty();
        }
        i += decoded.size_bytes;
    }
    if (slug.empty()) {
        return "~" + hex16(hash64(name));
    }
    if (slug.size() > kMaxSlugBytes) {
        const std::string hash = hex16(hash64(slug));
        slug.resize(truncate_utf8(slug, kMaxSlugBytes - hash.size() - 1).size());
        slug += (slug.ends_with('-') ? "" : "-") + hash;
    }
    return slug;
}

}  // namespace dateline::text
