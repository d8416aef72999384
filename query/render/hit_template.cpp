// Fields of templates in one table.
#include "query/render/hit_template.hpp"

#include "common/base/error.hpp"
#include "common/base/padded.hpp"
#include "common/base/printable.hpp"
#include "query/parse/suggest.hpp"
#include "query/render/tree_words.hpp"
#include "query/search/entities.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace dateline::render {
namespace {

using search::Hit;

constexpr std::string_view kListSeparator = "; ";
constexpr std::string_view kUnstated = "XX";

[[noreturn]] void fail(const std::string& message, std::string hint = {}) {
    throw Error(ErrorCode::Usage, "--template: " + message, std::move(hint));
}

std::string time_text(const std::optional<time::Published>& time) {
    return time ? time::format_published(*time) : std::string();
}

std::string snippet_text(const Hit& hit) {
    return hit.snippets.empty() ? std::string() : hit.snippets.front().text;
}

/// A field and how it is read out of a hit.
struct FieldRow {
    std::string_view name;
    std::string (*value)(const Hit& hit);
};

constexpr std::array<FieldRow, 24> kFields = {{
    {"rank", [](const Hit& hit) { return std::to_string(hit.rank); }},
    {"score", [](const Hit& hit) { return score_text(hit.score); }},
    {"id", [](const Hit& hit) { return hit.id; }},
    {"change",
     [](const Hit& hit) {
         return hit.change ? std::string(change_name(*hit.change)) : std::string();
     }},
    {"title", [](const Hit& hit) { return hit.article.title; }},
    {"url", [](const Hit& hit) { return hit.article.url; }},
    {"source", [](const Hit& hit) { return hit.article.source; }},
    {"section", [](const Hit& hit) { return hit.article.section; }},
    {"lang", [](const Hit& hit) { return hit.article.lang; }},
    {"published", [](const Hit& hit) { return time_text(hit.article.published); }},
    {"published_from", [](const Hit& hit) { return hit.article.published_from; }},
    {"modified", [](const Hit& hit) { return time_text(hit.article.modified); }},
    {"authors", [](const Hit& hit) { return joined(hit.article.authors, kListSeparator); }},
    {"people", [](const Hit& hit) { return joined(search::names_of(hit.people), kListSeparator); }},
    {"places", [](const Hit& hit) { return joined(search::names_of(hit.places), kListSeparator); }},
    {"orgs", [](const Hit& hit) { return joined(search::names_of(hit.orgs), kListSeparator); }},
    {"topics", [](const Hit& hit) { return joined(hit.article.topics, kListSeparator); }},
    {"events",
     [](const Hit& hit) { return joined(search::events_of(hit.article), kListSeparator); }},
    {"snippet", snippet_text},
    {"text", [](const Hit& hit) { return full_text(hit.article); }},
    {"collection", [](const Hit& hit) { return hit.article.collection; }},
    {"given_id", [](const Hit& hit) { return hit.article.id; }},
    {"file", [](const Hit& hit) { return describe(hit.article.locator); }},
    {"format", [](const Hit& hit) { return hit.article.format; }},
}};

/// The field that is known without a hit.
constexpr std::string_view kQueryField = "query";

bool takes_form(std::string_view field) {
    return field == "published" || field == "modified";
}

void check_form(std::string_view form) {
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '%') {
            continue;
        }
        ++i;
        if (i == form.size() ||
            std::string_view("YmdHMSFTz%").find(form[i]) == std::string_view::npos) {
            fail("'%" + std::string(form.substr(i, 1)) + "' is no part of a time",
                 "parts of times are %Y %m %d %H %M %S %F %T %z and %%");
        }
    }
}

/// `time` as clocks in `zone` show it; as it is for UTC, and where it has no time of the day.
time::Published in_zone(time::Published time, const time::Zone& zone) {
    if (!zone.is_utc() && time.precision == time::Precision::Time) {
        time.zone = std::chrono::duration_cast<std::chrono::minutes>(zone.offset_at(time.instant));
    }
    return time;
}

/// A time cut into what `%` letters print, in the zone that it has.
class TimeParts {
public:
    explicit TimeParts(const time::Published& time) : precision_(time.precision), zone_(time.zone) {
        const time::TimestampMs local = time.instant + time.zone.value_or(std::chrono::minutes(0));
        const auto day = std::chrono::floor<std::chrono::days>(local);
        date_ = std::chrono::year_month_day(day);
        clock_ = std::chrono::hh_mm_ss(std::chrono::floor<std::chrono::seconds>(local - day));
    }

    [[nodiscard]] std::string part(char letter) const {
        using time::Precision;
        switch (letter) {
            case 'Y':
                return padded(static_cast<std::uint64_t>(static_cast<int>(date_.year())), 4);
            case 'm':
                return two(static_cast<unsigned>(date_.month()), Precision::Month);
            case 'd':
                return two(static_cast<unsigned>(date_.day()), Precision::Day);
            case 'H':
                return two(clock_.hours().count(), Precision::Time);
            case 'M':
                return two(clock_.minutes().count(), Precision::Time);
            case 'S':
                return two(clock_.seconds().count(), Precision::Time);
            case 'F':
                return part('Y') + "-" + part('m') + "-" + part('d');
            case 'T':
                return part('H') + ":" + part('M') + ":" + part('S');
            case 'z':
                return zone();
            default:
                return "%";
        }
    }

private:
    [[nodiscard]] std::string two(std::int64_t number, time::Precision needed) const {
        return precision_ < needed ? std::string(kUnstated)
                                   : padded(static_cast<std::uint64_t>(number), 2);
    }

    [[nodiscard]] std::string zone() const {
        if (precision_ < time::Precision::Time) {
            return "";
        }
        const std::int64_t minutes = zone_.value_or(std::chrono::minutes(0)).count();
        const auto size = static_cast<std::uint64_t>(minutes < 0 ? -minutes : minutes);
        return (minutes < 0 ? "-" : "+") + padded(size / 60, 2) + padded(size % 60, 2);
    }

    time::Precision precision_;
    std::optional<std::chrono::minutes> zone_;
    std::chrono::year_month_day date_;
    std::chrono::hh_mm_ss<std::chrono::seconds> clock_;
};

std::string formed(const std::optional<time::Published>& time,
                   std::string_view form,
                   const time::Zone& zone) {
    if (!time) {
        return {};
    }
    const TimeParts parts(in_zone(*time, zone));
    std::string out;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == '%') {
            out += parts.part(form[++i]);  // check_form() has seen that there is one
        } else {
            out += form[i];
        }
    }
    return out;
}

}  // namespace

HitTemplate::HitTemplate(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
            read_escape(i < text.size() ? text[i] : '\0');
        } else if (text[i] == '{') {
            const std::size_t end = text.find('}', i);
            if (end == std::string_view::npos) {
                fail("a '{' is not closed", "write \\{ for the brace itself");
            }
            read_field(text.substr(i + 1, end - i - 1));
            i = end;
        } else if (text[i] == '}') {
            fail("a '}' closes nothing", "write \\} for the brace itself");
        } else {
            add_text(text[i]);
        }
    }
    if (std::none_of(
            parts_.begin(), parts_.end(), [](const Part& part) { return !part.field.empty(); })) {
        fail("it names no field", "as in '{id}\\t{title}'");
    }
}

void HitTemplate::add_text(char c) {
    if (parts_.empty() || !parts_.back().field.empty()) {
        parts_.emplace_back();
    }
    parts_.back().text += c;
}

void HitTemplate::read_escape(char letter) {
    switch (letter) {
        case 't':
            return add_text('\t');
        case 'n':
            return add_text('\n');
        case '\\':
        case '{':
        case '}':
            return add_text(letter);
        default:
            fail(letter == '\0' ? "a '\\' stands at the end"
                                : "'\\" + std::string(1, letter) + "' is no escape",
                 "escapes are \\t \\n \\\\ \\{ and \\}");
    }
}

void HitTemplate::read_field(std::string_view content) {
    const std::size_t colon = content.find(':');
    const std::string_view name = content.substr(0, colon);
    const std::vector<std::string_view> names = template_fields();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        std::string all;
        for (const std::string_view each : names) {
            all += (all.empty() ? "" : ", ") + std::string(each);
        }
        const auto near = parse::nearest(name, names);
        fail("there is no field '" + std::string(name) + "'",
             near ? "did you mean '{" + std::string(*near) + "}'?" : "fields are " + all);
    }
    Part part;
    part.field = name;
    if (colon != std::string_view::npos) {
        part.text = content.substr(colon + 1);
        if (!takes_form(name) || part.text.empty()) {
            fail("'{" + std::string(content) + "}' has a form",
                 "only {published:%Y-%m-%d} and {modified:%Y-%m-%d} take one");
        }
        check_form(part.text);
    }
    parts_.push_back(std::move(part));
}

std::string HitTemplate::fill(const search::Hit& hit,
                              std::string_view query,
                              const time::Zone& zone) const {
    std::string out;
    for (const Part& part : parts_) {
        if (part.field.empty()) {
            out += part.text;
        } else if (part.field == kQueryField) {
            out += printable_line(query);
        } else if (!part.text.empty()) {
            const Article& article = hit.article;
            out += printable_line(formed(
                part.field == "modified" ? article.modified : article.published, part.text, zone));
        } else {
            const auto* const row =
                std::find_if(kFields.begin(), kFields.end(), [&](const FieldRow& each) {
                    return each.name == part.field;
                });
            out += printable_line(row->value(hit));
        }
    }
    return out;
}

std::vector<std::string_view> template_fields() {
    std::vector<std::string_view> names = {kQueryField};
    for (const FieldRow& row : kFields) {
        names.push_back(row.name);
    }
    return names;
}

}  // namespace dateline::render
