// Reading and appending ordinal tables.
#include "common/storage/ordinals.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/varint.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dateline::storage {
namespace {

constexpr std::string_view kHeader = "dateline-ordinals 2\n";
constexpr std::uint64_t kMaxTableBytes = 8ULL << 30U;
constexpr char kSeparator = '\x1F';

struct ParsedTable {
    std::vector<std::string_view> entries;
    std::size_t whole_bytes = 0;  ///< up to and including the last whole entry
};

ParsedTable parse_table(std::string_view bytes, const std::filesystem::path& path) {
    if (!bytes.starts_with(kHeader)) {
        throw Error(ErrorCode::IndexDamaged,
                    "'" + path.string() + "' is not an ordinal table",
                    "index the articles again into a new folder");
    }
    ParsedTable table;
    std::string_view rest = bytes.substr(kHeader.size());
    for (;;) {
        table.whole_bytes = bytes.size() - rest.size();
        const auto size = take_varint(rest);
        // Bytes that are no entry are the rest of a write that a crash cut off, or zeros in its
        // place.
        if (!size || *size > rest.size() ||
            rest.substr(0, *size).find(kSeparator) == std::string_view::npos) {
            return table;
        }
        table.entries.push_back(rest.substr(0, *size));
        rest.remove_prefix(*size);
    }
}

[[noreturn]] void unwritable(const std::filesystem::path& path) {
    throw Error(ErrorCode::Unwritable,
                "cannot write '" + path.string() + "': " + system_error_text(errno),
                "check free disk space and permissions; the last commit is intact");
}

}  // namespace

OrdinalWriter::OrdinalWriter(const std::filesystem::path& path) : path_(path) {
    descriptor_ = ::open(path.c_str(),
                         O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC,
                         S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH);
    if (descriptor_ < 0) {
        unwritable(path);
    }
    const std::string bytes = read_file(path, kMaxTableBytes);
    // Empty, or a header torn by a crash. A whole header stays: a reader may be looking, and this
    // writer may never commit.
    if (bytes.size() < kHeader.size() && kHeader.starts_with(bytes)) {
        if (::ftruncate(descriptor_, 0) != 0) {
            unwritable(path);
        }
        pending_ = kHeader;
        return;
    }
    const ParsedTable table = parse_table(bytes, path);
    if (table.whole_bytes < bytes.size() &&
        ::ftruncate(descriptor_, static_cast<off_t>(table.whole_bytes)) != 0) {
        unwritable(path);
    }
    ordinals_.reserve(table.entries.size());
    for (const std::string_view entry : table.entries) {
        ordinals_.emplace(entry, next_++);
    }
}

OrdinalWriter::~OrdinalWriter() {
    ::close(descriptor_);
}

std::uint32_t OrdinalWriter::ordinal(const FacetValue& value) {
    std::string entry = value.key + kSeparator + value.name;
    if (!value.slug.empty()) {
        entry += kSeparator + value.slug + kSeparator + value.within;
    }
    const auto [found, is_new] = ordinals_.emplace(std::move(entry), next_);
    if (is_new) {
        ++next_;
        append_varint(pending_, found->first.size());
        pending_ += found->first;
    }
    return found->second;
}

void OrdinalWriter::sync() {
    while (!pending_.empty()) {
        const ssize_t written = ::write(descriptor_, pending_.data(), pending_.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            unwritable(path_);
        }
        pending_.erase(0, static_cast<std::size_t>(written));
    }
    if (::fdatasync(descriptor_) != 0) {
        unwritable(path_);
    }
}

OrdinalTable::OrdinalTable(const std::filesystem::path& path) {
    try {
        bytes_ = read_file(path, kMaxTableBytes);
    } catch (const Error& error) {
        throw Error(ErrorCode::IndexDamaged,
                    error.what(),
                    "restore the file from a backup, or index the articles again");
    }
    entries_ = parse_table(bytes_, path).entries;
}

std::string_view OrdinalTable::part(std::uint32_t ordinal, std::size_t number) const noexcept {
    if (ordinal >= entries_.size()) {
        return {};
    }
    std::string_view rest = entries_[ordinal];
    for (; number > 0; --number) {
        const std::size_t separator = rest.find(kSeparator);
        if (separator == std::string_view::npos) {
            return {};
        }
        rest.remove_prefix(separator + 1);
    }
    return rest.substr(0, rest.find(kSeparator));
}

std::string_view OrdinalTable::key(std::uint32_t ordinal) const noexcept {
    return part(ordinal, 0);
}

std::string_view OrdinalTable::name(std::uint32_t ordinal) const noexcept {
    return part(ordinal, 1);
}

std::string_view OrdinalTable::slug(std::uint32_t ordinal) const noexcept {
    constexpr std::size_t type_bytes = 2;
    const std::string_view own = part(ordinal, 2);
    const std::string_view in_key = key(ordinal);
    return own.empty() ? in_key.substr(std::min(type_bytes, in_key.size())) : own;
}

std::string_view OrdinalTable::within(std::uint32_t ordinal) const noexcept {
    return part(ordinal, 3);
}

FacetValue OrdinalTable::value(std::uint32_t ordinal) const {
    return {std::string(part(ordinal, 0)),
            std::string(part(ordinal, 1)),
            std::string(part(ordinal, 2)),
            std::string(part(ordinal, 3))};
}

}  // namespace dateline::storage
