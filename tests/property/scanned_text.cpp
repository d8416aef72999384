// Tokens and counts of one article.
#include "tests/property/scanned_text.hpp"

#include <set>

namespace dateline::property {
namespace {

void add(std::map<std::string, WordCount>& counts,
         const std::string& word,
         bool in_title,
         std::uint64_t times,
         ScanArticle& scanned) {
    WordCount& count = counts[word];
    count.whole += in_title ? 2 * times : times;
    count.title += in_title ? times : 0;
    scanned.length += in_title ? 3 * times : times;
}

}  // namespace

std::vector<ScanToken> TextScanner::tokens(std::string_view text) {
    tokenizer_.tokenize(text, list_);
    std::vector<ScanToken> tokens;
    for (const text::Token& token : list_.tokens()) {
        tokens.push_back({std::string(list_.folded(token)),
                          std::string(list_.exact(token)),
                          token.kind == text::TokenKind::Character,
                          token.joined,
                          token.mark,
                          {}});
    }
    return tokens;
}

std::vector<std::string> TextScanner::stems(const ScanToken& token,
                                            const std::vector<std::string>& languages) {
    std::set<std::string> stems;
    for (const std::string& language : languages) {
        const std::vector<std::string>& found = stemmer_.stems(language, token.folded, token.exact);
        stems.insert(found.begin(), found.end());
    }
    return {stems.begin(), stems.end()};
}

void TextScanner::scan_part(const std::string& part, bool in_title, ScanArticle& scanned) {
    std::vector<ScanToken> tokens = this->tokens(part);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        ScanToken& token = tokens[i];
        if (token.is_character) {
            add(scanned.words, token.folded, in_title, 0, scanned);
            if (i > 0 && tokens[i - 1].is_character && token.joined) {
                add(scanned.words, tokens[i - 1].folded + token.folded, in_title, 1, scanned);
            }
            continue;
        }
        token.stems = stemmer_.stems(scanned.article.lang, token.folded, token.exact);
        std::erase(token.stems, token.folded);
        add(scanned.words, token.folded, in_title, 1, scanned);
        for (const std::string& stem : token.stems) {
            add(scanned.stems, stem, in_title, 1, scanned);
        }
    }
    for (const text::RunWord& run : list_.run_words()) {
        std::string word;
        for (std::uint32_t i = 0; i < run.size_tokens; ++i) {
            word += tokens[run.first_token + i].folded;
        }
        add(scanned.words, word, in_title, 1, scanned);
    }
    scanned.tokens += tokens.size();
    scanned.parts.push_back(std::move(tokens));
}

ScanArticle TextScanner::scan(const Article& article, const std::string& public_id) {
    ScanArticle scanned;
    scanned.article = article;
    scanned.id = public_id;
    scan_part(article.title, true, scanned);
    for (const std::string& paragraph : article.paragraphs) {
        scan_part(paragraph, false, scanned);
    }
    return scanned;
}

}  // namespace dateline::property
