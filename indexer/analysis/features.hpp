// The features of tokens, as hashes: the same for training and tagging. No feature is ever a
// string.
#pragma once

#include "indexer/analysis/words.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::analysis {

/// Part of every model file: raised whenever the same text gives other features, since its weights
/// then mean nothing.
inline constexpr std::uint32_t kFeatureVersion = 1;

/// How far the words go whose own features count for a token.
inline constexpr int kMaxDistance = 2;

/// Features of one thing: at most kCapacity hashes.
class FeatureList {
public:
    static constexpr std::size_t kCapacity = 128;

    void add(std::uint64_t feature) noexcept {
        features_[size_] = feature;
        ++size_;
    }
    [[nodiscard]] const std::uint64_t* begin() const noexcept { return features_.data(); }
    [[nodiscard]] const std::uint64_t* end() const noexcept { return features_.data() + size_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    std::array<std::uint64_t, kCapacity> features_;
    std::size_t size_ = 0;
};

/// What the lists say of a token in the longest listed name that it is part of.
struct ListedRun {
    static constexpr std::uint8_t kWhole = 0;  ///< a name of one token
    static constexpr std::uint8_t kFirst = 1;
    static constexpr std::uint8_t kInside = 2;
    static constexpr std::uint8_t kLast = 3;

    std::uint32_t classes = 0;       ///< bits of NameClass; 0 if in no listed name
    std::uint8_t position = kWhole;  ///< the token's place in it
};

/// The stretch of capitalised words, joined by `of`, `de`, `&` and the like, that a token stands
/// in.
struct CapitalRun {
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;  ///< exclusive; equal to first_token if the token is in none
};

/// Tokens of one sentence that have a capital within kMaxDistance: names are found here only.
struct Stretch {
    std::uint32_t sentence = 0;  ///< index
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;  ///< exclusive
};

/// A text made ready for tagging. `text` and `lists` are used by the constructor only.
class TextFeatures {
public:
    TextFeatures(std::string_view text, const NameLists* lists);

    [[nodiscard]] const TokenizedText& tokenized() const noexcept { return tokenized_; }
    [[nodiscard]] const TextWords& words() const noexcept { return words_; }

    /// The tokens, which are no longer needed here.
    [[nodiscard]] TokenizedText take_tokenized() && noexcept { return std::move(tokenized_); }

    /// Where names may be, in order.
    [[nodiscard]] const std::vector<Stretch>& stretches() const noexcept { return stretches_; }

    /// Whether `token` has a capital, in the form that words() gives it.
    [[nodiscard]] bool is_capital(std::size_t token) const;

    /// What the lists say of the longest name that `token` is in.
    [[nodiscard]] ListedRun listed_at(std::size_t token) const { return listed_[token]; }

    /// The features of a word for the token that stands `distance` tokens before it (-2 to 2). They
    /// depend on nothing else, so their weights can be summed once for each word of a text.
    [[nodiscard]] static FeatureList word_features(const Word& word, int distance);

    /// The number of the word `distance` tokens from `token` in `sentence`, or of the mark that
    /// stands for the sentence's border there.
    [[nodiscard]] std::uint32_t word_near(const Sentence& sentence,
                                          std::size_t token,
                                          int distance) const;

    /// The features of `token` that come from several words, from the lists and from the text as a
    /// whole.
    [[nodiscard]] FeatureList context_features(const Sentence& sentence, std::size_t token) const;

private:
    [[nodiscard]] bool joins_capitals(std::string_view text, std::size_t token) const;
    void find_runs(std::string_view text);
    void find_stretches();
    void find_topic();
    void find_listed(const NameLists& lists);
    std::size_t mark_listed(const NameLists& lists, std::size_t token, std::size_t end);
    void add_neighbour_features(FeatureList& list,
                                const Sentence& sentence,
                                std::size_t token) const;
    void add_run_features(FeatureList& list, const Sentence& sentence, std::size_t token) const;
    void add_listed_features(FeatureList& list, const Sentence& sentence, std::size_t token) const;
    void add_topic_features(FeatureList& list, const Sentence& sentence, std::size_t token) const;
    void add_text_features(FeatureList& list, const Sentence& sentence, std::size_t token) const;

    TokenizedText tokenized_;
    TextWords words_;
    std::vector<CapitalRun> runs_;   // of each token
    std::vector<ListedRun> listed_;  // of each token
    std::vector<Stretch> stretches_;
    std::uint64_t sport_ = 0;  // how much the text is about sport: 0, 1 or 2
};

/// The feature `value` of the kind `family`; families must not be 0 and differ from kind to kind.
[[nodiscard]] constexpr std::uint64_t feature_of(std::uint32_t family,
                                                 std::uint64_t value) noexcept {
    std::uint64_t hash = value + family * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ (hash >> 32U)) * 0xD6E8FEB86659FD93ULL;
    hash = (hash ^ (hash >> 32U)) * 0xD6E8FEB86659FD93ULL;
    return hash ^ (hash >> 32U);
}

}  // namespace dateline::analysis
