// What kinds of mentions and blocks are called in article JSON.
#pragma once

#include "common/article/article.hpp"

namespace dateline {

/// The value of a mention's `type`.
[[nodiscard]] constexpr const char* type_name(MentionType type) {
    switch (type) {
        case MentionType::Person:
            return "person";
        case MentionType::Place:
            return "place";
        case MentionType::Org:
            return "org";
        case MentionType::Date:
            return "date";
    }
    return "person";
}

/// The value of a block's `kind`.
[[nodiscard]] constexpr const char* block_name(BlockKind kind) {
    switch (kind) {
        case BlockKind::Heading:
            return "heading";
        case BlockKind::ListItem:
            return "list_item";
        case BlockKind::Quote:
            return "quote";
        case BlockKind::Preformatted:
            return "preformatted";
        case BlockKind::Table:
            return "table";
    }
    return "heading";
}

}  // namespace dateline
