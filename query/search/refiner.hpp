// Queries that ask for one clause more than another one.
#pragma once

#include "query/parse/tree.hpp"

#include <cstddef>
#include <string>

namespace dateline::search {

/// Prints queries that ask for one clause more than a tree, which is printed only once.
class Refiner {
public:
    explicit Refiner(const parse::Node& tree);

    /// The tree AND `clause`, which needs no parentheses there, printed.
    [[nodiscard]] std::string with(const std::string& clause) const { return start_ + clause; }

    /// What every query has before its clause, in bytes.
    [[nodiscard]] std::size_t size_bytes() const noexcept { return start_.size(); }

private:
    std::string start_;
};

}  // namespace dateline::search
