// The first half of answering: the question's text, and what it is compared with, read.
#pragma once

#include "query/answer_writer.hpp"
#include "query/ask.hpp"
#include "query/comparison.hpp"

#include <optional>

namespace dateline::query {

/// A question that can be asked: `parsed` has a tree, and none of `others` is refused.
struct Understood {
    parse::Parsed parsed;
    Comparison others;
    SavedTexts saved;  ///< the saved queries that `parsed` was read with
};

/// Reads `question`; where it cannot be understood, `writer` says why.
[[nodiscard]] std::optional<Understood> understand(const Question& question,
                                                   const Surroundings& surroundings,
                                                   const SavedLookup& saved,
                                                   AnswerWriter& writer);

}  // namespace dateline::query
