// How much text each element of a page holds, of which kind, and which elements are left out.
#include "indexer/source/html/html_survey.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_paragraphs.hpp"

#include <algorithm>

namespace dateline::source {
namespace {

constexpr double kRunningText = 40;      ///< characters of a block that reads as a sentence
constexpr double kShortDetail = 250;     ///< characters up to which a byline, a date … is noise
constexpr double kMostOfIt = 0.65;       ///< of it: shown later by a script if hidden at first
constexpr double kNearlyAll = 0.8;       ///< of it: a page named for what it has beside the article
constexpr double kScriptlessPage = 400;  ///< characters of a <noscript> that is more than a note
constexpr double kShortProse = 100;      ///< characters of sentences that outweigh a bad name
constexpr double kMajority = 0.5;        ///< of the page's running text: never taken for noise

bool is_comma(char32_t c) noexcept {
    switch (c) {
        case U',':
        case 0x055D:  // Armenian
        case 0x060C:  // Arabic
        case 0x061B:
        case 0x06D4:
        case 0x0964:  // Devanagari and its relatives
        case 0x104A:  // Myanmar
        case 0x104B:
        case 0x1362:  // Ethiopic
        case 0x1363:
        case 0x17D4:  // Khmer
        case 0x3001:
        case 0x3002:
        case 0xFE50:
        case 0xFF0C:
            return true;
        default:
            return false;
    }
}

bool is_heading(std::string_view name) noexcept {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

TextSize operator+(TextSize a, TextSize b) {
    return {a.characters + b.characters, a.commas + b.commas};
}

/// Whether the block's own text reads as sentences, not as a link or a label.
bool is_running(const Element& element) {
    return !element.is_teaser && element.own.characters >= kRunningText &&
           element.own_links < 0.5 * element.own.characters && !is_heading(element.name);
}

}  // namespace

bool is_wide(char32_t c) noexcept {
    return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xAC00 && c < 0xD7B0) ||
           (c >= 0xF900 && c < 0xFB00);
}

TextSize measure(std::string_view text) {
    TextSize size;
    bool after_space = true;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint c = decode_utf8(text, i);
        i += c.size_bytes;
        const bool space = c.code_point <= U' ' || c.code_point == 0xA0 || c.code_point == 0x3000;
        if (!space || !after_space) {
            size.characters += is_wide(c.code_point) ? 2 : 1;
        }
        after_space = space;
        size.commas += is_comma(c.code_point) ? 1 : 0;
    }
    return size;
}

PageSurvey::PageSurvey(const xmlNode& root) {
    visit(root, 0, 0, 0);
    mark_teasers();
    add_up_all();
}

std::size_t PageSurvey::number_of(const xmlNode* node) const {
    const auto found = numbers_.find(node);
    return found == numbers_.end() ? elements_.size() : found->second;
}

void PageSurvey::add_text(std::string_view text, std::size_t block, double link_share) {
    Element& element = elements_[block];
    const TextSize size = measure(text);
    element.own = element.own + size;
    element.own_links += link_share * size.characters;
    element.own_text += text;
}

void PageSurvey::visit(const xmlNode& node,
                       std::size_t parent,
                       std::size_t block,
                       double link_share) {
    const std::size_t number = elements_.size();
    elements_.emplace_back();
    numbers_.emplace(&node, number);
    Element& element = elements_.back();
    element.node = &node;
    element.name = element_name(node);
    element.hints = hints_.hints_of(node);
    element.parent = parent;
    const std::string_view name = element.name;
    if (is_block_element(name) || name == "td" || name == "th") {
        block = number;
    }
    if (name == "a") {
        // A link inside the page (footnotes, contents) is weaker evidence of navigation.
        link_share = attribute(node, "href").starts_with("#") ? 0.3 : 1;
    }
    // `element` is not used below: the vector grows.
    if (!is_unreadable_element(name)) {
        for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
            const std::string_view text = node_text(*child);
            if (!text.empty()) {
                add_text(text, block, link_share);
            } else if (element_name(*child) == "br") {
                elements_[block].own_text += '\n';
            } else if (!element_name(*child).empty()) {
                visit(*child, number, block, link_share);
            }
        }
    }
    elements_[number].end = elements_.size();
}

void PageSurvey::mark_teasers() {
    constexpr double long_headline = 20;
    constexpr double longest_teaser = 700;
    constexpr int several = 3;
    for (std::size_t i = elements_.size(); i-- > 0;) {
        Element& element = elements_[i];
        element.headlines += element.own.characters >= long_headline &&
                                     element.own_links >= 0.8 * element.own.characters
                                 ? 1
                                 : 0;
        element.all_text += element.own.characters;
        if (i > 0) {
            elements_[element.parent].headlines += element.headlines;
            elements_[element.parent].all_text += element.all_text;
        }
    }
    for (Element& element : elements_) {
        const Element& above = elements_[element.parent];
        element.is_teaser =
            above.is_teaser || (element.headlines == 1 && above.headlines >= several &&
                                element.all_text < longest_teaser);
    }
}

void PageSurvey::add_up_all() {
    for (std::size_t i = elements_.size(); i-- > 0;) {
        Element& element = elements_[i];
        element.all_running += is_running(element) ? element.own.characters : 0;
        element.holds_body = element.holds_body || element.hints.body_stated ||
                             (element.hints.names.body && element.all_running >= kShortDetail);
        element.titles += element.name == "h1" ? 1 : 0;
        if (i > 0) {
            Element& above = elements_[element.parent];
            above.all_running += element.all_running;
            above.holds_body = above.holds_body || element.holds_body;
            above.titles += element.titles;
        }
    }
}

bool PageSurvey::is_protected(const Element& element) const {
    if (element.name == "html" || element.name == "body") {
        return true;
    }
    if (element.all_running < kMajority * elements_[0].all_running || element.all_running == 0) {
        return false;
    }
    const double share = element.all_running / elements_[0].all_running;
    // A longer thread of comments or a consent text than the article is no rarity.
    if (element.hints.names.apart || element.hints.boilerplate) {
        return share >= kNearlyAll && (element.holds_body || element.titles > 0);
    }
    return !element.hints.hidden || share >= kMostOfIt;
}

bool PageSurvey::is_behind_pay_wall(const Element& element) const {
    constexpr double least_running = 250;
    constexpr double least_share = 0.2;
    const NameHints& names = element.hints.names;
    return element.in_body && !names.noise && !names.apart && !names.caption &&
           element.all_running >= least_running &&
           element.all_running >= least_share * elements_[0].all_running;
}

bool PageSurvey::is_dropped(const Element& element, Strictness strictness) const {
    const ElementHints& hints = element.hints;
    if (is_unreadable_element(element.name) ||
        (element.name == "noscript" && element.all_text < kScriptlessPage)) {
        return true;
    }
    if (is_protected(element)) {
        return false;
    }
    if (element.name.starts_with("amp-ad") || element.name == "amp-embed") {
        return true;
    }
    if (hints.hidden) {
        return !is_behind_pay_wall(element);
    }
    // A name on a link says where it leads; the words of a link belong to the sentence around it.
    if (strictness == Strictness::Everything || element.name == "a") {
        return false;
    }
    if (hints.boilerplate || hints.names.noise || hints.names.apart || hints.names.caption ||
        element.name == "figcaption" || element.name == "caption") {
        return true;
    }
    if (hints.names.detail && !hints.names.body && element.all_text < kShortDetail) {
        return true;
    }
    const bool prose_of_body = element.in_body && element.all_running >= kShortProse &&
                               element.all_running > 0.6 * element.all_text;
    return strictness == Strictness::Strict && hints.names.unlikely && !prose_of_body;
}

void PageSurvey::add_own(Element& element) {
    element.text = element.own;
    element.links = element.own_links;
    const bool running = is_running(element);
    element.running = running ? element.own.characters : 0;
    const bool label = is_heading(element.name) && element.own_links < 0.5 * element.own.characters;
    element.scrap = running || label ? 0 : element.own.characters;
    element.paragraphs = element.name == "p" ? 1 : 0;
    element.rows = element.name == "tr" ? 1 : 0;
    element.list_items = element.name == "li" ? 1 : 0;
    element.text_blocks = element.own.characters > 0 ? 1 : 0;
}

void PageSurvey::add_child(Element& element, const Element& below) {
    element.text = element.text + below.text;
    element.links += below.links;
    element.running += below.running;
    element.scrap += below.scrap;
    element.paragraphs += below.paragraphs;
    element.list_items += below.list_items;
    element.rows += below.rows;
    element.text_blocks += below.text_blocks;
    element.block_children += is_block_element(below.name) ? 1 : below.block_children;
}

void PageSurvey::add_up_kept() {
    for (Element& element : elements_) {
        element.controls = element.name == "input" || element.name == "select" ? 1 : 0;
        element.block_children = 0;
        add_own(element);
    }
    for (std::size_t i = elements_.size(); i-- > 1;) {
        const Element& element = elements_[i];
        Element& above = elements_[element.parent];
        above.controls += element.controls;
        if (!element.dropped) {
            add_child(above, element);
        }
    }
}

void PageSurvey::leave_out(Strictness strictness) {
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        Element& element = elements_[i];
        const bool above = i > 0 && elements_[element.parent].dropped;
        element.in_body = (i > 0 && elements_[element.parent].in_body) ||
                          element.hints.body_stated || element.hints.names.body;
        element.dropped = above || is_dropped(element, strictness);
        element.candidate = false;
        element.score = 0;
    }
    add_up_kept();
}

}  // namespace dateline::source
