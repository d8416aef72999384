// One function for each task.
#include "query/run.hpp"

#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "query/ask.hpp"
#include "query/help.hpp"
#include "query/render/article_view.hpp"
#include "query/render/messages.hpp"

namespace dateline::query {
namespace {

/// What all tasks need. Everything outlives it.
struct Run {
    const Options& options;
    const Surroundings& surroundings;
    render::Output& out;
    render::Output& messages;
};

int search(const Run& run) {
    const Question& question = run.options.question;
    AnswerWriter writer(run.options, run.surroundings, run.out, run.messages);
    const parse::Parsed parsed =
        parse_question(question, parse_options_of(question, run.surroundings));
    if (!parsed.tree) {
        return writer.refuse(question, parsed.errors);
    }
    const Comparison others(question.compare, [&](const std::string& text) {
        Question other = question;
        other.text = text;
        return parse_question(other, parse_options_of(question, run.surroundings));
    });
    if (const std::optional<RefusedQuery> refused = others.refused()) {
        Question other = question;
        other.text = refused->text;
        return writer.refuse(other, refused->errors);
    }
    try {
        search::Searcher searcher(run.options.index);
        return writer.answer(searcher, question, ask(searcher, question, parsed, others));
    } catch (const Error& error) {
        const std::optional<int> status = writer.refuse(question, error);
        if (!status) {
            throw;
        }
        return *status;
    }
}

int show(const Run& run) {
    AnswerWriter writer(run.options, run.surroundings, run.out, run.messages);
    search::Searcher searcher(run.options.index);
    const std::optional<search::Hit> hit = searcher.find_article(run.options.show);
    if (!hit) {
        run.messages.write(
            render::warning_message("no article has the id '" + run.options.show + "'"));
        return kNoHit;
    }
    if (is_json(run.options.format)) {
        run.out.write(write_article(hit->article, ArticleJsonForm::Complete, hit->id) + "\n");
    } else {
        render::write_article_view(*hit, style_of(run.options, run.surroundings), run.out);
    }
    writer.write_timing();
    return kSomeHit;
}

int run_task(const Run& run) {
    switch (run.options.task) {
        case Task::Help:
            run.out.write(help_text());
            return kSomeHit;
        case Task::Version:
            run.out.write(version_text());
            return kSomeHit;
        case Task::Search:
            return search(run);
        case Task::Show:
            return show(run);
    }
    return kSomeHit;
}

}  // namespace

int run(const Options& options,
        const Surroundings& surroundings,
        render::Output& out,
        render::Output& messages) {
    const int status = run_task({options, surroundings, out, messages});
    out.flush();
    messages.flush();
    return status;
}

}  // namespace dateline::query
