// Names of people, places and organisations, out of one file that is mapped into memory.
//
//   const Gazetteer gazetteer = Gazetteer::open_installed();
//   std::vector<TokenHash> hashes;                     // one a token, made once for each text
//   for (const text::Token& token : list.tokens()) {
//   hashes.push_back(token_hash(list.folded(token))); } const NameMatch match =
//   gazetteer.longest(std::span(hashes).subspan(position)); if
//   (match.classes.has(NameClass::Country)) …       // match.size_tokens tokens are the name for
//   (const Entity entity : gazetteer.candidates(match)) …  // best first
#pragma once

#include "common/base/mapped_file.hpp"
#include "common/gazetteer/format.hpp"
#include "common/gazetteer/name_class.hpp"
#include "common/gazetteer/token_hash.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::gazetteer {

/// The stable lower-case name of `kind`: `continent`, `region`, `country`, `former_country`,
/// `division`, `subdivision`, `city`, `section`, `water`, `land`, `site`.
[[nodiscard]] const char* place_kind_name(PlaceKind kind) noexcept;

/// Index of a place in this gazetteer; another file gives other numbers.
enum class PlaceIndex : std::uint32_t {};

/// A place. Texts live as long as the gazetteer.
struct Place {
    PlaceIndex index{};
    std::uint32_t geonames_id = 0;  ///< 0 if it has none
    std::string_view name;          ///< in English where there is an English name
    PlaceKind kind = PlaceKind::City;
    bool located = false;  ///< whether the coordinates are known
    double latitude = 0;   ///< degrees, WGS 84, to three decimals
    double longitude = 0;  ///< degrees, WGS 84, to three decimals
    /// GeoNames' figure; of a division the sum of its places, which is less than it has; 0 if
    /// unknown.
    std::uint32_t population = 0;
    std::uint16_t importance = 0;       ///< 0 to 20000; only for comparison
    std::optional<PlaceIndex> parent;   ///< what it lies in
    std::optional<PlaceIndex> country;  ///< its own index for a country
};

/// A person who is often in the news. Texts live as long as the gazetteer.
struct Person {
    std::string_view id;       ///< the slug of the name: the id is `P:` and this
    std::string_view name;     ///< as English papers write it
    std::string_view note;     ///< what the person is known for, may be empty
    std::string_view country;  ///< ISO 3166-1 alpha-2, may be empty
    std::uint16_t importance = 0;
    std::uint16_t first_year = 0;  ///< in the news from about this year; 0 if unknown
    std::uint16_t last_year = 0;   ///< in the news until about this year; 0 if still, or unknown
};

/// An organisation. Texts live as long as the gazetteer.
struct Organisation {
    std::string_view id;    ///< the slug of the name: the id is `O:` and this
    std::string_view name;  ///< as English papers write it
    std::string_view kind;  ///< `international`, `government`, `company`, `party` …
    std::string_view country;
    std::uint16_t importance = 0;
    std::uint16_t first_year = 0;  ///< since when there is one of this name; 0 if unknown
};

/// One entity that a name may stand for.
struct Entity {
    EntityKind kind = EntityKind::Place;
    bool capitals_only = false;  ///< holds only where the text has the name in capitals: US, not us
    bool alias = false;          ///< the name is not the entity's main one
    std::uint32_t index = 0;     ///< for place(), person() or organisation(), by kind

    /// The place of an entity of kind Place or PlaceAdjective.
    [[nodiscard]] PlaceIndex place() const noexcept { return PlaceIndex{index}; }
};

/// A name found at the beginning of a run of tokens; empty() if there is none.
struct NameMatch {
    std::uint32_t size_tokens = 0;
    NameClasses classes;
    std::uint32_t name = kNone;  ///< for candidates()

    [[nodiscard]] bool empty() const noexcept { return size_tokens == 0; }
};

/// The entities of a name, best first: read one after the other, without allocation.
class EntityRange {
public:
    class Iterator {
    public:
        explicit Iterator(const Candidate* at) : at_(at) {}
        [[nodiscard]] Entity operator*() const noexcept {
            return {static_cast<EntityKind>(*at_ >> kCandidateKindShift),
                    (*at_ & kCandidateCapitals) != 0,
                    (*at_ & kCandidateAlias) != 0,
                    *at_ & kCandidateIndexMask};
        }
        Iterator& operator++() noexcept {
            ++at_;
            return *this;
        }
        friend bool operator==(Iterator, Iterator) = default;

    private:
        const Candidate* at_;
    };

    EntityRange() = default;
    explicit EntityRange(std::span<const Candidate> candidates) : candidates_(candidates) {}
    [[nodiscard]] Iterator begin() const noexcept { return Iterator(candidates_.data()); }
    [[nodiscard]] Iterator end() const noexcept {
        return Iterator(candidates_.data() + candidates_.size());
    }
    [[nodiscard]] std::size_t size() const noexcept { return candidates_.size(); }
    [[nodiscard]] bool empty() const noexcept { return candidates_.empty(); }

private:
    std::span<const Candidate> candidates_;
};

/// The open gazetteer. All functions are const and may be called from several threads at once;
/// processes share the file's pages. Case is not looked at: whether a name is written as one is the
/// caller's to judge, with NameClass::CommonWord, NameClass::Acronym and Entity::capitals_only.
class Gazetteer {
public:
    /// The name of the file that the build makes and the installation holds.
    static constexpr const char* kFileName = "dateline.gazetteer";

    /// The environment variable that names another file.
    static constexpr const char* kVariable = "DATELINE_GAZETTEER";

    /// Opens the file at `path`. All of it is read once and checked, which takes a few
    /// milliseconds; after that no content of the file can lead outside it.
    ///
    /// @throws Error (InputUnreadable) if it cannot be read, is no gazetteer, is of another
    ///         version, or is cut or changed.
    explicit Gazetteer(const std::filesystem::path& path);

    /// Opens the file that belongs to the program: see installed_file().
    ///
    /// @throws Error (InputUnreadable) as the constructor, and if there is no file.
    [[nodiscard]] static Gazetteer open_installed();

    /// 16 hexadecimal digits that differ whenever the content does: for manifests and for content
    /// hashes.
    [[nodiscard]] std::string version() const;

    /// The longest name that `tokens` begin with. Names do not see punctuation: end the span at the
    /// end of a sentence, and where else a name cannot go on.
    [[nodiscard]] NameMatch longest(std::span<const TokenHash> tokens) const noexcept;

    /// The name that is exactly `tokens`.
    [[nodiscard]] NameMatch exact(std::span<const TokenHash> tokens) const noexcept;

    /// All names that `tokens` begin with, the shortest first.
    [[nodiscard]] std::vector<NameMatch> all(std::span<const TokenHash> tokens) const;

    /// The name that is exactly `name`, cut and folded as the tokenizer does. Slow: makes a
    /// tokenizer.
    [[nodiscard]] NameMatch find(std::string_view name) const;

    /// What the name of `match` may stand for, most important first. Valid as long as the
    /// gazetteer; empty for an empty match and for names without entities, such as given names.
    [[nodiscard]] EntityRange candidates(const NameMatch& match) const noexcept;

    [[nodiscard]] std::uint32_t place_count() const noexcept;
    [[nodiscard]] std::uint32_t person_count() const noexcept;
    [[nodiscard]] std::uint32_t organisation_count() const noexcept;
    [[nodiscard]] std::uint32_t name_count() const noexcept;

    /// The place, person or organisation of an index below its count, as entities have.
    [[nodiscard]] Place place(PlaceIndex index) const noexcept;
    [[nodiscard]] Person person(std::uint32_t index) const noexcept;
    [[nodiscard]] Organisation organisation(std::uint32_t index) const noexcept;

    /// The id of a place: `L:` and its GeoNames id, or `L:` and a word such as `admin1.FR.84` or
    /// `region.middle-east` where GeoNames' id is not known.
    [[nodiscard]] std::string place_id(PlaceIndex index) const;

    /// What a place lies in, from the continent down to the place itself.
    [[nodiscard]] std::vector<PlaceIndex> path(PlaceIndex index) const;

    /// The place with an id as place_id() gives it.
    [[nodiscard]] std::optional<PlaceIndex> find_place(std::string_view id) const;

    /// The place that has a code: `iso2:HU`, `iso3:HUN`, `reuters:west-germany` (the collection's
    /// names of places), `admin1:US.TX` (GeoNames' codes).
    [[nodiscard]] std::optional<PlaceIndex> find_code(std::string_view code) const;

    /// The person with a slug of a name, without `P:`.
    [[nodiscard]] std::optional<Person> find_person(std::string_view slug) const;

    /// The organisation with a slug of a name, without `O:`.
    [[nodiscard]] std::optional<Organisation> find_organisation(std::string_view slug) const;

private:
    [[nodiscard]] std::string_view text(std::uint32_t offset) const noexcept;
    [[nodiscard]] NameMatch match_of(Slot slot, std::size_t size_tokens) const noexcept;
    [[nodiscard]] Slot slot_of(std::uint64_t sequence) const noexcept;

    MappedFile file_;
    std::span<const Slot> slots_;
    std::span<const NameRecord> names_;
    std::span<const Candidate> candidates_;
    std::span<const PlaceRecord> places_;
    std::span<const PersonRecord> people_;
    std::span<const OrganisationRecord> organisations_;
    std::span<const CodeRecord> codes_;
    std::string_view text_;
};

/// The hashes of the tokens of `name`, as Gazetteer looks them up.
[[nodiscard]] std::vector<TokenHash> name_hashes(std::string_view name);

}  // namespace dateline::gazetteer
