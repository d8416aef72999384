// How a single name fits a full one: Putin, Vladimir Putin.
#pragma once

#include "common/names/person_name.hpp"

#include <cstdint>

namespace dateline::analysis {

/// The place of a single name in a full name, the least telling first.
enum class BareFit : std::uint8_t {
    None,
    GivenForm,  ///< Bill, of William Clinton; JFK, of John F. Kennedy
    Inner,      ///< Dramani, of John Dramani Mahama
    Spelling,   ///< Zelenskiy, of Volodymyr Zelensky
    Given,      ///< Hillary, of Hillary Clinton; a nickname in quotes
    Surname,    ///< Putin, of Vladimir Putin; Xi, of Xi Jinping; Assad, of Bashar al-Assad
};

/// How `bare`, for which is_bare() holds, fits into `full`. A name of several words fits only with
/// all of them in a row; particles may be missing in one of both.
[[nodiscard]] BareFit fit_bare(const names::PersonName& bare, const names::PersonName& full);

}  // namespace dateline::analysis
