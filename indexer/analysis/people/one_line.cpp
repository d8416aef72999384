// White space in names: line feeds of headlines, and blanks that are no plain ones stay.
#include "indexer/analysis/people/one_line.hpp"

namespace dateline::analysis {

std::string one_line(std::string_view text, ByteRange range) {
    std::string line;
    for (const char byte : text.substr(range.start_bytes, range.end_bytes - range.start_bytes)) {
        const bool space = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
        if (!space) {
            line += byte;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (line.ends_with(' ')) {
        line.pop_back();
    }
    return line;
}

std::string name_in_line(std::string_view text, ByteRange range) {
    std::string name = one_line(text, range);
    for (const std::string_view ending : {"'s", "’s", "'S", "’S", "'", "’", ","}) {
        if (name.ends_with(ending)) {
            name.resize(name.size() - ending.size());
            break;
        }
    }
    return name;
}

}  // namespace dateline::analysis
