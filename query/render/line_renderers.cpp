// One line a hit.
#include "query/render/line_renderers.hpp"

#include "common/article/article_json.hpp"

namespace dateline::render {

void TemplateRenderer::begin(const Report& report) {
    query_ = report.id.empty() ? "1" : report.id;
}

void TemplateRenderer::hit(const search::Hit& hit) {
    out_.write(template_.fill(hit, query_, style_.zone));
    out_.write(style_.nul_separated ? std::string_view("\0", 1) : std::string_view("\n"));
}

void ExportRenderer::hit(const search::Hit& hit) {
    out_.write(write_article(hit.article, ArticleJsonForm::Complete, hit.id) + "\n");
}

}  // namespace dateline::render
