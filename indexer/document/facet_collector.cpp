// Facet values and filter terms, put together.
#include "indexer/document/facet_collector.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace dateline::document {
namespace {

using storage::FacetValue;

constexpr std::size_t kMaxNameBytes = 512;

/// Values of a slot that each further one is compared with at once.
constexpr std::ptrdiff_t kSoonCompared = 16;

/// What a slot holds once: a key. Spellings are no facet, one entity may have several.
std::pair<std::string_view, std::string_view> compared(schema::Slot slot, const FacetValue& value) {
    return {value.key, slot == schema::Slot::Spelling ? std::string_view(value.name) : ""};
}

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
    // Most articles have few values: those that come often are not gathered. take() looks at all.
    const auto end = values.begin() + std::min(std::ssize(values), kSoonCompared);
    if (std::none_of(values.begin(), end, [&](const FacetValue& known) {
            return compared(slot, known) == compared(slot, value);
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
        // Stable: of values with one key the first stays.
        std::stable_sort(facet.values.begin(),
                         facet.values.end(),
                         [&](const FacetValue& left, const FacetValue& right) {
                             return compared(facet.slot, left) < compared(facet.slot, right);
                         });
        const auto repeated =
            std::unique(facet.values.begin(),
                        facet.values.end(),
                        [&](const FacetValue& left, const FacetValue& right) {
                            return compared(facet.slot, left) == compared(facet.slot, right);
                        });
        facet.values.erase(repeated, facet.values.end());
    }
    return std::exchange(result_, {});
}

}  // namespace dateline::document
