// Finds the words of a query in an article's stored text, and cuts snippets around them.
#pragma once

#include "common/article/article.hpp"
#include "query/compile/compiler.hpp"
#include "query/parse/tree.hpp"
#include "query/search/answer.hpp"

#include <optional>
#include <set>
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
    /// those in which one of `places` lies (see Compiler::places()), then those with the most
    /// different wanted words. Without any wanted word: the beginning of the body.
    [[nodiscard]] std::vector<Snippet> body(const Article& article,
                                            const compile::Spans& places,
                                            std::size_t limit,
                                            std::size_t size_bytes);

    /// What the query wants in `text`, the title or a paragraph of `article`, which begins at
    /// `offset_bytes` of its full_text(); ascending, not overlapping.
    [[nodiscard]] std::vector<Mark> marks(const Article& article,
                                          const std::string& text,
                                          std::size_t offset_bytes,
                                          bool is_title);

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

    /// A wanted person, place or organisation.
    struct Name {
        std::size_t number = 0;  ///< of the leaf it came from, in the numbering of patterns
        parse::Node node;
        bool inside = false;  ///< places in these places, too
        std::optional<std::set<std::string>> keys{};
    };

    /// A piece of an article's full_text().
    struct Part {
        const std::string& text;
        std::size_t offset_bytes = 0;
        bool in_title = false;
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
    /// All places in `part`, ascending.
    [[nodiscard]] std::vector<Found> find(const Article& article, const Part& part);
    void find_names(const Article& article, const Part& part, std::vector<Found>& found);

    /// The marks of `found`, overlapping ones joined.
    [[nodiscard]] static std::vector<Mark> joined(const std::vector<Found>& found);

    compile::Compiler& compiler_;
    std::size_t leaves_ = 0;
    std::vector<Pattern> patterns_;
    std::vector<Name> names_;
    text::TokenList list_;
};

}  // namespace dateline::search
