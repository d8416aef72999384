// Clauses about places find what a plain look at all articles finds.
#include "tests/property/archive.hpp"
#include "tests/property/corpus.hpp"
#include "tests/property/scanned_places.hpp"
#include "tests/property/scanner.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace dateline::property {
namespace {

using parse::Node;
using parse::NodeKind;

/// Draws clauses from words that stand near each other in some article.
class PlaceQueryMaker {
public:
    PlaceQueryMaker(const std::vector<Article>& articles, Random& random)
        : articles_(articles), random_(random) {}

    /// Words as they stand in a row, or nearly.
    Node phrase() {
        choose_part();
        Node node = leaf(NodeKind::Phrase, piece(4));
        node.exact = random_.chance(20);
        return node;
    }

    Node clause() {
        choose_part();
        switch (random_.below(7)) {
            case 0:
                return with(NodeKind::AtLeast, {spot(2)}, random_.between(1, 3));
            case 1:
                return with(NodeKind::First,
                            {random_.chance(50) ? spot(2) : together()},
                            random_.between(1, 12));
            case 2:
                return together();
            case 3:
                return said();
            case 4: {
                Node phrase = leaf(NodeKind::Phrase, piece(3, 2));
                phrase.slop = static_cast<std::uint32_t>(random_.below(4));
                return phrase;
            }
            default:
                return near(2);
        }
    }

private:
    static Node with(NodeKind kind, std::vector<Node> children, std::size_t count = 0) {
        Node node;
        node.kind = kind;
        node.children = std::move(children);
        node.count = static_cast<std::uint32_t>(count);
        return node;
    }

    Node leaf(NodeKind kind, const std::string& text) {
        Node node;
        node.kind = kind;
        node.text = text;
        node.field = field_;
        return node;
    }

    /// A field for all leaves of the clause, and the text that they come from.
    void choose_part() {
        using schema::FieldId;
        static const std::vector<FieldId> fields = {
            FieldId::Title, FieldId::Lead, FieldId::Body, FieldId::HeadOrLead};
        article_ = &random_.pick(articles_);
        field_ = random_.chance(20) ? &schema::field(random_.pick(fields)) : nullptr;
        const std::size_t parts = article_->paragraphs.size();
        const std::string& part = parts == 0 || random_.chance(20)
                                      ? article_->title
                                      : article_->paragraphs[random_.below(parts)];
        text_ = part.empty() ? "sanctions talks" : part;
        tokenizer_.tokenize(text_, list_);
        if (list_.tokens().empty()) {
            text_ = "talks";
            tokenizer_.tokenize(text_, list_);
        }
    }

    /// Some tokens in a row; with `step` 2 every other one.
    std::string piece(std::size_t most, std::size_t step = 1) {
        const std::vector<text::Token>& tokens = list_.tokens();
        const std::size_t first = random_.below(tokens.size());
        std::string words;
        for (std::size_t i = 0; i < random_.between(1, most); ++i) {
            const text::Token& token =
                tokens[std::min(first + i * random_.between(1, step), tokens.size() - 1)];
            words += (i == 0 ? "" : " ") + std::string(list_.folded(token));
        }
        return words;
    }

    Node word() {
        Node node = leaf(NodeKind::Word, piece(1));
        if (random_.chance(15) && node.text.size() > 4 &&
            static_cast<unsigned char>(node.text[0]) < 0x80U) {
            node.prefix = true;
            node.text.resize(3);
        } else if (random_.chance(10)) {
            node.exact = true;
        }
        return node;
    }

    Node mention() {
        for (const Mention& mention : article_->mentions) {
            if (mention.type == MentionType::Date || mention.name.empty() || random_.chance(50)) {
                continue;
            }
            Node node = leaf(NodeKind::Id, text::slug(mention.name));
            if (mention.id.size() > 2) {
                node.text = mention.id.substr(2);
            }
            node.field =
                &schema::field(mention.type == MentionType::Person  ? schema::FieldId::Person
                               : mention.type == MentionType::Place ? schema::FieldId::Place
                                                                    : schema::FieldId::Org);
            if (mention.type == MentionType::Place && !mention.path.empty() && random_.chance(50)) {
                node.text = mention.path.front().id.substr(2);
            }
            return node;
        }
        return word();
    }

    Node near(std::size_t depth) {
        std::vector<Node> children;
        for (std::size_t i = random_.chance(20) ? 3 : 2; i > 0; --i) {
            children.push_back(spot(depth - 1));
        }
        Node node = with(NodeKind::Near, std::move(children));
        node.distance = static_cast<std::uint32_t>(random_.between(1, 6));
        node.ordered = random_.chance(40);
        return node;
    }

    Node spot(std::size_t depth) {
        const std::size_t dice = random_.below(10);
        if (depth > 0 && dice < 2) {
            return with(NodeKind::Or, {spot(depth - 1), spot(0)});
        }
        if (depth > 0 && dice < 4) {
            return near(depth);
        }
        return dice < 5 ? leaf(NodeKind::Phrase, piece(3)) : dice < 6 ? mention() : word();
    }

    Node together() {
        Node node = with(NodeKind::Together, {spot(1), spot(1)});
        node.unit = random_.chance(50) ? parse::Unit::Sentence : parse::Unit::Paragraph;
        if (node.unit == parse::Unit::Paragraph && random_.chance(30)) {
            Node inner = with(NodeKind::Together, {spot(1), spot(0)});
            node.children.push_back(std::move(inner));
        }
        return node;
    }

    Node speaker() {
        Node node = leaf(NodeKind::Id, "john-smith");
        for (const Quote& quote : article_->quotes) {
            if (!quote.speaker_name.empty() && random_.chance(70)) {
                node.text = quote.speaker_id.size() > 2 ? quote.speaker_id.substr(2)
                                                        : text::slug(quote.speaker_name);
            }
        }
        node.field = &schema::field(schema::FieldId::Speaker);
        return node;
    }

    Node said() {
        switch (random_.below(5)) {
            case 0:
                return speaker();
            case 1:
                return with(NodeKind::Said, {with(NodeKind::And, {spot(1), speaker()})});
            case 2:
                return with(NodeKind::Said, {with(NodeKind::And, {spot(0), together()})});
            case 3:
                return with(NodeKind::Said, {with(NodeKind::Or, {together(), speaker()})});
            default:
                return with(NodeKind::Said, {spot(2)});
        }
    }

    const std::vector<Article>& articles_;
    Random& random_;
    const Article* article_ = nullptr;
    const schema::Field* field_ = nullptr;
    std::string text_;
    text::Tokenizer tokenizer_;
    text::TokenList list_;
};

std::set<std::string> found_by(search::Searcher& searcher, const Node& tree) {
    search::SearchRequest request;
    request.tree = tree;
    request.all = true;
    std::set<std::string> ids;
    const search::Answer answer = searcher.search(request);
    for (std::size_t i = 0; i < answer.hits; ++i) {
        ids.insert(searcher.load_hit(i, search::HitParts::Ids).value().id);
    }
    return ids;
}

std::set<std::string> scanned(Scanner& scanner, const Node& tree) {
    std::set<std::string> ids;
    for (const ScanHit& hit : scanner.find(tree)) {
        ids.insert(hit.article->id);
    }
    return ids;
}

}  // namespace

TEST_SUITE("property.places") {
    TEST_CASE("search finds the places that a scan finds") {
        std::size_t found = 0;
        std::size_t missed = 0;
        for (std::size_t round = 0; round < 4; ++round) {
            const testing::TempDir folder;
            Random random(run_seed() + 700 + round);
            const std::vector<Article> articles = random_corpus(random, {});
            search::Searcher searcher(
                index_articles(folder, "archive.idx", articles, {1 + round % 2 == 0 ? 1U : 2U, 2}));
            Scanner scanner(all_articles(searcher));
            PlaceQueryMaker queries(articles, random);
            for (std::size_t i = 0; i < 250; ++i) {
                Node tree = queries.clause();
                if (random.chance(20)) {
                    Node both;
                    both.kind = random.chance(50) ? NodeKind::And : NodeKind::Or;
                    Node other = queries.clause();
                    if (random.chance(40)) {
                        Node negated;
                        negated.kind = NodeKind::Not;
                        negated.children.push_back(std::move(other));
                        other = std::move(negated);
                    }
                    both.children = {std::move(tree), std::move(other)};
                    tree = std::move(both);
                }
                CAPTURE(print_query(tree));
                const std::set<std::string> expected = scanned(scanner, tree);
                CHECK(found_by(searcher, tree) == expected);
                ++(expected.empty() ? missed : found);
            }
        }
        // Enough of both kinds to mean something.
        CHECK(found > 400);
        CHECK(missed > 50);
    }

    TEST_CASE("search finds a plain phrase by its bytes as by its places") {
        const testing::TempDir folder;
        Random random(run_seed() + 790);
        const std::vector<Article> articles = random_corpus(random, {});
        search::Searcher searcher(index_articles(folder, "archive.idx", articles, {2, 2}));
        PlaceQueryMaker queries(articles, random);
        for (std::size_t i = 0; i < 200; ++i) {
            const Node phrase = queries.phrase();
            Node once;
            once.kind = NodeKind::AtLeast;
            once.count = 1;
            once.children = {phrase};
            CAPTURE(print_query(phrase));
            CHECK(found_by(searcher, phrase) == found_by(searcher, once));
        }
    }
}

}  // namespace dateline::property
