// The names below the headline say which words of it are names.
#include "indexer/analysis/headline_names.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace dateline::analysis {

namespace {

// A longer line is no headline; and every name in it is compared with all below.
constexpr std::size_t kLongestHeadlineBytes = 500;

// Whether `words`, in small letters and with a blank behind each, are `inc`, `group plc` and so on.
bool is_company_ending(std::string_view words) {
    constexpr std::array<std::string_view, 18> endings{"inc",
                                                       "corp",
                                                       "co",
                                                       "ltd",
                                                       "plc",
                                                       "ag",
                                                       "nv",
                                                       "sa",
                                                       "spa",
                                                       "gmbh",
                                                       "bhd",
                                                       "pty",
                                                       "llc",
                                                       "kk",
                                                       "company",
                                                       "corporation",
                                                       "holdings",
                                                       "group"};
    while (!words.empty()) {
        std::string_view word = words.substr(0, words.find(' '));
        words.remove_prefix(word.size() + 1);
        if (word.ends_with('.')) {
            word.remove_suffix(1);
        }
        if (std::find(endings.begin(), endings.end(), word) == endings.end()) {
            return false;
        }
    }
    return true;
}

class HeadlineSettler {
public:
    HeadlineSettler(std::string_view text, const std::vector<NameMention>& mentions)
        : text_(text), end_(text.substr(0, kLongestHeadlineBytes + 1).find('\n')) {
        for (const NameMention& mention : mentions) {
            if (mention.range.start_bytes > end_) {
                below_.emplace_back(ascii_lower(bytes(mention.range)) + ' ', mention.type);
            }
        }
    }

    void add(const NameMention& mention, std::vector<NameMention>& result) const {
        const bool in_headline = mention.range.end_bytes <= end_ && end_ != std::string_view::npos;
        const std::size_t blank = bytes(mention.range).find(' ');
        if (!in_headline || blank == std::string_view::npos || type_beginning(mention.range) ||
            !(add_around_verb(mention, result) || add_behind_verb(mention, result))) {
            result.push_back(mention);
        }
    }

private:
    [[nodiscard]] std::string_view bytes(ByteRange range) const {
        return text_.substr(range.start_bytes, range.end_bytes - range.start_bytes);
    }

    // The type of a name below that is, or begins with, the words of `range`.
    [[nodiscard]] std::optional<MentionType> type_beginning(ByteRange range) const {
        const std::string words = ascii_lower(bytes(range)) + ' ';
        const auto found = std::find_if(below_.begin(), below_.end(), [&](const auto& name) {
            return name.first.starts_with(words);
        });
        return found == below_.end() ? std::nullopt : std::optional(found->second);
    }

    // The same for a name with nothing but `Inc` and the like behind these words.
    [[nodiscard]] std::optional<MentionType> type_below(ByteRange range) const {
        const std::string words = ascii_lower(bytes(range)) + ' ';
        const auto found = std::find_if(below_.begin(), below_.end(), [&](const auto& name) {
            return name.first.starts_with(words) &&
                   is_company_ending(std::string_view(name.first).substr(words.size()));
        });
        return found == below_.end() ? std::nullopt : std::optional(found->second);
    }

    // Where the word that begins at `start` ends.
    [[nodiscard]] std::uint32_t word_end(std::uint32_t start, std::uint32_t end) const {
        const std::size_t blank = text_.find(' ', start);
        return static_cast<std::uint32_t>(std::min<std::size_t>(blank, end));
    }

    // Whether `word` ends as the verbs of headlines do: starts, sees.
    [[nodiscard]] bool may_be_verb(ByteRange word) const {
        constexpr std::size_t least_bytes = 4;
        const std::string_view form = bytes(word);
        return form.size() >= least_bytes && (form.back() == 'S' || form.back() == 's');
    }

    // Adds a name of `type`; whether there is one.
    static bool add_name(ByteRange range,
                         std::optional<MentionType> type,
                         std::vector<NameMention>& result) {
        if (type) {
            result.push_back(
                {.type = *type, .range = range, .honorific = {}, .method = NameMethod::Model});
        }
        return type.has_value();
    }

    // `IMF ASSURES KENYA`: the longest name before a verb, and what is behind it if that is one
    // too. Behind a name of several words any other word is no part of it.
    bool add_around_verb(const NameMention& mention, std::vector<NameMention>& result) const {
        const ByteRange all = mention.range;
        std::vector<ByteRange> words;
        for (std::uint32_t start = all.start_bytes; start < all.end_bytes;
             start = words.back().end_bytes + 1) {
            words.push_back({start, word_end(start, all.end_bytes)});
        }
        for (std::size_t word = words.size() - 1; word > 0; --word) {
            const bool goes_on = bytes(words[word]) == "OF" || bytes(words[word]) == "of";
            const ByteRange name{all.start_bytes, words[word - 1].end_bytes};
            if (!goes_on && (word > 1 || may_be_verb(words[word])) &&
                add_name(name, type_below(name), result)) {
                if (word + 1 < words.size()) {
                    const ByteRange rest{words[word + 1].start_bytes, all.end_bytes};
                    add_name(rest, type_beginning(rest), result);
                }
                return true;
            }
        }
        return false;
    }

    bool add_behind_verb(const NameMention& mention, std::vector<NameMention>& result) const {
        const ByteRange all = mention.range;
        const ByteRange verb{all.start_bytes, word_end(all.start_bytes, all.end_bytes)};
        if (verb.end_bytes == all.end_bytes || !may_be_verb(verb)) {
            return false;
        }
        const ByteRange name{verb.end_bytes + 1, all.end_bytes};
        return add_name(name, type_below(name), result);
    }

    std::string_view text_;
    std::size_t end_;  // of the headline
    std::vector<std::pair<std::string, MentionType>>
        below_;  // names in small letters, a blank behind
};

}  // namespace

std::vector<NameMention> settle_headline(std::string_view text, std::vector<NameMention> mentions) {
    const HeadlineSettler settler(text, mentions);
    std::vector<NameMention> result;
    result.reserve(mentions.size());
    for (const NameMention& mention : mentions) {
        settler.add(mention, result);
    }
    return result;
}

}  // namespace dateline::analysis
