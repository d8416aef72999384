// Answers queries by looking at every article: the meaning of the query language, without an index.
#pragma once

#include "query/parse/tree.hpp"
#include "query/search/answer.hpp"
#include "tests/property/scanned_entities.hpp"
#include "tests/property/scanned_places.hpp"
#include "tests/property/scanned_text.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dateline::property {

/// An article that matches.
struct ScanHit {
    const ScanArticle* article = nullptr;
    double score = 0;
};

/// All articles of an archive and what queries mean on them.
class Scanner {
public:
    /// @param joins  which ids are one entity
    explicit Scanner(const std::vector<search::Hit>& articles, entities::EntityJoins joins = {});
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;
    Scanner(Scanner&&) = delete;
    Scanner& operator=(Scanner&&) = delete;
    ~Scanner() = default;

    /// The matches of `tree`, in no order.
    [[nodiscard]] std::vector<ScanHit> find(const parse::Node& tree);

    /// `tree` without the stop words that a search leaves out.
    [[nodiscard]] parse::Node without_stop_words(const parse::Node& tree);

    /// The facet `request` over `hits`, without the texts of the refinements.
    [[nodiscard]] search::FacetResult facet(const std::vector<ScanHit>& hits,
                                            const search::FacetRequest& request) const;

    /// Ids and names of what the facet `request`, which is no date, counts in `article`.
    [[nodiscard]] std::map<std::string, std::string> values_of(
        const Article& article, const search::FacetRequest& request) const;

    /// `id`, or the id of the entity that it is joined to.
    [[nodiscard]] std::string canonical(const std::string& id) const {
        return std::string(entity_names_.joins.canonical(id));
    }

    [[nodiscard]] const std::vector<ScanArticle>& articles() const noexcept { return articles_; }

private:
    /// The parts of an article in which a clause looks: numbers of `ScanArticle::parts`.
    struct Region {
        std::size_t first = 0;
        std::size_t last = 0;  ///< exclusive
        bool title_only = false;
    };

    /// Empty: no match. Else the score.
    using Score = std::optional<double>;

    [[nodiscard]] Score score(const parse::Node& node, const ScanArticle& article);
    [[nodiscard]] double name_score(const parse::Node& node, const ScanArticle& article);
    /// Made once for each article: cutting it into tokens and sentences takes longer than a look.
    [[nodiscard]] PlaceScanner& places_in(const ScanArticle& article);
    [[nodiscard]] Score all_score(const parse::Node& node, const ScanArticle& article);
    [[nodiscard]] Score any_score(const parse::Node& node, const ScanArticle& article);
    [[nodiscard]] Score text_score(const parse::Node& node, const ScanArticle& article);
    [[nodiscard]] Score text_score_in(const parse::Node& node,
                                      const ScanArticle& article,
                                      const Region& region);
    [[nodiscard]] Score row_score(const parse::Node& node,
                                  const std::vector<ScanToken>& wanted,
                                  const ScanArticle& article,
                                  const Region& region);
    [[nodiscard]] double weight(const std::vector<std::string>& forms,
                                bool of_stems,
                                bool of_title,
                                const ScanArticle& article) const;
    [[nodiscard]] std::vector<std::string> words_with_prefix(const std::string& prefix) const;
    [[nodiscard]] bool is_dropped(const parse::Node& node);
    [[nodiscard]] bool has_content(const parse::Node& node);
    void drop(parse::Node& node);

    TextScanner text_;
    std::vector<ScanArticle> articles_;
    EntityNames entity_names_;
    std::map<const ScanArticle*, PlaceScanner> place_scanners_;  // they refer to members
    std::vector<std::string> languages_;  ///< of the articles, most frequent first, "" last
    double mean_length_ = 0;
    bool names_weigh_ = false;  ///< in the query that is being answered
};

/// Whether `article` matches the clause `node`, which is no clause on the text.
[[nodiscard]] bool matches_metadata(const parse::Node& node,
                                    const ScanArticle& article,
                                    const EntityNames& entity_names,
                                    TextScanner& text);

/// The names that `article` states for the facet `field`, which is none of entities, spaces
/// collapsed, in their order.
[[nodiscard]] std::vector<std::string> names_of(const Article& article, const schema::Field& field);

/// The bucket of `level` that `date` is in: `2025-10`.
[[nodiscard]] std::string bucket_of(std::chrono::sys_days date, search::DateLevel level);

/// The days that `published` stands for: first, and the first after them.
[[nodiscard]] parse::DayRange days_of(const time::Published& published);

}  // namespace dateline::property
