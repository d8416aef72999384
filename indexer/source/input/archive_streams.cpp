// libarchive fed from byte streams. Its callbacks are C: no exception may pass through them.
#include "indexer/source/input/archive_streams.hpp"

#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"
#include "indexer/source/input/gzip_stream.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <locale.h>
#include <new>
#include <vector>

namespace dateline::source {
namespace {

constexpr std::size_t kBlockBytes = 64U << 10U;

struct CloseArchive {
    void operator()(archive* handle) const noexcept { archive_read_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, CloseArchive>;

/// What the callbacks need: where bytes come from, and what went wrong there.
struct Feed {
    ByteStream& inner;
    FileStream* file;  ///< not owned; nullptr if the source cannot be positioned
    std::vector<char> buffer = std::vector<char>(kBlockBytes);
    std::optional<StreamFailure> failure;
};

la_ssize_t read_block(archive* handle, void* client, const void** block) {
    Feed& feed = *static_cast<Feed*>(client);
    try {
        *block = feed.buffer.data();
        return static_cast<la_ssize_t>(feed.inner.read(feed.buffer));
    } catch (const StreamFailure& failure) {
        feed.failure = failure;
        feed.failure->resumable = false;  // libarchive does not call again after a failure
    }
    archive_set_error(handle, EIO, "the source failed");
    return ARCHIVE_FATAL;
}

la_int64_t seek_to(archive* /*handle*/, void* client, la_int64_t offset, int whence) {
    FileStream& file = *static_cast<Feed*>(client)->file;
    la_int64_t base = 0;
    if (whence == SEEK_CUR) {
        base = static_cast<la_int64_t>(file.position());
    } else if (whence == SEEK_END) {
        base = static_cast<la_int64_t>(file.size_bytes().value_or(0));
    }
    const la_int64_t target = base + offset;
    if (target < 0 || !file.seek(static_cast<std::uint64_t>(target))) {
        return ARCHIVE_FATAL;
    }
    return target;
}

ArchiveHandle new_handle() {
    ArchiveHandle handle(archive_read_new());
    if (!handle) {
        throw std::bad_alloc();
    }
    return handle;
}

/// Why `handle` failed: what its source said, else by the words of libarchive's message, which has
/// no code for it.
[[noreturn]] void fail(archive* handle, const Feed& feed) {
    if (feed.failure) {
        throw StreamFailure(*feed.failure);
    }
    const char* said = archive_error_string(handle);
    const std::string message = repair_utf8(said == nullptr ? "unknown error" : said).text;
    const std::string lower = ascii_lower(message);
    const bool ended = lower.find("truncated") != std::string::npos ||
                       lower.find("unexpected end") != std::string::npos ||
                       lower.find("premature end") != std::string::npos;
    if (lower.find("passphrase") != std::string::npos ||
        lower.find("encrypt") != std::string::npos) {
        throw StreamFailure{"encrypted", "is encrypted (" + message + "); decrypt it first"};
    }
    throw StreamFailure{
        ended ? "truncated" : "damaged",
        (ended ? "ends too early (" : "is damaged (") + message + "); what came before was read"};
}

void open_handle(archive* handle, Feed& feed) {
    archive_read_set_read_callback(handle, read_block);
    archive_read_set_callback_data(handle, &feed);
    if (feed.file != nullptr) {
        archive_read_set_seek_callback(handle, seek_to);
    }
    if (archive_read_open1(handle) < ARCHIVE_WARN) {
        fail(handle, feed);
    }
}

/// The data blocks of a handle's current entry as one stream; holes of sparse files read as zeros.
class EntryStream : public ByteStream {
public:
    EntryStream(archive* handle, const Feed& feed) : handle_(handle), feed_(feed) {}

    [[nodiscard]] std::size_t read(std::span<char> buffer) override {
        std::size_t filled = 0;
        while (filled < buffer.size()) {
            if (hole_ > 0) {
                const auto count = std::min<std::uint64_t>(hole_, buffer.size() - filled);
                std::memset(buffer.data() + filled, 0, count);
                hole_ -= count;
                filled += count;
            } else if (!block_.empty()) {
                const std::size_t count = std::min(block_.size(), buffer.size() - filled);
                std::memcpy(buffer.data() + filled, block_.data(), count);
                block_.remove_prefix(count);
                filled += count;
            } else if (!next_block(filled > 0)) {
                break;
            }
        }
        return filled;
    }

private:
    /// @param hold_failure  bytes wait to be handed over: keep a failure for the next call
    bool next_block(bool hold_failure) {
        if (ended_) {
            return false;
        }
        if (!failed_) {
            const void* data = nullptr;
            std::size_t size = 0;
            la_int64_t offset = 0;
            const int result = archive_read_data_block(handle_, &data, &size, &offset);
            if (result == ARCHIVE_EOF) {
                ended_ = true;
                return false;
            }
            if (result >= ARCHIVE_WARN) {
                const auto start = static_cast<std::uint64_t>(std::max<la_int64_t>(offset, 0));
                hole_ = start > position_ ? start - position_ : 0;
                position_ = std::max(position_, start) + size;
                block_ = std::string_view(static_cast<const char*>(data), size);
                return true;
            }
            failed_ = true;
        }
        if (hold_failure) {
            return false;
        }
        fail(handle_, feed_);
    }

    archive* handle_;
    const Feed& feed_;
    std::string_view block_;
    std::uint64_t hole_ = 0;
    std::uint64_t position_ = 0;
    bool ended_ = false;
    bool failed_ = false;
};

/// When `entry` was last written to, if that is stated and no nonsense.
std::optional<time::TimestampMs> modified_of(archive_entry* entry) {
    constexpr std::int64_t kYear10000 = 253'402'300'800;  // seconds since 1970
    const std::int64_t seconds = archive_entry_mtime(entry);
    if (archive_entry_mtime_is_set(entry) == 0 || seconds <= 0 || seconds >= kYear10000) {
        return std::nullopt;
    }
    return time::TimestampMs(std::chrono::seconds(seconds));
}

/// Lets this thread use UTF-8 while it lives: libarchive passes the names of members through the
/// locale, and in that of C, which programs start in, all but ASCII is lost.
class Utf8Locale {
public:
    Utf8Locale() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (locale_ != nullptr) {
            before_ = uselocale(locale_);
        }
    }
    ~Utf8Locale() {
        if (locale_ != nullptr) {
            uselocale(before_);
            freelocale(locale_);
        }
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t locale_;  ///< owned; null if the system has none
    locale_t before_ = nullptr;
};

/// The name of a member. One that is not UTF-8 is read as code page 437, which has a character for
/// each byte: names that differ must stay apart, because they are what articles are known by.
///
/// Source: APPNOTE.TXT 6.3.9, appendix D.1, for zip files; other archives do not say.
std::string member_name(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) {
        name = archive_entry_pathname(entry);
    }
    return name == nullptr ? "(unreadable name)" : text::decode_text(name, "IBM437").utf8;
}

/// Whether a part of the path begins with a dot, `.` and `..` aside, or is the folder in which
/// macOS puts the resource forks of its archives.
bool is_hidden(std::string_view path) {
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        if ((part.starts_with('.') && part != "." && part != "..") || part == "__MACOSX") {
            return true;
        }
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    }
    return false;
}

std::optional<unsigned> octal(std::string_view field) {
    unsigned value = 0;
    bool any = false;
    for (const char c : field) {
        if (c >= '0' && c <= '7') {
            value = value * 8 + static_cast<unsigned>(c - '0');
            any = true;
        } else if (any || c != ' ') {
            break;
        }
    }
    return any ? std::optional(value) : std::nullopt;
}

/// Whether the 512-byte header block carries the sum of its own bytes, its sum field read as
/// blanks.
bool is_tar(std::string_view head) {
    constexpr std::size_t kHeaderBytes = 512;
    constexpr std::size_t kSumOffset = 148;
    constexpr std::size_t kSumBytes = 8;
    if (head.size() < kHeaderBytes || head[0] == '\0') {
        return false;
    }
    const auto stated = octal(head.substr(kSumOffset, kSumBytes));
    unsigned sum = 0;
    for (std::size_t i = 0; i < kHeaderBytes; ++i) {
        const bool in_sum = i >= kSumOffset && i < kSumOffset + kSumBytes;
        sum += in_sum ? ' ' : static_cast<unsigned char>(head[i]);
    }
    return stated && *stated == sum;
}

/// Whether the first member is one with which only office documents and e-books begin.
bool is_zip_document(std::string_view head) {
    constexpr std::size_t kNameOffset = 30;
    const std::string_view name = head.substr(std::min(head.size(), kNameOffset));
    return name.starts_with("[Content_Types].xml") || name.starts_with("mimetypeapplication/") ||
           name.starts_with("_rels/.rels");
}

}  // namespace

namespace {

/// Bytes that show whether another compressor's output begins; xz has the longest signature.
constexpr std::size_t kSignatureBytes = 16;

/// Decompression by libarchive, which finds out by itself what it has before it.
class FilteredStream final : public ByteStream {
public:
    explicit FilteredStream(ByteStream& inner)
        : feed_{inner, nullptr, std::vector<char>(kBlockBytes), {}}, handle_(new_handle()) {
        for (const auto enable : {archive_read_support_filter_gzip,
                                  archive_read_support_filter_bzip2,
                                  archive_read_support_filter_xz,
                                  archive_read_support_filter_lzma,
                                  archive_read_support_filter_lzip,
                                  archive_read_support_filter_zstd,
                                  archive_read_support_filter_lz4,
                                  archive_read_support_filter_compress}) {
            enable(handle_.get());
        }
        archive_read_support_format_raw(handle_.get());
        archive_read_support_format_empty(handle_.get());
    }

    [[nodiscard]] std::size_t read(std::span<char> buffer) override {
        if (!entry_ && !empty_) {
            archive* handle = handle_.get();
            open_handle(handle, feed_);
            archive_entry* entry = nullptr;
            const int result = archive_read_next_header(handle, &entry);
            empty_ = result == ARCHIVE_EOF;
            if (result < ARCHIVE_WARN) {
                fail(handle, feed_);
            }
            entry_.emplace(handle, feed_);
        }
        return empty_ ? 0 : entry_->read(buffer);
    }

    [[nodiscard]] bool is_compressed() const {
        return archive_filter_code(handle_.get(), 0) != ARCHIVE_FILTER_NONE;
    }

    /// Appends the names of the compressions, the outermost first.
    void add_names(std::vector<std::string>& names) const {
        // libarchive counts from the inside out, and the last is the bytes themselves.
        for (int i = archive_filter_count(handle_.get()) - 2; i >= 0; --i) {
            names.emplace_back(archive_filter_name(handle_.get(), i));
        }
    }

private:
    Feed feed_;
    ArchiveHandle handle_;
    std::optional<EntryStream> entry_;
    bool empty_ = false;
};

/// Whether `head` begins the output of a compressor, as far as its first bytes show.
bool looks_compressed(std::string_view head) {
    using namespace std::string_view_literals;
    return is_gzip(head) || head.starts_with("BZh") || head.starts_with("\xFD\x37zXZ\0"sv) ||
           head.starts_with("\x28\xB5\x2F\xFD") || head.starts_with("LZIP") ||
           head.starts_with("\x04\x22\x4D\x18") || head.starts_with("\x1F\x9D") ||
           head.starts_with("\x5D\0\0"sv);
}

}  // namespace

/// Streams one around the other, each set up when the first bytes of the one inside are known.
/// Gzip on the outside is decoded here and not by libarchive, which stops at the first damaged
/// member and compares no checksums.
struct DecompressedStream::State {
    explicit State(ByteStream& stream) : inner(stream) {}

    ByteStream& inner;
    StreamHead raw_head;
    std::optional<HeadedStream> raw;
    std::optional<GzipStream> gzip;
    StreamHead gzip_head;
    std::optional<HeadedStream> unpacked;  ///< what `gzip` gives
    std::optional<FilteredStream> filtered;
    ByteStream* outermost = nullptr;  ///< one of the above

    void open() {
        raw_head = read_head(inner, kSignatureBytes);
        raw.emplace(raw_head, inner);
        if (!is_gzip(raw_head.bytes)) {
            outermost = &filtered.emplace(*raw);
            return;
        }
        gzip_head = read_head(gzip.emplace(*raw), kSignatureBytes);
        unpacked.emplace(gzip_head, *gzip);
        if (looks_compressed(gzip_head.bytes)) {
            outermost = &filtered.emplace(*unpacked);
        } else {
            outermost = &*unpacked;
        }
    }
};

DecompressedStream::DecompressedStream(ByteStream& inner)
    : state_(std::make_unique<State>(inner)) {}

DecompressedStream::~DecompressedStream() = default;

std::size_t DecompressedStream::read(std::span<char> buffer) {
    if (state_->outermost == nullptr) {
        state_->open();
    }
    return state_->outermost->read(buffer);
}

bool DecompressedStream::is_compressed() const {
    return state_->gzip.has_value() || (state_->filtered && state_->filtered->is_compressed());
}

std::vector<std::string> DecompressedStream::compressions() const {
    std::vector<std::string> names;
    if (state_->gzip) {
        names.emplace_back("gzip");
    }
    if (state_->filtered) {
        state_->filtered->add_names(names);
    }
    return names;
}

std::optional<ArchiveKind> archive_kind(std::string_view head) {
    using namespace std::string_view_literals;
    if (head.starts_with("PK\x03\x04"sv)) {
        return is_zip_document(head) ? std::nullopt : std::optional(ArchiveKind::Zip);
    }
    if (head.starts_with("PK\x05\x06"sv) || head.starts_with("PK\x07\x08PK\x03\x04"sv)) {
        return ArchiveKind::Zip;
    }
    if (head.starts_with("7z\xBC\xAF\x27\x1C"sv)) {
        return ArchiveKind::SevenZip;
    }
    return is_tar(head) ? std::optional(ArchiveKind::Tar) : std::nullopt;
}

struct ArchiveReader::State {
    Feed feed;
    ArchiveHandle handle;
    std::optional<EntryStream> entry;
    bool open = false;
};

ArchiveReader::ArchiveReader(ByteStream& inner, ArchiveKind kind, FileStream* file)
    : state_(std::make_unique<State>(State{Feed{inner, file, {}, {}}, new_handle(), {}, false})) {
    state_->feed.buffer.resize(kBlockBytes);
    archive* handle = state_->handle.get();
    if (kind == ArchiveKind::Tar) {
        archive_read_support_format_tar(handle);
    } else if (kind == ArchiveKind::SevenZip) {
        archive_read_support_format_7zip(handle);
    } else {
        archive_read_support_format_zip_streamable(handle);
        if (file != nullptr) {
            archive_read_support_format_zip_seekable(handle);
        }
    }
}

ArchiveReader::~ArchiveReader() = default;

std::optional<ArchiveMember> ArchiveReader::next() {
    const Utf8Locale utf8;
    State& state = *state_;
    archive* handle = state.handle.get();
    if (!state.open) {
        open_handle(handle, state.feed);
        state.open = true;
    }
    for (;;) {
        state.entry.reset();
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(handle, &entry);
        if (result == ARCHIVE_EOF) {
            return std::nullopt;
        }
        if (result < ARCHIVE_WARN) {
            fail(handle, state.feed);
        }
        const auto type = archive_entry_filetype(entry);
        const bool is_link = archive_entry_hardlink(entry) != nullptr;
        std::string name = member_name(entry);
        // Some programs write zip members without a type; their folders end in a slash.
        const bool regular = type == AE_IFREG || (type == 0 && !name.ends_with('/'));
        if (regular && !is_link && !is_hidden(name)) {
            state.entry.emplace(handle, state.feed);
            return ArchiveMember{
                std::move(name), archive_entry_is_encrypted(entry) != 0, modified_of(entry)};
        }
    }
}

ByteStream& ArchiveReader::data() {
    return *state_->entry;
}

}  // namespace dateline::source
