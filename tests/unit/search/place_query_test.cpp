// Questions about places, on an article given as lists of places.
#include "query/compile/place_query.hpp"

#include <doctest/doctest.h>

namespace dateline::compile {
namespace {

using Kind = PlaceNode::Kind;

/// Two paragraphs below a title of two tokens: sentences are the tokens 2 to 4, 5 to 7, and 8 to 9.
ScannedText sample_text() {
    ScannedText text;
    text.paragraph_of = {0, 0, 1, 1, 1, 1, 1, 1, 2, 2};
    text.sentence_of = {0, 0, 1, 1, 1, 2, 2, 2, 3, 3};
    text.title_end = 2;
    text.lead_end = 8;
    return text;
}

PlaceNode leaf(std::size_t number) {
    PlaceNode node;
    node.number = number;
    return node;
}

/// A node above `children`, each of which has the number of its leaf.
PlaceQuery question(Kind kind, std::vector<PlaceNode> children, std::uint32_t count = 0) {
    PlaceQuery query;
    query.root.kind = kind;
    query.root.children = std::move(children);
    query.root.count = count;
    query.inner_nodes = 1;
    return query;
}

Spans places(const PlaceQuery& query,
             std::vector<Spans> leaves,
             std::vector<schema::TokenRange> quotes = {}) {
    const ScannedText text = sample_text();
    const ArticlePlaces article{&text, std::move(leaves), std::move(quotes)};
    PlaceEvaluation evaluation(query, article);
    const Spans found = evaluation.places();
    CHECK(evaluation.holds() == !found.empty());
    return found;
}

}  // namespace

TEST_SUITE("compile.place_query") {
    TEST_CASE("places gives the sentences and paragraphs that things share") {
        PlaceQuery query = question(Kind::Together, {leaf(0), leaf(1)});
        CHECK(places(query, {{{2, 2}, {9, 9}}, {{4, 4}, {5, 5}}}) == Spans{{2, 4}});
        CHECK(places(query, {{{2, 2}}, {{5, 5}}}).empty());
        CHECK(places(query, {{{4, 5}}, {{5, 5}}}).empty());  // over the border of a sentence
        query.root.unit = parse::Unit::Paragraph;
        CHECK(places(query, {{{2, 2}}, {{5, 5}}}) == Spans{{2, 7}});
        CHECK(places(query, {{{7, 7}}, {{8, 8}}}).empty());
    }

    TEST_CASE("places counts the first tokens from the title on") {
        for (const std::uint32_t count : {3U, 4U}) {
            CHECK(places(question(Kind::First, {leaf(0)}, count), {{{2, 3}}}).empty() ==
                  (count == 3));
        }
    }

    TEST_CASE("places of a count are all or none") {
        const Spans three = {{0, 0}, {2, 3}, {3, 4}};
        CHECK(places(question(Kind::AtLeast, {leaf(0)}, 2), {three}) == three);
        CHECK(places(question(Kind::AtLeast, {leaf(0)}, 3), {three}).empty());
    }

    TEST_CASE("places gives the quotes in which all of a clause is true") {
        PlaceNode speaker;
        speaker.kind = Kind::Speaker;
        speaker.ordinals = {7};
        PlaceNode both;
        both.kind = Kind::All;
        both.children = {leaf(0), speaker};
        both.number = 1;
        PlaceQuery query = question(Kind::Said, {both});
        query.inner_nodes = 2;
        const std::vector<schema::TokenRange> quotes = {{1, 2, 6}, {3, 4, 7}, {8, 2, std::nullopt}};
        CHECK(places(query, {{{2, 2}, {6, 6}, {8, 8}}}, quotes) == Spans{{3, 6}});
        CHECK(places(query, {{{2, 2}, {6, 7}, {8, 8}}}, quotes).empty());
        CHECK(places(question(Kind::Said, {leaf(0)}), {{{9, 9}}}, quotes) == Spans{{8, 9}});
    }

    TEST_CASE("places of a chain are near the stretch so far") {
        PlaceQuery query = question(Kind::Near, {leaf(0), leaf(1), leaf(2)});
        query.root.distance = 1;
        CHECK(places(query, {{{3, 3}}, {{4, 4}}, {{2, 2}, {5, 5}}}) == Spans{{2, 4}, {3, 5}});
        CHECK(places(query, {{{3, 3}}, {{5, 5}}, {{4, 4}}}).empty());
    }

    TEST_CASE("region_window gives the tokens of the parts of an article") {
        const ScannedText text = sample_text();
        const auto bounds = [&](Region region) {
            const Window window = region_window(region, text);
            return std::pair(window.begin, window.end);
        };
        CHECK(bounds(Region::All) == std::pair(0U, 10U));
        CHECK(bounds(Region::Title) == std::pair(0U, 2U));
        CHECK(bounds(Region::Lead) == std::pair(2U, 8U));
        CHECK(bounds(Region::Body) == std::pair(2U, 10U));
        CHECK(bounds(Region::HeadOrLead) == std::pair(0U, 8U));
    }
}

}  // namespace dateline::compile
