// An organisation's name in parts, as it can be compared with other names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

/// A name cut into words.
struct OrganisationName {
    std::string shown;  ///< without article before it and without `Inc`, `Ltd`, `GmbH` … behind it
    std::vector<std::string> words;  ///< folded, without `Company` and the like too
    std::string initials;            ///< of its capitalised words, small letters
    std::string all_initials;        ///< of all its words
    bool formal = false;  ///< with `Inc`, `Company`, `Group` or the like, as in registers
    bool acronym =
        false;  ///< one word of two to six capitals, maybe with full stops: `OPEC`, `U.N.`

    friend bool operator==(const OrganisationName&, const OrganisationName&) = default;
};

/// Cuts `name`, valid UTF-8. `Texaco Inc` and `the Texaco Company` have the words `texaco`.
/// A name that is nothing but such words keeps them.
[[nodiscard]] OrganisationName parse_organisation_name(std::string_view name);

}  // namespace dateline::names
