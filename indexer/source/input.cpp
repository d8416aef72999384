// From names on the command line to readers: folders, decompression, archives and sniffing.
#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/archive_streams.hpp"
#include "indexer/source/byte_streams.hpp"
#include "indexer/source/finishing_sink.hpp"
#include "indexer/source/media_type.hpp"
#include "indexer/source/reader.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace dateline::source {
namespace {

namespace fs = std::filesystem;

/// How much of a stream is shown to the readers that sniff it.
constexpr std::size_t kHeadBytes = 64U << 10U;

/// What an index folder holds, so that `dateline-index .` does not index the index beside the
/// texts. Both are asked for, because either name alone is one that others use.
bool is_index_folder(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder / "manifest.json", ignored) &&
           fs::exists(folder / "XAPIANDB", ignored);
}

/// Whether a member of the archive at `archive` is one of the files about a WACZ package: lists of
/// pages and indexes, which repeat what its web archives hold. The format is a zip file by all but
/// its name.
///
/// Source: WACZ 1.1.1, section 5, "Directory Layout".
bool is_about_wacz(const Locator& archive, std::string_view member) {
    const std::string& name = archive.member.empty() ? archive.file : archive.member;
    return ascii_lower(name).ends_with(".wacz") && !member.starts_with("archive/");
}

/// Reads one run's inputs.
class InputWalker {
public:
    InputWalker(const SourceOptions& options, ArticleSink& sink) : options_(options), sink_(sink) {}

    void read_input(const std::string& input) {
        std::error_code ignored;
        if (input != "-" && fs::is_directory(input, ignored)) {
            read_folder(input);
        } else {
            read_file(input);
        }
    }

private:
    void read_folder(const fs::path& folder);
    void read_file(const std::string& path);
    void read_stream(
        ByteStream& raw, FileStream& file, bool is_file, const Locator& where, unsigned depth);
    void read_archive(ByteStream& stream,
                      ArchiveKind kind,
                      FileStream& file,
                      bool is_file,
                      const Locator& where,
                      unsigned depth);
    void read_member(ArchiveReader& archive,
                     const ArchiveMember& member,
                     FileStream& file,
                     const Locator& where,
                     unsigned depth);
    void read_records(const StreamHead& head, ByteStream& rest, const Locator& where);

    void reject(const Locator& where, std::string code, std::string reason) {
        FinishingSink(sink_, options_, where, {})
            .reject({where, std::move(code), std::move(reason)});
    }

    /// @throws StreamFailure again if it is of a kind that ends the file on disk.
    void reject(const Locator& where, const StreamFailure& failure) {
        if (failure.code == "bomb") {
            throw StreamFailure(failure);
        }
        reject(where, failure.code, failure.reason);
    }

    const SourceOptions& options_;
    ArticleSink& sink_;
    Locator current_;  ///< of the innermost stream that is being read
};

void InputWalker::read_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        entries.push_back(*at);
    }
    if (error) {
        reject({folder.string(), {}, 0, 0}, "unreadable", "cannot be listed: " + error.message());
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return a.path().native() < b.path().native();
    });
    for (const fs::directory_entry& entry : entries) {
        if (sink_.stop_requested()) {
            return;
        }
        std::error_code ignored;
        const fs::path& path = entry.path();
        if (path.filename().native().starts_with('.') || entry.is_symlink(ignored)) {
            continue;
        }
        if (entry.is_directory(ignored)) {
            if (!is_index_folder(path)) {
                read_folder(path);
            }
        } else if (entry.is_regular_file(ignored)) {
            read_file(path.string());
        }
    }
}

void InputWalker::read_file(const std::string& path) {
    current_ = {path, {}, 0, 0};
    const Locator where = current_;
    try {
        FileStream file(path, sink_);
        try {
            read_stream(file, file, true, where, 0);
        } catch (const StreamFailure& failure) {
            reject(current_, failure.code, failure.reason + "; the rest of the file is not read");
        }
        if (!sink_.stop_requested()) {
            file.finish_progress();
        }
    } catch (const StreamFailure& failure) {
        reject(where, failure.code, failure.reason);
    }
}

void InputWalker::read_stream(
    ByteStream& raw, FileStream& file, bool is_file, const Locator& where, unsigned depth) {
    current_ = where;
    DecompressedStream decompressed(raw);
    LimitedStream stream(decompressed, file, options_.limits);
    const StreamHead head = read_head(stream, kHeadBytes);
    if (head.bytes.empty()) {
        if (head.failure) {
            reject(where, *head.failure);
        } else {
            FinishingSink(sink_, options_, where, {}).unrecognised(where, media_type({}));
        }
        return;
    }
    const auto kind = archive_kind(head.bytes);
    if (!kind) {
        read_records(head, stream, where);
        return;
    }
    if (depth >= options_.limits.archive_depth) {
        reject(where,
               "too_deep",
               "is an archive inside " + std::to_string(depth) + " others; unpack it by hand");
        return;
    }
    // By its directory a zip file reads better than from front to back, where sizes may be missing.
    if (is_file && !decompressed.is_compressed() && *kind == ArchiveKind::Zip && file.seek(0)) {
        read_archive(file, *kind, file, true, where, depth);
    } else {
        stream.allow_any_size();
        HeadedStream headed(head, stream);
        read_archive(headed, *kind, file, false, where, depth);
    }
}

void InputWalker::read_archive(ByteStream& stream,
                               ArchiveKind kind,
                               FileStream& file,
                               bool is_file,
                               const Locator& where,
                               unsigned depth) {
    ArchiveReader archive(stream, kind, is_file ? &file : nullptr);
    std::uint64_t members = 0;
    try {
        while (!sink_.stop_requested()) {
            const std::optional<ArchiveMember> member = archive.next();
            if (!member) {
                break;
            }
            if (++members > options_.limits.members) {
                reject(where,
                       "too_many_members",
                       "holds more than " + std::to_string(options_.limits.members) +
                           " members; unpack it by hand, or raise the limit");
                return;
            }
            if (!is_about_wacz(where, member->name)) {
                read_member(archive, *member, file, where, depth);
            }
        }
        if (members == 0 && !sink_.stop_requested()) {
            reject(where, "no_records", "is an archive without files that can be read");
        }
    } catch (const StreamFailure& failure) {
        reject(where, failure);
    }
    current_ = where;
}

void InputWalker::read_member(ArchiveReader& archive,
                              const ArchiveMember& member,
                              FileStream& file,
                              const Locator& where,
                              unsigned depth) {
    Locator inside = where;
    inside.member += (where.member.empty() ? "" : "!/") + member.name;
    if (member.encrypted) {
        reject(inside, "encrypted", "is encrypted; decrypt it first");
        return;
    }
    read_stream(archive.data(), file, false, inside, depth + 1);
}

void InputWalker::read_records(const StreamHead& head, ByteStream& rest, const Locator& where) {
    const Reader* best =
        options_.input_format.empty() ? nullptr : find_reader(options_.input_format);
    int best_score = 0;
    if (best == nullptr) {
        const std::string path = where.member.empty() ? where.file : where.member;
        for (const Reader* reader : readers()) {
            const int score = reader->sniff(head.bytes, path);
            if (score > best_score) {
                best = reader;
                best_score = score;
            }
        }
    }
    if (best == nullptr) {
        FinishingSink(sink_, options_, where, {}).unrecognised(where, media_type(head.bytes));
        if (head.failure) {
            reject(where, *head.failure);
        }
        return;
    }
    HeadedStream stream(head, rest);
    FinishingSink finishing(sink_, options_, where, std::string(best->name()));
    try {
        best->read(stream, where, options_, finishing);
        if (finishing.records() == 0 && !sink_.stop_requested()) {
            reject(where,
                   "no_records",
                   "is " + std::string(best->name()) + " by its form, but holds no article");
        }
    } catch (const StreamFailure& failure) {
        reject(where, failure);
    }
}

void check_input(const std::string& input) {
    if (input == "-") {
        return;
    }
    const std::string hint = "check that the path exists and that you have the permission";
    if (::access(input.c_str(), R_OK) != 0) {
        throw Error(ErrorCode::InputUnreadable,
                    "cannot read '" + repair_utf8(input).text + "': " + system_error_text(errno),
                    hint);
    }
    std::error_code error;
    if (fs::is_directory(input, error)) {
        const fs::directory_iterator entries(input, error);
        if (error) {
            throw Error(ErrorCode::InputUnreadable,
                        "cannot list '" + repair_utf8(input).text + "': " + error.message(),
                        hint);
        }
    } else if (fs::is_socket(input, error)) {
        throw Error(ErrorCode::InputUnreadable,
                    "cannot read '" + repair_utf8(input).text + "': it is a socket",
                    "name a file, a folder or - for standard input");
    }
}

}  // namespace

void read_inputs(const std::vector<std::string>& inputs,
                 const SourceOptions& options,
                 ArticleSink& sink) {
    if (!options.input_format.empty() && find_reader(options.input_format) == nullptr) {
        std::string names;
        for (const Reader* reader : readers()) {
            names += (names.empty() ? "" : ", ") + std::string(reader->name());
        }
        throw Error(ErrorCode::Usage,
                    "unknown input format '" + repair_utf8(options.input_format).text + "'",
                    "known formats: " + names);
    }
    for (const std::string& input : inputs) {
        check_input(input);
    }
    InputWalker walker(options, sink);
    for (const std::string& input : inputs) {
        if (sink.stop_requested()) {
            return;
        }
        walker.read_input(input);
    }
}

}  // namespace dateline::source
