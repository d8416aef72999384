// The sections of a gazetteer file as arrays, and the checks that make them safe to use.
#pragma once

#include "common/gazetteer/format.hpp"

#include <filesystem>
#include <span>
#include <string_view>

namespace dateline::gazetteer {

/// Views of the sections; they live as long as the bytes that they were made from.
struct Sections {
    std::span<const Slot> slots;
    std::span<const NameRecord> names;
    std::span<const Candidate> candidates;
    std::span<const PlaceRecord> places;
    std::span<const PersonRecord> people;
    std::span<const OrganisationRecord> organisations;
    std::span<const CodeRecord> codes;
    std::string_view text;
};

/// The checksum that belongs into `header`, whose own value of it does not count, in front of the
/// bytes `body`.
[[nodiscard]] std::uint64_t file_checksum(Header header, std::string_view body);

/// The header of `bytes`, which are those of the file at `path`.
///
/// @throws Error (InputUnreadable) if the magic, version, byte order, size or checksum is wrong.
[[nodiscard]] Header read_header(std::string_view bytes, const std::filesystem::path& path);

/// The sections of a file with a good header. Every index and every offset in them has been
/// checked.
///
/// @throws Error (InputUnreadable) if one leads outside its section.
[[nodiscard]] Sections read_sections(std::string_view bytes, const std::filesystem::path& path);

}  // namespace dateline::gazetteer
