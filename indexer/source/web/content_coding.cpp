// Each coding is a stream over memory, and one loop reads them all against the limits.
#include "indexer/source/web/content_coding.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/input/archive_streams.hpp"
#include "indexer/source/input/byte_streams.hpp"
#include "indexer/source/input/gzip_stream.hpp"
#include "indexer/source/media_type.hpp"

#include <algorithm>
#include <brotli/decode.h>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>
#include <vector>
#include <zlib.h>

namespace dateline::source {
namespace {

constexpr std::size_t kBlockBytes = 64U << 10U;

/// Most codings that one content is believed to have around it.
constexpr std::size_t kMaxCodings = 4;

/// Decoded bytes before which the ratio is not looked at: short pages that repeat compress well.
constexpr std::uint64_t kRatioCheckedAfterBytes = 1U << 20U;

[[noreturn]] void fail_damaged() {
    throw StreamFailure{"damaged", "is damaged", false};
}

/// Raw deflate or zlib's frame around it (RFC 1951, RFC 1950).
class DeflateStream final : public ByteStream {
public:
    explicit DeflateStream(std::string_view bytes) {
        constexpr int window_bits = 15;
        if (inflateInit2(&stream_, has_frame(bytes) ? window_bits : -window_bits) != Z_OK) {
            throw std::bad_alloc();
        }
        // zlib's interface is C: it takes the input as not const, and unsigned characters.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
        stream_.avail_in = static_cast<uInt>(bytes.size());
    }
    DeflateStream(const DeflateStream&) = delete;
    DeflateStream& operator=(const DeflateStream&) = delete;
    ~DeflateStream() override { inflateEnd(&stream_); }

    [[nodiscard]] std::size_t read(std::span<char> buffer) override {
        if (ended_) {
            return 0;
        }
        stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());  // NOLINT
        stream_.avail_out = static_cast<uInt>(buffer.size());
        const int result = inflate(&stream_, Z_NO_FLUSH);
        const std::size_t given = buffer.size() - stream_.avail_out;
        ended_ = result == Z_STREAM_END;
        if (!ended_ && given == 0) {
            fail_damaged();
        }
        return given;
    }

private:
    /// Whether the first two bytes are a header of zlib (RFC 1950, section 2.2).
    static bool has_frame(std::string_view bytes) {
        if (bytes.size() < 2) {
            return false;
        }
        const unsigned method = static_cast<unsigned char>(bytes[0]);
        const unsigned flags = static_cast<unsigned char>(bytes[1]);
        constexpr unsigned deflate = 8;
        constexpr unsigned check = 31;
        return (method & 0x0FU) == deflate && (method * 256 + flags) % check == 0;
    }

    z_stream stream_{};
    bool ended_ = false;
};

class BrotliStream final : public ByteStream {
public:
    explicit BrotliStream(std::string_view bytes)
        : rest_(bytes),
          state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr),
                 BrotliDecoderDestroyInstance) {
        if (!state_) {
            throw std::bad_alloc();
        }
    }

    [[nodiscard]] std::size_t read(std::span<char> buffer) override {
        if (ended_) {
            return 0;
        }
        std::size_t in_left = rest_.size();
        const auto* in = reinterpret_cast<const std::uint8_t*>(rest_.data());  // NOLINT
        std::size_t out_left = buffer.size();
        auto* out = reinterpret_cast<std::uint8_t*>(buffer.data());  // NOLINT
        const BrotliDecoderResult result =
            BrotliDecoderDecompressStream(state_.get(), &in_left, &in, &out_left, &out, nullptr);
        rest_.remove_prefix(rest_.size() - in_left);
        const std::size_t given = buffer.size() - out_left;
        ended_ = result == BROTLI_DECODER_RESULT_SUCCESS;
        if (!ended_ && given == 0) {
            fail_damaged();
        }
        return given;
    }

private:
    std::string_view rest_;
    std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state_;
    bool ended_ = false;
};

/// Reads `stream`, which decodes `coded_bytes` bytes, to its end or the first limit.
DecodedContent read_bounded(ByteStream& stream, std::size_t coded_bytes, const Limits& limits) {
    DecodedContent content;
    std::vector<char> block(kBlockBytes);
    try {
        for (;;) {
            const std::size_t got = stream.read(block);
            if (got == 0) {
                return content;
            }
            content.bytes.append(block.data(), got);
            if (content.bytes.size() > limits.article_bytes) {
                return {{}, Decoding::TooLong};
            }
            const std::uint64_t ratio = std::max<std::uint64_t>(limits.ratio, 1);
            if (content.bytes.size() > kRatioCheckedAfterBytes &&
                content.bytes.size() / ratio > coded_bytes) {
                return {{}, Decoding::Bomb};
            }
        }
    } catch (const StreamFailure&) {
        content.state = content.bytes.empty() ? Decoding::Failed : Decoding::Incomplete;
    }
    return content;
}

bool is_text(std::string_view bytes) {
    const std::string type = media_type(bytes);
    return type.starts_with("text/") || type == "application/xml";
}

DecodedContent decode_one(std::string bytes, std::string_view coding, const Limits& limits) {
    DecodedContent decoded;
    const bool known_by_signature = coding == "gzip" || coding == "x-gzip" || coding == "zstd" ||
                                    coding == "compress" || coding == "x-compress";
    if (bytes.empty()) {
        return decoded;
    }
    if (known_by_signature) {
        MemoryStream memory(bytes);
        DecompressedStream stream(memory);
        decoded = read_bounded(stream, bytes.size(), limits);
    } else if (coding == "deflate") {
        DeflateStream stream(bytes);
        decoded = read_bounded(stream, bytes.size(), limits);
    } else if (coding == "br") {
        BrotliStream stream(bytes);
        decoded = read_bounded(stream, bytes.size(), limits);
    } else {
        return {std::move(bytes), Decoding::Whole};
    }
    const bool broken = decoded.state == Decoding::Failed || decoded.state == Decoding::Incomplete;
    if (broken && is_text(bytes)) {
        return {std::move(bytes), Decoding::Whole};  // the crawler has removed the coding already
    }
    return decoded;
}

/// The coding names in `list`, the last one first.
std::vector<std::string> names_of(std::string_view list) {
    std::vector<std::string> names;
    const std::string lower = ascii_lower(list);
    std::string_view rest = lower;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string_view name = trim(rest.substr(0, comma));
        if (!name.empty()) {
            names.emplace_back(name);
        }
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    std::reverse(names.begin(), names.end());
    names.resize(std::min(names.size(), kMaxCodings));
    return names;
}

}  // namespace

DecodedContent decode_content(std::string bytes, std::string_view codings, const Limits& limits) {
    DecodedContent content{std::move(bytes), Decoding::Whole};
    std::vector<std::string> names = names_of(codings);
    bool incomplete = false;
    for (std::size_t done = 0; done < kMaxCodings; ++done) {
        if (names.empty() && !is_gzip(content.bytes)) {
            break;
        }
        const std::string name = names.empty() ? "gzip" : names.front();
        if (!names.empty()) {
            names.erase(names.begin());
        }
        content = decode_one(std::move(content.bytes), name, limits);
        incomplete = incomplete || content.state == Decoding::Incomplete;
        if (content.state != Decoding::Whole && content.state != Decoding::Incomplete) {
            return content;
        }
    }
    content.state = incomplete ? Decoding::Incomplete : Decoding::Whole;
    return content;
}

}  // namespace dateline::source
