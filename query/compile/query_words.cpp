// Query words to index forms.
#include "query/compile/query_words.hpp"

#include "common/schema/fields.hpp"
#include "common/text/word_codes.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace dateline::compile {

std::vector<QueryToken> QueryWords::tokens(std::string_view text) {
    tokenizer_.tokenize(text, list_);
    std::vector<QueryToken> tokens;
    for (const text::Token& token : list_.tokens()) {
        tokens.push_back({std::string(list_.folded(token)),
                          std::string(list_.exact(token)),
                          token.kind == text::TokenKind::Character,
                          token.joined,
                          token.mark});
    }
    return tokens;
}

std::vector<std::string> QueryWords::stems(const std::string& language, const QueryToken& token) {
    return stemmer_.stems(language, token.folded, token.exact);
}

std::vector<StemGroup> QueryWords::stem_groups(const QueryToken& token) {
    std::vector<StemGroup> groups;
    for (const std::string& language : languages_) {
        std::vector<std::string> found = stems(language, token);
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const StemGroup& group) {
            return group.stems == found;
        });
        if (same != groups.end()) {
            same->languages.push_back(language);
        } else {
            groups.push_back({std::move(found), {language}});
        }
    }
    return groups;
}

std::vector<text::CodeSet> code_sequence(const std::vector<QueryToken>& tokens,
                                         const std::vector<std::string>& last_words) {
    const auto codes_of = [](const std::string& folded, bool is_character) {
        text::CodeSet codes(1);
        text::append_code(codes.front(), folded, is_character);
        if (codes.front().size() > 3) {  // a hash: the word may be spelled out instead
            text::append_spelled_code(codes.emplace_back(), folded);
        }
        return codes;
    };
    std::vector<text::CodeSet> sequence;
    sequence.reserve(tokens.size());
    for (const QueryToken& token : tokens) {
        sequence.push_back(codes_of(token.folded, token.is_character));
    }
    if (!last_words.empty() && !sequence.empty()) {
        sequence.back().clear();
        for (const std::string& word : last_words) {
            for (std::string& code : codes_of(word, false)) {
                sequence.back().push_back(std::move(code));
            }
        }
    }
    return sequence;
}

std::vector<std::string> index_languages(const storage::IndexReader& reader) {
    const std::string prefix(schema::field(schema::FieldId::Lang).id_prefix);
    std::vector<std::pair<std::uint64_t, std::string>> counted;
    for (const std::string& term :
         reader.terms_with_prefix(prefix, std::numeric_limits<std::uint32_t>::max())) {
        const std::string code = term.substr(prefix.size());
        if (code.find('-') == std::string::npos) {
            counted.emplace_back(reader.term_frequency(term), code);
        }
    }
    std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::string> languages;
    languages.reserve(counted.size());
    for (auto& entry : counted) {
        languages.push_back(std::move(entry.second));
    }
    if (languages.empty()) {
        languages.emplace_back(schema::kUnknownLanguage);
    }
    return languages;
}

}  // namespace dateline::compile
