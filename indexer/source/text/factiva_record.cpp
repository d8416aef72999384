// One article of a text download from Factiva.
#include "indexer/source/text/factiva_record.hpp"

#include "common/base/utf8.hpp"
#include "common/time/written_date.hpp"
#include "indexer/source/text/press_values.hpp"
#include "indexer/source/text/text_layout.hpp"
#include "indexer/source/text/text_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

constexpr std::array<std::string_view, 31> kCodes{
    "SE", "HD",  "BY",  "CR",  "WC", "PD", "ET",  "SN",  "SC", "NGC", "ED",
    "PG", "VOL", "LA",  "CY",  "LP", "TD", "ART", "CO",  "IN", "NS",  "RE",
    "PE", "IPC", "IPD", "PUB", "AN", "CT", "RF",  "CLM", "DE"};

constexpr std::array<std::string_view, 8> kWords{
    "words", "mots", "wörter", "palabras", "parole", "palavras", "woorden", "woerter"};

/// The first lines of what stands behind the last article.
constexpr std::array<std::string_view, 6> kSummaries{"search summary",
                                                     "résumé de la recherche",
                                                     "récapitulatif de la recherche",
                                                     "suchzusammenfassung",
                                                     "resumen de la búsqueda",
                                                     "resumen de búsqueda"};

using Lines = std::vector<std::string_view>;
using LineSpan = std::span<const std::string_view>;

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// The code with which `line` begins; empty if it does not begin so.
std::string_view code_of(std::string_view line) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view code = line.substr(0, end);
    const std::string_view rest = line.substr(end);
    const bool parted = rest.starts_with('\t') || rest.starts_with("  ") || trim(rest).empty();
    const bool known = std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
    return known && parted ? code : std::string_view();
}

/// The lines of each field.
using Fields = std::map<std::string_view, Lines>;

Fields fields_of(LineSpan lines) {
    Fields fields;
    Lines* current = nullptr;
    for (const std::string_view line : lines) {
        const std::string_view code = code_of(line);
        if (!code.empty()) {
            current = &fields[code];
            current->push_back(trim(line.substr(code.size())));
        } else if (current != nullptr) {
            current->push_back(line);
        }
    }
    return fields;
}

std::string joined(const Fields& fields, std::string_view code) {
    std::string text;
    const auto found = fields.find(code);
    if (found != fields.end()) {
        for (const std::string_view line : found->second) {
            text += (text.empty() ? "" : " ") + std::string(trim(line));
        }
    }
    return collapse_spaces(text);
}

void add_text(Article& article, LineSpan lines) {
    for (std::string& paragraph : split_paragraphs(lines)) {
        article.paragraphs.push_back(std::move(paragraph));
    }
    if (article.dateline == Dateline{} && !article.paragraphs.empty()) {
        article.dateline = find_dateline(article.paragraphs.front()).value_or(Dateline{});
    }
}

void set_date(Article& article, const std::string& text, const time::DateReading& dates) {
    article.published = time::find_written_date(text, dates);
    if (!article.published && !text.empty()) {
        add_warning(article, "bad_date");
    }
}

Article parse_tagged(LineSpan lines, const time::DateReading& dates) {
    const Fields fields = fields_of(lines);
    Article article;
    article.title = joined(fields, "HD");
    add_press_byline(article.authors, joined(fields, "BY"));
    set_date(article, collapse_spaces(joined(fields, "PD") + " " + joined(fields, "ET")), dates);
    article.source = joined(fields, "SN");
    article.section = joined(fields, "SE");
    article.lang = lang_called(joined(fields, "LA"));
    for (const std::string_view code : {"LP", "TD"}) {
        const auto found = fields.find(code);
        if (found != fields.end()) {
            add_text(article, found->second);
        }
    }
    add_press_names(article.orgs, joined(fields, "CO"));
    add_press_names(article.topics, joined(fields, "IN"));
    add_press_names(article.topics, joined(fields, "NS"));
    add_press_names(article.places, joined(fields, "RE"));
    add_press_names(article.people, joined(fields, "PE"));
    if (std::string caption = joined(fields, "ART"); !caption.empty()) {
        article.captions.push_back(std::move(caption));
    }
    const std::string number = joined(fields, "AN");
    article.id = factiva_number(number);
    article.id = article.id.empty() ? number : article.id;
    return article;
}

bool is_clock(std::string_view line) {
    line = trim(line);
    return (line.size() == 4 || line.size() == 5) && line[line.size() - 3] == ':' &&
           is_digit(line.front()) && is_digit(line.back());
}

bool is_byline(std::string_view line) {
    const std::string lower = ascii_lower(trim(line));
    for (const std::string_view start : {"by ", "par ", "von ", "por ", "di ", "de "}) {
        if (lower.starts_with(start)) {
            return true;
        }
    }
    return false;
}

/// Title, byline and section from the lines above the number of words.
void take_headlines(LineSpan lines, Article& article) {
    while (!lines.empty() && is_blank(lines.back())) {
        lines = lines.first(lines.size() - 1);
    }
    Lines block;
    bool any_title = false;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (is_blank(*line) && any_title) {
            break;
        }
        if (!is_blank(*line)) {
            block.insert(block.begin(), trim(*line));
            any_title = any_title || !is_byline(*line);
        }
    }
    if (block.size() > 1 && is_byline(block.back())) {
        add_press_byline(article.authors, block.back());
        block.pop_back();
    }
    // A short first line is the section: `World News`.
    constexpr std::size_t max_section_bytes = 30;
    if (block.size() > 1 && block.front().size() <= max_section_bytes &&
        block.front().size() * 2 < block[1].size()) {
        article.section = block.front();
        block.erase(block.begin());
    }
    article.title = join_lines(block);
}

/// What stands below the number of words: date, time, source, codes, language and copyright. How
/// many lines that is.
std::size_t take_details(LineSpan lines, const time::DateReading& dates, Article& article) {
    std::string date;
    std::size_t next = 0;
    while (next < lines.size() && !is_blank(lines[next])) {
        const std::string_view line = trim(lines[next]);
        ++next;
        if (is_copyright_line(line)) {
            break;
        }
        const std::string lang = line.size() > 3 ? lang_called(line) : std::string();
        if (date.empty()) {
            date = line;
        } else if (is_clock(line) && article.source.empty()) {
            date += " " + std::string(line);
        } else if (article.source.empty()) {
            article.source = line;
        } else if (!lang.empty() && article.lang.empty()) {
            article.lang = lang;
        }
    }
    set_date(article, date, dates);
    return next;
}

Article parse_untagged(LineSpan lines, std::size_t words, const time::DateReading& dates) {
    Article article;
    take_headlines(lines.first(words), article);
    LineSpan rest = lines.subspan(words + 1);
    rest = rest.subspan(take_details(rest, dates, article));
    while (!rest.empty() && (is_blank(rest.front()) || is_copyright_line(rest.front()))) {
        rest = rest.subspan(1);
    }
    for (std::size_t i = rest.size(); i > 0 && article.id.empty(); --i) {
        article.id = factiva_number(rest[i - 1]);
        if (!article.id.empty()) {
            rest = rest.first(i - 1);
        }
    }
    add_text(article, rest);
    return article;
}

}  // namespace

std::string factiva_number(std::string_view line) {
    constexpr std::size_t min_bytes = 16;
    constexpr std::size_t max_bytes = 40;
    line = trim(line);
    if (line.starts_with("AN ") || line.starts_with("AN\t")) {
        line = trim(line.substr(3));
    }
    for (const std::string_view word : {"Document ", "Dokument ", "Documento "}) {
        if (!line.starts_with(word)) {
            continue;
        }
        const std::string_view number = trim(line.substr(word.size()));
        const bool one_word = std::all_of(number.begin(), number.end(), [](char c) {
            return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
        const auto digits = std::count_if(number.begin(), number.end(), is_digit);
        if (one_word && digits >= 8 && number.size() >= min_bytes && number.size() <= max_bytes) {
            return std::string(number);
        }
    }
    return {};
}

bool is_word_count(std::string_view line) {
    line = trim(line);
    const std::size_t blank = line.rfind(' ');
    if (blank == std::string_view::npos || !is_digit(line.front())) {
        return false;
    }
    const bool number =
        std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(blank), [](char c) {
            return is_digit(c) || c == ',' || c == '.' || c == ' ';
        });
    const std::string word = ascii_lower(line.substr(blank + 1));
    return number && std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool begins_factiva_field(std::string_view line) {
    return !code_of(line).empty();
}

std::optional<Article> parse_factiva_record(std::string_view record,
                                            const time::DateReading& dates) {
    const Lines lines = split_lines(record);
    const std::string first = ascii_lower(trim(record.substr(0, record.find('\n'))));
    if (std::find(kSummaries.begin(), kSummaries.end(), first) != kSummaries.end()) {
        return std::nullopt;
    }
    const auto is_code = [&lines](std::string_view code) {
        return std::any_of(lines.begin(), lines.end(), [code](std::string_view line) {
            return code_of(line) == code;
        });
    };
    if (is_code("HD") && (is_code("LP") || is_code("TD") || is_code("AN"))) {
        return parse_tagged(lines, dates);
    }
    const auto words = std::find_if(lines.begin(), lines.end(), is_word_count);
    if (words != lines.end()) {
        return parse_untagged(lines, static_cast<std::size_t>(words - lines.begin()), dates);
    }
    return parse_text_article(record, dates);
}

}  // namespace dateline::source
