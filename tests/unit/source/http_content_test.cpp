// HTTP responses of web archives: chunks and content codings.
#include "indexer/source/web/content_coding.hpp"
#include "indexer/source/web/http_response.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/make_archive.hpp"
#include "tests/unit/source/make_warc.hpp"

#include <doctest/doctest.h>

#include <brotli/encode.h>
#include <stdexcept>
#include <zlib.h>

using namespace dateline;
using namespace dateline::source;
using namespace dateline::testing;

namespace {

constexpr int kZlibFrame = 15;
constexpr int kRaw = -15;
constexpr int kGzip = 31;

std::string deflated(const std::string& text, int window_bits) {
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("deflateInit2");
    }
    std::string out(deflateBound(&stream, text.size()), '\0');
    std::string in = text;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string brotli(const std::string& text) {
    std::size_t size = BrotliEncoderMaxCompressedSize(text.size()) + 1024;
    std::string out(size, '\0');
    BrotliEncoderCompress(5,
                          BROTLI_DEFAULT_WINDOW,
                          BROTLI_MODE_TEXT,
                          text.size(),
                          reinterpret_cast<const std::uint8_t*>(text.data()),
                          &size,
                          reinterpret_cast<std::uint8_t*>(out.data()));
    out.resize(size);
    return out;
}

std::string zstd(const std::string& text) {
    const TempDir dir;
    return make_archive(dir.path() / "x", "raw", "zstd", {{"x", text}});
}

std::string decoded(const std::string& bytes, const std::string& codings) {
    const DecodedContent content = decode_content(bytes, codings, {});
    CHECK(content.state == Decoding::Whole);
    return content.bytes;
}

HttpResponse chunked(const std::string& body, bool stated = true) {
    return parse_http_response(
        http_response("200 OK", stated ? "Transfer-Encoding: chunked\r\n" : "", body));
}

/// Bytes that no coding makes smaller, so that cutting them cuts the decoded content.
std::string noise(std::size_t size) {
    std::string text = "<!DOCTYPE html><p>";
    std::uint32_t state = 7;
    while (text.size() < size) {
        state = state * 1664525U + 1013904223U;
        text += static_cast<char>('a' + (state >> 24U) % 26);
    }
    return text;
}

}  // namespace

TEST_SUITE("source.content_coding") {
    TEST_CASE("decode_content undoes every coding") {
        const std::string page = news_page("A");
        CHECK(decoded(deflated(page, kGzip), "gzip") == page);
        CHECK(decoded(deflated(page, kGzip), "X-GZip") == page);
        CHECK(decoded(deflated(page, kZlibFrame), "deflate") == page);
        CHECK(decoded(deflated(page, kRaw), "deflate") == page);
        CHECK(decoded(brotli(page), "br") == page);
        CHECK(decoded(zstd(page), "zstd") == page);
        CHECK(decoded(brotli(deflated(page, kZlibFrame)), "deflate, br") == page);
    }

    TEST_CASE("decode_content leaves text that has no coding any more") {
        const std::string page = news_page("A");
        for (const char* codings :
             {"", "identity", "none", "gzip", "deflate", "br", "zstd", "utf-8"}) {
            CAPTURE(codings);
            CHECK(decoded(page, codings) == page);
        }
    }

    TEST_CASE("decode_content undoes gzip that is not stated") {
        const std::string page = news_page("A");
        CHECK(decoded(deflated(page, kGzip), "") == page);
        CHECK(decoded(deflated(deflated(page, kGzip), kGzip), "gzip") == page);
    }

    TEST_CASE("decode_content gives what comes before a break") {
        const std::string page = noise(200'000);
        const auto cut = [](const std::string& bytes) {
            return bytes.substr(0, bytes.size() - 999);
        };
        for (const auto& [coding, bytes] : {std::pair("gzip", cut(deflated(page, kGzip))),
                                            std::pair("deflate", cut(deflated(page, kRaw))),
                                            std::pair("br", cut(brotli(page)))}) {
            CAPTURE(coding);
            const DecodedContent content = decode_content(bytes, coding, {});
            CHECK(content.state == Decoding::Incomplete);
            CHECK(content.bytes.size() > 100'000);
            CHECK(page.starts_with(content.bytes));
        }
    }

    TEST_CASE("decode_content fails for what is neither text nor the coding") {
        for (const char* coding : {"deflate", "br", "gzip"}) {
            CAPTURE(coding);
            const std::string bytes =
                std::string(coding) == "gzip"
                    ? std::string("\x1F\x8B\x08\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 12)
                    : std::string("\xF7\xFE\x01\x02\x03\x02\xFF\xFF");
            const DecodedContent content = decode_content(bytes, coding, {});
            CHECK(content.state == Decoding::Failed);
        }
    }

    TEST_CASE("decode_content bounds what comes out by size and by ratio") {
        const std::string page = noise(50'000);
        Limits limits;
        limits.article_bytes = page.size();
        CHECK(decode_content(brotli(page), "br", limits).state == Decoding::Whole);
        limits.article_bytes = page.size() - 1;
        CHECK(decode_content(brotli(page), "br", limits).state == Decoding::TooLong);
        const std::string blanks(9U << 20U, ' ');
        for (const auto& [coding, bytes] : {std::pair("br", brotli(blanks)),
                                            std::pair("gzip", deflated(blanks, kGzip)),
                                            std::pair("deflate", deflated(blanks, kRaw)),
                                            std::pair("zstd", zstd(blanks))}) {
            CAPTURE(coding);
            CHECK(decode_content(bytes, coding, {}).state == Decoding::Bomb);
            limits = {};
            limits.ratio = 10'000'000;
            CHECK(decode_content(bytes, coding, limits).state == Decoding::Whole);
        }
    }
}

TEST_SUITE("source.http_response") {
    TEST_CASE("parse_http_response cuts head and body") {
        const HttpResponse response = parse_http_response(
            "\r\nHTTP/1.0 404 Not Found\r\nA: 1\r\n  2\r\nno colon\r\nb:\xE9\r\n\r\nbody\r\n\r\n");
        CHECK(response.status == 404);
        CHECK(field_value(response.fields, "a") == "1 2");
        CHECK(field_value(response.fields, "b") == "\xE9");
        CHECK(response.fields.size() == 2);
        CHECK(response.body == "body\r\n\r\n");
    }

    TEST_CASE("parse_http_response takes what has no status line for a body") {
        for (const std::string text :
             {"", "<html>", "HTTP/1.1", "HTTP/1.1 OK", "HTTP/1.1 99 x\r\n\r\n"}) {
            CAPTURE(text);
            CHECK(parse_http_response(text).status == 0);
            CHECK(parse_http_response(text).body == text);
        }
    }

    TEST_CASE("parse_http_response removes chunks") {
        for (const std::string body : {"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                                       "3;x=y\r\nabc\r\n002 \r\nde\r\n0\r\nTrailer: 1\r\n\r\n",
                                       "3\nabc\n2\nde\n0\n\n"}) {
            CAPTURE(body);
            CHECK(chunked(body).body == "abcde");
            CHECK_FALSE(chunked(body).incomplete);
            CHECK(chunked(body, false).body == "abcde");
        }
    }

    TEST_CASE("parse_http_response keeps a body whose chunks are gone") {
        for (const std::string body :
             {"<html>words", "abc words\r\nthat are no chunk", "3\r\nabcd\r\n", ""}) {
            CAPTURE(body);
            CHECK(chunked(body).body == body);
        }
        CHECK(chunked("5\r\nabc", false).body == "5\r\nabc");
    }

    TEST_CASE("parse_http_response gives the chunks before a break") {
        for (const std::string body : {"3\r\nabc\r\n5\r\nde",
                                       "3\r\nabc\r\n2\r\nde\r\n",
                                       "3\r\nabc\r\n2\r\nde\r\nzz\r\n",
                                       "3\r\nabc\r\nFFFFFFFFFFFFFFFF\r\nde"}) {
            CAPTURE(body);
            CHECK(chunked(body).body == "abcde");
            CHECK(chunked(body).incomplete);
        }
    }
}

TEST_SUITE("source.header_fields") {
    TEST_CASE("parameter finds values with and without quotes") {
        CHECK(parameter("text/html; charset=utf-8", "charset") == "utf-8");
        CHECK(parameter("text/html;Charset = \"a\\\"b;c\" ; x=y", "charset") == "a\"b;c");
        CHECK(parameter("text/html; x=\"; charset=no\"; charset=yes", "charset") == "yes");
        CHECK(parameter("text/html; charsets=x", "charset").empty());
        CHECK(parameter("text/html", "charset").empty());
        CHECK(parameter("a/b; name*=utf-8'en'x", "name") == "x");
        CHECK(parameter("a/b; name*0=\"x\"; name*1=y", "name") == "xy");
    }

    TEST_CASE("main_value and is_header_line take what they should") {
        CHECK(main_value(" Text/HTML ; x") == "text/html");
        CHECK(is_header_line("X-A_1: b"));
        CHECK_FALSE(is_header_line(": b"));
        CHECK_FALSE(is_header_line("two words: b"));
        CHECK_FALSE(is_header_line("word"));
    }
}
