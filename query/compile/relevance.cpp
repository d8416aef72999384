// What weighs beside words: prominence of entities, and likeness to an article.
#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/stored_articles.hpp"
#include "query/compile/article_words.hpp"
#include "query/compile/compiler.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::compile {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using Xapian::Query;

/// Names with more entities than this say too little to weigh by them one by one.
constexpr std::size_t kMaxWeighedEntities = 200;

constexpr std::size_t kMaxListedIds = 10;

/// `query`, each match with the weight `weight`.
Query constant(double weight, const Query& query) {
    return {
        Query::OP_FILTER, Query((new Xapian::FixedWeightPostingSource(weight))->release()), query};
}

/// `boost` as it is shown, so that what is shown can be asked.
double in_hundredths(double boost) {
    return std::max(std::round(boost * 100) / 100, parse::kMinBoost);
}

bool is_entity_field(const schema::Field& field) {
    return field.id == FieldId::Person || field.id == FieldId::Place || field.id == FieldId::Org;
}

}  // namespace

const std::vector<FoundEntity>& Compiler::found_entities(const Node& node) {
    const std::string clause = std::string(node.field->name) + (node.exact ? "=" : ":") +
                               node.text + (node.prefix ? "*" : "") +
                               (node.fuzzy > 0 ? "~" + std::to_string(node.fuzzy) : "");
    const auto [entry, is_new] = found_.try_emplace(clause);
    if (is_new) {
        entry->second = find_entities(
            reader_, *node.field, node.text, node.exact, node.prefix, words_, node.fuzzy);
    }
    return entry->second;
}

std::vector<std::string> Compiler::entity_keys(const Node& node) {
    std::vector<std::string> keys;
    if (node.kind == NodeKind::Id) {
        for (const char letter : node.field->id_letters) {
            const std::string id = std::string{letter, ':'} + text::slug(node.text);
            for (const std::string& key : reader_.joins().ids_of(id)) {
                keys.push_back(key);
            }
        }
        return keys;
    }
    for (const FoundEntity& entity : found_entities(node)) {
        keys.insert(keys.end(), entity.keys.begin(), entity.keys.end());
    }
    return keys;
}

Query Compiler::name_query(const Node& node) {
    const Query mentioned = name_leaf(node);
    if (names_weigh_ && node.field->id == FieldId::About) {
        return constant(kAboutWeight, mentioned);
    }
    if (!names_weigh_ || !is_entity_field(*node.field)) {
        return {Query::OP_SCALE_WEIGHT, mentioned, 0.0};
    }
    const std::vector<std::string> keys = entity_keys(node);
    if (keys.empty() || keys.size() > kMaxWeighedEntities) {
        return constant(kMentionWeight, mentioned);
    }
    std::vector<std::string> prominent;
    for (const std::string& key : keys) {
        prominent.push_back(
            schema::make_term(schema::field(FieldId::About).id_prefix, ascii_lower(key)));
    }
    return {Query::OP_AND_MAYBE,
            constant(kMentionWeight, mentioned),
            constant(kAboutWeight - kMentionWeight, any_of(prominent))};
}

WordStatistics Compiler::word_statistics(const std::string& word) {
    std::vector<std::string> terms;
    for (const std::string& stem : words_.stems(languages_.front(), {word, word})) {
        terms.push_back(schema::make_term(schema::kStemPrefix, stem));
        terms.push_back(schema::make_term({}, stem));
    }
    return statistics(terms);
}

Node Compiler::best_of(const Article& article, const storage::DocumentPlace& place) {
    /// A word with its weight in the article.
    struct Weighed {
        double weight = 0;
        Node node;
    };
    const double length = reader_.shards()[place.shard].database.get_doclength(place.docid);
    const double mean = reader_.average_length();
    std::vector<Weighed> weighed;
    for (const auto& [stem, word] :
         article_words(reader_.document(place), languages_.front(), words_)) {
        const WordStatistics statistics = word_statistics(word.word);
        if (statistics.articles_with_word < 2) {
            continue;  // no other article has it
        }
        Weighed& entry = weighed.emplace_back();
        entry.node.kind = NodeKind::Word;
        entry.node.text = word.word;
        entry.node.boost =
            in_hundredths(word_share(static_cast<double>(word.occurrences), length, mean));
        entry.weight = entry.node.boost * word_weight(statistics);
    }
    std::stable_sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
        return a.weight > b.weight;
    });
    weighed.resize(std::min(weighed.size(), kLikeWords));
    Node any;
    any.kind = NodeKind::Or;
    for (Weighed& entry : weighed) {
        any.children.push_back(std::move(entry.node));
    }
    for (Node& subject : subjects_of(article)) {
        any.children.push_back(std::move(subject));
    }
    return any;
}

Likeness& Compiler::likeness(const std::string& id) {
    const auto [entry, is_new] = likenesses_.try_emplace(id);
    Likeness& likeness = entry->second;
    if (!is_new) {
        return likeness;
    }
    const std::vector<storage::DocumentPlace> places = reader_.find_any_id(id, kMaxListedIds);
    if (places.size() != 1) {
        likenesses_.erase(entry);
        throw Error(ErrorCode::QuerySyntax,
                    places.empty() ? "no article has the id '@" + id + "'"
                                   : "'@" + id + "' fits several articles",
                    "write the id as hits show it, as in like:@0123456789abcdef");
    }
    likeness.place = places.front();
    const Article article = storage::stored_article(reader_, likeness.place);
    likeness.published = article.published;
    likeness.shingles = shingles_of(article);
    likeness.any = best_of(article, likeness.place);
    return likeness;
}

void Compiler::expand_likes(Node& node) {
    if (node.kind == NodeKind::Like) {
        node.children = likeness(node.text).any.children;
        return;
    }
    for (Node& child : node.children) {
        expand_likes(child);
    }
}

std::vector<Node> Compiler::likeness_of(const Node& tree) {
    if (tree.kind == NodeKind::Like) {
        return tree.children;
    }
    std::vector<Node> parts;
    for (const Node& child : tree.children) {
        std::vector<Node> below = likeness_of(child);
        parts.insert(parts.end(),
                     std::make_move_iterator(below.begin()),
                     std::make_move_iterator(below.end()));
    }
    return parts;
}

Query Compiler::like_leaf(const Node& node, std::uint32_t shard) {
    Likeness& model = likeness(node.text);
    if (model.any.children.empty()) {
        return Query::MatchNothing;  // an article without words that others have, too
    }
    const double mean = reader_.average_length();
    if (!model.own_score) {
        const std::uint32_t own = model.place.shard;
        model.own_score =
            own_score(reader_.shards()[own].database, compile_node(model.any, own), model, mean);
    }
    return listed(find_like(
        reader_.shards()[shard].database, shard, compile_node(model.any, shard), model, mean));
}

}  // namespace dateline::compile
