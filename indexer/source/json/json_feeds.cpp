// The Washington Post collection of TREC, JSON Feed, and RSS in JSON.
#include "common/base/utf8.hpp"
#include "indexer/source/json/json_article.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/xml/feed_text.hpp"
#include "indexer/source/xml/marked_up_text.hpp"

#include <iterator>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

void add_paragraphs(Article& article, const std::string& text) {
    std::vector<std::string> paragraphs = paragraphs_of_any(text);
    std::move(paragraphs.begin(), paragraphs.end(), std::back_inserter(article.paragraphs));
}

/// One part of a Washington Post document; pictures, videos and notes on authors are not text.
void add_part(Article& article, const JsonValue& part, const SourceOptions& options) {
    const std::string type = text_of(part, {"type"});
    const std::optional<JsonValue> content = member(part, "content");
    if (!content) {
        return;
    }
    if (type == "sanitized_html" || type == "text" || type == "header" || type == "pull_quote") {
        add_paragraphs(article, scalar_text(*content));
    } else if (type == "list") {
        for_each(*content,
                 [&article](const JsonValue& item) { add_paragraphs(article, scalar_text(item)); });
    } else if (type == "title" && article.title.empty()) {
        article.title = plain_line(scalar_text(*content));
    } else if (type == "byline" && article.authors.empty()) {
        add_authors(article.authors, plain_line(scalar_text(*content)));
    } else if (type == "kicker" && article.section.empty()) {
        article.section = plain_line(scalar_text(*content));
    } else if (type == "date") {
        set_published(article, date_text(*content), options.dates);
    }
}

}  // namespace

Article article_of_washington_post(const JsonValue& record, const SourceOptions& options) {
    Article article;
    article.id = text_of(record, {"id", "_id"});
    article.url = text_of(record, {"article_url", "url"});
    article.source = text_of(record, {"source"});
    article.title = plain_line(text_of(record, {"title"}));
    if (const std::optional<JsonValue> date = member(record, "published_date")) {
        set_published(article, date_text(*date), options.dates);
    }
    add_authors(article.authors, text_of(record, {"author"}));
    if (const std::optional<JsonValue> contents = member(record, "contents")) {
        for_each(*contents, [&](const JsonValue& part) { add_part(article, part, options); });
    }
    return article;
}

Article article_of_json_feed(const JsonValue& record, const SourceOptions& options) {
    Article article;
    article.url = text_of(record, {"url", "external_url"});
    set_feed_id(article, text_of(record, {"id"}));
    article.title = plain_line(text_of(record, {"title"}));
    const std::string html = text_of(record, {"content_html"});
    const std::string text = text_of(record, {"content_text"});
    const std::string summary = text_of(record, {"summary"});
    set_text(article, marked_up_text_of(html));
    if (article.paragraphs.empty()) {
        article.paragraphs = paragraphs_of_any(text.empty() ? summary : text);
        if (text.empty() && !article.paragraphs.empty()) {
            add_warning(article, "summary_only");
        }
    }
    set_published(article, text_of(record, {"date_published"}), options.dates);
    set_modified(article, text_of(record, {"date_modified"}), options.dates);
    for (const std::string& name : names_of(record, {"authors", "author"})) {
        add_authors(article.authors, name);
    }
    article.lang = normalise_lang(text_of(record, {"language"}));
    for (const std::string& tag : names_of(record, {"tags"})) {
        add_topic(article.topics, tag);
    }
    return article;
}

Article article_of_rss_json(const JsonValue& record, const SourceOptions& options) {
    Article article;
    const std::string guid = text_of(record, {"guid"});
    article.url = text_of(record, {"link"});
    if (article.url.empty() && is_web_address(guid)) {
        article.url = guid;
    }
    set_feed_id(article, guid);
    article.title = plain_line(text_of(record, {"title"}));
    set_published(article, text_of(record, {"pubDate"}), options.dates);
    for (const std::string& name : names_of(record, {"author", "dc:creator"})) {
        add_authors(article.authors, name);
    }
    for (const std::string& topic : names_of(record, {"category"})) {
        add_topic(article.topics, plain_line(topic));
    }
    const std::string whole = text_of(record, {"content:encoded"});
    set_text(article, marked_up_text_of(whole));
    if (article.paragraphs.empty()) {
        set_text(article, marked_up_text_of(text_of(record, {"description"})));
        if (!article.paragraphs.empty() && is_summary(article.paragraphs)) {
            add_warning(article, "summary_only");
        }
    }
    return article;
}

}  // namespace dateline::source
