// One person and several across an archive.
#include "common/names/archive_people.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dateline::names {
namespace {

using People = std::vector<ArchivePerson>;

// `id=canonical reason`, then `?id others reason`, with `, ` between.
std::string joins_of(const People& people) {
    const ArchiveJoins joins = join_archive_people(people);
    std::string result;
    for (const ArchiveJoin& join : joins.joins) {
        result +=
            (result.empty() ? "" : ", ") + join.id + "=" + join.canonical_id + " " + join.reason;
    }
    for (const DoubtfulJoin& join : joins.doubtful) {
        result += (result.empty() ? "?" : ", ?") + join.id;
        for (const std::string& other : join.others) {
            result += " " + other;
        }
        result += " " + join.reason;
    }
    return result;
}

const std::vector<std::string> kKremlin{"O:kremlin", "O:duma", "O:gazprom", "L:1", "L:2"};
const std::vector<std::string> kStage{"O:opera", "O:ballet", "O:scala", "L:3", "L:4"};

}  // namespace

TEST_SUITE("names.archive_people") {
    TEST_CASE("join_archive_people joins forms of one name to the most frequent") {
        CHECK(joins_of({{"P:v-putin", "V. Putin", 3, {}},
                        {"P:vladimir-v-putin", "Vladimir V. Putin", 2, {}},
                        {"P:putin-vladimir", "Putin Vladimir", 1, {}},
                        {"P:vladimir-putin", "Vladimir Putin", 90, {}}}) ==
              "P:putin-vladimir=P:vladimir-putin order, P:v-putin=P:vladimir-putin initials, "
              "P:vladimir-v-putin=P:vladimir-putin middle_name");
        CHECK(joins_of({{"P:volodymyr-zelensky", "Volodymyr Zelensky", 3, {}},
                        {"P:volodymyr-zelenskyy", "Volodymyr Zelenskyy", 3, {}}}) ==
              "P:volodymyr-zelensky=P:volodymyr-zelenskyy spelling");
        CHECK(joins_of({{"P:bashar-al-assad", "Bashar al-Assad", 3, {}},
                        {"P:bashar-assad", "Bashar Assad", 1, {}}}) ==
              "P:bashar-assad=P:bashar-al-assad same");
    }

    TEST_CASE("join_archive_people leaves a name that fits two people") {
        CHECK(joins_of({{"P:george-bush", "George Bush", 9, {}},
                        {"P:george-w-bush", "George W. Bush", 9, {}},
                        {"P:george-h-w-bush", "George P. Bush", 9, {}}}) ==
              "?P:george-bush P:george-h-w-bush P:george-w-bush middle_name");
        CHECK(joins_of({{"P:j-smith", "J. Smith", 9, {}},
                        {"P:john-smith", "John Smith", 9, {}},
                        {"P:jane-smith", "Jane Smith", 9, {}}}) ==
              "?P:j-smith P:jane-smith P:john-smith initials");
    }

    TEST_CASE("join_archive_people asks for company where names say little") {
        for (const auto& [name, reason] : {
                 std::pair<std::string_view, std::string_view>{"Mike Johnson", "given_form"},
                 {"Johnson", "bare"},
                 {"Luke Johnson", "surname"},
                 {"Michael Luke", "beginning"},
             }) {
            CAPTURE(name);
            const ArchivePerson full{"P:f", "Michael Luke Johnson", 9, {"O:a", "O:b"}};
            CHECK(joins_of({full, {"P:s", std::string(name), 1, {"O:b"}}}) ==
                  "P:s=P:f " + std::string(reason));
            CHECK(joins_of({full, {"P:s", std::string(name), 1, {"O:c"}}}) ==
                  "?P:s P:f " + std::string(reason));
        }
        CHECK(joins_of({{"P:jt", "James Thomas", 2, {}}, {"P:tj", "Thomas James", 1, {}}}) ==
              "?P:tj P:jt order");
    }

    TEST_CASE("join_archive_people keeps namesakes in different company apart") {
        const ArchivePerson full{"P:full", "Ivan A. Petrov", 9, kKremlin};
        CHECK(joins_of({full, {"P:short", "Ivan Petrov", 9, kStage}}) ==
              "?P:short P:full middle_name");
        std::vector<std::string> few = kStage;
        few.pop_back();
        CHECK(joins_of({full, {"P:short", "Ivan Petrov", 8, few}}) == "P:short=P:full middle_name");
    }

    TEST_CASE("join_archive_people says nothing of other people") {
        CHECK(joins_of({}).empty());
        CHECK(joins_of({{"P:a", "Vladimir Putin", 1, {}},
                        {"P:b", "Lyudmila Putina", 1, {}},
                        {"P:c", "George Bush Jr", 1, {}},
                        {"P:d", "George Bush Sr", 1, {}},
                        {"P:e", "...", 1, {}},
                        {"P:f", "Li", 1, {}},
                        {"P:g", "Bruce Lee", 1, {}}})
                  .empty());
    }

    TEST_CASE("join_archive_people gives the same for any order of the people") {
        People people{{"P:v-putin", "V. Putin", 3, {}},
                      {"P:vladimir-putin", "Vladimir Putin", 3, {}},
                      {"P:vladimir-v-putin", "Vladimir V. Putin", 3, {}},
                      {"P:viktor-putin", "Viktor Putin", 1, {}},
                      {"P:putin", "Putin", 1, {}}};
        const std::string expected = joins_of(people);
        CHECK(expected ==
              "P:vladimir-putin=P:vladimir-v-putin middle_name, "
              "?P:putin P:v-putin P:viktor-putin P:vladimir-putin P:vladimir-v-putin bare, "
              "?P:v-putin P:viktor-putin P:vladimir-putin P:vladimir-v-putin initials");
        const auto by_id = [](const ArchivePerson& left, const ArchivePerson& right) {
            return left.id < right.id;
        };
        std::sort(people.begin(), people.end(), by_id);
        do {
            CHECK(joins_of(people) == expected);
        } while (std::next_permutation(people.begin(), people.end(), by_id));
    }

    TEST_CASE("join_archive_people gives no canonical id that is joined itself") {
        const ArchiveJoins joins =
            join_archive_people(People{{"P:1", "Juan Carlos Varela Rodríguez", 1, {"O:x"}},
                                       {"P:2", "Juan Carlos Varela", 5, {"O:x"}},
                                       {"P:3", "J. C. Varela", 7, {"O:x"}},
                                       {"P:4", "Varela", 9, {"O:x"}}});
        CHECK(joins.joins.size() == 3);
        for (const ArchiveJoin& join : joins.joins) {
            for (const ArchiveJoin& other : joins.joins) {
                CHECK(join.canonical_id != other.id);
            }
        }
    }

    TEST_CASE("join_archive_people compares at most so many of one surname") {
        People people;
        for (std::size_t i = 0; i + 1 < kMostNamesakes; ++i) {
            people.push_back(
                {"P:x" + std::to_string(i), "Q" + std::to_string(i) + "q Smith", 1, {}});
        }
        people.push_back({"P:zoe-smith", "Zoe Smith", 2, {}});
        CHECK(joins_of(people).empty());
        people.back() = {"P:q0q-z-smith", "Q0q Z. Smith", 2, {}};
        CHECK(joins_of(people) == "P:x0=P:q0q-z-smith middle_name");
        people.push_back({"P:one-more", "Zoe Smith", 2, {}});
        CHECK(joins_of(people).empty());
    }
}

}  // namespace dateline::names
