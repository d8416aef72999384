// A line of JSON as a question.
#pragma once

#include "query/batch/batch_reader.hpp"

namespace dateline::query {

/// The question of `line`, a JSON object: `query` is the text, `id` (a string or a whole number)
/// what it is called, by default the number of the line; every other key is an option of
/// option_table() that may be given for one query (OptionRow::per_query), written with `_` or `-`,
/// and takes the place of what `options` says:
///
///     {"id": "q8", "query": "oil", "limit": 0, "facet": ["person:10"]}
///
/// Flags take true or false, other options a string, a whole number, or an array of strings, which
/// is joined by commas. An option on the line lifts those of the command line that it contradicts
/// only for `limit` and `all`; any other contradiction is a fault, as on the command line.
[[nodiscard]] BatchItem read_question_line(const Line& line, const Options& options);

}  // namespace dateline::query
