// The names in a byline, without the words, roles, dates and addresses around them.
#include "indexer/source/byline.hpp"

#include "common/base/utf8.hpp"
#include "common/text/folding.hpp"
#include "common/time/month_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::source {
namespace {

constexpr std::size_t kMaxAuthors = 20;
constexpr std::size_t kMaxBylineBytes = 2000;
constexpr std::size_t kMaxNameBytes = 200;
/// Longer parts are sentences.
constexpr std::size_t kMaxNameWords = 8;

std::string fold(std::string_view text) {
    std::string cased;
    text::append_case_folded(cased, text);
    std::string folded;
    text::append_without_diacritics(folded, cased);
    return folded;
}

/// Words before a name, folded; those that end in a letter need a blank or a colon behind them.
constexpr auto kLeading = std::to_array<std::string_view>({"written by",
                                                           "posted by",
                                                           "reported by",
                                                           "reporting by",
                                                           "published by",
                                                           "story by",
                                                           "words by",
                                                           "by",
                                                           "author",
                                                           "authors",
                                                           "publicado por",
                                                           "escrito por",
                                                           "texto",
                                                           "por",
                                                           "autor",
                                                           "autora",
                                                           "autores",
                                                           "redaccion",
                                                           "ecrit par",
                                                           "propos recueillis par",
                                                           "publie par",
                                                           "texte",
                                                           "par",
                                                           "auteur",
                                                           "auteurs",
                                                           "ein beitrag von",
                                                           "ein artikel von",
                                                           "eine analyse von",
                                                           "ein kommentar von",
                                                           "von",
                                                           "text",
                                                           "autorin",
                                                           "a cura di",
                                                           "scritto da",
                                                           "articolo di",
                                                           "testo di",
                                                           "di",
                                                           "da",
                                                           "door",
                                                           "geschreven door",
                                                           "tekst",
                                                           "af",
                                                           "av",
                                                           "skrevet av",
                                                           "skrevet af",
                                                           "teksti",
                                                           "opracowal",
                                                           "opracowala",
                                                           "autorzy",
                                                           "napisal",
                                                           "pise",
                                                           "autori",
                                                           "scris de",
                                                           "de",
                                                           "szerzo",
                                                           "irta",
                                                           "yazan",
                                                           "haber",
                                                           "oleh",
                                                           "penulis",
                                                           "reporter",
                                                           "автор",
                                                           "авторы",
                                                           "текст",
                                                           "tac gia",
                                                           "بقلم",
                                                           "الكاتب",
                                                           "نویسنده",
                                                           "מאת",
                                                           "συντακτης",
                                                           "γραφει",
                                                           "लेखक",
                                                           "द्वारा",
                                                           "foto und text",
                                                           "text und foto",
                                                           "كتب",
                                                           "โดย",
                                                           "muhabir",
                                                           "yazar",
                                                           "imechapishwa na",
                                                           "na mwandishi",
                                                           "dipublikasikan oleh",
                                                           "نوشته",
                                                           "گزارش",
                                                           "প্রতিবেদক"});

/// The same where no blank follows.
constexpr auto kLeadingTight = std::to_array<std::string_view>({"记者：",
                                                                "记者:",
                                                                "記者：",
                                                                "記者:",
                                                                "作者：",
                                                                "作者:",
                                                                "文／",
                                                                "文/",
                                                                "文：",
                                                                "文:",
                                                                "撰文：",
                                                                "记者",
                                                                "記者"});

/// Words behind a name.
constexpr auto kTrailing = std::to_array<std::string_view>({" 기자",
                                                            "기자",
                                                            " 특파원",
                                                            " 記者",
                                                            "記者",
                                                            "记者",
                                                            " staff writer",
                                                            " correspondent",
                                                            " reporter",
                                                            " 報道"});

/// What is no name at all, folded.
constexpr auto kNoNames = std::to_array<std::string_view>({"admin",
                                                           "administrator",
                                                           "null",
                                                           "undefined",
                                                           "none",
                                                           "n/a",
                                                           "na",
                                                           "unknown",
                                                           "anonymous",
                                                           "webmaster",
                                                           "guest",
                                                           "user",
                                                           "root",
                                                           "staff",
                                                           "staff writer",
                                                           "staff writers",
                                                           "staff reporter",
                                                           "editor",
                                                           "editors",
                                                           "editorial staff",
                                                           "newsroom",
                                                           "news desk",
                                                           "web desk",
                                                           "online desk",
                                                           "correspondent",
                                                           "our correspondent",
                                                           "special correspondent",
                                                           "senior reporter",
                                                           "senior writer",
                                                           "contributor",
                                                           "contributors",
                                                           "reporter",
                                                           "author",
                                                           "writer",
                                                           "redaccion",
                                                           "redacao",
                                                           "redaktion",
                                                           "redazione",
                                                           "la redaction",
                                                           "redactie",
                                                           "redakcja",
                                                           "редакция",
                                                           "有料記事",
                                                           "有料会員記事",
                                                           "会員限定",
                                                           "会員限定記事",
                                                           "無料記事",
                                                           "פורסם",
                                                           "עודכן",
                                                           "נכתב",
                                                           "false",
                                                           "true",
                                                           "-",
                                                           "desk",
                                                           "корреспондент",
                                                           "jr",
                                                           "sr",
                                                           "md",
                                                           "m.d",
                                                           "phd",
                                                           "ph.d",
                                                           "ma",
                                                           "msc",
                                                           "rn"});

/// Words that a part of a byline which is no name begins or ends with.
constexpr auto kRoleStarts = std::to_array<std::string_view>(
    {"updated",    "published", "last updated", "posted", "senior ",    "chief ", "deputy ",
     "political ", "business ", "sports ",      "staff ", "special to", "for ",   "foreign ",
     "photo",      "foto",      "illustration", "image",  "follow",     "read",   "share",
     "min read",   "view ",     "the author",   "http",   "www."});
constexpr auto kRoleEnds = std::to_array<std::string_view>({" editor",
                                                            " correspondent",
                                                            " reporter",
                                                            " writer",
                                                            " writers",
                                                            " columnist",
                                                            " min read",
                                                            " staff",
                                                            " desk",
                                                            " contributor",
                                                            " producer",
                                                            " bureau",
                                                            " analyst",
                                                            " critic",
                                                            "redakteur",
                                                            "報導",
                                                            "报道",
                                                            "redakteurin",
                                                            " korrespondent"});

template <std::size_t N>
bool is_any(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool in_word = false;
    for (const char c : text) {
        count += c != ' ' && !in_word ? 1 : 0;
        in_word = c != ' ';
    }
    return count;
}

/// The bytes of `text` that a leading word takes; 0 if there is none.
std::size_t leading_bytes(std::string_view text) {
    for (const std::string_view word : kLeadingTight) {
        if (text.starts_with(word)) {
            return word.size();
        }
    }
    constexpr std::size_t longest = 60;
    const std::string_view head = truncate_utf8(text, longest);
    std::size_t best = 0;
    for (std::size_t end = 0; end <= head.size(); ++end) {
        const bool border = end == head.size() || head[end] == ' ' || head[end] == ':';
        if (border && end > 0 && is_any(fold(head.substr(0, end)), kLeading)) {
            best = end;
        }
    }
    if (best == 0) {
        return 0;
    }
    while (best < text.size() && (text[best] == ' ' || text[best] == ':')) {
        ++best;
    }
    return best;
}

/// Whether the leading word may be part of a name: `De Niro`, `Da Silva`, but not `de Ana Silva`.
bool is_particle(std::string_view text, std::size_t leading) {
    constexpr auto articles = std::to_array<std::string_view>({"de", "da", "di"});
    constexpr auto particles = std::to_array<std::string_view>({"von", "af", "av", "haber"});
    const std::string_view word = trim(text.substr(0, leading));
    const std::string lower = ascii_lower(word);
    if (is_any(lower, articles) && lower != word) {
        return true;
    }
    const bool known = is_any(lower, articles) || is_any(lower, particles);
    return known && count_words(text.substr(leading)) < 2;
}

std::string_view without_leading(std::string_view text) {
    for (int round = 0; round < 3; ++round) {
        const std::size_t leading = leading_bytes(text);
        if (leading == 0 || is_particle(text, leading)) {
            break;
        }
        text = trim(text.substr(leading));
    }
    return text;
}

/// `text` without what stands in brackets, and without addresses of mail and of people.
std::string without_additions(std::string_view text) {
    std::string kept;
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[' || c == '<') {
            ++depth;
        } else if ((c == ')' || c == ']' || c == '>') && depth > 0) {
            --depth;
            kept += ' ';
        } else if (depth == 0) {
            kept += c;
        }
    }
    std::string words;
    for (std::size_t start = 0; start < kept.size();) {
        const std::size_t end = std::min(kept.find(' ', start), kept.size());
        const std::string_view word = std::string_view(kept).substr(start, end - start);
        if (word.find('@') == std::string_view::npos) {
            words += word;
            words += ' ';
        }
        start = end + 1;
    }
    return words;
}

struct Found {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
};

/// The first separator between names.
Found first_separator(std::string_view text) {
    constexpr auto marks = std::to_array<std::string_view>(
        {",", ";", "|", "\n", "\r", "/", "／", "·", "•", "、", "，", "；", "،", "&", "＆", " - "});
    constexpr auto words = std::to_array<std::string_view>({" and ",
                                                            " und ",
                                                            " et ",
                                                            " y ",
                                                            " e ",
                                                            " i ",
                                                            " och ",
                                                            " og ",
                                                            " en ",
                                                            " ve ",
                                                            " dan ",
                                                            " và ",
                                                            " и ",
                                                            " та ",
                                                            " a ",
                                                            " ja ",
                                                            " și ",
                                                            " with ",
                                                            " και "});
    const std::string lower = ascii_lower(text);
    Found first;
    const auto consider = [&first](std::size_t at, std::size_t size) {
        if (at < first.at) {
            first = {at, size};
        }
    };
    for (const std::string_view mark : marks) {
        consider(lower.find(mark), mark.size());
    }
    for (const std::string_view word : words) {
        const std::size_t at = lower.find(word);
        if (at == std::string::npos || at > first.at) {
            continue;
        }
        const bool sure = word == " and " || word == " und " || word == " with ";
        const bool names =
            count_words(text.substr(0, at)) >= 2 && count_words(text.substr(at + word.size())) >= 2;
        if (sure || names) {
            consider(at, word.size());
        }
    }
    return first;
}

bool is_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.starts_with("www.") ||
           text.starts_with("//") || text.find(".com/") != std::string_view::npos;
}

bool is_role(const std::string& folded) {
    const auto starts = [&](std::string_view word) { return folded.starts_with(word); };
    const auto ends = [&](std::string_view word) { return folded.ends_with(word); };
    return std::any_of(kRoleStarts.begin(), kRoleStarts.end(), starts) ||
           std::any_of(kRoleEnds.begin(), kRoleEnds.end(), ends);
}

/// The bytes of marks at the end of `text`; the dot of an initial or of Jr. is none.
std::size_t trailing_marks(std::string_view text) {
    const std::size_t whole = text.size();
    while (!text.empty() && std::string_view(".:-*|").find(text.back()) != std::string_view::npos) {
        const std::string_view word = text.substr(text.rfind(' ') + 1);
        if (text.back() == '.' && (word.size() == 2 || word == "Jr." || word == "Sr." ||
                                   word.find('.') + 1 < word.size())) {
            break;
        }
        text.remove_suffix(1);
        text = text.substr(0, text.find_last_not_of(' ') + 1);
    }
    return whole - text.size();
}

/// `text` up to a date or another number that stands behind the name.
std::string without_date(std::string text) {
    constexpr auto days = std::to_array<std::string_view>(
        {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "on", "-"});
    // Only before a date: some of them are names as well.
    constexpr auto before_date = std::to_array<std::string_view>(
        {"le",       "el",        "am",      "vom",    "il",       "em",       "op",
         "den",      "dnia",      "the",     "at",     "lun",      "mar",      "mer",
         "jeu",      "ven",       "sam",     "dim",    "lundi",    "mardi",    "jeudi",
         "samedi",   "lunes",     "martes",  "jueves", "viernes",  "mercredi", "vendredi",
         "dimanche", "miercoles", "domingo", "montag", "dienstag", "mittwoch", "donnerstag",
         "freitag",  "samstag",   "sonntag", "mon",    "tue",      "wed",      "thu",
         "fri",      "sat",       "sun"});
    const std::size_t digit = text.find_first_of("0123456789");
    if (text.find(' ') == std::string::npos) {
        return {};  // the name of an account
    }
    const bool dated = digit != std::string::npos && digit > 0;
    if (dated) {
        text.resize(digit);
    }
    for (bool dropped = true; dropped;) {
        text.resize(text.find_last_not_of(" ,.:") + 1);
        const std::size_t blank = text.rfind(' ');
        if (blank == std::string::npos) {
            break;
        }
        const std::string word = fold(std::string_view(text).substr(blank + 1));
        dropped = is_any(word, days) ||
                  (dated && (is_any(word, before_date) || time::named_month(word).number > 0));
        text.resize(dropped ? blank : text.size());
    }
    const bool only_month = dated && time::named_month(fold(text)).number > 0;
    return only_month ? std::string{} : text;
}

/// One part of a byline as a name; empty if it is none.
std::string name_of(std::string_view part) {
    std::string text = collapse_spaces(without_leading(trim(part)));
    for (const std::string_view word : kTrailing) {
        if (text.size() > word.size() && ascii_lower(text).ends_with(word)) {
            text = std::string(trim(std::string_view(text).substr(0, text.size() - word.size())));
        }
    }
    // `Ann Lee for CNN`, `Ann Lee in Berlin`, `Ann Lee at the White House`.
    for (const std::string_view word :
         {" for ", " in ", " at ", " from ", " für ", " pour ", " para "}) {
        const std::size_t at = text.find(word);
        if (at != std::string::npos && count_words(std::string_view(text).substr(0, at)) >= 2) {
            text.resize(at);
        }
    }
    text.resize(text.size() - trailing_marks(text));
    text = std::string(trim(text));
    if (text.find_first_of("0123456789") != std::string::npos || text.ends_with("day")) {
        text = without_date(std::move(text));
    }
    const std::string folded = fold(text);
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    if (text.empty() || text.size() > kMaxNameBytes || digits > 1 || is_address(folded) ||
        is_any(folded, kNoNames) || is_role(folded) || count_words(text) > kMaxNameWords) {
        return {};
    }
    return text;
}

/// Chinese bylines list names with blanks between: each of two to four characters.
std::vector<std::string> split_han(const std::string& name) {
    std::vector<std::string> names;
    for (std::size_t start = 0; start < name.size();) {
        const std::size_t end = std::min(name.find(' ', start), name.size());
        const std::string word = name.substr(start, end - start);
        const bool han = word.size() >= 6 && word.size() <= 12 && word.size() % 3 == 0 &&
                         decode_utf8(word, 0).code_point >= 0x4E00 &&
                         decode_utf8(word, 0).code_point <= 0x9FFF;
        if (!han) {
            return {name};
        }
        names.push_back(word);
        start = end + 1;
    }
    return names;
}

std::string compact(std::string_view text) {
    std::string folded = fold(text);
    std::erase_if(folded, [](char c) { return c == ' ' || c == '.' || c == '-'; });
    return folded;
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline) {
    std::vector<std::string> names;
    if (is_address(ascii_lower(trim(truncate_utf8(byline, kMaxBylineBytes))))) {
        return names;
    }
    const std::string clean = without_additions(truncate_utf8(byline, kMaxBylineBytes));
    std::string_view rest = without_leading(trim(clean));
    while (!rest.empty() && names.size() < kMaxAuthors) {
        const Found separator = first_separator(rest);
        const std::string name = name_of(rest.substr(0, separator.at));
        rest =
            separator.size == 0 ? std::string_view{} : rest.substr(separator.at + separator.size);
        if (name.empty()) {
            continue;
        }
        for (std::string& each : split_han(name)) {
            const std::string form = compact(each);
            const bool known =
                std::any_of(names.begin(), names.end(), [&](const std::string& other) {
                    return compact(other) == form;
                });
            if (!known) {
                names.push_back(std::move(each));
            }
        }
    }
    return names;
}

std::vector<std::string> without_sites(std::vector<std::string> authors,
                                       const std::vector<std::string>& sites) {
    const auto is_site = [&sites](const std::string& author) {
        const std::string form = compact(author);
        return std::any_of(sites.begin(), sites.end(), [&](const std::string& site) {
            return !site.empty() && compact(site) == form;
        });
    };
    if (std::all_of(authors.begin(), authors.end(), is_site)) {
        return authors;
    }
    std::erase_if(authors, is_site);
    return authors;
}

bool begins_like_byline(std::string_view text) {
    text = trim(text);
    const std::size_t leading = leading_bytes(text);
    return leading > 0 && leading < text.size() && !is_particle(text, leading);
}

}  // namespace dateline::source
