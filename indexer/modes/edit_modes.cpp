// Removing and restoring articles by id.
#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "indexer/modes/modes.hpp"
#include "indexer/run/removal.hpp"

#include <istream>
#include <ostream>

namespace dateline::indexer {
namespace {

/// The ids on the command line, then those on standard input; empty lines are passed over.
std::vector<std::string> all_ids(const Options& options, std::istream& in) {
    std::vector<std::string> ids = options.ids;
    if (options.ids_from_stdin) {
        for (std::string line; std::getline(in, line, options.nul_separated ? '\0' : '\n');) {
            if (!trim(line).empty()) {
                ids.push_back(parse_id(trim(line)));
            }
        }
        if (in.bad()) {
            throw Error(ErrorCode::InputUnreadable, "cannot read the ids: standard input failed");
        }
    }
    return ids;
}

void warn_each(std::ostream& err, const std::vector<std::string>& ids, const std::string& what) {
    for (const std::string& id : ids) {
        err << "dateline-index: warning: @" << id << ' ' << what << '\n';
    }
}

}  // namespace

int edit_articles(const Options& options, Surroundings& surroundings) {
    const bool removing = options.mode == Mode::Remove;
    const std::vector<std::string> ids = all_ids(options, surroundings.in);
    storage::IndexWriter writer(options.index, {false, 1, options.wait});
    const run::EditReport report = removing
                                       ? run::remove_articles(writer, ids, options.memory_bytes)
                                       : run::restore_articles(writer, ids, options.memory_bytes);
    warn_each(surroundings.err, report.unknown, "names no article of this index");
    warn_each(
        surroundings.err, report.ambiguous, "names more than one article: give all 16 digits");
    if (!options.quiet) {
        warn_each(surroundings.err,
                  report.already,
                  removing ? "is removed already" : "is in the index already");
        surroundings.err << (removing ? "removed " : "restored ") << report.done
                         << (report.done == 1 ? " article" : " articles") << "; revision "
                         << writer.revision() << '\n';
    }
    return report.unknown.empty() && report.ambiguous.empty() ? 0 : exit_status(ErrorCode::Partial);
}

}  // namespace dateline::indexer
