// From the most telling rule to the least.
#include "indexer/analysis/people/bare_name.hpp"

#include "common/names/family_first.hpp"
#include "common/names/given_names.hpp"
#include "common/names/spelling.hpp"

#include <algorithm>
#include <span>

namespace dateline::analysis {

namespace {

using names::NamePart;
using names::NameWord;
using Words = std::span<const NameWord>;

bool equal_words(Words left, Words right) {
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(), [](const auto& a, const auto& b) {
            return a.folded == b.folded;
        });
}

bool same_spelling(Words left, Words right) {
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(), [](const auto& a, const auto& b) {
            return a.folded == b.folded || names::is_same_spelling(a.spelling, b.spelling);
        });
}

bool ends_with(Words words, Words end) {
    return words.size() > end.size() && equal_words(words.last(end.size()), end);
}

bool begins_with(Words words, Words begin) {
    return words.size() > begin.size() && equal_words(words.first(begin.size()), begin);
}

bool holds(Words words, Words part) {
    for (std::size_t at = 0; at + part.size() <= words.size(); ++at) {
        if (equal_words(words.subspan(at, part.size()), part)) {
            return true;
        }
    }
    return false;
}

// JFK: the first letters of all words.
bool is_letters_of(std::string_view letters, Words words) {
    if (letters.size() != words.size() || letters.size() < 2) {
        return false;
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (words[i].folded[0] != letters[i]) {
            return false;
        }
    }
    return true;
}

bool is_nickname(Words bare, const names::PersonName& full) {
    return bare.size() == 1 &&
           std::any_of(full.nicknames.begin(), full.nicknames.end(), [&](const NameWord& word) {
               return word.folded == bare[0].folded;
           });
}

}  // namespace

BareFit fit_bare(const names::PersonName& bare, const names::PersonName& full) {
    const std::vector<NameWord> bare_words = names::without_particles(bare.words);
    const std::vector<NameWord> full_words = names::without_particles(full.words);
    const Words part = bare_words;
    const Words whole = full_words;
    // Frederik IX is not Frederik X, which looks like a name with an initial.
    const bool other_ruler =
        bare.generation.find_first_of("ivx") == 0 && bare.generation != full.generation;
    if (part.empty() || whole.size() < 2 || other_ruler) {
        return BareFit::None;
    }
    const bool initial = part[0].part == NamePart::Initial;
    if (!initial && (ends_with(full.words, bare.words) || ends_with(whole, part))) {
        return BareFit::Surname;
    }
    if (begins_with(whole, part)) {
        return names::is_family_first(full) ? BareFit::Surname : BareFit::Given;
    }
    if (is_nickname(part, full)) {
        return BareFit::Given;
    }
    if (whole.size() > part.size() && same_spelling(part, whole.last(part.size()))) {
        return BareFit::Spelling;
    }
    if (holds(full.words, bare.words) || holds(whole, part)) {
        return BareFit::Inner;
    }
    const bool form = part.size() == 1 && !initial && whole[0].part == NamePart::Plain &&
                      names::is_form_of_given_name(part[0].folded, whole[0].folded);
    return form || (part.size() == 1 && is_letters_of(part[0].folded, whole)) ? BareFit::GivenForm
                                                                              : BareFit::None;
}

}  // namespace dateline::analysis
