// One function for each setting, in a table by name.
#include "indexer/source_settings.hpp"

#include "common/base/error.hpp"
#include "common/base/nearest_name.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"
#include "common/text/language.hpp"
#include "indexer/option_values.hpp"
#include "indexer/source/input/path_pattern.hpp"
#include "indexer/source/text/line_pattern.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace dateline::indexer {
namespace {

using source::DateSource;
using source::SourceOptions;
using time::DateOrder;

constexpr std::array<std::pair<std::string_view, DateOrder>, 3> kDateOrders = {
    {{"dmy", DateOrder::DayMonthYear},
     {"mdy", DateOrder::MonthDayYear},
     {"ymd", DateOrder::YearMonthDay}}};

constexpr std::array<std::string_view, 4> kDateSourceNames = {"meta", "url", "path", "mtime"};
constexpr std::array<DateSource, 4> kDateSources = {
    DateSource::Stated, DateSource::Url, DateSource::Path, DateSource::ModificationTime};

[[noreturn]] void complain(std::string_view name,
                           const std::string& message,
                           const std::string& hint) {
    throw Error(ErrorCode::Usage, "--" + std::string(name) + ": " + message, hint);
}

/// "did you mean", or `otherwise` if nothing is near.
std::string suggestion(std::string_view word,
                       std::span<const std::string_view> names,
                       const std::string& otherwise) {
    const std::string_view near = nearest_name(word, names);
    return near.empty() ? otherwise : "did you mean '" + std::string(near) + "'?";
}

template <std::string SourceOptions::*member>
void set_text(SourceOptions& options, std::string_view name, std::string_view value) {
    if (!is_valid_utf8(value)) {
        throw Error(ErrorCode::Usage,
                    "--" + std::string(name) + " is not valid UTF-8",
                    "see dateline-index --help");
    }
    options.*member = value;
}

void set_format(SourceOptions& options, std::string_view name, std::string_view value) {
    if (source::find_reader(value) == nullptr) {
        std::vector<std::string_view> names;
        std::string list;
        for (const source::Reader* reader : source::readers()) {
            names.push_back(reader->name());
            list += (list.empty() ? "" : ", ") + std::string(reader->name());
        }
        complain(name,
                 "there is no format '" + printable_line(value) + "'",
                 suggestion(value, names, "the formats are " + list));
    }
    options.input_format = value;
}

void set_map(SourceOptions& options, std::string_view name, std::string_view value) {
    options.field_map = parse_field_map(name, value);
}

void set_zone(SourceOptions& options, std::string_view name, std::string_view value) {
    options.dates.zone = parse_zone(name, value);
}

void set_lang(SourceOptions& options, std::string_view name, std::string_view value) {
    set_text<&SourceOptions::lang>(options, name, value);
    options.lang = text::normalise_language(value);
    if (options.lang.empty()) {
        complain(name,
                 "there is no language '" + printable_line(value) + "'",
                 "give a code of ISO 639 or BCP 47, such as de or pt-BR, or an English name");
    }
}

void set_charset(SourceOptions& options, std::string_view name, std::string_view value) {
    // A choice of what archives are in, for suggestions; ICU knows some hundred more.
    constexpr std::array<std::string_view, 26> kCommon = {
        "big5",         "cp437",        "cp850",      "cp852",  "cp866",        "euc-jp",
        "euc-kr",       "gb18030",      "gbk",        "ibm037", "iso-8859-1",   "iso-8859-15",
        "iso-8859-2",   "iso-8859-5",   "iso-8859-9", "koi8-r", "koi8-u",       "macintosh",
        "macroman",     "shift_jis",    "utf-16",     "utf-8",  "windows-1250", "windows-1251",
        "windows-1252", "windows-1256",
    };
    if (!text::is_known_charset(value)) {
        complain(name,
                 "there is no character set '" + printable_line(value) + "'",
                 suggestion(ascii_lower(value),
                            kCommon,
                            "names are those of the IANA registry and of ICU, such as cp850, "
                            "MacRoman, windows-1252, Shift_JIS"));
    }
    options.charset = value;
}

void set_date_order(SourceOptions& options, std::string_view name, std::string_view value) {
    const auto* const found = std::find_if(kDateOrders.begin(),
                                           kDateOrders.end(),
                                           [&](const auto& row) { return row.first == value; });
    if (found == kDateOrders.end()) {
        complain(name,
                 "'" + printable_line(value) + "' is not an order of day, month and year",
                 "give dmy (3/4/87 is 3 April), mdy (4 March) or ymd");
    }
    options.dates.order = found->second;
}

void set_date_source(SourceOptions& options, std::string_view name, std::string_view value) {
    std::vector<DateSource> sources;
    for (bool more = true; more;) {
        const std::size_t comma = std::min(value.find(','), value.size());
        const std::string_view word = value.substr(0, comma);
        const auto* const found = std::find(kDateSourceNames.begin(), kDateSourceNames.end(), word);
        if (found == kDateSourceNames.end()) {
            complain(name,
                     "a date cannot be taken from '" + printable_line(word) + "'",
                     suggestion(word,
                                kDateSourceNames,
                                "name some of meta, url, path and mtime, the most "
                                "trusted first: meta,url"));
        }
        const DateSource source =
            kDateSources[static_cast<std::size_t>(found - kDateSourceNames.begin())];
        if (std::find(sources.begin(), sources.end(), source) != sources.end()) {
            complain(name, "'" + std::string(word) + "' is named twice", "name each place once");
        }
        sources.push_back(source);
        more = comma < value.size();
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    options.date_sources = std::move(sources);
}

void set_path_pattern(SourceOptions& options, std::string_view name, std::string_view value) {
    const auto pattern = source::PathPattern::parse(value);
    if (const auto* problem = std::get_if<source::PatternProblem>(&pattern)) {
        complain(name,
                 "at byte " + std::to_string(problem->offset_bytes) + " of '" +
                     printable_line(value) + "': " + problem->message,
                 problem->hint);
    }
    if (!std::get<source::PathPattern>(pattern).has_placeholders()) {
        complain(name,
                 "'" + printable_line(value) + "' has no placeholder, so it would read nothing",
                 "write {source}, {date:%Y/%m/%d} and the like where the path states them");
    }
    options.path_pattern = value;
}

void set_split_on(SourceOptions& options, std::string_view name, std::string_view value) {
    if (const auto problem = source::line_pattern_problem(value)) {
        complain(name,
                 "'" + printable_line(value) + "': " + printable_line(*problem),
                 "write a regular expression that the first line of each article matches, such as "
                 "'^TITLE:'");
    }
    set_text<&SourceOptions::split_on>(options, name, value);
}

struct Setting {
    std::string_view name;
    void (*set)(SourceOptions&, std::string_view name, std::string_view value);
};

constexpr std::array<Setting, 12> kSettings = {{
    {"charset", set_charset},
    {"collection", set_text<&SourceOptions::collection>},
    {"date-order", set_date_order},
    {"date-source", set_date_source},
    {"id-prefix", set_text<&SourceOptions::id_prefix>},
    {"input-format", set_format},
    {"lang", set_lang},
    {"map", set_map},
    {"path-pattern", set_path_pattern},
    {"source", set_text<&SourceOptions::source>},
    {"split-on", set_split_on},
    {"zone", set_zone},
}};

constexpr auto kNames = [] {
    std::array<std::string_view, kSettings.size()> names;
    std::transform(kSettings.begin(), kSettings.end(), names.begin(), [](const Setting& setting) {
        return setting.name;
    });
    return names;
}();

}  // namespace

std::span<const std::string_view> source_setting_names() noexcept {
    return kNames;
}

std::vector<std::string> source_setting_choices(std::string_view name) {
    std::vector<std::string> choices;
    if (name == "input-format") {
        for (const source::Reader* reader : source::readers()) {
            choices.emplace_back(reader->name());
        }
    } else if (name == "date-order") {
        for (const auto& [order, meaning] : kDateOrders) {
            choices.emplace_back(order);
        }
    } else if (name == "date-source") {
        choices.assign(kDateSourceNames.begin(), kDateSourceNames.end());
    } else if (name == "map") {
        for (const std::string_view field : field_map_names()) {
            choices.push_back(std::string(field) + '=');
        }
    }
    return choices;
}

void set_source_setting(SourceOptions& options, std::string_view name, std::string_view value) {
    const auto* const found =
        std::find_if(kSettings.begin(), kSettings.end(), [&](const Setting& setting) {
            return setting.name == name;
        });
    if (found == kSettings.end()) {
        throw Error(ErrorCode::Internal, "no setting is called '" + std::string(name) + "'");
    }
    found->set(options, name, value);
}

}  // namespace dateline::indexer
