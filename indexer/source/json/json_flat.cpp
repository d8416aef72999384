// Objects whose keys are what people call the parts of an article.
#include "indexer/source/flat_record.hpp"
#include "indexer/source/json/json_article.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace dateline::source {
namespace {

using Value = FlatRecord::Value;

/// The texts of a body: of each item of an array, what it says or what its text member says.
Value body_of(const JsonValue& value) {
    Value body;
    for_each(value, [&body](const JsonValue& item) {
        body.texts.push_back(item.is_object() ? text_of(item, {"text", "content", "value", "body"})
                                              : scalar_text(item));
    });
    return body;
}

Value value_of(Part part, const JsonValue& value) {
    if (part == Part::Body) {
        return body_of(value);
    }
    if (part == Part::Published || part == Part::Modified) {
        return {{date_text(value)}, false};
    }
    if (value.is_object()) {
        std::string id = text_of(value, {"$oid", "$numberLong"});
        if (!id.empty()) {
            return {{std::move(id)}, false};
        }
    }
    if (value.is_string()) {
        return {{scalar_text(value)}, false};
    }
    return {names_in(value), true};
}

FlatRecord record_of(const JsonValue& object, const SourceOptions& options) {
    FlatRecord record;
    for (const auto field : simdjson::dom::object(object)) {
        const std::optional<Meaning> meaning = meaning_of(field.key);
        const bool empty_text = field.value.is_string() && std::string_view(field.value).empty();
        if (meaning && !field.value.is_null() && !empty_text && !record.holds(*meaning)) {
            record.offer(*meaning, value_of(meaning->part, field.value));
        }
    }
    for (const auto& [name, key] : options.field_map) {
        const std::optional<Meaning> meaning = meaning_of(name);
        const std::optional<JsonValue> value = member_at(object, key);
        if (meaning && value) {
            record.offer({meaning->part, kMappedRank}, value_of(meaning->part, *value));
        }
    }
    return record;
}

}  // namespace

std::optional<Article> article_of_flat(const JsonValue& record, const SourceOptions& options) {
    const FlatRecord parts = record_of(record, options);
    for (const std::string& text : parts[Part::Body].texts) {
        if (!text.empty()) {
            return article_of_record(parts, options);
        }
    }
    return std::nullopt;
}

}  // namespace dateline::source
