// Sums in 64 bits: no number of places can overflow them.
#include "common/gazetteer/compile/extent.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace dateline::gazetteer {
namespace {

constexpr std::uint64_t kMostPeople = std::numeric_limits<std::uint32_t>::max();

std::int32_t between(std::int64_t mean, std::int64_t low, std::int64_t high) {
    return static_cast<std::int32_t>((mean + (low + high) / 2) / 2);
}

}  // namespace

void Extent::add(Coordinates at, std::uint32_t population) noexcept {
    population_ += population;
    latitude_sum_ += at.latitude_millidegrees;
    longitude_sum_ += at.longitude_millidegrees;
    ++places_;
    least_ = {std::min(least_.latitude_millidegrees, at.latitude_millidegrees),
              std::min(least_.longitude_millidegrees, at.longitude_millidegrees)};
    most_ = {std::max(most_.latitude_millidegrees, at.latitude_millidegrees),
             std::max(most_.longitude_millidegrees, at.longitude_millidegrees)};
}

std::uint32_t Extent::population() const noexcept {
    return static_cast<std::uint32_t>(std::min(population_, kMostPeople));
}

Coordinates Extent::middle() const noexcept {
    assert(places_ > 0);
    return {
        between(latitude_sum_ / places_, least_.latitude_millidegrees, most_.latitude_millidegrees),
        between(
            longitude_sum_ / places_, least_.longitude_millidegrees, most_.longitude_millidegrees)};
}

}  // namespace dateline::gazetteer
