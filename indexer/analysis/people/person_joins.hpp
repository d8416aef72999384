// Which mentions of people in a text are of one person.
#pragma once

#include "indexer/analysis/people/linked_name.hpp"
#include "indexer/analysis/people/person_mentions.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace dateline::analysis {

/// One person of a text.
struct PersonCluster {
    std::vector<std::size_t> forms =
        {};                      ///< indexes of mentions, one for each form of the full name,
                                 ///< the fullest first; for a bare name the first mention
    bool bare = false;           ///< no full name is in the text
    std::size_t full_names = 0;  ///< how many mentions have one
    names::Gender gender = names::Gender::Unknown;   ///< by titles and the given name
    names::Gender pronoun = names::Gender::Unknown;  ///< by the pronouns behind full names
    std::vector<std::string> offices = {};  ///< PersonMention::office of its mentions, each once
};

/// Where a mention belongs.
struct PersonJoin {
    std::size_t cluster = 0;
    JoinReason reason = JoinReason::Alone;
    bool doubtful = false;
};

/// Result of join_people().
struct JoinedPeople {
    std::vector<PersonCluster> clusters;
    std::vector<PersonJoin> joins;  ///< one for each mention, in their order
};

/// Joins `mentions`, which are all of one text, in order:
///
///  - full names join by names::relation_of(), the fullest first, where one person alone fits and
///    the gazetteer does not know them for two;
///  - a bare name joins the person whose full name it fits best (fit_bare()), wherever in the text
///    that stands; of several with the same fit the one that a title before both (President) and
///    the gender of titles and pronouns speak for, then of those named before the one whose full
///    name stands most often in the text (the nearest one is more often a relative: 91 % of GUM's
///    surnames were right with it, 94 % are now);
///  - a title or word of gender (Mrs, `his wife`) that is against a person keeps a mention apart,
///    and so does King or Pope before a name that is a person's surname;
///  - all other bare names of one spelling are one person, unless their genders differ.
[[nodiscard]] JoinedPeople join_people(std::span<const PersonMention> mentions);

}  // namespace dateline::analysis
