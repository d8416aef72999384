// Line by line from the first, until one is neither headline nor byline nor date.
#include "indexer/source/text/text_head.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/text/head_lines.hpp"
#include "indexer/source/text/press_values.hpp"
#include "indexer/source/text/text_layout.hpp"

#include <algorithm>
#include <utility>

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
        const std::string_view next = trim(at(line + 1));
        const bool goes_on = !next.empty() && next.front() >= 'a' && next.front() <= 'z';
        if (goes_on && read_head_line(next, dates_).kind == HeadLineKind::Text) {
            return {};
        }
        return read;
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
    [[nodiscard]] bool is_bare_date(std::size_t line) const {
        const HeadLine read = read_at(line);
        return read.kind == HeadLineKind::Date && read.bare && !read.labelled;
    }

    /// The first line from `line` on that is none of the dates and bylines before a headline;
    /// `line` if there is no other.
    [[nodiscard]] std::size_t behind_stated(std::size_t line) const {
        std::size_t next = line;
        for (std::size_t count = 0; count < kMaxHeadLines; ++count) {
            const HeadLine read = read_at(next);
            const bool states_it = (read.kind == HeadLineKind::Date && read.bare) ||
                                   (read.kind == HeadLineKind::Byline && !at(next).empty());
            if (!states_it) {
                break;
            }
            next = behind_blanks(next + 1);
        }
        return next < lines_.size() ? next : line;
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
        if (line.date && line.updated) {
            head_.modified = line.date;
        } else if (line.date && !head_.published) {
            head_.published = line.date;
            from_list_ = line.bare && !line.labelled;
        }
        if (!line.place.empty() && head_.place.empty()) {
            head_.place = line.place;
            head_.place_date =
                head_.lines.back().substr(std::min(head_.lines.back().size(), line.place.size()));
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

    /// What of the lines below the headline belongs to the head.
    void take_below() {
        bool standfirst = false;
        while (head_.lines.size() < kMaxHeadLines) {
            const std::size_t line = behind_blanks(next_);
            const HeadLine read = read_at(line);
            const std::size_t after = behind_blanks(line + 1);
            const bool below = line == next_ && !head_.lines.empty();
            const bool office = below && names_office(read.byline);
            const bool beside =
                read.kind == HeadLineKind::Names &&
                (read_at(after).kind == HeadLineKind::Date || office || (below && dated_));
            if (read.kind == HeadLineKind::Date || read.kind == HeadLineKind::Byline || beside) {
                next_ = line;
                dated_ = read.kind == HeadLineKind::Date;
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

    /// A list of events has a day before each of them.
    void drop_list_date() {
        constexpr int days_of_a_list = 2;
        const auto is_date = [this](std::string_view line) {
            const HeadLine read = read_head_line(line, dates_);
            return read.kind == HeadLineKind::Date && read.bare && !read.labelled;
        };
        const auto rest = lines_.subspan(next_);
        if (from_list_ && std::count_if(rest.begin(), rest.end(), is_date) >= days_of_a_list) {
            head_.published.reset();
        }
    }

    std::span<const std::string_view> lines_;
    const time::DateReading& dates_;
    TextHead head_;
    std::size_t next_ = 0;
    bool dated_ = false;      ///< the line before is a date
    bool from_list_ = false;  ///< the date that was taken has no label
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
