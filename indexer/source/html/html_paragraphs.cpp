// Mark-up turned into paragraphs of plain text.
#include "indexer/source/html/html_paragraphs.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& sorted, std::string_view name) noexcept {
    return std::binary_search(sorted.begin(), sorted.end(), name);
}

constexpr std::array<std::string_view, 46> kBlocks = {
    "address", "article", "aside",  "blockquote", "body", "caption", "center",   "dd",
    "details", "dialog",  "dir",    "div",        "dl",   "dt",      "fieldset", "figcaption",
    "figure",  "footer",  "form",   "h1",         "h2",   "h3",      "h4",       "h5",
    "h6",      "header",  "hgroup", "hr",         "html", "legend",  "li",       "main",
    "menu",    "nav",     "ol",     "p",          "pre",  "section", "summary",  "table",
    "tbody",   "tfoot",   "thead",  "title",      "tr",   "ul"};

constexpr std::array<std::string_view, 24> kUnreadable = {
    "applet", "audio", "base",   "button", "canvas", "embed",   "head",     "iframe",
    "input",  "link",  "map",    "math",   "meta",   "noembed", "noframes", "object",
    "option", "param", "script", "select", "style",  "svg",     "template", "textarea"};

static_assert(std::is_sorted(kBlocks.begin(), kBlocks.end()));
static_assert(std::is_sorted(kUnreadable.begin(), kUnreadable.end()));

/// Collects text of inline elements until a block border.
class BlockBuilder {
public:
    explicit BlockBuilder(const std::function<Treatment(const xmlNode&)>& treat) : treat_(treat) {}

    void add(const xmlNode& node) {
        add_text(node);
        const std::string_view name = element_name(node);
        if (name == "br") {
            line_break();
            return;
        }
        const Treatment treatment = treatment_of(node);
        if (treatment == Treatment::Skip) {
            // What is left out still separates the words around it.
            text_ += ' ';
            return;
        }
        const Place outside = place_;
        const bool block =
            is_block_element(name) || (treatment == Treatment::Caption && !place_.caption);
        if (block) {
            flush();
        }
        enter(node, name, treatment, block);
        for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
            add(*child);
        }
        if (name == "td" || name == "th") {
            end_cell();
        }
        if (block) {
            flush();
        }
        place_ = outside;
    }

    void flush() {
        TextBlock block;
        block.text = place_.pre ? std::string(trim_lines(text_)) : collapse_spaces(text_);
        if (!trim(block.text).empty()) {
            block.kind = kind_here();
            block.link_bytes = link_bytes_;
            block.node = place_.block;
            block.is_caption = place_.caption;
            blocks_.push_back(std::move(block));
        }
        text_.clear();
        link_bytes_ = 0;
        cells_ = 0;
        cell_filled_ = false;
        after_break_ = false;
        has_plain_text_ = false;
    }

    std::vector<TextBlock> take() { return std::move(blocks_); }

private:
    /// What the text is inside of.
    struct Place {
        const xmlNode* block = nullptr;
        bool link = false;
        bool caption = false;
        bool pre = false;
        bool heading = false;
        bool quote = false;
        bool item = false;
        bool row = false;
        bool formatted = false;
    };

    Treatment treatment_of(const xmlNode& node) const {
        if (element_name(node).empty()) {
            return Treatment::Keep;
        }
        return is_unreadable_element(element_name(node)) ? Treatment::Skip : treat_(node);
    }

    void enter(const xmlNode& node, std::string_view name, Treatment treatment, bool block) {
        place_.block = block ? &node : place_.block;
        place_.caption = place_.caption || treatment == Treatment::Caption;
        place_.link = place_.link || name == "a";
        place_.pre = place_.pre || name == "pre";
        place_.formatted = (place_.formatted && !block) || name == "b" || name == "strong" ||
                           name == "font" || name == "small" || name == "big";
        place_.quote = place_.quote || name == "blockquote";
        place_.heading = place_.heading ||
                         (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6');
        place_.item = place_.item || name == "li" || name == "dt" || name == "dd";
        if (name == "tr" || name == "table") {
            place_.row = name == "tr";
            place_.item = false;
        }
    }

    [[nodiscard]] std::optional<BlockKind> kind_here() const {
        if (place_.pre) {
            return BlockKind::Preformatted;
        }
        if (place_.heading) {
            return BlockKind::Heading;
        }
        if (place_.row && cells_ > 1) {
            return BlockKind::Table;
        }
        if (place_.quote) {
            return BlockKind::Quote;
        }
        return place_.item ? std::optional(BlockKind::ListItem) : std::nullopt;
    }

    static std::string_view trim_lines(std::string_view text) {
        while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) {
            text.remove_prefix(1);
        }
        while (!text.empty() &&
               (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
            text.remove_suffix(1);
        }
        return text;
    }

    void add_text(const xmlNode& node) {
        const std::string_view text = node_text(node);
        if (text.empty()) {
            return;
        }
        const bool blank = trim(text).empty();
        after_break_ = after_break_ && blank;
        cell_filled_ = cell_filled_ || !blank;
        has_plain_text_ = has_plain_text_ || (!blank && !place_.formatted);
        text_ += text;
        link_bytes_ += place_.link && !blank ? text.size() : 0;
    }

    void end_cell() {
        cells_ += cell_filled_ ? 1 : 0;
        cell_filled_ = false;
        text_ += ' ';
    }

    void line_break() {
        if (place_.pre) {
            text_ += '\n';
            return;
        }
        // Old pages set headline and date off by a font and one break.
        constexpr std::size_t longest_label_bytes = 200;
        const bool label = !has_plain_text_ && text_.size() <= longest_label_bytes;
        if (after_break_ || label) {
            flush();
            return;
        }
        text_ += ' ';
        after_break_ = true;
    }

    const std::function<Treatment(const xmlNode&)>& treat_;
    std::vector<TextBlock> blocks_;
    std::string text_;
    Place place_;
    std::size_t link_bytes_ = 0;
    int cells_ = 0;  ///< with text, in the row so far
    bool cell_filled_ = false;
    bool after_break_ = false;
    bool has_plain_text_ = false;  ///< in the block so far, outside of <b>, <font> and the like
};

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

bool is_block_element(std::string_view name) noexcept {
    return contains(kBlocks, name);
}

bool is_unreadable_element(std::string_view name) noexcept {
    return contains(kUnreadable, name);
}

std::vector<TextBlock> text_blocks_below(const xmlNode& root,
                                         const std::function<Treatment(const xmlNode&)>& treat) {
    BlockBuilder builder(treat);
    builder.add(root);
    builder.flush();
    return builder.take();
}

std::vector<std::string> paragraphs_below(const xmlNode& root,
                                          const std::function<bool(const xmlNode&)>& skip) {
    std::vector<std::string> paragraphs;
    for (TextBlock& block : text_blocks_below(root, [&skip](const xmlNode& node) {
             return skip(node) ? Treatment::Skip : Treatment::Keep;
         })) {
        paragraphs.push_back(std::move(block.text));
    }
    return paragraphs;
}

std::vector<std::string> paragraphs_of_html(std::string_view html) {
    // A body of its own keeps libxml2 from moving leading elements such as <title> into a head.
    const HtmlDocument document = parse_html("<html><body>" + std::string(html));
    const xmlNode* root =
        document.tree == nullptr ? nullptr : xmlDocGetRootElement(document.tree.get());
    if (root == nullptr) {
        return {};
    }
    return paragraphs_below(*root, [](const xmlNode& node) {
        const std::string_view name = element_name(node);
        return name == "figcaption" || name == "noscript";
    });
}

bool looks_like_html(std::string_view text) noexcept {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '<') {
            const std::size_t name = i + (text[i + 1] == '/' ? 2 : 1);
            const std::size_t end = text.find_first_of("<>", i + 1);
            if (is_letter(text[name]) && end != std::string_view::npos && text[end] == '>') {
                return true;
            }
        }
        if (text[i] == '&' && (text[i + 1] == '#' || is_letter(text[i + 1]))) {
            const std::size_t end = text.substr(i + 1, 10).find_first_of(" ;");
            if (end != std::string_view::npos && text[i + 1 + end] == ';') {
                return true;
            }
        }
    }
    return false;
}

std::vector<std::string> paragraphs_of_text(std::string_view text) {
    constexpr std::size_t long_line_bytes = 90;
    const std::vector<std::string_view> lines = lines_of(text);
    const auto is_filled = [](std::string_view line) { return !line.empty(); };
    const auto is_long = [](std::string_view line) { return line.size() > long_line_bytes; };
    const auto filled = std::count_if(lines.begin(), lines.end(), is_filled);
    const auto long_lines = std::count_if(lines.begin(), lines.end(), is_long);
    const auto first = std::find_if(lines.begin(), lines.end(), is_filled);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), is_filled).base();
    const bool blank_inside = last - first > filled;
    const bool line_by_line = !blank_inside && 2 * long_lines >= filled;

    std::vector<std::string> paragraphs;
    std::string paragraph;
    const auto flush = [&] {
        if (!paragraph.empty()) {
            paragraphs.push_back(collapse_spaces(paragraph));
            paragraph.clear();
        }
    };
    for (const std::string_view line : lines) {
        if (line.empty() || line_by_line) {
            flush();
        }
        paragraph += paragraph.empty() || line.empty() ? "" : " ";
        paragraph += line;
    }
    flush();
    return paragraphs;
}

}  // namespace dateline::source
