// Mentions of one article, put together by entity.
#include "query/search/entities.hpp"

#include "common/schema/fields.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace dateline::search {
namespace {

using schema::FieldId;

/// The field of `type`, and the names that the source gave.
std::pair<FieldId, const std::vector<std::string>*> given_names(const Article& article,
                                                                MentionType type) {
    switch (type) {
        case MentionType::Person:
            return {FieldId::Person, &article.people};
        case MentionType::Place:
            return {FieldId::Place, &article.places};
        case MentionType::Org:
        case MentionType::Date:
            break;
    }
    return {FieldId::Org, &article.orgs};
}

std::string period_name(const EventDays& days) {
    using std::chrono::sys_days;
    const std::string from = time::format_day(days.from);
    const std::chrono::year_month_day first(days.from);
    const sys_days next = days.to + std::chrono::days(1);
    if (days.from == days.to) {
        return from;
    }
    if (first.day() == std::chrono::day(1) && next == sys_days(first + std::chrono::months(1))) {
        return from.substr(0, 7);
    }
    if (first.day() == std::chrono::day(1) && first.month() == std::chrono::January &&
        next == sys_days(first + std::chrono::years(1))) {
        return from.substr(0, 4);
    }
    return from + ".." + time::format_day(days.to);
}

}  // namespace

std::vector<ShownEntity> entities_of(const Article& article,
                                     MentionType type,
                                     const entities::EntityJoins& joins) {
    std::vector<ShownEntity> entities;
    const auto [field, given] = given_names(article, type);
    const std::string letter = std::string(schema::field(field).id_letters) + ':';
    const auto entity = [&](const std::string& id, const std::string& name) -> ShownEntity& {
        const entities::JoinedEntity* const joined = joins.entity_of(id);
        const std::string& shown_id = joined == nullptr ? id : joined->id;
        const auto known = std::find_if(entities.begin(), entities.end(), [&](const auto& each) {
            return each.id == shown_id;
        });
        return known != entities.end() ? *known
                                       : entities.emplace_back(ShownEntity{
                                             shown_id, joined == nullptr ? name : joined->name});
    };
    const std::size_t head = head_bytes(article);
    std::map<std::string, std::uint32_t> mentions;  // by the id in the article, as about: counts
    for (const Mention& mention : article.mentions) {
        if (mention.type != type || mention.name.empty()) {
            continue;
        }
        const bool typed = mention.id.starts_with(letter);
        const std::string id =
            letter + text::slug(typed ? mention.id.substr(letter.size()) : mention.name);
        ShownEntity& shown = entity(id, mention.name);
        if (!mention.given.empty()) {
            continue;
        }
        ++shown.mentions;
        shown.about = shown.about || mention.end_bytes <= head || ++mentions[id] >= kAboutMentions;
    }
    std::stable_sort(entities.begin(), entities.end(), [](const auto& a, const auto& b) {
        return a.mentions > b.mentions;
    });
    for (const std::string& name : unresolved(article, type, *given)) {
        static_cast<void>(entity(letter + text::slug(name), name));
    }
    return entities;
}

std::vector<std::string> names_of(const std::vector<ShownEntity>& entities) {
    std::vector<std::string> names;
    names.reserve(entities.size());
    for (const ShownEntity& entity : entities) {
        names.push_back(entity.name);
    }
    return names;
}

std::vector<std::string> events_of(const Article& article) {
    std::set<std::string> names;
    for (const Mention& mention : article.mentions) {
        if (mention.type == MentionType::Date && mention.days) {
            names.insert(period_name(*mention.days));
        }
    }
    return {names.begin(), names.end()};
}

}  // namespace dateline::search
