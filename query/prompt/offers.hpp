// What Tab offers at the prompt.
#pragma once

#include "query/prompt/completion.hpp"
#include "query/search/searcher.hpp"

#include <string_view>

namespace dateline::query {

/// What can be typed at the end of `before`: commands and their arguments, fields, and values of
/// the index that `searcher` has open, most frequent first, those of which a word begins with what
/// is typed. Names with control characters are not offered. The hits of the searcher's last answer
/// can no longer be loaded.
///
/// @throws Error as Searcher::search().
[[nodiscard]] Completion offer(std::string_view before, search::Searcher& searcher);

}  // namespace dateline::query
