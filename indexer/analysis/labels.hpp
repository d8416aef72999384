// What the tagger says of a token, and what a name is.
#pragma once

#include "common/article/article.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace dateline::analysis {

/// Labels of the chain: outside of names, or the beginning or the inside of a name of one type.
enum class Label : std::uint8_t {
    Outside,
    BeginPerson,
    InsidePerson,
    BeginPlace,
    InsidePlace,
    BeginOrg,
    InsideOrg,
};

inline constexpr std::size_t kLabels = 7;

/// The types of names in the order of their labels.
inline constexpr std::array kLabelTypes{MentionType::Person, MentionType::Place, MentionType::Org};

/// The type of the name that `label` is in, or nothing for Outside.
[[nodiscard]] constexpr std::optional<MentionType> type_of(Label label) noexcept {
    if (label == Label::Outside) {
        return std::nullopt;
    }
    return kLabelTypes[(static_cast<std::size_t>(label) - 1) / 2];
}

/// The label of a name's first token; `type` is not Date.
[[nodiscard]] constexpr Label begin_of(MentionType type) noexcept {
    return static_cast<Label>(1 + 2 * static_cast<std::size_t>(type));
}

/// The label of a name's other tokens; `type` is not Date.
[[nodiscard]] constexpr Label inside_of(MentionType type) noexcept {
    return static_cast<Label>(2 + 2 * static_cast<std::size_t>(type));
}

[[nodiscard]] constexpr bool is_begin(Label label) noexcept {
    return (static_cast<unsigned>(label) & 1U) != 0;
}

/// Whether `next` may stand behind `label`: the inside of a name only behind one of its own.
[[nodiscard]] constexpr bool may_follow(Label label, Label next) noexcept {
    return next == Label::Outside || is_begin(next) ||
           (label != Label::Outside && type_of(label) == type_of(next));
}

}  // namespace dateline::analysis
