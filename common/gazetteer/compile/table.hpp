// Tables of tab-separated text, compressed or not: what the gazetteer is made from.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::gazetteer {

/// Largest table in bytes, unpacked.
inline constexpr std::size_t kMaxTableBytes = 64U << 20U;

/// The rows of a table: lines that are not empty and do not start with `#`, cut at tabs.
struct Table {
    std::filesystem::path path;
    std::vector<std::vector<std::string>> rows;
};

/// Reads the table at `path`, which may be plain text or compressed by xz, zstd or gzip; its text
/// is UTF-8.
///
/// @throws Error (InputUnreadable) if it cannot be read or is longer than kMaxTableBytes, and with
///         the line's number if a row does not have `columns` columns or has blanks around one.
[[nodiscard]] Table read_table(const std::filesystem::path& path, std::size_t columns);

/// The parts of `list` between `|`; none for an empty list.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view list);

/// `digits` as a number.
///
/// @throws Error (InputUnreadable) naming `table` if it is no whole number below 2^32.
[[nodiscard]] std::uint32_t table_number(const Table& table, std::string_view digits);

/// Degrees as thousandths of a degree.
///
/// @throws Error (InputUnreadable) naming `table` if `degrees` is no number within ±180.
[[nodiscard]] std::int32_t table_millidegrees(const Table& table, std::string_view degrees);

}  // namespace dateline::gazetteer
