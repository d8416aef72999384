// The readers of JSON: records, borders, limits, repairs.
#include "indexer/source/json/json_reader.hpp"

#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::source {
namespace {

std::vector<std::string> titles(const KeepingSink& sink) {
    std::vector<std::string> all;
    for (const Article& article : sink.articles) {
        all.push_back(article.title);
    }
    return all;
}

std::vector<std::string> codes(const KeepingSink& sink) {
    std::vector<std::string> all;
    for (const Rejected& rejected : sink.rejects) {
        all.push_back(rejected.code);
    }
    return all;
}

using Names = std::vector<std::string>;

/// Gives `prefix`, then `filler` `count` times, then `suffix`, without holding it.
class GeneratedStream final : public ByteStream {
public:
    GeneratedStream(std::string prefix, char filler, std::uint64_t count, std::string suffix)
        : prefix_(std::move(prefix)), suffix_(std::move(suffix)), filler_(filler), count_(count) {}

    [[nodiscard]] std::size_t read(std::span<char> buffer) override {
        std::size_t done = 0;
        while (done < buffer.size() && at_ < prefix_.size() + count_ + suffix_.size()) {
            if (at_ < prefix_.size()) {
                buffer[done] = prefix_[at_];
            } else if (at_ < prefix_.size() + count_) {
                buffer[done] = filler_;
            } else {
                buffer[done] = suffix_[at_ - prefix_.size() - count_];
            }
            ++done;
            ++at_;
        }
        return done;
    }

private:
    std::string prefix_;
    std::string suffix_;
    char filler_;
    std::uint64_t count_;
    std::uint64_t at_ = 0;
};

std::string nested(std::size_t depth) {
    return R"({"title":"a","body":"b","x":)" + std::string(depth - 1, '[') +
           std::string(depth - 1, ']') + "}";
}

}  // namespace

TEST_SUITE("source.json_reader") {
    TEST_CASE("jsonl read gives one article a line with its offset") {
        const KeepingSink sink = read_all(jsonl_reader(),
                                          "\xEF\xBB\xBF{\"title\":\"a\",\"body\":\"x\"}\r\n\r\n  \n"
                                          "{\"title\":\"b\",\"body\":\"y\"}");
        CHECK(titles(sink) == Names{"a", "b"});
        CHECK(sink.rejects.empty());
        CHECK(sink.articles.at(0).locator.offset_bytes == 3);
        CHECK(sink.articles.at(1).locator.offset_bytes == 34);
        CHECK(sink.articles.at(1).locator.record == 1);
        CHECK(sink.articles.at(1).format == "jsonl");
    }

    TEST_CASE("jsonl read rejects a bad line and goes on with the next") {
        const KeepingSink sink = read_all(jsonl_reader(),
                                          "{\"title\":\"a\",\n"
                                          "[1]\n"
                                          "// no comment\n"
                                          "{\"title\":\"b\",\"body\":\"y\"}\n");
        CHECK(titles(sink) == Names{"b"});
        CHECK(codes(sink) == Names{"bad_json", "bad_json", "bad_json"});
        CHECK(sink.rejects.at(1).locator.offset_bytes == 14);
        CHECK(sink.rejects.at(1).reason == "record is not an object");
    }

    TEST_CASE("jsonl read rejects a line over the limit and keeps one at it") {
        const std::string line = R"({"title":"a","body":"x"})";
        SourceOptions options;
        options.limits.article_bytes = line.size();
        const KeepingSink sink =
            read_all(jsonl_reader(), line + "\n " + line + "\n" + line, options);
        CHECK(titles(sink) == Names{"a", "a"});
        CHECK(codes(sink) == Names{"too_long"});
        CHECK(sink.rejects.at(0).locator.offset_bytes == line.size() + 1);
    }

    TEST_CASE("jsonl read passes over a line of a hundred megabytes") {
        GeneratedStream stream(R"({"title":"long","body":")",
                               'x',
                               100U << 20U,
                               "\"}\n{\"title\":\"next\",\"body\":\"y\"}\n");
        KeepingSink sink;
        jsonl_reader().read(stream, Locator{}, SourceOptions{}, sink);
        CHECK(titles(sink) == Names{"next"});
        CHECK(codes(sink) == Names{"too_long"});
    }

    TEST_CASE("json read passes over a record of a hundred megabytes in an array") {
        GeneratedStream stream(R"([{"title":"long","body":")",
                               'x',
                               100U << 20U,
                               "\"},{\"title\":\"next\",\"body\":\"y\"}]");
        KeepingSink sink;
        json_reader().read(stream, Locator{}, SourceOptions{}, sink);
        CHECK(titles(sink) == Names{"next"});
        CHECK(codes(sink) == Names{"too_long"});
    }

    TEST_CASE("read rejects nesting over the limit and keeps nesting at it") {
        SourceOptions options;
        options.limits.nesting_depth = 16;
        for (const Reader* reader : {&json_reader(), &jsonl_reader()}) {
            CAPTURE(reader->name());
            CHECK(titles(read_all(*reader, nested(16), options)) == Names{"a"});
            CHECK(codes(read_all(*reader, nested(17), options)) == Names{"too_deep"});
        }
    }

    TEST_CASE("read survives a hundred thousand brackets") {
        const std::string brackets(100'000, '[');
        CHECK(codes(read_all(jsonl_reader(), brackets)) == Names{"bad_json"});
        CHECK(codes(read_all(jsonl_reader(), brackets + std::string(100'000, ']'))) ==
              Names{"too_deep"});
        CHECK(codes(read_all(json_reader(), brackets)) == Names{"truncated"});
        CHECK(codes(read_all(json_reader(), R"({"a":)" + brackets)) == Names{"truncated"});
    }

    TEST_CASE("json read finds records wherever lists are kept") {
        const std::string record = R"({"title":"a","body":"x"})";
        for (const std::string& file : std::vector<std::string>{
                 record,
                 "[" + record + "]",
                 "\xEF\xBB\xBF\r\n[ " + record + " ]\r\n",
                 R"({"items":[)" + record + "]}",
                 R"({"count":1,"articles" : [ )" + record + R"(],"next":{"docs":"none"}})",
                 R"({"response":{"docs":[)" + record + "]}}",
                 R"({"took":3,"hits":{"total":1,"hits":[{"_id":"7","_source":)" + record + "}]}}",
                 R"({"title":"a","body":"x","items":[{"body":"no record"}]})",
             }) {
            CAPTURE(file);
            const KeepingSink sink = read_all(json_reader(), file);
            CHECK(titles(sink) == Names{"a"});
            CHECK(sink.rejects.empty());
        }
    }

    TEST_CASE("json read takes objects in a row and several lists in one object") {
        const KeepingSink sink = read_all(json_reader(),
                                          R"({"title":"a","body":"x"}{"title":"b","body":"x"})"
                                          R"( {"docs":[{"title":"c","body":"]}\""}],)"
                                          R"("results":[{"title":"d","body":"x"}]})");
        CHECK(titles(sink) == Names{"a", "b", "c", "d"});
        CHECK(sink.rejects.empty());
    }

    TEST_CASE("json read gives nothing for an empty list") {
        for (const std::string_view file : {"[]", R"({"items":[]})", "", " \n"}) {
            CAPTURE(file);
            const KeepingSink sink = read_all(json_reader(), file);
            CHECK(sink.articles.empty());
            CHECK(sink.rejects.empty());
        }
    }

    TEST_CASE("json read goes on after a damaged record of an array") {
        const KeepingSink sink = read_all(json_reader(),
                                          R"([{"title":"a","body":[}, {"title":"b","body":"x"},)"
                                          R"( 12, oops, {"title":"c","body":"x"}])");
        CHECK(titles(sink) == Names{"b", "c"});
        CHECK(codes(sink) == Names{"bad_json", "bad_json", "bad_json"});
    }

    TEST_CASE("json read says that a file is truncated and gives what came before") {
        const KeepingSink sink =
            read_all(json_reader(), R"([{"title":"a","body":"x"},{"title":"b","bo)");
        CHECK(titles(sink) == Names{"a"});
        CHECK(codes(sink) == Names{"truncated"});
        CHECK(codes(read_all(json_reader(), R"([{"title":"a","body":"x"})")) == Names{"truncated"});
    }

    TEST_CASE("json read stops when asked to") {
        KeepingSink sink;
        sink.stop_after = 2;
        StringStream stream(R"([{"body":"1"},{"body":"2"},{"body":"3"}])");
        json_reader().read(stream, Locator{}, SourceOptions{}, sink);
        CHECK(sink.articles.size() == 2);
    }

    TEST_CASE("read repairs what strict parsers refuse and says so") {
        struct Case {
            std::string_view json;
            std::string_view text;
            std::string_view warning;
        };
        for (const Case& c : {
                 Case{R"({"body":"a\ud800b"})", "a\uFFFDb", "repaired_json"},
                 Case{R"({"body":"a\udc00"})", "a\uFFFD", "repaired_json"},
                 Case{R"({"body":"a\u0000b"})", "a\uFFFDb", "repaired_json"},
                 Case{R"({"body":"it\'s"})", "it's", "repaired_json"},
                 Case{R"({"body":"\u12"})", "u12", "repaired_json"},
                 Case{"{\"body\":\"a\tb\"}", "a b", "repaired_json"},
                 Case{"{\"body\":\"a\xFF\"}", "a\uFFFD", "repaired_utf8"},
                 Case{R"({"body":"x","n":123456789012345678901234567890,"m":NaN})",
                      "x",
                      "repaired_json"},
             }) {
            CAPTURE(c.json);
            const KeepingSink sink = read_all(jsonl_reader(), c.json);
            REQUIRE(sink.articles.size() == 1);
            CHECK(sink.articles[0].paragraphs == Names{std::string(c.text)});
            REQUIRE(sink.articles[0].warnings.size() == 1);
            CHECK(sink.articles[0].warnings[0].code == c.warning);
        }
    }

    TEST_CASE("read keeps well-formed surrogate pairs and terminal escapes as data") {
        const KeepingSink sink =
            read_all(jsonl_reader(), R"({"title":"\u001b[31m","body":"\ud83d\ude00"})");
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].paragraphs == Names{"\U0001F600"});
        CHECK(sink.articles[0].title.find("[31m") != std::string::npos);
        CHECK(sink.articles[0].warnings.empty());
    }

    TEST_CASE("read takes the first of duplicate keys") {
        CHECK(titles(read_all(jsonl_reader(), R"({"title":"a","title":"b","body":"x"})")) ==
              Names{"a"});
    }

    TEST_CASE("read names the keys and the remedy when no field holds text") {
        const KeepingSink sink = read_all(jsonl_reader(), R"({"title":"a","txt":"b"})");
        REQUIRE(sink.rejects.size() == 1);
        CHECK(sink.rejects[0].code == "no_text");
        CHECK(sink.rejects[0].reason ==
              "no field with text among the keys (title, txt); use --map body=KEY");
    }

    TEST_CASE("sniff tells JSON lines from JSON and from other things") {
        struct Case {
            std::string_view head;
            bool lines_first;
            bool any;
        };
        for (const Case& c : {
                 Case{"{\"a\":1}\n{\"b\":2}\n", true, true},
                 Case{"{\"a\":1}\r\n{\"b\":", true, true},
                 Case{"{\n \"a\": 1\n}\n", false, true},
                 Case{"[{\"a\":1}]", false, true},
                 Case{"{\"a\":1}", false, true},
                 Case{"\xEF\xBB\xBF  {\"a\":1}", false, true},
                 Case{"[1] footnote", false, false},
                 Case{"{braces} in a text", false, false},
                 Case{"<html>", false, false},
                 Case{"", false, false},
             }) {
            CAPTURE(c.head);
            const int lines = jsonl_reader().sniff(c.head, "a");
            const int json = json_reader().sniff(c.head, "a");
            CHECK((lines > json) == c.lines_first);
            CHECK((lines > 0 || json > 0) == c.any);
        }
    }
}

}  // namespace dateline::source
