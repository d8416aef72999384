// Chooses the renderer of a format.
#include "query/render/renderer.hpp"

#include "query/render/ids_renderer.hpp"
#include "query/render/json_renderer.hpp"
#include "query/render/line_renderers.hpp"
#include "query/render/table_renderer.hpp"
#include "query/render/text_renderer.hpp"
#include "query/render/trec_renderer.hpp"

namespace dateline::render {

void begin_batch(Format format, const Style& style, Output& out) {
    if (format == Format::Csv || format == Format::Tsv) {
        TableRenderer(
            format == Format::Csv ? TableRenderer::Kind::Csv : TableRenderer::Kind::Tsv, style, out)
            .header();
    }
}

std::unique_ptr<Renderer> make_renderer(Format format, const Style& style, Output& out) {
    switch (format) {
        case Format::Text:
            return std::make_unique<TextRenderer>(style, out);
        case Format::Json:
            return std::make_unique<JsonRenderer>(out);
        case Format::JsonLines:
            return std::make_unique<JsonLinesRenderer>(out);
        case Format::Hits:
            return std::make_unique<HitsRenderer>(out);
        case Format::Csv:
            return std::make_unique<TableRenderer>(TableRenderer::Kind::Csv, style, out);
        case Format::Tsv:
            return std::make_unique<TableRenderer>(TableRenderer::Kind::Tsv, style, out);
        case Format::Trec:
            return std::make_unique<TrecRenderer>(out);
        case Format::Ids:
            return std::make_unique<IdsRenderer>(style, out);
        case Format::Template:
            return std::make_unique<TemplateRenderer>(style, out);
        case Format::Export:
            return std::make_unique<ExportRenderer>(out);
    }
    return nullptr;
}

}  // namespace dateline::render
