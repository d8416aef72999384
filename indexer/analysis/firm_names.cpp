// The second pass has learned this from news in which people are the rule; on business wires firms
// are.
#include "indexer/analysis/firm_names.hpp"

#include "common/gazetteer/name_class.hpp"

#include <cstdint>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

constexpr std::uint32_t kFirmEnding = NameClasses{NameClass::OrganisationSuffix}.bits;
constexpr std::uint32_t kGreatPlace =
    NameClasses{NameClass::Country, NameClass::Region, NameClass::Division, NameClass::LargeCity}
        .bits;

// The end of the name that begins at `token`.
std::size_t end_of_name(const std::vector<Label>& labels, std::size_t token) {
    std::size_t end = token + 1;
    while (end < labels.size() && labels[end] != Label::Outside && !is_begin(labels[end])) {
        ++end;
    }
    return end;
}

// What the text shows of the words of each lower form.
struct Forms {
    std::vector<bool> firm;    // begins a company's name
    std::vector<bool> person;  // ends a person's name of several words
};

Forms forms_of(const TextFeatures& text, const std::vector<Label>& labels) {
    const TextWords& words = text.words();
    Forms forms{.firm = std::vector<bool>(words.lower_forms()),
                .person = std::vector<bool>(words.lower_forms())};
    for (std::size_t token = 0; token < labels.size(); ++token) {
        const std::size_t end = end_of_name(labels, token);
        if (end == token + 1 || !is_begin(labels[token])) {
            continue;
        }
        const Word& last = words.word_at(end - 1);
        if (labels[token] == Label::BeginPerson) {
            forms.person[last.lower_id] = true;
        }
        if (labels[token] == Label::BeginOrg && (last.classes & kFirmEnding) != 0) {
            forms.firm[words.word_at(token).lower_id] = true;
        }
    }
    return forms;
}

}  // namespace

void name_firms(const TextFeatures& text, std::vector<Label>& labels) {
    const Forms forms = forms_of(text, labels);
    for (std::size_t token = 0; token < labels.size(); ++token) {
        const Word& word = text.words().word_at(token);
        const bool candidate =
            labels[token] == Label::BeginPerson || labels[token] == Label::BeginPlace;
        if (!candidate || end_of_name(labels, token) != token + 1 || !forms.firm[word.lower_id]) {
            continue;
        }
        const bool is_person = forms.person[word.lower_id] || text.words().use_of(word).after_title;
        const bool is_place =
            labels[token] == Label::BeginPlace && (word.classes & kGreatPlace) != 0;
        if (!is_person && !is_place) {
            labels[token] = Label::BeginOrg;
        }
    }
}

}  // namespace dateline::analysis
