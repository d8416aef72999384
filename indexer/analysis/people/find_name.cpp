// A tokenizer loads its tables with the first text, which takes longer than many look-ups.
#include "indexer/analysis/people/find_name.hpp"

#include "common/text/tokenizer.hpp"

#include <vector>

namespace dateline::analysis {

gazetteer::NameMatch find_name(const gazetteer::Gazetteer& gazetteer, std::string_view name) {
    thread_local text::Tokenizer tokenizer;
    thread_local text::TokenList list;
    tokenizer.tokenize(name, list);
    std::vector<gazetteer::TokenHash> hashes;
    for (const text::Token& token : list.tokens()) {
        hashes.push_back(gazetteer::token_hash(list.folded(token)));
    }
    return gazetteer.exact(hashes);
}

}  // namespace dateline::analysis
