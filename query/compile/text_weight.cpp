// IneB2 in two factors.
#include "query/compile/text_weight.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::compile {

double word_weight(const WordStatistics& word) {
    const auto articles = static_cast<double>(word.articles);
    if (word.articles == 0) {
        return 0;
    }
    // What is removed since still counts in some statistics of the index.
    const auto holders =
        static_cast<double>(std::clamp<std::uint64_t>(word.articles_with_word, 1, word.articles));
    const auto occurrences = static_cast<double>(word.collection_frequency);
    // log1p and expm1 keep the digits that 1 - 1/N and 1 - x lose when N is large.
    const double expected =
        occurrences == 0 ? 0 : -articles * std::expm1(occurrences * std::log1p(-1 / articles));
    return (occurrences + 1) / holders * std::log2((articles + 1) / (expected + 0.5));
}

double word_share(double wdf, double length, double mean_length) {
    if (wdf == 0) {
        return 0;  // the article may have no length
    }
    const double frequency = wdf * std::log2(1 + mean_length / length);
    return frequency / (frequency + 1);
}

TextWeight::TextWeight(double average_length) : average_length_(average_length) {
    need_stat(WDF);
    need_stat(DOC_LENGTH);
}

std::string TextWeight::name() const {
    return "dateline::TextWeight";
}

TextWeight* TextWeight::clone() const {
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): Xapian takes ownership of the raw pointer
    return new TextWeight(average_length_);
}

void TextWeight::init(double factor) {
    factor_ = factor;
}

double TextWeight::get_sumpart(Xapian::termcount wdf,
                               Xapian::termcount length,
                               Xapian::termcount /*unique_terms*/) const {
    return factor_ * word_share(wdf, length, average_length_);
}

double TextWeight::get_maxpart() const {
    return factor_;
}

double TextWeight::get_sumextra(Xapian::termcount /*length*/,
                                Xapian::termcount /*unique_terms*/) const {
    return 0;
}

double TextWeight::get_maxextra() const {
    return 0;
}

}  // namespace dateline::compile
