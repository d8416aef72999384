// What every source format implements, and what it hands its articles to.
#pragma once

#include "common/article/article.hpp"
#include "common/time/date_reading.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// Bounds on what is read from untrusted input. Each is an option with this default.
struct Limits {
    std::uint64_t article_bytes =
        10ULL << 20U;  ///< of one record before decoding; longer ones are rejected
    std::uint64_t member_bytes = 64ULL << 30U;  ///< decompressed size of one file or member
    std::uint64_t ratio = 500;  ///< decompressed over compressed bytes, checked after 64 MiB out
    std::uint64_t members = 10'000'000;  ///< members of one archive
    std::uint32_t archive_depth = 4;     ///< archives inside archives
    std::uint32_t nesting_depth = 64;    ///< of JSON and HTML structures
};

/// A file of this name inside a folder says how the files around it are read, and is no article.
inline constexpr std::string_view kProjectFileName = "dateline.conf";

/// A place that the date of publication may be taken from.
enum class DateSource {
    Stated,            ///< what the article or its record states, in whatever way
    Url,               ///< its address: `/2025/10/16/`
    Path,              ///< the names of its file and folders, or what path_pattern finds there
    ModificationTime,  ///< of the file: when it was copied, more often than not
};

/// How inputs are to be read. Defaults read everything by sniffing.
struct SourceOptions {
    std::string input_format;  ///< name of a reader; empty: sniff
    std::map<std::string, std::string>
        field_map;            ///< article field -> key in flat objects, from --map
    std::string collection;   ///< set on every article that has none
    std::string id_prefix;    ///< put before every given id
    std::string source;       ///< set on articles that state none
    std::string lang;         ///< set on articles that state none
    std::string charset;      ///< encoding of inputs that do not mark theirs; empty: detected
    time::DateReading dates;  ///< where a date leaves something out
    std::vector<DateSource> date_sources = {
        DateSource::Stated, DateSource::Url};  ///< in this order; the first that has a date wins
    std::string path_pattern;                  ///< see path_pattern.hpp; empty: none
    std::string split_on;  ///< lines of text files that begin an article: a regular expression
    Limits limits;

    /// The options that hold for one file or member in place of these; nullptr: it is not read. The
    /// result must stay valid until read_inputs() returns; its own `by_path` and the limits of
    /// archives are not looked at. Empty: these hold everywhere.
    std::function<const SourceOptions*(const Locator& where)> by_path;
};

/// An input, or a record of one, that could not become an article.
struct Rejected {
    Locator locator;
    std::string
        code;  ///< stable, for counting: `no_text`, `too_long`, `truncated`, `bad_json`, `bomb` …
    std::string reason;       ///< one line for people, lower case, with the remedy if there is one
    std::string format = {};  ///< name of the reader; empty if it did not come to reading
};

/// Receives what readers find, in input order. Implementations need not be thread-safe.
class ArticleSink {
public:
    virtual ~ArticleSink() = default;

    /// Takes one article. May block while later stages are busy.
    virtual void article(Article&& article) = 0;

    /// Takes one record, member or file that could not be read.
    virtual void reject(Rejected&& rejected) = 0;

    /// Takes a file or member that no reader recognises; `type` is its media type by content, such
    /// as `application/pdf`.
    virtual void unrecognised(const Locator& locator, const std::string& type) = 0;

    /// Counts a record that by its nature is no article, such as a picture or a redirection in a
    /// web archive; `kind` is a stable name. Not an error, so there is no locator.
    virtual void skipped(const std::string& kind) = 0;

    /// Called as input is consumed: `bytes` of the files as stored on disk since the last call.
    virtual void progress(std::uint64_t bytes) = 0;

    /// Whether reading should end soon (a signal, --fail-fast). Readers ask between records.
    [[nodiscard]] virtual bool stop_requested() const = 0;
};

/// A stream of decompressed bytes with some looked at in advance.
class ByteStream {
public:
    virtual ~ByteStream() = default;

    /// Fills `buffer` from the front and returns how many bytes: fewer than asked for only at the
    /// end or just before a failure, which the next call then throws; 0 at the end. So read until
    /// 0.
    ///
    /// @throws StreamFailure if the bytes cannot be read or decompressed, or pass a limit; what was
    ///         returned before stays valid.
    [[nodiscard]] virtual std::size_t read(std::span<char> buffer) = 0;
};

/// Why a stream ended before its end: a damaged archive, a disk error, a limit. Thrown by
/// ByteStream and caught in read_inputs(), where it becomes a Rejected. Not an Error: the run goes
/// on.
struct StreamFailure {
    std::string code;  ///< `truncated`, `damaged`, `bomb`, `encrypted`, `unreadable`
    std::string reason;
    /// The next read() goes on after the damage, with bytes that do not join what came before it.
    /// Otherwise the next read() throws the same again.
    bool resumable = false;
};

/// One source format. Stateless: the same object may read many streams, one after the other.
class Reader {
public:
    Reader() = default;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    virtual ~Reader() = default;

    /// Stable name, as `--input-format` takes it and as Article::format keeps it.
    [[nodiscard]] virtual std::string_view name() const noexcept = 0;

    /// One line for --help: what it takes.
    [[nodiscard]] virtual std::string_view help() const noexcept = 0;

    /// How sure it is that `head` (at least the first 4 KiB, or all if shorter; any encoding) is of
    /// this format, from 0 (no) to 100. `path` may add a little, but never decides alone.
    [[nodiscard]] virtual int sniff(std::string_view head, std::string_view path) const = 0;

    /// Reads `stream` to its end and gives every article or rejection to `sink`, in order, with
    /// bounded memory. Sets every field of the article that the format states, `format`, and the
    /// locator's offset and record; read_inputs() sets the rest of the locator and option defaults.
    ///
    /// @param origin  file and member that the stream comes from
    virtual void read(ByteStream& stream,
                      const Locator& origin,
                      const SourceOptions& options,
                      ArticleSink& sink) const = 0;
};

/// All readers in the order in which help lists them. To add a format: derive from Reader, and add
/// it to the list in readers.cpp; nothing else changes.
[[nodiscard]] std::span<const Reader* const> readers();

/// The reader called `name`; nullptr if there is none.
[[nodiscard]] const Reader* find_reader(std::string_view name);

/// Reads every file, directory (recursively, entries sorted by name) and `-` (standard input) of
/// `inputs`, in order, through decompression and archives, and gives what it finds to `sink`.
///
/// Hidden files, kProjectFileName, sockets, devices and symbolic links inside directories are
/// skipped; links named on the command line are followed. An index folder (one with a Dateline
/// manifest) is not entered. An empty file is unrecognised with type `inode/x-empty`. Members of
/// tar and zip archives are read like files; hidden ones, links and `__MACOSX` folders are skipped.
///
/// What holds for every article, whatever its reader, is done here: the locator's file and member,
/// Article::format if the reader left it empty, what path_pattern finds in the path where the
/// article does not state it (evidence `path`), the date from the first of date_sources that has
/// one, the defaults of `options` (collection, source, lang, id_prefix), `metadata` as
/// published_from and lang_from where a value has no origin,
/// control characters dropped (warning `control_characters`), ill-formed UTF-8 repaired
/// (`repaired_utf8`), blank paragraphs dropped. An article without title and text is rejected as
/// `no_text`.
///
/// A stream that fails is rejected with the failure's code after what could be read of it; a
/// failure of kind `bomb` ends the whole file on disk, the others only the member. A reader must
/// let StreamFailure pass, unless it goes on after one that can be resumed.
///
/// Where options.by_path is set, it is asked for each file before it is opened, and for each member
/// of an archive before it is read.
///
/// @throws Error (InputUnreadable) before reading anything if an input named on the command line
///         does not exist or cannot be opened; (Usage) if options.input_format is unknown or
///         options.path_pattern is no pattern.
void read_inputs(const std::vector<std::string>& inputs,
                 const SourceOptions& options,
                 ArticleSink& sink);

}  // namespace dateline::source
