// What the tests of marked texts share: marks to names, and names to marks.
#pragma once

#include "indexer/analysis/name_mentions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::testing {

/// A text without its marks, and what they said.
struct ExpectedNames {
    std::string text;
    std::vector<std::string> found;   ///< `P:Angela Merkel@12`: letter, name, start in bytes
    std::vector<std::string> missed;  ///< likewise, of names that are known to be missed
};

/// The letter of marks for a name's type: P, L or O.
inline char mark_of(MentionType type) {
    return type == MentionType::Person ? 'P' : type == MentionType::Place ? 'L' : 'O';
}

/// One name as ExpectedNames has them.
inline std::string shown_name(char mark, std::string_view name, std::size_t start_bytes) {
    return std::string(1, mark) + ':' + std::string(name) + '@' + std::to_string(start_bytes);
}

/// Takes the marks out of `marked`.
inline ExpectedNames without_marks(std::string_view marked) {
    ExpectedNames expected;
    for (std::size_t at = 0; at < marked.size();) {
        const bool opens = (marked[at] == '[' || marked[at] == '{') && at + 2 < marked.size() &&
                           marked[at + 2] == ':';
        if (!opens) {
            expected.text += marked[at++];
            continue;
        }
        const char close = marked[at] == '[' ? ']' : '}';
        const std::size_t end = marked.find(close, at);
        const std::string_view name = marked.substr(at + 3, end - at - 3);
        auto& list = close == ']' ? expected.found : expected.missed;
        list.push_back(shown_name(marked[at + 1], name, expected.text.size()));
        expected.text += name;
        at = end + 1;
    }
    return expected;
}

/// `mentions` of `text` as ExpectedNames has names.
inline std::vector<std::string> shown_names(std::string_view text,
                                            const std::vector<analysis::NameMention>& mentions) {
    std::vector<std::string> shown;
    for (const analysis::NameMention& mention : mentions) {
        const auto [start, end] = mention.range;
        shown.push_back(shown_name(mark_of(mention.type), text.substr(start, end - start), start));
    }
    return shown;
}

}  // namespace dateline::testing
