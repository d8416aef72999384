// Walking the slots of a shard along the matches.
#include "query/search/pair_counter.hpp"

#include "common/base/error.hpp"
#include "common/base/varint.hpp"
#include "common/schema/token_ranges.hpp"
#include "common/text/stream_units.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace dateline::search {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// A mention in a text.
struct Place {
    std::uint32_t token = 0;  ///< the first one of the name
    std::uint32_t ordinal = 0;
};

[[noreturn]] void damaged(const char* what) {
    throw Error(ErrorCode::IndexDamaged,
                std::string(what) + " of the index cannot be read",
                "run dateline-index --verify, and index the articles again if it reports damage");
}

/// Values of one slot, asked for by ascending docids.
class SlotCursor {
public:
    SlotCursor(const Xapian::Database& database, schema::Slot slot)
        : cursor_(database.valuestream_begin(static_cast<Xapian::valueno>(slot))),
          end_(database.valuestream_end(static_cast<Xapian::valueno>(slot))) {}

    /// The value of `docid`; empty if it has none.
    std::string value(Xapian::docid docid) {
        if (cursor_ != end_) {
            cursor_.skip_to(docid);
        }
        return cursor_ != end_ && cursor_.get_docid() == docid ? *cursor_ : std::string();
    }

private:
    Xapian::ValueIterator cursor_;
    Xapian::ValueIterator end_;
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
        damaged("a list of mentions");
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
    UnitPairs(const Xapian::Database& database,
              const PairSide& first,
              const PairSide& second,
              bool of_one_kind,
              PairLevel level)
        : database_(database),
          mentions_(database, schema::Slot::Mentions),
          streams_(database, schema::Slot::TokenStream),
          first_(first),
          second_(second),
          finder_(of_one_kind),
          unit_(level == PairLevel::Sentence ? text::TextUnit::Sentence
                                             : text::TextUnit::Paragraph) {}

    /// Counts the pairs of `docid`, each once.
    void count(Xapian::docid docid, PairTable& table) {
        const std::vector<Place> places = places_of(mentions_.value(docid));
        if (places.size() < 2) {
            return;
        }
        found_.clear();
        const std::vector<std::uint32_t> starts = starts_of(docid);
        for (std::size_t i = 0; i < places.size();) {
            const auto next = std::upper_bound(starts.begin(), starts.end(), places[i].token);
            i = add_unit(places, i, next == starts.end() ? std::nullopt : std::optional(*next));
        }
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        for (const auto& [first, second] : found_) {
            table.count(first, second);
        }
    }

private:
    /// Adds the pairs of the unit that begins with mention `begin` and ends before token `end`.
    /// @return the number of the first mention behind it.
    std::size_t add_unit(const std::vector<Place>& places,
                         std::size_t begin,
                         std::optional<std::uint32_t> end) {
        Numbers first;
        Numbers second;
        std::size_t i = begin;
        for (; i < places.size() && (!end || places[i].token < *end); ++i) {
            add_number(first_, places[i].ordinal, first);
            add_number(second_, places[i].ordinal, second);
        }
        sort_unique(first);
        sort_unique(second);
        finder_.find(
            first, second, [this](std::uint32_t a, std::uint32_t b) { found_.emplace_back(a, b); });
        return i;
    }

    [[nodiscard]] std::vector<std::uint32_t> starts_of(Xapian::docid docid) {
        std::string bytes = streams_.value(docid);
        if (bytes.empty()) {  // too large for the slot
            const std::string data = database_.get_document(docid).get_data();
            bytes = storage::unpack_data(data).large_stream;
        }
        const std::optional<text::TokenStream> stream = text::read_token_stream(bytes);
        if (!stream) {
            damaged("a token stream");
        }
        return text::unit_starts(*stream, unit_);
    }

    const Xapian::Database& database_;
    SlotCursor mentions_;
    SlotCursor streams_;
    const PairSide& first_;
    const PairSide& second_;
    PairFinder finder_;
    text::TextUnit unit_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found_;  // in the article
};

void count_in_articles(const Xapian::Database& database,
                       std::span<const Xapian::docid> docids,
                       const PairSide& first,
                       const PairSide& second,
                       bool of_one_kind,
                       PairTable& table) {
    SlotCursor first_values(database, first.slot);
    SlotCursor second_values(database, second.slot);
    const PairFinder finder(of_one_kind);
    for (const Xapian::docid docid : docids) {
        const Numbers of_first = numbers_of(first, first_values.value(docid), docid);
        if (of_first.empty()) {
            continue;
        }
        finder.find(of_first,
                    of_one_kind ? of_first : numbers_of(second, second_values.value(docid), docid),
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
                 const PairSide& first,
                 const PairSide& second,
                 bool of_one_kind,
                 PairLevel level,
                 PairTable& table) {
    if (level == PairLevel::Article) {
        count_in_articles(database, docids, first, second, of_one_kind, table);
        return;
    }
    UnitPairs pairs(database, first, second, of_one_kind, level);
    for (const Xapian::docid docid : docids) {
        pairs.count(docid, table);
    }
}

}  // namespace dateline::search
