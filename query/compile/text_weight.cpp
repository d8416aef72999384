// BM25 in two factors.
#include "query/compile/text_weight.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::compile {
namespace {

constexpr double kK1 = 1.2;
constexpr double kB = 0.75;

}  // namespace

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
    const double frequency = wdf;
    const double norm = kK1 * (1 - kB + kB * length / average_length_);
    return factor_ * frequency * (kK1 + 1) / (frequency + norm);
}

double TextWeight::get_maxpart() const {
    return factor_ * (kK1 + 1);
}

double TextWeight::get_sumextra(Xapian::termcount /*length*/,
                                Xapian::termcount /*unique_terms*/) const {
    return 0;
}

double TextWeight::get_maxextra() const {
    return 0;
}

double idf(std::uint64_t articles, std::uint64_t term_frequency) {
    const auto n = static_cast<double>(std::min(term_frequency, articles));
    return std::log(1 + (static_cast<double>(articles) - n + 0.5) / (n + 0.5));
}

}  // namespace dateline::compile
