// Reading articles with simdjson.
#include "common/article/article_json.hpp"

#include "common/article/kind_names.hpp"

#include <limits>
#include <simdjson.h>
#include <utility>

namespace dateline {
namespace {

namespace dom = simdjson::dom;

std::optional<MentionType> mention_type(std::string_view name) {
    for (const MentionType type :
         {MentionType::Person, MentionType::Place, MentionType::Org, MentionType::Date}) {
        if (name == type_name(type)) {
            return type;
        }
    }
    return std::nullopt;
}

std::string string_member(dom::object object, std::string_view key) {
    std::string_view value;
    return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

std::uint64_t number_member(dom::object object, std::string_view key) {
    std::uint64_t value = 0;
    return object[key].get(value) == simdjson::SUCCESS ? value : 0;
}

std::vector<std::string> strings_member(dom::object object, std::string_view key) {
    std::vector<std::string> strings;
    dom::array array;
    if (object[key].get(array) == simdjson::SUCCESS) {
        for (const dom::element element : array) {
            std::string_view value;
            if (element.get(value) == simdjson::SUCCESS) {
                strings.emplace_back(value);
            }
        }
    }
    return strings;
}

std::optional<time::Published> time_member(dom::object object, std::string_view key) {
    std::string_view value;
    if (object[key].get(value) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return time::parse_iso_time(value);
}

std::optional<std::chrono::sys_days> day_member(dom::object object, std::string_view key) {
    const auto published = time_member(object, key);
    if (!published || published->precision != time::Precision::Day) {
        return std::nullopt;
    }
    return time::utc_day(*published);
}

std::optional<EventDays> read_event_days(dom::object row) {
    const auto from = day_member(row, "from");
    const auto to = day_member(row, "to");
    if (!from || !to || *to < *from) {
        return std::nullopt;
    }
    return EventDays{*from, *to, string_member(row, "granularity")};
}

/// More levels than any place has; further ones are not read, and a path that does not reach its
/// place is none to the index.
constexpr std::size_t kMaxPathLevels = 16;

std::vector<PlaceLevel> read_path(dom::object row) {
    std::vector<PlaceLevel> path;
    dom::array levels;
    if (row["path"].get(levels) == simdjson::SUCCESS) {
        for (const dom::element element : levels) {
            dom::object level;
            if (path.size() < kMaxPathLevels && element.get(level) == simdjson::SUCCESS) {
                path.push_back({string_member(level, "id"),
                                string_member(level, "name"),
                                string_member(level, "kind")});
            }
        }
    }
    return path;
}

std::optional<Mention> mention_of(dom::element element) {
    dom::object row;
    if (element.get(row) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    const auto type = mention_type(string_member(row, "type"));
    const std::uint64_t start = number_member(row, "start");
    const std::uint64_t end = number_member(row, "end");
    Mention mention;
    mention.given = string_member(row, "given");
    const bool in_text = start < end && end <= std::numeric_limits<std::uint32_t>::max();
    if (!type || in_text == !mention.given.empty()) {
        return std::nullopt;
    }
    mention.type = *type;
    mention.start_bytes = static_cast<std::uint32_t>(in_text ? start : 0);
    mention.end_bytes = static_cast<std::uint32_t>(in_text ? end : 0);
    mention.id = string_member(row, "id");
    mention.name = string_member(row, "name");
    mention.value = string_member(row, "value");
    mention.method = string_member(row, "method");
    mention.honorific = string_member(row, "honorific");
    Coordinates point;
    if (row["lat"].get(point.latitude) == simdjson::SUCCESS &&
        row["lon"].get(point.longitude) == simdjson::SUCCESS) {
        mention.coordinates = point;
    }
    mention.path = read_path(row);
    mention.days = read_event_days(row);
    return mention;
}

std::vector<Mention> read_mentions(dom::object object) {
    std::vector<Mention> mentions;
    dom::array array;
    if (object["mentions"].get(array) != simdjson::SUCCESS) {
        return mentions;
    }
    for (const dom::element element : array) {
        if (auto mention = mention_of(element)) {
            mentions.push_back(*std::move(mention));
        }
    }
    return mentions;
}

std::optional<Quote> quote_of(dom::element element) {
    dom::object row;
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    if (element.get(row) != simdjson::SUCCESS || row["start"].get(start) != simdjson::SUCCESS ||
        row["end"].get(end) != simdjson::SUCCESS || start >= end ||
        end > std::numeric_limits<std::uint32_t>::max()) {
        return std::nullopt;
    }
    Quote quote;
    quote.start_bytes = static_cast<std::uint32_t>(start);
    quote.end_bytes = static_cast<std::uint32_t>(end);
    dom::object speaker;
    if (row["speaker"].get(speaker) == simdjson::SUCCESS) {
        quote.speaker_id = string_member(speaker, "id");
        quote.speaker_name = string_member(speaker, "name");
    }
    quote.method = string_member(row, "method");
    return quote;
}

/// The quotes that `object` lists, without those out of order, overlapping or without text.
std::vector<Quote> read_quotes(dom::object object) {
    std::vector<Quote> quotes;
    dom::array array;
    if (object["quotes"].get(array) != simdjson::SUCCESS) {
        return quotes;
    }
    for (const dom::element element : array) {
        std::optional<Quote> quote = quote_of(element);
        if (quote && (quotes.empty() || quote->start_bytes >= quotes.back().end_bytes)) {
            quotes.push_back(*std::move(quote));
        }
    }
    return quotes;
}

/// The blocks that `object` lists, without those of unknown kind, out of order or out of range.
std::vector<Block> read_blocks(dom::object object, std::size_t paragraphs) {
    std::vector<Block> blocks;
    dom::array array;
    if (object["blocks"].get(array) != simdjson::SUCCESS) {
        return blocks;
    }
    for (const dom::element element : array) {
        dom::object row;
        if (element.get(row) != simdjson::SUCCESS) {
            continue;
        }
        const std::optional<BlockKind> kind = block_kind(string_member(row, "kind"));
        const std::uint64_t paragraph = number_member(row, "paragraph");
        if (kind && paragraph < paragraphs &&
            (blocks.empty() || blocks.back().paragraph < paragraph)) {
            blocks.push_back({static_cast<std::uint32_t>(paragraph), *kind});
        }
    }
    return blocks;
}

void read_evidence(dom::object object, Article& article) {
    dom::object fields;
    if (object["evidence"].get(fields) == simdjson::SUCCESS) {
        for (const auto field : fields) {
            std::string_view from;
            if (field.value.get(from) == simdjson::SUCCESS) {
                set_evidence(article, field.key, from);
            }
        }
    }
}

std::vector<Warning> read_warnings(dom::object object) {
    std::vector<Warning> warnings;
    dom::array array;
    if (object["warnings"].get(array) == simdjson::SUCCESS) {
        for (const dom::element element : array) {
            dom::object row;
            if (element.get(row) == simdjson::SUCCESS) {
                warnings.push_back({string_member(row, "code"), number_member(row, "count")});
            }
        }
    }
    return warnings;
}

/// What `read` makes of the text `json`; std::nullopt if it is not JSON.
template <typename Value>
std::optional<Value> read_element(std::string_view json,
                                  std::optional<Value> (*read)(dom::element)) {
    thread_local dom::parser parser;
    dom::element element;
    return parser.parse(json.data(), json.size()).get(element) == simdjson::SUCCESS ? read(element)
                                                                                    : std::nullopt;
}

}  // namespace

std::optional<BlockKind> block_kind(std::string_view name) noexcept {
    for (const BlockKind kind : {BlockKind::Heading,
                                 BlockKind::ListItem,
                                 BlockKind::Quote,
                                 BlockKind::Preformatted,
                                 BlockKind::Table}) {
        if (name == block_name(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

std::optional<Mention> read_mention(std::string_view json) {
    return read_element(json, mention_of);
}

std::optional<Quote> read_quote(std::string_view json) {
    return read_element(json, quote_of);
}

std::optional<Article> read_article(std::string_view json) {
    thread_local dom::parser parser;
    dom::object object;
    if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS ||
        string_member(object, "schema") != kArticleSchema) {
        return std::nullopt;
    }
    Article article;
    article.id = string_member(object, "id");
    article.collection = string_member(object, "collection");
    dom::object locator;
    if (object["locator"].get(locator) == simdjson::SUCCESS) {
        article.locator = {string_member(locator, "file"),
                           string_member(locator, "member"),
                           number_member(locator, "offset"),
                           number_member(locator, "record")};
    }
    article.format = string_member(object, "format");
    article.title = string_member(object, "title");
    article.paragraphs = strings_member(object, "paragraphs");
    article.blocks = read_blocks(object, article.paragraphs.size());
    article.captions = strings_member(object, "captions");
    article.published = time_member(object, "published");
    article.published_from = string_member(object, "published_from");
    article.modified = time_member(object, "modified");
    article.lang = string_member(object, "lang");
    article.lang_from = string_member(object, "lang_from");
    article.source = string_member(object, "source");
    article.section = string_member(object, "section");
    article.authors = strings_member(object, "authors");
    article.url = string_member(object, "url");
    dom::object dateline;
    if (object["dateline"].get(dateline) == simdjson::SUCCESS) {
        article.dateline = {string_member(dateline, "place"), string_member(dateline, "date")};
    }
    article.people = strings_member(object, "people");
    article.places = strings_member(object, "places");
    article.orgs = strings_member(object, "orgs");
    article.topics = strings_member(object, "topics");
    article.mentions = read_mentions(object);
    article.quotes = read_quotes(object);
    read_evidence(object, article);
    article.warnings = read_warnings(object);
    return article;
}

}  // namespace dateline
