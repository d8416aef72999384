// The story in an element that carries one, in whichever mark-up the agency chose.
#include "indexer/source/xml/agency_content.hpp"

#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/xml/nitf_article.hpp"
#include "indexer/source/xml/xml_elements.hpp"

#include <utility>

namespace dateline::source {

AgencyContent content_in(const xmlNode& node, const time::DateReading& dates) {
    AgencyContent content;
    if (const xmlNode* nitf = first_below(node, {"nitf"})) {
        AgencyItem found = article_of_nitf(*nitf, dates);
        if (found.article) {
            content.article = *std::move(found.article);
            content.rank = content.article.paragraphs.empty() ? 0 : 2;
        }
        return content;
    }
    if (const xmlNode* page = first_below(node, {"html"})) {
        content.article.title = text_at(*page, {"head", "title"});
    }
    set_text(content.article, text_in(node));
    const bool marked_up = !children(node).empty() || looks_like_html(all_text(node));
    content.rank = marked_up ? 2 : 1;
    content.rank = content.article.paragraphs.empty() ? 0 : content.rank;
    return content;
}

AgencyContent better_of(AgencyContent first, AgencyContent second) {
    const bool second_wins = first.rank != second.rank
                                 ? second.rank > first.rank
                                 : text_bytes(second.article) > text_bytes(first.article);
    return second_wins ? std::move(second) : std::move(first);
}

void take_content(Article& article, AgencyContent content) {
    Article& from = content.article;
    article.paragraphs = std::move(from.paragraphs);
    article.blocks = std::move(from.blocks);
    for (const std::string& caption : from.captions) {
        add_caption(article, caption);
    }
    fill_missing(article, from);
}

}  // namespace dateline::source
