// How inputs are read, by name: the same settings are options of the command line and keys of a
// project file.
#pragma once

#include "indexer/source/reader.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// The names of the settings, sorted: `charset`, `collection`, `date-order` …
[[nodiscard]] std::span<const std::string_view> source_setting_names() noexcept;

/// The values that the setting `name` takes, where they are few; of `date-source` and `map` each of
/// those that may stand with commas between. Else none.
[[nodiscard]] std::vector<std::string> source_setting_choices(std::string_view name);

/// Sets what `name`, one of source_setting_names(), stands for in `options`.
/// @throws Error (Usage) beginning with `--name` if `value` is none that it can have.
void set_source_setting(source::SourceOptions& options,
                        std::string_view name,
                        std::string_view value);

}  // namespace dateline::indexer
