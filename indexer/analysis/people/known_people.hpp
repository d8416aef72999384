// People of the gazetteer, by their names in an article.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "common/names/given_names.hpp"
#include "common/names/person_name.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::analysis {

/// What an article says about a bare name.
struct BareNameUse {
    std::string_view written;
    const names::PersonName& name;
    std::string_view office;  ///< as PersonMention::office; empty if none
    names::Gender gender = names::Gender::Unknown;
    int year = 0;  ///< of the article; 0 if unknown
};

/// Finds people; safe to use from several threads at once.
class KnownPeople {
public:
    /// Reads the names of all people of `gazetteer`, which must outlive the object.
    explicit KnownPeople(const gazetteer::Gazetteer& gazetteer);
    explicit KnownPeople(gazetteer::Gazetteer&& gazetteer) = delete;

    /// The person with the full name `written`. One whose first year is after `year` is none, if
    /// both are known; of several only one that the name is no alias of.
    [[nodiscard]] std::optional<gazetteer::Person> by_full_name(std::string_view written,
                                                                int year) const;

    /// The person with an id without `P:`; none for an empty one.
    [[nodiscard]] std::optional<gazetteer::Person> by_id(std::string_view id) const {
        return gazetteer_.find_person(id);
    }

    /// The one person who is called by a bare name in the year of the article, without explanation:
    /// a name or alias of one word (Pelé, and Reagan for the president), or else a surname that one
    /// person alone has of those who were in the news then, and nobody of any time as an alias.
    /// Surnames that many people have never suffice without an office that the gazetteer's note on
    /// the person confirms; words that are also given names, large places, organisations or
    /// ordinary words only as an alias.
    [[nodiscard]] std::optional<gazetteer::Person> by_bare_name(const BareNameUse& use) const;

private:
    [[nodiscard]] bool may_be(std::uint32_t index, const BareNameUse& use) const;
    [[nodiscard]] std::vector<std::uint32_t> by_alias(const BareNameUse& use) const;
    [[nodiscard]] bool is_alias(const BareNameUse& use) const;
    [[nodiscard]] std::vector<std::uint32_t> by_surname(const BareNameUse& use) const;
    [[nodiscard]] bool holds_office(std::uint32_t index, std::string_view office) const;

    const gazetteer::Gazetteer& gazetteer_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_surname_;  // people with years
};

}  // namespace dateline::analysis
