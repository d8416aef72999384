// Names of the concepts that a NewsML-G2 item refers to by codes.
#pragma once

#include "indexer/source/html/html_dom.hpp"

#include <map>
#include <string>

namespace dateline::source {

/// What a concept is (IPTC NewsCodes, cpnature).
enum class G2Kind { Person, Organisation, Place, Other };

/// The names in one item, in the language that suits it. Must not outlive the item.
class G2Names {
public:
    /// @param lang  of the article, normalised; names in it are preferred
    G2Names(const xmlNode& item, std::string lang);

    /// The name of `concept_node` (a subject, creator, place …): its own `name`, that of the item's
    /// `assert` with the same qcode or uri, or its `literal`; empty if it has only a code.
    [[nodiscard]] std::string stated_name(const xmlNode& concept_node) const;

    /// The stated_name() of a party, else the code in its qcode: `AFP` of `nprov:AFP`.
    [[nodiscard]] std::string party(const xmlNode& node) const;

    /// What `concept_node` is: by its type, else by the scheme of its code, such as `iso3166-1a2`
    /// or `apperson`.
    [[nodiscard]] G2Kind kind(const xmlNode& concept_node) const;

private:
    [[nodiscard]] std::string own_name(const xmlNode& node) const;

    std::string lang_;
    std::map<std::string, const xmlNode*, std::less<>> asserted_;  ///< by qcode and by uri
};

}  // namespace dateline::source
