// Levels and articles of joined places.
#include "query/search/joined_places.hpp"

#include "common/base/varint.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace dateline::search {
namespace {

std::string term_of(const std::string& id) {
    return schema::make_term(schema::kWithinPrefix, std::string_view(id).substr(2));
}

/// The level of the place `id`, as any one article that mentions it has it.
std::optional<schema::Slot> level_of(const storage::IndexReader& reader, const std::string& id) {
    for (const storage::DocumentPlace& place : reader.find_term(term_of(id), 1)) {
        const Xapian::Document document = reader.document(place);
        const storage::OrdinalTable& table = reader.ordinals(place.shard);
        for (const schema::PlaceLevelRow& row : schema::kPlaceLevels) {
            for (const std::uint32_t ordinal :
                 decode_ascending(document.get_value(static_cast<Xapian::valueno>(row.slot)))) {
                if (table.key(ordinal) == id) {
                    return row.slot;
                }
            }
        }
    }
    return std::nullopt;
}

std::optional<schema::Slot> level_of(const storage::IndexReader& reader,
                                     const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        if (const auto level = level_of(reader, id)) {
            return level;
        }
    }
    return std::nullopt;
}

std::vector<Xapian::docid> articles_of(const Xapian::Database& database,
                                       const std::vector<std::string>& ids) {
    std::vector<Xapian::docid> articles;
    for (const std::string& id : ids) {
        articles.insert(articles.end(),
                        database.postlist_begin(term_of(id)),
                        database.postlist_end(term_of(id)));
    }
    std::sort(articles.begin(), articles.end());
    articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
    return articles;
}

}  // namespace

std::vector<std::vector<JoinedPlace>> joined_places(const storage::IndexReader& reader) {
    std::vector<std::vector<JoinedPlace>> places(reader.shards().size());
    const std::vector<entities::JoinedEntity>& entities = reader.joins().entities();
    for (std::uint32_t number = 0; number < entities.size(); ++number) {
        if (!entities[number].id.starts_with("L:")) {
            continue;
        }
        const std::vector<std::string> ids = reader.joins().ids_of(entities[number].id);
        const auto level = level_of(reader, ids);
        for (std::size_t shard = 0; level && shard < places.size(); ++shard) {
            places[shard].push_back(
                {number, *level, articles_of(reader.shards()[shard].database, ids)});
        }
    }
    return places;
}

}  // namespace dateline::search
