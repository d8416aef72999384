// What a prompt remembers from line to line, and what it does with each.
#pragma once

#include "query/ask.hpp"
#include "query/options.hpp"
#include "query/prompt/commands.hpp"
#include "query/prompt/completion.hpp"
#include "query/render/output.hpp"
#include "query/search/searcher.hpp"
#include "query/surroundings.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

/// Where the answer to a line goes, and how it looks at the moment.
struct LineOutput {
    const Surroundings& surroundings;
    render::Output& out;
    render::Output& messages;
    const std::atomic<bool>* stop = nullptr;  ///< set when the user wants no answer any more
};

/// One user at a prompt. Not thread-safe.
///
/// Hits and everything else have a searcher each, so that hits can be opened as they were shown,
/// whatever was counted since and whatever a writer has done to the index.
class Session {
public:
    /// Opens the indexes of `options`, whose task is the prompt. `options` must outlive the
    /// session.
    /// @throws Error as Searcher does.
    explicit Session(const Options& options);

    /// The line that greets the user.
    [[nodiscard]] std::string greeting() const;

    /// Does what `line` asks, a query or a command; mistakes in it are told in the messages.
    ///
    /// @return false if the user wants to leave.
    /// @throws Error (Unwritable) of the output, and only that.
    [[nodiscard]] bool run(std::string_view line, const LineOutput& output);

    /// What can be typed at the end of `before`.
    [[nodiscard]] Completion complete(std::string_view before);

private:
    /// A query and the page of its hits.
    struct View {
        std::string text;
        bool match_any = false;
        bool relax = false;
        std::size_t offset = 0;  ///< hits before the page
        std::size_t hits = 0;    ///< on the page
        std::uint64_t total = 0;
        bool is_at_hand =
            true;  ///< false: another search, which was stopped, has replaced its hits
    };

    void search(View view, const LineOutput& output);
    [[nodiscard]] bool call(const CommandCall& command, const LineOutput& output);
    void show(View view, const LineOutput& output, std::string_view explain = {});
    void count(std::string_view option, const std::string& value, const LineOutput& output);
    void change(std::string_view option, const std::string& value, const LineOutput& output);
    void turn(bool forward, const LineOutput& output);
    void open(const std::string& which, const LineOutput& output);
    void refine(const std::string& number, const LineOutput& output);
    void go_back(const LineOutput& output);
    void note_refinements(const search::Answer& answer);
    [[nodiscard]] View& view();
    [[nodiscard]] Question question_of(const CommandLine& line, const View& view) const;

    const Options& options_;
    CommandLine given_;  ///< the options of the command line, as commands have changed them
    SavedLookup saved_;
    search::Searcher hits_;
    search::Searcher counts_;
    std::optional<View> view_;              ///< std::nullopt before the first query
    std::vector<View> earlier_;             ///< the views before it, oldest first
    std::vector<std::string> refinements_;  ///< the queries of the numbered values
};

}  // namespace dateline::query
