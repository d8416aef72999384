// From a query tree to a Xapian query for one shard.
#pragma once

#include "common/storage/index_reader.hpp"
#include "query/compile/check_source.hpp"
#include "query/compile/fuzzy_words.hpp"
#include "query/compile/names.hpp"
#include "query/compile/query_words.hpp"
#include "query/parse/tree.hpp"

#include <xapian.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dateline::compile {

/// Most terms that one wildcard may stand for.
inline constexpr std::size_t kMaxExpansions = 1000;

/// Most clauses of a query that are checked against token streams or stored text: phrases, `lead:`,
/// `body:`, exact words there. Each may look at every article that has its words.
inline constexpr std::size_t kMaxChecks = 64;

/// A clause with a name, and the entities it stands for.
struct NameReading {
    const schema::Field* field = nullptr;
    std::string clause;  ///< canonical text
    std::vector<FoundEntity> entities;
    std::vector<std::vector<std::string>>
        terms;  ///< for each entity those of the articles it stands for
};

/// A clause with `*` or `~`, and the words that it stands for.
struct WordReading {
    std::string clause;            ///< canonical text
    std::vector<FuzzyWord> words;  ///< sorted by the word; edits are 0 for those of a `*`
};

/// Compiles queries for the shards of one index snapshot. Not thread-safe.
class Compiler {
public:
    /// `reader` must outlive the compiler and its queries.
    explicit Compiler(const storage::IndexReader& reader);

    /// The tree as it will be searched: without the stop words of the language of most articles.
    /// Words that are dropped go to `dropped`.
    [[nodiscard]] parse::Node prepare(const parse::Node& tree, std::vector<std::string>& dropped);

    /// The query of `tree` for shard `shard`. Words weigh as BM25 (see TextWeight); every other
    /// clause only filters. Frequencies are those of the whole index.
    ///
    /// @throws Error (QuerySyntax): a wildcard or name with more than kMaxExpansions expansions, or
    /// a
    ///         word without letters and digits.
    [[nodiscard]] Xapian::Query compile(const parse::Node& tree, std::uint32_t shard);

    /// Whether any clause of `tree` gives a score.
    [[nodiscard]] static bool has_weight(const parse::Node& tree);

    /// How the clauses with names in `tree` are read.
    [[nodiscard]] std::vector<NameReading> read_names(const parse::Node& tree);

    /// What the clauses with `*` and `~` on the text in `tree` stand for.
    ///
    /// @throws Error (QuerySyntax) as compile() does.
    [[nodiscard]] std::vector<WordReading> read_words(const parse::Node& tree);

    [[nodiscard]] QueryWords& words() noexcept { return words_; }

    /// Folded words of the text that begin with `prefix`; sorted.
    /// @throws Error (QuerySyntax) if there are more than kMaxExpansions.
    [[nodiscard]] std::vector<std::string> expand(const std::string& term_prefix,
                                                  const std::string& prefix);

    /// Folded words behind `term_prefix` that at most `edits` edits turn `word` into; sorted.
    /// @throws Error (QuerySyntax) if there are more than kMaxExpansions.
    [[nodiscard]] const std::vector<FuzzyWord>& fuzzy(const std::string& term_prefix,
                                                      const std::string& word,
                                                      std::size_t edits);

    /// The folded words behind `term_prefix` that the leaf `node`, a Word with `*` or `~`, stands
    /// for; `token` is its last token.
    /// @throws Error (QuerySyntax) if there are more than kMaxExpansions.
    [[nodiscard]] std::vector<std::string> forms(const parse::Node& node,
                                                 const std::string& term_prefix,
                                                 const QueryToken& token);

private:
    Xapian::Query compile_node(const parse::Node& tree, std::uint32_t shard);
    Xapian::Query stem_group(const StemGroup& group, bool in_title);
    Xapian::Query checked(std::shared_ptr<DocumentCheck> check);
    Xapian::Query leaf(const parse::Node& node, std::uint32_t shard);
    Xapian::Query text_leaf(const parse::Node& node, std::uint32_t shard);
    Xapian::Query text_in(const parse::Node& node, Region region, std::uint32_t shard);
    Xapian::Query stemmed_word(const QueryToken& token, Region region, std::uint32_t shard);
    Xapian::Query exact_words(const std::vector<QueryToken>& tokens, Region region);
    Xapian::Query exact_word(const QueryToken& token);
    Xapian::Query sequence(const std::vector<QueryToken>& tokens,
                           const std::vector<std::string>& last_words,
                           Region region);
    Xapian::Query open_word(const parse::Node& node, const QueryToken& token, Region region);
    Xapian::Query name_leaf(const parse::Node& node);
    static std::vector<std::string> entity_terms(const std::vector<std::string>& keys,
                                                 const parse::Node& node);
    Xapian::Query code_leaf(const parse::Node& node);
    Xapian::Query id_leaf(const std::string& id, bool may_be_begun);
    Xapian::Query days_leaf(const parse::Node& node);
    Xapian::Query published_between(const parse::DayRange& days);
    Xapian::Query events_in(const parse::DayRange& range);
    Xapian::Query weighted(const std::vector<std::string>& terms);
    Xapian::Query any_of(const std::vector<std::string>& terms);
    Xapian::Query conjunction(const parse::Node& node, std::uint32_t shard);
    std::uint64_t frequency(const std::string& term);

    const storage::IndexReader& reader_;
    std::vector<std::string> languages_;
    QueryWords words_;
    std::uint64_t articles_;
    std::size_t checks_ = 0;  ///< in the query that is being compiled
    std::map<std::string, std::uint64_t> frequencies_;
    std::map<std::string, std::vector<std::string>> expanded_;        ///< by the begun term
    std::map<std::pair<std::string, std::size_t>, FuzzyWords> near_;  ///< by term and edits
};

}  // namespace dateline::compile
