// What a name may stand for: the classes that the gazetteer gives to a run of tokens.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace dateline::gazetteer {

/// One thing that a name may be. Values are bit numbers of NameClasses and part of the file format:
/// new ones are added at the end, and kFormatVersion is raised.
enum class NameClass : std::uint8_t {
    GivenName,           ///< Maria, Ahmed
    FamilyName,          ///< Smith, Nguyen
    NameParticle,        ///< van, al, ibn: inside names of people, in lower case too
    Honorific,           ///< Mr, Dr, Sheikh: before a person's name
    Title,               ///< President, Colonel, Senator: an office or rank before a person's name
    Role,                ///< striker, spokeswoman: an occupation beside a person's name
    Country,             ///< also former countries and dependent territories
    Region,              ///< continents and regions above countries or across them
    Division,            ///< states, provinces, counties
    LargeCity,           ///< capitals, and places of at least 100,000 people
    Town,                ///< places of at least 5,000 people
    Village,             ///< smaller places
    Nature,              ///< seas, rivers, mountains, deserts, islands; buildings and squares
    PlaceAdjective,      ///< Russian, Berliner: evidence of a place, not a mention of it
    Organisation,        ///< an organisation known by this name
    OrganisationSuffix,  ///< Inc, GmbH: ends a company's name
    OrganisationWord,    ///< Ministry, University: a word that names of organisations hold
    PlaceWord,           ///< Mount, River, County: a word that names of places hold
    KnownPerson,         ///< a name of a person who is often in the news
    Acronym,       ///< every meaning as an entity holds only where the text has capitals alone
    CommonWord,    ///< one token that is also an ordinary English word in lower case
    CalendarWord,  ///< weekdays and months
};

/// Number of the classes.
inline constexpr unsigned kNameClassCount = 22;

/// The stable lower-case name of `name_class`, for example `large_city`.
[[nodiscard]] const char* name_class_name(NameClass name_class) noexcept;

/// A set of classes.
struct NameClasses {
    std::uint32_t bits = 0;

    constexpr NameClasses() = default;
    constexpr explicit NameClasses(std::uint32_t raw) : bits(raw) {}
    constexpr NameClasses(std::initializer_list<NameClass> list) {
        for (const NameClass name_class : list) {
            bits |= 1U << static_cast<unsigned>(name_class);
        }
    }

    /// Whether `name_class` is in the set.
    [[nodiscard]] constexpr bool has(NameClass name_class) const noexcept {
        return ((bits >> static_cast<unsigned>(name_class)) & 1U) != 0;
    }

    /// Whether the sets have a class in common.
    [[nodiscard]] constexpr bool has_any(NameClasses other) const noexcept {
        return (bits & other.bits) != 0;
    }

    [[nodiscard]] constexpr bool empty() const noexcept { return bits == 0; }

    friend constexpr bool operator==(NameClasses, NameClasses) = default;
    friend constexpr NameClasses operator|(NameClasses left, NameClasses right) noexcept {
        return NameClasses(left.bits | right.bits);
    }
};

/// The classes whose names are names of places.
inline constexpr NameClasses kPlaceClasses{NameClass::Country,
                                           NameClass::Region,
                                           NameClass::Division,
                                           NameClass::LargeCity,
                                           NameClass::Town,
                                           NameClass::Village,
                                           NameClass::Nature};

}  // namespace dateline::gazetteer
