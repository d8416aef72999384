// What a page says about its article: JSON-LD, OpenGraph, <meta>, microdata and <time>.
#include "indexer/source/html_metadata.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/json_document.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"

#include <array>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::source {
namespace {

/// JSON-LD blocks read of one page; real pages have fewer than ten.
constexpr std::size_t kMaxBlocks = 100;
/// Longest text of an element that is taken for a title or a name.
constexpr std::size_t kMaxValueBytes = 1000;
/// Elements inside an itemprop that are searched for its name.
constexpr int kMaxSearched = 50;

/// Everything of interest in a page, collected in one walk.
struct Collected {
    std::multimap<std::string, std::string> meta;       ///< lower-case name or property -> content
    std::multimap<std::string, std::string> itemprops;  ///< lower-case itemprop -> value
    std::vector<std::string> json_blocks;
    std::vector<std::string> times;
    std::string canonical;
    std::string title;
    std::string heading;
    std::string lang;
};

void collect_meta(const xmlNode& node, Collected& page) {
    const std::string content = collapse_spaces(attribute(node, "content"));
    if (content.empty()) {
        return;
    }
    for (const char* key : {"property", "name"}) {
        // Some pages list several names in one attribute.
        std::string names = ascii_lower(collapse_spaces(attribute(node, key)));
        while (!names.empty()) {
            const std::size_t end = std::min(names.find(' '), names.size());
            page.meta.emplace(names.substr(0, end), content);
            names.erase(0, std::min(end + 1, names.size()));
        }
    }
}

void collect_itemprop(const xmlNode& node, Collected& page) {
    const std::string property = ascii_lower(attribute(node, "itemprop"));
    if (property.empty() || property.find("body") != std::string::npos) {
        return;
    }
    std::string value = collapse_spaces(attribute(node, "content"));
    if (value.empty()) {
        value = collapse_spaces(attribute(node, "datetime"));
    }
    if (value.empty()) {
        std::string inner;
        int searched = 0;
        walk_elements(node, [&](const xmlNode& below) {
            if (inner.empty() && &below != &node && attribute(below, "itemprop") == "name") {
                const std::string stated = attribute(below, "content");
                inner = stated.empty() ? inner_text(below, kMaxValueBytes) : stated;
            }
            return inner.empty() && ++searched < kMaxSearched;
        });
        value = inner.empty() ? inner_text(node, kMaxValueBytes) : collapse_spaces(inner);
    }
    if (!value.empty() && value.size() <= kMaxValueBytes) {
        page.itemprops.emplace(property, value);
    }
}

std::string raw_text(const xmlNode& node) {
    std::string text;
    for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
        text += node_text(*child);
    }
    return text;
}

/// Pages wrap JSON-LD in CDATA or comment marks for old parsers.
std::string without_wrapping(std::string text) {
    constexpr std::string_view opening = "<![CDATA[";
    const std::size_t cdata = text.find(opening);
    const bool wrapped = cdata != std::string::npos && cdata < text.find('{');
    const std::size_t first = text.find_first_of("{[", wrapped ? cdata + opening.size() : 0);
    text.erase(0, std::min(first, text.size()));
    const std::size_t last = text.find_last_of("}]");
    std::size_t end = last == std::string::npos ? 0 : last + 1;
    const std::size_t closing = text.rfind("]]>");
    if (closing != std::string::npos && closing > 0) {
        const std::size_t before = text.find_last_of("}]", closing - 1);
        end = before == std::string::npos ? 0 : before + 1;
    }
    text.resize(end);
    return text;
}

void collect_element(const xmlNode& node, Collected& page) {
    const std::string_view name = element_name(node);
    if (name == "meta") {
        collect_meta(node, page);
    } else if (name == "script") {
        if (page.json_blocks.size() < kMaxBlocks &&
            ascii_lower(attribute(node, "type")).starts_with("application/ld+json")) {
            page.json_blocks.push_back(without_wrapping(raw_text(node)));
        }
    } else if (name == "link") {
        if (page.canonical.empty() && ascii_lower(attribute(node, "rel")) == "canonical") {
            page.canonical = attribute(node, "href");
        }
    } else if (name == "time") {
        const std::string stated = attribute(node, "datetime");
        const bool preferred = has_attribute(node, "pubdate");
        page.times.insert(preferred ? page.times.begin() : page.times.end(), stated);
    } else if (name == "title" && page.title.empty()) {
        page.title = inner_text(node, kMaxValueBytes);
    } else if (name == "h1" && page.heading.empty()) {
        page.heading = inner_text(node, kMaxValueBytes);
    } else if (name == "html" && page.lang.empty()) {
        page.lang = attribute(node, "lang");
        page.lang = page.lang.empty() ? attribute(node, "xml:lang") : page.lang;
    }
    if (has_attribute(node, "itemprop")) {
        collect_itemprop(node, page);
    }
}

using Values = std::multimap<std::string, std::string>;

std::string first_of(const Values& values, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        const auto found = values.find(key);
        if (found != values.end()) {
            return found->second;
        }
    }
    return {};
}

void set_date(Article& layer,
              const std::string& text,
              const time::DateReading& dates,
              const char* from) {
    if (!layer.published && !text.empty()) {
        layer.published = parse_stated_date(text, dates);
        layer.published_from = layer.published ? from : "";
    }
}

Article open_graph(const Values& meta, const time::DateReading& dates) {
    Article layer;
    layer.title = plain_line(first_of(meta, {"og:title"}));
    set_date(layer,
             first_of(meta,
                      {"article:published_time", "og:article:published_time", "og:published_time"}),
             dates,
             "opengraph");
    set_modified(
        layer,
        first_of(meta, {"article:modified_time", "og:article:modified_time", "og:updated_time"}),
        dates);
    const auto [first, last] = meta.equal_range("article:author");
    for (auto author = first; author != last; ++author) {
        add_authors(layer.authors, author->second);
    }
    layer.source = plain_line(first_of(meta, {"og:site_name"}));
    layer.section = plain_line(first_of(meta, {"article:section", "og:article:section"}));
    const auto [first_tag, last_tag] = meta.equal_range("article:tag");
    for (auto tag = first_tag; tag != last_tag; ++tag) {
        add_keywords(layer.topics, plain_line(tag->second));
    }
    return layer;
}

Article other_meta(const Values& meta, const time::DateReading& dates) {
    Article layer;
    layer.title = plain_line(first_of(meta,
                                      {"dc.title",
                                       "dcterm.title",
                                       "dcterms.title",
                                       "parsely-title",
                                       "sailthru.title",
                                       "twitter:title",
                                       "title",
                                       "hdl"}));
    for (const char* key : {"date",
                            "dc.date",
                            "dc.date.issued",
                            "dcterms.created",
                            "dcterms.date",
                            "parsely-pub-date",
                            "sailthru.date",
                            "pubdate",
                            "publishdate",
                            "publish-date",
                            "publish_date",
                            "article.published",
                            "article_date_original",
                            "cxenseparse:recs:publishtime",
                            "ptime",
                            "displaydate"}) {
        set_date(layer, first_of(meta, {key}), dates, "meta");
    }
    for (const char* key : {"last-modified", "lastmod", "dcterms.modified", "article.updated"}) {
        set_modified(layer, first_of(meta, {key}), dates);
    }
    for (const char* key : {"author",
                            "dc.creator",
                            "dcterms.creator",
                            "parsely-author",
                            "sailthru.author",
                            "byl",
                            "byline"}) {
        const auto [first, last] = meta.equal_range(key);
        if (layer.authors.empty()) {
            for (auto author = first; author != last; ++author) {
                add_authors(layer.authors, plain_line(author->second));
            }
        }
    }
    layer.source =
        plain_line(first_of(meta, {"dc.publisher", "dcterms.publisher", "application-name"}));
    layer.section = plain_line(first_of(meta, {"parsely-section", "section", "cg"}));
    layer.lang = normalise_lang(first_of(meta, {"dc.language", "dcterms.language"}));
    for (const char* key : {"keywords", "news_keywords", "parsely-tags", "sailthru.tags"}) {
        if (layer.topics.empty()) {
            add_keywords(layer.topics, plain_line(first_of(meta, {key})));
        }
    }
    return layer;
}

Article microdata(const Values& itemprops, const time::DateReading& dates) {
    Article layer;
    layer.title = first_of(itemprops, {"headline"});
    set_date(layer, first_of(itemprops, {"datepublished", "datecreated"}), dates, "meta");
    set_modified(layer, first_of(itemprops, {"datemodified"}), dates);
    const auto [first, last] = itemprops.equal_range("author");
    for (auto author = first; author != last; ++author) {
        add_authors(layer.authors, author->second);
    }
    layer.section = first_of(itemprops, {"articlesection"});
    return layer;
}

void read_json_blocks(const Collected& page,
                      const time::DateReading& dates,
                      std::uint32_t nesting_depth,
                      PageMetadata& metadata) {
    JsonParser parser(nesting_depth);
    for (const std::string& block : page.json_blocks) {
        const ParsedJson parsed = parser.parse(block);
        if (!parsed.value) {
            add_warning(metadata.article, "bad_jsonld");
            continue;
        }
        const std::optional<JsonValue> found = find_schema_article(*parsed.value);
        if (!found) {
            continue;
        }
        Article layer = article_of_schema_org(*found, dates);
        if (metadata.stated_body.empty()) {
            metadata.stated_body = std::move(layer.paragraphs);
        }
        metadata.has_article = true;
        fill_missing(metadata.article, layer);
    }
}

std::string first_address(std::initializer_list<std::string> candidates) {
    for (const std::string& candidate : candidates) {
        const std::string_view address = trim(candidate);
        if (address.starts_with("http://") || address.starts_with("https://")) {
            return std::string(address);
        }
    }
    return {};
}

}  // namespace

std::string without_site_name(std::string_view title, std::string_view site) {
    if (site.empty() || title.size() <= site.size() ||
        ascii_lower(title.substr(title.size() - site.size())) != ascii_lower(site)) {
        return std::string(title);
    }
    const std::string_view rest = trim(title.substr(0, title.size() - site.size()));
    for (const std::string_view separator : {"|", "-", "–", "—", "»", "·", "::", ":", "•"}) {
        if (rest.ends_with(separator) &&
            !trim(rest.substr(0, rest.size() - separator.size())).empty()) {
            return std::string(trim(rest.substr(0, rest.size() - separator.size())));
        }
    }
    return std::string(title);
}

PageMetadata page_metadata(const xmlNode& root,
                           const time::DateReading& dates,
                           std::uint32_t nesting_depth) {
    Collected page;
    walk_elements(root, [&page](const xmlNode& node) {
        collect_element(node, page);
        return element_name(node) != "svg";
    });
    PageMetadata metadata;
    Article& article = metadata.article;
    read_json_blocks(page, dates, nesting_depth, metadata);
    const std::string site = first_of(page.meta, {"og:site_name"});
    fill_missing(article, open_graph(page.meta, dates));
    fill_missing(article, other_meta(page.meta, dates));
    fill_missing(article, microdata(page.itemprops, dates));
    for (const std::string& stated : page.times) {
        set_date(article, stated, dates, "time");
    }
    if (article.title.empty()) {
        article.title = page.title.empty() ? page.heading : page.title;
    }
    article.title = without_site_name(article.title, site);
    if (article.lang.empty()) {
        article.lang = normalise_lang(page.lang);
    }
    if (article.lang.empty()) {
        article.lang = normalise_lang(first_of(page.meta, {"og:locale"}));
    }
    article.lang_from = article.lang.empty() ? "" : "metadata";
    article.url = first_address({page.canonical, first_of(page.meta, {"og:url"}), article.url});
    return metadata;
}

}  // namespace dateline::source
