// Queries and commands, by way of what answers the command line.
#include "query/prompt/session.hpp"

#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "query/answer_writer.hpp"
#include "query/prompt/offers.hpp"
#include "query/render/article_view.hpp"
#include "query/render/messages.hpp"
#include "query/understood.hpp"
#include "query/usage.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace dateline::query {
namespace {

/// Most views that :back can go back to.
constexpr std::size_t kMaxEarlier = 1000;

/// The number that `text` is; std::nullopt if it is none, or is 0.
std::optional<std::size_t> read_count(std::string_view text) {
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, reason] = std::from_chars(text.data(), end, number);
    return stop == end && reason == std::errc{} && number > 0 ? std::optional(number)
                                                              : std::nullopt;
}

bool is_stopped(const LineOutput& output) {
    return output.stop != nullptr && *output.stop;
}

[[noreturn]] void fail_stopped() {
    throw Error(ErrorCode::Partial, "the search was stopped");
}

/// What the options of the command line say about a value, in the words of the prompt.
Error in_prompt_words(const Error& error, std::string_view option) {
    const auto reworded = [&](std::string text) {
        const std::string dashed = "--" + std::string(option);
        for (std::size_t at = text.find(dashed); at != std::string::npos;
             at = text.find(dashed, at)) {
            text.replace(at, 2, ":");
        }
        return text;
    };
    return {error.code(), reworded(error.what()), reworded(error.hint())};
}

}  // namespace

Session::Session(const Options& options)
    : options_(options),
      given_(options.given),
      saved_(saved_queries_of(options)),
      hits_(options.indexes),
      counts_(options.indexes) {}

std::string Session::greeting() const {
    const std::uint64_t articles = counts_.info().articles;
    return std::to_string(articles) + (articles == 1 ? " article" : " articles") +
           " · :help lists the commands · Tab completes · Ctrl-D leaves\n";
}

bool Session::run(std::string_view line, const LineOutput& output) {
    line = trim(line);
    if (line.empty()) {
        return true;
    }
    try {
        if (const std::optional<CommandCall> command = read_command(line)) {
            return call(*command, output);
        }
        search({std::string(line), given_.value("match") == "any", given_.has("relax")}, output);
        if (line == "quit" || line == "exit" || line == "help") {
            output.messages.write(
                "hint: the command is :" + std::string(line == "help" ? "help" : "quit") + "\n");
        }
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Unwritable) {
            throw;
        }
        output.out.flush();
        output.messages.write(render::error_message(error));
    }
    return true;
}

/// Makes `view` the current one, if it can be understood.
void Session::search(View view, const LineOutput& output) {
    const std::optional<View> before = view_;
    show(std::move(view), output);
    if (before && view_->text != before->text) {
        earlier_.push_back(*before);
        if (earlier_.size() > kMaxEarlier) {
            earlier_.erase(earlier_.begin());
        }
    }
}

bool Session::call(const CommandCall& command, const LineOutput& output) {
    const std::string& argument = command.argument;
    switch (command.id) {
        case CommandId::Open:
            open(argument, output);
            return true;
        case CommandId::Next:
        case CommandId::Prev:
            turn(command.id == CommandId::Next, output);
            return true;
        case CommandId::Facet: {
            std::string list = argument;
            std::replace(list.begin(), list.end(), ' ', ',');
            count("facet", list, output);
            return true;
        }
        case CommandId::Refine:
            refine(argument, output);
            return true;
        case CommandId::Back:
            go_back(output);
            return true;
        case CommandId::Sort:
            change("sort", argument, output);
            return true;
        case CommandId::Limit:
            change("limit", argument, output);
            return true;
        case CommandId::Timeline:
            count("timeline", argument, output);
            return true;
        case CommandId::Pairs:
            count("pairs", argument, output);
            return true;
        case CommandId::Explain: {
            View same = view();
            show(std::move(same), output, argument.empty() ? "query,xapian" : argument);
            return true;
        }
        case CommandId::Relax: {
            View relaxed = view();
            relaxed.relax = true;
            relaxed.offset = 0;
            show(std::move(relaxed), output);
            return true;
        }
        case CommandId::Help:
            output.out.write(commands_text(output.surroundings.columns));
            return true;
        case CommandId::Quit:
            return false;
    }
    return true;
}

Session::View& Session::view() {
    if (!view_) {
        fail_usage("there is no query yet", "type one, as in: summit person:putin");
    }
    return *view_;
}

Question Session::question_of(const CommandLine& line, const View& view) const {
    Question question = read_question(line, render::Format::Text);
    question.text = view.text;
    question.match_any = view.match_any;
    question.relax = view.relax;
    question.offset = view.offset;
    return question;
}

/// Prints a page of hits, and makes it the current view unless the query cannot be understood.
void Session::show(View view, const LineOutput& output, std::string_view explain) {
    CommandLine line = given_;
    if (!explain.empty()) {
        line.options["explain"] = {std::string(explain)};
    }
    AnswerWriter writer(options_, output.surroundings, output.out, output.messages);
    Question question;
    try {
        question = question_of(line, view);
    } catch (const Error& error) {
        throw in_prompt_words(error, "explain");
    }
    question.diagnose = true;
    question.stop = output.stop;
    const std::optional<Understood> understood =
        understand(question, output.surroundings, saved_, writer);
    if (!understood) {
        return;
    }
    hits_.refresh();
    const render::Report report = ask(hits_, question, understood->parsed, understood->others);
    if (is_stopped(output)) {
        if (view_) {
            view_->is_at_hand = false;
        }
        fail_stopped();
    }
    if (report.relaxed) {  // what follows is about the query that was answered
        view.text = report.answer.canonical;
        view.relax = false;
    }
    view.is_at_hand = true;
    view.hits = report.answer.hits;
    view.total = report.answer.total;
    if (!view_ || view_->text != view.text) {
        refinements_.clear();  // of a query that was mistaken they stay
    }
    view_ = std::move(view);
    note_refinements(report.answer);
    static_cast<void>(writer.answer(hits_, question, report));
}

/// Counts something over all matches of the current query.
void Session::count(std::string_view option, const std::string& value, const LineOutput& output) {
    CommandLine line = given_;
    std::erase_if(line.options, [&](const auto& given) {
        const std::string_view name = given.first;
        if (name.starts_with(std::string(option) + "-") ||
            (option == "timeline" && name == "normalise")) {
            return false;
        }
        constexpr std::array<std::string_view, 6> others{
            "facet", "pairs", "timeline", "compare", "normalise", "explain"};
        return std::any_of(others.begin(), others.end(), [&](std::string_view other) {
            return name == other || name.starts_with(std::string(other) + "-");
        });
    });
    line.options["limit"] = {"0"};
    line.options[std::string(option)] = {value};
    View counted = view();
    counted.offset = 0;
    AnswerWriter writer(options_, output.surroundings, output.out, output.messages);
    try {
        Question question = question_of(line, counted);
        question.stop = output.stop;
        const std::optional<Understood> understood =
            understand(question, output.surroundings, saved_, writer);
        if (understood) {
            counts_.refresh();
            const render::Report report =
                ask(counts_, question, understood->parsed, understood->others);
            if (is_stopped(output)) {
                fail_stopped();
            }
            note_refinements(report.answer);
            static_cast<void>(writer.answer(counts_, question, report));
        }
    } catch (const Error& error) {
        throw in_prompt_words(error, option);
    }
}

/// Sets an option for this query and the ones to come.
void Session::change(std::string_view option, const std::string& value, const LineOutput& output) {
    CommandLine line = given_;
    line.options[std::string(option)] = {value};
    try {
        static_cast<void>(read_question(line, render::Format::Text));
    } catch (const Error& error) {
        throw in_prompt_words(error, option);
    }
    given_ = std::move(line);
    if (view_) {
        View first = *view_;
        first.offset = 0;
        show(std::move(first), output);
    }
}

void Session::turn(bool forward, const LineOutput& output) {
    View next = view();
    const std::size_t limit = question_of(given_, next).limit;
    if (forward ? next.offset + next.hits >= next.total || next.hits == 0 : next.offset == 0) {
        fail_usage(forward ? "these are the last hits" : "these are the first hits",
                   forward ? ":prev shows the ones before" : ":next shows the ones after them");
    }
    next.offset = forward ? next.offset + next.hits : next.offset - std::min(limit, next.offset);
    show(std::move(next), output);
}

void Session::open(const std::string& which, const LineOutput& output) {
    std::optional<search::Hit> hit;
    if (which.starts_with('@')) {
        counts_.refresh();
        hit = counts_.find_article(std::string_view(which).substr(1));
    } else {
        const std::optional<std::size_t> number = read_count(which);
        const View& shown = view();
        if (!number || *number <= shown.offset || *number > shown.offset + shown.hits) {
            fail_usage("there is no hit '" + which + "' on this page",
                       shown.hits == 0 ? "the query has none"
                                       : "hits " + std::to_string(shown.offset + 1) + " to " +
                                             std::to_string(shown.offset + shown.hits) + " are");
        }
        if (!shown.is_at_hand) {
            fail_usage("the hits before the search that was stopped are no longer at hand",
                       "type their query again, or :open @ID");
        }
        hit = hits_.load_hit(*number - shown.offset - 1);
    }
    if (!hit) {
        fail_usage("there is no article '" + which + "'",
                   which.starts_with('@') ? "hits show their ids"
                                          : "it was removed from the index meanwhile");
    }
    const render::Style style = style_of(options_, output.surroundings);
    render::write_article_view(*hit, style, output.out);
}

void Session::note_refinements(const search::Answer& answer) {
    if (answer.facets.empty()) {
        return;
    }
    refinements_.clear();
    for (const search::FacetResult& facet : answer.facets) {
        for (const search::FacetValueCount& value : facet.values) {
            refinements_.push_back(value.query);
        }
    }
}

void Session::refine(const std::string& number, const LineOutput& output) {
    const std::optional<std::size_t> chosen = read_count(number);
    if (refinements_.empty()) {
        fail_usage("there are no values to choose from", "list some first, as in :facet person");
    }
    if (!chosen || *chosen > refinements_.size()) {
        fail_usage("there is no value '" + number + "'",
                   "values 1 to " + std::to_string(refinements_.size()) + " are listed");
    }
    // The refined query has syntax, whatever the first one was.
    search({refinements_[*chosen - 1]}, output);
}

void Session::go_back(const LineOutput& output) {
    if (earlier_.empty()) {
        fail_usage("there is no query before this one");
    }
    show(earlier_.back(), output);
    earlier_.pop_back();
}

Completion Session::complete(std::string_view before) {
    try {
        return offer(before, counts_);
    } catch (const Error&) {
        return {};  // the line itself will tell what is wrong with the index
    }
}

}  // namespace dateline::query
