// Makes requests and reports.
#include "query/ask.hpp"

#include "query/parse/bag_of_words.hpp"
#include "query/search/facet_request.hpp"
#include "query/search/pair_request.hpp"

namespace dateline::query {
namespace {

/// Adds to `report` why it has few or no hits; answers the relaxed query instead if that is asked.
void diagnose(search::Searcher& searcher,
              const Question& question,
              search::SearchRequest& request,
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

parse::Parsed parse_question(const Question& question, const parse::ParseOptions& options) {
    return question.match_any ? parse::read_bag_of_words(question.text)
                              : parse::parse_query(question.text, options);
}

search::SearchRequest request_of(const Question& question, const parse::Node& tree) {
    search::SearchRequest request;
    request.tree = tree;
    request.bag_of_words = question.match_any;
    request.feedback = question.feedback;
    request.half_life = question.half_life;
    request.limit = question.count_only ? 0 : question.limit;
    request.offset = question.offset;
    request.all = question.all;
    request.sort = question.sort;
    request.all_names = question.explain.names;
    request.matches = question.explain.hits;
    request.timeline = question.timeline;
    request.zone = question.zone;
    if (!question.facets.empty()) {
        request.facets = search::parse_facets(question.facets, question.facet_options);
    }
    if (!question.pairs.empty()) {
        request.pairs = search::parse_pairs(question.pairs, question.pair_options);
    }
    return request;
}

parse::ParseOptions parse_options_of(const Question& question, const Surroundings& surroundings) {
    parse::ParseOptions options;
    options.today = surroundings.today;
    options.lenient = question.lenient;
    return options;
}

render::Report ask(search::Searcher& searcher,
                   const Question& question,
                   const parse::Parsed& parsed,
                   const Comparison& others) {
    render::Report report;
    report.id = question.id;
    report.text = question.text;
    report.bag_of_words = question.match_any;
    report.warnings = parsed.warnings;
    search::SearchRequest request = request_of(question, *parsed.tree);
    report.compared = others.search(searcher, request);
    report.answer = searcher.search(request);
    report.asked = report.answer.canonical;
    if ((question.diagnose || question.relax) && !question.match_any) {
        diagnose(searcher, question, request, report);
    }
    if (question.timeline) {
        report.timeline = timeline_of(request, report, others);
    }
    report.explanation = question.explain;
    if (question.explain.query) {
        report.explained = *parsed.tree;
    }
    return report;
}

}  // namespace dateline::query
