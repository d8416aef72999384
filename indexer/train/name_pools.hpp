// Names to put in place of others: given names, family names, places and organisations.
#pragma once

#include <string>
#include <vector>

namespace dateline::train {

/// Lists of names, each in the order of its table.
struct NamePools {
    std::vector<std::string> given;
    std::vector<std::string> family;
    std::vector<std::string> places;
    std::vector<std::string> countries;
    std::vector<std::string> organisations;

    [[nodiscard]] bool empty() const noexcept { return given.empty() || family.empty(); }
};

/// Reads the tables of common/gazetteer/data in the folder `path`: `person_names.tsv` (its second
/// column holds g and f), `places.tsv` (places of 15,000 people or more), `countries.tsv` and
/// `organisations.tsv`; compressed or not. Names in other scripts than Latin are left out.
///
/// @throws Error (InputUnreadable) if the folder has no names of people.
[[nodiscard]] NamePools read_name_pools(const std::string& path);

}  // namespace dateline::train
