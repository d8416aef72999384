// Why an article is a hit: which clauses of the query hold where in it.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/compile/compiler.hpp"
#include "query/search/answer.hpp"
#include "query/search/highlight.hpp"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace dateline::search {

/// Looks for the clauses of one query in stored articles. Not thread-safe.
class MatchFinder {
public:
    /// @param tree      the query as it is searched
    /// @param compiler  must outlive this object, as must `reader`
    MatchFinder(const parse::Node& tree,
                compile::Compiler& compiler,
                const storage::IndexReader& reader);

    /// The clauses that hold in `article`, in the order of the query; nothing is said of what the
    /// query excludes. Words are found by sentence, names by their mentions.
    [[nodiscard]] std::vector<ClauseMatch> find(const Article& article);

private:
    /// One clause: a leaf, or what asks for several of them together.
    struct Clause {
        parse::Node node;
        std::string text;                               ///< canonical
        std::unique_ptr<Highlighter> highlighter{};     ///< of its words
        std::set<std::string, std::less<>> entities{};  ///< keys of the names it stands for
    };

    void add_clauses(const parse::Node& node);
    void add_leaf(const parse::Node& node);
    [[nodiscard]] std::vector<ClausePlace> places(const Clause& clause, const Article& article);
    void find_words(const Clause& clause, const Article& article, std::vector<ClausePlace>& places);
    void find_names(const Clause& clause, const Article& article, std::vector<ClausePlace>& places);
    void find_periods(const Clause& clause,
                      const Article& article,
                      std::vector<ClausePlace>& places);
    [[nodiscard]] ClausePlace mention_place(const Article& article, const Mention& mention);
    [[nodiscard]] Snippet sentence_at(const std::string& paragraph, Mark mark);

    compile::Compiler& compiler_;
    const storage::IndexReader& reader_;
    std::vector<Clause> clauses_;
    text::TokenList list_;
};

}  // namespace dateline::search
