// Line by line from the first, until one is neither headline nor byline nor date.
#include "indexer/source/text/text_head.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/text/head_lines.hpp"
#include "indexer/source/text/press_values.hpp"
#include "indexer/source/text/text_layout.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// A longer first line is the first paragraph.
constexpr std::size_t kMaxTitleBytes = 300;
constexpr std::size_t kMaxTitleLines = 3;
/// A line after the first that is at least this long is an unwrapped paragraph, so the first is a
/// headline.
constexpr std::size_t kParagraphLineBytes = 120;
constexpr std::size_t kMaxStandfirstBytes = 300;
constexpr std::size_t kMaxHeadLines = 12;
/// Lines below the head, and their length, in which more entries of a list are looked for.
constexpr std::size_t kMaxListLines = 200;
constexpr std::size_t kMaxListLineBytes = 40;
/// What stands below the date of an event to come.
constexpr auto kEventLabels =
    std::to_array<std::string_view>({"time:", "place:", "venue:", "where:", "location:"});

/// Whether `byline` begins with a word that begins no headline but by chance.
bool begins_with_by(std::string_view byline) {
    constexpr auto words = std::to_array<std::string_view>({"by", "von", "par", "por"});
    const std::string first = ascii_lower(byline.substr(0, byline.find(' ')));
    return std::find(words.begin(), words.end(), first) != words.end();
}

/// Whether `byline` names no person, but an office or a paper only.
bool is_office_alone(std::string_view byline) {
    std::vector<std::string> names;
    add_press_byline(names, byline);
    return std::all_of(names.begin(), names.end(), names_office);
}

bool is_underline(std::string_view line) {
    const std::string_view text = trim(line);
    return text.size() >= 3 && (text.find_first_not_of('=') == std::string_view::npos ||
                                text.find_first_not_of('-') == std::string_view::npos);
}

class HeadReader {
public:
    HeadReader(std::span<const std::string_view> lines, const time::DateReading& dates)
        : lines_(lines), dates_(dates) {}

    /// What stands behind a header that has the headline.
    TextHead read_below() {
        take_below();
        drop_list_date();
        head_.taken = head_.lines.empty() ? 0 : next_;
        return std::move(head_);
    }

    TextHead read() {
        skip_blanks();
        const std::size_t title = behind_stated(next_);
        const std::size_t end = title_end(title);
        take_stated(title);
        if (end > title) {
            take_title(end);
            take_below();
        }
        drop_list_date();
        head_.taken = next_;
        return std::move(head_);
    }

private:
    [[nodiscard]] std::string_view at(std::size_t line) const {
        return line < lines_.size() ? lines_[line] : std::string_view();
    }
    /// A line that the next one goes on with in lower case is part of a sentence.
    [[nodiscard]] HeadLine read_at(std::size_t line) const {
        HeadLine read = read_head_line(at(line), dates_);
        if (read.kind == HeadLineKind::Date && (ends_sentence(line) || is_of_event(line))) {
            return {};
        }
        const std::string_view next = trim(at(line + 1));
        const bool goes_on = !next.empty() && next.front() >= 'a' && next.front() <= 'z';
        if (goes_on && read_head_line(next, dates_).kind == HeadLineKind::Text) {
            return {};
        }
        return read;
    }
    /// Whether the date at `line` ends, with a full stop behind its year, what the line above it
    /// began: `He resigned on`, `October 17, 2024.`
    [[nodiscard]] bool ends_sentence(std::size_t line) const {
        const std::string_view text = trim(at(line));
        const std::string_view above = line == 0 ? std::string_view() : trim(at(line - 1));
        constexpr std::size_t year_bytes = 5;
        if (above.empty() || !text.ends_with('.') || text.size() < year_bytes ||
            text.substr(text.size() - year_bytes, 4).find_first_not_of("0123456789") !=
                std::string_view::npos) {
            return false;
        }
        const bool open = std::string_view(".!?:").find(above.back()) == std::string_view::npos;
        const HeadLineKind kind = read_head_line(above, dates_).kind;
        return open && kind != HeadLineKind::Date && kind != HeadLineKind::Byline;
    }
    /// `Date: 3 May 2026` above `Time: 7 pm`: when something takes place.
    [[nodiscard]] bool is_of_event(std::size_t line) const {
        const std::string next = ascii_lower(trim(at(line + 1)));
        return std::any_of(kEventLabels.begin(),
                           kEventLabels.end(),
                           [&](std::string_view label) { return next.starts_with(label); }) &&
               ascii_lower(trim(at(line))).starts_with("date");
    }
    [[nodiscard]] std::size_t behind_blanks(std::size_t line) const {
        while (line < lines_.size() && is_blank(lines_[line])) {
            ++line;
        }
        return line;
    }
    [[nodiscard]] std::size_t block_end(std::size_t line) const {
        while (line < lines_.size() && !is_blank(lines_[line])) {
            ++line;
        }
        return line;
    }
    void skip_blanks() { next_ = behind_blanks(next_); }

    /// A line that states something by itself: a byline, or a date.
    [[nodiscard]] bool states(std::size_t line) const {
        const HeadLineKind kind = read_at(line).kind;
        return kind == HeadLineKind::Date || kind == HeadLineKind::Byline;
    }

    /// The first line from `line` on that is none of the dates and bylines before a headline;
    /// `line` if there is no other.
    [[nodiscard]] std::size_t behind_stated(std::size_t line) const {
        std::size_t next = line;
        std::optional<std::size_t> byline;  // the first one
        for (std::size_t count = 0; count < kMaxHeadLines; ++count) {
            const HeadLine read = read_at(next);
            const bool by = read.kind == HeadLineKind::Byline && begins_with_by(read.byline);
            if (!by && !(read.kind == HeadLineKind::Date && read.bare)) {
                break;
            }
            if (by && !read.date && !byline) {
                byline = next;
            }
            next = behind_blanks(next + 1);
        }
        if (byline && !can_be_title(next)) {
            return *byline;
        }
        return next < lines_.size() ? next : line;
    }

    /// Whether a headline begins at `line`, and no sentence.
    [[nodiscard]] bool can_be_title(std::size_t line) const {
        return title_end(line) > line && !trim(at(line)).ends_with('.');
    }

    /// Whether the line at `title` is a headline, judged by the line after it.
    [[nodiscard]] bool is_title(std::size_t title) const {
        const std::string_view line = at(title);
        const std::string_view next = at(title + 1);
        const std::string_view text = trim(line);
        if (is_blank(next) || line.starts_with("# ")) {
            const auto rest = lines_.subspan(std::min(title + 1, lines_.size()));
            const bool alone = std::all_of(rest.begin(), rest.end(), is_blank);
            return !text.ends_with('.') || (!alone && text.size() < kParagraphLineBytes);
        }
        const bool ends_sentence = text.ends_with('.') || text.ends_with(',') ||
                                   text.ends_with(';') || text.ends_with("\xE3\x80\x82");
        const bool next_is_paragraph =
            indent_of(next) > indent_of(line) + 1 ||
            (next.size() >= kParagraphLineBytes && next.size() > text.size());
        return !ends_sentence && next_is_paragraph;
    }

    /// Whether a byline, a date or a dateline begins at `line`.
    [[nodiscard]] bool body_or_stated(std::size_t line) const {
        if (is_blank(at(line))) {
            return false;
        }
        const HeadLine read = read_at(line);
        const bool names = read.kind == HeadLineKind::Names && states(line + 1);
        return names || read.kind == HeadLineKind::Date || read.kind == HeadLineKind::Byline ||
               find_dateline(at(line)).has_value();
    }

    /// The line behind the headline that begins at `title`; `title` if none does.
    [[nodiscard]] std::size_t title_end(std::size_t title) const {
        const std::string_view first = trim(at(title));
        if (first.empty() || first.size() > kMaxTitleBytes || find_dateline(first)) {
            return title;
        }
        if (is_underline(at(title + 1))) {
            return title + 1;
        }
        for (std::size_t end = title + 1; end <= title + kMaxTitleLines; ++end) {
            if (body_or_stated(end)) {
                return end;
            }
            const bool block = is_blank(at(end));
            if (block && end > title + 1 && body_or_stated(behind_blanks(end)) &&
                !trim(at(end - 1)).ends_with('.')) {
                return end;
            }
            if (block || at(end).size() >= kParagraphLineBytes ||
                trim(at(end - 1)).ends_with('.')) {
                break;
            }
        }
        return is_title(title) ? title + 1 : title;
    }

    void take_title(std::size_t end) {
        const std::string_view first = at(next_);
        head_.title = std::string(first.substr(first.starts_with("# ") ? 2 : 0));
        for (++next_; next_ < end; ++next_) {
            head_.title += " " + std::string(at(next_));
        }
        head_.title = collapse_spaces(head_.title);
        next_ += is_underline(at(next_)) ? 1 : 0;
    }

    void take_line(const HeadLine& line) {
        head_.lines.push_back(collapse_spaces(at(next_)));
        if (!line.byline.empty()) {
            add_press_byline(head_.authors, line.byline);
        }
        head_.ambiguous = head_.ambiguous || line.ambiguous;
        if (line.modified) {
            head_.modified = line.modified;
        }
        if (line.date && !head_.published) {
            head_.published = line.date;
            may_be_list_ = is_entry(line);
        }
        if (head_.place.empty()) {
            head_.place = line.place;
        }
        ++next_;
    }

    /// The dates and bylines up to `end`.
    void take_stated(std::size_t end) {
        while (next_ < end) {
            take_line(read_at(next_));
            skip_blanks();
        }
    }

    /// Whether the names of `read`, at `line`, stand above a date, or below a byline or a date: an
    /// office below a byline, or one person alone below a date.
    [[nodiscard]] bool are_names_beside(std::size_t line, HeadLine& read) const {
        if (read_at(behind_blanks(line + 1)).kind == HeadLineKind::Date) {
            return true;
        }
        if (line != next_ || head_.lines.empty()) {
            return false;
        }
        if (is_office_alone(read.byline)) {
            read.byline.clear();
            return true;
        }
        const bool alone = read_at(line + 1).kind != HeadLineKind::Names;
        return names_office(read.byline) || (dated_ && alone);
    }

    /// What of the lines below the headline belongs to the head.
    void take_below() {
        bool standfirst = false;
        while (head_.lines.size() < kMaxHeadLines) {
            const std::size_t line = behind_blanks(next_);
            HeadLine read = read_at(line);
            const bool names = read.kind == HeadLineKind::Names && are_names_beside(line, read);
            if (read.kind == HeadLineKind::Date || read.kind == HeadLineKind::Byline || names) {
                dated_ = read.kind == HeadLineKind::Date;
                next_ = line;
                take_line(read);
                continue;
            }
            const std::size_t end = block_end(line);
            if (standfirst || head_.published || line >= lines_.size() ||
                !is_standfirst(line, end)) {
                break;
            }
            standfirst = true;
            head_.lines.push_back(join_lines(lines_.subspan(line, end - line)));
            next_ = end;
        }
        if (head_.modified && !head_.published) {
            head_.published = std::exchange(head_.modified, std::nullopt);
        }
    }

    /// Whether the lines from `line` to `end` are a short text before a byline or a date.
    [[nodiscard]] bool is_standfirst(std::size_t line, std::size_t end) const {
        std::size_t bytes = 0;
        for (std::size_t i = line; i < end; ++i) {
            bytes += at(i).size();
        }
        return bytes <= kMaxStandfirstBytes && !find_dateline(at(line)) &&
               states(behind_blanks(end));
    }

    /// Whether `line` can be the first line of an entry of a list: a day, maybe behind a place.
    static bool is_entry(const HeadLine& line) {
        return line.kind == HeadLineKind::Date && line.date && !line.labelled;
    }

    /// A list of events has a day before each of them: another one, or two more behind places.
    void drop_list_date() {
        if (!may_be_list_ || !head_.published) {
            return;
        }
        const auto day_of = [](const time::Published& date) {
            return std::chrono::floor<std::chrono::days>(date.instant);
        };
        constexpr int enough = 2;
        int entries = 0;
        const std::size_t end = std::min(lines_.size(), next_ + kMaxListLines);
        for (std::size_t i = next_; i < end && entries < enough; ++i) {
            const bool short_line = at(i).size() <= kMaxListLineBytes &&
                                    at(i).find_first_of("0123456789") != std::string_view::npos;
            const HeadLine read = short_line ? read_head_line(at(i), dates_) : HeadLine{};
            if (is_entry(read) && day_of(*read.date) != day_of(*head_.published)) {
                entries += read.bare ? enough : 1;
            }
        }
        if (entries >= enough) {
            head_.published.reset();
        }
    }

    std::span<const std::string_view> lines_;
    const time::DateReading& dates_;
    TextHead head_;
    std::size_t next_ = 0;
    bool dated_ = false;        ///< the line before is a date
    bool may_be_list_ = false;  ///< the date that was taken has no label
};

}  // namespace

TextHead read_text_head(std::span<const std::string_view> lines, const time::DateReading& dates) {
    return HeadReader(lines, dates).read();
}

TextHead read_below_headline(std::span<const std::string_view> lines,
                             const time::DateReading& dates) {
    return HeadReader(lines, dates).read_below();
}

}  // namespace dateline::source
