// Public ids of the hits, for other programs.
#pragma once

#include "common/base/printable.hpp"
#include "query/render/renderer.hpp"

#include <string>

namespace dateline::render {

/// Writes the id of each hit and nothing else; in a batch with the query's id and a tab before it.
class IdsRenderer : public Renderer {
public:
    /// @param out  must outlive the renderer
    IdsRenderer(const Style& style, Output& out) : style_(style), out_(out) {}

    void begin(const Report& report) override { query_ = printable_line(report.id); }
    void hit(const search::Hit& hit) override {
        if (style_.batch) {
            out_.write(query_ + '\t');
        }
        out_.write(hit.id);
        out_.write(style_.nul_separated ? std::string_view("\0", 1) : std::string_view("\n"));
    }
    void end(const Report& /*report*/, const Ending& /*ending*/) override {}

private:
    Style style_;
    Output& out_;
    std::string query_;  // its id, safe to print
};

}  // namespace dateline::render
