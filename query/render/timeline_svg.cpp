// Drawing with rectangles, lines and text.
#include "query/render/timeline_svg.hpp"

#include "common/base/printable.hpp"
#include "query/render/columns.hpp"
#include "query/render/timeline_axis.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace dateline::render {
namespace {

using search::Timeline;
using search::TimelineSeries;

// All measures in pixels of the drawing.
constexpr double kWidth = 960;
constexpr double kLeft = 64;
constexpr double kRight = 24;
constexpr double kPlotHeight = 280;
constexpr double kHeadHeight = 72;
constexpr double kLegendHeight = 20;
constexpr double kFootHeight = 44;

/// Of bold letters as wide as those of DejaVu Sans, capitals among them, what the width holds.
constexpr std::size_t kHeadColumns = 68;
constexpr std::size_t kTitleColumns = 400;
constexpr std::size_t kLegendColumns = 100;

/// Up to this many buckets are bars of their own, with their numbers as tooltips.
constexpr std::size_t kMaxBars = 430;

/// Up to this many buckets have dots on the lines.
constexpr std::size_t kMaxDots = 62;

/// Told apart with all common kinds of colour blindness (M. Okabe and K. Ito, "Color Universal
/// Design", 2008), then more of them, for as many queries as can be compared.
constexpr std::array<std::string_view, 10> kColours = {"#0072b2",
                                                       "#d55e00",
                                                       "#009e73",
                                                       "#cc79a7",
                                                       "#e69f00",
                                                       "#56b4e9",
                                                       "#000000",
                                                       "#7f3c8d",
                                                       "#8c6d31",
                                                       "#999999"};

/// `value` with at most two decimals and a point, whatever the locale.
std::string number(double value) {
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 2);
    std::string text(buffer.data(), result.ptr);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string text_element(
    double x, double y, std::string_view anchor, std::string_view more, std::string_view text) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" +
           std::string(anchor) + "\"" + std::string(more) + ">" + xml_text(text) + "</text>\n";
}

std::string line_element(double x1, double y1, double x2, double y2, std::string_view colour) {
    return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
           "\" y2=\"" + number(y2) + "\" stroke=\"" + std::string(colour) + "\"/>\n";
}

std::string articles_of(std::uint64_t count) {
    return std::to_string(count) + (count == 1 ? " article" : " articles");
}

std::string unit_of(const Timeline& timeline) {
    return std::string(search::level_name(timeline.level));
}

/// One drawing.
class Drawing {
public:
    explicit Drawing(const Report& report)
        : report_(report),
          timeline_(*report.timeline),
          shares_(!timeline_.archive.empty()),
          top_(kHeadHeight +
               kLegendHeight * static_cast<double>(is_single() ? 0 : timeline_.series.size())),
          slot_((kWidth - kLeft - kRight) /
                static_cast<double>(std::max<std::size_t>(timeline_.starts.size(), 1))) {
        for (const TimelineSeries& series : timeline_.series) {
            for (std::size_t i = 0; i < timeline_.starts.size(); ++i) {
                most_ = std::max(most_, height(series, i).value_or(0));
            }
        }
        // Without any article the axis still goes up to one.
        const double most = most_ > 0 ? most_ : 1;
        step_ = value_step(most, shares_ ? 1e-6 : 1);
        ceiling_ = std::ceil(most / step_ - 1e-9) * step_;
    }

    std::string draw() {
        start();
        head();
        axes();
        if (timeline_.starts.empty()) {
            out_ += text_element((kLeft + kWidth - kRight) / 2,
                                 top_ + kPlotHeight / 2,
                                 "middle",
                                 "",
                                 "no article in any " + unit_of(timeline_));
        } else if (is_single()) {
            bars(timeline_.series.front());
        } else {
            for (std::size_t i = 0; i < timeline_.series.size(); ++i) {
                line(timeline_.series[i], i);
            }
        }
        out_ += "</svg>\n";
        return std::move(out_);
    }

private:
    [[nodiscard]] bool is_single() const { return timeline_.series.size() == 1; }

    [[nodiscard]] const search::Answer& answer(std::size_t series) const {
        return series == 0 ? report_.answer : report_.compared[series - 1].answer;
    }

    /// What is drawn: articles, or their share; nothing where there is no share.
    [[nodiscard]] std::optional<double> height(const TimelineSeries& series,
                                               std::size_t bucket) const {
        return shares_ ? timeline_.share(series, bucket)
                       : std::optional(static_cast<double>(series.articles[bucket]));
    }

    [[nodiscard]] double y_of(double value) const {
        return top_ + kPlotHeight * (1 - value / ceiling_);
    }

    /// The left border of a bucket.
    [[nodiscard]] double x_of(std::size_t bucket) const {
        return kLeft + slot_ * static_cast<double>(bucket);
    }

    void start() {
        const std::string width = number(kWidth);
        const std::string tall = number(top_ + kPlotHeight + kFootHeight);
        const search::IndexInfo& index = report_.answer.index;
        out_ = R"(<?xml version="1.0" encoding="UTF-8"?>)"
               "\n"
               R"(<svg xmlns="http://www.w3.org/2000/svg" version="1.1" role="img" width=")" +
               width + "\" height=\"" + tall + "\" viewBox=\"0 0 " + width + " " + tall +
               R"(" font-family="sans-serif" font-size="12" fill="#222222">)"
               "\n<title>" +
               xml_text(title(kTitleColumns)) + "</title>\n<desc>" +
               xml_text("dateline-query: " + what_is_drawn() + "; index " + index.uuid +
                        ", revision " + std::to_string(index.revision)) +
               "</desc>\n<rect width=\"" + width + "\" height=\"" + tall +
               "\" fill=\"#ffffff\"/>\n";
    }

    [[nodiscard]] std::string title(std::size_t columns) const {
        std::string text = report_.answer.canonical;
        for (const Report& other : report_.compared) {
            text += " | " + other.answer.canonical;
        }
        return cut_to_columns(printable_line(text), columns);
    }

    [[nodiscard]] std::string what_is_drawn() const {
        const bool events = timeline_.field->id == schema::FieldId::Event;
        return std::string(shares_ ? "share of all articles" : "articles") + " by " +
               unit_of(timeline_) + (events ? " spoken of" : " of publication");
    }

    [[nodiscard]] std::string missing_of(const TimelineSeries& series) const {
        return std::to_string(series.missing) + " without a " + unit_of(timeline_);
    }

    void head() {
        out_ += text_element(
            kLeft, 28, "start", R"( font-size="17" font-weight="bold")", title(kHeadColumns));
        std::string below = what_is_drawn() + " · days of " + timeline_.zone.name();
        if (is_single()) {
            below = articles_of(report_.answer.total) + " · " + below + " · " +
                    missing_of(timeline_.series.front());
        }
        out_ += text_element(kLeft, 48, "start", R"( fill="#555555")", below);
        for (std::size_t i = 0; !is_single() && i < timeline_.series.size(); ++i) {
            const double y = kHeadHeight + kLegendHeight * static_cast<double>(i);
            out_ +=
                "<path d=\"M" + number(kLeft) + " " + number(y - 4) + "h24\"" + stroke(i) + "/>\n";
            const std::string query =
                cut_to_columns(printable_line(answer(i).canonical), kLegendColumns);
            out_ += text_element(kLeft + 32,
                                 y,
                                 "start",
                                 "",
                                 query + " · " + articles_of(answer(i).total) + " · " +
                                     missing_of(timeline_.series[i]));
        }
    }

    void axes() {
        const double bottom = top_ + kPlotHeight;
        for (double value = 0; value < ceiling_ + step_ / 2; value += step_) {
            const double y = y_of(value);
            out_ += line_element(kLeft, y, kWidth - kRight, y, value > 0 ? "#e0e0e0" : "#555555");
            out_ +=
                text_element(kLeft - 8, y + 4, "end", "", shares_ ? percent(value) : number(value));
        }
        for (const TimeTick& tick : time_ticks(timeline_.starts, timeline_.level)) {
            const double x = is_single() && timeline_.starts.size() > kMaxBars
                                 ? x_of(tick.bucket)
                                 : x_of(tick.bucket) + slot_ / 2;
            out_ += line_element(x, bottom, x, bottom + 5, "#555555");
            // The outermost labels must not be cut off.
            const std::string_view anchor = x < kLeft + 10             ? "start"
                                            : x > kWidth - kRight - 30 ? "end"
                                                                       : "middle";
            out_ += text_element(x, bottom + 20, anchor, "", tick.label);
        }
    }

    /// `value` in percent, with the decimals that marks need.
    [[nodiscard]] std::string percent(double value) const {
        const double of_hundred = step_ * 100;
        const int decimals =
            of_hundred >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(of_hundred) - 1e-9));
        std::array<char, 64> buffer{};
        const auto result = std::to_chars(buffer.data(),
                                          buffer.data() + buffer.size(),
                                          value * 100,
                                          std::chars_format::fixed,
                                          decimals);
        return std::string(buffer.data(), result.ptr) + "%";
    }

    void bars(const TimelineSeries& series) {
        if (timeline_.starts.size() > kMaxBars) {
            area(series);
            return;
        }
        const double gap = std::min(slot_ * 0.2, 4.0);
        out_ += "<g fill=\"" + std::string(kColours[0]) + "\">\n";
        for (std::size_t i = 0; i < timeline_.starts.size(); ++i) {
            const double value = height(series, i).value_or(0);
            if (value <= 0) {
                continue;
            }
            const double y = y_of(value);
            out_ += "<rect x=\"" + number(x_of(i) + gap / 2) + "\" y=\"" + number(y) +
                    "\" width=\"" + number(slot_ - gap) + "\" height=\"" +
                    number(top_ + kPlotHeight - y) + "\"><title>" + xml_text(tooltip(series, i)) +
                    "</title></rect>\n";
        }
        out_ += "</g>\n";
    }

    [[nodiscard]] std::string tooltip(const TimelineSeries& series, std::size_t bucket) const {
        std::string text = search::bucket_name(timeline_.starts[bucket], timeline_.level) + ": " +
                           articles_of(series.articles[bucket]);
        return shares_ ? text + " of " + std::to_string(timeline_.archive[bucket]) : text;
    }

    /// Many buckets: one shape with steps.
    void area(const TimelineSeries& series) {
        std::string path = "M" + number(kLeft) + " " + number(y_of(0));
        for (std::size_t i = 0; i < timeline_.starts.size(); ++i) {
            path += "V" + number(y_of(height(series, i).value_or(0))) + "H" + number(x_of(i + 1));
        }
        out_ += "<path fill=\"" + std::string(kColours[0]) + "\" d=\"" + path + "V" +
                number(y_of(0)) + "Z\"/>\n";
    }

    [[nodiscard]] static std::string stroke(std::size_t series) {
        std::string style = " fill=\"none\" stroke-width=\"1.8\" stroke=\"" +
                            std::string(kColours[series % kColours.size()]) + "\"";
        return series % 2 == 1 ? style + " stroke-dasharray=\"6 3\"" : style;
    }

    /// A line through the middles of the buckets, with gaps where there is no share.
    void line(const TimelineSeries& series, std::size_t index) {
        std::string path;
        std::string dots;
        bool is_drawn = false;
        for (std::size_t i = 0; i < timeline_.starts.size(); ++i) {
            const std::optional<double> value = height(series, i);
            if (value) {
                const std::string x = number(x_of(i) + slot_ / 2);
                const std::string y = number(y_of(*value));
                path.append(is_drawn ? "L" : "M").append(x).append(" ").append(y);
                dots += "<circle r=\"2.5\" cx=\"" + x + "\" cy=\"" + y + "\"><title>" +
                        xml_text(tooltip(series, i)) + "</title></circle>\n";
            }
            is_drawn = value.has_value();
        }
        if (!path.empty()) {
            out_ += "<path d=\"" + path + "\"" + stroke(index) + "/>\n";
        }
        if (timeline_.starts.size() <= kMaxDots && !dots.empty()) {
            out_ += "<g fill=\"" + std::string(kColours[index % kColours.size()]) + "\">\n" + dots +
                    "</g>\n";
        }
    }

    const Report& report_;
    const Timeline& timeline_;
    bool shares_;
    double top_;   ///< of the plot
    double slot_;  ///< width of a bucket
    double most_ = 0;
    double step_ = 1;
    double ceiling_ = 1;  ///< value at the top of the plot
    std::string out_;
};

}  // namespace

std::string timeline_svg(const Report& report) {
    return Drawing(report).draw();
}

std::string xml_text(std::string_view text) {
    std::string out;
    for (const char c : printable_line(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    // The only characters that printable() leaves and XML 1.0 (section 2.2) forbids.
    for (const std::string_view forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (std::size_t at = out.find(forbidden); at != std::string::npos;
             at = out.find(forbidden, at)) {
            out.replace(at, forbidden.size(), "\xEF\xBF\xBD");
        }
    }
    return out;
}

}  // namespace dateline::render
