// The names of fields, and the articles that they make.
#include "indexer/source/flat_record.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/xml/marked_up_text.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace dateline::source {
namespace {

/// Names in lower case with underscores, and the names of fields that --map takes.
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
        {"article_id", {Part::Id, 7}},
        {"story_id", {Part::Id, 8}},
        {"stories_id", {Part::Id, 9}},
        {"news_id", {Part::Id, 10}},
        {"document_id", {Part::Id, 11}},
        {"titel", {Part::Title, 3}},
        {"titre", {Part::Title, 4}},
        {"titulo", {Part::Title, 5}},
        {"título", {Part::Title, 6}},
        {"titolo", {Part::Title, 7}},
        {"headline_text", {Part::Title, 8}},
        {"article_title", {Part::Title, 9}},
        {"news_title", {Part::Title, 10}},
        {"article_body", {Part::Body, 10}},
        {"article_text", {Part::Body, 11}},
        {"article_content", {Part::Body, 12}},
        {"body_text", {Part::Body, 13}},
        {"bodytext", {Part::Body, 14}},
        {"text_content", {Part::Body, 15}},
        {"news_text", {Part::Body, 16}},
        {"plain_text", {Part::Body, 17}},
        {"inhalt", {Part::Body, 18}},
        {"texte", {Part::Body, 19}},
        {"contenu", {Part::Body, 20}},
        {"texto", {Part::Body, 21}},
        {"contenido", {Part::Body, 22}},
        {"conteudo", {Part::Body, 23}},
        {"conteúdo", {Part::Body, 24}},
        {"testo", {Part::Body, 25}},
        {"publication_date", {Part::Published, 14}},
        {"date_time", {Part::Published, 15}},
        {"datetime", {Part::Published, 16}},
        {"article_date", {Part::Published, 17}},
        {"datum", {Part::Published, 18}},
        {"fecha", {Part::Published, 19}},
        {"last_modified", {Part::Modified, 4}},
        {"author_name", {Part::Authors, 4}},
        {"autor", {Part::Authors, 5}},
        {"auteur", {Part::Authors, 6}},
        {"autore", {Part::Authors, 7}},
        {"writer", {Part::Authors, 8}},
        {"source_name", {Part::Source, 4}},
        {"publication_name", {Part::Source, 5}},
        {"media_name", {Part::Source, 6}},
        {"newspaper", {Part::Source, 7}},
        {"site_name", {Part::Source, 8}},
        {"quelle", {Part::Source, 9}},
        {"fuente", {Part::Source, 10}},
        {"rubrik", {Part::Section, 2}},
        {"rubrique", {Part::Section, 3}},
        {"permalink", {Part::Url, 2}},
        {"web_url", {Part::Url, 3}},
        {"article_url", {Part::Url, 4}},
        {"sprache", {Part::Lang, 2}},
        {"langue", {Part::Lang, 3}},
        {"idioma", {Part::Lang, 4}},
        {"themes", {Part::Topics, 4}},
        {"subjects", {Part::Topics, 5}},
    };
    return table;
}

std::string text_in(const FlatRecord::Value& value) {
    return value.texts.empty() ? std::string{} : value.texts.front();
}

std::vector<std::string> body_in(const FlatRecord::Value& value) {
    std::vector<std::string> all;
    for (const std::string& text : value.texts) {
        std::vector<std::string> paragraphs = paragraphs_of_any(text);
        std::move(paragraphs.begin(), paragraphs.end(), std::back_inserter(all));
    }
    return all;
}

std::vector<std::string> list_in(const FlatRecord::Value& value) {
    std::vector<std::string> list;
    for (const std::string& text : value.texts) {
        if (value.is_list) {
            add_topic(list, text);
        } else {
            add_keywords(list, text);
        }
    }
    return list;
}

}  // namespace

std::optional<Meaning> meaning_of(std::string_view name) {
    std::string key = ascii_lower(trim(name));
    std::replace_if(
        key.begin(), key.end(), [](char c) { return c == ' ' || c == '-' || c == '.'; }, '_');
    const auto found = meanings().find(key);
    return found == meanings().end() ? std::nullopt : std::optional(found->second);
}

bool FlatRecord::holds(Meaning meaning) const {
    const Slot& slot = slots_[static_cast<std::size_t>(meaning.part)];
    return slot.filled && slot.rank <= meaning.rank;
}

void FlatRecord::offer(Meaning meaning, Value value) {
    if (!holds(meaning)) {
        slots_[static_cast<std::size_t>(meaning.part)] = {std::move(value), meaning.rank, true};
    }
}

Article article_of_record(const FlatRecord& record, const SourceOptions& options) {
    Article article;
    article.paragraphs = body_in(record[Part::Body]);
    article.id = text_in(record[Part::Id]);
    article.title = plain_line(text_in(record[Part::Title]));
    set_published(article, text_in(record[Part::Published]), options.dates);
    set_modified(article, text_in(record[Part::Modified]), options.dates);
    for (const std::string& name : record[Part::Authors].texts) {
        add_authors(article.authors, plain_line(name));
    }
    article.source = text_in(record[Part::Source]);
    article.section = text_in(record[Part::Section]);
    article.url = text_in(record[Part::Url]);
    article.lang = normalise_lang(text_in(record[Part::Lang]));
    article.topics = list_in(record[Part::Topics]);
    article.places = list_in(record[Part::Places]);
    article.people = list_in(record[Part::People]);
    article.orgs = list_in(record[Part::Orgs]);
    article.dateline.place = text_in(record[Part::Dateline]);
    article.collection = text_in(record[Part::Collection]);
    drop_repeated_title(article);
    return article;
}

}  // namespace dateline::source
