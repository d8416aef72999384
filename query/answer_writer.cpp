// Answers, refusals and warnings in the form that was asked for.
#include "query/answer_writer.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "query/render/diagnosis_text.hpp"
#include "query/render/json_values.hpp"
#include "query/render/messages.hpp"
#include "query/render/timeline_svg.hpp"

#include <string>

namespace dateline::query {
namespace {

using render::Format;
using render::Severity;

/// Loads the hits of a searcher's last answer one by one.
class SearcherHits : public render::HitSource {
public:
    SearcherHits(search::Searcher& searcher, std::size_t count, search::HitParts parts)
        : searcher_(searcher), count_(count), parts_(parts) {}

    std::optional<search::Hit> next() override {
        while (number_ < count_) {
            std::optional<search::Hit> hit = searcher_.load_hit(number_++, parts_);
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
    search::HitParts parts_;
    std::size_t number_ = 0;
    std::size_t removed_ = 0;
};

/// For forms that cannot say it themselves.
std::string relaxed_warning(const render::Report& report) {
    return render::warning_message("no article matches: " + report.asked +
                                   "; these match: " + report.answer.canonical);
}

}  // namespace

bool is_json(render::Format format) noexcept {
    return format == Format::Json || format == Format::JsonLines;
}

render::Style style_of(const Options& options, const Surroundings& surroundings) {
    render::Style style;
    style.color = options.color == ColorChoice::Always ||
                  (options.color == ColorChoice::Auto && surroundings.color);
    style.columns = surroundings.columns;
    style.safe_cells = options.safe_cells;
    style.facet_table = !options.question.facets.empty() || !options.question.pairs.empty();
    style.time_table = options.question.timeline.has_value() || !options.question.compare.empty();
    style.zone = options.question.zone;
    style.utf8 = surroundings.utf8;
    style.nul_separated = options.nul_separated;
    return style;
}

AnswerWriter::AnswerWriter(const Options& options,
                           const Surroundings& surroundings,
                           render::Output& out,
                           render::Output& messages)
    : options_(options), style_(style_of(options, surroundings)), out_(out), messages_(messages) {}

int AnswerWriter::refuse(const Question& question, const std::vector<parse::Problem>& problems) {
    if (is_json(options_.format)) {
        out_.write(render::error_json(question.text, problems) + "\n");
    } else {
        for (const parse::Problem& problem : problems) {
            messages_.write(render::problem_message(Severity::Error, question.text, problem));
        }
    }
    return exit_status(ErrorCode::QuerySyntax);
}

std::optional<int> AnswerWriter::refuse(const Question& question, const Error& error) {
    if (error.code() != ErrorCode::QuerySyntax || !is_json(options_.format) || out_.is_started()) {
        return std::nullopt;
    }
    out_.write(render::error_json(question.text, error) + "\n");
    return exit_status(error.code());
}

int AnswerWriter::answer(search::Searcher& searcher,
                         const Question& question,
                         const render::Report& report) {
    write_warnings(report);
    if (!options_.svg.empty() && report.timeline) {
        write_file_atomically(options_.svg, render::timeline_svg(report));
    }
    if (question.count_only) {
        out_.write(std::to_string(report.answer.total) + "\n");
        if (report.relaxed) {
            messages_.write(relaxed_warning(report));
        }
        write_timing();
    } else {
        write_hits(searcher, report);
    }
    return report.answer.total > 0 ? kSomeHit : kNoHit;
}

void AnswerWriter::write_warnings(const render::Report& report) {
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

void AnswerWriter::write_hits(search::Searcher& searcher, const render::Report& report) {
    const auto renderer = render::make_renderer(options_.format, style_, out_);
    const bool only_ids = options_.format == Format::Ids || options_.format == Format::Trec;
    SearcherHits hits(
        searcher, report.answer.hits, only_ids ? search::HitParts::Ids : search::HitParts::All);
    render::render(*renderer, report, hits, [this] {
        return options_.timing ? std::optional(elapsed()) : std::nullopt;
    });
    out_.flush();
    if (options_.format == Format::Text && report.diagnosis) {
        messages_.write(render::diagnosis_text(report));
    } else if (options_.format == Format::Text && report.spelling) {
        messages_.write(render::spelling_text(report));
    } else if (!is_json(options_.format) && report.relaxed) {
        messages_.write(relaxed_warning(report));
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

std::chrono::milliseconds AnswerWriter::elapsed() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 start_);
}

void AnswerWriter::write_timing() {
    if (options_.timing) {
        out_.flush();
        messages_.write("took " + std::to_string(elapsed().count()) + " ms\n");
    }
}

}  // namespace dateline::query
