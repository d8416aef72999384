// Finds the words of a query in an article's stored text, and cuts snippets around them.
#pragma once

#include "common/article/article.hpp"
#include "query/compile/compiler.hpp"
#include "query/parse/tree.hpp"
#include "query/search/answer.hpp"

#include <string>
#include <vector>

namespace dateline::search {

/// Marks the words that a query wants (not those it excludes), by the same tokenizer and stems as
/// the index. Not thread-safe.
class Highlighter {
public:
    /// @param tree      the query as it is searched
    /// @param compiler  must outlive this object
    Highlighter(const parse::Node& tree, compile::Compiler& compiler);

    /// The title of `article`, whole, with marks.
    [[nodiscard]] Snippet title(const Article& article);

    /// Up to `limit` pieces of the body, each some sentences of about `size_bytes`, best first:
    /// those with the most different wanted words. Without any wanted word: the beginning of the
    /// body.
    [[nodiscard]] std::vector<Snippet> body(const Article& article,
                                            std::size_t limit,
                                            std::size_t size_bytes);

    /// Every range of `part`, a text in `language`, that the query wants; ascending, not
    /// overlapping.
    [[nodiscard]] std::vector<Mark> marks(const std::string& part,
                                          const std::string& language,
                                          bool in_title);

private:
    /// A wanted word or phrase.
    struct Pattern {
        std::size_t number = 0;  ///< of the leaf it came from
        std::vector<compile::QueryToken> tokens;
        bool by_stem = false;              ///< a single word that any of its stems may stand for
        std::vector<std::string> forms{};  ///< folded words that may stand for the last token
        bool prefix = false;
        bool exact = false;
        bool in_title = true;
        bool in_body = true;
    };

    /// A place where a pattern stands.
    struct Found {
        Mark mark;
        std::size_t pattern = 0;
    };

    void add_patterns(const parse::Node& node, compile::Compiler& compiler);
    [[nodiscard]] bool matches(const Pattern& pattern,
                               std::size_t first,
                               const std::string& language);
    [[nodiscard]] std::vector<Found> find(const std::string& part,
                                          const std::string& language,
                                          bool in_title);

    /// The marks of `found`, overlapping ones joined.
    [[nodiscard]] static std::vector<Mark> joined(const std::vector<Found>& found);

    compile::Compiler& compiler_;
    std::vector<Pattern> patterns_;
    text::TokenList list_;
};

}  // namespace dateline::search
