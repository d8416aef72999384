// `dateline-train score-places`.
#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "indexer/train/arguments.hpp"
#include "indexer/train/commands.hpp"
#include "indexer/train/place_scores.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <ostream>

namespace dateline::train {

namespace {

double percent(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

void print_counts(std::ostream& out, const std::string& corpus, const ScoredPlaces& scored) {
    const PlaceCounts& counts = scored.counts;
    out << std::fixed << std::setprecision(1) << corpus << "\tright\t"
        << percent(counts.right, counts.with_candidate) << " of " << counts.with_candidate
        << " with a candidate\t" << percent(counts.right, counts.mentions) << " of all "
        << counts.mentions << '\t' << percent(counts.right, counts.resolved) << " of "
        << counts.resolved << " resolved\n";
    if (counts.with_country > 0) {
        out << corpus << "\tcountry\t" << percent(counts.country_right, counts.country_known)
            << " of " << counts.country_known << " with a candidate\t"
            << percent(counts.country_right, counts.with_country) << " of all "
            << counts.with_country << '\n';
    }
    if (scored.seconds > 0) {
        out << corpus << "\tspeed\t" << std::setprecision(2)
            << static_cast<double>(scored.bytes) / scored.seconds / 1e6 << " MB of text/s\n";
    }
}

void print_errors(std::ostream& out, const std::vector<PlaceError>& errors, std::size_t most) {
    for (std::size_t i = 0; i < std::min(most, errors.size()); ++i) {
        const PlaceError& error = errors[i];
        out << error.name << '\t' << printable_line(error.text) << "\n\tmeant " << error.expected
            << "\n\ttaken " << error.found << "\n\tof    " << error.candidates << '\n';
    }
}

}  // namespace

int score_places_command(std::span<const std::string> words, const Output& output) {
    static constexpr std::array<std::string_view, 3> known{"set", "errors", "gazetteer"};
    const Arguments arguments(words, known);
    if (arguments.operands().empty()) {
        throw Error(ErrorCode::Usage, "give something to score on", "see dateline-train --help");
    }
    const CorpusSet set = corpus_set_named(arguments.value("set", "all"));
    const std::string path = arguments.value("gazetteer", "");
    const gazetteer::Gazetteer gazetteer =
        path.empty() ? gazetteer::Gazetteer::open_installed() : gazetteer::Gazetteer(path);
    for (const std::string& corpus : arguments.operands()) {
        const std::vector<PlaceText> texts = read_place_corpus(corpus, set);
        const ScoredPlaces scored = score_places(gazetteer, texts);
        print_counts(output.out, corpus, scored);
        print_errors(output.out, scored.errors, arguments.number("errors", 0, 1'000'000));
    }
    return 0;
}

}  // namespace dateline::train
