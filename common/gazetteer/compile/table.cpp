// Unpacks with libarchive, which tells the compression by the first bytes.
#include "common/gazetteer/compile/table.hpp"

#include "common/base/error.hpp"
#include "common/base/utf8.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>

namespace dateline::gazetteer {
namespace {

struct CloseArchive {
    void operator()(archive* handle) const noexcept { archive_read_free(handle); }
};

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& why) {
    throw Error(ErrorCode::InputUnreadable, "cannot read '" + path.string() + "': " + why);
}

std::string unpacked(const std::filesystem::path& path) {
    const std::unique_ptr<archive, CloseArchive> handle(archive_read_new());
    archive_read_support_filter_all(handle.get());
    archive_read_support_format_raw(handle.get());
    archive_read_support_format_empty(handle.get());
    archive_entry* entry = nullptr;
    const auto check = [&](long result) {
        if (result < ARCHIVE_OK) {
            const char* const said = archive_error_string(handle.get());
            fail(path, said == nullptr ? "unknown error" : said);
        }
    };
    check(archive_read_open_filename(handle.get(), path.c_str(), 1U << 16U));
    check(archive_read_next_header(handle.get(), &entry));
    std::string bytes;
    std::array<char, 1U << 16U> block{};
    while (true) {
        const la_ssize_t size = archive_read_data(handle.get(), block.data(), block.size());
        check(size);
        if (size == 0) {
            return bytes;
        }
        bytes.append(block.data(), static_cast<std::size_t>(size));
        if (bytes.size() > kMaxTableBytes) {
            fail(path, "it is larger than " + std::to_string(kMaxTableBytes) + " bytes");
        }
    }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

bool has_blanks_around(std::string_view text) {
    return !text.empty() && (text.front() == ' ' || text.back() == ' ' || text.back() == '\r');
}

}  // namespace

Table read_table(const std::filesystem::path& path, std::size_t columns) {
    const std::string bytes = unpacked(path);
    if (!is_valid_utf8(bytes)) {
        fail(path, "it is not UTF-8");
    }
    Table table{path, {}};
    std::size_t number = 0;
    for (const std::string_view line : split(bytes, '\n')) {
        ++number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> parts = split(line, '\t');
        if (parts.size() != columns) {
            fail(path,
                 "line " + std::to_string(number) + " has " + std::to_string(parts.size()) +
                     " columns, not " + std::to_string(columns));
        }
        std::vector<std::string>& row = table.rows.emplace_back();
        for (const std::string_view part : parts) {
            if (has_blanks_around(part)) {
                fail(path, "line " + std::to_string(number) + " has a blank beside a tab");
            }
            row.emplace_back(part);
        }
    }
    return table;
}

std::vector<std::string_view> split_list(std::string_view list) {
    return list.empty() ? std::vector<std::string_view>{} : split(list, '|');
}

std::uint32_t table_number(const Table& table, std::string_view digits) {
    std::uint32_t number = 0;
    const auto [end, failure] = std::from_chars(digits.begin(), digits.end(), number);
    if (failure != std::errc{} || end != digits.end()) {
        fail(table.path, "'" + std::string(digits) + "' is no number");
    }
    return number;
}

std::int32_t table_millidegrees(const Table& table, std::string_view degrees) {
    double value = 0;
    const auto [end, failure] = std::from_chars(degrees.begin(), degrees.end(), value);
    if (failure != std::errc{} || end != degrees.end() || !(std::abs(value) <= 180)) {
        fail(table.path, "'" + std::string(degrees) + "' are no degrees");
    }
    return static_cast<std::int32_t>(std::lround(value * 1000));
}

}  // namespace dateline::gazetteer
