// Time zones, for the borders of days. Rules are those of the IANA time zone database, as ICU has
// it.
#pragma once

#include "common/time/published.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::time {

/// A time zone: UTC, a fixed offset from it, or a zone of the IANA database with all its history.
/// Copies share the rules, which never change. All functions may be called by several threads.
class Zone {
public:
    /// UTC.
    Zone() = default;

    /// The zone called `name`, in any case: `UTC`, `GMT` or `Z`; an offset `+hh`, `+hhmm` or
    /// `+hh:mm` (`-` for west) of at most 15:59 hours; or an IANA name such as `Europe/Berlin`.
    ///
    /// Abbreviations of three letters (`CET`, `BST`) are no names here: most stand for several
    /// zones.
    ///
    /// @return std::nullopt if there is no such zone.
    [[nodiscard]] static std::optional<Zone> find(std::string_view name);

    /// As IANA spells it; `UTC`; or `+02:00`.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    /// Whether days are those of UTC, at any time.
    [[nodiscard]] bool is_utc() const noexcept {
        return rules_ == nullptr && offset_ == std::chrono::minutes(0);
    }

    /// What clocks in the zone are ahead of UTC at `instant`; negative in the west.
    [[nodiscard]] std::chrono::milliseconds offset_at(TimestampMs instant) const;

    /// The day that calendars in the zone show at `instant`. Days need not be without gaps or come
    /// in order: a clock that is put back shortly after midnight shows the day before once more.
    [[nodiscard]] std::chrono::sys_days day_at(TimestampMs instant) const;

    /// The day on which `published` is in the zone, or the first day that it states: a date without
    /// a time is the same everywhere.
    [[nodiscard]] std::chrono::sys_days day_of(const Published& published) const;

private:
    struct Rules;

    std::string name_ = "UTC";
    std::chrono::minutes offset_{0};      ///< if there are no rules
    std::shared_ptr<const Rules> rules_;  ///< shared by all copies
};

/// All names that Zone::find() knows beside offsets, in byte order.
[[nodiscard]] std::vector<std::string> zone_names();

}  // namespace dateline::time
