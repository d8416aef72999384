// Articles out of parsed JSON records, whatever shape they have.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/json/json_document.hpp"
#include "indexer/source/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dateline::source {

/// What a record gave: an article, or why there is none.
struct JsonArticle {
    std::optional<Article> article;
    std::string code;    ///< if there is none: `no_text` or `bad_json`
    std::string reason;  ///< if there is none: why, with the remedy; empty from
                         ///< article_of_ninjs() if no member of an item is a text
    std::vector<JsonArticle> members = {};  ///< further articles inside of the record; if there are
                                            ///< some, the record itself needs neither
};

/// The article that `record` holds. Its shape is told by its keys, in this order: a search engine's
/// hit
/// (`_source`), our own article JSON, options.field_map, schema.org, Washington Post of TREC,
/// ninjs, JSON Feed, and flat objects with well-known keys. Does not set the locator.
[[nodiscard]] JsonArticle article_of_json(const JsonValue& record, const SourceOptions& options);

/// Article JSON of schema `dateline.article/1`, as `--export` and `--dry-run --jsonl` write it.
/// Warnings are dropped; mentions whose range is not in the text give the warning `bad_mention`.
[[nodiscard]] Article article_of_own_json(const JsonValue& record);

/// An item of IPTC ninjs 1.0 to 3.1 (https://iptc.org/standards/ninjs/), also with the members that
/// Superdesk adds (`firstpublished`, `service`, `authors`).
///
/// Published is when the first version was created if the item says so (this version is then its
/// modification), else this version, else the content. The description stands in for a missing
/// body, but of a picture, graphic, video or audio item it is a caption, and such an item without a
/// body is no article (`no_text`); nor is an event or a plan without one (`no_article`), nor what
/// its publisher has `canceled`. `embargoed` and `withheld` are warnings: an archive is read after
/// the embargo, as a rule.
///
/// Of `associations`, items with a body are members, and descriptions of pictures and other media
/// are captions. Members inherit language, source and date.
[[nodiscard]] JsonArticle article_of_ninjs(const JsonValue& record, const SourceOptions& options);

/// A document of the TREC Washington Post collection, whose parts are in `contents`.
[[nodiscard]] Article article_of_washington_post(const JsonValue& record,
                                                 const SourceOptions& options);

/// An item of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
[[nodiscard]] Article article_of_json_feed(const JsonValue& record, const SourceOptions& options);

/// An item of RSS 2.0 with its elements as keys (RSS in JSON, Scripting News). Warning
/// `summary_only` as for feeds in XML.
[[nodiscard]] Article article_of_rss_json(const JsonValue& record, const SourceOptions& options);

/// An object with well-known keys, in any case, or those of options.field_map.
/// std::nullopt if no key of it stands for a text.
[[nodiscard]] std::optional<Article> article_of_flat(const JsonValue& record,
                                                     const SourceOptions& options);

/// The text of a date: of a string or a number, also one wrapped in `$date` or `$numberLong`.
[[nodiscard]] std::string date_text(const JsonValue& value);

}  // namespace dateline::source
