// What an index holds, in numbers.
#pragma once

#include "common/storage/manifest.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace dateline::storage {

/// Numbers of an index. The maps leave out articles that state nothing.
struct Statistics {
    Manifest manifest;
    std::uint64_t articles = 0;
    std::uint64_t undated = 0;                         ///< articles without a publication date
    std::uint64_t size_bytes = 0;                      ///< of all files in the folder
    std::map<std::string, std::uint64_t> languages;    ///< articles by language
    std::map<std::string, std::uint64_t> sources;      ///< by name of the source as a slug
    std::map<std::string, std::uint64_t> collections;  ///< by name of the collection as a slug
    std::map<std::string, std::uint64_t> years;        ///< by year of publication in UTC
};

/// Counts over the terms of the index at `folder`, without reading the articles.
/// @throws Error as IndexReader does; Partial if a writer is too quick.
[[nodiscard]] Statistics index_statistics(const std::filesystem::path& folder);

/// The sum of the sizes of all files in and below `folder` that can be looked at, in bytes.
[[nodiscard]] std::uint64_t folder_size_bytes(const std::filesystem::path& folder);

}  // namespace dateline::storage
