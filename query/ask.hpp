// From a question to a report: what a single query and a batch have in common.
#pragma once

#include "query/parse/tree.hpp"
#include "query/question.hpp"
#include "query/render/renderer.hpp"
#include "query/search/searcher.hpp"

namespace dateline::query {

/// What `question` asks for, once its text was read as `tree`.
///
/// @throws Error (Usage) for a facet that does not exist.
[[nodiscard]] search::SearchRequest request_of(const Question& question, const parse::Node& tree);

/// Answers `question`, whose text was read as `parsed`, which must have a tree. The hits can be
/// loaded from `searcher` until it is asked again.
///
/// @throws Error (QuerySyntax, Usage) if the question cannot be answered, or as Searcher does.
[[nodiscard]] render::Report ask(search::Searcher& searcher,
                                 const Question& question,
                                 const parse::Parsed& parsed);

}  // namespace dateline::query
