// Encoding, metadata and body of a page brought together.
#include "indexer/source/html/html_page.hpp"

#include "common/text/charset.hpp"
#include "indexer/source/html/html_body.hpp"
#include "indexer/source/html/html_charset.hpp"
#include "indexer/source/html/html_dom.hpp"
#include "indexer/source/html/html_metadata.hpp"
#include "indexer/source/html/html_page_kind.hpp"
#include "indexer/source/html/html_shingles.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// The JSON-LD body wins if the page's own is shorter than this share of it.
constexpr double kShortBodyShare = 0.7;

std::size_t bytes_of(const std::vector<std::string>& paragraphs) {
    std::size_t sum = 0;
    for (const std::string& paragraph : paragraphs) {
        sum += paragraph.size();
    }
    return sum;
}

/// Whether the metadata or the address say when the page was published: other pages show dates,
/// too.
bool is_dated(const Article& article) {
    return article.published && article.published_from != "time" &&
           article.published_from != "text" && article.published_from != "script";
}

/// Whether the JSON-LD body is to be taken instead of the page's own: that is much shorter (a pay
/// wall, a page built by scripts) or says other things.
bool is_better(const std::vector<std::string>& stated, const std::vector<std::string>& found) {
    constexpr double another_text = 0.2;
    constexpr std::size_t whole_article_bytes = 600;
    const auto stated_bytes = static_cast<double>(bytes_of(stated));
    if (static_cast<double>(bytes_of(found)) < kShortBodyShare * stated_bytes) {
        return true;
    }
    if (bytes_of(stated) < whole_article_bytes) {
        return false;
    }
    ShingleSet known;
    std::string all;
    for (const std::string& paragraph : stated) {
        known.add(paragraph);
    }
    for (const std::string& paragraph : found) {
        all += paragraph + "\n";
    }
    return known.share_of(all) < another_text;
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
    const PageSigns signs = page_signs(*root);
    FoundBody body =
        find_body(*root, {article.title, signs.description, article.authors, page.stated_body});
    set_evidence(article, "paragraphs", "html");
    if (is_better(page.stated_body, body.paragraphs)) {
        body.paragraphs = std::move(page.stated_body);
        body.blocks.clear();
        set_evidence(article, "paragraphs", "jsonld");
    }
    const ReadSigns read = {
        article.title, count_words(body.paragraphs), page.has_article, is_dated(article)};
    if (std::optional<Refusal> refusal = refusal_of(signs, read, body)) {
        return {std::nullopt, std::move(refusal->code), std::move(refusal->reason)};
    }
    article.paragraphs = std::move(body.paragraphs);
    article.blocks = std::move(body.blocks);
    article.captions = std::move(body.captions);
    if (!article.captions.empty()) {
        set_evidence(article, "captions", "html");
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
