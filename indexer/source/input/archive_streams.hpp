// Decompression and archives, through libarchive; no other file includes its headers.
#pragma once

#include "indexer/source/input/byte_streams.hpp"
#include "indexer/source/reader.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// The decompressed bytes of a stream that may be compressed with gzip, bzip2, xz, lzma, lzip,
/// zstd, lz4 or compress, or several of them, one around the other; a stream that is not passes
/// unchanged. Decompressors that libarchive runs as separate programs are not enabled.
///
/// Gzip on the outside gives all that can be decoded, checks it, and goes on after damaged members:
/// see GzipStream. The others come in blocks of about 64 KiB, and nothing is given of the block in
/// which a compressed stream breaks off.
class DecompressedStream : public ByteStream {
public:
    /// Does not read yet. `inner` must outlive the object.
    explicit DecompressedStream(ByteStream& inner);
    DecompressedStream(const DecompressedStream&) = delete;
    DecompressedStream& operator=(const DecompressedStream&) = delete;
    ~DecompressedStream() override;

    /// @throws StreamFailure (`truncated`, `damaged`, or what `inner` throws).
    [[nodiscard]] std::size_t read(std::span<char> buffer) override;

    /// Whether the stream was compressed; known after the first read().
    [[nodiscard]] bool is_compressed() const;

    /// The compressions, the outermost first: `gzip`; known after the first read().
    [[nodiscard]] std::vector<std::string> compressions() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// An archive format that is entered. A 7z archive has its directory at its end: it can be read
/// from a file on disk only.
enum class ArchiveKind { Tar, Zip, SevenZip };

/// The archive format that `head`, the decompressed first bytes (512 are enough), begins;
/// std::nullopt if it is none. Office documents and e-books, which are zip files by construction,
/// are none.
///
/// Source: POSIX.1-1988 ustar and the older V7 format (checksum only); PKWARE APPNOTE 6.3.10,
/// section 4.3; 7zFormat.txt of the LZMA SDK.
[[nodiscard]] std::optional<ArchiveKind> archive_kind(std::string_view head);

/// One member of an archive.
struct ArchiveMember {
    std::string name;  ///< path inside the archive, valid UTF-8
    bool encrypted = false;
    std::optional<time::TimestampMs> modified;  ///< when it was last written to, if stated
};

/// The regular files of an archive, in the order in which they are stored, read without unpacking.
class ArchiveReader {
public:
    /// @param inner  positioned at the archive's first byte; must outlive the object
    /// @param file  if `inner` is a file on disk without compression, the same file: a zip archive
    /// is
    ///              then read by its directory; nullptr otherwise, and never for 7z
    ArchiveReader(ByteStream& inner, ArchiveKind kind, FileStream* file);
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;
    ~ArchiveReader();

    /// Goes to the next regular file that is not hidden; std::nullopt at the end.
    ///
    /// @throws StreamFailure (`truncated`, `damaged`, or what `inner` throws) if the archive cannot
    /// be
    ///         read further.
    [[nodiscard]] std::optional<ArchiveMember> next();

    /// The bytes of the member that next() gave, valid until the next call of it.
    [[nodiscard]] ByteStream& data();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::source
