// A set of tables with a handful of rows, for tests of what is made from them.
#pragma once

#include "tests/support/temp_dir.hpp"

#include <filesystem>

namespace dateline::testing {

/// Writes all tables that compile_gazetteer() reads to `folder`: one continent, two countries, one
/// division, three cities, one sea, two people, one organisation.
void write_small_tables(const TempDir& folder);

}  // namespace dateline::testing
