// Front matter and header lines as key and values, and where each key goes.
#include "indexer/source/text/text_header.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/text/text_layout.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

enum class Key {
    Title,
    Date,
    Modified,
    Authors,
    Source,
    Section,
    Lang,
    Url,
    Id,
    Collection,
    Dateline,
    Topics,
    People,
    Places,
    Orgs
};

struct NamedKey {
    std::string_view name;
    Key key;
};

constexpr std::array<NamedKey, 41> kKeys{{
    {"title", Key::Title},
    {"headline", Key::Title},
    {"date", Key::Date},
    {"published", Key::Date},
    {"published on", Key::Date},
    {"date published", Key::Date},
    {"publication date", Key::Date},
    {"publish date", Key::Date},
    {"pubdate", Key::Date},
    {"posted", Key::Date},
    {"updated", Key::Modified},
    {"last updated", Key::Modified},
    {"modified", Key::Modified},
    {"last modified", Key::Modified},
    {"author", Key::Authors},
    {"authors", Key::Authors},
    {"by", Key::Authors},
    {"byline", Key::Authors},
    {"source", Key::Source},
    {"section", Key::Section},
    {"category", Key::Section},
    {"lang", Key::Lang},
    {"language", Key::Lang},
    {"url", Key::Url},
    {"link", Key::Url},
    {"id", Key::Id},
    {"collection", Key::Collection},
    {"dateline", Key::Dateline},
    {"tags", Key::Topics},
    {"topics", Key::Topics},
    {"keywords", Key::Topics},
    {"people", Key::People},
    {"persons", Key::People},
    {"person", Key::People},
    {"places", Key::Places},
    {"locations", Key::Places},
    {"place", Key::Places},
    {"orgs", Key::Orgs},
    {"organisations", Key::Orgs},
    {"organizations", Key::Orgs},
    {"organization", Key::Orgs},
}};

/// Front matter longer than this is text that happens to begin with a rule.
constexpr std::size_t kMaxHeaderLines = 500;
constexpr std::size_t kMaxNameBytes = 40;

std::optional<Key> key_of(std::string_view name) {
    const std::string lower = ascii_lower(trim(name));
    const auto* const found = std::find_if(
        kKeys.begin(), kKeys.end(), [&](const NamedKey& known) { return known.name == lower; });
    return found == kKeys.end() ? std::nullopt : std::optional(found->key);
}

struct Header {
    std::string name;
    std::string value;                ///< scalar as written, or empty
    std::vector<std::string> values;  ///< of a list; empty for a scalar
};

/// `name: value`; std::nullopt if the line is not of this form.
std::optional<Header> parse_header_line(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > kMaxNameBytes) {
        return std::nullopt;
    }
    const std::string_view name = line.substr(0, colon);
    const std::string_view rest = line.substr(colon + 1);
    const bool is_name = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == ' ';
    });
    if (!is_name || name.front() == ' ' ||
        (!rest.empty() && rest.front() != ' ' && rest.front() != '\t')) {
        return std::nullopt;
    }
    return Header{std::string(name), std::string(trim(rest)), {}};
}

/// A YAML scalar without its quotes and escapes, or without a comment.
std::string unquote(std::string_view value) {
    value = trim(value);
    const bool is_double = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    const bool is_single = value.size() >= 2 && value.front() == '\'' && value.back() == '\'';
    if (!is_double && !is_single) {
        return std::string(trim(value.substr(0, value.find(" #"))));
    }
    std::string text;
    const std::string_view inner = value.substr(1, value.size() - 2);
    for (std::size_t i = 0; i < inner.size(); ++i) {
        const bool escape =
            (is_double && inner[i] == '\\') || (is_single && inner.substr(i).starts_with("''"));
        if (escape && i + 1 < inner.size()) {
            ++i;
            text += is_double && inner[i] == 'n' ? ' ' : inner[i];
        } else {
            text += inner[i];
        }
    }
    return text;
}

/// The parts of `text` between any of `separators` that stand outside quotes.
std::vector<std::string> split_list(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    char quote = '\0';
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() ||
            (quote == '\0' && separators.find(text[i]) != std::string_view::npos)) {
            std::string part = unquote(text.substr(start, i - start));
            if (!part.empty()) {
                parts.push_back(std::move(part));
            }
            start = i + 1;
        } else if (quote != '\0') {
            const bool escape = quote == '"' ? text[i] == '\\' : text.substr(i).starts_with("''");
            quote = text[i] == quote && !escape ? '\0' : quote;
            i += escape && i + 1 < text.size() ? 1 : 0;
        } else if ((text[i] == '"' || text[i] == '\'') &&
                   trim(text.substr(start, i - start)).empty()) {
            quote = text[i];
        }
    }
    return parts;
}

void set_date(Article& article, const std::string& value, const time::DateReading& dates) {
    const auto published = parse_stated_date(value, dates);
    if (!published) {
        add_warning(article, date_warning(value, dates));
        return;
    }
    article.published = published;
    article.published_from = "metadata";
}

void set_modified(Article& article, const std::string& value, const time::DateReading& dates) {
    article.modified = parse_stated_date(value, dates);
    if (!article.modified) {
        add_warning(article, date_warning(value, dates));
    }
}

void set_dateline(Article& article, const std::string& value) {
    const std::size_t comma = value.rfind(',');
    if (comma != std::string::npos && is_month_and_day(std::string_view(value).substr(comma + 1))) {
        article.dateline = {std::string(trim(std::string_view(value).substr(0, comma))),
                            std::string(trim(std::string_view(value).substr(comma + 1)))};
    } else {
        article.dateline = {value, {}};
    }
}

std::vector<std::string> list_of(const Header& header) {
    if (!header.values.empty()) {
        return header.values;
    }
    return split_list(header.value, ",;");
}

void append(std::vector<std::string>& list, std::vector<std::string>&& more) {
    list.insert(
        list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string joined(const Header& header) {
    std::string text = header.value;
    for (const std::string& value : header.values) {
        text += (text.empty() ? "" : ", ") + value;
    }
    return collapse_spaces(text);
}

void apply(Article& article, Key key, const Header& header, const time::DateReading& dates) {
    switch (key) {
        case Key::Title:
            article.title = joined(header);
            return;
        case Key::Date:
            set_date(article, joined(header), dates);
            return;
        case Key::Modified:
            set_modified(article, joined(header), dates);
            return;
        case Key::Authors:
            append(article.authors, list_of(header));
            return;
        case Key::Source:
            article.source = joined(header);
            return;
        case Key::Section:
            article.section = joined(header);
            return;
        case Key::Lang:
            article.lang = ascii_lower(joined(header));
            article.lang_from = "metadata";
            return;
        case Key::Url:
            article.url = joined(header);
            return;
        case Key::Id:
            article.id = joined(header);
            return;
        case Key::Collection:
            article.collection = joined(header);
            return;
        case Key::Dateline:
            set_dateline(article, joined(header));
            return;
        case Key::Topics:
            append(article.topics, list_of(header));
            return;
        case Key::People:
            append(article.people, list_of(header));
            return;
        case Key::Places:
            append(article.places, list_of(header));
            return;
        case Key::Orgs:
            append(article.orgs, list_of(header));
            return;
    }
}

/// The value that the YAML scalar or `[a, b]` in `header.value` stands for.
void read_yaml_value(Header& header) {
    if (header.value.starts_with('[') && header.value.ends_with(']')) {
        header.values =
            split_list(std::string_view(header.value).substr(1, header.value.size() - 2), ",");
        header.value.clear();
        return;
    }
    // A block scalar: its indicator is no part of the text that follows on indented lines.
    const bool is_block =
        header.value == "|" || header.value == ">" || header.value == "|-" || header.value == ">-";
    header.value = is_block ? std::string() : unquote(header.value);
}

std::size_t take_front_matter(std::span<const std::string_view> lines,
                              const time::DateReading& dates,
                              Article& article) {
    if (lines.empty() || trim(lines[0]) != "---" || lines[0].front() != '-') {
        return 0;
    }
    const std::size_t last = std::min(lines.size(), kMaxHeaderLines);
    std::size_t end = 1;
    while (end < last && trim(lines[end]) != "---" && trim(lines[end]) != "...") {
        ++end;
    }
    if (end == last) {
        return 0;
    }
    std::vector<Header> headers;
    for (const std::string_view line : lines.subspan(1, end - 1)) {
        const std::string_view text = trim(line);
        const bool is_item = text.starts_with("- ");
        if (text.empty() || text.starts_with('#')) {
            continue;
        }
        if (is_item && !headers.empty()) {
            headers.back().values.push_back(unquote(text.substr(2)));
        } else if (indent_of(line) > 0 && !headers.empty()) {
            headers.back().value += (headers.back().value.empty() ? "" : " ") + std::string(text);
        } else if (auto header = parse_header_line(line)) {
            read_yaml_value(*header);
            headers.push_back(*std::move(header));
        }
    }
    for (const Header& header : headers) {
        const auto key = key_of(header.name);
        if (key && (!header.value.empty() || !header.values.empty())) {
            apply(article, *key, header, dates);
        }
    }
    return end + 1;
}

/// Whether `header` is a line `Text:` that ends the header.
bool ends_header(const Header& header) {
    const std::string lower = ascii_lower(header.name);
    return header.value.empty() && (lower == "text" || lower == "body" || lower == "content");
}

/// Words of `text` that begin with an ASCII letter.
std::size_t count_letter_words(std::string_view text) {
    std::size_t words = 0;
    bool border = true;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        words += border && letter ? 1U : 0U;
        border = c == ' ';
    }
    return words;
}

/// The longest run of words in lower case without a comma in it.
std::size_t longest_lower_run(std::string_view text) {
    std::size_t run = 0;
    std::size_t longest = 0;
    bool border = true;
    for (const char c : text) {
        if (c == ',' || c == ';') {
            run = 0;
        } else if (border && c != ' ') {
            run = c >= 'a' && c <= 'z' ? run + 1 : 0;
        }
        longest = std::max(longest, run);
        border = c == ' ';
    }
    return longest;
}

/// How a line with a name and a colon belongs to a header.
enum class HeaderFit {
    Known,   ///< its name is known, and its value fits
    Other,   ///< its name is unknown, or its date cannot be read
    Nowhere  ///< a headline or a sentence: `Updated: Police arrest three men`
};

HeaderFit fit_of(const Header& header, const time::DateReading& dates) {
    constexpr std::size_t words_of_text = 3;
    const auto key = key_of(header.name);
    if (key != Key::Date && key != Key::Modified) {
        return key ? HeaderFit::Known : HeaderFit::Other;
    }
    if (header.value.empty() || parse_stated_date(header.value, dates) ||
        date_warning(header.value, dates) == "ambiguous_date") {
        return HeaderFit::Known;
    }
    return count_letter_words(header.value) < words_of_text ? HeaderFit::Other : HeaderFit::Nowhere;
}

/// Whether the value of `header` is a sentence, and no name: `Source: said the minister`.
bool is_prose(const Header& header) {
    constexpr std::size_t words_of_sentence = 4;
    constexpr std::size_t words_of_clause = 3;
    switch (key_of(header.name).value_or(Key::Title)) {
        case Key::Authors:
        case Key::Source:
        case Key::Section:
        case Key::People:
        case Key::Places:
        case Key::Orgs:
            return longest_lower_run(header.value) >= words_of_clause ||
                   (header.value.ends_with('.') &&
                    count_letter_words(header.value) >= words_of_sentence);
        default:
            return false;
    }
}

/// The lines that a header takes, and their names and values; `end` is 0 if there is none. It ends
/// at an empty line, at `Text:`, or, if it has two lines or more and only known names, anywhere.
struct HeaderLines {
    std::vector<Header> headers;
    std::vector<std::size_t> starts;  ///< the line at which each of them begins
    std::size_t end = 0;
};

/// What is left of `found` when the text, and no empty line, follows: nothing from a sentence on.
HeaderLines without_prose(HeaderLines found) {
    const auto prose = std::find_if(found.headers.begin(), found.headers.end(), is_prose);
    if (prose != found.headers.end()) {
        const auto kept = static_cast<std::size_t>(prose - found.headers.begin());
        found.end = found.starts[kept];
        found.headers.resize(kept);
        found.starts.resize(kept);
    }
    return found.headers.size() >= 2 ? found : HeaderLines{};
}

HeaderLines read_header_lines(std::span<const std::string_view> lines,
                              const time::DateReading& dates) {
    HeaderLines found;
    std::size_t known = 0;
    std::size_t& end = found.end;
    for (; end < std::min(lines.size(), kMaxHeaderLines) && !is_blank(lines[end]); ++end) {
        if (indent_of(lines[end]) > 0 && !found.headers.empty()) {
            found.headers.back().value += " " + std::string(trim(lines[end]));
            continue;
        }
        auto header = parse_header_line(lines[end]);
        if (header && ends_header(*header) && known > 0) {
            ++end;
            return found;
        }
        const HeaderFit fit = header ? fit_of(*header, dates) : HeaderFit::Nowhere;
        if (fit == HeaderFit::Nowhere) {
            return known >= 2 && known == found.headers.size() ? without_prose(std::move(found))
                                                               : HeaderLines{};
        }
        known += fit == HeaderFit::Known ? 1U : 0U;
        found.headers.push_back(*std::move(header));
        found.starts.push_back(end);
    }
    const bool whole = known > 0 && (end == lines.size() || is_blank(lines[end]));
    return whole ? found : HeaderLines{};
}

std::size_t take_header_lines(std::span<const std::string_view> lines,
                              const time::DateReading& dates,
                              Article& article) {
    const HeaderLines found = read_header_lines(lines, dates);
    for (const Header& header : found.headers) {
        const auto key = key_of(header.name);
        if (key && !header.value.empty()) {
            apply(article, *key, header, dates);
        }
    }
    return found.end;
}

bool is_url(std::string_view line) {
    return (line.starts_with("http://") || line.starts_with("https://")) &&
           line.find_first_of(" \t<>\"") == std::string_view::npos;
}

std::size_t take_url_and_date(std::span<const std::string_view> lines,
                              const time::DateReading& dates,
                              Article& article) {
    if (lines.size() < 2 || !is_url(trim(lines[0]))) {
        return 0;
    }
    const auto published = time::parse_iso_time(lines[1], dates.zone);
    if (!published) {
        return 0;
    }
    article.url = trim(lines[0]);
    article.published = published;
    article.published_from = "metadata";
    std::size_t next = 2;
    while (next < lines.size() && is_blank(lines[next])) {
        ++next;
    }
    if (next < lines.size()) {
        article.title = collapse_spaces(lines[next]);
        ++next;
    }
    return next;
}

}  // namespace

std::size_t take_header(std::span<const std::string_view> lines,
                        const time::DateReading& dates,
                        Article& article) {
    std::size_t taken = take_front_matter(lines, dates, article);
    taken = taken > 0 ? taken : take_url_and_date(lines, dates, article);
    taken = taken > 0 ? taken : take_header_lines(lines, dates, article);
    if (!article.published && article.modified) {
        article.published = article.modified;
        article.published_from = "metadata";
        article.modified.reset();
    }
    return taken;
}

}  // namespace dateline::source
