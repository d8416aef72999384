// One function for each mode of dateline-index. All return the exit status and throw Error.
#pragma once

#include "indexer/tool.hpp"

namespace dateline::indexer {

/// Reads the inputs into the index.
[[nodiscard]] int index_inputs(const Options& options, Surroundings& surroundings);

/// --dry-run: reads the inputs and writes no index.
[[nodiscard]] int read_only(const Options& options, Surroundings& surroundings);

/// --sniff: says what each input is taken for, and why.
[[nodiscard]] int sniff(const Options& options, Surroundings& surroundings);

/// --remove and --restore. Status 6 if an id is unknown or ambiguous; the others are done.
[[nodiscard]] int edit_articles(const Options& options, Surroundings& surroundings);

/// --verify. Status 4 if there is damage.
[[nodiscard]] int verify(const Options& options, Surroundings& surroundings);

/// --stats.
[[nodiscard]] int print_statistics(const Options& options, Surroundings& surroundings);

/// --entities-report.
[[nodiscard]] int report_entities(const Options& options, Surroundings& surroundings);

/// --compact.
[[nodiscard]] int compact(const Options& options, Surroundings& surroundings);

/// --export.
[[nodiscard]] int export_articles(const Options& options, Surroundings& surroundings);

}  // namespace dateline::indexer
