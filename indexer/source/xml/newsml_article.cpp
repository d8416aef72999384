// Articles in news items of NewsML 1: stories out of nested components.
#include "indexer/source/xml/newsml_article.hpp"

#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/xml/agency_content.hpp"
#include "indexer/source/xml/newsml_metadata.hpp"
#include "indexer/source/xml/xml_elements.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

/// What a component adds to the story beside it.
enum class Part { Story, Title, Subtitle, Caption, Nothing };

bool holds_any(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&text](std::string_view word) {
        return text.find(word) != std::string::npos;
    });
}

std::string role_of(const xmlNode& component) {
    return ascii_lower(attribute_at(component, {"Role"}, "FormalName"));
}

bool names_medium(const std::string& word) {
    return holds_any(word, {"photo", "picture", "image", "graphic", "video", "audio", "logo"});
}

Part part_of(const xmlNode& component) {
    const std::string role = role_of(component);
    if (role == "headline") {
        return Part::Title;
    }
    if (role == "subheadline") {
        return Part::Subtitle;
    }
    if (holds_any(role, {"stylesheet", "contact", "thumbnail"})) {
        return Part::Nothing;
    }
    return holds_any(role, {"caption"}) || names_medium(role) ? Part::Caption : Part::Story;
}

/// Whether a ContentItem holds readable text: no picture in base64 and no style sheet.
bool is_text(const xmlNode& content_item) {
    const std::string mime = ascii_lower(attribute_at(content_item, {"MimeType"}, "FormalName"));
    const std::string media = ascii_lower(attribute_at(content_item, {"MediaType"}, "FormalName"));
    const std::string format = ascii_lower(attribute_at(content_item, {"Format"}, "FormalName"));
    const xmlNode* encoding = child(content_item, "Encoding");
    const bool encoded =
        encoding != nullptr &&
        ascii_lower(attribute(*encoding, "Notation")).find("base64") != std::string::npos;
    return !encoded && !names_medium(media) && !holds_any(mime, {"image/", "audio/", "video/"}) &&
           !holds_any(mime, {"/css", "javascript"}) && format != "css";
}

/// The best of the forms in which a component has its own text.
AgencyContent own_content(const xmlNode& component, const time::DateReading& dates) {
    AgencyContent best;
    for (const xmlNode* content : children(component, "ContentItem")) {
        const xmlNode* data = is_text(*content) ? first_below(*content, {"DataContent"}) : nullptr;
        if (data != nullptr) {
            best = better_of(std::move(best), content_in(*data, dates));
        }
    }
    return best;
}

/// The text of a component and those in it, as one line.
std::string line_in(const xmlNode& component, const time::DateReading& dates) {
    std::string line;
    for (const std::string& paragraph : own_content(component, dates).article.paragraphs) {
        line += (line.empty() ? "" : " ") + paragraph;
    }
    for (const xmlNode* inner : children(component, "NewsComponent")) {
        const std::string more = part_of(*inner) == Part::Nothing ? "" : line_in(*inner, dates);
        line += (line.empty() || more.empty() ? "" : " ") + more;
    }
    return line.empty() ? text_at(component, {"NewsLines", "HeadLine"}) : line;
}

/// What was found in a component.
struct Found {
    std::vector<Article> stories;
    std::vector<std::string> captions;  ///< that no story has taken yet
    std::vector<AgencyItem> items;      ///< of NewsItems inside of it
};

/// The titles and captions that stand beside a story.
struct Beside {
    std::string title;
    std::vector<std::string> subtitles;
};

/// Puts `subtitles` at the head of `story`, as headings.
void add_subtitles(Article& story, const std::vector<std::string>& subtitles) {
    const auto count = static_cast<std::uint32_t>(subtitles.size());
    for (Block& block : story.blocks) {
        block.paragraph += count;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        story.blocks.insert(story.blocks.begin() + i, Block{i, BlockKind::Heading});
    }
    story.paragraphs.insert(story.paragraphs.begin(), subtitles.begin(), subtitles.end());
}

void complete_first(Found& found, const Beside& beside) {
    for (Article& story : found.stories) {
        if (story.title.empty()) {
            story.title = beside.title;
        }
    }
    if (found.stories.empty()) {
        return;
    }
    Article& first = found.stories.front();
    add_subtitles(first, beside.subtitles);
    for (const std::string& caption : found.captions) {
        add_caption(first, caption);
    }
    found.captions.clear();
}

/// Of equivalent stories in the same language only the longest stays.
void drop_equivalents(std::vector<Article>& stories) {
    std::vector<Article> kept;
    for (Article& story : stories) {
        const auto same = std::find_if(kept.begin(), kept.end(), [&story](const Article& other) {
            return other.lang == story.lang;
        });
        if (same == kept.end()) {
            kept.push_back(std::move(story));
        } else if (text_bytes(story) > text_bytes(*same)) {
            *same = std::move(story);
        }
    }
    stories = std::move(kept);
}

template <typename Value>
void move_all(std::vector<Value>& from, std::vector<Value>& to) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// Reads the components of one item.
class ComponentReader {
public:
    ComponentReader(const xmlNode& item, const time::DateReading& dates)
        : item_(item), dates_(dates) {}

    Found read(const xmlNode& component, const Article& inherited) {
        const Article base = with_component_metadata(inherited, component, item_);
        Found found;
        AgencyContent content = own_content(component, dates_);
        if (content.rank > 0) {
            found.stories.push_back(base);
            take_content(found.stories.back(), std::move(content));
        }
        Beside beside;
        for (const xmlNode* inner : children(component)) {
            if (local_name(*inner) == "NewsComponent") {
                add(*inner, base, found, beside);
            } else if (local_name(*inner) == "NewsItem") {
                std::vector<AgencyItem> items = articles_of_newsml(*inner, dates_);
                move_all(items, found.items);
            }
        }
        if (attribute(component, "EquivalentsList") == "yes") {
            drop_equivalents(found.stories);
        }
        complete_first(found, beside);
        return found;
    }

private:
    void add(const xmlNode& inner, const Article& base, Found& found, Beside& beside) {
        switch (part_of(inner)) {
            case Part::Title:
                beside.title = line_in(inner, dates_);
                break;
            case Part::Subtitle:
                beside.subtitles.push_back(line_in(inner, dates_));
                std::erase(beside.subtitles, "");
                break;
            case Part::Caption:
                found.captions.push_back(line_in(inner, dates_));
                break;
            case Part::Nothing:
                break;
            case Part::Story: {
                Found more = read(inner, base);
                move_all(more.stories, found.stories);
                move_all(more.captions, found.captions);
                move_all(more.items, found.items);
                break;
            }
        }
    }

    const xmlNode& item_;
    const time::DateReading& dates_;
};

std::string status_of(const xmlNode& item) {
    return ascii_lower(attribute_at(item, {"NewsManagement", "Status"}, "FormalName"));
}

/// Who has sent the document: the envelope around the item says it for all of them.
std::string sender_of(const xmlNode& item) {
    const xmlNode* root = parent_element(item);
    return root == nullptr
               ? std::string{}
               : attribute_at(*root, {"NewsEnvelope", "SentFrom", "Party"}, "FormalName");
}

Article item_fields(const xmlNode& item, const time::DateReading& dates) {
    Article article;
    const xmlNode* identifier = descend(item, {"Identification", "NewsIdentifier"});
    if (identifier != nullptr) {
        const std::string item_id = text_at(*identifier, {"NewsItemId"});
        article.id = first_filled({text_at(*identifier, {"PublicIdentifier"}), item_id});
    }
    const std::string version = text_at(item, {"NewsManagement", "ThisRevisionCreated"});
    set_issued(article, text_at(item, {"NewsManagement", "FirstCreated"}), dates);
    set_issued(article, version, dates);
    set_version_time(article, version, dates);
    article.source = sender_of(item);
    return article;
}

/// The media in `item` by name, for those who wonder why there is no text.
AgencyItem without_text(const xmlNode& item) {
    std::string media;
    for (const xmlNode* content : all_below(item, "ContentItem")) {
        const std::string type = first_filled({attribute_at(*content, {"MediaType"}, "FormalName"),
                                               attribute_at(*content, {"MimeType"}, "FormalName")});
        constexpr std::size_t max_media_bytes = 200;
        if (!type.empty() && media.find(type) == std::string::npos &&
            media.size() < max_media_bytes) {
            media += (media.empty() ? "" : ", ") + printable_line(truncate_utf8(type, 40));
        }
    }
    const bool is_package = !all_below(item, "NewsItemRef").empty();
    std::string reason = "NewsItem without text";
    if (!media.empty()) {
        reason += "; it holds " + media;
    } else if (is_package) {
        reason += "; it refers to other items";
    }
    return {std::nullopt, media.empty() && is_package ? "no_article" : "no_text", reason};
}

}  // namespace

std::vector<AgencyItem> articles_of_newsml(const xmlNode& item, const time::DateReading& dates) {
    const std::string status = status_of(item);
    if (status == "canceled" || status == "cancelled") {
        return {{std::nullopt, "canceled", "its publisher has withdrawn it"}};
    }
    const Article fields = item_fields(item, dates);
    ComponentReader reader(item, dates);
    Found found;
    for (const xmlNode* component : children(item, "NewsComponent")) {
        Found more = reader.read(*component, fields);
        move_all(more.stories, found.stories);
        move_all(more.items, found.items);
    }
    std::vector<AgencyItem> items;
    for (Article& story : found.stories) {
        if (!items.empty() && !story.id.empty()) {
            story.id += "#" + std::to_string(items.size() + 1);
        }
        if (story.source.empty()) {
            story.source = text_at(item, {"Identification", "NewsIdentifier", "ProviderId"});
        }
        if (status == "embargoed" || status == "withheld") {
            add_warning(story, status);
        }
        finish_item(story);
        items.push_back({std::move(story), "", ""});
    }
    move_all(found.items, items);
    if (items.empty()) {
        items.push_back(without_text(item));
    }
    return items;
}

}  // namespace dateline::source
