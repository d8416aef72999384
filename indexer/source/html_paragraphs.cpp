// Mark-up turned into paragraphs of plain text.
#include "indexer/source/html_paragraphs.hpp"

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

constexpr std::array<std::string_view, 25> kUnreadable = {
    "applet", "audio",  "base",   "button", "canvas",  "embed",    "head",     "iframe", "input",
    "link",   "map",    "math",   "meta",   "noembed", "noframes", "noscript", "object", "option",
    "param",  "script", "select", "style",  "svg",     "template", "textarea"};

static_assert(std::is_sorted(kBlocks.begin(), kBlocks.end()));
static_assert(std::is_sorted(kUnreadable.begin(), kUnreadable.end()));

/// Collects text of inline elements until a block border.
class ParagraphBuilder {
public:
    explicit ParagraphBuilder(const std::function<bool(const xmlNode&)>& skip) : skip_(skip) {}

    void add(const xmlNode& node) {
        add_text(node);
        const std::string_view name = element_name(node);
        if (name == "br") {
            line_break();
            return;
        }
        if (!name.empty() && (is_unreadable_element(name) || skip_(node))) {
            // What is left out still separates the words around it.
            text_ += ' ';
            return;
        }
        const bool block = is_block_element(name);
        const bool keeps_lines = name == "pre";
        if (block) {
            flush();
        }
        pre_depth_ += keeps_lines ? 1 : 0;
        for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
            add(*child);
        }
        if (name == "td" || name == "th") {
            text_ += ' ';
        }
        if (block) {
            flush();
        }
        pre_depth_ -= keeps_lines ? 1 : 0;
    }

    void flush() {
        std::string paragraph =
            pre_depth_ > 0 ? std::string(trim_lines(text_)) : collapse_spaces(text_);
        if (!trim(paragraph).empty()) {
            paragraphs_.push_back(std::move(paragraph));
        }
        text_.clear();
        after_break_ = false;
    }

    std::vector<std::string> take() { return std::move(paragraphs_); }

private:
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
        after_break_ = after_break_ && trim(text).empty();
        text_ += text;
    }

    void line_break() {
        if (pre_depth_ > 0) {
            text_ += '\n';
            return;
        }
        if (after_break_) {
            flush();
            return;
        }
        text_ += ' ';
        after_break_ = true;
    }

    const std::function<bool(const xmlNode&)>& skip_;
    std::vector<std::string> paragraphs_;
    std::string text_;
    int pre_depth_ = 0;
    bool after_break_ = false;
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

std::vector<std::string> paragraphs_below(const xmlNode& root,
                                          const std::function<bool(const xmlNode&)>& skip) {
    ParagraphBuilder builder(skip);
    builder.add(root);
    builder.flush();
    return builder.take();
}

std::vector<std::string> paragraphs_of_html(std::string_view html) {
    // A body of its own keeps libxml2 from moving leading elements such as <title> into a head.
    const HtmlDocument document = parse_html("<html><body>" + std::string(html));
    const xmlNode* root =
        document.tree == nullptr ? nullptr : xmlDocGetRootElement(document.tree.get());
    if (root == nullptr) {
        return {};
    }
    return paragraphs_below(*root,
                            [](const xmlNode& node) { return element_name(node) == "figcaption"; });
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
