// Files that are cut, changed, or lead outside of themselves.
#include "common/gazetteer/sections.hpp"

#include "common/base/error.hpp"
#include "common/gazetteer/compile/compile.hpp"
#include "common/gazetteer/gazetteer.hpp"
#include "tests/unit/gazetteer/small_tables.hpp"

#include <doctest/doctest.h>

#include <cstring>

namespace dateline::gazetteer {
namespace {

std::string small_file() {
    const testing::TempDir tables;
    testing::write_small_tables(tables);
    return compile_gazetteer(tables.path());
}

/// What opening a file with `bytes` says; empty if it opens.
std::string complaint(std::string_view bytes) {
    const testing::TempDir folder;
    try {
        static_cast<void>(Gazetteer(folder.write("some.gazetteer", bytes)).version());
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::InputUnreadable);
        CHECK(std::string_view(error.what()).find("some.gazetteer") != std::string_view::npos);
        CHECK_FALSE(error.hint().empty());
        return error.what();
    }
    return {};
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// `bytes` with a changed header.
template <typename Change>
std::string with_header(std::string bytes, Change change) {
    Header header;
    std::memcpy(&header, bytes.data(), sizeof(Header));
    change(header);
    std::memcpy(bytes.data(), &header, sizeof(Header));
    return bytes;
}

/// `bytes` with one record changed and the checksum made right again.
template <typename Record, typename Change>
std::string with_record(std::string bytes, Section section, std::size_t index, Change change) {
    Header header;
    std::memcpy(&header, bytes.data(), sizeof(Header));
    char* const at = bytes.data() +
                     header.sections[static_cast<std::size_t>(section)].offset_bytes +
                     index * sizeof(Record);
    Record record;
    std::memcpy(&record, at, sizeof(Record));
    change(record);
    std::memcpy(at, &record, sizeof(Record));
    return with_header(bytes, [&](Header& changed) {
        changed.checksum = file_checksum(changed, std::string_view(bytes).substr(sizeof(Header)));
    });
}

}  // namespace

TEST_SUITE("gazetteer.sections") {
    TEST_CASE("Gazetteer opens what was compiled") {
        CHECK(complaint(small_file()).empty());
    }

    TEST_CASE("Gazetteer refuses a file that is cut anywhere") {
        const std::string whole = small_file();
        for (const std::size_t size :
             {std::size_t{0}, std::size_t{7}, sizeof(Header) - 1, sizeof(Header)}) {
            CAPTURE(size);
            CHECK_FALSE(complaint(std::string_view(whole).substr(0, size)).empty());
        }
        CHECK(holds(complaint(std::string_view(whole).substr(0, whole.size() - 1)), "bytes, not"));
        CHECK(holds(complaint(whole + "x"), "bytes, not"));
    }

    TEST_CASE("Gazetteer refuses a file with any byte changed") {
        const std::string whole = small_file();
        for (std::size_t at = 0; at < whole.size(); at += at < sizeof(Header) ? 1 : 997) {
            CAPTURE(at);
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 0x20);
            CHECK_FALSE(complaint(changed).empty());
        }
    }

    TEST_CASE("Gazetteer says what is wrong with a header") {
        const std::string whole = small_file();
        CHECK(holds(complaint(with_header(whole, [](Header& h) { h.magic[0] = 'x'; })),
                    "no gazetteer"));
        CHECK(holds(complaint(with_header(whole, [](Header& h) { h.byte_order = 0x04030201; })),
                    "byte order"));
        CHECK(holds(complaint(with_header(whole, [](Header& h) { ++h.version; })),
                    "format version 2, not 1"));
        CHECK(holds(complaint(with_header(whole, [](Header& h) { h.checksum ^= 1; })), "checksum"));
    }

    TEST_CASE("Gazetteer refuses sections that lie outside of the file") {
        const std::string whole = small_file();
        for (std::size_t section = 0; section < kSectionCount; ++section) {
            CAPTURE(section);
            CHECK(holds(
                complaint(with_header(
                    whole, [&](Header& h) { h.sections[section].count = ~std::uint64_t{0}; })),
                "lies outside"));
            CHECK(holds(complaint(with_header(whole,
                                              [&](Header& h) {
                                                  h.sections[section].offset_bytes =
                                                      ~std::uint64_t{7};
                                              })),
                        "lies outside"));
            CHECK(holds(complaint(with_header(
                            whole, [&](Header& h) { h.sections[section].offset_bytes += 1; })),
                        "lies outside"));
        }
    }

    TEST_CASE("Gazetteer refuses indexes that lead outside of their section") {
        const std::string whole = small_file();
        const auto place = [&](auto change) {
            return complaint(with_record<PlaceRecord>(whole, Section::Places, 0, change));
        };
        CHECK(holds(place([](PlaceRecord& p) { p.parent = 0; }), "entities"));
        CHECK(holds(place([](PlaceRecord& p) { p.parent = 1'000'000; }), "entities"));
        CHECK(holds(place([](PlaceRecord& p) { p.id = kIdIsCode | 1'000'000; }), "entities"));
        CHECK(holds(place([](PlaceRecord& p) { p.name = 1'000'000; }), "entities"));
        CHECK(holds(place([](PlaceRecord& p) { p.kind = 11; }), "entities"));
        CHECK(holds(complaint(with_record<PersonRecord>(
                        whole, Section::People, 0, [](PersonRecord& p) { p.note = kNone; })),
                    "entities"));
        CHECK(holds(
            complaint(with_record<OrganisationRecord>(
                whole, Section::Organisations, 0, [](OrganisationRecord& o) { o.kind = kNone; })),
            "entities"));
        CHECK(holds(complaint(with_record<CodeRecord>(
                        whole, Section::Codes, 0, [](CodeRecord& c) { c.place = kNone; })),
                    "entities"));
        CHECK(holds(complaint(with_record<Candidate>(
                        whole, Section::Candidates, 0, [](Candidate& c) { c |= 0xFFFF; })),
                    "names"));
        CHECK(
            holds(complaint(with_record<NameRecord>(
                      whole, Section::Names, 1, [](NameRecord& n) { n.first_candidate = kNone; })),
                  "names"));
        CHECK(holds(complaint(with_record<Slot>(
                        whole, Section::Slots, 0, [](Slot& s) { s |= kSlotNameMask << 2U; })),
                    "names"));
    }
}

}  // namespace dateline::gazetteer
