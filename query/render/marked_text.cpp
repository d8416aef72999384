// Moves highlights through escaping, and turns them into escape sequences.
#include "query/render/marked_text.hpp"

#include "common/base/printable.hpp"

#include <algorithm>

namespace dateline::render {
namespace {

/// `text` in `style`, if it has any.
std::string styled(std::string_view text, std::string_view style, const Palette& palette) {
    if (style.empty() || text.empty()) {
        return std::string(text);
    }
    return std::string(style) + std::string(text) + std::string(palette.reset);
}

}  // namespace

MarkedText printable_marked(const search::Snippet& snippet) {
    const std::string_view text = snippet.text;
    MarkedText out;
    std::size_t at = 0;
    for (const auto& [first, last] : snippet.marks) {
        const std::size_t begin = std::clamp<std::size_t>(first, at, text.size());
        const std::size_t end = std::min<std::size_t>(last, text.size());
        if (begin >= end) {
            continue;
        }
        out.text += printable_line(text.substr(at, begin - at));
        const std::size_t from = out.text.size();
        out.text += printable_line(text.substr(begin, end - begin));
        out.marks.emplace_back(from, out.text.size());
        at = end;
    }
    out.text += printable_line(text.substr(at));
    return out;
}

Palette palette(bool color) noexcept {
    return color ? Palette{"\x1b[1m", "\x1b[1;31m", "\x1b[2m", "\x1b[4m", "\x1b[0m"} : Palette{};
}

std::string highlighted(const MarkedText& marked,
                        std::pair<std::size_t, std::size_t> range,
                        std::string_view base,
                        const Palette& palette) {
    const std::string_view text = marked.text;
    std::string out;
    std::size_t at = range.first;
    for (const auto& [first, last] : marked.marks) {
        const std::size_t begin = std::max(first, at);
        const std::size_t end = std::min(last, range.second);
        if (begin >= end) {
            continue;
        }
        out += styled(text.substr(at, begin - at), base, palette);
        out += styled(text.substr(begin, end - begin), palette.mark, palette);
        at = end;
    }
    out += styled(text.substr(at, range.second - at), base, palette);
    return out;
}

}  // namespace dateline::render
