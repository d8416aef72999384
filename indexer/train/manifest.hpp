// The manifest beside a model: what it was made from, how, and how good it is.
#pragma once

#include "indexer/train/corpora.hpp"
#include "indexer/train/name_scores.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

/// A corpus that went into a model.
struct UsedCorpus {
    std::string path;
    unsigned copies = 1;
    std::size_t texts = 0;          ///< before copying
    std::vector<CorpusFile> files;  ///< in the order of reading
};

/// The scores of a model on a corpus.
struct CorpusScores {
    std::string path;
    NameScores scores;
};

/// What a manifest says.
struct ModelManifest {
    std::string command;    ///< the words behind `dateline-train`
    std::string gazetteer;  ///< Gazetteer::version(), or `none`
    std::uint64_t seed = 0;
    std::uint64_t tokens = 0;  ///< near capitals, copies included
    std::uint64_t features = 0;
    std::vector<UsedCorpus> corpora;
    std::vector<CorpusScores> scores;
};

/// The manifest of the model `bytes` as JSON: sizes, hashes (XXH3-64, 16 hexadecimal digits),
/// sources with their licences, scores in percent.
[[nodiscard]] std::string manifest_json(const ModelManifest& manifest, std::string_view bytes);

/// The model's hash that a manifest states; "" if it states none.
///
/// @throws Error (InputUnreadable) if `json` is no JSON.
[[nodiscard]] std::string stated_hash(std::string_view json);

/// `path`, or a list of paths, with the folder that the environment variable DATELINE_DATA names
/// written as `$DATELINE_DATA`, so that manifests do not depend on a machine.
[[nodiscard]] std::string portable_path(const std::string& path);

/// The licence and origin of the corpus at `path`, by its file's name; `not stated` if it is none
/// of those that the model is made from.
[[nodiscard]] std::string_view licence_of(std::string_view path) noexcept;

}  // namespace dateline::train
