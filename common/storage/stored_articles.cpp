// Reading stored articles back.
#include "common/storage/stored_articles.hpp"

#include "common/article/article_json.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/paths.hpp"
#include "common/storage/xapian_errors.hpp"

#include <algorithm>
#include <memory>

namespace dateline::storage {
namespace {

std::uint64_t big_endian_at(const std::string& bytes, std::size_t offset) {
    std::uint64_t value = 0;
    for (std::size_t i = offset; i < offset + 8 && i < bytes.size(); ++i) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

Article article_of(const Xapian::Document& document, const std::string& shard) {
    const std::string data = document.get_data();
    std::optional<Article> article = read_article(unpack_data(data).article_json);
    if (!article) {
        throw Error(
            ErrorCode::IndexDamaged,
            "the stored article " + std::to_string(document.get_docid()) + " of '" + shard +
                "' cannot be read",
            "run dateline-index --verify, and index the articles again if it reports damage");
    }
    return std::move(*article);
}

}  // namespace

Article stored_article(const IndexReader& reader, const DocumentPlace& place) {
    const std::string& shard = reader.shards()[place.shard].name;
    return translating_errors(shard, [&] { return article_of(reader.document(place), shard); });
}

Article stored_article(const Xapian::Document& document) {
    const std::string data = document.get_data();
    std::optional<Article> article = read_article(unpack_data(data).article_json);
    if (!article) {
        throw Error(
            ErrorCode::IndexDamaged,
            "a stored article cannot be read",
            "run dateline-index --verify, and index the articles again if it reports damage");
    }
    return *std::move(article);
}

std::optional<FoundArticle> find_article(const IndexReader& reader, const Hash128& key) {
    return translating_errors(reader.folder().string(), [&]() -> std::optional<FoundArticle> {
        const std::vector<DocumentPlace> places = reader.find_term(key_term(key), 1);
        if (places.empty()) {
            return std::nullopt;
        }
        const std::string content =
            reader.document(places.front())
                .get_value(static_cast<Xapian::valueno>(schema::Slot::Content));
        return FoundArticle{
            places.front(),
            {places.front().docid, big_endian_at(content, 0), big_endian_at(content, 8)}};
    });
}

std::vector<DocumentPlace> articles_in(const IndexReader& reader,
                                       const std::function<bool(std::string_view path)>& wanted) {
    std::vector<DocumentPlace> places;
    for (std::uint32_t number = 0; number < reader.shards().size(); ++number) {
        const ReadShard& shard = reader.shards()[number];
        translating_errors(shard.name, [&] {
            for_each_path(shard.database, [&](const std::string& term, std::string_view path) {
                if (!wanted(path)) {
                    return;
                }
                for (auto posting = shard.database.postlist_begin(term);
                     posting != shard.database.postlist_end(term);
                     ++posting) {
                    places.push_back({number, *posting});
                }
            });
        });
    }
    std::sort(places.begin(), places.end());
    return places;
}

void for_each_article(
    const std::filesystem::path& folder,
    const std::function<bool(const Article&, const std::string& public_id)>& action) {
    auto reader = std::make_unique<IndexReader>(folder);
    const std::uint32_t shard_count = reader->manifest().shard_count;
    for (std::uint32_t number = 0; number < shard_count; ++number) {
        Xapian::docid last = 0;
        while (true) {
            struct Next {
                Xapian::docid docid = 0;
                Article article;
                std::string public_id;
            };
            // Docids never change their meaning, so a snapshot that a writer has overtaken can be
            // opened anew and read on after the last one.
            const std::optional<Next> next =
                retry_when_modified(folder.string(), [&](int attempt) -> std::optional<Next> {
                    if (attempt > 0) {
                        reader = std::make_unique<IndexReader>(folder);
                    }
                    const ReadShard& shard = reader->shards()[number];
                    auto posting = shard.database.postlist_begin("");
                    posting.skip_to(last + 1);
                    if (posting == shard.database.postlist_end("")) {
                        return std::nullopt;
                    }
                    const Xapian::Document document = shard.database.get_document(*posting);
                    return Next{*posting, article_of(document, shard.name), public_id_of(document)};
                });
            if (!next) {
                break;
            }
            last = next->docid;
            if (!action(next->article, next->public_id)) {
                return;
            }
        }
    }
}

}  // namespace dateline::storage
