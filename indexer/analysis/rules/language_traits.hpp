// What the rules for names must know of a language beside its words and endings.
#pragma once

#include "common/gazetteer/gazetteer.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// One language.
struct LanguageTraits {
    std::string_view code;                     ///< BCP 47, the first part only; "" if unknown
    gazetteer::TokenHash hash{};               ///< token_hash() of the code
    bool nouns_have_capitals = false;          ///< as in German: a capital is no sign of a name
    bool declines = false;                     ///< has_endings()
    bool has_capitals = true;                  ///< written in a script with capitals, or not known
    std::vector<gazetteer::PlaceIndex> homes;  ///< the countries whose news it is mostly written in

    [[nodiscard]] bool is_home(const std::optional<gazetteer::PlaceIndex>& country) const;
};

/// The traits of `lang` (BCP 47, any case of what follows the first part).
[[nodiscard]] LanguageTraits traits_of(std::string_view lang,
                                       const gazetteer::Gazetteer& gazetteer);

}  // namespace dateline::analysis
