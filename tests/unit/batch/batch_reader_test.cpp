// Items out of each form of a batch.
#include "query/batch/batch_reader.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <unistd.h>
#include <vector>

using namespace dateline;
using namespace dateline::query;

namespace {

/// One line for each item: id, tab, text, or what is wrong with it.
std::vector<std::string> items_of(const std::string& bytes,
                                  const std::vector<std::string>& words = {}) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    ::close(ends[1]);
    std::vector<std::string> arguments = {"-i", "x", "--batch", "-"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const Options options = parse_options(arguments, {});
    const Waker waker;
    LineSource lines(ends[0], "a pipe", waker);
    BatchReader reader(options, lines);
    std::vector<std::string> items;
    while (const auto item = reader.next()) {
        items.push_back(item->question.id + '\t' +
                        (item->fault ? "! " + item->fault->message : item->question.text));
    }
    ::close(ends[0]);
    return items;
}

using Items = std::vector<std::string>;

}  // namespace

TEST_SUITE("batch.batch_reader") {
    TEST_CASE("guess_batch_form goes by the name and then by the first line") {
        CHECK(guess_batch_form("a.tsv", "{") == BatchForm::Tsv);
        CHECK(guess_batch_form("a.JSONL", "x") == BatchForm::JsonLines);
        CHECK(guess_batch_form("a.ndjson", "x") == BatchForm::JsonLines);
        CHECK(guess_batch_form("a.trec", "x") == BatchForm::Trec);
        CHECK(guess_batch_form("a.txt", " {\"query\":\"x\"}") == BatchForm::JsonLines);
        CHECK(guess_batch_form("-", "<TOP>") == BatchForm::Trec);
        CHECK(guess_batch_form("-", "q1\toil") == BatchForm::Tsv);
        CHECK(guess_batch_form("-", "oil prices") == BatchForm::Lines);
        CHECK(guess_batch_form("-", "# oil") == BatchForm::Lines);
    }

    TEST_CASE("BatchReader numbers lines and skips blank ones") {
        CHECK(items_of("oil\n\n \t\r\n#gas\nlast") == Items{"1\toil", "4\t#gas", "5\tlast"});
        CHECK(items_of("").empty());
        CHECK(items_of("\n\n").empty());
    }

    TEST_CASE("BatchReader takes ids and queries apart at the first tab") {
        CHECK(items_of("q1\toil\r\n q 2 \ta\tb\n\tc\nnone\n") ==
              Items{"q1\toil", "q 2\ta b", "3\tc", "4\t! there is no tab between id and query"});
        CHECK(items_of("\xFF\toil\n") == Items{"\xEF\xBF\xBD\toil"});
        const std::string longest(kMaxQueryIdBytes, 'x');
        CHECK(items_of(longest + "\ta\n") == Items{longest + "\ta"});
        CHECK(items_of(longest + "x\ta\n") == Items{"1\t! the id is longer than 1024 bytes"});
    }

    TEST_CASE("BatchReader takes what the options say over what the first line looks like") {
        CHECK(items_of("q1\toil\n", {"--batch-format", "lines"}) == Items{"1\tq1\toil"});
        CHECK(items_of("oil\n", {"--batch-format", "tsv"}) ==
              Items{"1\t! there is no tab between id and query"});
    }

    TEST_CASE("BatchReader reads topics as TREC writes them") {
        CHECK(items_of("\n<top>\n\n<num> Number: 301\n<title> International Organized Crime\n\n"
                       "<desc> Description:\nIdentify organizations.\n</top>\n"
                       "<top><num>302</num><title>Poliomyelitis\nand Post-Polio len:<300</title>"
                       "</top>\n") == Items{"301\tInternational Organized Crime",
                                            "302\tPoliomyelitis and Post-Polio len:<300"});
    }

    TEST_CASE("BatchReader takes only a word with a colon for a label") {
        CHECK(items_of("<top><num>numbers9<title>topical cream</top>\n"
                       "<top><num>Number : 10<title>Topic: detection</top>\n"
                       "<top><num>11<title>Topic detection</top>\n") ==
              Items{"numbers9\ttopical cream", "10\tdetection", "11\tTopic detection"});
    }

    TEST_CASE("BatchReader says what is wrong with a topic") {
        CHECK(items_of("<top>\n<title> a\n</top>\n<top>\n<num> 2\n</top>\n<top>\n<num> 3\n"
                       "<title> c\n") == Items{"1\t! the topic has no <num>",
                                               "2\t! the topic has no <title>",
                                               "3\t! the topic is not closed by '</top>'"});
    }

    TEST_CASE("BatchReader asks of every query what the command line says") {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        REQUIRE(::write(ends[1], "oil\n", 4) == 4);
        ::close(ends[1]);
        const Options options =
            parse_options({"-i", "x", "--batch", "-", "--limit", "3", "--sort", "date"}, {});
        const Waker waker;
        LineSource lines(ends[0], "a pipe", waker);
        const auto item = BatchReader(options, lines).next();
        ::close(ends[0]);
        REQUIRE(item.has_value());
        CHECK(item->question.limit == 3);
        CHECK(item->question.sort == search::SortOrder::NewestFirst);
    }
}
