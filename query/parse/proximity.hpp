// The operators that ask how near two parts of a text stand.
#pragma once

#include "query/parse/problem_list.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::parse {

/// What an operator of proximity asks for.
struct Proximity {
    NodeKind kind = NodeKind::Near;  ///< or Together
    std::uint32_t distance = 0;      ///< Near
    bool ordered = false;            ///< Near
    Unit unit = Unit::Sentence;      ///< Together

    friend bool operator==(const Proximity&, const Proximity&) = default;
};

/// A word that stands where an operator of proximity may stand.
struct ProximityWord {
    Proximity meaning;            ///< the likeliest one if `bad`
    bool is_foreign = false;      ///< another engine's spelling of it: `near5`, `SAME`
    bool is_weak = false;         ///< an operator only between two operands: `/5`, `+5`
    std::optional<BadValue> bad;  ///< why it cannot be read: no number, one out of range
};

/// `word` as an operator: `NEAR/5`, `w/5`, `pre/5`, `ADJ/5`, `w/s`, `w/p` in any case, and what
/// Factiva, Lexis, Westlaw and others write for these; std::nullopt if it is none. NEAR, ADJ,
/// WITHIN, AROUND and SAME without a number are operators in capitals only.
[[nodiscard]] std::optional<ProximityWord> proximity_word(std::string_view word);

/// The operator of a Near within `distance` words in any order, as `AROUND(5)` asks for.
[[nodiscard]] ProximityWord proximity_within(std::string_view digits);

/// The operator between the children of the Near or Together `node`.
[[nodiscard]] Proximity proximity_of(const Node& node);

/// An operator in canonical form: `NEAR/5`, `pre/5`, `w/s`, `w/p`.
[[nodiscard]] std::string print_proximity(const Proximity& proximity);

}  // namespace dateline::parse
