// Compilation of clauses that only filter: names, codes, ids, dates.
#include "common/article/url.hpp"
#include "common/base/error.hpp"
#include "common/base/hash.hpp"
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "query/compile/compiler.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <utility>

namespace dateline::compile {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using std::chrono::days;
using std::chrono::sys_days;
using Xapian::Query;

/// Fewest digits of a begun public id.
constexpr std::size_t kMinIdDigits = 4;

bool is_hex(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string digits_of(sys_days day) {
    std::string text = time::format_day(day);
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

/// The first and the last day on which an article of the index was published.
std::optional<std::pair<sys_days, sys_days>> published_bounds(const storage::IndexReader& reader) {
    const auto slot = static_cast<Xapian::valueno>(schema::Slot::Published);
    std::optional<std::pair<sys_days, sys_days>> bounds;
    for (const storage::ReadShard& shard : reader.shards()) {
        const auto low = schema::decode_published(shard.database.get_value_lower_bound(slot));
        const auto high = schema::decode_published(shard.database.get_value_upper_bound(slot));
        if (!low || !high) {
            continue;
        }
        if (!bounds) {
            bounds.emplace(time::utc_day(*low), time::utc_day(*high));
        }
        bounds->first = std::min(bounds->first, time::utc_day(*low));
        bounds->second = std::max(bounds->second, time::utc_day(*high));
    }
    return bounds;
}

/// The prefixes of the terms of a date.
struct DatePrefixes {
    std::string_view year;
    std::string_view month;
    std::string_view day;
};

constexpr DatePrefixes kPublishedPrefixes{
    schema::kYearPrefix, schema::kMonthPrefix, schema::kDayPrefix};
constexpr DatePrefixes kEventPrefixes{
    schema::kEventYearPrefix, schema::kEventMonthPrefix, schema::kEventDayPrefix};

/// Periods of this length and more are looked for in all articles that speak of any day.
constexpr days kWidePeriod{50 * 366};

/// The fewest year, month and day terms that cover [from, to). A first year or last year of which
/// only the part inside the index's bounds is asked counts as whole only if it is asked whole.
std::vector<std::string> period_terms(sys_days from, sys_days to, const DatePrefixes& prefixes) {
    using std::chrono::year_month_day;
    std::vector<std::string> terms;
    const auto add = [&](std::string_view prefix, sys_days day, std::size_t digits) {
        terms.push_back(schema::make_term(prefix, digits_of(day).substr(0, digits)));
    };
    while (from < to) {
        const year_month_day date(from);
        const sys_days next_year = date.year() / std::chrono::January / 1 + std::chrono::years(1);
        const sys_days next_month =
            sys_days(date.year() / date.month() / 1 + std::chrono::months(1));
        if (date.month() == std::chrono::January && date.day() == std::chrono::day(1) &&
            next_year <= to) {
            add(prefixes.year, from, 4);
            from = next_year;
        } else if (date.day() == std::chrono::day(1) && next_month <= to) {
            add(prefixes.month, from, 6);
            from = next_month;
        } else {
            add(prefixes.day, from, 8);
            from += days(1);
        }
    }
    return terms;
}

/// `day` moved back to 1 January of its year, or on to the one after, so that a period without an
/// end covers whole years at the index's bounds.
sys_days year_start(sys_days day, int more_years) {
    return std::chrono::year_month_day(day).year() / std::chrono::January / 1 +
           std::chrono::years(more_years);
}

/// The term of the articles that mention the entity `key`: of a place also those that mention a
/// place in it, unless `itself`.
std::string entity_term(const schema::Field& field, std::string_view key, bool itself) {
    if (field.id == FieldId::About) {
        return schema::make_term(field.id_prefix, ascii_lower(key));
    }
    const bool within = field.id == FieldId::Place && !itself;
    return schema::make_term(within ? schema::kWithinPrefix : field.id_prefix, key.substr(2));
}

/// The lists `part` of all `entities` as one.
std::vector<std::string> all_keys(const std::vector<FoundEntity>& entities,
                                  std::vector<std::string> FoundEntity::*part) {
    std::vector<std::string> keys;
    for (const FoundEntity& entity : entities) {
        keys.insert(keys.end(), (entity.*part).begin(), (entity.*part).end());
    }
    return keys;
}

std::string instant_bytes(sys_days day) {
    return schema::encode_sortable(
        std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count());
}

}  // namespace

std::vector<std::string> Compiler::entity_terms(const std::vector<std::string>& keys,
                                                const Node& node) {
    if (keys.size() > kMaxExpansions) {
        throw Error(
            ErrorCode::QuerySyntax,
            "'" + node.text + "' fits more than " + std::to_string(kMaxExpansions) + " names",
            "write more of the name");
    }
    std::vector<std::string> terms;
    terms.reserve(keys.size());
    for (const std::string& key : keys) {
        terms.push_back(entity_term(*node.field, key, node.exact));
    }
    return terms;
}

Query Compiler::name_leaf(const Node& node) {
    const schema::Field& field = *node.field;
    if (node.kind == NodeKind::Id) {
        std::vector<std::string> terms;
        for (const char letter : field.id_letters) {
            const std::string id = std::string{letter, ':'} + text::slug(node.text);
            for (const std::string& key : reader_.joins().ids_of(id)) {
                terms.push_back(entity_term(field, key, node.exact));
            }
        }
        return any_of(terms);
    }
    const std::vector<FoundEntity> entities =
        find_entities(reader_, field, node.text, node.exact, node.prefix, words_, node.fuzzy);
    const std::vector<QueryToken> tokens = words_.tokens(node.text);
    if (tokens.size() != 1 || tokens.front().is_character || node.exact || node.fuzzy > 0) {
        return any_of(entity_terms(all_keys(entities, &FoundEntity::keys), node));
    }
    // All that have the word in a name, by one term, and what other articles spell so.
    std::vector<std::string> terms = entity_terms(all_keys(entities, &FoundEntity::unworded), node);
    const std::string prefix(field.word_prefix);
    if (!node.prefix) {
        terms.push_back(schema::make_term(prefix, tokens.front().folded));
        return any_of(terms);
    }
    for (const std::string& word : expand(prefix, tokens.front().folded)) {
        terms.push_back(prefix + word);
    }
    return any_of(terms);
}

Query Compiler::id_leaf(const std::string& id, bool may_be_begun) {
    const std::string given = schema::make_term(schema::kGivenIdPrefix, text::fold(id));
    std::vector<std::string> terms = {given};
    const bool begun = may_be_begun && id.size() >= kMinIdDigits && id.size() < 16 && is_hex(id) &&
                       frequency(given) == 0;
    if (is_hex16(id) || begun) {
        for (std::string& term :
             reader_.terms_with_prefix(std::string(schema::kKeyPrefix) + id, kMaxExpansions)) {
            terms.push_back(std::move(term));
        }
        if (terms.size() > kMaxExpansions) {
            throw Error(ErrorCode::QuerySyntax,
                        "'@" + id + "' begins more than " + std::to_string(kMaxExpansions) + " ids",
                        "write more of the id");
        }
    }
    return any_of(terms);
}

Query Compiler::code_leaf(const Node& node) {
    const schema::Field& field = *node.field;
    const auto term = [&](const std::string& value) {
        return Query(schema::make_term(field.id_prefix, value));
    };
    switch (field.id) {
        case FieldId::Id:
            return id_leaf(node.text, node.kind == NodeKind::Id);
        case FieldId::Url:
            return term(canonical_url(node.text));
        case FieldId::Site:
            return term(ascii_lower(node.text.find("://") != std::string::npos ? url_host(node.text)
                                                                               : node.text));
        case FieldId::Has:
            return term(ascii_lower(node.text));
        default:
            if (node.text.find(',') != std::string::npos) {
                std::string listed = node.text;
                std::replace(listed.begin(), listed.end(), ',', '|');
                throw Error(
                    ErrorCode::QuerySyntax,
                    "'" + node.text + "' is not one value of " + std::string(field.name) + ":",
                    "for any of several write " + std::string(field.name) + ":" + listed);
            }
            return term(text::slug(node.text));
    }
}

Query Compiler::published_between(const parse::DayRange& days) {
    const auto bounds = published_bounds(reader_);
    if (!bounds) {
        return Query::MatchNothing;
    }
    const sys_days first = year_start(bounds->first, 0);
    const sys_days last = year_start(bounds->second, 1);
    const sys_days from = std::max(days.from.value_or(first), first);
    const sys_days to = std::min(days.to.value_or(last), last);
    return any_of(period_terms(from, to, kPublishedPrefixes));
}

Query Compiler::days_leaf(const Node& node) {
    if (node.field->id == FieldId::Seen) {
        const auto slot = static_cast<Xapian::valueno>(schema::Slot::Seen);
        const std::string low = node.days.from ? instant_bytes(*node.days.from) : std::string();
        // The end is exclusive: the last millisecond before it.
        if (!node.days.to) {
            return {Query::OP_VALUE_GE, slot, low};
        }
        const std::string high =
            schema::encode_sortable(schema::decode_sortable(instant_bytes(*node.days.to)) - 1);
        return {Query::OP_VALUE_RANGE, slot, low, high};
    }
    if (node.days.undated) {
        const std::string dated = schema::make_term(schema::kHasPrefix, node.field->name);
        return {Query::OP_AND_NOT, everything(), Query(dated)};
    }
    return node.field->id == FieldId::Event ? events_in(node.days) : published_between(node.days);
}

Query Compiler::events_in(const parse::DayRange& range) {
    const bool narrow = range.from && range.to && *range.to - *range.from < kWidePeriod;
    // A period within the range begins in it: its terms leave few articles to look into.
    const Query candidates =
        narrow && !range.overlapping
            ? any_of(period_terms(*range.from, *range.to, kEventPrefixes))
            : Query(schema::make_term(schema::kHasPrefix, schema::field(FieldId::Event).name));
    return {Query::OP_FILTER,
            candidates,
            checked(period_check(range.from, range.to, range.overlapping))};
}

std::vector<NameReading> Compiler::read_names(const Node& tree) {
    std::vector<NameReading> readings;
    if (tree.field != nullptr && tree.field->kind == schema::FieldKind::Name &&
        tree.kind != NodeKind::Id &&
        (tree.kind == NodeKind::Word || tree.kind == NodeKind::Phrase)) {
        readings.push_back(
            {tree.field,
             print_query(tree),
             find_entities(
                 reader_, *tree.field, tree.text, tree.exact, tree.prefix, words_, tree.fuzzy),
             {}});
        NameReading& reading = readings.back();
        for (const FoundEntity& entity : reading.entities) {
            std::vector<std::string>& terms = reading.terms.emplace_back();
            for (const std::string& key : entity.keys) {
                terms.push_back(entity_term(*tree.field, key, tree.exact));
            }
        }
    }
    for (const Node& child : tree.children) {
        std::vector<NameReading> below = read_names(child);
        readings.insert(readings.end(),
                        std::make_move_iterator(below.begin()),
                        std::make_move_iterator(below.end()));
    }
    return readings;
}

}  // namespace dateline::compile
