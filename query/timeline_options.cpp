// Reads --timeline, --normalise, --compare, --svg and --tz.
#include "query/timeline_options.hpp"

#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "query/option_values.hpp"
#include "query/parse/suggest.hpp"
#include "query/usage.hpp"

#include <algorithm>
#include <utility>

namespace dateline::query {
namespace {

/// Whether `text` is an offset behind `UTC` or `GMT`: `UTC+2`.
bool has_offset_of_utc(const std::string& text) {
    const std::string start = ascii_lower(text.substr(0, 3));
    return (start == "utc" || start == "gmt") && text.size() > 3;
}

/// The name that was meant by `text`: one that is nearly the same, or that ends in it (`berlin`).
std::string zone_hint(const std::string& text) {
    if (has_offset_of_utc(text)) {
        return "as in --tz +02:00";
    }
    const std::vector<std::string> names = time::zone_names();
    std::vector<std::string> lower;
    lower.reserve(names.size());
    for (const std::string& name : names) {
        lower.push_back(ascii_lower(name));
    }
    std::string city = ascii_lower(text);
    std::replace(city.begin(), city.end(), ' ', '_');
    const std::vector<std::string_view> candidates(lower.begin(), lower.end());
    const auto near = parse::nearest(city, candidates);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (near ? lower[i] == *near : lower[i].ends_with("/" + city)) {
            return "did you mean '" + names[i] + "'?";
        }
    }
    return "name a place, as Europe/Berlin or America/New_York, or an offset, as +02:00";
}

/// Why `text`, which is no zone, is none.
std::string zone_failure(const std::string& text) {
    const bool is_short = text.size() >= 3 && text.size() <= 4 &&
                          text.find_first_of("+-:0123456789/") == std::string::npos;
    if (is_short) {
        return "--tz: '" + printable_line(text) + "' may stand for several time zones";
    }
    if (has_offset_of_utc(text)) {
        return "--tz: write the offset alone, not '" + printable_line(text) + "'";
    }
    return "--tz: there is no time zone '" + printable_line(text) + "'";
}

}  // namespace

time::Zone read_zone(const CommandLine& line) {
    const std::optional<std::string> text = line.value("tz");
    if (!text) {
        return {};
    }
    if (text->empty()) {
        fail_usage("--tz needs a time zone", "as in --tz Europe/Berlin or --tz +02:00");
    }
    const std::optional<time::Zone> zone = time::Zone::find(*text);
    if (!zone) {
        fail_usage(zone_failure(*text), zone_hint(*text));
    }
    return *zone;
}

std::optional<search::TimelineRequest> read_timeline(const CommandLine& line) {
    const std::optional<std::string> text = line.value("timeline");
    if (!text) {
        return std::nullopt;
    }
    if (text->empty()) {
        fail_usage("--timeline needs a field and a unit", "as in --timeline date.day");
    }
    if (text->find(' ') != std::string::npos) {
        fail_usage("there is no timeline '" + printable_line(*text) + "'", kQueryHint);
    }
    search::TimelineRequest request = search::parse_timeline(*text);
    request.normalise = line.has("normalise");
    return request;
}

std::vector<std::string> read_compared(const CommandLine& line) {
    const auto given = line.options.find("compare");
    if (given == line.options.end()) {
        return {};
    }
    if (given->second.size() > kMaxCompared) {
        fail_usage("--compare is given " + std::to_string(given->second.size()) +
                   " times, at most " + std::to_string(kMaxCompared) + " are possible");
    }
    return given->second;
}

std::filesystem::path read_svg(const CommandLine& line) {
    const std::optional<std::string> name = line.value("svg");
    if (!name) {
        return {};
    }
    if (name->empty() || *name == "-") {
        fail_usage("--svg needs the name of a file", "as in --svg timeline.svg");
    }
    return *name;
}

void check_timeline(const CommandLine& line) {
    for (const char* const option : {"normalise", "svg"}) {
        if (line.has(option) && !line.has("timeline")) {
            fail_usage(std::string("--") + option + " works only with --timeline",
                       "add --timeline date.day, or another unit");
        }
    }
}

}  // namespace dateline::query
