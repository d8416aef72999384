// Gzip members: many, damaged, cut; and web archives in all containers.
#include "indexer/source/input/gzip_stream.hpp"

#include "indexer/source/input/byte_streams.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/collecting_sink.hpp"
#include "tests/unit/source/make_archive.hpp"
#include "tests/unit/source/make_warc.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::source;
using namespace dateline::testing;

namespace {

using Strings = std::vector<std::string>;

std::string packed(const std::string& bytes, const std::string& filter = "gzip") {
    const TempDir dir;
    return make_archive(dir.path() / "x", "raw", filter, {{"x", bytes}});
}

struct Unpacked {
    std::string bytes;
    Strings failures;
};

/// All that comes out of `packed_bytes`, read in pieces of `step` bytes.
Unpacked unpack(std::string_view packed_bytes, std::size_t step = 1000) {
    Unpacked result;
    MemoryStream memory(packed_bytes);
    GzipStream stream(memory);
    std::vector<char> block(step);
    for (int turn = 0; turn < 1'000'000; ++turn) {
        try {
            const std::size_t got = stream.read(block);
            if (got == 0) {
                return result;
            }
            result.bytes.append(block.data(), got);
        } catch (const StreamFailure& failure) {
            result.failures.push_back(failure.code);
            if (!failure.resumable) {
                return result;
            }
        }
    }
    return result;
}

/// A page of which each copy is packed to some hundred bytes.
std::vector<std::string> packed_pages(int count) {
    std::vector<std::string> members;
    for (int i = 0; i < count; ++i) {
        members.push_back(packed(warc_page("T" + std::to_string(i))));
    }
    return members;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) {
        all += part;
    }
    return all;
}

CollectingSink read_file(const std::string& bytes, const std::string& name = "a.warc.gz") {
    const TempDir dir;
    return read_all({dir.write(name, bytes).string()});
}

}  // namespace

TEST_SUITE("source.gzip_stream") {
    TEST_CASE("read gives many members as one") {
        std::string all;
        std::string expected;
        const std::string member = packed("some words\n");
        for (int i = 0; i < 5000; ++i) {
            all += member;
            expected += "some words\n";
        }
        for (const std::size_t step : {1, 11, 100'000}) {
            const Unpacked result = unpack(all, step);
            CHECK(result.bytes == expected);
            CHECK(result.failures.empty());
        }
        CHECK(unpack(all + std::string(70'000, '\0')).failures.empty());
    }

    TEST_CASE("read goes on with the member after a damaged one") {
        const std::string b = packed(std::string(100'000, 'b'));
        for (const std::size_t at : {std::size_t{10}, b.size() / 2, b.size() - 6}) {
            CAPTURE(at);
            std::string damaged = b;
            damaged[at] = static_cast<char>(~static_cast<unsigned char>(damaged[at]));
            const Unpacked result = unpack(packed("a") + damaged + packed("c") + packed("d"));
            CHECK(result.bytes.starts_with('a'));
            CHECK(result.bytes.ends_with("cd"));
            CHECK(result.failures == Strings{"damaged"});
        }
    }

    TEST_CASE("read goes on where a member lacks its end or something stands between") {
        const std::string b = packed(std::string(100'000, 'b'));
        for (const std::string& middle : {b.substr(0, b.size() - 7),
                                          b.substr(0, 30),
                                          std::string("junk"),
                                          std::string(200'000, 'j')}) {
            const Unpacked result = unpack(packed("a") + middle + packed("c"));
            CHECK(result.bytes.ends_with("c"));
            CHECK(result.failures == Strings{"damaged"});
        }
    }

    TEST_CASE("read reports damage at the end and a cut") {
        const std::string a = packed("some words");
        CHECK(unpack(a + "junk").failures == Strings{"damaged"});
        CHECK(unpack(a + "junk").bytes == "some words");
        CHECK(unpack(a.substr(0, a.size() - 1)).failures == Strings{"truncated"});
        CHECK(unpack(a.substr(0, a.size() - 1)).bytes == "some words");
        CHECK(unpack(a.substr(0, 5)).failures == Strings{"truncated"});
    }
}

TEST_SUITE("source.warc_containers") {
    TEST_CASE("read_inputs reads a record per member past damage") {
        std::vector<std::string> members = packed_pages(400);
        CHECK(read_file(joined(members)).articles.size() == 400);
        for (const std::size_t damaged : {0, 150, 399}) {
            CAPTURE(damaged);
            std::vector<std::string> broken = members;
            std::string& member = broken[damaged];
            for (std::size_t i = member.size() / 2; i < member.size() / 2 + 20; ++i) {
                member[i] = '\x55';
            }
            const CollectingSink sink = read_file(joined(broken));
            CHECK(sink.articles.size() >= 399);
            REQUIRE(sink.rejects.size() == 1);
            CHECK(sink.rejects[0].code == "damaged");
        }
    }

    TEST_CASE("read_inputs gives the records before a cut in a member") {
        const std::vector<std::string> members = packed_pages(3);
        const std::string all = joined(members);
        const CollectingSink sink = read_file(all.substr(0, all.size() - members[2].size() / 2));
        CHECK(sink.articles.size() >= 2);
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "truncated");
    }

    TEST_CASE("read_inputs reads web archives in every container") {
        const TempDir dir;
        const std::string pages = joined(packed_pages(3));
        const std::string tar =
            make_archive(dir.path() / "t", "ustar", "none", {{"in/a.warc.gz", pages}});
        const std::string zip = make_archive(dir.path() / "z", "zip", "none", {{"a.tar", tar}});
        for (const auto& [bytes, member] :
             {std::pair(tar, "in/a.warc.gz"),
              std::pair(packed(tar), "in/a.warc.gz"),
              std::pair(packed(packed(tar)), "in/a.warc.gz"),
              std::pair(packed(packed(tar, "bzip2")), "in/a.warc.gz"),
              std::pair(zip, "a.tar!/in/a.warc.gz"),
              std::pair(make_archive(dir.path() / "o", "ustar", "zstd", {{"z.zip", zip}}),
                        "z.zip!/a.tar!/in/a.warc.gz")}) {
            CAPTURE(member);
            const CollectingSink sink = read_file(bytes, "x");
            REQUIRE(sink.articles.size() == 3);
            CHECK(sink.articles[2].locator.member == member);
            CHECK(sink.articles[2].locator.record == 2);
            CHECK(sink.rejects.empty());
        }
        const CollectingSink plain = read_file(packed(warc_page("A"), "xz"), "x");
        CHECK(plain.articles.size() == 1);
    }

    TEST_CASE("read_inputs reads a 7z file on disk and refuses one inside others") {
        const TempDir dir;
        const std::string seven = make_archive(
            dir.path() / "s", "7zip", "none", {{"a.warc.gz", joined(packed_pages(2))}});
        CHECK(read_file(seven, "x").articles.size() == 2);
        for (const std::string& bytes :
             {packed(seven), make_archive(dir.path() / "t", "ustar", "none", {{"s.7z", seven}})}) {
            const CollectingSink sink = read_file(bytes, "x");
            CHECK(sink.articles.empty());
            REQUIRE(sink.rejects.size() == 1);
            CHECK(sink.rejects[0].code == "unseekable");
        }
    }

    TEST_CASE("read_inputs takes only the web archives of a WACZ file") {
        const TempDir dir;
        const std::string wacz = make_archive(
            dir.path() / "z",
            "zip",
            "none",
            {{"datapackage.json", "{\"profile\": \"data-package\", \"resources\": []}"},
             {"pages/pages.jsonl",
              "{\"format\": \"json-pages-1.0\", \"id\": \"pages\", \"title\": \"All\"}\n"
              "{\"id\": \"1\", \"url\": \"https://news.example/T0\", \"title\": \"T0\", "
              "\"text\": \"The council met and spoke of many things.\"}\n"},
             {"indexes/index.cdx", "example,news)/t0 20251016180200 {}\n"},
             {"archive/data.warc.gz", joined(packed_pages(2))}});
        const CollectingSink sink = read_file(wacz, "crawl.wacz");
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].format == "warc");
        CHECK(sink.articles[0].locator.member == "archive/data.warc.gz");
        CHECK(sink.rejects.empty());
        CHECK(sink.types.empty());
    }
}
