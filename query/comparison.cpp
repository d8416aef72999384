// Reads and counts the queries of --compare.
#include "query/comparison.hpp"

#include "common/base/error.hpp"

#include <utility>

namespace dateline::query {
namespace {

/// What begins a message about query number `index` (from 0).
std::string place_of(std::size_t index, std::size_t count) {
    return count == 1 ? "in --compare: "
                      : "in --compare number " + std::to_string(index + 1) + ": ";
}

void name_place(std::vector<parse::Problem>& problems, const std::string& place) {
    for (parse::Problem& problem : problems) {
        problem.message.insert(0, place);
    }
}

}  // namespace

Comparison::Comparison(const std::vector<std::string>& texts,
                       const std::function<parse::Parsed(const std::string&)>& read)
    : texts_(texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        parse::Parsed parsed = read(texts[i]);
        name_place(parsed.errors, place_of(i, texts.size()));
        name_place(parsed.warnings, place_of(i, texts.size()));
        queries_.push_back(std::move(parsed));
    }
}

std::optional<RefusedQuery> Comparison::refused() const {
    for (std::size_t i = 0; i < queries_.size(); ++i) {
        if (!queries_[i].tree) {
            return RefusedQuery{texts_[i], queries_[i].errors};
        }
    }
    return std::nullopt;
}

std::vector<render::Report> Comparison::search(search::Searcher& searcher,
                                               const search::SearchRequest& like) const {
    std::vector<render::Report> reports;
    for (std::size_t i = 0; i < queries_.size(); ++i) {
        search::SearchRequest request;
        request.tree = *queries_[i].tree;
        request.bag_of_words = like.bag_of_words;
        request.limit = 0;
        request.deadline = like.deadline;
        request.since = like.since;
        request.timeline = like.timeline;
        request.zone = like.zone;
        if (request.timeline) {
            request.timeline->normalise = false;  // the archive is counted once, by the first query
        }
        render::Report report;
        report.text = texts_[i];
        report.bag_of_words = like.bag_of_words;
        report.warnings = queries_[i].warnings;
        try {
            report.answer = searcher.search(request);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::QuerySyntax) {
                throw;
            }
            throw Error(error.code(), place_of(i, queries_.size()) + error.what(), error.hint());
        }
        reports.push_back(std::move(report));
    }
    return reports;
}

search::Timeline timeline_of(const search::SearchRequest& request,
                             const render::Report& report,
                             const Comparison& others) {
    std::vector<search::TimelineInput> inputs;
    inputs.push_back({request.tree, *report.answer.timeline});
    for (std::size_t i = 0; i < report.compared.size(); ++i) {
        inputs.push_back({others.tree(i), *report.compared[i].answer.timeline});
    }
    return search::make_timeline(*request.timeline, request.zone, std::move(inputs));
}

}  // namespace dateline::query
