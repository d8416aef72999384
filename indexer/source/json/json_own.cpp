// Our own article JSON read back.
#include "common/article/article_json.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/json/json_article.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

std::vector<std::string> strings_of(const JsonValue& record, std::string_view key) {
    std::vector<std::string> strings;
    if (const std::optional<JsonValue> list = member(record, key); list && list->is_array()) {
        for (const JsonValue item : simdjson::dom::array(*list)) {
            std::string_view text;
            if (item.get(text) == simdjson::SUCCESS && !text.empty()) {
                strings.emplace_back(text);
            }
        }
    }
    return strings;
}

std::string string_of(const JsonValue& record, std::string_view key) {
    const std::optional<JsonValue> found = member(record, key);
    return found && found->is_string() ? std::string(std::string_view(*found)) : std::string{};
}

bool is_border(std::string_view text, std::uint64_t offset_bytes) {
    return offset_bytes == text.size() ||
           (offset_bytes < text.size() &&
            (static_cast<unsigned char>(text[offset_bytes]) & 0xC0U) != 0x80U);
}

/// The mention that `item` is, if its range is one of `text`.
std::optional<Mention> mention_in(const JsonValue& item, std::string_view text) {
    std::optional<Mention> mention = read_mention(simdjson::minify(item));
    if (mention &&
        (!is_border(text, mention->start_bytes) || !is_border(text, mention->end_bytes))) {
        return std::nullopt;
    }
    return mention;
}

void read_mentions(const JsonValue& record, Article& article) {
    const std::optional<JsonValue> list = member(record, "mentions");
    if (!list || !list->is_array()) {
        return;
    }
    const std::string text = full_text(article);
    for (const JsonValue item : simdjson::dom::array(*list)) {
        if (std::optional<Mention> mention = mention_in(item, text)) {
            article.mentions.push_back(*std::move(mention));
        } else {
            add_warning(article, "bad_mention");
        }
    }
}

/// The quote that `item` is, if its range is one of `text` and begins at `free_bytes` or later.
std::optional<Quote> quote_in(const JsonValue& item,
                              std::string_view text,
                              std::uint32_t free_bytes) {
    std::optional<Quote> quote = read_quote(simdjson::minify(item));
    if (quote && (quote->start_bytes < free_bytes || !is_border(text, quote->start_bytes) ||
                  !is_border(text, quote->end_bytes))) {
        return std::nullopt;
    }
    return quote;
}

void read_quotes(const JsonValue& record, Article& article) {
    const std::optional<JsonValue> list = member(record, "quotes");
    if (!list || !list->is_array()) {
        return;
    }
    const std::string text = full_text(article);
    for (const JsonValue item : simdjson::dom::array(*list)) {
        const std::uint32_t free = article.quotes.empty() ? 0 : article.quotes.back().end_bytes;
        if (std::optional<Quote> quote = quote_in(item, text, free)) {
            article.quotes.push_back(*std::move(quote));
        } else {
            add_warning(article, "bad_quote");
        }
    }
}

void read_blocks(const JsonValue& record, Article& article) {
    const std::optional<JsonValue> list = member(record, "blocks");
    if (!list || !list->is_array()) {
        return;
    }
    for (const JsonValue item : simdjson::dom::array(*list)) {
        std::uint64_t paragraph = 0;
        const std::optional<BlockKind> kind = block_kind(string_of(item, "kind"));
        const std::optional<JsonValue> number = member(item, "paragraph");
        const bool in_order =
            number && number->get(paragraph) == simdjson::SUCCESS &&
            paragraph < article.paragraphs.size() &&
            (article.blocks.empty() || article.blocks.back().paragraph < paragraph);
        if (kind && in_order) {
            article.blocks.push_back({static_cast<std::uint32_t>(paragraph), *kind});
        }
    }
}

void read_evidence(const JsonValue& record, Article& article) {
    const std::optional<JsonValue> fields = member(record, "evidence");
    if (fields && fields->is_object()) {
        for (const auto field : simdjson::dom::object(*fields)) {
            set_evidence(article, field.key, scalar_text(field.value));
        }
    }
}

std::optional<time::Published> date_of(Article& article, const std::string& text) {
    const std::optional<time::Published> date = time::parse_iso_time(text);
    if (!text.empty() && !date) {
        add_warning(article, "bad_date");
    }
    return date;
}

}  // namespace

Article article_of_own_json(const JsonValue& record) {
    Article article;
    article.id = string_of(record, "id");
    article.collection = string_of(record, "collection");
    article.format = string_of(record, "format");
    article.title = string_of(record, "title");
    article.paragraphs = strings_of(record, "paragraphs");
    if (article.paragraphs.empty()) {
        std::string text = string_of(record, "text");
        if (!article.title.empty() && text.starts_with(article.title)) {
            text.erase(0, article.title.size());
        }
        article.paragraphs = paragraphs_of_text(text);
    }
    read_blocks(record, article);
    article.captions = strings_of(record, "captions");
    article.published = date_of(article, string_of(record, "published"));
    article.published_from = article.published ? string_of(record, "published_from") : "";
    article.modified = date_of(article, string_of(record, "modified"));
    article.lang = string_of(record, "lang");
    article.lang_from = string_of(record, "lang_from");
    article.source = string_of(record, "source");
    article.section = string_of(record, "section");
    article.authors = strings_of(record, "authors");
    article.url = string_of(record, "url");
    if (const std::optional<JsonValue> dateline = member(record, "dateline")) {
        article.dateline = {string_of(*dateline, "place"), string_of(*dateline, "date")};
    }
    article.people = strings_of(record, "people");
    article.places = strings_of(record, "places");
    article.orgs = strings_of(record, "orgs");
    article.topics = strings_of(record, "topics");
    read_mentions(record, article);
    read_quotes(record, article);
    read_evidence(record, article);
    return article;
}

}  // namespace dateline::source
