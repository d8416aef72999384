// Encoding, metadata and body of a page brought together.
#include "indexer/source/html_page.hpp"

#include "common/text/charset.hpp"
#include "indexer/source/html_body.hpp"
#include "indexer/source/html_charset.hpp"
#include "indexer/source/html_dom.hpp"
#include "indexer/source/html_metadata.hpp"

#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// The JSON-LD body wins if the page's own is shorter than this share of it.
constexpr double kShortBodyShare = 0.5;

std::size_t bytes_of(const std::vector<std::string>& paragraphs) {
    std::size_t sum = 0;
    for (const std::string& paragraph : paragraphs) {
        sum += paragraph.size();
    }
    return sum;
}

}  // namespace

ReadPage read_page(std::string_view bytes, const PageOrigin& origin, const SourceOptions& options) {
    // What a server says goes before what the page says (WHATWG HTML, section 13.2.3.2), but what
    // the bytes show goes before both.
    std::string charset = origin.charset.empty() ? declared_charset(bytes) : origin.charset;
    if (charset.empty()) {
        charset = options.charset;
    }
    const text::DecodedText decoded = text::decode_text(bytes, charset);
    const HtmlDocument document = parse_html(decoded.utf8);
    const xmlNode* root =
        document.tree == nullptr ? nullptr : xmlDocGetRootElement(document.tree.get());
    if (root == nullptr) {
        return {std::nullopt, "no_article", "page holds no elements"};
    }
    PageMetadata page = page_metadata(
        *root, {options.dates, options.limits.nesting_depth, origin.url, origin.fetched});
    Article article = std::move(page.article);
    article.paragraphs = find_body(*root, article.title);
    set_evidence(article, "paragraphs", "html");
    if (static_cast<double>(bytes_of(article.paragraphs)) <
        kShortBodyShare * static_cast<double>(bytes_of(page.stated_body))) {
        article.paragraphs = std::move(page.stated_body);
        set_evidence(article, "paragraphs", "jsonld");
    }
    const std::size_t words = count_words(article.paragraphs);
    if (words < kMinBodyWords && !page.has_article) {
        return {std::nullopt,
                "no_article",
                "page has only " + std::to_string(words) +
                    " words of running text and no json-ld article"};
    }
    if (article.url.empty()) {
        article.url = origin.url;
        if (!article.url.empty()) {
            set_evidence(article, "url", "url");
        }
    }
    if (decoded.replaced > 0) {
        add_warning(article, "repaired_utf8", decoded.replaced);
    }
    if (document.too_deep) {
        add_warning(article, "too_deep");
    }
    return {std::move(article), {}, {}};
}

}  // namespace dateline::source
