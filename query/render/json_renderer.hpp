// Answers as JSON: `dateline.result/1`, or one object a line.
#pragma once

#include "query/render/renderer.hpp"

#include <string>

namespace dateline::render {

/// Writes one object of the form `dateline.result/1` on one line. It is put together piece by
/// piece, so that the hits need not be held.
class JsonRenderer : public Renderer {
public:
    /// @param out  must outlive the renderer
    explicit JsonRenderer(Output& out) : out_(out) {}

    void begin(const Report& report) override;
    void hit(const search::Hit& hit) override;
    void end(const Report& report, const Ending& ending) override;

private:
    Output& out_;
    bool first_hit_ = true;
};

/// Writes each hit as an object `dateline.hit/1`, then an object `dateline.end/1` with totals and
/// facets: a reader that does not see it knows that the stream was cut off.
class JsonLinesRenderer : public Renderer {
public:
    /// @param out  must outlive the renderer
    explicit JsonLinesRenderer(Output& out) : out_(out) {}

    void begin(const Report& report) override;
    void hit(const search::Hit& hit) override;
    void end(const Report& report, const Ending& ending) override;

private:
    Output& out_;
    std::string query_;  // its id; empty outside of a batch
};

/// Writes each hit as an object `dateline.hit/1` with its query's id, then a short
/// `dateline.end/1`, which has facets, explanations and the like if they were asked for, and a
/// diagnosis if nothing was found. The id of a query outside of a batch is `1`, as if it were the
/// only line of one.
class HitsRenderer : public Renderer {
public:
    /// @param out  must outlive the renderer
    explicit HitsRenderer(Output& out) : out_(out) {}

    void begin(const Report& report) override;
    void hit(const search::Hit& hit) override;
    void end(const Report& report, const Ending& ending) override;

private:
    Output& out_;
    std::string query_;  // its id
};

}  // namespace dateline::render
