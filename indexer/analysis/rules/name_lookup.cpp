// See the header.
#include "indexer/analysis/rules/name_lookup.hpp"

#include "common/base/utf8.hpp"
#include "indexer/analysis/letters.hpp"
#include "indexer/analysis/rules/endings.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

using gazetteer::EntityKind;
using gazetteer::NameClass;
using gazetteer::NameClasses;
using gazetteer::NameMatch;
using gazetteer::TokenHash;

// Names that hold small words: `Vereinigte Staaten`, `Spojené státy`, `Banque centrale européenne`.
constexpr NameClasses kHoldSmallWords{NameClass::Country,
                                      NameClass::Region,
                                      NameClass::Organisation,
                                      NameClass::KnownPerson,
                                      NameClass::Nature};

// Declined forms are read as names only of what the news names often: capitals, cities of a
// million.
constexpr std::uint16_t kImportantCity = 9500;
constexpr std::uint16_t kImportantHomeCity = 8000;

constexpr std::size_t kMaxDeclinedTokens = 3;

// Three letters of Arabic or Hebrew.
constexpr std::size_t kMinPrefixedBytes = 6;

}  // namespace

bool NameLookup::is_written_as_name(const NameMatch& match, std::size_t token) const {
    const RuleToken& first = text_.at(token);
    if (first.script != RuleScript::Cased) {
        return first.script != RuleScript::None;
    }
    if (first.letter_case == WordCase::Lower) {
        return false;
    }
    for (std::size_t i = token + 1; i < token + match.size_tokens; ++i) {
        const bool small = text_.at(i).letter_case == WordCase::Lower;
        if (small && !match.classes.has_any(kHoldSmallWords)) {
            const bool linker = i + 1 < token + match.size_tokens && text_.at(i).letters <= 3;
            if (!linker) {
                return false;
            }
        }
    }
    return true;
}

std::optional<Reading> NameLookup::reading(const NameMatch& match, std::size_t token) const {
    if (match.empty() || !is_written_as_name(match, token)) {
        return std::nullopt;
    }
    const bool capitals = text_.at(token).letter_case == WordCase::Upper && !text_.at(token).shouts;
    Reading result;
    result.end_token = token + match.size_tokens;
    result.range = {text_.at(token).start_bytes, text_.at(result.end_token - 1).end_bytes};
    result.classes = match.classes;
    for (std::size_t i = token; i < result.end_token; ++i) {
        result.letters = static_cast<std::uint8_t>(
            std::min<unsigned>(255U, unsigned{result.letters} + text_.at(i).letters));
    }
    // Clubs go by the names of their cities: "Roma", "Napoli".
    const bool city = match.size_tokens == 1 && match.classes.has(NameClass::LargeCity);
    for (const gazetteer::Entity entity : gazetteer_.candidates(match)) {
        if ((entity.capitals_only && !capitals) ||
            (city && entity.kind == EntityKind::Organisation)) {
            continue;
        }
        if (entity.kind == EntityKind::PlaceAdjective) {
            return std::nullopt;
        }
        result.kind = entity.kind;
        result.index = entity.index;
        result.importance =
            entity.kind == EntityKind::Place    ? gazetteer_.place(entity.place()).importance
            : entity.kind == EntityKind::Person ? gazetteer_.person(entity.index).importance
                                                : gazetteer_.organisation(entity.index).importance;
        return result;
    }
    return std::nullopt;
}

std::optional<Reading> NameLookup::exact_reading(std::size_t token) const {
    const auto run = text_.run_at(token);
    const NameMatch longest = gazetteer_.longest(run);
    if (longest.empty()) {
        return std::nullopt;
    }
    if (const auto found = reading(longest, token)) {
        return found;
    }
    if (longest.size_tokens == 1) {
        return std::nullopt;
    }
    const std::vector<NameMatch> all = gazetteer_.all(run);
    for (auto match = all.rbegin(); match != all.rend(); ++match) {
        if (const auto found = reading(*match, token)) {
            return found;
        }
    }
    return std::nullopt;
}

bool NameLookup::is_important(const Reading& found) const {
    if (found.kind != EntityKind::Place) {
        return true;
    }
    const gazetteer::Place place = gazetteer_.place(found.place());
    if (place.kind < gazetteer::PlaceKind::Division) {
        return true;
    }
    return found.importance >=
           (traits_.is_home(place.country) ? kImportantHomeCity : kImportantCity);
}

// One or more words, of which the last is declined; or of which all are.
std::optional<Reading> NameLookup::declined_reading(std::size_t token) const {
    const std::size_t end = std::min(text_.run_end(token), token + kMaxDeclinedTokens);
    std::array<TokenHash, kMaxDeclinedTokens> as_written{};
    std::array<TokenHash, kMaxDeclinedTokens> base{};
    std::optional<Reading> best;
    for (std::size_t i = token; i < end; ++i) {
        const std::size_t at = i - token;
        if (text_.at(i).letter_case == WordCase::Lower) {
            break;
        }
        as_written[at] = text_.hash(i);
        base[at] = text_.hash(i);
        for (const TokenHash hash : base_hashes(i)) {
            for (auto* names : {&as_written, &base}) {
                std::array<TokenHash, kMaxDeclinedTokens> tokens = *names;
                tokens[at] = hash;
                const NameMatch match = gazetteer_.exact(std::span(tokens).first(at + 1));
                std::optional<Reading> found = reading(match, token);
                if (found && is_important(*found)) {
                    found->declined = true;
                    best = found;
                    base[at] = hash;
                }
            }
            if (best && best->end_token == i + 1) {
                break;
            }
            // The base form of a longer name's first word is a given name or an adjective.
            const NameMatch alone = gazetteer_.exact(std::span(&hash, 1));
            if (base[at] == text_.hash(i) && !alone.empty()) {
                base[at] = hash;
            }
        }
    }
    return best;
}

std::optional<Reading> NameLookup::reading_behind_prefix(std::size_t token) const {
    const auto run = text_.run_at(token);
    const std::size_t size = std::min(run.size(), gazetteer::kMaxNameTokens);
    std::vector<TokenHash> tokens(run.begin(), run.begin() + static_cast<std::ptrdiff_t>(size));
    const std::string_view folded = text_.folded(token);
    for (const WordPart& part : without_prefixes(folded)) {
        tokens[0] = gazetteer::token_hash(part.name);
        std::optional<Reading> found = reading(gazetteer_.longest(tokens), token);
        const bool one_word = found && found->end_token == token + 1;
        if (!found || !is_important(*found) || (one_word && part.name.size() < kMinPrefixedBytes)) {
            continue;
        }
        // Letters of the prefix in the text, with the marks that folding took from them. An article
        // that lost its first letter to the prefix stays with it.
        const std::string_view bytes = text_.bytes(token);
        std::size_t left =
            part.name.size() + part.skipped_bytes > folded.size() ? 0 : part.skipped_bytes / 2;
        std::size_t at = 0;
        while (at < bytes.size()) {
            const DecodedCodePoint decoded = decode_utf8(bytes, at);
            if (letter_of(decoded.code_point).kind != LetterKind::Mark && left-- == 0) {
                break;
            }
            at += decoded.size_bytes;
        }
        found->range.start_bytes += static_cast<std::uint32_t>(at);
        found->letters = static_cast<std::uint8_t>(
            found->letters - std::min<std::size_t>(found->letters, part.skipped_bytes / 2));
        return found;
    }
    return std::nullopt;
}

std::optional<Reading> NameLookup::reading_before_particle(std::size_t token) const {
    static constexpr std::size_t kSyllableBytes = 3;
    for (const WordPart& part : without_particles(text_.folded(token))) {
        const TokenHash hash = gazetteer::token_hash(part.name);
        std::optional<Reading> found = reading(gazetteer_.exact(std::span(&hash, 1)), token);
        if (found && is_important(*found)) {
            const std::size_t dropped = text_.folded(token).size() - part.name.size();
            const std::size_t size = found->range.end_bytes - found->range.start_bytes;
            if (dropped < size) {
                found->range.end_bytes -= static_cast<std::uint32_t>(dropped);
                found->letters = static_cast<std::uint8_t>(part.name.size() / kSyllableBytes);
                return found;
            }
        }
    }
    return std::nullopt;
}

std::optional<Reading> NameLookup::at(std::size_t token) const {
    const RuleToken& first = text_.at(token);
    std::optional<Reading> found = exact_reading(token);
    switch (first.script) {
        case RuleScript::Cased:
            if (traits_.declines && first.letter_case != WordCase::Lower) {
                std::optional<Reading> declined =
                    found && found->end_token > token + 1 ? std::nullopt : declined_reading(token);
                if (declined &&
                    (!found || declined->end_token > found->end_token || !is_important(*found))) {
                    return declined;
                }
            }
            return found;
        case RuleScript::Arabic:
        case RuleScript::Hebrew:
            return found ? found : reading_behind_prefix(token);
        case RuleScript::Hangul:
            return found ? found : reading_before_particle(token);
        case RuleScript::Han:
        case RuleScript::Katakana:
        case RuleScript::OtherRuns:
        case RuleScript::OtherWords:
        case RuleScript::None:
            return found;
    }
    return found;
}

std::span<const TokenHash> NameLookup::base_hashes(std::size_t token) const {
    const auto [found, is_new] = bases_.try_emplace(text_.hash(token));
    if (is_new) {
        for (const std::string& form : base_forms(traits_.code, text_.folded(token))) {
            found->second.push_back(gazetteer::token_hash(form));
        }
    }
    return found->second;
}

NameClasses NameLookup::classes_of(std::size_t token) const {
    const TokenHash hash = text_.hash(token);
    NameClasses classes = gazetteer_.exact(std::span(&hash, 1)).classes;
    if (traits_.declines && !classes.has_any({NameClass::GivenName, NameClass::FamilyName})) {
        for (const TokenHash base : base_hashes(token)) {
            classes = classes | gazetteer_.exact(std::span(&base, 1)).classes;
        }
    }
    return classes;
}

}  // namespace dateline::analysis
