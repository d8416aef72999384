// One function for each task.
#include "query/run.hpp"

#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "query/ask.hpp"
#include "query/batch/batch_run.hpp"
#include "query/documents.hpp"
#include "query/prompt/pager.hpp"
#include "query/prompt/prompt_run.hpp"
#include "query/render/article_view.hpp"
#include "query/render/messages.hpp"
#include "query/render/saved_list.hpp"
#include "query/saved_queries.hpp"
#include "query/understood.hpp"

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
    const std::optional<Understood> understood =
        understand(question, run.surroundings, saved_queries_of(run.options), writer);
    if (!understood) {
        return exit_status(ErrorCode::QuerySyntax);
    }
    try {
        search::Searcher searcher(run.options.indexes);
        const auto state = open_state(run.options, searcher);
        const render::Report report = ask(searcher,
                                          question,
                                          understood->parsed,
                                          understood->others,
                                          state.get(),
                                          understood->saved);
        const int status = writer.answer(searcher, question, report);
        if (state && !report.answer.partial) {
            run.out.flush();
            state->note(state_id(question),
                        question.text,
                        reading_of(question),
                        understood->saved,
                        report.answer.state);
            state->save();
        }
        return status;
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
    search::Searcher searcher(run.options.indexes);
    int status = kSomeHit;
    for (const std::string& id : run.options.show) {
        const std::optional<search::Hit> hit = searcher.find_article(id);
        if (!hit) {
            run.messages.write(render::warning_message("no article has the id '" + id + "'"));
            status = kNoHit;
            continue;
        }
        if (is_json(run.options.format)) {
            run.out.write(write_article(hit->article, ArticleJsonForm::Complete, hit->id) + "\n");
            continue;
        }
        if (run.out.is_started()) {
            run.out.write("\n");
        }
        render::write_article_view(*hit, style_of(run.options, run.surroundings), run.out);
    }
    writer.write_timing();
    return status;
}

/// Saves the query once it is known to be one.
int save(const Run& run) {
    const Question& question = run.options.question;
    AnswerWriter writer(run.options, run.surroundings, run.out, run.messages);
    static_cast<void>(search::Searcher(run.options.indexes).info());
    const std::string& name = run.options.saved_name;
    parse::ParseOptions parsing =
        parse_options_of(question, run.surroundings, saved_queries_of(run.options));
    // A query that asks for itself, by whatever way, must not be saved.
    parsing.saved_query =
        [&, others = parsing.saved_query](std::string_view asked) -> std::optional<std::string> {
        return ascii_lower(asked) == ascii_lower(name) ? question.text : others(asked);
    };
    const parse::Parsed parsed = parse::parse_query(question.text, parsing);
    if (!parsed.tree) {
        return writer.refuse(question, parsed.errors);
    }
    const bool was_there = SavedQueries::save(run.options.indexes.front(), name, question.text);
    run.messages.write((was_there ? "replaced query:" : "saved query:") + name + "\n");
    return kSomeHit;
}

int list_saved(const Run& run) {
    const SavedQueries saved(run.options.indexes.front());
    static_cast<void>(search::Searcher(run.options.indexes).info());
    render::write_saved(saved.all(), is_json(run.options.format), run.out);
    return kSomeHit;
}

int unsave(const Run& run) {
    static_cast<void>(search::Searcher(run.options.indexes).info());
    SavedQueries::remove(run.options.indexes.front(), run.options.saved_name);
    return kSomeHit;
}

int run_task(const Run& run) {
    switch (run.options.task) {
        case Task::Help:
            run.out.write(help_text());
            return kSomeHit;
        case Task::Manual:
            run.out.write(manual_page(run.options.page));
            return kSomeHit;
        case Task::Completion:
            run.out.write(manual::completion(described_program(), run.options.shell));
            return kSomeHit;
        case Task::Version:
            run.out.write(version_text());
            return kSomeHit;
        case Task::Search:
            return search(run);
        case Task::Prompt:
            return run_prompt(run.options, run.surroundings, run.out, run.messages);
        case Task::Batch:
            return run_batch(run.options, run.surroundings, run.out, run.messages);
        case Task::Show:
            return show(run);
        case Task::Save:
            return save(run);
        case Task::ListSaved:
            return list_saved(run);
        case Task::Unsave:
            return unsave(run);
    }
    return kSomeHit;
}

/// Whether what is printed is for people to read, here and now.
bool is_paged(const Options& options, const Surroundings& surroundings) {
    const bool is_read = options.task == Task::Search || options.task == Task::Show ||
                         options.task == Task::Help || options.task == Task::ListSaved;
    // A state file says that all of the output was printed.
    return is_read && options.pager && !surroundings.pager.empty() && options.state.empty() &&
           options.format == render::Format::Text;
}

int run_paged(const Options& options,
              const Surroundings& surroundings,
              render::Output& out,
              render::Output& messages) {
    Pager pager(
        out.sink(), messages.sink(), {surroundings.pager, surroundings.rows, surroundings.columns});
    render::Output paged(pager.out());
    render::Output held(pager.messages());
    try {
        const int status = run_task({options, surroundings, paged, held});
        paged.flush();
        held.flush();
        pager.close();
        return status;
    } catch (const Error&) {
        pager.close();  // what is said about the error comes after the output
        throw;
    }
}

}  // namespace

int run(const Options& options,
        const Surroundings& surroundings,
        render::Output& out,
        render::Output& messages) {
    if (is_paged(options, surroundings)) {
        return run_paged(options, surroundings, out, messages);
    }
    const int status = run_task({options, surroundings, out, messages});
    out.flush();
    messages.flush();
    return status;
}

}  // namespace dateline::query
