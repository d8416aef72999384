// The scores of a word's own features are summed once for each word of a text: most tokens of an
// article are words that it has already had.
#include "indexer/analysis/tagger.hpp"

#include "common/base/installed_file.hpp"
#include "indexer/analysis/company_names.hpp"
#include "indexer/analysis/evidence.hpp"
#include "indexer/analysis/features.hpp"
#include "indexer/analysis/firm_borders.hpp"
#include "indexer/analysis/firm_names.hpp"
#include "indexer/analysis/firm_partners.hpp"
#include "indexer/analysis/headline_names.hpp"
#include "indexer/analysis/listed_countries.hpp"
#include "indexer/analysis/name_borders.hpp"
#include "indexer/analysis/place_doubts.hpp"
#include "indexer/analysis/places/search_text.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

namespace dateline::analysis {

namespace {

constexpr std::size_t kDistances = 2 * kMaxDistance + 1;

// The place of `distance` in an array of all distances.
std::size_t distance_number(int distance) {
    const int number = distance + kMaxDistance;
    return static_cast<std::size_t>(number);
}

// The scores that a word gives at each distance, as far as they were asked for.
struct ScoredWord {
    std::array<LabelScores, kDistances> scores{};
    std::array<bool, kDistances> known{};
};

// Scores of words that the thread met with one model, in this text or one before. A word takes the
// slot of its form, whatever was there.
class MetScores {
public:
    // What is known of `word` in the model with the number `model`.
    ScoredWord& of(const Word& word, std::uint64_t model) {
        Slot& slot = slots_[(word.exact ^ word.classes) & (kSlots - 1)];
        if (slot.exact != word.exact || slot.classes != word.classes || slot.model != model) {
            slot = {.exact = word.exact, .model = model, .classes = word.classes, .word = {}};
        }
        return slot.word;
    }

private:
    static constexpr std::size_t kSlots = 8192;  // a megabyte

    struct Slot {
        std::uint64_t exact = 0;
        std::uint64_t model = 0;  // 0 is none
        std::uint32_t classes = 0;
        ScoredWord word;
    };
    std::vector<Slot> slots_ = std::vector<Slot>(kSlots);
};

// The scores that the words of one text give at each distance.
class WordScores {
public:
    WordScores(const TaggerModel& model, std::uint64_t number, const std::vector<Word>& words)
        : model_(model), number_(number), words_(words), scores_(words.size()) {}

    const LabelScores& at(std::uint32_t word, int distance) {
        ScoredWord& scored = scores_[word];
        const std::size_t place = distance_number(distance);
        if (!scored.known[place]) {
            scored.scores[place] = met(words_[word], distance);
            scored.known[place] = true;
        }
        return scored.scores[place];
    }

private:
    // The word's own features follow from its exact form and its classes.
    const LabelScores& met(const Word& word, int distance) {
        thread_local MetScores all;
        ScoredWord& scored = all.of(word, number_);
        const std::size_t place = distance_number(distance);
        if (!scored.known[place]) {
            scored.scores[place] = model_.plus({}, TextFeatures::word_features(word, distance));
            scored.known[place] = true;
        }
        return scored.scores[place];
    }

    const TaggerModel& model_;
    std::uint64_t number_;
    const std::vector<Word>& words_;
    std::vector<ScoredWord> scores_;
};

// A number for each tagger of the process, from 1 on.
std::uint64_t next_number() {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

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

// What the lists say of the whole of `range`.
gazetteer::NameClasses classes_in(const TokenizedText& tokenized,
                                  std::string_view text,
                                  ByteRange range,
                                  const NameLists* lists) {
    const SearchText search{text, tokenized.search_hashes, tokenized.search_starts};
    const SearchText::Tokens inside = search.tokens_in(range);
    if (lists == nullptr || inside.first == inside.end) {
        return {};
    }
    const std::size_t size = inside.end - inside.first;
    const ListedName name = lists->longest(search.hashes.subspan(inside.first, size));
    return gazetteer::NameClasses(name.size_tokens == size ? name.classes : 0);
}

}  // namespace

Tagger::Tagger(const std::filesystem::path& model_path, const NameLists* lists)
    : model_(model_path), number_(next_number()), lists_(lists) {}

Tagger Tagger::open_installed(const NameLists* lists) {
    return Tagger(installed_file(kFileName, kVariable), lists);
}

std::vector<LabelScores> Tagger::first_scores(const TextFeatures& text) const {
    std::vector<LabelScores> scores(text.tokenized().tokens.size());
    WordScores word_scores(model_, number_, text.words().words());
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
    return read(text).names;
}

TaggedText Tagger::read(std::string_view text) const {
    TextFeatures features(text, lists_);
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
    const ClassesOf classes_of = [&](ByteRange range) {
        return classes_in(features.tokenized(), text, range, lists_);
    };
    std::vector<NameMention> names = mentions_of(text, features, labels, added);
    names = settle_borders(text, std::move(names), classes_of);
    names = settle_firm_borders(text, std::move(names), classes_of);
    names = join_partners(text, std::move(names), classes_of);
    names = name_companies(text, std::move(names), classes_of);
    names = settle_places(text, std::move(names), classes_of);
    names = settle_headline(text, std::move(names));
    TaggedText result{.names = std::move(names), .search_hashes = {}, .search_starts = {}};
    TokenizedText tokenized = std::move(features).take_tokenized();
    result.search_hashes = std::move(tokenized.search_hashes);
    result.search_starts = std::move(tokenized.search_starts);
    return result;
}

}  // namespace dateline::analysis
