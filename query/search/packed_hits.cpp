// Packing by shifts; growing by mremap(2).
#include "query/search/packed_hits.hpp"

#include <algorithm>
#include <cmath>
#include <new>
#include <sys/mman.h>
#include <utility>
#include <vector>

namespace dateline::search {
namespace {

constexpr std::size_t kFirstCapacity = 4096;
/// Hits that append() copies before it gives their memory back.
constexpr std::size_t kPiece = 65'536;

constexpr std::int64_t kSortLimit = (std::int64_t{1} << 48U) - 1;
constexpr unsigned kTieBits = 17;
constexpr std::uint64_t kLargeScore = PackedHits::kMaxPackedScore + 1;
constexpr std::uint64_t kTieInLow = 0xC000'0000'0000'0000ULL;

constexpr std::uint64_t place_of(std::uint16_t shard, std::uint32_t docid) noexcept {
    return (std::uint64_t{shard} << 32U) | docid;
}

}  // namespace

PackedHits::PackedHits(PackedHits&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)),
      large_scores_(std::move(other.large_scores_)) {}

PackedHits& PackedHits::operator=(PackedHits&& other) noexcept {
    if (this != &other) {
        release();
        data_ = std::exchange(other.data_, nullptr);
        size_ = std::exchange(other.size_, 0);
        capacity_ = std::exchange(other.capacity_, 0);
        large_scores_ = std::move(other.large_scores_);
    }
    return *this;
}

PackedHits::~PackedHits() {
    release();
}

void PackedHits::release() noexcept {
    if (data_ != nullptr) {
        ::munmap(data_, capacity_ * sizeof(Packed));
    }
    data_ = nullptr;
    size_ = 0;
    capacity_ = 0;
}

void PackedHits::resize_memory(std::size_t capacity) {
    if (capacity == 0) {
        release();
        return;
    }
    void* const memory =
        data_ == nullptr
            ? ::mmap(nullptr,
                     capacity * sizeof(Packed),
                     PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS,
                     -1,
                     0)
            : ::mremap(
                  data_, capacity_ * sizeof(Packed), capacity * sizeof(Packed), MREMAP_MAYMOVE);
    if (memory == MAP_FAILED) {
        throw std::bad_alloc();
    }
    data_ = static_cast<Packed*>(memory);
    capacity_ = capacity;
}

void PackedHits::push_back(const RankedHit& hit) {
    if (size_ == capacity_) {
        // Pages that nothing was written to take no memory.
        resize_memory(capacity_ == 0 ? kFirstCapacity : capacity_ * 2);
    }
    const std::int64_t key = std::clamp(hit.sort_key, -kSortLimit, kSortLimit);
    const auto sort = static_cast<std::uint64_t>(kSortLimit - key);  // 49 bits
    const std::uint64_t tie = hit.tie_key >> (64U - kTieBits);
    const double thousandths = std::round(static_cast<double>(hit.score) * 1000);
    std::uint64_t score = kLargeScore;
    if (thousandths >= 0 && thousandths <= static_cast<double>(kMaxPackedScore)) {
        score = static_cast<std::uint64_t>(thousandths);
    } else {
        large_scores_[place_of(hit.shard, hit.docid)] = hit.score;
    }
    data_[size_++] = {
        (sort << 15U) | (tie >> 2U),
        (tie << 62U) | (score << 42U) | (std::uint64_t{hit.shard} << 32U) | hit.docid};
}

void PackedHits::append(PackedHits&& other) {
    if (size_ + other.size_ > capacity_) {
        resize_memory(size_ + other.size_);
    }
    while (other.size_ > 0) {
        const std::size_t count = std::min(kPiece, other.size_);
        const Packed* const from = other.data_ + (other.size_ - count);
        std::copy(from, from + count, data_ + size_);
        size_ += count;
        other.size_ -= count;
        other.resize_memory(other.size_);
    }
    large_scores_.merge(other.large_scores_);
}

bool PackedHits::is_before(const Packed& a, const Packed& b) noexcept {
    return a.high != b.high ? a.high < b.high : a.low < b.low;
}

bool PackedHits::may_tie(const Packed& a, const Packed& b) noexcept {
    return a.high == b.high && (a.low & kTieInLow) == (b.low & kTieInLow);
}

void PackedHits::sort(const std::function<std::uint64_t(std::uint16_t, std::uint32_t)>& tie_key) {
    const std::span<Packed> all = hits();
    std::sort(all.begin(), all.end(), is_before);
    std::vector<std::pair<std::uint64_t, Packed>> run;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        end = begin + 1;
        while (end < all.size() && may_tie(all[begin], all[end])) {
            ++end;
        }
        if (end - begin == 1) {
            continue;
        }
        run.clear();
        for (std::size_t i = begin; i < end; ++i) {
            const RankedHit hit = at(i);
            run.emplace_back(tie_key(hit.shard, hit.docid), all[i]);
        }
        std::sort(run.begin(), run.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : is_before(a.second, b.second);
        });
        for (std::size_t i = begin; i < end; ++i) {
            all[i] = run[i - begin].second;
        }
    }
}

RankedHit PackedHits::at(std::size_t number) const {
    const Packed& packed = data_[number];
    RankedHit hit;
    hit.sort_key = kSortLimit - static_cast<std::int64_t>(packed.high >> 15U);
    hit.docid = static_cast<std::uint32_t>(packed.low);
    hit.shard = static_cast<std::uint16_t>((packed.low >> 32U) & 0x3FFU);
    const std::uint64_t score = (packed.low >> 42U) & 0xFFFFFU;
    hit.score = score == kLargeScore ? large_scores_.at(place_of(hit.shard, hit.docid))
                                     : static_cast<float>(static_cast<double>(score) / 1000);
    return hit;
}

}  // namespace dateline::search
