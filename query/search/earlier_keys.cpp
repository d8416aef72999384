// Looks keys up in the indexes before, and compares what they stand for.
#include "query/search/earlier_keys.hpp"

#include "common/article/article_json.hpp"
#include "common/article/url.hpp"
#include "common/storage/index_document.hpp"
#include "common/storage/stored_articles.hpp"

#include <algorithm>
#include <set>

namespace dateline::search {
namespace {

/// The hash of what is indexed of `document`.
std::string content_hash(const Xapian::Document& document) {
    return document.get_value(static_cast<Xapian::valueno>(schema::Slot::Content)).substr(0, 8);
}

/// Whether two articles with equal keys are one.
bool is_same(const Article& a, const Article& b) {
    return (!a.collection.empty() && a.collection == b.collection) ||
           (!a.url.empty() && canonical_url(a.url) == canonical_url(b.url)) ||
           (a.title == b.title && a.paragraphs == b.paragraphs);
}

}  // namespace

EarlierKeys::EarlierKeys(const storage::IndexReader& reader, std::uint32_t shard)
    : verdicts_(reader.shards()[shard].database.get_lastdocid() + std::size_t{1}) {
    const std::size_t own = reader.index_of(shard);
    earlier_.resize(own);
    for (std::uint32_t other = 0; other < shard; ++other) {
        if (reader.index_of(other) < own) {
            earlier_[reader.index_of(other)].emplace_back(reader.shards()[other].name);
        }
    }
}

bool EarlierKeys::operator()(const Xapian::Document& document) const {
    const Xapian::docid docid = document.get_docid();
    if (docid >= verdicts_.size()) {
        verdicts_.resize(docid + std::size_t{1});
    }
    Verdict& verdict = verdicts_[docid];
    if (verdict == Verdict::Unknown) {
        verdict = is_repeated(document) ? Verdict::Repeated : Verdict::First;
    }
    return verdict == Verdict::First;
}

bool EarlierKeys::is_repeated(const Xapian::Document& document) const {
    const Hash128 key = storage::key_of(document);
    const std::string term = storage::key_term(key);
    return std::any_of(earlier_.begin(), earlier_.end(), [&](const auto& shards) {
        const Xapian::Database& shard = shards[key.high % shards.size()];
        const Xapian::PostingIterator posting = shard.postlist_begin(term);
        if (posting == shard.postlist_end(term)) {
            return false;
        }
        const Xapian::Document other = shard.get_document(*posting);
        return content_hash(document) == content_hash(other) ||
               is_same(storage::stored_article(document), storage::stored_article(other));
    });
}

std::uint64_t articles_with_any(const storage::IndexReader& reader,
                                const EarlierKeysOfShards& earlier,
                                const std::vector<std::string>& terms) {
    if (reader.manifests().size() == 1) {
        return reader.any_frequency(terms);
    }
    std::uint64_t articles = 0;
    for (std::size_t shard = 0; shard < earlier.size(); ++shard) {
        const Xapian::Database& database = reader.shards()[shard].database;
        std::set<Xapian::docid> found;
        for (const std::string& term : terms) {
            found.insert(database.postlist_begin(term), database.postlist_end(term));
        }
        articles += static_cast<std::uint64_t>(
            std::count_if(found.begin(), found.end(), [&](Xapian::docid docid) {
                return earlier[shard] == nullptr || (*earlier[shard])(database.get_document(docid));
            }));
    }
    return articles;
}

}  // namespace dateline::search
