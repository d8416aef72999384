// Prints the tree with a placeholder and takes that away.
#include "query/search/refiner.hpp"

namespace dateline::search {

Refiner::Refiner(const parse::Node& tree) {
    // Printed once with a placeholder of one byte at the end.
    parse::Node both;
    both.kind = parse::NodeKind::And;
    both.children = {tree, parse::Node{}};
    start_ = print_query(both);
    start_.pop_back();
}

}  // namespace dateline::search
