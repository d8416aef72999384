// Which mode is whose.
#include "indexer/tool.hpp"

#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "indexer/modes/modes.hpp"

#include <ostream>

namespace dateline::indexer {

int run_tool(const Options& options, Surroundings& surroundings) {
    switch (options.mode) {
        case Mode::Index:
            return index_inputs(options, surroundings);
        case Mode::DryRun:
            return read_only(options, surroundings);
        case Mode::Sniff:
            return sniff(options, surroundings);
        case Mode::Remove:
        case Mode::Restore:
            return edit_articles(options, surroundings);
        case Mode::Verify:
            return verify(options, surroundings);
        case Mode::Stats:
            return print_statistics(options, surroundings);
        case Mode::EntitiesReport:
            return report_entities(options, surroundings);
        case Mode::Compact:
            return compact(options, surroundings);
        case Mode::Export:
            return export_articles(options, surroundings);
        case Mode::Help:
        case Mode::Manual:
        case Mode::Completion:
        case Mode::Version:
            break;
    }
    throw Error(ErrorCode::Internal, "a mode without an action");
}

std::string error_text(const std::string& message, const std::string& hint) {
    std::string text = "dateline-index: error: " + printable_line(message) + '\n';
    return hint.empty() ? text : text + "hint: " + printable_line(hint) + '\n';
}

void finish_output(std::ostream& out) {
    out.flush();
    if (!out) {
        throw Error(ErrorCode::Unwritable,
                    "cannot write to standard output",
                    "check free disk space, and whether the reading program is still there");
    }
}

}  // namespace dateline::indexer
