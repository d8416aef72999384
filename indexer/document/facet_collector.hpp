// Gathers the facet values and filter terms of one article.
#pragma once

#include "common/storage/index_document.hpp"
#include "common/text/tokenizer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::document {

/// Terms and facet values of an article's metadata and mentions.
struct FacetTerms {
    std::vector<storage::FacetValues>
        facets;                             ///< one for each facet that has values, values sorted
    std::vector<storage::TermCount> terms;  ///< ids, words of names, `has:`; may repeat
};

/// `name` on one line and cut to what is kept for display, 512 bytes.
[[nodiscard]] std::string display_name(std::string_view name);

/// Collects facet values and terms. A slot holds each key once, so that counting ordinals counts
/// articles.
class FacetCollector {
public:
    /// @param tokenizer  cuts names into words; must outlive the collector
    explicit FacetCollector(text::Tokenizer& tokenizer) : tokenizer_(tokenizer) {}

    /// Adds what the source names `name`: its id is its type letter, a colon, and the slug of the
    /// name. Blank names are left out.
    void add(schema::FieldId id, const std::string& name);
    void add(schema::FieldId id, const std::vector<std::string>& names);

    /// Adds a value whose key is settled, with the terms of its id and of the words of its name.
    void add_value(const schema::Field& field, const storage::FacetValue& value);

    /// Adds `value` to a slot, without terms.
    void add_to_slot(schema::Slot slot, const storage::FacetValue& value);

    /// Adds the term of each word of `name` behind `prefix`.
    void add_words(std::string_view prefix, std::string_view name);

    /// Adds a term that only filters.
    void add_term(std::string_view prefix, std::string_view value);

    /// Adds the term of `has:what` if `has`.
    void add_has(std::string_view what, bool has);

    /// All that was added; the collector is empty afterwards.
    [[nodiscard]] FacetTerms take();

private:
    text::Tokenizer& tokenizer_;
    text::TokenList tokens_;
    FacetTerms result_;
};

}  // namespace dateline::document
