// Forms of a name are tried from the most to the least faithful one.
#include "indexer/analysis/places/place_candidates.hpp"

#include "indexer/analysis/places/place_words.hpp"
#include "indexer/analysis/places/sport_codes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dateline::analysis {

namespace {

using gazetteer::Entity;
using gazetteer::EntityKind;
using gazetteer::Gazetteer;
using gazetteer::kNone;
using gazetteer::NameMatch;
using gazetteer::Place;
using gazetteer::PlaceIndex;
using gazetteer::PlaceKind;
using gazetteer::TokenHash;

using Hashes = std::span<const TokenHash>;

constexpr std::size_t kMaxCandidates = 64;

// Importance of cities that papers all over the world name.
constexpr std::uint16_t kWellKnown = 9000;

constexpr double kEarthRadiusKm = 6371.0;
constexpr double kFarthestKm = 20'100;

bool has_small_letter(std::string_view name) {
    return std::any_of(
        name.begin(), name.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool equal_but_for_case(std::string_view left, std::string_view right) {
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(), [](char one, char other) {
            return small(one) == small(other);
        });
}

// Whether `written` is `full` without words at its end or its start.
bool is_brief(std::string_view written, std::string_view full) {
    if (written.size() >= full.size()) {
        return false;
    }
    const std::size_t rest = full.size() - written.size();
    return (full[written.size()] == ' ' &&
            equal_but_for_case(full.substr(0, written.size()), written)) ||
           (full[rest - 1] == ' ' && equal_but_for_case(full.substr(rest), written));
}

// Whether `written` may be another spelling of `full`, such as `Odessa` of `Odesa`.
bool is_spelling(std::string_view written, std::string_view full) {
    constexpr std::size_t equal_bytes = 3;
    constexpr std::size_t most_different = 2;
    const std::size_t longer = std::max(written.size(), full.size());
    const std::size_t shorter = std::min(written.size(), full.size());
    return shorter > equal_bytes && longer - shorter <= most_different &&
           equal_but_for_case(written.substr(0, equal_bytes), full.substr(0, equal_bytes));
}

NameForm form_of(std::string_view written, std::string_view full) {
    if (is_brief(written, full)) {
        return NameForm::Brief;
    }
    return is_spelling(written, full) ? NameForm::Spelling : NameForm::Other;
}

// The look-ups of one name.
class NameSearch {
public:
    NameSearch(const Gazetteer& gazetteer, std::string_view written)
        : gazetteer_(gazetteer), written_(written), in_capitals_(!has_small_letter(written)) {}

    // The places named exactly `name`, of a kind that fits `word`.
    [[nodiscard]] PlaceCandidates named(Hashes name, PlaceWord word) const {
        PlaceCandidates found;
        if (name.empty()) {
            return found;
        }
        const NameMatch match = gazetteer_.exact(name);
        for (const Entity entity : gazetteer_.candidates(match)) {
            if (entity.kind != EntityKind::Place || (entity.capitals_only && !in_capitals_)) {
                continue;
            }
            PlaceCandidate candidate = candidate_of(gazetteer_, entity.place());
            if (!fits(word, candidate.place.kind)) {
                continue;
            }
            if (entity.alias) {
                candidate.form = form_of(written_, candidate.place.name);
            }
            found.list.push_back(candidate);
            if (found.list.size() == kMaxCandidates) {
                break;
            }
        }
        return found;
    }

    // With `Saint` for `St` and the other way round.
    [[nodiscard]] PlaceCandidates with_exchanged(Hashes name) const {
        static const std::array<std::array<TokenHash, 2>, 3> pairs{{
            {gazetteer::token_hash("saint"), gazetteer::token_hash("st")},
            {gazetteer::token_hash("mount"), gazetteer::token_hash("mt")},
            {gazetteer::token_hash("fort"), gazetteer::token_hash("ft")},
        }};
        std::vector<TokenHash> other(name.begin(), name.end());
        bool changed = false;
        for (TokenHash& token : other) {
            for (const auto& [full, brief] : pairs) {
                if (token == full || token == brief) {
                    token = token == full ? brief : full;
                    changed = true;
                    break;
                }
            }
        }
        return changed ? named(other, PlaceWord::None) : PlaceCandidates{};
    }

    // Without a word for the kind at its end (`Hunan province`) or its start (`Lake Ladoga`,
    // `Province of Hunan`).
    [[nodiscard]] PlaceCandidates without_kind(Hashes name) const {
        if (name.size() < 2) {
            return {};
        }
        const PlaceWord last = place_word(name.back());
        if (says_kind(last)) {
            PlaceCandidates found = named(name.first(name.size() - 1), last);
            if (!found.list.empty()) {
                return found;
            }
        }
        const PlaceWord first = place_word(name.front());
        if (!says_kind(first)) {
            return {};
        }
        const bool has_of = name.size() > 2 && place_word(name[1]) == PlaceWord::Of;
        return named(name.subspan(has_of ? 2 : 1), first);
    }

    // With the word for its kind that names in running text leave out: `the Gobi`, `Zagros`.
    [[nodiscard]] PlaceCandidates with_kind(Hashes name) const {
        static const std::array<TokenHash, 8> words{gazetteer::token_hash("river"),
                                                    gazetteer::token_hash("sea"),
                                                    gazetteer::token_hash("ocean"),
                                                    gazetteer::token_hash("desert"),
                                                    gazetteer::token_hash("mountains"),
                                                    gazetteer::token_hash("islands"),
                                                    gazetteer::token_hash("island"),
                                                    gazetteer::token_hash("canal")};
        // `the West` is no West Sea.
        if (name.size() == 1 && place_word(name[0]) != PlaceWord::None) {
            return {};
        }
        std::vector<TokenHash> full(name.begin(), name.end());
        full.push_back(0);
        for (const TokenHash word : words) {
            full.back() = word;
            PlaceCandidates found = named(full, PlaceWord::None);
            std::erase_if(found.list, [](const PlaceCandidate& candidate) {
                return !is_nature(candidate.place.kind);
            });
            if (!found.list.empty()) {
                return found;
            }
        }
        return {};
    }

    [[nodiscard]] PlaceCandidates search(Hashes name) const {
        PlaceCandidates found = named(name, PlaceWord::None);
        if (!found.list.empty() || name.empty()) {
            return found;
        }
        const bool is_structure = std::any_of(name.begin(), name.end(), [](TokenHash token) {
            return place_word(token) == PlaceWord::Structure;
        });
        if (is_structure) {
            return {};
        }
        found = with_exchanged(name);
        if (found.list.empty()) {
            found = without_kind(name);
        }
        if (found.list.empty()) {
            found = with_kind(name);
        }
        const PlaceWord first = place_word(name.front());
        if (found.list.empty() && name.size() > 1 &&
            (first == PlaceWord::Article || first == PlaceWord::Direction)) {
            found = search(name.subspan(1));
        }
        return found;
    }

    // The places that `name` is an adjective or demonym of.
    [[nodiscard]] PlaceCandidates adjective(Hashes name) const {
        PlaceCandidates found;
        for (const Entity entity : gazetteer_.candidates(gazetteer_.exact(name))) {
            if (entity.kind == EntityKind::PlaceAdjective) {
                found.list.push_back(candidate_of(gazetteer_, entity.place()));
                found.is_adjective = true;
            }
        }
        return found;
    }

private:
    static bool says_kind(PlaceWord word) {
        return word == PlaceWord::Division || word == PlaceWord::City || word == PlaceWord::Water ||
               word == PlaceWord::Land || word == PlaceWord::Island || word == PlaceWord::Mount;
    }

    const Gazetteer& gazetteer_;
    std::string_view written_;
    bool in_capitals_;
};

}  // namespace

PlaceCandidate candidate_of(const Gazetteer& gazetteer, PlaceIndex place) {
    PlaceCandidate candidate;
    candidate.place = gazetteer.place(place);
    candidate.country = candidate.place.country.value_or(PlaceIndex{kNone});
    for (std::optional<PlaceIndex> at = place; at;) {
        const Place above = gazetteer.place(*at);
        if (above.kind == PlaceKind::Division) {
            candidate.division = *at;
        }
        if (above.kind <= PlaceKind::Division) {
            break;
        }
        at = above.parent;
    }
    return candidate;
}

PlaceCandidates find_candidates(const SearchText& text,
                                ByteRange range,
                                const Gazetteer& gazetteer) {
    const SearchText::Tokens tokens = text.tokens_in(range);
    const Hashes name = text.hashes.subspan(tokens.first, tokens.end - tokens.first);
    const std::string_view bytes = text.bytes(range);
    const NameSearch search(gazetteer, bytes);
    PlaceCandidates found = search.search(name);
    if (takes_article(text, tokens)) {
        PlaceCandidates full = search.with_kind(name);
        for (const PlaceCandidate& candidate : full.list) {
            const bool known =
                std::any_of(found.list.begin(), found.list.end(), [&](const PlaceCandidate& other) {
                    return other.place.index == candidate.place.index;
                });
            if (!known) {
                found.list.push_back(candidate);
            }
        }
    }
    if (const std::size_t comma = bytes.find(','); found.list.empty() && comma != bytes.npos) {
        const ByteRange head{range.start_bytes,
                             range.start_bytes + static_cast<std::uint32_t>(comma)};
        const SearchText::Tokens before = text.tokens_in(head);
        found = search.search(text.hashes.subspan(before.first, before.end - before.first));
    }
    // `SUI` is Switzerland rather than the town of Sui, but `UFA` in a headline is Ufa.
    const bool is_known =
        std::any_of(found.list.begin(), found.list.end(), [](const PlaceCandidate& candidate) {
            return candidate.place.importance >= kWellKnown;
        });
    if (!is_known || in_brackets(text.text, range)) {
        if (const std::optional<PlaceIndex> country = find_sport_code(bytes, gazetteer)) {
            found.list = {candidate_of(gazetteer, *country)};
        }
    }
    return found.list.empty() ? search.adjective(name) : found;
}

double distance_km(const Place& left, const Place& right) noexcept {
    if (!left.located || !right.located) {
        return kFarthestKm;
    }
    constexpr double radians = std::numbers::pi / 180;
    const double up = std::sin((right.latitude - left.latitude) * radians / 2);
    const double across = std::sin((right.longitude - left.longitude) * radians / 2);
    const double chord = up * up + std::cos(left.latitude * radians) *
                                       std::cos(right.latitude * radians) * across * across;
    return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::min(1.0, chord)));
}

}  // namespace dateline::analysis
