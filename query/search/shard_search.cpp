// One thread a shard, one collector each.
#include "query/search/shard_search.hpp"

#include "common/schema/fields.hpp"
#include "query/compile/text_weight.hpp"
#include "query/search/joined_places.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace dateline::search {
namespace {

/// Whether any facet counts people, places or organisations, which may be joined.
bool counts_names(const CollectorSettings& settings) {
    return std::any_of(settings.facets.begin(), settings.facets.end(), [](const auto& facet) {
        using schema::FieldId;
        const FieldId id = facet.field->id;
        return id == FieldId::Person || id == FieldId::Place || id == FieldId::Org ||
               id == FieldId::Speaker;
    });
}

bool counts_levels(const CollectorSettings& settings) {
    return std::any_of(settings.facets.begin(), settings.facets.end(), [](const auto& facet) {
        return facet.place_level.has_value();
    });
}

/// @return whether all matches were seen before the deadline of `collector`.
bool run_shard(const storage::IndexReader& reader,
               std::uint32_t shard,
               const Xapian::Query& query,
               double average_length,
               const EarlierKeys* earlier,
               Collector& collector) {
    Xapian::Enquire enquire(reader.shards()[shard].database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(compile::TextWeight(average_length));
    enquire.add_matchspy(&collector);
    // All matches must be seen, none need be kept by Xapian.
    try {
        static_cast<void>(enquire.get_mset(
            0, 0, reader.shards()[shard].database.get_doccount(), nullptr, earlier));
    } catch (const compile::DeadlinePassed&) {
        return false;
    }
    return true;
}

}  // namespace

ShardSearch::ShardSearch(std::vector<std::filesystem::path> folders, Threads threads)
    : folders_(std::move(folders)), threads_(threads) {
    reopen();
}

void ShardSearch::reopen() {
    earlier_keys_.clear();
    reader_ = std::make_unique<storage::IndexReader>(folders_);
    earlier_keys_.resize(reader_->shards().size());
    for (std::uint32_t shard = 0; shard < earlier_keys_.size(); ++shard) {
        if (reader_->index_of(shard) > 0) {
            earlier_keys_[shard] = std::make_unique<EarlierKeys>(*reader_, shard);
        }
    }
}

ShardCollectors ShardSearch::run(const std::vector<Xapian::Query>& queries,
                                 const CollectorSettings& settings,
                                 const compile::Deadline& deadline) const {
    ShardCollectors collectors;
    std::vector<std::vector<JoinedPlace>> places(queries.size());
    if (counts_levels(settings)) {
        places = joined_places(*reader_);
    }
    for (std::uint32_t shard = 0; shard < queries.size(); ++shard) {
        CollectorSettings own = settings;
        own.shard = static_cast<std::uint16_t>(shard);
        own.deadline = deadline;
        own.joined_places = std::move(places[shard]);
        if (counts_names(settings)) {
            own.joined_ordinals = &reader_->joined_ordinals(shard);
            own.joined_entities = reader_->joins().entities().size();
        }
        collectors.push_back(std::make_unique<Collector>(std::move(own)));
    }
    const double average_length = reader_->average_length();
    for_each_shard(
        static_cast<std::uint32_t>(queries.size()),
        [&](std::uint32_t shard) {
            if (!run_shard(*reader_,
                           shard,
                           queries[shard],
                           average_length,
                           earlier_keys_[shard].get(),
                           *collectors[shard])) {
                any_partial_ = true;
            }
        },
        threads_);
    return collectors;
}

/// The best `keep` hits of all shards, best first.
std::vector<RankedHit> merged_hits(const ShardCollectors& collectors, std::size_t keep) {
    std::vector<RankedHit> all;
    for (const auto& collector : collectors) {
        const std::vector<RankedHit> hits = collector->take_hits();
        all.insert(all.end(), hits.begin(), hits.end());
    }
    std::sort(all.begin(), all.end(), before);
    all.resize(std::min(all.size(), keep));
    return all;
}

}  // namespace dateline::search
