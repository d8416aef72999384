// Finds the names of people, places and organisations in English news text.
#pragma once

#include "indexer/analysis/name_lists.hpp"
#include "indexer/analysis/name_mentions.hpp"
#include "indexer/analysis/tagger_model.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// A text with its names, and the tokens that names of places are looked up by, so that nobody has
/// to cut it again.
struct TaggedText {
    std::vector<NameMention> names;            ///< as tag() gives them
    std::vector<std::uint64_t> search_hashes;  ///< as in TokenizedText
    std::vector<std::uint32_t> search_starts;
};

/// A linear-chain CRF over the features of features.hpp, decoded twice: the second time with what
/// the first found elsewhere in the text. Safe to use from several threads at once.
class Tagger {
public:
    /// Opens the model at `model_path`. `lists` may be null, and must outlive the tagger; they have
    /// to be those that the model was trained with, or it is right less often.
    ///
    /// @throws Error (InputUnreadable) as TaggerModel.
    explicit Tagger(const std::filesystem::path& model_path, const NameLists* lists);

    /// The name of the file that the build copies and the installation holds.
    static constexpr const char* kFileName = "dateline.model";

    /// The environment variable that names another file.
    static constexpr const char* kVariable = "DATELINE_MODEL";

    /// Opens the model that belongs to the program: see installed_file().
    ///
    /// @throws Error (InputUnreadable) as the constructor, and if there is no file.
    [[nodiscard]] static Tagger open_installed(const NameLists* lists);

    /// The names in valid UTF-8 `text` of less than 2 GiB, such as Article's full_text(), in order
    /// and without overlaps. Line feeds end paragraphs; no name goes beyond one.
    [[nodiscard]] std::vector<NameMention> tag(std::string_view text) const;

    /// The same with the text's search tokens.
    [[nodiscard]] TaggedText read(std::string_view text) const;

    /// 16 hexadecimal digits that differ whenever the model does.
    [[nodiscard]] std::string model_version() const { return model_.version(); }

private:
    [[nodiscard]] std::vector<LabelScores> first_scores(const TextFeatures& text) const;

    TaggerModel model_;
    std::uint64_t number_;  // differs from that of any other tagger
    const NameLists* lists_;
};

}  // namespace dateline::analysis
