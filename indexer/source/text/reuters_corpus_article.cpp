// Articles of Reuters Corpus Volume 1: one `newsitem` each.
#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/xml/newsml_article.hpp"
#include "indexer/source/xml/xml_elements.hpp"

#include <string>
#include <utility>

namespace dateline::source {
namespace {

/// The value of the Dublin Core element `name` in the metadata of `item`.
std::string dublin_core(const xmlNode& item, std::string_view name) {
    const xmlNode* metadata = child(item, "metadata");
    for (const xmlNode* dc :
         metadata == nullptr ? std::vector<const xmlNode*>{} : children(*metadata, "dc")) {
        if (attribute(*dc, "element") == name) {
            return collapse_spaces(attribute(*dc, "value"));
        }
    }
    return {};
}

void add_codes(Article& article, const xmlNode& item) {
    for (const xmlNode* codes : all_below(item, "codes")) {
        const bool places = attribute(*codes, "class").find("countries") != std::string::npos;
        for (const xmlNode* code : children(*codes, "code")) {
            add_topic(places ? article.places : article.topics,
                      first_filled({attribute(*code, "name"), attribute(*code, "code")}));
        }
    }
    add_topic(article.places, dublin_core(item, "dc.creator.location.country.name"));
}

}  // namespace

AgencyItem article_of_reuters_corpus(const xmlNode& item, const time::DateReading& dates) {
    Article article;
    article.id = attribute(item, "itemid");
    article.lang = normalise_lang(attribute(item, "lang"));
    article.title = first_filled({text_at(item, {"headline"}), text_at(item, {"title"})});
    set_issued(article,
               first_filled({attribute(item, "date"),
                             dublin_core(item, "dc.date.published"),
                             dublin_core(item, "dc.date.created")}),
               dates);
    add_authors(article.authors, text_at(item, {"byline"}));
    article.dateline = parse_dateline(
        first_filled({text_at(item, {"dateline"}), dublin_core(item, "dc.creator.location")}));
    article.source =
        first_filled({dublin_core(item, "dc.source"), dublin_core(item, "dc.publisher")});
    add_codes(article, item);
    if (const xmlNode* text = child(item, "text")) {
        set_text(article, text_in(*text));
    }
    if (article.title.empty() && article.paragraphs.empty()) {
        return {std::nullopt, "no_text", "newsitem without headline and text"};
    }
    finish_item(article);
    return {std::move(article), "", ""};
}

}  // namespace dateline::source
