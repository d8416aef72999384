// From a question to a report: what a single query and a batch have in common.
#pragma once

#include "query/comparison.hpp"
#include "query/options.hpp"
#include "query/parse/tree.hpp"
#include "query/question.hpp"
#include "query/render/renderer.hpp"
#include "query/search/searcher.hpp"
#include "query/state_file.hpp"
#include "query/surroundings.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::query {

/// Gives the text of a saved query; may be called by any thread.
using SavedLookup = std::function<std::optional<std::string>(std::string_view name)>;

/// The saved queries of the indexes that `options` names, read when one is asked for.
[[nodiscard]] SavedLookup saved_queries_of(const Options& options);

/// `saved`, which notes in `used` what was asked for; `used` must outlive it.
[[nodiscard]] SavedLookup noting(const SavedLookup& saved, SavedTexts& used);

/// The state file that `options` names, for the index of `searcher`; nullptr if it names none.
/// @throws Error as StateFile does.
[[nodiscard]] std::unique_ptr<StateFile> open_state(const Options& options,
                                                    const search::Searcher& searcher);

/// Reads the text of `question`, as a query or as a bag of words.
[[nodiscard]] parse::Parsed parse_question(const Question& question,
                                           const parse::ParseOptions& options);

/// What `question` asks for, once its text was read as `tree`.
///
/// @throws Error (Usage) for a facet that does not exist.
[[nodiscard]] search::SearchRequest request_of(const Question& question, const parse::Node& tree);

/// How the text of `question` is read.
[[nodiscard]] parse::ParseOptions parse_options_of(const Question& question,
                                                   const Surroundings& surroundings,
                                                   const SavedLookup& saved);

/// The queries that `question` is compared with, read as its own text is with `options`.
[[nodiscard]] Comparison comparison_of(const Question& question,
                                       const parse::ParseOptions& options);

/// Answers `question`, whose text was read as `parsed`, which must have a tree. The hits can be
/// loaded from `searcher` until it is asked again.
///
/// @param others  the queries to compare with, none of them refused
/// @param state   if not null: only what is new since the last run with it
/// @param saved   the saved queries that the question uses, for the state
/// @throws Error (QuerySyntax, Usage) if the question cannot be answered, or as Searcher does.
[[nodiscard]] render::Report ask(search::Searcher& searcher,
                                 const Question& question,
                                 const parse::Parsed& parsed,
                                 const Comparison& others = {},
                                 StateFile* state = nullptr,
                                 const SavedTexts& saved = {});

}  // namespace dateline::query
