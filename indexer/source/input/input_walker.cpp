// Walking through folders, compressions and archives.
#include "indexer/source/input/input_walker.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/finishing_sink.hpp"
#include "indexer/source/input/archive_streams.hpp"
#include "indexer/source/input/byte_streams.hpp"
#include "indexer/source/input/path_pattern.hpp"
#include "indexer/source/media_type.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

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

/// What an archive of `kind` is called.
std::string name_of(ArchiveKind kind) {
    switch (kind) {
        case ArchiveKind::Tar:
            return "tar";
        case ArchiveKind::Zip:
            return "zip";
        case ArchiveKind::SevenZip:
            return "7z";
    }
    return {};
}

/// Reads one run's inputs.
class InputWalker {
public:
    InputWalker(const SourceOptions& options, ArticleSink& sink, const StreamHandler& handler)
        : options_(options), sink_(sink), handler_(handler) {}

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
    void hand_over(const StreamHead& head, ByteStream& rest, const Locator& where);

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

    /// The options for the file or member at `where`; nullptr if it is to be left out.
    [[nodiscard]] const SourceOptions* options_of(const Locator& where) const {
        return options_.by_path ? options_.by_path(where) : &options_;
    }

    const SourceOptions& options_;
    ArticleSink& sink_;
    const StreamHandler& handler_;
    Locator current_;                            ///< of the innermost stream that is being read
    std::optional<time::TimestampMs> modified_;  ///< likewise
    std::vector<std::string> wrapped_in_;        ///< compressions and archives around it
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
        if (path.filename().native().starts_with('.') || path.filename() == kProjectFileName ||
            entry.is_symlink(ignored)) {
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
    wrapped_in_.clear();
    if (options_of(where) == nullptr) {
        return;
    }
    try {
        FileStream file(path, sink_);
        modified_ = file.modified();
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
    const std::size_t wrappings = wrapped_in_.size();
    for (std::string& name : decompressed.compressions()) {
        wrapped_in_.push_back(std::move(name));
    }
    const auto kind = archive_kind(head.bytes);
    if (!kind) {
        hand_over(head, stream, where);
    } else if (depth >= options_.limits.archive_depth) {
        reject(where,
               "too_deep",
               "is an archive inside " + std::to_string(depth) + " others; unpack it by hand");
    } else if (is_file && !decompressed.is_compressed() && *kind != ArchiveKind::Tar &&
               file.seek(0)) {
        // By its directory a zip file reads better than from front to back, where sizes may be
        // missing; a 7z file cannot be read in any other way.
        read_archive(file, *kind, file, true, where, depth);
    } else if (*kind == ArchiveKind::SevenZip) {
        reject(where,
               "unseekable",
               "is a 7z archive that is no plain file on disk, and such are read from their end; "
               "unpack it by hand");
    } else {
        stream.allow_any_size();
        HeadedStream headed(head, stream);
        read_archive(headed, *kind, file, false, where, depth);
    }
    wrapped_in_.resize(wrappings);
}

void InputWalker::hand_over(const StreamHead& head, ByteStream& rest, const Locator& where) {
    const SourceOptions* options = options_of(where);
    if (options == nullptr) {
        return;
    }
    try {
        handler_({head, rest, *options, where, modified_, wrapped_in_});
    } catch (const StreamFailure& failure) {
        reject(where, failure);
    }
}

void InputWalker::read_archive(ByteStream& stream,
                               ArchiveKind kind,
                               FileStream& file,
                               bool is_file,
                               const Locator& where,
                               unsigned depth) {
    ArchiveReader archive(stream, kind, is_file ? &file : nullptr);
    wrapped_in_.emplace_back(name_of(kind));
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
    if (options_of(inside) == nullptr) {
        return;
    }
    modified_ = member.modified;
    if (member.encrypted) {
        reject(inside, "encrypted", "is encrypted; decrypt it first");
        return;
    }
    read_stream(archive.data(), file, false, inside, depth + 1);
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

/// @throws Error (Usage) if `options` names a format or a pattern that there is not.
void check_options(const SourceOptions& options) {
    if (!options.input_format.empty() && find_reader(options.input_format) == nullptr) {
        std::string names;
        for (const Reader* reader : readers()) {
            names += (names.empty() ? "" : ", ") + std::string(reader->name());
        }
        throw Error(ErrorCode::Usage,
                    "unknown input format '" + repair_utf8(options.input_format).text + "'",
                    "known formats: " + names);
    }
    if (options.path_pattern.empty()) {
        return;
    }
    const auto pattern = PathPattern::parse(options.path_pattern);
    if (const auto* problem = std::get_if<PatternProblem>(&pattern)) {
        throw Error(ErrorCode::Usage, "path pattern: " + problem->message, problem->hint);
    }
}

}  // namespace

void walk_inputs(const std::vector<std::string>& inputs,
                 const SourceOptions& options,
                 ArticleSink& sink,
                 const StreamHandler& handler) {
    check_options(options);
    for (const std::string& input : inputs) {
        check_input(input);
    }
    InputWalker walker(options, sink, handler);
    for (const std::string& input : inputs) {
        if (sink.stop_requested()) {
            return;
        }
        walker.read_input(input);
    }
}

}  // namespace dateline::source
