// Pairs of places by two ascending lists, counts by earliest ends.
#include "query/compile/spans.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::compile {
namespace {

void make_set(Spans& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

/// Those that hold no other one: both ends ascend.
Spans shortest(const Spans& spans) {
    Spans kept;
    for (const Span& span : spans) {
        while (!kept.empty() && kept.back().last >= span.last) {
            kept.pop_back();
        }
        // Of two that begin at one token the shorter one comes first.
        if (kept.empty() || kept.back().first < span.first) {
            kept.push_back(span);
        }
    }
    return kept;
}

bool begins_before(const Span& span, std::uint32_t token) {
    return span.first < token;
}

/// The first place from `from` up to `end` that begins behind `token`; quick where it is near.
Spans::const_iterator behind(Spans::const_iterator from,
                             Spans::const_iterator end,
                             std::uint32_t token) {
    std::ptrdiff_t step = 1;
    while (step < end - from && from[step].first <= token) {
        from += step;
        step *= 2;
    }
    return std::lower_bound(from, from + std::min(step, end - from), token + 1, begins_before);
}

/// Finds the places of `followers` that begin behind a span, at most `distance` tokens away. The
/// spans must be asked for in ascending order: then all of them together take time in proportion to
/// both lists, but for the logarithm of what a span covers.
class Followers {
public:
    Followers(const Spans& followers, std::uint32_t distance)
        : from_(followers.begin()), end_(followers.end()), distance_(distance) {}

    std::pair<Spans::const_iterator, Spans::const_iterator> of(const Span& span) {
        from_ = behind(from_, end_, span.first);
        const auto begin = behind(from_, end_, span.last);
        return {begin, behind(begin, end_, span.last + distance_)};
    }

private:
    Spans::const_iterator from_;
    Spans::const_iterator end_;
    std::uint32_t distance_;
};

/// The pairs in which a place of `b` follows one of `a`, up to the first that is one too many.
std::size_t count_pairs(const Spans& a, const Spans& b, std::uint32_t distance) {
    Followers followers(b, distance);
    std::size_t pairs = 0;
    for (auto span = a.begin(); span != a.end() && pairs <= kMaxPairs; ++span) {
        const auto [begin, end] = followers.of(*span);
        pairs += static_cast<std::size_t>(end - begin);
    }
    return pairs;
}

/// Adds the pairs in which a place of `b` follows one of `a`; `only_nearest` of each the next.
void add_following(const Spans& a,
                   const Spans& b,
                   std::uint32_t distance,
                   bool only_nearest,
                   const std::vector<std::uint32_t>& paragraph_of,
                   Spans& out) {
    Followers followers(b, distance);
    for (const Span& span : a) {
        auto [begin, end] = followers.of(span);
        if (only_nearest && begin != end) {
            end = begin + 1;
        }
        for (auto other = begin; other != end; ++other) {
            if (paragraph_of[span.first] == paragraph_of[other->last]) {
                out.push_back({span.first, other->last});
            }
        }
    }
}

Spans strict_phrase(const std::vector<const std::vector<std::uint32_t>*>& places,
                    const std::vector<std::uint32_t>& paragraph_of) {
    const auto size = static_cast<std::uint32_t>(places.size());
    std::vector<std::uint32_t> starts = *places.front();
    for (std::uint32_t word = 1; word < size && !starts.empty(); ++word) {
        auto place = places[word]->begin();
        std::erase_if(starts, [&](std::uint32_t start) {
            while (place != places[word]->end() && *place < start + word) {
                ++place;
            }
            return place == places[word]->end() || *place != start + word;
        });
    }
    Spans spans;
    for (const std::uint32_t start : starts) {
        if (paragraph_of[start] == paragraph_of[start + size - 1]) {
            spans.push_back({start, start + size - 1});
        }
    }
    return spans;
}

/// Where the furthest of a phrase's words to the left stands.
struct Lowest {
    std::int64_t low = 0;         ///< its token less its number in the phrase
    std::uint32_t paragraph = 0;  ///< the first token of its paragraph

    friend bool operator==(const Lowest&, const Lowest&) = default;
    friend auto operator<=>(const Lowest&, const Lowest&) = default;
};

/// A way to put all words of a phrase on tokens such that word i stands from `low` + i to
/// `low` + `slop` + i: for each word the first token that no word before it has. Equal words have
/// equal lists, and in their order the first free token serves them best. (Words that share only
/// some forms may take each other's tokens; then a way may be missed.)
bool put_words(const std::vector<const std::vector<std::uint32_t>*>& places,
               const Lowest& lowest,
               std::uint32_t slop,
               std::vector<std::uint32_t>& tokens) {
    tokens.clear();
    for (std::size_t word = 0; word < places.size(); ++word) {
        const std::int64_t from = lowest.low + static_cast<std::int64_t>(word);
        const auto least = std::max<std::int64_t>(from, lowest.paragraph);
        auto place = std::lower_bound(
            places[word]->begin(), places[word]->end(), static_cast<std::uint32_t>(least));
        while (place != places[word]->end() &&
               std::find(tokens.begin(), tokens.end(), *place) != tokens.end()) {
            ++place;
        }
        if (place == places[word]->end() || std::int64_t{*place} > from + slop) {
            return false;
        }
        tokens.push_back(*place);
    }
    return true;
}

Spans loose_phrase(const std::vector<const std::vector<std::uint32_t>*>& places,
                   std::uint32_t slop,
                   const std::vector<std::uint32_t>& paragraph_of) {
    std::vector<Lowest> lows;
    for (std::size_t word = 0; word < places.size(); ++word) {
        for (const std::uint32_t place : *places[word]) {
            const auto paragraph =
                std::lower_bound(paragraph_of.begin(), paragraph_of.end(), paragraph_of[place]);
            lows.push_back({std::int64_t{place} - static_cast<std::int64_t>(word),
                            static_cast<std::uint32_t>(paragraph - paragraph_of.begin())});
        }
    }
    std::sort(lows.begin(), lows.end());
    lows.erase(std::unique(lows.begin(), lows.end()), lows.end());
    if (lows.size() > kMaxPairs) {
        lows.resize(kMaxPairs);
    }
    Spans spans;
    std::vector<std::uint32_t> tokens;
    for (const Lowest& lowest : lows) {
        if (!put_words(places, lowest, slop, tokens)) {
            continue;
        }
        const auto [first, last] = std::minmax_element(tokens.begin(), tokens.end());
        if (paragraph_of[*first] == paragraph_of[*last]) {
            spans.push_back({*first, *last});
        }
    }
    make_set(spans);
    return spans;
}

}  // namespace

Spans either_of(const Spans& a, const Spans& b) {
    Spans both;
    both.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

Spans near_spans(const Spans& a,
                 const Spans& b,
                 std::uint32_t distance,
                 bool ordered,
                 const std::vector<std::uint32_t>& paragraph_of) {
    Spans out;
    const std::size_t pairs =
        count_pairs(a, b, distance) + (ordered ? 0 : count_pairs(b, a, distance));
    if (pairs > kMaxPairs) {
        const Spans few_a = shortest(a);
        const Spans few_b = shortest(b);
        add_following(few_a, few_b, distance, true, paragraph_of, out);
        // Both ends of the shortest places ascend, and so do those of the nearest pairs.
        const auto middle = static_cast<std::ptrdiff_t>(out.size());
        if (!ordered) {
            add_following(few_b, few_a, distance, true, paragraph_of, out);
        }
        std::inplace_merge(out.begin(), out.begin() + middle, out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }
    add_following(a, b, distance, false, paragraph_of, out);
    if (!ordered) {
        add_following(b, a, distance, false, paragraph_of, out);
    }
    make_set(out);
    return out;
}

Spans phrase_spans(const std::vector<const std::vector<std::uint32_t>*>& places,
                   std::uint32_t slop,
                   const std::vector<std::uint32_t>& paragraph_of) {
    if (places.empty() ||
        std::any_of(places.begin(), places.end(), [](const auto* each) { return each->empty(); })) {
        return {};
    }
    return slop == 0 ? strict_phrase(places, paragraph_of)
                     : loose_phrase(places, slop, paragraph_of);
}

Spans within(const Spans& spans, Window window) {
    Spans inside;
    std::copy_if(spans.begin(), spans.end(), std::back_inserter(inside), [&](const Span& span) {
        return window.holds(span);
    });
    return inside;
}

bool any_within(const Spans& spans, Window window) {
    auto span = std::lower_bound(spans.begin(), spans.end(), window.begin, begins_before);
    for (; span != spans.end() && span->first < window.end; ++span) {
        if (span->last < window.end) {
            return true;
        }
    }
    return false;
}

std::size_t count_apart(const Spans& spans) {
    Spans by_end = spans;
    std::sort(
        by_end.begin(), by_end.end(), [](const Span& a, const Span& b) { return a.last < b.last; });
    std::size_t count = 0;
    std::uint32_t free = 0;  // the first token behind what was counted
    for (const Span& span : by_end) {
        if (span.first >= free) {
            ++count;
            free = span.last + 1;
        }
    }
    return count;
}

}  // namespace dateline::compile
