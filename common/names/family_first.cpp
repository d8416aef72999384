// The family names are few, the given names of these languages have few syllables.
#include "common/names/family_first.hpp"

#include <algorithm>
#include <array>

namespace dateline::names {

namespace {

constexpr std::array kFamilyNames = std::to_array<std::string_view>({
    "ahn",   "an",    "bae",   "bai",   "baek",  "ban",   "bang",   "bao",    "bo",    "bui",
    "cai",   "cao",   "cha",   "chang", "chen",  "cheng", "cheong", "chiang", "cho",   "choe",
    "choi",  "chou",  "chu",   "chun",  "chung", "cui",   "dai",    "dang",   "deng",  "ding",
    "dinh",  "do",    "dong",  "du",    "duong", "fan",   "fang",   "feng",   "fu",    "gao",
    "gong",  "gu",    "guo",   "ha",    "han",   "hao",   "he",     "ho",     "hoang", "hong",
    "hou",   "hu",    "hua",   "huang", "hui",   "hung",  "hwang",  "im",     "jang",  "jeon",
    "jeong", "ji",    "jia",   "jiang", "jin",   "jo",    "joo",    "ju",     "jung",  "kang",
    "kim",   "ko",    "koo",   "kwak",  "kwon",  "lai",   "lam",    "lau",    "lee",   "lei",
    "leung", "li",    "liang", "liao",  "lim",   "lin",   "liu",    "lu",     "luo",   "luong",
    "ma",    "mao",   "meng",  "min",   "moon",  "na",    "nam",    "nguyen", "nie",   "no",
    "noh",   "oh",    "pan",   "park",  "peng",  "pham",  "phan",   "qian",   "qiao",  "qin",
    "qiu",   "ren",   "rhee",  "roh",   "ryu",   "seo",   "shao",   "shen",   "shi",   "shin",
    "sim",   "sin",   "so",    "soh",   "son",   "song",  "suh",    "sun",    "sung",  "tan",
    "tang",  "tao",   "teng",  "tian",  "to",    "tran",  "tsai",   "tsang",  "tse",   "tung",
    "vo",    "vu",    "wan",   "wang",  "wei",   "wen",   "wong",   "woo",    "wu",    "xi",
    "xia",   "xiao",  "xie",   "xu",    "yan",   "yang",  "yao",    "ye",     "yeung", "yi",
    "yim",   "yin",   "yoo",   "yoon",  "you",   "yu",    "yuan",   "yun",    "zeng",  "zhang",
    "zhao",  "zheng", "zhong", "zhou",  "zhu",   "zou",
});

// A rough test of one or two syllables of these languages: what they end in, and pairs of letters
// that they do not have.
bool is_short_syllables(std::string_view folded) {
    constexpr std::size_t kMostBytes = 9;  // zhuangzhi
    constexpr std::string_view kEnds = "aeiouyngrkpmtcl";
    constexpr std::array kForeign = std::to_array<std::string_view>(
        {"ll", "mp", "lb", "rd", "st", "tt", "ss", "rt", "nd", "ld", "ck",
         "rs", "br", "cr", "ff", "pp", "rn", "rr", "v",  "io", "ea", "ey"});
    const bool foreign = std::any_of(kForeign.begin(), kForeign.end(), [&](std::string_view pair) {
        return folded.find(pair, 1) != std::string_view::npos;
    });
    return folded.size() <= kMostBytes && !foreign &&
           kEnds.find(folded.back()) != std::string_view::npos;
}

}  // namespace

bool is_family_first(const PersonName& name) {
    const std::vector<NameWord> words = without_particles(name.words);
    if (words.size() < 2 || words.size() > 4 || !name.nicknames.empty()) {
        return false;
    }
    const auto is_family = [](const NameWord& word) {
        return std::find(kFamilyNames.begin(), kFamilyNames.end(), word.folded) !=
               kFamilyNames.end();
    };
    const bool syllables = std::all_of(words.begin(), words.end(), [](const NameWord& word) {
        return word.part == NamePart::Plain && is_short_syllables(word.folded);
    });
    // A name of two words that ends in a family name too (Lee Chang) may be either.
    return syllables && is_family(words.front()) && (words.size() > 2 || !is_family(words.back()));
}

}  // namespace dateline::names
