// What stands in a page that may be its article's title, date, author …, gathered in one walk.
#include "indexer/source/html/page_facts.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/page_title.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace dateline::source {
namespace {

/// JSON-LD blocks read of one page; real pages have fewer than ten.
constexpr std::size_t kMaxBlocks = 100;
/// Longest value of a property.
constexpr std::size_t kMaxValueBytes = 1000;
/// Longest text that is kept of a shown element.
constexpr std::size_t kMaxShownBytes = 300;
/// Longest text that is taken for a dateline or a byline by itself.
constexpr std::size_t kMaxLineBytes = 160;
/// Nodes visited for the text of one element, so that no page costs quadratic time.
constexpr std::size_t kMaxTextNodes = 150;
/// Elements looked at in all for a headline inside of what seems to stand beside the article.
constexpr std::size_t kMaxSearched = 20'000;
constexpr std::size_t kMaxShown = 4000;
constexpr std::size_t kMaxItems = 50;
constexpr std::size_t kMaxValues = 2000;
constexpr std::size_t kMaxScripts = 10;
/// Kept of a script from its first date on.
constexpr std::size_t kMaxScriptBytes = 4000;

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& words) noexcept {
    return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

template <std::size_t N>
bool is_any(std::string_view text, const std::array<std::string_view, N>& words) noexcept {
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// The text of an element if it is short.
class ShortText {
public:
    static std::optional<std::string> of(const xmlNode& node, std::size_t limit_bytes) {
        ShortText reading(limit_bytes);
        if (!reading.append(node)) {
            return std::nullopt;
        }
        std::string text = collapse_spaces(reading.text_);
        if (text.size() > limit_bytes) {
            return std::nullopt;
        }
        return text;
    }

private:
    explicit ShortText(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

    bool append(const xmlNode& node) {
        // White space of the mark-up is not counted too strictly.
        if (++visited_ > kMaxTextNodes || text_.size() > 3 * limit_bytes_) {
            return false;
        }
        text_ += node_text(node);
        const std::string_view name = element_name(node);
        if (name == "script" || name == "style" || name == "noscript" || name == "svg") {
            return true;
        }
        for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
            if (!append(*child)) {
                return false;
            }
        }
        constexpr auto inline_names =
            std::to_array<std::string_view>({"b", "i", "em", "strong", "a", "sup"});
        if (!name.empty() && !is_any(name, inline_names)) {
            text_ += ' ';
        }
        return true;
    }

    std::size_t limit_bytes_;
    std::size_t visited_ = 0;
    std::string text_;
};

/// Whether the element holds something other than the article: menus, comments, related links.
bool stands_aside(const xmlNode& node, std::string_view tag, std::string_view names) {
    constexpr auto wholes = std::to_array<std::string_view>({"html", "body", "main", "article"});
    constexpr auto tags =
        std::to_array<std::string_view>({"nav", "aside", "footer", "select", "svg"});
    if (is_any(tag, tags)) {
        return true;
    }
    if (names.empty() || is_any(tag, wholes) || attribute(node, "itemprop") == "articleBody") {
        return false;
    }
    constexpr auto words = std::to_array<std::string_view>(
        {"comment",   "related",   "sidebar",   "footer",     "recommend", "most-read", "mostread",
         "most_read", "popular",   "trending",  "newsletter", "ticker",    "breaking",  "carousel",
         "teaser",    "promo",     "cookie",    "disqus",     "outbrain",  "taboola",   "read-more",
         "readmore",  "more-news", "also-read", "latest",     "widget",    "navbar",    "menu",
         "copyright", "advert",    "tag-list",  "lastest",    "top-news"});
    constexpr auto wrappers = std::to_array<std::string_view>({"content",
                                                               "main",
                                                               "wrap",
                                                               "layout",
                                                               "page",
                                                               "has-",
                                                               "with-",
                                                               "no-",
                                                               "article",
                                                               "story",
                                                               "post-"});
    return has_any(names, words) && !has_any(names, wrappers);
}

/// Whether a heading below `node` is the headline that the <title> of the page names.
bool holds_headline(const xmlNode& node, std::string_view title, std::size_t& budget) {
    constexpr std::size_t least_bytes = 12;
    const std::string_view tag = element_name(node);
    if (budget == 0 || title.size() < least_bytes) {
        return false;
    }
    --budget;
    if (tag == "h1" || tag == "h2" || tag == "h3") {
        const auto text = ShortText::of(node, kMaxShownBytes);
        const std::string wanted = text ? comparable_title(*text) : std::string{};
        return wanted.size() >= least_bytes && title.find(wanted) != std::string_view::npos;
    }
    for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && holds_headline(*child, title, budget)) {
            return true;
        }
    }
    return false;
}

/// Whether one of `words` stands in `names` at the start of a part: after a blank, `-`, `_` or a
/// lower-case letter in camel case; `names` is in the original case.
template <std::size_t N>
bool has_part(std::string_view names, const std::array<std::string_view, N>& words) {
    const std::string lower = ascii_lower(names);
    for (const std::string_view word : words) {
        for (std::size_t at = lower.find(word); at != std::string::npos;
             at = lower.find(word, at + 1)) {
            const bool camel = at > 0 && names[at] >= 'A' && names[at] <= 'Z';
            const bool letter_before =
                at > 0 && ((lower[at - 1] >= 'a' && lower[at - 1] <= 'z') ||
                           static_cast<unsigned char>(lower[at - 1]) >= 0x80);
            if (camel || !letter_before) {
                return true;
            }
        }
    }
    return false;
}

bool names_date(std::string_view names) {
    constexpr auto words = std::to_array<std::string_view>(
        {"date",      "time",    "publish",  "published", "pubdate",    "pub-date",  "dateline",
         "timestamp", "posted",  "datetime", "fecha",     "datum",      "dato",      "data-pub",
         "tarih",     "tanggal", "ngay",     "дата",      "дате",       "日期",      "时间",
         "時間",      "发布",    "發布",     "날짜",      "entry-date", "byline",    "meta",
         "info",      "created", "source",   "release",   "paiva",      "ημερομηνια"});
    return has_part(names, words);
}

bool names_author(std::string_view names) {
    constexpr auto words = std::to_array<std::string_view>(
        {"author",    "byline",    "by-line",   "autor",  "auteur",   "autore",
         "forfatter", "fotograf-", "автор",     "writer", "reporter", "journalist",
         "redactor",  "redaktor",  "signature", "firma",  "yazar",    "penulis",
         "tac-gia",   "tacgia",    "作者",      "記者",   "记者"});
    return has_part(names, words);
}

bool speaks_of_change(std::string_view text) {
    return find_change_word(text) != std::string_view::npos;
}

/// What surrounds an element.
struct Surroundings {
    int item = -1;         ///< number of the microdata item; -1: none
    bool aside = false;    ///< inside of something that is not the article
    bool in_text = false;  ///< inside of a text that is kept as a whole
    bool foreign = false;  ///< inside of an item that is no article
};

class Gatherer {
public:
    PageFacts take() { return std::move(facts_); }

    void visit(const xmlNode& node, Surroundings around) {
        const std::size_t order = order_++;
        const std::string_view tag = element_name(node);
        if (tag == "svg") {
            return;
        }
        if (tag == "meta" || tag == "script" || tag == "link" || tag == "base" || tag == "title" ||
            tag == "html") {
            head_element(node, tag);
        }
        microdata(node, around, order);
        const std::size_t first_shown = facts_.shown.size();
        body_element(node, tag, around, order);
        const std::size_t last_shown = facts_.shown.size();
        for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
            if (child->type == XML_ELEMENT_NODE) {
                visit(*child, around);
            }
        }
        for (std::size_t i = first_shown; i < last_shown; ++i) {
            facts_.shown[i].end = order_;
        }
    }

private:
    static void add(StatedValues& values, const std::string& names, const std::string& value) {
        // Some pages list several names in one attribute.
        std::string rest = ascii_lower(collapse_spaces(names));
        while (!rest.empty() && values.size() < kMaxValues) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            values.emplace(rest.substr(0, end), value);
            rest.erase(0, std::min(end + 1, rest.size()));
        }
    }

    void head_element(const xmlNode& node, std::string_view tag) {
        if (tag == "meta") {
            const std::string content = collapse_spaces(attribute(node, "content"));
            if (!content.empty()) {
                for (const char* key : {"property", "name", "http-equiv"}) {
                    add(facts_.meta, attribute(node, key), content);
                }
            }
        } else if (tag == "script") {
            script(node);
        } else if (tag == "link") {
            if (facts_.canonical.empty() && ascii_lower(attribute(node, "rel")) == "canonical") {
                facts_.canonical = std::string(trim(attribute(node, "href")));
            }
        } else if (tag == "base" && facts_.base.empty()) {
            facts_.base = attribute(node, "href");
        } else if (tag == "title" && facts_.title.empty()) {
            facts_.title = inner_text(node, kMaxValueBytes);
        } else if (tag == "html" && facts_.lang.empty()) {
            facts_.lang = attribute(node, "lang");
            facts_.lang = facts_.lang.empty() ? attribute(node, "xml:lang") : facts_.lang;
        }
    }

    void script(const xmlNode& node) {
        std::string text;
        for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
            text += node_text(*child);
        }
        if (ascii_lower(attribute(node, "type")).find("ld+json") != std::string::npos) {
            if (facts_.json_blocks.size() < kMaxBlocks) {
                facts_.json_blocks.push_back(std::move(text));
            }
            return;
        }
        const std::size_t first = text.find("ublish");
        if (first != std::string::npos && facts_.scripts.size() < kMaxScripts) {
            const std::size_t start = first - std::min<std::size_t>(first, 20);
            facts_.scripts.emplace_back(truncate_utf8(
                std::string_view(text).substr(character_start(text, start)), kMaxScriptBytes));
        }
    }

    static std::size_t character_start(std::string_view text, std::size_t at) {
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
            ++at;
        }
        return at;
    }

    /// Notes the item that begins here and the properties stated here, and updates `around`.
    void microdata(const xmlNode& node, Surroundings& around, std::size_t order) {
        const std::string property = ascii_lower(attribute(node, "itemprop"));
        const bool scope = has_attribute(node, "itemscope") || has_attribute(node, "itemtype");
        if (!property.empty() && !around.foreign && !around.aside) {
            add_property(node, property, around.item);
        } else if (property.empty() && element_name(node) != "meta" &&
                   has_attribute(node, "property") && !around.aside) {
            rdfa(node);
        }
        if (!scope) {
            return;
        }
        const std::string type = attribute(node, "itemtype");
        const bool article = type.find("Article") != std::string::npos ||
                             type.find("BlogPosting") != std::string::npos ||
                             type.ends_with("Report");
        if (article && facts_.items.size() < kMaxItems && !around.aside) {
            around.item = static_cast<int>(facts_.items.size());
            around.foreign = false;
            facts_.items.push_back({});
            facts_.items.back().order = order;
        } else if (!type.ends_with("WebPage") && !type.ends_with("CreativeWork")) {
            around.foreign = !type.empty() || !property.empty();
        }
    }

    StatedValues& properties_of(int item) {
        return item < 0 ? facts_.loose_properties
                        : facts_.items[static_cast<std::size_t>(item)].properties;
    }

    void add_property(const xmlNode& node, const std::string& property, int item) {
        if (property.find("body") != std::string::npos) {
            if (item >= 0) {
                facts_.items[static_cast<std::size_t>(item)].holds_body = true;
            }
            return;
        }
        std::string value = collapse_spaces(attribute(node, "content"));
        if (value.empty()) {
            value = collapse_spaces(attribute(node, "datetime"));
        }
        if (value.empty()) {
            value = named_inside(node, 0);
        }
        if (value.empty()) {
            value = ShortText::of(node, kMaxValueBytes).value_or("");
        }
        if (!value.empty() && value.size() <= kMaxValueBytes) {
            add(properties_of(item), property, value);
        }
    }

    /// The value of the itemprop `name` inside an item such as an author.
    static std::string named_inside(const xmlNode& node, int depth) {
        constexpr int max_depth = 6;
        std::size_t seen = 0;
        for (const xmlNode* child = node.children; child != nullptr && ++seen < 20;
             child = child->next) {
            if (child->type != XML_ELEMENT_NODE) {
                continue;
            }
            std::string found;
            if (attribute(*child, "itemprop") == "name") {
                const std::string stated = attribute(*child, "content");
                found =
                    stated.empty() ? ShortText::of(*child, kMaxValueBytes).value_or("") : stated;
            } else if (depth < max_depth) {
                found = named_inside(*child, depth + 1);
            }
            if (!found.empty()) {
                return collapse_spaces(found);
            }
        }
        return {};
    }

    /// The text of class `fn`, the formatted name of an hCard (microformats.org), below `node`.
    static std::string formatted_name(const xmlNode& node, int depth) {
        constexpr int max_depth = 3;
        std::size_t seen = 0;
        for (const xmlNode* child = node.children; child != nullptr && ++seen < 20;
             child = child->next) {
            if (child->type != XML_ELEMENT_NODE) {
                continue;
            }
            std::string found;
            if ((" " + attribute(*child, "class") + " ").find(" fn ") != std::string::npos) {
                found = ShortText::of(*child, kMaxShownBytes).value_or("");
            } else if (depth < max_depth) {
                found = formatted_name(*child, depth + 1);
            }
            if (!found.empty()) {
                return found;
            }
        }
        return {};
    }

    void rdfa(const xmlNode& node) {
        std::string property = ascii_lower(attribute(node, "property"));
        property.erase(0, property.find_last_of(":/#") + 1);
        std::string value = attribute(node, "content");
        if (value.empty()) {
            value = attribute(node, "datetime");
        }
        constexpr auto known = std::to_array<std::string_view>({"datepublished",
                                                                "datemodified",
                                                                "datecreated",
                                                                "headline",
                                                                "author",
                                                                "articlesection",
                                                                "created",
                                                                "issued"});
        if (value.empty() && is_any(property, known)) {
            value = ShortText::of(node, kMaxShownBytes).value_or("");
        }
        if (!value.empty() && is_any(property, known)) {
            add(facts_.loose_properties, property, collapse_spaces(value));
        }
    }

    void body_element(const xmlNode& node,
                      std::string_view tag,
                      Surroundings& around,
                      std::size_t order) {
        if (tag == "head" || tag == "script" || tag == "style" || tag == "meta") {
            return;
        }
        const std::string classes = attribute(node, "class");
        const std::string names = classes + " " + attribute(node, "id");
        around.aside = around.aside || (stands_aside(node, tag, ascii_lower(trim(names))) &&
                                        !is_wrapper(node, tag));
        if (around.aside || facts_.shown.size() >= kMaxShown) {
            return;
        }
        const bool heading = tag == "h1" || tag == "h2" || tag == "h3";
        const bool by_rel = ascii_lower(attribute(node, "rel")) == "author";
        const bool dated = tag == "time" || (!heading && names_date(names));
        const bool signed_here = by_rel || (!heading && names_author(names));
        if (!heading && !dated && !signed_here && around.in_text) {
            return;
        }
        const auto text = ShortText::of(node, kMaxShownBytes);
        if (!text) {
            return;
        }
        ShownElement element;
        element.text = *text;
        element.order = order;
        if (heading) {
            note_heading(element, tag == "h1", around);
        }
        if (dated && tag != "time") {
            element.kind = ShownKind::Date;
            element.updated = speaks_of_change(names) && !names_published(names);
            element.stated = first_attribute(node,
                                             {"datetime",
                                              "content",
                                              "data-datetime",
                                              "data-date",
                                              "data-timestamp",
                                              "data-time",
                                              "data-published",
                                              "title"});
            facts_.shown.push_back(element);
        } else if (tag == "time") {
            note_time(node, element, names);
        }
        if (signed_here) {
            const std::string name = formatted_name(node, 0);
            element.text = name.empty() ? element.text : name;
            element.kind = ShownKind::Author;
            element.preferred = by_rel;
            element.stated.clear();
            facts_.shown.push_back(element);
        }
        if (!around.in_text && !heading && is_line(tag, element.text)) {
            around.in_text = true;
            element.kind = ShownKind::Text;
            element.preferred = false;
            element.updated = false;
            element.stated.clear();
            facts_.shown.push_back(std::move(element));
        }
    }

    /// Whether the article itself stands in an element that is named for something else: blogs are
    /// a "widget", columns a "sidebar".
    [[nodiscard]] bool is_wrapper(const xmlNode& node, std::string_view tag) {
        if (tag != "div" && tag != "section") {
            return false;
        }
        if (comparable_page_title_.empty()) {
            comparable_page_title_ = comparable_title(facts_.title);
        }
        return holds_headline(node, comparable_page_title_, wrapper_budget_);
    }

    /// Whether a text is kept as one piece; longer ones are taken apart.
    static bool is_line(std::string_view tag, const std::string& text) {
        constexpr auto wholes =
            std::to_array<std::string_view>({"html", "body", "main", "article"});
        return !text.empty() && text.size() <= kMaxLineBytes && !is_any(tag, wholes);
    }

    static bool names_published(std::string_view names) {
        // The time of a WordPress entry is named "entry-date updated" by many themes.
        const std::string lower = ascii_lower(names);
        return lower.find("publish") != std::string::npos ||
               lower.find("entry-date") != std::string::npos;
    }

    static std::string first_attribute(const xmlNode& node,
                                       std::initializer_list<const char*> names) {
        for (const char* name : names) {
            std::string value = collapse_spaces(attribute(node, name));
            if (!value.empty() && value.size() <= kMaxValueBytes) {
                return value;
            }
        }
        return {};
    }

    void note_heading(ShownElement element, bool first_rank, const Surroundings& around) {
        element.kind = ShownKind::Heading;
        element.preferred = first_rank;
        if (first_rank && around.item >= 0) {
            facts_.items[static_cast<std::size_t>(around.item)].holds_heading = true;
        }
        if (!element.text.empty()) {
            facts_.shown.push_back(std::move(element));
        }
    }

    void note_time(const xmlNode& node, ShownElement element, std::string_view names) {
        element.kind = ShownKind::Time;
        element.preferred = has_attribute(node, "pubdate") ||
                            ascii_lower(attribute(node, "itemprop")) == "datepublished" ||
                            names_published(names);
        element.stated = first_attribute(node, {"datetime", "content", "data-datetime", "title"});
        element.updated =
            !element.preferred && (speaks_of_change(names) || change_before(node) ||
                                   ascii_lower(attribute(node, "itemprop")) == "datemodified");
        facts_.shown.push_back(std::move(element));
    }

    /// Whether the words just before `node` say that it is the time of a change.
    static bool change_before(const xmlNode& node) {
        const xmlNode* before = node.prev;
        if (before == nullptr && node.parent != nullptr) {
            before = node.parent->prev;
        }
        if (before != nullptr && before->type != XML_ELEMENT_NODE &&
            trim(node_text(*before)).empty()) {
            before = before->prev;
        }
        if (before == nullptr || element_name(*before) == "time") {
            return speaks_of_change(ShortText::of(node, kMaxShownBytes).value_or(""));
        }
        const auto text = ShortText::of(*before, 80);
        return text && (speaks_of_change(*text) ||
                        speaks_of_change(ShortText::of(node, kMaxShownBytes).value_or("")));
    }

    PageFacts facts_;
    std::size_t order_ = 0;
    std::string comparable_page_title_;
    std::size_t wrapper_budget_ = kMaxSearched;
};

}  // namespace

std::size_t find_change_word(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>(
        {"updated",    "update",     "modified",  "edited",     "aktualisiert", "mis à jour",
         "actualizad", "atualizad",  "aggiornat", "bijgewerkt", "gewijzigd",    "aktualizacj",
         "aktualizov", "обновлен",   "Обновлен",  "Оновлен",    "Изменен",      "Ενημ",
         "оновлен",    "изменен",    "güncelle",  "ενημ",       "تحديث",        "به‌روز",
         "עודכן",      "diperbarui", "diupdate",  "cập nhật",   "更新",         "수정",
         "최종수정",   "oppdatert",  "opdateret", "uppdaterad", "päivitetty",   "frissít",
         "actualizat"});
    const std::string lower = ascii_lower(text);
    std::size_t first = std::string::npos;
    for (const std::string_view word : words) {
        first = std::min(first, lower.find(word));
    }
    return first;
}

namespace {

/// The first text that says what `wanted` says: sites write headlines without a heading, too.
const ShownElement* text_like(const PageFacts& facts, const std::string& wanted) {
    const auto found =
        std::find_if(facts.shown.begin(), facts.shown.end(), [&](const ShownElement& element) {
            // Marks add little to a title, so that most texts need no closer look.
            const bool alike = element.text.size() >= wanted.size() &&
                               element.text.size() <= wanted.size() + wanted.size() / 2 + 10;
            return element.kind == ShownKind::Text && alike &&
                   comparable_title(element.text) == wanted;
        });
    return found == facts.shown.end() ? nullptr : &*found;
}

}  // namespace

const ShownElement* headline_in(const PageFacts& facts, std::string_view title) {
    constexpr std::size_t near = 40;
    const std::string wanted = comparable_title(title);
    const ShownElement* first_rank = nullptr;
    const ShownElement* same = nullptr;
    const ShownElement* open = nullptr;  // says the same; nothing but text has followed yet
    for (const ShownElement& element : facts.shown) {
        if (element.kind == ShownKind::Text) {
            continue;
        }
        if (element.kind != ShownKind::Heading) {
            // Headers that stay in view repeat the headline; the one with a byline is meant.
            if (open != nullptr && element.order <= open->order + near) {
                return open;
            }
            continue;
        }
        if (!wanted.empty() && comparable_title(element.text) == wanted) {
            open = &element;
            same = same == nullptr ? &element : same;
        } else if (element.preferred && first_rank == nullptr) {
            first_rank = &element;
        }
    }
    if (same == nullptr && !wanted.empty()) {
        same = text_like(facts, wanted);
    }
    return same == nullptr ? first_rank : same;
}

PageFacts gather_facts(const xmlNode& root) {
    Gatherer gatherer;
    gatherer.visit(root, {});
    return gatherer.take();
}

}  // namespace dateline::source
