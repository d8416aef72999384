// The term-frequency part of BM25, with the average length of all shards.
#pragma once

#include <xapian.h>

#include <string>

namespace dateline::compile {

/// BM25's saturation of a term's frequency (Robertson and Zaragoza 2009, section 3.4), k1 1.2 and
/// b 0.75 as ranking.md measured. The other factor, idf(), comes from OP_SCALE_WEIGHT around each
/// term, so that scores do not depend on how articles are spread over shards.
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

/// BM25's inverse document frequency in the form that is never negative:
/// ln(1 + (N - n + 0.5) / (n + 0.5)), as Lucene uses it.
[[nodiscard]] double idf(std::uint64_t articles, std::uint64_t term_frequency);

}  // namespace dateline::compile
