// Stop words in queries.
#include "query/compile/stop_words.hpp"

#include "common/text/stop_words.hpp"

#include <algorithm>

namespace dateline::compile {
namespace {

using parse::Node;
using parse::NodeKind;

bool is_plain_word(const Node& node) {
    return node.kind == NodeKind::Word && node.field == nullptr && !node.exact && !node.prefix &&
           node.fuzzy == 0;
}

bool is_stop(const Node& node, const std::string& language, QueryWords& words) {
    if (!is_plain_word(node)) {
        return false;
    }
    const std::vector<QueryToken> tokens = words.tokens(node.text);
    return !tokens.empty() &&
           std::all_of(tokens.begin(), tokens.end(), [&](const QueryToken& token) {
               return token.mark == '\0' && text::is_stop_word(language, token.folded);
           });
}

/// Whether a text leaf that is no stop word is wanted (not under NOT) in `node`.
bool has_content_word(const Node& node, const std::string& language, QueryWords& words) {
    switch (node.kind) {
        case NodeKind::Word:
        case NodeKind::Phrase: {
            const bool is_text =
                node.field == nullptr || node.field->kind == schema::FieldKind::Text;
            return is_text && !is_stop(node, language, words);
        }
        case NodeKind::Near:
        case NodeKind::Together:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
            return true;
        case NodeKind::And:
        case NodeKind::Or:
            return std::any_of(node.children.begin(), node.children.end(), [&](const Node& child) {
                return has_content_word(child, language, words);
            });
        case NodeKind::Not:
        case NodeKind::Everything:
        case NodeKind::Id:
        case NodeKind::Days:
        case NodeKind::Numbers:
        case NodeKind::Like:
            return false;
    }
    return false;
}

void lift_only_child(Node& node) {
    if (node.children.size() == 1) {
        Node only = std::move(node.children.front());
        only.boost *= node.boost;
        node = std::move(only);
    }
}

/// Moves the stop words among the children of `node` to `dropped`.
void drop_children(Node& node,
                   const std::string& language,
                   QueryWords& words,
                   std::vector<std::string>& dropped) {
    std::vector<Node> kept;
    for (Node& child : node.children) {
        if (is_stop(child, language, words)) {
            dropped.push_back(child.text);
        } else {
            kept.push_back(std::move(child));
        }
    }
    node.children = std::move(kept);
}

void prune(Node& node,
           const std::string& language,
           QueryWords& words,
           std::vector<std::string>& dropped) {
    if (node.kind != NodeKind::And && node.kind != NodeKind::Or) {
        return;
    }
    if (node.kind == NodeKind::And && has_content_word(node, language, words)) {
        drop_children(node, language, words, dropped);
    }
    for (Node& child : node.children) {
        prune(child, language, words, dropped);
    }
    lift_only_child(node);
}

}  // namespace

PrunedQuery drop_stop_words(const Node& tree, const std::string& language, QueryWords& words) {
    PrunedQuery pruned{tree, {}};
    prune(pruned.tree, language, words, pruned.dropped);
    return pruned;
}

PrunedQuery drop_stop_words_of_bag(const Node& bag,
                                   const std::string& language,
                                   QueryWords& words) {
    PrunedQuery pruned{bag, {}};
    if (bag.kind == NodeKind::Or && has_content_word(bag, language, words)) {
        drop_children(pruned.tree, language, words, pruned.dropped);
        lift_only_child(pruned.tree);
    }
    return pruned;
}

}  // namespace dateline::compile
