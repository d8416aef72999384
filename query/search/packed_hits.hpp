// Every hit of a search in sixteen bytes, for answers with millions of them.
#pragma once

#include "query/search/ranked_hit.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>

namespace dateline::search {

/// A list of hits that takes 16 bytes for each and nothing more while it grows: its memory is
/// mapped, and moved by the system. Not thread-safe.
///
/// What does not fit is kept beside it: scores over kMaxPackedScore, which are rare. Of the key
/// that breaks ties only the first bits are kept; sort() asks for the rest where they are equal.
class PackedHits {
public:
    PackedHits() = default;
    PackedHits(const PackedHits&) = delete;
    PackedHits& operator=(const PackedHits&) = delete;
    PackedHits(PackedHits&& other) noexcept;
    PackedHits& operator=(PackedHits&& other) noexcept;
    ~PackedHits();

    /// Adds `hit`. Its score is rounded to three decimals. @throws std::bad_alloc.
    void push_back(const RankedHit& hit);

    /// Takes all hits of `other`, which is empty afterwards. @throws std::bad_alloc.
    void append(PackedHits&& other);

    /// Puts the hits in the order of before().
    ///
    /// @param tie_key  gives RankedHit::tie_key of a document, by shard and docid
    void sort(const std::function<std::uint64_t(std::uint16_t, std::uint32_t)>& tie_key);

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// Hit number `number`, below size(), without its tie key. The sort key of what sorts last of
    /// all, such as undated articles, is not the one that was given.
    [[nodiscard]] RankedHit at(std::size_t number) const;

    /// The largest score, in thousandths, that is packed.
    static constexpr std::uint64_t kMaxPackedScore = (1U << 20U) - 2;

private:
    /// From the highest bit: 49 of the sort key, turned round, 17 of the tie key, 20 of the score,
    /// 10 of the shard, 32 of the docid.
    struct Packed {
        std::uint64_t high = 0;
        std::uint64_t low = 0;
    };
    static_assert(sizeof(Packed) == 16);

    [[nodiscard]] static bool is_before(const Packed& a, const Packed& b) noexcept;
    [[nodiscard]] static bool may_tie(const Packed& a, const Packed& b) noexcept;
    void resize_memory(std::size_t capacity);
    void release() noexcept;
    [[nodiscard]] std::span<Packed> hits() noexcept { return {data_, size_}; }

    Packed* data_ = nullptr;  // owned: mapped memory
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
    std::unordered_map<std::uint64_t, float> large_scores_;  // by shard and docid
};

}  // namespace dateline::search
