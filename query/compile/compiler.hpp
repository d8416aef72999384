// From a query tree to a Xapian query for one shard.
#pragma once

#include "common/storage/index_reader.hpp"
#include "common/time/zone.hpp"
#include "query/compile/check_source.hpp"
#include "query/compile/deadline.hpp"
#include "query/compile/fuzzy_words.hpp"
#include "query/compile/likeness.hpp"
#include "query/compile/names.hpp"
#include "query/compile/place_check.hpp"
#include "query/compile/query_words.hpp"
#include "query/compile/text_weight.hpp"
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

/// Most clauses of a query that are checked against token streams or stored text: phrases, places,
/// `lead:`, `body:`, exact words there. Each may look at every article that has its words.
inline constexpr std::size_t kMaxChecks = 64;

/// What a clause of person:, place:, org: or about: adds to the score of an article that mentions
/// the entity, if the query has words, too.
inline constexpr double kMentionWeight = 1;

/// The same for an article that is about it. Words add 2 to 15, rare ones more: entities order what
/// the words leave close together.
inline constexpr double kAboutWeight = 3;

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
    std::string term_prefix;       ///< before the words in the terms of the index
};

/// Compiles queries for the shards of one index snapshot. Not thread-safe.
class Compiler {
public:
    /// `reader` must outlive the compiler and its queries. Days are those of `zone`.
    explicit Compiler(const storage::IndexReader& reader, time::Zone zone = {});

    /// The tree as it will be searched: without the stop words of the language of most articles.
    /// Words that are dropped go to `dropped`.
    [[nodiscard]] parse::Node prepare(const parse::Node& tree, std::vector<std::string>& dropped);

    /// The same for a bag of words: see drop_stop_words_of_bag().
    [[nodiscard]] parse::Node prepare_bag(const parse::Node& bag,
                                          std::vector<std::string>& dropped);

    /// The query of `tree`, which must come from prepare(), for shard `shard`. Words weigh as IneB2
    /// (see TextWeight); clauses of person:, place:, org: and about: beside them kMentionWeight or
    /// kAboutWeight; `like:` as its words do; all times the boosts around them. Every other clause
    /// only filters. Frequencies are those of the whole index.
    ///
    /// @throws Error (QuerySyntax): a wildcard or name with more than kMaxExpansions expansions, or
    /// a
    ///         word without letters and digits.
    [[nodiscard]] Xapian::Query compile(const parse::Node& tree, std::uint32_t shard);

    /// Whether any clause of `tree` gives a score.
    [[nodiscard]] static bool has_weight(const parse::Node& tree);

    /// The words and entities that the `like:` clauses of a prepared tree look for.
    [[nodiscard]] static std::vector<parse::Node> likeness_of(const parse::Node& tree);

    /// What is known of the words of the index that have a stem of `word`, a folded word, in the
    /// language of most articles.
    [[nodiscard]] WordStatistics word_statistics(const std::string& word);

    /// The language of most articles.
    [[nodiscard]] const std::string& main_language() const { return languages_.front(); }

    /// How the clauses with names in `tree` are read.
    [[nodiscard]] std::vector<NameReading> read_names(const parse::Node& tree);

    /// Gives up searches of queries that are compiled from now on at `deadline`.
    void set_deadline(const Deadline& deadline) noexcept { deadline_ = deadline; }

    /// What the clauses with `*` and `~` on the text in `tree` stand for.
    ///
    /// @throws Error (QuerySyntax) as compile() does.
    [[nodiscard]] std::vector<WordReading> read_words(const parse::Node& tree);

    /// Where the places are in article `docid` of `shard` for which the query that was last
    /// compiled wants it: those of NEAR, w/s, w/p, atleast:, first:, said:, loose phrases, and
    /// words in lead: and body:. Ascending. @throws Xapian::Error.
    [[nodiscard]] Spans places(std::uint32_t shard, Xapian::docid docid);

    /// The ids of the entities that `node`, a leaf of a field of names, stands for.
    [[nodiscard]] std::vector<std::string> named_keys(const parse::Node& node);

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
    /// What is known of a term in all shards.
    struct TermStatistics {
        std::uint64_t articles = 0;     ///< that have it
        std::uint64_t occurrences = 0;  ///< in units of wdf
    };

    Xapian::Query compile_node(const parse::Node& tree, std::uint32_t shard);
    Xapian::Query compile_plain(const parse::Node& tree, std::uint32_t shard);
    Xapian::Query stem_group(const StemGroup& group, bool in_title);
    Xapian::Query unwanted(const parse::Node& node, std::uint32_t shard);
    Xapian::Query checked(std::shared_ptr<DocumentCheck> check);
    /// `words`, and `check` unless only candidates are looked for.
    Xapian::Query filtered(const Xapian::Query& words, std::shared_ptr<DocumentCheck> check);
    Xapian::Query placed(const parse::Node& node, std::uint32_t shard);
    /// The articles that have what `node` is made of, wherever it stands.
    Xapian::Query candidates(const parse::Node& node, std::uint32_t shard);
    std::shared_ptr<PlaceCheck> leaf_check(PlaceLeaf leaf, std::uint32_t shard);
    std::shared_ptr<PlaceCheck> keep_check(PlaceQuery question, std::uint32_t shard);
    PlaceNode place_node(const parse::Node& node, std::uint32_t shard, PlaceQuery& question);
    PlaceLeaf place_leaf(const parse::Node& node, std::uint32_t shard);
    std::vector<std::uint32_t> named_ordinals(const parse::Node& node, std::uint32_t shard);
    std::vector<QueryToken> text_tokens(const parse::Node& node);
    Xapian::Query leaf(const parse::Node& node, std::uint32_t shard);
    Xapian::Query text_leaf(const parse::Node& node, std::uint32_t shard);
    Xapian::Query text_in(const parse::Node& node, Region region, std::uint32_t shard);
    Xapian::Query stemmed_word(const QueryToken& token, Region region, std::uint32_t shard);
    Xapian::Query exact_word(const QueryToken& token);
    Xapian::Query sequence(const std::vector<QueryToken>& tokens,
                           const std::vector<std::string>& last_words,
                           Region region);
    Xapian::Query row_of_words(const std::vector<QueryToken>& tokens,
                               const std::vector<std::string>& last_words,
                               Region region);
    Xapian::Query open_word(const parse::Node& node, const QueryToken& token, Region region);
    Xapian::Query name_leaf(const parse::Node& node);
    Xapian::Query name_query(const parse::Node& node);
    std::vector<std::string> entity_keys(const parse::Node& node);
    const std::vector<FoundEntity>& found_entities(const parse::Node& node);
    Likeness& likeness(const std::string& id);
    parse::Node best_of(const Article& article, const storage::DocumentPlace& place);
    void expand_likes(parse::Node& node);
    Xapian::Query like_leaf(const parse::Node& node, std::uint32_t shard);
    static std::vector<std::string> entity_terms(const std::vector<std::string>& keys,
                                                 const parse::Node& node);
    Xapian::Query code_leaf(const parse::Node& node);
    Xapian::Query id_leaf(const std::string& id, bool may_be_begun);
    Xapian::Query days_leaf(const parse::Node& node);
    Xapian::Query published_between(const parse::DayRange& days);
    Xapian::Query published_in_zone(const parse::DayRange& days);
    Xapian::Query seen_between(const parse::DayRange& days);
    Xapian::Query events_in(const parse::DayRange& range);
    Xapian::Query weighted(const std::vector<std::string>& terms);
    Xapian::Query any_of(const std::vector<std::string>& terms);
    Xapian::Query conjunction(const parse::Node& node, std::uint32_t shard);
    WordStatistics statistics(const std::vector<std::string>& terms);
    const TermStatistics& statistics(const std::string& term);

    const storage::IndexReader& reader_;
    time::Zone zone_;
    std::vector<std::string> languages_;
    QueryWords words_;
    std::uint64_t articles_;
    Deadline deadline_;
    bool names_weigh_ = false;  ///< in the query that is being compiled
    std::map<std::string, std::vector<FoundEntity>> found_;  ///< by canonical clause
    std::map<std::string, Likeness> likenesses_;             ///< by id as asked
    std::size_t checks_ = 0;        ///< in the query that is being compiled
    bool only_candidates_ = false;  ///< compiling the words of a clause about places
    bool unwanted_ = false;         ///< compiling what is under NOT
    std::map<std::uint32_t, std::vector<std::shared_ptr<PlaceCheck>>> place_checks_;  ///< by shard
    std::map<std::string, TermStatistics> statistics_;
    std::map<std::string, std::vector<std::string>> expanded_;        ///< by the begun term
    std::map<std::pair<std::string, std::size_t>, FuzzyWords> near_;  ///< by term and edits
};

}  // namespace dateline::compile
