// A text with its names marked: what the tagger is trained and scored with.
#pragma once

#include "common/article/article.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::train {

/// One marked name; bytes of LabelledText::text.
struct LabelledName {
    MentionType type = MentionType::Person;  ///< never Date
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;  ///< exclusive

    friend bool operator==(const LabelledName&, const LabelledName&) = default;
    friend auto operator<=>(const LabelledName&, const LabelledName&) = default;
};

/// A document as the product would read it. Valid UTF-8; a line feed ends a paragraph.
struct LabelledText {
    std::string name;  ///< where it is from, for messages: `wikigold.bio:17`
    std::string text;
    std::vector<LabelledName> names;         ///< in order, without overlaps
    double weight = 1;                       ///< how often it counts in training
    bool has_orgs = true;                    ///< whether organisations are marked
    std::vector<std::string> entities = {};  ///< of each name what it stands for, equal for one
                                             ///< thing; empty where this is not marked
    int year = 0;                            ///< of publication; 0 if unknown
};

}  // namespace dateline::train
