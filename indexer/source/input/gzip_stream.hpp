// Gzip members one after the other (RFC 1952, section 2.2), read past damaged ones.
#pragma once

#include "indexer/source/reader.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace dateline::source {

/// Whether `head` begins a gzip member: magic, deflate, and no reserved flag (RFC 1952, section
/// 2.3.1).
[[nodiscard]] bool is_gzip(std::string_view head) noexcept;

/// The decompressed bytes of all gzip members of a stream, as one.
///
/// A member that is damaged, or whose checksum or length is not what it states, is a StreamFailure
/// `damaged`. If another member follows, that failure can be resumed: the next read() goes on with
/// the first member after the damage. Everything decoded before the damage was handed over. Zero
/// bytes after the last member are padding; anything else there is `damaged`.
class GzipStream final : public ByteStream {
public:
    /// Does not read yet. `inner` must outlive the object and begin with a gzip member.
    explicit GzipStream(ByteStream& inner);
    GzipStream(const GzipStream&) = delete;
    GzipStream& operator=(const GzipStream&) = delete;
    ~GzipStream() override;

    /// @throws StreamFailure (`truncated`, `damaged`, or what `inner` throws)
    [[nodiscard]] std::size_t read(std::span<char> buffer) override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::source
