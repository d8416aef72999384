// Checks before use: a gazetteer file may be cut, overwritten, or of another version.
#include "common/gazetteer/sections.hpp"

#include "common/base/error.hpp"
#include "common/base/hash.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace dateline::gazetteer {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
    throw Error(ErrorCode::InputUnreadable,
                "cannot use '" + path.string() + "': " + why,
                "install dateline again, or name another gazetteer in DATELINE_GAZETTEER");
}

template <typename Record>
std::span<const Record> section(std::string_view bytes, const Header& header, Section which) {
    const SectionEntry& entry = header.sections[static_cast<std::size_t>(which)];
    // The header's check has shown that the section lies in the file at a multiple of eight bytes,
    // and a mapping starts at a page border.
    const auto* const start = reinterpret_cast<const Record*>(
        bytes.data() + entry.offset_bytes);  // NOLINT(*-reinterpret-cast)
    return {start, static_cast<std::size_t>(entry.count)};
}

bool lies_inside(const SectionEntry& entry, std::size_t record_bytes, std::uint64_t file_bytes) {
    return entry.offset_bytes % 8 == 0 && entry.offset_bytes >= sizeof(Header) &&
           entry.offset_bytes <= file_bytes &&
           entry.count <= (file_bytes - entry.offset_bytes) / record_bytes;
}

/// Whether a text starts at `offset` and ends inside `text`.
bool is_text(std::string_view text, std::uint32_t offset) {
    return offset < text.size() && static_cast<unsigned char>(text[offset]) < text.size() - offset;
}

bool slots_are_good(const Sections& sections) {
    const auto is_bad = [&](Slot slot) {
        const std::uint64_t name = (slot >> kSlotNameShift) & kSlotNameMask;
        return name >= sections.names.size();  // 1 + index, and the last record is no name
    };
    return sections.slots.size() <= ~kSlotHashMask &&
           std::ranges::find(sections.slots, Slot{0}) != sections.slots.end() &&
           std::ranges::none_of(sections.slots, is_bad);
}

bool names_are_good(const Sections& sections) {
    const auto starts_before = [](const NameRecord& left, const NameRecord& right) {
        return left.first_candidate < right.first_candidate;
    };
    return !sections.names.empty() && sections.names.front().first_candidate == 0 &&
           std::ranges::is_sorted(sections.names, starts_before) &&
           sections.names.back().first_candidate == sections.candidates.size();
}

bool candidates_are_good(const Sections& sections) {
    return std::ranges::all_of(sections.candidates, [&](Candidate candidate) {
        const Candidate index = candidate & kCandidateIndexMask;
        switch (static_cast<EntityKind>(candidate >> kCandidateKindShift)) {
            case EntityKind::Place:
            case EntityKind::PlaceAdjective:
                return index < sections.places.size();
            case EntityKind::Person:
                return index < sections.people.size();
            case EntityKind::Organisation:
                return index < sections.organisations.size();
        }
        return false;
    });
}

bool places_are_good(const Sections& sections) {
    // A parent is of a wider kind than its child, so that no walk upwards goes round in a circle.
    const auto is_good_parent = [&](const PlaceRecord& place) {
        return place.parent == kNone || (place.parent < sections.places.size() &&
                                         sections.places[place.parent].kind < place.kind);
    };
    const auto is_good = [&](const PlaceRecord& place) {
        const bool good_id =
            (place.id & kIdIsCode) == 0 || is_text(sections.text, place.id & ~kIdIsCode);
        return good_id && is_text(sections.text, place.name) &&
               place.kind <= static_cast<std::uint8_t>(PlaceKind::Site) && is_good_parent(place);
    };
    return std::ranges::all_of(sections.places, is_good);
}

bool entities_are_good(const Sections& sections) {
    const auto has_texts = [&](const auto& record, std::uint32_t third) {
        return is_text(sections.text, record.id) && is_text(sections.text, record.name) &&
               is_text(sections.text, record.country) && is_text(sections.text, third);
    };
    return std::ranges::all_of(
               sections.people,
               [&](const PersonRecord& person) { return has_texts(person, person.note); }) &&
           std::ranges::all_of(sections.organisations,
                               [&](const OrganisationRecord& organisation) {
                                   return has_texts(organisation, organisation.kind);
                               }) &&
           std::ranges::all_of(sections.codes, [&](const CodeRecord& code) {
               return is_text(sections.text, code.code) && code.place < sections.places.size();
           });
}

}  // namespace

std::uint64_t file_checksum(Header header, std::string_view body) {
    header.checksum = hash64(body);
    std::array<char, sizeof(Header)> bytes{};
    std::memcpy(bytes.data(), &header, sizeof(Header));
    return hash64({bytes.data(), bytes.size()});
}

Header read_header(std::string_view bytes, const std::filesystem::path& path) {
    Header header;
    if (bytes.size() < sizeof(Header)) {
        refuse(path, "it is cut");
    }
    std::memcpy(&header, bytes.data(), sizeof(Header));
    if (header.magic != kMagic) {
        refuse(path, "it is no gazetteer");
    }
    if (header.byte_order != kByteOrder) {
        refuse(path, "it is for machines of another byte order");
    }
    if (header.version != kFormatVersion) {
        refuse(path,
               "it has format version " + std::to_string(header.version) + ", not " +
                   std::to_string(kFormatVersion));
    }
    if (header.file_bytes != bytes.size() || bytes.size() > kMaxFileBytes) {
        refuse(path,
               "it has " + std::to_string(bytes.size()) + " bytes, not " +
                   std::to_string(header.file_bytes));
    }
    std::uint64_t end = sizeof(Header);
    for (std::size_t i = 0; i < kSectionCount; ++i) {
        if (!lies_inside(header.sections[i], kRecordBytes[i], bytes.size())) {
            refuse(path, "section " + std::to_string(i) + " lies outside of it");
        }
        // The header is not in the checksum: an offset that moved must not go unseen.
        if (header.sections[i].offset_bytes != (end + 7) / 8 * 8) {
            refuse(path, "section " + std::to_string(i) + " is not where the one before ends");
        }
        end = header.sections[i].offset_bytes + header.sections[i].count * kRecordBytes[i];
    }
    if (end != bytes.size()) {
        refuse(path, "its last section does not end where it does");
    }
    if (file_checksum(header, bytes.substr(sizeof(Header))) != header.checksum) {
        refuse(path, "its checksum is wrong");
    }
    return header;
}

Sections read_sections(std::string_view bytes, const std::filesystem::path& path) {
    const Header header = read_header(bytes, path);
    Sections sections;
    sections.slots = section<Slot>(bytes, header, Section::Slots);
    sections.names = section<NameRecord>(bytes, header, Section::Names);
    sections.candidates = section<Candidate>(bytes, header, Section::Candidates);
    sections.places = section<PlaceRecord>(bytes, header, Section::Places);
    sections.people = section<PersonRecord>(bytes, header, Section::People);
    sections.organisations = section<OrganisationRecord>(bytes, header, Section::Organisations);
    sections.codes = section<CodeRecord>(bytes, header, Section::Codes);
    const SectionEntry& text = header.sections[static_cast<std::size_t>(Section::Text)];
    sections.text = bytes.substr(text.offset_bytes, text.count);
    if (!slots_are_good(sections) || !names_are_good(sections) || !candidates_are_good(sections)) {
        refuse(path, "its names lead outside of it");
    }
    if (!places_are_good(sections) || !entities_are_good(sections)) {
        refuse(path, "its entities lead outside of it");
    }
    return sections;
}

}  // namespace dateline::gazetteer
