// Articles in the News Industry Text Format.
#include "indexer/source/xml/nitf_article.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/xml/xml_elements.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

/// The content of the first <meta> called one of `names`.
std::string meta_of(const xmlNode& head, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        for (const xmlNode* meta : children(head, "meta")) {
            if (ascii_lower(attribute(*meta, "name")) == name) {
                return collapse_spaces(attribute(*meta, "content"));
            }
        }
    }
    return {};
}

/// Text of `node` without what stands in elements called one of `left_out`.
std::string text_without(const xmlNode& node, std::initializer_list<std::string_view> left_out) {
    std::string text;
    for (const xmlNode* part = node.children; part != nullptr; part = part->next) {
        const std::string_view name = local_name(*part);
        if (name.empty()) {
            text += node_text(*part);
        } else if (std::find(left_out.begin(), left_out.end(), name) == left_out.end()) {
            text += " " + line_of(*part) + " ";
        }
    }
    std::string line = collapse_spaces(text);
    while (line.ends_with(',') || line.ends_with(' ')) {
        line.pop_back();
    }
    return line;
}

void add_byline(Article& article, const xmlNode& byline) {
    const std::vector<const xmlNode*> people = all_below(byline, "person");
    for (const xmlNode* person : people) {
        add_authors(article.authors, line_of(*person));
    }
    if (!people.empty()) {
        return;
    }
    std::string text = text_without(byline, {"byttl", "location", "virtloc"});
    add_authors(article.authors, text.empty() ? line_of(byline) : text);
}

void set_authors(Article& article, const xmlNode& head) {
    const std::vector<const xmlNode*> bylines = all_below(head, "byline");
    for (const xmlNode* byline : bylines) {
        // A normalized byline says again, family name first, what the one before it says.
        if (article.authors.empty() || attribute(*byline, "class") != "normalized_byline") {
            add_byline(article, *byline);
        }
    }
}

void set_dateline(Article& article, const xmlNode& head) {
    const xmlNode* dateline = first_below(head, {"dateline"});
    if (dateline == nullptr) {
        return;
    }
    const xmlNode* place = first_below(*dateline, {"location"});
    const xmlNode* date = first_below(*dateline, {"story.date"});
    if (place == nullptr && date == nullptr) {
        article.dateline = parse_dateline(line_of(*dateline));
        return;
    }
    article.dateline.place = place == nullptr
                                 ? parse_dateline(text_without(*dateline, {"story.date"})).place
                                 : line_of(*place);
    if (date != nullptr) {
        article.dateline.date = first_filled({line_of(*date), attribute(*date, "norm")});
    }
}

void set_times(Article& article,
               const xmlNode& head,
               const xmlNode* body,
               const time::DateReading& dates) {
    const std::string release = attribute_at(head, {"docdata", "date.release"}, "norm");
    for (const std::string& text : {attribute_at(head, {"docdata", "date.issue"}, "norm"),
                                    attribute_at(head, {"pubdata"}, "date.publication"),
                                    release}) {
        set_issued(article, text, dates);
    }
    if (const xmlNode* date = body == nullptr ? nullptr : first_below(*body, {"story.date"})) {
        set_issued(article, attribute(*date, "norm"), dates);
    }
    set_issued(article, meta_of(head, {"timestamp", "date", "pubdate"}), dates);
    const std::vector<const xmlNode*> revisions = children(head, "revision-history");
    if (!revisions.empty()) {
        set_version_time(article, attribute(*revisions.back(), "norm"), dates);
    }
}

void set_source(Article& article, const xmlNode& head, const xmlNode* body_head) {
    const xmlNode* distributor = body_head == nullptr ? nullptr : child(*body_head, "distributor");
    article.source = first_filled({collapse_spaces(attribute_at(head, {"pubdata"}, "name")),
                                   distributor == nullptr ? "" : line_of(*distributor),
                                   attribute_at(head, {"docdata", "doc.copyright"}, "holder"),
                                   attribute_at(head, {"docdata", "doc.rights"}, "provider"),
                                   attribute_at(head, {"docdata", "doc-id"}, "regsrc")});
    const std::string type = attribute_at(head, {"tobject"}, "tobject.type");
    article.section = first_filled({attribute_at(head, {"pubdata"}, "position.section"),
                                    meta_of(head, {"online_sections", "section"}),
                                    ascii_lower(type) == "news" ? "" : type});
}

/// What a name in identified-content reads as: `Bush, George W` stays as it is.
std::string name_of(const xmlNode& node) {
    return first_filled({line_of(node), collapse_spaces(attribute(node, "value"))});
}

void add_identified(Article& article, const xmlNode& docdata) {
    for (const xmlNode* content : children(docdata, "identified-content")) {
        for (const xmlNode* item = content->children; item != nullptr; item = item->next) {
            const std::string_view kind = local_name(*item);
            if (kind == "person") {
                add_topic(article.people, name_of(*item));
            } else if (kind == "org") {
                add_topic(article.orgs, name_of(*item));
            } else if (kind == "location") {
                add_topic(article.places, name_of(*item));
            } else if (!kind.empty()) {
                add_topic(article.topics, name_of(*item));
            }
        }
    }
    for (const xmlNode* place : children(docdata, "evloc")) {
        for (const char* part : {"city", "county-dist", "state-prov"}) {
            add_topic(article.places, attribute(*place, part));
        }
    }
    for (const xmlNode* keyword : all_below(docdata, "keyword")) {
        add_topic(article.topics, attribute(*keyword, "key"));
    }
}

void add_subjects(Article& article, const xmlNode& head) {
    for (const xmlNode* subject : all_below(head, "tobject.subject")) {
        add_topic(article.topics,
                  first_filled({attribute(*subject, "tobject.subject.detail"),
                                attribute(*subject, "tobject.subject.matter"),
                                attribute(*subject, "tobject.subject.type")}));
    }
}

/// The words of the abstract are often those with which the text begins.
bool repeats(const MarkedUpText& text, const std::string& paragraph) {
    constexpr std::size_t compared_bytes = 60;
    return std::any_of(
        text.paragraphs.begin(), text.paragraphs.end(), [&paragraph](const std::string& other) {
            return other.find(paragraph.substr(0, compared_bytes)) != std::string::npos;
        });
}

/// Puts `paragraphs` of one kind before those of `text`.
void put_before(MarkedUpText& text,
                const std::vector<std::string>& paragraphs,
                std::optional<BlockKind> kind) {
    const auto count = static_cast<std::uint32_t>(paragraphs.size());
    for (Block& block : text.blocks) {
        block.paragraph += count;
    }
    for (std::uint32_t i = 0; kind && i < count; ++i) {
        text.blocks.insert(text.blocks.begin() + i, Block{i, *kind});
    }
    text.paragraphs.insert(text.paragraphs.begin(), paragraphs.begin(), paragraphs.end());
}

MarkedUpText content_of(const xmlNode& body) {
    MarkedUpText text;
    for (const xmlNode* content : children(body, "body.content")) {
        const std::vector<const xmlNode*> blocks = children(*content, "block");
        const auto full = std::find_if(blocks.begin(), blocks.end(), [](const xmlNode* block) {
            return attribute(*block, "class") == "full_text";
        });
        MarkedUpText part = text_in(full == blocks.end() ? *content : **full);
        put_before(part, text.paragraphs, std::nullopt);
        part.blocks.insert(part.blocks.begin(), text.blocks.begin(), text.blocks.end());
        part.captions.insert(part.captions.begin(), text.captions.begin(), text.captions.end());
        text = std::move(part);
    }
    return text;
}

/// Some put another wording of the headline where the line below it belongs.
bool repeats_headline(const xmlNode& subtitle) {
    const std::string marks = ascii_lower(attribute(subtitle, "id") + attribute(subtitle, "class"));
    return marks.find("headline") != std::string::npos;
}

void set_story(Article& article, const xmlNode& body, const xmlNode* head) {
    MarkedUpText text = content_of(body);
    std::vector<std::string> summary;
    std::vector<std::string> subtitles;
    if (head != nullptr) {
        for (const xmlNode* abstract : children(*head, "abstract")) {
            for (std::string& paragraph : text_in(*abstract).paragraphs) {
                if (!repeats(text, paragraph)) {
                    summary.push_back(std::move(paragraph));
                }
            }
        }
        for (const xmlNode* subtitle : all_below(*head, "hl2")) {
            std::string line = line_of(*subtitle);
            if (!line.empty() && !repeats_headline(*subtitle) && line != article.title) {
                subtitles.push_back(std::move(line));
            }
        }
    }
    put_before(text, summary, std::nullopt);
    put_before(text, subtitles, BlockKind::Heading);
    set_text(article, std::move(text));
}

void set_title(Article& article, const xmlNode* head, const xmlNode* body_head) {
    if (body_head != nullptr) {
        const xmlNode* headline = first_below(*body_head, {"hl1"});
        headline = headline == nullptr ? first_below(*body_head, {"hedline"}) : headline;
        article.title = headline == nullptr ? std::string{} : line_of(*headline);
    }
    if (article.title.empty() && head != nullptr) {
        article.title = text_at(*head, {"title"});
    }
}

std::string language_of(const xmlNode& nitf, const xmlNode* body) {
    return normalise_lang(first_filled({body == nullptr ? "" : attribute(*body, "lang"),
                                        attribute(nitf, "lang"),
                                        attribute(nitf, "baselang")}));
}

void set_head(Article& article, const xmlNode& head) {
    article.id = attribute_at(head, {"docdata", "doc-id"}, "id-string");
    const std::string address = attribute_at(head, {"pubdata"}, "ex-ref");
    article.url = address.starts_with("http") ? address : std::string{};
    if (const xmlNode* docdata = child(head, "docdata")) {
        add_identified(article, *docdata);
    }
    add_subjects(article, head);
}

}  // namespace

AgencyItem article_of_nitf(const xmlNode& nitf, const time::DateReading& dates) {
    const xmlNode* head = child(nitf, "head");
    const xmlNode* body = child(nitf, "body");
    const xmlNode* body_head = body == nullptr ? nullptr : child(*body, "body.head");
    const std::string status =
        head == nullptr ? "" : ascii_lower(attribute_at(*head, {"docdata"}, "management-status"));
    if (status == "canceled" || status == "cancelled") {
        return {std::nullopt, "canceled", "its publisher has withdrawn it"};
    }
    Article article;
    article.lang = language_of(nitf, body);
    set_title(article, head, body_head);
    if (head != nullptr) {
        set_head(article, *head);
        set_times(article, *head, body, dates);
        set_source(article, *head, body_head);
    }
    if (body_head != nullptr) {
        set_authors(article, *body_head);
        set_dateline(article, *body_head);
    }
    if (body != nullptr) {
        set_story(article, *body, body_head);
    }
    if (article.title.empty() && article.paragraphs.empty()) {
        return {std::nullopt, "no_text", "nitf document without headline and text"};
    }
    if (status == "embargoed" || status == "withheld") {
        add_warning(article, status);
    }
    finish_item(article);
    return {std::move(article), "", ""};
}

}  // namespace dateline::source
