// The moment at which a search gives up.
#pragma once

#include "common/base/error.hpp"

#include <chrono>
#include <optional>

namespace dateline::compile {

/// When a search gives up; std::nullopt for never.
using Deadline = std::optional<std::chrono::steady_clock::time_point>;

/// Ends a search whose deadline has passed; caught where the search began.
class DeadlinePassed : public Error {
public:
    DeadlinePassed() : Error(ErrorCode::Partial, "the time is up") {}
};

/// @throws DeadlinePassed if `deadline` has passed.
inline void check_deadline(const Deadline& deadline) {
    if (deadline && std::chrono::steady_clock::now() >= *deadline) {
        throw DeadlinePassed();
    }
}

}  // namespace dateline::compile
