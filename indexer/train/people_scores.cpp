// Entities are compared by id; what an id should be is what the linker makes of the full name
// alone.
#include "indexer/train/people_scores.hpp"

#include "common/names/honorifics.hpp"
#include "common/names/person_name.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dateline::train {

namespace {

using analysis::LinkedName;
using analysis::NameMention;

// The title before byte `start`, on the same line.
analysis::ByteRange title_before(std::string_view text, std::uint32_t start) {
    constexpr std::size_t kMaxWords = 4;
    std::vector<std::string_view> words{"X"};  // stands for the name
    std::uint32_t begin = start;
    analysis::ByteRange title;
    while (words.size() <= kMaxWords && begin > 1 && text[begin - 1] == ' ') {
        const std::size_t space = text.substr(0, begin - 1).find_last_of(" \n");
        const std::size_t first = space == std::string_view::npos ? 0 : space + 1;
        words.insert(words.begin(), text.substr(first, begin - 1 - first));
        if (names::title_length(words) + 1 == words.size()) {
            title = {.start_bytes = static_cast<std::uint32_t>(first), .end_bytes = start - 1};
        }
        begin = static_cast<std::uint32_t>(first);
    }
    return title;
}

std::string_view bytes_of(const LabelledText& text, const LabelledName& name) {
    return std::string_view(text.text).substr(name.start_bytes, name.end_bytes - name.start_bytes);
}

// Marks of one text, by place.
using Gold = std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t>;

class TextScorer {
public:
    TextScorer(const analysis::NameLinker& linker,
               const LabelledText& text,
               const std::vector<NameMention>& mentions,
               PeopleScores& scores)
        : linker_(linker),
          text_(text),
          mentions_(mentions),
          scores_(scores),
          linked_(linker.link(text.text, mentions, text.year)) {
        for (std::size_t i = 0; i < text.names.size(); ++i) {
            gold_[{text.names[i].start_bytes, text.names[i].end_bytes}] = i;
        }
    }

    void score() {
        score_bare_names();
        score_set(MentionType::Person, "person", scores_.people);
        score_set(MentionType::Org, "org", scores_.orgs);
    }

private:
    // The entity that is marked where `linked` stands; empty if none is.
    [[nodiscard]] std::string marked_entity(const LinkedName& linked) const {
        const analysis::ByteRange range = mentions_[linked.mention].range;
        const auto found = gold_.find({range.start_bytes, range.end_bytes});
        const bool same = found != gold_.end() && text_.names[found->second].type == linked.type;
        return same ? text_.entities[found->second] : std::string{};
    }

    [[nodiscard]] std::string_view written(const LinkedName& linked) const {
        const analysis::ByteRange range = mentions_[linked.mention].range;
        return std::string_view(text_.text)
            .substr(range.start_bytes, range.end_bytes - range.start_bytes);
    }

    // What the full names of the text say.
    struct FullNames {
        std::map<std::string, std::set<std::string>> entities_of_id;
        std::set<std::string> entities;
        std::set<std::string> last_words;
        std::set<std::string> words;
    };

    [[nodiscard]] FullNames full_names() const {
        FullNames result;
        for (const LinkedName& linked : linked_) {
            const std::string entity = marked_entity(linked);
            const names::PersonName name = names::parse_person_name(written(linked));
            if (linked.type != MentionType::Person || entity.empty() || name.is_bare()) {
                continue;
            }
            result.entities_of_id[linked.id].insert(entity);
            result.entities.insert(entity);
            result.last_words.insert(name.words.back().folded);
            for (const names::NameWord& word : name.words) {
                result.words.insert(word.folded);
            }
        }
        return result;
    }

    void score_bare_names() {
        const FullNames full = full_names();
        for (const LinkedName& linked : linked_) {
            const std::string entity = marked_entity(linked);
            const names::PersonName name = names::parse_person_name(written(linked));
            if (linked.type != MentionType::Person || entity.empty() || !name.is_bare() ||
                !full.words.contains(name.words.back().folded)) {
                continue;
            }
            const auto joined = full.entities_of_id.find(linked.id);
            const bool right = joined == full.entities_of_id.end()
                                   ? !full.entities.contains(entity)
                                   : joined->second.contains(entity);
            const bool surname = full.last_words.contains(name.words.back().folded);
            ++(surname ? scores_.surnames : scores_.other_parts);
            (surname ? scores_.surnames_right : scores_.other_parts_right) += right ? 1 : 0;
            note(!right,
                 surname ? "surname" : "single name",
                 written(linked),
                 linked.name + ", not " + full_name_of(entity));
        }
    }

    // The longest name that is marked for `entity`.
    [[nodiscard]] std::string full_name_of(const std::string& entity) const {
        std::string longest;
        for (std::size_t i = 0; i < text_.names.size(); ++i) {
            const std::string_view name = bytes_of(text_, text_.names[i]);
            if (text_.entities[i] == entity && name.size() > longest.size()) {
                longest = name;
            }
        }
        return longest;
    }

    // The id that the name alone would have.
    [[nodiscard]] std::string id_of(const std::string& name, MentionType type) const {
        const NameMention whole{
            .type = type,
            .range = {.start_bytes = 0, .end_bytes = static_cast<std::uint32_t>(name.size())},
            .honorific = {},
            .method = {}};
        const std::vector<LinkedName> linked = linker_.link(name, std::vector{whole}, text_.year);
        return linked.empty() ? std::string{} : linked[0].id;
    }

    void score_set(MentionType type, const std::string& what, NameCounts& counts) {
        std::map<std::string, std::string> found;               // id to name
        std::map<std::string, std::set<std::string>> known_of;  // marked entity to ids it may have
        std::set<std::string> mixed;
        for (const LinkedName& linked : linked_) {
            if (linked.type == type) {
                found.emplace(linked.id, linked.name);
                const std::string entity = marked_entity(linked);
                if (linked.known && !entity.empty()) {
                    known_of[entity].insert(linked.id);
                } else {
                    mixed.insert(linked.id);
                }
            }
        }
        std::set<std::string> marked;
        for (std::size_t i = 0; i < text_.names.size(); ++i) {
            if (text_.names[i].type == type) {
                marked.insert(text_.entities[i]);
            }
        }
        counts.found += found.size();
        counts.marked += marked.size();
        for (const std::string& entity : marked) {
            const std::string full_name = full_name_of(entity);
            const bool right =
                found.erase(id_of(full_name, type)) > 0 || found.erase(id_of(entity, type)) > 0 ||
                (type == MentionType::Org && erase_any(found, entity)) ||
                (known_of[entity].size() == 1 && !mixed.contains(*known_of[entity].begin()) &&
                 found.erase(*known_of[entity].begin()) > 0);
            counts.right += right ? 1 : 0;
            note(!right, "missing " + what, full_name, entity);
        }
        for (const auto& [id, name] : found) {
            note(true, "extra " + what, name, id);
        }
    }

    // Of an organisation any name will do: its short forms stand for nothing else.
    [[nodiscard]] bool erase_any(std::map<std::string, std::string>& found,
                                 const std::string& entity) const {
        for (std::size_t i = 0; i < text_.names.size(); ++i) {
            if (text_.entities[i] == entity && text_.names[i].type == MentionType::Org &&
                found.erase(id_of(std::string(bytes_of(text_, text_.names[i])), MentionType::Org)) >
                    0) {
                return true;
            }
        }
        return false;
    }

    void note(bool wrong,
              const std::string& what,
              std::string_view name,
              const std::string& detail) {
        if (wrong) {
            scores_.errors.push_back(
                {.text = text_.name, .what = what, .name = std::string(name), .detail = detail});
        }
    }

    const analysis::NameLinker& linker_;
    const LabelledText& text_;
    const std::vector<NameMention>& mentions_;
    PeopleScores& scores_;
    std::vector<LinkedName> linked_;
    Gold gold_;
};

}  // namespace

std::vector<NameMention> marked_mentions(const LabelledText& text) {
    std::vector<NameMention> mentions;
    for (const LabelledName& name : text.names) {
        NameMention mention{.type = name.type,
                            .range = {.start_bytes = name.start_bytes, .end_bytes = name.end_bytes},
                            .honorific = {},
                            .method = {}};
        if (name.type == MentionType::Person) {
            mention.honorific = title_before(text.text, name.start_bytes);
        }
        mentions.push_back(mention);
    }
    return mentions;
}

void score_links(const analysis::NameLinker& linker,
                 const LabelledText& text,
                 const std::vector<NameMention>& mentions,
                 PeopleScores& scores) {
    TextScorer(linker, text, mentions, scores).score();
}

}  // namespace dateline::train
