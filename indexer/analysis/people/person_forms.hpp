// What the steps of joining people share.
#pragma once

#include "common/names/given_names.hpp"
#include "common/names/person_name.hpp"
#include "indexer/analysis/people/person_joins.hpp"

#include <cstddef>
#include <string>
#include <tuple>

namespace dateline::analysis {

/// Whether one is a woman's and the other a man's.
[[nodiscard]] bool is_against(names::Gender left, names::Gender right) noexcept;

/// The same for all mentions of one form of a name: its words, whatever their case and marks.
[[nodiscard]] std::string form_key(const names::PersonName& name);

/// How much a full name tells, to compare: names, then written names, then letters.
[[nodiscard]] std::tuple<std::size_t, std::size_t, std::size_t> fullness(
    const names::PersonName& name);

/// Adds the office of `mention` to its person.
void add_office(PersonCluster& cluster, const PersonMention& mention);

}  // namespace dateline::analysis
