// From the names of an index to joins, through the rules of common/names.
#include "indexer/run/join_proposals.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/names/archive_organisations.hpp"
#include "common/names/archive_people.hpp"
#include "common/names/person_name.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/entity_list.hpp"
#include "common/storage/xapian_errors.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace dateline::run {
namespace {

using names::ArchiveJoins;
using names::ArchivePerson;
using schema::FieldId;
using storage::ListedEntity;

/// What stands in more than this share of all articles, and in more than a few, is company to all.
constexpr std::uint64_t kCommonShare = 10;
constexpr std::uint64_t kFewArticles = 5;

std::uint32_t clamped(std::uint64_t articles) {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(articles, std::numeric_limits<std::uint32_t>::max()));
}

/// Gathers in whose company people are mentioned, for those whose names fit others.
class CompanyFinder {
public:
    CompanyFinder(const storage::IndexReader& reader,
                  const std::vector<ListedEntity>& people,
                  const std::vector<ListedEntity>& organisations) {
        const std::uint64_t most = std::max(reader.article_count() / kCommonShare, kFewArticles);
        for (const std::vector<ListedEntity>* list : {&people, &organisations}) {
            for (const ListedEntity& entity : *list) {
                if (entity.articles <= most) {
                    numbers_.emplace(entity.id, next_);
                }
                ++next_;
            }
        }
    }

    /// Fills in ArchivePerson::companions of `people`, which `wanted` says by place.
    void fill(const storage::IndexReader& reader,
              const std::vector<bool>& wanted,
              std::vector<ArchivePerson>& people) const {
        std::unordered_map<std::string_view, std::size_t> places;
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (wanted[i]) {
                places.emplace(people[i].id, i);
            }
        }
        std::vector<std::vector<std::uint32_t>> found(people.size());
        for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
            scan(reader, shard, places, found);
        }
        for (std::size_t i = 0; i < people.size(); ++i) {
            make_unique(found[i]);
            for (const std::uint32_t number : found[i]) {
                people[i].companions.push_back(std::to_string(number));
            }
        }
    }

private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    static void make_unique(std::vector<std::uint32_t>& numbers) {
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    }

    void scan(const storage::IndexReader& reader,
              std::uint32_t shard,
              const std::unordered_map<std::string_view, std::size_t>& places,
              std::vector<std::vector<std::uint32_t>>& found) const {
        const storage::OrdinalTable& table = reader.ordinals(shard);
        std::vector<std::uint32_t> person_of(table.size(), kNone);
        std::vector<std::uint32_t> number_of(table.size(), kNone);
        for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
            const auto place = places.find(table.key(ordinal));
            const auto number = numbers_.find(table.key(ordinal));
            person_of[ordinal] =
                place == places.end() ? kNone : static_cast<std::uint32_t>(place->second);
            number_of[ordinal] = number == numbers_.end() ? kNone : number->second;
        }
        constexpr std::array kSlots = {schema::Slot::Person, schema::Slot::Org};
        storage::for_each_ordinal_list(
            reader, shard, kSlots, [&](std::span<const std::uint32_t> ordinals) {
                for (const std::uint32_t person : ordinals) {
                    if (person >= person_of.size() || person_of[person] == kNone) {
                        continue;
                    }
                    for (const std::uint32_t other : ordinals) {
                        if (other != person && other < number_of.size() &&
                            number_of[other] != kNone) {
                            found[person_of[person]].push_back(number_of[other]);
                        }
                    }
                }
            });
    }

    std::unordered_map<std::string_view, std::uint32_t> numbers_;  // of telling companions
    std::uint32_t next_ = 0;
};

std::vector<bool> people_that_fit(const std::vector<ArchivePerson>& people,
                                  const ArchiveJoins& joins) {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < people.size(); ++i) {
        places.emplace(people[i].id, i);
    }
    std::vector<bool> fit(people.size());
    for (const names::ArchiveJoin& join : joins.joins) {
        fit[places.at(join.id)] = true;
        fit[places.at(join.canonical_id)] = true;
    }
    for (const names::DoubtfulJoin& doubt : joins.doubtful) {
        fit[places.at(doubt.id)] = true;
        for (const std::string& other : doubt.others) {
            fit[places.at(other)] = true;
        }
    }
    return fit;
}

/// How well a name says who somebody is: nothing for a surname alone, little for `V. Putin`, and
/// else the more the more articles have it.
std::uint64_t telling(const ListedEntity& person) {
    constexpr std::uint64_t kWorthOfGivenName = 8;
    const names::PersonName name = names::parse_person_name(person.name);
    if (name.is_bare()) {
        return 0;
    }
    const bool initial = name.words.front().part == names::NamePart::Initial;
    return person.articles * (initial ? 1 : kWorthOfGivenName);
}

bool is_better_name(const ListedEntity& a, const ListedEntity& b) {
    const std::uint64_t a_telling = telling(a);
    const std::uint64_t b_telling = telling(b);
    if (a_telling != b_telling) {
        return a_telling > b_telling;
    }
    return a.articles != b.articles ? a.articles > b.articles : a.id < b.id;
}

/// Adds the groups of `joins`, each under its best name.
void add_joins(const std::vector<ListedEntity>& listed,
               const ArchiveJoins& joins,
               JoinProposals& result) {
    std::unordered_map<std::string_view, const ListedEntity*> by_id;
    for (const ListedEntity& entity : listed) {
        by_id.emplace(entity.id, &entity);
    }
    std::unordered_map<std::string_view, const ListedEntity*> best;
    for (const names::ArchiveJoin& join : joins.joins) {
        const auto [kept, is_new] =
            best.try_emplace(join.canonical_id, by_id.at(join.canonical_id));
        const ListedEntity& member = *by_id.at(join.id);
        const bool person = member.id.starts_with("P:");
        if (person && is_better_name(member, *kept->second)) {
            kept->second = &member;
        }
    }
    for (const names::ArchiveJoin& join : joins.joins) {
        const ListedEntity& canonical = *best.at(join.canonical_id);
        const std::string& member = join.id == canonical.id ? join.canonical_id : join.id;
        result.joins.push_back({member, canonical.id, join.reason, canonical.name});
    }
    for (const names::DoubtfulJoin& doubt : joins.doubtful) {
        result.doubts.push_back({doubt.id, doubt.others, doubt.reason});
    }
}

std::vector<ArchivePerson> archive_people(const std::vector<ListedEntity>& listed) {
    std::vector<ArchivePerson> people;
    people.reserve(listed.size());
    for (const ListedEntity& entity : listed) {
        people.push_back({entity.id, entity.name, clamped(entity.articles), {}});
    }
    return people;
}

std::vector<names::ArchiveOrganisation> archive_organisations(
    const std::vector<ListedEntity>& listed) {
    std::vector<names::ArchiveOrganisation> organisations;
    organisations.reserve(listed.size());
    for (const ListedEntity& entity : listed) {
        organisations.push_back({entity.id, entity.name, clamped(entity.articles), entity.also});
    }
    return organisations;
}

}  // namespace

JoinProposals propose_joins(const storage::IndexReader& reader) {
    const auto listed_people = storage::list_entities(reader, schema::field(FieldId::Person));
    const auto listed_organisations = storage::list_entities(reader, schema::field(FieldId::Org));
    std::vector<ArchivePerson> people = archive_people(listed_people);
    const ArchiveJoins by_name = names::join_archive_people(people);
    JoinProposals result;
    if (!by_name.joins.empty() || !by_name.doubtful.empty()) {
        const CompanyFinder company(reader, listed_people, listed_organisations);
        company.fill(reader, people_that_fit(people, by_name), people);
        add_joins(listed_people, names::join_archive_people(people), result);
    }
    add_joins(listed_organisations,
              names::join_archive_organisations(archive_organisations(listed_organisations)),
              result);
    std::sort(result.joins.begin(), result.joins.end());
    std::sort(result.doubts.begin(), result.doubts.end(), [](const Doubt& a, const Doubt& b) {
        return a.id < b.id;
    });
    return result;
}

void renew_joins(const std::filesystem::path& index) {
    const std::string bytes = storage::retry_when_modified(index.string(), [&](int /*attempt*/) {
        const storage::IndexReader reader(index);
        return entities::write_join_table(propose_joins(reader).joins);
    });
    std::string before;
    try {
        before = entities::load_join_table(index);
    } catch (const Error&) {
        // One that cannot be read is replaced.
        before.clear();
    }
    if (bytes != before) {
        write_file_atomically(entities::join_table_path(index), bytes);
    }
}

}  // namespace dateline::run
