// Puts places in the order of the file, ranks them, and gives each of their names its classes.
#include "common/base/error.hpp"
#include "common/gazetteer/compile/place_entries.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace dateline::gazetteer {
namespace {

constexpr std::uint32_t kLargeCityPopulation = 100'000;
constexpr std::uint32_t kTownPopulation = 5'000;

// Weights of importance_of(), in thousandths of a power of ten of population. They were set so that
// the first candidates of names which several well-known places share are those of the news:
// tests/unit/gazetteer holds such names.
constexpr double kPerPowerOfTen = 1000;
constexpr double kOtherNamesPerPowerOfTen = 2000;
constexpr double kCapital = 1500;
constexpr double kSeat = 200;
constexpr double kDivision = 3000;
constexpr double kSubDivision = 2500;
constexpr double kCountry = 13'000;
constexpr double kFormerCountry = 12'000;
constexpr double kRegion = 16'000;
constexpr double kNature = 9'000;
constexpr double kCountryPerPowerOfTen = 200;

/// A place named by another name than its main one is a little less likely.
constexpr std::uint32_t kAliasLoss = 300;

bool is_capital(const PlaceEntry& place) {
    return place.feature == "PPLC";
}

NameClass class_of(const PlaceEntry& place) {
    switch (place.kind) {
        case PlaceKind::Continent:
        case PlaceKind::Region:
            return NameClass::Region;
        case PlaceKind::Country:
        case PlaceKind::FormerCountry:
            return NameClass::Country;
        case PlaceKind::Division:
        case PlaceKind::SubDivision:
            return NameClass::Division;
        case PlaceKind::City:
        case PlaceKind::Section:
            break;
        case PlaceKind::Water:
        case PlaceKind::Land:
        case PlaceKind::Site:
            return NameClass::Nature;
    }
    if (is_capital(place) || place.population >= kLargeCityPopulation) {
        return NameClass::LargeCity;
    }
    return place.population >= kTownPopulation ? NameClass::Town : NameClass::Village;
}

std::vector<const PlaceEntry*> in_file_order(const PlaceEntries& entries) {
    std::vector<const PlaceEntry*> order;
    for (const auto& [key, entry] : entries) {
        order.push_back(&entry);
    }
    std::ranges::sort(order, {}, [](const PlaceEntry* entry) {
        return std::tuple(
            entry->geonames_id == 0, entry->geonames_id, std::string_view(entry->code));
    });
    return order;
}

void add_names(const PlaceEntry& entry, std::uint32_t index, NameBook& names) {
    const NameClasses classes{class_of(entry)};
    const std::uint32_t importance = importance_of(entry);
    const std::uint32_t alias_importance = importance > kAliasLoss ? importance - kAliasLoss : 0;
    if (entry.findable_by_name) {
        names.add_place(entry.name, classes, {EntityKind::Place, index, importance, false, false});
    }
    for (const std::string& name : entry.other_names) {
        // "Swiss" is the country's name in some language, but not in this project's main one.
        if (std::ranges::find(entry.adjectives, name) != entry.adjectives.end()) {
            continue;
        }
        names.add_place(name, classes, {EntityKind::Place, index, alias_importance, true, false});
    }
    for (const std::string& adjective : entry.adjectives) {
        names.add(adjective,
                  {NameClass::PlaceAdjective},
                  {EntityKind::PlaceAdjective, index, importance, true, false});
    }
}

}  // namespace

void block_names(const std::set<std::string>& blocked, PlaceEntries& entries) {
    for (auto& [key, entry] : entries) {
        if (entry.kind < PlaceKind::Division || entry.kind > PlaceKind::Section) {
            continue;
        }
        entry.findable_by_name = !blocked.contains(entry.name);
        std::erase_if(entry.other_names,
                      [&](const std::string& name) { return blocked.contains(name); });
    }
}

std::uint16_t importance_of(const PlaceEntry& place) {
    const double people = std::log10(place.population + 10.0);
    const double known = std::log10(place.other_name_count + 1.0);
    double sum = 0;
    switch (place.kind) {
        case PlaceKind::Continent:
        case PlaceKind::Region:
            sum = kRegion;
            break;
        case PlaceKind::Country:
            sum = kCountry + people * kCountryPerPowerOfTen;
            break;
        case PlaceKind::FormerCountry:
            sum = kFormerCountry;
            break;
        case PlaceKind::Division:
            sum = kDivision + people * kPerPowerOfTen;
            break;
        case PlaceKind::SubDivision:
            sum = kSubDivision + people * kPerPowerOfTen;
            break;
        case PlaceKind::City:
        case PlaceKind::Section:
            sum = people * kPerPowerOfTen + known * kOtherNamesPerPowerOfTen +
                  (is_capital(place) ? kCapital : 0) + (place.feature == "PPLA" ? kSeat : 0);
            break;
        case PlaceKind::Water:
        case PlaceKind::Land:
        case PlaceKind::Site:
            sum = kNature;
            break;
    }
    return static_cast<std::uint16_t>(std::lround(sum));
}

PlaceSections lay_out_places(const PlaceEntries& entries, TextPool& text, NameBook& names) {
    const std::vector<const PlaceEntry*> order = in_file_order(entries);
    std::map<std::string, std::uint32_t> index_of;
    for (std::uint32_t index = 0; index < order.size(); ++index) {
        index_of.emplace(order[index]->key(), index);
    }
    PlaceSections sections;
    std::map<std::string, std::uint32_t> codes;
    for (std::uint32_t index = 0; index < order.size(); ++index) {
        const PlaceEntry& entry = *order[index];
        PlaceRecord record;
        record.id = entry.geonames_id == 0 ? text.add(entry.code) | kIdIsCode : entry.geonames_id;
        record.name = text.add(entry.name);
        record.population = entry.population;
        record.kind = static_cast<std::uint8_t>(entry.kind);
        record.importance = importance_of(entry);
        if (entry.coordinates) {
            record.latitude_millidegrees = entry.coordinates->latitude_millidegrees;
            record.longitude_millidegrees = entry.coordinates->longitude_millidegrees;
            record.located = 1;
        }
        if (!entry.parent.empty()) {
            const auto parent = index_of.find(entry.parent);
            if (parent == index_of.end() || order[parent->second]->kind >= entry.kind) {
                throw Error(ErrorCode::InputUnreadable,
                            "'" + entry.parent + "' cannot hold '" + entry.key() + "'");
            }
            record.parent = parent->second;
        }
        sections.places.push_back(record);
        add_names(entry, index, names);
        for (const std::string& code : entry.codes) {
            if (!codes.emplace(code, index).second) {
                throw Error(ErrorCode::InputUnreadable, "the code '" + code + "' is there twice");
            }
        }
    }
    for (const auto& [code, index] : codes) {
        sections.codes.push_back({text.add(code), index});
    }
    return sections;
}

}  // namespace dateline::gazetteer
