// Clauses on names, codes, ids, dates and numbers, and the counting of facets.
#include "common/article/url.hpp"
#include "common/base/utf8.hpp"
#include "tests/property/scanner.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

namespace dateline::property {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using std::chrono::days;
using std::chrono::sys_days;

void add_name(std::vector<std::string>& names, const std::string& name) {
    const std::string clean = collapse_spaces(name);
    if (!clean.empty()) {
        names.push_back(clean);
    }
}

bool is_entity_field(const schema::Field& field) {
    return field.id == FieldId::Person || field.id == FieldId::Place || field.id == FieldId::Org ||
           field.id == FieldId::About;
}

bool stands_in(const std::string& wanted, const std::string& slug, bool open_start, bool open_end) {
    const std::string text = '-' + slug + '-';
    return text.find((open_start ? "" : "-") + wanted + (open_end ? "" : "-")) != std::string::npos;
}

bool name_matches(const Node& node, const std::string& name, TextScanner& text) {
    const std::string slug = text::slug(name);
    const std::string wanted = text::slug(node.text);
    if (node.kind == NodeKind::Id || node.exact) {
        return slug == wanted;
    }
    const std::vector<ScanToken> tokens = text.tokens(node.text);
    if (tokens.size() == 1 && !tokens.front().is_character) {
        const std::vector<ScanToken> words = text.tokens(name);
        return std::any_of(words.begin(), words.end(), [&](const ScanToken& word) {
            return node.prefix ? word.folded.starts_with(tokens.front().folded)
                               : word.folded == tokens.front().folded;
        });
    }
    const bool spaceless = std::any_of(
        tokens.begin(), tokens.end(), [](const ScanToken& t) { return t.is_character; });
    return stands_in(wanted, slug, spaceless, spaceless || node.prefix);
}

bool id_matches(const Node& node, const ScanArticle& article) {
    return (!article.article.id.empty() &&
            text::fold(article.article.id) == text::fold(node.text)) ||
           article.id == node.text;
}

bool event_matches(const parse::DayRange& wanted, const Article& article) {
    const bool speaks =
        std::any_of(article.mentions.begin(), article.mentions.end(), [](const Mention& mention) {
            return mention.type == MentionType::Date && mention.days;
        });
    if (wanted.undated) {
        return !speaks;
    }
    return std::any_of(
        article.mentions.begin(), article.mentions.end(), [&](const Mention& mention) {
            if (mention.type != MentionType::Date || !mention.days) {
                return false;
            }
            const sys_days from = mention.days->from;
            const sys_days end = mention.days->to + days(1);
            return wanted.overlapping
                       ? (!wanted.from || end > *wanted.from) && (!wanted.to || from < *wanted.to)
                       : (!wanted.from || from >= *wanted.from) &&
                             (!wanted.to || end <= *wanted.to);
        });
}

bool has(const std::string& what, const Article& article) {
    if (what == "date") {
        return article.published.has_value();
    }
    if (what == "dateline") {
        return article.dateline != Dateline{};
    }
    if (what == "id" || what == "title" || what == "url") {
        return !(what == "id" ? article.id : what == "title" ? article.title : article.url).empty();
    }
    const schema::Field& field = *schema::find_field(what);
    if (field.id == FieldId::Event) {
        parse::DayRange none;
        none.undated = true;
        return !event_matches(none, article);
    }
    return is_entity_field(field) ? !entities_of(article, field.id_letters, false).empty()
                                  : !names_of(article, field).empty();
}

bool site_matches(const std::string& wanted, const Article& article) {
    const std::string host = url_host(article.url);
    const std::string site = ascii_lower(wanted);
    return !host.empty() && (host == site || host.ends_with('.' + site));
}

bool lang_matches(const std::string& wanted, const std::string& lang) {
    const std::string slug = text::slug(wanted);
    return !lang.empty() && (slug == lang || slug == lang.substr(0, lang.find('-')));
}

bool date_matches(const parse::DayRange& wanted, const Article& article) {
    if (wanted.undated || !article.published) {
        return wanted.undated && !article.published;
    }
    const parse::DayRange stated = days_of(*article.published);
    return (!wanted.from || *wanted.from <= *stated.from) &&
           (!wanted.to || *stated.to <= *wanted.to);
}

/// The buckets of `article` in the date facet `request`.
std::set<std::string> buckets_of(const Article& article, const search::FacetRequest& request) {
    if (request.field->id == FieldId::Event) {
        return event_buckets(article, request.level);
    }
    const bool coarse = !article.published ||
                        (request.level == search::DateLevel::Month &&
                         article.published->precision < time::Precision::Month) ||
                        (request.level > search::DateLevel::Month &&
                         article.published->precision < time::Precision::Day);
    return coarse ? std::set<std::string>()
                  : std::set{bucket_of(*days_of(*article.published).from, request.level)};
}

search::FacetResult date_facet(const std::vector<ScanHit>& hits,
                               const search::FacetRequest& request) {
    search::FacetResult result;
    std::map<std::string, std::uint64_t> counts;
    for (const ScanHit& hit : hits) {
        const std::set<std::string> buckets = buckets_of(hit.article->article, request);
        result.missing += buckets.empty() ? 1 : 0;
        for (const std::string& bucket : buckets) {
            ++counts[bucket];
        }
    }
    result.distinct = counts.size();
    std::vector<std::pair<std::uint64_t, std::string>> largest;
    for (const auto& [bucket, count] : counts) {
        largest.emplace_back(count, bucket);
    }
    std::stable_sort(largest.begin(), largest.end(), [](const auto& a, const auto& b) {
        return a.first > b.first;
    });
    for (std::size_t i = request.limit; i < largest.size(); ++i) {
        result.other_articles += largest[i].first;
        counts.erase(largest[i].second);
    }
    for (const auto& [bucket, count] : counts) {
        result.values.push_back({bucket, bucket, count, "", ""});
    }
    return result;
}

}  // namespace

std::string bucket_of(sys_days date, search::DateLevel level) {
    const std::string day = time::format_day(date);
    switch (level) {
        case search::DateLevel::Year:
            return day.substr(0, 4);
        case search::DateLevel::Month:
            return day.substr(0, 7);
        case search::DateLevel::Day:
            return day;
        case search::DateLevel::Week:
            break;
    }
    // The week belongs to the year of its Thursday; 1 January 1970 was one.
    const auto since = date.time_since_epoch().count();
    const sys_days thursday = date + days(3 - (((since + 3) % 7) + 7) % 7);
    const std::chrono::year year = std::chrono::year_month_day(thursday).year();
    const auto week = (thursday - sys_days(year / 1 / 1)).count() / 7 + 1;
    std::array<char, 32> text{};
    std::snprintf(
        text.data(), text.size(), "%04d-W%02d", static_cast<int>(year), static_cast<int>(week));
    return text.data();
}

parse::DayRange days_of(const time::Published& published) {
    const sys_days first = std::chrono::floor<days>(published.instant);
    const std::chrono::year_month_day date(first);
    switch (published.precision) {
        case time::Precision::Year:
            return {first, sys_days((date.year() + std::chrono::years(1)) / 1 / 1), false};
        case time::Precision::Month:
            return {
                first, sys_days((date.year() / date.month() + std::chrono::months(1)) / 1), false};
        case time::Precision::Day:
        case time::Precision::Time:
            break;
    }
    return {first, first + days(1), false};
}

std::vector<std::string> names_of(const Article& article, const schema::Field& field) {
    const std::vector<std::string> none;
    const auto one = [](const std::string& name) { return std::vector<std::string>{name}; };
    const std::map<FieldId, std::vector<std::string>> stated = {
        {FieldId::Topic, article.topics},
        {FieldId::By, article.authors},
        {FieldId::Source, one(article.source)},
        {FieldId::Section, one(article.section)},
        {FieldId::Collection, one(article.collection)},
        {FieldId::Lang, one(article.lang.substr(0, article.lang.find('-')))}};
    std::vector<std::string> names;
    for (const std::string& name : stated.at(field.id)) {
        add_name(names, name);
    }
    return names;
}

bool matches_metadata(const Node& node,
                      const ScanArticle& scanned,
                      const EntityNames& entity_names,
                      TextScanner& text) {
    const Article& article = scanned.article;
    if (is_entity_field(*node.field)) {
        return matches_entity(node, article, entity_names, text);
    }
    switch (node.field->id) {
        case FieldId::Date:
            return date_matches(node.days, article);
        case FieldId::Event:
            return event_matches(node.days, article);
        case FieldId::Len: {
            const auto words = static_cast<std::int64_t>(scanned.tokens);
            return node.numbers.from.value_or(0) <= words &&
                   words <= node.numbers.to.value_or(words);
        }
        case FieldId::Id:
            return id_matches(node, scanned);
        case FieldId::Url:
            return !article.url.empty() && canonical_url(article.url) == canonical_url(node.text);
        case FieldId::Site:
            return site_matches(node.text, article);
        case FieldId::Has:
            return has(node.text, article);
        case FieldId::Lang:
            return lang_matches(node.text, article.lang);
        case FieldId::Collection:
            return !article.collection.empty() &&
                   text::slug(article.collection) == text::slug(node.text);
        default:
            break;
    }
    const std::vector<std::string> names = names_of(article, *node.field);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return name_matches(node, name, text);
    });
}

std::map<std::string, std::string> Scanner::values_of(const Article& article,
                                                      const search::FacetRequest& request) const {
    if (is_entity_field(*request.field)) {
        return counted_entities(
            article,
            request.field->id_letters,
            request.place_level ? request.text.substr(request.text.find('.') + 1) : "",
            entity_names_);
    }
    std::map<std::string, std::string> values;
    for (const std::string& name : names_of(article, *request.field)) {
        values.emplace(std::string(request.field->id_letters) + ':' + text::slug(name), name);
    }
    return values;
}

search::FacetResult Scanner::facet(const std::vector<ScanHit>& hits,
                                   const search::FacetRequest& request) const {
    if (request.field->kind == schema::FieldKind::Date) {
        return date_facet(hits, request);
    }
    search::FacetResult result;
    std::map<std::string, std::map<std::string, std::uint64_t>> spellings;
    for (const ScanHit& hit : hits) {
        const std::map<std::string, std::string> first_spelling =
            values_of(hit.article->article, request);
        result.missing += first_spelling.empty() ? 1 : 0;
        for (const auto& [id, name] : first_spelling) {
            ++spellings[id][name];
        }
    }
    for (const auto& [id, names] : spellings) {
        search::FacetValueCount value{id, "", 0, "", ""};
        std::uint64_t most = 0;
        for (const auto& [name, count] : names) {
            value.articles += count;
            value.name = count > most ? name : value.name;
            most = std::max(most, count);
        }
        result.values.push_back(std::move(value));
    }
    std::stable_sort(result.values.begin(), result.values.end(), [](const auto& a, const auto& b) {
        return a.articles > b.articles;
    });
    result.distinct = result.values.size();
    while (result.values.size() > request.limit) {
        result.other_articles += result.values.back().articles;
        result.values.pop_back();
    }
    return result;
}

}  // namespace dateline::property
