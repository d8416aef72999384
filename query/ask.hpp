// From a question to a report: what a single query and a batch have in common.
#pragma once

#include "query/options.hpp"
#include "query/parse/tree.hpp"
#include "query/question.hpp"
#include "query/render/renderer.hpp"
#include "query/search/searcher.hpp"
#include "query/state_file.hpp"
#include "query/surroundings.hpp"

#include <memory>

namespace dateline::query {

/// How the text of queries is read with `options`. Its functions may be called by any thread.
[[nodiscard]] parse::ParseOptions parsing_of(const Options& options,
                                             const Surroundings& surroundings);

/// The state file that `options` names, for the index of `searcher`; nullptr if it names none.
/// @throws Error as StateFile does.
[[nodiscard]] std::unique_ptr<StateFile> open_state(const Options& options,
                                                    const search::Searcher& searcher);

/// What `question` asks for, once its text was read as `tree`.
///
/// @throws Error (Usage) for a facet that does not exist.
[[nodiscard]] search::SearchRequest request_of(const Question& question, const parse::Node& tree);

/// Answers `question`, whose text was read as `parsed`, which must have a tree. The hits can be
/// loaded from `searcher` until it is asked again.
///
/// @param state  if not null: only what is new since the last run with it
///
/// @throws Error (QuerySyntax, Usage) if the question cannot be answered, or as Searcher does.
[[nodiscard]] render::Report ask(search::Searcher& searcher,
                                 const Question& question,
                                 const parse::Parsed& parsed,
                                 StateFile* state);

}  // namespace dateline::query
