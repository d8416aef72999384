// See the header; the rules stand in the files beside.
#include "indexer/analysis/rules/rule_names.hpp"

#include "indexer/analysis/rules/name_search.hpp"

namespace dateline::analysis {

std::vector<NameMention> RuleNames::find_names(std::string_view text, std::string_view lang) const {
    const RuleText tokens(text);
    const LanguageTraits traits = traits_of(lang, gazetteer_);
    NameSearch search(gazetteer_, words_, tokens, traits);
    std::vector<NameMention> mentions;
    for (const FoundName& name : search.run()) {
        mentions.push_back({.type = name.type,
                            .range = name.range,
                            .honorific = name.honorific,
                            .method = name.method});
    }
    return mentions;
}

}  // namespace dateline::analysis
