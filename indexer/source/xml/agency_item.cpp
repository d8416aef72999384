// What the formats of news agencies have in common: items, datelines, bylines.
#include "indexer/source/xml/agency_item.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/text/text_layout.hpp"
#include "indexer/source/xml/xml_dom.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::source {
namespace {

bool names_weekday(std::string_view text) {
    constexpr std::array<std::string_view, 7> days = {
        "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const std::string word = ascii_lower(text.substr(0, 3));
    return text.find("day") != std::string_view::npos &&
           std::find(days.begin(), days.end(), word) != days.end();
}

bool holds_digit(std::string_view text) noexcept {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

std::string_view without_dashes(std::string_view text) noexcept {
    text = trim(text);
    for (const std::string_view dash : {"-", "–", "—", ":"}) {
        while (text.ends_with(dash)) {
            text = trim(text.substr(0, text.size() - dash.size()));
        }
    }
    return text;
}

}  // namespace

Dateline parse_dateline(std::string_view text) {
    std::string_view rest = without_dashes(text);
    const std::size_t bracket = rest.find('(');
    if (bracket != std::string_view::npos && bracket > 0) {
        rest = without_dashes(rest.substr(0, bracket));
    }
    Dateline found;
    const std::size_t comma = rest.rfind(',');
    const std::string_view last =
        comma == std::string_view::npos ? std::string_view{} : trim(rest.substr(comma + 1));
    if (!last.empty() && (holds_digit(last) || names_weekday(last))) {
        found.date = collapse_spaces(last);
        rest = rest.substr(0, comma);
    }
    found.place = collapse_spaces(rest);
    return found;
}

void set_issued(Article& article, std::string_view text, const time::DateReading& dates) {
    constexpr std::size_t size_bytes = 15;  // of YYYYMMDDThhmmss
    text = trim(text);
    const bool midnight = text.size() == size_bytes && text.ends_with("T000000");
    set_published(article, midnight ? text.substr(0, text.find('T')) : text, dates);
}

void set_version_time(Article& article, std::string_view text, const time::DateReading& dates) {
    set_modified(article, text, dates);
    if (article.modified == article.published) {
        article.modified.reset();
    }
}

MarkedUpText text_in(const xmlNode& node) {
    return children(node).empty() ? marked_up_text_of(all_text(node)) : marked_up_text_below(node);
}

void finish_item(Article& article) {
    drop_repeated_title(article);
    std::erase_if(article.authors, [&article](const std::string& author) {
        return ascii_lower(author) == ascii_lower(article.source);
    });
    if (article.dateline.place.empty() && !article.paragraphs.empty()) {
        article.dateline = find_dateline(article.paragraphs.front()).value_or(article.dateline);
    }
}

}  // namespace dateline::source
