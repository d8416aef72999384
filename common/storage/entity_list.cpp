// Names from the ordinal tables, counts from the lists of terms and from the value slots.
#include "common/storage/entity_list.hpp"

#include "common/base/varint.hpp"
#include "common/names/name_case.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace dateline::storage {
namespace {

Xapian::valueno number(schema::Slot slot) noexcept {
    return static_cast<Xapian::valueno>(slot);
}

/// Articles by term, without the prefix of ids.
std::unordered_map<std::string, std::uint64_t> articles_by_id(const IndexReader& reader,
                                                              const std::string& prefix) {
    std::unordered_map<std::string, std::uint64_t> articles;
    for (const ReadShard& shard : reader.shards()) {
        for (auto term = shard.database.allterms_begin(prefix);
             term != shard.database.allterms_end(prefix);
             ++term) {
            articles[(*term).substr(prefix.size())] += term.get_termfreq();
        }
    }
    return articles;
}

/// Smaller is better.
std::tuple<bool, bool, std::string_view> rank(const OrdinalTable& table, std::uint32_t ordinal) {
    const bool canonical = table.slug(ordinal) == table.key(ordinal).substr(2) ||
                           table.slug(ordinal).find('/') != std::string_view::npos;
    const std::string_view name = table.name(ordinal);
    return {!canonical, names::is_in_capitals(name), name};
}

}  // namespace

std::vector<ListedEntity> list_entities(const IndexReader& reader, const schema::Field& field) {
    const std::string prefix(field.id_prefix);
    const auto articles = articles_by_id(reader, prefix);
    const std::string start = std::string(field.id_letters) + ':';
    struct Best {
        const OrdinalTable* table = nullptr;
        std::uint32_t ordinal = 0;
        std::set<std::string_view> also{};
    };
    std::unordered_map<std::string_view, Best> names;
    for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
        const OrdinalTable& table = reader.ordinals(shard);
        for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
            if (!table.key(ordinal).starts_with(start)) {
                continue;
            }
            const auto [known, is_new] =
                names.try_emplace(table.key(ordinal), Best{&table, ordinal});
            if (table.slug(ordinal) != table.key(ordinal).substr(2)) {
                known->second.also.insert(table.slug(ordinal));
            }
            if (!is_new &&
                rank(table, ordinal) < rank(*known->second.table, known->second.ordinal)) {
                known->second.table = &table;
                known->second.ordinal = ordinal;
            }
        }
    }
    std::vector<ListedEntity> entities;
    for (const auto& [key, best] : names) {
        // What the terms lack is gone from the articles: the tables keep all they ever had.
        const auto found =
            articles.find(schema::make_term(prefix, key.substr(2)).substr(prefix.size()));
        if (found != articles.end()) {
            entities.push_back({std::string(key),
                                std::string(best.table->name(best.ordinal)),
                                found->second,
                                {best.also.begin(), best.also.end()}});
        }
    }
    std::sort(entities.begin(), entities.end(), [](const ListedEntity& a, const ListedEntity& b) {
        return a.id < b.id;
    });
    return entities;
}

std::vector<std::uint64_t> ordinal_counts(const IndexReader& reader,
                                          std::uint32_t shard,
                                          schema::Slot slot) {
    std::vector<std::uint64_t> counts(reader.ordinals(shard).size());
    const schema::Slot slots[] = {slot};
    for_each_ordinal_list(reader, shard, slots, [&](std::span<const std::uint32_t> ordinals) {
        for (const std::uint32_t ordinal : ordinals) {
            if (ordinal < counts.size()) {
                ++counts[ordinal];
            }
        }
    });
    return counts;
}

void for_each_ordinal_list(const IndexReader& reader,
                           std::uint32_t shard,
                           std::span<const schema::Slot> slots,
                           const std::function<void(std::span<const std::uint32_t>)>& action) {
    const Xapian::Database& database = reader.shards()[shard].database;
    std::vector<Xapian::ValueIterator> streams;
    for (const schema::Slot slot : slots) {
        streams.push_back(database.valuestream_begin(number(slot)));
    }
    std::vector<std::uint32_t> ordinals;
    for (; streams[0] != database.valuestream_end(number(slots[0])); ++streams[0]) {
        const Xapian::docid docid = streams[0].get_docid();
        ordinals = decode_ascending(*streams[0]);
        for (std::size_t i = 1; i < slots.size(); ++i) {
            if (streams[i] == database.valuestream_end(number(slots[i]))) {
                continue;
            }
            streams[i].skip_to(docid);
            if (streams[i] != database.valuestream_end(number(slots[i])) &&
                streams[i].get_docid() == docid) {
                const std::vector<std::uint32_t> more = decode_ascending(*streams[i]);
                ordinals.insert(ordinals.end(), more.begin(), more.end());
            }
        }
        action(ordinals);
    }
}

}  // namespace dateline::storage
