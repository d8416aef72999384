// The lock that only one writer of an index holds at a time.
#pragma once

#include <chrono>
#include <filesystem>

namespace dateline::storage {

/// Holds the lock file `lock` of an index folder (flock(2), so the system releases it when the
/// process ends in whatever way; a left-over file means nothing). The file names the holder.
class IndexLock {
public:
    /// Takes the lock of `folder`, which must exist, waiting up to `patience` for another holder.
    ///
    /// @throws Error IndexLocked, naming the holder's process, host and start; Unwritable if the
    /// lock
    ///         file cannot be made.
    IndexLock(const std::filesystem::path& folder, std::chrono::seconds patience);
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;
    ~IndexLock();

private:
    int descriptor_ = -1;
};

}  // namespace dateline::storage
