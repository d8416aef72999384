// The list of node kinds and of marks on leaves that the compiler has no query for.
#include "query/compile/unsupported.hpp"

#include "common/base/error.hpp"

#include <string>

namespace dateline::compile {
namespace {

using parse::NodeKind;

bool is_unsupported(const parse::Node& node) {
    switch (node.kind) {
        case NodeKind::Near:
        case NodeKind::Together:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
        case NodeKind::Like:
            return true;
        case NodeKind::Everything:
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
        case NodeKind::Days:
        case NodeKind::Numbers:
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Not:
            break;
    }
    const bool is_speaker = node.field != nullptr && node.field->id == schema::FieldId::Speaker;
    return is_speaker || node.slop > 0 || node.boost != 1;
}

}  // namespace

void refuse_unsupported(const parse::Node& tree) {
    if (is_unsupported(tree)) {
        throw Error(ErrorCode::QuerySyntax,
                    "'" + print_query(tree) + "' is not supported yet",
                    "leave it out");
    }
    for (const parse::Node& child : tree.children) {
        refuse_unsupported(child);
    }
}

}  // namespace dateline::compile
