// What a run depends on beside its options.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace dateline::query {

/// What the run depends on beside the options.
struct Surroundings {
    std::chrono::sys_time<std::chrono::milliseconds> now;  ///< for relative dates
    bool color = false;                     ///< whether `ColorChoice::Auto` means colours
    std::size_t columns = 80;               ///< width of the terminal
    std::size_t rows = 24;                  ///< its height
    std::string pager{};                    ///< command line for output that is higher; empty: none
    std::filesystem::path history{};        ///< of the prompt; empty: none is kept
    std::function<Surroundings()> again{};  ///< what they are by now; empty: unchanged
    bool utf8 = true;                       ///< whether the locale has Unicode
};

}  // namespace dateline::query
