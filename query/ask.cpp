// Makes requests and reports.
#include "query/ask.hpp"

#include "common/base/error.hpp"
#include "common/base/hash.hpp"
#include "query/parse/bag_of_words.hpp"
#include "query/saved_queries.hpp"
#include "query/search/facet_request.hpp"
#include "query/search/pair_request.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace dateline::query {
namespace {

/// Says so if the revision asked about is no longer listed and an older one took its place.
void add_since_warning(const Question& question, render::Report& report) {
    const auto* const asked =
        question.since ? std::get_if<std::uint64_t>(&*question.since) : nullptr;
    if (asked != nullptr && *asked != report.answer.since.revision) {
        const std::string used = std::to_string(report.answer.since.revision);
        report.warnings.push_back({"old_revision",
                                   {},
                                   "revision " + std::to_string(*asked) +
                                       " is too old to be told apart: revision " + used +
                                       " is used",
                                   ""});
    }
}

/// Says that what changes the order of relevance changes nothing where there is none.
void add_order_warning(const Question& question, render::Report& report) {
    if (question.sort != search::SortOrder::Relevance ||
        report.answer.sort == search::SortOrder::Relevance) {
        return;
    }
    for (const auto& [given, option] :
         {std::pair{question.feedback, "feedback"}, {question.half_life.has_value(), "recency"}}) {
        if (given) {
            report.warnings.push_back(
                {"no_relevance",
                 {0, question.text.size()},
                 "--" + std::string(option) + " changes nothing: the query has no words to rank by",
                 "the newest articles come first"});
        }
    }
}

/// Checks the cursor that was given, and gives the next one.
void add_next_page(const Question& question,
                   const search::SearchRequest& request,
                   render::Report& report) {
    const search::Answer& answer = report.answer;
    // All that decides which hits there are, and in which order.
    const std::string asked =
        answer.index.uuid + '\n' + answer.canonical + '\n' +
        std::to_string(static_cast<int>(question.sort)) + '\n' +
        std::to_string(answer.since.revision) + (question.match_any ? "\nany" : "\nall") +
        (question.feedback ? "\nfeedback" : "\n") + '\n' +
        std::to_string(question.half_life.value_or(0)) + '\n' + question.zone.name();
    Cursor next{answer.index.revision, request.offset + answer.hits, hash64(asked)};
    if (question.cursor && question.cursor->query != next.query) {
        throw Error(ErrorCode::QuerySyntax,
                    "the cursor belongs to another query, order or index",
                    "give the same query and options as for the page before");
    }
    if (question.cursor && question.cursor->revision != next.revision) {
        throw Error(ErrorCode::QuerySyntax,
                    "the index has changed since the cursor was given: it was at revision " +
                        std::to_string(question.cursor->revision) + " and is at " +
                        std::to_string(next.revision),
                    "begin again with the first page");
    }
    if (answer.hits > 0 && next.offset < answer.total && !answer.partial) {
        report.next = write_cursor(next);
    }
}

/// The saved queries of all indexes, read when the first of them is asked for.
class LazyQueries {
public:
    explicit LazyQueries(std::vector<std::filesystem::path> indexes)
        : indexes_(std::move(indexes)) {}

    /// What the first index that has a query `name` says.
    std::optional<std::string> find(std::string_view name) {
        std::call_once(once_, [this] {
            std::vector<SavedQueries> read;
            for (const std::filesystem::path& index : indexes_) {
                read.emplace_back(index);
            }
            queries_ = std::move(read);
        });
        for (const SavedQueries& queries : queries_) {
            if (std::optional<std::string> text = queries.find(name)) {
                return text;
            }
        }
        return std::nullopt;
    }

private:
    std::vector<std::filesystem::path> indexes_;
    std::once_flag once_;
    std::vector<SavedQueries> queries_;
};

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
    search::Diagnosis diagnosis = searcher.diagnose();
    // That nothing matches is known; that nothing else is to be suggested is not.
    const bool partial = question.relax && diagnosis.cut;
    report.answer.partial = partial;
    if (diagnosis.cut && diagnosis.clauses.empty()) {
        return;
    }
    report.diagnosis = std::move(diagnosis);
    report.spelling = report.diagnosis->spelling;
    if (question.relax && !report.diagnosis->suggestions.empty()) {
        request.tree = report.diagnosis->suggestions.front().tree;
        report.answer = searcher.search(request);
        report.answer.partial = report.answer.partial || partial;
        report.relaxed = true;
    }
}

}  // namespace

SavedLookup saved_queries_of(const Options& options) {
    // Shared by all copies of the function that it belongs to.
    return [queries = std::make_shared<LazyQueries>(options.indexes)](std::string_view name) {
        return queries->find(name);
    };
}

SavedLookup noting(const SavedLookup& saved, SavedTexts& used) {
    return [saved, &used](std::string_view name) {
        std::optional<std::string> text = saved(name);
        if (text) {
            used[std::string(name)] = *text;
        }
        return text;
    };
}

parse::ParseOptions parse_options_of(const Question& question,
                                     const Surroundings& surroundings,
                                     const SavedLookup& saved) {
    parse::ParseOptions options;
    options.today = question.zone.day_at(surroundings.now);
    options.lenient = question.lenient;
    options.saved_query = saved;
    return options;
}

std::unique_ptr<StateFile> open_state(const Options& options, const search::Searcher& searcher) {
    return options.state.empty() ? nullptr
                                 : std::make_unique<StateFile>(options.state, searcher.info().uuid);
}

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
    request.since = question.since;
    if (question.cursor) {
        request.offset = question.cursor->offset;
    }
    if (question.timeout) {
        request.deadline.at = std::chrono::steady_clock::now() + *question.timeout;
    }
    request.deadline.stop = question.stop;
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

Comparison comparison_of(const Question& question, const parse::ParseOptions& options) {
    return {question.compare, [&](const std::string& text) {
                Question other = question;
                other.text = text;
                return parse_question(other, options);
            }};
}

render::Report ask(search::Searcher& searcher,
                   const Question& question,
                   const parse::Parsed& parsed,
                   const Comparison& others,
                   StateFile* state,
                   const SavedTexts& saved) {
    render::Report report;
    report.id = question.id;
    report.text = question.text;
    report.bag_of_words = question.match_any;
    report.warnings = parsed.warnings;
    search::SearchRequest request = request_of(question, *parsed.tree);
    if (state != nullptr) {
        request.since = since_last_run(*state, question, saved, report.warnings);
    }
    report.compared = others.search(searcher, request);
    report.answer = searcher.search(request);
    for (const render::Report& other : report.compared) {
        report.answer.partial = report.answer.partial || other.answer.partial;
    }
    report.asked = report.answer.canonical;
    add_order_warning(question, report);
    // What is not new is no mistake.
    if ((question.diagnose || question.relax) && !question.match_any && !request.since &&
        !report.answer.partial) {
        diagnose(searcher, question, request, report);
    }
    add_since_warning(question, report);
    add_next_page(question, request, report);
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
