// From one opening bracket to the next.
#include "indexer/analysis/angle_names.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

constexpr std::size_t kLongestSignBytes = 12;
constexpr std::size_t kLongestCompanyBytes = 80;

// What stands between a `<` and the next `>`, without them; empty if no `<` is at `open`.
ByteRange in_angles(std::string_view text, std::size_t open, std::size_t longest) {
    const std::string_view inside = text.substr(open + 1, longest + 1);
    const std::size_t close = inside.find_first_of("<>\n");
    if (close == std::string_view::npos || inside[close] != '>') {
        return {};
    }
    return {offset(open + 1), offset(open + 1 + close)};
}

bool is_sign(std::string_view inside) {
    return !inside.empty() && std::all_of(inside.begin(), inside.end(), [](char byte) {
        return is_capital(byte) || byte == '.' || (byte >= '0' && byte <= '9');
    });
}

bool is_company(std::string_view inside) {
    return inside.find(' ') != std::string_view::npos && is_capital(inside[0]) &&
           is_legal_form(last_word(inside));
}

}  // namespace

std::vector<NameMention> read_angles(std::string_view text, std::vector<NameMention> mentions) {
    std::vector<ByteRange> gone;
    std::vector<NameMention> companies;
    for (std::size_t open = text.find('<'); open != std::string_view::npos;
         open = text.find('<', open + 1)) {
        const ByteRange range = in_angles(text, open, kLongestCompanyBytes);
        const std::string_view inside = bytes_of(text, range);
        if (inside.size() <= kLongestSignBytes && is_sign(inside)) {
            gone.push_back(range);
        } else if (is_company(inside)) {
            gone.push_back(range);
            companies.push_back(organisation(range));
        }
    }
    if (gone.empty()) {
        return mentions;
    }
    std::erase_if(mentions, [&](const NameMention& mention) {
        const auto range =
            std::upper_bound(gone.begin(),
                             gone.end(),
                             mention.range.start_bytes,
                             [](std::uint32_t start, ByteRange r) { return start < r.end_bytes; });
        return range != gone.end() && range->start_bytes < mention.range.end_bytes;
    });
    mentions.insert(mentions.end(), companies.begin(), companies.end());
    std::sort(mentions.begin(), mentions.end(), [](const NameMention& a, const NameMention& b) {
        return a.range.start_bytes < b.range.start_bytes;
    });
    return mentions;
}

}  // namespace dateline::analysis
