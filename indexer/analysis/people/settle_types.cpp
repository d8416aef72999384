// Counts first, then one look at each single word.
#include "indexer/analysis/people/settle_types.hpp"

#include "common/names/person_name.hpp"
#include "indexer/analysis/people/find_name.hpp"
#include "indexer/analysis/people/one_line.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

constexpr NameClasses kLargePlaces{
    NameClass::Country, NameClass::Region, NameClass::Division, NameClass::LargeCity};

bool is_ascii_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// The title directly before byte `start` on the same line, if it is one of persons alone.
ByteRange polite_title(std::string_view text, std::uint32_t start) {
    constexpr std::array kTitles =
        std::to_array<std::string_view>({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Mme"});
    if (start == 0 || text[start - 1] != ' ') {
        return {};
    }
    const std::string_view before = text.substr(0, start - 1);
    for (const std::string_view title : kTitles) {
        const bool whole = before.size() == title.size() ||
                           (before.size() > title.size() &&
                            !is_ascii_letter(before[before.size() - title.size() - 1]));
        if (before.ends_with(title) && whole) {
            return {.start_bytes = static_cast<std::uint32_t>(before.size() - title.size()),
                    .end_bytes = start - 1};
        }
    }
    return {};
}

class TypeSettler {
public:
    TypeSettler(std::string_view text,
                std::vector<NameMention> mentions,
                const gazetteer::Gazetteer& gazetteer)
        : text_(text), mentions_(std::move(mentions)), gazetteer_(gazetteer) {
        for (const NameMention& mention : mentions_) {
            note(mention);
        }
    }

    std::vector<NameMention> settle() {
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (!words_[i].empty()) {
                settle_one(mentions_[i], words_[i]);
            }
        }
        return std::move(mentions_);
    }

private:
    struct Counts {
        std::size_t persons = 0;
        std::size_t places = 0;
    };

    void note(const NameMention& mention) {
        const std::string written = name_in_line(text_, mention.range);
        if (mention.type != MentionType::Person && written.find(' ') != std::string::npos) {
            words_.emplace_back();
            return;
        }
        const names::PersonName name = names::parse_person_name(written);
        const bool single = name.words.size() == 1;
        words_.push_back(single ? name.words[0].folded : std::string{});
        if (single) {
            Counts& counts = counts_[name.words[0].folded];
            counts.persons += mention.type == MentionType::Person ? 1 : 0;
            counts.places += mention.type == MentionType::Place ? 1 : 0;
        } else if (mention.type == MentionType::Person && !name.is_bare()) {
            for (const names::NameWord& word : name.words) {
                name_words_.insert(word.folded);
            }
        }
    }

    void settle_one(NameMention& mention, const std::string& word) const {
        if (mention.type == MentionType::Person) {
            if (is_place(mention, word)) {
                mention.type = MentionType::Place;
            }
            return;
        }
        const ByteRange title = polite_title(text_, mention.range.start_bytes);
        if (!title.empty()) {
            mention.type = MentionType::Person;
            mention.honorific = title;
        }
    }

    bool is_place(const NameMention& mention, const std::string& word) const {
        const Counts& counts = counts_.at(word);
        return mention.honorific.empty() && counts.places > counts.persons &&
               !name_words_.contains(word) && classes_of(mention).has_any(kLargePlaces);
    }

    NameClasses classes_of(const NameMention& mention) const {
        return find_name(gazetteer_, name_in_line(text_, mention.range)).classes;
    }

    std::string_view text_;
    std::vector<NameMention> mentions_;
    const gazetteer::Gazetteer& gazetteer_;
    std::vector<std::string> words_;  // by mention; empty if it has several
    std::map<std::string, Counts> counts_;
    std::set<std::string> name_words_;  // of full names
};

}  // namespace

std::vector<NameMention> settle_types(std::string_view text,
                                      std::vector<NameMention> mentions,
                                      const gazetteer::Gazetteer& gazetteer) {
    return TypeSettler(text, std::move(mentions), gazetteer).settle();
}

}  // namespace dateline::analysis
