// Objects whose keys are what people call the parts of an article.
#include "common/base/utf8.hpp"
#include "indexer/source/json_article.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"

#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace dateline::source {
namespace {

enum class Part {
    Id,
    Title,
    Body,
    Published,
    Modified,
    Authors,
    Source,
    Section,
    Url,
    Lang,
    Topics,
    Places,
    People,
    Orgs,
    Dateline,
    Collection,
};
constexpr std::size_t kParts = 16;

struct Meaning {
    Part part;
    int rank;  ///< of several keys for one part the lowest wins
};

/// Keys in lower case, and the names of fields that --map takes.
const std::unordered_map<std::string_view, Meaning>& meanings() {
    static const std::unordered_map<std::string_view, Meaning> table = {
        {"id", {Part::Id, 0}},
        {"_id", {Part::Id, 1}},
        {"guid", {Part::Id, 2}},
        {"docid", {Part::Id, 3}},
        {"doc_id", {Part::Id, 4}},
        {"docno", {Part::Id, 5}},
        {"uuid", {Part::Id, 6}},
        {"title", {Part::Title, 0}},
        {"headline", {Part::Title, 1}},
        {"head", {Part::Title, 2}},
        {"paragraphs", {Part::Body, 0}},
        {"body", {Part::Body, 1}},
        {"text", {Part::Body, 2}},
        {"content", {Part::Body, 3}},
        {"article", {Part::Body, 4}},
        {"maintext", {Part::Body, 5}},
        {"full_text", {Part::Body, 6}},
        {"fulltext", {Part::Body, 7}},
        {"articlebody", {Part::Body, 8}},
        {"story", {Part::Body, 9}},
        {"published", {Part::Published, 0}},
        {"published_at", {Part::Published, 1}},
        {"publishedat", {Part::Published, 2}},
        {"date_published", {Part::Published, 3}},
        {"date_publish", {Part::Published, 4}},
        {"publish_date", {Part::Published, 5}},
        {"published_date", {Part::Published, 6}},
        {"pubdate", {Part::Published, 7}},
        {"pub_date", {Part::Published, 8}},
        {"datepublished", {Part::Published, 9}},
        {"date", {Part::Published, 10}},
        {"timestamp", {Part::Published, 11}},
        {"created_at", {Part::Published, 12}},
        {"time", {Part::Published, 13}},
        {"modified", {Part::Modified, 0}},
        {"updated", {Part::Modified, 1}},
        {"updated_at", {Part::Modified, 2}},
        {"date_modified", {Part::Modified, 3}},
        {"authors", {Part::Authors, 0}},
        {"author", {Part::Authors, 1}},
        {"byline", {Part::Authors, 2}},
        {"by", {Part::Authors, 3}},
        {"source", {Part::Source, 0}},
        {"publisher", {Part::Source, 1}},
        {"outlet", {Part::Source, 2}},
        {"publication", {Part::Source, 3}},
        {"section", {Part::Section, 0}},
        {"category", {Part::Section, 1}},
        {"url", {Part::Url, 0}},
        {"link", {Part::Url, 1}},
        {"lang", {Part::Lang, 0}},
        {"language", {Part::Lang, 1}},
        {"topics", {Part::Topics, 0}},
        {"topic", {Part::Topics, 1}},
        {"tags", {Part::Topics, 2}},
        {"keywords", {Part::Topics, 3}},
        {"places", {Part::Places, 0}},
        {"locations", {Part::Places, 1}},
        {"people", {Part::People, 0}},
        {"persons", {Part::People, 1}},
        {"orgs", {Part::Orgs, 0}},
        {"organizations", {Part::Orgs, 1}},
        {"organisations", {Part::Orgs, 2}},
        {"dateline", {Part::Dateline, 0}},
        {"collection", {Part::Collection, 0}},
    };
    return table;
}

/// The value found for each part, and how good its key was.
class Parts {
public:
    void offer(Part part, int rank, const JsonValue& value) {
        Slot& slot = slots_[static_cast<std::size_t>(part)];
        if (!slot.value || rank < slot.rank) {
            slot = {value, rank};
        }
    }

    [[nodiscard]] const std::optional<JsonValue>& operator[](Part part) const {
        return slots_[static_cast<std::size_t>(part)].value;
    }

private:
    struct Slot {
        std::optional<JsonValue> value;
        int rank = 0;
    };
    std::array<Slot, kParts> slots_;
};

Parts parts_of(const JsonValue& record, const SourceOptions& options) {
    Parts parts;
    for (const auto field : simdjson::dom::object(record)) {
        const auto meaning = meanings().find(ascii_lower(field.key));
        const bool empty_text = field.value.is_string() && std::string_view(field.value).empty();
        if (meaning != meanings().end() && !field.value.is_null() && !empty_text) {
            parts.offer(meaning->second.part, meaning->second.rank, field.value);
        }
    }
    for (const auto& [name, key] : options.field_map) {
        const auto meaning = meanings().find(ascii_lower(name));
        const std::optional<JsonValue> value = member_at(record, key);
        if (meaning != meanings().end() && value) {
            parts.offer(meaning->second.part, -1, *value);
        }
    }
    return parts;
}

std::string text_in(const std::optional<JsonValue>& value) {
    if (!value) {
        return {};
    }
    if (value->is_object()) {
        const std::string id = text_of(*value, {"$oid", "$numberLong"});
        if (!id.empty()) {
            return id;
        }
    }
    const std::vector<std::string> names = names_in(*value);
    return names.empty() ? std::string{} : names.front();
}

std::string date_in(const std::optional<JsonValue>& value) {
    return value ? date_text(*value) : std::string{};
}

std::vector<std::string> body_in(const std::optional<JsonValue>& value) {
    std::vector<std::string> all;
    if (value) {
        for_each(*value, [&all](const JsonValue& item) {
            const std::string text = item.is_object()
                                         ? text_of(item, {"text", "content", "value", "body"})
                                         : scalar_text(item);
            std::vector<std::string> paragraphs = paragraphs_of_any(text);
            std::move(paragraphs.begin(), paragraphs.end(), std::back_inserter(all));
        });
    }
    return all;
}

std::vector<std::string> list_in(const std::optional<JsonValue>& value) {
    std::vector<std::string> list;
    if (value && value->is_string()) {
        add_keywords(list, scalar_text(*value));
    } else if (value) {
        for (const std::string& name : names_in(*value)) {
            add_topic(list, name);
        }
    }
    return list;
}

}  // namespace

std::optional<Article> article_of_flat(const JsonValue& record, const SourceOptions& options) {
    const Parts parts = parts_of(record, options);
    Article article;
    article.paragraphs = body_in(parts[Part::Body]);
    if (article.paragraphs.empty()) {
        return std::nullopt;
    }
    article.id = text_in(parts[Part::Id]);
    article.title = plain_line(text_in(parts[Part::Title]));
    set_published(article, date_in(parts[Part::Published]), options.dates);
    set_modified(article, date_in(parts[Part::Modified]), options.dates);
    if (parts[Part::Authors]) {
        for (const std::string& name : names_in(*parts[Part::Authors])) {
            add_authors(article.authors, plain_line(name));
        }
    }
    article.source = text_in(parts[Part::Source]);
    article.section = text_in(parts[Part::Section]);
    article.url = text_in(parts[Part::Url]);
    article.lang = normalise_lang(text_in(parts[Part::Lang]));
    article.topics = list_in(parts[Part::Topics]);
    article.places = list_in(parts[Part::Places]);
    article.people = list_in(parts[Part::People]);
    article.orgs = list_in(parts[Part::Orgs]);
    article.dateline.place = text_in(parts[Part::Dateline]);
    article.collection = text_in(parts[Part::Collection]);
    return article;
}

}  // namespace dateline::source
