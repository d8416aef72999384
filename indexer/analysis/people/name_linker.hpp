// From the names of a text to people and organisations: what indexing calls.
//
//   const NameLinker linker(&gazetteer);                            // once a run
//   const auto mentions = settle_types(text, tagger.tag(text), gazetteer);
//   for (const LinkedName& linked : linker.link(text, mentions, 2025)) …  // P:vladimir-putin
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/name_mentions.hpp"
#include "indexer/analysis/people/known_people.hpp"
#include "indexer/analysis/people/linked_name.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// Joins the mentions of people and organisations within a text and names them. Safe to use from
/// several threads at once. What it gives depends on its arguments and the gazetteer alone.
class NameLinker {
public:
    /// `gazetteer` may be null, and must outlive the object; without it names come from the text
    /// alone.
    explicit NameLinker(const gazetteer::Gazetteer* gazetteer);

    /// The entity of each mention of a person or organisation, by ascending index; mentions of
    /// places, names without letters, and offices tagged as persons get none.
    ///
    /// @param text      valid UTF-8
    /// @param mentions  in the order of the text, without overlaps, as Tagger gives them
    /// @param year      in which the text was published; 0 if unknown, and no bare name is then
    ///                  taken for somebody of the gazetteer. No organisation is taken for one that
    ///                  there was not yet in the year behind it
    [[nodiscard]] std::vector<LinkedName> link(std::string_view text,
                                               std::span<const NameMention> mentions,
                                               int year) const;

private:
    [[nodiscard]] std::vector<LinkedName> link_people(std::string_view text,
                                                      std::span<const NameMention> mentions,
                                                      int year) const;
    [[nodiscard]] std::vector<LinkedName> link_organisations(std::string_view text,
                                                             std::span<const NameMention> mentions,
                                                             int year) const;

    const gazetteer::Gazetteer* gazetteer_;
    std::unique_ptr<KnownPeople> people_;
};

}  // namespace dateline::analysis
