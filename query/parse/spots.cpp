// Rules about operands that have places in a text.
#include "query/parse/spots.hpp"

#include "common/base/utf8.hpp"
#include "query/parse/proximity.hpp"

#include <string>
#include <utility>

namespace dateline::parse {
namespace {

using schema::FieldId;
using schema::FieldKind;

bool is_mention(const schema::Field& field) {
    return field.id == FieldId::Person || field.id == FieldId::Place || field.id == FieldId::Org;
}

/// `and_node` as text with OR in place of `or`, if it is `a or b`, `a or b or c` …; else empty.
std::string with_capital_or(const Node& and_node) {
    std::string text = "(";
    for (std::size_t i = 0; i < and_node.children.size(); ++i) {
        const Node& child = and_node.children[i];
        const bool is_or = child.kind == NodeKind::Word && child.field == nullptr && !child.exact &&
                           ascii_lower(child.text) == "or";
        if (is_or != (i % 2 == 1)) {
            return {};
        }
        text += is_or ? " OR " : print_query(child);
    }
    return and_node.children.size() % 2 == 1 ? text + ")" : std::string();
}

/// Looks through the operands of one operator.
class SpotCheck {
public:
    explicit SpotCheck(const Node& outer) : outer_(outer), name_(operator_text(outer)) {}

    std::optional<Misfit> check(const Node& node) {
        if (node.boost != 1) {
            return misfit(
                node, "a weight cannot stand inside of " + name_, "put it behind all of it");
        }
        switch (node.kind) {
            case NodeKind::Word:
            case NodeKind::Phrase:
            case NodeKind::Id:
                return check_leaf(node);
            case NodeKind::Or:
                return check_children(node);
            case NodeKind::Near:
                ++nears_;
                break;
            case NodeKind::And:
                return outer_.kind == NodeKind::Said ? check_children(node) : refused_and(node);
            case NodeKind::Together:
                return may_hold_together(node) ? check_children(node) : refused(node);
            case NodeKind::Not:
                return refused_not(node);
            case NodeKind::AtLeast:
            case NodeKind::First:
            case NodeKind::Said:
            case NodeKind::Everything:
            case NodeKind::Days:
            case NodeKind::Numbers:
            case NodeKind::Like:
                return refused(node);
        }
        auto found = check_children(node);
        --nears_;
        return found;
    }

private:
    static std::optional<Misfit> misfit(const Node& node, std::string message, std::string hint) {
        return Misfit{node.span, {"not_in_text", std::move(message), std::move(hint)}};
    }

    std::optional<Misfit> refused(const Node& node) const {
        return misfit(node,
                      quoted(print_query(node)) + " cannot stand inside of " + name_,
                      "join it by AND outside");
    }

    std::optional<Misfit> refused_and(const Node& node) const {
        if (const std::string meant = with_capital_or(node); !meant.empty()) {
            return misfit(node,
                          "AND cannot stand inside of " + name_ + ", and 'or' is a word here",
                          "operators are in capitals: write " + meant);
        }
        const std::string hint =
            outer_.kind == NodeKind::Near
                ? "write (a " + name_ + " b) AND (a " + name_ + " c), or a phrase in quotes"
                : "write it with AND outside";
        return misfit(node, "AND cannot stand inside of " + name_, hint);
    }

    std::optional<Misfit> refused_not(const Node& node) const {
        const bool is_between = outer_.kind == NodeKind::Near || outer_.kind == NodeKind::Together;
        return misfit(node,
                      "an exclusion cannot stand inside of " + name_,
                      is_between
                          ? "exclude it outside, as in a AND NOT (a " + name_ + " b)"
                          : "exclude it outside, as in " + name_ + "a AND NOT " + name_ + "b");
    }

    [[nodiscard]] bool may_hold_together(const Node& node) const {
        const bool smaller = outer_.kind == NodeKind::Together && outer_.unit == Unit::Paragraph &&
                             node.unit == Unit::Sentence;
        return nears_ == 0 &&
               (smaller || outer_.kind == NodeKind::First || outer_.kind == NodeKind::Said);
    }

    std::optional<Misfit> check_children(const Node& node) {
        for (const Node& child : node.children) {
            if (auto found = check(child)) {
                return found;
            }
        }
        return std::nullopt;
    }

    std::optional<Misfit> check_leaf(const Node& leaf) {
        const bool is_text = leaf.field == nullptr || leaf.field->kind == FieldKind::Text;
        if (!is_text) {
            const bool fits = is_mention(*leaf.field) ||
                              (outer_.kind == NodeKind::Said && leaf.field->id == FieldId::Speaker);
            has_mention_ = true;
            if (!fits) {
                return refused(leaf);
            }
        } else if (leaf.field != nullptr &&
                   (outer_.kind == NodeKind::First || outer_.kind == NodeKind::Said)) {
            return misfit(
                leaf,
                "'" + std::string(leaf.field->name) + ":' cannot stand inside of " + name_,
                "leave the field out");
        } else {
            const bool other = has_text_ && text_field_ != leaf.field;
            has_text_ = true;
            text_field_ = leaf.field;
            if (other) {
                return fields_differ(leaf);
            }
        }
        return has_mention_ && text_field_ != nullptr ? fields_differ(leaf) : std::nullopt;
    }

    std::optional<Misfit> fields_differ(const Node& leaf) const {
        return misfit(leaf,
                      "the parts joined by " + name_ + " are not looked for in the same text",
                      "put the field before all of it, as in title:(oil NEAR/3 price)");
    }

    const Node& outer_;
    std::string name_;
    const schema::Field* text_field_ = nullptr;
    std::size_t nears_ = 0;  ///< of which the node looked at is a part
    bool has_text_ = false;
    bool has_mention_ = false;
};

bool goes_outside(NodeKind outer, NodeKind child) {
    return (child == NodeKind::And && outer != NodeKind::Said) ||
           (outer == NodeKind::First && (child == NodeKind::Or || child == NodeKind::Not));
}

}  // namespace

std::string operator_text(const Node& node) {
    switch (node.kind) {
        case NodeKind::Near:
        case NodeKind::Together:
            return print_proximity(proximity_of(node));
        case NodeKind::AtLeast:
            return "atleast" + std::to_string(node.count) + ":";
        case NodeKind::First:
            return "first" + std::to_string(node.count) + ":";
        case NodeKind::Said:
            return "said:";
        case NodeKind::Not:
            return "NOT";
        case NodeKind::Or:
            return "OR";
        case NodeKind::And:
        case NodeKind::Everything:
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
        case NodeKind::Days:
        case NodeKind::Numbers:
        case NodeKind::Like:
            break;
    }
    return "AND";
}

std::optional<Misfit> find_misfit(const Node& node) {
    SpotCheck check(node);
    for (const Node& child : node.children) {
        if (auto found = check.check(child)) {
            return found;
        }
    }
    return std::nullopt;
}

Node put_inside(const Node& outer, Node child) {
    if (goes_outside(outer.kind, child.kind)) {
        for (Node& part : child.children) {
            part = put_inside(outer, std::move(part));
        }
        return child;
    }
    const bool is_speaker = child.field != nullptr && child.field->id == FieldId::Speaker;
    if (outer.kind == NodeKind::Said && is_speaker) {
        return child;
    }
    Node whole = outer;
    whole.boost = std::exchange(child.boost, 1);
    whole.span = child.span;
    whole.children.push_back(std::move(child));
    return whole;
}

}  // namespace dateline::parse
