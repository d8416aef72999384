// What an article's mentions become: facet values, filter terms, and the days it speaks of.
#pragma once

#include "common/article/article.hpp"
#include "common/storage/index_document.hpp"
#include "indexer/document/facet_collector.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::document {

/// The facet value of `mention`, which must not be a date. Its key is its id if that is one of its
/// type, else made of its name.
[[nodiscard]] storage::FacetValue mention_value(const Mention& mention);

/// What the mentions of an article are called, each person, place and organisation once.
class MentionValues {
public:
    /// The number of a mention that has no value: a date, or nothing with a name.
    static constexpr std::size_t kNone = ~std::size_t{0};

    /// One value and the first mention that has it.
    struct Named {
        const Mention* first;
        storage::FacetValue value;               ///< mention_value()
        std::vector<storage::FacetValue> above;  ///< of a place: all that it is in, highest first
    };

    /// @param article  must outlive the object, with its mentions as they are
    explicit MentionValues(const Article& article);
    MentionValues(Article&&) = delete;

    [[nodiscard]] const std::vector<Named>& named() const noexcept { return named_; }

    /// Which element of named() mention `number` of the article is, or kNone.
    [[nodiscard]] std::size_t number_of(std::size_t number) const noexcept {
        return numbers_[number];
    }

private:
    std::vector<Named> named_;
    std::vector<std::size_t> numbers_;
};

/// Adds the people, places and organisations that `article` mentions; the places that hold those
/// places; other spellings than the name; and, for what stands in the head_bytes() of the text
/// or is mentioned kAboutMentions times, the terms of `about:`. Mentions without a name are left
/// out.
///
/// @param values  of `article`
void add_mentions(const Article& article, const MentionValues& values, FacetCollector& collector);

/// The facet value of the person who says `quote`; std::nullopt if nobody is known to.
[[nodiscard]] std::optional<storage::FacetValue> speaker_value(const Quote& quote);

/// Adds the people whose speech `article` quotes, and the terms of `has:quote` and `has:speaker`.
void add_quotes(const Article& article, FacetCollector& collector);

/// The periods that the dates in `article`'s text speak of.
[[nodiscard]] std::vector<schema::Period> event_periods(const Article& article);

/// Adds for each of `periods` the terms of the year, month and day in which it begins.
void add_period_terms(const std::vector<schema::Period>& periods, FacetCollector& collector);

}  // namespace dateline::document
