// Articles as schema.org describes them (NewsArticle and its relatives), as JSON-LD or plain JSON.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"
#include "indexer/source/json/json_document.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// Whether `value` is an object whose `@type` is a kind of Article (schema.org, "More specific
/// Types"), with or without the address of the vocabulary before it.
[[nodiscard]] bool is_schema_article(const JsonValue& value);

/// The first article in `value`: itself, or in an array, `@graph`, `mainEntity` or
/// `mainEntityOfPage`.
[[nodiscard]] std::optional<JsonValue> find_schema_article(const JsonValue& value);

/// All articles in `value` in document order: as find_schema_article(), and those inside an article
/// as its `mainEntity`; at most 50.
[[nodiscard]] std::vector<JsonValue> schema_articles(const JsonValue& value);

/// `@id` of a thing -> its name.
using SchemaNames = std::map<std::string, std::string>;

/// The things with `@id` and name in `value`, for references from elsewhere in a page.
[[nodiscard]] SchemaNames schema_names(const JsonValue& value);

/// What `value` states as a schema.org article; published_from is `jsonld`. Times without a zone
/// are taken as `dates` says; a date that cannot be read gives the warning `bad_date`.
///
/// @param names  what authors and publishers stand for that are only an `@id`
[[nodiscard]] Article article_of_schema_org(const JsonValue& value,
                                            const time::DateReading& dates,
                                            const SchemaNames& names = {});

/// `text` as one line of plain text: mark-up and entities resolved, white space collapsed.
[[nodiscard]] std::string plain_line(std::string_view text);

/// `text` as paragraphs, whether it is mark-up or plain.
[[nodiscard]] std::vector<std::string> paragraphs_of_any(std::string_view text);

/// Sets `article.published` from `text`, with the warning `bad_date` if it is not empty and no
/// date.
void set_published(Article& article, std::string_view text, const time::DateReading& dates);

/// Sets `article.modified` from `text`; nothing happens if it is no date.
void set_modified(Article& article, std::string_view text, const time::DateReading& dates);

}  // namespace dateline::source
