// Finds the names of people, places and organisations in English news text.
#pragma once

#include "indexer/analysis/labels.hpp"
#include "indexer/analysis/name_lists.hpp"
#include "indexer/analysis/tagger_model.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// A stretch of a text, in bytes.
struct ByteRange {
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;  ///< exclusive

    [[nodiscard]] bool empty() const noexcept { return start_bytes == end_bytes; }
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// How a name was found.
enum class NameMethod : std::uint8_t {
    Model,  ///< by the tagger's weights
};

/// One occurrence of a name.
struct NameMention {
    MentionType type = MentionType::Person;  ///< never Date
    ByteRange range;                         ///< without title, honorific or `'s`
    ByteRange honorific;  ///< the title before a person's name, on the same line; empty if none
    NameMethod method = NameMethod::Model;

    friend bool operator==(const NameMention&, const NameMention&) = default;
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

    /// The names in valid UTF-8 `text` of less than 2 GiB, such as Article's full_text(), in order
    /// and without overlaps. Line feeds end paragraphs; no name goes beyond one.
    [[nodiscard]] std::vector<NameMention> tag(std::string_view text) const;

    /// 16 hexadecimal digits that differ whenever the model does.
    [[nodiscard]] std::string model_version() const { return model_.version(); }

private:
    [[nodiscard]] std::vector<LabelScores> first_scores(const TextFeatures& text) const;

    TaggerModel model_;
    const NameLists* lists_;
};

/// The mentions that `labels`, one for each token of `text`, stand for: ranges, and titles apart.
[[nodiscard]] std::vector<NameMention> mentions_of(std::string_view bytes,
                                                   const TokenizedText& text,
                                                   std::span<const Label> labels);

}  // namespace dateline::analysis
