// From options over parsing and searching to output.
#include "query/run.hpp"

#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "query/comparison.hpp"
#include "query/help.hpp"
#include "query/render/article_view.hpp"
#include "query/render/json_values.hpp"
#include "query/render/messages.hpp"
#include "query/render/renderer.hpp"
#include "query/render/timeline_svg.hpp"
#include "query/search/searcher.hpp"

#include <utility>

namespace dateline::query {
namespace {

using Clock = std::chrono::steady_clock;
using render::Format;
using render::Severity;

bool is_json(Format format) {
    return format == Format::Json || format == Format::JsonLines;
}

/// Loads the hits of a searcher's last answer one by one.
class SearcherHits : public render::HitSource {
public:
    SearcherHits(search::Searcher& searcher, std::size_t count)
        : searcher_(searcher), count_(count) {}

    std::optional<search::Hit> next() override {
        while (number_ < count_) {
            std::optional<search::Hit> hit = searcher_.load_hit(number_++);
            if (hit) {
                return hit;
            }
            ++removed_;
        }
        return std::nullopt;
    }

    /// Hits that are no longer in the index.
    [[nodiscard]] std::size_t removed() const noexcept { return removed_; }

private:
    search::Searcher& searcher_;
    std::size_t count_;
    std::size_t number_ = 0;
    std::size_t removed_ = 0;
};

/// One run, with what all its steps need.
class Run {
public:
    Run(const Options& options,
        const Surroundings& surroundings,
        render::Output& out,
        render::Output& messages)
        : options_(options), surroundings_(surroundings), out_(out), messages_(messages) {}

    int search() {
        const parse::Parsed parsed =
            parse::parse_query(options_.query, parse::ParseOptions{surroundings_.today});
        if (!parsed.tree) {
            return refuse(options_.query, parsed.errors);
        }
        Comparison others(options_.compare, surroundings_.today);
        if (const std::optional<RefusedQuery> refused = others.refused()) {
            return refuse(refused->text, refused->errors);
        }
        try {
            search::Searcher searcher(options_.index);
            return answer(searcher, parsed, others);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::QuerySyntax || !is_json(options_.format) ||
                out_.is_started()) {
                throw;
            }
            out_.write(render::error_json(options_.query, error) + "\n");
            return exit_status(error.code());
        }
    }

    int show() {
        search::Searcher searcher(options_.index);
        const std::optional<search::Hit> hit = searcher.find_article(options_.show);
        if (!hit) {
            messages_.write(
                render::warning_message("no article has the id '" + options_.show + "'"));
            return kNoHit;
        }
        if (is_json(options_.format)) {
            out_.write(write_article(hit->article, ArticleJsonForm::Complete, hit->id) + "\n");
        } else {
            render::write_article_view(*hit, style(), out_);
        }
        write_timing();
        return kSomeHit;
    }

private:
    [[nodiscard]] render::Style style() const {
        render::Style style;
        style.color = options_.color == ColorChoice::Always ||
                      (options_.color == ColorChoice::Auto && surroundings_.color);
        style.columns = surroundings_.columns;
        style.safe_cells = options_.safe_cells;
        style.facet_table = !options_.facets.empty();
        style.time_table = options_.timeline.has_value() || !options_.compare.empty();
        style.zone = options_.zone;
        style.utf8 = surroundings_.utf8;
        style.nul_separated = options_.nul_separated;
        return style;
    }

    int refuse(const std::string& text, const std::vector<parse::Problem>& errors) {
        if (is_json(options_.format)) {
            out_.write(render::error_json(text, errors) + "\n");
        } else {
            for (const parse::Problem& problem : errors) {
                messages_.write(render::problem_message(Severity::Error, text, problem));
            }
        }
        return exit_status(ErrorCode::QuerySyntax);
    }

    int answer(search::Searcher& searcher, const parse::Parsed& parsed, const Comparison& others) {
        search::SearchRequest request;
        request.tree = *parsed.tree;
        request.limit = options_.task == Task::Count ? 0 : options_.limit;
        request.offset = options_.offset;
        request.all = options_.all;
        request.sort = options_.sort;
        request.timeline = options_.timeline;
        request.zone = options_.zone;
        if (!options_.facets.empty()) {
            request.facets = search::parse_facets(options_.facets);
        }
        render::Report report;
        report.text = options_.query;
        report.warnings = parsed.warnings;
        report.compared = others.search(searcher, request);
        report.answer = searcher.search(request);
        if (options_.timeline) {
            report.timeline = timeline_of(request, report, others);
        }
        if (options_.explain) {
            report.explained = *parsed.tree;
        }
        write_warnings(report);
        if (!options_.svg.empty()) {
            write_file_atomically(options_.svg, render::timeline_svg(report));
        }
        if (options_.task == Task::Count) {
            out_.write(std::to_string(report.answer.total) + "\n");
            write_timing();
        } else {
            write_answer(searcher, report);
        }
        return report.answer.total > 0 ? kSomeHit : kNoHit;
    }

    void write_warnings(const render::Report& report) {
        if (options_.format == Format::Json) {
            return;  // they are part of the object
        }
        for (const parse::Problem& problem : report.warnings) {
            messages_.write(render::problem_message(Severity::Warning, report.text, problem));
        }
        for (const render::Report& other : report.compared) {
            for (const parse::Problem& problem : other.warnings) {
                messages_.write(render::problem_message(Severity::Warning, other.text, problem));
            }
        }
        messages_.flush();
    }

    void write_answer(search::Searcher& searcher, const render::Report& report) {
        const auto renderer = render::make_renderer(options_.format, style(), out_);
        SearcherHits hits(searcher, report.answer.hits);
        render::render(*renderer, report, hits, [this] {
            return options_.timing ? std::optional(elapsed()) : std::nullopt;
        });
        out_.flush();
        if (report.answer.total == 0 && options_.format == Format::Text) {
            messages_.write(
                render::warning_message("no article matches: " + report.answer.canonical));
        }
        if (hits.removed() > 0) {
            messages_.write(render::warning_message(
                std::to_string(hits.removed()) +
                " of the hits are not shown: they were removed from the index meanwhile"));
        }
        if (!is_json(options_.format)) {
            write_timing();
        }
    }

    [[nodiscard]] std::chrono::milliseconds elapsed() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_);
    }

    void write_timing() {
        if (options_.timing) {
            out_.flush();
            messages_.write("took " + std::to_string(elapsed().count()) + " ms\n");
        }
    }

    const Options& options_;
    const Surroundings& surroundings_;
    render::Output& out_;
    render::Output& messages_;
    Clock::time_point start_ = Clock::now();
};

int run_task(const Options& options,
             const Surroundings& surroundings,
             render::Output& out,
             render::Output& messages) {
    Run run(options, surroundings, out, messages);
    switch (options.task) {
        case Task::Help:
            out.write(help_text());
            return kSomeHit;
        case Task::Version:
            out.write(version_text());
            return kSomeHit;
        case Task::Search:
        case Task::Count:
            return run.search();
        case Task::Show:
            return run.show();
    }
    return kSomeHit;
}

}  // namespace

int run(const Options& options,
        const Surroundings& surroundings,
        render::Output& out,
        render::Output& messages) {
    const int status = run_task(options, surroundings, out, messages);
    out.flush();
    messages.flush();
    return status;
}

}  // namespace dateline::query
