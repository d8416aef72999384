// Head lines, told by what is left of them when dates, labels and names are taken away.
#include "indexer/source/text/head_lines.hpp"

#include "common/base/utf8.hpp"
#include "common/time/date_tokens.hpp"
#include "common/time/header_date.hpp"
#include "common/time/numeric_date.hpp"
#include "common/time/written_date.hpp"
#include "indexer/source/byline.hpp"
#include "indexer/source/text/head_words.hpp"
#include "indexer/source/text/press_values.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <vector>

namespace dateline::source {
namespace {

/// Longer lines are text.
constexpr std::size_t kMaxLineBytes = 160;
constexpr std::size_t kMaxTokens = 80;
constexpr std::size_t kMaxBylineWords = 16;
constexpr std::size_t kMaxNameWords = 4;
/// Words of a place or a paper before a date.
constexpr std::size_t kMaxPlaceWords = 5;

/// Small words between the names, papers and places of a byline; folded.
constexpr auto kJoints = std::to_array<std::string_view>({"and",
                                                          "in",
                                                          "at",
                                                          "for",
                                                          "of",
                                                          "with",
                                                          "from",
                                                          "the",
                                                          "und",
                                                          "et",
                                                          "y",
                                                          "e",
                                                          "en",
                                                          "à",
                                                          "by",
                                                          "our",
                                                          "a",
                                                          "own"});
constexpr auto kParticles = std::to_array<std::string_view>(
    {"de", "da", "di", "del", "della", "van", "von", "der", "den", "bin", "al",
     "el", "la", "le", "du",  "ter",   "ten", "dos", "das", "abu", "ibn"});

constexpr auto kSegmentMarks = std::to_array<std::string_view>(
    {" | ", "|", " \xC2\xB7 ", " \xE2\x80\xA2 ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " / "});

template <typename Table>
bool is_any(std::string_view word, const Table& table) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

/// Whether `text` is a name of two to kMaxNameWords words.
bool is_name(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    const auto is_part = [](std::string_view word) {
        const std::string_view bare = bare_word(word);
        return begins_upper(bare) || is_any(ascii_lower(bare), kParticles);
    };
    return words.size() >= 2 && words.size() <= kMaxNameWords && begins_upper(words.front()) &&
           begins_upper(bare_word(words.back())) && !is_weekday(words.front()) &&
           std::all_of(words.begin(), words.end(), is_part);
}

/// Whether all words of `text` may stand in a byline, and the first thing it names is a person or
/// an office.
bool reads_like_names(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    const std::string_view last = words.empty() ? std::string_view() : words.back();
    const bool ends_sentence =
        last.ends_with('.') && last.size() > 4 && last.find('.') + 1 == last.size();
    if (words.empty() || words.size() > kMaxBylineWords || has_digit(text) || ends_sentence ||
        text.find_first_of("?!:\"") != std::string_view::npos) {
        return false;
    }
    const bool all = std::all_of(words.begin(), words.end(), [](std::string_view word) {
        const std::string_view bare = bare_word(word);
        const std::string lower = ascii_lower(bare);
        return bare.empty() || begins_upper(bare) || is_any(lower, kJoints) ||
               is_any(lower, kParticles) || bare.find('@') != std::string_view::npos;
    });
    const std::vector<std::string> names = names_in_byline(text);
    if (names.empty()) {
        return all && names_office(text);
    }
    return all && (is_name(names.front()) || names_office(names.front()));
}

/// `text` without the words before a name, `By` or `Reported by`.
std::string_view without_leading_words(std::string_view text) {
    const std::string lower = ascii_lower(text);
    const std::size_t by = lower.find("by ");
    const bool english = by != std::string::npos && (by == 0 || lower[by - 1] == ' ') && by < 12;
    const std::size_t end = english ? by + 2 : std::min(text.find_first_of(" :"), text.size());
    text.remove_prefix(end);
    return trim(text.substr(std::min(text.find_first_not_of(": "), text.size())));
}

std::string_view without_by(std::string_view text) {
    return begins_like_byline(text) ? without_leading_words(text) : text;
}

/// Whether the words before a name can be nothing else: `By`, `Written by`, `Author:`. Without a
/// colon, `Reporter`, `Text` and the like begin headlines, too.
bool leads_surely(std::string_view text) {
    constexpr auto leads = std::to_array<std::string_view>(
        {"by",       "von",        "par",       "por",   "door",  "written",   "posted",
         "reported", "reporting",  "published", "story", "words", "publicado", "escrito",
         "ecrit",    "propos",     "publie",    "ein",   "eine",  "scritto",   "articolo",
         "testo",    "geschreven", "skrevet",   "scris", "foto"});
    const std::string_view word = text.substr(0, text.find(' '));
    return static_cast<unsigned char>(text.front()) >= 0x80 || word.ends_with(':') ||
           is_any(ascii_lower(word), leads);
}

/// The part of `text` behind its last comma.
std::string_view last_part(std::string_view text) {
    const std::size_t comma = text.rfind(',');
    return trim(comma == std::string_view::npos ? text : text.substr(comma + 1));
}

/// A byline that says so itself: by its first word, or by an office at its end, behind the name.
bool is_byline(std::string_view text) {
    if (begins_like_byline(text)) {
        const std::string_view names = without_by(text);
        return leads_surely(text) && begins_upper(names) && reads_like_names(names);
    }
    const std::size_t comma = text.find(',');
    const std::vector<std::string_view> office = words_of(last_part(text));
    return comma != std::string_view::npos && !office.empty() && is_name(text.substr(0, comma)) &&
           names_office(bare_word(office.back())) && reads_like_names(text);
}

/// Names without a word that says so: `Anna Kovacs`, `Anna Kovacs, Reuters`; not `Donald Trump,
/// President`, and not `The White House`.
bool is_bare_names(std::string_view text) {
    const bool article = text.starts_with("The ") && !names_office(text);
    const std::string_view last = last_part(text);
    const bool rank = last.size() < trim(text).size() && !is_name(last) && !names_office(last);
    const bool weak_lead = begins_like_byline(text) && !leads_surely(text);
    return !article && !rank && !weak_lead && reads_like_names(text);
}

/// `date` at the start of a string of ISO, header or digit form that is nothing but a date.
std::optional<time::Published> whole_date(std::string_view text, const time::DateReading& dates) {
    constexpr std::size_t least_bytes = 6;
    const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
    if (text.size() < least_bytes || digits || !has_digit(text)) {
        return std::nullopt;
    }
    if (const auto iso = time::parse_iso_time(text, dates.zone)) {
        return iso;
    }
    const auto worded = time::parse_header_date(text, dates.zone);
    return worded ? worded : time::parse_numeric_date(text, dates);
}

bool is_capitals(std::string_view text) {
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const std::string_view word = text.substr(0, text.find_first_of(" ,"));
    return std::count_if(word.begin(), word.end(), is_upper) >= 2 &&
           std::none_of(word.begin(), word.end(), is_lower);
}

/// Whether `text` may be the place or the paper before a date.
bool is_place_or_paper(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    return !words.empty() && words.size() <= kMaxPlaceWords && !has_digit(text) &&
           text.find_first_of(":?!\"") == std::string_view::npos &&
           std::all_of(words.begin(), words.end(), [](std::string_view word) {
               const std::string_view bare = bare_word(word);
               return bare.empty() || begins_upper(bare) || is_any(ascii_lower(bare), kJoints);
           });
}

HeadLine line_of(HeadLineKind kind, std::string_view byline = {}) {
    HeadLine line;
    line.kind = kind;
    line.byline = byline;
    return line;
}

/// What stands before a date, written into `line`; false if it is none of a head line.
bool read_before(std::string_view before, HeadLine& line) {
    if (residue_of(before).only_date_words) {
        return true;
    }
    before = trim(before);
    before = before.substr(0, before.find_last_not_of(", ") + 1);
    line.bare = false;
    if (is_byline(before)) {
        line.kind = HeadLineKind::Byline;
        line.byline = before;
        return true;
    }
    if (is_place_or_paper(before)) {
        line.place = is_capitals(before) ? before : std::string_view();
        return true;
    }
    return false;
}

/// Puts `date` where its label says.
void set_date(HeadLine& line, const Residue& label, std::optional<time::Published> date) {
    line.labelled = label.published || label.updated;
    (label.updated && !label.published ? line.modified : line.date) = std::move(date);
}

/// Whether `text`, before a date, is a label that does not speak of publication: `First Read:`.
bool is_other_label(std::string_view text, const Residue& label) {
    return text.find(':') != std::string_view::npos && label.only_date_words && !label.published &&
           !label.updated && !has_digit(text);
}

/// A part of a line that holds one date, which `day` is.
HeadLine read_day(std::string_view text,
                  const time::WrittenDay& day,
                  const time::DateReading& dates) {
    HeadLine line = line_of(HeadLineKind::Date);
    line.bare = true;
    const std::string_view before = text.substr(0, day.start_bytes);
    const Residue after = residue_of(text.substr(day.end_bytes));
    if (!after.only_date_words || !read_before(before, line)) {
        return {};
    }
    const Residue label = residue_of(before);
    if (is_other_label(before, label)) {
        return {};
    }
    set_date(line, label.only_date_words ? label : Residue{}, time::find_written_date(text, dates));
    return line;
}

/// The date that all of `text` is, with its label.
HeadLine read_whole_date(std::string_view text, const time::DateReading& dates) {
    HeadLine line = line_of(HeadLineKind::Date);
    line.bare = true;
    const std::string_view unlabelled = without_label(text);
    const std::string_view before = text.substr(0, text.size() - unlabelled.size());
    const Residue label = residue_of(before);
    if (is_other_label(before, label)) {
        return {};
    }
    if (auto date = whole_date(unlabelled, dates)) {
        set_date(line, label, date);
        return line;
    }
    line.labelled = label.published || label.updated;
    line.ambiguous = time::is_ambiguous_date(unlabelled, dates);
    return line.ambiguous ? line : HeadLine{};
}

/// Where the label before the day that starts at `end` begins; `end` if it has none. The day
/// before it ends at `begin`.
std::size_t label_start(std::string_view text, std::size_t begin, std::size_t end) {
    for (const std::string_view word : words_of(text.substr(begin, end - begin))) {
        const Residue residue = residue_of(word);
        if (residue.published || residue.updated) {
            return static_cast<std::size_t>(word.data() - text.data());
        }
    }
    return end;
}

/// Adds `part` of the same line: each date goes where its label says, and the first one counts.
void join(HeadLine& line, HeadLine&& part) {
    if (part.date && (!line.date || (part.labelled && !line.labelled))) {
        line.date = part.date;
    }
    if (!line.modified) {
        line.modified = part.modified;
    }
    line.labelled = line.labelled || part.labelled;
    line.ambiguous = line.ambiguous || part.ambiguous;
    if (line.place.empty()) {
        line.place = std::move(part.place);
    }
    if (line.byline.empty()) {
        line.byline = std::move(part.byline);
    }
    if (part.kind == HeadLineKind::Byline) {
        line.kind = HeadLineKind::Byline;
    }
}

/// The days of a line that no label belongs to.
class UnlabelledDays {
public:
    void add(const HeadLine& part) {
        labelled_ = labelled_ || part.labelled;
        if (part.date && !part.labelled) {
            const auto day = std::chrono::floor<std::chrono::days>(part.date->instant);
            several_ = several_ || (day_ && *day_ != day);
            day_ = day;
        }
    }
    /// `January 3, 1930 - October 17, 2025`
    [[nodiscard]] bool are_life() const { return several_ && !labelled_; }

private:
    std::optional<std::chrono::sys_days> day_;
    bool several_ = false;
    bool labelled_ = false;
};

/// A part of a line that holds dates.
HeadLine read_dated(std::string_view text, const time::DateReading& dates) {
    HeadLine whole = read_whole_date(text, dates);
    if (whole.kind == HeadLineKind::Date) {
        return whole;
    }
    const std::vector<time::DateToken> tokens = time::date_tokens(text, kMaxTokens);
    const std::vector<time::WrittenDay> days = time::find_written_days(tokens, dates, {});
    if (days.empty()) {
        return {};
    }
    HeadLine line = line_of(HeadLineKind::Date);
    UnlabelledDays unlabelled;
    std::size_t start = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const std::size_t end = i + 1 < days.size()
                                    ? label_start(text, days[i].end_bytes, days[i + 1].start_bytes)
                                    : text.size();
        time::WrittenDay day = days[i];
        day.start_bytes -= start;
        day.end_bytes -= start;
        HeadLine part = read_day(text.substr(start, end - start), day, dates);
        if (part.kind == HeadLineKind::Text) {
            return {};
        }
        unlabelled.add(part);
        line.bare = i == 0 ? part.bare : line.bare && part.bare;
        join(line, std::move(part));
        start = end;
    }
    return unlabelled.are_life() ? HeadLine{} : line;
}

/// A part of a line between marks.
HeadLine read_segment(std::string_view text, const time::DateReading& dates) {
    text = trim(text);
    constexpr std::string_view byline = "byline:";
    if (ascii_lower(text.substr(0, byline.size())) == byline) {
        text = trim(text.substr(byline.size()));
        return reads_like_names(without_by(text)) ? line_of(HeadLineKind::Byline, text)
                                                  : HeadLine{};
    }
    if (has_digit(text)) {
        const HeadLine dated = read_dated(text, dates);
        if (dated.kind != HeadLineKind::Text) {
            return dated;
        }
    }
    const Residue residue = residue_of(text);
    if (residue.only_date_words && (residue.published || residue.updated)) {
        HeadLine label = line_of(HeadLineKind::Date);
        label.labelled = true;
        return label;
    }
    if (is_byline(text)) {
        return line_of(HeadLineKind::Byline, text);
    }
    return is_bare_names(text) ? line_of(HeadLineKind::Names, text) : HeadLine{};
}

/// `line` at the first of the marks that part it.
std::vector<std::string_view> segments_of(std::string_view line) {
    for (const std::string_view mark : kSegmentMarks) {
        if (line.find(mark) == std::string_view::npos) {
            continue;
        }
        std::vector<std::string_view> segments;
        while (!line.empty()) {
            const std::size_t end = std::min(line.find(mark), line.size());
            if (!trim(line.substr(0, end)).empty()) {
                segments.push_back(line.substr(0, end));
            }
            line.remove_prefix(std::min(end + mark.size(), line.size()));
        }
        return segments;
    }
    return {line};
}

/// The line that `segments` make, if there are several and each belongs to a head.
std::optional<HeadLine> read_segments(const std::vector<std::string_view>& segments,
                                      const time::DateReading& dates) {
    HeadLine joined;
    UnlabelledDays unlabelled;
    bool dated = false;
    for (const std::string_view segment : segments) {
        HeadLine part = read_segment(segment, dates);
        if (part.kind == HeadLineKind::Text && !is_place_or_paper(trim(segment))) {
            return std::nullopt;
        }
        dated = dated || part.kind == HeadLineKind::Date;
        unlabelled.add(part);
        join(joined, std::move(part));
    }
    if (dated && joined.kind == HeadLineKind::Text) {
        joined.kind = HeadLineKind::Date;
    }
    const bool found =
        segments.size() > 1 && !unlabelled.are_life() && joined.kind != HeadLineKind::Text;
    return found ? std::optional(std::move(joined)) : std::nullopt;
}

}  // namespace

HeadLine read_head_line(std::string_view line, const time::DateReading& dates) {
    line = trim(line);
    // Emphasis as Markdown writes it.
    while (line.size() > 2 && line.front() == line.back() &&
           (line.front() == '*' || line.front() == '_')) {
        line = trim(line.substr(1, line.size() - 2));
    }
    if (line.empty() || line.size() > kMaxLineBytes) {
        return {};
    }
    HeadLine whole = read_segment(line, dates);
    if (whole.kind == HeadLineKind::Date && whole.bare) {
        return whole;
    }
    return read_segments(segments_of(line), dates).value_or(std::move(whole));
}

}  // namespace dateline::source
