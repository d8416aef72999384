// Groups of facets with the same matches.
#include "query/search/facet_counting.hpp"

#include "query/compile/names.hpp"
#include "query/search/own_clauses.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;

/// The ids of `request`'s field that its prefix names: as the query `person:prefix*` finds them.
std::optional<std::set<std::string, std::less<>>> named_ids(const storage::IndexReader& reader,
                                                            const FacetRequest& request,
                                                            compile::QueryWords& words) {
    if (request.prefix.empty() || request.prefix.starts_with('@') ||
        request.field->kind == schema::FieldKind::Date) {
        return std::nullopt;
    }
    std::set<std::string, std::less<>> ids;
    for (compile::FoundEntity& entity :
         compile::find_entities(reader, *request.field, request.prefix, false, true, words)) {
        ids.insert(std::move(entity.key));
    }
    return ids;
}

}  // namespace

FacetCounting::FacetCounting(const storage::IndexReader& reader,
                             compile::QueryWords& words,
                             ArchiveFacets& archive,
                             const Node& tree,
                             std::vector<FacetRequest> facets,
                             FacetRuns runs)
    : reader_(reader),
      words_(words),
      archive_(archive),
      facets_(std::move(facets)),
      runs_(std::move(runs)),
      groups_(1, Group{tree}) {
    for (std::size_t number = 0; number < facets_.size(); ++number) {
        std::optional<Node> rest;
        if (facets_[number].exclude_own) {
            rest = without_own_clauses(tree, *facets_[number].field);
        }
        add_to_group(number, rest ? *std::move(rest) : tree);
    }
}

void FacetCounting::add_to_group(std::size_t number, Node tree) {
    const auto known = std::find_if(groups_.begin(), groups_.end(), [&](const Group& group) {
        return same_query(group.tree, tree);
    });
    Group& group = known != groups_.end() ? *known : groups_.emplace_back(Group{std::move(tree)});
    group.numbers.push_back(number);
}

std::vector<FacetRequest> FacetCounting::requests_of(const Group& group) const {
    std::vector<FacetRequest> requests;
    for (const std::size_t number : group.numbers) {
        requests.push_back(facets_[number]);
    }
    return requests;
}

std::vector<FacetRequest> FacetCounting::own_requests() const {
    return requests_of(groups_.front());
}

std::vector<FacetResult> FacetCounting::results(const ShardCollectors& collectors) {
    std::vector<FacetResult> results(facets_.size());
    finish(groups_.front(), collectors, results);
    for (std::size_t i = 1; i < groups_.size(); ++i) {
        finish(groups_[i], runs_.matches(groups_[i].tree, requests_of(groups_[i])), results);
        for (const std::size_t number : groups_[i].numbers) {
            results[number].own_excluded = true;
        }
    }
    return results;
}

void FacetCounting::finish(const Group& group,
                           const ShardCollectors& collectors,
                           std::vector<FacetResult>& results) {
    for (std::size_t i = 0; i < group.numbers.size(); ++i) {
        const FacetRequest& request = facets_[group.numbers[i]];
        const auto named = named_ids(reader_, request, words_);
        const ArchiveFacet* const archive = request.lift ? archive_facet(request) : nullptr;
        const FacetScope scope{group.tree,
                               total_of(collectors),
                               archive != nullptr ? &archive->counts : nullptr,
                               archive != nullptr ? archive->articles : 0,
                               named};
        FacetResult& result = results[group.numbers[i]];
        result = merge_facet(reader_, request, counts_of(collectors, i), scope);
        result.exact = is_complete(collectors) && (archive != nullptr || !request.lift);
    }
}

/// @return nullptr if the archive could not be counted in time: its numbers are then unknown.
const ArchiveFacet* FacetCounting::archive_facet(const FacetRequest& request) {
    const auto known = archive_.find(request.text);
    if (known != archive_.end()) {
        return &known->second;
    }
    const ShardCollectors all = runs_.archive(request);
    if (!is_complete(all)) {
        return nullptr;
    }
    ArchiveFacet facet{all_counts(reader_, request, counts_of(all, 0)), total_of(all)};
    return &archive_.emplace(request.text, std::move(facet)).first->second;
}

bool is_complete(const ShardCollectors& collectors) noexcept {
    return std::all_of(collectors.begin(), collectors.end(), [](const auto& collector) {
        return collector->is_complete();
    });
}

std::uint64_t total_of(const ShardCollectors& collectors) {
    std::uint64_t total = 0;
    for (const auto& collector : collectors) {
        total += collector->total();
    }
    return total;
}

std::vector<const FacetCounts*> counts_of(const ShardCollectors& collectors, std::size_t facet) {
    std::vector<const FacetCounts*> counts;
    counts.reserve(collectors.size());
    for (const auto& collector : collectors) {
        counts.push_back(&collector->facets()[facet]);
    }
    return counts;
}

}  // namespace dateline::search
