// Mark-up turned into paragraphs of plain text.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/html/html_dom.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// Whether an element starts a paragraph of its own, as browsers render it (WHATWG HTML, section
/// 15.3, display: block, list-item or table parts).
[[nodiscard]] bool is_block_element(std::string_view name) noexcept;

/// Whether an element never holds text to read: scripts, styles, form controls, embedded objects.
[[nodiscard]] bool is_unreadable_element(std::string_view name) noexcept;

/// What is done with an element of a page and all it holds.
enum class Treatment { Keep, Skip, Caption };

/// A paragraph of a page and what it is.
struct TextBlock {
    std::string text;
    std::optional<BlockKind> kind;  ///< none: running text
    std::size_t link_bytes = 0;     ///< of the text, before white space was collapsed, in links
    const xmlNode* node = nullptr;  ///< the nearest block element around it; null: none below root
    bool is_caption = false;        ///< inside an element to be treated as caption
};

/// The text below `root` as paragraphs in document order, cut as paragraphs_below() says. Elements
/// for which `treat` says Skip are left out with all they hold; the text of captions is marked. A
/// row with text in two or more cells is a table's.
[[nodiscard]] std::vector<TextBlock> text_blocks_below(
    const xmlNode& root, const std::function<Treatment(const xmlNode&)>& treat);

/// The text below `root` as paragraphs in document order.
///
/// Blocks, headings and list items are paragraphs of their own, two <br> in a row end one, the
/// cells of a table row make one; runs of white space are one blank, except that <pre> keeps its
/// lines. Elements for which `skip` is true are left out with all they hold, and so are
/// unreadable ones.
[[nodiscard]] std::vector<std::string> paragraphs_below(
    const xmlNode& root, const std::function<bool(const xmlNode&)>& skip);

/// The text of `html`, a fragment or page in valid UTF-8, as paragraphs; captions are left out.
[[nodiscard]] std::vector<std::string> paragraphs_of_html(std::string_view html);

/// Whether `text` holds mark-up: at least one tag or entity of HTML.
[[nodiscard]] bool looks_like_html(std::string_view text) noexcept;

/// Plain `text` as paragraphs: split at blank lines, the lines in between joined by a blank (hard
/// wrapping). Without blank lines, each line is a paragraph if lines are long (half of them over 90
/// bytes, or the text is a single line); else all are joined.
[[nodiscard]] std::vector<std::string> paragraphs_of_text(std::string_view text);

}  // namespace dateline::source
