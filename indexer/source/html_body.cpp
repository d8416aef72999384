// Finds the text of the article in a page, among menus, adverts and lists of links.
#include "indexer/source/html_body.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html_hints.hpp"
#include "indexer/source/html_paragraphs.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

namespace dateline::source {
namespace {

/// How much is dropped before and after the body is chosen.
enum class Strictness { Strict, Unlikely, Everything };

/// Characters, with those of Chinese, Japanese and Korean counted twice: they say as much as two.
struct TextSize {
    double characters = 0;
    double commas = 0;
};

struct Element {
    ElementHints hints;
    TextSize text;  ///< of all that is kept below
    double link_characters = 0;
    TextSize own;  ///< of text whose nearest block is this element
    int paragraphs = 0;
    int list_items = 0;
    int controls = 0;
    int block_children = 0;
    int text_blocks = 0;  ///< blocks below with text of their own
    double score = 0;
    bool candidate = false;
    bool dropped = false;

    /// Whether the text is many snippets: the controls of a player, a table of figures.
    [[nodiscard]] bool is_fragmented() const {
        return text_blocks >= 4 && text.characters < 20.0 * text_blocks;
    }

    [[nodiscard]] double link_density() const {
        return text.characters == 0 ? 0 : link_characters / text.characters;
    }
};

constexpr double kMinParagraph = 25;  ///< characters of a block that counts as running text
constexpr double kMuchMore = 2;       ///< times the text for which a looser try wins
constexpr double kEnough = 500;       ///< characters of a body that needs no second try

bool is_wide(char32_t c) noexcept {
    return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xAC00 && c < 0xD7B0);
}

bool is_comma(char32_t c) noexcept {
    return c == U',' || c == 0x060C || c == 0x3001 || c == 0xFF0C || c == 0x3002 || c == 0xFE50;
}

TextSize measure(std::string_view text) {
    TextSize size;
    bool after_space = true;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint c = decode_utf8(text, i);
        i += c.size_bytes;
        const bool space = c.code_point <= U' ' || c.code_point == 0xA0;
        if (!space || !after_space) {
            size.characters += is_wide(c.code_point) ? 2 : 1;
        }
        after_space = space;
        size.commas += is_comma(c.code_point) ? 1 : 0;
    }
    return size;
}

TextSize operator+(TextSize a, TextSize b) {
    return {a.characters + b.characters, a.commas + b.commas};
}

class BodyFinder {
public:
    BodyFinder(const xmlNode& root, Strictness strictness) : root_(root), strictness_(strictness) {
        survey(root, nullptr, 0);
    }

    std::vector<std::string> paragraphs();

private:
    void survey(const xmlNode& node, Element* block, double link_share);
    static void add_child(Element& element, const Element& below, std::string_view child_name);
    void drop_marked(std::string_view name, Element& element) const;
    void score_ancestors(const xmlNode& node, const Element& element);
    void score_all();
    [[nodiscard]] const xmlNode* choose() const;
    [[nodiscard]] const xmlNode* stated_body(double best_characters) const;
    [[nodiscard]] const xmlNode* widen(const xmlNode* best) const;
    [[nodiscard]] bool belongs(const xmlNode& sibling, const xmlNode& best) const;
    [[nodiscard]] bool is_noise(const xmlNode& node) const;
    [[nodiscard]] const xmlNode* gather(const xmlNode* best) const;
    [[nodiscard]] bool looks_like_list_of_links(const Element& element,
                                                std::string_view name) const;

    const xmlNode& root_;
    Strictness strictness_;
    std::unordered_map<const xmlNode*, Element> elements_;
    std::vector<const xmlNode*> order_;
    double page_characters_ = 0;
};

void BodyFinder::drop_marked(std::string_view name, Element& element) const {
    element.dropped = is_unreadable_element(name) || element.hints.hidden;
    if (strictness_ != Strictness::Everything) {
        element.dropped = element.dropped || element.hints.boilerplate;
    }
    if (strictness_ == Strictness::Strict) {
        element.dropped = element.dropped || element.hints.unlikely;
    }
    if (name == "html" || name == "body") {
        element.dropped = false;
    }
}

void BodyFinder::add_child(Element& element, const Element& below, std::string_view child_name) {
    element.controls += below.controls + (child_name == "input" || child_name == "select" ? 1 : 0);
    if (below.dropped) {
        return;
    }
    element.text = element.text + below.text;
    element.link_characters += below.link_characters;
    element.paragraphs += below.paragraphs + (child_name == "p" ? 1 : 0);
    element.list_items += below.list_items + (child_name == "li" ? 1 : 0);
    element.text_blocks += below.text_blocks + (below.own.characters > 0 ? 1 : 0);
    element.block_children += is_block_element(child_name) ? 1 : below.block_children;
}

void BodyFinder::survey(const xmlNode& node, Element* block, double link_share) {
    const std::string_view name = element_name(node);
    Element& element = elements_[&node];
    order_.push_back(&node);
    element.hints = hints_of(node);
    drop_marked(name, element);
    if (element.dropped) {
        return;
    }
    if (is_block_element(name) || name == "td" || name == "th" || block == nullptr) {
        block = &element;
    }
    if (name == "a") {
        // A link inside the page (footnotes, contents) is weaker evidence of navigation.
        link_share = attribute(node, "href").starts_with("#") ? 0.3 : 1;
    }
    for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
        const std::string_view text = node_text(*child);
        if (!text.empty()) {
            const TextSize size = measure(text);
            element.text = element.text + size;
            element.link_characters += link_share * size.characters;
            block->own = block->own + size;
            continue;
        }
        const std::string_view child_name = element_name(*child);
        if (child_name.empty()) {
            continue;
        }
        survey(*child, block, link_share);
        add_child(element, elements_[child], child_name);
    }
}

double starting_score(std::string_view name, const ElementHints& hints) {
    double score = hints.weight;
    if (name == "div" || name == "article" || name == "main") {
        score += 5;
    } else if (name == "pre" || name == "td" || name == "blockquote") {
        score += 3;
    } else if (name == "ol" || name == "ul" || name == "dl" || name == "li" || name == "form" ||
               name == "address") {
        score -= 3;
    } else if (name == "th" ||
               (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')) {
        score -= 5;
    }
    return score;
}

void BodyFinder::score_ancestors(const xmlNode& node, const Element& element) {
    const double points = 2 + element.own.commas + std::min(element.own.characters / 100, 3.0);
    // Text beside blocks in a container speaks for the container itself, a paragraph for its
    // parent.
    const xmlNode* ancestor = element.block_children > 0 ? &node : node.parent;
    for (int level = 0; level < 5 && ancestor != nullptr && !element_name(*ancestor).empty();
         ++level) {
        Element& above = elements_[ancestor];
        if (!above.candidate) {
            above.candidate = true;
            above.score = starting_score(element_name(*ancestor), above.hints);
        }
        const double divider = level == 0 ? 1 : (level == 1 ? 2 : level * 3);
        above.score += points / divider;
        ancestor = ancestor->parent;
    }
}

void BodyFinder::score_all() {
    for (const xmlNode* node : order_) {
        const Element element = elements_[node];
        const std::string_view name = element_name(*node);
        if (!element.dropped && element.own.characters >= kMinParagraph && name != "a") {
            score_ancestors(*node, element);
        }
    }
    for (auto& [node, element] : elements_) {
        element.score *= 1 - std::min(element.link_density(), 1.0);
    }
    page_characters_ = elements_[&root_].text.characters;
}

const xmlNode* BodyFinder::stated_body(double best_characters) const {
    const xmlNode* stated = nullptr;
    double most = 0;
    for (const xmlNode* node : order_) {
        const Element& element = elements_.at(node);
        if (!element.dropped && element.hints.body_stated && element.link_density() < 0.5 &&
            element.text.characters > most) {
            stated = node;
            most = element.text.characters;
        }
    }
    return most >= 250 && most >= 0.7 * best_characters ? stated : nullptr;
}

const xmlNode* BodyFinder::widen(const xmlNode* best) const {
    const double score = elements_.at(best).score;
    double last = score;
    for (const xmlNode* up = best->parent; up != nullptr && element_name(*up) != "body";
         up = up->parent) {
        const auto found = elements_.find(up);
        if (found == elements_.end() || !found->second.candidate) {
            break;
        }
        if (found->second.score < score / 3) {
            break;
        }
        if (found->second.score > last) {
            best = up;
            break;
        }
        last = found->second.score;
    }
    // A wrapper around a single element says nothing new, but its siblings may be text.
    while (best->parent != nullptr && element_name(*best->parent) != "body" &&
           !element_name(*best->parent).empty() && xmlChildElementCount(best->parent) == 1) {
        best = best->parent;
    }
    return best;
}

const xmlNode* BodyFinder::gather(const xmlNode* best) const {
    constexpr double times_text = 2;
    constexpr double max_link_density = 0.15;
    const double characters = elements_.at(best).text.characters;
    for (const xmlNode* up = best->parent;
         up != nullptr && element_name(*up) != "body" && element_name(*up) != "html";
         up = up->parent) {
        const auto found = elements_.find(up);
        if (found == elements_.end()) {
            break;
        }
        if (found->second.candidate && found->second.text.characters >= times_text * characters &&
            found->second.link_density() < max_link_density && !found->second.is_fragmented()) {
            return up;
        }
    }
    return best;
}

const xmlNode* BodyFinder::choose() const {
    const xmlNode* best = nullptr;
    double best_score = 0;
    for (const xmlNode* node : order_) {
        const Element& element = elements_.at(node);
        if (element.candidate && !element.dropped &&
            (best == nullptr || element.score > best_score)) {
            best = node;
            best_score = element.score;
        }
    }
    if (best == nullptr) {
        return nullptr;
    }
    best = gather(widen(best));
    const xmlNode* stated = stated_body(elements_.at(best).text.characters);
    return stated != nullptr ? stated : best;
}

bool BodyFinder::belongs(const xmlNode& sibling, const xmlNode& best) const {
    if (&sibling == &best) {
        return true;
    }
    const auto found = elements_.find(&sibling);
    if (found == elements_.end() || found->second.dropped) {
        return false;
    }
    const Element& element = found->second;
    const Element& chosen = elements_.at(&best);
    if (element.is_fragmented()) {
        return false;
    }
    const std::string class_of_best = attribute(best, "class");
    const bool alike = !class_of_best.empty() && attribute(sibling, "class") == class_of_best;
    const double bonus = alike ? chosen.score * 0.2 : 0;
    if (element.candidate && element.score + bonus >= std::max(10.0, chosen.score * 0.2)) {
        return true;
    }
    return element_name(sibling) == "p" && element.link_density() < 0.25 &&
           element.text.characters > 80;
}

bool BodyFinder::looks_like_list_of_links(const Element& element, std::string_view name) const {
    const double density = element.link_density();
    const bool list = name == "ul" || name == "ol";
    const double words = element.text.characters;
    const double limit = element.hints.weight >= 25 ? 0.5 : (list ? 0.4 : 0.25);
    if (element.text.commas >= 10 && density < 0.5) {
        return false;
    }
    const bool controls = element.controls > 0 && 3 * element.controls > element.paragraphs;
    const bool items =
        !list && name != "table" && element.list_items > element.paragraphs + 5 && density > 0.15;
    return density > limit || controls || items || (words < 25 && density > 0);
}

bool BodyFinder::is_noise(const xmlNode& node) const {
    const auto found = elements_.find(&node);
    if (found == elements_.end()) {
        return true;
    }
    const Element& element = found->second;
    if (element.dropped) {
        return true;
    }
    if (strictness_ == Strictness::Everything) {
        return false;
    }
    const std::string_view name = element_name(node);
    if (name == "h1" || name == "h2" || name == "h3") {
        return element.hints.weight < 0;
    }
    const bool container = name == "div" || name == "section" || name == "ul" || name == "ol" ||
                           name == "table" || name == "form" || name == "fieldset" ||
                           name == "header" || name == "dl";
    if (!container || element.text.characters > 0.5 * page_characters_) {
        return false;
    }
    if (element.is_fragmented() && (name == "div" || name == "section")) {
        return true;
    }
    return element.hints.weight < 0 || name == "fieldset" ||
           looks_like_list_of_links(element, name);
}

std::vector<std::string> BodyFinder::paragraphs() {
    score_all();
    const xmlNode* best = choose();
    if (best == nullptr) {
        best = &root_;
    }
    const auto skip = [this, best](const xmlNode& node) { return &node != best && is_noise(node); };
    std::vector<std::string> all;
    const bool alone = best->parent == nullptr || element_name(*best->parent).empty() ||
                       element_name(*best) == "body" || elements_.at(best).hints.body_stated;
    const xmlNode* first = alone ? best : best->parent->children;
    for (const xmlNode* node = first; node != nullptr; node = alone ? nullptr : node->next) {
        if (node == best ||
            (!element_name(*node).empty() && belongs(*node, *best) && !is_noise(*node))) {
            std::vector<std::string> part = paragraphs_below(*node, skip);
            std::move(part.begin(), part.end(), std::back_inserter(all));
        }
    }
    return all;
}

double characters_of(const std::vector<std::string>& paragraphs) {
    double sum = 0;
    for (const std::string& paragraph : paragraphs) {
        sum += measure(paragraph).characters;
    }
    return sum;
}

}  // namespace

std::vector<std::string> find_body(const xmlNode& root, std::string_view title) {
    std::vector<std::string> best;
    double best_characters = 0;
    for (const Strictness strictness :
         {Strictness::Strict, Strictness::Unlikely, Strictness::Everything}) {
        std::vector<std::string> found = BodyFinder(root, strictness).paragraphs();
        const double characters = characters_of(found);
        if (characters > kMuchMore * best_characters) {
            best = std::move(found);
            best_characters = characters;
        }
        if (best_characters >= kEnough) {
            break;
        }
    }
    if (!best.empty() && !title.empty() &&
        ascii_lower(collapse_spaces(best.front())) == ascii_lower(collapse_spaces(title))) {
        best.erase(best.begin());
    }
    return best;
}

std::size_t count_words(const std::vector<std::string>& paragraphs) {
    std::size_t words = 0;
    std::size_t wide = 0;
    for (const std::string& paragraph : paragraphs) {
        bool inside = false;
        for (std::size_t i = 0; i < paragraph.size();) {
            const DecodedCodePoint c = decode_utf8(paragraph, i);
            i += c.size_bytes;
            const bool letter = c.code_point > 0xBF ||
                                (c.code_point >= U'0' && c.code_point <= U'9') ||
                                ((c.code_point | 0x20U) >= U'a' && (c.code_point | 0x20U) <= U'z');
            wide += is_wide(c.code_point) ? 1 : 0;
            words += letter && !inside && !is_wide(c.code_point) ? 1 : 0;
            inside = letter;
        }
    }
    return words + wide / 2;
}

}  // namespace dateline::source
