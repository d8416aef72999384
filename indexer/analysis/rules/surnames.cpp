// See the header.
#include "indexer/analysis/rules/surnames.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

constexpr std::size_t kStemLetters = 4;
constexpr std::size_t kEndingLetters = 3;

// Bytes of a letter: the scripts whose languages decline names take one or two.
std::size_t letter_bytes(std::string_view folded) {
    return static_cast<unsigned char>(folded.front()) < 0x80 ? 1 : 2;
}

}  // namespace

void Surnames::add(gazetteer::TokenHash hash, std::string_view folded) {
    hashes_.push_back(hash);
    if (declines_ && folded.size() >= kStemLetters * letter_bytes(folded)) {
        forms_.push_back(folded);
    }
}

void Surnames::close() {
    std::ranges::sort(hashes_);
    std::ranges::sort(forms_);
    forms_.erase(std::ranges::unique(forms_).begin(), forms_.end());
}

bool Surnames::holds(gazetteer::TokenHash hash, std::string_view folded) const {
    if (std::ranges::binary_search(hashes_, hash)) {
        return true;
    }
    if (forms_.empty() || folded.empty() || folded.size() < kStemLetters * letter_bytes(folded)) {
        return false;
    }
    const std::size_t ending = kEndingLetters * letter_bytes(folded);
    const std::string_view stem = folded.substr(0, kStemLetters * letter_bytes(folded));
    for (auto form = std::ranges::lower_bound(forms_, stem);
         form != forms_.end() && form->starts_with(stem);
         ++form) {
        const auto differ = std::ranges::mismatch(folded, *form);
        const auto same = static_cast<std::size_t>(differ.in1 - folded.begin());
        if (same >= stem.size() && folded.size() - same <= ending &&
            form->size() - same <= ending) {
            return true;
        }
    }
    return false;
}

}  // namespace dateline::analysis
