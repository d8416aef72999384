// One search for names in one text: the state that the rules share.
#pragma once

#include "indexer/analysis/rules/name_lookup.hpp"
#include "indexer/analysis/rules/rule_words.hpp"
#include "indexer/analysis/rules/surnames.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::analysis {

/// A name that the rules found.
struct FoundName {
    std::size_t first_token = 0;
    std::size_t end_token = 0;
    MentionType type = MentionType::Person;
    NameMethod method = NameMethod::Gazetteer;
    ByteRange range;
    ByteRange honorific;
    bool doubtful = false;  ///< holds only if the text speaks of its country
    std::optional<gazetteer::PlaceIndex> country;
};

/// Finds names. Keeps references to all arguments.
class NameSearch {
public:
    NameSearch(const gazetteer::Gazetteer& gazetteer,
               const RuleWords& words,
               const RuleText& text,
               const LanguageTraits& traits)
        : gazetteer_(gazetteer),
          words_(words),
          text_(text),
          traits_(traits),
          lookup_(gazetteer, text, traits) {}

    /// The names of the text, in order and without overlaps.
    [[nodiscard]] std::vector<FoundName> run();

private:
    // Each gives the name that begins at `token`, if one does.
    [[nodiscard]] std::optional<FoundName> cased_name(std::size_t token) const;
    [[nodiscard]] std::optional<FoundName> plain_name(std::size_t token) const;
    [[nodiscard]] std::optional<FoundName> run_name(std::size_t token) const;
    [[nodiscard]] std::optional<FoundName> name_at(std::size_t token) const;

    // Scripts with capitals: people_rules.cpp.
    [[nodiscard]] std::optional<FoundName> person_at(std::size_t token) const;
    // What is known of a person's name up to some word.
    struct NameChain {
        std::size_t first = 0;
        std::size_t end = 0;
        std::size_t words = 1;    // without linkers
        bool has_family = false;  // a word that is no given name
    };
    [[nodiscard]] std::size_t person_end(std::size_t token) const;
    [[nodiscard]] bool goes_on(const NameChain& chain, std::size_t i) const;
    [[nodiscard]] bool is_small_part(const NameChain& chain, std::size_t i) const;
    [[nodiscard]] bool is_initial(std::size_t token) const;
    [[nodiscard]] bool is_given_name(std::size_t token) const;
    [[nodiscard]] bool is_behind_title(std::size_t token) const;
    [[nodiscard]] bool is_family_name(std::size_t token) const;
    [[nodiscard]] bool may_end_person(std::size_t token) const;
    [[nodiscard]] ByteRange title_before(std::size_t token) const;
    [[nodiscard]] bool is_title(std::size_t token) const;
    [[nodiscard]] bool is_english_month(std::size_t token) const;
    [[nodiscard]] bool is_bound(std::size_t token) const;
    [[nodiscard]] bool is_unknown_name(std::size_t token) const;
    [[nodiscard]] Surnames surnames() const;
    [[nodiscard]] bool may_stand_alone(std::size_t token) const;
    void add_surnames();

    // Scripts with capitals: place_rules.cpp.
    [[nodiscard]] bool may_be_name(std::size_t token, const Reading& reading) const;
    [[nodiscard]] std::optional<FoundName> known_person(std::size_t token,
                                                        const Reading& reading) const;
    [[nodiscard]] std::optional<FoundName> known_place(std::size_t token,
                                                       const Reading& reading) const;
    [[nodiscard]] std::optional<FoundName> known_name(std::size_t token,
                                                      const Reading& reading) const;
    [[nodiscard]] FoundName without_title(FoundName name) const;
    [[nodiscard]] bool is_ordinary_word(std::size_t token) const;
    [[nodiscard]] bool is_part_of_longer(std::size_t token, const Reading& reading) const;
    [[nodiscard]] std::optional<FoundName> place_of_one_word(std::size_t token,
                                                             const Reading& reading) const;
    [[nodiscard]] bool is_behind_locative(std::size_t token) const;
    void drop_doubtful();

    // Scripts without capitals: plain_rules.cpp and run_rules.cpp.
    [[nodiscard]] std::optional<FoundName> plain_person(std::size_t token) const;
    [[nodiscard]] std::optional<FoundName> korean_person(std::size_t token) const;
    [[nodiscard]] bool is_cut_from_word(std::size_t token, const Reading& reading) const;
    [[nodiscard]] bool is_katakana_whole(std::size_t token, std::size_t end) const;
    [[nodiscard]] std::optional<FoundName> katakana_person(std::size_t token) const;
    [[nodiscard]] std::optional<FoundName> kanji_person(std::size_t token) const;
    [[nodiscard]] std::size_t without_place(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::optional<FoundName> chinese_person(std::size_t token) const;
    [[nodiscard]] std::optional<FoundName> dotted_person(std::size_t token) const;
    [[nodiscard]] FoundName rule_person(std::size_t first, std::size_t end) const;

    void add(FoundName name);
    [[nodiscard]] FoundName found(std::size_t token, const Reading& reading) const;
    [[nodiscard]] RuleRoles roles(std::size_t token) const {
        return words_.roles(traits_.hash, text_.hash(token));
    }

    const gazetteer::Gazetteer& gazetteer_;
    const RuleWords& words_;
    const RuleText& text_;
    const LanguageTraits& traits_;
    NameLookup lookup_;
    std::vector<FoundName> names_;
};

}  // namespace dateline::analysis
