// What may stand inside of Near, Together, AtLeast, First and Said.
#pragma once

#include "query/parse/problem_list.hpp"

#include <optional>

namespace dateline::parse {

/// A part that cannot stand where it stands.
struct Misfit {
    Span span;
    BadValue bad;
};

/// The first part of `node` (a Near, Together, AtLeast, First or Said whose children are checked
/// themselves where they are one of these) that the rules at Node do not allow; std::nullopt if
/// there is none.
[[nodiscard]] std::optional<Misfit> find_misfit(const Node& node);

/// `child` within `outer`, an AtLeast, First or Said without children, as the rules at Node want
/// it: And (and for First also Or and Not) go outside, and so does a boost of the child itself.
[[nodiscard]] Node put_inside(const Node& outer, Node child);

/// The operator of `node` as in a query: `NEAR/5`, `w/s`, `atleast3:`, `said:`.
[[nodiscard]] std::string operator_text(const Node& node);

}  // namespace dateline::parse
