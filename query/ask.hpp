// From a question to a report: what a single query and a batch have in common.
#pragma once

#include "query/comparison.hpp"
#include "query/parse/tree.hpp"
#include "query/question.hpp"
#include "query/render/renderer.hpp"
#include "query/search/searcher.hpp"
#include "query/surroundings.hpp"

namespace dateline::query {

/// Reads the text of `question`, as a query or as a bag of words.
[[nodiscard]] parse::Parsed parse_question(const Question& question,
                                           const parse::ParseOptions& options);

/// What `question` asks for, once its text was read as `tree`.
///
/// @throws Error (Usage) for a facet that does not exist.
[[nodiscard]] search::SearchRequest request_of(const Question& question, const parse::Node& tree);

/// How the text of `question` is read.
[[nodiscard]] parse::ParseOptions parse_options_of(const Question& question,
                                                   const Surroundings& surroundings);

/// Answers `question`, whose text was read as `parsed`, which must have a tree. The hits can be
/// loaded from `searcher` until it is asked again.
///
/// @param others  the queries to compare with, none of them refused
/// @throws Error (QuerySyntax, Usage) if the question cannot be answered, or as Searcher does.
[[nodiscard]] render::Report ask(search::Searcher& searcher,
                                 const Question& question,
                                 const parse::Parsed& parsed,
                                 const Comparison& others = {});

}  // namespace dateline::query
