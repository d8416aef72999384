// Names as ranges of a text.
#pragma once

#include "indexer/analysis/features.hpp"
#include "indexer/analysis/labels.hpp"

#include <cstdint>
#include <span>
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
    Model,      ///< by the tagger's weights
    Gazetteer,  ///< by a name of the gazetteer alone
    Rules,      ///< by the words around it, or a longer name elsewhere in the text
};

/// One occurrence of a name.
struct NameMention {
    MentionType type = MentionType::Person;  ///< never Date
    ByteRange range;                         ///< without title, honorific or `'s`
    ByteRange honorific;  ///< the title before a person's name, on the same line; empty if none
    NameMethod method = NameMethod::Model;

    friend bool operator==(const NameMention&, const NameMention&) = default;
};

/// The mentions that `labels`, one for each token of `features`, which are of the
/// text `bytes`, stand for: ranges, and titles apart. `listed` are the first tokens, ascending,
/// of names that come from lists alone.
[[nodiscard]] std::vector<NameMention> mentions_of(std::string_view bytes,
                                                   const TextFeatures& features,
                                                   std::span<const Label> labels,
                                                   std::span<const std::size_t> listed = {});

}  // namespace dateline::analysis
