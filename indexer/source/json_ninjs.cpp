// News items as IPTC ninjs describes them, all versions.
#include "common/base/utf8.hpp"
#include "indexer/source/html_paragraphs.hpp"
#include "indexer/source/json_article.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

/// The body of a NITF document inside JSON; its head repeats title and metadata.
std::string_view nitf_content(std::string_view text) {
    const std::size_t start = text.find("<body.content");
    const std::size_t end = text.find("</body.content");
    return start == std::string_view::npos || end < start ? text : text.substr(start, end - start);
}

/// The preference of what is no text of the article; no text has a worse one.
constexpr int kNeverText = 3;

/// One of the texts that ninjs 2 and later keep in lists.
struct RoledText {
    std::string text;
    int preference = 0;  ///< lower is better
};

RoledText roled_text(const JsonValue& item) {
    RoledText roled{text_of(item, {"value"}), 2};
    const std::string type = ascii_lower(text_of(item, {"contenttype", "contentType"}));
    const std::string role = ascii_lower(text_of(item, {"role"}));
    if (role == "main" || type.find("html") != std::string::npos) {
        roled.preference = 0;
    } else if (role == "creditline" || role == "title") {
        roled.preference = kNeverText;
    } else if (role == "caption" || type.find("nitf") != std::string::npos) {
        roled.preference = 1;
    }
    return roled;
}

/// The best text of the list `key`: `main` ones and HTML go first.
std::string best_of_list(const JsonValue& record, std::string_view key) {
    RoledText best{"", kNeverText};
    if (const std::optional<JsonValue> list = member(record, key)) {
        for_each(*list, [&best](const JsonValue& item) {
            RoledText roled = roled_text(item);
            if (!roled.text.empty() && roled.preference < best.preference) {
                best = std::move(roled);
            }
        });
    }
    return best.text;
}

/// The first string member whose key begins with `prefix`: ninjs 1 allows any name after `body_`.
std::string text_with_prefix(const JsonValue& record, std::string_view prefix) {
    for (const auto field : simdjson::dom::object(record)) {
        if (field.key.starts_with(prefix) && field.value.is_string()) {
            std::string text = scalar_text(field.value);
            if (!text.empty()) {
                return text;
            }
        }
    }
    return {};
}

std::string headline(const JsonValue& record) {
    const std::array<std::string, 5> candidates = {best_of_list(record, "headlines"),
                                                   text_of(record, {"headline"}),
                                                   text_with_prefix(record, "headline_"),
                                                   text_of(record, {"title", "name"}),
                                                   text_of(record, {"slugline"})};
    const auto found = std::find_if(candidates.begin(),
                                    candidates.end(),
                                    [](const std::string& text) { return !text.empty(); });
    return found == candidates.end() ? std::string{} : plain_line(*found);
}

std::vector<std::string> body(const JsonValue& record) {
    for (const std::string& text : {best_of_list(record, "bodies"),
                                    text_of(record, {"body_xhtml", "body_html", "body_text"}),
                                    text_with_prefix(record, "body_"),
                                    text_of(record, {"body"}),
                                    text_of(record, {"description_text", "description_xhtml"}),
                                    best_of_list(record, "descriptions"),
                                    text_with_prefix(record, "description_")}) {
        std::vector<std::string> paragraphs = paragraphs_of_any(nitf_content(text));
        if (!paragraphs.empty()) {
            return paragraphs;
        }
    }
    return {};
}

void add_all(std::vector<std::string>& to, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        add_topic(to, name);
    }
}

}  // namespace

Article article_of_ninjs(const JsonValue& record, const SourceOptions& options) {
    Article article;
    article.id = text_of(record, {"uri", "guid", "_id"});
    article.url = text_of(record, {"url", "canonicalurl", "canonicalUrl"});
    if (article.url.empty() && article.id.starts_with("http")) {
        article.url = article.id;
    }
    article.title = headline(record);
    article.paragraphs = body(record);
    for (const std::string_view key : {"versioncreated",
                                       "versionCreated",
                                       "contentcreated",
                                       "contentCreated",
                                       "firstcreated",
                                       "firstCreated"}) {
        set_published(article, text_of(record, {key}), options.dates);
    }
    for (const std::string& name : names_of(record, {"by", "byline", "bylines"})) {
        add_authors(article.authors, name);
    }
    article.lang = normalise_lang(text_of(record, {"language", "lang"}));
    const std::vector<std::string> sources = names_of(
        record,
        {"infosource", "infosources", "source", "provider", "copyrightholder", "copyrightHolder"});
    article.source = sources.empty() ? "" : sources.front();
    const std::vector<std::string> sections = names_of(record, {"anpa_category", "service"});
    article.section = sections.empty() ? "" : sections.front();
    article.dateline.place = text_of(record, {"located"});
    add_all(article.people, names_of(record, {"person", "people", "persons"}));
    add_all(article.places, names_of(record, {"place", "places"}));
    add_all(article.orgs,
            names_of(record, {"organisation", "organisations", "organization", "organizations"}));
    add_all(article.topics, names_of(record, {"subject", "subjects"}));
    add_all(article.topics, names_of(record, {"keywords"}));
    return article;
}

}  // namespace dateline::source
