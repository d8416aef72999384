// Texts with names marked in brackets, so that a test shows what it is about.
#pragma once

#include "indexer/analysis/name_mentions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::testing {

/// A text and the names in it.
struct MarkedText {
    std::string text;
    std::vector<analysis::NameMention> mentions;
};

/// Reads `marked`: `[President|Putin]` is a person with a title, `[Putin]` one without, `{Texaco}`
/// an organisation, `<Paris>` a place.
[[nodiscard]] inline MarkedText read_marked(std::string_view marked) {
    MarkedText result;
    analysis::NameMention mention;
    const auto here = [&] { return static_cast<std::uint32_t>(result.text.size()); };
    for (const char byte : marked) {
        switch (byte) {
            case '[':
            case '{':
            case '<':
                mention = {};
                mention.type = byte == '[' ? MentionType::Person
                                           : (byte == '{' ? MentionType::Org : MentionType::Place);
                mention.range.start_bytes = here();
                break;
            case '|':
                mention.honorific = {mention.range.start_bytes, here()};
                result.text += ' ';
                mention.range.start_bytes = here();
                break;
            case ']':
            case '}':
            case '>':
                mention.range.end_bytes = here();
                result.mentions.push_back(mention);
                break;
            default:
                result.text += byte;
        }
    }
    return result;
}

}  // namespace dateline::testing
