// Every file of the ninjs and NewsML-G2 data: what it gives, field by field.
#include "common/time/published.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/agency_data_expected.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

namespace fs = std::filesystem;

/// Files that hold articles, sorted by path.
std::vector<std::string> data_files(const fs::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string extension = entry.path().extension().string();
        if (entry.is_regular_file() && (extension == ".json" || extension == ".xml")) {
            files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : "+") + name;
    }
    return text;
}

std::string date_of(const std::optional<time::Published>& date) {
    return date ? time::format_published(*date) : "-";
}

/// One line for an article: title, date, change, language, source, authors, dateline, numbers of
/// paragraphs, blocks, captions, people, orgs, places and topics, then warnings.
std::string line_of(const Article& article) {
    constexpr std::size_t title_bytes = 24;
    std::ostringstream line;
    line << truncate_utf8(article.title, title_bytes) << " | " << date_of(article.published)
         << " | " << date_of(article.modified) << " | " << article.lang << " | " << article.source
         << " | " << joined(article.authors) << " | " << article.dateline.place << " |";
    for (const std::size_t count : {article.paragraphs.size(),
                                    article.blocks.size(),
                                    article.captions.size(),
                                    article.people.size(),
                                    article.orgs.size(),
                                    article.places.size(),
                                    article.topics.size()}) {
        line << ' ' << count;
    }
    for (const Warning& warning : article.warnings) {
        line << ' ' << warning.code << '=' << warning.count;
    }
    return line.str();
}

/// What reading `file` gives, a line each.
std::vector<std::string> lines_of(const std::string& file, const std::string& name) {
    const CollectingSink sink = dateline::testing::read_all({file});
    std::vector<std::string> lines;
    for (const Article& article : sink.articles) {
        lines.push_back(name + " | " + article.format + " | " + line_of(article));
    }
    for (const Rejected& rejected : sink.rejects) {
        lines.push_back(name + " | rejected " + rejected.code);
    }
    for (const auto& [where, type] : sink.types) {
        lines.push_back(name + " | unrecognised " + type);
    }
    return lines;
}

/// Unpacks `archive` of the data and reads all its files; empty without DATELINE_DATA.
std::vector<std::string> read_archive(const std::string& archive, const fs::path& folder) {
    const char* data = std::getenv("DATELINE_DATA");  // NOLINT(concurrency-mt-unsafe): one thread
    if (data == nullptr) {
        MESSAGE("skipped: DATELINE_DATA is not set");
        return {};
    }
    const std::string command = "zstd -dc --long=27 '" + std::string(data) + "/formats/" + archive +
                                "' | tar x -C '" + folder.string() + "'";
    // NOLINTNEXTLINE(concurrency-mt-unsafe,cert-env33-c): unpacking test data, one thread
    REQUIRE(std::system(command.c_str()) == 0);
    std::vector<std::string> lines;
    for (const std::string& file : data_files(folder)) {
        const std::string name = fs::relative(file, folder).string();
        const std::vector<std::string> more = lines_of(file, name);
        lines.insert(lines.end(), more.begin(), more.end());
    }
    return lines;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) {
            lines.push_back(line);
        }
    }
    return lines;
}

/// Compares line by line, so that a failure names the file.
void check_same(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
    for (std::size_t i = 0; i < std::max(found.size(), expected.size()); ++i) {
        const std::string ours = i < found.size() ? found[i] : "nothing";
        const std::string theirs = i < expected.size() ? expected[i] : "nothing";
        CHECK(ours == theirs);
    }
}

bool is_test_suite(const std::string& line) {
    return line.find("test_suite/") != std::string::npos;
}

}  // namespace

TEST_SUITE("source.agency_data") {
    TEST_CASE("read_inputs takes every ninjs file as expected") {
        const testing::TempDir folder;
        std::vector<std::string> lines = read_archive("iptc-ninjs.tar.zst", folder.path());
        if (lines.empty()) {
            return;
        }
        // The validation suite holds some 230 tiny files: they are counted by what they give.
        std::map<std::string, int> counts;
        for (const std::string& line : lines) {
            if (is_test_suite(line)) {
                const std::size_t at = line.find(" | ") + 3;
                ++counts[line.substr(at, line.find(" | ", at) - at)];
            }
        }
        std::erase_if(lines, is_test_suite);
        check_same(lines, split(kExpectedNinjs));
        std::string summary;
        for (const auto& [what, count] : counts) {
            summary += what + "=" + std::to_string(count) + "; ";
        }
        CHECK(summary == std::string(kExpectedNinjsSuite));
    }

    TEST_CASE("read_inputs takes every NewsML-G2 file as expected") {
        const testing::TempDir folder;
        const std::vector<std::string> lines =
            read_archive("iptc-newsml-g2.tar.zst", folder.path());
        if (!lines.empty()) {
            check_same(lines, split(kExpectedNewsml));
        }
    }
}
