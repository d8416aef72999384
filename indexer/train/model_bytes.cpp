// Fills buckets in the order of the rows, so that the bytes depend on nothing else.
#include "indexer/train/model_bytes.hpp"

#include "common/base/hash.hpp"
#include "indexer/analysis/features.hpp"
#include "indexer/analysis/model_format.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::train {

namespace {

namespace format = analysis;

// Full buckets lead to the next one, so some room is left.
constexpr double kLoad = 0.86;

float size_of(const WeightRow& row) {
    float size = 0;
    for (const float weight : row.weights) {
        size = std::max(size, std::abs(weight));
    }
    return size;
}

template <typename Number>
void put(std::string& bytes, std::size_t offset, Number number) {
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
        bytes[offset + i] = static_cast<char>((number >> (8 * i)) & 0xFFU);
    }
}

std::uint32_t buckets_for(std::size_t rows) {
    const double rooms = static_cast<double>(rows) / kLoad;
    return static_cast<std::uint32_t>(rooms / static_cast<double>(format::kBucketRows)) + 1;
}

void put_row(std::string& bytes, std::uint32_t buckets, const WeightRow& row, float step) {
    const std::uint32_t tags = format::tags_of(row.feature);
    std::size_t bucket = format::bucket_of(row.feature, buckets);
    for (;; bucket = bucket + 1 == buckets ? 0 : bucket + 1) {
        const std::size_t start = format::kBucketsOffset + bucket * format::kBucketBytes;
        for (std::size_t place = 0; place < format::kBucketRows; ++place) {
            const std::size_t tag = start + place * 2;
            const std::size_t short_tag = start + format::kShortTagOffset + place;
            if (bytes[tag] != 0 || bytes[tag + 1] != 0 || bytes[short_tag] != 0) {
                continue;
            }
            put(bytes, tag, static_cast<std::uint16_t>(tags & 0xFFFFU));
            put(bytes, short_tag, static_cast<std::uint8_t>(tags >> 16U));
            for (std::size_t label = 0; label < analysis::kLabels; ++label) {
                const float steps =
                    std::clamp(std::round(row.weights[label] / step), -127.0F, 127.0F);
                bytes[start + format::kWeightsOffset + place * analysis::kLabels + label] =
                    static_cast<char>(static_cast<signed char>(steps));
            }
            return;
        }
        bytes[start + format::kOverflowOffset] = 1;
    }
}

}  // namespace

float step_for(const std::vector<WeightRow>& rows) {
    constexpr std::size_t outliers = 50;
    std::vector<float> sizes;
    sizes.reserve(rows.size());
    for (const WeightRow& row : rows) {
        sizes.push_back(size_of(row));
    }
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    const float largest = sizes.empty() ? 1.0F : sizes[std::min(outliers, sizes.size() - 1)];
    return std::max(largest, 0.5F) / 127;
}

void keep_strongest(ModelContent& content, float least_weight, std::uint64_t most_bytes) {
    std::vector<WeightRow>& rows = content.rows;
    std::erase_if(rows, [&](const WeightRow& row) { return size_of(row) < least_weight; });
    const auto most_buckets =
        static_cast<double>(most_bytes - format::kBucketsOffset) / format::kBucketBytes - 1;
    const auto most_rows = static_cast<std::size_t>(
        std::max(0.0, most_buckets) * static_cast<double>(format::kBucketRows) * kLoad);
    if (rows.size() > most_rows) {
        std::stable_sort(
            rows.begin(), rows.end(), [](const WeightRow& left, const WeightRow& right) {
                return size_of(left) > size_of(right);
            });
        rows.resize(most_rows);
    }
    std::sort(rows.begin(), rows.end(), [](const WeightRow& left, const WeightRow& right) {
        return left.feature < right.feature;
    });
}

std::string model_bytes(const ModelContent& content) {
    const std::uint32_t buckets = buckets_for(content.rows.size());
    std::string bytes(format::kBucketsOffset + buckets * format::kBucketBytes, '\0');
    std::copy(format::kModelMagic.begin(), format::kModelMagic.end(), bytes.begin());
    put(bytes, 8, format::kModelVersion);
    put(bytes, 12, analysis::kFeatureVersion);
    put(bytes, format::kBucketCountOffset, buckets);
    put(bytes,
        format::kStepOffset,
        static_cast<std::uint32_t>(std::lround(content.step * 1'000'000)));
    std::size_t offset = format::kTransitionsOffset;
    for (const analysis::TransitionScores& pass : content.transitions) {
        for (const auto& row : pass) {
            for (const std::int16_t score : row) {
                put(bytes, offset, static_cast<std::uint16_t>(score));
                offset += sizeof(score);
            }
        }
    }
    for (const WeightRow& row : content.rows) {
        put_row(bytes, buckets, row, content.step);
    }
    put(bytes,
        format::kChecksumOffset,
        hash64(std::string_view(bytes).substr(format::kCheckedOffset)));
    return bytes;
}

}  // namespace dateline::train
