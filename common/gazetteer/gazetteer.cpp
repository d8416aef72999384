// Look-ups in the mapped file: a walk through a hash table of sequences, and binary searches for
// ids.
#include "common/gazetteer/gazetteer.hpp"

#include "common/base/installed_file.hpp"
#include "common/gazetteer/sections.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace dateline::gazetteer {
namespace {

constexpr std::string_view kPlaceIdPrefix = "L:";

/// In the order of PlaceKind.
constexpr std::array<const char*, 11> kPlaceKindNames = {"continent",
                                                         "region",
                                                         "country",
                                                         "former_country",
                                                         "division",
                                                         "subdivision",
                                                         "city",
                                                         "section",
                                                         "water",
                                                         "land",
                                                         "site"};

/// The first record of `records` whose key is not before `wanted`, if its key is `wanted`.
template <typename Record, typename Key, typename Wanted>
std::optional<std::size_t> find_sorted(std::span<const Record> records, Key key, Wanted wanted) {
    const auto found = std::ranges::lower_bound(records, wanted, {}, key);
    if (found == records.end() || key(*found) != wanted) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - records.begin());
}

std::optional<std::uint32_t> parse_number(std::string_view digits) {
    std::uint32_t number = 0;
    const auto [end, failure] = std::from_chars(digits.begin(), digits.end(), number);
    // "+1", "01" and the like are no ids: an id has one way to be written.
    if (failure != std::errc{} || end != digits.end() || digits.front() == '0') {
        return std::nullopt;
    }
    return number;
}

}  // namespace

const char* place_kind_name(PlaceKind kind) noexcept {
    return kPlaceKindNames[static_cast<std::size_t>(kind)];
}

Gazetteer::Gazetteer(const std::filesystem::path& path) : file_(path) {
    const Sections sections = read_sections(file_.bytes(), path);
    slots_ = sections.slots;
    names_ = sections.names;
    candidates_ = sections.candidates;
    places_ = sections.places;
    people_ = sections.people;
    organisations_ = sections.organisations;
    codes_ = sections.codes;
    text_ = sections.text;
}

Gazetteer Gazetteer::open_installed() {
    return Gazetteer(installed_file(kFileName, kVariable));
}

std::string Gazetteer::version() const {
    return hex16(hash64(file_.bytes().substr(0, sizeof(Header))));  // the header holds the checksum
}

std::string_view Gazetteer::text(std::uint32_t offset) const noexcept {
    return text_.substr(offset + 1, static_cast<unsigned char>(text_[offset]));
}

Slot Gazetteer::slot_of(std::uint64_t sequence) const noexcept {
    std::uint64_t at = first_slot(sequence, slots_.size());
    while (slots_[at] != 0 && ((slots_[at] ^ sequence) & kSlotHashMask) != 0) {
        at = at + 1 == slots_.size() ? 0 : at + 1;
    }
    return slots_[at];
}

NameMatch Gazetteer::match_of(Slot slot, std::size_t size_tokens) const noexcept {
    const auto name = static_cast<std::uint32_t>((slot >> kSlotNameShift) & kSlotNameMask);
    if (name == 0) {
        return {};
    }
    return {
        static_cast<std::uint32_t>(size_tokens), NameClasses(names_[name - 1].classes), name - 1};
}

NameMatch Gazetteer::longest(std::span<const TokenHash> tokens) const noexcept {
    NameMatch found;
    std::uint64_t sequence = 0;
    for (std::size_t size = 1; size <= tokens.size(); ++size) {
        sequence = extend(sequence, tokens[size - 1]);
        const Slot slot = slot_of(sequence);
        const NameMatch match = match_of(slot, size);
        if (!match.empty()) {
            found = match;
        }
        if ((slot & kSlotGoesOn) == 0) {
            break;
        }
    }
    return found;
}

NameMatch Gazetteer::exact(std::span<const TokenHash> tokens) const noexcept {
    std::uint64_t sequence = 0;
    for (const TokenHash token : tokens) {
        sequence = extend(sequence, token);
    }
    return tokens.empty() ? NameMatch{} : match_of(slot_of(sequence), tokens.size());
}

std::vector<NameMatch> Gazetteer::all(std::span<const TokenHash> tokens) const {
    std::vector<NameMatch> found;
    std::uint64_t sequence = 0;
    for (std::size_t size = 1; size <= tokens.size(); ++size) {
        sequence = extend(sequence, tokens[size - 1]);
        const Slot slot = slot_of(sequence);
        if (const NameMatch match = match_of(slot, size); !match.empty()) {
            found.push_back(match);
        }
        if ((slot & kSlotGoesOn) == 0) {
            break;
        }
    }
    return found;
}

NameMatch Gazetteer::find(std::string_view name) const {
    return exact(name_hashes(name));
}

EntityRange Gazetteer::candidates(const NameMatch& match) const noexcept {
    if (match.empty()) {
        return {};
    }
    const std::uint32_t first = names_[match.name].first_candidate;
    const std::uint32_t last = names_[match.name + 1].first_candidate;
    return EntityRange(candidates_.subspan(first, last - first));
}

std::uint32_t Gazetteer::place_count() const noexcept {
    return static_cast<std::uint32_t>(places_.size());
}

std::uint32_t Gazetteer::person_count() const noexcept {
    return static_cast<std::uint32_t>(people_.size());
}

std::uint32_t Gazetteer::organisation_count() const noexcept {
    return static_cast<std::uint32_t>(organisations_.size());
}

std::uint32_t Gazetteer::name_count() const noexcept {
    return static_cast<std::uint32_t>(names_.size() - 1);
}

Place Gazetteer::place(PlaceIndex index) const noexcept {
    const PlaceRecord& record = places_[static_cast<std::size_t>(index)];
    Place place;
    place.index = index;
    place.geonames_id = (record.id & kIdIsCode) == 0 ? record.id : 0;
    place.name = text(record.name);
    place.kind = static_cast<PlaceKind>(record.kind);
    place.located = record.located != 0;
    place.latitude = record.latitude_millidegrees / 1000.0;
    place.longitude = record.longitude_millidegrees / 1000.0;
    place.population = record.population;
    place.importance = record.importance;
    if (record.parent != kNone) {
        place.parent = PlaceIndex{record.parent};
    }
    for (auto at = static_cast<std::uint32_t>(index); at != kNone; at = places_[at].parent) {
        if (static_cast<PlaceKind>(places_[at].kind) == PlaceKind::Country) {
            place.country = PlaceIndex{at};
        }
    }
    return place;
}

Person Gazetteer::person(std::uint32_t index) const noexcept {
    const PersonRecord& record = people_[index];
    return {text(record.id),
            text(record.name),
            text(record.note),
            text(record.country),
            record.importance,
            record.first_year,
            record.last_year};
}

Organisation Gazetteer::organisation(std::uint32_t index) const noexcept {
    const OrganisationRecord& record = organisations_[index];
    return {text(record.id),
            text(record.name),
            text(record.kind),
            text(record.country),
            record.importance,
            record.first_year};
}

std::string Gazetteer::place_id(PlaceIndex index) const {
    const PlaceRecord& record = places_[static_cast<std::size_t>(index)];
    std::string id(kPlaceIdPrefix);
    if ((record.id & kIdIsCode) == 0) {
        return id + std::to_string(record.id);
    }
    return id.append(text(record.id & ~kIdIsCode));
}

std::vector<PlaceIndex> Gazetteer::path(PlaceIndex index) const {
    std::vector<PlaceIndex> path;
    for (auto at = static_cast<std::uint32_t>(index); at != kNone; at = places_[at].parent) {
        path.push_back(PlaceIndex{at});
    }
    std::ranges::reverse(path);
    return path;
}

std::optional<PlaceIndex> Gazetteer::find_place(std::string_view id) const {
    if (!id.starts_with(kPlaceIdPrefix)) {
        return std::nullopt;
    }
    const std::string_view rest = id.substr(kPlaceIdPrefix.size());
    const auto named = std::ranges::partition_point(
        places_, [](const PlaceRecord& place) { return (place.id & kIdIsCode) == 0; });
    const auto numbered = static_cast<std::size_t>(named - places_.begin());
    std::optional<std::size_t> found;
    if (const std::optional<std::uint32_t> number = parse_number(rest)) {
        const auto key = [](const PlaceRecord& place) { return place.id; };
        found = find_sorted(places_.first(numbered), key, *number);
    } else {
        const auto key = [this](const PlaceRecord& place) { return text(place.id & ~kIdIsCode); };
        found = find_sorted(places_.subspan(numbered), key, rest);
        if (found) {
            *found += numbered;
        }
    }
    if (!found) {
        return std::nullopt;
    }
    return PlaceIndex{static_cast<std::uint32_t>(*found)};
}

std::optional<PlaceIndex> Gazetteer::find_code(std::string_view code) const {
    const auto key = [this](const CodeRecord& record) { return text(record.code); };
    const std::optional<std::size_t> found = find_sorted(codes_, key, code);
    if (!found) {
        return std::nullopt;
    }
    return PlaceIndex{codes_[*found].place};
}

std::optional<Person> Gazetteer::find_person(std::string_view slug) const {
    const auto key = [this](const PersonRecord& record) { return text(record.id); };
    const std::optional<std::size_t> found = find_sorted(people_, key, slug);
    if (!found) {
        return std::nullopt;
    }
    return person(static_cast<std::uint32_t>(*found));
}

std::optional<Organisation> Gazetteer::find_organisation(std::string_view slug) const {
    const auto key = [this](const OrganisationRecord& record) { return text(record.id); };
    const std::optional<std::size_t> found = find_sorted(organisations_, key, slug);
    if (!found) {
        return std::nullopt;
    }
    return organisation(static_cast<std::uint32_t>(*found));
}

std::vector<TokenHash> name_hashes(std::string_view name) {
    text::Tokenizer tokenizer;
    text::TokenList list;
    tokenizer.tokenize(name, list);
    std::vector<TokenHash> hashes;
    for (const text::Token& token : list.tokens()) {
        hashes.push_back(token_hash(list.folded(token)));
    }
    return hashes;
}

}  // namespace dateline::gazetteer
