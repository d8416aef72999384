// See the header.
#include "indexer/analysis/gazetteer_lists.hpp"

namespace dateline::analysis {

ListedName GazetteerLists::longest(std::span<const std::uint64_t> tokens) const {
    const gazetteer::NameMatch match = gazetteer_.longest(tokens);
    return {.size_tokens = match.size_tokens, .classes = match.classes.bits};
}

}  // namespace dateline::analysis
