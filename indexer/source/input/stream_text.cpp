// A stream as one string, up to a limit.
#include "indexer/source/input/stream_text.hpp"

#include <algorithm>
#include <vector>

namespace dateline::source {

WholeText read_whole(ByteStream& stream, std::uint64_t limit_bytes) {
    constexpr std::size_t chunk_bytes = 64U << 10U;
    WholeText whole;
    std::vector<char> chunk(chunk_bytes);
    while (true) {
        const std::size_t got = stream.read(chunk);
        if (got == 0) {
            return whole;
        }
        const std::uint64_t space = limit_bytes - whole.bytes.size();
        whole.bytes.append(chunk.data(),
                           static_cast<std::size_t>(std::min<std::uint64_t>(got, space)));
        whole.too_long = whole.too_long || got > space;
    }
}

}  // namespace dateline::source
