// How well dates are found: the measures of TempEval-3.
#include "indexer/train/date_scores.hpp"

#include "indexer/analysis/dates/date_scanner.hpp"
#include "indexer/analysis/dates/event_dates.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace dateline::train {
namespace {

constexpr std::size_t kContextBytes = 60;

bool is_date(const MarkedDate& date) {
    return date.type == "DATE" || date.type == "TIME";
}

bool overlaps(const MarkedDate& one, const MarkedDate& two) {
    return one.start_bytes < two.end_bytes && two.start_bytes < one.end_bytes;
}

bool overlaps_any(const MarkedDate& date, const std::vector<MarkedDate>& others) {
    return std::any_of(
        others.begin(), others.end(), [&](const MarkedDate& each) { return overlaps(each, date); });
}

/// A value as it is compared: an hour alone is the full hour.
std::string comparable(const std::string& value) {
    const std::size_t clock = value.find('T');
    const bool hour = clock != std::string::npos && value.size() == clock + 3 &&
                      value[clock + 1] >= '0' && value[clock + 1] <= '9';
    return hour ? value + ":00" : value;
}

/// The text around a date, on one line.
std::string context_of(const DatedText& text, const MarkedDate& date) {
    const std::size_t from =
        date.start_bytes > kContextBytes ? date.start_bytes - kContextBytes : 0;
    std::string context = text.text.substr(from, date.start_bytes - from) + "[[" +
                          text.text.substr(date.start_bytes, date.end_bytes - date.start_bytes) +
                          "]]" + text.text.substr(date.end_bytes, kContextBytes);
    std::replace(context.begin(), context.end(), '\n', ' ');
    return context;
}

std::vector<MarkedDate> found_in(const DatedText& text) {
    analysis::DateContext context;
    context.published = text.published;
    context.lang = text.lang;
    std::vector<MarkedDate> found;
    for (const analysis::DateMention& mention : analysis::find_dates(text.text, context)) {
        const bool reference = mention.granularity == analysis::DateGranularity::Reference;
        if (mention.start_bytes >= text.scored_bytes || (reference && !text.marks_references)) {
            continue;
        }
        MarkedDate date{mention.start_bytes, mention.end_bytes, "DATE", mention.value};
        if (!overlaps_any(date, text.ignored)) {
            found.push_back(std::move(date));
        }
    }
    return found;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double harmonic_mean(double one, double two) {
    return one + two == 0 ? 0 : 2 * one * two / (one + two);
}

class Comparison {
public:
    Comparison(const DatedText& text, DateScores& scores) : text_(text), scores_(scores) {}

    void run(const std::vector<MarkedDate>& marked, const std::vector<MarkedDate>& found) {
        std::vector<bool> used(found.size(), false);
        for (const MarkedDate& date : marked) {
            ++scores_.counts.marked;
            scores_.counts.relaxed_marked += overlaps_any(date, found) ? 1U : 0U;
            const std::optional<std::size_t> match = best(date, found, used);
            if (!match) {
                report("missing", &date, nullptr);
                continue;
            }
            used[*match] = true;
            matched(date, found[*match]);
        }
        for (std::size_t at = 0; at < found.size(); ++at) {
            ++scores_.counts.found;
            scores_.counts.relaxed_found += overlaps_any(found[at], marked) ? 1U : 0U;
            if (!used[at]) {
                report("wrong", nullptr, &found[at]);
            }
        }
    }

private:
    /// The one of `found` with the same span, else the first that overlaps.
    static std::optional<std::size_t> best(const MarkedDate& date,
                                           const std::vector<MarkedDate>& found,
                                           const std::vector<bool>& used) {
        std::optional<std::size_t> match;
        for (std::size_t at = 0; at < found.size(); ++at) {
            if (used[at] || !overlaps(date, found[at])) {
                continue;
            }
            const bool same =
                found[at].start_bytes == date.start_bytes && found[at].end_bytes == date.end_bytes;
            if (same || !match) {
                match = at;
            }
        }
        return match;
    }

    void matched(const MarkedDate& marked, const MarkedDate& found) {
        const bool span =
            marked.start_bytes == found.start_bytes && marked.end_bytes == found.end_bytes;
        const bool value = comparable(marked.value) == comparable(found.value);
        ++scores_.counts.pairs;
        scores_.counts.strict += span ? 1U : 0U;
        scores_.counts.value += value ? 1U : 0U;
        if (!value) {
            report("value", &marked, &found);
        } else if (!span) {
            report("span", &marked, &found);
        }
    }

    void report(const std::string& kind, const MarkedDate* marked, const MarkedDate* found) {
        const auto shown = [&](const MarkedDate* date) {
            return date == nullptr
                       ? std::string()
                       : text_.text.substr(date->start_bytes, date->end_bytes - date->start_bytes) +
                             " = " + date->value;
        };
        const MarkedDate* place = marked != nullptr ? marked : found;
        scores_.errors.push_back(
            {kind, text_.name, shown(marked), shown(found), context_of(text_, *place)});
    }

    const DatedText& text_;
    DateScores& scores_;
};

}  // namespace

double DateCounts::strict_f1() const {
    return harmonic_mean(share(strict, marked), share(strict, found));
}

double DateCounts::relaxed_f1() const {
    return harmonic_mean(share(relaxed_marked, marked), share(relaxed_found, found));
}

double DateCounts::value_f1() const {
    return relaxed_f1() * share(value, pairs);
}

DateScores score_dates(const std::vector<DatedText>& texts, ScoredTypes types) {
    DateScores scores;
    for (const DatedText& text : texts) {
        const auto before = std::chrono::steady_clock::now();
        std::vector<MarkedDate> found = found_in(text);
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - before;
        scores.seconds += passed.count();
        scores.tokens += analysis::scan_tokens(text.text).size();
        std::vector<MarkedDate> marked;
        for (const MarkedDate& date : text.dates) {
            if (is_date(date) || types == ScoredTypes::All) {
                marked.push_back(date);
            }
        }
        if (types == ScoredTypes::Dates) {
            std::erase_if(found, [&](const MarkedDate& each) {
                return !overlaps_any(each, marked) && overlaps_any(each, text.dates);
            });
        }
        Comparison(text, scores).run(marked, found);
    }
    return scores;
}

}  // namespace dateline::train
