// Builds the samples.
#include "tests/unit/render/samples.hpp"

#include <utility>

namespace dateline::testing {

render::Report sample_report(std::size_t hits) {
    render::Report report;
    report.text = "interest rates";
    report.answer.index = {"161a9117", 1042, 48211, "00000000000009f3"};
    report.answer.canonical = "interest AND rates";
    report.answer.total = 312;
    report.answer.hits = hits;
    return report;
}

search::Hit sample_hit() {
    search::Hit hit;
    hit.rank = 1;
    hit.score = 14.21349;
    hit.id = "0123456789abcdef";
    Article& article = hit.article;
    article.title = "Leaders meet";
    article.paragraphs = {"Putin arrived in Alaska."};
    article.published = time::parse_iso_time("2025-08-15T20:11:00Z");
    article.published_from = "metadata";
    article.lang = "en";
    article.source = "Example Wire";
    hit.people = {{"P:vladimir-putin", "Vladimir Putin"}};
    hit.places = {{"L:alaska", "Alaska"}};
    hit.title = {"title", "Leaders meet", {{0, 7}}};
    hit.snippets = {{"body", "Putin arrived in Alaska.", {{0, 5}, {17, 23}}}};
    return hit;
}

search::FacetResult sample_facet() {
    search::FacetResult facet;
    facet.name = "person";
    facet.distinct = 3;
    facet.missing = 1;
    facet.other_articles = 7;
    facet.values = {{"P:donald-trump", "Donald Trump", 288, "person:@donald-trump", "q1"},
                    {"P:x", "X\x1b[2J", 9, "person:@x", "q2"}};
    return facet;
}

std::string printed(render::Format format,
                    const render::Style& style,
                    const render::Report& report,
                    std::vector<search::Hit> hits,
                    std::optional<std::chrono::milliseconds> took) {
    render::StringSink sink;
    render::Output out(sink);
    ListedHits source(std::move(hits));
    const auto renderer = render::make_renderer(format, style, out);
    static_cast<void>(render::render(*renderer, report, source, [&took] { return took; }));
    out.flush();
    return sink.text();
}

}  // namespace dateline::testing
