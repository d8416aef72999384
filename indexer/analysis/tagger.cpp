// The scores of a word's own features are summed once for each word of a text: most tokens of an
// article are words that it has already had.
#include "indexer/analysis/tagger.hpp"

#include "indexer/analysis/evidence.hpp"
#include "indexer/analysis/features.hpp"
#include "indexer/analysis/honorifics.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace dateline::analysis {

namespace {

constexpr std::size_t kDistances = 2 * kMaxDistance + 1;

// The scores that the words of one text give at each distance.
class WordScores {
public:
    WordScores(const TaggerModel& model, const std::vector<Word>& words)
        : model_(model), words_(words), scores_(words.size()) {}

    const LabelScores& at(std::uint32_t word, int distance) {
        Entry& entry = scores_[word][static_cast<std::size_t>(distance + kMaxDistance)];
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

// The tokens of one name, with what is cut from its ends.
struct NameTokens {
    std::size_t first = 0;
    std::size_t end = 0;
};

std::string_view bytes_of(std::string_view text, const NameToken& token) {
    return text.substr(token.start_bytes, token.end_bytes - token.start_bytes);
}

// How many tokens from `first` on are a title that belongs to the name up to `end`.
std::size_t title_tokens(std::string_view bytes, const TokenizedText& text, NameTokens name) {
    std::vector<std::string_view> words;
    for (std::size_t token = name.first; token < name.end; ++token) {
        words.push_back(bytes_of(bytes, text.tokens[token]));
    }
    return title_length(words);
}

// The title that stands before `token` in its sentence; empty if none does.
ByteRange title_before(std::string_view bytes,
                       const TokenizedText& text,
                       std::size_t token,
                       std::size_t sentence_start) {
    constexpr std::size_t kMaxTitleTokens = 5;
    const std::size_t from =
        std::max(sentence_start, token < kMaxTitleTokens ? 0 : token - kMaxTitleTokens);
    for (std::size_t first = from; first < token; ++first) {
        const NameTokens with_title{.first = first, .end = token + 1};
        if (first + title_tokens(bytes, text, with_title) == token &&
            is_title_word(bytes_of(bytes, text.tokens[token - 1]))) {
            return {.start_bytes = text.tokens[first].start_bytes,
                    .end_bytes = text.tokens[token - 1].end_bytes};
        }
    }
    return {};
}

NameTokens trimmed(const TokenizedText& text, NameTokens name) {
    const auto is_name_part = [&](std::size_t token) {
        return text.tokens[token].kind == NameTokenKind::Word ||
               text.tokens[token].kind == NameTokenKind::Number;
    };
    while (name.first < name.end && !is_name_part(name.first)) {
        ++name.first;
    }
    while (name.first < name.end && !is_name_part(name.end - 1)) {
        --name.end;
    }
    return name;
}

std::optional<NameMention> mention_of(std::string_view bytes,
                                      const TokenizedText& text,
                                      MentionType type,
                                      NameTokens name,
                                      std::size_t sentence_start) {
    name = trimmed(text, name);
    if (name.first == name.end) {
        return std::nullopt;
    }
    NameMention mention{.type = type, .range = {}, .honorific = {}, .method = NameMethod::Model};
    if (type == MentionType::Person) {
        name.first += title_tokens(bytes, text, name);
        mention.honorific = title_before(bytes, text, name.first, sentence_start);
    }
    mention.range = {.start_bytes = text.tokens[name.first].start_bytes,
                     .end_bytes = text.tokens[name.end - 1].end_bytes};
    return mention;
}

}  // namespace

std::vector<NameMention> mentions_of(std::string_view bytes,
                                     const TokenizedText& text,
                                     std::span<const Label> labels) {
    std::vector<NameMention> mentions;
    for (const Sentence& sentence : text.sentences) {
        std::size_t token = sentence.first_token;
        while (token < sentence.end_token) {
            const std::optional<MentionType> type = type_of(labels[token]);
            std::size_t end = token + 1;
            if (type) {
                while (end < sentence.end_token && labels[end] == inside_of(*type)) {
                    ++end;
                }
                const NameTokens name{.first = token, .end = end};
                if (const auto mention =
                        mention_of(bytes, text, *type, name, sentence.first_token)) {
                    mentions.push_back(*mention);
                }
            }
            token = end;
        }
    }
    return mentions;
}

Tagger::Tagger(const std::filesystem::path& model_path, const NameLists* lists)
    : model_(model_path), lists_(lists) {}

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
    return mentions_of(text, features.tokenized(), decode(features, scores, model_.transitions(1)));
}

}  // namespace dateline::analysis
