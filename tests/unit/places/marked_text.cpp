// See the header.
#include "tests/unit/places/marked_text.hpp"

namespace dateline::analysis {

MarkedText read_marked(std::string_view marked) {
    MarkedText result;
    for (const char letter : marked) {
        switch (letter) {
            case '[':
            case '{':
            case '<': {
                NameMention mention;
                mention.type = letter == '['   ? MentionType::Place
                               : letter == '{' ? MentionType::Person
                                               : MentionType::Org;
                mention.range.start_bytes = static_cast<std::uint32_t>(result.text.size());
                result.mentions.push_back(mention);
                break;
            }
            case ']':
            case '}':
            case '>':
                result.mentions.back().range.end_bytes =
                    static_cast<std::uint32_t>(result.text.size());
                break;
            default:
                result.text += letter;
        }
    }
    return result;
}

const gazetteer::Gazetteer& shipped() {
    static const gazetteer::Gazetteer gazetteer = gazetteer::Gazetteer::open_installed();
    return gazetteer;
}

std::string path_text(gazetteer::PlaceIndex place) {
    std::string text;
    const std::vector<gazetteer::PlaceIndex> path = shipped().path(place);
    for (const gazetteer::PlaceIndex part : path) {
        const gazetteer::Place step = shipped().place(part);
        if (step.kind == gazetteer::PlaceKind::Continent && path.size() > 1) {
            continue;
        }
        text += (text.empty() ? "" : " > ") + std::string(step.name);
    }
    return text;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += (all.empty() ? "" : "; ") + text;
    }
    return all;
}

std::vector<std::string> resolved(std::string_view marked, const PlaceContext& context) {
    const MarkedText read = read_marked(marked);
    std::vector<std::string> texts;
    for (const ResolvedPlace& place :
         resolve_places(read.text, read.mentions, shipped(), context)) {
        texts.push_back(place.place ? path_text(*place.place) : place.id);
    }
    return texts;
}

}  // namespace dateline::analysis
