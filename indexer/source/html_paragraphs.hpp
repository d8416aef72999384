// Mark-up turned into paragraphs of plain text.
#pragma once

#include "indexer/source/html_dom.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// Whether an element starts a paragraph of its own, as browsers render it (WHATWG HTML, section
/// 15.3, display: block, list-item or table parts).
[[nodiscard]] bool is_block_element(std::string_view name) noexcept;

/// Whether an element never holds text to read: scripts, styles, form controls, embedded objects.
[[nodiscard]] bool is_unreadable_element(std::string_view name) noexcept;

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
