// The only place that catches Xapian's exceptions: they leave the storage layer as dateline::Error.
#pragma once

#include "common/base/error.hpp"

#include <xapian.h>

#include <optional>
#include <string>
#include <utility>

namespace dateline::storage {

/// Throws the Error that says what `error` means for the object named `object` (an index or shard
/// path). Never returns.
[[noreturn]] void throw_translated(const Xapian::Error& error, const std::string& object);

/// Calls `action` and returns its result; a Xapian::Error becomes a dateline::Error about `object`.
/// Xapian::DatabaseModifiedError passes through, for retry_when_modified().
template <typename Action>
decltype(auto) translating_errors(const std::string& object, Action&& action) {
    try {
        return std::forward<Action>(action)();
    } catch (const Xapian::DatabaseModifiedError&) {
        throw;
    } catch (const Xapian::Error& error) {
        throw_translated(error, object);
    }
}

/// Calls `action` and returns its result; std::nullopt if it asks for a document that is not in the
/// database any more.
template <typename Action>
[[nodiscard]] auto unless_deleted(Action&& action) -> std::optional<decltype(action())> {
    try {
        return std::forward<Action>(action)();
    } catch (const Xapian::DocNotFoundError&) {
        return std::nullopt;
    }
}

/// How often retry_when_modified() starts again before it gives up.
inline constexpr int kModifiedRetries = 8;

/// Calls `action(attempt)`, with attempt 0, and again with 1, 2 … each time a writer's commits have
/// overtaken the snapshot it reads; `action` must open the index anew when attempt is over 0.
///
/// @throws Error (Partial) after kModifiedRetries failures, and translated Xapian errors.
template <typename Action>
decltype(auto) retry_when_modified(const std::string& object, Action&& action) {
    for (int attempt = 0;; ++attempt) {
        try {
            return translating_errors(object, [&]() -> decltype(auto) { return action(attempt); });
        } catch (const Xapian::DatabaseModifiedError&) {
            if (attempt >= kModifiedRetries) {
                throw Error(ErrorCode::Partial,
                            "the index '" + object + "' changes faster than it can be read",
                            "wait until the indexer has finished, or index less often");
            }
        }
    }
}

}  // namespace dateline::storage
