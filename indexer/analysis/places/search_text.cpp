// See the header.
#include "indexer/analysis/places/search_text.hpp"

#include "common/gazetteer/token_hash.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

SearchText::Tokens SearchText::tokens_in(ByteRange range) const noexcept {
    const auto first = std::lower_bound(starts.begin(), starts.end(), range.start_bytes);
    const auto end = std::lower_bound(first, starts.end(), range.end_bytes);
    return {static_cast<std::size_t>(first - starts.begin()),
            static_cast<std::size_t>(end - starts.begin())};
}

bool takes_article(const SearchText& text, SearchText::Tokens tokens) noexcept {
    static const gazetteer::TokenHash article = gazetteer::token_hash("the");
    // What stands before nouns takes their article: `the Niger delegation`.
    static constexpr std::array<std::string_view, 24> may_follow{
        "in",   "and",   "at",    "from", "to",      "is",   "was", "near",
        "for",  "by",    "where", "on",   "as",      "with", "has", "had",
        "that", "which", "or",    "into", "through", "but",  "are", "were"};
    if (tokens.first == 0 || tokens.end == tokens.first ||
        text.hashes[tokens.first - 1] != article) {
        return false;
    }
    if (tokens.end == text.hashes.size()) {
        return true;
    }
    const std::uint32_t next = text.starts[tokens.end];
    const char before = text.text[next - 1];
    if (before != ' ' || next < 2 || text.text[next - 2] == '.' || text.text[next - 2] == ',' ||
        text.text[next - 2] == ';' || text.text[next - 2] == ':') {
        return true;
    }
    const std::string_view rest = text.text.substr(next);
    return std::any_of(may_follow.begin(), may_follow.end(), [&](std::string_view word) {
        return rest.starts_with(word) && rest.size() > word.size() && rest[word.size()] == ' ';
    });
}

bool in_brackets(std::string_view text, ByteRange range) noexcept {
    return range.start_bytes > 0 && text[range.start_bytes - 1] == '(' &&
           text.substr(range.end_bytes).starts_with(")");
}

}  // namespace dateline::analysis
