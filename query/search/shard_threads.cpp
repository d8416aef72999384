// Threads that hand their exceptions over.
#include "query/search/shard_threads.hpp"

#include <exception>
#include <thread>
#include <vector>

namespace dateline::search {

void for_each_shard(std::uint32_t shards,
                    const std::function<void(std::uint32_t shard)>& action,
                    Threads threads) {
    std::vector<std::exception_ptr> failures(shards);
    const auto run = [&](std::uint32_t shard) {
        try {
            action(shard);
        } catch (...) {
            failures[shard] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::uint32_t shard = 1; shard < shards; ++shard) {
            if (threads == Threads::OnePerShard) {
                others.emplace_back(run, shard);
            } else {
                run(shard);
            }
        }
        if (shards > 0) {
            run(0);
        }
    }
    for (const std::exception_ptr& failure : failures) {
        if (failure) {
            std::rethrow_exception(failure);
        }
    }
}

}  // namespace dateline::search
