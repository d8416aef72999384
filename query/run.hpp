// Does what a command line asks for.
//
// How it is put together, for whoever adds to it:
//
//   options        the command line as plain values; a row of option_table for each option.
//                  option_values reads single values, option_rules says which contradict.
//   Question       the part of the options that belongs to one query: a batch has one for each
//                  line. What changes the answer (facets, sort, …) belongs there; what changes
//                  how every answer looks belongs into Options.
//   ask            Question → SearchRequest → Report: the place to hand new members on.
//   AnswerWriter   a report and its hits in the form asked for, or why there is none.
//   run            one function a Task.
#pragma once

#include "query/answer_writer.hpp"
#include "query/options.hpp"
#include "query/render/output.hpp"
#include "query/surroundings.hpp"

namespace dateline::query {

/// Runs `options`: searches, and writes the answer to `out` and what is to be said beside it to
/// `messages`. Both are flushed.
///
/// A query that cannot be understood is no exception: its problems are written to `messages`, or
/// with a JSON form to `out`.
///
/// @return the exit status.
/// @throws Error as Searcher and Output do.
[[nodiscard]] int run(const Options& options,
                      const Surroundings& surroundings,
                      render::Output& out,
                      render::Output& messages);

}  // namespace dateline::query
