// How much text each element of a page holds, of which kind, and which elements are left out.
#pragma once

#include "indexer/source/html/html_dom.hpp"
#include "indexer/source/html/html_hints.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::source {

/// How much is left out before the body is chosen.
enum class Strictness { Strict, Unlikely, Everything };

/// Characters, with those of Chinese, Japanese and Korean counted twice: they say as much as two.
struct TextSize {
    double characters = 0;
    double commas = 0;  ///< and the other marks inside and after sentences, in any script
};

/// The size of `text`; runs of white space count as one character.
[[nodiscard]] TextSize measure(std::string_view text);

/// Whether `c` is a character of Chinese, Japanese or Korean.
[[nodiscard]] bool is_wide(char32_t c) noexcept;

/// One element of the page. Sums are over the element and all below it that is not left out.
struct Element {
    const xmlNode* node = nullptr;
    std::string_view name;
    ElementHints hints;
    std::size_t parent = 0;  ///< number of the element around it; its own for the root
    std::size_t end = 0;     ///< number after that of the last element below it

    std::string own_text;  ///< of this block, without that of blocks inside
    TextSize own;          ///< size of own_text
    double own_links = 0;  ///< characters of own_text inside links

    double all_running = 0;   ///< as `running`, with what is left out
    double all_text = 0;      ///< characters, with what is left out
    bool holds_body = false;  ///< it or an element below is stated to be the body
    int headlines = 0;        ///< blocks that are nothing but a link of headline length
    int titles = 0;           ///< <h1>, with those that are left out

    bool in_body = false;  ///< it or an element around it is named as the body
    bool dropped = false;  ///< left out, or inside of what is
    TextSize text;
    double links = 0;        ///< characters inside links
    double running = 0;      ///< characters of blocks that read as sentences
    bool is_teaser = false;  ///< one of several: the headline of another article, and its lead
    double scrap = 0;        ///< characters of blocks that do not: links, labels, figures
    int paragraphs = 0;      ///< <p>
    int list_items = 0;      ///< <li>
    int controls = 0;        ///< fields to fill in
    int rows = 0;            ///< <tr>
    int block_children = 0;  ///< blocks without a block between
    int text_blocks = 0;     ///< blocks with text of their own

    double score = 0;
    bool candidate = false;  ///< has a score

    /// Characters that are not inside links.
    [[nodiscard]] double content() const { return text.characters - links; }

    [[nodiscard]] double link_density() const {
        return text.characters == 0 ? 0 : links / text.characters;
    }

    /// Whether the text is many snippets: the controls of a player, tiles; a table of
    /// figures is none.
    [[nodiscard]] bool is_fragmented() const {
        return text_blocks >= 4 && text.characters < 20.0 * text_blocks &&
               !(rows >= 3 && link_density() < 0.5);
    }
};

/// All elements of a page in document order. Views into the document, which must outlive it.
class PageSurvey {
public:
    explicit PageSurvey(const xmlNode& root);

    /// Decides what is left out, and adds up the rest anew.
    void leave_out(Strictness strictness);

    [[nodiscard]] std::size_t size() const noexcept { return elements_.size(); }
    [[nodiscard]] Element& operator[](std::size_t number) { return elements_[number]; }
    [[nodiscard]] const Element& operator[](std::size_t number) const { return elements_[number]; }
    [[nodiscard]] std::vector<Element>& elements() noexcept { return elements_; }
    [[nodiscard]] const std::vector<Element>& elements() const noexcept { return elements_; }

    /// The number of the element `node`; size() if it is none of this page.
    [[nodiscard]] std::size_t number_of(const xmlNode* node) const;

    /// Whether the element is the other or inside of it.
    [[nodiscard]] bool is_within(std::size_t element, std::size_t other) const {
        return element >= other && element < elements_[other].end;
    }

private:
    void visit(const xmlNode& node, std::size_t parent, std::size_t block, double link_share);
    void add_text(std::string_view text, std::size_t block, double link_share);
    [[nodiscard]] bool is_dropped(const Element& element, Strictness strictness) const;
    /// Whether a hidden element holds text of the body, for a script to show to subscribers.
    [[nodiscard]] bool is_behind_pay_wall(const Element& element) const;
    [[nodiscard]] bool is_protected(const Element& element) const;
    void add_up_all();
    void mark_teasers();
    void add_up_kept();
    static void add_own(Element& element);
    static void add_child(Element& element, const Element& below);

    HintReader hints_;
    std::vector<Element> elements_;
    std::unordered_map<const xmlNode*, std::size_t> numbers_;
};

}  // namespace dateline::source
