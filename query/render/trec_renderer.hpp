// Ranked lists for scoring programs: the format of runs that trec_eval reads (NIST, trec_eval 9,
// README: `qid Q0 docno rank score tag`).
#pragma once

#include "query/render/renderer.hpp"

#include <string>
#include <unordered_set>

namespace dateline::render {

/// Writes a line a hit: id of the query (`1` if it has none), `Q0`, id of the article, rank, score,
/// `dateline`.
///
/// The article's id is the one that its source gave, white space and control characters as `%XX`,
/// or its public id where there is none or an earlier hit has the same. Scores have six decimals
/// and fall with the rank: where hits are not ordered by relevance, the score is the rank,
/// negative.
class TrecRenderer : public Renderer {
public:
    /// @param out  must outlive the renderer
    explicit TrecRenderer(Output& out) : out_(out) {}

    void begin(const Report& report) override;
    void hit(const search::Hit& hit) override;
    void end(const Report& /*report*/, const Ending& /*ending*/) override {}

private:
    Output& out_;
    std::string query_;
    bool by_relevance_ = false;
    std::unordered_set<std::string> written_;
};

}  // namespace dateline::render
