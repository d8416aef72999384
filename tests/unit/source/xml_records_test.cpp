// Records out of XML of any size, however broken.
#include "indexer/source/xml/xml_records.hpp"

#include "tests/unit/source/collecting_sink.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;

namespace {

/// The records called `r` in `xml`: their text, or what they were rejected for, and warnings.
struct Records {
    std::vector<std::string> texts;
    std::vector<std::string> warnings;
    std::vector<std::uint64_t> offsets;
    CollectingSink sink;
};

Records read(std::string_view xml, const SourceOptions& options = {}, bool may_nest = false) {
    Records found;
    MemoryStream stream(xml);
    const Locator origin{"memory", {}, 0, 0};
    XmlRecords records(
        stream,
        origin,
        options,
        found.sink,
        {[](const xmlNode& element) { return local_name(element) == "r"; }, may_nest});
    while (const std::optional<XmlRecord> record = records.next()) {
        found.texts.push_back(all_text(record->element));
        found.offsets.push_back(record->locator.offset_bytes);
        for (const Warning& warning : record->warnings) {
            found.warnings.push_back(warning.code);
        }
    }
    return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_SUITE("source.xml_records") {
    TEST_CASE("next gives records with their offsets from several documents") {
        const Records found =
            read("<?xml version='1.0'?>\n<a><r>1</r> <b><x:r>2</x:r></b></a><r>3</r>");
        CHECK(found.texts == Texts{"1", "2", "3"});
        CHECK(found.offsets == std::vector<std::uint64_t>{25, 37, 57});
        CHECK(found.warnings.empty());
    }

    TEST_CASE("next gives whole records between thousands that are gone") {
        std::string xml = "<a>";
        for (int i = 0; i < 3000; ++i) {
            xml += "text <h>head " + std::to_string(i) + "</h>\n<r a='1'>x<b>y</b>z</r>";
        }
        const Records found = read(xml + "</a>");
        REQUIRE(found.texts.size() == 3000);
        CHECK(found.texts.back() == "xyz");
    }

    TEST_CASE("next closes records whose end tag is missing") {
        const Records found = read("<a><r>1<r>2</r><r>3");
        CHECK(found.texts == Texts{"1", "2", "3"});
        CHECK(found.warnings == Texts{"repaired_xml", "truncated"});
    }

    TEST_CASE("next lets records nest if they may") {
        CHECK(read("<a><r>1<r>2</r>3</r></a>", {}, true).texts == Texts{"123"});
    }

    TEST_CASE("next rejects a record over the limit and reads on") {
        SourceOptions options;
        options.limits.article_bytes = 100;
        const std::string limit =
            "<r>" + std::string(40, 'x') + "<b/>" + std::string(40, 'y') + "</r>";
        CHECK(read("<a>" + limit + "</a>", options).texts.size() == 1);
        const Records found = read("<a><r><c>" + std::string(90, 'x') + "<b>" +
                                       std::string(90, 'y') + "</b><d>z</d></c></r><r>2</r></a>",
                                   options);
        CHECK(found.texts == Texts{"2"});
        REQUIRE(found.sink.rejects.size() == 1);
        CHECK(found.sink.rejects[0].code == "too_long");
        CHECK(found.sink.rejects[0].locator.offset_bytes == 3);
    }

    TEST_CASE("next expands no entities but those of HTML") {
        const Records found = read(
            "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c SYSTEM "
            "'file:///etc/passwd'>]><a><r>&b;&c;&nbsp;"
            "&auml;&#x41;</r></a>");
        CHECK(found.texts == Texts{"&b;&c;\xC2\xA0\xC3\xA4"
                                   "A"});
    }

    TEST_CASE("next decodes what the declaration says") {
        CHECK(read("<?xml version='1.0' encoding='iso-8859-1'?><r>Z\xFCrich</r>").texts ==
              Texts{"Z\xC3\xBCrich"});
    }

    TEST_CASE("next names text outside of all elements") {
        const Records found = read("stray<r>1</r>");
        CHECK(found.texts == Texts{"1"});
        REQUIRE(found.sink.rejects.size() == 1);
        CHECK(found.sink.rejects[0].code == "stray_text");
    }
}
