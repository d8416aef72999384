// What the first pass found elsewhere in the article about a token's word: the features of the
// second pass.
#pragma once

#include "indexer/analysis/features.hpp"
#include "indexer/analysis/labels.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::analysis {

/// Counts the labels of all capitalised words of a text, by lower form. Keeps a reference to
/// `text`.
class TextEvidence {
public:
    /// `labels` are those of all tokens of `text`.
    TextEvidence(const TextFeatures& text, std::span<const Label> labels);
    TextEvidence(TextFeatures&& text, std::span<const Label> labels) = delete;

    /// The features of `token` in `sentence` from the labels of its word, and of its neighbours',
    /// at other places of the text; and from its own label in the first pass.
    [[nodiscard]] FeatureList features(const Sentence& sentence, std::size_t token) const;

private:
    // Uses of one lower form: with each type or outside of names, and its part in longer names.
    struct Uses {
        std::array<std::uint16_t, 4> types{};   // as MentionType's numbers, then outside
        std::array<std::uint16_t, 3> firsts{};  // first token of a longer name of the type
        std::array<std::uint16_t, 3> lasts{};
        std::uint16_t firms = 0;  // first token of a name that ends in `Inc`, `Ltd` and the like
    };
    // What a token adds to the uses of its form.
    struct Use {
        std::uint8_t type = 3;
        bool first = false;  // of a name of several tokens
        bool last = false;
        bool firm = false;
        bool counted = false;
    };

    [[nodiscard]] bool is_firm(const Sentence& sentence, std::size_t token) const;
    [[nodiscard]] Use use_at(const Sentence& sentence, std::size_t token) const;
    [[nodiscard]] static std::uint64_t parts_of(const Uses& uses);
    [[nodiscard]] Uses others(const Sentence& sentence, std::size_t token) const;
    [[nodiscard]] std::uint64_t best_of_others(const Sentence& sentence, std::size_t token) const;

    const TextFeatures& text_;
    std::vector<Label> labels_;
    std::vector<Uses> uses_;  // by lower_id
};

}  // namespace dateline::analysis
