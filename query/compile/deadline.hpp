// The moment at which a search gives up.
#pragma once

#include "common/base/error.hpp"

#include <atomic>
#include <chrono>
#include <optional>

namespace dateline::compile {

/// When a search gives up: at a moment, or when it is told to.
struct Deadline {
    std::optional<std::chrono::steady_clock::time_point> at{};  ///< std::nullopt: at none
    const std::atomic<bool>* stop = nullptr;  ///< may be set meanwhile; nullptr: nobody tells

    /// Whether there is one at all.
    [[nodiscard]] bool is_given() const noexcept { return at.has_value() || stop != nullptr; }

    /// Whether it has passed.
    [[nodiscard]] bool has_passed() const noexcept {
        return (stop != nullptr && *stop) || (at && std::chrono::steady_clock::now() >= *at);
    }
};

/// Ends a search whose deadline has passed; caught where the search began.
class DeadlinePassed : public Error {
public:
    DeadlinePassed() : Error(ErrorCode::Partial, "the time is up") {}
};

/// @throws DeadlinePassed if `deadline` has passed.
inline void check_deadline(const Deadline& deadline) {
    if (deadline.has_passed()) {
        throw DeadlinePassed();
    }
}

}  // namespace dateline::compile
