// The persons' mentions of a text, read: their names in parts, and what stands around them.
#pragma once

#include "common/names/given_names.hpp"
#include "common/names/person_name.hpp"
#include "indexer/analysis/name_mentions.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// One mention of a person.
struct PersonMention {
    std::uint32_t mention = 0;  ///< index in all mentions
    std::string written;        ///< the name as written, without `'s`, in one line
    std::string honorific;      ///< as written
    std::string office;         ///< the last word of the title, folded; empty for Mr, Mrs and Sir
    bool polite = false;        ///< the title is Mr, Mrs or Ms: a surname follows, as a rule
    bool royal = false;         ///< the title is King, Pope or the like: a given name follows
    bool alias = false;         ///< another name of the mention before: `, known as`, `nicknamed`
    names::PersonName name;
    std::string
        known_id;  ///< of the gazetteer's person with this full name; empty if there is none
    names::Gender gender = names::Gender::Unknown;   ///< by title, or by a word like `wife` before
    names::Gender pronoun = names::Gender::Unknown;  ///< by the next pronoun: much less sure
};

/// The mentions of type Person in `mentions`, in order, which lie in `text`. A mention without
/// letters, or of an office alone (Minister), is left out; a title that was tagged as part of the
/// name becomes its honorific.
[[nodiscard]] std::vector<PersonMention> read_person_mentions(
    std::string_view text, std::span<const NameMention> mentions);

}  // namespace dateline::analysis
