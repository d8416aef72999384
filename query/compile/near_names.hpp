// Names of an index that are spelt nearly as a wanted one.
#pragma once

#include "common/schema/fields.hpp"
#include "common/storage/index_reader.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::compile {

/// Words of a name of the index.
struct NearName {
    std::string words;      ///< folded, with blanks between them
    std::size_t edits = 0;  ///< of all its words together, see EditRows

    friend bool operator==(const NearName&, const NearName&) = default;
};

/// The words of names of `field` (a Name field), in a row, that nearly are those of `text`: at most
/// spelling_edits() for each word, and at least one in all. The fewest edits first, of equals in
/// byte order. Takes time in proportion to the number of distinct names in the index.
[[nodiscard]] std::vector<NearName> near_names(const storage::IndexReader& reader,
                                               const schema::Field& field,
                                               std::string_view text);

/// The most edits that a misspelt word of `letters` letters may need: none up to three, one up to
/// five, else two.
[[nodiscard]] std::size_t spelling_edits(std::size_t letters) noexcept;

}  // namespace dateline::compile
