// Choosing the values of a facet that are listed, and writing their refinements.
#include "query/search/facets.hpp"

#include "common/schema/fields.hpp"
#include "common/text/tokenizer.hpp"
#include "query/search/counted_values.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using schema::FieldKind;

bool is_date(const FacetRequest& request) {
    return request.field->kind == FieldKind::Date;
}

Node period(const FacetRequest& request, std::chrono::sys_days start) {
    Node leaf;
    leaf.field = request.field;
    leaf.kind = NodeKind::Days;
    leaf.days = bucket_days(start, request.level);
    return leaf;
}

/// A value that may be listed.
struct Candidate {
    CountedValue value;
    std::string folded_name{};           ///< where values are sorted by name
    std::uint64_t archive_articles = 0;  ///< where the lift is wanted
};

/// Whether `a` comes before `b` where values are sorted by count. Values are given by id, so that
/// a stable sort breaks ties.
bool has_more(const Candidate& a, const Candidate& b) {
    return a.value.articles > b.value.articles;
}

/// a1 / b1 > a2 / b2 without rounding: counts have 32 bits, so products have 64.
bool has_more_lift(const Candidate& a, const Candidate& b) {
    const std::uint64_t left = a.value.articles * b.archive_articles;
    const std::uint64_t right = b.value.articles * a.archive_articles;
    return left != right ? left > right : has_more(a, b);
}

std::uint64_t articles_in_archive(const ArchiveCounts& archive, const std::string& id) {
    const auto found = std::lower_bound(
        archive.begin(), archive.end(), id, [](const auto& entry, const std::string& wanted) {
            return entry.first < wanted;
        });
    return found != archive.end() && found->first == id ? found->second : 0;
}

/// Chooses the values of one facet.
class Chooser {
public:
    Chooser(const FacetRequest& request, const FacetScope& scope)
        : request_(request),
          scope_(scope),
          prefix_(text::fold(
              std::string_view(request.prefix).substr(request.prefix.starts_with('@') ? 1 : 0))) {}

    /// Those of `values`, given by id, that are listed, in their order.
    [[nodiscard]] std::vector<Candidate> choose(const std::vector<CountedValue>& values) {
        std::vector<Candidate> candidates;
        for (const CountedValue& value : values) {
            if (is_wanted(value)) {
                candidates.push_back({value});
            }
        }
        selected_ = candidates.size();
        complete(candidates);
        sort(candidates);
        const std::size_t first = std::min(request_.offset, candidates.size());
        const std::size_t last = first + std::min(request_.limit, candidates.size() - first);
        std::vector<Candidate> page(
            std::make_move_iterator(candidates.begin() + static_cast<std::ptrdiff_t>(first)),
            std::make_move_iterator(candidates.begin() + static_cast<std::ptrdiff_t>(last)));
        if (is_date(request_) && request_.sort == FacetSort::Usual) {
            std::sort(page.begin(), page.end(), [](const Candidate& a, const Candidate& b) {
                return a.value.start < b.value.start;
            });
        }
        return page;
    }

    /// How many had enough articles and a fitting name in the last choice.
    [[nodiscard]] std::size_t selected() const noexcept { return selected_; }

private:
    [[nodiscard]] bool is_wanted(const CountedValue& value) const {
        if (value.articles < request_.min_articles) {
            return false;
        }
        if (scope_.named) {
            return scope_.named->contains(value.key);
        }
        return prefix_.empty() || (is_date(request_) ? id_of(value, request_).starts_with(prefix_)
                                                     : value.key.substr(2).starts_with(prefix_));
    }

    void complete(std::vector<Candidate>& candidates) const {
        for (Candidate& candidate : candidates) {
            if (request_.lift && scope_.archive != nullptr) {
                candidate.archive_articles =
                    articles_in_archive(*scope_.archive, id_of(candidate.value, request_));
            }
            if (request_.sort == FacetSort::Name) {
                candidate.folded_name = text::fold(candidate.value.name);
            }
        }
    }

    void sort(std::vector<Candidate>& candidates) const {
        switch (request_.sort) {
            case FacetSort::Usual:
            case FacetSort::Count:
                std::stable_sort(candidates.begin(), candidates.end(), has_more);
                return;
            case FacetSort::Lift:
                std::stable_sort(candidates.begin(), candidates.end(), has_more_lift);
                return;
            case FacetSort::Name:
                std::stable_sort(candidates.begin(),
                                 candidates.end(),
                                 [](const Candidate& a, const Candidate& b) {
                                     return a.folded_name != b.folded_name
                                                ? a.folded_name < b.folded_name
                                                : has_more(a, b);
                                 });
                if (is_date(request_)) {
                    std::sort(candidates.begin(),
                              candidates.end(),
                              [](const Candidate& a, const Candidate& b) {
                                  return a.value.start < b.value.start;
                              });
                }
        }
    }

    const FacetRequest& request_;
    const FacetScope& scope_;
    std::string prefix_;  ///< of ids
    std::size_t selected_ = 0;
};

FacetValueCount listed_value(const Candidate& candidate,
                             const FacetRequest& request,
                             const FacetScope& scope,
                             const Refiner& refiner) {
    FacetValueCount value;
    value.id = id_of(candidate.value, request);
    value.name = is_date(request) ? value.id : std::string(candidate.value.name);
    value.within = candidate.value.within;
    value.articles = candidate.value.articles;
    value.refine = print_query(is_date(request) ? period(request, candidate.value.start)
                                                : refinement(request, value.id));
    value.query = refiner.with(value.refine);
    if (request.lift && scope.archive != nullptr) {
        value.archive_articles = candidate.archive_articles;
        value.lift =
            lift_of(value.articles, scope.matches, value.archive_articles, scope.archive_articles);
    }
    return value;
}

}  // namespace

Node refinement(const FacetRequest& request, std::string_view id) {
    Node leaf;
    leaf.field = request.field;
    leaf.kind = request.field->kind == FieldKind::Name ? NodeKind::Id : NodeKind::Word;
    leaf.text = id.substr(2);
    // What is mentioned, not what is in it, unless levels are counted.
    leaf.exact = request.field->id == FieldId::Place && !request.place_level;
    return leaf;
}

double lift_of(std::uint64_t articles,
               std::uint64_t matches,
               std::uint64_t archive_articles,
               std::uint64_t archive) noexcept {
    if (articles == 0 || matches == 0 || archive_articles == 0 || archive == 0) {
        return 0;
    }
    return (static_cast<double>(articles) * static_cast<double>(archive)) /
           (static_cast<double>(matches) * static_cast<double>(archive_articles));
}

ArchiveCounts all_counts(const storage::IndexReader& reader,
                         const FacetRequest& request,
                         const std::vector<const FacetCounts*>& by_shard) {
    ArchiveCounts counts;
    for (const CountedValue& value : counted_values(reader, request, by_shard)) {
        counts.emplace_back(id_of(value, request), value.articles);
    }
    std::sort(counts.begin(), counts.end());
    return counts;
}

FacetResult merge_facet(const storage::IndexReader& reader,
                        const FacetRequest& request,
                        const std::vector<const FacetCounts*>& by_shard,
                        const FacetScope& scope) {
    FacetResult result;
    result.name = request.text;
    result.matches = scope.matches;
    result.offset = request.offset;
    result.lift = request.lift;
    result.min_articles = request.min_articles;
    for (const FacetCounts* counts : by_shard) {
        result.missing += counts->missing;
    }
    const std::vector<CountedValue> values = counted_values(reader, request, by_shard);
    result.distinct = values.size();
    for (const CountedValue& value : values) {
        result.other_articles += value.articles;
    }
    Chooser chooser(request, scope);
    const Refiner refiner(scope.tree);
    for (const Candidate& candidate : chooser.choose(values)) {
        result.other_articles -= candidate.value.articles;
        result.values.push_back(listed_value(candidate, request, scope, refiner));
    }
    if (request.min_articles > 1 || !request.prefix.empty()) {
        result.selected = chooser.selected();
    }
    return result;
}

}  // namespace dateline::search
