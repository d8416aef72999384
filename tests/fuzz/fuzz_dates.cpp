// Fuzz target: any text in one of some languages; the dates found lie on its characters, in order.
#include "common/base/utf8.hpp"
#include "indexer/analysis/dates/event_dates.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size_bytes) {
    using namespace dateline;
    constexpr std::array<std::string_view, 6> langs{"en", "de", "ru", "ja", "ar", "pt"};
    // The first byte chooses the language, and whether the publication is known.
    const std::size_t choice = size_bytes == 0 ? 0 : data[0];
    const std::string text =
        repair_utf8(std::string(data + (size_bytes == 0 ? 0 : 1), data + size_bytes)).text;
    analysis::DateContext context;
    context.lang = langs.at(choice % langs.size());
    if (choice >= 128) {
        context.published = time::parse_iso_time("2025-10-16T18:02:00Z");
    }
    std::size_t last = 0;
    for (const analysis::DateMention& mention : analysis::find_dates(text, context)) {
        const bool ordered = mention.start_bytes >= last &&
                             mention.start_bytes < mention.end_bytes &&
                             mention.end_bytes <= text.size();
        if (!ordered || mention.value.empty() || (mention.days && mention.unanchored) ||
            (mention.days && mention.days->from > mention.days->to) ||
            !is_valid_utf8(std::string_view(text).substr(
                mention.start_bytes, mention.end_bytes - mention.start_bytes))) {
            std::abort();
        }
        last = mention.end_bytes;
    }
    return 0;
}
