// What the gazetteer says of the tokens of a text, in the forms that languages give to names.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/name_mentions.hpp"
#include "indexer/analysis/rules/language_traits.hpp"
#include "indexer/analysis/rules/rule_text.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace dateline::analysis {

/// A name of the gazetteer that stands in a text.
struct Reading {
    std::size_t end_token = 0;
    ByteRange range;  ///< of the name; without short words written together with it
    gazetteer::NameClasses classes;
    gazetteer::EntityKind kind =
        gazetteer::EntityKind::Place;  ///< of the best entity, never an adjective
    std::uint32_t index = 0;           ///< of the best entity
    std::uint16_t importance = 0;      ///< of the best entity
    bool declined = false;             ///< found by a base form of its last word
    std::uint8_t letters = 0;          ///< code points of the name, at most 255

    [[nodiscard]] gazetteer::PlaceIndex place() const noexcept {
        return gazetteer::PlaceIndex{index};
    }
};

/// Looks names up for one text. Keeps references to all arguments; not thread-safe.
class NameLookup {
public:
    NameLookup(const gazetteer::Gazetteer& gazetteer,
               const RuleText& text,
               const LanguageTraits& traits)
        : gazetteer_(gazetteer), text_(text), traits_(traits) {}

    /// The longest name of a place, person or organisation that begins at `token`, written as one:
    /// as it stands, or as a declined form of an important one, or behind short words.
    [[nodiscard]] std::optional<Reading> at(std::size_t token) const;

    /// The hashes of base_forms() of the word at `token`. Valid until the next call.
    [[nodiscard]] std::span<const gazetteer::TokenHash> base_hashes(std::size_t token) const;

    /// What the lists say of one word by itself, in any form.
    [[nodiscard]] gazetteer::NameClasses classes_of(std::size_t token) const;

private:
    [[nodiscard]] std::optional<Reading> reading(const gazetteer::NameMatch& match,
                                                 std::size_t token) const;
    [[nodiscard]] std::optional<Reading> exact_reading(std::size_t token) const;
    [[nodiscard]] std::optional<Reading> declined_reading(std::size_t token) const;
    [[nodiscard]] std::optional<Reading> reading_behind_prefix(std::size_t token) const;
    [[nodiscard]] std::optional<Reading> reading_before_particle(std::size_t token) const;
    [[nodiscard]] bool is_written_as_name(const gazetteer::NameMatch& match,
                                          std::size_t token) const;
    [[nodiscard]] bool is_important(const Reading& reading) const;

    const gazetteer::Gazetteer& gazetteer_;
    const RuleText& text_;
    const LanguageTraits& traits_;
    // Base forms by the hash of the word: most words are asked for several times.
    mutable std::unordered_map<gazetteer::TokenHash, std::vector<gazetteer::TokenHash>> bases_;
};

}  // namespace dateline::analysis
