// The names of a whole index with their counts, and what a reader knows of joined ids.
#include "common/storage/entity_list.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/entities/join_table.hpp"
#include "common/storage/index_writer.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/storage/storage_sample.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::storage;
using dateline::testing::sample_document;
using dateline::testing::TempDir;

namespace {

const schema::Field& person() {
    return schema::field(schema::FieldId::Person);
}

std::string term(const std::string& id) {
    return schema::make_term(person().id_prefix, id);
}

/// A document with `people`, and their terms.
IndexDocument document_of(const std::string& id, std::vector<FacetValue> people) {
    IndexDocument document = sample_document(id, "title");
    document.mentions.clear();
    for (const FacetValue& value : people) {
        document.terms.push_back({term(value.key.substr(2)), 0});
    }
    document.facets = {{schema::Slot::Person, std::move(people)}};
    return document;
}

/// Three articles in two shards: P:ada in all of them, under two names; P:bob and P:al in one.
void build(const std::filesystem::path& folder) {
    IndexWriter writer(folder, {true, 2});
    for (const IndexDocument& document : {document_of("a", {{"P:ada", "ADA"}, {"P:bob", "Bob"}}),
                                          document_of("b", {{"P:ada", "Ada"}}),
                                          document_of("c", {{"P:ada", "ADA"}, {"P:al", "Al"}})}) {
        const std::uint32_t shard = writer.shard_of(document.key);
        writer.shard(shard).add(document, document.key, 1);
    }
    writer.commit_shard(0);
    writer.commit_shard(1);
}

}  // namespace

TEST_SUITE("storage.entity_list") {
    TEST_CASE("list_entities names every id once with its articles") {
        const TempDir folder;
        build(folder.path());
        const IndexReader reader(folder.path());
        const std::vector<ListedEntity> people = list_entities(reader, person());
        REQUIRE(people.size() == 3);
        CHECK(people[0].id == "P:ada");
        CHECK(people[0].name == "Ada");
        CHECK(people[0].articles == 3);
        CHECK(people[1].id == "P:al");
        CHECK(people[2].articles == 1);
        CHECK(list_entities(reader, schema::field(schema::FieldId::Org)).empty());
    }

    TEST_CASE("ordinal_counts counts every article that has an ordinal") {
        const TempDir folder;
        build(folder.path());
        const IndexReader reader(folder.path());
        std::uint64_t total = 0;
        for (std::uint32_t shard = 0; shard < 2; ++shard) {
            for (const std::uint64_t count : ordinal_counts(reader, shard, schema::Slot::Person)) {
                total += count;
            }
            for (const std::uint64_t count : ordinal_counts(reader, shard, schema::Slot::Org)) {
                CHECK(count == 0);
            }
        }
        CHECK(total == 5);
    }

    TEST_CASE("any_frequency counts an article with several terms once") {
        const TempDir folder;
        build(folder.path());
        const IndexReader reader(folder.path());
        CHECK(reader.any_frequency({}) == 0);
        CHECK(reader.any_frequency({term("ada")}) == 3);
        CHECK(reader.any_frequency({term("bob"), term("al")}) == 2);
        CHECK(reader.any_frequency({term("bob"), term("ada")}) == 3);
        CHECK(reader.any_frequency({term("bob"), term("none")}) == 1);
    }

    TEST_CASE("joined_ordinals numbers the ids that the table joins") {
        const TempDir folder;
        build(folder.path());
        CHECK(IndexReader(folder.path()).joined_ordinals(0).empty());
        write_file_atomically(entities::join_table_path(folder.path()),
                              entities::write_join_table({{"P:al", "P:ada", "same", "Ada"}}));
        const IndexReader reader(folder.path());
        for (std::uint32_t shard = 0; shard < 2; ++shard) {
            const std::vector<std::uint32_t>& joined = reader.joined_ordinals(shard);
            REQUIRE(joined.size() == reader.ordinals(shard).size());
            for (std::uint32_t ordinal = 0; ordinal < joined.size(); ++ordinal) {
                CHECK(joined[ordinal] == (reader.ordinals(shard).key(ordinal) == "P:bob" ? 0 : 1));
            }
        }
    }

    TEST_CASE("joins refuses a damaged table") {
        const TempDir folder;
        build(folder.path());
        write_file_atomically(entities::join_table_path(folder.path()), "rubbish");
        const IndexReader reader(folder.path());
        CHECK_THROWS_AS(static_cast<void>(reader.joins()), Error);
    }
}
