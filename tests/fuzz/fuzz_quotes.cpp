// Fuzz target: any text for the rules that find quoted speech; the first two bytes are the
// language, and words with a capital are people.
#include "common/base/utf8.hpp"
#include "indexer/analysis/quotes/quotes.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::vector<dateline::Mention> capitals(const std::string& text) {
    std::vector<dateline::Mention> mentions;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) {
            ++end;
        }
        if (end > at && text[at] < 'a') {
            dateline::Mention mention;
            mention.name = text.substr(at, end - at);
            mention.start_bytes = static_cast<std::uint32_t>(at);
            mention.end_bytes = static_cast<std::uint32_t>(end);
            mentions.push_back(mention);
        }
        at = end > at ? end - 1 : at;
    }
    return mentions;
}

// Ends the process unless the quotes lie in the text, in order, at borders of characters.
void check(std::string_view text, const std::vector<dateline::Quote>& quotes) {
    const auto is_border = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
    };
    std::size_t end = 0;
    for (const dateline::Quote& quote : quotes) {
        const bool good = quote.start_bytes >= end && quote.end_bytes > quote.start_bytes &&
                          quote.end_bytes <= text.size() && is_border(quote.start_bytes) &&
                          is_border(quote.end_bytes);
        if (!good) {
            std::abort();
        }
        end = quote.end_bytes;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size_bytes) {
    const std::string bytes(data, data + size_bytes);
    const std::size_t lang_bytes = bytes.size() < 2 ? 0 : 2;
    const std::string text = dateline::repair_utf8(bytes.substr(lang_bytes)).text;
    check(text, dateline::analysis::find_quotes(text, capitals(text), bytes.substr(0, lang_bytes)));
    return 0;
}
