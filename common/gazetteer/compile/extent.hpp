// Where the places of a division lie, while the gazetteer is made.
#pragma once

#include <cstdint>

namespace dateline::gazetteer {

/// Coordinates in thousandths of a degree, WGS 84.
struct Coordinates {
    std::int32_t latitude_millidegrees = 0;
    std::int32_t longitude_millidegrees = 0;
};

/// What is known of the places of a division: how many people live there, and where they lie.
class Extent {
public:
    /// Adds a place.
    void add(Coordinates at, std::uint32_t population) noexcept;

    /// Sum of the populations, or the greatest number that a record can hold.
    [[nodiscard]] std::uint32_t population() const noexcept;

    /// Half way between the middle of the box around the places and their mean: the one ignores
    /// where people live, the other where they do not. There must be a place.
    [[nodiscard]] Coordinates middle() const noexcept;

private:
    std::uint64_t population_ = 0;
    std::int64_t latitude_sum_ = 0;
    std::int64_t longitude_sum_ = 0;
    std::int64_t places_ = 0;
    Coordinates least_{180'000, 180'000};
    Coordinates most_{-180'000, -180'000};
};

}  // namespace dateline::gazetteer
