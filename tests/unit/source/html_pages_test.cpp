// The HTML reader against saved pages whose article text is known.
#include "common/base/file.hpp"
#include "common/base/utf8.hpp"
#include "common/time/published.hpp"
#include "indexer/source/html/html_dom.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/html/html_reader.hpp"
#include "indexer/source/json/json_document.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace dateline::source {
namespace {

constexpr std::uint64_t kPageLimitBytes = 32U << 20U;

/// Lower-case words of `text`; each character from U+2E80 on is one.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    };
    const std::string lower = ascii_lower(text);
    for (std::size_t i = 0; i < lower.size();) {
        const DecodedCodePoint c = decode_utf8(lower, i);
        const bool letter =
            (c.code_point >= U'a' && c.code_point <= U'z') ||
            (c.code_point >= U'0' && c.code_point <= U'9') ||
            (c.code_point > 0xBF && !(c.code_point >= 0x2000 && c.code_point < 0x2070) &&
             !(c.code_point >= 0x3000 && c.code_point < 0x3003));
        if (c.code_point >= 0x2E80 || !letter) {
            flush();
        }
        if (letter) {
            word += lower.substr(i, c.size_bytes);
        }
        i += c.size_bytes;
    }
    flush();
    return words;
}

std::map<std::string, int> four_grams(const std::vector<std::string>& words) {
    constexpr std::size_t kSize = 4;
    std::map<std::string, int> grams;
    const std::size_t size = std::min(kSize, std::max<std::size_t>(words.size(), 1));
    for (std::size_t i = 0; i + size <= words.size(); ++i) {
        std::string gram;
        for (std::size_t k = 0; k < size; ++k) {
            gram += words[i + k] + " ";
        }
        ++grams[gram];
    }
    return grams;
}

double f1(const std::string& ours, const std::string& expected) {
    const auto a = four_grams(words_of(ours));
    const auto b = four_grams(words_of(expected));
    double common = 0;
    double total_a = 0;
    double total_b = 0;
    for (const auto& [gram, count] : a) {
        const auto found = b.find(gram);
        common += found == b.end() ? 0 : std::min(count, found->second);
        total_a += count;
    }
    for (const auto& [gram, count] : b) {
        total_b += count;
    }
    return total_a + total_b == 0 ? 1 : 2 * common / (total_a + total_b);
}

std::string join(const std::vector<std::string>& paragraphs) {
    std::string text;
    for (const std::string& paragraph : paragraphs) {
        text += paragraph + "\n";
    }
    return text;
}

std::string text_of_page(const std::string& html) {
    const HtmlDocument document = parse_html(html);
    const xmlNode* root = xmlDocGetRootElement(document.tree.get());
    return root == nullptr ? ""
                           : join(paragraphs_below(*root, [](const xmlNode&) { return false; }));
}

/// What is expected of a page; empty fields are not stated by it.
struct Expected {
    std::string title;
    std::string byline;
    std::string source;
    std::string published;
    std::string lang;
};

Expected expected_metadata(const std::filesystem::path& folder) {
    JsonParser parser(64);
    const ParsedJson parsed =
        parser.parse(read_file(folder / "expected-metadata.json", kPageLimitBytes));
    if (!parsed.value) {
        return {};
    }
    return {text_of(*parsed.value, {"title"}),
            text_of(*parsed.value, {"byline"}),
            text_of(*parsed.value, {"siteName"}),
            text_of(*parsed.value, {"publishedTime"}),
            text_of(*parsed.value, {"lang"})};
}

/// How often a field was expected, and how often it was as expected.
struct Agreement {
    int expected = 0;
    int same = 0;

    void count(const std::string& wanted, bool is_same) {
        expected += wanted.empty() ? 0 : 1;
        same += !wanted.empty() && is_same ? 1 : 0;
    }
};

struct Agreements {
    Agreement title;
    Agreement authors;
    Agreement source;
    Agreement published;
    Agreement lang;
};

std::string plain(std::string_view text) {
    return ascii_lower(collapse_spaces(text));
}

/// Whether every word of a name is in the byline, which has roles and dates around them.
bool named_in(const std::vector<std::string>& authors, const std::string& byline) {
    const std::string wanted = plain(byline);
    return !authors.empty() &&
           std::all_of(authors.begin(), authors.end(), [&](const std::string& name) {
               return wanted.find(plain(name)) != std::string::npos;
           });
}

void compare(Agreements& agreements, const Expected& expected, const Article& article) {
    constexpr std::size_t day_bytes = 10;
    const std::string published =
        article.published ? time::format_published(*article.published) : "";
    agreements.title.count(expected.title, plain(article.title) == plain(expected.title));
    agreements.authors.count(expected.byline, named_in(article.authors, expected.byline));
    agreements.source.count(expected.source, plain(article.source) == plain(expected.source));
    agreements.published.count(
        expected.published,
        published.substr(0, day_bytes) == expected.published.substr(0, day_bytes));
    agreements.lang.count(expected.lang, article.lang == ascii_lower(expected.lang));
}

}  // namespace

TEST_SUITE("source.html_pages") {
    TEST_CASE("read finds the article in saved pages") {
        const char* data =
            std::getenv("DATELINE_DATA");  // NOLINT(concurrency-mt-unsafe): one thread
        if (data == nullptr) {
            MESSAGE("skipped: DATELINE_DATA is not set");
            return;
        }
        const testing::TempDir folder;
        const std::string command = "zstd -dc --long=27 '" + std::string(data) +
                                    "/html/readability.tar.zst' | tar x -C '" +
                                    folder.path().string() + "'";
        // NOLINTNEXTLINE(concurrency-mt-unsafe,cert-env33-c): unpacking test data, one thread
        REQUIRE(std::system(command.c_str()) == 0);
        double sum = 0;
        int pages = 0;
        Agreements agreements;
        int unread = 0;
        std::vector<std::pair<double, std::string>> scores;
        for (const auto& entry :
             std::filesystem::directory_iterator(folder.path() / "test" / "test-pages")) {
            const std::string html = read_file(entry.path() / "source.html", kPageLimitBytes);
            const KeepingSink sink = read_all(html_reader(), html);
            const std::string expected =
                text_of_page(read_file(entry.path() / "expected.html", kPageLimitBytes));
            const std::string ours =
                sink.articles.empty() ? "" : join(sink.articles.front().paragraphs);
            const double score = f1(ours, expected);
            scores.emplace_back(score, entry.path().filename().string());
            sum += score;
            ++pages;
            unread += sink.articles.empty() ? 1 : 0;
            compare(agreements,
                    expected_metadata(entry.path()),
                    sink.articles.empty() ? Article{} : sink.articles.front());
        }
        REQUIRE(pages == 130);
        std::sort(scores.begin(), scores.end());
        for (std::size_t i = 0; i < 10; ++i) {
            MESSAGE(scores[i].second << " " << scores[i].first);
        }
        MESSAGE("mean F1 " << sum / pages << ", unread " << unread);
        for (const auto& [field, agreement] : {std::pair{"title", agreements.title},
                                               {"authors", agreements.authors},
                                               {"source", agreements.source},
                                               {"published", agreements.published},
                                               {"lang", agreements.lang}}) {
            MESSAGE(std::string(field) << " " << agreement.same << " of " << agreement.expected);
        }
        CHECK(sum / pages >= 0.92);
        // Half of the other titles are expected with the name of the site, which is not ours to
        // keep.
        CHECK(agreements.title.same >= 88);
        CHECK(agreements.authors.same >= 58);
        CHECK(agreements.source.same >= 62);
        CHECK(agreements.published.same >= 33);
        CHECK(agreements.lang.same >= 73);
    }
}

}  // namespace dateline::source
