// Questions about where words stand in an article, and their evaluation over lists of places.
#pragma once

#include "common/schema/token_ranges.hpp"
#include "common/text/token_stream.hpp"
#include "query/compile/query_words.hpp"
#include "query/compile/spans.hpp"
#include "query/compile/stream_scan.hpp"
#include "query/parse/tree.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline::compile {

/// The part of an article in which words are looked for.
enum class Region { All, Title, Lead, Body, HeadOrLead };

/// What has places of its own.
struct PlaceLeaf {
    enum class Kind {
        Sequence,  ///< words as typed, one after the other
        Stem,      ///< any form of one word, by the language of the article
        Exact,     ///< as Sequence, with diacritics as typed
        Mention,   ///< a mention of an entity
    };
    Kind kind = Kind::Sequence;
    Region region = Region::All;
    std::vector<text::CodeSet> sequence{};   ///< Sequence, Exact: see code_sequence()
    std::uint32_t slop = 0;                  ///< Sequence, Exact: see phrase_spans()
    QueryToken word{};                       ///< Stem
    std::vector<std::string> exact_forms{};  ///< Exact: of each word of the sequence
    std::vector<std::uint32_t> ordinals{};   ///< Mention: of the shard, ascending
};

/// A node of a question. Those of the first three kinds have places; the others hold or do not in a
/// window of the article, which is all of it at the top.
struct PlaceNode {
    enum class Kind {
        Leaf,      ///< the places of a leaf
        Either,    ///< the places of all children
        Near,      ///< see near_spans(): each child against the stretch that those before it cover
        All,       ///< every child holds
        Any,       ///< some child holds
        Together,  ///< every child holds in the same sentence or paragraph
        AtLeast,   ///< the child has `count` places that do not overlap
        First,     ///< the child holds in the first `count` tokens, the title's included
        Said,      ///< the child holds in one piece of quoted speech
        Speaker,   ///< a person of `ordinals` says the piece of speech
    };
    Kind kind = Kind::Leaf;
    std::size_t number = 0;  ///< of the leaf; of others unique among all but leaves
    std::uint32_t distance = 0;
    bool ordered = false;
    parse::Unit unit = parse::Unit::Sentence;
    std::uint32_t count = 0;
    std::vector<std::uint32_t> ordinals{};  ///< of the shard, ascending
    std::vector<PlaceNode> children{};
};

/// A question about one article.
struct PlaceQuery {
    PlaceNode root;
    std::vector<PlaceLeaf> leaves;
    std::size_t inner_nodes = 0;  ///< PlaceNode::number of all but leaves is below
};

/// Whether nodes of `kind` have places.
[[nodiscard]] bool has_places(PlaceNode::Kind kind) noexcept;

/// What the evaluation needs of one article.
struct ArticlePlaces {
    const ScannedText* text = nullptr;       ///< not owned
    std::vector<Spans> leaves;               ///< for each leaf its places, in its region
    std::vector<schema::TokenRange> quotes;  ///< ascending
};

/// The tokens of `region`.
[[nodiscard]] Window region_window(Region region, const ScannedText& text);

/// Evaluates one question on one article. A pure function of its arguments, which must outlive it:
/// it takes time in proportion to nodes, tokens, quotes and pairs of places (see near_spans()).
class PlaceEvaluation {
public:
    PlaceEvaluation(const PlaceQuery& query, const ArticlePlaces& article);

    /// Whether the question is answered with yes.
    [[nodiscard]] bool holds();

    /// Where the answer is: the places of the root; of Together the sentences or paragraphs, of
    /// Said the pieces of speech. Ascending.
    [[nodiscard]] Spans places();

private:
    const Spans& spans(const PlaceNode& node);
    [[nodiscard]] Spans near(const PlaceNode& node);
    bool holds_in(const PlaceNode& node, Window window, std::optional<std::uint32_t> speaker);
    /// The numbers of the sentences or paragraphs in which `node` holds, ascending.
    [[nodiscard]] std::vector<std::uint32_t> units(const PlaceNode& node,
                                                   parse::Unit unit,
                                                   Window window);
    [[nodiscard]] std::vector<std::uint32_t> shared_units(const PlaceNode& together, Window window);
    [[nodiscard]] const std::vector<std::uint32_t>& unit_of(parse::Unit unit) const;
    [[nodiscard]] Spans places_of(const PlaceNode& node, Window window);
    [[nodiscard]] Window whole() const;

    const PlaceQuery& query_;
    const ArticlePlaces& article_;
    std::vector<std::optional<Spans>> known_;  ///< places of inner nodes
};

}  // namespace dateline::compile
