// Makes requests and reports.
#include "query/ask.hpp"

#include "query/parse/bag_of_words.hpp"
#include "query/search/facet_request.hpp"
#include "query/search/pair_request.hpp"

namespace dateline::query {

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
    const search::SearchRequest request = request_of(question, *parsed.tree);
    report.compared = others.search(searcher, request);
    report.answer = searcher.search(request);
    if (question.timeline) {
        report.timeline = timeline_of(request, report, others);
    }
    if (question.explain) {
        report.explained = *parsed.tree;
    }
    return report;
}

}  // namespace dateline::query
