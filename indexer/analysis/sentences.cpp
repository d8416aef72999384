// Sentence borders come from common/text, so that the tagger and the snippets agree on them.
#include "indexer/analysis/sentences.hpp"

#include "common/base/hash.hpp"
#include "common/text/borders.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <span>

namespace dateline::analysis {

namespace {

constexpr std::uint32_t kMaxSentenceTokens = 400;

// Words of fewer letters are written small in headlines of American style.
constexpr std::uint32_t kMinTitleWordBytes = 4;

// The end of the line or of the table's cell that begins at `begin`: a line feed, a tab, or the
// first of three blanks.
std::size_t cell_end(std::string_view text, std::size_t begin) {
    std::size_t blanks = 0;
    for (std::size_t at = begin; at < text.size(); ++at) {
        if (text[at] == '\n' || text[at] == '\t') {
            return at;
        }
        blanks = text[at] == ' ' ? blanks + 1 : 0;
        if (blanks == 3) {
            return at - 2;
        }
    }
    return text.size();
}

// The tokenizer's objects, which each thread keeps: they are costly to fill and not thread-safe.
class SentenceFinder {
public:
    // Adds the search tokens of `text` to `result`; the byte offsets where sentences start.
    std::vector<std::uint32_t> run(std::string_view text, TokenizedText& result) {
        std::vector<std::uint32_t> offsets;
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = cell_end(text, begin);
            if (end > begin) {
                add_paragraph(text.substr(begin, end - begin), begin, offsets, result);
            }
            begin = end + 1;
        }
        return offsets;
    }

private:
    void add_paragraph(std::string_view paragraph,
                       std::size_t base,
                       std::vector<std::uint32_t>& offsets,
                       TokenizedText& result) {
        const auto offset = static_cast<std::uint32_t>(base);
        offsets.push_back(offset);
        tokenizer_.tokenize(paragraph, tokens_);
        for (const std::uint32_t token : text::sentence_starts(paragraph, tokens_)) {
            offsets.push_back(offset + tokens_.tokens()[token].start_bytes);
        }
        for (const text::Token& token : tokens_.tokens()) {
            result.search_hashes.push_back(hash64(tokens_.folded(token)));
            result.search_starts.push_back(offset + token.start_bytes);
        }
    }

    text::Tokenizer tokenizer_;
    text::TokenList tokens_;
};

// For each token the number of search tokens that start before it.
std::vector<std::uint32_t> search_before(const TokenizedText& text) {
    std::vector<std::uint32_t> first;
    first.reserve(text.tokens.size() + 1);
    std::uint32_t search = 0;
    for (const NameToken& token : text.tokens) {
        while (search < text.search_starts.size() &&
               text.search_starts[search] < token.start_bytes) {
            ++search;
        }
        first.push_back(search);
    }
    first.push_back(static_cast<std::uint32_t>(text.search_starts.size()));
    return first;
}

bool is_upper(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool is_lower(char letter) {
    return letter >= 'a' && letter <= 'z';
}

// Only ASCII letters are asked: a sentence without them has no case that the features would use.
SentenceCase case_of(std::string_view text, std::span<const NameToken> tokens) {
    std::size_t upper = 0;
    std::size_t lower = 0;
    std::size_t long_words = 0;
    std::size_t capitalised = 0;
    for (const NameToken& token : tokens) {
        if (token.kind != NameTokenKind::Word) {
            continue;
        }
        const std::string_view word =
            text.substr(token.start_bytes, token.end_bytes - token.start_bytes);
        upper += static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_upper));
        lower += static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_lower));
        if (word.size() >= kMinTitleWordBytes) {
            ++long_words;
            capitalised += is_lower(word[0]) ? 0U : 1U;
        }
    }
    // One lower-case letter in ten capitals is let pass: `McKAY WINS`.
    if (upper >= 6 && lower * 10 <= upper) {
        return SentenceCase::Upper;
    }
    return long_words >= 4 && capitalised * 10 >= long_words * 9 ? SentenceCase::Title
                                                                 : SentenceCase::Normal;
}

// Adds the sentences of tokens [first, end), a stretch between two borders.
void add_sentences(std::string_view text,
                   TokenizedText& result,
                   std::uint32_t first,
                   std::uint32_t end,
                   bool opens_paragraph) {
    while (first < end) {
        const std::uint32_t stop = std::min(end, first + kMaxSentenceTokens);
        const std::span<const NameToken> tokens =
            std::span<const NameToken>(result.tokens).subspan(first, stop - first);
        result.sentences.push_back({.first_token = first,
                                    .end_token = stop,
                                    .letter_case = case_of(text, tokens),
                                    .opens_paragraph = opens_paragraph});
        opens_paragraph = false;
        first = stop;
    }
}

// An opening quote or bracket before a sentence's first word belongs to that sentence.
bool opens(std::string_view text, const NameToken& token) {
    static constexpr std::string_view opening_list = "\"'([{";
    if (token.kind != NameTokenKind::Punctuation || !token.space_before) {
        return false;
    }
    const std::string_view sign =
        text.substr(token.start_bytes, token.end_bytes - token.start_bytes);
    return opening_list.find(sign[0]) != std::string_view::npos ||
           sign.starts_with("\xE2\x80\x9C") || sign.starts_with("\xE2\x80\x98");
}

}  // namespace

TokenizedText tokenize_names(std::string_view text) {
    thread_local SentenceFinder finder;
    TokenizedText result;
    result.tokens = cut_name_tokens(text);
    const std::vector<std::uint32_t> starts = finder.run(text, result);
    result.first_search = search_before(result);
    std::uint32_t first = 0;
    bool opens_paragraph = true;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const bool last = i + 1 == starts.size();
        const bool next_paragraph = !last && text[starts[i + 1] - 1] == '\n';
        const auto border = last
                                ? result.tokens.end()
                                : std::lower_bound(result.tokens.begin() + first,
                                                   result.tokens.end(),
                                                   starts[i + 1],
                                                   [](const NameToken& token, std::uint32_t start) {
                                                       return token.start_bytes < start;
                                                   });
        auto end = static_cast<std::uint32_t>(border - result.tokens.begin());
        while (!last && !next_paragraph && end > first + 1 && opens(text, result.tokens[end - 1])) {
            --end;
        }
        if (end > first) {
            add_sentences(text, result, first, end, opens_paragraph);
            first = end;
            opens_paragraph = next_paragraph;
        }
        opens_paragraph = opens_paragraph || next_paragraph;
    }
    return result;
}

}  // namespace dateline::analysis
