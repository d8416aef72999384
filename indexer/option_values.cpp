// Checked conversions of option values.
#include "indexer/option_values.hpp"

#include "common/base/error.hpp"
#include "common/base/nearest_name.hpp"
#include "common/base/printable.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::chrono::hours kMostZoneHours{14};

constexpr std::array<std::string_view, 16> kFieldNames = {"authors",
                                                          "body",
                                                          "collection",
                                                          "dateline",
                                                          "id",
                                                          "lang",
                                                          "modified",
                                                          "orgs",
                                                          "people",
                                                          "places",
                                                          "published",
                                                          "section",
                                                          "source",
                                                          "title",
                                                          "topics",
                                                          "url"};

[[noreturn]] void refuse(std::string_view option,
                         std::string_view text,
                         const std::string& wanted) {
    throw Error(ErrorCode::Usage,
                "--" + std::string(option) + ": '" + printable_line(text) + "' is not " + wanted,
                "see dateline-index --help");
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) {
        return std::nullopt;
    }
    return value;
}

/// The power of 1024 that the last character of a size stands for; std::nullopt for other
/// characters.
std::optional<unsigned> size_power(char suffix) {
    constexpr std::string_view kSuffixes = "KMGT";
    const char upper =
        suffix >= 'a' && suffix <= 'z' ? static_cast<char>(suffix - 'a' + 'A') : suffix;
    const std::size_t found = kSuffixes.find(upper);
    return found == std::string_view::npos ? std::nullopt
                                           : std::optional(static_cast<unsigned>(found) + 1);
}

/// The digits of an hour and minute offset (`2`, `02`, `0230`, `02:30`) as minutes.
std::optional<std::chrono::minutes> clock_offset(std::string_view text) {
    std::string_view hours = text.substr(0, text.find(':'));
    std::string_view minutes =
        hours.size() < text.size() ? text.substr(hours.size() + 1) : std::string_view();
    if (hours.size() == text.size() && text.size() == 4) {
        hours = text.substr(0, 2);
        minutes = text.substr(2);
    } else if (hours.size() < text.size() && minutes.size() != 2) {
        return std::nullopt;
    }
    const auto whole_hours = whole_number(hours);
    const auto whole_minutes =
        minutes.empty() ? std::optional<std::uint64_t>(0) : whole_number(minutes);
    if (!whole_hours || !whole_minutes || hours.size() > 2 || *whole_minutes > 59) {
        return std::nullopt;
    }
    const std::chrono::minutes offset(*whole_hours * 60 + *whole_minutes);
    return offset <= kMostZoneHours ? std::optional(offset) : std::nullopt;
}

}  // namespace

std::uint64_t parse_number(std::string_view option,
                           std::string_view text,
                           std::uint64_t least,
                           std::uint64_t most) {
    const auto value = whole_number(text);
    if (!value || *value < least || *value > most) {
        refuse(option,
               text,
               "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return *value;
}

std::uint64_t parse_size(std::string_view option, std::string_view text) {
    constexpr std::string_view kWanted =
        "a size such as 512M (a whole number from 1, then K, M, G or T)";
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    const std::optional<unsigned> power = text.empty() ? std::nullopt : size_power(text.back());
    const auto value = whole_number(power ? text.substr(0, text.size() - 1) : text);
    const unsigned shift = 10U * power.value_or(0);
    if (!value || *value == 0 || *value > (kMost >> shift)) {
        refuse(option, text, std::string(kWanted));
    }
    return *value << shift;
}

bool parse_switch(std::string_view option, std::string_view text) {
    if (text != "on" && text != "off") {
        refuse(option, text, "on or off");
    }
    return text == "on";
}

manual::Shell parse_shell(std::string_view option, std::string_view text) {
    std::string names;
    for (const auto& [name, shell] : manual::kShells) {
        if (name == text) {
            return shell;
        }
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    refuse(option, text, "one of " + names);
}

double parse_percent(std::string_view option, std::string_view text) {
    double value = 0;
    const bool marked = text.ends_with('%');
    const std::string_view number = marked ? text.substr(0, text.size() - 1) : text;
    const auto [end, error] = std::from_chars(
        number.data(), number.data() + number.size(), value, std::chars_format::fixed);
    const bool whole = error == std::errc() && end == number.data() + number.size();
    // The comparison is also false for "nan", which from_chars takes.
    if (!marked || !whole || !(value >= 0 && value <= 100) || number.starts_with('-')) {
        refuse(option, text, "a percentage such as 10% (from 0% to 100%)");
    }
    return value / 100;
}

RejectLimit parse_reject_limit(std::string_view option, std::string_view text) {
    if (text.ends_with('%')) {
        return {0, parse_percent(option, text), true};
    }
    const auto value = whole_number(text);
    if (!value) {
        refuse(option, text, "a whole number or a percentage such as 1%");
    }
    return {*value, 0, false};
}

std::chrono::minutes parse_zone(std::string_view option, std::string_view text) {
    if (text == "UTC" || text == "Z") {
        return std::chrono::minutes(0);
    }
    const bool has_sign = text.starts_with('+') || text.starts_with('-');
    const auto offset = has_sign ? clock_offset(text.substr(1)) : std::nullopt;
    if (!offset) {
        refuse(option, text, "an offset from UTC such as +02:00 or -05:00, or UTC");
    }
    return text.front() == '-' ? -*offset : *offset;
}

std::map<std::string, std::string> parse_field_map(std::string_view option, std::string_view text) {
    std::map<std::string, std::string> fields;
    for (;;) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view pair = text.substr(0, comma);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0 || equals + 1 == pair.size()) {
            refuse(option, pair, "of the form field=key, as in title=headline,body=text");
        }
        const std::string_view name = pair.substr(0, equals);
        if (std::find(kFieldNames.begin(), kFieldNames.end(), name) == kFieldNames.end()) {
            const std::string_view near = nearest_name(name, kFieldNames);
            throw Error(ErrorCode::Usage,
                        "--" + std::string(option) + ": an article has no field '" +
                            printable_line(name) + "'",
                        near.empty() ? "the fields are those of article JSON: id, title, body, "
                                       "published, source, ..."
                                     : "did you mean '" + std::string(near) + "'?");
        }
        if (!fields.emplace(name, pair.substr(equals + 1)).second) {
            throw Error(ErrorCode::Usage,
                        "--" + std::string(option) + ": the field '" + std::string(name) +
                            "' is named twice",
                        "name each field once");
        }
        if (comma == text.size()) {
            return fields;
        }
        text.remove_prefix(comma + 1);
    }
}

std::span<const std::string_view> field_map_names() noexcept {
    return kFieldNames;
}

}  // namespace dateline::indexer
