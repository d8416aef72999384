// The second pass must learn from first passes as they are on texts that were not trained on. So
// the texts are cut into folds, and the first pass over a fold comes from weights of the other
// folds.
#include "indexer/train/tagger_training.hpp"

#include "common/base/error.hpp"
#include "common/base/hash.hpp"
#include "common/gazetteer/name_class.hpp"
#include "indexer/analysis/evidence.hpp"
#include "indexer/analysis/features.hpp"
#include "indexer/analysis/viterbi.hpp"
#include "indexer/train/chain_crf.hpp"
#include "indexer/train/feature_table.hpp"
#include "indexer/train/model_bytes.hpp"
#include "indexer/train/random.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::train {

namespace {

using analysis::FeatureList;
using analysis::Label;
using analysis::LabelScores;
using analysis::Sentence;
using analysis::Stretch;
using analysis::TextEvidence;
using analysis::TextFeatures;
using analysis::TransitionScores;

// For decoding while training; finer than a model's steps.
constexpr float kTrainingStep = 1.0F / 512;

// The labels of all tokens. A token that a name covers in part belongs to it: `U.S.-led` has no
// name of its own.
std::vector<Label> labels_of(const LabelledText& text, const analysis::TokenizedText& tokenized) {
    std::vector<Label> labels(tokenized.tokens.size(), Label::Outside);
    auto name = text.names.begin();
    for (std::size_t token = 0; token < labels.size(); ++token) {
        const analysis::NameToken& at = tokenized.tokens[token];
        while (name != text.names.end() && name->end_bytes <= at.start_bytes) {
            ++name;
        }
        if (name == text.names.end()) {
            break;
        }
        if (at.start_bytes >= name->start_bytes && at.end_bytes <= name->end_bytes) {
            const bool begins =
                token == 0 || tokenized.tokens[token - 1].start_bytes < name->start_bytes;
            labels[token] =
                begins ? analysis::begin_of(name->type) : analysis::inside_of(name->type);
        }
    }
    // A name that a sentence border cuts, or whose first token is none of ours, begins where it
    // can.
    for (const Sentence& sentence : tokenized.sentences) {
        Label before = Label::Outside;
        for (std::size_t token = sentence.first_token; token < sentence.end_token; ++token) {
            if (!analysis::may_follow(before, labels[token])) {
                labels[token] = analysis::begin_of(*analysis::type_of(labels[token]));
            }
            before = labels[token];
        }
    }
    return labels;
}

constexpr std::uint32_t kAdjective =
    gazetteer::NameClasses{gazetteer::NameClass::PlaceAdjective}.bits;
constexpr std::uint32_t kPersonName =
    gazetteer::NameClasses{gazetteer::NameClass::GivenName, gazetteer::NameClass::FamilyName}.bits;

// Some corpora mark adjectives (`Israeli`) as places here and there; we do not.
void unmark_adjectives(const TextFeatures& text, std::vector<Label>& labels) {
    for (std::size_t token = 0; token < labels.size(); ++token) {
        const bool alone = labels[token] == Label::BeginPlace &&
                           (token + 1 == labels.size() || labels[token + 1] != Label::InsidePlace);
        const std::uint32_t classes = text.words().word_at(token).classes;
        if (alone && (classes & kAdjective) != 0 &&
            (classes & gazetteer::kPlaceClasses.bits) == 0) {
            labels[token] = Label::Outside;
        }
    }
}

// Whether a title stands before a person's name that is not marked: corpora whose nested names were
// made flat lost such people (`US President Barack Obama` kept `US`).
bool is_doubtful(const TextFeatures& text,
                 const std::vector<Label>& labels,
                 const Stretch& stretch) {
    for (std::size_t token = stretch.first_token; token + 1 < stretch.end_token; ++token) {
        const analysis::Word& name = text.words().word_at(token + 1);
        if (text.words().word_at(token).is_title && !name.is_title &&
            labels[token] == Label::Outside && labels[token + 1] == Label::Outside &&
            name.letter_case == analysis::WordCase::Capital && (name.classes & kPersonName) != 0) {
            return true;
        }
    }
    return false;
}

// Calls `visit` with each sentence's token that is in a stretch, by stretch.
template <typename Visit>
void for_each_token(const TextFeatures& text, const Visit& visit) {
    for (const Stretch& stretch : text.stretches()) {
        const Sentence& sentence = text.tokenized().sentences[stretch.sentence];
        for (std::size_t token = stretch.first_token; token < stretch.end_token; ++token) {
            visit(sentence, token);
        }
    }
}

template <typename Visit>
void for_each_feature(const TextFeatures& text,
                      const Sentence& sentence,
                      std::size_t token,
                      const Visit& visit) {
    for (int distance = -analysis::kMaxDistance; distance <= analysis::kMaxDistance; ++distance) {
        const std::uint32_t word = text.word_near(sentence, token, distance);
        for (const std::uint64_t feature :
             TextFeatures::word_features(text.words().words()[word], distance)) {
            visit(feature);
        }
    }
    for (const std::uint64_t feature : text.context_features(sentence, token)) {
        visit(feature);
    }
}

LabelScores scores_of(const LabelSums& sums) {
    LabelScores scores{};
    for (std::size_t label = 0; label < sums.size(); ++label) {
        const float steps =
            std::clamp(std::round(sums[label] / kTrainingStep), -32000.0F, 32000.0F);
        scores[label] = static_cast<std::int16_t>(steps);
    }
    return scores;
}

TransitionScores transitions_of(const ChainCrf& crf, float step) {
    TransitionScores scores{};
    for (std::size_t before = 0; before < analysis::kLabels; ++before) {
        for (std::size_t after = 0; after < analysis::kLabels; ++after) {
            scores[before][after] = static_cast<std::int16_t>(
                std::clamp(std::round(crf.transition(before, after) / step), -32000.0F, 32000.0F));
        }
    }
    return scores;
}

class Training {
public:
    Training(const std::vector<LabelledText>& texts,
             const analysis::NameLists* lists,
             const TrainingSettings& settings,
             const std::function<void(const std::string&)>& progress)
        : texts_(texts), lists_(lists), settings_(settings), progress_(progress) {}

    TrainedModel run() {
        count_features();
        collect_chains();
        collect_evidence();
        const ChainCrf second =
            train(evidence_set_, evidence_table_.features().size(), kNoFold, "second pass");
        const ChainCrf first =
            train(first_set_, first_table_.features().size(), kNoFold, "first pass");
        return finish(first, second);
    }

private:
    static constexpr std::uint32_t kNoFold = 0xFFFFFFFF;

    void count_features() {
        for (const LabelledText& text : texts_) {
            const TextFeatures features(text.text, lists_);
            for_each_token(features, [&](const Sentence& sentence, std::size_t token) {
                for_each_feature(features, sentence, token, [&](std::uint64_t feature) {
                    first_table_.count(feature);
                });
            });
        }
        first_table_.number(settings_.least_count);
        progress_("features: " + std::to_string(first_table_.features().size()));
    }

    void add_token(ChainSet& set, const FeatureTable& table, std::uint64_t feature) const {
        const std::uint32_t row = table.find(feature);
        if (row != FeatureTable::kNone) {
            set.rows.push_back(row);
        }
    }

    // Chains of both passes: the second's features come later.
    void collect_chains() {
        for (std::uint32_t number = 0; number < texts_.size(); ++number) {
            const TextFeatures features(texts_[number].text, lists_);
            std::vector<Label> labels = labels_of(texts_[number], features.tokenized());
            unmark_adjectives(features, labels);
            for (const Stretch& stretch : features.stretches()) {
                const auto first = static_cast<std::uint32_t>(first_set_.labels.size());
                first_set_.chains.push_back(
                    {.first_token = first,
                     .end_token = first + stretch.end_token - stretch.first_token,
                     .text = number,
                     .weight = is_doubtful(features, labels, stretch)
                                   ? 0.0F
                                   : static_cast<float>(texts_[number].weight)});
                for (std::size_t token = stretch.first_token; token < stretch.end_token; ++token) {
                    for_each_feature(features,
                                     features.tokenized().sentences[stretch.sentence],
                                     token,
                                     [&](std::uint64_t feature) {
                                         add_token(first_set_, first_table_, feature);
                                     });
                    first_set_.first_row.push_back(first_set_.rows.size());
                    first_set_.labels.push_back(labels[token]);
                }
            }
        }
        const bool any = std::any_of(first_set_.labels.begin(),
                                     first_set_.labels.end(),
                                     [](Label label) { return label != Label::Outside; });
        if (!any) {
            throw Error(ErrorCode::Usage,
                        "there is no name in the training texts",
                        "give texts in English with names marked");
        }
        evidence_set_.chains = first_set_.chains;
        evidence_set_.labels = first_set_.labels;
        evidence_set_.base.resize(first_set_.labels.size());
    }

    // Copies of a text, which have its name, are all in one fold.
    [[nodiscard]] std::uint32_t fold_of(std::uint32_t text) const {
        return static_cast<std::uint32_t>(hash64(texts_[text].name) % settings_.folds);
    }

    // Trains on all chains that are not of `fold`.
    [[nodiscard]] ChainCrf train(const ChainSet& set,
                                 std::size_t rows,
                                 std::uint32_t fold,
                                 const std::string& what) const {
        ChainCrf crf(rows, {.rate = settings_.rate, .shrink = settings_.shrink});
        std::vector<std::uint32_t> order;
        for (std::uint32_t chain = 0; chain < set.chains.size(); ++chain) {
            const bool counts = set.chains[chain].weight > 0;
            if (counts && (fold == kNoFold || fold_of(set.chains[chain].text) != fold)) {
                order.push_back(chain);
            }
        }
        Random random(settings_.seed);
        for (unsigned epoch = 1; epoch <= settings_.epochs; ++epoch) {
            shuffle(order, random);
            double loss = 0;
            for (const std::uint32_t chain : order) {
                loss += crf.step(set, set.chains[chain]);
            }
            if (epoch * 2 > settings_.epochs) {
                crf.remember();
            }
            progress_(what + ", epoch " + std::to_string(epoch) + ": loss " + std::to_string(loss));
        }
        crf.average();
        return crf;
    }

    // First passes over each fold, and what they are evidence of.
    void collect_evidence() {
        std::vector<std::vector<Label>> labels(texts_.size());
        for (std::uint32_t fold = 0; fold < settings_.folds; ++fold) {
            const ChainCrf crf = train(first_set_,
                                       first_table_.features().size(),
                                       fold,
                                       "fold " + std::to_string(fold + 1));
            const TransitionScores transitions = transitions_of(crf, kTrainingStep);
            for (const Chain& chain : first_set_.chains) {
                if (fold_of(chain.text) == fold) {
                    decode(crf, transitions, chain, labels[chain.text]);
                }
            }
        }
        std::vector<std::vector<std::uint64_t>> evidence;  // of each token in stretches
        for (std::uint32_t number = 0; number < texts_.size(); ++number) {
            const TextFeatures features(texts_[number].text, lists_);
            const TextEvidence found(features, spread(features, labels[number]));
            for_each_token(features, [&](const Sentence& sentence, std::size_t token) {
                const FeatureList list = found.features(sentence, token);
                for (const std::uint64_t feature : list) {
                    evidence_table_.count(feature);
                }
                evidence.emplace_back(list.begin(), list.end());
            });
        }
        evidence_table_.number(settings_.least_count);
        for (const std::vector<std::uint64_t>& token : evidence) {
            for (const std::uint64_t feature : token) {
                add_token(evidence_set_, evidence_table_, feature);
            }
            evidence_set_.first_row.push_back(evidence_set_.rows.size());
        }
    }

    // Adds the labels of `chain` to those of its text, and keeps its sums for the second pass.
    void decode(const ChainCrf& crf,
                const TransitionScores& transitions,
                const Chain& chain,
                std::vector<Label>& labels) {
        std::vector<LabelScores> scores;
        for (std::size_t token = chain.first_token; token < chain.end_token; ++token) {
            evidence_set_.base[token] = crf.sums_at(first_set_, token);
            scores.push_back(scores_of(evidence_set_.base[token]));
        }
        const std::vector<Label> best = analysis::best_labels(scores, transitions);
        labels.insert(labels.end(), best.begin(), best.end());
    }

    // Labels of tokens in stretches to labels of all tokens.
    static std::vector<Label> spread(const TextFeatures& features,
                                     const std::vector<Label>& in_stretches) {
        std::vector<Label> labels(features.tokenized().tokens.size(), Label::Outside);
        auto next = in_stretches.begin();
        for_each_token(features, [&](const Sentence&, std::size_t token) {
            labels[token] = *next;
            ++next;
        });
        return labels;
    }

    [[nodiscard]] TrainedModel finish(const ChainCrf& first, const ChainCrf& second) const {
        std::vector<WeightRow> rows;
        add_rows(rows, first, first_table_);
        add_rows(rows, second, evidence_table_);
        const float step = step_for(rows);
        ModelContent content{
            .rows = std::move(rows),
            .step = step,
            .transitions = {transitions_of(first, step), transitions_of(second, step)}};
        keep_strongest(content, settings_.least_weight, settings_.most_bytes);
        return {.bytes = model_bytes(content),
                .tokens = first_set_.labels.size(),
                .features = content.rows.size()};
    }

    static void add_rows(std::vector<WeightRow>& rows,
                         const ChainCrf& crf,
                         const FeatureTable& table) {
        for (std::size_t number = 0; number < table.features().size(); ++number) {
            WeightRow row{.feature = table.features()[number], .weights = {}};
            const std::span<const float> weights = crf.weights_of(number);
            std::copy(weights.begin(), weights.end(), row.weights.begin());
            rows.push_back(row);
        }
    }

    const std::vector<LabelledText>& texts_;
    const analysis::NameLists* lists_;
    TrainingSettings settings_;
    const std::function<void(const std::string&)>& progress_;
    FeatureTable first_table_;
    FeatureTable evidence_table_;
    ChainSet first_set_;
    ChainSet evidence_set_;
};

}  // namespace

TrainedModel train_tagger(const std::vector<LabelledText>& texts,
                          const analysis::NameLists* lists,
                          const TrainingSettings& settings,
                          const std::function<void(const std::string&)>& progress) {
    return Training(texts, lists, settings, progress).run();
}

}  // namespace dateline::train
