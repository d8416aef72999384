// Acronyms first, since what they stand for holds for the whole text.
#include "indexer/analysis/place_doubts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

constexpr std::size_t kLeastLetters = 2;
constexpr std::size_t kMostLetters = 6;

char capital_of(char byte) {
    return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}

bool is_acronym(std::string_view name) {
    return name.size() >= kLeastLetters && name.size() <= kMostLetters &&
           std::all_of(name.begin(), name.end(), is_capital);
}

bool is_in_brackets(std::string_view text, ByteRange range) {
    if (range.start_bytes < 2 || range.end_bytes >= text.size() ||
        text[range.start_bytes - 2] != ' ') {
        return false;
    }
    const char open = text[range.start_bytes - 1];
    const char close = text[range.end_bytes];
    return (open == '(' && close == ')') || (open == '[' && close == ']');
}

/// Whether the words that end at `end` begin with the letters of `acronym`; small words between
/// them, such as `of`, need not.
bool stands_for(std::string_view text, std::size_t end, std::string_view acronym) {
    std::string_view before = text.substr(0, end);
    for (std::size_t letters = acronym.size(); letters > 0;) {
        const std::size_t blank = before.find_last_of(" -\n");
        const std::string_view word =
            before.substr(blank == std::string_view::npos ? 0 : blank + 1);
        const bool small = word == "of" || word == "and" || word == "the" || word == "for";
        if (word.empty() || (capital_of(word[0]) != acronym[letters - 1] && !small)) {
            return false;
        }
        letters -= capital_of(word[0]) == acronym[letters - 1] ? 1 : 0;
        if (blank == std::string_view::npos || before[blank] == '\n') {
            return letters == 0;
        }
        before = before.substr(0, blank);
    }
    return true;
}

class PlaceDoubts {
public:
    PlaceDoubts(std::string_view text,
                std::vector<NameMention> mentions,
                const ClassesOf& classes_of)
        : text_(text), mentions_(std::move(mentions)), classes_of_(classes_of) {}

    std::vector<NameMention> settle() {
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            read_acronym(i);
            end_organisation(i);
            pair_places(i);
        }
        if (!acronyms_.empty()) {
            apply_acronyms();
        }
        drop_storms();
        return std::move(mentions_);
    }

private:
    [[nodiscard]] std::string_view name_of(const NameMention& mention) const {
        return bytes_of(text_, mention.range);
    }

    /// What the acronym in brackets at `i` is, if it is no place.
    void read_acronym(std::size_t i) {
        NameMention& mention = mentions_[i];
        const std::string_view name = name_of(mention);
        if (mention.type != MentionType::Place || !is_acronym(name) ||
            !is_in_brackets(text_, mention.range)) {
            return;
        }
        const std::size_t end = mention.range.start_bytes - 2;
        const NameMention* const owner =
            i > 0 && mentions_[i - 1].range.end_bytes == end ? &mentions_[i - 1] : nullptr;
        const bool spelt = stands_for(text_, end, name);
        if (owner != nullptr && owner->type == MentionType::Place) {
            return;
        }
        const bool organisation = owner != nullptr && owner->type == MentionType::Org;
        if (classes_of_(mention.range).has(NameClass::Country)) {
            // Elsewhere in the text the country goes by it.
            mention.type = organisation && spelt ? MentionType::Org : mention.type;
        } else if (spelt || organisation) {
            acronyms_.emplace(name, organisation);
        }
    }

    void apply_acronyms() {
        for (NameMention& mention : mentions_) {
            const auto found = acronyms_.find(name_of(mention));
            if (mention.type == MentionType::Place && found != acronyms_.end() && found->second) {
                mention.type = MentionType::Org;
            }
        }
        std::erase_if(mentions_, [this](const NameMention& mention) {
            return mention.type == MentionType::Place && acronyms_.contains(name_of(mention));
        });
    }

    /// `Hurricane Melissa`, and `Melissa` for it: no people, and no places.
    void drop_storms() {
        std::set<std::string_view> storms;
        std::set<std::string_view> people;
        const std::set<std::string_view> ends = ends_of_people();
        for (const NameMention& mention : mentions_) {
            const std::string_view name = name_of(mention);
            const std::string_view last = name.substr(name.find_last_of(' ') + 1);
            if (is_storm(mention) && !ends.contains(name)) {
                storms.insert(last);
            } else if (mention.type == MentionType::Person && last.size() < name.size()) {
                people.insert(name.substr(0, name.find(' ')));
                people.insert(last);
            }
        }
        if (storms.empty()) {
            return;
        }
        std::erase_if(mentions_, [&](const NameMention& mention) {
            const std::string_view name = name_of(mention);
            const bool single = mention.type == MentionType::Person && mention.honorific.empty() &&
                                storms.contains(name) && !people.contains(name);
            return single || (is_storm(mention) && !ends.contains(name));
        });
    }

    /// What longer names of people end in: `Hurricane Carter` of `Rubin Hurricane Carter`.
    [[nodiscard]] std::set<std::string_view> ends_of_people() const {
        std::set<std::string_view> ends;
        for (const NameMention& mention : mentions_) {
            std::string_view name = name_of(mention);
            if (mention.type != MentionType::Person || is_storm(mention)) {
                continue;
            }
            for (std::size_t blank = name.find(' '); blank != std::string_view::npos;
                 blank = name.find(' ')) {
                name.remove_prefix(blank + 1);
                ends.insert(name);
            }
        }
        return ends;
    }

    [[nodiscard]] bool is_storm(const NameMention& mention) const {
        constexpr std::array<std::string_view, 5> kinds{
            "Hurricane ", "Typhoon ", "Cyclone ", "Tropical Storm ", "Super Typhoon "};
        if (mention.type == MentionType::Org) {
            return false;
        }
        const std::string_view name = name_of(mention);
        const std::string_view before = text_.substr(0, mention.range.start_bytes);
        const bool single = name.find(' ') == std::string_view::npos;
        const bool storm = name.starts_with("Storm ") && before.ends_with("Tropical ");
        return storm || std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) {
                   return name.starts_with(kind) || (single && before.ends_with(kind));
               });
    }

    /// `China` of `Air China`, which the tagger left outside.
    void end_organisation(std::size_t i) {
        NameMention& mention = mentions_[i];
        const std::uint32_t start = mention.range.start_bytes;
        if (mention.type != MentionType::Place || start < 3 || text_[start - 1] != ' ') {
            return;
        }
        const std::string_view before = text_.substr(0, start - 1);
        const std::size_t border = before.find_last_of(" -\n(\"");
        const std::size_t begin = border == std::string_view::npos ? 0 : border + 1;
        const std::uint32_t done = i == 0 ? 0 : mentions_[i - 1].range.end_bytes;
        if (begin < done || begin + 1 >= start || !is_capital(text_[begin])) {
            return;
        }
        const ByteRange longer{static_cast<std::uint32_t>(begin), mention.range.end_bytes};
        const NameClasses classes = classes_of_(longer);
        if (classes.has(NameClass::Organisation) && !classes.has_any(gazetteer::kPlaceClasses)) {
            mention.type = MentionType::Org;
            mention.range = longer;
        }
    }

    void pair_places(std::size_t i) {
        NameMention& mention = mentions_[i];
        if (i == 0 || mention.type != MentionType::Org ||
            mentions_[i - 1].type != MentionType::Place) {
            return;
        }
        const ByteRange between{mentions_[i - 1].range.end_bytes, mention.range.start_bytes};
        const NameClasses classes = classes_of_(mention.range);
        if (bytes_of(text_, between) == " and " && classes.has_any(kGreatPlaces) &&
            !classes.has(NameClass::Organisation)) {
            mention.type = MentionType::Place;
        }
    }

    std::string_view text_;
    std::vector<NameMention> mentions_;
    const ClassesOf& classes_of_;
    std::map<std::string_view, bool> acronyms_;  ///< and whether they are organisations
};

}  // namespace

std::vector<NameMention> settle_places(std::string_view text,
                                       std::vector<NameMention> mentions,
                                       const ClassesOf& classes_of) {
    return PlaceDoubts(text, std::move(mentions), classes_of).settle();
}

}  // namespace dateline::analysis
