// Cleans the values that pages and feeds state: bylines, languages, dates, keywords.
#include "indexer/source/metadata_values.hpp"

#include "common/base/utf8.hpp"
#include "common/time/header_date.hpp"
#include "common/time/numeric_date.hpp"
#include "common/time/written_date.hpp"
#include "indexer/source/byline.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace dateline::source {
namespace {

constexpr std::size_t kMaxAuthors = 20;
constexpr std::size_t kMaxTopicBytes = 200;

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
bool is_lower(char c) noexcept {
    return c >= 'a' && c <= 'z';
}

template <typename Container>
bool holds(const Container& values, std::string_view value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

std::optional<time::Published> from_epoch(std::string_view digits) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    const std::size_t count = digits.size() - (digits.starts_with('-') ? 1 : 0);
    std::int64_t milliseconds = value;
    if (count <= 11) {
        milliseconds = value * 1000;
    } else if (count >= 18) {
        milliseconds = value / 1'000'000;
    } else if (count >= 15) {
        milliseconds = value / 1000;
    }
    time::Published published;
    published.instant = time::TimestampMs(std::chrono::milliseconds(milliseconds));
    published.zone = std::chrono::minutes(0);
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(published.instant));
    const int year = static_cast<int>(day.year());
    if (year < time::kMinYear || year > time::kMaxYear) {
        return std::nullopt;
    }
    return published;
}

std::optional<time::Published> from_digits(std::string_view text, const time::DateReading& dates) {
    if (text.size() == 14 && (text.starts_with("19") || text.starts_with("20"))) {
        const std::string iso = std::string(text.substr(0, 8)) + "T" + std::string(text.substr(8));
        if (const auto published = time::parse_iso_time(iso, dates.zone)) {
            return published;
        }
    }
    if (text.size() == 4 ||
        (text.size() == 8 &&
         (text.starts_with("19") || text.starts_with("20") || text.starts_with("18")))) {
        if (const auto published = time::parse_iso_time(text, dates.zone)) {
            return published;
        }
    }
    if (text.size() == 6 || text.size() == 8) {
        // As seconds they would be the first years of 1970, which no source means.
        return time::parse_numeric_date(text, dates);
    }
    return from_epoch(text);
}

/// A date in words of any language. Longer texts are sentences, which may speak of another day, and
/// digits alone are read by time::parse_numeric_date() or not at all.
std::optional<time::Published> written_date(std::string_view text, const time::DateReading& dates) {
    constexpr std::size_t max_bytes = 100;
    const bool has_words = std::any_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 'A'; });
    return has_words && text.size() <= max_bytes ? time::find_written_date(text, dates)
                                                 : std::nullopt;
}

/// `YYYYMMDDhhmmss` with the `T` that ISO 8601 puts inside, if `text` begins so and a zone follows.
std::string with_time_mark(std::string_view text) {
    constexpr std::size_t day_bytes = 8;
    constexpr std::size_t second_bytes = 14;
    const std::string_view clock = text.substr(0, second_bytes);
    const bool compact =
        text.size() > second_bytes && std::all_of(clock.begin(), clock.end(), is_digit);
    return compact
               ? std::string(text.substr(0, day_bytes)) + "T" + std::string(text.substr(day_bytes))
               : std::string(text);
}

void fill(std::string& field, const std::string& other) {
    if (field.empty()) {
        field = other;
    }
}

void fill(std::vector<std::string>& field, const std::vector<std::string>& other) {
    if (field.empty()) {
        field = other;
    }
}

}  // namespace

void add_authors(std::vector<std::string>& authors, std::string_view byline) {
    if (authors.size() >= kMaxAuthors) {
        return;  // taking names apart is slow where they are without end
    }
    for (std::string& name : names_in_byline(byline)) {
        if (authors.size() < kMaxAuthors && !holds(authors, name)) {
            authors.push_back(std::move(name));
        }
    }
}

void add_topic(std::vector<std::string>& topics, std::string_view topic) {
    std::string clean = collapse_spaces(topic);
    if (!clean.empty() && clean.size() <= kMaxTopicBytes && topics.size() < kMaxTopics &&
        !holds(topics, clean)) {
        topics.push_back(std::move(clean));
    }
}

void add_keywords(std::vector<std::string>& topics, std::string_view keywords) {
    const char separator = keywords.find(',') == std::string_view::npos ? ';' : ',';
    while (!keywords.empty()) {
        const std::size_t end = std::min(keywords.find(separator), keywords.size());
        add_topic(topics, keywords.substr(0, end));
        keywords.remove_prefix(std::min(end + 1, keywords.size()));
    }
}

std::string normalise_lang(std::string_view stated) {
    std::string lang = ascii_lower(trim(stated));
    lang = lang.substr(0, lang.find_first_of(".@,; "));
    std::replace(lang.begin(), lang.end(), '_', '-');
    const std::size_t first = std::min(lang.find('-'), lang.size());
    const bool starts_well =
        first >= 2 && first <= 3 &&
        std::all_of(lang.begin(), lang.begin() + static_cast<std::ptrdiff_t>(first), is_lower);
    std::size_t part = 0;
    for (const char c : lang) {
        part = c == '-' ? 0 : part + 1;
        if (part > 8 || !(is_lower(c) || is_digit(c) || c == '-')) {
            return {};
        }
    }
    return starts_well && part > 0 ? lang : std::string{};
}

std::optional<time::Published> parse_stated_date(std::string_view text,
                                                 const time::DateReading& dates) {
    text = trim(text);
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    if (!digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit)) {
        return from_digits(text, dates);
    }
    for (const std::string_view name : {"GMT", "UTC"}) {
        if (text.ends_with(name)) {
            const std::string iso =
                std::string(trim(text.substr(0, text.size() - name.size()))) + "Z";
            if (const auto published = time::parse_iso_time(iso, dates.zone)) {
                return published;
            }
        }
    }
    if (const auto iso = time::parse_iso_time(with_time_mark(text), dates.zone)) {
        return iso;
    }
    if (const auto worded = time::parse_header_date(text, dates.zone)) {
        return worded;
    }
    const auto numeric = time::parse_numeric_date(text, dates);
    return numeric ? numeric : written_date(text, dates);
}

std::string_view date_warning(std::string_view text, const time::DateReading& dates) {
    return time::is_ambiguous_date(text, dates) ? "ambiguous_date" : "bad_date";
}

bool is_web_address(std::string_view text) {
    const std::string start = ascii_lower(text.substr(0, 8));
    return (start.starts_with("http://") || start.starts_with("https://")) &&
           text.find_first_of(" \t\r\n") == std::string_view::npos;
}

void set_feed_id(Article& article, std::string_view id) {
    const std::string_view trimmed = trim(id);
    if (!is_web_address(trimmed) || trimmed != article.url ||
        trimmed.find('#') != std::string_view::npos) {
        article.id = collapse_spaces(trimmed);
    }
}

void fill_missing(Article& article, const Article& other) {
    if (!article.published && other.published) {
        article.published = other.published;
        article.published_from = other.published_from;
    }
    if (!article.modified) {
        article.modified = other.modified;
    }
    fill(article.id, other.id);
    fill(article.title, other.title);
    fill(article.lang, other.lang);
    fill(article.source, other.source);
    fill(article.section, other.section);
    fill(article.url, other.url);
    fill(article.authors, other.authors);
    fill(article.people, other.people);
    fill(article.places, other.places);
    fill(article.orgs, other.orgs);
    fill(article.topics, other.topics);
    fill(article.dateline.place, other.dateline.place);
    fill(article.dateline.date, other.dateline.date);
}

}  // namespace dateline::source
