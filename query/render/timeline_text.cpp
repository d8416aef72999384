// Layout of timelines.
#include "query/render/timeline_text.hpp"

#include "common/base/printable.hpp"
#include "query/render/columns.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace dateline::render {
namespace {

using search::Timeline;
using search::TimelineSeries;

constexpr std::string_view kGap = "  ";
constexpr std::size_t kMaxBarColumns = 60;
constexpr std::size_t kMinBarColumns = 4;
constexpr std::size_t kMaxQueryColumns = 60;
constexpr std::size_t kShareColumns = 6;  // 100.0%

/// So many buckets in a row without articles are one line.
constexpr std::size_t kLongEmpty = 5;

std::string left_padded(const std::string& text, std::size_t columns) {
    return std::string(columns - std::min(columns, columns_of(text)), ' ') + text;
}

std::string right_padded(const std::string& text, std::size_t columns) {
    return text + std::string(columns - std::min(columns, columns_of(text)), ' ');
}

std::string counted(std::uint64_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

/// `share` in percent with one decimal, whatever the locale; a share that would be 0.0 is `<0.1%`.
std::string percent(double share) {
    const auto tenths = static_cast<std::uint64_t>(std::llround(share * 1000));
    if (tenths == 0 && share > 0) {
        return "<0.1%";
    }
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

/// A bar of `eighths` eighths of a column.
std::string block_bar(std::size_t eighths) {
    std::string bar;
    for (std::size_t i = 0; i < eighths / 8; ++i) {
        bar += "█";
    }
    if (const std::size_t rest = eighths % 8; rest > 0) {
        // U+258F is one eighth, U+2589 seven.
        bar += "\xE2\x96";
        bar += static_cast<char>(0x90 - rest);
    }
    return bar;
}

/// What all lines of one timeline have in common.
class Layout {
public:
    Layout(const Timeline& timeline, const Style& style) : timeline_(timeline), style_(style) {
        name_columns_ = missing_name().size();
        for (const std::chrono::sys_days start : timeline.starts) {
            name_columns_ =
                std::max(name_columns_, search::bucket_name(start, timeline.level).size());
        }
        for (const TimelineSeries& series : timeline.series) {
            count_columns_ = std::max(count_columns_, std::to_string(series.missing).size());
            for (std::size_t i = 0; i < timeline.starts.size(); ++i) {
                count_columns_ =
                    std::max(count_columns_, std::to_string(series.articles[i]).size());
                most_ = std::max(most_, height(series, i));
            }
        }
        const std::size_t taken = kGap.size() + name_columns_;
        const std::size_t each =
            (style.columns > taken ? style.columns - taken : 0) / timeline.series.size();
        const std::size_t numbers = cell_columns();
        bar_columns_ = each > numbers + kGap.size()
                           ? std::min(each - numbers - kGap.size(), kMaxBarColumns)
                           : 0;
        bar_columns_ = bar_columns_ < kMinBarColumns ? 0 : bar_columns_;
    }

    [[nodiscard]] static std::string missing_name() { return "missing"; }

    [[nodiscard]] std::string name(const std::string& text) const {
        return std::string(kGap) + right_padded(text, name_columns_);
    }

    /// The line of bucket number `bucket`.
    [[nodiscard]] std::string line(std::size_t bucket) const {
        std::string out = name(search::bucket_name(timeline_.starts[bucket], timeline_.level));
        for (const TimelineSeries& series : timeline_.series) {
            const std::string bar_text = bar(height(series, bucket));
            out += numbers(std::to_string(series.articles[bucket]), share(series, bucket));
            if (bar_columns_ > 0) {
                out.append(kGap).append(right_padded(bar_text, bar_columns_));
            }
        }
        return trimmed(std::move(out));
    }

    /// The line of what is in no bucket.
    [[nodiscard]] std::string missing_line() const {
        std::string out = name(missing_name());
        for (const TimelineSeries& series : timeline_.series) {
            out += numbers(std::to_string(series.missing), "");
            if (bar_columns_ > 0 && timeline_.series.size() > 1) {
                out.append(kGap).append(bar_columns_, ' ');
            }
        }
        const std::string unit(search::level_name(timeline_.level));
        const std::string why = timeline_.field->id == schema::FieldId::Event
                                    ? "speak of no " + unit
                                    : "state no " + unit + " of publication";
        if (timeline_.series.size() == 1) {
            out.append(kGap).append("(").append(why).append(")");
        }
        return trimmed(std::move(out));
    }

    /// The numbers of the queries above their columns.
    [[nodiscard]] std::string title_line() const {
        std::string out = name("");
        for (std::size_t i = 0; i < timeline_.series.size(); ++i) {
            out += numbers("[" + std::to_string(i + 1) + "]", "");
            if (bar_columns_ > 0) {
                out.append(kGap).append(bar_columns_, ' ');
            }
        }
        return trimmed(std::move(out));
    }

private:
    /// Columns of the numbers of one query.
    [[nodiscard]] std::size_t cell_columns() const {
        return kGap.size() + std::max<std::size_t>(count_columns_, 4) +
               (timeline_.archive.empty() ? 0 : kGap.size() + kShareColumns);
    }

    [[nodiscard]] std::string numbers(const std::string& count, const std::string& of_all) const {
        std::string out =
            std::string(kGap) + left_padded(count, std::max<std::size_t>(count_columns_, 4));
        if (!timeline_.archive.empty()) {
            out += std::string(kGap) + left_padded(of_all, kShareColumns);
        }
        return out;
    }

    [[nodiscard]] std::string share(const TimelineSeries& series, std::size_t bucket) const {
        const std::optional<double> of_all = timeline_.share(series, bucket);
        return of_all ? percent(*of_all) : "-";
    }

    /// What the bar shows: the share, where shares are given, else the number.
    [[nodiscard]] double height(const TimelineSeries& series, std::size_t bucket) const {
        return timeline_.archive.empty() ? static_cast<double>(series.articles[bucket])
                                         : timeline_.share(series, bucket).value_or(0);
    }

    /// A bar that fills its columns for the greatest height, and is seen unless the height is 0.
    [[nodiscard]] std::string bar(double of_height) const {
        if (of_height <= 0 || bar_columns_ == 0) {
            return {};
        }
        const double columns = of_height / most_ * static_cast<double>(bar_columns_);
        const auto steps = [](double length) {
            return std::max<std::size_t>(static_cast<std::size_t>(std::lround(length)), 1);
        };
        return style_.utf8 ? block_bar(steps(columns * 8)) : std::string(steps(columns), '#');
    }

    static std::string trimmed(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        return line + "\n";
    }

    const Timeline& timeline_;
    const Style& style_;
    std::size_t name_columns_ = 0;
    std::size_t count_columns_ = 0;
    std::size_t bar_columns_ = 0;
    double most_ = 0;
};

bool is_empty(const Timeline& timeline, std::size_t bucket) {
    return std::all_of(
        timeline.series.begin(), timeline.series.end(), [bucket](const TimelineSeries& series) {
            return series.articles[bucket] == 0;
        });
}

/// The number of buckets without articles from `first` on.
std::size_t empty_from(const Timeline& timeline, std::size_t first) {
    std::size_t end = first;
    while (end < timeline.starts.size() && is_empty(timeline, end)) {
        ++end;
    }
    return end - first;
}

std::string head(const Timeline& timeline) {
    std::string out = "timeline " + timeline.name();
    if (!timeline.zone.is_utc()) {
        out += " · " + timeline.zone.name();
    }
    if (timeline.starts.empty()) {
        return out + " · no article in any " + std::string(search::level_name(timeline.level)) +
               "\n";
    }
    out += " · " + search::bucket_name(timeline.starts.front(), timeline.level) + " to " +
           search::bucket_name(timeline.starts.back(), timeline.level) + " · " +
           counted(timeline.starts.size(), search::level_name(timeline.level));
    if (timeline.series.size() == 1) {
        const std::vector<std::uint64_t>& articles = timeline.series.front().articles;
        const auto most = std::max_element(articles.begin(), articles.end());
        if (*most > 0) {
            const auto bucket = static_cast<std::size_t>(most - articles.begin());
            out += " · most " + std::to_string(*most) + " in " +
                   search::bucket_name(timeline.starts[bucket], timeline.level);
        }
    }
    return out + "\n";
}

}  // namespace

std::string comparison_text(const Report& report) {
    std::vector<const Report*> all = {&report};
    std::uint64_t most = report.answer.total;
    for (const Report& other : report.compared) {
        all.push_back(&other);
        most = std::max(most, other.answer.total);
    }
    std::string out = "compared:\n";
    for (std::size_t i = 0; i < all.size(); ++i) {
        const search::Answer& answer = all[i]->answer;
        const std::string number = "[" + std::to_string(i + 1) + "]";
        out.append(kGap).append(left_padded(number, all.size() > 9 ? 4 : 3)).append(kGap);
        out += left_padded(std::to_string(answer.total), std::to_string(most).size()) +
               (answer.total == 1 ? " article   " : " articles  ") +
               cut_to_columns(printable_line(answer.canonical), kMaxQueryColumns) + "\n";
    }
    return out;
}

std::string timeline_text(const Report& report, const Style& style) {
    const Timeline& timeline = *report.timeline;
    const Layout layout(timeline, style);
    std::string out = head(timeline);
    if (timeline.series.size() > 1) {
        out += layout.title_line();
    }
    for (std::size_t i = 0; i < timeline.starts.size(); ++i) {
        const std::size_t empty = empty_from(timeline, i);
        if (empty < kLongEmpty) {
            out += layout.line(i);
            continue;
        }
        out += layout.name(style.utf8 ? "⋮" : ":") + std::string(kGap) + "none in " +
               counted(empty, search::level_name(timeline.level)) + ", " +
               search::bucket_name(timeline.starts[i], timeline.level) + " to " +
               search::bucket_name(timeline.starts[i + empty - 1], timeline.level) + "\n";
        i += empty - 1;
    }
    return out + layout.missing_line();
}

}  // namespace dateline::render
