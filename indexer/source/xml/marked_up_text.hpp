// The text of a news story in XHTML or NITF, with the kind of each paragraph and the captions.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/html/html_dom.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// A story's text as an Article keeps it.
struct MarkedUpText {
    std::vector<std::string> paragraphs;
    std::vector<Block> blocks;          ///< as Article::blocks
    std::vector<std::string> captions;  ///< of pictures and other media, each once
};

/// The text below `root` in document order.
///
/// Takes the element names of XHTML and those of NITF 3 (IPTC, nitf-3-6.xsd): `hl1` and `hl2` are
/// headings, `bq` is a quote, `nitf-table` a table, `media-caption` a caption. Of a `figure` or
/// `media` only captions and tables are read. Each row of a table is a paragraph, with its cells
/// separated by blanks. Text in `pre` is cut into paragraphs as wire copy is; what is set in
/// columns keeps its lines and is preformatted. Left out are scripts and the like, a NITF `note`
/// (to editors), and the line of service and source that agencies put between headline and text
/// (class `dat`, `vignette` or `source`).
[[nodiscard]] MarkedUpText marked_up_text_below(const xmlNode& root);

/// The text of `markup`, a page or fragment of HTML or NITF, or of plain text. Of NITF only the
/// `body.content` is read.
[[nodiscard]] MarkedUpText marked_up_text_of(std::string_view markup);

/// Gives `text` to `article`; captions are added to those it has.
void set_text(Article& article, MarkedUpText text);

/// Adds `caption`, as one line, to `article` unless it is blank or there already.
void add_caption(Article& article, std::string_view caption);

/// Removes the paragraphs at the head of `article` that only repeat its title.
void drop_repeated_title(Article& article);

}  // namespace dateline::source
