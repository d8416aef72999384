// Counting the codes between borders.
#include "common/text/stream_units.hpp"

#include "common/text/word_codes.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::text {

std::vector<std::uint32_t> unit_starts(const TokenStream& stream, TextUnit unit) {
    std::vector<std::uint32_t> starts;
    std::uint32_t token = 0;
    bool inside_code = false;
    for (const char byte : stream.all) {
        if (byte == kBorder && !inside_code) {
            starts.push_back(token);
            continue;
        }
        inside_code = (static_cast<unsigned char>(byte) & 0x80U) == 0;
        token += inside_code ? 0U : 1U;
    }
    if (unit == TextUnit::Sentence) {
        std::vector<std::uint32_t> all;
        std::merge(starts.begin(),
                   starts.end(),
                   stream.sentence_starts.begin(),
                   stream.sentence_starts.end(),
                   std::back_inserter(all));
        starts = std::move(all);
    }
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::erase_if(starts, [token](std::uint32_t start) { return start == 0 || start >= token; });
    return starts;
}

std::uint32_t token_count(const TokenStream& stream) {
    std::uint32_t count = 0;
    bool inside_code = false;
    for (const char byte : stream.all) {
        const bool border = byte == kBorder && !inside_code;
        inside_code = (static_cast<unsigned char>(byte) & 0x80U) == 0;
        count += inside_code || border ? 0U : 1U;
    }
    return count;
}

}  // namespace dateline::text
