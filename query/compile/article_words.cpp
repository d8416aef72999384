// Reads an article's terms.
#include "query/compile/article_words.hpp"

#include "common/text/stop_words.hpp"

#include <algorithm>

namespace dateline::compile {
namespace {

/// Whether `term` is a word of the text: those have no prefix, and prefixes are capital letters.
bool is_word(const std::string& term) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; };
    return !term.empty() && !(term.front() >= 'A' && term.front() <= 'Z') &&
           std::any_of(term.begin(), term.end(), is_letter);
}

}  // namespace

std::map<std::string, ArticleWord> article_words(const Xapian::Document& document,
                                                 const std::string& language,
                                                 QueryWords& words) {
    std::map<std::string, ArticleWord> found;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        const std::uint64_t occurrences = term.get_wdf();
        const std::string word = *term;
        if (occurrences == 0 || !is_word(word) || text::is_stop_word(language, word)) {
            continue;
        }
        ArticleWord& entry = found[words.stems(language, {word, word}).front()];
        entry.occurrences += occurrences;
        if (occurrences > entry.of_word) {  // of equals the first in byte order
            entry.word = word;
            entry.of_word = occurrences;
        }
    }
    return found;
}

}  // namespace dateline::compile
