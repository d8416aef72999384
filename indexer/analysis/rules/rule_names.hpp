// Finds names of people, places and organisations in text of any language, without a model: by the
// gazetteer and by rules.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/name_mentions.hpp"
#include "indexer/analysis/rules/rule_words.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// Raised whenever the same text and gazetteer give other names: part of content hashes.
inline constexpr std::uint32_t kRulesVersion = 1;

/// Names by the gazetteer and by rules. What is found is meant to be right: a name that may as well
/// be a common word is left out. Safe to use from several threads at once.
///
///  - In scripts with capitals a place of one word must be a country or a large city, or be marked
///    as a place (by a preposition, a dateline, its country elsewhere in the text); it must not be
///    written small elsewhere in the text, nor be a part of a longer name that is not known.
///  - People are known people, full names with a listed given name, names behind a title, and
///    surnames of these where they stand alone.
///  - Declined forms (`в Москве`) are found of names that the news has often; the mention is the
///    word as it stands. Arabic and Hebrew conjunctions and prepositions before a name, and Korean
///    particles behind it, are no part of the mention.
///  - In scripts without capitals only countries, large cities, known people and organisations, and
///    people by their offices.
class RuleNames {
public:
    /// `gazetteer` must outlive the object.
    explicit RuleNames(const gazetteer::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}
    explicit RuleNames(gazetteer::Gazetteer&& gazetteer) = delete;

    /// The names in valid UTF-8 `text` of less than 2 GiB, such as Article's full_text(), in order
    /// and without overlaps. No name goes beyond a line feed. `lang` is the text's BCP 47 code, or
    /// empty: then only rules that need no language are used.
    [[nodiscard]] std::vector<NameMention> find_names(std::string_view text,
                                                      std::string_view lang) const;

private:
    const gazetteer::Gazetteer& gazetteer_;
    RuleWords words_;
};

}  // namespace dateline::analysis
