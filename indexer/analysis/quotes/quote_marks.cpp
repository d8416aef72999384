// One pass over the quotation marks of a text.
#include "indexer/analysis/quotes/quote_marks.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace dateline::analysis {
namespace {

/// The marks that open a quote and those that close it.
struct MarkRow {
    std::string_view open;
    std::array<std::string_view, 3> close;
};

// „ before “, so that “ closes what „ opened; `"` may close what a curly mark opened, and „ what
// nothing else does.
constexpr std::array<MarkRow, 9> kMarks = {{
    {"\u201E", {"\u201C", "\u201D", "\""}},
    {"\u201C", {"\u201D", "\"", ""}},
    {"\u00AB", {"\u00BB", "", ""}},
    {"\u00BB", {"\u00AB", "", ""}},
    {"\u300C", {"\u300D", "", ""}},
    {"\u300E", {"\u300F", "", ""}},
    {"``", {"''", "\"", ""}},
    {"\"", {"\"", "''", ""}},
    {"\uFF02", {"\uFF02", "", ""}},
}};

bool is_blank(char byte) noexcept {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/// Whether the text before `at` ends in white space, a bracket or a dash, or is empty.
bool at_word_start(std::string_view text, std::size_t at) {
    if (at == 0 || is_blank(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == '[' ||
        text[at - 1] == '-' || text[at - 1] == '/') {
        return true;
    }
    const std::string_view before = text.substr(0, at);
    return before.ends_with("\u2014") || before.ends_with("\u2013") || before.ends_with("\u00A0") ||
           before.ends_with("\u3000") || before.ends_with("\u2018") || before.ends_with("\u202F");
}

bool blank_follows(std::string_view text, std::size_t at) {
    return at >= text.size() || is_blank(text[at]);
}

/// Marks whose two sides look the same.
bool is_straight(std::string_view mark) {
    return mark == "\"" || mark == "\uFF02";
}

/// Marks that open in one language and close in another.
bool needs_word_start(std::string_view mark) {
    return is_straight(mark) || mark == "\u00BB" || mark == "\u201C";
}

/// Marks that are written in each other, rather than forgotten.
bool may_nest(std::string_view mark) {
    return mark == "\u00AB" || mark == "\u300C" || mark == "\u300E";
}

class MarkScanner {
public:
    explicit MarkScanner(std::string_view text) : text_(text) {}

    std::vector<QuotedRange> scan() {
        for (std::size_t paragraph = 0; paragraph < text_.size();) {
            const std::size_t end = std::min(text_.find("\n\n", paragraph), text_.size());
            scan_paragraph(paragraph, end);
            paragraph = end + 2;
            if (open_ != nullptr && !goes_on(paragraph)) {
                close(end, end);
            }
        }
        if (open_ != nullptr) {
            close(text_.size(), text_.size());
        }
        return std::move(ranges_);
    }

private:
    [[nodiscard]] bool goes_on(std::size_t paragraph) const {
        return paragraph < text_.size() && text_.substr(paragraph).starts_with(open_->open);
    }

    void scan_paragraph(std::size_t begin, std::size_t end) {
        std::size_t at = begin;
        if (open_ != nullptr) {
            at += open_->open.size();  // the mark that says that the quote goes on
            depth_ = 1;
        }
        while (at < end) {
            const std::size_t size = step(at);
            at += size;
        }
    }

    /// Reads what stands at `at`; its size.
    std::size_t step(std::size_t at) {
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte != '"' && byte != '`' && byte != '\'' && byte < 0x80U) {
            return 1;
        }
        const std::string_view rest = text_.substr(at);
        if (open_ != nullptr) {
            for (const std::string_view mark : open_->close) {
                if (!mark.empty() && rest.starts_with(mark) && closes(mark, at)) {
                    if (--depth_ == 0) {
                        close(at, at + mark.size());
                    }
                    return mark.size();
                }
            }
        }
        for (const MarkRow& row : kMarks) {
            if (rest.starts_with(row.open)) {
                open(row, at);
                return row.open.size();
            }
        }
        return std::max<std::size_t>(decode_utf8(text_, at).size_bytes, 1);
    }

    /// Whether `mark` closes here: a straight one does not behind white space and before a word.
    [[nodiscard]] bool closes(std::string_view mark, std::size_t at) const {
        return !is_straight(mark) || !at_word_start(text_, at) ||
               blank_follows(text_, at + mark.size());
    }

    void open(const MarkRow& row, std::size_t at) {
        const std::size_t behind = at + row.open.size();
        const bool is_opening = (!needs_word_start(row.open) || at_word_start(text_, at)) &&
                                (row.open == "\u00AB" || !blank_follows(text_, behind));
        if (!is_opening) {
            return;
        }
        if (open_ == &row) {
            if (may_nest(row.open)) {
                ++depth_;
                return;
            }
            close(at, at);  // the closing mark is missing
        }
        if (open_ == nullptr) {
            open_ = &row;
            depth_ = 1;
            outer_start_ = at;
        }
    }

    void close(std::size_t end, std::size_t outer_end) {
        std::size_t start = outer_start_ + open_->open.size();
        open_ = nullptr;
        while (start < end && is_blank(text_[start])) {
            ++start;
        }
        while (end > start && is_blank(text_[end - 1])) {
            --end;
        }
        if (start < end) {
            ranges_.push_back({static_cast<std::uint32_t>(start),
                               static_cast<std::uint32_t>(end),
                               static_cast<std::uint32_t>(outer_start_),
                               static_cast<std::uint32_t>(outer_end)});
        }
    }

    std::string_view text_;
    const MarkRow* open_ = nullptr;  ///< what is open; the row it was opened by
    std::size_t outer_start_ = 0;
    std::size_t depth_ = 0;  ///< marks of one kind in each other
    std::vector<QuotedRange> ranges_;
};

}  // namespace

std::vector<QuotedRange> find_quoted_ranges(std::string_view text) {
    return MarkScanner(text).scan();
}

}  // namespace dateline::analysis
