// How two names of people fit together: one rule for an article and for the archive.
#pragma once

#include "common/names/person_name.hpp"

#include <cstdint>

namespace dateline::names {

/// Why two names may be one person's, the surest first.
enum class NameRelation : std::uint8_t {
    Same,        ///< the same words, by text::fold(), with or without particles and hyphens
    Order,       ///< two names the other way round: Putin Vladimir
    MiddleName,  ///< one has names or initials more between first and last: Vladimir V. Putin
    Initials,    ///< a first name is an initial in one: V. Putin
    Surname,     ///< one ends the other: García Márquez, Gabriel García Márquez
    Beginning,   ///< one has a family name more at its end: José Hernández Rivera
    Spelling,    ///< as another relation, with words that are spellings of one: Zelenskiy
    GivenForm,   ///< as another relation, with a form of the given name: Bill Clinton
    None,        ///< nothing says that they are one
};

/// The stable lower-case name of `relation`, for reports: `middle_name`.
[[nodiscard]] const char* name_relation_name(NameRelation relation) noexcept;

/// How `left` and `right` fit, whichever is longer. Both have at least two names, else None; a
/// single name says too little without its text. Different generations (Jr, Sr) give None; a
/// generation in one only does not count.
[[nodiscard]] NameRelation relation_of(const PersonName& left, const PersonName& right);

}  // namespace dateline::names
