// Reads, appends and shortens.
#include "query/prompt/history_file.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace dateline::query {
namespace {

/// Largest file that is read. The prompt keeps it far smaller; anything else may be in its place.
constexpr std::uint64_t kMaxFileBytes = 64'000'000;

[[noreturn]] void fail(const std::filesystem::path& path, int reason) {
    throw Error(ErrorCode::Unwritable,
                "cannot write the history '" + path.string() + "': " + system_error_text(reason));
}

/// Writes `bytes` to the file at `path`, which only the user can read then.
void write_private(const std::filesystem::path& path, int flags, const std::string& bytes) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
    if (descriptor < 0) {
        fail(path, errno);
    }
    int reason = ::fchmod(descriptor, 0600) == 0 ? 0 : errno;
    if (reason == 0) {
        // One call, so that lines of several prompts do not mix.
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        reason = written < 0 ? errno : written < static_cast<ssize_t>(bytes.size()) ? ENOSPC : 0;
    }
    reason = ::close(descriptor) == 0 || reason != 0 ? reason : errno;
    if (reason != 0) {
        fail(path, reason);
    }
}

void make_folders(const std::filesystem::path& folder) {
    std::error_code reason;
    if (std::filesystem::create_directories(folder, reason)) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, reason);
    }
    if (reason) {
        fail(folder, reason.value());
    }
}

}  // namespace

std::filesystem::path history_path(const std::optional<std::string>& state_home,
                                   const std::optional<std::string>& home) {
    if (state_home && state_home->starts_with('/')) {
        return std::filesystem::path(*state_home) / "dateline" / "history";
    }
    return home && home->starts_with('/')
               ? std::filesystem::path(*home) / ".local" / "state" / "dateline" / "history"
               : std::filesystem::path();
}

bool is_kept(std::string_view line) {
    return !trim(line).empty() && line.size() <= kMaxHistoryLineBytes && is_valid_utf8(line) &&
           printable_line(line) == line;
}

std::vector<std::string> HistoryFile::load() const {
    std::vector<std::string> lines;
    std::error_code none;
    if (path_.empty() || !std::filesystem::exists(path_, none)) {
        return lines;
    }
    const std::string bytes = read_file(path_, kMaxFileBytes);
    bool any_refused = false;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const std::string line = bytes.substr(begin, end - begin);
        begin = end + 1;
        if (is_kept(line)) {
            lines.push_back(line);
        } else {
            any_refused = true;
        }
    }
    const bool is_long = lines.size() > 2 * kMaxHistoryLines;
    if (lines.size() > kMaxHistoryLines) {
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kMaxHistoryLines));
    }
    if (is_long || any_refused) {
        std::string kept;
        for (const std::string& line : lines) {
            kept += line + "\n";
        }
        const std::filesystem::path fresh = path_.string() + ".new";
        write_private(fresh, O_TRUNC, kept);
        std::filesystem::rename(fresh, path_, none);
        if (none) {
            fail(path_, none.value());
        }
    }
    return lines;
}

void HistoryFile::add(std::string_view line) const {
    if (path_.empty() || !is_kept(line)) {
        return;
    }
    make_folders(path_.parent_path());
    write_private(path_, O_APPEND, std::string(line) + "\n");
}

}  // namespace dateline::query
