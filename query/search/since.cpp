// Looks revisions up.
#include "query/search/since.hpp"

#include "common/base/error.hpp"

#include <string>

namespace dateline::search {
namespace {

PastState empty_state(const storage::Manifest& manifest) {
    return {0, std::vector<std::uint32_t>(manifest.shard_count, 0)};
}

}  // namespace

PastState past_state(const storage::Manifest& manifest, std::uint64_t number) {
    if (number > manifest.revision()) {
        throw Error(ErrorCode::Usage,
                    "the index has no revision " + std::to_string(number) + " yet",
                    "its revision is " + std::to_string(manifest.revision()));
    }
    PastState state = empty_state(manifest);
    for (const storage::Revision& revision : manifest.revisions) {
        if (revision.number <= number) {
            state = {revision.number, revision.last_docids};
        }
    }
    return state;
}

PastState published_state(const storage::Manifest& manifest) {
    return manifest.revisions.empty() ? empty_state(manifest)
                                      : past_state(manifest, manifest.revision());
}

PastState state_of(const Since& since, const storage::Manifest& manifest) {
    if (const auto* const number = std::get_if<std::uint64_t>(&since)) {
        return past_state(manifest, *number);
    }
    PastState state = std::get<PastState>(since);
    if (state.last_docids.size() != manifest.shard_count) {
        throw Error(ErrorCode::Usage, "the state is not one of this index");
    }
    if (state.revision > manifest.revision()) {
        throw Error(ErrorCode::Usage,
                    "the state is of revision " + std::to_string(state.revision) +
                        ", which the index has not reached: it is at " +
                        std::to_string(manifest.revision()),
                    "was an older copy of the index put back? Remove the state to start anew");
    }
    return state;
}

}  // namespace dateline::search
