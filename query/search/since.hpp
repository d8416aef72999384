// What has come into an index after a revision of it.
#pragma once

#include "common/storage/manifest.hpp"
#include "query/search/answer.hpp"

#include <cstdint>

namespace dateline::search {

/// The state of revision `number` of the index of `manifest`; if that revision is no longer listed
/// (see kMaxRevisions), the nearest older one that is, so that nothing is missed.
///
/// @throws Error (Usage) if the index has no such revision yet.
[[nodiscard]] PastState past_state(const storage::Manifest& manifest, std::uint64_t number);

/// The state that `manifest` publishes. Shards may be ahead of it.
[[nodiscard]] PastState published_state(const storage::Manifest& manifest);

/// What `since` means in the index of `manifest`. @throws Error (Usage) as past_state() does, or if
/// it is a state of an index with another number of shards or of a revision to come.
[[nodiscard]] PastState state_of(const Since& since, const storage::Manifest& manifest);

}  // namespace dateline::search
