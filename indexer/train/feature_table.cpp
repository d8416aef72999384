// Open addressing with linear probing; features are hashes already.
#include "indexer/train/feature_table.hpp"

#include <utility>

namespace dateline::train {

FeatureTable::FeatureTable() : slots_(std::size_t{1} << 16U) {}

std::size_t FeatureTable::place_of(std::uint64_t feature) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>(feature) & mask;
    while (slots_[at].count != 0 && slots_[at].feature != feature) {
        at = (at + 1) & mask;
    }
    return at;
}

void FeatureTable::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    std::swap(old, slots_);
    for (const Slot& slot : old) {
        if (slot.count != 0) {
            slots_[place_of(slot.feature)] = slot;
        }
    }
}

void FeatureTable::count(std::uint64_t feature) {
    Slot& slot = slots_[place_of(feature)];
    slot.feature = feature;
    ++slot.count;
    if (slot.count == 1) {
        features_.push_back(feature);
        if (features_.size() * 2 > slots_.size()) {
            grow();
        }
    }
}

void FeatureTable::number(std::uint32_t least) {
    std::vector<std::uint64_t> kept;
    for (const std::uint64_t feature : features_) {
        Slot& slot = slots_[place_of(feature)];
        if (slot.count >= least) {
            slot.number = static_cast<std::uint32_t>(kept.size());
            kept.push_back(feature);
        }
    }
    features_ = std::move(kept);
}

std::uint32_t FeatureTable::find(std::uint64_t feature) const {
    return slots_[place_of(feature)].number;
}

}  // namespace dateline::train
