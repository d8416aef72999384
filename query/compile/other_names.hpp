// Other ways to write a name than an index has it: of the gazetteer, and of the order of its words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::compile {

/// The ids (`L:2635167`) of the entities that `text` is best known for, though their main names are
/// others: `UK`, `Wien`, `Washington, D.C.`. Only ids that begin with one of `id_letters`; in the
/// order of the gazetteer, which comes with the program. Empty where the best known entity of that
/// name has it as its main name, as `Paris`, and without a gazetteer. May be called by several
/// threads at once.
///
/// @throws Error (InputUnreadable) if there is a gazetteer that cannot be read.
[[nodiscard]] std::vector<std::string> ids_of_other_name(std::string_view text,
                                                         std::string_view id_letters);

/// The slugs that a part of the path of a place may have instead of `text`: those of the main names
/// of all places that the gazetteer knows by it, `texas` for `TX`. Throws as ids_of_other_name().
[[nodiscard]] std::vector<std::string> slugs_of_place(std::string_view text);

/// Whether `text` is a name of a well-known place, a country or a big city: no typing mistake.
/// Throws as ids_of_other_name().
[[nodiscard]] bool is_known_place(std::string_view text);

/// How the name of a person may be meant if nobody has it as it is: `Trump, Donald` the other way
/// round, `Mr Reagan` without what stands before the name, `Orbán Viktor` with the family name
/// last. The likeliest first, none twice, and not `text` itself.
[[nodiscard]] std::vector<std::string> other_readings(std::string_view text);

}  // namespace dateline::compile
