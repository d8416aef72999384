// The match spy behind every search.
#include "query/search/collector.hpp"

#include "common/base/varint.hpp"
#include "common/schema/fields.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace dateline::search {
namespace {

Xapian::valueno number(schema::Slot slot) noexcept {
    return static_cast<Xapian::valueno>(slot);
}

std::uint64_t front_of_key(const Xapian::Document& document) {
    const std::string bytes = document.get_value(number(schema::Slot::KeyHash));
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8 && i < bytes.size(); ++i) {
        key = (key << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return key;
}

std::int64_t time_key(const Xapian::Document& document, bool newest_first) {
    const auto published =
        schema::decode_published(document.get_value(number(schema::Slot::Published)));
    if (!published) {
        return std::numeric_limits<std::int64_t>::min();
    }
    const std::int64_t instant = published->instant.time_since_epoch().count();
    return newest_first ? instant : -instant;
}

void count_ordinal(std::uint32_t ordinal, FacetCounts& counts) {
    if (ordinal >= counts.by_ordinal.size()) {
        counts.by_ordinal.resize(ordinal + ordinal / 2 + 64);
    }
    ++counts.by_ordinal[ordinal];
}

}  // namespace

Collector::Collector(CollectorSettings settings)
    : settings_(std::move(settings)),
      facets_(settings_.facets.size()),
      last_counted_(settings_.joined_entities) {}

void Collector::operator()(const Xapian::Document& document, double weight) {
    compile::check_deadline(settings_.deadline);
    ++total_;
    if (settings_.keep_matches) {
        matches_.push_back(document.get_docid());  // a shard is matched in their order
    }
    if (settings_.keep > 0 || settings_.keep_all) {
        RankedHit hit;
        hit.docid = document.get_docid();
        hit.shard = settings_.shard;
        rank(document, weight, hit);
        if (settings_.keep_all) {
            hit.tie_key = front_of_key(document);
            all_.push_back(hit);
        } else if (hits_.size() < settings_.keep || hit.sort_key >= hits_.front().sort_key) {
            hit.tie_key = front_of_key(document);
            keep(hit);
        }
    }
    count(document);
    if (settings_.timeline) {
        const schema::Field& field = *settings_.timeline->field;
        timeline_.add(buckets_of(document.get_value(number(bucket_slot(field))),
                                 field,
                                 settings_.timeline->level,
                                 settings_.zone));
    }
}

void Collector::rank(const Xapian::Document& document, double weight, RankedHit& hit) const {
    hit.score = static_cast<float>(weight);
    if (settings_.sort != SortOrder::Relevance) {
        hit.sort_key = time_key(document, settings_.sort == SortOrder::NewestFirst);
    } else if (settings_.recency) {
        const double age = half_lives(
            *settings_.recency,
            schema::decode_published(document.get_value(number(schema::Slot::Published))));
        hit.score = static_cast<float>(decayed(weight, age));
        hit.sort_key = decayed_key(weight, age);
    } else {
        hit.sort_key = std::llround(weight * kScoreSteps);
    }
}

void Collector::keep(const RankedHit& hit) {
    if (hits_.size() == settings_.keep) {
        if (!before(hit, hits_.front())) {
            return;
        }
        std::pop_heap(hits_.begin(), hits_.end(), before);
        hits_.back() = hit;
        std::push_heap(hits_.begin(), hits_.end(), before);
        return;
    }
    hits_.push_back(hit);
    if (hits_.size() == settings_.keep) {
        std::make_heap(hits_.begin(), hits_.end(), before);
    }
}

void Collector::count(const Xapian::Document& document) {
    for (std::size_t i = 0; i < facets_.size(); ++i) {
        const FacetRequest& request = settings_.facets[i];
        FacetCounts& counts = facets_[i];
        if (request.field->kind == schema::FieldKind::Date) {
            const auto buckets = buckets_of(document.get_value(number(bucket_slot(*request.field))),
                                            *request.field,
                                            request.level,
                                            settings_.zone);
            for (const std::chrono::sys_days bucket : buckets) {
                ++counts.by_day[bucket.time_since_epoch().count()];
            }
            counts.missing += buckets.empty() ? 1U : 0U;
            continue;
        }
        if (request.place_level) {
            count_level(document, *request.place_level, counts);
            continue;
        }
        const std::string value = document.get_value(number(request.slot()));
        counts.missing += value.empty() ? 1U : 0U;
        count_names(value, counts);
    }
}

void Collector::count_names(std::string_view ordinals, FacetCounts& counts) {
    ++count_number_;
    std::uint32_t ordinal = 0;
    while (const auto delta = take_varint(ordinals)) {
        ordinal += static_cast<std::uint32_t>(*delta);
        const std::uint32_t joined = joined_number(ordinal);
        if (joined > 0) {
            // An article may have several ids of one entity.
            counts.by_entity.resize(settings_.joined_entities);
            counts.by_entity[joined - 1] += last_counted_[joined - 1] < count_number_ ? 1U : 0U;
            last_counted_[joined - 1] = count_number_;
            continue;
        }
        count_ordinal(ordinal, counts);
    }
}

void Collector::count_level(const Xapian::Document& document,
                            schema::Slot level,
                            FacetCounts& counts) {
    bool any = false;
    for (const std::uint32_t ordinal : decode_ascending(document.get_value(number(level)))) {
        if (joined_number(ordinal) == 0) {
            count_ordinal(ordinal, counts);
            any = true;
        }
    }
    for (const JoinedPlace& place : settings_.joined_places) {
        if (place.level == level &&
            std::binary_search(
                place.articles.begin(), place.articles.end(), document.get_docid())) {
            counts.by_entity.resize(settings_.joined_entities);
            ++counts.by_entity[place.number];
            any = true;
        }
    }
    counts.missing += any ? 0U : 1U;
}

std::uint32_t Collector::joined_number(std::uint32_t ordinal) const noexcept {
    return settings_.joined_ordinals != nullptr && ordinal < settings_.joined_ordinals->size()
               ? (*settings_.joined_ordinals)[ordinal]
               : 0;
}

std::vector<RankedHit> Collector::take_hits() {
    std::sort(hits_.begin(), hits_.end(), before);
    return std::exchange(hits_, {});
}

}  // namespace dateline::search
