// Hits as lines for other programs: by a template, or as whole articles.
#pragma once

#include "query/render/hit_template.hpp"
#include "query/render/renderer.hpp"

#include <string>

namespace dateline::render {

/// Writes each hit as a template says, closed by a line feed or NUL.
class TemplateRenderer : public Renderer {
public:
    /// @param out  must outlive the renderer
    TemplateRenderer(const Style& style, Output& out)
        : style_(style), template_(style.hit_template), out_(out) {}

    void begin(const Report& report) override;
    void hit(const search::Hit& hit) override;
    void end(const Report& /*report*/, const Ending& /*ending*/) override {}

private:
    Style style_;
    HitTemplate template_;
    Output& out_;
    std::string query_;  // its id
};

/// Writes each hit as `dateline.article/1`, which dateline-index reads back.
class ExportRenderer : public Renderer {
public:
    /// @param out  must outlive the renderer
    explicit ExportRenderer(Output& out) : out_(out) {}

    void begin(const Report& /*report*/) override {}
    void hit(const search::Hit& hit) override;
    void end(const Report& /*report*/, const Ending& /*ending*/) override {}

private:
    Output& out_;
};

}  // namespace dateline::render
