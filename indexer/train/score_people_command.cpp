// `dateline-train score-people`.
#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "indexer/analysis/people/name_linker.hpp"
#include "indexer/analysis/people/settle_types.hpp"
#include "indexer/analysis/tagger.hpp"
#include "indexer/train/arguments.hpp"
#include "indexer/train/commands.hpp"
#include "indexer/train/corpora.hpp"
#include "indexer/train/name_lists_option.hpp"
#include "indexer/train/people_scores.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <optional>
#include <ostream>

namespace dateline::train {

namespace {

void print_share(std::ostream& out,
                 const std::string& corpus,
                 const char* what,
                 std::size_t right,
                 std::size_t all) {
    if (all > 0) {
        out << corpus << '\t' << what << "\t"
            << 100.0 * static_cast<double>(right) / static_cast<double>(all) << " % right of "
            << all << '\n';
    }
}

void print_set(std::ostream& out,
               const std::string& corpus,
               const char* type,
               const NameCounts& counts) {
    if (counts.marked > 0) {
        out << corpus << '\t' << type << "\tP " << 100 * counts.precision() << "\tR "
            << 100 * counts.recall() << "\tF1 " << 100 * counts.f1() << "\tof " << counts.marked
            << '\n';
    }
}

void print_scores(std::ostream& out, const std::string& corpus, const PeopleScores& scores) {
    out << std::fixed << std::setprecision(1);
    print_share(out, corpus, "surnames", scores.surnames_right, scores.surnames);
    print_share(out, corpus, "other single names", scores.other_parts_right, scores.other_parts);
    print_set(out, corpus, "people", scores.people);
    print_set(out, corpus, "orgs", scores.orgs);
}

void print_errors(std::ostream& out, const std::vector<LinkError>& errors, std::size_t most) {
    for (std::size_t i = 0; i < std::min(most, errors.size()); ++i) {
        const LinkError& error = errors[i];
        out << error.what << '\t' << printable_line(error.name) << '\t'
            << printable_line(error.detail) << '\t' << error.text << '\n';
    }
}

}  // namespace

int score_people_command(std::span<const std::string> words, const Output& output) {
    static constexpr std::array<std::string_view, 4> kKnown{"model", "set", "errors", "gazetteer"};
    const Arguments arguments(words, kKnown);
    if (arguments.operands().empty()) {
        throw Error(ErrorCode::Usage, "give something to score on", "see dateline-train --help");
    }
    const CorpusSet set = corpus_set_named(arguments.value("set", "test"));
    const OpenLists lists(arguments);
    const analysis::NameLinker linker(lists.gazetteer());
    std::optional<analysis::Tagger> tagger;
    if (const std::string model = arguments.value("model", ""); !model.empty()) {
        tagger.emplace(model, lists.get());
    }
    for (const std::string& corpus : arguments.operands()) {
        PeopleScores scores;
        for (const LabelledText& text : read_corpora({corpus}, set).texts) {
            std::vector<analysis::NameMention> mentions =
                tagger ? tagger->tag(text.text) : marked_mentions(text);
            if (tagger && lists.gazetteer() != nullptr) {
                mentions =
                    analysis::settle_types(text.text, std::move(mentions), *lists.gazetteer());
            }
            score_links(linker, text, mentions, scores);
        }
        print_scores(output.out, corpus, scores);
        print_errors(output.out, scores.errors, arguments.number("errors", 0, 1'000'000));
    }
    return 0;
}

}  // namespace dateline::train
