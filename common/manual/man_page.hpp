// The man page of a program.
#pragma once

#include "common/manual/program.hpp"
#include "common/manual/roff.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dateline::manual {

/// The page in section 1 of the manual, as man(1) reads it.
[[nodiscard]] std::string man_page(const Program& program);

/// Appends `parts` to `page`.
void add_parts(RoffPage& page, std::span<const Part> parts);

/// Appends the section `heading` with a paragraph for each of `items`; nothing if there are none.
void add_items(RoffPage& page, std::string_view heading, std::span<const Item> items);

/// Appends the section SEE ALSO with `pages`, such as `dateline-index(1)`.
void add_see_also(RoffPage& page, std::span<const std::string_view> pages);

}  // namespace dateline::manual
