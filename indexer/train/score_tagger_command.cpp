// `dateline-train score-tagger`.
#include "common/base/error.hpp"
#include "indexer/analysis/tagger.hpp"
#include "indexer/train/arguments.hpp"
#include "indexer/train/commands.hpp"
#include "indexer/train/corpora.hpp"
#include "indexer/train/name_lists_option.hpp"
#include "indexer/train/name_scores.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <ostream>

namespace dateline::train {

namespace {

constexpr std::array<std::string_view, 3> kTypes{"person", "place", "org"};

void print_scores(std::ostream& out, const std::string& corpus, const ScoredTexts& scored) {
    out << std::fixed << std::setprecision(1);
    for (std::size_t type = 0; type < kTypes.size(); ++type) {
        const NameCounts& counts = scored.scores[type];
        out << corpus << '\t' << kTypes[type] << "\tP " << 100 * counts.precision() << "\tR "
            << 100 * counts.recall() << "\tF1 " << 100 * counts.f1() << "\tof " << counts.marked
            << '\n';
    }
    if (scored.seconds > 0) {
        out << corpus << "\tspeed\t"
            << std::lround(static_cast<double>(scored.tokens) / scored.seconds / 1000)
            << " thousand tokens/s of one processor\n";
    }
}

void print_errors(std::ostream& out, const std::vector<NameError>& errors, std::size_t most) {
    for (std::size_t i = 0; i < std::min(most, errors.size()); ++i) {
        const NameError& error = errors[i];
        out << (error.missed ? "missing " : "wrong   ")
            << kTypes[static_cast<std::size_t>(error.type)] << '\t' << error.context << '\t'
            << error.text << '\n';
    }
}

}  // namespace

int score_tagger_command(std::span<const std::string> words, const Output& output) {
    static constexpr std::array<std::string_view, 4> known{"model", "set", "errors", "gazetteer"};
    const Arguments arguments(words, known);
    const std::string model = arguments.value("model", "");
    if (model.empty() || arguments.operands().empty()) {
        throw Error(ErrorCode::Usage,
                    "give a model and something to score it on",
                    "see dateline-train --help");
    }
    const CorpusSet set = corpus_set_named(arguments.value("set", "test"));
    const OpenLists lists(arguments);
    const analysis::Tagger tagger(model, lists.get());
    for (const std::string& corpus : arguments.operands()) {
        const Corpora corpora = read_corpora({corpus}, set);
        const ScoredTexts scored = score_names(tagger, corpora.texts);
        print_scores(output.out, corpus, scored);
        print_errors(output.out, scored.errors, arguments.number("errors", 0, 1'000'000));
    }
    return 0;
}

}  // namespace dateline::train
