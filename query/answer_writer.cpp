// Answers, refusals and warnings in the form that was asked for.
#include "query/answer_writer.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/printable.hpp"
#include "query/render/diagnosis_text.hpp"
#include "query/render/json_values.hpp"
#include "query/render/messages.hpp"
#include "query/render/timeline_svg.hpp"
#include "query/search/facet_request.hpp"

#include <algorithm>
#include <string>

namespace dateline::query {
namespace {

using render::Format;
using render::Severity;

/// Loads the hits of a searcher's last answer one by one, as long as somebody wants them.
class SearcherHits : public render::HitSource {
public:
    SearcherHits(search::Searcher& searcher,
                 std::size_t count,
                 search::HitParts parts,
                 const render::Sink& sink)
        : searcher_(searcher), count_(count), parts_(parts), sink_(sink) {}

    std::optional<search::Hit> next() override {
        while (number_ < count_ && sink_.is_wanted()) {
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
    const render::Sink& sink_;  ///< where they go in the end
    std::size_t number_ = 0;
    std::size_t removed_ = 0;
};

/// For forms that cannot say it themselves.
std::string relaxed_warning(const std::string& place, const render::Report& report) {
    return render::warning_message(place + "no article matches: " + report.asked +
                                   "; these match: " + report.answer.canonical);
}

/// That nothing matches; of what came after a state of the index, that nothing new does.
std::string none_warning(const std::string& place, const render::Report& report) {
    const std::string what = report.answer.since.revision > 0
                                 ? "no article that came after revision " +
                                       std::to_string(report.answer.since.revision) + " matches: "
                                 : "no article matches: ";
    return render::warning_message(place + what + report.answer.canonical);
}

}  // namespace

render::Style style_of(const Options& options, const Surroundings& surroundings) {
    render::Style style;
    style.color = options.color == ColorChoice::Always ||
                  (options.color == ColorChoice::Auto && surroundings.color);
    style.columns = surroundings.columns;
    style.safe_cells = options.safe_cells;
    style.facet_table = !options.question.facets.empty() || !options.question.pairs.empty();
    style.pair_table = !options.question.pairs.empty();
    if (options.task == Task::Batch && !options.question.facets.empty()) {
        const std::vector<search::FacetRequest> requests =
            search::parse_facets(options.question.facets, options.question.facet_options);
        style.lift = std::any_of(
            requests.begin(), requests.end(), [](const auto& request) { return request.lift; });
    }
    style.time_table = options.question.timeline.has_value() || !options.question.compare.empty();
    style.zone = options.question.zone;
    style.utf8 = surroundings.utf8;
    style.nul_separated = options.nul_separated;
    style.changes = !options.state.empty() || options.question.since.has_value();
    style.hit_template = options.hit_template;
    style.at_prompt = options.task == Task::Prompt;
    style.batch = options.task == Task::Batch;
    return style;
}

AnswerWriter::AnswerWriter(const Options& options,
                           const Surroundings& surroundings,
                           render::Output& out,
                           render::Output& messages)
    : options_(options), style_(style_of(options, surroundings)), out_(out), messages_(messages) {}

void AnswerWriter::begin_batch() {
    if (!options_.question.count_only) {
        render::begin_batch(options_.format, style_, out_);
    }
}

/// For messages: which query of a batch they are about.
std::string AnswerWriter::place_of(const Question& question) const {
    return style_.batch ? "query '" + question.id + "': " : std::string();
}

int AnswerWriter::refuse(const Question& question, const std::vector<parse::Problem>& problems) {
    if (is_json(options_.format)) {
        out_.write(render::error_json(question.text, problems, question.id) + "\n");
    } else {
        for (const parse::Problem& problem : problems) {
            messages_.write(render::problem_message(
                Severity::Error, question.text, problem, place_of(question)));
        }
    }
    return exit_status(ErrorCode::QuerySyntax);
}

void AnswerWriter::refuse(const Question& question, const LineFault& fault) {
    if (is_json(options_.format)) {
        out_.write(
            render::error_json(question.text, fault.code, fault.message, fault.hint, question.id) +
            "\n");
    } else {
        messages_.write(render::error_message(
            Error(ErrorCode::Usage, place_of(question) + fault.message, fault.hint)));
    }
}

std::optional<int> AnswerWriter::refuse(const Question& question, const Error& error) {
    const bool is_asked_wrong = error.code() == ErrorCode::QuerySyntax ||
                                (style_.batch && error.code() == ErrorCode::Usage);
    if (!is_asked_wrong || out_.is_started()) {
        return std::nullopt;
    }
    if (is_json(options_.format)) {
        out_.write(render::error_json(question.text, error, question.id) + "\n");
    } else if (style_.batch) {
        messages_.write(render::error_message(
            Error(error.code(), place_of(question) + error.what(), error.hint())));
    } else {
        return std::nullopt;
    }
    return exit_status(error.code());
}

int AnswerWriter::answer(search::Searcher& searcher,
                         const Question& question,
                         const render::Report& report) {
    style_.zone = question.zone;  // that of this line of a batch
    write_warnings(question, report);
    if (!options_.svg.empty() && report.timeline) {
        write_file_atomically(options_.svg, render::timeline_svg(report));
    }
    if (question.count_only) {
        out_.write((style_.batch ? printable_line(question.id) + "\t" : std::string()) +
                   std::to_string(report.answer.total) + "\n");
        if (report.relaxed) {
            messages_.write(relaxed_warning(place_of(question), report));
        }
        write_timing();
    } else {
        write_hits(searcher, question, report);
    }
    if (report.answer.partial) {
        messages_.write(render::warning_message(
            place_of(question) + "the time was up: only a part of the articles was looked at"));
        return exit_status(ErrorCode::Partial);
    }
    // Nothing new is no failure: a cron job asks for it every hour.
    const bool may_be_none = style_.batch || question.since || !options_.state.empty();
    return report.answer.total > 0 || may_be_none ? kSomeHit : kNoHit;
}

void AnswerWriter::write_warnings(const Question& question, const render::Report& report) {
    if (options_.format == Format::Json) {
        return;  // they are part of the object
    }
    for (const parse::Problem& problem : report.warnings) {
        messages_.write(
            render::problem_message(Severity::Warning, report.text, problem, place_of(question)));
    }
    for (const render::Report& other : report.compared) {
        for (const parse::Problem& problem : other.warnings) {
            messages_.write(render::problem_message(
                Severity::Warning, other.text, problem, place_of(question)));
        }
    }
    messages_.flush();
}

void AnswerWriter::write_hits(search::Searcher& searcher,
                              const Question& question,
                              const render::Report& report) {
    const auto renderer = render::make_renderer(options_.format, style_, out_);
    const bool only_ids = options_.format == Format::Ids || options_.format == Format::Trec;
    SearcherHits hits(searcher,
                      report.answer.hits,
                      only_ids ? search::HitParts::Ids : search::HitParts::All,
                      out_.sink());
    render::render(*renderer, report, hits, [this] {
        return options_.timing ? std::optional(elapsed()) : std::nullopt;
    });
    out_.flush();
    if (options_.format == Format::Text && report.diagnosis) {
        messages_.write(
            render::diagnosis_text(report, options_.task == Task::Prompt ? ":relax" : "--relax"));
    } else if (options_.format == Format::Text && report.spelling) {
        messages_.write(render::spelling_text(report));
    } else if (!is_json(options_.format) && report.relaxed) {
        messages_.write(relaxed_warning(place_of(question), report));
    } else if (options_.format == Format::Text && report.answer.total == 0 &&
               !report.answer.partial) {
        messages_.write(none_warning(place_of(question), report));
    }
    if (hits.removed() > 0) {
        messages_.write(render::warning_message(
            place_of(question) + std::to_string(hits.removed()) +
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
