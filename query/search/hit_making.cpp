// Reads stored articles.
#include "query/search/hit_making.hpp"

#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/storage/index_document.hpp"
#include "query/search/entities.hpp"

#include <optional>
#include <string>
#include <utility>

namespace dateline::search {
namespace {

Article stored_article(const Xapian::Document& document) {
    const std::string data = document.get_data();
    std::optional<Article> article = read_article(storage::unpack_data(data).article_json);
    if (!article) {
        throw Error(
            ErrorCode::IndexDamaged,
            "a stored article cannot be read",
            "run dateline-index --verify, and index the articles again if it reports damage");
    }
    return *std::move(article);
}

}  // namespace

Hit make_hit(const Xapian::Document& document, const entities::EntityJoins& joins) {
    Hit hit;
    hit.id = storage::public_id_of(document);
    hit.article = stored_article(document);
    hit.title = {"title", hit.article.title, {}};
    hit.people = entities_of(hit.article, MentionType::Person, joins);
    hit.places = entities_of(hit.article, MentionType::Place, joins);
    hit.orgs = entities_of(hit.article, MentionType::Org, joins);
    return hit;
}

Hit make_named_hit(const Xapian::Document& document) {
    Hit hit;
    hit.id = storage::public_id_of(document);
    hit.article.id = stored_article(document).id;
    return hit;
}

}  // namespace dateline::search
