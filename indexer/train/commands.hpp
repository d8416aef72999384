// The sub-commands of dateline-train. A new one is a function here and a row in commands.cpp.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace dateline::train {

/// Where a sub-command writes.
struct Output {
    std::ostream& out;  ///< results
    std::ostream& err;  ///< progress
};

/// Runs the sub-command that the first of `words` names; without words, or for `--help` and
/// `--version`, prints what these print. The exit status.
///
/// @throws Error; its code gives the exit status.
[[nodiscard]] int run_command(std::span<const std::string> words, const Output& output);

/// `tagger`: trains, and writes a model and its manifest.
[[nodiscard]] int train_tagger_command(std::span<const std::string> words, const Output& output);

/// `score-tagger`: precision, recall and F1 of a model.
[[nodiscard]] int score_tagger_command(std::span<const std::string> words, const Output& output);

/// `score-dates`: strict, relaxed and value F1 of the dates that are found.
[[nodiscard]] int score_dates_command(std::span<const std::string> words, const Output& output);

/// `score-places`: how many place names are resolved to the right place.
[[nodiscard]] int score_places_command(std::span<const std::string> words, const Output& output);

/// `score-people`: how well mentions are joined to people and organisations.
[[nodiscard]] int score_people_command(std::span<const std::string> words, const Output& output);

}  // namespace dateline::train
