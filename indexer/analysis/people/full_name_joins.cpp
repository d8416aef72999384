// All mentions of one form go together, each form to the one person that it fits.
#include "indexer/analysis/people/full_name_joins.hpp"

#include "common/names/family_first.hpp"
#include "common/names/name_relation.hpp"
#include "indexer/analysis/people/person_forms.hpp"
#include "indexer/analysis/people/word_index.hpp"

#include <algorithm>
#include <map>

namespace dateline::analysis {

namespace {

using names::Gender;
using names::NameRelation;
using names::PersonName;

JoinReason reason_of(NameRelation relation) {
    switch (relation) {
        case NameRelation::Same:
            return JoinReason::Alone;
        case NameRelation::Spelling:
        case NameRelation::GivenForm:
            return JoinReason::Spelling;
        case NameRelation::Order:
        case NameRelation::MiddleName:
        case NameRelation::Initials:
        case NameRelation::Surname:
        case NameRelation::Beginning:
        case NameRelation::None:
            break;
    }
    return JoinReason::Variant;
}

class FullNameJoiner {
public:
    FullNameJoiner(std::span<const PersonMention> mentions, const std::vector<bool>& bare)
        : mentions_(mentions), bare_(bare) {
        result_.joins.resize(mentions.size());
    }

    JoinedPeople join() {
        for (const Form& form : full_forms()) {
            add_form(form);
        }
        weigh_genders();
        return std::move(result_);
    }

private:
    // All mentions with one full name.
    struct Form {
        std::vector<std::size_t> mentions;
        Gender gender = Gender::Unknown;
    };

    [[nodiscard]] const PersonName& name_of(std::size_t mention) const {
        return mentions_[mention].name;
    }

    [[nodiscard]] std::vector<Form> full_forms() const {
        std::map<std::string, Form> by_key;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (!bare_[i]) {
                Form& form = by_key[form_key(name_of(i))];
                form.mentions.push_back(i);
                form.gender = form.gender == Gender::Unknown ? mentions_[i].gender : form.gender;
            }
        }
        std::vector<Form> forms;
        for (auto& [key, form] : by_key) {
            forms.push_back(std::move(form));
        }
        std::sort(forms.begin(), forms.end(), [&](const Form& left, const Form& right) {
            const auto left_fullness = fullness(name_of(left.mentions[0]));
            const auto right_fullness = fullness(name_of(right.mentions[0]));
            if (left_fullness != right_fullness) {
                return left_fullness > right_fullness;
            }
            // Of the two orders of one name the usual one.
            return left.mentions.size() != right.mentions.size()
                       ? left.mentions.size() > right.mentions.size()
                       : left.mentions[0] < right.mentions[0];
        });
        return forms;
    }

    void add_form(const Form& form) {
        const PersonJoin join = place_of(form);
        PersonCluster& cluster = result_.clusters[join.cluster];
        if (cluster.forms.empty()) {
            by_word_.add(name_of(form.mentions[0]), join.cluster);
        }
        cluster.forms.push_back(form.mentions[0]);
        cluster.full_names += form.mentions.size();
        if (cluster.gender == Gender::Unknown) {
            cluster.gender = form.gender;
        }
        for (const std::size_t mention : form.mentions) {
            result_.joins[mention] = join;
            add_office(cluster, mentions_[mention]);
        }
    }

    // The one cluster that fits best, or a new one.
    PersonJoin place_of(const Form& form) {
        const std::size_t first = form.mentions[0];
        PersonJoin join{.cluster = result_.clusters.size()};
        NameRelation best = NameRelation::None;
        std::size_t fitting = 0;
        // Whatever the relation, the longer name has one of the shorter one's ends.
        for (const std::size_t i : by_word_.find(name_of(first).words)) {
            const PersonCluster& cluster = result_.clusters[i];
            const NameRelation relation =
                names::relation_of(name_of(first), name_of(cluster.forms[0]));
            if (relation == NameRelation::None || is_against(form.gender, cluster.gender) ||
                are_known_as_two(mentions_[first], cluster)) {
                continue;
            }
            ++fitting;
            if (relation < best) {
                best = relation;
                join = {.cluster = i, .reason = reason_of(relation)};
            }
        }
        if (fitting > 1 && best != NameRelation::Same) {
            join = {.cluster = result_.clusters.size(), .doubtful = true};
        }
        if (join.cluster == result_.clusters.size()) {
            result_.clusters.emplace_back();
        }
        return join;
    }

    // Aung San is not Aung San Suu Kyi.
    [[nodiscard]] bool are_known_as_two(const PersonMention& mention,
                                        const PersonCluster& cluster) const {
        const std::string& other = mentions_[cluster.forms[0]].known_id;
        return !mention.known_id.empty() && !other.empty() && mention.known_id != other;
    }

    // Titles decide, without them the given name. Most of the pronouns count only among relatives.
    void weigh_genders() {
        std::vector<int> pronouns(result_.clusters.size());
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (!bare_[i]) {
                pronouns[result_.joins[i].cluster] += static_cast<int>(mentions_[i].pronoun);
            }
        }
        for (std::size_t i = 0; i < result_.clusters.size(); ++i) {
            PersonCluster& cluster = result_.clusters[i];
            const PersonName& name = name_of(cluster.forms[0]);
            if (cluster.gender == Gender::Unknown && !names::is_family_first(name)) {
                cluster.gender = names::gender_of_given_name(name.words[0].folded);
            }
            if (pronouns[i] != 0) {
                cluster.pronoun = pronouns[i] > 0 ? Gender::Male : Gender::Female;
            }
        }
    }

    std::span<const PersonMention> mentions_;
    const std::vector<bool>& bare_;
    WordIndex by_word_;  // clusters by the words of their fullest names
    JoinedPeople result_;
};

}  // namespace

JoinedPeople join_full_names(std::span<const PersonMention> mentions,
                             const std::vector<bool>& bare) {
    return FullNameJoiner(mentions, bare).join();
}

}  // namespace dateline::analysis
