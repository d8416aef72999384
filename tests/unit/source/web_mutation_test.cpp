// Web archives and mail that are damaged at random from a fixed seed. Nothing may crash or hang,
// and every string that comes out is clean.
#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/collecting_sink.hpp"
#include "tests/unit/source/make_archive.hpp"
#include "tests/unit/source/make_warc.hpp"
#include "tests/unit/source/mutate.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace dateline;
using namespace dateline::source;
using namespace dateline::testing;

namespace {

constexpr std::uint32_t kSeed = 20251016;

const std::string kMail =
    "From a b\nMessage-ID: <1@a.b>\nFrom: =?utf-8?Q?J=C3=A4n?= via W <a@b.c>\nSubject: "
    "=?utf-8?B?w4Q=?= x\nDate: Thu, 16 Oct 2025 18:02:00 +0200 (x)\n"
    "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\n"
    "Content-Transfer-Encoding: quoted-printable\n\nCaf=E9 =\nx\n--b\n"
    "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+VGV4dDwvcD4=\n--b--\n\n"
    "From c d\nSubject: 2\n\n>From e\n";

void check_clean(const CollectingSink& sink) {
    for (const Article& article : sink.articles) {
        CHECK(is_clean(article));
    }
    for (const Rejected& rejected : sink.rejects) {
        CHECK(is_valid_utf8(rejected.reason));
        CHECK_FALSE(rejected.code.empty());
    }
}

std::string small_page() {
    return "<title>A</title><article><h1>A</h1><p>The council met on day one of the month, and "
           "spoke of bridges, roads, trains, ships, planes, and of the harbour in the east of the "
           "town that it is the council of.</article>";
}

std::string small_warc() {
    const std::string chunked =
        http_response("200 OK",
                      "Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n",
                      "30\r\n" + small_page().substr(0, 0x30) + "\r\n" + "b6\r\n" +
                          small_page().substr(0x30) + "\r\n0\r\n\r\n");
    return warc_record("warcinfo", "", "a: b\r\n") +
           warc_record("response", "WARC-Date: 2025-10-16T00:00:00Z\r\n", chunked) +
           warc_record("revisit", "", "") +
           warc_record("resource", "Content-Type: text/html\r\n", small_page());
}

}  // namespace

TEST_SUITE("source.web_mutations") {
    TEST_CASE("read gives clean articles or rejections for damaged archives and mail") {
        SourceOptions options;
        options.limits.article_bytes = 700;
        const std::string arc =
            "filedesc://a.arc 0.0.0.0 20051016180200 text/plain 4\n1 0\n\nhttp://a.b/ 1.1.1.1 "
            "20051016180200 text/html " +
            std::to_string(small_page().size()) + "\n" + small_page() + "\n";
        for (const auto& [format, seed] : {std::pair(std::string("warc"), small_warc()),
                                           std::pair(std::string("warc"), arc),
                                           std::pair(std::string("mail"), kMail)}) {
            std::mt19937 random(kSeed);
            const Reader* reader = find_reader(format);
            REQUIRE(reader != nullptr);
            for (int round = 0; round < 2000; ++round) {
                CAPTURE(format);
                CAPTURE(round);
                check_clean(read_bytes(*reader, mutate(seed, random), options));
            }
        }
    }

    TEST_CASE("read_inputs survives damaged gzip members") {
        const TempDir dir;
        std::string seed;
        for (const char* title : {"A", "B", "C"}) {
            seed += make_archive(dir.path() / "m", "raw", "gzip", {{"x", warc_page(title)}});
        }
        std::mt19937 random(kSeed);
        for (int round = 0; round < 500; ++round) {
            CAPTURE(round);
            const CollectingSink sink = read_all({dir.write("x", mutate(seed, random)).string()});
            check_clean(sink);
            CHECK(sink.articles.size() + sink.rejects.size() + sink.types.size() > 0);
        }
    }
}
