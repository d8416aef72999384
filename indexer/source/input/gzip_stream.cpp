// zlib decodes one member; finding the next one after damage is done here.
#include "indexer/source/input/gzip_stream.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <zlib.h>

namespace dateline::source {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBlockBytes = 64U << 10U;
constexpr std::size_t kHeaderBytes = 10;

/// Damage shows late: zlib may decode nonsense into the members that follow. So much of a member's
/// compressed bytes is kept, to look for them there.
constexpr std::size_t kKeptBytes = 1U << 20U;

/// zlib's code for "gzip header and trailer" with the largest window (zlib.h, inflateInit2).
constexpr int kGzipWindowBits = 15 + 16;

/// zlib's decoder, freed with the object.
class Inflater {
public:
    Inflater() {
        if (inflateInit2(&stream_, kGzipWindowBits) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream_); }

    void reset() { inflateReset(&stream_); }

    struct Step {
        int result = Z_OK;
        std::size_t taken = 0;
        std::size_t given = 0;
    };

    [[nodiscard]] Step step(std::string_view in, std::span<char> out) {
        // zlib's interface is C: it takes the input as not const, and unsigned characters.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // NOLINT
        stream_.avail_in = static_cast<uInt>(in.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());  // NOLINT
        stream_.avail_out = static_cast<uInt>(out.size());
        Step step;
        step.result = inflate(&stream_, Z_NO_FLUSH);
        step.taken = in.size() - stream_.avail_in;
        step.given = out.size() - stream_.avail_out;
        return step;
    }

private:
    z_stream stream_{};
};

/// Whether `bytes`, which begin like a member, can be decoded as one. What only looks like a header
/// inside compressed bytes fails within its first block.
bool decodes(std::string_view bytes) {
    Inflater inflater;
    std::array<char, 4096> out{};
    const Inflater::Step step = inflater.step(bytes.substr(0, out.size()), out);
    return step.result == Z_OK || step.result == Z_STREAM_END;
}

}  // namespace

bool is_gzip(std::string_view head) noexcept {
    constexpr unsigned kReservedFlags = 0xE0;
    return head.size() > 3 && head.starts_with("\x1F\x8B\x08"sv) &&
           (static_cast<unsigned char>(head[3]) & kReservedFlags) == 0;
}

struct GzipStream::State {
    explicit State(ByteStream& stream) : inner(stream) {}

    ByteStream& inner;
    Inflater inflater;
    std::string kept;           ///< compressed bytes: those of the member so far, then unread ones
    std::size_t position = 0;   ///< of the first unread byte in `kept`
    std::uint64_t members = 0;  ///< that were begun
    bool in_member = false;
    bool inner_ended = false;
    std::optional<StreamFailure> inner_failure;
    bool ended = false;
    std::optional<StreamFailure> pending;  ///< to be thrown once what was decoded is handed over

    [[nodiscard]] std::string_view unread() const {
        return std::string_view(kept).substr(position);
    }

    /// Reads another block; false at the end of the inner stream.
    bool fill() {
        if (inner_ended) {
            return false;
        }
        const std::size_t old = kept.size();
        kept.resize(old + kBlockBytes);
        std::size_t got = 0;
        try {
            got = inner.read(std::span(kept).subspan(old));
        } catch (const StreamFailure& failure) {
            inner_failure = failure;
            inner_failure->resumable = false;
        }
        kept.resize(old + got);
        inner_ended = got == 0;
        return got > 0;
    }

    /// Drops what is no longer needed of a member that is being decoded.
    void trim_kept() {
        if (position > kKeptBytes) {
            kept.erase(0, position);
            position = 0;
        }
    }

    /// Moves to the next member at or after `from`; false if there is none.
    bool find_member(std::size_t from) {
        for (;;) {
            const std::size_t at = kept.find("\x1F\x8B\x08"sv, from);
            const std::size_t needed = at == std::string::npos ? kept.size() : at + kBlockBytes;
            if (at != std::string::npos && (kept.size() >= needed || inner_ended)) {
                const std::string_view rest = std::string_view(kept).substr(at);
                if (rest.size() > kHeaderBytes && is_gzip(rest) && decodes(rest)) {
                    position = at;
                    return true;
                }
                from = at + 1;
                continue;
            }
            if (at == std::string::npos) {
                // Two bytes of a magic number may stand at the end of the block.
                const std::size_t done =
                    std::max(from, kept.size() - std::min<std::size_t>(kept.size(), 2));
                kept.erase(0, done);
                from = 0;
            }
            if (!fill()) {
                if (at == std::string::npos) {
                    position = kept.size();
                    return false;
                }
            }
        }
    }

    /// Notes that bytes could not be decoded, and looks for the next member from `from` on.
    void fail(std::size_t from, const std::string& what) {
        in_member = false;
        const bool more = find_member(from);
        ended = !more;
        if (!more && inner_failure) {
            pending = inner_failure;
            return;
        }
        pending = StreamFailure{"damaged", what + "; what came before was read", more};
    }

    /// Begins the next member; false at the end of the stream.
    bool begin_member() {
        kept.erase(0, position);
        position = 0;
        std::size_t start = 0;
        while (members > 0 && (start = kept.find_first_not_of('\0')) == std::string::npos) {
            kept.clear();
            if (!fill()) {
                ended = true;
                pending = inner_failure;
                return false;
            }
        }
        kept.erase(0, start);
        while (kept.size() < kHeaderBytes && fill()) {
        }
        if (!is_gzip(kept)) {
            fail(0,
                 "holds bytes after compressed member " + std::to_string(members) +
                     " that are not gzip");
            return false;
        }
        ++members;
        inflater.reset();
        in_member = true;
        return true;
    }

    /// Decodes into `buffer`; 0 if the member has ended or failed, or the input must be filled.
    std::size_t decode(std::span<char> buffer) {
        const Inflater::Step step = inflater.step(unread(), buffer);
        position += step.taken;
        if (step.result == Z_STREAM_END) {
            in_member = false;
        } else if (step.result == Z_OK || step.result == Z_BUF_ERROR) {
            trim_kept();
            if (unread().empty() && step.given == 0 && !fill()) {
                ended = true;
                pending = inner_failure.value_or(
                    StreamFailure{"truncated",
                                  "ends too early (inside gzip member " + std::to_string(members) +
                                      "); what came before was read"});
            }
        } else {
            fail(1, "is damaged (gzip member " + std::to_string(members) + ")");
        }
        return step.given;
    }
};

GzipStream::GzipStream(ByteStream& inner) : state_(std::make_unique<State>(inner)) {}

GzipStream::~GzipStream() = default;

std::size_t GzipStream::read(std::span<char> buffer) {
    State& state = *state_;
    std::size_t filled = 0;
    while (filled < buffer.size() && !state.pending && !state.ended) {
        if (state.in_member || state.begin_member()) {
            filled += state.decode(buffer.subspan(filled));
        }
    }
    if (filled == 0 && state.pending) {
        const StreamFailure failure = *state.pending;
        if (failure.resumable) {
            state.pending.reset();
        }
        throw StreamFailure(failure);
    }
    return filled;
}

}  // namespace dateline::source
