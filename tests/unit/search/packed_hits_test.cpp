// Packed hits: the same order and scores as unpacked ones, in sixteen bytes.
#include "query/search/packed_hits.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace dateline::search;

namespace {

std::uint64_t mixed(std::uint32_t number) {
    std::mt19937_64 random(number);
    return random();
}

/// Hits of three shards of which many tie, in sort keys and in the first bits of their keys.
std::vector<RankedHit> sample(std::uint32_t count) {
    std::vector<RankedHit> hits;
    for (std::uint32_t i = 0; i < count; ++i) {
        RankedHit hit;
        hit.docid = i + 1;
        hit.shard = static_cast<std::uint16_t>(i % 3);
        hit.sort_key =
            static_cast<std::int64_t>(mixed(i) % 7) * 1'000'000'000'000 - 3'000'000'000'000;
        hit.tie_key = i % 4 == 0 ? mixed(i) >> 20U : mixed(i);
        hit.score = static_cast<float>(mixed(i) % 100'000) / 1000;
        hits.push_back(hit);
    }
    return hits;
}

}  // namespace

TEST_SUITE("search.packed_hits") {
    TEST_CASE("PackedHits sorts as before says though it keeps a part of the keys") {
        std::vector<RankedHit> hits = sample(20'000);
        PackedHits packed;
        PackedHits others;
        for (const RankedHit& hit : hits) {
            (hit.shard == 0 ? packed : others).push_back(hit);
        }
        packed.append(std::move(others));
        REQUIRE(packed.size() == hits.size());
        std::size_t asked = 0;
        packed.sort([&](std::uint16_t shard, std::uint32_t docid) {
            ++asked;
            CHECK(hits[docid - 1].shard == shard);
            return hits[docid - 1].tie_key;
        });
        CHECK(asked > 0);
        CHECK(asked < hits.size() / 2);
        std::sort(hits.begin(), hits.end(), before);
        bool same = true;
        for (std::size_t i = 0; i < hits.size(); ++i) {
            same = same && packed.at(i).docid == hits[i].docid &&
                   packed.at(i).shard == hits[i].shard &&
                   std::lround(packed.at(i).score * 1000) == std::lround(hits[i].score * 1000);
        }
        CHECK(same);
    }

    TEST_CASE("PackedHits keeps what stands at the limits") {
        PackedHits packed;
        RankedHit hit;
        hit.docid = std::numeric_limits<std::uint32_t>::max();
        hit.shard = 1023;
        std::uint32_t number = 0;
        for (const double score : {0.0, 0.001, 1048.574, 1048.575, 1048.576, 123456.0}) {
            hit.docid = ++number;
            hit.score = static_cast<float>(score);
            packed.push_back(hit);
            CAPTURE(score);
            CHECK(packed.at(packed.size() - 1).docid == number);
            CHECK(packed.at(packed.size() - 1).shard == 1023);
            CHECK(std::lround(packed.at(packed.size() - 1).score * 1000) ==
                  std::lround(hit.score * 1000));
        }
    }

    TEST_CASE("PackedHits puts keys of all sizes in order") {
        PackedHits packed;
        std::uint32_t docid = 0;
        for (const std::int64_t key : {std::numeric_limits<std::int64_t>::min(),
                                       std::int64_t{-253'402'300'799'999},
                                       std::int64_t{-1},
                                       std::int64_t{0},
                                       std::int64_t{1},
                                       std::int64_t{253'402'300'799'999}}) {
            RankedHit hit;
            hit.docid = ++docid;
            hit.sort_key = key;
            packed.push_back(hit);
        }
        packed.sort([](std::uint16_t, std::uint32_t) { return 0; });
        for (std::size_t i = 0; i < packed.size(); ++i) {
            CHECK(packed.at(i).docid == 6 - i);
        }
    }

    TEST_CASE("PackedHits takes nothing from an empty list") {
        PackedHits packed;
        packed.append(PackedHits());
        CHECK(packed.size() == 0);
        packed.sort([](std::uint16_t, std::uint32_t) { return 0; });
        PackedHits moved = std::move(packed);
        CHECK(moved.size() == 0);
    }
}
