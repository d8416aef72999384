// Small operations on article values.
#include "common/article/article.hpp"

#include <algorithm>

namespace dateline {

std::string describe(const Locator& locator) {
    std::string text = locator.file;
    if (!locator.member.empty()) {
        text += "!/" + locator.member;
    }
    if (locator.offset_bytes != 0) {
        text += " at byte " + std::to_string(locator.offset_bytes);
    }
    return text;
}

std::string full_text(const Article& article) {
    std::string text = article.title;
    for (const std::string& paragraph : article.paragraphs) {
        if (!text.empty()) {
            text += "\n\n";
        }
        text += paragraph;
    }
    return text;
}

void add_warning(Article& article, std::string_view code, std::uint64_t count) {
    const auto found = std::find_if(article.warnings.begin(),
                                    article.warnings.end(),
                                    [&](const Warning& warning) { return warning.code == code; });
    if (found != article.warnings.end()) {
        found->count += count;
    } else {
        article.warnings.push_back({std::string(code), count});
    }
}

std::uint64_t text_bytes(const Article& article) noexcept {
    std::uint64_t bytes = article.title.size();
    for (const std::string& paragraph : article.paragraphs) {
        bytes += paragraph.size();
    }
    return bytes;
}

}  // namespace dateline
