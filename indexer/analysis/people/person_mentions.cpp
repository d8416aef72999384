// Pronouns are looked for up to the next person, in the same paragraph.
#include "indexer/analysis/people/person_mentions.hpp"

#include "common/text/tokenizer.hpp"
#include "indexer/analysis/honorifics.hpp"
#include "indexer/analysis/people/gender_cues.hpp"
#include "indexer/analysis/people/one_line.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

constexpr std::size_t kPronounBytes = 160;

// The bytes of the title that `name` begins with, and of the blank behind it.
std::size_t title_bytes(const std::string& name) {
    std::vector<std::string_view> words;
    const std::string_view all = name;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find(' ', begin), all.size());
        words.push_back(all.substr(begin, end - begin));
        begin = end + 1;
    }
    std::size_t bytes = 0;
    const std::size_t length = title_length(words);
    for (std::size_t i = 0; i < length; ++i) {
        bytes += words[i].size() + 1;
    }
    return bytes;
}

std::string office_of(std::string_view honorific) {
    constexpr std::array kForms = std::to_array<std::string_view>({"mr",
                                                                   "mrs",
                                                                   "ms",
                                                                   "miss",
                                                                   "mme",
                                                                   "monsieur",
                                                                   "sir",
                                                                   "dame",
                                                                   "dr",
                                                                   "doctor",
                                                                   "herr",
                                                                   "frau",
                                                                   "sra",
                                                                   "srta",
                                                                   "shri",
                                                                   "smt",
                                                                   "hon"});
    const std::string folded = text::slug(honorific);
    const std::string last = folded.substr(folded.find_last_of('-') + 1);
    const bool form = std::find(kForms.begin(), kForms.end(), last) != kForms.end();
    return honorific.empty() || form ? std::string{} : last;
}

PersonMention read_mention(std::string_view text, const NameMention& mention) {
    PersonMention result;
    result.written = name_in_line(text, mention.range);
    result.honorific = one_line(text, mention.honorific);
    const std::size_t title = title_bytes(result.written);
    if (title > 0) {
        result.honorific +=
            (result.honorific.empty() ? "" : " ") + result.written.substr(0, title - 1);
        result.written.erase(0, title);
    }
    result.office = office_of(result.honorific);
    result.name = names::parse_person_name(result.written);
    const ByteRange front = mention.honorific.empty() ? mention.range : mention.honorific;
    result.gender = gender_of_title(result.honorific);
    if (result.gender == names::Gender::Unknown) {
        result.gender = gender_before(text, front.start_bytes);
    }
    return result;
}

std::size_t pronoun_end(std::string_view text, std::size_t from, std::size_t next) {
    const std::size_t line = std::min(text.find('\n', from), text.size());
    return std::min({line, next, from + kPronounBytes});
}

}  // namespace

std::vector<PersonMention> read_person_mentions(std::string_view text,
                                                std::span<const NameMention> mentions) {
    std::vector<PersonMention> result;
    std::size_t next = text.size();  // where the next person stands
    for (std::size_t i = mentions.size(); i > 0; --i) {
        const NameMention& mention = mentions[i - 1];
        if (mention.type != MentionType::Person) {
            continue;
        }
        PersonMention read = read_mention(text, mention);
        read.mention = static_cast<std::uint32_t>(i - 1);
        const std::size_t from = mention.range.end_bytes;
        read.pronoun = gender_of_pronoun(text, from, pronoun_end(text, from, next));
        next = mention.range.start_bytes;
        if (!read.name.words.empty()) {
            result.push_back(std::move(read));
        }
    }
    std::reverse(result.begin(), result.end());
    return result;
}

}  // namespace dateline::analysis
