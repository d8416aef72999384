// Names in scripts that put no blanks between words: Chinese, Japanese, Thai.
#include "indexer/analysis/rules/name_search.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::analysis {

namespace {

using gazetteer::EntityKind;
using gazetteer::NameClass;
using gazetteer::NameClasses;

constexpr std::uint16_t kWorldCity = 9'500;
constexpr std::uint16_t kHomeCity = 8'500;
constexpr std::uint16_t kCapitalOfTwoKana = 11'000;
constexpr std::uint16_t kPersonInNews = 8'000;
constexpr std::size_t kMinCharacters = 2;
constexpr std::size_t kMaxKatakana = 40;  // of a name, all its parts
constexpr std::size_t kMinThaiCharacters = 4;

constexpr NameClasses kAboveCities{NameClass::Country, NameClass::Region};

// Kanji that stand before the name of a country or city as words of their own.
constexpr std::string_view kBeforePlaces = "在対駐訪反親来元前同各日米英仏独中韓露";

// Behind the name of a place these are parts of its name, or kinds of places.
constexpr std::string_view kPlaceEndings = "市省县縣州都府県区區国國道町村郡";

// Behind the name of a place these make the name of an organisation.
constexpr std::array<std::string_view, 12> kOrganisationEndings = {
    "大学", "大學", "日报", "日報", "银行", "銀行", "新聞", "电视", "晚报", "航空", "時報", "时报"};

// Behind the name of a place these make the name of a people, a language, a thing.
constexpr std::string_view kPeopleEndings = "人语語族裔式立";

// Behind names of people in Japanese.
constexpr std::array<std::string_view, 29> kJapaneseOffices = {
    "首相",   "大統領", "総裁", "総理",   "氏",     "容疑者",   "被告",   "選手",
    "監督",   "社長",   "会長", "知事",   "議員",   "都知事",   "府知事", "県知事",
    "准教授", "教授",   "外相", "防衛相", "財務相", "官房長官", "幹事長", "代表",
    "市長",   "さん",   "主席", "長官",   "委員長"};
constexpr std::array<std::string_view, 4> kJapaneseFormer = {"元", "前", "新", "現"};

// Characters of offices, which make a row before an office no name: "米国務|長官".
constexpr std::string_view kNoNameCharacters =
    "務党会省庁県員官総各両第年円者的副元前国米軍団府学科室区";

// Before and behind names of people in Chinese.
constexpr std::array<std::string_view, 26> kChineseOffices = {
    "总统",   "主席", "总理", "部长", "外长", "书记", "总书记", "市长", "省长",
    "发言人", "议员", "首相", "院长", "校长", "教授", "委员长", "司令", "大使",
    "秘书长", "先生", "女士", "總統", "總理", "部長", "發言人", "外長"};
constexpr std::string_view kChineseFamilyNames =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛"
    "叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺"
    "赖龚"
    "習习张張劉陳楊黃趙吳孫馬羅鄭謝韓馮董蕭鄧許蘇盧蔣華华温胡栗汪耿陆";

// What follows a name in Chinese news: verbs of speech, prepositions, conjunctions.
constexpr std::array<std::string_view, 40> kBehindChineseName = {
    "表示", "说",   "称", "指出", "强调", "宣布", "在",   "会见", "与",   "和",
    "同",   "对",   "的", "将",   "于",   "就",   "认为", "介绍", "主持", "出席",
    "发表", "访问", "向", "当天", "今天", "昨天", "日前", "透露", "告诉", "回应",
    "等",   "也",   "是", "已",   "説",   "說",   "稱",   "會見", "強調", "率"};

// Characters that Chinese writes foreign names with.
constexpr std::string_view kTransliteration =
    "阿埃艾爱安奥巴白拜班邦包保鲍贝本比彼宾波伯博勃布查达戴丹道德登邓迪蒂杜多厄恩尔法费芬佛弗福夫盖"
    "戈格古哈"
    "海汉赫亨胡华霍基吉加贾简杰金卡凯坎康考科克肯孔库夸拉莱兰朗劳勒雷里利莉林琳伦罗洛吕马麦曼梅门蒙"
    "米密明莫"
    "姆穆内纳娜南尼纽诺欧帕潘佩皮平普齐奇乔切丘让热瑞若萨塞桑瑟沙莎舍什史士斯丝苏索塔泰坦汤特提廷图"
    "托瓦万旺"
    "威韦维温文沃乌伍西希谢辛休雅亚扬耶伊因尤约泽扎詹兹佐鲁卢哥森顿逊蕾妮黛唐纳弥龙雅耶彻克";

bool holds(std::string_view characters, std::string_view character) {
    return !character.empty() && characters.find(character) != std::string_view::npos;
}

}  // namespace

FoundName NameSearch::rule_person(std::size_t first, std::size_t end) const {
    FoundName name;
    name.first_token = first;
    name.end_token = end;
    name.method = NameMethod::Rules;
    name.range = {text_.at(first).start_bytes, text_.at(end - 1).end_bytes};
    return name;
}

// Whether a dictionary word that is no kind of place goes over the borders of a name: "北京" in
// "北京大学".
bool NameSearch::is_cut_from_word(std::size_t token, const Reading& reading) const {
    static constexpr std::size_t kLongestWord = 16;
    const auto& words = text_.run_words();
    const std::size_t from = token > kLongestWord ? token - kLongestWord : 0;
    auto word = std::ranges::lower_bound(words, from, {}, &text::RunWord::first_token);
    for (; word != words.end() && word->first_token < reading.end_token; ++word) {
        const std::size_t end = std::size_t{word->first_token} + word->size_tokens;
        const bool over_start = word->first_token < token && end > token;
        const bool over_end = end > reading.end_token;
        const bool place_ending = end == reading.end_token + 1 && word->first_token == token &&
                                  holds(kPlaceEndings, text_.bytes(reading.end_token));
        if (over_start || (over_end && !place_ending)) {
            return true;
        }
    }
    // "諸国|連合" holds 国連. Chinese puts no signs between words that could tell.
    const bool follows_name = !names_.empty() && names_.back().end_token == token;
    if (traits_.code == "ja" && token > 0 && !follows_name &&
        text_.at(token).script == RuleScript::Han && text_.at(token).gap == RuleGap::Nothing &&
        text_.at(token - 1).script == RuleScript::Han &&
        !holds(kBeforePlaces, text_.bytes(token - 1))) {
        return true;
    }
    const std::size_t next = reading.end_token;
    if (next >= text_.size() || text_.at(next).gap != RuleGap::Nothing) {
        return false;
    }
    // "松山ケンイチ": a family name before a given name.
    if (text_.at(token).script == RuleScript::Han &&
        text_.at(next).script == RuleScript::Katakana && reading.kind == EntityKind::Place &&
        reading.importance < kWorldCity) {
        return true;
    }
    const char* const rest = text_.bytes(next).data();
    const std::size_t two = std::min(next + 1, text_.size() - 1);
    const std::string_view pair(
        rest, static_cast<std::size_t>(text_.bytes(two).data() - rest) + text_.bytes(two).size());
    return (holds(kPeopleEndings, text_.bytes(next)) && pair != "人民") ||
           std::ranges::find(kOrganisationEndings, pair) != kOrganisationEndings.end();
}

// Whether the katakana at both ends of a name are all that stand there.
bool NameSearch::is_katakana_whole(std::size_t token, std::size_t end) const {
    const auto goes_on = [&](std::size_t left) {
        return left + 1 < text_.size() && text_.at(left).script == RuleScript::Katakana &&
               text_.at(left + 1).script == RuleScript::Katakana &&
               text_.at(left + 1).gap == RuleGap::Nothing;
    };
    return (token == 0 || !goes_on(token - 1)) && !goes_on(end - 1);
}

// `ドナルド・トランプ氏`: runs of katakana before an office.
std::optional<FoundName> NameSearch::katakana_person(std::size_t token) const {
    if (text_.at(token).script != RuleScript::Katakana) {
        return std::nullopt;
    }
    std::size_t end = token + 1;
    std::size_t parts = 1;
    while (end < text_.size() && end - token < kMaxKatakana &&
           text_.at(end).script == RuleScript::Katakana &&
           (text_.at(end).gap == RuleGap::Nothing || text_.at(end).gap == RuleGap::Dot)) {
        parts += text_.at(end).gap == RuleGap::Dot ? 1U : 0U;
        ++end;
    }
    if (end >= text_.size() || text_.at(end).gap != RuleGap::Nothing ||
        !is_katakana_whole(token, end) || end - token < 3) {
        return std::nullopt;
    }
    const std::string_view rest(
        text_.bytes(end).data(),
        text_.bytes(std::min(end + 3, text_.size() - 1)).data() - text_.bytes(end).data());
    // One word before most offices is what they are of: "サッカー選手".
    static constexpr std::array<std::string_view, 4> kSure = {"氏", "容疑者", "被告", "大統領"};
    const auto begins_rest = [&](std::string_view office) { return rest.starts_with(office); };
    const bool office = parts > 1 ? std::ranges::any_of(kJapaneseOffices, begins_rest)
                                  : std::ranges::any_of(kSure, begins_rest);
    return office ? std::optional(rule_person(token, end)) : std::nullopt;
}

// The end of a name without the place of the office behind it: `橋下徹|大阪|市長`; `begin` if all
// of it is a place.
std::size_t NameSearch::without_place(std::size_t begin, std::size_t end) const {
    static constexpr std::size_t kMinPlace = 2;
    for (std::size_t first = begin; first + kMinPlace <= end; ++first) {
        const std::optional<Reading> place = lookup_.at(first);
        if (place && place->end_token >= end && place->kind == EntityKind::Place &&
            place->importance >= kHomeCity) {
            return first;
        }
    }
    return end;
}

// `岸田文雄首相`: three to five kanji before an office, from the start of their run on.
std::optional<FoundName> NameSearch::kanji_person(std::size_t token) const {
    static constexpr std::size_t kMinName = 3;
    static constexpr std::size_t kMaxName = 5;
    const bool starts = token == 0 || text_.at(token).gap != RuleGap::Nothing ||
                        text_.at(token - 1).script != RuleScript::Han ||
                        (!names_.empty() && names_.back().end_token == token);
    const bool of_date = token > 0 && text_.at(token - 1).script == RuleScript::None &&
                         text_.at(token).gap == RuleGap::Nothing;  // "5日橋下市長"
    if (!starts || of_date || text_.at(token).script != RuleScript::Han) {
        return std::nullopt;
    }
    std::size_t end = token;
    while (end < text_.size() && end - token <= kMaxName &&
           text_.at(end).script == RuleScript::Han &&
           (end == token || text_.at(end).gap == RuleGap::Nothing)) {
        const std::string_view bytes = text_.bytes(end);
        const std::string_view rest(
            bytes.data(),
            static_cast<std::size_t>(text_.bytes(text_.size() - 1).data() - bytes.data()) +
                text_.bytes(text_.size() - 1).size());
        const std::size_t former =
            std::ranges::find(kJapaneseFormer, bytes) != kJapaneseFormer.end() ? bytes.size() : 0;
        const bool office = std::ranges::any_of(kJapaneseOffices, [&](std::string_view title) {
            return rest.substr(former).starts_with(title);
        });
        if (office) {
            const std::size_t name_end = without_place(token, end);
            return name_end - token >= kMinName ? std::optional(rule_person(token, name_end))
                                                : std::nullopt;
        }
        if (holds(kNoNameCharacters, bytes)) {
            return std::nullopt;
        }
        ++end;
    }
    return std::nullopt;
}

// `发言人汪文斌表示`: a family name and one or two characters between an office and what follows
// names.
std::optional<FoundName> NameSearch::chinese_person(std::size_t token) const {
    if (text_.at(token).gap != RuleGap::Nothing || token == 0 ||
        !holds(kChineseFamilyNames, text_.bytes(token))) {
        return std::nullopt;
    }
    const char* const begin = text_.bytes(0).data();
    const char* const here = text_.bytes(token).data();
    const std::string_view before(begin, static_cast<std::size_t>(here - begin));
    const auto office = std::ranges::find_if(
        kChineseOffices, [&](std::string_view title) { return before.ends_with(title); });
    if (office == kChineseOffices.end()) {
        return std::nullopt;
    }
    const std::string_view last = text_.bytes(text_.size() - 1);
    // "王毅|将访问": the shorter name if its next character is a word that follows names.
    const bool short_one =
        token + 2 < text_.size() &&
        std::ranges::find(kBehindChineseName, text_.bytes(token + 2)) != kBehindChineseName.end();
    const std::array<std::size_t, 2> sizes =
        short_one ? std::array<std::size_t, 2>{2, 3} : std::array<std::size_t, 2>{3, 2};
    for (const std::size_t size : sizes) {
        const std::size_t end = token + size;
        if (end > text_.size() || text_.run_end(token) < end) {
            continue;
        }
        const bool at_border = end == text_.size() || text_.at(end).gap != RuleGap::Nothing;
        const std::string_view rest =
            at_border ? std::string_view()
                      : std::string_view(text_.bytes(end).data(),
                                         static_cast<std::size_t>(last.data() + last.size() -
                                                                  text_.bytes(end).data()));
        const bool followed =
            at_border || std::ranges::any_of(kBehindChineseName, [&](std::string_view word) {
                return rest.starts_with(word);
            });
        if (followed) {
            FoundName name = rule_person(token, end);
            name.honorific = {name.range.start_bytes - static_cast<std::uint32_t>(office->size()),
                              name.range.start_bytes};
            return name;
        }
    }
    return std::nullopt;
}

// `唐纳德·特朗普`: characters of foreign names on both sides of a dot.
std::optional<FoundName> NameSearch::dotted_person(std::size_t token) const {
    static constexpr std::size_t kMaxPart = 6;
    static constexpr std::size_t kMaxParts = 5;
    const auto is_foreign = [&](std::size_t i) {
        return i < text_.size() && holds(kTransliteration, text_.bytes(i));
    };
    std::size_t end = token;
    std::size_t parts = 1;
    std::size_t part_begin = token;
    while (parts <= kMaxParts && end - part_begin <= kMaxPart && is_foreign(end) &&
           (end == token || text_.at(end).gap == RuleGap::Nothing ||
            text_.at(end).gap == RuleGap::Dot)) {
        if (end > token && text_.at(end).gap == RuleGap::Dot) {
            if (end - part_begin < 2 || end - part_begin > kMaxPart) {
                return std::nullopt;
            }
            part_begin = end;
            ++parts;
        }
        ++end;
    }
    const std::size_t last_size = end - part_begin;
    const bool whole = parts > 1 && last_size >= 2 && last_size <= kMaxPart;
    return whole ? std::optional(rule_person(token, end)) : std::nullopt;
}

std::optional<FoundName> NameSearch::run_name(std::size_t token) const {
    const RuleScript script = text_.at(token).script;
    const std::optional<Reading> reading = lookup_.at(token);
    const std::size_t size = reading ? reading->end_token - token : 0;
    const std::size_t least = script == RuleScript::OtherRuns ? kMinThaiCharacters : kMinCharacters;
    // Dust, and a girl's name, rather than a country.
    static constexpr std::array<std::string_view, 2> kShortKana = {"チリ", "マリ"};
    bool take = reading && size >= least &&
                std::ranges::find(kShortKana, text_.between(token, reading->end_token)) ==
                    kShortKana.end() &&
                !is_cut_from_word(token, *reading) && is_katakana_whole(token, reading->end_token);
    if (take) {
        const FoundName name = found(token, *reading);
        const bool city =
            reading->kind == EntityKind::Place && !reading->classes.has_any(kAboveCities);
        const bool home = traits_.is_home(name.country);
        // Two kana are too many things to be a lesser city.
        const bool two_kana = script == RuleScript::Katakana && size == 2 && city;
        take = !(two_kana && reading->importance < kCapitalOfTwoKana) &&
               (!city || reading->importance >= (home ? kHomeCity : kWorldCity)) &&
               (reading->kind != EntityKind::Person || reading->importance >= kPersonInNews);
    }
    std::optional<FoundName> person;
    if (traits_.code == "ja") {
        person = script == RuleScript::Katakana ? katakana_person(token) : kanji_person(token);
    } else if (script == RuleScript::Han) {
        person = dotted_person(token);
        person = person ? person : chinese_person(token);
    }
    const bool longer = person && (!take || person->end_token > reading->end_token);
    if (longer || !take) {
        return person;
    }
    return found(token, *reading);
}

}  // namespace dateline::analysis
