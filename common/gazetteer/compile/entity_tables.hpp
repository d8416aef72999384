// People, organisations, and words that come with names, while the gazetteer is made.
#pragma once

#include "common/gazetteer/compile/name_book.hpp"
#include "common/gazetteer/format.hpp"

#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

namespace dateline::gazetteer {

/// Reads people.tsv and wordnet_people.tsv.xz in `folder`: the people by id. Where both tables have
/// a person, the first one's row holds and the other's names are added.
///
/// @throws Error (InputUnreadable) if a table cannot be read or has a person twice.
[[nodiscard]] std::vector<PersonRecord> read_people(const std::filesystem::path& folder,
                                                    TextPool& text,
                                                    NameBook& names);

/// Reads organisations.tsv in `folder`: the organisations by id.
///
/// @throws Error (InputUnreadable) if it cannot be read or has an organisation twice.
[[nodiscard]] std::vector<OrganisationRecord> read_organisations(
    const std::filesystem::path& folder, TextPool& text, NameBook& names);

/// Reads words.tsv and person_names.tsv.xz in `folder`: names that stand for no one thing.
///
/// @throws Error (InputUnreadable) if a table cannot be read or names an unknown class.
void read_name_words(const std::filesystem::path& folder, NameBook& names);

/// Reads english_words.tsv.xz in `folder`.
///
/// @throws Error (InputUnreadable) if it cannot be read.
[[nodiscard]] std::unordered_set<std::string> read_english_words(
    const std::filesystem::path& folder);

}  // namespace dateline::gazetteer
