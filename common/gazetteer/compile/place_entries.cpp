// One function a table; the columns of each stand in its first line.
#include "common/gazetteer/compile/place_entries.hpp"

#include "common/base/error.hpp"
#include "common/gazetteer/compile/extent.hpp"
#include "common/gazetteer/compile/table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::gazetteer {
namespace {

/// What divisions are called in GeoNames but not in the news: "Zhejiang Province" is "Zhejiang".
constexpr std::array<std::string_view, 19> kDivisionWords = {" Province",
                                                             " Oblast",
                                                             " Region",
                                                             " State",
                                                             " Governorate",
                                                             " Prefecture",
                                                             " County",
                                                             " District",
                                                             " Department",
                                                             " Republic",
                                                             " Voivodeship",
                                                             " Canton",
                                                             " Krai",
                                                             " Kray",
                                                             " Parish",
                                                             " Division",
                                                             " City",
                                                             " Municipality",
                                                             " Raion"};

/// What the first-level divisions of some countries are called in full where GeoNames does not say
/// it: "Akita Prefecture", "Helmand Province".
struct DivisionNoun {
    std::string_view noun;
    std::string_view countries;  ///< ISO 3166-1 alpha-2, blanks between them
};
constexpr std::array<DivisionNoun, 7> kDivisionNouns = {
    DivisionNoun{" Prefecture", "JP"},
    DivisionNoun{" Province",
                 "AF AO AR CD CN CU FI ID IR IT KE KP LA MZ NL PG PH PK RW SA TH TR VN ZA ZM ZW"},
    DivisionNoun{" State", "BR IN MM MX MY NG SD SS US VE"},
    DivisionNoun{" Oblast", "BY KG KZ RU UA"},
    DivisionNoun{" Governorate", "EG IQ JO LB PS SY TN YE"},
    DivisionNoun{" County", "EE HR HU KE LT NO RO SE"},
    DivisionNoun{" Region", "BY CL DK ER ET GH IT KZ PE RU TZ UA UZ"}};

[[noreturn]] void fail(const Table& table, const std::string& why) {
    throw Error(ErrorCode::InputUnreadable, "cannot use '" + table.path.string() + "': " + why);
}

std::vector<std::string> owned_list(std::string_view list) {
    const std::vector<std::string_view> parts = split_list(list);
    return {parts.begin(), parts.end()};
}

/// Where the key of a country or division is written by its code.
struct Keys {
    std::map<std::string, std::string> by_code;  ///< "HU", "US.TX", "continent.EU" to key

    [[nodiscard]] std::string find(const std::string& code) const {
        const auto found = by_code.find(code);
        return found == by_code.end() ? std::string() : found->second;
    }
};

class PlaceReader {
public:
    explicit PlaceReader(std::filesystem::path folder) : folder_(std::move(folder)) {}

    PlaceEntries read() {
        read_regions();
        read_countries();
        read_former_countries();
        read_divisions();
        read_cities();
        read_nature();
        read_other_names("other_names.tsv.xz");
        read_other_names("old_names.tsv");
        read_other_names("foreign_names.tsv");
        measure_divisions();
        return std::move(entries_);
    }

private:
    std::string add(const Table& table, PlaceEntry&& entry) {
        std::string key = entry.key();
        if (!entries_.try_emplace(key, std::move(entry)).second) {
            fail(table, "'" + key + "' is there twice");
        }
        return key;
    }

    [[nodiscard]] std::string known(const Table& table, const std::string& code) const {
        std::string key = keys_.find(code);
        if (key.empty()) {
            fail(table, "'" + code + "' is not known");
        }
        return key;
    }

    static std::optional<Coordinates> coordinates(const Table& table,
                                                  const std::string& latitude,
                                                  const std::string& longitude) {
        if (latitude.empty()) {
            return std::nullopt;
        }
        return Coordinates{table_millidegrees(table, latitude),
                           table_millidegrees(table, longitude)};
    }

    static std::uint32_t id_or_zero(const Table& table, const std::string& id) {
        return id.empty() ? 0 : table_number(table, id);
    }

    /// id, code, kind, name, continent, latitude, longitude, other names, adjectives
    void read_regions() {
        const Table table = read_table(folder_ / "regions.tsv", 9);
        for (const std::vector<std::string>& row : table.rows) {
            PlaceEntry entry;
            entry.geonames_id = id_or_zero(table, row[0]);
            entry.code = "region." + row[1];
            entry.kind = row[2] == "continent" ? PlaceKind::Continent : PlaceKind::Region;
            entry.name = row[3];
            entry.parent = row[4].empty() ? "" : known(table, row[4]);
            entry.coordinates = coordinates(table, row[5], row[6]);
            entry.other_names = owned_list(row[7]);
            entry.adjectives = owned_list(row[8]);
            keys_.by_code[row[1]] = add(table, std::move(entry));
        }
    }

    /// iso2, iso3, id, name, continent, population in thousands, latitude, longitude, Reuters'
    /// name, other names, adjectives and demonyms
    void read_countries() {
        const Table table = read_table(folder_ / "countries.tsv", 11);
        for (const std::vector<std::string>& row : table.rows) {
            PlaceEntry entry;
            entry.geonames_id = table_number(table, row[2]);
            entry.kind = PlaceKind::Country;
            entry.name = row[3];
            entry.country = row[0];
            entry.parent = known(table, row[4]);
            entry.population = table_number(table, row[5]) * 1000;
            entry.coordinates = coordinates(table, row[6], row[7]);
            entry.codes = {"iso2:" + row[0], "iso3:" + row[1]};
            for (const std::string_view slug : split_list(row[8])) {
                entry.codes.push_back("reuters:" + std::string(slug));
            }
            entry.other_names = owned_list(row[9]);
            entry.adjectives = owned_list(row[10]);
            keys_.by_code[row[0]] = add(table, std::move(entry));
        }
    }

    /// code, name, parent (country or continent), latitude, longitude, Reuters' name, other names,
    /// adjectives
    void read_former_countries() {
        const Table table = read_table(folder_ / "former_countries.tsv", 8);
        for (const std::vector<std::string>& row : table.rows) {
            PlaceEntry entry;
            entry.code = "country." + row[0];
            entry.kind = PlaceKind::FormerCountry;
            entry.name = row[1];
            entry.parent = known(table, row[2]);
            entry.country = entries_.at(entry.parent).country;
            entry.coordinates = coordinates(table, row[3], row[4]);
            for (const std::string_view slug : split_list(row[5])) {
                entry.codes.push_back("reuters:" + std::string(slug));
            }
            entry.other_names = owned_list(row[6]);
            entry.adjectives = owned_list(row[7]);
            add(table, std::move(entry));
        }
    }

    /// divisions: code, name; division_facts: code, id, latitude, longitude, other names,
    /// adjectives
    void read_divisions() {
        const Table facts = read_table(folder_ / "division_facts.tsv", 6);
        std::map<std::string, const std::vector<std::string>*> by_code;
        for (const std::vector<std::string>& row : facts.rows) {
            if (!by_code.emplace(row[0], &row).second) {
                fail(facts, "'" + row[0] + "' is there twice");
            }
        }
        const Table table = read_table(folder_ / "divisions.tsv.xz", 2);
        for (const std::vector<std::string>& row : table.rows) {
            const auto found = by_code.find(row[0]);
            add_division(table, row, found == by_code.end() ? nullptr : found->second);
            if (found != by_code.end()) {
                by_code.erase(found);
            }
        }
        if (!by_code.empty()) {
            fail(facts, "'" + by_code.begin()->first + "' is not known");
        }
    }

    void add_division(const Table& table,
                      const std::vector<std::string>& row,
                      const std::vector<std::string>* facts) {
        const std::string& code = row[0];
        const std::size_t first_dot = code.find('.');
        const std::size_t last_dot = code.rfind('.');
        PlaceEntry entry;
        entry.country = code.substr(0, first_dot);
        if (keys_.find(entry.country).empty()) {
            return;  // GeoNames still lists divisions of countries that are no more
        }
        const bool is_first_level = first_dot == last_dot;
        entry.kind = is_first_level ? PlaceKind::Division : PlaceKind::SubDivision;
        entry.code = (is_first_level ? "admin1." : "admin2.") + code;
        entry.codes = {(is_first_level ? "admin1:" : "admin2:") + code};
        entry.name = row[1];
        entry.parent = keys_.find(code.substr(0, last_dot));
        if (entry.parent.empty()) {
            entry.parent = keys_.find(entry.country);
        }
        for (const DivisionNoun& division : kDivisionNouns) {
            if (is_first_level &&
                division.countries.find(entry.country) != std::string_view::npos) {
                entry.other_names.push_back(row[1] + std::string(division.noun));
            }
        }
        for (const std::string_view word : kDivisionWords) {
            if (is_first_level && row[1].ends_with(word) && row[1].size() > word.size() + 2) {
                entry.other_names.push_back(row[1].substr(0, row[1].size() - word.size()));
            }
        }
        if (facts != nullptr) {
            entry.geonames_id = id_or_zero(table, (*facts)[1]);
            entry.coordinates = coordinates(table, (*facts)[2], (*facts)[3]);
            std::ranges::copy(owned_list((*facts)[4]), std::back_inserter(entry.other_names));
            entry.adjectives = owned_list((*facts)[5]);
        }
        keys_.by_code[code] = add(table, std::move(entry));
    }

    /// id as a difference, name, country, admin1, admin2, feature code, latitude, longitude,
    /// population, number of other names
    void read_cities() {
        const Table table = read_table(folder_ / "places.tsv.xz", 10);
        std::uint32_t id = 0;
        for (const std::vector<std::string>& row : table.rows) {
            id += table_number(table, row[0]);
            PlaceEntry entry;
            entry.geonames_id = id;
            entry.name = row[1];
            entry.country = row[2];
            entry.feature = row[5];
            entry.kind = row[5] == "PPLX" ? PlaceKind::Section : PlaceKind::City;
            entry.coordinates = coordinates(table, row[6], row[7]);
            entry.population = table_number(table, row[8]);
            entry.other_name_count = table_number(table, row[9]);
            const std::string division = row[2] + "." + row[3];
            entry.parent = keys_.find(division);
            if (entry.parent.empty()) {
                entry.parent = known(table, row[2]);
            } else {
                divisions_of_[id] = {entry.parent, keys_.find(division + "." + row[4])};
            }
            add(table, std::move(entry));
        }
    }

    /// code, kind (water, land or site), name, parent, latitude, longitude, other names
    void read_nature() {
        const Table table = read_table(folder_ / "nature.tsv", 7);
        for (const std::vector<std::string>& row : table.rows) {
            PlaceEntry entry;
            entry.code = row[1] + "." + row[0];
            entry.kind = row[1] == "water"  ? PlaceKind::Water
                         : row[1] == "land" ? PlaceKind::Land
                                            : PlaceKind::Site;
            entry.name = row[2];
            entry.parent = row[3].empty() ? "" : known(table, row[3]);
            entry.country = row[3].size() == 2 ? row[3] : "";
            entry.coordinates = coordinates(table, row[4], row[5]);
            entry.other_names = owned_list(row[6]);
            add(table, std::move(entry));
        }
    }

    /// id, country or division code, names
    void read_other_names(const std::string& file) {
        const Table table = read_table(folder_ / file, 2);
        for (const std::vector<std::string>& row : table.rows) {
            const std::string by_code = keys_.find(row[0]);
            const auto found = entries_.find(by_code.empty() ? row[0] : by_code);
            if (found != entries_.end()) {
                std::ranges::copy(owned_list(row[1]),
                                  std::back_inserter(found->second.other_names));
            }
        }
    }

    void measure_divisions() {
        std::map<std::string, Extent> extents;
        for (const auto& [id, divisions] : divisions_of_) {
            const PlaceEntry& place = entries_.at(std::to_string(id));
            for (const std::string& division : divisions) {
                if (!division.empty() && place.kind == PlaceKind::City) {
                    extents[division].add(*place.coordinates, place.population);
                }
            }
        }
        for (const auto& [key, extent] : extents) {
            PlaceEntry& division = entries_.at(key);
            division.population = extent.population();
            if (!division.coordinates) {
                division.coordinates = extent.middle();
            }
        }
    }

    std::filesystem::path folder_;
    PlaceEntries entries_;
    Keys keys_;
    std::map<std::uint32_t, std::array<std::string, 2>> divisions_of_;  ///< of each city
};

}  // namespace

PlaceEntries read_places(const std::filesystem::path& folder) {
    return PlaceReader(folder).read();
}

std::set<std::string> read_blocked_names(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const std::vector<std::string>& row : read_table(folder / "blocked_names.tsv", 1).rows) {
        names.insert(row[0]);
    }
    return names;
}

}  // namespace dateline::gazetteer
