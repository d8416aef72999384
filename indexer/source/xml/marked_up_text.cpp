// The text of a news story in XHTML or NITF, with the kind of each paragraph and the captions.
#include "indexer/source/xml/marked_up_text.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/text/text_layout.hpp"
#include "indexer/source/xml/xml_dom.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace dateline::source {
namespace {

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) noexcept {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_caption(std::string_view name) noexcept {
    return name == "figcaption" || name == "media-caption";
}

bool is_figure(std::string_view name) noexcept {
    return name == "figure" || name == "media";
}

bool is_cell(std::string_view name) noexcept {
    return name == "td" || name == "th";
}

/// Elements of NITF that start a paragraph of their own.
bool is_nitf_block(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 14> names = {"abstract",
                                                        "block",
                                                        "body.content",
                                                        "body.end",
                                                        "body.head",
                                                        "bq",
                                                        "byline",
                                                        "credit",
                                                        "dateline",
                                                        "hedline",
                                                        "hl1",
                                                        "hl2",
                                                        "nitf-table",
                                                        "tagline"};
    return contains(names, name);
}

/// What the text in an element is; std::nullopt if the element says nothing about that.
std::optional<BlockKind> kind_of(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 8> headings = {
        "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"};
    if (contains(headings, name)) {
        return BlockKind::Heading;
    }
    if (name == "li" || name == "dt" || name == "dd") {
        return BlockKind::ListItem;
    }
    if (name == "blockquote" || name == "bq") {
        return BlockKind::Quote;
    }
    if (name == "pre") {
        return BlockKind::Preformatted;
    }
    if (name == "table" || name == "nitf-table") {
        return BlockKind::Table;
    }
    return std::nullopt;
}

bool is_left_out(const xmlNode& node, std::string_view name) {
    if (is_unreadable_element(name) || name == "note" || name == "nitf-table-metadata") {
        return true;
    }
    constexpr std::array<std::string_view, 3> service_lines = {"dat", "source", "vignette"};
    return (name == "div" || name == "span") && contains(service_lines, attribute(node, "class"));
}

/// Text whose lines mean something: wire copy with indented paragraphs, or a table in columns,
/// which keeps its lines.
MarkedUpText text_of_lines(std::string_view text) {
    MarkedUpText found;
    found.paragraphs = split_paragraphs(split_lines(text));
    for (std::size_t i = 0; i < found.paragraphs.size(); ++i) {
        if (found.paragraphs[i].find('\n') != std::string::npos) {
            found.blocks.push_back({static_cast<std::uint32_t>(i), BlockKind::Preformatted});
        }
    }
    return found;
}

/// Collects text of inline elements until a block border.
class TextCollector {
public:
    void add(const xmlNode& node, std::optional<BlockKind> kind) {
        add_text(node);
        // Both the HTML of old and NITF from before XML are written in capitals.
        const std::string name = ascii_lower(local_name(node));
        if (name == "br") {
            line_break(kind);
            return;
        }
        if (is_caption(name)) {
            add_caption_of(node);
            return;
        }
        if (is_figure(name)) {
            flush(kind);
            add_figure(node);
            return;
        }
        if (!name.empty() && is_left_out(node, name)) {
            // What is left out still separates the words around it.
            text_ += ' ';
            return;
        }
        add_element(node, name, kind);
    }

    /// Ends the paragraph that is being collected; it is of `kind`.
    void flush(std::optional<BlockKind> kind) {
        if (kind == BlockKind::Preformatted) {
            // Old wire systems put whole stories between the tags.
            const MarkedUpText lines = text_of_lines(text_);
            const auto first = static_cast<std::uint32_t>(found_.paragraphs.size());
            for (const Block& block : lines.blocks) {
                found_.blocks.push_back({first + block.paragraph, block.kind});
            }
            found_.paragraphs.insert(
                found_.paragraphs.end(), lines.paragraphs.begin(), lines.paragraphs.end());
        } else {
            std::string paragraph = collapse_spaces(text_);
            if (!paragraph.empty()) {
                give(std::move(paragraph), kind);
            }
        }
        text_.clear();
        after_break_ = false;
    }

    MarkedUpText take() { return std::move(found_); }

private:
    void give(std::string paragraph, std::optional<BlockKind> kind) {
        if (kind) {
            const auto number = static_cast<std::uint32_t>(found_.paragraphs.size());
            found_.blocks.push_back({number, *kind});
        }
        found_.paragraphs.push_back(std::move(paragraph));
    }

    void add_element(const xmlNode& node, std::string_view name, std::optional<BlockKind> outer) {
        const std::optional<BlockKind> own = kind_of(name);
        // A list in a table cell is still part of the row.
        const std::optional<BlockKind> kind = own && outer != BlockKind::Table ? own : outer;
        const bool part_of_row = outer == BlockKind::Table && name != "tr" && name != "caption";
        const bool block = (is_block_element(name) || is_nitf_block(name)) && !part_of_row;
        if (block) {
            flush(outer);
        }
        for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
            add(*child, kind);
        }
        if (is_cell(name)) {
            text_ += ' ';
        }
        if (block) {
            flush(kind);
        }
    }

    void add_text(const xmlNode& node) {
        const std::string_view text = node_text(node);
        if (!text.empty()) {
            after_break_ = after_break_ && trim(text).empty();
            text_ += text;
        }
    }

    void line_break(std::optional<BlockKind> kind) {
        if (kind == BlockKind::Preformatted) {
            text_ += '\n';
        } else if (after_break_ && kind != BlockKind::Table) {
            flush(kind);
        } else {
            text_ += ' ';
            after_break_ = true;
        }
    }

    void add_figure(const xmlNode& figure) {
        walk_elements(figure, [this](const xmlNode& node) {
            const std::string name = ascii_lower(local_name(node));
            if (is_caption(name)) {
                add_caption_of(node);
                return false;
            }
            if (name == "table" || name == "nitf-table") {
                add(node, std::nullopt);
                return false;
            }
            return true;
        });
    }

    void add_caption_of(const xmlNode& node) {
        constexpr std::size_t max_caption_bytes = 8192;
        std::string caption = collapse_spaces(inner_text(node, max_caption_bytes));
        auto& captions = found_.captions;
        if (!caption.empty() &&
            std::find(captions.begin(), captions.end(), caption) == captions.end()) {
            captions.push_back(std::move(caption));
        }
    }

    MarkedUpText found_;
    std::string text_;
    bool after_break_ = false;
};

}  // namespace

MarkedUpText marked_up_text_below(const xmlNode& root) {
    TextCollector collector;
    collector.add(root, std::nullopt);
    collector.flush(std::nullopt);
    return collector.take();
}

MarkedUpText marked_up_text_of(std::string_view markup) {
    if (!looks_like_html(markup)) {
        return text_of_lines(markup);
    }
    const std::size_t start = markup.find("<body.content");
    const std::size_t end = markup.find("</body.content");
    if (start != std::string_view::npos && start < end) {
        markup = markup.substr(start, end - start);
    }
    // A body of its own keeps libxml2 from moving leading elements such as <title> into a head.
    const HtmlDocument document = parse_html("<html><body>" + std::string(markup));
    const xmlNode* root =
        document.tree == nullptr ? nullptr : xmlDocGetRootElement(document.tree.get());
    return root == nullptr ? MarkedUpText{} : marked_up_text_below(*root);
}

void set_text(Article& article, MarkedUpText text) {
    article.paragraphs = std::move(text.paragraphs);
    article.blocks = std::move(text.blocks);
    for (const std::string& caption : text.captions) {
        add_caption(article, caption);
    }
}

void add_caption(Article& article, std::string_view caption) {
    std::string line = collapse_spaces(caption);
    if (!line.empty() && std::find(article.captions.begin(), article.captions.end(), line) ==
                             article.captions.end()) {
        article.captions.push_back(std::move(line));
    }
}

void drop_repeated_title(Article& article) {
    if (article.title.empty()) {
        return;
    }
    for (std::string& paragraph : article.paragraphs) {
        if (paragraph != article.title) {
            break;
        }
        paragraph.clear();
    }
    drop_blank_paragraphs(article);
}

}  // namespace dateline::source
