// Names out of the tables, and values out of the index.
#include "query/prompt/offers.hpp"

#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "query/option_values.hpp"
#include "query/parse/tree.hpp"
#include "query/prompt/commands.hpp"
#include "query/search/facet_request.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace dateline::query {
namespace {

/// Most values that are offered at a time.
constexpr std::size_t kMaxOffered = 12;

/// Values that are looked at where more than one word is typed.
constexpr std::size_t kMaxLookedAt = 2000;

std::vector<Candidate> named(const std::vector<std::string>& names,
                             std::string_view typed,
                             std::string_view before,
                             std::string_view after) {
    std::vector<Candidate> candidates;
    const std::string lower = ascii_lower(typed);
    for (const std::string& name : names) {
        const std::string text = std::string(before) + name + std::string(after);
        if (ascii_lower(text).starts_with(lower)) {
            candidates.push_back({text, text, after != ":"});
        }
    }
    return candidates;
}

std::vector<std::string> field_names() {
    std::vector<std::string> names;
    for (const schema::Field& field : schema::fields()) {
        names.emplace_back(field.name);
    }
    return names;
}

/// Fields whose values `field` takes: `about:` those of three.
std::vector<const schema::Field*> counted_fields(const schema::Field& field) {
    using schema::FieldId;
    if (field.id == FieldId::About) {
        return {&schema::field(FieldId::Person),
                &schema::field(FieldId::Place),
                &schema::field(FieldId::Org)};
    }
    const bool is_counted = field.is_facet && field.kind != schema::FieldKind::Date;
    return is_counted ? std::vector<const schema::Field*>{&field}
                      : std::vector<const schema::Field*>();
}

/// Values of the field of `spot`, most articles first.
std::vector<Candidate> values_of(const CompletionSpot& spot, search::Searcher& searcher) {
    std::vector<search::FacetValueCount> values;
    const bool is_one_word = spot.typed.find(' ') == std::string::npos;
    search::SearchRequest request;
    request.limit = 0;
    request.tree = *parse::parse_query("*", {}).tree;
    for (const schema::Field* const field : counted_fields(*spot.field)) {
        search::FacetRequest facet = search::parse_facet_name(field->name);
        facet.prefix =
            has_word_starts("", spot.typed) ? "" : spot.typed.substr(0, spot.typed.find(' '));
        facet.limit = is_one_word ? kMaxOffered * 2 : kMaxLookedAt;
        request.facets.push_back(facet);
    }
    if (!request.facets.empty()) {
        searcher.refresh();
        for (search::FacetResult& facet : searcher.search(request).facets) {
            std::move(facet.values.begin(), facet.values.end(), std::back_inserter(values));
        }
    }
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
        return a.articles > b.articles;
    });
    std::vector<Candidate> candidates;
    for (const search::FacetValueCount& value : values) {
        const std::string& name = value.name.empty() ? value.id : value.name;
        const std::string text = as_value(name);
        const bool is_there = std::any_of(candidates.begin(),
                                          candidates.end(),
                                          [&](const auto& each) { return each.text == text; });
        if (!is_there && printable_line(name) == name && has_word_starts(name, spot.typed)) {
            candidates.push_back({text, name + "  " + std::to_string(value.articles), true});
        }
    }
    return candidates;
}

}  // namespace

Completion offer(std::string_view before, search::Searcher& searcher) {
    const CompletionSpot spot = completion_spot(before);
    Completion completion;
    completion.begin = spot.begin;
    std::vector<std::string> names;
    switch (spot.kind) {
        case CompletionSpot::Kind::Command:
            for (const Command& command : commands()) {
                names.emplace_back(command.name);
            }
            completion.candidates = named(names, spot.typed, ":", "");
            break;
        case CompletionSpot::Kind::Argument:
            // They take what the option of their name does.
            completion.candidates = named(option_choices(spot.command), spot.typed, "", "");
            break;
        case CompletionSpot::Kind::Field:
            completion.candidates = named(field_names(), spot.typed, "", ":");
            break;
        case CompletionSpot::Kind::Value:
            if (spot.field->kind == schema::FieldKind::Presence) {
                for (const std::string_view value : schema::presence_values()) {
                    names.emplace_back(value);
                }
                completion.candidates = named(names, spot.typed, "", "");
            } else {
                completion.candidates = values_of(spot, searcher);
            }
            break;
    }
    if (spot.kind == CompletionSpot::Kind::Value && completion.candidates.size() > kMaxOffered) {
        completion.candidates.resize(kMaxOffered);
        completion.more = true;
    }
    return completion;
}

}  // namespace dateline::query
