// The names below the headline say which words of it are names.
#include "indexer/analysis/headline_names.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace dateline::analysis {

namespace {

class HeadlineSettler {
public:
    HeadlineSettler(std::string_view text,
                    const std::vector<NameMention>& mentions,
                    const ClassesOf& classes_of)
        : text_(text), classes_of_(classes_of), end_(text.find('\n')) {
        for (const NameMention& mention : mentions) {
            if (mention.range.start_bytes > end_) {
                below_.emplace_back(ascii_lower(bytes(mention.range)) + ' ', mention.type);
            }
        }
    }

    void add(const NameMention& mention, std::vector<NameMention>& result) const {
        const bool in_headline = mention.range.end_bytes <= end_ && end_ != std::string_view::npos;
        const std::size_t blank = bytes(mention.range).find(' ');
        if (!in_headline || blank == std::string_view::npos || type_below(mention.range) ||
            !(add_around_verb(mention, result) || add_behind_verb(mention, result))) {
            result.push_back(mention);
        }
    }

private:
    [[nodiscard]] std::string_view bytes(ByteRange range) const {
        return text_.substr(range.start_bytes, range.end_bytes - range.start_bytes);
    }

    // The type of a name below that is, or begins with, the words of `range`.
    [[nodiscard]] std::optional<MentionType> type_below(ByteRange range) const {
        const std::string words = ascii_lower(bytes(range)) + ' ';
        const auto found = std::find_if(below_.begin(), below_.end(), [&](const auto& name) {
            return name.first.starts_with(words);
        });
        return found == below_.end() ? std::nullopt : std::optional(found->second);
    }

    // Where the word that begins at `start` ends.
    [[nodiscard]] std::uint32_t word_end(std::uint32_t start, std::uint32_t end) const {
        const std::size_t blank = text_.find(' ', start);
        return static_cast<std::uint32_t>(std::min<std::size_t>(blank, end));
    }

    // A verb as headlines have them: starts, sees.
    [[nodiscard]] bool is_verb(ByteRange word) const {
        constexpr std::size_t least_bytes = 4;
        const std::string_view form = bytes(word);
        return form.size() >= least_bytes && (form.back() == 'S' || form.back() == 's') &&
               classes_of_(word).has(gazetteer::NameClass::CommonWord);
    }

    bool add_name(ByteRange range, std::vector<NameMention>& result) const {
        const std::optional<MentionType> type = type_below(range);
        if (type) {
            result.push_back(
                {.type = *type, .range = range, .honorific = {}, .method = NameMethod::Model});
        }
        return type.has_value();
    }

    // `IMF ASSURES KENYA`: the name before the verb, and what is behind it if that is one too.
    bool add_around_verb(const NameMention& mention, std::vector<NameMention>& result) const {
        const ByteRange all = mention.range;
        std::uint32_t before = word_end(all.start_bytes, all.end_bytes);
        while (before < all.end_bytes) {
            const ByteRange verb{before + 1, word_end(before + 1, all.end_bytes)};
            if (is_verb(verb) && add_name({all.start_bytes, before}, result)) {
                if (verb.end_bytes < all.end_bytes) {
                    add_name({verb.end_bytes + 1, all.end_bytes}, result);
                }
                return true;
            }
            before = verb.end_bytes;
        }
        return false;
    }

    bool add_behind_verb(const NameMention& mention, std::vector<NameMention>& result) const {
        const ByteRange all = mention.range;
        const ByteRange verb{all.start_bytes, word_end(all.start_bytes, all.end_bytes)};
        return verb.end_bytes < all.end_bytes && is_verb(verb) &&
               add_name({verb.end_bytes + 1, all.end_bytes}, result);
    }

    std::string_view text_;
    const ClassesOf& classes_of_;
    std::size_t end_;  // of the headline
    std::vector<std::pair<std::string, MentionType>>
        below_;  // names in small letters, a blank behind
};

}  // namespace

std::vector<NameMention> settle_headline(std::string_view text,
                                         std::vector<NameMention> mentions,
                                         const ClassesOf& classes_of) {
    const HeadlineSettler settler(text, mentions, classes_of);
    std::vector<NameMention> result;
    result.reserve(mentions.size());
    for (const NameMention& mention : mentions) {
        settler.add(mention, result);
    }
    return result;
}

}  // namespace dateline::analysis
