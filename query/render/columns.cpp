// Widths by ranges of code points; greedy line breaking.
#include "query/render/columns.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace dateline::render {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Marks above or below another character, joiners and variation selectors, ascending.
constexpr std::array<Range, 30> kNoColumns = {{
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},   {0x05BF, 0x05BF},   {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x0610, 0x061A}, {0x064B, 0x065F},   {0x0670, 0x0670},   {0x06D6, 0x06DC},
    {0x06DF, 0x06E4}, {0x0900, 0x0902}, {0x093A, 0x093A},   {0x093C, 0x093C},   {0x0941, 0x0948},
    {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E},   {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x20D0, 0x20FF},   {0x302A, 0x302D},   {0x3099, 0x309A},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF},
}};

/// East Asian wide and full-width characters and emoji, ascending.
constexpr std::array<Range, 18> kTwoColumns = {{
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x17000, 0x18CFF},
    {0x1B000, 0x1B2FF},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD},
}};

bool is_in(char32_t c, std::span<const Range> ranges) noexcept {
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), c, [](char32_t value, const Range& range) {
            return value < range.first;
        });
    return after != ranges.begin() && c <= std::prev(after)->last;
}

/// Greedy breaking, one character at a time.
class LineBreaker {
public:
    LineBreaker(std::string_view text, std::size_t limit_columns)
        : text_(text), limit_(std::max<std::size_t>(limit_columns, 2)) {}

    std::vector<std::pair<std::size_t, std::size_t>> run() {
        for (std::size_t i = 0; i < text_.size();) {
            const DecodedCodePoint decoded = decode_utf8(text_, i);
            if (decoded.code_point == ' ' || decoded.code_point == '\n') {
                note_space(i, decoded.code_point == '\n');
            } else {
                add(i, columns_of(decoded.code_point));
            }
            i += decoded.size_bytes;
        }
        end_line(text_.size());
        return std::move(lines_);
    }

private:
    /// A space, or the start of a wide character, where a line may end.
    struct Chance {
        std::size_t end;      ///< where the line would end
        std::size_t resume;   ///< where the next one would start
        std::size_t columns;  ///< taken before `resume`
    };

    void note_space(std::size_t at, bool must) {
        if (must) {
            end_line(at);
            begin_ = at + 1;
        } else if (columns_ == 0) {
            begin_ = at + 1;  // a line does not start with a space
        } else {
            const std::size_t end = after_space_ ? chance_.end : at;
            ++columns_;
            chance_ = {end, at + 1, columns_};
            after_space_ = true;
        }
    }

    void add(std::size_t at, std::size_t columns) {
        const bool border = columns == 2 || last_columns_ == 2;
        if (border && columns > 0 && columns_ > 0 && !after_space_) {
            chance_ = {at, at, columns_};
        }
        after_space_ = false;
        if (columns_ + columns > limit_) {
            if (chance_.end > begin_) {
                lines_.emplace_back(begin_, chance_.end);
                begin_ = chance_.resume;
                columns_ -= chance_.columns;
            }
            if (columns_ + columns > limit_) {  // a word longer than a line
                lines_.emplace_back(begin_, at);
                begin_ = at;
                columns_ = 0;
            }
            chance_ = {};
        }
        columns_ += columns;
        last_columns_ = columns == 0 ? last_columns_ : columns;
    }

    void end_line(std::size_t at) {
        const std::size_t end = after_space_ ? chance_.end : at;
        if (columns_ > 0 && end > begin_) {
            lines_.emplace_back(begin_, end);
        }
        chance_ = {};
        columns_ = 0;
        last_columns_ = 0;
        after_space_ = false;
    }

    std::string_view text_;
    std::size_t limit_;
    std::vector<std::pair<std::size_t, std::size_t>> lines_;
    std::size_t begin_ = 0;         ///< of the current line
    std::size_t columns_ = 0;       ///< of the current line so far
    std::size_t last_columns_ = 0;  ///< of the last character that has any
    Chance chance_{};
    bool after_space_ = false;
};

}  // namespace

std::size_t columns_of(char32_t code_point) noexcept {
    if (is_in(code_point, kNoColumns)) {
        return 0;
    }
    return is_in(code_point, kTwoColumns) ? 2 : 1;
}

std::size_t columns_of(std::string_view text) noexcept {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        columns += columns_of(decoded.code_point);
        i += decoded.size_bytes;
    }
    return columns;
}

std::string cut_to_columns(std::string_view text, std::size_t limit_columns) {
    std::size_t columns = 0;
    std::size_t keep = 0;  // bytes that leave a column for the ellipsis
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        columns += columns_of(decoded.code_point);
        i += decoded.size_bytes;
        if (columns + 1 <= limit_columns) {
            keep = i;
        }
        if (columns > limit_columns) {
            return std::string(text.substr(0, keep)) + (limit_columns > 0 ? "…" : "");
        }
    }
    return std::string(text);
}

std::vector<std::pair<std::size_t, std::size_t>> break_lines(std::string_view text,
                                                             std::size_t limit_columns) {
    return LineBreaker(text, limit_columns).run();
}

}  // namespace dateline::render
