// Documents of GUM (CoNLL-U with entities): the names of people, and who is who.
#pragma once

#include "indexer/train/labelled_text.hpp"

#include <string>
#include <string_view>

namespace dateline::train {

/// The document `conllu`; only names of people are marked, each with its entity. GUM marks whole
/// phrases with the word that matters most; a name is the proper nouns in the singular around this
/// word, without title. Source: Zeldes, "The GUM corpus", 2017, and the key `global.Entity` of each
/// file.
///
/// @param name  of the file, for messages
/// @throws Error (InputUnreadable) on an entity that is closed and was not opened.
[[nodiscard]] LabelledText read_gum(std::string_view name, std::string_view conllu);

}  // namespace dateline::train
