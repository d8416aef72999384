// Cuts a query into quoted phrases, parentheses, bars, and runs of other text.
#pragma once

#include "query/parse/problem_list.hpp"
#include "query/parse/source_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::parse {

enum class TokenKind {
    Text,    ///< a run without white space, quotes, parentheses and bars
    Phrase,  ///< quoted text, with its quotes
    Open,    ///< `(`
    Close,   ///< `)`
    Bar,     ///< `|`
    End,     ///< behind the last token
};

/// One token; [begin, end) are positions in SourceText::text().
struct Token {
    TokenKind kind = TokenKind::End;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool glued = false;  ///< nothing stands between this token and the one before
    std::string
        phrase;  ///< Phrase: the text between the quotes as typed, escapes undone, blanks collapsed
};

/// All tokens of `source`, closed by one End. Runs that are only punctuation (`-`, `—`, `&`) and
/// have no meaning as an operator are left out. Any double quote closes any other; `\"` and `\\`
/// inside quotes stand for `"` and `\`. An unclosed quote is reported and ends the tokens; with
/// `lenient` it is closed at the end of the text, with a warning.
[[nodiscard]] std::vector<Token> cut_tokens(const SourceText& source,
                                            ProblemList& problems,
                                            bool lenient);

}  // namespace dateline::parse
