// Articles as schema.org describes them (NewsArticle and its relatives), as JSON-LD or plain JSON.
#include "indexer/source/schema_org.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/metadata_values.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace dateline::source {
namespace {

constexpr int kMaxSearchDepth = 6;
constexpr std::size_t kMaxArticles = 50;
constexpr std::size_t kMaxNames = 1000;

bool is_article_type(std::string_view type) {
    constexpr std::array<std::string_view, 6> others = {"BlogPosting",
                                                        "LiveBlogPosting",
                                                        "Report",
                                                        "SocialMediaPosting",
                                                        "DiscussionForumPosting",
                                                        "APIReference"};
    type.remove_prefix(
        type.find_last_of("/#:") == std::string_view::npos ? 0 : type.find_last_of("/#:") + 1);
    return type.ends_with("Article") ||
           std::find(others.begin(), others.end(), type) != others.end();
}

std::string type_of(const JsonValue& value) {
    const std::vector<std::string> types = names_of(value, {"@type"});
    return types.empty() ? std::string{} : types.front();
}

/// Calls `visit` for the articles in `value` until it returns false.
template <typename Visit>
bool visit_articles(const JsonValue& value, int depth, const Visit& visit) {
    if (depth > kMaxSearchDepth) {
        return true;
    }
    if (is_schema_article(value) && !visit(value)) {
        return false;
    }
    if (value.is_array()) {
        for (const JsonValue item : simdjson::dom::array(value)) {
            if (!visit_articles(item, depth + 1, visit)) {
                return false;
            }
        }
        return true;
    }
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        const std::optional<JsonValue> inner = member(value, key);
        if (inner && !inner->is_string() && !visit_articles(*inner, depth + 1, visit)) {
            return false;
        }
    }
    return true;
}

void gather_names(const JsonValue& value, int depth, SchemaNames& names) {
    if (depth > kMaxSearchDepth || names.size() >= kMaxNames) {
        return;
    }
    if (value.is_array()) {
        for (const JsonValue item : simdjson::dom::array(value)) {
            gather_names(item, depth + 1, names);
        }
        return;
    }
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
        return;
    }
    const std::string id = text_of(value, {"@id"});
    const std::string name = text_of(value, {"name"});
    if (!id.empty() && !name.empty()) {
        names.emplace(id, name);
    }
    for (const auto& [key, inner] : object) {
        if (inner.is_array() || inner.is_object()) {
            gather_names(inner, depth + 1, names);
        }
    }
}

/// The names of the first of the members `keys` that has any, references among them resolved.
std::vector<std::string> resolved_names(const JsonValue& value,
                                        std::initializer_list<std::string_view> keys,
                                        const SchemaNames& known) {
    for (const std::string_view key : keys) {
        std::vector<std::string> names;
        const std::optional<JsonValue> found = member(value, key);
        if (!found) {
            continue;
        }
        for_each(*found, [&](const JsonValue& item) {
            const std::optional<JsonValue> inner = member(item, "name");
            std::vector<std::string> own =
                inner && !inner->is_string() ? names_in(*inner) : names_in(item);
            const auto reference = known.find(text_of(item, {"@id"}));
            if (own.empty() && reference != known.end()) {
                own.push_back(reference->second);
            }
            if (own.empty()) {
                const std::string first = text_of(item, {"givenName"});
                own.push_back(collapse_spaces(first + " " + text_of(item, {"familyName"})));
            }
            names.insert(names.end(), own.begin(), own.end());
        });
        std::erase(names, "");
        if (!names.empty()) {
            return names;
        }
    }
    return {};
}

void add_things(Article& article, const JsonValue& things) {
    for_each(things, [&article](const JsonValue& thing) {
        const std::string type = type_of(thing);
        const std::string name = collapse_spaces(text_of(thing, {"name"}));
        if (name.empty()) {
            return;
        }
        if (type.ends_with("Person")) {
            add_topic(article.people, name);
        } else if (type.ends_with("Place") || type.ends_with("City") || type.ends_with("Country")) {
            add_topic(article.places, name);
        } else if (type.ends_with("Organization") || type.ends_with("Corporation")) {
            add_topic(article.orgs, name);
        } else {
            add_topic(article.topics, name);
        }
    });
}

std::string url_of(const JsonValue& value) {
    std::string url = text_of(value, {"url"});
    if (url.empty()) {
        url = text_of(value, {"mainEntityOfPage"});
    }
    const std::optional<JsonValue> page = member(value, "mainEntityOfPage");
    if (url.empty() && page) {
        url = text_of(*page, {"@id", "url"});
    }
    return url.starts_with("http") ? url : std::string{};
}

std::string identifier_of(const JsonValue& value) {
    const std::optional<JsonValue> identifier = member(value, "identifier");
    if (!identifier) {
        return {};
    }
    return identifier->is_object() ? text_of(*identifier, {"value", "@id"})
                                   : scalar_text(*identifier);
}

}  // namespace

std::string plain_line(std::string_view text) {
    if (!looks_like_html(text)) {
        return collapse_spaces(text);
    }
    std::string line;
    for (const std::string& paragraph : paragraphs_of_html(text)) {
        line += (line.empty() ? "" : " ") + paragraph;
    }
    return collapse_spaces(line);
}

std::vector<std::string> paragraphs_of_any(std::string_view text) {
    return looks_like_html(text) ? paragraphs_of_html(text) : paragraphs_of_text(text);
}

void set_published(Article& article, std::string_view text, const time::DateReading& dates) {
    if (trim(text).empty() || article.published) {
        return;
    }
    article.published = parse_stated_date(text, dates);
    if (!article.published) {
        add_warning(article, date_warning(text, dates));
    }
}

void set_modified(Article& article, std::string_view text, const time::DateReading& dates) {
    if (!article.modified && !trim(text).empty()) {
        article.modified = parse_stated_date(text, dates);
    }
}

bool is_schema_article(const JsonValue& value) {
    const std::vector<std::string> types = names_of(value, {"@type"});
    return std::any_of(types.begin(), types.end(), is_article_type);
}

std::optional<JsonValue> find_schema_article(const JsonValue& value) {
    std::optional<JsonValue> found;
    visit_articles(value, 0, [&found](const JsonValue& article) {
        found = article;
        return false;
    });
    return found;
}

std::vector<JsonValue> schema_articles(const JsonValue& value) {
    std::vector<JsonValue> articles;
    visit_articles(value, 0, [&articles](const JsonValue& article) {
        articles.push_back(article);
        return articles.size() < kMaxArticles;
    });
    return articles;
}

SchemaNames schema_names(const JsonValue& value) {
    SchemaNames names;
    gather_names(value, 0, names);
    return names;
}

Article article_of_schema_org(const JsonValue& value,
                              const time::DateReading& dates,
                              const SchemaNames& names) {
    Article article;
    article.id = identifier_of(value);
    article.title = plain_line(text_of(value, {"headline", "name", "alternativeHeadline"}));
    article.paragraphs = paragraphs_of_any(text_of(value, {"articleBody", "text"}));
    set_published(article, text_of(value, {"datePublished", "dateCreated", "uploadDate"}), dates);
    if (article.published) {
        article.published_from = "jsonld";
    }
    set_modified(article, text_of(value, {"dateModified"}), dates);
    for (const std::string& name : resolved_names(value, {"author", "creator"}, names)) {
        add_authors(article.authors, plain_line(name));
    }
    const std::vector<std::string> publishers =
        resolved_names(value, {"publisher", "sourceOrganization", "provider"}, names);
    if (!publishers.empty() && !publishers.front().starts_with("http")) {
        article.source = publishers.front();
    }
    const std::vector<std::string> sections = names_of(value, {"articleSection"});
    if (!sections.empty()) {
        article.section = plain_line(sections.front());
    }
    const std::vector<std::string> languages = names_of(value, {"inLanguage"});
    if (!languages.empty()) {
        article.lang = normalise_lang(languages.front());
    }
    article.url = url_of(value);
    if (const auto keywords = member(value, "keywords")) {
        if (keywords->is_string()) {
            add_keywords(article.topics, plain_line(scalar_text(*keywords)));
        } else {
            for (const std::string& keyword : names_in(*keywords)) {
                add_topic(article.topics, plain_line(keyword));
            }
        }
    }
    for (const std::string_view key : {"about", "mentions", "contentLocation"}) {
        if (const auto things = member(value, key)) {
            add_things(article, *things);
        }
    }
    article.dateline.place = collapse_spaces(text_of(value, {"dateline"}));
    return article;
}

}  // namespace dateline::source
