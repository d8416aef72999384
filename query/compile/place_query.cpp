// Evaluation of questions about places: lists of spans below, windows above.
#include "query/compile/place_query.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::compile {
namespace {

using Kind = PlaceNode::Kind;

Window window_of(const schema::TokenRange& range) {
    return {range.first, range.first + range.size_tokens};
}

Window both(Window a, Window b) {
    return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

void make_set(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

bool has_places(Kind kind) noexcept {
    return kind == Kind::Leaf || kind == Kind::Either || kind == Kind::Near;
}

Window region_window(Region region, const ScannedText& text) {
    const auto end = static_cast<std::uint32_t>(text.paragraph_of.size());
    switch (region) {
        case Region::All:
            break;
        case Region::Title:
            return {0, text.title_end};
        case Region::Lead:
            return {text.title_end, text.lead_end};
        case Region::Body:
            return {text.title_end, end};
        case Region::HeadOrLead:
            return {0, text.lead_end};
    }
    return {0, end};
}

PlaceEvaluation::PlaceEvaluation(const PlaceQuery& query, const ArticlePlaces& article)
    : query_(query), article_(article), known_(query.inner_nodes) {}

bool PlaceEvaluation::holds() {
    return holds_in(query_.root, whole(), std::nullopt);
}

Spans PlaceEvaluation::places() {
    return holds() ? places_of(query_.root, whole()) : Spans();
}

Window PlaceEvaluation::whole() const {
    return region_window(Region::All, *article_.text);
}

const Spans& PlaceEvaluation::spans(const PlaceNode& node) {
    if (node.kind == Kind::Leaf) {
        return article_.leaves[node.number];
    }
    std::optional<Spans>& known = known_[node.number];
    if (!known) {
        Spans found;
        if (node.kind == Kind::Near) {
            found = near(node);
        } else {
            for (const PlaceNode& child : node.children) {
                found = either_of(found, spans(child));
            }
        }
        known = std::move(found);
    }
    return *known;
}

Spans PlaceEvaluation::near(const PlaceNode& node) {
    Spans group = spans(node.children.front());
    for (std::size_t i = 1; i < node.children.size() && !group.empty(); ++i) {
        group = near_spans(group,
                           spans(node.children[i]),
                           node.distance,
                           node.ordered,
                           article_.text->paragraph_of);
    }
    return group;
}

bool PlaceEvaluation::holds_in(const PlaceNode& node,
                               Window window,
                               std::optional<std::uint32_t> speaker) {
    const auto holds_here = [&](const PlaceNode& child) {
        return holds_in(child, window, speaker);
    };
    switch (node.kind) {
        case Kind::Leaf:
        case Kind::Either:
        case Kind::Near:
            return any_within(spans(node), window);
        case Kind::All:
            return std::all_of(node.children.begin(), node.children.end(), holds_here);
        case Kind::Any:
            return std::any_of(node.children.begin(), node.children.end(), holds_here);
        case Kind::Together:
            return !shared_units(node, window).empty();
        case Kind::AtLeast:
            return count_apart(within(spans(node.children.front()), window)) >= node.count;
        case Kind::First:
            return holds_in(node.children.front(), both(window, {0, node.count}), speaker);
        case Kind::Said:
            return std::any_of(
                article_.quotes.begin(), article_.quotes.end(), [&](const auto& quote) {
                    return holds_in(
                        node.children.front(), both(window, window_of(quote)), quote.ordinal);
                });
        case Kind::Speaker:
            return speaker &&
                   std::binary_search(node.ordinals.begin(), node.ordinals.end(), *speaker);
    }
    return false;
}

const std::vector<std::uint32_t>& PlaceEvaluation::unit_of(parse::Unit unit) const {
    return unit == parse::Unit::Sentence ? article_.text->sentence_of : article_.text->paragraph_of;
}

std::vector<std::uint32_t> PlaceEvaluation::units(const PlaceNode& node,
                                                  parse::Unit unit,
                                                  Window window) {
    const std::vector<std::uint32_t>& number_of = unit_of(unit);
    std::vector<std::uint32_t> numbers;
    if (has_places(node.kind)) {
        for (const Span& span : spans(node)) {
            if (window.holds(span) && number_of[span.first] == number_of[span.last]) {
                numbers.push_back(number_of[span.first]);
            }
        }
    } else {
        // A sentence lies in one paragraph: that of its first token.
        for (const Span& place : places_of(node, window)) {
            numbers.push_back(number_of[place.first]);
        }
    }
    make_set(numbers);
    return numbers;
}

std::vector<std::uint32_t> PlaceEvaluation::shared_units(const PlaceNode& together, Window window) {
    std::vector<std::uint32_t> shared = units(together.children.front(), together.unit, window);
    for (std::size_t i = 1; i < together.children.size() && !shared.empty(); ++i) {
        const std::vector<std::uint32_t> own = units(together.children[i], together.unit, window);
        std::vector<std::uint32_t> common;
        std::set_intersection(
            shared.begin(), shared.end(), own.begin(), own.end(), std::back_inserter(common));
        shared = std::move(common);
    }
    return shared;
}

Spans PlaceEvaluation::places_of(const PlaceNode& node, Window window) {
    Spans found;
    switch (node.kind) {
        case Kind::Leaf:
        case Kind::Either:
        case Kind::Near:
            return within(spans(node), window);
        case Kind::All:
        case Kind::Any:
            for (const PlaceNode& child : node.children) {
                found = either_of(found, places_of(child, window));
            }
            break;
        case Kind::Together: {
            const std::vector<std::uint32_t>& number_of = unit_of(node.unit);
            for (const std::uint32_t number : shared_units(node, window)) {
                const auto [first, end] =
                    std::equal_range(number_of.begin(), number_of.end(), number);
                found.push_back({static_cast<std::uint32_t>(first - number_of.begin()),
                                 static_cast<std::uint32_t>(end - number_of.begin()) - 1});
            }
            break;
        }
        case Kind::AtLeast:
            return places_of(node.children.front(), window);
        case Kind::First:
            return places_of(node.children.front(), both(window, {0, node.count}));
        case Kind::Said:
            for (const schema::TokenRange& quote : article_.quotes) {
                const Window inside = both(window, window_of(quote));
                if (holds_in(node.children.front(), inside, quote.ordinal)) {
                    found.push_back({inside.begin, inside.end - 1});
                }
            }
            break;
        case Kind::Speaker:
            break;
    }
    return found;
}

}  // namespace dateline::compile
