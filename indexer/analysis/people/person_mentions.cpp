// Pronouns are looked for up to the next person, in the same paragraph.
#include "indexer/analysis/people/person_mentions.hpp"

#include "common/names/honorifics.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/people/gender_cues.hpp"
#include "indexer/analysis/people/one_line.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

constexpr std::size_t kPronounBytes = 160;

// Words that no name holds: what stands before them belongs to the title.
bool is_office(std::string_view word) {
    constexpr std::array kOffices = std::to_array<std::string_view>({"Minister",
                                                                     "Secretary",
                                                                     "President",
                                                                     "Chairman",
                                                                     "Director",
                                                                     "Governor",
                                                                     "Spokesman",
                                                                     "Spokeswoman"});
    return std::find(kOffices.begin(), kOffices.end(), word) != kOffices.end();
}

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
    std::size_t length = names::title_length(words);
    for (std::size_t i = length; i + 1 < words.size(); ++i) {
        length = is_office(words[i]) ? i + 1 : length;  // Mines Minister
    }
    for (std::size_t i = 0; i < length; ++i) {
        bytes += words[i].size() + 1;
    }
    return bytes;
}

// The last word of a title, folded.
std::string title_word(std::string_view honorific) {
    const std::string folded = text::slug(honorific);
    return honorific.empty() ? std::string{} : folded.substr(folded.find_last_of('-') + 1);
}

bool is_polite(std::string_view title) {
    constexpr std::array kForms = std::to_array<std::string_view>(
        {"mr", "mrs", "ms", "miss", "mme", "monsieur", "herr", "frau"});
    return std::find(kForms.begin(), kForms.end(), title) != kForms.end();
}

bool is_form_of_address(std::string_view title) {
    constexpr std::array kForms =
        std::to_array<std::string_view>({"sir", "dame", "sra", "srta", "shri", "smt", "hon"});
    return is_polite(title) || std::find(kForms.begin(), kForms.end(), title) != kForms.end();
}

bool is_royal(std::string_view title) {
    constexpr std::array kTitles = std::to_array<std::string_view>(
        {"king", "queen", "prince", "princess", "emperor", "empress", "pope", "tsar", "khedive"});
    return std::find(kTitles.begin(), kTitles.end(), title) != kTitles.end();
}

// Whether `between`, from one name to the next, says that both are one person's.
bool says_alias(std::string_view between) {
    constexpr std::size_t kMostBytes = 40;
    constexpr std::array kPhrases = std::to_array<std::string_view>({" known as",
                                                                     " called",
                                                                     " nicknamed",
                                                                     " known to all as",
                                                                     " known to everyone as",
                                                                     " alias",
                                                                     " dubbed"});
    constexpr std::array kOpening = std::to_array<std::string_view>({" ", "\"", "“", "‘", "'"});
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string_view sign : kOpening) {
            if (between.ends_with(sign)) {
                between.remove_suffix(sign.size());
                cut = true;
            }
        }
    }
    return between.size() <= kMostBytes &&
           between.find_first_of(".!?;\n") == std::string_view::npos &&
           std::any_of(kPhrases.begin(), kPhrases.end(), [&](std::string_view phrase) {
               return between.ends_with(phrase);
           });
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
    const std::string title_name = title_word(result.honorific);
    result.polite = is_polite(title_name);
    result.royal = is_royal(title_name);
    result.office = is_form_of_address(title_name) ? std::string{} : title_name;
    result.name = names::parse_person_name(result.written);
    const ByteRange front = mention.honorific.empty() ? mention.range : mention.honorific;
    result.gender = gender_of_title(result.honorific);
    if (result.gender == names::Gender::Unknown) {
        result.gender = gender_beside(text, front.start_bytes, mention.range.end_bytes);
    }
    return result;
}

std::size_t pronoun_end(std::string_view text, std::size_t from, std::size_t next) {
    const std::size_t limit = std::min(next, from + kPronounBytes);
    const std::size_t line = text.substr(from, limit - std::min(from, limit)).find('\n');
    return line == std::string_view::npos ? limit : from + line;
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
        const std::size_t before = i > 1 ? mentions[i - 2].range.end_bytes : from;
        read.alias = before < mention.range.start_bytes &&
                     mentions[i - 2].type == MentionType::Person &&
                     says_alias(text.substr(before, mention.range.start_bytes - before));
        read.pronoun = gender_of_pronoun(text, from, pronoun_end(text, from, next));
        next = mention.range.start_bytes;
        if (!read.name.words.empty() && !is_office(read.written)) {
            result.push_back(std::move(read));
        }
    }
    std::reverse(result.begin(), result.end());
    return result;
}

}  // namespace dateline::analysis
