// Which sentence or paragraph of an article a token stands in.
#pragma once

#include "common/text/token_stream.hpp"

#include <cstdint>
#include <vector>

namespace dateline::text {

/// Units of running text.
enum class TextUnit { Sentence, Paragraph };

/// The numbers of the first tokens of all units of `stream` but the first one, ascending. The title
/// is a unit of its own; empty units are left out.
[[nodiscard]] std::vector<std::uint32_t> unit_starts(const TokenStream& stream, TextUnit unit);

/// Number of the tokens of `stream`.
[[nodiscard]] std::uint32_t token_count(const TokenStream& stream);

}  // namespace dateline::text
