// What the user's entities file says about the mentions of an article.
#pragma once

#include "common/article/article.hpp"
#include "common/entities/entities_file.hpp"
#include "common/gazetteer/gazetteer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline::analysis {

/// Names, aliases and blocked names, ready to be looked up. Immutable: safe to use from several
/// threads at once.
class UserEntities {
public:
    explicit UserEntities(const entities::EntitiesFile& file);

    /// Changes `mentions`, which lie in `text`:
    ///  - those of a blocked name go;
    ///  - those of a user's name or alias, and for people and organisations those whose canonical
    ///    name is one, become that entity; a place with an id of `gazetteer` gets what it knows;
    ///  - names and aliases of two words or more, and of other letters than ASCII's, are mentions
    ///    wherever `text` has them as they are written, if nothing else is there.
    void apply(std::string_view text,
               const gazetteer::Gazetteer& gazetteer,
               std::vector<Mention>& mentions) const;

    /// Differs whenever apply() may do something else; empty if it does nothing.
    [[nodiscard]] const std::string& version() const noexcept { return version_; }

private:
    struct Entity {
        MentionType type = MentionType::Person;
        std::string id;
        std::string name;
    };

    /// A name as it is looked for in the text.
    struct Written {
        std::string name;
        std::uint32_t entity = 0;
    };

    void add_name(const std::string& name, std::uint32_t entity);
    [[nodiscard]] const Entity* entity_of(const Mention& mention, std::string_view surface) const;
    [[nodiscard]] bool is_blocked(const Mention& mention, std::string_view surface) const;
    static void rename(const Entity& entity,
                       const gazetteer::Gazetteer& gazetteer,
                       Mention& mention);

    /// The longest name with which `text` begins, whose first word is `word`; nullptr if none.
    [[nodiscard]] const Written* longest_name(std::string_view text, std::string_view word) const;

    void find_written(std::string_view text,
                      const gazetteer::Gazetteer& gazetteer,
                      std::vector<Mention>& mentions) const;

    std::vector<Entity> entities_;
    std::unordered_map<std::string, std::uint32_t> by_slug_;  // `P:` and the slug of a name
    std::unordered_set<std::string> blocked_;                 // the same
    std::unordered_map<std::string, std::vector<Written>> by_first_word_;
    std::string version_;
};

}  // namespace dateline::analysis
