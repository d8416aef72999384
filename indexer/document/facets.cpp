// Metadata to facet values and filter terms.
#include "indexer/document/facets.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>

namespace dateline::document {
namespace {

using schema::FieldId;
using storage::FacetValue;

/// Longest name that is kept for display, in bytes.
constexpr std::size_t kMaxNameBytes = 512;

class FacetCollector {
public:
    explicit FacetCollector(text::Tokenizer& tokenizer) : tokenizer_(tokenizer) {}

    void add(FieldId id, const std::string& name) {
        const std::string clean = collapse_spaces(name);
        if (clean.empty()) {
            return;
        }
        const schema::Field& field = schema::field(id);
        const std::string slug = text::slug(clean);
        add_value(field,
                  {std::string(1, field.id_letter) + ':' + slug,
                   std::string(truncate_utf8(clean, kMaxNameBytes))});
    }

    void add(FieldId id, const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            add(id, name);
        }
    }

    /// Adds a value whose key is settled, with the terms of its id and of the words of its name.
    void add_value(const schema::Field& field, FacetValue value) {
        add_term(field.id_prefix, std::string_view(value.key).substr(2));
        if (!field.word_prefix.empty()) {
            tokenizer_.tokenize(value.name, tokens_);
            for (const text::Token& token : tokens_.tokens()) {
                add_term(field.word_prefix, tokens_.folded(token));
            }
        }
        add_term(schema::kHasPrefix, field.name);
        const auto found =
            std::find_if(result_.facets.begin(), result_.facets.end(), [&](const auto& facet) {
                return facet.slot == field.slot;
            });
        std::vector<FacetValue>& values =
            found != result_.facets.end()
                ? found->values
                : result_.facets.emplace_back(storage::FacetValues{field.slot, {}}).values;
        // One value for a key, so that counting ordinals counts articles.
        if (std::none_of(values.begin(), values.end(), [&](const FacetValue& known) {
                return known.key == value.key;
            })) {
            values.push_back(std::move(value));
        }
    }

    void add_has(std::string_view what, bool has) {
        if (has) {
            add_term(schema::kHasPrefix, what);
        }
    }

    /// `lang:en-gb` finds British articles, `lang:en` all English ones; the facet counts languages.
    /// Articles of unknown language have a term too, so that stems can be looked for by language.
    void add_language_region(const std::string& lang) {
        if (lang.empty()) {
            add_term(schema::field(FieldId::Lang).id_prefix, schema::kUnknownLanguage);
        }
        if (lang.find('-') != std::string::npos) {
            add_term(schema::field(FieldId::Lang).id_prefix, text::slug(lang));
        }
    }

    FacetTerms take() {
        for (storage::FacetValues& facet : result_.facets) {
            std::sort(facet.values.begin(), facet.values.end());
        }
        return std::move(result_);
    }

private:
    void add_term(std::string_view prefix, std::string_view value) {
        result_.terms.push_back({schema::make_term(prefix, value), 0});
    }

    text::Tokenizer& tokenizer_;
    text::TokenList tokens_;
    FacetTerms result_;
};

FieldId mention_field(MentionType type) {
    switch (type) {
        case MentionType::Person:
            return FieldId::Person;
        case MentionType::Place:
            return FieldId::Place;
        case MentionType::Org:
        case MentionType::Date:
            return FieldId::Org;
    }
    return FieldId::Org;
}

}  // namespace

FacetValue mention_value(const Mention& mention) {
    const schema::Field& field = schema::field(mention_field(mention.type));
    const std::string letter = std::string(1, field.id_letter) + ':';
    const std::string_view id = mention.id;
    const std::string key = id.starts_with(letter) ? letter + text::slug(id.substr(2))
                                                   : letter + text::slug(mention.name);
    return {key, std::string(truncate_utf8(collapse_spaces(mention.name), kMaxNameBytes))};
}

FacetTerms collect_facets(const Article& article, text::Tokenizer& tokenizer) {
    FacetCollector collector(tokenizer);
    collector.add(FieldId::Person, article.people);
    collector.add(FieldId::Place, article.places);
    collector.add(FieldId::Org, article.orgs);
    collector.add(FieldId::Topic, article.topics);
    collector.add(FieldId::Source, article.source);
    collector.add(FieldId::Section, article.section);
    collector.add(FieldId::Lang, article.lang.substr(0, article.lang.find('-')));
    collector.add_language_region(article.lang);
    collector.add(FieldId::By, article.authors);
    collector.add(FieldId::Collection, article.collection);
    for (const Mention& mention : article.mentions) {
        if (mention.type != MentionType::Date && !mention.name.empty()) {
            collector.add_value(schema::field(mention_field(mention.type)), mention_value(mention));
        }
    }
    collector.add_has("date", article.published.has_value());
    collector.add_has("dateline", article.dateline != Dateline{});
    collector.add_has("id", !article.id.empty());
    collector.add_has("title", !article.title.empty());
    collector.add_has("url", !article.url.empty());
    return collector.take();
}

}  // namespace dateline::document
