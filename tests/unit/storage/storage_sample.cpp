// Builds the documents of storage_sample.hpp.
#include "tests/unit/storage/storage_sample.hpp"

#include "common/article/article_json.hpp"
#include "common/schema/fields.hpp"
#include "common/text/token_stream.hpp"
#include "common/text/word_codes.hpp"

namespace dateline::testing {
namespace {

/// The stream of a text of one title word and six words more.
std::string stream_of_seven(const std::string& title) {
    text::TokenStreamBuilder builder;
    std::string code;
    text::append_code(code, title, false);
    builder.add_token(code);
    builder.end_part();
    for (int word = 0; word < 6; ++word) {
        builder.add_token(code);
    }
    builder.end_part();
    return builder.finish(false);
}

}  // namespace

storage::IndexDocument sample_document(const std::string& id,
                                       const std::string& title,
                                       const std::string& path) {
    Article article;
    article.id = id;
    article.title = title;
    article.locator.file = path;
    storage::IndexDocument document;
    document.key = hash128(id);
    document.content_hash = hash64(title);
    document.file_hash = hash64(path);
    document.terms = {{title, 2},
                      {schema::make_term(schema::kPathPrefix, path), 0},
                      {schema::make_term(schema::field(schema::FieldId::Lang).id_prefix, "en"), 0},
                      {schema::make_term(schema::kYearPrefix, "2025"), 0}};
    document.facets = {{schema::Slot::Person, {{"P:ada", "Ada"}, {"P:" + id, id}}},
                       {schema::Slot::Source, {{"S:wire", "Wire"}}}};
    document.mentions = {{storage::FacetValue{"P:ada", "Ada"}, 3, 1}};
    document.quotes = {{storage::FacetValue{"P:ada", "Ada"}, 0, 2}, {std::nullopt, 2, 5}};
    document.values = {{schema::Slot::TokenStream, stream_of_seven(title)}};
    document.data = storage::pack_data(write_article(article, ArticleJsonForm::Stored), "");
    return document;
}

}  // namespace dateline::testing
