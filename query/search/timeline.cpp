// Requests for timelines, their ends, and their buckets.
#include "query/search/timeline.hpp"

#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "query/parse/suggest.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dateline::search {
namespace {

using parse::DayRange;
using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using std::chrono::sys_days;

struct LevelRow {
    std::string_view name;
    DateLevel level;
};

constexpr LevelRow kLevels[] = {{"day", DateLevel::Day},
                                {"week", DateLevel::Week},
                                {"month", DateLevel::Month},
                                {"year", DateLevel::Year}};

constexpr FieldId kFields[] = {FieldId::Date, FieldId::Event};

std::vector<std::string> timeline_names() {
    std::vector<std::string> names;
    for (const FieldId id : kFields) {
        for (const LevelRow& row : kLevels) {
            names.push_back(std::string(schema::field(id).name) + "." + std::string(row.name));
        }
    }
    return names;
}

[[noreturn]] void bad_timeline(std::string_view text) {
    const std::vector<std::string> names = timeline_names();
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    std::optional<std::string_view> near = parse::nearest(text, candidates);
    std::string listed;
    for (const std::string& name : names) {
        listed += (listed.empty() ? "" : ", ") + name;
        // Only the unit was given: `day`.
        if (!near && name == "date." + ascii_lower(text)) {
            near = name;
        }
    }
    throw Error(ErrorCode::Usage,
                "there is no timeline '" + printable_line(text) + "'",
                near ? "did you mean '" + std::string(*near) + "'?" : "timelines are " + listed);
}

/// The part of time that both `a` and `b` ask for.
DayRange both(const DayRange& a, const DayRange& b) {
    DayRange range = a;
    range.from = a.from && b.from ? std::max(a.from, b.from) : a.from ? a.from : b.from;
    range.to = a.to && b.to ? std::min(a.to, b.to) : a.to ? a.to : b.to;
    return range;
}

/// The time from the first to the last day that `a` or `b` asks for.
DayRange around(const DayRange& a, const DayRange& b) {
    DayRange range;
    range.from = a.from && b.from ? std::min(a.from, b.from) : std::nullopt;
    range.to = a.to && b.to ? std::max(a.to, b.to) : std::nullopt;
    return range;
}

/// The days of `field` that `tree` itself asks for; an end is open where it says nothing.
///
/// Two periods that one article must speak of need not overlap: the time around them is asked for.
DayRange asked_days(const Node& tree, const schema::Field& field) {
    DayRange range;
    if (tree.kind == NodeKind::Days && tree.field == &field && !tree.days.undated &&
        !tree.days.overlapping) {
        range.from = tree.days.from;
        range.to = tree.days.to;
    } else if (tree.kind == NodeKind::And) {
        for (const Node& child : tree.children) {
            const DayRange more = asked_days(child, field);
            const bool is_first = !range.from && !range.to;
            const bool says_nothing = !more.from && !more.to;
            range = is_first                     ? more
                    : says_nothing               ? range
                    : field.id == FieldId::Event ? around(range, more)
                                                 : both(range, more);
        }
    } else if (tree.kind == NodeKind::Or) {
        range = asked_days(tree.children.front(), field);
        for (const Node& child : tree.children) {
            range = around(range, asked_days(child, field));
        }
    }
    // Where nothing can match, the query says nothing about time either.
    return range.from && range.to && *range.from >= *range.to ? DayRange() : range;
}

/// The starts of the first and the last bucket.
using Ends = std::pair<sys_days, sys_days>;

/// The ends that one query asks for or has; std::nullopt if it has no buckets.
std::optional<Ends> ends_of(const TimelineInput& input, const TimelineRequest& request) {
    const DayRange asked = asked_days(input.tree, *request.field);
    const auto& counted = input.counts.matching.articles;
    if (counted.empty() && !(asked.from && asked.to)) {
        return std::nullopt;
    }
    const sys_days first =
        asked.from ? bucket_start(*asked.from, request.level) : counted.begin()->first;
    const sys_days last = asked.to ? bucket_start(*asked.to - std::chrono::days(1), request.level)
                                   : counted.rbegin()->first;
    // With one end asked for, all that an event has been counted for may lie beyond it.
    return first <= last ? std::optional(Ends(first, last)) : std::nullopt;
}

std::optional<Ends> ends_of_all(const std::vector<TimelineInput>& inputs,
                                const TimelineRequest& request) {
    std::optional<Ends> ends;
    for (const TimelineInput& input : inputs) {
        const auto own = ends_of(input, request);
        if (own && ends) {
            ends = Ends(std::min(ends->first, own->first), std::max(ends->second, own->second));
        } else if (own) {
            ends = own;
        }
    }
    return ends;
}

std::vector<sys_days> starts_between(const Ends& ends, const TimelineRequest& request) {
    std::vector<sys_days> starts;
    for (sys_days start = ends.first; start <= ends.second;
         start = bucket_end(start, request.level)) {
        if (starts.size() == kMaxBuckets) {
            const std::string field(request.field->name);
            throw Error(ErrorCode::Usage,
                        "the timeline from " + bucket_name(ends.first, request.level) + " to " +
                            bucket_name(ends.second, request.level) + " has more than " +
                            std::to_string(kMaxBuckets) + " parts",
                        "take longer ones, as --timeline " + field +
                            ".month, or ask for less time, as " + field + ":2024..2025");
        }
        starts.push_back(start);
    }
    return starts;
}

/// The numbers of `counts` in the order of `starts`.
std::vector<std::uint64_t> numbers_at(const std::vector<sys_days>& starts,
                                      const BucketCounts& counts) {
    std::vector<std::uint64_t> numbers;
    numbers.reserve(starts.size());
    for (const sys_days start : starts) {
        const auto found = counts.articles.find(start);
        numbers.push_back(found == counts.articles.end() ? 0 : found->second);
    }
    return numbers;
}

void check_query_bytes(const Timeline& timeline) {
    std::size_t bytes = 0;
    for (const TimelineSeries& series : timeline.series) {
        bytes += series.refiner.size_bytes();
    }
    if (bytes * timeline.starts.size() > kMaxBucketQueryBytes) {
        const std::string field(timeline.field->name);
        throw Error(ErrorCode::Usage,
                    "a timeline of " + std::to_string(timeline.starts.size()) +
                        " parts cannot repeat a query of " + std::to_string(bytes) +
                        " bytes for each",
                    "take longer parts, as --timeline " + field +
                        ".year, or ask for less time, as " + field + ":2024..2025");
    }
}

}  // namespace

TimelineRequest parse_timeline(std::string_view text) {
    const std::size_t dot = text.find('.');
    TimelineRequest request;
    request.field = schema::find_field(text.substr(0, dot));
    const std::string level =
        dot == std::string_view::npos ? "month" : ascii_lower(text.substr(dot + 1));
    const auto* const row =
        std::find_if(std::begin(kLevels), std::end(kLevels), [&level](const LevelRow& each) {
            return each.name == level;
        });
    const bool is_field =
        request.field != nullptr &&
        std::find(std::begin(kFields), std::end(kFields), request.field->id) != std::end(kFields);
    if (!is_field || row == std::end(kLevels)) {
        bad_timeline(text);
    }
    request.level = row->level;
    return request;
}

std::string_view level_name(DateLevel level) noexcept {
    return std::find_if(std::begin(kLevels),
                        std::end(kLevels),
                        [level](const LevelRow& row) { return row.level == level; })
        ->name;
}

std::optional<double> Timeline::share(const TimelineSeries& of, std::size_t bucket) const {
    if (archive.empty() || archive[bucket] == 0) {
        return std::nullopt;
    }
    return static_cast<double>(of.articles[bucket]) / static_cast<double>(archive[bucket]);
}

std::string Timeline::query(const TimelineSeries& of, std::size_t bucket) const {
    Node leaf;
    leaf.kind = NodeKind::Days;
    leaf.field = field;
    leaf.days = bucket_days(starts[bucket], level);
    return of.refiner.with(print_query(leaf));
}

std::string Timeline::name() const {
    return std::string(field->name) + "." + std::string(level_name(level));
}

Timeline make_timeline(const TimelineRequest& request,
                       const time::Zone& zone,
                       std::vector<TimelineInput> inputs) {
    Timeline timeline;
    timeline.field = request.field;
    timeline.level = request.level;
    timeline.zone = zone;
    if (const auto ends = ends_of_all(inputs, request)) {
        timeline.starts = starts_between(*ends, request);
    }
    if (request.normalise && !inputs.front().counts.archive_cut) {
        timeline.archive = numbers_at(timeline.starts, inputs.front().counts.archive);
    }
    for (const TimelineInput& input : inputs) {
        timeline.series.push_back({Refiner(input.tree),
                                   numbers_at(timeline.starts, input.counts.matching),
                                   input.counts.matching.missing});
    }
    check_query_bytes(timeline);
    return timeline;
}

}  // namespace dateline::search
