// Metadata to facet values and filter terms.
#include "indexer/document/facets.hpp"

namespace dateline::document {
namespace {

using schema::FieldId;

/// `lang:en-gb` finds British articles, `lang:en` all English ones; the facet counts languages.
/// Articles of unknown language have a term too, so that stems can be looked for by language.
void add_language(const std::string& lang, FacetCollector& collector) {
    collector.add(FieldId::Lang, lang.substr(0, lang.find('-')));
    const std::string_view prefix = schema::field(FieldId::Lang).id_prefix;
    if (lang.empty()) {
        collector.add_term(prefix, schema::kUnknownLanguage);
    }
    if (lang.find('-') != std::string::npos) {
        collector.add_term(prefix, text::slug(lang));
    }
}

}  // namespace

FacetTerms collect_facets(const Article& article,
                          const MentionValues& mentions,
                          const std::vector<schema::Period>& periods,
                          text::Tokenizer& tokenizer) {
    FacetCollector collector(tokenizer);
    collector.add(FieldId::Person, unresolved(article, MentionType::Person, article.people));
    collector.add(FieldId::Place, unresolved(article, MentionType::Place, article.places));
    collector.add(FieldId::Org, unresolved(article, MentionType::Org, article.orgs));
    collector.add(FieldId::Topic, article.topics);
    collector.add(FieldId::Source, article.source);
    collector.add(FieldId::Section, article.section);
    add_language(article.lang, collector);
    collector.add(FieldId::By, article.authors);
    collector.add(FieldId::Collection, article.collection);
    add_mentions(article, mentions, collector);
    add_quotes(article, collector);
    add_period_terms(periods, collector);
    collector.add_has("date", article.published.has_value());
    collector.add_has("dateline", article.dateline != Dateline{});
    collector.add_has("id", !article.id.empty());
    collector.add_has("title", !article.title.empty());
    collector.add_has("url", !article.url.empty());
    return collector.take();
}

}  // namespace dateline::document
