// Persons are settled from the fullest name to the shortest, each against the fuller ones of its
// surname; groups are kept by union-find.
#include "common/names/archive_people.hpp"

#include "common/names/given_names.hpp"
#include "common/names/name_relation.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

namespace dateline::names {

namespace {

// Whether two persons stand in the same company.
enum class Company { Common, Unknown, Apart };

constexpr std::size_t kTellingCompanions = 5;

// A person, ready for comparison.
struct Entry {
    const ArchivePerson* person = nullptr;
    PersonName name;
    std::vector<NameWord> words;          // without particles
    std::vector<std::string> companions;  // sorted
};

// How a person fits a fuller one.
struct Fit {
    std::size_t other = 0;
    NameRelation relation = NameRelation::None;
    bool bare = false;
};

std::tuple<std::size_t, std::size_t, std::size_t> fullness(const Entry& entry) {
    const auto written =
        std::count_if(entry.words.begin(), entry.words.end(), [](const NameWord& word) {
            return word.part == NamePart::Plain;
        });
    std::size_t bytes = 0;
    for (const NameWord& word : entry.words) {
        bytes += word.folded.size();
    }
    return {entry.name.size(), static_cast<std::size_t>(written), bytes};
}

Company company(const Entry& left, const Entry& right) {
    std::vector<std::string> common;
    std::set_intersection(left.companions.begin(),
                          left.companions.end(),
                          right.companions.begin(),
                          right.companions.end(),
                          std::back_inserter(common));
    if (!common.empty()) {
        return Company::Common;
    }
    const bool telling = left.companions.size() >= kTellingCompanions &&
                         right.companions.size() >= kTellingCompanions;
    return telling ? Company::Apart : Company::Unknown;
}

bool is_given(const NameWord& word) {
    return gender_of_given_name(word.folded) != Gender::Unknown;
}

// Putin Vladimir, but not James Thomas, which may be two people.
bool shows_its_order(const Entry& entry) {
    return is_given(entry.words.front()) != is_given(entry.words.back());
}

bool is_sure(const Entry& entry, const Entry& other, const Fit& fit) {
    const Company known = company(entry, other);
    switch (fit.relation) {
        case NameRelation::Order:
            return known == Company::Common ||
                   (known == Company::Unknown && shows_its_order(entry));
        case NameRelation::MiddleName:
            // With a middle name each, one more may tell two people apart: George W. and George
            // H. W. Bush.
            return known == Company::Common ||
                   (known == Company::Unknown && entry.words.size() < 3);
        case NameRelation::Same:
        case NameRelation::Initials:
        case NameRelation::Spelling:
            return known != Company::Apart;
        case NameRelation::Surname:
        case NameRelation::Beginning:
        case NameRelation::GivenForm:
        case NameRelation::None:
            break;
    }
    return known == Company::Common;
}

std::string reason_of(const Fit& fit) {
    return fit.bare ? "bare" : name_relation_name(fit.relation);
}

class ArchiveJoiner {
public:
    explicit ArchiveJoiner(std::span<const ArchivePerson> people) {
        for (const ArchivePerson& person : people) {
            Entry entry{&person, parse_person_name(person.name), {}, person.companions};
            entry.words = without_particles(entry.name.words);
            std::sort(entry.companions.begin(), entry.companions.end());
            if (!entry.words.empty()) {
                entries_.push_back(std::move(entry));
            }
        }
        std::sort(entries_.begin(), entries_.end(), [](const Entry& left, const Entry& right) {
            const auto left_fullness = fullness(left);
            const auto right_fullness = fullness(right);
            return left_fullness != right_fullness ? left_fullness > right_fullness
                                                   : left.person->id < right.person->id;
        });
        parents_.resize(entries_.size());
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
        reasons_.resize(entries_.size());
    }

    ArchiveJoins join() {
        index_names();
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            settle(i);
        }
        return results();
    }

private:
    using Places = std::map<std::string, std::vector<std::size_t>>;  // entries by spelling

    void index_names() {
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const std::vector<NameWord>& words = entries_[i].words;
            by_last_[words.back().spelling].push_back(i);
            for (std::size_t word = 1; word + 1 < words.size(); ++word) {
                by_inner_[words[word].spelling].push_back(i);
            }
            if (words.size() > 1) {
                by_first_[words.front().spelling].push_back(i);
            }
        }
    }

    // Those of `places` with `word` that are fuller than `entry`.
    static void add_fuller(const Places& places,
                           const NameWord& word,
                           std::size_t entry,
                           std::set<std::size_t>& fuller) {
        const auto found = places.find(word.spelling);
        if (found != places.end() && found->second.size() <= kMostNamesakes) {
            fuller.insert(found->second.begin(),
                          std::lower_bound(found->second.begin(), found->second.end(), entry));
        }
    }

    [[nodiscard]] Fit fit_of(std::size_t entry, std::size_t fuller) const {
        const Entry& own = entries_[entry];
        const Entry& other = entries_[fuller];
        Fit fit{.other = fuller, .relation = NameRelation::None, .bare = own.name.is_bare()};
        if (!fit.bare) {
            fit.relation = relation_of(own.name, other.name);
        }
        return fit;
    }

    [[nodiscard]] bool is_surname_of(std::size_t bare, std::size_t fuller) const {
        const std::vector<NameWord>& words = entries_[fuller].words;
        return entries_[bare].words.size() == 1 && words.size() > 1 &&
               words.back().folded == entries_[bare].words[0].folded;
    }

    // What `entry` fits of all before it, which are fuller.
    [[nodiscard]] std::vector<Fit> fits_of(std::size_t entry) const {
        std::set<std::size_t> others;
        const std::vector<NameWord>& words = entries_[entry].words;
        add_fuller(by_last_, words.back(), entry, others);
        if (words.size() > 1) {
            add_fuller(by_inner_, words.back(), entry, others);  // José Hernández Rivera
            add_fuller(by_first_, words.back(), entry, others);  // Putin Vladimir, the fuller one
            add_fuller(by_last_, words.front(), entry, others);  // Putin Vladimir, the other one
        }
        std::vector<Fit> fits;
        for (const std::size_t other : others) {
            const Fit fit = fit_of(entry, other);
            if (fit.relation != NameRelation::None || (fit.bare && is_surname_of(entry, other))) {
                fits.push_back(fit);
            }
        }
        return fits;
    }

    void settle(std::size_t entry) {
        const std::vector<Fit> fits = fits_of(entry);
        if (fits.empty()) {
            return;
        }
        const auto surest =
            std::min_element(fits.begin(), fits.end(), [&](const Fit& left, const Fit& right) {
                return std::pair(left.relation, left.other) <
                       std::pair(right.relation, right.other);
            });
        const std::size_t group = root(surest->other);
        const bool one_group = std::all_of(
            fits.begin(), fits.end(), [&](const Fit& fit) { return root(fit.other) == group; });
        const bool sure = std::any_of(fits.begin(), fits.end(), [&](const Fit& fit) {
            return is_sure(entries_[entry], entries_[fit.other], fit);
        });
        if (one_group && sure) {
            parents_[entry] = group;
            reasons_[entry] = reason_of(*surest);
            return;
        }
        DoubtfulJoin doubtful{entries_[entry].person->id, {}, reason_of(*surest)};
        for (const Fit& fit : fits) {
            doubtful.others.push_back(entries_[fit.other].person->id);
        }
        std::sort(doubtful.others.begin(), doubtful.others.end());
        doubtful_.push_back(std::move(doubtful));
    }

    [[nodiscard]] std::size_t root(std::size_t entry) const {
        while (parents_[entry] != entry) {
            entry = parents_[entry];
        }
        return entry;
    }

    ArchiveJoins results() {
        std::map<std::size_t, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            groups[root(i)].push_back(i);
        }
        ArchiveJoins result;
        for (const auto& [first, members] : groups) {
            add_group(members, result);
        }
        result.doubtful = std::move(doubtful_);
        std::sort(result.joins.begin(),
                  result.joins.end(),
                  [](const auto& left, const auto& right) { return left.id < right.id; });
        std::sort(result.doubtful.begin(),
                  result.doubtful.end(),
                  [](const auto& left, const auto& right) { return left.id < right.id; });
        return result;
    }

    // The members of a group stand from the fullest name to the shortest.
    void add_group(const std::vector<std::size_t>& members, ArchiveJoins& result) const {
        const std::size_t canonical = *std::max_element(
            members.begin(), members.end(), [&](std::size_t left, std::size_t right) {
                const std::uint32_t left_articles = entries_[left].person->articles;
                const std::uint32_t right_articles = entries_[right].person->articles;
                return left_articles != right_articles ? left_articles < right_articles
                                                       : left > right;
            });
        for (const std::size_t member : members) {
            if (member != canonical) {
                result.joins.push_back({entries_[member].person->id,
                                        entries_[canonical].person->id,
                                        reason_for(member, canonical)});
            }
        }
    }

    // How the names fit; members that fit only through a third keep what joined them to that.
    [[nodiscard]] std::string reason_for(std::size_t member, std::size_t canonical) const {
        const NameRelation relation = relation_of(entries_[member].name, entries_[canonical].name);
        if (relation != NameRelation::None) {
            return name_relation_name(relation);
        }
        return reasons_[member].empty() ? reasons_[canonical] : reasons_[member];
    }

    std::vector<Entry> entries_;  // the fullest names first
    Places by_last_;
    Places by_inner_;
    Places by_first_;
    std::vector<std::size_t> parents_;
    std::vector<std::string> reasons_;
    std::vector<DoubtfulJoin> doubtful_;
};

}  // namespace

ArchiveJoins join_archive_people(std::span<const ArchivePerson> people) {
    return ArchiveJoiner(people).join();
}

}  // namespace dateline::names
