// Which of the texts in an IPTC ninjs item are its headline, its body and its caption.
#include "indexer/source/json/json_ninjs_text.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/schema_org.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// One of several texts for the same thing.
struct RoledText {
    std::string text;
    int preference = 0;  ///< lower is better
};

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// What several texts are for, since that decides which is the best.
enum class Purpose { Headline, Story };

/// How good `text` is for its `purpose`; roles and types are free for providers to choose, and
/// often missing, so that the text itself has a say.
int preference_of(Purpose purpose,
                  const std::string& role,
                  const std::string& type,
                  std::string_view text) {
    if (role == "creditline" || role == "title" || role == "note" || role == "ednote") {
        return 9;
    }
    if (purpose == Purpose::Headline) {
        return role == "main" || role == "headline" ? 0 : 1;
    }
    if (holds(type, "nitf") || holds(role, "nitf") || holds(type, "application/xml")) {
        return 1;
    }
    if (holds(type, "html") || looks_like_html(text)) {
        return 0;
    }
    return role.empty() || role == "main" || role == "text" || role == "caption" ? 2 : 3;
}

/// The texts of the list `key`, as ninjs 2.0 and later have them.
std::vector<RoledText> texts_of_list(const JsonValue& record,
                                     std::string_view key,
                                     Purpose purpose) {
    std::vector<RoledText> texts;
    if (const std::optional<JsonValue> list = member(record, key)) {
        for_each(*list, [&texts, purpose](const JsonValue& item) {
            std::string text = item.is_object() ? text_of(item, {"value"}) : scalar_text(item);
            const std::string type = ascii_lower(text_of(item, {"contenttype", "contentType"}));
            const std::string role = ascii_lower(text_of(item, {"role"}));
            if (!text.empty()) {
                const int preference = preference_of(purpose, role, type, text);
                texts.push_back({std::move(text), preference});
            }
        });
    }
    return texts;
}

/// The string members called `name` or `name_` and any role, as ninjs 1 has them.
std::vector<RoledText> texts_of_members(const JsonValue& record,
                                        std::string_view name,
                                        Purpose purpose) {
    std::vector<RoledText> texts;
    for (const auto field : simdjson::dom::object(record)) {
        const std::string_view key = field.key;
        const bool roled = key.starts_with(name) && key.substr(name.size()).starts_with('_');
        if (!field.value.is_string() || !(key == name || roled)) {
            continue;
        }
        std::string text = scalar_text(field.value);
        const std::string role = roled ? ascii_lower(key.substr(name.size() + 1)) : "main";
        if (!text.empty()) {
            const int preference = preference_of(purpose, role, "", text);
            texts.push_back({std::move(text), preference});
        }
    }
    return texts;
}

/// The texts of `record` in the list `plural` or in members called `singular`, best first.
std::vector<RoledText> ranked_texts(const JsonValue& record,
                                    std::string_view plural,
                                    std::string_view singular,
                                    Purpose purpose) {
    std::vector<RoledText> texts = texts_of_list(record, plural, purpose);
    for (RoledText& text : texts_of_members(record, singular, purpose)) {
        texts.push_back(std::move(text));
    }
    std::stable_sort(texts.begin(), texts.end(), [](const RoledText& a, const RoledText& b) {
        return a.preference < b.preference;
    });
    return texts;
}

MarkedUpText best_text(const std::vector<RoledText>& texts) {
    for (const RoledText& text : texts) {
        MarkedUpText found = marked_up_text_of(text.text);
        if (!found.paragraphs.empty()) {
            return found;
        }
    }
    return {};
}

}  // namespace

std::string ninjs_headline(const JsonValue& record) {
    for (const RoledText& text : ranked_texts(record, "headlines", "headline", Purpose::Headline)) {
        std::string line = plain_line(text.text);
        if (!line.empty()) {
            return line;
        }
    }
    return plain_line(text_of(record, {"title", "name", "slugline"}));
}

MarkedUpText ninjs_body(const JsonValue& record) {
    return best_text(ranked_texts(record, "bodies", "body", Purpose::Story));
}

MarkedUpText ninjs_description(const JsonValue& record) {
    return best_text(ranked_texts(record, "descriptions", "description", Purpose::Story));
}

}  // namespace dateline::source
