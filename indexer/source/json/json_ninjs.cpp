// News items and packages as IPTC ninjs describes them, all versions.
#include "common/base/utf8.hpp"
#include "indexer/source/json/json_article.hpp"
#include "indexer/source/json/json_ninjs_text.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/xml/agency_item.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

void add_all(std::vector<std::string>& to, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        add_topic(to, name);
    }
}

/// Subjects may be given as bare codes, which say nothing to a reader.
bool is_code(const std::string& name) noexcept {
    return std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_subjects(Article& article, const JsonValue& record) {
    for (const std::initializer_list<std::string_view> keys :
         {std::initializer_list<std::string_view>{"subject", "subjects"}, {"keywords"}}) {
        std::vector<std::string> names = names_of(record, keys);
        std::erase_if(names, is_code);
        add_all(article.topics, names);
    }
}

std::string first_name(const JsonValue& record, std::initializer_list<std::string_view> keys) {
    const std::vector<std::string> names = names_of(record, keys);
    return names.empty() ? std::string{} : names.front();
}

/// The first version's time is when the item came out; with it, this version's is a change.
void set_times(Article& article, const JsonValue& record, const time::DateReading& dates) {
    const std::string version = text_of(record, {"versioncreated", "versionCreated"});
    for (const std::string& text : {text_of(record, {"firstpublished", "firstPublished"}),
                                    text_of(record, {"firstcreated", "firstCreated"}),
                                    version,
                                    text_of(record, {"contentcreated", "contentCreated"})}) {
        set_published(article, text, dates);
    }
    set_modified(article, version, dates);
    if (article.modified == article.published) {
        article.modified.reset();
    }
}

void set_names(Article& article, const JsonValue& record) {
    article.lang = normalise_lang(text_of(record, {"language", "lang"}));
    article.source = first_name(record, {"infosource", "infosources", "infoSources", "source"});
    if (article.source.empty()) {
        article.source = first_name(record, {"provider", "copyrightholder", "copyrightHolder"});
    }
    for (const std::string& name : names_of(record, {"by", "byline", "bylines", "authors"})) {
        add_authors(article.authors, name);
    }
    article.section = first_name(record, {"anpa_category", "service"});
    article.dateline.place = text_of(record, {"located"});
    add_all(article.people, names_of(record, {"person", "people", "persons"}));
    add_all(article.places, names_of(record, {"place", "places"}));
    add_all(article.orgs,
            names_of(record, {"organisation", "organisations", "organization", "organizations"}));
    add_subjects(article, record);
}

Article fields_of(const JsonValue& record, const SourceOptions& options) {
    Article article;
    article.id = text_of(record, {"uri", "guid", "_id"});
    article.url = text_of(record, {"url", "canonicalurl", "canonicalUrl"});
    if (article.url.empty() && article.id.starts_with("http")) {
        article.url = article.id;
    }
    article.title = ninjs_headline(record);
    set_times(article, record, options.dates);
    set_names(article, record);
    if (!text_of(record, {"embargoed", "embargo"}).empty()) {
        add_warning(article, "embargoed");
    }
    if (ascii_lower(text_of(record, {"pubstatus", "pubStatus"})) == "withheld") {
        add_warning(article, "withheld");
    }
    return article;
}

std::string type_of(const JsonValue& record) {
    const std::string type = ascii_lower(text_of(record, {"type"}));
    const bool is_event = type.empty() && member(record, "eventDetails").has_value();
    return is_event ? "event" : type;
}

bool is_medium(const std::string& type) {
    return type == "picture" || type == "video" || type == "audio" || type == "graphic";
}

bool is_announcement(const std::string& type) {
    return type == "event" || type == "planning";
}

bool is_canceled(const JsonValue& record) {
    const std::string status = ascii_lower(text_of(record, {"pubstatus", "pubStatus"}));
    return status == "canceled" || status == "cancelled";
}

/// What an item is associated with.
struct Associated {
    std::vector<std::string> captions;
    std::vector<JsonArticle> members;  ///< those with text of their own
};

JsonArticle article_of_item(const JsonValue& record, const SourceOptions& options);

void add_associated(Associated& found,
                    const JsonValue& item,
                    const std::string& id,
                    const SourceOptions& options) {
    if (!item.is_object()) {
        return;
    }
    if (is_medium(type_of(item))) {
        std::string caption;
        for (const std::string& paragraph : ninjs_description(item).paragraphs) {
            caption += (caption.empty() ? "" : " ") + paragraph;
        }
        found.captions.push_back(std::move(caption));
        return;
    }
    // A canceled member is to be named, though it seldom has a body.
    if (ninjs_body(item).paragraphs.empty() && !is_canceled(item)) {
        return;
    }
    JsonArticle member = article_of_item(item, options);
    if (member.article && member.article->id.empty()) {
        member.article->id = id;
    }
    found.members.push_back(std::move(member));
}

/// `associations` is an object of named items in ninjs 1, a list of items from 2.0 on.
Associated associated_with(const JsonValue& record, const SourceOptions& options) {
    Associated found;
    const std::optional<JsonValue> associations = member(record, "associations");
    if (!associations) {
        return found;
    }
    const std::string id = text_of(record, {"uri", "guid", "_id"});
    const auto member_id = [&id](std::string_view name) {
        return id.empty() || name.empty() ? std::string{} : id + "#" + std::string(name);
    };
    if (associations->is_object()) {
        for (const auto field : simdjson::dom::object(*associations)) {
            add_associated(found, field.value, member_id(field.key), options);
        }
    } else {
        for_each(*associations, [&](const JsonValue& item) {
            add_associated(found, item, member_id(text_of(item, {"name"})), options);
        });
    }
    return found;
}

/// Why an item of `type` that has no body is no article.
JsonArticle without_text(const std::string& type) {
    if (is_announcement(type)) {
        return {std::nullopt, "no_article", type + " item without a body: it announces news"};
    }
    if (is_medium(type)) {
        return {std::nullopt, "no_text", type + " item without a body; description is a caption"};
    }
    // The caller names the keys that are there.
    return {std::nullopt, "no_text", ""};
}

void inherit(Article& member, const Article& package) {
    member.lang = member.lang.empty() ? package.lang : member.lang;
    member.source = member.source.empty() ? package.source : member.source;
    member.published = member.published ? member.published : package.published;
}

/// Captions belong to the item, or to the first of its members if it has no text itself.
void give_captions(JsonArticle& item, const std::vector<std::string>& captions) {
    const auto with_article =
        std::find_if(item.members.begin(), item.members.end(), [](const JsonArticle& member) {
            return member.article.has_value();
        });
    if (!item.article && with_article == item.members.end()) {
        return;
    }
    Article& article = item.article ? *item.article : *with_article->article;
    for (const std::string& caption : captions) {
        add_caption(article, caption);
    }
}

JsonArticle article_of_item(const JsonValue& record, const SourceOptions& options) {
    if (is_canceled(record)) {
        return {std::nullopt, "canceled", "its publisher has withdrawn it"};
    }
    Article article = fields_of(record, options);
    Associated associated = associated_with(record, options);
    const std::string type = type_of(record);
    set_text(article, ninjs_body(record));
    const bool may_lack_body =
        associated.members.empty() && !is_medium(type) && !is_announcement(type);
    if (article.paragraphs.empty() && may_lack_body) {
        set_text(article, ninjs_description(record));
    }
    for (JsonArticle& member : associated.members) {
        if (member.article) {
            inherit(*member.article, article);
        }
    }
    JsonArticle result;
    if (!article.paragraphs.empty() || (may_lack_body && !article.title.empty())) {
        finish_item(article);
        result.article = std::move(article);
    } else if (associated.members.empty()) {
        result = without_text(type);
    }
    result.members = std::move(associated.members);
    give_captions(result, associated.captions);
    return result;
}

}  // namespace

JsonArticle article_of_ninjs(const JsonValue& record, const SourceOptions& options) {
    return article_of_item(record, options);
}

}  // namespace dateline::source
