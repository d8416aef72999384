// The settings of how inputs are read, right and wrong.
#include "indexer/source_settings.hpp"

#include "common/base/error.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace dateline;
using namespace dateline::indexer;
using source::DateSource;
using source::SourceOptions;

namespace {

SourceOptions with(std::string_view name, std::string_view value) {
    SourceOptions options;
    set_source_setting(options, name, value);
    return options;
}

std::string complaint(std::string_view name, std::string_view value) {
    try {
        static_cast<void>(with(name, value));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Usage);
        return std::string(error.what()) + " | " + error.hint();
    }
    return "taken";
}

}  // namespace

TEST_SUITE("indexer.source_settings") {
    TEST_CASE("set_source_setting reads every setting") {
        CHECK(with("charset", "MacRoman").charset == "MacRoman");
        CHECK(with("charset", "cp850").charset == "cp850");
        CHECK(with("date-order", "dmy").dates.order == time::DateOrder::DayMonthYear);
        CHECK(with("date-order", "mdy").dates.order == time::DateOrder::MonthDayYear);
        CHECK(with("date-order", "ymd").dates.order == time::DateOrder::YearMonthDay);
        CHECK(with("date-source", "mtime").date_sources ==
              std::vector<DateSource>{DateSource::ModificationTime});
        CHECK(with("date-source", "path,url,meta").date_sources ==
              std::vector<DateSource>{DateSource::Path, DateSource::Url, DateSource::Stated});
        CHECK(with("path-pattern", "{source}/*").path_pattern == "{source}/*");
        CHECK(with("split-on", "^---$").split_on == "^---$");
        CHECK(with("input-format", "text").input_format == "text");
        CHECK(with("map", "title=t").field_map.at("title") == "t");
        CHECK(with("lang", "EN").lang == "en");
        CHECK(with("lang", "english").lang == "en");
        CHECK(with("lang", "ger").lang == "de");
        CHECK(with("lang", "pt_BR").lang == "pt-br");
        CHECK(with("source", "Wire").source == "Wire");
        CHECK(with("collection", "c").collection == "c");
        CHECK(with("id-prefix", "p-").id_prefix == "p-");
        CHECK(with("zone", "+01:00").dates.zone == std::chrono::minutes(60));
    }

    TEST_CASE("source_setting_names are sorted and all can be set") {
        const auto names = source_setting_names();
        CHECK(std::is_sorted(names.begin(), names.end()));
        CHECK(names.size() == 12);
    }

    TEST_CASE("set_source_setting says what is wrong and what was meant") {
        struct Mistake {
            const char* name;
            const char* value;
            const char* complaint;
        };
        for (const Mistake& mistake : {
                 Mistake{"charset",
                         "cp85O",
                         "--charset: there is no character set 'cp85O' | did you mean 'cp850'?"},
                 Mistake{"date-order",
                         "dym",
                         "--date-order: 'dym' is not an order of day, month and year | give dmy "
                         "(3/4/87 is 3 April), mdy (4 March) or ymd"},
                 Mistake{"date-source",
                         "meta,ulr",
                         "--date-source: a date cannot be taken from 'ulr' | did you mean 'url'?"},
                 Mistake{"date-source",
                         "meta,",
                         "--date-source: a date cannot be taken from '' | name some of meta, url, "
                         "path and mtime, the most trusted first: meta,url"},
                 Mistake{"date-source",
                         "url,meta,url",
                         "--date-source: 'url' is named twice | name each place once"},
                 Mistake{"path-pattern",
                         "a/{sorce}",
                         "--path-pattern: at byte 2 of 'a/{sorce}': there is no placeholder "
                         "'{sorce}' | did you mean '{source}'?"},
                 Mistake{
                     "path-pattern",
                     "*/x",
                     "--path-pattern: '*/x' has no placeholder, so it would read nothing | write "
                     "{source}, {date:%Y/%m/%d} and the like where the path states them"},
                 Mistake{
                     "lang",
                     "nosuchlanguage",
                     "--lang: there is no language 'nosuchlanguage' | give a code of ISO 639 or "
                     "BCP 47, such as de or pt-BR, or an English name"},
                 Mistake{"input-format",
                         "txet",
                         "--input-format: there is no format 'txet' | did you mean 'text'?"},
             }) {
            CHECK(complaint(mistake.name, mistake.value) == mistake.complaint);
        }
    }
}
