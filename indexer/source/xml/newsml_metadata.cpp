// What a NewsComponent of NewsML 1 states beside its content.
#include "indexer/source/xml/newsml_metadata.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/xml/agency_item.hpp"
#include "indexer/source/xml/xml_elements.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {
namespace {

bool is_code(std::string_view name) noexcept {
    return name.find_first_not_of("0123456789") == std::string_view::npos;
}

void set_lines(Article& article, const xmlNode& lines) {
    const std::string title = plain_line(text_at(lines, {"HeadLine"}));
    article.title = title.empty() ? article.title : title;
    const std::vector<const xmlNode*> bylines = children(lines, "ByLine");
    if (!bylines.empty()) {
        article.authors.clear();
    }
    for (const xmlNode* byline : bylines) {
        add_authors(article.authors, plain_line(line_of(*byline)));
    }
    const std::string dateline = text_at(lines, {"DateLine"});
    article.dateline = dateline.empty() ? article.dateline : parse_dateline(dateline);
    const std::string credit = text_at(lines, {"CreditLine"});
    article.source = article.source.empty() ? credit : article.source;
    for (const xmlNode* keywords : children(lines, "KeywordLine")) {
        add_keywords(article.topics, line_of(*keywords));
    }
}

/// The name of a party: `FormalName`, or the person's name of a Contributor.
std::string party_at(const xmlNode& node, std::string_view role) {
    return attribute_at(node, {role, "Party"}, "FormalName");
}

void set_administrative(Article& article, const xmlNode& metadata) {
    const std::string provider = party_at(metadata, "Provider");
    article.source = provider.empty() ? article.source : provider;
    if (article.source.empty()) {
        article.source = party_at(metadata, "Source");
    }
}

/// Files `name` under what `kind`, a word that the agency chose, says that it is.
void add_named(Article& article, std::string_view kind, const std::string& name) {
    const std::string word = ascii_lower(kind);
    const auto says = [&word](std::string_view part) {
        return word.find(part) != std::string::npos;
    };
    if (name.empty() || is_code(name)) {
        return;
    }
    if (says("person") || says("people")) {
        add_topic(article.people, name);
    } else if (says("organi") || says("company")) {
        add_topic(article.orgs, name);
    } else if (says("country") || says("city") || says("state") || says("region") ||
               says("location") || says("place") || says("geo")) {
        add_topic(article.places, name);
    } else {
        add_topic(article.topics, name);
    }
}

/// The Topic that `reference`, `#` and a Duid, points to in the item.
const xmlNode* topic_of(const xmlNode& item, std::string_view reference) {
    if (!reference.starts_with('#')) {
        return nullptr;
    }
    const std::vector<const xmlNode*> topics = all_below(item, "Topic");
    const auto found =
        std::find_if(topics.begin(), topics.end(), [reference](const xmlNode* topic) {
            return attribute(*topic, "Duid") == reference.substr(1);
        });
    return found == topics.end() ? nullptr : *found;
}

void set_descriptive(Article& article, const xmlNode& metadata, const xmlNode& item) {
    const std::string lang = normalise_lang(attribute_at(metadata, {"Language"}, "FormalName"));
    article.lang = lang.empty() ? article.lang : lang;
    for (const xmlNode* part : all_below(metadata, "Property")) {
        const std::string kind = attribute(*part, "FormalName");
        const bool in_location = local_name(*part->parent) == "Location";
        if (in_location || ascii_lower(kind).find("keyword") != std::string::npos) {
            add_named(article, in_location ? "location" : kind, attribute(*part, "Value"));
        }
    }
    for (const std::string_view level : {"Subject", "SubjectMatter", "SubjectDetail"}) {
        for (const xmlNode* subject : all_below(metadata, level)) {
            add_named(article, "subject", attribute(*subject, "FormalName"));
        }
    }
    for (const xmlNode* occurrence : all_below(metadata, "TopicOccurrence")) {
        if (const xmlNode* topic = topic_of(item, attribute(*occurrence, "Topic"))) {
            add_named(
                article,
                attribute_at(*topic, {"TopicType"}, "FormalName"),
                first_filled({text_at(*topic, {"Description"}), text_at(*topic, {"FormalName"})}));
        }
    }
}

/// Providers put keywords of their own into Metadata, each with a name that says of what.
void add_keyword_properties(Article& article, const xmlNode& metadata) {
    for (const xmlNode* property : all_below(metadata, "Property")) {
        const std::string kind = attribute(*property, "FormalName");
        if (ascii_lower(kind).find("keyword") != std::string::npos) {
            add_named(article, kind, collapse_spaces(attribute(*property, "Value")));
        }
    }
}

}  // namespace

Article with_component_metadata(Article inherited, const xmlNode& component, const xmlNode& item) {
    Article article = std::move(inherited);
    const std::string lang = normalise_lang(attribute(component, "lang"));
    article.lang = lang.empty() ? article.lang : lang;
    for (const xmlNode* part : children(component)) {
        const std::string_view name = local_name(*part);
        if (name == "NewsLines") {
            set_lines(article, *part);
        } else if (name == "AdministrativeMetadata") {
            set_administrative(article, *part);
        } else if (name == "DescriptiveMetadata") {
            set_descriptive(article, *part, item);
        } else if (name == "Metadata") {
            add_keyword_properties(article, *part);
        }
    }
    return article;
}

}  // namespace dateline::source
