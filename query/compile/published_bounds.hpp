// Between which days the articles of an index were published.
#pragma once

#include "common/storage/index_reader.hpp"

#include <chrono>
#include <optional>
#include <utility>

namespace dateline::compile {

/// The first and the last UTC day on which an article of the index was published, as far as Xapian
/// knows: articles that are gone may count. std::nullopt if none has a date.
[[nodiscard]] std::optional<std::pair<std::chrono::sys_days, std::chrono::sys_days>>
published_bounds(const storage::IndexReader& reader);

}  // namespace dateline::compile
