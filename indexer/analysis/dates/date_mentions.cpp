// The dates of an article as its mentions.
#include "indexer/analysis/dates/date_mentions.hpp"

#include "indexer/analysis/dates/event_dates.hpp"

#include <array>
#include <optional>

namespace dateline::analysis {
namespace {

using std::chrono::sys_days;

constexpr std::array<std::string_view, 13> kNames{"time",
                                                  "part_of_day",
                                                  "day",
                                                  "weekend",
                                                  "week",
                                                  "month",
                                                  "quarter",
                                                  "season",
                                                  "half",
                                                  "year",
                                                  "decade",
                                                  "century",
                                                  "reference"};

/// The day that is printed at the head of the article, `YYYY-MM-DD` or as the paper has it.
std::optional<sys_days> dateline_day(const Article& article, const DateContext& context) {
    const std::string& printed = article.dateline.date;
    if (printed.empty()) {
        return std::nullopt;
    }
    const std::vector<DateMention> dates = find_dates(printed, context);
    const bool day = dates.size() == 1 && dates.front().days &&
                     dates.front().granularity == DateGranularity::Day;
    return day ? std::optional(dates.front().days->from) : std::nullopt;
}

}  // namespace

std::string_view granularity_name(DateGranularity granularity) noexcept {
    return kNames[static_cast<std::size_t>(granularity)];
}

std::vector<Mention> date_mentions(const Article& article,
                                   std::string_view text,
                                   time::DateOrder order) {
    DateContext context;
    context.published = article.published;
    context.lang = article.lang;
    context.order = order;
    context.dateline = dateline_day(article, context);
    std::vector<Mention> mentions;
    for (DateMention& date : find_dates(text, context)) {
        Mention mention;
        mention.type = MentionType::Date;
        mention.start_bytes = date.start_bytes;
        mention.end_bytes = date.end_bytes;
        mention.value = std::move(date.value);
        mention.method = "rules";
        if (date.days) {
            mention.days = EventDays{
                date.days->from, date.days->to, std::string(granularity_name(date.granularity))};
        }
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

}  // namespace dateline::analysis
