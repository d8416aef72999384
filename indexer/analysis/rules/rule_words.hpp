// Words that say something of the names beside them, in the main languages of news.
#pragma once

#include "common/gazetteer/token_hash.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// What a word says. Bits of RuleRoles.
enum class RuleRole : std::uint8_t {
    Title,  ///< stands directly before a person's name: `Präsident`, `ministre`, `президент`
    TitlePart,  ///< begins a title of several words: `primer` ministro, `stellvertretender`
    AfterName,  ///< stands behind a person's name: Korean `대통령`
    Given,      ///< a given name that the gazetteer does not have
    Facility,   ///< streets, schools and the like, which are named after people and places
    Locative,   ///< a preposition before places
    Blocked,    ///< an ordinary word that is also written like a name
    Linker,     ///< inside names of people, written small: `de la`, `von`, `bin`
};

/// A set of roles.
struct RuleRoles {
    std::uint8_t bits = 0;

    [[nodiscard]] constexpr bool has(RuleRole role) const noexcept {
        return ((bits >> static_cast<unsigned>(role)) & 1U) != 0;
    }
};

/// A row of the tables: folded or plain words, parted by `|`, of the languages in `langs`, parted
/// by blanks; an empty `langs` stands for all.
struct RuleWordRow {
    std::string_view langs;
    RuleRole role = RuleRole::Title;
    std::string_view words;
};

/// All rows of the tables, by hash. Safe to use from several threads at once.
class RuleWords {
public:
    RuleWords();

    /// The roles of the word with the folded form `folded`, whose hash is `hash`, in the language
    /// whose token_hash() is `lang`.
    [[nodiscard]] RuleRoles roles(gazetteer::TokenHash lang,
                                  gazetteer::TokenHash hash) const noexcept;

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint8_t bits = 0;
    };

    void add(std::uint64_t key, RuleRole role);
    [[nodiscard]] std::uint8_t bits_of(std::uint64_t key) const noexcept;

    std::vector<Slot> slots_;
};

}  // namespace dateline::analysis
