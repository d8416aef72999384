// The order of the rules; what each says stands in the files beside.
#include "indexer/analysis/rules/name_search.hpp"

#include <algorithm>

namespace dateline::analysis {

using gazetteer::EntityKind;

FoundName NameSearch::found(std::size_t token, const Reading& reading) const {
    FoundName name;
    name.first_token = token;
    name.end_token = reading.end_token;
    name.range = reading.range;
    name.range.end_bytes += text_.is_dotted(reading.end_token - 1) ? 1U : 0U;
    switch (reading.kind) {
        case EntityKind::Person:
            name.type = MentionType::Person;
            name.honorific = title_before(token);
            break;
        case EntityKind::Organisation:
            name.type = MentionType::Org;
            break;
        case EntityKind::Place:
        case EntityKind::PlaceAdjective:
            name.type = MentionType::Place;
            name.country = gazetteer_.place(reading.place()).country;
            break;
    }
    return name;
}

std::optional<FoundName> NameSearch::name_at(std::size_t token) const {
    switch (text_.at(token).script) {
        case RuleScript::Cased:
            return text_.at(token).letter_case == WordCase::Lower ? std::nullopt
                                                                  : cased_name(token);
        case RuleScript::Arabic:
        case RuleScript::Hebrew:
        case RuleScript::Hangul:
        case RuleScript::OtherWords:
            return plain_name(token);
        case RuleScript::Han:
        case RuleScript::Katakana:
        case RuleScript::OtherRuns:
            return run_name(token);
        case RuleScript::None:
            return std::nullopt;
    }
    return std::nullopt;
}

// Adds a name; in scripts without capitals the given names before a known surname are part of it:
// "رجب طيب" and "أردوغان".
void NameSearch::add(FoundName name) {
    const RuleToken& word = text_.at(name.first_token);
    const bool surname = name.type == MentionType::Person &&
                         name.end_token == name.first_token + 1 &&
                         name.method == NameMethod::Gazetteer && name.first_token > 0 &&
                         word.gap == RuleGap::Space && word.start_bytes == name.range.start_bytes &&
                         (word.script == RuleScript::Arabic || word.script == RuleScript::Hebrew ||
                          word.script == RuleScript::OtherWords);
    const bool follows = !names_.empty() && names_.back().end_token == name.first_token;
    if (surname && follows && names_.back().type == MentionType::Person) {
        names_.back().end_token = name.end_token;
        names_.back().range.end_bytes = name.range.end_bytes;
        return;
    }
    if (surname && !follows && roles(name.first_token - 1).has(RuleRole::Given)) {
        --name.first_token;
        name.range.start_bytes = text_.at(name.first_token).start_bytes;
        name.honorific = title_before(name.first_token);
    }
    names_.push_back(name);
}

std::vector<FoundName> NameSearch::run() {
    for (std::size_t token = 0; token < text_.size();) {
        const std::optional<FoundName> name = name_at(token);
        if (name) {
            add(*name);
        }
        token = name ? name->end_token : token + 1;
    }
    drop_doubtful();
    add_surnames();
    return std::move(names_);
}

}  // namespace dateline::analysis
