// Public ids of the hits, for other programs.
#pragma once

#include "query/render/renderer.hpp"

namespace dateline::render {

/// Writes the id of each hit and nothing else.
class IdsRenderer : public Renderer {
public:
    /// @param out  must outlive the renderer
    IdsRenderer(const Style& style, Output& out) : style_(style), out_(out) {}

    void begin(const Report& /*report*/) override {}
    void hit(const search::Hit& hit) override {
        out_.write(hit.id);
        out_.write(style_.nul_separated ? std::string_view("\0", 1) : std::string_view("\n"));
    }
    void end(const Report& /*report*/, const Ending& /*ending*/) override {}

private:
    Style style_;
    Output& out_;
};

}  // namespace dateline::render
