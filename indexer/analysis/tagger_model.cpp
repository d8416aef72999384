// Looks features up in buckets of one cache line. See model_format.hpp.
#include "indexer/analysis/tagger_model.hpp"

#include "common/base/error.hpp"
#include "common/base/hash.hpp"
#include "indexer/analysis/model_format.hpp"

#include <cstring>

namespace dateline::analysis {

namespace {

template <typename Number>
Number number_at(std::string_view bytes, std::size_t offset) {
    Number number = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[offset + i]);
        number = static_cast<Number>(number | (Number{byte} << (8 * i)));
    }
    return number;
}

[[noreturn]] void refuse(const std::filesystem::path& path,
                         const std::string& why,
                         const std::string& hint) {
    throw Error(
        ErrorCode::InputUnreadable, "cannot use the model '" + path.string() + "': " + why, hint);
}

void check(const std::filesystem::path& path, std::string_view bytes) {
    constexpr const char* reinstall = "install the model again";
    constexpr const char* match = "use the model that came with this program";
    if (bytes.size() < kBucketsOffset || !bytes.starts_with(kModelMagic)) {
        refuse(path, "it is no model of the tagger", match);
    }
    if (number_at<std::uint32_t>(bytes, 8) != kModelVersion ||
        number_at<std::uint32_t>(bytes, 12) != kFeatureVersion) {
        refuse(path, "it was made for another version of the program", match);
    }
    const std::uint64_t buckets = number_at<std::uint32_t>(bytes, kBucketCountOffset);
    if (buckets == 0 || bytes.size() != kBucketsOffset + buckets * kBucketBytes) {
        refuse(path,
               "it has " + std::to_string(bytes.size()) + " bytes, which is not what it says",
               reinstall);
    }
    if (hash64(bytes.substr(kCheckedOffset)) != number_at<std::uint64_t>(bytes, kChecksumOffset)) {
        refuse(path, "its checksum is wrong", reinstall);
    }
}

// One of the 32 marks of a bucket, by the lowest bits of the tags.
constexpr std::uint32_t mark_of(std::uint32_t tags) {
    return std::uint32_t{1} << (tags & 31U);
}

}  // namespace

TaggerModel::TaggerModel(const std::filesystem::path& path) : file_(path) {
    const std::string_view bytes = file_.bytes();
    check(path, bytes);
    buckets_ = number_at<std::uint32_t>(bytes, kBucketCountOffset);
    std::size_t offset = kTransitionsOffset;
    for (TransitionScores& pass : transitions_) {
        for (auto& row : pass) {
            for (std::int16_t& score : row) {
                score = static_cast<std::int16_t>(number_at<std::uint16_t>(bytes, offset));
                offset += sizeof(score);
            }
        }
    }
    note_rows();
}

// Most features have no weights. The marks say so in a tenth of the memory, which stays in the
// processor's cache.
void TaggerModel::note_rows() {
    rows_.assign(buckets_, 0);
    for (std::size_t bucket = 0; bucket < buckets_; ++bucket) {
        const std::string_view bytes =
            file_.bytes().substr(kBucketsOffset + bucket * kBucketBytes, kBucketBytes);
        for (std::size_t row = 0; row < kBucketRows; ++row) {
            rows_[bucket] |= mark_of(number_at<std::uint16_t>(bytes, row * 2));
        }
        if (bytes[kOverflowOffset] != 0) {
            rows_[bucket] = ~std::uint32_t{0};  // rows of it are in the next one
        }
    }
}

// Whether `feature` may have weights; surely if it has.
bool TaggerModel::may_hold(std::uint64_t feature) const noexcept {
    return (rows_[bucket_of(feature, buckets_)] & mark_of(tags_of(feature))) != 0;
}

std::string TaggerModel::version() const {
    return hex16(number_at<std::uint64_t>(file_.bytes(), kChecksumOffset));
}

std::uint64_t TaggerModel::feature_count() const noexcept {
    std::uint64_t count = 0;
    for (std::size_t bucket = 0; bucket < buckets_; ++bucket) {
        const std::string_view bytes =
            file_.bytes().substr(kBucketsOffset + bucket * kBucketBytes, kBucketBytes);
        for (std::size_t row = 0; row < kBucketRows; ++row) {
            const bool used =
                number_at<std::uint16_t>(bytes, row * 2) != 0 || bytes[kShortTagOffset + row] != 0;
            count += used ? 1U : 0U;
        }
    }
    return count;
}

// The weights of `feature`, or null. Rows that did not fit into a bucket are in the next one, and a
// search ends at the latest when it has seen all buckets.
const char* TaggerModel::find(std::uint64_t feature) const noexcept {
    const std::uint32_t tags = tags_of(feature);
    const auto tag = static_cast<std::uint16_t>(tags);
    const auto short_tag = static_cast<char>(tags >> 16U);
    const char* const first = file_.bytes().data() + kBucketsOffset;
    std::size_t bucket = bucket_of(feature, buckets_);
    for (std::uint32_t seen = 0; seen < buckets_; ++seen) {
        const char* const bytes = first + bucket * kBucketBytes;
        std::array<std::uint16_t, kBucketRows> row_tags;
        std::memcpy(row_tags.data(), bytes, sizeof(row_tags));
        for (std::size_t row = 0; row < kBucketRows; ++row) {
            if (row_tags[row] == tag && bytes[kShortTagOffset + row] == short_tag) {
                return bytes + kWeightsOffset + row * kLabels;
            }
        }
        if (bytes[kOverflowOffset] == 0) {
            return nullptr;
        }
        bucket = bucket + 1 == buckets_ ? 0 : bucket + 1;
    }
    return nullptr;
}

LabelScores TaggerModel::plus(LabelScores scores, const FeatureList& features) const noexcept {
    // Buckets are far apart: ask for all that are needed before the first is.
    FeatureList held;
    for (const std::uint64_t feature : features) {
        if (may_hold(feature)) {
            held.add(feature);
            __builtin_prefetch(file_.bytes().data() + kBucketsOffset +
                               bucket_of(feature, buckets_) * kBucketBytes);
        }
    }
    for (const std::uint64_t feature : held) {
        if (const char* const weights = find(feature); weights != nullptr) {
            for (std::size_t label = 0; label < kLabels; ++label) {
                scores[label] = static_cast<std::int16_t>(scores[label] +
                                                          static_cast<signed char>(weights[label]));
            }
        }
    }
    return scores;
}

}  // namespace dateline::analysis
