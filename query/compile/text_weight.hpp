// How words weigh: IneB2 of the divergence-from-randomness models, in two factors.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

namespace dateline::compile {

/// What is known of a word, or of words that count as one, in all shards together.
struct WordStatistics {
    std::uint64_t articles = 0;              ///< in the index
    std::uint64_t articles_with_word = 0;    ///< at least one of them has it
    std::uint64_t collection_frequency = 0;  ///< how often it occurs, in units of wdf
};

/// The factor of IneB2 that is the same for all articles: of a word with `word`'s statistics
/// (F + 1) / n * log2((N + 1) / (ne + 0.5)), where ne = N (1 - ((N - 1) / N)^F) articles would have
/// the word if its F occurrences were spread at random over N articles, and n have it. Over 0; 0
/// for an empty index.
///
/// Source: Amati and van Rijsbergen 2002, "Probabilistic models of information retrieval based on
/// measuring the divergence from randomness", sections 4.3 (I(ne)) and 5.2 (B).
[[nodiscard]] double word_weight(const WordStatistics& word);

/// The factor of IneB2 that is an article's own: t / (t + 1), where t = wdf * log2(1 + mean length
/// / length); 0 if the word is not in it. c, which could scale the length, is 1, as ranking.md
/// measured.
///
/// Source: as word_weight(), section 6 (normalisation 2).
[[nodiscard]] double word_share(double wdf, double length, double mean_length);

/// Weighs by word_share(). The other factor, word_weight(), comes from OP_SCALE_WEIGHT around each
/// word, so that scores do not depend on how articles are spread over shards.
class TextWeight final : public Xapian::Weight {
public:
    /// @param average_length  mean document length over all shards, over 0
    explicit TextWeight(double average_length);

    [[nodiscard]] std::string name() const override;
    [[nodiscard]] double get_sumpart(Xapian::termcount wdf,
                                     Xapian::termcount length,
                                     Xapian::termcount unique_terms) const override;
    [[nodiscard]] double get_maxpart() const override;
    [[nodiscard]] double get_sumextra(Xapian::termcount length,
                                      Xapian::termcount unique_terms) const override;
    [[nodiscard]] double get_maxextra() const override;

private:
    [[nodiscard]] TextWeight* clone() const override;
    void init(double factor) override;

    double average_length_;
    double factor_ = 0;
};

}  // namespace dateline::compile
