// Places while the gazetteer is made: read from the tables, then put in order and written as
// records.
#pragma once

#include "common/gazetteer/compile/extent.hpp"
#include "common/gazetteer/compile/name_book.hpp"
#include "common/gazetteer/format.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dateline::gazetteer {

/// A place as the tables tell it.
struct PlaceEntry {
    std::uint32_t geonames_id = 0;  ///< 0 if it is not known
    std::string code;               ///< id behind `L:` where the GeoNames id is not known
    std::string name;
    PlaceKind kind = PlaceKind::City;
    std::string feature;  ///< GeoNames' feature code of a populated place
    std::uint32_t population = 0;
    std::uint32_t other_name_count = 0;  ///< in GeoNames: how well known the place is
    std::optional<Coordinates> coordinates;
    std::string parent;            ///< key of the place that it lies in, or ""
    std::string country;           ///< ISO 3166-1 alpha-2, or ""
    bool findable_by_name = true;  ///< whether `name` is looked up, and not only shown
    std::vector<std::string> other_names;
    std::vector<std::string> adjectives;
    std::vector<std::string> codes;  ///< for Gazetteer::find_code

    /// The GeoNames id, or else the code: what other tables call the place.
    [[nodiscard]] std::string key() const {
        return geonames_id == 0 ? code : std::to_string(geonames_id);
    }
};

/// The places of all tables by key().
using PlaceEntries = std::map<std::string, PlaceEntry>;

/// Reads the tables of places in `folder`: regions, countries, former_countries, divisions,
/// division_facts, places, nature, other_names and old_names (see data/MANIFEST.md).
///
/// @throws Error (InputUnreadable) if a table cannot be read, names an unknown place, or has a
///         place twice.
[[nodiscard]] PlaceEntries read_places(const std::filesystem::path& folder);

/// How important `place` is beside others of its name: 0 to 20000.
[[nodiscard]] std::uint16_t importance_of(const PlaceEntry& place);

/// The sections that hold places.
struct PlaceSections {
    std::vector<PlaceRecord> places;
    std::vector<CodeRecord> codes;
};

/// `entries` as records in the order of the file; their texts go to `text`, their names to `names`.
///
/// @throws Error (InputUnreadable) if a parent is unknown or not of a wider kind, or if a code is
///         there twice.
[[nodiscard]] PlaceSections lay_out_places(const PlaceEntries& entries,
                                           TextPool& text,
                                           NameBook& names);

/// Reads blocked_names.tsv in `folder`: words of everyday use that some place is called, to be left
/// out of the names of divisions, cities and sections.
///
/// @throws Error (InputUnreadable) if it cannot be read.
[[nodiscard]] std::set<std::string> read_blocked_names(const std::filesystem::path& folder);

/// Takes the blocked names out of the names of divisions, cities and sections. A place whose main
/// name is blocked keeps it for display.
void block_names(const std::set<std::string>& blocked, PlaceEntries& entries);

}  // namespace dateline::gazetteer
