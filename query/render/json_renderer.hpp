// Answers as JSON: `dateline.result/1`, or one object a line.
#pragma once

#include "query/render/renderer.hpp"

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
};

}  // namespace dateline::render
