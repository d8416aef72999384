// One thread for each shard.
#pragma once

#include <cstdint>
#include <functional>

namespace dateline::search {

/// Calls `action` for every shard from 0 to `shards` - 1, each in a thread of its own (the first in
/// the calling one), and waits for all. Throws what the first of those that failed threw.
void for_each_shard(std::uint32_t shards, const std::function<void(std::uint32_t shard)>& action);

}  // namespace dateline::search
