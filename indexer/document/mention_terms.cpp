// Mentions, entity by entity.
#include "indexer/document/mention_terms.hpp"

#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "common/text/folding.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace dateline::document {
namespace {

using schema::FieldId;
using storage::FacetValue;

const schema::Field& field_of(MentionType type) {
    switch (type) {
        case MentionType::Person:
            return schema::field(FieldId::Person);
        case MentionType::Place:
            return schema::field(FieldId::Place);
        case MentionType::Org:
        case MentionType::Date:
            break;
    }
    return schema::field(FieldId::Org);
}

/// The value of `path[level]`, with all that it is in.
FacetValue level_value(const std::vector<PlaceLevel>& path, std::size_t level) {
    FacetValue value{"L:" + text::slug(std::string_view(path[level].id).substr(2)),
                     display_name(path[level].name),
                     text::slug(path[level].name),
                     {}};
    for (std::size_t above = level; above-- > 0;) {
        value.slug += '/' + text::slug(path[above].name);
        // A continent tells no two namesakes apart.
        if (path[above].kind != "continent") {
            value.within += (value.within.empty() ? "" : ", ") + path[above].name;
        }
    }
    value.within = display_name(value.within);
    return value;
}

bool has_place_id(std::string_view id) {
    return id.size() > 2 && id.starts_with("L:");
}

/// Whether all levels have ids, and the last one is the mention itself.
bool has_path(const Mention& mention) {
    return mention.type == MentionType::Place && !mention.path.empty() &&
           mention.path.back().id == mention.id &&
           std::all_of(mention.path.begin(), mention.path.end(), [](const PlaceLevel& level) {
               return has_place_id(level.id) && !level.name.empty();
           });
}

/// How often and where something is mentioned.
struct Weight {
    std::vector<FacetValue> values;  ///< one, which is shown, and further spellings
    std::uint32_t mentions = 0;
    bool in_head = false;  ///< in the title or the first paragraph

    void add(const FacetValue& value, bool head) {
        if (std::find(values.begin(), values.end(), value) == values.end()) {
            values.push_back(value);
        }
        ++mentions;
        in_head = in_head || head;
    }
};

class MentionCollector {
public:
    MentionCollector(const Article& article, FacetCollector& collector)
        : text_(full_text(article)), head_bytes_(head_bytes(article)), collector_(collector) {}

    void add(const Mention& mention) {
        const schema::Field& field = field_of(mention.type);
        const FacetValue value = mention_value(mention);
        collector_.add_value(field, value);
        weigh(mention, value);
        add_spelling(field, mention, value);
        if (has_path(mention)) {
            add_path(mention);
        }
    }

    /// Adds the terms of `about:`, once all mentions are there.
    void finish() {
        const schema::Field& about = schema::field(FieldId::About);
        for (const auto& [key, weight] : weights_) {
            if (!weight.in_head && weight.mentions < kAboutMentions) {
                continue;
            }
            collector_.add_term(about.id_prefix, ascii_lower(key));
            for (const FacetValue& value : weight.values) {
                collector_.add_words(about.word_prefix, value.name);
            }
        }
    }

private:
    /// Counts `mention` for `value`, unless it is not in the text.
    void weigh(const Mention& mention, const FacetValue& value) {
        if (mention.given.empty()) {
            weights_[value.key].add(value, mention.end_bytes <= head_bytes_);
        }
    }

    /// What the article calls the entity: in its text, or beside it.
    [[nodiscard]] std::string surface_of(const Mention& mention) const {
        if (mention.end_bytes > text_.size() || mention.start_bytes > mention.end_bytes) {
            return {};
        }
        return display_name(mention.given.empty()
                                ? std::string_view(text_).substr(
                                      mention.start_bytes, mention.end_bytes - mention.start_bytes)
                                : std::string_view(mention.given));
    }

    void add_spelling(const schema::Field& field, const Mention& mention, const FacetValue& value) {
        const std::string surface = surface_of(mention);
        const std::string slug = text::slug(surface);
        if (surface.empty() || slug == text::slug(value.name)) {
            return;
        }
        const FacetValue spelling{value.key, surface, slug, value.within};
        collector_.add_to_slot(schema::Slot::Spelling, spelling);
        collector_.add_words(field.word_prefix, surface);
        Weight& weight = weights_[value.key];
        if (std::find(weight.values.begin(), weight.values.end(), spelling) ==
            weight.values.end()) {
            weight.values.push_back(spelling);
        }
    }

    void add_path(const Mention& mention) {
        const schema::Field& place = schema::field(FieldId::Place);
        for (std::size_t i = 0; i < mention.path.size(); ++i) {
            const FacetValue value = level_value(mention.path, i);
            collector_.add_term(schema::kWithinPrefix, std::string_view(value.key).substr(2));
            collector_.add_words(place.word_prefix, value.name);
            if (const auto* const level = schema::place_level(mention.path[i].kind)) {
                collector_.add_to_slot(level->slot, value);
            }
            if (i + 1 < mention.path.size()) {
                weigh(mention, value);
            }
        }
    }

    std::string text_;
    std::size_t head_bytes_;
    FacetCollector& collector_;
    std::map<std::string, Weight> weights_;
};

}  // namespace

FacetValue mention_value(const Mention& mention) {
    if (has_path(mention)) {
        return level_value(mention.path, mention.path.size() - 1);
    }
    const std::string letter = std::string(field_of(mention.type).id_letters) + ':';
    const std::string_view id = mention.id;
    const std::string name_slug = text::slug(mention.name);
    const std::string id_slug =
        id.starts_with(letter) ? text::slug(id.substr(letter.size())) : name_slug;
    return {letter + id_slug,
            display_name(mention.name),
            id_slug == name_slug ? std::string() : name_slug,
            {}};
}

void add_mentions(const Article& article, FacetCollector& collector) {
    if (article.mentions.empty()) {
        return;
    }
    MentionCollector mentions(article, collector);
    for (const Mention& mention : article.mentions) {
        if (mention.type != MentionType::Date && !mention.name.empty()) {
            mentions.add(mention);
        }
    }
    mentions.finish();
}

std::optional<FacetValue> speaker_value(const Quote& quote) {
    if (quote.speaker_name.empty()) {
        return std::nullopt;
    }
    Mention mention;
    mention.id = quote.speaker_id;
    mention.name = quote.speaker_name;
    return mention_value(mention);
}

void add_quotes(const Article& article, FacetCollector& collector) {
    for (const Quote& quote : article.quotes) {
        if (const std::optional<FacetValue> speaker = speaker_value(quote)) {
            collector.add_value(schema::field(FieldId::Speaker), *speaker);
        }
    }
    collector.add_has("quote", !article.quotes.empty());
}

std::vector<schema::Period> event_periods(const Article& article) {
    std::vector<schema::Period> periods;
    for (const Mention& mention : article.mentions) {
        if (mention.type == MentionType::Date && mention.days) {
            periods.push_back({mention.days->from, mention.days->to});
        }
    }
    std::sort(periods.begin(), periods.end());
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
    return periods;
}

void add_period_terms(const std::vector<schema::Period>& periods, FacetCollector& collector) {
    for (const schema::Period& period : periods) {
        std::string day = time::format_day(period.from);
        day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
        const std::string_view digits = day;
        collector.add_term(schema::kEventYearPrefix, digits.substr(0, 4));
        collector.add_term(schema::kEventMonthPrefix, digits.substr(0, 6));
        collector.add_term(schema::kEventDayPrefix, digits);
    }
    collector.add_has(schema::field(FieldId::Event).name, !periods.empty());
}

}  // namespace dateline::document
