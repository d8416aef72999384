// Endings are folded, as the words are: without accents where folding drops them. A rule gives what
// to put in place of an ending, so that each stands for one case of one declension.
#include "indexer/analysis/rules/endings.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace dateline::analysis {

namespace {

constexpr std::size_t kMinStemLetters = 3;

struct Ending {
    std::string_view ending;
    std::string_view base;
};

constexpr std::array kRussian{
    Ending{"ого", "ий"}, Ending{"ого", "ый"}, Ending{"ому", "ий"}, Ending{"ому", "ый"},
    Ending{"им", "ий"},  Ending{"ым", "ый"},  Ending{"ом", "ий"},  Ending{"ом", "ый"},
    Ending{"ому", "ое"}, Ending{"ого", "ое"}, Ending{"его", "ее"}, Ending{"ии", "ия"},
    Ending{"ию", "ия"},  Ending{"ией", "ия"}, Ending{"ом", ""},    Ending{"ем", ""},
    Ending{"ым", ""},    Ending{"а", ""},     Ending{"у", ""},     Ending{"е", ""},
    Ending{"ы", "а"},    Ending{"и", "а"},    Ending{"е", "а"},    Ending{"у", "а"},
    Ending{"ой", "а"},   Ending{"ей", "а"},   Ending{"и", "я"},    Ending{"е", "я"},
    Ending{"ю", "я"},    Ending{"ей", "я"},   Ending{"я", "ь"},    Ending{"ю", "ь"},
    Ending{"и", "ь"},    Ending{"ью", "ь"},   Ending{"ем", "ь"},   Ending{"е", "ь"},
    Ending{"я", "й"},    Ending{"ю", "й"},    Ending{"ем", "й"},   Ending{"е", "й"},
    Ending{"ой", "ая"},  Ending{"ую", "ая"},  Ending{"ах", "ы"},   Ending{"ам", "ы"},
    Ending{"ами", "ы"},  Ending{"ов", "ы"},   Ending{"", "ы"}};

constexpr std::array kUkrainian{
    Ending{"ого", "ий"}, Ending{"ому", "ий"}, Ending{"им", "ий"},   Ending{"ова", "ів"},
    Ending{"ову", "ів"}, Ending{"ові", "ів"}, Ending{"овом", "ів"}, Ending{"єва", "їв"},
    Ending{"єву", "їв"}, Ending{"єві", "їв"}, Ending{"євом", "їв"}, Ending{"ії", "ія"},
    Ending{"ію", "ія"},  Ending{"ією", "ія"}, Ending{"ою", "а"},    Ending{"ею", "а"},
    Ending{"и", "а"},    Ending{"і", "а"},    Ending{"у", "а"},     Ending{"еві", ""},
    Ending{"ові", ""},   Ending{"ом", ""},    Ending{"ем", ""},     Ending{"им", ""},
    Ending{"а", ""},     Ending{"у", ""},     Ending{"і", ""},      Ending{"я", "ь"},
    Ending{"ю", "ь"},    Ending{"і", "ь"},    Ending{"ем", "ь"},    Ending{"ю", "й"},
    Ending{"я", "й"},    Ending{"єм", "й"},   Ending{"ї", "я"},     Ending{"ю", "я"},
    Ending{"а", "о"},    Ending{"у", "о"},    Ending{"ом", "о"},    Ending{"я", "є"}};

constexpr std::array kPolish{
    Ending{"skiego", "ski"}, Ending{"skiemu", "ski"}, Ending{"skim", "ski"},
    Ending{"ckiego", "cki"}, Ending{"ckim", "cki"},   Ending{"ckiemu", "cki"},
    Ending{"sce", "ska"},    Ending{"ski", "ska"},    Ending{"ske", "ska"},
    Ending{"skiej", "ska"},  Ending{"owi", ""},       Ending{"iem", ""},
    Ending{"em", ""},        Ending{"ie", ""},        Ending{"a", ""},
    Ending{"u", ""},         Ending{"y", "a"},        Ending{"ie", "a"},
    Ending{"e", "a"},        Ending{"i", "a"},        Ending{"ii", "ia"},
    Ending{"ji", "ja"},      Ending{"iem", "o"},      Ending{"a", "o"},
    Ending{"u", "o"},        Ending{"ach", "y"},      Ending{"om", "y"},
    Ending{"ami", "y"},      Ending{"", "y"},         Ending{"ech", "y"},
    Ending{"iec", "cy"},     Ending{"czech", "cy"},   Ending{"dzie", "d"},
    Ending{"cie", "t"},      Ending{"dze", "ga"},     Ending{"rze", "r"},
    Ending{"rze", "ra"},     Ending{"ce", "ka"},      Ending{"ia", ""},
    Ending{"iu", ""}};

constexpr std::array kCzech{
    Ending{"skeho", "sky"}, Ending{"skemu", "sky"}, Ending{"skym", "sky"}, Ending{"skem", "sko"},
    Ending{"ska", "sko"},   Ending{"sku", "sko"},   Ending{"cka", "cko"},  Ending{"cku", "cko"},
    Ending{"ckem", "cko"},  Ending{"ze", "ha"},     Ending{"ovi", ""},     Ending{"em", ""},
    Ending{"e", ""},        Ending{"a", ""},        Ending{"u", ""},       Ending{"y", "a"},
    Ending{"e", "a"},       Ending{"u", "a"},       Ending{"ou", "a"},     Ending{"ovi", "a"},
    Ending{"ii", "ie"},     Ending{"ii", "ia"},     Ending{"iou", "ia"},   Ending{"a", "o"},
    Ending{"em", "o"},      Ending{"i", "e"},       Ending{"i", "a"},      Ending{"ove", "ova"},
    Ending{"ovou", "ova"},  Ending{"ne", "no"},     Ending{"iu", "io"},    Ending{"ke", "ka"},
    Ending{"ce", "ka"},     Ending{"ku", "ko"}};

constexpr std::array kSouthSlavic{
    Ending{"skog", "ska"}, Ending{"skoj", "ska"}, Ending{"sku", "ska"},  Ending{"skom", "ska"},
    Ending{"ske", "ska"},  Ending{"ckoj", "cka"}, Ending{"cke", "cka"},  Ending{"cku", "cka"},
    Ending{"om", ""},      Ending{"em", ""},      Ending{"a", ""},       Ending{"u", ""},
    Ending{"e", "a"},      Ending{"i", "a"},      Ending{"u", "a"},      Ending{"om", "a"},
    Ending{"om", "o"},     Ending{"a", "o"},      Ending{"u", "o"},      Ending{"ије", "ија"},
    Ending{"ији", "ија"},  Ending{"ију", "ија"},  Ending{"ијом", "ија"}, Ending{"ом", ""},
    Ending{"а", ""},       Ending{"у", ""},       Ending{"е", "а"},      Ending{"и", "а"},
    Ending{"у", "а"}};

constexpr std::array kGerman{Ending{"s", ""}};

constexpr std::array kHungarian{Ending{"orszagban", "orszag"},
                                Ending{"ban", ""},
                                Ending{"ben", ""},
                                Ending{"bol", ""},
                                Ending{"ba", ""},
                                Ending{"be", ""},
                                Ending{"ra", ""},
                                Ending{"re", ""},
                                Ending{"rol", ""},
                                Ending{"tol", ""},
                                Ending{"hoz", ""},
                                Ending{"hez", ""},
                                Ending{"nak", ""},
                                Ending{"nek", ""},
                                Ending{"val", ""},
                                Ending{"vel", ""},
                                Ending{"nal", ""},
                                Ending{"nel", ""},
                                Ending{"nal", "n"},
                                Ending{"nel", "n"},
                                Ending{"ig", ""},
                                Ending{"ert", ""},
                                Ending{"on", ""},
                                Ending{"en", ""},
                                Ending{"ot", ""},
                                Ending{"at", ""},
                                Ending{"et", ""},
                                Ending{"t", ""},
                                Ending{"n", ""},
                                Ending{"ppal", "p"},
                                Ending{"ssal", "s"},
                                Ending{"llal", "l"},
                                Ending{"rral", "r"}};

constexpr std::array kFinnish{
    Ending{"ngissa", "nki"}, Ending{"ngista", "nki"}, Ending{"ngin", "nki"},
    Ending{"ngille", "nki"}, Ending{"ssa", ""},       Ending{"sta", ""},
    Ending{"lla", ""},       Ending{"lta", ""},       Ending{"lle", ""},
    Ending{"n", ""},         Ending{"an", "a"},       Ending{"in", ""},
    Ending{"en", ""},        Ending{"a", ""},         Ending{"ta", ""},
    Ending{"hin", ""},       Ending{"ksi", ""},       Ending{"in", "i"},
    Ending{"issa", ""},      Ending{"ista", ""},      Ending{"iin", "i"},
    Ending{"essa", "i"},     Ending{"esta", "i"},     Ending{"en", "i"},
    Ending{"een", "i"},      Ending{"ea", "i"},       Ending{"on", "o"},
    Ending{"oon", "o"}};

constexpr std::array kEstonian{Ending{"ast", ""},
                               Ending{"asse", ""},
                               Ending{"sse", ""},
                               Ending{"st", ""},
                               Ending{"le", ""},
                               Ending{"lt", ""},
                               Ending{"ga", ""},
                               Ending{"s", ""},
                               Ending{"l", ""},
                               Ending{"as", ""},
                               Ending{"a", ""},
                               Ending{"t", ""},
                               Ending{"is", ""},
                               Ending{"i", ""}};

constexpr std::array kGreek{Ending{"ασ", "α"},
                            Ending{"ησ", "η"},
                            Ending{"α", "ασ"},
                            Ending{"η", "ησ"},
                            Ending{"ου", "οσ"},
                            Ending{"ου", "ο"},
                            Ending{"ο", "οσ"},
                            Ending{"ιου", "ι"},
                            Ending{"οισ", "α"},
                            Ending{"ων", "α"},
                            Ending{"ε", "οσ"}};

constexpr std::array kRomanian{Ending{"iei", "ia"},
                               Ending{"ei", "a"},
                               Ending{"ului", ""},
                               Ending{"ul", ""},
                               Ending{"lui", ""},
                               Ending{"ilor", ""}};

constexpr std::array kTurkic{
    Ending{"dan", ""}, Ending{"den", ""},  Ending{"tan", ""}, Ending{"ten", ""}, Ending{"nin", ""},
    Ending{"nun", ""}, Ending{"da", ""},   Ending{"de", ""},  Ending{"ta", ""},  Ending{"te", ""},
    Ending{"ya", ""},  Ending{"ye", ""},   Ending{"in", ""},  Ending{"un", ""},  Ending{"ga", ""},
    Ending{"da", ""},  Ending{"ning", ""}, Ending{"də", ""},  Ending{"dən", ""}, Ending{"yə", ""},
    Ending{"нин", ""}, Ending{"да", ""},   Ending{"де", ""},  Ending{"ға", ""},  Ending{"ның", ""}};

constexpr std::array kBaltic{Ending{"iaus", "ius"},
                             Ending{"iuje", "ius"},
                             Ending{"iui", "ius"},
                             Ending{"ijos", "ija"},
                             Ending{"ijoje", "ija"},
                             Ending{"oje", "a"},
                             Ending{"os", "a"},
                             Ending{"as", "a"},
                             Ending{"ijas", "ija"},
                             Ending{"iju", "ija"},
                             Ending{"ai", "a"},
                             Ending{"u", "a"},
                             Ending{"o", "as"},
                             Ending{"e", "as"},
                             Ending{"ui", "as"}};

constexpr std::array kBasque{Ending{"tik", ""},
                             Ending{"dik", ""},
                             Ending{"ren", ""},
                             Ending{"ko", ""},
                             Ending{"go", ""},
                             Ending{"ra", ""},
                             Ending{"an", ""},
                             Ending{"en", ""},
                             Ending{"n", ""},
                             Ending{"k", ""},
                             Ending{"ek", ""}};

struct LanguageEndings {
    std::string_view lang;
    std::span<const Ending> endings;
};

constexpr std::array kLanguages{
    LanguageEndings{"ru", kRussian},     LanguageEndings{"be", kRussian},
    LanguageEndings{"uk", kUkrainian},   LanguageEndings{"pl", kPolish},
    LanguageEndings{"cs", kCzech},       LanguageEndings{"sk", kCzech},
    LanguageEndings{"sl", kSouthSlavic}, LanguageEndings{"hr", kSouthSlavic},
    LanguageEndings{"sr", kSouthSlavic}, LanguageEndings{"bs", kSouthSlavic},
    LanguageEndings{"de", kGerman},      LanguageEndings{"sv", kGerman},
    LanguageEndings{"da", kGerman},      LanguageEndings{"no", kGerman},
    LanguageEndings{"nb", kGerman},      LanguageEndings{"nn", kGerman},
    LanguageEndings{"nl", kGerman},      LanguageEndings{"is", kGerman},
    LanguageEndings{"hu", kHungarian},   LanguageEndings{"fi", kFinnish},
    LanguageEndings{"et", kEstonian},    LanguageEndings{"el", kGreek},
    LanguageEndings{"ro", kRomanian},    LanguageEndings{"tr", kTurkic},
    LanguageEndings{"az", kTurkic},      LanguageEndings{"uz", kTurkic},
    LanguageEndings{"kk", kTurkic},      LanguageEndings{"lt", kBaltic},
    LanguageEndings{"lv", kBaltic},      LanguageEndings{"eu", kBasque}};

std::span<const Ending> endings_of(std::string_view lang) {
    const std::string_view first = lang.substr(0, lang.find('-'));
    const auto found = std::ranges::find(kLanguages, first, &LanguageEndings::lang);
    return found == kLanguages.end() ? std::span<const Ending>() : found->endings;
}

std::size_t count_letters(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(
        utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }));
}

// Conjunctions and prepositions of Arabic and Hebrew, and some of their rows. "لل" is "ل" before
// the article, which then lost its first letter.
constexpr std::array<std::string_view, 17> kPrefixes = {
    "ו", "ב", "ל", "מ", "ה", "ש", "כ", "וב", "ול", "ומ", "שב", "و", "ب", "ل", "ف", "وب", "ول"};
constexpr std::string_view kForTheArabic = "لل";
constexpr std::string_view kArabicArticle = "ال";

// Particles of Korean, and rows of two of them that are frequent in news.
constexpr std::array<std::string_view, 44> kParticles = {
    "은",     "는",     "이",   "가",   "을",   "를",     "의",   "에",   "와",   "과",   "도",
    "로",     "으로",   "만",   "에서", "에게", "께서",   "까지", "부터", "보다", "처럼", "조차",
    "마저",   "이나",   "나",   "라고", "이라", "란",     "에는", "에도", "에선", "에만", "에서는",
    "에서도", "으로는", "로는", "와의", "과의", "로부터", "측은", "측이", "측",   "산",   "발"};

}  // namespace

bool has_endings(std::string_view lang) noexcept {
    return !endings_of(lang).empty();
}

std::vector<std::string> base_forms(std::string_view lang, std::string_view folded) {
    std::vector<std::string> forms;
    for (const Ending& ending : endings_of(lang)) {
        if (!folded.ends_with(ending.ending)) {
            continue;
        }
        const std::string_view stem = folded.substr(0, folded.size() - ending.ending.size());
        const std::size_t letters = count_letters(stem);
        const bool long_base = letters + 1 == kMinStemLetters && count_letters(ending.base) > 1;
        if (letters >= kMinStemLetters || long_base) {
            forms.push_back(std::string(stem).append(ending.base));
        }
    }
    return forms;
}

std::vector<WordPart> without_prefixes(std::string_view folded) {
    static constexpr std::size_t kMinNameLetters = 2;
    std::vector<WordPart> parts;
    for (const std::string_view prefix : kPrefixes) {
        if (folded.starts_with(prefix) &&
            count_letters(folded.substr(prefix.size())) >= kMinNameLetters) {
            parts.push_back({prefix.size(), std::string(folded.substr(prefix.size()))});
        }
    }
    for (const std::string_view conjunction : {"", "و"}) {
        const std::string prefix = std::string(conjunction).append(kForTheArabic);
        if (folded.starts_with(prefix) &&
            count_letters(folded.substr(prefix.size())) >= kMinNameLetters) {
            parts.push_back(
                {prefix.size(), std::string(kArabicArticle).append(folded.substr(prefix.size()))});
        }
    }
    std::ranges::stable_sort(parts, {}, &WordPart::skipped_bytes);
    return parts;
}

std::vector<WordPart> without_particles(std::string_view folded) {
    static constexpr std::size_t kMinSyllables = 2;
    std::vector<WordPart> parts;
    for (const std::string_view particle : kParticles) {
        const std::string_view name = folded.substr(0, folded.size() - particle.size());
        if (folded.ends_with(particle) && count_letters(name) >= kMinSyllables) {
            parts.push_back({0, std::string(name)});
        }
    }
    std::ranges::stable_sort(
        parts, [](const WordPart& a, const WordPart& b) { return a.name.size() > b.name.size(); });
    return parts;
}

}  // namespace dateline::analysis
