// Makes requests and reports.
#include "query/ask.hpp"

#include "query/search/facet_request.hpp"
#include "query/search/pair_request.hpp"

#include <utility>

namespace dateline::query {

search::SearchRequest request_of(const Question& question, const parse::Node& tree) {
    search::SearchRequest request;
    request.tree = tree;
    request.limit = question.count_only ? 0 : question.limit;
    request.offset = question.offset;
    request.all = question.all;
    request.sort = question.sort;
    request.all_names = question.explain.names;
    request.matches = question.explain.hits;
    if (!question.facets.empty()) {
        request.facets = search::parse_facets(question.facets, question.facet_options);
    }
    if (!question.pairs.empty()) {
        request.pairs = search::parse_pairs(question.pairs, question.pair_options);
    }
    return request;
}

namespace {

/// Adds to `report` why it has few or no hits; answers the relaxed query instead if that is asked.
void diagnose(search::Searcher& searcher,
              const Question& question,
              search::SearchRequest request,
              render::Report& report) {
    if (report.answer.total > 0) {
        if (report.answer.total <= search::kFewArticles) {
            report.spelling = searcher.check_spelling(report.answer.total);
        }
        return;
    }
    report.diagnosis = searcher.diagnose();
    report.spelling = report.diagnosis->spelling;
    if (question.relax && !report.diagnosis->suggestions.empty()) {
        request.tree = report.diagnosis->suggestions.front().tree;
        report.answer = searcher.search(request);
        report.relaxed = true;
    }
}

}  // namespace

render::Report ask(search::Searcher& searcher,
                   const Question& question,
                   const parse::Parsed& parsed) {
    render::Report report;
    report.id = question.id;
    report.text = question.text;
    report.warnings = parsed.warnings;
    search::SearchRequest request = request_of(question, *parsed.tree);
    report.answer = searcher.search(request);
    report.asked = report.answer.canonical;
    report.explanation = question.explain;
    if (question.explain.query) {
        report.explained = *parsed.tree;
    }
    if (question.diagnose || question.relax) {
        diagnose(searcher, question, std::move(request), report);
    }
    return report;
}

}  // namespace dateline::query
