// The heap that keeps the best hits.
#include "query/search/collector.hpp"

#include "common/base/varint.hpp"
#include "common/schema/fields.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dateline::search {
namespace {

/// A document whose tie key is `key`, published on `date` (empty: undated).
Xapian::Document document_of(char key, const std::string& date) {
    Xapian::Document document;
    document.add_value(static_cast<Xapian::valueno>(schema::Slot::KeyHash), std::string(16, key));
    if (!date.empty()) {
        document.add_value(static_cast<Xapian::valueno>(schema::Slot::Published),
                           schema::encode_published(*time::parse_iso_time(date)));
    }
    return document;
}

struct Seen {
    char key;
    double weight;
    const char* date;
};

/// The first bytes of the tie keys of the hits that a collector keeps of `seen`.
std::string kept(const std::vector<Seen>& seen, SortOrder sort, std::size_t keep) {
    CollectorSettings settings;
    settings.sort = sort;
    settings.keep = keep;
    Collector collector(settings);
    for (const Seen& each : seen) {
        collector(document_of(each.key, each.date), each.weight);
    }
    CHECK(collector.total() == seen.size());
    std::string keys;
    for (const RankedHit& hit : collector.take_hits()) {
        keys.push_back(static_cast<char>(hit.tie_key & 0xFFU));
    }
    CHECK(collector.take_hits().empty());
    return keys;
}

}  // namespace

TEST_SUITE("search.collector") {
    TEST_CASE("take_hits gives the best scores first, equal ones by key") {
        const std::vector<Seen> seen = {
            {'d', 1.0, ""}, {'b', 2.0, ""}, {'c', 2.0, ""}, {'a', 0.5, ""}, {'e', 3.0, ""}};
        CHECK(kept(seen, SortOrder::Relevance, 100) == "ebcda");
        CHECK(kept(seen, SortOrder::Relevance, 5) == "ebcda");
        CHECK(kept(seen, SortOrder::Relevance, 2) == "eb");
        CHECK(kept(seen, SortOrder::Relevance, 1) == "e");
        CHECK(kept(seen, SortOrder::Relevance, 0).empty());
    }

    TEST_CASE("take_hits keeps the smaller key of equal scores, whatever comes first") {
        std::vector<Seen> seen = {{'a', 1.0, ""}, {'b', 1.0, ""}, {'c', 1.0, ""}, {'d', 1.0, ""}};
        do {
            CHECK(kept(seen, SortOrder::Relevance, 2) == "ab");
        } while (std::next_permutation(
            seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return a.key < b.key; }));
    }

    TEST_CASE("take_hits takes scores apart by less than a millionth as equal") {
        CHECK(kept({{'b', 1.0000001, ""}, {'a', 1.0, ""}}, SortOrder::Relevance, 2) == "ab");
        CHECK(kept({{'b', 1.00001, ""}, {'a', 1.0, ""}}, SortOrder::Relevance, 2) == "ba");
    }

    TEST_CASE("take_hits puts undated articles last in both orders of time") {
        const std::vector<Seen> seen = {{'a', 0, ""},
                                        {'b', 0, "2024"},
                                        {'c', 0, "1850-03-01"},
                                        {'d', 0, "2025-01-01T10:00:00Z"}};
        CHECK(kept(seen, SortOrder::NewestFirst, 9) == "dbca");
        CHECK(kept(seen, SortOrder::OldestFirst, 9) == "cbda");
        CHECK(kept(seen, SortOrder::OldestFirst, 2) == "cb");
    }

    TEST_CASE("Collector counts an article once for several ids of one entity") {
        // Ordinals 0 and 2 are the first entity, 3 is the second, 1 and 4 stand for themselves.
        const std::vector<std::uint32_t> joined = {1, 0, 1, 2};
        CollectorSettings settings;
        const schema::Field& person = schema::field(schema::FieldId::Person);
        settings.facets.push_back({"person", &person, DateLevel::Month, 10});
        settings.joined_ordinals = &joined;
        settings.joined_entities = 2;
        Collector collector(settings);
        for (const std::vector<std::uint32_t>& ordinals :
             {std::vector<std::uint32_t>{0, 1, 2}, {2, 3, 4}, {1}, {}}) {
            Xapian::Document document = document_of('a', "");
            document.add_value(static_cast<Xapian::valueno>(schema::Slot::Person),
                               encode_ascending(ordinals));
            collector(document, 0);
        }
        const FacetCounts& counts = collector.facets().front();
        CHECK(counts.by_entity == std::vector<std::uint64_t>{2, 1});
        REQUIRE(counts.by_ordinal.size() > 4);
        CHECK(counts.by_ordinal[0] == 0);
        CHECK(counts.by_ordinal[1] == 2);
        CHECK(counts.by_ordinal[4] == 1);
        CHECK(counts.missing == 1);
    }

    TEST_CASE("Collector counts what the stated precision allows, and the rest as missing") {
        CollectorSettings settings;
        for (const DateLevel level :
             {DateLevel::Year, DateLevel::Month, DateLevel::Week, DateLevel::Day}) {
            settings.facets.push_back({"date", &schema::field(schema::FieldId::Date), level, 10});
        }
        Collector collector(settings);
        for (const char* date : {"2024", "2024-05", "2024-05-06", "2024-05-07T01:00:00Z", ""}) {
            collector(document_of('a', date), 0);
        }
        const std::vector<FacetCounts>& counts = collector.facets();
        CHECK(counts[0].missing == 1);
        CHECK(counts[1].missing == 2);
        CHECK(counts[2].missing == 3);
        CHECK(counts[3].missing == 3);
        CHECK(counts[0].by_day.size() == 1);
        CHECK(counts[1].by_day.size() == 1);
        CHECK(counts[2].by_day.size() == 1);
        CHECK(counts[3].by_day.size() == 2);
    }
}

}  // namespace dateline::search
