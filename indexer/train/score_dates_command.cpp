// `dateline-train score-dates`.
#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "indexer/train/arguments.hpp"
#include "indexer/train/commands.hpp"
#include "indexer/train/date_scores.hpp"
#include "indexer/train/dated_corpora.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <ostream>

namespace dateline::train {
namespace {

constexpr std::uint64_t kMaxErrors = 1'000'000;

std::string checked_set(const std::string& name) {
    if (name != "train" && name != "test" && name != "all") {
        throw Error(ErrorCode::Usage,
                    "option '--set': there is no set '" + printable_line(name) + "'",
                    "give train, test or all");
    }
    return name;
}

void print_scores(std::ostream& out,
                  const std::string& corpus,
                  const char* types,
                  const DateScores& scores) {
    const DateCounts& counts = scores.counts;
    out << std::fixed << std::setprecision(1) << corpus << '\t' << types << "\tstrict "
        << 100 * counts.strict_f1() << "\trelaxed " << 100 * counts.relaxed_f1() << "\tvalue "
        << 100 * counts.value_f1() << "\tmarked " << counts.marked << "\tfound " << counts.found
        << '\n';
}

void print_speed(std::ostream& out, const std::string& corpus, const DateScores& scores) {
    if (scores.seconds > 0) {
        out << corpus << "\tspeed\t"
            << std::lround(static_cast<double>(scores.tokens) / scores.seconds / 1000)
            << " thousand tokens/s\n";
    }
}

void print_errors(std::ostream& out, const DateScores& scores, std::size_t most) {
    for (std::size_t at = 0; at < std::min(most, scores.errors.size()); ++at) {
        const DateError& error = scores.errors[at];
        out << error.kind << '\t' << error.marked << '\t' << error.found << '\t' << error.context
            << '\t' << error.document << '\n';
    }
}

}  // namespace

int score_dates_command(std::span<const std::string> words, const Output& output) {
    static constexpr std::array<std::string_view, 2> known{"set", "errors"};
    const Arguments arguments(words, known);
    if (arguments.operands().empty()) {
        throw Error(ErrorCode::Usage, "give something to score", "see dateline-train --help");
    }
    const std::string set = checked_set(arguments.value("set", "test"));
    for (const std::string& corpus : arguments.operands()) {
        std::vector<DatedText> texts = read_dated_corpus(corpus);
        std::erase_if(texts, [&](const DatedText& text) {
            return set != "all" && !text.set.empty() && text.set != set;
        });
        const DateScores dates = score_dates(texts, ScoredTypes::Dates);
        print_scores(output.out, corpus, "dates and times", dates);
        print_scores(
            output.out, corpus, "with durations and sets", score_dates(texts, ScoredTypes::All));
        print_speed(output.out, corpus, dates);
        print_errors(output.out, dates, arguments.number("errors", 0, kMaxErrors));
    }
    return 0;
}

}  // namespace dateline::train
