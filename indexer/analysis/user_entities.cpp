// Applying the user's names to mentions.
#include "indexer/analysis/user_entities.hpp"

#include "common/base/hash.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/places/place_description.hpp"

#include <algorithm>
#include <utility>

namespace dateline::analysis {
namespace {

std::string letter_of(MentionType type) {
    switch (type) {
        case MentionType::Person:
            return "P:";
        case MentionType::Place:
            return "L:";
        case MentionType::Org:
        case MentionType::Date:
            break;
    }
    return "O:";
}

MentionType type_of(char letter) {
    return letter == 'P' ? MentionType::Person
                         : (letter == 'L' ? MentionType::Place : MentionType::Org);
}

/// Whether `c` is part of a word: a letter or digit, or a byte of another character than ASCII's.
bool is_word_byte(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_word_byte(text[end])) {
        ++end;
    }
    return text.substr(0, end);
}

/// Whether `name` says enough to be looked for without a tagger.
bool is_telling(std::string_view name) {
    const bool ascii = std::all_of(
        name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return !first_word(name).empty() && (!ascii || name.find(' ') != std::string_view::npos);
}

std::string_view surface_of(const Mention& mention, std::string_view text) {
    return text.substr(mention.start_bytes, mention.end_bytes - mention.start_bytes);
}

}  // namespace

UserEntities::UserEntities(const entities::EntitiesFile& file) {
    std::string said;
    for (const entities::UserEntity& entity : file.entities()) {
        const auto number = static_cast<std::uint32_t>(entities_.size());
        entities_.push_back({type_of(entity.id[0]), entity.id, entity.name});
        said += entity.id + '\n' + entity.name + '\n';
        add_name(entity.name, number);
        for (const std::string& alias : entity.aliases) {
            said += '\t' + alias + '\n';
            add_name(alias, number);
        }
    }
    for (const entities::BlockedName& name : file.blocked()) {
        blocked_.insert(std::string{name.letter, ':'} + name.slug);
        said += std::string("-") + name.letter + name.slug + '\n';
    }
    version_ = said.empty() ? std::string() : hex16(hash64(said));
}

void UserEntities::add_name(const std::string& name, std::uint32_t entity) {
    by_slug_.try_emplace(letter_of(entities_[entity].type) + text::slug(name), entity);
    if (is_telling(name)) {
        by_first_word_[std::string(first_word(name))].push_back({name, entity});
    }
}

const UserEntities::Entity* UserEntities::entity_of(const Mention& mention,
                                                    std::string_view surface) const {
    auto found = by_slug_.find(letter_of(mention.type) + text::slug(surface));
    // The name of a place is the gazetteer's: Paris for every Paris.
    if (found == by_slug_.end() && mention.type != MentionType::Place) {
        found = by_slug_.find(letter_of(mention.type) + text::slug(mention.name));
    }
    return found == by_slug_.end() ? nullptr : &entities_[found->second];
}

bool UserEntities::is_blocked(const Mention& mention, std::string_view surface) const {
    return blocked_.contains(letter_of(mention.type) + text::slug(surface)) ||
           (mention.type != MentionType::Place &&
            blocked_.contains(letter_of(mention.type) + text::slug(mention.name)));
}

void UserEntities::rename(const Entity& entity,
                          const gazetteer::Gazetteer& gazetteer,
                          Mention& mention) {
    if (mention.type == MentionType::Place && mention.id != entity.id) {
        mention.coordinates.reset();
        mention.path.clear();
        if (const auto place = gazetteer.find_place(entity.id)) {
            PlaceDescription known = describe_place(gazetteer, *place);
            if (known.located) {
                mention.coordinates = Coordinates{known.latitude, known.longitude};
            }
            mention.path = std::move(known.path);
        }
    }
    mention.id = entity.id;
    mention.name = entity.name;
}

void UserEntities::apply(std::string_view text,
                         const gazetteer::Gazetteer& gazetteer,
                         std::vector<Mention>& mentions) const {
    if (version_.empty()) {
        return;
    }
    std::erase_if(mentions, [&](const Mention& mention) {
        return is_blocked(mention, surface_of(mention, text));
    });
    for (Mention& mention : mentions) {
        if (const Entity* const entity = entity_of(mention, surface_of(mention, text))) {
            rename(*entity, gazetteer, mention);
        }
    }
    find_written(text, gazetteer, mentions);
}

void UserEntities::find_written(std::string_view text,
                                const gazetteer::Gazetteer& gazetteer,
                                std::vector<Mention>& mentions) const {
    const std::size_t tagged = mentions.size();
    std::size_t at = 0;
    while (at < text.size() && !by_first_word_.empty()) {
        const std::string_view word = first_word(text.substr(at));
        const Written* const written = longest_name(text.substr(at), word);
        const std::size_t end = at + (written == nullptr ? word.size() : written->name.size());
        const bool free = written != nullptr &&
                          std::none_of(mentions.begin(),
                                       mentions.begin() + static_cast<std::ptrdiff_t>(tagged),
                                       [&](const Mention& other) {
                                           return at < other.end_bytes && other.start_bytes < end;
                                       });
        if (free) {
            Mention mention;
            mention.type = entities_[written->entity].type;
            mention.start_bytes = static_cast<std::uint32_t>(at);
            mention.end_bytes = static_cast<std::uint32_t>(end);
            mention.method = "rules";
            rename(entities_[written->entity], gazetteer, mention);
            mentions.push_back(std::move(mention));
        }
        at = std::max(end, at + 1);
    }
}

const UserEntities::Written* UserEntities::longest_name(std::string_view text,
                                                        std::string_view word) const {
    const auto names = by_first_word_.find(std::string(word));
    if (word.empty() || names == by_first_word_.end()) {
        return nullptr;
    }
    const Written* longest = nullptr;
    for (const Written& written : names->second) {
        const std::size_t size = written.name.size();
        if (text.starts_with(written.name) && (size == text.size() || !is_word_byte(text[size])) &&
            (longest == nullptr || size > longest->name.size())) {
            longest = &written;
        }
    }
    return longest;
}

}  // namespace dateline::analysis
