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

// The look-ups of one name.
class NameSearch {
public:
    NameSearch(const Gazetteer& gazetteer, std::string_view written)
        : gazetteer_(gazetteer), written_(written), in_capitals_(!has_small_letter(written)) {}

    // The places named exactly `name`, of a kind that fits `word`.
    [[nodiscard]] PlaceCandidates named(Hashes name, PlaceWord word, bool changed) const {
        PlaceCandidates found;
        if (name.empty()) {
            return found;
        }
        const NameMatch match = gazetteer_.exact(name);
        found.classes = match.classes;
        found.changed = changed;
        for (const Entity entity : gazetteer_.candidates(match)) {
            if (entity.kind != EntityKind::Place || (entity.capitals_only && !in_capitals_)) {
                continue;
            }
            PlaceCandidate candidate = candidate_of(gazetteer_, entity.place());
            if (!fits(word, candidate.place.kind)) {
                continue;
            }
            if (entity.alias) {
                candidate.form =
                    is_brief(written_, candidate.place.name) ? NameForm::Brief : NameForm::Other;
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
        return changed ? named(other, PlaceWord::None, true) : PlaceCandidates{};
    }

    // Without a word for the kind at its end (`Hunan province`) or its start (`Lake Ladoga`,
    // `Province of Hunan`).
    [[nodiscard]] PlaceCandidates without_kind(Hashes name) const {
        if (name.size() < 2) {
            return {};
        }
        const PlaceWord last = place_word(name.back());
        if (says_kind(last)) {
            PlaceCandidates found = named(name.first(name.size() - 1), last, true);
            if (!found.list.empty()) {
                return found;
            }
        }
        const PlaceWord first = place_word(name.front());
        if (!says_kind(first)) {
            return {};
        }
        const bool has_of = name.size() > 2 && place_word(name[1]) == PlaceWord::Of;
        return named(name.subspan(has_of ? 2 : 1), first, true);
    }

    [[nodiscard]] PlaceCandidates search(Hashes name) const {
        PlaceCandidates found = named(name, PlaceWord::None, false);
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
        const PlaceWord first = place_word(name.front());
        if (found.list.empty() && name.size() > 1 &&
            (first == PlaceWord::Article || first == PlaceWord::Direction)) {
            found = search(name.subspan(1));
            found.changed = true;
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

SearchText::Tokens SearchText::tokens_in(ByteRange range) const noexcept {
    const auto first = std::lower_bound(starts.begin(), starts.end(), range.start_bytes);
    const auto end = std::lower_bound(first, starts.end(), range.end_bytes);
    return {static_cast<std::size_t>(first - starts.begin()),
            static_cast<std::size_t>(end - starts.begin())};
}

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
    if (const std::size_t comma = bytes.find(','); found.list.empty() && comma != bytes.npos) {
        const ByteRange head{range.start_bytes,
                             range.start_bytes + static_cast<std::uint32_t>(comma)};
        const SearchText::Tokens before = text.tokens_in(head);
        found = search.search(text.hashes.subspan(before.first, before.end - before.first));
        found.changed = true;
    }
    if (found.list.empty()) {
        if (const std::optional<PlaceIndex> country = find_sport_code(bytes, gazetteer)) {
            found.list.push_back(candidate_of(gazetteer, *country));
            found.changed = true;
        }
    }
    return found;
}

double distance_km(const Place& left, const Place& right) noexcept {
    if (!left.located || !right.located) {
        return kFarthestKm;
    }
    constexpr double kRadians = std::numbers::pi / 180;
    const double up = std::sin((right.latitude - left.latitude) * kRadians / 2);
    const double across = std::sin((right.longitude - left.longitude) * kRadians / 2);
    const double chord = up * up + std::cos(left.latitude * kRadians) *
                                       std::cos(right.latitude * kRadians) * across * across;
    return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::min(1.0, chord)));
}

}  // namespace dateline::analysis
