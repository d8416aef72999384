// Articles out of parsed JSON records, whatever shape they have.
#include "indexer/source/json/json_article.hpp"

#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/flat_record.hpp"
#include "indexer/source/json/json_splitter.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/xml/marked_up_text.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

bool has_any(const JsonValue& record, std::initializer_list<std::string_view> keys) {
    return std::any_of(keys.begin(), keys.end(), [&record](std::string_view key) {
        return member(record, key).has_value();
    });
}

/// Whether `record` has an identifier and a type as all versions of ninjs name them.
bool is_typed_item(const JsonValue& record) {
    constexpr std::array<std::string_view, 9> types = {"text",
                                                       "audio",
                                                       "video",
                                                       "picture",
                                                       "graphic",
                                                       "composite",
                                                       "component",
                                                       "event",
                                                       "planning"};
    return has_any(record, {"uri"}) &&
           std::find(types.begin(), types.end(), text_of(record, {"type"})) != types.end();
}

/// Whether `record` has an identifier and a text whose key ends in its role, as in ninjs 1.
bool has_roled_text(const JsonValue& record) {
    const simdjson::dom::object fields(record);
    return has_any(record, {"uri"}) &&
           std::any_of(fields.begin(), fields.end(), [](const auto& field) {
               return field.key.starts_with("body_") || field.key.starts_with("headline_") ||
                      field.key.starts_with("description_");
           });
}

bool is_ninjs(const JsonValue& record) {
    return is_typed_item(record) || has_roled_text(record) ||
           has_any(record,
                   {"versioncreated",
                    "versionCreated",
                    "body_text",
                    "body_xhtml",
                    "body_html",
                    "bodies",
                    "headlines",
                    "pubstatus",
                    "pubStatus",
                    "$standard",
                    "eventDetails",
                    "contentcreated",
                    "contentCreated",
                    "description_text",
                    "descriptions"});
}

bool is_washington_post(const JsonValue& record) {
    const std::optional<JsonValue> contents = member(record, "contents");
    return contents && contents->is_array();
}

/// The record itself is not quoted: it may be long and is untrusted; its keys tell what to map.
std::string keys_seen(const JsonValue& record) {
    constexpr std::size_t max_keys = 12;
    constexpr std::size_t max_key_bytes = 40;
    std::string keys;
    std::size_t count = 0;
    for (const auto field : simdjson::dom::object(record)) {
        if (count++ == max_keys) {
            return keys + ", …";
        }
        keys +=
            (keys.empty() ? "" : ", ") + printable_line(truncate_utf8(field.key, max_key_bytes));
    }
    return keys.empty() ? "none" : keys;
}

JsonArticle no_text(const JsonValue& record) {
    return {std::nullopt,
            "no_text",
            "no field with text among the keys (" + keys_seen(record) + "); use --map body=KEY"};
}

Article with_metadata_date(Article article) {
    article.published_from = article.published ? "metadata" : "";
    return article;
}

std::optional<Article> article_by_shape(const JsonValue& record, const SourceOptions& options) {
    const std::optional<JsonValue> schema_org = find_schema_article(record);
    if (schema_org || has_any(record, {"articleBody"})) {
        return with_metadata_date(
            article_of_schema_org(schema_org ? *schema_org : record, options.dates));
    }
    if (is_washington_post(record)) {
        return article_of_washington_post(record, options);
    }
    if (has_any(record, {"content_text", "content_html"})) {
        return article_of_json_feed(record, options);
    }
    std::optional<Article> flat = article_of_flat(record, options);
    const bool has_text = flat && !flat->paragraphs.empty();
    const bool is_rss = has_any(record, {"description"}) && has_any(record, {"pubDate"}) &&
                        has_any(record, {"link", "guid"});
    return !has_text && is_rss ? article_of_rss_json(record, options) : std::move(flat);
}

/// What holds for an article of any shape.
void finish(JsonArticle& found) {
    if (found.article) {
        drop_repeated_title(*found.article);
        found.article->lang_from = found.article->lang.empty() ? "" : "metadata";
        found.article = with_metadata_date(*std::move(found.article));
    }
    for (JsonArticle& member : found.members) {
        finish(member);
    }
}

JsonArticle finished_ninjs(const JsonValue& record, const SourceOptions& options) {
    JsonArticle item = article_of_ninjs(record, options);
    if (item.code == "no_text" && item.reason.empty()) {
        return no_text(record);
    }
    finish(item);
    return item;
}

/// Whether `record` has one of the shapes that are known before ninjs is considered.
bool goes_before_ninjs(const JsonValue& record, const SourceOptions& options) {
    return !options.field_map.empty() || has_any(record, {"articleBody"}) ||
           is_washington_post(record) || find_schema_article(record).has_value();
}

}  // namespace

JsonArticle article_of_json(const JsonValue& record, const SourceOptions& options) {
    if (!record.is_object()) {
        return {std::nullopt, "bad_json", "record is not an object"};
    }
    const std::optional<JsonValue> source = member(record, "_source");
    if (source && source->is_object()) {
        JsonArticle inner = article_of_json(*source, options);
        if (inner.article && inner.article->id.empty()) {
            inner.article->id = text_of(record, {"_id"});
        }
        return inner;
    }
    if (text_of(record, {"schema"}).starts_with("dateline.article/")) {
        return {article_of_own_json(record), "", ""};
    }
    if (is_ninjs(record) && !goes_before_ninjs(record, options)) {
        return finished_ninjs(record, options);
    }
    JsonArticle found{options.field_map.empty() ? article_by_shape(record, options)
                                                : article_of_flat(record, options),
                      "",
                      ""};
    if (!found.article || (found.article->title.empty() && found.article->paragraphs.empty())) {
        // What has an identifier and nothing but a headline may be an alert.
        const bool alert = options.field_map.empty() && has_any(record, {"uri"});
        return alert ? finished_ninjs(record, options) : no_text(record);
    }
    finish(found);
    return found;
}

std::string date_text(const JsonValue& value) {
    if (value.is_object()) {
        const std::optional<JsonValue> date = member(value, "$date");
        return date ? date_text(*date) : text_of(value, {"$numberLong"});
    }
    if (value.is_double()) {
        // Seconds with a fraction; 253402300800 is the year 10000, in seconds.
        const double seconds = double(value);
        const bool in_range = seconds > -3e10 && seconds < 253402300800.0;
        return in_range ? std::to_string(static_cast<std::int64_t>(seconds)) : scalar_text(value);
    }
    return scalar_text(value);
}

}  // namespace dateline::source
