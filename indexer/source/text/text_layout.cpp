// Paragraphs out of lines. The rules come from wire copy, Japanese news files and typed
// manuscripts.
#include "indexer/source/text/text_layout.hpp"

#include "common/base/utf8.hpp"
#include "common/time/header_date.hpp"
#include "common/time/numeric_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace dateline::source {
namespace {

constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";

/// Average length from which lines without a blank line between them are paragraphs of their own.
constexpr std::size_t kLongLineBytes = 100;

/// A dateline ends within this many bytes; the longest seen in Reuters-21578 has 51.
constexpr std::size_t kDatelineBytes = 100;

/// Chinese and Japanese characters and their punctuation; Korean is written with blanks.
bool is_unspaced(char32_t c) noexcept {
    return (c >= 0x2E80 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF01 && c <= 0xFFEF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

char32_t first_character(std::string_view text) {
    return text.empty() ? 0 : decode_utf8(text, 0).code_point;
}

char32_t last_character(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && text.size() - start < 4) {
        --start;
        if ((static_cast<unsigned char>(text[start]) & 0xC0U) != 0x80U) {
            return decode_utf8(text, start).code_point;
        }
    }
    return 0;
}

std::string_view trim_right(std::string_view line) {
    const std::string_view trimmed = trim(line);
    return trimmed.empty()
               ? trimmed
               : line.substr(
                     0, static_cast<std::size_t>(trimmed.data() - line.data()) + trimmed.size());
}

/// Whether a run of blanks that is no mere sentence spacing, or a row of dots, parts the line.
bool has_columns(std::string_view line) {
    line = trim(line);
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        if (line[i] != '.' && line[i] != ' ' && line[i] != '\t') {
            continue;
        }
        if (line.compare(i, 4, "....") == 0 || line.compare(i, 3, "   ") == 0) {
            return true;
        }
        const char before = line[i - 1];
        const bool after_sentence = before == '.' || before == '!' || before == '?' ||
                                    before == ':' || before == '"' || before == '\'' ||
                                    before == ')' || before == ' ';
        if (line[i] == '\t' || (line[i] == ' ' && line[i + 1] == ' ' && !after_sentence)) {
            return true;
        }
    }
    return false;
}

bool is_table(std::span<const std::string_view> lines) {
    const auto columns = std::count_if(lines.begin(), lines.end(), has_columns);
    return lines.size() >= 2 && static_cast<std::size_t>(columns) * 2 > lines.size();
}

std::size_t least_indent(std::span<const std::string_view> lines) {
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const std::string_view line : lines) {
        least = std::min(least, indent_of(line));
    }
    return least;
}

/// Adds the paragraphs of a block of lines none of which is blank.
void add_block(std::vector<std::string>& paragraphs, std::span<const std::string_view> block) {
    if (is_table(block)) {
        paragraphs.push_back(join_lines(block));
        return;
    }
    const std::size_t least = least_indent(block);
    std::size_t start = 0;
    for (std::size_t i = 1; i <= block.size(); ++i) {
        if (i == block.size() || indent_of(block[i]) > least + 1) {
            paragraphs.push_back(join_lines(block.subspan(start, i - start)));
            start = i;
        }
    }
}

bool are_paragraph_lines(std::span<const std::string_view> lines) {
    std::size_t bytes = 0;
    std::size_t characters = 0;
    std::size_t unspaced = 0;
    for (const std::string_view line : lines) {
        bytes += line.size();
        for (std::size_t i = 0; i < line.size(); ++characters) {
            const DecodedCodePoint decoded = decode_utf8(line, i);
            unspaced += is_unspaced(decoded.code_point) ? 1 : 0;
            i += decoded.size_bytes;
        }
    }
    return bytes >= kLongLineBytes * lines.size() || unspaced * 2 > characters;
}

bool is_upper(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) noexcept {
    return c >= 'a' && c <= 'z';
}

/// Where the dash behind a dateline begins; npos if there is none near the start.
std::size_t find_dash(std::string_view text) {
    std::size_t best = std::string_view::npos;
    for (const std::string_view dash :
         {" - ", " -- ", " _ ", ")--", ") -", "\xE2\x80\x94", " \xE2\x80\x93 "}) {
        const std::size_t at = text.substr(0, kDatelineBytes).find(dash);
        const bool bracket = dash.front() == ')' && at != std::string_view::npos;
        best = std::min(best, bracket ? at + 1 : at);
    }
    return best;
}

bool begins_capital(std::string_view word) {
    return !word.empty() &&
           (is_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80);
}

/// Small words within the names of places; in lower case.
bool is_place_particle(std::string_view word) {
    constexpr auto particles = std::to_array<std::string_view>(
        {"of", "and", "the", "de",   "del",  "la",   "las", "le", "les", "el",  "los", "al",
         "du", "des", "do",  "da",   "dos",  "das",  "di",  "am", "an",  "der", "den", "ob",
         "op", "aan", "sur", "sous", "upon", "near", "y",   "e",  "en",  "bei", "ter"});
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// Whether a sentence, and no place, begins with `word`; in lower case.
bool begins_sentence(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"on",     "in",   "at",    "since",   "after",  "before",    "by",     "from", "until",
         "till",   "born", "died",  "during",  "for",    "to",        "as",     "when", "while",
         "with",   "and",  "but",   "this",    "that",   "between",   "it",     "he",   "she",
         "they",   "we",   "i",     "his",     "her",    "published", "posted", "seit", "nach",
         "am",     "vom",  "vor",   "depuis",  "apres",  "avant",     "desde",  "no",   "not",
         "update", "date", "dated", "through", "around", "of",        "its",    "our",  "updated"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether `place` is made of words that begin with a capital, and of particles between them; at
/// most `max_words` besides these.
bool is_capitalised_place(std::string_view place, std::size_t max_words) {
    std::size_t words = 0;
    for (std::size_t start = 0; start < place.size();) {
        const std::size_t end = std::min(place.find_first_of(" ,", start), place.size());
        const std::string_view word = place.substr(start, end - start);
        const std::string lower = ascii_lower(word);
        if (start == 0 && begins_sentence(lower)) {
            return false;
        }
        const bool particle = start > 0 && is_place_particle(lower);
        if (!word.empty() && !particle && !begins_capital(word)) {
            return false;
        }
        words += word.empty() || particle ? 0U : 1U;
        start = end + 1;
    }
    return words > 0 && words <= max_words;
}

/// A place name: its first word in capitals, at least two letters, and no digits or sentence ends.
bool is_dateline_place(std::string_view place) {
    constexpr std::size_t max_words = 12;
    const std::string_view word = place.substr(0, place.find_first_of(" ,"));
    const bool capitals = std::count_if(word.begin(), word.end(), is_upper) >= 2 &&
                          std::none_of(word.begin(), word.end(), is_lower);
    return capitals && is_capitalised_place(place, max_words) &&
           place.find_first_of("0123456789!?;:\"") == std::string_view::npos;
}

/// The same before a comma and a date with its year, which few other texts begin with: any case.
bool is_place_before_year(std::string_view place) {
    constexpr std::size_t max_bytes = 40;
    constexpr std::size_t max_words = 3;
    const std::string lower = ascii_lower(place);
    const bool article =
        (lower.starts_with("the ") && lower != "the hague" && !lower.starts_with("the hague,")) ||
        lower.starts_with("an ") || lower.ends_with("day");
    return !article && place.size() <= max_bytes && is_capitalised_place(place, max_words) &&
           place.find_first_of("0123456789!?;:\"()") == std::string_view::npos;
}

/// `17 October` without a year.
bool is_day_and_month(std::string_view text) {
    const std::size_t blank = text.find(' ');
    return blank != std::string_view::npos &&
           is_month_and_day(std::string(text.substr(blank + 1)) + " " +
                            std::string(text.substr(0, blank)));
}

bool states_year(std::string_view text) {
    const time::DateReading unstated;
    const auto day = time::parse_header_date(text);
    return (day && day->precision != time::Precision::Month) || time::parse_iso_time(text) ||
           time::parse_numeric_date(text, unstated) || time::is_ambiguous_date(text, unstated);
}

/// The date that `text` is, without a weekday before it; empty if it is none.
std::string_view dateline_date(std::string_view text) {
    text = trim(text);
    const std::size_t border = text.find_first_of(" ,");
    if (border != std::string_view::npos && text.substr(0, border).ends_with("day")) {
        text = trim(text.substr(border + 1));
    }
    const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
    const bool date =
        !digits && (is_month_and_day(text) || is_day_and_month(text) || states_year(text));
    return date ? text : std::string_view();
}

/// What a text before a dash may state.
struct Parts {
    Dateline dateline;
    bool comma = false;  ///< between place and date
};

/// Place and date in `head`, `BUDAPEST, Hungary, Oct. 17, 2025`; the date may be missing.
Parts split_dateline(std::string_view head) {
    for (std::size_t at = head.find_first_of(" ,"); at != std::string_view::npos;
         at = head.find_first_of(" ,", at + 1)) {
        if (const std::string_view date = dateline_date(head.substr(at + 1)); !date.empty()) {
            const std::string_view place = trim(head.substr(0, at));
            const std::size_t end = place.find_last_not_of(", ") + 1;
            return {{std::string(place.substr(0, end)), std::string(date)},
                    head[at] == ',' || end < place.size()};
        }
    }
    return {{std::string(head), {}}, false};
}

/// A place of any case, a comma, and a date with its year.
bool is_place_and_year(const Parts& parts) {
    return parts.comma && states_year(parts.dateline.date) &&
           is_place_before_year(parts.dateline.place);
}

/// Whether `text` begins with a dash, or else with a capital or a digit: a new sentence.
bool begins_body(std::string_view text) {
    text = trim(text);
    while (text.starts_with('"') || text.starts_with('\'') || text.starts_with('(')) {
        text.remove_prefix(1);
    }
    return text.empty() || text.front() == '-' || text.front() == '_' ||
           text.starts_with("\xE2\x80") || begins_capital(text);
}

/// `(Budapest, 17 October 2025)` at the start of a paragraph, and not of its first sentence.
std::optional<Dateline> bracketed_dateline(std::string_view paragraph) {
    const std::size_t close = paragraph.substr(0, kDatelineBytes).find(')');
    if (!paragraph.starts_with('(') || close == std::string_view::npos) {
        return std::nullopt;
    }
    Parts found = split_dateline(trim(paragraph.substr(1, close - 1)));
    const bool good = is_place_and_year(found) && begins_body(paragraph.substr(close + 1));
    return good ? std::optional(std::move(found.dateline)) : std::nullopt;
}

/// Whether what stands in brackets before a dash is an agency: `AP`, `Reuters`, `Dow Jones`; but
/// not `left`, and not `NYSE: IBM`.
bool is_agency(std::string_view name) {
    constexpr auto agencies = std::to_array<std::string_view>(
        {"reuters",    "reuter",           "xinhua",           "bloomberg",
         "kyodo",      "interfax",         "marketwatch",      "tass",
         "itar-tass",  "yonhap",           "dow jones",        "anadolu",
         "prnewswire", "pr newswire",      "business wire",    "businesswire",
         "newswire",   "agencies",         "globenewswire",    "europa press",
         "afx",        "associated press", "press association"});
    name = trim(name);
    if (name.find_first_of("0123456789:;!?") != std::string_view::npos) {
        return false;
    }
    const bool capitals = std::count_if(name.begin(), name.end(), is_upper) >= 2 &&
                          std::none_of(name.begin(), name.end(), is_lower);
    const std::string lower = ascii_lower(name);
    return capitals || (begins_capital(name) &&
                        std::any_of(agencies.begin(), agencies.end(), [&](std::string_view known) {
                            return lower.find(known) != std::string::npos;
                        }));
}

/// `head` without an agency at its end: `(Reuters)`, `/PRNewswire/`.
std::string_view without_agency(std::string_view head) {
    const std::size_t open = head.find(" (");
    if (open != std::string_view::npos && head.ends_with(')')) {
        const std::string_view name = head.substr(open + 2, head.size() - open - 3);
        return is_agency(name) ? trim(head.substr(0, open)) : head;
    }
    const std::size_t slash = head.find(" /");
    return slash != std::string_view::npos && head.ends_with('/') ? trim(head.substr(0, slash))
                                                                  : head;
}

/// Whether `text` begins with a date: the second one of a life, behind a dash.
bool begins_with_date(std::string_view text) {
    constexpr std::size_t max_words = 4;
    text = text.substr(0, kDatelineBytes);
    const std::size_t start = text.find_first_not_of(" -_\xE2\x80\x93\x94");
    text.remove_prefix(std::min(start, text.size()));
    std::size_t end = 0;
    for (std::size_t words = 0; words < max_words && end < text.size(); ++words) {
        end = std::min(text.find(' ', end + 1), text.size());
        const std::string_view date = text.substr(0, end);
        if (states_year(date.substr(0, date.find_last_not_of(",.;)") + 1))) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        const bool pair = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(end + (pair ? 2U : 1U), text.size()));
    }
    return lines;
}

bool is_blank(std::string_view line) {
    return trim(line).empty();
}

std::size_t indent_of(std::string_view line) {
    std::size_t indent = 0;
    for (;;) {
        if (line.starts_with(' ')) {
            ++indent;
            line.remove_prefix(1);
        } else if (line.starts_with('\t')) {
            indent += 4;
            line.remove_prefix(1);
        } else if (line.starts_with(kIdeographicSpace)) {
            indent += 2;
            line.remove_prefix(kIdeographicSpace.size());
        } else {
            return indent;
        }
    }
}

std::string join_lines(std::span<const std::string_view> lines) {
    std::string text;
    if (is_table(lines)) {
        const std::size_t margin = least_indent(lines);
        for (const std::string_view line : lines) {
            const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
            text += text.empty() ? "" : "\n";
            text += trim_right(line.substr(std::min(blanks, margin)));
        }
        return text;
    }
    for (const std::string_view line : lines) {
        const std::string_view part = trim(line);
        if (part.empty()) {
            continue;
        }
        const bool unspaced =
            is_unspaced(last_character(text)) || is_unspaced(first_character(part));
        text += text.empty() || unspaced ? "" : " ";
        text += part;
    }
    return text;
}

std::vector<std::string> split_paragraphs(std::span<const std::string_view> lines) {
    while (!lines.empty() && is_blank(lines.front())) {
        lines = lines.subspan(1);
    }
    while (!lines.empty() && is_blank(lines.back())) {
        lines = lines.first(lines.size() - 1);
    }
    std::vector<std::string> paragraphs;
    const bool has_blank_line = std::any_of(lines.begin(), lines.end(), is_blank);
    if (!has_blank_line && !lines.empty() && are_paragraph_lines(lines)) {
        for (const std::string_view& line : lines) {
            paragraphs.push_back(join_lines(std::span(&line, 1)));
        }
        return paragraphs;
    }
    std::size_t start = 0;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        if (i == lines.size() || is_blank(lines[i])) {
            if (i > start) {
                add_block(paragraphs, lines.subspan(start, i - start));
            }
            start = i + 1;
        }
    }
    return paragraphs;
}

bool is_month_and_day(std::string_view text) {
    text = trim(text);
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos || time::month_number(text.substr(0, blank)) == 0) {
        return false;
    }
    const std::string_view digits = trim(text.substr(blank));
    unsigned day = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), day);
    return error == std::errc{} && end == digits.data() + digits.size() && day >= 1 && day <= 31;
}

std::optional<Dateline> find_dateline(std::string_view paragraph, DatelineCase letters) {
    const bool any_case = letters == DatelineCase::Any;
    if (auto bracketed = bracketed_dateline(paragraph); any_case && bracketed) {
        return bracketed;
    }
    const std::size_t dash = find_dash(paragraph);
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view whole = trim(paragraph.substr(0, dash));
    const std::string_view head = without_agency(whole);
    Parts found = split_dateline(head);
    const std::string& date = found.dateline.date;
    const bool marked = head.size() < whole.size() || !date.empty();
    if (!marked ||
        !(is_dateline_place(found.dateline.place) || (any_case && is_place_and_year(found)))) {
        return std::nullopt;
    }
    const bool two_dates =
        !date.empty() && states_year(date) && begins_with_date(paragraph.substr(dash));
    return two_dates ? std::nullopt : std::optional(std::move(found.dateline));
}

}  // namespace dateline::source
