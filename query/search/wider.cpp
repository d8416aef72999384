// One function for each kind of clause that can ask for less.
#include "query/search/wider.hpp"

#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"

#include <algorithm>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;

/// Words apart that a phrase's words may stand first.
constexpr std::uint32_t kNearWords = 10;

/// How many times further apart than asked words may stand first.
constexpr std::uint32_t kFurther = 5;

bool is_text(const Node& node) {
    return node.field == nullptr || node.field->kind == schema::FieldKind::Text;
}

/// The words of the phrase `node` as clauses of their own.
std::vector<Node> words_of(const Node& node) {
    std::vector<Node> words;
    const std::string text = collapse_spaces(node.text);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        Node word;
        word.kind = NodeKind::Word;
        word.span = node.span;
        word.field = node.field;
        word.text = text.substr(begin, end - begin);
        words.push_back(std::move(word));
        begin = end + 1;
    }
    return words;
}

Node joined(NodeKind kind, const Node& of, std::vector<Node> children) {
    if (children.size() == 1) {
        return std::move(children.front());
    }
    Node node;
    node.kind = kind;
    node.span = of.span;
    node.boost = of.boost;
    node.children = std::move(children);
    return node;
}

/// `node` and all below asked of the whole text.
Node anywhere(Node node) {
    if (is_text(node)) {
        node.field = nullptr;
    }
    for (Node& child : node.children) {
        child = anywhere(std::move(child));
    }
    return node;
}

/// `node` with spots joined by AND.
Node all_of(const Node& node) {
    std::vector<Node> children;
    for (const Node& child : node.children) {
        children.push_back(child.kind == NodeKind::Near || child.kind == NodeKind::Together
                               ? all_of(child)
                               : child);
    }
    return joined(NodeKind::And, node, std::move(children));
}

void add_phrase(const Node& node, std::vector<WiderClause>& wider) {
    std::vector<Node> words = words_of(node);
    if (words.size() < 2) {
        return;
    }
    const std::string phrase = print_query(node);
    Node near = joined(NodeKind::Near, node, words);
    near.distance = std::max(kNearWords, node.slop * kFurther);
    if (near.distance <= parse::kMaxDistance) {
        wider.push_back({near, "the words of " + phrase + " near each other"});
    }
    wider.push_back(
        {joined(NodeKind::And, node, std::move(words)), "the words of " + phrase + " apart"});
}

void add_proximity(const Node& node, std::vector<WiderClause>& wider) {
    const std::string asked = print_query(node);
    if (node.kind == NodeKind::Near && node.distance * kFurther <= parse::kMaxDistance) {
        Node further = node;
        further.ordered = false;
        further.distance *= kFurther;
        wider.push_back({further, "further apart than " + asked});
    }
    if (node.kind == NodeKind::Together && node.unit == parse::Unit::Sentence) {
        Node paragraph = node;
        paragraph.unit = parse::Unit::Paragraph;
        wider.push_back({paragraph, "in one paragraph instead of " + asked});
    }
    wider.push_back({all_of(node), "anywhere instead of " + asked});
}

/// What `about:x` finds if a mention is enough.
void add_mentioned(const Node& node, std::vector<WiderClause>& wider) {
    std::vector<Node> fields;
    for (const FieldId id : {FieldId::Person, FieldId::Place, FieldId::Org}) {
        Node mentioned = node;
        mentioned.field = &schema::field(id);
        mentioned.boost = 1;
        fields.push_back(std::move(mentioned));
    }
    wider.push_back({joined(NodeKind::Or, node, std::move(fields)),
                     "mentioned instead of " + print_query(node)});
}

void add_leaf(const Node& node, std::vector<WiderClause>& wider) {
    const bool is_word = node.kind == NodeKind::Word || node.kind == NodeKind::Phrase;
    if (is_word && node.exact && is_text(node)) {
        Node folded = node;
        folded.exact = false;
        wider.push_back({folded, "other forms than " + print_query(node)});
        std::vector<WiderClause> more;
        add_leaf(folded, more);
        wider.insert(wider.end(), more.begin(), more.end());
        return;
    }
    if (is_text(node) && node.kind == NodeKind::Phrase) {
        add_phrase(node, wider);
    }
    if (node.kind == NodeKind::Word && is_text(node) && node.text.size() > 1 &&
        (node.text.front() == '#' || node.text.front() == '@')) {
        Node plain = node;
        plain.text.erase(0, 1);
        wider.push_back({plain, "the word without the sign of " + print_query(node)});
    }
    if (is_word && is_text(node) && node.field != nullptr) {
        // First the same anywhere, then what else is wider there.
        std::vector<WiderClause> in_text = {
            {anywhere(node), "anywhere in the text instead of " + print_query(node)}};
        add_leaf(anywhere(node), in_text);
        wider.insert(wider.begin(), in_text.front());
        wider.insert(wider.end(), in_text.begin() + 1, in_text.end());
    }
    if (node.field != nullptr && node.field->id == FieldId::About) {
        add_mentioned(node, wider);
    }
    if (node.field != nullptr && node.field->kind == schema::FieldKind::Name && node.exact) {
        Node open = node;
        open.exact = false;
        wider.push_back({open, "more names than " + print_query(node)});
    }
    if (node.kind == NodeKind::Days && node.field->id == FieldId::Event && !node.days.overlapping &&
        !node.days.undated) {
        Node overlapping = node;
        overlapping.days.overlapping = true;
        wider.push_back({overlapping, "periods that overlap " + print_query(node)});
    }
}

}  // namespace

std::vector<WiderClause> wider_clauses(const Node& clause) {
    std::vector<WiderClause> wider;
    switch (clause.kind) {
        case NodeKind::Near:
        case NodeKind::Together:
            add_proximity(clause, wider);
            break;
        case NodeKind::AtLeast:
        case NodeKind::First:
            wider.push_back(
                {clause.children.front(),
                 (clause.kind == NodeKind::AtLeast ? "any number of mentions instead of "
                                                   : "anywhere instead of ") +
                     print_query(clause)});
            break;
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
        case NodeKind::Days:
            add_leaf(clause, wider);
            break;
        case NodeKind::Everything:
        case NodeKind::Numbers:
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Not:
        case NodeKind::Said:
        case NodeKind::Like:
            break;
    }
    return wider;
}

}  // namespace dateline::search
