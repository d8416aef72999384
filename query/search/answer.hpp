// What a search gives, as plain values: everything that the renderers print.
#pragma once

#include "common/article/article.hpp"
#include "common/time/zone.hpp"
#include "query/compile/deadline.hpp"
#include "query/parse/tree.hpp"
#include "query/search/buckets.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace dateline::search {

/// In which order hits come. Ties are broken by the hash of the article's key, ascending.
enum class SortOrder {
    Relevance,    ///< highest score first; a query that scores nothing sorts by NewestFirst
    NewestFirst,  ///< by publication, undated articles last
    OldestFirst,  ///< by publication, undated articles last
};

/// In which order the values of a facet come. Ties are broken by more articles, then by id.
enum class FacetSort {
    Usual,  ///< as Count; of periods the most frequent ones, but given in order of time
    Count,  ///< most articles first
    Lift,   ///< most over-represented first, see FacetValueCount::lift
    Name,   ///< by folded name, in order of code points; periods in order of time
};

/// One facet asked for: `person:10`, `place`, `place.country`, `date.month`, `org:5:lift`.
struct FacetRequest {
    std::string text;                      ///< as asked, without the number: the key in the output
    const schema::Field* field = nullptr;  ///< a facet field
    DateLevel level = DateLevel::Month;    ///< of a date field
    std::size_t limit = 10;                ///< values to give
    std::optional<schema::Slot>
        place_level{};  ///< of places: what counts, if not what is mentioned
    FacetSort sort = FacetSort::Usual;
    bool lift = false;               ///< give the lift of each value
    std::size_t offset = 0;          ///< values to leave out before those that are given
    std::uint64_t min_articles = 1;  ///< values with fewer are left out
    std::string prefix{};            ///< begins a word of the name, or with `@` the id; empty: all
    bool exclude_own = false;        ///< count as if the query had no clause on `field`

    /// The slot that holds what is counted.
    [[nodiscard]] schema::Slot slot() const noexcept { return place_level.value_or(field->slot); }
};

/// Articles by time: `date.day`, `event.month`.
struct TimelineRequest {
    const schema::Field* field = nullptr;  ///< `date` or `event`
    DateLevel level = DateLevel::Day;
    bool normalise = false;  ///< count the whole archive as well
};

/// What was counted for a timeline.
struct TimelineCounts {
    BucketCounts matching;
    BucketCounts archive;      ///< all articles of the index; empty unless asked for
    bool archive_cut = false;  ///< the deadline passed before all of them were counted
};

/// A range of bytes to highlight, end exclusive.
using Mark = std::pair<std::uint32_t, std::uint32_t>;

/// A piece of an article's text with the query's words marked.
struct Snippet {
    std::string field;        ///< `title` or `body`
    std::string text;         ///< valid UTF-8, untrusted: escape it for the output
    std::vector<Mark> marks;  ///< ascending, in bytes of `text`
    bool cut_before = false;  ///< its sentence begins before it
    bool cut_after = false;   ///< its sentence goes on
};

/// An entity of one article.
struct ShownEntity {
    std::string id;              ///< as in facets: `P:vladimir-putin`
    std::string name;            ///< the canonical one
    std::uint32_t mentions = 0;  ///< in the text; 0 if only the source names it
    bool about = false;          ///< whether `about:` finds the article by it
};

/// What has happened to a hit since the revision that was asked about.
enum class HitChange { New, Updated };

/// A state of an index that is told apart from later ones.
struct PastState {
    std::uint64_t revision = 0;
    std::vector<std::uint32_t> last_docids;  ///< by shard: docids above these are newer
};

/// One place where a clause of the query holds in an article.
struct ClausePlace {
    std::string field;     ///< `title`, `lead`, `body`; for what the article states: `date` …
    std::string value;     ///< the words as they stand there, or what the article states
    std::string entity{};  ///< id of the entity that is mentioned; empty for words
    Snippet sentence{};    ///< around it, with the place marked; empty for what is stated
};

/// Why a hit is one: a clause of the query and where it holds.
struct ClauseMatch {
    std::string clause;               ///< canonical text
    parse::Span span;                 ///< in the query as typed
    std::vector<ClausePlace> places;  ///< the first kMaxPlaces, in the order of the text
    std::uint64_t more = 0;           ///< places beyond those
};

/// Most places that are listed for one clause of a hit.
inline constexpr std::size_t kMaxPlaces = 3;

/// One hit with what is shown of it.
struct Hit {
    std::uint64_t rank = 0;  ///< from 1
    double score = 0;
    std::string id;                   ///< public id, 16 hexadecimal digits
    std::optional<HitChange> change;  ///< only if SearchRequest::since was given
    Article article;                  ///< as stored
    Snippet title;                    ///< the whole title with marks
    std::vector<Snippet> snippets;    ///< from the body
    std::vector<ShownEntity> people;  ///< as facets name them; see entities_of()
    std::vector<ShownEntity> places;
    std::vector<ShownEntity> orgs;
    std::vector<ClauseMatch> matches{};  ///< if asked for: clauses that hold in it
};

/// How much of a hit is loaded.
enum class HitParts {
    All,
    Ids,  ///< rank, score, public id, and the id that the source gave (in `article`)
};

/// One value of a facet.
struct FacetValueCount {
    std::string id;    ///< `P:vladimir-putin`, `2025-10`
    std::string name;  ///< for people
    std::uint64_t articles = 0;
    std::string refine;    ///< the clause that selects it: `person:@vladimir-putin`
    std::string query;     ///< the whole refined query: it gives exactly `articles` hits
    std::string within{};  ///< what a place is in: `Texas, United States`; else empty

    /// Articles that have the value in the whole archive; 0 unless the lift was asked for.
    std::uint64_t archive_articles = 0;

    /// Over-representation against the whole archive, if it was asked for and the archive could be
    /// counted in time: the share of the
    /// matches that have the value, divided by the share of all articles that have it:
    /// (articles / FacetResult::matches) / (archive_articles / articles of the index). 1 is what
    /// chance gives. Ids that are joined count once for an article, above and below; so does an
    /// article that several indexes hold. The archive is all of it, whatever SearchRequest::since
    /// says.
    std::optional<double> lift{};
};

/// Counts of a facet over all matches.
///
/// Of a field with one value an article, the counts of the listed values, `other_articles` and
/// `missing` add up to `matches`, whatever is left out of the list.
struct FacetResult {
    std::string name;   ///< as asked: `person`, `date.month`
    bool exact = true;  ///< whether all matches were counted, and with the lift the whole archive
    std::uint64_t distinct = 0;        ///< values with at least one match
    std::uint64_t missing = 0;         ///< matches without a value
    std::uint64_t other_articles = 0;  ///< sum of the counts of the values that are not listed
    std::vector<FacetValueCount> values{};
    std::uint64_t matches = 0;  ///< articles that were looked at
    bool own_excluded = false;  ///< `matches` are those of the query without its own clauses on it
    std::size_t offset = 0;     ///< values that were left out before the first listed one

    /// Values with as many articles and such a name as were asked for; std::nullopt if neither was.
    std::optional<std::uint64_t> selected{};
    bool lift = false;               ///< whether the values have their lift
    std::uint64_t min_articles = 1;  ///< values with fewer are not listed
};

/// Within what two values must stand together to be a pair.
enum class PairLevel { Article, Paragraph, Sentence };

/// Pairs of values asked for: `person,place:20`. Two facets of one kind give pairs of different
/// values, each once.
struct PairRequest {
    std::string text;  ///< as asked, without number and order: the key in the output
    FacetRequest first{};
    FacetRequest second{};
    PairLevel level = PairLevel::Article;
    bool by_lift = false;            ///< most lift first, not most articles
    std::size_t limit = 10;          ///< pairs to give
    std::uint64_t min_articles = 1;  ///< pairs with fewer are left out
    std::size_t among = 1000;        ///< most frequent values of each side that are looked at
};

/// Two values and the articles that have both.
struct PairCount {
    FacetValueCount first{};  ///< with the counts that it has as a facet of the same query
    FacetValueCount second{};
    std::uint64_t articles = 0;  ///< in which both stand within the level

    /// How much more often both stand together in the matches than chance would bring them:
    /// articles × matches / (first.articles × second.articles).
    double lift = 0;

    /// The refined query, which gives exactly `articles` hits; empty where no query can ask it.
    std::string query{};
};

/// Pairs over all matches.
struct PairResult {
    std::string name;  ///< as asked: `person,place`
    PairLevel level = PairLevel::Article;
    std::uint64_t matches = 0;     ///< articles that were looked at
    std::uint64_t distinct = 0;    ///< pairs among the values looked at that have enough articles
    std::size_t first_values = 0;  ///< values that were looked at, the most frequent ones
    std::size_t second_values = 0;
    std::size_t first_distinct = 0;  ///< values that there are
    std::size_t second_distinct = 0;

    bool exact = true;  ///< whether all matches were counted

    /// Whether no pair with a value that was not looked at can belong before the last one listed;
    /// false if not all matches were counted.
    bool complete = true;
    std::vector<PairCount> values{};
};

/// An entity that a name in the query stands for.
struct NamedEntity {
    std::string id;
    std::string name;
    std::uint64_t articles = 0;  ///< in the whole index
    std::string within{};        ///< what a place is in: `Texas, United States`; else empty
    std::vector<std::string> spellings{};  ///< other names in the index, sorted; if asked for
};

/// How a clause with a name was read.
struct ResolvedName {
    std::string clause;                 ///< canonical text: `person:putin`
    std::vector<NamedEntity> entities;  ///< most frequent first, at most kMaxResolved
    std::uint64_t more = 0;             ///< entities beyond those

    /// Of `about:` without entities: those that are mentioned in articles about something else.
    std::vector<NamedEntity> only_mentioned{};
};

/// Most entities that are listed for one clause.
inline constexpr std::size_t kMaxResolved = 5;

/// A word of the text that a clause stands for.
struct ListedWord {
    std::string word;            ///< folded
    std::uint64_t articles = 0;  ///< in the whole index
};

/// What a clause with `*` or `~` stands for.
struct Expansion {
    std::string clause;             ///< canonical text: `sanctoin~2`
    std::vector<ListedWord> words;  ///< most frequent first
    std::uint64_t more = 0;         ///< words beyond those
};

/// Most words that are listed for one clause.
inline constexpr std::size_t kMaxListedWords = 10;

/// One of several indexes that answered as one.
struct IndexPart {
    std::string uuid;
    std::uint64_t revision = 0;
};

/// Which index answered.
struct IndexInfo {
    std::string uuid;                ///< of several indexes: all of them with `+` between
    std::uint64_t revision = 0;      ///< of several indexes: the sum
    std::uint64_t articles = 0;      ///< of several indexes: the sum, repeated articles included
    std::string aliases{};           ///< version of what is joined across the archive: 16 digits
    std::vector<IndexPart> parts{};  ///< if there are several
};

/// A clause that was added to a query to rank its matches.
struct AddedClause {
    std::string clause;  ///< canonical text: `ceasefire`, `person:@vladimir-putin`
    double boost = 1;    ///< what it counts beside a clause of the query
};

/// The answer to one query but for the hits, which are loaded one by one: see Searcher.
struct Answer {
    IndexInfo index;
    std::string canonical;             ///< the query as it was understood
    std::string zone = "UTC";          ///< whose days are meant
    std::vector<std::string> dropped;  ///< stop words that were left out
    std::vector<ResolvedName> names;
    std::vector<Expansion> expansions;
    std::uint64_t total = 0;                ///< matching articles, exact unless partial
    bool partial = false;                   ///< the deadline passed: not all were looked at
    SortOrder sort = SortOrder::Relevance;  ///< as applied
    std::size_t hits = 0;                   ///< hits that can be loaded: within limit and offset
    std::size_t offset = 0;
    std::vector<FacetResult> facets;
    std::vector<PairResult> pairs{};
    std::optional<TimelineCounts> timeline{};  ///< if one was asked for
    std::vector<AddedClause> like{};           ///< what `like:` looked for
    std::vector<AddedClause> feedback{};       ///< what SearchRequest::feedback added
    std::string xapian_query;                  ///< for --explain
    PastState state;                           ///< of the index, for a later SearchRequest::since
    PastState since;                           ///< what SearchRequest::since meant; else revision 0
};

/// Since when an article must be new or updated: a revision, or a state that an answer gave.
using Since = std::variant<std::uint64_t, PastState>;

/// What to search for and how much to give.
struct SearchRequest {
    parse::Node tree;
    bool bag_of_words = false;  ///< `tree` is one: its stop words are left out
    std::size_t limit = 10;     ///< hits to give
    std::size_t offset = 0;     ///< hits to leave out before them
    bool all = false;           ///< give every hit; `limit` does not count
    SortOrder sort = SortOrder::Relevance;

    /// By relevance: words of the best hits count, too; see feedback_words(). What matches does not
    /// change.
    bool feedback = false;

    /// By relevance: scores fall by half in so many days, over 0; see Recency.
    std::optional<std::uint32_t> half_life{};
    std::vector<FacetRequest> facets;
    compile::Deadline deadline{};  ///< see Answer::partial
    std::optional<Since> since;    ///< only articles that came or changed after it
    std::vector<PairRequest> pairs{};
    bool all_names = false;  ///< list every entity and word that clauses stand for, with spellings
    bool matches = false;    ///< say for each hit which clauses hold where
    std::optional<TimelineRequest> timeline{};
    time::Zone zone{};  ///< whose days `date:`, `seen:`, facets and timelines mean
};

/// Which steps of an answer are to be explained.
struct Explanation {
    bool query = false;   ///< how the text was read
    bool xapian = false;  ///< what the index was asked
    bool names = false;   ///< what names and open words stand for
    bool hits = false;    ///< why each hit is one

    [[nodiscard]] bool any() const noexcept { return query || xapian || names || hits; }
};

}  // namespace dateline::search
