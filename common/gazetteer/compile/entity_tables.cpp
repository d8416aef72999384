// One function a table; the columns of each stand in its first line.
#include "common/gazetteer/compile/entity_tables.hpp"

#include "common/base/error.hpp"
#include "common/gazetteer/compile/table.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace dateline::gazetteer {
namespace {

// People of our own table are in the news now; those of WordNet are its history.
constexpr std::uint16_t kPersonImportance = 9'000;
constexpr std::uint16_t kHistoricPersonImportance = 5'000;
constexpr std::uint16_t kOrganisationImportance = 9'500;
constexpr std::uint16_t kAliasLoss = 300;

struct PersonRow {
    std::string name;
    std::string country;
    std::string note;
    std::uint16_t first_year = 0;
    std::uint16_t last_year = 0;
    std::uint16_t importance = 0;
    std::vector<std::string> other_names;
};

[[noreturn]] void fail(const Table& table, const std::string& why) {
    throw Error(ErrorCode::InputUnreadable, "cannot use '" + table.path.string() + "': " + why);
}

std::uint16_t year(const Table& table, std::string_view digits) {
    return digits.empty() ? std::uint16_t{0}
                          : static_cast<std::uint16_t>(table_number(table, digits) % 10'000);
}

std::vector<std::string> owned_list(std::string_view list) {
    const std::vector<std::string_view> parts = split_list(list);
    return {parts.begin(), parts.end()};
}

/// name, country, note, years `1981-1989` or `2012-`, other names
std::map<std::string, PersonRow> read_own_people(const std::filesystem::path& folder) {
    const Table table = read_table(folder / "people.tsv", 5);
    std::map<std::string, PersonRow> people;
    for (const std::vector<std::string>& row : table.rows) {
        const std::size_t dash = row[3].find('-');
        PersonRow person{row[0], row[1], row[2], 0, 0, kPersonImportance, owned_list(row[4])};
        if (dash != std::string::npos) {
            person.first_year = year(table, std::string_view(row[3]).substr(0, dash));
            person.last_year = year(table, std::string_view(row[3]).substr(dash + 1));
        }
        if (!people.try_emplace(text::slug(row[0]), std::move(person)).second) {
            fail(table, "'" + row[0] + "' is there twice");
        }
    }
    return people;
}

/// name, other names, born, died
void add_historic_people(const std::filesystem::path& folder,
                         std::map<std::string, PersonRow>& people) {
    const Table table = read_table(folder / "wordnet_people.tsv.xz", 4);
    std::map<std::string, std::string> known;  // any full name of our own table to its id
    for (const auto& [id, person] : people) {
        known.emplace(id, id);
        for (const std::string& name : person.other_names) {
            known.emplace(text::slug(name), id);
        }
    }
    for (const std::vector<std::string>& row : table.rows) {
        const std::string id = text::slug(row[0]);
        if (known.contains(id)) {
            continue;
        }
        PersonRow person{
            row[0], "", "", 0, year(table, row[3]), kHistoricPersonImportance, owned_list(row[1])};
        people.try_emplace(id, std::move(person));
    }
}

std::optional<NameClass> class_named(std::string_view name) {
    for (unsigned number = 0; number < kNameClassCount; ++number) {
        const auto name_class = static_cast<NameClass>(number);
        if (name == name_class_name(name_class)) {
            return name_class;
        }
    }
    return std::nullopt;
}

/// The names in other languages by the id of the organisation, such as `O:nato`.
std::map<std::string, std::vector<std::string>> foreign_names(const std::filesystem::path& folder) {
    std::map<std::string, std::vector<std::string>> names;
    for (const std::vector<std::string>& row : read_table(folder / "foreign_names.tsv", 2).rows) {
        names.emplace(row[0], owned_list(row[1]));
    }
    return names;
}

}  // namespace

std::vector<PersonRecord> read_people(const std::filesystem::path& folder,
                                      TextPool& text,
                                      NameBook& names) {
    std::map<std::string, PersonRow> people = read_own_people(folder);
    add_historic_people(folder, people);
    std::vector<PersonRecord> records;
    for (const auto& [id, person] : people) {
        const auto index = static_cast<std::uint32_t>(records.size());
        const NameClasses classes{NameClass::KnownPerson};
        names.add(
            person.name, classes, {EntityKind::Person, index, person.importance, false, false});
        for (const std::string& name : person.other_names) {
            const auto importance = static_cast<std::uint32_t>(person.importance - kAliasLoss);
            names.add(name, classes, {EntityKind::Person, index, importance, true, false});
        }
        records.push_back({text.add(id),
                           text.add(person.name),
                           text.add(person.note),
                           text.add(person.country),
                           person.importance,
                           person.first_year,
                           person.last_year,
                           0});
    }
    return records;
}

std::vector<OrganisationRecord> read_organisations(const std::filesystem::path& folder,
                                                   TextPool& text,
                                                   NameBook& names) {
    // kind, country, name, other names, first year
    const Table table = read_table(folder / "organisations.tsv", 5);
    std::map<std::string, const std::vector<std::string>*> rows;
    for (const std::vector<std::string>& row : table.rows) {
        if (!rows.emplace(text::slug(row[2]), &row).second) {
            fail(table, "'" + row[2] + "' is there twice");
        }
    }
    const std::map<std::string, std::vector<std::string>> foreign = foreign_names(folder);
    std::vector<OrganisationRecord> records;
    for (const auto& [id, row] : rows) {
        const auto index = static_cast<std::uint32_t>(records.size());
        const NameClasses classes{NameClass::Organisation};
        names.add((*row)[2],
                  classes,
                  {EntityKind::Organisation, index, kOrganisationImportance, false, false});
        std::vector<std::string> other_names = owned_list((*row)[3]);
        if (const auto more = foreign.find("O:" + id); more != foreign.end()) {
            std::ranges::copy(more->second, std::back_inserter(other_names));
        }
        for (const std::string& name : other_names) {
            names.add(name,
                      classes,
                      {EntityKind::Organisation,
                       index,
                       kOrganisationImportance - kAliasLoss,
                       true,
                       false});
        }
        records.push_back({text.add(id),
                           text.add((*row)[2]),
                           text.add((*row)[0]),
                           text.add((*row)[1]),
                           kOrganisationImportance,
                           year(table, (*row)[4])});
    }
    return records;
}

void read_name_words(const std::filesystem::path& folder, NameBook& names) {
    // class, names
    const Table words = read_table(folder / "words.tsv", 2);
    for (const std::vector<std::string>& row : words.rows) {
        const std::optional<NameClass> name_class = class_named(row[0]);
        if (!name_class) {
            fail(words, "there is no class '" + row[0] + "'");
        }
        for (const std::string_view name : split_list(row[1])) {
            names.add(name, NameClasses{*name_class});
        }
    }
    // name, g for given and f for family
    const Table people = read_table(folder / "person_names.tsv.xz", 2);
    for (const std::vector<std::string>& row : people.rows) {
        if (row[1].find('g') != std::string::npos) {
            names.add(row[0], {NameClass::GivenName});
        }
        if (row[1].find('f') != std::string::npos) {
            names.add(row[0], {NameClass::FamilyName});
        }
    }
}

std::unordered_set<std::string> read_english_words(const std::filesystem::path& folder) {
    std::unordered_set<std::string> words;
    for (const std::vector<std::string>& row :
         read_table(folder / "english_words.tsv.xz", 1).rows) {
        words.insert(row[0]);
    }
    return words;
}

}  // namespace dateline::gazetteer
