// The little of XML that corpora in fixed forms need: tags, attributes, entities.
#include "indexer/train/marked_up.hpp"

#include <array>
#include <utility>

namespace dateline::train {

std::string decode_entities(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> entities{{
        {"&amp;", "&"},
        {"&lt;", "<"},
        {"&gt;", ">"},
        {"&quot;", "\""},
        {"&apos;", "'"},
    }};
    std::string result;
    while (!text.empty()) {
        std::size_t size = 1;
        std::string_view plain = text.substr(0, 1);
        for (const auto& [code, sign] : entities) {
            if (text.starts_with(code)) {
                size = code.size();
                plain = sign;
            }
        }
        result += plain;
        text.remove_prefix(size);
    }
    return result;
}

std::string attribute_of(std::string_view tag, std::string_view name) {
    const std::string opening = " " + std::string(name) + "=\"";
    const std::size_t at = tag.find(opening);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::size_t begin = at + opening.size();
    return decode_entities(tag.substr(begin, tag.find('"', begin) - begin));
}

std::string_view element_of(std::string_view tag) {
    return tag.substr(0, tag.find_first_of(" \n", 1));
}

void for_each_tag(std::string_view xml,
                  const std::function<void(std::string_view tag, std::string_view text)>& take) {
    std::size_t at = xml.find('<');
    while (at != std::string_view::npos) {
        const std::size_t end = xml.find('>', at);
        if (end == std::string_view::npos) {
            break;
        }
        const std::size_t next = xml.find('<', end);
        const std::size_t size =
            next == std::string_view::npos ? xml.size() - end - 1 : next - end - 1;
        take(xml.substr(at + 1, end - at - 1), xml.substr(end + 1, size));
        at = next;
    }
}

}  // namespace dateline::train
