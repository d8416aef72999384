// Texts with other names: variety of names without new text.
#pragma once

#include "indexer/train/labelled_text.hpp"
#include "indexer/train/name_pools.hpp"
#include "indexer/train/random.hpp"

namespace dateline::train {

/// A copy of `text` whose people, most places and some organisations have other names, each the
/// same one wherever it occurs in the text; every third copy has its title in capitals, as agencies
/// print them. A part of the family names is put together from two, so that the model meets names
/// that are in no list.
[[nodiscard]] LabelledText with_other_names(const LabelledText& text,
                                            const NamePools& pools,
                                            Random& random);

}  // namespace dateline::train
