// What joining says of one mention: which person or organisation it is, and why.
#pragma once

#include "common/article/article.hpp"

#include <cstdint>
#include <string>

namespace dateline::analysis {

/// Why a mention got its entity.
enum class JoinReason : std::uint8_t {
    Alone,      ///< nothing to join: it is the only form of the name, or the fullest
    Variant,    ///< a longer or shorter full name, initials, the other order
    Spelling,   ///< another spelling or another form of the given name
    Surname,    ///< a surname whose full name is in the article
    GivenName,  ///< a given name, a middle name or a nickname whose full name is in the article
    Acronym,    ///< an organisation's initials
    Shortened,  ///< a part of an organisation's name
};

/// The stable lower-case name of `reason`: `given_name`.
[[nodiscard]] const char* join_reason_name(JoinReason reason) noexcept;

/// A person's or organisation's mention with its entity.
struct LinkedName {
    std::uint32_t mention = 0;  ///< its index in the mentions given
    MentionType type = MentionType::Person;
    std::string id;         ///< `P:` or `O:` and the slug of `name`
    std::string name;       ///< the gazetteer's, or else the fullest of the article
    std::string honorific;  ///< the title before this mention as written; may be empty
    JoinReason reason = JoinReason::Alone;
    bool known = false;     ///< the gazetteer has the entity
    bool doubtful = false;  ///< more than one entity fitted: for a report, for somebody to check

    friend bool operator==(const LinkedName&, const LinkedName&) = default;
};

}  // namespace dateline::analysis
