// Small operations on article values.
#include "common/article/article.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <utility>

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

bool is_extracted(const Mention& mention) noexcept {
    return mention.method == "model" || mention.method == "rules" ||
           mention.method == "gazetteer" || !mention.given.empty();
}

bool is_extracted(const Quote& quote) noexcept {
    return quote.method == "rules";
}

std::vector<std::string> unresolved(const Article& article,
                                    MentionType type,
                                    const std::vector<std::string>& names) {
    std::vector<std::string> left;
    std::copy_if(names.begin(), names.end(), std::back_inserter(left), [&](const auto& name) {
        return std::none_of(
            article.mentions.begin(), article.mentions.end(), [&](const Mention& mention) {
                return mention.type == type && mention.given == name;
            });
    });
    return left;
}

bool is_heading(const Article& article, std::size_t number) noexcept {
    const auto block = std::lower_bound(
        article.blocks.begin(),
        article.blocks.end(),
        number,
        [](const Block& each, std::size_t wanted) { return each.paragraph < wanted; });
    return block != article.blocks.end() && block->paragraph == number &&
           block->kind == BlockKind::Heading;
}

std::size_t head_bytes(const Article& article) noexcept {
    std::size_t bytes = article.title.size();
    for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
        bytes += (bytes == 0 ? 0 : 2) + article.paragraphs[i].size();
        if (!is_heading(article, i)) {
            break;
        }
    }
    return bytes;
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

void set_evidence(Article& article, std::string_view field, std::string_view from) {
    const auto found = std::lower_bound(
        article.evidence.begin(),
        article.evidence.end(),
        field,
        [](const Evidence& evidence, std::string_view name) { return evidence.field < name; });
    if (found != article.evidence.end() && found->field == field) {
        found->from = from;
    } else {
        article.evidence.insert(found, {std::string(field), std::string(from)});
    }
}

void drop_blank_paragraphs(Article& article) {
    std::vector<Block> blocks;
    auto block = article.blocks.begin();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
        const bool blank = trim(article.paragraphs[i]).empty();
        for (; block != article.blocks.end() && block->paragraph <= i; ++block) {
            if (!blank && block->paragraph == i) {
                blocks.push_back({static_cast<std::uint32_t>(kept), block->kind});
            }
        }
        if (!blank) {
            if (kept != i) {
                article.paragraphs[kept] = std::move(article.paragraphs[i]);
            }
            ++kept;
        }
    }
    article.paragraphs.resize(kept);
    article.blocks = std::move(blocks);
}

std::uint64_t text_bytes(const Article& article) noexcept {
    std::uint64_t bytes = article.title.size();
    for (const std::string& paragraph : article.paragraphs) {
        bytes += paragraph.size();
    }
    return bytes;
}

}  // namespace dateline
