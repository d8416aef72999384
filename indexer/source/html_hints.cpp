// What tag names, classes, ids and roles say about an element of a page.
#include "indexer/source/html_hints.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dateline::source {
namespace {

using Words = std::initializer_list<std::string_view>;

bool has_any(std::string_view text, Words words) noexcept {
    return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

bool is_any(std::string_view text, Words words) noexcept {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool unlikely_name(std::string_view name) noexcept {
    const bool bad = has_any(
        name,
        {"-ad-",    "banner",       "breadcrumb", "combx",   "comment",  "community",  "cookie",
         "disqus",  "extra",        "footer",     "gdpr",    "header",   "legends",    "menu",
         "related", "remark",       "replies",    "rss",     "sidebar",  "skyscraper", "social",
         "sponsor", "supplemental", "pagination", "pager",   "popup",    "newsletter", "promo",
         "advert",  "subscribe",    "agegate",    "taboola", "outbrain", "paywall"});
    return bad &&
           !has_any(name, {"article", "body", "column", "content", "main", "shadow", "story"});
}

int name_weight(std::string_view name) noexcept {
    constexpr int step = 25;
    int weight = 0;
    if (has_any(name, {"hidden",     "banner",  "combx",    "comment", "com-",     "contact",
                       "foot",       "gdpr",    "masthead", "media",   "meta",     "outbrain",
                       "promo",      "related", "scroll",   "share",   "shoutbox", "sidebar",
                       "skyscraper", "sponsor", "shopping", "tags",    "tool",     "widget",
                       "newsletter", "taboola", "caption",  "byline",  "social",   "recommend"})) {
        weight -= step;
    }
    if (has_any(name,
                {"article",
                 "body",
                 "content",
                 "entry",
                 "main",
                 "page",
                 "post",
                 "text",
                 "blog",
                 "story",
                 "paragraph"})) {
        weight += step;
    }
    return weight;
}

bool has_class(std::string_view classes, std::string_view name) noexcept {
    const std::size_t at = classes.find(name);
    return at != std::string_view::npos && (at == 0 || classes[at - 1] == ' ') &&
           (at + name.size() == classes.size() || classes[at + name.size()] == ' ');
}

bool is_hidden(const xmlNode& node, std::string_view classes) {
    std::string style = ascii_lower(attribute(node, "style"));
    style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
    // Wikipedia shows formulas through a fallback image that is hidden from screen readers only.
    const bool aria =
        attribute(node, "aria-hidden") == "true" && !has_any(classes, {"fallback-image"});
    return aria || has_attribute(node, "hidden") ||
           has_any(style, {"display:none", "visibility:hidden"});
}

bool is_boilerplate(std::string_view tag,
                    std::string_view classes,
                    std::string_view role) noexcept {
    if (is_any(tag,
               {"nav", "aside", "footer", "figcaption", "caption", "dialog", "menu", "label"})) {
        return true;
    }
    if (is_any(
            role,
            {"menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog"})) {
        return true;
    }
    return has_any(classes,
                   {"sharedaddy",
                    "share-bar",
                    "sharebar",
                    "share-tools",
                    "social-share",
                    "sharing",
                    "cookie-",
                    "newsletter",
                    "related-",
                    "wp-caption-text",
                    "image-caption",
                    "img-caption",
                    "photo-caption",
                    "noprint",
                    "printfooter",
                    "editsection"});
}

}  // namespace

ElementHints hints_of(const xmlNode& node) {
    const std::string_view tag = element_name(node);
    const std::string classes = ascii_lower(attribute(node, "class"));
    const std::string id = ascii_lower(attribute(node, "id"));
    const std::string role = ascii_lower(attribute(node, "role"));
    ElementHints hints;
    hints.weight =
        (classes.empty() ? 0 : name_weight(classes)) + (id.empty() ? 0 : name_weight(id));
    hints.hidden = is_hidden(node, classes);
    hints.boilerplate = is_boilerplate(tag, classes + " " + id, role);
    const bool may_be_unlikely = !is_any(tag, {"html", "body", "a", "article", "main", "p"});
    hints.unlikely = may_be_unlikely && unlikely_name(classes + " " + id);
    const std::string itemprop = ascii_lower(attribute(node, "itemprop"));
    hints.body_stated = has_class(itemprop, "articlebody") || has_class(classes, "entry-content") ||
                        has_class(classes, "article-body") || has_class(classes, "articlebody");
    return hints;
}

}  // namespace dateline::source
