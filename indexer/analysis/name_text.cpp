// Words that only companies have.
#include "indexer/analysis/name_text.hpp"

namespace dateline::analysis {

bool is_legal_form(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 24> forms{
        "Inc", "INC", "Corp", "CORP", "Co",   "CO",  "Ltd", "LTD", "Plc", "PLC", "AG",  "NV",
        "SA",  "SpA", "SPA",  "GmbH", "GMBH", "Bhd", "BHD", "Pty", "PTY", "LLC", "LLP", "Bancorp"};
    if (word.ends_with('.')) {
        word.remove_suffix(1);
    }
    return is_in(forms, word);
}

NameMention organisation(ByteRange range) {
    return {.type = MentionType::Org, .range = range, .honorific = {}, .method = NameMethod::Model};
}

}  // namespace dateline::analysis
