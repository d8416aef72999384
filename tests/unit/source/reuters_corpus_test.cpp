// All of Reuters-21578 that is at hand, counted twice: by the reader, and by plain string searches
// over zcat's output.
#include "indexer/source/text/text_layout.hpp"
#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

using namespace dateline;
using dateline::testing::CollectingSink;

namespace {

std::string run(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    REQUIRE(pipe != nullptr);
    std::string output;
    std::array<char, 65536> buffer{};
    for (std::size_t got = 0;
         (got = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;) {
        output.append(buffer.data(), got);
    }
    return output;
}

std::size_t count(const std::string& text, const std::string& wanted) {
    std::size_t found = 0;
    for (std::size_t at = text.find(wanted); at != std::string::npos;
         at = text.find(wanted, at + 1)) {
        ++found;
    }
    return found;
}

/// How many <D> stand in the elements `name`, which each lie on one line.
std::size_t count_values(const std::string& text, const std::string& name) {
    std::size_t found = 0;
    const std::string open = "<" + name + ">";
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
        found += count(text.substr(at, text.find('\n', at) - at), "<D>");
    }
    return found;
}

/// The number of runs of ASCII letters in `text`.
std::size_t count_words(const std::string& text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        words += letter && !inside ? 1 : 0;
        inside = letter;
    }
    return words;
}

/// The texts of all elements that begin with the start tag `tag`.
std::vector<std::string> elements(const std::string& text, const std::string& tag) {
    std::vector<std::string> found;
    const std::string open = "<" + tag + ">";
    const std::string name = tag.substr(0, tag.find(' '));
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
        const std::size_t start = at + open.size();
        found.push_back(text.substr(start, text.find("</" + name + ">", start) - start));
    }
    return found;
}

/// `text` with a `+` for each reference; &#127; stands within words and is nothing.
std::string without_references(std::string text) {
    for (const std::string entity : {"&lt;", "&amp;", "&#3;", "&#127;"}) {
        for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity)) {
            text.replace(at, entity.size(), entity == "&#127;" ? "" : "+");
        }
    }
    return text;
}

/// The words of a BODY, without a last line that is the agency's name only.
std::size_t count_body_words(const std::string& body) {
    std::string text = without_references(body);
    text.resize(text.find_last_not_of(" \r\n+") + 1);
    std::string last;
    for (const char c : text.substr(text.rfind('\n') + 1)) {
        last += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    last.erase(0, last.find_first_not_of(' '));
    last.resize(last.find_last_not_of('.') + 1);
    return count_words(text) - (last == "reuter" || last == "reuters" ? 1 : 0);
}

}  // namespace

TEST_SUITE("source.reuters_corpus") {
    TEST_CASE("read_inputs reads every field of Reuters-21578") {
        const char* data = std::getenv("DATELINE_DATA");
        if (data == nullptr) {
            MESSAGE("skipped: DATELINE_DATA does not name the folder with reuters-21578");
            return;
        }
        source::SourceOptions options;
        options.input_format = "reuters";
        std::vector<std::string> files;
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(data) / "reuters-21578")) {
            if (entry.path().extension() == ".gz") {
                files.push_back(entry.path().string());
            }
        }
        REQUIRE_FALSE(files.empty());
        std::sort(files.begin(), files.end());
        std::string all;
        std::uintmax_t stored_bytes = 0;
        for (const std::string& file : files) {
            all += run("zcat '" + file + "'");
            stored_bytes += std::filesystem::file_size(file);
        }
        const CollectingSink sink = dateline::testing::read_all(files, options);

        std::map<std::string, std::size_t> got;
        std::size_t body_words = 0;
        for (const Article& article : sink.articles) {
            got["title"] += article.title.empty() ? 0 : 1;
            got["date"] += article.published ? 1 : 0;
            got["dateline"] += article.dateline.place.empty() ? 0 : 1;
            got["dateline_date"] += article.dateline.date.empty() ? 0 : 1;
            got["author"] += article.authors.empty() ? 0 : 1;
            got["places"] += article.places.size();
            got["people"] += article.people.size();
            got["orgs"] += article.orgs.size();
            got["topics"] += article.topics.size();
            got["text"] += article.paragraphs.empty() ? 0 : 1;
            got["warnings"] += article.warnings.size();
            got["clean"] += dateline::testing::is_clean(article) ? 1 : 0;
            got["id"] += article.id.empty() ? 0 : 1;
            if (article.dateline != Dateline{}) {
                body_words += count_words(full_text(article)) - count_words(article.title) +
                              count_words(article.dateline.place) +
                              count_words(article.dateline.date);
            }
        }
        const std::size_t records = count(all, "\n<REUTERS ");
        MESSAGE(files.size() << " files, " << records << " records, " << sink.rejects.size()
                             << " unreadable records, " << got["warnings"] << " warnings");
        CHECK(records == 1000 * files.size());
        CHECK(sink.articles.size() == records);
        CHECK(sink.rejects.size() == 0);
        CHECK(sink.types.empty());
        CHECK(sink.progress_bytes == stored_bytes);
        CHECK(got["id"] == count(all, " NEWID=\""));
        CHECK(got["date"] == count(all, "\n<DATE>"));
        // Every story without a TITLE is an unprocessed one, whose first line is taken.
        CHECK(got["title"] == count(all, "<TITLE>") + count(all, "TYPE=\"UNPROC\""));
        CHECK(got["author"] == count(all, "<AUTHOR>"));
        CHECK(got["dateline"] == count(all, "<DATELINE>") - count(all, "<DATELINE>    -") -
                                     count(all, "<DATELINE> </DATELINE>"));
        CHECK(got["places"] == count_values(all, "PLACES"));
        CHECK(got["people"] == count_values(all, "PEOPLE"));
        CHECK(got["orgs"] == count_values(all, "ORGS") + count_values(all, "EXCHANGES"));
        CHECK(got["topics"] == count_values(all, "TOPICS"));
        std::size_t with_text = count(all, "<BODY>");
        for (const std::string& text : elements(all, "TEXT TYPE=\"BRIEF\"")) {
            with_text += count_words(text.substr(text.find("</TITLE>") + 8)) > 0 ? 1 : 0;
        }
        for (const std::string& text : elements(all, "TEXT TYPE=\"UNPROC\"")) {
            std::size_t lines = 0;
            for (const std::string_view line : source::split_lines(text)) {
                lines += count_words(std::string(line)) > 0 ? 1 : 0;
            }
            with_text += lines > 1 ? 1 : 0;
        }
        CHECK(got["text"] == with_text);
        CHECK(got["clean"] == records);
        CHECK(got["warnings"] == 0);
        std::size_t expected_words = 0;
        for (const std::string& body : elements(all, "BODY")) {
            expected_words += count_body_words(body);
        }
        for (const std::string& dateline : elements(all, "DATELINE")) {
            expected_words +=
                count_words(without_references(dateline.substr(0, dateline.find(", Reuter - "))));
        }
        CHECK(body_words == expected_words);
    }
}
