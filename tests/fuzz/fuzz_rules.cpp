// Fuzz target: any text in any language for the rules that find names; the first two bytes are the
// language.
#include "common/base/utf8.hpp"
#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/rules/rule_names.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

// Ends the process unless the names lie in the text, in order, at borders of characters.
void check(std::string_view text, const std::vector<dateline::analysis::NameMention>& names) {
    const auto is_border = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
    };
    std::size_t end = 0;
    for (const dateline::analysis::NameMention& name : names) {
        const auto [start, stop] = name.range;
        const auto [title, title_end] = name.honorific;
        const bool good = start >= end && stop > start && stop <= text.size() && is_border(start) &&
                          is_border(stop) && title <= title_end && title_end <= start;
        if (!good) {
            std::abort();
        }
        end = stop;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size_bytes) {
    static const auto gazetteer = dateline::gazetteer::Gazetteer::open_installed();
    static const dateline::analysis::RuleNames rules(gazetteer);
    const std::string bytes(data, data + size_bytes);
    const std::size_t lang_bytes = bytes.size() < 2 ? 0 : 2;
    const std::string text = dateline::repair_utf8(bytes.substr(lang_bytes)).text;
    check(text, rules.find_names(text, bytes.substr(0, lang_bytes)));
    return 0;
}
