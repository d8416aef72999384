// One thread for each shard.
#pragma once

#include <cstdint>
#include <functional>

namespace dateline::search {

/// How many threads a search takes.
enum class Threads {
    OnePerShard,
    One,  ///< the calling one: where many searches run at a time
};

/// Calls `action` for every shard from 0 to `shards` - 1, each in a thread of its own (the first in
/// the calling one) or one after the other, and waits for all. Throws what the first of those that
/// failed threw.
void for_each_shard(std::uint32_t shards,
                    const std::function<void(std::uint32_t shard)>& action,
                    Threads threads = Threads::OnePerShard);

}  // namespace dateline::search
