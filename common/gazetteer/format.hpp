// The bytes of the gazetteer file. Written by compile/, read through gazetteer.hpp; nobody else
// looks inside.
//
// A file is a Header and then sections, each an array of one record type that starts at a multiple
// of 8 bytes. Numbers are little-endian, as on all machines that Debian's amd64 and arm64 run on;
// a reader of the other order refuses the file by `byte_order`. References between records are
// indexes into a section, and references to text are byte offsets into Section::Text, where a text
// is one byte with its size and then the UTF-8 bytes. Nothing is a pointer, so the file is mapped
// and used as it is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace dateline::gazetteer {

/// Starts every gazetteer file.
inline constexpr std::array<char, 8> kMagic = {'d', 'l', 'g', 'a', 'z', 'e', 't', '\n'};

/// Raised whenever bytes get another meaning; a file of another version is refused.
inline constexpr std::uint32_t kFormatVersion = 1;

/// Written as a number; read back otherwise where the byte order is another one.
inline constexpr std::uint32_t kByteOrder = 0x01020304;

/// Largest file that is written or opened.
inline constexpr std::uint64_t kMaxFileBytes = 256U << 20U;

/// Most tokens of a name; longer ones are left out when the file is made.
inline constexpr std::size_t kMaxNameTokens = 16;

/// "Not there", for indexes.
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// The arrays of a file, in their order.
enum class Section : std::uint8_t {
    Slots,          ///< Slot: a hash table of all names and of all beginnings of names
    Names,          ///< NameRecord, and one more that closes the last list of candidates
    Candidates,     ///< Candidate
    Places,         ///< PlaceRecord: those with a GeoNames id in its order, then the others by code
    People,         ///< PersonRecord by id
    Organisations,  ///< OrganisationRecord by id
    Codes,          ///< CodeRecord by code
    Text,           ///< bytes
};
inline constexpr std::size_t kSectionCount = 8;

/// Where a section is.
struct SectionEntry {
    std::uint64_t offset_bytes = 0;
    std::uint64_t count = 0;  ///< of records
};

/// The first bytes of the file.
struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint32_t version = kFormatVersion;
    std::uint32_t byte_order = kByteOrder;
    std::uint64_t file_bytes = 0;
    std::uint64_t checksum = 0;  ///< file_checksum() of all of it
    std::array<SectionEntry, kSectionCount> sections = {};
};

/// One slot of the hash table, or 0 if it is free; at least one is. A sequence's slot is looked for
/// from first_slot() on, and after the last one at the beginning.
///
///   bits 24-63  the same bits of the sequence's hash: two sequences are taken for one with a
///               probability of some 10^-11
///   bits 2-23   1 + index of the name that ends here, or 0
///   bit 1       longer names begin with this sequence
///   bit 0       in use
using Slot = std::uint64_t;
inline constexpr std::uint64_t kSlotHashMask = ~std::uint64_t{0xFFFFFF};
inline constexpr std::uint64_t kSlotInUse = 1;
inline constexpr std::uint64_t kSlotGoesOn = 2;
inline constexpr unsigned kSlotNameShift = 2;
inline constexpr std::uint64_t kSlotNameMask = 0x3FFFFF;
inline constexpr unsigned kSlotHashBits = 24;  ///< bits of a hash that choose its first slot

/// Where the search for the sequence with hash `sequence` begins in a table of `slots` slots: its
/// low bits, which the slot does not hold, as a fraction of the table.
[[nodiscard]] constexpr std::uint64_t first_slot(std::uint64_t sequence,
                                                 std::uint64_t slots) noexcept {
    return ((sequence & ~kSlotHashMask) * slots) >> kSlotHashBits;
}

/// A name: its candidates end where those of the next record begin.
struct NameRecord {
    std::uint32_t classes = 0;
    std::uint32_t first_candidate = 0;
};

/// What an entity is, as a candidate's bits 30 and 31.
enum class EntityKind : std::uint8_t {
    Place = 0,
    PlaceAdjective = 1,  ///< the place that the adjective or demonym belongs to
    Person = 2,
    Organisation = 3,
};

/// One entity that a name may stand for. Bits 30-31: EntityKind; bit 29: only where the text has
/// capitals alone; bit 28: not the entity's main name; bits 0-27: index in the kind's section.
using Candidate = std::uint32_t;
inline constexpr unsigned kCandidateKindShift = 30;
inline constexpr Candidate kCandidateCapitals = 1U << 29U;
inline constexpr Candidate kCandidateAlias = 1U << 28U;
inline constexpr Candidate kCandidateIndexMask = (1U << 28U) - 1;

/// What a place is. Values are part of the file format.
enum class PlaceKind : std::uint8_t {
    Continent,
    Region,         ///< above countries or across them: Middle East, Balkans
    Country,        ///< also dependent territories with an ISO 3166-1 code
    FormerCountry,  ///< Soviet Union, West Germany
    Division,       ///< first level: state, province, Land
    SubDivision,    ///< second level: county, district
    City,           ///< any populated place
    Section,        ///< a part of a city
    Water,          ///< ocean, sea, river, lake, strait, canal
    Land,           ///< mountain, range, desert, island, peninsula, and areas that are no divisions
    Site,           ///< building, square, street, monument
};

/// Set in PlaceRecord::id where the rest is the offset of a code, and not a GeoNames id.
inline constexpr std::uint32_t kIdIsCode = 0x80000000;

/// A place.
struct PlaceRecord {
    std::uint32_t id = 0;    ///< GeoNames id, or kIdIsCode and the text behind `L:`
    std::uint32_t name = 0;  ///< text
    std::uint32_t population = 0;
    std::int32_t latitude_millidegrees = 0;
    std::int32_t longitude_millidegrees = 0;
    std::uint32_t parent = kNone;  ///< place of a kind with a lower number
    std::uint16_t importance = 0;
    std::uint8_t kind = 0;     ///< PlaceKind
    std::uint8_t located = 0;  ///< 1 if the coordinates are known
};

/// A person who is often in the news.
struct PersonRecord {
    std::uint32_t id = 0;       ///< text, the slug behind `P:`
    std::uint32_t name = 0;     ///< text
    std::uint32_t note = 0;     ///< text, may be ""
    std::uint32_t country = 0;  ///< text, ISO 3166-1 alpha-2 or ""
    std::uint16_t importance = 0;
    std::uint16_t first_year = 0;  ///< in the news from, 0 if unknown
    std::uint16_t last_year = 0;   ///< in the news until, 0 if still or unknown
    std::uint16_t unused = 0;
};

/// An organisation.
struct OrganisationRecord {
    std::uint32_t id = 0;       ///< text, the slug behind `O:`
    std::uint32_t name = 0;     ///< text
    std::uint32_t kind = 0;     ///< text: company, party …
    std::uint32_t country = 0;  ///< text, ISO 3166-1 alpha-2 or ""
    std::uint16_t importance = 0;
    std::uint16_t first_year = 0;  ///< since when there is one of this name, 0 if unknown
};

/// A code of a place: `iso2:HU`, `iso3:HUN`, `reuters:west-germany`, `admin1:US.TX`.
struct CodeRecord {
    std::uint32_t code = 0;   ///< text
    std::uint32_t place = 0;  ///< place
};

static_assert(sizeof(Header) == 32 + 16 * kSectionCount);
static_assert(sizeof(NameRecord) == 8 && sizeof(PlaceRecord) == 28 && sizeof(PersonRecord) == 24);
static_assert(sizeof(OrganisationRecord) == 20 && sizeof(CodeRecord) == 8);

/// Size of one record of each section in bytes, in the order of Section.
inline constexpr std::array<std::size_t, kSectionCount> kRecordBytes = {sizeof(Slot),
                                                                        sizeof(NameRecord),
                                                                        sizeof(Candidate),
                                                                        sizeof(PlaceRecord),
                                                                        sizeof(PersonRecord),
                                                                        sizeof(OrganisationRecord),
                                                                        sizeof(CodeRecord),
                                                                        1};

}  // namespace dateline::gazetteer
