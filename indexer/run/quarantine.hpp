// Lists of rejects as JSON lines (schema `dateline.reject/1`): of one run, and of an index for
// life.
#pragma once

#include "common/base/hash.hpp"
#include "indexer/source/reader.hpp"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

namespace dateline::run {

/// `rejected` as one line of JSON without a line end: schema, locator, code and reason.
[[nodiscard]] std::string reject_json(const source::Rejected& rejected);

/// A file to which lines are added one by one. Each is with the system when append() returns, so
/// that an interrupted run leaves whole lines.
class LineFile {
public:
    enum class Start { Empty, Keep };

    /// Opens or creates `path`, emptied or kept; a torn last line that is kept is cut off.
    /// @throws Error (Unwritable).
    LineFile(const std::filesystem::path& path, Start start);
    LineFile(const LineFile&) = delete;
    LineFile& operator=(const LineFile&) = delete;
    ~LineFile();

    /// Adds `line` and a line end. @throws Error (Unwritable).
    void append(std::string line);

private:
    void cut_torn_line();

    std::filesystem::path path_;
    int descriptor_ = -1;
};

/// The rejects that the runs of one index have met so far.
class KnownRejects {
public:
    /// Reads the list in the index folder `index`; an absent one is empty, and lines that are not
    /// of the schema are passed over.
    explicit KnownRejects(const std::filesystem::path& index);

    /// Notes `rejected`; whether it is new: no other has the same file (as file_identity() names
    /// it), member, record and code.
    bool insert(const source::Rejected& rejected);

    /// `rejected` with its file as file_identity() names it, as the list holds it.
    [[nodiscard]] source::Rejected with_identity(const source::Rejected& rejected) const;

    /// Where the list of the index at `index` is.
    [[nodiscard]] static std::filesystem::path file(const std::filesystem::path& index);

private:
    std::filesystem::path index_;
    std::set<Hash128> known_;
};

}  // namespace dateline::run
