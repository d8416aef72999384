// Asks documents where words stand in them.
#pragma once

#include "common/storage/ordinals.hpp"
#include "query/compile/check_source.hpp"
#include "query/compile/place_query.hpp"

#include <memory>

namespace dateline::compile {

/// A check that can also say where.
class PlaceCheck : public DocumentCheck {
public:
    /// Where the question of `docid` is answered with yes; see PlaceEvaluation::places().
    [[nodiscard]] virtual Spans places(const Xapian::Database& database, Xapian::docid docid) = 0;
};

/// Whether `query` holds in an article. Words are looked for in the token stream, exact forms in
/// the stored text, people and places among the mentions, speech among the quotes. `ordinals`
/// belongs to the shard and must outlive the check.
[[nodiscard]] std::shared_ptr<PlaceCheck> place_check(PlaceQuery query,
                                                      const storage::OrdinalTable& ordinals);

}  // namespace dateline::compile
