// Puts the sections together behind a header.
#include "common/gazetteer/compile/compile.hpp"

#include "common/gazetteer/compile/entity_tables.hpp"
#include "common/gazetteer/compile/name_book.hpp"
#include "common/gazetteer/compile/place_entries.hpp"
#include "common/gazetteer/format.hpp"
#include "common/gazetteer/sections.hpp"

#include <cstring>
#include <span>

namespace dateline::gazetteer {
namespace {

/// The file while it grows.
class FileBytes {
public:
    FileBytes() : bytes_(sizeof(Header), '\0') {}

    template <typename Record>
    void append(Section section, std::span<const Record> records) {
        const std::span<const std::byte> raw = std::as_bytes(records);
        bytes_.resize((bytes_.size() + 7) / 8 * 8);
        header_.sections[static_cast<std::size_t>(section)] = {bytes_.size(), records.size()};
        const std::size_t start = bytes_.size();
        bytes_.resize(start + raw.size());
        if (!raw.empty()) {
            std::memcpy(bytes_.data() + start, raw.data(), raw.size());
        }
    }

    std::string finish() {
        header_.file_bytes = bytes_.size();
        header_.checksum = file_checksum(header_, std::string_view(bytes_).substr(sizeof(Header)));
        std::memcpy(bytes_.data(), &header_, sizeof(Header));
        return std::move(bytes_);
    }

private:
    Header header_;
    std::string bytes_;
};

}  // namespace

std::string compile_gazetteer(const std::filesystem::path& folder) {
    TextPool text;
    NameBook names(read_english_words(folder));
    PlaceEntries entries = read_places(folder);
    block_names(read_blocked_names(folder), entries);
    const PlaceSections places = lay_out_places(entries, text, names);
    const std::vector<PersonRecord> people = read_people(folder, text, names);
    const std::vector<OrganisationRecord> organisations = read_organisations(folder, text, names);
    read_name_words(folder, names);
    const NameSections found = names.finish();

    FileBytes file;
    file.append<Slot>(Section::Slots, found.slots);
    file.append<NameRecord>(Section::Names, found.names);
    file.append<Candidate>(Section::Candidates, found.candidates);
    file.append<PlaceRecord>(Section::Places, places.places);
    file.append<PersonRecord>(Section::People, people);
    file.append<OrganisationRecord>(Section::Organisations, organisations);
    file.append<CodeRecord>(Section::Codes, places.codes);
    file.append<char>(Section::Text, text.bytes());
    return file.finish();
}

}  // namespace dateline::gazetteer
