// The scores of a word's own features are summed once for each word of a text: most tokens of an
// article are words that it has already had.
#include "indexer/analysis/tagger.hpp"

#include "common/base/installed_file.hpp"
#include "indexer/analysis/evidence.hpp"
#include "indexer/analysis/features.hpp"
#include "indexer/analysis/firm_names.hpp"
#include "indexer/analysis/listed_countries.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

constexpr std::size_t kDistances = 2 * kMaxDistance + 1;

// The place of `distance` in an array of all distances.
std::size_t distance_number(int distance) {
    const int number = distance + kMaxDistance;
    return static_cast<std::size_t>(number);
}

// The scores that the words of one text give at each distance.
class WordScores {
public:
    WordScores(const TaggerModel& model, const std::vector<Word>& words)
        : model_(model), words_(words), scores_(words.size()) {}

    const LabelScores& at(std::uint32_t word, int distance) {
        Entry& entry = scores_[word][distance_number(distance)];
        if (!entry.known) {
            entry.scores = model_.plus({}, TextFeatures::word_features(words_[word], distance));
            entry.known = true;
        }
        return entry.scores;
    }

private:
    struct Entry {
        LabelScores scores{};
        bool known = false;
    };

    const TaggerModel& model_;
    const std::vector<Word>& words_;
    std::vector<std::array<Entry, kDistances>> scores_;
};

LabelScores sum_of(const LabelScores& left, const LabelScores& right) {
    LabelScores sum;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] = static_cast<std::int16_t>(left[i] + right[i]);
    }
    return sum;
}

// The labels of all tokens: in stretches the best ones by `scores`, Outside elsewhere.
std::vector<Label> decode(const TextFeatures& text,
                          std::span<const LabelScores> scores,
                          const TransitionScores& transitions) {
    std::vector<Label> labels(text.tokenized().tokens.size(), Label::Outside);
    for (const Stretch& stretch : text.stretches()) {
        const std::vector<Label> best = best_labels(
            scores.subspan(stretch.first_token, stretch.end_token - stretch.first_token),
            transitions);
        std::copy(best.begin(), best.end(), labels.begin() + stretch.first_token);
    }
    return labels;
}

}  // namespace

Tagger::Tagger(const std::filesystem::path& model_path, const NameLists* lists)
    : model_(model_path), lists_(lists) {}

Tagger Tagger::open_installed(const NameLists* lists) {
    return Tagger(installed_file(kFileName, kVariable), lists);
}

std::vector<LabelScores> Tagger::first_scores(const TextFeatures& text) const {
    std::vector<LabelScores> scores(text.tokenized().tokens.size());
    WordScores word_scores(model_, text.words().words());
    for (const Stretch& stretch : text.stretches()) {
        const Sentence& sentence = text.tokenized().sentences[stretch.sentence];
        for (std::size_t token = stretch.first_token; token < stretch.end_token; ++token) {
            LabelScores sum = model_.plus({}, text.context_features(sentence, token));
            for (int distance = -kMaxDistance; distance <= kMaxDistance; ++distance) {
                const std::uint32_t word = text.word_near(sentence, token, distance);
                sum = sum_of(sum, word_scores.at(word, distance));
            }
            scores[token] = sum;
        }
    }
    return scores;
}

std::vector<NameMention> Tagger::tag(std::string_view text) const {
    const TextFeatures features(text, lists_);
    std::vector<LabelScores> scores = first_scores(features);
    const std::vector<Label> first = decode(features, scores, model_.transitions(0));
    const TextEvidence evidence(features, first);
    for (const Stretch& stretch : features.stretches()) {
        const Sentence& sentence = features.tokenized().sentences[stretch.sentence];
        for (std::size_t token = stretch.first_token; token < stretch.end_token; ++token) {
            scores[token] = model_.plus(scores[token], evidence.features(sentence, token));
        }
    }
    std::vector<Label> labels = decode(features, scores, model_.transitions(1));
    name_firms(features, labels);
    const std::vector<std::size_t> added = add_listed_countries(features, labels);
    return mentions_of(text, features, labels, added);
}

}  // namespace dateline::analysis
