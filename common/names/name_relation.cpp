// Words are compared without particles and hyphens; the weakest word decides the relation.
#include "common/names/name_relation.hpp"

#include "common/names/given_names.hpp"
#include "common/names/spelling.hpp"

#include <algorithm>
#include <span>

namespace dateline::names {

namespace {

using Words = std::span<const NameWord>;

// How two words fit: Same, Initials, Spelling, GivenForm or None.
NameRelation fit(const NameWord& left, const NameWord& right) {
    if (left.folded == right.folded) {
        return NameRelation::Same;
    }
    const bool initial = left.part == NamePart::Initial || right.part == NamePart::Initial;
    if (initial) {
        // An initial is one code point of a folded word, whatever its bytes.
        const bool left_shorter = left.folded.size() < right.folded.size();
        const NameWord& letter = left_shorter ? left : right;
        const NameWord& word = left_shorter ? right : left;
        return letter.part == NamePart::Initial && word.folded.starts_with(letter.folded)
                   ? NameRelation::Initials
                   : NameRelation::None;
    }
    return is_same_spelling(left.spelling, right.spelling) ? NameRelation::Spelling
                                                           : NameRelation::None;
}

NameRelation fit_first(const NameWord& left, const NameWord& right) {
    const NameRelation relation = fit(left, right);
    if (relation == NameRelation::None && left.part == NamePart::Plain &&
        right.part == NamePart::Plain && is_form_of_given_name(left.folded, right.folded)) {
        return NameRelation::GivenForm;
    }
    return relation;
}

// The less sure of two.
NameRelation weaker(NameRelation left, NameRelation right) {
    return std::max(left, right);
}

// Each word of `part` by the word at its place in `whole`.
NameRelation fit_all(Words part, Words whole) {
    NameRelation result = NameRelation::Same;
    for (std::size_t i = 0; i < part.size(); ++i) {
        result = weaker(result, fit(part[i], whole[i]));
    }
    return result;
}

// Whether the words of `part` are found in `whole` in order.
bool is_within(Words part, Words whole) {
    std::size_t at = 0;
    for (const NameWord& word : part) {
        while (at < whole.size() && fit(word, whole[at]) == NameRelation::None) {
            ++at;
        }
        if (at == whole.size()) {
            return false;
        }
        ++at;
    }
    return true;
}

// First and last name alike, and nothing in between that is against it.
NameRelation by_first_and_last(Words shorter, Words longer) {
    const NameRelation last = fit(shorter.back(), longer.back());
    if (last == NameRelation::Initials || last == NameRelation::None) {
        return NameRelation::None;
    }
    const NameRelation ends = weaker(last, fit_first(shorter.front(), longer.front()));
    const Words inner = shorter.subspan(1, shorter.size() - 2);
    if (ends == NameRelation::None || !is_within(inner, longer.subspan(1, longer.size() - 2))) {
        return NameRelation::None;
    }
    if (ends == NameRelation::Same) {
        const bool all_same =
            shorter.size() == longer.size() && fit_all(shorter, longer) == NameRelation::Same;
        return all_same ? NameRelation::Same : NameRelation::MiddleName;
    }
    return ends;
}

// As first and last, once the family name of one has gone from its beginning to its end.
NameRelation by_order(Words shorter, Words longer) {
    std::vector<NameWord> turned(shorter.begin(), shorter.end());
    std::rotate(turned.begin(), turned.begin() + 1, turned.end());
    const NameRelation relation = by_first_and_last(turned, longer);
    return relation == NameRelation::Same || relation == NameRelation::MiddleName
               ? NameRelation::Order
               : NameRelation::None;
}

NameRelation by_part(Words shorter, Words longer) {
    if (shorter.size() == longer.size()) {
        return NameRelation::None;
    }
    const NameRelation end = fit_all(shorter, longer.subspan(longer.size() - shorter.size()));
    if (end == NameRelation::Same || end == NameRelation::Spelling) {
        return weaker(end, NameRelation::Surname);
    }
    if (fit_all(shorter, longer.first(shorter.size())) == NameRelation::Same) {
        return NameRelation::Beginning;
    }
    // The mother's family name is left out: Hernán Ospina, Hernán Darío Ospina Ríos.
    const Words without_last = longer.first(longer.size() - 1);
    const bool begins = fit(shorter.front(), longer.front()) == NameRelation::Same &&
                        fit(shorter.back(), without_last.back()) == NameRelation::Same &&
                        is_within(shorter, without_last);
    return begins ? NameRelation::Beginning : NameRelation::None;
}

bool has_written_name(Words words) {
    return std::any_of(words.begin(), words.end(), [](const NameWord& word) {
        return word.part == NamePart::Plain;
    });
}

}  // namespace

const char* name_relation_name(NameRelation relation) noexcept {
    switch (relation) {
        case NameRelation::Same:
            return "same";
        case NameRelation::Order:
            return "order";
        case NameRelation::MiddleName:
            return "middle_name";
        case NameRelation::Initials:
            return "initials";
        case NameRelation::Surname:
            return "surname";
        case NameRelation::Beginning:
            return "beginning";
        case NameRelation::Spelling:
            return "spelling";
        case NameRelation::GivenForm:
            return "given_form";
        case NameRelation::None:
            break;
    }
    return "none";
}

NameRelation relation_of(const PersonName& left, const PersonName& right) {
    if (!left.generation.empty() && !right.generation.empty() &&
        left.generation != right.generation) {
        return NameRelation::None;
    }
    const std::vector<NameWord> left_words = without_particles(left.words);
    const std::vector<NameWord> right_words = without_particles(right.words);
    if (left.is_bare() || right.is_bare() || !has_written_name(left_words) ||
        !has_written_name(right_words)) {
        return NameRelation::None;
    }
    const bool left_shorter = left_words.size() <= right_words.size();
    const Words shorter = left_shorter ? left_words : right_words;
    const Words longer = left_shorter ? right_words : left_words;
    for (const auto rule : {by_first_and_last, by_order, by_part}) {
        const NameRelation relation = rule(shorter, longer);
        if (relation != NameRelation::None) {
            return relation;
        }
    }
    return NameRelation::None;
}

}  // namespace dateline::names
