// Compilation of clauses about places: terms that find candidates, and a check of the text.
#include "common/base/error.hpp"
#include "common/schema/fields.hpp"
#include "query/compile/compiler.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace dateline::compile {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using schema::FieldKind;
using Xapian::Query;

Region region_of_field(const schema::Field* field) {
    if (field == nullptr) {
        return Region::All;
    }
    switch (field->id) {
        case FieldId::Title:
            return Region::Title;
        case FieldId::Lead:
            return Region::Lead;
        case FieldId::HeadOrLead:
            return Region::HeadOrLead;
        default:
            return Region::Body;
    }
}

[[noreturn]] void refuse(const Node& node) {
    throw Error(ErrorCode::QuerySyntax,
                "'" + print_query(node) + "' has no place in the text",
                "put it outside, with AND");
}

/// The ordinals of `keys`, and with `inside` those of places that lie in one of them.
std::vector<std::uint32_t> ordinals_of(const storage::OrdinalTable& table,
                                       const std::vector<std::string>& keys,
                                       bool inside) {
    const std::unordered_set<std::string_view> wanted(keys.begin(), keys.end());
    std::vector<std::uint32_t> ordinals;
    std::unordered_set<std::string_view> paths;
    for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
        if (wanted.contains(table.key(ordinal))) {
            ordinals.push_back(ordinal);
            paths.insert(table.slug(ordinal));
        }
    }
    if (!inside) {
        return ordinals;
    }
    for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
        std::string_view path = table.slug(ordinal);
        for (std::size_t up = path.find('/'); up != std::string_view::npos; up = path.find('/')) {
            path.remove_prefix(up + 1);
            if (paths.contains(path)) {
                ordinals.push_back(ordinal);
                break;
            }
        }
    }
    std::sort(ordinals.begin(), ordinals.end());
    ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
    return ordinals;
}

/// Whether two leaves have the same places in every article.
bool is_same(const PlaceLeaf& a, const PlaceLeaf& b) {
    return a.kind == b.kind && a.region == b.region && a.slop == b.slop &&
           a.word.folded == b.word.folded && a.word.exact == b.word.exact &&
           a.sequence == b.sequence && a.exact_forms == b.exact_forms && a.ordinals == b.ordinals;
}

PlaceNode::Kind kind_of(const Node& node, const std::vector<PlaceNode>& children) {
    switch (node.kind) {
        case NodeKind::And:
            return PlaceNode::Kind::All;
        case NodeKind::Or:
            return std::all_of(children.begin(),
                               children.end(),
                               [](const PlaceNode& child) { return has_places(child.kind); })
                       ? PlaceNode::Kind::Either
                       : PlaceNode::Kind::Any;
        case NodeKind::Near:
            return PlaceNode::Kind::Near;
        case NodeKind::Together:
            return PlaceNode::Kind::Together;
        case NodeKind::AtLeast:
            return PlaceNode::Kind::AtLeast;
        case NodeKind::First:
            return PlaceNode::Kind::First;
        case NodeKind::Said:
            return PlaceNode::Kind::Said;
        case NodeKind::Everything:
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
        case NodeKind::Days:
        case NodeKind::Numbers:
        case NodeKind::Not:
        case NodeKind::Like:
            break;
    }
    refuse(node);
}

/// Sets a flag for as long as it lives.
class Raised {
public:
    explicit Raised(bool& flag) : flag_(flag), before_(std::exchange(flag, true)) {}
    Raised(const Raised&) = delete;
    Raised& operator=(const Raised&) = delete;
    ~Raised() { flag_ = before_; }

private:
    bool& flag_;
    bool before_;
};

}  // namespace

Query Compiler::placed(const Node& node, std::uint32_t shard) {
    const Query words = candidates(node, shard);
    if (only_candidates_) {
        return words;
    }
    PlaceQuery question;
    question.root = place_node(node, shard, question);
    return filtered(words, keep_check(std::move(question), shard));
}

Query Compiler::candidates(const Node& node, std::uint32_t shard) {
    const Raised raised(only_candidates_);
    std::vector<Query> parts;
    for (const Node& child : node.children) {
        parts.push_back(compile_node(child, shard));
    }
    const Query words(Query::OP_AND, parts.begin(), parts.end());
    if (node.kind != NodeKind::Said) {
        return words;
    }
    return {Query::OP_FILTER, words, Query(schema::make_term(schema::kHasPrefix, "quote"))};
}

std::shared_ptr<PlaceCheck> Compiler::keep_check(PlaceQuery question, std::uint32_t shard) {
    std::shared_ptr<PlaceCheck> check = place_check(std::move(question), reader_.ordinals(shard));
    if (!unwanted_ && !only_candidates_) {
        place_checks_[shard].push_back(check);
    }
    return check;
}

std::shared_ptr<PlaceCheck> Compiler::leaf_check(PlaceLeaf leaf, std::uint32_t shard) {
    return keep_check({PlaceNode{}, {std::move(leaf)}, 0}, shard);
}

Spans Compiler::places(std::uint32_t shard, Xapian::docid docid) {
    Spans found;
    const auto checks = place_checks_.find(shard);
    if (checks != place_checks_.end()) {
        for (const std::shared_ptr<PlaceCheck>& check : checks->second) {
            found = either_of(found, check->places(reader_.shards()[shard].database, docid));
        }
    }
    return found;
}

PlaceNode Compiler::place_node(const Node& node, std::uint32_t shard, PlaceQuery& question) {
    PlaceNode place;
    if (node.kind == NodeKind::Word || node.kind == NodeKind::Phrase || node.kind == NodeKind::Id) {
        if (node.field != nullptr && node.field->id == FieldId::Speaker) {
            place.kind = PlaceNode::Kind::Speaker;
            place.ordinals = named_ordinals(node, shard);
            return place;
        }
        PlaceLeaf leaf = place_leaf(node, shard);
        // Equal leaves have one list of places, however often they are written.
        const auto known = std::find_if(question.leaves.begin(),
                                        question.leaves.end(),
                                        [&](const PlaceLeaf& each) { return is_same(each, leaf); });
        place.number = static_cast<std::size_t>(known - question.leaves.begin());
        if (known == question.leaves.end()) {
            question.leaves.push_back(std::move(leaf));
        }
        return place;
    }
    for (const Node& child : node.children) {
        place.children.push_back(place_node(child, shard, question));
    }
    place.kind = kind_of(node, place.children);
    place.number = question.inner_nodes++;
    place.distance = node.distance;
    place.ordered = node.ordered;
    place.unit = node.unit;
    place.count = node.count;
    return place;
}

PlaceLeaf Compiler::place_leaf(const Node& node, std::uint32_t shard) {
    const bool is_text = node.field == nullptr || node.field->kind == FieldKind::Text;
    PlaceLeaf leaf;
    if (!is_text) {
        if (node.field->id != FieldId::Person && node.field->id != FieldId::Place &&
            node.field->id != FieldId::Org) {
            refuse(node);
        }
        leaf.kind = PlaceLeaf::Kind::Mention;
        leaf.ordinals = named_ordinals(node, shard);
        return leaf;
    }
    const std::vector<QueryToken> tokens = text_tokens(node);
    leaf.region = region_of_field(node.field);
    leaf.slop = node.slop;
    if (node.kind == NodeKind::Word && tokens.front().mark != '\0') {
        throw Error(ErrorCode::QuerySyntax,
                    "'" + node.text + "': where '#' and '@' stand is not indexed",
                    std::string("write ") + tokens.front().folded + " without the sign");
    }
    const bool one_word = tokens.size() == 1 && !tokens.front().is_character;
    if (one_word && node.kind == NodeKind::Word && !node.exact && !node.prefix && node.fuzzy == 0) {
        leaf.kind = PlaceLeaf::Kind::Stem;
        leaf.word = tokens.front();
        return leaf;
    }
    if (node.fuzzy > 0 || (node.prefix && !tokens.back().is_character)) {
        const std::vector<std::string> words = forms(node, "", tokens.back());
        leaf.sequence = code_sequence(tokens, words);
        if (words.empty()) {
            leaf.sequence.back().clear();
        }
        return leaf;
    }
    leaf.sequence = code_sequence(tokens, {});
    if (node.exact) {
        leaf.kind = PlaceLeaf::Kind::Exact;
        std::transform(tokens.begin(),
                       tokens.end(),
                       std::back_inserter(leaf.exact_forms),
                       [](const QueryToken& token) { return token.exact; });
    }
    return leaf;
}

std::vector<std::string> Compiler::named_keys(const Node& node) {
    std::vector<std::string> keys;
    if (node.kind == NodeKind::Id) {
        for (const char letter : node.field->id_letters) {
            const auto ids =
                reader_.joins().ids_of(std::string{letter, ':'} + text::slug(node.text));
            keys.insert(keys.end(), ids.begin(), ids.end());
        }
    } else {
        for (const FoundEntity& entity : found_entities(node)) {
            keys.insert(keys.end(), entity.keys.begin(), entity.keys.end());
        }
    }
    return keys;
}

std::vector<std::uint32_t> Compiler::named_ordinals(const Node& node, std::uint32_t shard) {
    const bool inside = node.field->id == FieldId::Place && !node.exact;
    return ordinals_of(reader_.ordinals(shard), named_keys(node), inside);
}

}  // namespace dateline::compile
