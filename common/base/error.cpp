// Exit statuses and names of the error kinds.
#include "common/base/error.hpp"

#include <utility>

namespace dateline {

int exit_status(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::Usage:
        case ErrorCode::QuerySyntax:
            return 2;
        case ErrorCode::InputUnreadable:
            return 3;
        case ErrorCode::IndexMissing:
        case ErrorCode::IndexDamaged:
        case ErrorCode::IndexIncompatible:
            return 4;
        case ErrorCode::IndexLocked:
            return 5;
        case ErrorCode::Partial:
            return 6;
        case ErrorCode::Unwritable:
            return 7;
        case ErrorCode::Internal:
            return 70;
    }
    return 70;
}

const char* error_name(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::Usage:
            return "usage";
        case ErrorCode::QuerySyntax:
            return "query_syntax";
        case ErrorCode::InputUnreadable:
            return "input_unreadable";
        case ErrorCode::IndexMissing:
            return "index_missing";
        case ErrorCode::IndexDamaged:
            return "index_damaged";
        case ErrorCode::IndexIncompatible:
            return "index_incompatible";
        case ErrorCode::IndexLocked:
            return "index_locked";
        case ErrorCode::Partial:
            return "partial";
        case ErrorCode::Unwritable:
            return "unwritable";
        case ErrorCode::Internal:
            return "internal";
    }
    return "internal";
}

Error::Error(ErrorCode code, const std::string& message, std::string hint)
    : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

}  // namespace dateline
