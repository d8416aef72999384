// The caret below a query.
#include "query/parse/describe.hpp"

#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"

#include <algorithm>

namespace dateline::parse {
namespace {

/// Columns of a terminal that `c` takes (Unicode 15, EastAsianWidth.txt, in coarse blocks).
std::size_t columns_of(char32_t c) noexcept {
    if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) ||
        (c >= 0xFE00 && c <= 0xFE0F)) {
        return 0;
    }
    const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                      (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                      (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
                      (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        columns += columns_of(decoded.code_point);
        i += decoded.size_bytes;
    }
    return columns;
}

}  // namespace

std::string caret_line(std::string_view text, const Problem& problem) {
    const std::size_t begin = std::min(problem.span.offset_bytes, text.size());
    const std::size_t end = begin + std::min(problem.span.size_bytes, text.size() - begin);
    const std::string before = printable_line(text.substr(0, begin));
    const std::string marked = printable_line(text.substr(begin, end - begin));
    const std::size_t size = std::max<std::size_t>(columns_of(marked), 1);
    return before + marked + printable_line(text.substr(end)) + "\n" +
           std::string(columns_of(before), ' ') + "^" + std::string(size - 1, '~') + "\n";
}

}  // namespace dateline::parse
