// Facet values and filter terms, put together.
#include "indexer/document/facet_collector.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace dateline::document {
namespace {

using storage::FacetValue;

constexpr std::size_t kMaxNameBytes = 512;

}  // namespace

std::string display_name(std::string_view name) {
    return std::string(truncate_utf8(collapse_spaces(name), kMaxNameBytes));
}

void FacetCollector::add(schema::FieldId id, const std::string& name) {
    const std::string clean = collapse_spaces(name);
    if (clean.empty()) {
        return;
    }
    const schema::Field& field = schema::field(id);
    add_value(field,
              {std::string(field.id_letters) + ':' + text::slug(clean), display_name(clean)});
}

void FacetCollector::add(schema::FieldId id, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        add(id, name);
    }
}

void FacetCollector::add_value(const schema::Field& field, const FacetValue& value) {
    const std::string_view id = std::string_view(value.key).substr(2);
    add_term(field.id_prefix, id);
    if (field.id == schema::FieldId::Place) {
        add_term(schema::kWithinPrefix, id);
    }
    if (!field.word_prefix.empty()) {
        add_words(field.word_prefix, value.name);
    }
    add_term(schema::kHasPrefix, field.name);
    add_to_slot(field.slot, value);
}

void FacetCollector::add_to_slot(schema::Slot slot, const FacetValue& value) {
    const auto found = std::find_if(result_.facets.begin(),
                                    result_.facets.end(),
                                    [slot](const auto& facet) { return facet.slot == slot; });
    std::vector<FacetValue>& values =
        found != result_.facets.end()
            ? found->values
            : result_.facets.emplace_back(storage::FacetValues{slot, {}}).values;
    // Spellings are no facet: one entity may have several.
    const bool several = slot == schema::Slot::Spelling;
    if (std::none_of(values.begin(), values.end(), [&](const FacetValue& known) {
            return known.key == value.key && (!several || known.name == value.name);
        })) {
        values.push_back(value);
    }
}

void FacetCollector::add_words(std::string_view prefix, std::string_view name) {
    tokenizer_.tokenize(name, tokens_);
    for (const text::Token& token : tokens_.tokens()) {
        add_term(prefix, tokens_.folded(token));
    }
}

void FacetCollector::add_term(std::string_view prefix, std::string_view value) {
    result_.terms.push_back({schema::make_term(prefix, value), 0});
}

void FacetCollector::add_has(std::string_view what, bool has) {
    if (has) {
        add_term(schema::kHasPrefix, what);
    }
}

FacetTerms FacetCollector::take() {
    for (storage::FacetValues& facet : result_.facets) {
        std::sort(facet.values.begin(), facet.values.end());
    }
    return std::exchange(result_, {});
}

}  // namespace dateline::document
