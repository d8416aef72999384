// Reading, checking and publishing manifests.
#include "common/storage/manifest.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/hash.hpp"
#include "common/base/padded.hpp"
#include "common/schema/fields.hpp"
#include "common/text/tokenizer.hpp"

#include <nlohmann/json.hpp>
#include <random>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace dateline::storage {
namespace {

constexpr std::uint64_t kMaxManifestBytes = 16ULL << 20U;
constexpr const char* kManifestName = "manifest.json";
constexpr const char* kStubName = "XAPIANDB";
constexpr const char* kManifestSchema = "dateline.manifest/1";

using Json = nlohmann::ordered_json;

[[noreturn]] void damaged(const std::filesystem::path& path, const std::string& why) {
    throw Error(ErrorCode::IndexDamaged,
                "the manifest '" + path.string() + "' is damaged: " + why,
                "restore it from a backup, or index the articles again into a new folder");
}

std::string stub_text(const Manifest& manifest) {
    std::string text = "# a Dateline index; written by dateline-index, see manifest.json\n";
    for (std::uint32_t shard = 0; shard < manifest.shard_count; ++shard) {
        text +=
            "auto " + shard_path(generation_path({}, manifest.generation), shard).string() + '\n';
    }
    return text;
}

Json to_json(const Manifest& manifest) {
    Json revisions = Json::array();
    for (const Revision& revision : manifest.revisions) {
        revisions.push_back(
            {revision.number, revision.when.time_since_epoch().count(), revision.last_docids});
    }
    return {{"schema", kManifestSchema},
            {"uuid", manifest.uuid},
            {"schema_version", manifest.schema_version},
            {"tokenizer_version", manifest.tokenizer_version},
            {"generation", manifest.generation},
            {"shards", manifest.shard_count},
            {"created", manifest.created.time_since_epoch().count()},
            {"revisions", std::move(revisions)}};
}

Manifest from_json(const Json& json) {
    Manifest manifest;
    manifest.uuid = json.at("uuid").get<std::string>();
    manifest.schema_version = json.at("schema_version").get<std::uint32_t>();
    manifest.tokenizer_version = json.at("tokenizer_version").get<std::uint32_t>();
    manifest.generation = json.at("generation").get<std::uint32_t>();
    manifest.shard_count = json.at("shards").get<std::uint32_t>();
    manifest.created =
        time::TimestampMs(std::chrono::milliseconds(json.at("created").get<std::int64_t>()));
    for (const Json& row : json.at("revisions")) {
        manifest.revisions.push_back(
            {row.at(0).get<std::uint64_t>(),
             time::TimestampMs(std::chrono::milliseconds(row.at(1).get<std::int64_t>())),
             row.at(2).get<std::vector<std::uint32_t>>()});
    }
    return manifest;
}

void check_versions(const Manifest& manifest, const std::filesystem::path& folder) {
    const auto refuse = [&](const char* what, std::uint32_t found, std::uint32_t wanted) {
        throw Error(ErrorCode::IndexIncompatible,
                    "the index '" + folder.string() + "' has " + what + " version " +
                        std::to_string(found) + ", this program needs " + std::to_string(wanted),
                    found < wanted ? "index the articles again with this version of dateline-index"
                                   : "use the newer version of Dateline that wrote it");
    };
    if (manifest.schema_version != schema::kSchemaVersion) {
        refuse("schema", manifest.schema_version, schema::kSchemaVersion);
    }
    if (manifest.tokenizer_version != text::kTokenizerVersion) {
        refuse("tokenizer", manifest.tokenizer_version, text::kTokenizerVersion);
    }
}

}  // namespace

bool has_manifest(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(folder / kManifestName, ignored);
}

Manifest read_manifest(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / kManifestName;
    if (!has_manifest(folder)) {
        std::error_code ignored;
        const bool exists = std::filesystem::exists(folder, ignored);
        throw Error(ErrorCode::IndexMissing,
                    exists ? "'" + folder.string() + "' is not a Dateline index (it has no " +
                                 kManifestName + ")"
                           : "there is no index at '" + folder.string() + "'",
                    "make one with: dateline-index -i " + folder.string() + " FILE...");
    }
    const Json json = Json::parse(read_file(path, kMaxManifestBytes), nullptr, false);
    if (json.is_discarded() || !json.is_object() || !json.contains("schema") ||
        json["schema"] != kManifestSchema) {
        damaged(path, "not a manifest of a known kind");
    }
    Manifest manifest;
    try {
        manifest = from_json(json);
    } catch (const Json::exception& error) {
        damaged(path, error.what());
    }
    check_versions(manifest, folder);
    if (manifest.shard_count == 0 || manifest.shard_count > kMaxShards) {
        damaged(path, "impossible number of shards");
    }
    return manifest;
}

ManifestStamp manifest_stamp(const std::filesystem::path& folder) {
    struct stat status {};
    if (::stat((folder / kManifestName).c_str(), &status) != 0) {
        return {};
    }
    return {status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

void write_manifest(const std::filesystem::path& folder, const Manifest& manifest) {
    write_file_atomically(folder / kManifestName, to_json(manifest).dump() + '\n');
    const std::string stub = stub_text(manifest);
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(folder / kStubName, ignored) ||
        read_file(folder / kStubName, kMaxManifestBytes) != stub) {
        write_file_atomically(folder / kStubName, stub);
    }
}

void add_revision(Manifest& manifest, Revision revision) {
    manifest.revisions.push_back(std::move(revision));
    if (manifest.revisions.size() <= kMaxRevisions) {
        return;
    }
    std::vector<Revision> thinned;
    const std::size_t half = manifest.revisions.size() / 2;
    for (std::size_t i = 0; i < manifest.revisions.size(); ++i) {
        if (i >= half || i % 2 == 0) {
            thinned.push_back(std::move(manifest.revisions[i]));
        }
    }
    manifest.revisions = std::move(thinned);
}

std::filesystem::path generation_path(const std::filesystem::path& folder,
                                      std::uint32_t generation) {
    return folder / ("gen-" + padded(generation, 6));
}

std::filesystem::path shard_path(const std::filesystem::path& generation, std::uint32_t shard) {
    return generation / ("shard-" + std::to_string(shard));
}

std::filesystem::path ordinals_path(const std::filesystem::path& generation, std::uint32_t shard) {
    return generation / ("shard-" + std::to_string(shard) + ".ordinals");
}

std::string make_uuid() {
    std::random_device random;
    const auto word = [&random] { return (std::uint64_t{random()} << 32U) | random(); };
    // Version 4 and variant 10 (RFC 9562, section 5.4).
    const std::string high = hex16((word() & 0xFFFFFFFFFFFF0FFFULL) | 0x4000U);
    const std::string low = hex16((word() & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL);
    return high.substr(0, 8) + '-' + high.substr(8, 4) + '-' + high.substr(12) + '-' +
           low.substr(0, 4) + '-' + low.substr(4);
}

}  // namespace dateline::storage
