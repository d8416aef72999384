// Articles in news items of NewsML-G2.
#include "indexer/source/xml/newsml_g2_article.hpp"

#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/xml/agency_content.hpp"
#include "indexer/source/xml/newsml_g2_names.hpp"
#include "indexer/source/xml/xml_elements.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

/// The last part of a code: of `ninat:text` and of `http://cv.iptc.org/newscodes/ninature/text`.
std::string code_at(const xmlNode& item, std::initializer_list<std::string_view> path) {
    const std::string code =
        first_filled({attribute_at(item, path, "qcode"), attribute_at(item, path, "uri")});
    const std::size_t at = code.find_last_of(":/");
    return ascii_lower(at == std::string::npos ? code : code.substr(at + 1));
}

std::string item_language(const xmlNode& item) {
    const xmlNode* content = child(item, "contentSet");
    const xmlNode* first =
        content == nullptr ? nullptr : first_below(*content, {"inlineXML", "inlineData"});
    return normalise_lang(first_filled({attribute_at(item, {"contentMeta", "language"}, "tag"),
                                        first == nullptr ? "" : attribute(*first, "lang"),
                                        attribute(item, "lang")}));
}

void set_times(Article& article, const xmlNode& item, const time::DateReading& dates) {
    const std::string version = text_at(item, {"itemMeta", "versionCreated"});
    for (const std::string& text : {text_at(item, {"itemMeta", "firstCreated"}),
                                    version,
                                    text_at(item, {"contentMeta", "contentCreated"})}) {
        set_issued(article, text, dates);
    }
    set_version_time(article, version, dates);
}

/// The main one of several headlines, which may differ in role and language.
std::string headline_of(const xmlNode& item, const std::string& lang) {
    std::string best;
    int best_rank = 9;
    const xmlNode* meta = child(item, "contentMeta");
    for (const xmlNode* headline :
         meta == nullptr ? std::vector<const xmlNode*>{} : children(*meta, "headline")) {
        const std::string role = ascii_lower(attribute(*headline, "role"));
        const bool other_role = !role.empty() && role.find("main") == std::string::npos &&
                                role.find("headline") == std::string::npos;
        const std::string its = normalise_lang(attribute(*headline, "lang"));
        const bool other_lang =
            !its.empty() && !lang.empty() && its.substr(0, 2) != lang.substr(0, 2);
        const int rank = (other_lang ? 2 : 0) + (other_role ? 1 : 0);
        std::string line = plain_line(line_of(*headline));
        if (!line.empty() && rank < best_rank) {
            best = std::move(line);
            best_rank = rank;
        }
    }
    return first_filled({best, text_at(item, {"itemMeta", "title"})});
}

bool is_organisation(const xmlNode& creator) {
    const std::string type = attribute(creator, "type");
    return type.find("org") != std::string::npos ||
           child(creator, "organisationDetails") != nullptr;
}

void set_authors(Article& article, const xmlNode& meta, const G2Names& names) {
    for (const xmlNode* by : children(meta, "by")) {
        add_authors(article.authors, plain_line(line_of(*by)));
    }
    if (!article.authors.empty()) {
        return;
    }
    for (const xmlNode* creator : children(meta, "creator")) {
        const std::string name = names.stated_name(*creator);
        if (!is_organisation(*creator) && ascii_lower(name) != ascii_lower(article.source)) {
            add_authors(article.authors, name);
        }
    }
}

/// The host of an address, without `www.`: the last resort for the name of who runs it.
std::string host_of(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) {
        return {};
    }
    address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/:?#"));
    address.remove_prefix(address.starts_with("www.") ? 4 : 0);
    return std::string(address);
}

void set_source(Article& article, const xmlNode& item, const G2Names& names) {
    const auto name_at = [&](std::initializer_list<std::string_view> path) {
        const xmlNode* party = descend(item, path);
        return party == nullptr ? std::string{} : names.party(*party);
    };
    article.source = first_filled({name_at({"itemMeta", "provider"}),
                                   name_at({"rightsInfo", "copyrightHolder"}),
                                   name_at({"contentMeta", "infoSource"}),
                                   text_at(item, {"contentMeta", "creditline"}),
                                   host_of(attribute_at(item, {"itemMeta", "provider"}, "uri"))});
    article.section = name_at({"itemMeta", "service"});
}

void add_subjects(Article& article, const xmlNode& meta, const G2Names& names) {
    for (const xmlNode* subject : children(meta, "subject")) {
        const std::string name = names.stated_name(*subject);
        switch (names.kind(*subject)) {
            case G2Kind::Person:
                add_topic(article.people, name);
                break;
            case G2Kind::Organisation:
                add_topic(article.orgs, name);
                break;
            case G2Kind::Place:
                add_topic(article.places, name);
                break;
            case G2Kind::Other:
                add_topic(article.topics, name);
                break;
        }
    }
    for (const xmlNode* keyword : children(meta, "keyword")) {
        add_topic(article.topics, line_of(*keyword));
    }
}

void set_dateline(Article& article, const xmlNode& meta, const G2Names& names) {
    article.dateline = parse_dateline(text_at(meta, {"dateline"}));
    const xmlNode* located = child(meta, "located");
    if (article.dateline.place.empty() && located != nullptr) {
        article.dateline.place = names.stated_name(*located);
    }
}

/// Data of other kinds than text (sports results, events) has words, too, but no paragraphs.
bool is_story(const xmlNode& inline_xml) {
    return first_below(inline_xml, {"nitf", "html", "body", "section", "article", "p", "pre"});
}

AgencyContent best_content(const xmlNode& item, const time::DateReading& dates) {
    AgencyContent best;
    const xmlNode* set = child(item, "contentSet");
    for (const xmlNode* part : set == nullptr ? std::vector<const xmlNode*>{} : children(*set)) {
        const std::string_view name = local_name(*part);
        if (name == "inlineData" || (name == "inlineXML" && is_story(*part))) {
            best = better_of(std::move(best), content_in(*part, dates));
        }
    }
    return best;
}

/// The captions and summaries that an item states of itself, as one text.
MarkedUpText description_of(const xmlNode& item) {
    MarkedUpText text;
    if (const xmlNode* meta = child(item, "contentMeta")) {
        for (const xmlNode* description : children(*meta, "description")) {
            MarkedUpText part = text_in(*description);
            std::move(part.paragraphs.begin(),
                      part.paragraphs.end(),
                      std::back_inserter(text.paragraphs));
        }
    }
    return text;
}

AgencyItem without_text(const xmlNode& item) {
    const std::string kind = code_at(item, {"itemMeta", "itemClass"});
    const xmlNode* set = child(item, "contentSet");
    const xmlNode* remote = set == nullptr ? nullptr : child(*set, "remoteContent");
    std::string reason = (kind.empty() ? "" : "of class '" + printable_line(kind) + "'; ");
    reason = "newsItem " + reason + "no text in it";
    if (remote != nullptr && kind == "text") {
        const std::string href = attribute(*remote, "href");
        reason += ", but in another file: '" + printable_line(truncate_utf8(href, 200)) + "'";
    }
    return {std::nullopt, "no_text", reason};
}

/// Why an item of another kind than newsItem is no article.
std::string reason_for(std::string_view name) {
    if (name == "packageItem") {
        return "packageItem refers to news items and has no text of its own";
    }
    return std::string(name) + " describes what news items refer to, and tells no news";
}

}  // namespace

bool is_newsml_g2_item(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 6> names = {
        "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

AgencyItem article_of_newsml_g2(const xmlNode& item, const time::DateReading& dates) {
    if (local_name(item) != "newsItem") {
        return {std::nullopt, "no_article", reason_for(local_name(item))};
    }
    const std::string status = code_at(item, {"itemMeta", "pubStatus"});
    if (status == "canceled" || status == "cancelled") {
        return {std::nullopt, "canceled", "its publisher has withdrawn it"};
    }
    AgencyContent content = best_content(item, dates);
    Article article;
    const std::string version = attribute(item, "version");
    article.id = attribute(item, "guid");
    article.id += article.id.empty() || version.empty() ? "" : ":" + version;
    article.lang = item_language(item);
    article.title = headline_of(item, article.lang);
    set_times(article, item, dates);
    const G2Names names(item, article.lang);
    set_source(article, item, names);
    if (const xmlNode* meta = child(item, "contentMeta")) {
        set_authors(article, *meta, names);
        add_subjects(article, *meta, names);
        set_dateline(article, *meta, names);
    }
    take_content(article, std::move(content));
    if (article.title.empty()) {
        article.title = text_at(item, {"contentMeta", "slugline"});
    }
    const std::string kind = code_at(item, {"itemMeta", "itemClass"});
    const bool is_text = kind.empty() || kind == "text" || kind == "composite";
    const xmlNode* set = child(item, "contentSet");
    const bool is_remote = set != nullptr && child(*set, "remoteContent") != nullptr;
    if (article.paragraphs.empty() && is_text && !is_remote) {
        set_text(article, description_of(item));
    }
    // An alert is nothing but a headline.
    const bool is_alert = is_text && set == nullptr && !article.title.empty();
    if (article.paragraphs.empty() && !is_alert) {
        return without_text(item);
    }
    if (!text_at(item, {"itemMeta", "embargoed"}).empty()) {
        add_warning(article, "embargoed");
    }
    if (status == "withheld") {
        add_warning(article, "withheld");
    }
    finish_item(article);
    return {std::move(article), "", ""};
}

}  // namespace dateline::source
