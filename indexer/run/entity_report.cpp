// Counting the names of an index, entity by entity.
#include "indexer/run/entity_report.hpp"

#include "common/entities/entity_joins.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/entity_list.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/xapian_errors.hpp"
#include "indexer/run/join_proposals.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace dateline::run {
namespace {

using schema::FieldId;

constexpr std::array kFields = {FieldId::Person, FieldId::Place, FieldId::Org};

/// Reasons of joins that a surname alone, or a part of a name, would give.
constexpr std::array<std::string_view, 5> kThinReasons = {
    "bare", "beginning", "given_form", "order", "surname"};

bool is_thin(std::string_view reason) {
    return std::find(kThinReasons.begin(), kThinReasons.end(), reason) != kThinReasons.end();
}

class Reporter {
public:
    explicit Reporter(const storage::IndexReader& reader)
        : reader_(reader), joins_(reader.joins()) {}

    std::vector<ReportedEntity> report() {
        for (const FieldId id : kFields) {
            add_entities(schema::field(id));
        }
        add_variants();
        add_doubts();
        return finish();
    }

private:
    using Names = std::unordered_map<std::string_view, std::uint64_t>;  // articles by name

    void add_entities(const schema::Field& field) {
        for (storage::ListedEntity& listed : storage::list_entities(reader_, field)) {
            articles_.emplace(listed.id, listed.articles);
            const entities::JoinedEntity* const joined = joins_.entity_of(listed.id);
            ReportedEntity& entity =
                entities_[joined == nullptr ? listed.id : std::string(joined->id)];
            entity.articles += listed.articles;
            entity.name = joined == nullptr ? std::move(listed.name) : joined->name;
        }
        // An article may have several ids of one entity.
        for (const entities::JoinedEntity& joined : joins_.entities()) {
            const auto found = entities_.find(joined.id);
            if (field.id_letters[0] != joined.id[0] || found == entities_.end()) {
                continue;
            }
            std::vector<std::string> terms;
            for (const std::string& id : joins_.ids_of(joined.id)) {
                terms.push_back(schema::make_term(field.id_prefix, id.substr(2)));
            }
            found->second.articles = reader_.any_frequency(terms);
            for (const entities::Member& member : joined.members) {
                if (articles_.contains(member.id)) {
                    found->second.joined.push_back(
                        {member.id, member.reason, articles_.at(member.id), true});
                }
            }
        }
    }

    void add_variants() {
        constexpr std::array kSlots = {
            schema::Slot::Person, schema::Slot::Place, schema::Slot::Org, schema::Slot::Spelling};
        for (std::uint32_t shard = 0; shard < reader_.shards().size(); ++shard) {
            const storage::OrdinalTable& table = reader_.ordinals(shard);
            for (const schema::Slot slot : kSlots) {
                const std::vector<std::uint64_t> counts =
                    storage::ordinal_counts(reader_, shard, slot);
                for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
                    const auto entity =
                        counts[ordinal] == 0
                            ? entities_.end()
                            : entities_.find(std::string(joins_.canonical(table.key(ordinal))));
                    if (entity != entities_.end()) {
                        names_[&entity->second][table.name(ordinal)] += counts[ordinal];
                    }
                }
            }
        }
    }

    void add_doubts() {
        for (const Doubt& doubt : propose_joins(reader_).doubts) {
            const std::string canonical(joins_.canonical(doubt.id));
            const auto entity = entities_.find(canonical);
            for (const std::string& other : doubt.others) {
                const std::string other_canonical(joins_.canonical(other));
                if (entity != entities_.end() && other_canonical != canonical) {
                    entity->second.doubtful.push_back(
                        {other, doubt.reason, articles_.at(other), false});
                }
            }
        }
    }

    std::vector<ReportedEntity> finish() {
        std::vector<ReportedEntity> result;
        result.reserve(entities_.size());
        for (auto& [id, entity] : entities_) {
            entity.id = id;
            for (const auto& [name, articles] : names_[&entity]) {
                entity.variants.push_back({std::string(name), articles});
            }
            std::sort(
                entity.variants.begin(), entity.variants.end(), [](const auto& a, const auto& b) {
                    return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
                });
            for (const ReportedId& joined : entity.joined) {
                if (is_thin(joined.reason)) {
                    entity.doubtful.push_back(joined);
                }
            }
            std::sort(entity.doubtful.begin(),
                      entity.doubtful.end(),
                      [](const auto& a, const auto& b) { return a.id < b.id; });
            result.push_back(std::move(entity));
        }
        std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
            return a.articles > b.articles;
        });
        return result;
    }

    const storage::IndexReader& reader_;
    const entities::EntityJoins& joins_;
    std::map<std::string, ReportedEntity> entities_;
    std::unordered_map<std::string, std::uint64_t> articles_;  // by id, joined or not
    std::unordered_map<const ReportedEntity*, Names> names_;
};

/// Whether an article of the index has `id`, with its type letter.
bool is_known(const storage::IndexReader& reader, const std::string& id) {
    return std::any_of(kFields.begin(), kFields.end(), [&](FieldId number) {
        const schema::Field& field = schema::field(number);
        return field.id_letters.find(id[0]) != std::string_view::npos &&
               reader.any_frequency({schema::make_term(field.id_prefix, id.substr(2))}) > 0;
    });
}

}  // namespace

std::vector<ReportedEntity> report_entities(const std::filesystem::path& index) {
    return storage::retry_when_modified(index.string(), [&](int /*attempt*/) {
        const storage::IndexReader reader(index);
        return Reporter(reader).report();
    });
}

std::vector<std::string> unknown_merges(const std::filesystem::path& index,
                                        const entities::EntitiesFile& file) {
    return storage::retry_when_modified(index.string(), [&](int /*attempt*/) {
        const storage::IndexReader reader(index);
        std::vector<std::string> unknown;
        for (const entities::UserEntity& entity : file.entities()) {
            std::copy_if(entity.merges.begin(),
                         entity.merges.end(),
                         std::back_inserter(unknown),
                         [&](const std::string& id) { return !is_known(reader, id); });
        }
        return unknown;
    });
}

}  // namespace dateline::run
