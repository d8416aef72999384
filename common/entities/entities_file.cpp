// What the sections and keys of an entities file mean, and which of them contradict each other.
#include "common/entities/entities_file.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/nearest_name.hpp"
#include "common/base/printable.hpp"
#include "common/base/settings_reader.hpp"
#include "common/base/utf8.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

namespace dateline::entities {
namespace {

constexpr const char* kHeadingHint =
    "write [person \"Vladimir Putin\"], [place \"...\"], [org \"...\"] or [blocked]";

struct SectionType {
    std::string_view word;
    char letter;
};

constexpr std::array<SectionType, 3> kTypes = {{{"person", 'P'}, {"place", 'L'}, {"org", 'O'}}};
constexpr std::array<std::string_view, 4> kSections = {"person", "place", "org", "blocked"};
constexpr std::array<std::string_view, 4> kEntityKeys = {"id", "alias", "merge", "separate"};
constexpr std::array<std::string_view, 4> kBlockedKeys = {"person", "place", "org", "any"};

char letter_of(std::string_view word) {
    const auto* const found = std::find_if(
        kTypes.begin(), kTypes.end(), [&](const SectionType& type) { return type.word == word; });
    return found == kTypes.end() ? '\0' : found->letter;
}

std::string_view word_of(char letter) {
    return std::find_if(kTypes.begin(),
                        kTypes.end(),
                        [&](const SectionType& type) { return type.letter == letter; })
        ->word;
}

/// Whether text::slug() found nothing to make `slug` of.
bool has_no_letters(std::string_view slug) {
    return slug.starts_with('~');
}

std::string listed(std::span<const std::string_view> names) {
    std::string list;
    for (const std::string_view name : names) {
        list += (list.empty() ? "" : ", ") + std::string(name);
    }
    return list;
}

}  // namespace

/// Says what the parts of an entities file mean.
class EntitiesFile::Reader final : public SettingsReader {
public:
    Reader(std::string_view text, const std::string& name) : SettingsReader(text, name) {}

    void read(EntitiesFile& file) {
        read_lines();
        finish_entity();
        check_claims();
        for (Described& each : described_) {
            file.entities_.push_back(std::move(each.entity));
        }
        file.blocked_ = std::move(blocked_);
    }

private:
    /// An entity, and the lines on which it is said what it is.
    struct Described {
        UserEntity entity;
        std::size_t line = 0;
        std::size_t id_line = 0;
        std::vector<std::size_t> alias_lines;
        std::vector<std::size_t> merge_lines;
        std::vector<std::size_t> separation_lines;
    };

    /// Which entity a name or id is claimed for.
    struct Claim {
        std::string id;
        std::size_t line = 0;
    };

    [[nodiscard]] HeadingForm heading_form(std::string_view word) const override {
        if (std::find(kSections.begin(), kSections.end(), word) == kSections.end()) {
            const std::string_view near = nearest_name(word, kSections);
            complain("there are no sections '[" + printable_line(word) + "]'",
                     near.empty() ? std::string(kHeadingHint)
                                  : "did you mean '[" + std::string(near) +
                                        (near == "blocked" ? "]'?" : " ...]'?"));
        }
        return {word == "blocked" ? "" : "name", kHeadingHint};
    }

    void begin_section(const std::string& word, const std::string& argument) override {
        finish_entity();
        letter_ = letter_of(word);
        in_blocked_ = letter_ == '\0';
        if (in_blocked_) {
            return;
        }
        Described described;
        described.line = line_number();
        described.entity.name = name_of(argument);
        described_.push_back(std::move(described));
        open_ = true;
    }

    void set(const std::string& key, const std::string& value) override {
        if (!open_ && !in_blocked_) {
            complain("'" + printable_line(key) + "' stands before the first section", kHeadingHint);
        }
        check_key(key, in_blocked_ ? std::span(kBlockedKeys) : std::span(kEntityKeys));
        if (value.empty()) {
            complain(key + " needs a value", "leave the line out");
        }
        if (in_blocked_) {
            block(key, value);
        } else {
            describe(key, value);
        }
    }

    void check_key(const std::string& key, std::span<const std::string_view> keys) const {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            const std::string_view near = nearest_name(key, keys);
            complain("there is no setting '" + printable_line(key) + "' in a section [" +
                         (in_blocked_ ? "blocked" : std::string(word_of(letter_))) + "]",
                     near.empty() ? "the settings are " + listed(keys)
                                  : "did you mean '" + std::string(near) + "'?");
        }
    }

    void block(const std::string& key, const std::string& value) {
        for (const SectionType& type : kTypes) {
            if (key == type.word || key == "any") {
                blocked_.push_back({type.letter, text::slug(name_of(value))});
                blocked_lines_.push_back(line_number());
            }
        }
    }

    void describe(const std::string& key, const std::string& value) {
        Described& described = described_.back();
        if (key == "id") {
            if (!described.entity.id.empty()) {
                complain("'id' is set twice in one section", "set it once");
            }
            described.entity.id = id_of(value);
            described.id_line = line_number();
        } else if (key == "alias") {
            described.entity.aliases.push_back(name_of(value));
            described.alias_lines.push_back(line_number());
        } else if (key == "merge") {
            described.entity.merges.push_back(id_of(value));
            described.merge_lines.push_back(line_number());
        } else {
            described.entity.separations.push_back(id_of(value));
            described.separation_lines.push_back(line_number());
        }
    }

    /// A name with letters or digits, in one line.
    [[nodiscard]] std::string name_of(const std::string& text) const {
        std::string name = collapse_spaces(text);
        if (name.empty() || has_no_letters(text::slug(name))) {
            complain("'" + printable_line(text) + "' is not a name",
                     "a name has letters or digits");
        }
        return name;
    }

    /// An id of the type of the section, with its letter.
    [[nodiscard]] std::string id_of(const std::string& text) const {
        std::string_view id = text;
        id.remove_prefix(id.starts_with('@') ? 1 : 0);
        const bool typed = id.size() > 1 && id[1] == ':';
        if (typed && id[0] != letter_) {
            complain("'" + printable_line(text) + "' is not the id of a " +
                         std::string(word_of(letter_)),
                     std::string("ids of this section begin with ") + letter_ +
                         ": as --entities-report prints them");
        }
        const std::string slug = text::slug(typed ? id.substr(2) : id);
        if (has_no_letters(slug)) {
            complain("'" + printable_line(text) + "' is not an id",
                     "write it as --entities-report prints it");
        }
        return std::string{letter_, ':'} + slug;
    }

    void finish_entity() {
        if (open_ && described_.back().entity.id.empty()) {
            Described& described = described_.back();
            described.entity.id = std::string{letter_, ':'} + text::slug(described.entity.name);
            described.id_line = described.line;
        }
        open_ = false;
    }

    /// Complains about what two parts of the file say differently.
    void check_claims() const {
        std::map<std::string, Claim> ids;
        std::map<std::string, Claim> names;
        for (const Described& each : described_) {
            claim_id(ids, each.entity.id, each.entity.id, each.id_line, true);
            for (std::size_t i = 0; i < each.entity.merges.size(); ++i) {
                claim_id(ids, each.entity.merges[i], each.entity.id, each.merge_lines[i], false);
            }
        }
        for (const Described& each : described_) {
            claim_name(names, each.entity.name, each.entity.id, each.line);
            for (std::size_t i = 0; i < each.entity.aliases.size(); ++i) {
                claim_name(names, each.entity.aliases[i], each.entity.id, each.alias_lines[i]);
            }
            check_separations(each, ids);
        }
        for (std::size_t i = 0; i < blocked_.size(); ++i) {
            const auto used = names.find(std::string{blocked_[i].letter, ':'} + blocked_[i].slug);
            if (used != names.end()) {
                complain_at(blocked_lines_[i],
                            "the name is blocked, but line " + std::to_string(used->second.line) +
                                " gives it to " + used->second.id,
                            "keep one of the two lines");
            }
        }
    }

    void claim_id(std::map<std::string, Claim>& ids,
                  const std::string& id,
                  const std::string& by,
                  std::size_t line,
                  bool own) const {
        const auto [entry, is_new] = ids.try_emplace(id, Claim{by, line});
        if (!is_new && (own || entry->second.id != by)) {
            complain_at(std::max(line, entry->second.line),
                        "the id " + printable_line(id) + " stands for two entities: see line " +
                            std::to_string(std::min(line, entry->second.line)),
                        "put all that is one entity in one section");
        }
    }

    void claim_name(std::map<std::string, Claim>& names,
                    const std::string& name,
                    const std::string& by,
                    std::size_t line) const {
        const auto [entry, is_new] =
            names.try_emplace(std::string{by[0], ':'} + text::slug(name), Claim{by, line});
        if (!is_new && entry->second.id != by) {
            complain_at(line,
                        "the name '" + printable_line(name) +
                            "' stands for two entities: see line " +
                            std::to_string(entry->second.line),
                        "a name can stand for one entity only");
        }
    }

    void check_separations(const Described& each, const std::map<std::string, Claim>& ids) const {
        for (std::size_t i = 0; i < each.entity.separations.size(); ++i) {
            const auto claim = ids.find(each.entity.separations[i]);
            if (claim != ids.end() && claim->second.id == each.entity.id) {
                complain_at(each.separation_lines[i],
                            printable_line(each.entity.separations[i]) +
                                " is separated from its own entity: see line " +
                                std::to_string(claim->second.line),
                            "keep one of the two lines");
            }
        }
    }

    char letter_ = '\0';
    bool open_ = false;  ///< the last of described_ is being read
    bool in_blocked_ = false;
    std::vector<Described> described_;
    std::vector<BlockedName> blocked_;
    std::vector<std::size_t> blocked_lines_;
};

EntitiesFile EntitiesFile::parse(std::string_view text, const std::string& name) {
    EntitiesFile file;
    file.text_ = text;
    Reader(file.text_, name).read(file);
    return file;
}

EntitiesFile EntitiesFile::read(const std::filesystem::path& path) {
    return parse(read_file(path, kMaxEntitiesFileBytes), path.string());
}

std::filesystem::path entities_file_of(const std::filesystem::path& index) {
    return index / "entities.conf";
}

EntitiesFile find_entities_file(const std::string& given, const std::filesystem::path& index) {
    if (!given.empty()) {
        return EntitiesFile::read(given);
    }
    std::error_code ignored;
    return !index.empty() && std::filesystem::exists(entities_file_of(index), ignored)
               ? EntitiesFile::read(entities_file_of(index))
               : EntitiesFile();
}

void keep_entities_file(const EntitiesFile& file, const std::filesystem::path& index) {
    const std::filesystem::path path = entities_file_of(index);
    std::error_code error;
    if (!file.is_empty()) {
        write_file_atomically(path, file.text());
    } else if (std::filesystem::remove(path, error)) {
        sync_to_disk(index);
    }
    if (error) {
        throw Error(ErrorCode::Unwritable,
                    "cannot remove '" + path.string() + "': " + error.message(),
                    "check your permissions");
    }
}

}  // namespace dateline::entities
