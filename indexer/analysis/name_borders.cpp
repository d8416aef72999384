// One pass for each rule, in an order in which the later ones profit from the earlier.
#include "indexer/analysis/name_borders.hpp"

#include "indexer/analysis/angle_names.hpp"
#include "indexer/analysis/name_splitter.hpp"

#include <array>
#include <set>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

// `Ministry of Law`, `Office of Utility Regulation`: what ends in the subject of an institution.
bool names_institution(std::string_view name) {
    constexpr std::array<std::string_view, 20> words{
        "Academy",     "Agency",   "Association", "Authority",  "Board",   "Bureau",    "Center",
        "Centre",      "College",  "Commission",  "Department", "Dept",    "Faculty",   "Institute",
        "Institution", "Ministry", "Office",      "School",     "Society", "University"};
    const std::size_t subject = name.rfind(' ');
    const std::string_view before = name.substr(0, subject);
    if (before.ends_with(" of") || before.ends_with(" for")) {
        return true;
    }
    bool institution = false;
    for (std::size_t begin = 0; begin < subject;) {
        const std::size_t end = name.find(' ', begin);
        const std::string_view word = name.substr(begin, end - begin);
        if (institution && (word == "of" || word == "for")) {
            return true;
        }
        institution = institution || is_in(words, word);
        begin = end + 1;
    }
    return false;
}

// Laws and papers, by what they end in.
bool is_paper(std::string_view name) {
    constexpr std::array<std::string_view, 4> papers{"Act", "Bill", "Ordinance", "Report"};
    constexpr std::array<std::string_view, 2> subjects{"Law", "Regulation"};
    return name.find(' ') != std::string_view::npos &&
           (is_in(papers, last_word(name)) ||
            (is_in(subjects, last_word(name)) && !names_institution(name)));
}

// `New York-based Acme`: the bytes before the name.
std::size_t based_bytes(std::string_view name) {
    constexpr std::string_view based = "-based ";
    const std::size_t at = name.find(based);
    return at == std::string_view::npos ? 0 : at + based.size();
}

// Brackets of a name whose start the tagger left outside: `(Far East) Ltd` of James Capel.
bool closes_bracket(std::string_view text, const NameMention& mention) {
    const std::string_view name = bytes_of(text, mention.range);
    return mention.range.start_bytes > 1 && text[mention.range.start_bytes - 1] == '(' &&
           text[mention.range.start_bytes - 2] == ' ' && name.find('(') == std::string_view::npos &&
           name.find(") ") != std::string_view::npos;
}

// `the Love Partners`, `northern Norway`: the bytes of the small word before the name.
std::size_t small_word_bytes(std::string_view name) {
    constexpr std::array<std::string_view, 28> words{
        "the",          "of",           "for",          "by",          "with",         "at",
        "in",           "to",           "from",         "its",         "said",         "includes",
        "federal",      "independent",  "conglomerate", "subsidiary",  "subsidiaries", "unit",
        "units",        "division",     "eastern",      "western",     "northern",     "southern",
        "northeastern", "northwestern", "southeastern", "southwestern"};
    const std::string_view word = first_word(name);
    const bool goes_on = word.size() + 1 < name.size() && is_capital(name[word.size() + 1]);
    return goes_on && is_in(words, word) && !is_legal_form(name.substr(word.size() + 1))
               ? word.size() + 1
               : 0;
}

// `Western creditors`, `West German yards`: an adjective, and no place.
bool is_adjective(std::string_view name, gazetteer::NameClasses classes) {
    constexpr std::array<std::string_view, 5> directions{
        "Western", "Eastern", "Northern", "Southern", "Central"};
    return is_in(directions, name) ||
           (classes.has(NameClass::PlaceAdjective) && name.find('.') == std::string_view::npos &&
            !classes.has_any(gazetteer::kPlaceClasses));
}

// `500 mln U.S. dlrs`, `Singapore dollars`: what a currency is called, and no mention of a place.
bool is_currency(std::string_view text, ByteRange range) {
    constexpr std::array<std::string_view, 9> words{
        "dollar", "dollars", "dlr", "dlrs", "Dlr", "Dlrs", "DLRS", "cents", "cts"};
    constexpr std::size_t longest_bytes = 9;
    const std::string_view behind = text.substr(range.end_bytes, longest_bytes);
    return behind.starts_with(' ') &&
           is_in(words, behind.substr(1, behind.find_first_of(" .,;:)'/-\n", 1) - 1));
}

// The end of `mention`; where it is no large place, that of one that goes on up to a
// hyphen: `New Jersey-based`.
std::uint32_t end_before_hyphen(std::string_view text,
                                const NameMention& mention,
                                const ClassesOf& classes_of) {
    constexpr std::size_t longest_bytes = 20;
    const std::uint32_t end = mention.range.end_bytes;
    const std::string_view behind = text.substr(end, longest_bytes);
    const std::size_t hyphen = behind.find_first_of(" -\n", 1);
    if (behind.size() < 2 || behind[0] != ' ' || !is_capital(behind[1]) ||
        hyphen == std::string_view::npos || behind[hyphen] != '-' ||
        classes_of(mention.range).has_any(kGreatPlaces)) {
        return end;
    }
    const ByteRange longer{mention.range.start_bytes, end + offset(hyphen)};
    return classes_of(longer).has_any(gazetteer::kPlaceClasses) ? longer.end_bytes : end;
}

// `No. 1 U.S.`: the bytes before the country, where the rest of the name is one; 0 otherwise.
std::size_t rank_bytes(std::string_view text, ByteRange range, const ClassesOf& classes_of) {
    constexpr std::string_view number = "No. ";
    const std::string_view name = bytes_of(text, range);
    if (!name.starts_with(number)) {
        return 0;
    }
    const std::size_t end = name.find_first_not_of("0123456789", number.size());
    if (end == std::string_view::npos || end == number.size() || name[end] != ' ' ||
        end + 1 == name.size()) {
        return 0;
    }
    const ByteRange rest{range.start_bytes + offset(end + 1), range.end_bytes};
    return classes_of(rest).has(NameClass::Country) ? end + 1 : 0;
}

// Whether the mention is the rest of the name before it: `and Co Ltd` of Samuel Montagu.
bool is_rest(std::string_view text, const NameMention& mention, const NameMention& before) {
    const std::string_view name = bytes_of(text, mention.range);
    return name.starts_with("and ") && is_legal_form(last_word(name)) &&
           before.type != MentionType::Place && before.honorific.empty() &&
           before.range.end_bytes + 1 == mention.range.start_bytes &&
           text[before.range.end_bytes] == ' ';
}

// `Hughes' Kistler`, `Marine Midland's O'Neill`: the bytes up to the apostrophe; 0 if there is
// none.
std::size_t owner_bytes(std::string_view name) {
    for (std::size_t at = name.find(' '); at != std::string_view::npos;
         at = name.find(' ', at + 1)) {
        const std::string_view left = name.substr(0, at);
        for (const std::string_view apostrophe : {"'", "\xE2\x80\x99"}) {
            const std::size_t size = apostrophe.size();
            if (left.ends_with('s') && left.substr(0, at - 1).ends_with(apostrophe)) {
                return at - 1 - size;
            }
            if (left.ends_with(apostrophe) && left.substr(0, at - size).ends_with('s')) {
                return at - size;
            }
        }
    }
    return 0;
}

// What the text calls organisations, and the last words of the full names of people.
struct NamesOfText {
    std::set<std::string_view> organisations;
    std::set<std::string_view> surnames;
};

NamesOfText names_of(std::string_view text, const std::vector<NameMention>& mentions) {
    NamesOfText names;
    for (const NameMention& mention : mentions) {
        const std::string_view name = bytes_of(text, mention.range);
        if (mention.type == MentionType::Org) {
            names.organisations.insert(name);
        } else if (mention.type == MentionType::Person && owner_bytes(name) == 0 &&
                   name.find(' ') != std::string_view::npos) {
            names.surnames.insert(last_word(name));
        }
    }
    return names;
}

// Who stands before the apostrophe: somebody with a full name, here or elsewhere in the text, as in
// `Elon Musk's Tesla`, unless the lists or the text know it for an organisation; else a firm.
NameMention owner_of(std::string_view text,
                     ByteRange range,
                     const NamesOfText& names,
                     const ClassesOf& classes_of) {
    NameMention owner = organisation(range);
    const std::string_view name = bytes_of(text, range);
    const bool is_full = name.find(' ') != std::string_view::npos || names.surnames.contains(name);
    if (is_full && !classes_of(range).has(NameClass::Organisation) &&
        !names.organisations.contains(name)) {
        owner.type = MentionType::Person;
    }
    return owner;
}

std::vector<NameMention> trim(std::string_view text,
                              std::vector<NameMention> mentions,
                              const ClassesOf& classes_of) {
    std::vector<NameMention> result;
    const NamesOfText names = names_of(text, mentions);
    for (NameMention& mention : mentions) {
        if (mention.type == MentionType::Org && !result.empty() &&
            is_rest(text, mention, result.back())) {
            result.back() =
                organisation({result.back().range.start_bytes, mention.range.end_bytes});
            continue;
        }
        const std::size_t small = small_word_bytes(bytes_of(text, mention.range));
        if (mention.type != MentionType::Person) {
            // `western Europe` is one of its own.
            const bool region = small > 0 && classes_of(mention.range).has(NameClass::Region);
            mention.range.start_bytes += region ? 0 : offset(small);
        } else if (const std::size_t owner = owner_bytes(bytes_of(text, mention.range));
                   owner > 0 && mention.honorific.empty()) {
            const std::uint32_t start = mention.range.start_bytes;
            result.push_back(owner_of(text, {start, start + offset(owner)}, names, classes_of));
            mention.range.start_bytes = offset(text.find(' ', start + owner) + 1);
            if (classes_of(mention.range).has(NameClass::Organisation)) {
                mention.type = MentionType::Org;
            }
        }
        if (mention.type == MentionType::Place) {
            if (is_adjective(bytes_of(text, mention.range), classes_of(mention.range)) ||
                is_currency(text, mention.range)) {
                continue;
            }
            mention.range.end_bytes = end_before_hyphen(text, mention, classes_of);
        }
        if (const std::size_t rank = rank_bytes(text, mention.range, classes_of); rank > 0) {
            mention.range.start_bytes += offset(rank);
            mention.type = MentionType::Place;
        }
        if (mention.type == MentionType::Org) {
            mention.range.start_bytes += offset(based_bytes(bytes_of(text, mention.range)));
            if (closes_bracket(text, mention) && !result.empty() &&
                result.back().range.end_bytes + 2 == mention.range.start_bytes) {
                mention.range.start_bytes = result.back().range.start_bytes;
                result.pop_back();
            }
            if (is_paper(bytes_of(text, mention.range)) &&
                !classes_of(mention.range).has(NameClass::Organisation)) {
                continue;
            }
        }
        result.push_back(mention);
    }
    return result;
}

// The end of the legal form behind `range`, or that of `range`.
std::uint32_t end_with_form(std::string_view text, ByteRange range, std::uint32_t next) {
    const std::string_view behind = text.substr(range.end_bytes, next - range.end_bytes);
    if (!behind.starts_with(' ')) {
        return range.end_bytes;
    }
    const std::string_view word = behind.substr(1, behind.find_first_of(" ,.;:<>()\n", 1) - 1);
    return is_legal_form(word) ? range.end_bytes + 1 + offset(word.size()) : range.end_bytes;
}

void settle_companies(std::string_view text, std::vector<NameMention>& mentions) {
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        NameMention& mention = mentions[i];
        const std::uint32_t next =
            i + 1 < mentions.size() ? mentions[i + 1].range.start_bytes : offset(text.size());
        mention.range.end_bytes = end_with_form(text, mention.range, next);
        const std::string_view name = bytes_of(text, mention.range);
        if (mention.type != MentionType::Org && name.find(' ') != std::string_view::npos &&
            is_legal_form(last_word(name))) {
            mention.type = MentionType::Org;
            mention.honorific = {};
        }
    }
}

}  // namespace

std::vector<NameMention> settle_borders(std::string_view text,
                                        std::vector<NameMention> mentions,
                                        const ClassesOf& classes_of) {
    mentions = trim(text, read_angles(text, std::move(mentions)), classes_of);
    settle_companies(text, mentions);
    return split_names(text, mentions, classes_of);
}

}  // namespace dateline::analysis
