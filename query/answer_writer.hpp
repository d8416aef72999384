// Writes what became of a question, in the form that was asked for.
#pragma once

#include "query/options.hpp"
#include "query/render/output.hpp"
#include "query/render/renderer.hpp"
#include "query/search/searcher.hpp"
#include "query/surroundings.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace dateline::query {

/// The exit statuses of a question that was answered.
inline constexpr int kSomeHit = 0;
inline constexpr int kNoHit = 1;

/// How output looks with `options`.
[[nodiscard]] render::Style style_of(const Options& options, const Surroundings& surroundings);

/// Writes one answer, or why there is none; what is not part of the output goes to the messages.
/// Every function gives the exit status that the program would end with. Not thread-safe.
class AnswerWriter {
public:
    /// All of them must outlive the writer.
    AnswerWriter(const Options& options,
                 const Surroundings& surroundings,
                 render::Output& out,
                 render::Output& messages);

    /// Writes what comes once before all answers of a batch.
    void begin_batch();

    /// Writes the problems of a question that cannot be understood.
    int refuse(const Question& question, const std::vector<parse::Problem>& problems);

    /// Writes why the line of `question` asks nothing.
    void refuse(const Question& question, const LineFault& fault);

    /// Writes why `question` has no answer, if `error` is about the question and can be told as
    /// part of the output: std::nullopt if it cannot.
    std::optional<int> refuse(const Question& question, const Error& error);

    /// Writes `report`, the answer to `question`, and its hits out of `searcher`.
    int answer(search::Searcher& searcher, const Question& question, const render::Report& report);

    /// Says how long it took since the writer was made, if that was asked for.
    void write_timing();

private:
    [[nodiscard]] std::string place_of(const Question& question) const;
    void write_warnings(const Question& question, const render::Report& report);
    void write_hits(search::Searcher& searcher,
                    const Question& question,
                    const render::Report& report);
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

    const Options& options_;
    render::Style style_;
    render::Output& out_;
    render::Output& messages_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace dateline::query
