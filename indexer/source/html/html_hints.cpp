// What tag names, classes, ids and roles say about an element of a page.
#include "indexer/source/html/html_hints.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_names.hpp"

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
                       "skyscraper", "sponsor", "shopping", "tags",    "tool",     "newsletter",
                       "taboola",    "caption", "byline",   "social",  "recommend"})) {
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

/// What the attributes of an element hold that hints are read from.
struct Stated {
    std::string names;  ///< id, classes and names for tests, in their own case
    std::string role;
    std::string property;  ///< itemprop, property
    std::string style;
    bool hidden = false;
    bool aria_hidden = false;
};

void append_names(std::string& names, const std::string& value) {
    constexpr std::size_t longest = 200;  // of names meant by people; more is generated
    if (!value.empty() && value.size() <= longest) {
        names += names.empty() ? "" : " ";
        names += value;
    }
}

std::string value_of(const xmlAttr& attribute) {
    std::string value;
    for (const xmlNode* part = attribute.children; part != nullptr; part = part->next) {
        value += part->content == nullptr ? "" : reinterpret_cast<const char*>(part->content);
    }
    return value;
}

Stated stated_by(const xmlNode& node) {
    Stated stated;
    for (const xmlAttr* attribute = node.properties; attribute != nullptr;
         attribute = attribute->next) {
        const std::string_view name = reinterpret_cast<const char*>(attribute->name);
        if (name == "id") {
            append_names(stated.names, "#" + value_of(*attribute));
        } else if (is_any(name,
                          {"class",
                           "data-testid",
                           "data-component",
                           "data-gu-name",
                           "data-qa",
                           "data-module"})) {
            append_names(stated.names, value_of(*attribute));
        } else if (is_any(name, {"itemprop", "property", "name"})) {
            stated.property += " " + ascii_lower(value_of(*attribute));
        } else if (name == "role") {
            stated.role = ascii_lower(value_of(*attribute));
        } else if (name == "style") {
            stated.style = ascii_lower(value_of(*attribute));
            std::erase(stated.style, ' ');
        } else if (name == "hidden") {
            stated.hidden = true;
        } else if (name == "aria-hidden") {
            stated.aria_hidden = value_of(*attribute) == "true";
        }
    }
    return stated;
}

}  // namespace

NameHints hints_of_names(std::string_view names) {
    NameHints hints;
    std::string plain;  // without the names that only say what else is on the page
    for (const ElementName& name : split_names(names)) {
        if (name.is_label) {
            continue;
        }
        plain += name.lower + " ";
        hints.body = hints.body || is_body_name(name);
        hints.noise = hints.noise || is_noise_name(name);
        hints.apart = hints.apart || is_apart_name(name);
        hints.detail = hints.detail || is_detail_name(name);
        hints.caption = hints.caption || is_caption_name(name);
        hints.picture = hints.picture || is_picture_name(name);
        hints.summary = hints.summary || is_summary_name(name);
    }
    hints.weight = name_weight(plain);
    hints.unlikely = unlikely_name(plain);
    return hints;
}

const NameHints& HintReader::names_of(const std::string& names) {
    const auto found = known_.find(names);
    return found != known_.end() ? found->second
                                 : known_.emplace(names, hints_of_names(names)).first->second;
}

ElementHints HintReader::hints_of(const xmlNode& node) {
    const std::string_view tag = element_name(node);
    const Stated stated = stated_by(node);
    ElementHints hints;
    if (!stated.names.empty()) {
        hints.names = names_of(stated.names);
    }
    if (is_any(tag, {"html", "body", "a", "article", "main", "p"})) {
        hints.names.unlikely = false;
    }
    // Wikipedia shows formulas through a fallback image that is hidden from screen readers only.
    hints.hidden = stated.hidden || has_any(stated.style, {"display:none", "visibility:hidden"}) ||
                   (stated.aria_hidden && stated.names.find("fallback-image") == std::string::npos);
    hints.boilerplate =
        is_any(tag, {"nav", "aside", "footer", "dialog", "menu", "label"}) ||
        is_any(
            stated.role,
            {"menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog"});
    hints.body_stated = stated.property.find("articlebody") != std::string::npos;
    return hints;
}

}  // namespace dateline::source
