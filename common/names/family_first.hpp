// Names that begin with the family name.
#pragma once

#include "common/names/person_name.hpp"

namespace dateline::names {

/// Whether `name` looks like one of China, Korea or Vietnam in its own order, the family name
/// first: Xi Jinping, Kim Jong-un, Nguyen Phu Trong. By the family names that most people there
/// have; false where the first name is also a usual given name of the West and two names follow
/// none of these rules, as in Kim Campbell.
[[nodiscard]] bool is_family_first(const PersonName& name);

}  // namespace dateline::names
