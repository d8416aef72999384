// Lines in, answers out.
#include "query/prompt/prompt_run.hpp"

#include "common/base/error.hpp"
#include "query/prompt/history_file.hpp"
#include "query/prompt/interrupt.hpp"
#include "query/prompt/line_editor.hpp"
#include "query/prompt/pager.hpp"
#include "query/prompt/session.hpp"
#include "query/render/messages.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dateline::query {
namespace {

/// Hands on to `sink` what an answer prints, and wants no more of it when Ctrl-C was typed.
class StoppableSink : public render::Sink {
public:
    explicit StoppableSink(render::Sink& sink) : sink_(sink) {}
    void put(std::string_view bytes) override { sink_.put(bytes); }
    [[nodiscard]] bool is_wanted() const noexcept override {
        return !Interrupt::flag() && sink_.is_wanted();
    }

private:
    render::Sink& sink_;
};

/// Answers one line. @return false if the user wants to leave.
bool answer(Session& session,
            const std::string& line,
            const Surroundings& surroundings,
            render::Output& out,
            render::Output& messages) {
    StoppableSink sink(out.sink());
    if (surroundings.pager.empty()) {
        render::Output stoppable(sink);
        const bool goes_on =
            session.run(line, {surroundings, stoppable, messages, &Interrupt::flag()});
        stoppable.flush();
        messages.flush();
        return goes_on;
    }
    Pager pager(
        sink, messages.sink(), {surroundings.pager, surroundings.rows, surroundings.columns});
    render::Output paged(pager.out());
    render::Output held(pager.messages());
    const bool goes_on = session.run(line, {surroundings, paged, held, &Interrupt::flag()});
    paged.flush();
    held.flush();
    pager.close();
    return goes_on;
}

/// The lines of earlier prompts. Where there is no history to be had the prompt works without.
class Memory {
public:
    Memory(std::filesystem::path path, LineEditor& editor, render::Output& messages)
        : file_(std::move(path)), editor_(editor), messages_(messages) {
        attempt([this] {
            for (const std::string& line : file_.load()) {
                editor_.remember(line);
            }
        });
    }

    void add(const std::string& line) {
        if (!is_kept(line)) {
            return;
        }
        editor_.remember(line);
        attempt([this, &line] { file_.add(line); });
    }

private:
    /// Says once that it fails.
    template <typename Action>
    void attempt(Action action) {
        if (is_broken_) {
            return;
        }
        try {
            action();
        } catch (const Error& error) {
            is_broken_ = true;
            messages_.write(render::warning_message(std::string(error.what()) +
                                                    "; lines are kept for this prompt only"));
            messages_.flush();
        }
    }

    HistoryFile file_;
    LineEditor& editor_;
    render::Output& messages_;
    bool is_broken_ = false;
};

}  // namespace

int run_prompt(const Options& options,
               const Surroundings& surroundings,
               render::Output& out,
               render::Output& messages) {
    Session session(options);
    LineEditor editor("dateline> ",
                      [&](std::string_view before) { return session.complete(before); });
    Memory memory(surroundings.history, editor, messages);
    out.write(session.greeting());
    out.flush();
    Interrupt interrupt;
    for (;;) {
        const std::optional<std::string> line = editor.read_line();
        interrupt.forget();
        if (!line) {
            out.write("\n");
            return 0;
        }
        memory.add(*line);
        // The terminal may have another size by now, and it may be another day.
        Surroundings now = surroundings.again ? surroundings.again() : surroundings;
        if (!options.pager) {
            now.pager.clear();
        }
        if (!answer(session, *line, now, out, messages)) {
            return 0;
        }
    }
}

}  // namespace dateline::query
