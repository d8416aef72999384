// Counts rows line by line.
#include "query/prompt/screen_rows.hpp"

#include "query/render/columns.hpp"

#include <algorithm>

namespace dateline::query {
namespace {

/// The columns of `line`, which has no line feed.
std::size_t shown_columns(std::string_view line) noexcept {
    std::size_t columns = 0;
    while (!line.empty()) {
        const std::size_t escape = std::min(line.find("\x1b["), line.size());
        columns += render::columns_of(line.substr(0, escape));
        line.remove_prefix(escape);
        if (!line.empty()) {
            const std::size_t end = line.find('m');
            line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
        }
    }
    return columns;
}

}  // namespace

std::size_t screen_rows(std::string_view text, std::size_t columns) noexcept {
    std::size_t rows = 0;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size());
        const std::size_t width = shown_columns(text.substr(0, size));
        rows += columns == 0 ? 1 : std::max<std::size_t>(1, (width + columns - 1) / columns);
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return rows;
}

}  // namespace dateline::query
