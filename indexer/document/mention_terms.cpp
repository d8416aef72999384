// Mentions, entity by entity.
#include "indexer/document/mention_terms.hpp"

#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "common/text/folding.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

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

/// The values of all levels of `path`, each with all that it is in.
std::vector<FacetValue> level_values(const std::vector<PlaceLevel>& path) {
    std::vector<FacetValue> values;
    values.reserve(path.size());
    std::string slugs;   // of the levels above
    std::string within;  // their names: but a continent tells no two namesakes apart
    for (const PlaceLevel& level : path) {
        const std::string slug = text::slug(level.name);
        slugs = slugs.empty() ? slug : slug + '/' + slugs;
        values.push_back({"L:" + text::slug(std::string_view(level.id).substr(2)),
                          display_name(level.name),
                          slugs,
                          display_name(within)});
        if (level.kind != "continent") {
            within = within.empty() ? level.name : level.name + ", " + within;
        }
    }
    return values;
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
    std::set<FacetValue> known;      ///< those in `values`
    std::uint32_t mentions = 0;
    bool in_head = false;  ///< in the title or the first paragraph

    void add(const FacetValue& value, bool head) {
        add_name(value);
        ++mentions;
        in_head = in_head || head;
    }

    void add_name(const FacetValue& value) {
        if (known.insert(value).second) {
            values.push_back(value);
        }
    }
};

class MentionCollector {
public:
    MentionCollector(const Article& article, const MentionValues& values, FacetCollector& collector)
        : text_(full_text(article)),
          head_bytes_(head_bytes(article)),
          values_(values.named()),
          collector_(collector),
          entities_(values_.size()) {
        for (std::size_t number = 0; number < values_.size(); ++number) {
            add_value(number);
        }
    }

    /// Counts a mention of value `number`, and adds the spelling that it has.
    void add(const Mention& mention, std::size_t number) {
        Entity& entity = entities_[number];
        const FacetValue& value = values_[number].value;
        const bool is_in_text = mention.given.empty();
        const bool is_in_head = is_in_text && mention.end_bytes <= head_bytes_;
        if (is_in_text) {
            entity.weight->add(value, is_in_head);
            for (std::size_t level = 0; level < entity.above.size(); ++level) {
                entity.above[level]->add(values_[number].above[level], is_in_head);
            }
        }
        const std::string_view surface = surface_of(mention);
        if (entity.surfaces.insert(surface).second) {
            add_spelling(number, display_name(surface));
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
    /// What is kept for each value. Weights are shared by the values of one key.
    struct Entity {
        Weight* weight = nullptr;
        std::vector<Weight*> above{};
        std::set<std::string_view> surfaces{};  ///< what it is called so far
    };

    /// Adds value `number` with all that it is in.
    void add_value(std::size_t number) {
        const auto& [first, value, above] = values_[number];
        collector_.add_value(field_of(first->type), value);
        entities_[number].weight = &weights_[value.key];
        for (std::size_t level = 0; level < above.size(); ++level) {
            entities_[number].above.push_back(&weights_[above[level].key]);
            add_level(above[level], first->path[level].kind);
        }
        if (has_path(*first)) {
            add_level(value, first->path.back().kind);
        }
    }

    void add_level(const FacetValue& value, std::string_view kind) {
        collector_.add_term(schema::kWithinPrefix, std::string_view(value.key).substr(2));
        collector_.add_words(schema::field(FieldId::Place).word_prefix, value.name);
        if (const auto* const level = schema::place_level(kind)) {
            collector_.add_to_slot(level->slot, value);
        }
    }

    /// What the article calls the entity: in its text, or beside it.
    [[nodiscard]] std::string_view surface_of(const Mention& mention) const {
        if (mention.end_bytes > text_.size() || mention.start_bytes > mention.end_bytes) {
            return {};
        }
        return mention.given.empty()
                   ? std::string_view(text_).substr(mention.start_bytes,
                                                    mention.end_bytes - mention.start_bytes)
                   : std::string_view(mention.given);
    }

    void add_spelling(std::size_t number, const std::string& surface) {
        const FacetValue& value = values_[number].value;
        const std::string slug = text::slug(surface);
        if (surface.empty() || slug == text::slug(value.name)) {
            return;
        }
        const FacetValue spelling{value.key, surface, slug, value.within};
        collector_.add_to_slot(schema::Slot::Spelling, spelling);
        collector_.add_words(field_of(values_[number].first->type).word_prefix, surface);
        entities_[number].weight->add_name(spelling);
    }

    std::string text_;
    std::size_t head_bytes_;
    const std::vector<MentionValues::Named>& values_;
    FacetCollector& collector_;
    std::map<std::string, Weight> weights_;
    std::vector<Entity> entities_;
};

}  // namespace

FacetValue mention_value(const Mention& mention) {
    if (has_path(mention)) {
        return level_values(mention.path).back();
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

MentionValues::MentionValues(const Article& article) {
    // By what decides the value; a path follows from the id, but for what other programs write.
    std::map<std::tuple<MentionType, std::string_view, std::string_view>, std::size_t> known;
    numbers_.reserve(article.mentions.size());
    for (const Mention& mention : article.mentions) {
        if (mention.type == MentionType::Date || mention.name.empty()) {
            numbers_.push_back(kNone);
            continue;
        }
        const auto [found, is_new] =
            known.try_emplace({mention.type, mention.id, mention.name}, named_.size());
        if (!is_new && named_[found->second].first->path == mention.path) {
            numbers_.push_back(found->second);
            continue;
        }
        numbers_.push_back(named_.size());
        if (has_path(mention)) {
            std::vector<FacetValue> levels = level_values(mention.path);
            FacetValue own = std::move(levels.back());
            levels.pop_back();
            named_.push_back({&mention, std::move(own), std::move(levels)});
        } else {
            named_.push_back({&mention, mention_value(mention), {}});
        }
    }
}

void add_mentions(const Article& article, const MentionValues& values, FacetCollector& collector) {
    if (values.named().empty()) {
        return;
    }
    MentionCollector mentions(article, values, collector);
    for (std::size_t i = 0; i < article.mentions.size(); ++i) {
        if (values.number_of(i) != MentionValues::kNone) {
            mentions.add(article.mentions[i], values.number_of(i));
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
