// Reading and writing the table of joined entities.
#include "common/entities/join_table.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace dateline::entities {
namespace {

constexpr std::string_view kHeader = "dateline-joins 1\n";
constexpr std::uint64_t kMaxTableBytes = 4ULL << 30U;

[[noreturn]] void damaged(const std::string& name, std::size_t line) {
    throw Error(
        ErrorCode::IndexDamaged,
        "'" + name + "' is not a table of joined entities: see line " + std::to_string(line),
        "remove the file; the next run of dateline-index on the index makes it anew");
}

bool is_id(std::string_view id) {
    return id.size() > 2 && id[1] == ':' &&
           std::string_view("PLO").find(id[0]) != std::string_view::npos;
}

bool is_reason(std::string_view reason) {
    return !reason.empty() &&
           reason.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

/// The parts of a line between tabs; std::nullopt if it is no row of a table.
std::optional<Join> parse_row(std::string_view line) {
    std::array<std::string_view, 4> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t tab = line.find('\t');
        if ((tab == std::string_view::npos) != (i + 1 == parts.size())) {
            return std::nullopt;
        }
        parts[i] = line.substr(0, tab);
        line.remove_prefix(std::min(parts[i].size() + 1, line.size()));
    }
    const auto [member, canonical, reason, name] = parts;
    if (!is_id(member) || !is_id(canonical) || member[0] != canonical[0] || member == canonical ||
        !is_reason(reason) || name.empty()) {
        return std::nullopt;
    }
    return Join{
        std::string(member), std::string(canonical), std::string(reason), std::string(name)};
}

bool is_member(const std::vector<Join>& joins, const std::string& id) {
    const auto found = std::lower_bound(
        joins.begin(), joins.end(), id, [](const Join& join, const std::string& wanted) {
            return join.member < wanted;
        });
    return found != joins.end() && found->member == id;
}

}  // namespace

std::filesystem::path join_table_path(const std::filesystem::path& index) {
    return index / "joins.tsv";
}

std::string write_join_table(std::vector<Join> joins) {
    std::sort(joins.begin(), joins.end());
    std::string bytes(kHeader);
    for (const Join& join : joins) {
        bytes += join.member + '\t' + join.canonical + '\t' + join.reason + '\t' +
                 collapse_spaces(join.name) + '\n';
    }
    return bytes;
}

std::vector<Join> read_join_table(std::string_view bytes, const std::string& name) {
    if (!bytes.starts_with(kHeader) || !bytes.ends_with('\n') || !is_valid_utf8(bytes)) {
        damaged(name, 1);
    }
    bytes.remove_prefix(kHeader.size());
    std::vector<Join> joins;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        std::optional<Join> join = parse_row(bytes.substr(0, end));
        if (!join || (!joins.empty() && join->member <= joins.back().member)) {
            damaged(name, joins.size() + 2);
        }
        joins.push_back(*std::move(join));
        bytes.remove_prefix(end + 1);
    }
    for (std::size_t i = 0; i < joins.size(); ++i) {
        if (is_member(joins, joins[i].canonical)) {
            damaged(name, i + 2);
        }
    }
    return joins;
}

std::string load_join_table(const std::filesystem::path& index) {
    const std::filesystem::path path = join_table_path(index);
    std::error_code error;
    if (!std::filesystem::exists(path, error) && !error) {
        return {};
    }
    try {
        return read_file(path, kMaxTableBytes);
    } catch (const Error& failure) {
        throw Error(ErrorCode::IndexDamaged, failure.what(), "check your permissions");
    }
}

}  // namespace dateline::entities
