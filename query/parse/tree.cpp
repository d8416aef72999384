// Comparison of query trees.
#include "query/parse/tree.hpp"

#include <algorithm>

namespace dateline::parse {

bool same_query(const Node& a, const Node& b) {
    return a.kind == b.kind && a.field == b.field && a.text == b.text && a.exact == b.exact &&
           a.prefix == b.prefix && a.fuzzy == b.fuzzy && a.slop == b.slop &&
           a.distance == b.distance && a.ordered == b.ordered && a.unit == b.unit &&
           a.count == b.count && a.boost == b.boost && a.days == b.days && a.numbers == b.numbers &&
           std::equal(a.children.begin(),
                      a.children.end(),
                      b.children.begin(),
                      b.children.end(),
                      same_query);
}

}  // namespace dateline::parse
