// Languages: CLD2 finds them in a text, ICU's names and codes make them uniform.
#include "common/text/language.hpp"

#include "common/base/utf8.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cld2/public/compact_lang_det.h>
#include <map>
#include <utility>

namespace dateline::text {
namespace {

constexpr std::size_t kMaxDetectedBytes = 8192;

/// Longest text taken for a code or a name of a language.
constexpr std::size_t kMaxCodeBytes = 64;

/// Withdrawn codes of ISO 639-1 and what replaced them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kWithdrawn{{
    {"in", "id"},
    {"iw", "he"},
    {"ji", "yi"},
    {"jw", "jv"},
    {"mo", "ro"},
}};

/// Bibliographic codes of ISO 639-2, where they differ from the others that ICU knows.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kBibliographic{{
    {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"},
    {"cze", "cs"}, {"dut", "nl"}, {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"},
    {"gre", "el"}, {"ice", "is"}, {"mac", "mk"}, {"mao", "mi"}, {"may", "ms"},
    {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"},
}};

template <std::size_t Size>
std::string_view replacement(
    const std::array<std::pair<std::string_view, std::string_view>, Size>& pairs,
    std::string_view code) {
    const auto* const found = std::find_if(
        pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == code; });
    return found == pairs.end() ? std::string_view{} : found->second;
}

/// `code` if ICU knows it as a language of ISO 639, its code of two letters if it has one, or
/// empty.
std::string iso_code(std::string_view code) {
    for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
        const std::string_view candidate = *known;
        const bool longer = candidate.size() == 2 && code.size() == 3 &&
                            replacement(kWithdrawn, candidate).empty() &&
                            uloc_getISO3Language(*known) == code;
        if (candidate == code || longer) {
            return std::string(candidate);
        }
    }
    return {};
}

/// The code of the language `first`, which is in lower case; empty if there is none.
std::string primary_code(std::string_view first) {
    if (first.size() < 2 || first.size() > 3) {
        return {};
    }
    if (const std::string_view now = replacement(kWithdrawn, first); !now.empty()) {
        return std::string(now);
    }
    if (const std::string_view shorter = replacement(kBibliographic, first); !shorter.empty()) {
        return std::string(shorter);
    }
    if (first == "und" || first == "mul" || first == "zxx" || first == "mis") {
        return {};
    }
    return iso_code(first);
}

using CodesByName = std::map<std::string, std::string, std::less<>>;

/// English names in lower case. Made when the first name is asked for: it takes milliseconds.
const CodesByName& codes_by_name() {
    static const CodesByName codes = [] {
        CodesByName made;
        for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
            icu::UnicodeString name;
            icu::Locale(*code).getDisplayLanguage(icu::Locale::getEnglish(), name);
            std::string utf8;
            name.toUTF8String(utf8);
            made.emplace(ascii_lower(utf8), *code);
        }
        return made;
    }();
    return codes;
}

std::string code_by_name(std::string_view name) {
    if (name.size() < 4) {
        return {};  // names of three letters would be mistaken codes
    }
    const auto found = codes_by_name().find(name);
    return found == codes_by_name().end() ? std::string() : primary_code(found->second);
}

/// Whether `part` may follow the language in a tag of BCP 47 (RFC 5646, section 2.1).
bool is_subtag(std::string_view part) {
    return !part.empty() && part.size() <= 8 && std::all_of(part.begin(), part.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
}

/// `utf8` as CLD2 takes it: it refuses a text with a control character.
std::string without_controls(std::string_view utf8) {
    std::string text(truncate_utf8(utf8, kMaxDetectedBytes));
    std::replace_if(
        text.begin(),
        text.end(),
        [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == 0x7F; },
        ' ');
    return text;
}

}  // namespace

std::string detect_language(std::string_view utf8) {
    const std::string text = without_controls(utf8);
    if (!is_valid_utf8(text)) {
        return {};
    }
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    int text_bytes = 0;
    bool reliable = false;
    const CLD2::Language language = CLD2::DetectLanguageSummary(text.data(),
                                                                static_cast<int>(text.size()),
                                                                true,
                                                                languages.data(),
                                                                percents.data(),
                                                                &text_bytes,
                                                                &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE || language != languages[0]) {
        return {};
    }
    return normalise_language(CLD2::LanguageCode(language));
}

std::string normalise_language(std::string_view code) {
    if (code.size() > kMaxCodeBytes) {
        return {};
    }
    const std::string lower = ascii_lower(trim(code));
    // POSIX locales append an encoding and a modifier: en_US.UTF-8@euro.
    std::string_view rest = std::string_view(lower).substr(0, lower.find_first_of(".@"));
    std::size_t end = rest.find_first_of("-_");
    std::string tag = primary_code(rest.substr(0, end));
    if (tag.empty()) {
        return code_by_name(lower);
    }
    while (end != std::string_view::npos) {
        rest.remove_prefix(end + 1);
        end = rest.find_first_of("-_");
        const std::string_view part = rest.substr(0, end);
        if (!is_subtag(part)) {
            return {};
        }
        tag += '-';
        tag += part;
    }
    return tag;
}

}  // namespace dateline::text
