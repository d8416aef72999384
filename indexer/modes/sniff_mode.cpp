// Saying what inputs are taken for.
#include "common/base/printable.hpp"
#include "indexer/modes/modes.hpp"
#include "indexer/modes/run_reports.hpp"
#include "indexer/source/sniffing.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

namespace dateline::indexer {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const source::Sniffed& sniffed) {
    Json scores = Json::array();
    for (const source::Score& score : sniffed.scores) {
        scores.push_back({{"format", score.reader}, {"score", score.score}});
    }
    const auto text = [](const std::string& value) {
        return value.empty() ? Json(nullptr) : Json(value);
    };
    Json reject = nullptr;
    if (!sniffed.code.empty()) {
        reject = {{"code", sniffed.code}, {"reason", sniffed.reason}};
    }
    return {{"schema", "dateline.sniff/1"},
            {"locator", {{"file", sniffed.where.file}, {"member", sniffed.where.member}}},
            {"wrapped_in", sniffed.wrapped_in},
            {"format", text(sniffed.reader)},
            {"by_option", sniffed.by_option},
            {"scores", std::move(scores)},
            {"media_type", text(sniffed.media_type)},
            {"charset", text(sniffed.charset)},
            {"charset_guessed", sniffed.charset_guessed},
            {"title", text(sniffed.title)},
            {"published", text(sniffed.published)},
            {"reject", std::move(reject)}};
}

/// `html 95, text 10`
std::string scores_text(const std::vector<source::Score>& scores) {
    std::string text;
    for (const source::Score& score : scores) {
        text += (text.empty() ? "" : ", ") + score.reader + ' ' + std::to_string(score.score);
    }
    return text;
}

void print(std::ostream& out, const source::Sniffed& sniffed) {
    out << printable_line(describe(sniffed.where)) << ": "
        << (sniffed.reader.empty() ? "no reader" : sniffed.reader) << '\n';
    const auto line = [&out](const char* name, const std::string& value) {
        if (!value.empty()) {
            out << "  " << name << printable_line(value) << '\n';
        }
    };
    std::string wrapped;
    for (const std::string& name : sniffed.wrapped_in) {
        wrapped += (wrapped.empty() ? "" : ", ") + name;
    }
    line("inside     ", wrapped);
    line("content    ", sniffed.media_type);
    line("scores     ",
         sniffed.by_option ? "not asked: the format is given" : scores_text(sniffed.scores));
    line("charset    ",
         sniffed.charset_guessed ? sniffed.charset + " (guessed; --charset NAME settles it)"
                                 : sniffed.charset);
    line("first      ", sniffed.title);
    line("published  ", sniffed.published);
    line("reject     ",
         sniffed.code.empty() ? std::string() : sniffed.code + ": " + sniffed.reason);
}

}  // namespace

int sniff(const Options& options, Surroundings& surroundings) {
    check_inputs(options.inputs);
    const auto project = find_project(options.project, options.index);
    const run::RunOptions run = run_options(options, project);
    std::ostream& out = surroundings.out;
    source::sniff_inputs(
        options.inputs,
        run.source,
        [&](source::Sniffed&& sniffed) {
            if (options.json) {
                out << json_of(sniffed).dump(-1, ' ', false, Json::error_handler_t::replace)
                    << '\n';
            } else {
                print(out, sniffed);
            }
        },
        [&] { return !out; });
    finish_output(out);
    return 0;
}

}  // namespace dateline::indexer
