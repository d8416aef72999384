// How well mentions of people and organisations are joined, against marked entities.
#pragma once

#include "indexer/analysis/people/name_linker.hpp"
#include "indexer/train/labelled_text.hpp"
#include "indexer/train/name_scores.hpp"

#include <string>
#include <vector>

namespace dateline::train {

/// A join that is wrong.
struct LinkError {
    std::string text;  ///< the document
    std::string what;  ///< `surname`, `extra person`, `missing org` …
    std::string name;  ///< the mention or the entity
    std::string detail;
};

/// Scores of several texts.
struct PeopleScores {
    /// Single names that a full name in the text ends in; right if they are in one entity with a
    /// full name of theirs, or in none with a full name where theirs has none.
    std::size_t surnames = 0;
    std::size_t surnames_right = 0;
    /// The same for other single names that are a word of a full name in the text.
    std::size_t other_parts = 0;
    std::size_t other_parts_right = 0;
    NameCounts people;  ///< of entities, each once a text
    NameCounts orgs;
    std::vector<LinkError> errors;  ///< in the order of the texts
};

/// The mentions that the marks of `text` stand for, with the titles before names.
[[nodiscard]] std::vector<analysis::NameMention> marked_mentions(const LabelledText& text);

/// Adds to `scores` what `linker` makes of `mentions` of `text`, whose entities are marked. An
/// entity of the set is right if its id is that of the fullest name that is marked for one, or of
/// what the gazetteer says of this name; or of somebody known, if all its mentions are marked and
/// the marked entity is in no other (Queen Elizabeth II for an `Elizabeth` behind a title).
void score_links(const analysis::NameLinker& linker,
                 const LabelledText& text,
                 const std::vector<analysis::NameMention>& mentions,
                 PeopleScores& scores);

}  // namespace dateline::train
