// Walking the slots of a shard along the matches.
#include "query/search/pair_counter.hpp"

#include "common/base/varint.hpp"
#include "common/schema/token_ranges.hpp"
#include "query/compile/stream_scan.hpp"
#include "query/compile/value_cursor.hpp"

#include <algorithm>
#include <string>

namespace dateline::search {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// A mention in a text.
struct Place {
    std::uint32_t token = 0;  ///< the first one of the name
    std::uint32_t ordinal = 0;
};

void sort_unique(Numbers& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

void add_number(const PairSide& side, std::uint32_t ordinal, Numbers& numbers) {
    if (ordinal < side.by_ordinal.size() && side.by_ordinal[ordinal] > 0) {
        numbers.push_back(side.by_ordinal[ordinal] - 1);
    }
}

/// The numbers of all values of an article, ascending.
Numbers numbers_of(const PairSide& side, std::string_view value, Xapian::docid docid) {
    Numbers numbers;
    for (const std::uint32_t ordinal : decode_ascending(value)) {
        add_number(side, ordinal, numbers);
    }
    for (const auto& [number, articles] : side.joined) {
        if (std::binary_search(articles->begin(), articles->end(), docid)) {
            numbers.push_back(number);
        }
    }
    sort_unique(numbers);
    return numbers;
}

std::vector<Place> places_of(std::string_view mentions) {
    const auto ranges = schema::decode_token_ranges(mentions);
    if (!ranges) {
        compile::refuse_damaged("a list of mentions of the index");
    }
    std::vector<Place> places;
    for (const schema::TokenRange& range : *ranges) {
        if (range.ordinal) {
            places.push_back({range.first, *range.ordinal});
        }
    }
    return places;
}

/// Pairs of the numbers of one article or one unit of its text.
class PairFinder {
public:
    explicit PairFinder(bool of_one_kind) : of_one_kind_(of_one_kind) {}

    /// Calls `found` for each pair of `first` and `second`, both ascending and without repetitions.
    template <typename Found>
    void find(const Numbers& first, const Numbers& second, Found found) const {
        for (std::size_t i = 0; i < first.size(); ++i) {
            for (std::size_t j = of_one_kind_ ? i + 1 : 0; j < second.size(); ++j) {
                found(first[i], second[j]);
            }
        }
    }

private:
    bool of_one_kind_;
};

/// Pairs within units of text.
class UnitPairs {
public:
    UnitPairs(const Xapian::Database& database, const ShardSides& sides)
        : database_(database), sides_(sides), finder_(sides.of_one_kind) {}

    /// Counts the pairs of `docid`, each once.
    void count(Xapian::docid docid, PairTable& table) {
        const std::vector<Place> places =
            places_of(mentions_.value(database_, docid).value_or(std::string()));
        if (places.size() < 2) {
            return;
        }
        found_.clear();
        const std::vector<std::uint32_t>& units = units_of(docid);
        if (places.back().token >= units.size()) {
            compile::refuse_damaged("a list of mentions of the index");
        }
        for (std::size_t i = 0; i < places.size();) {
            i = add_unit(places, i, units);
        }
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        for (const auto& [first, second] : found_) {
            table.count(first, second);
        }
    }

private:
    /// Adds the pairs of the unit in which mention `begin` stands.
    /// @return the number of the first mention behind it.
    std::size_t add_unit(const std::vector<Place>& places,
                         std::size_t begin,
                         const std::vector<std::uint32_t>& units) {
        Numbers first;
        Numbers second;
        std::size_t i = begin;
        for (; i < places.size() && units[places[i].token] == units[places[begin].token]; ++i) {
            add_number(sides_.first, places[i].ordinal, first);
            add_number(sides_.second, places[i].ordinal, second);
        }
        sort_unique(first);
        sort_unique(second);
        finder_.find(
            first, second, [this](std::uint32_t a, std::uint32_t b) { found_.emplace_back(a, b); });
        return i;
    }

    /// The unit of each token of `docid`; ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& units_of(Xapian::docid docid) {
        compile::scan_stream(streams_.stream(database_, docid), no_codes_, 0, text_);
        return sides_.level == PairLevel::Sentence ? text_.sentence_of : text_.paragraph_of;
    }

    const Xapian::Database& database_;
    const ShardSides& sides_;
    compile::ValueCursor mentions_{schema::Slot::Mentions};
    compile::StreamCursor streams_;
    compile::CodeIndex no_codes_;
    compile::ScannedText text_;
    PairFinder finder_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found_;  // in the article
};

void count_in_articles(const Xapian::Database& database,
                       std::span<const Xapian::docid> docids,
                       const ShardSides& sides,
                       const compile::Deadline& deadline,
                       PairTable& table) {
    compile::ValueCursor first_values(sides.first.slot);
    compile::ValueCursor second_values(sides.second.slot);
    const auto numbers = [&](const PairSide& side, compile::ValueCursor& values, auto docid) {
        return numbers_of(side, values.value(database, docid).value_or(std::string()), docid);
    };
    const PairFinder finder(sides.of_one_kind);
    for (const Xapian::docid docid : docids) {
        compile::check_deadline(deadline);
        const Numbers of_first = numbers(sides.first, first_values, docid);
        if (of_first.empty()) {
            continue;
        }
        finder.find(of_first,
                    sides.of_one_kind ? of_first : numbers(sides.second, second_values, docid),
                    [&table](std::uint32_t a, std::uint32_t b) { table.count(a, b); });
    }
}

}  // namespace

PairSide side_of(const storage::IndexReader& reader,
                 std::uint32_t shard,
                 const FacetRequest& facet,
                 const PairNumbers& numbers,
                 const std::vector<JoinedPlace>& places) {
    PairSide side;
    side.slot = facet.slot();
    const storage::OrdinalTable& table = reader.ordinals(shard);
    const std::vector<std::uint32_t>& joined = reader.joined_ordinals(shard);
    const std::vector<entities::JoinedEntity>& entities = reader.joins().entities();
    side.by_ordinal.resize(table.size());
    for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
        const std::uint32_t entity = ordinal < joined.size() ? joined[ordinal] : 0;
        if (entity > 0 && facet.place_level) {
            continue;  // counted by `joined`
        }
        const auto known = numbers.find(entity > 0 ? std::string_view(entities[entity - 1].id)
                                                   : table.key(ordinal));
        side.by_ordinal[ordinal] = known == numbers.end() ? 0 : known->second + 1;
    }
    for (const JoinedPlace& place : places) {
        const auto known = numbers.find(entities[place.number].id);
        if (facet.place_level == place.level && known != numbers.end()) {
            side.joined.emplace_back(known->second, &place.articles);
        }
    }
    return side;
}

void PairTable::add(const PairTable& other) {
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        counts_[i] += other.counts_[i];
    }
}

void count_pairs(const Xapian::Database& database,
                 std::span<const Xapian::docid> docids,
                 const ShardSides& sides,
                 const compile::Deadline& deadline,
                 PairTable& table) {
    if (sides.level == PairLevel::Article) {
        count_in_articles(database, docids, sides, deadline, table);
        return;
    }
    UnitPairs pairs(database, sides);
    for (const Xapian::docid docid : docids) {
        compile::check_deadline(deadline);
        pairs.count(docid, table);
    }
}

}  // namespace dateline::search
