// Fuzz target: any bytes, repaired to UTF-8, as a text to tag with the model of the repository.
#include "common/base/utf8.hpp"
#include "indexer/analysis/tagger.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size_bytes) {
    using dateline::analysis::NameMention;
    static const dateline::analysis::Tagger tagger(DATELINE_MODEL_SOURCE, nullptr);
    const std::string bytes(data, data + size_bytes);
    const std::string text = dateline::repair_utf8(bytes).text;
    std::size_t done = 0;
    for (const NameMention& mention : tagger.tag(text)) {
        const bool in_order = mention.range.start_bytes >= done &&
                              mention.range.end_bytes > mention.range.start_bytes &&
                              mention.range.end_bytes <= text.size();
        const std::string_view name = std::string_view(text).substr(
            mention.range.start_bytes, mention.range.end_bytes - mention.range.start_bytes);
        if (!in_order || !dateline::is_valid_utf8(name)) {
            std::abort();
        }
        done = mention.range.end_bytes;
    }
    return 0;
}
