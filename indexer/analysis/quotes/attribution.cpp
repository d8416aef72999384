// Subjects of words of speech.
#include "indexer/analysis/quotes/attribution.hpp"

#include "common/text/borders.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/people/gender_cues.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace dateline::analysis {
namespace {

/// Words of speech are looked for so many words behind a quote, and before it.
constexpr std::size_t kReachBehind = 30;
constexpr std::size_t kReachBefore = 14;

/// The same behind a brief quote, which may be a title: "Emma", she wrote, but not "Emma", which is
/// the novel that she wrote.
constexpr std::size_t kReachBrief = 5;

/// Words between a word of speech and the name of who speaks behind it.
constexpr std::size_t kReachSubject = 20;

/// Sentences that a pronoun looks back, and words in them.
constexpr std::size_t kReachPronoun = 4;
constexpr std::size_t kReachPronounWords = 300;

/// Words of a sentence that are looked at before a quote.
constexpr std::size_t kReachSentence = 100;

bool is_verb(SpeechWord word) {
    return word == SpeechWord::Says || word == SpeechWord::Tells;
}

}  // namespace

AttributionText::AttributionText(std::string_view text,
                                 std::span<const Mention> mentions,
                                 std::string_view language,
                                 std::span<const QuotedRange> quotes)
    : text_(text), mentions_(mentions) {
    for (const Mention& mention : mentions) {
        const names::Gender gender = gender_of_title(mention.honorific);
        if (mention.type == MentionType::Person && gender != names::Gender::Unknown) {
            genders_.emplace(mention.name, gender);
        }
    }
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        add_paragraph(begin, text.substr(begin, end - begin), language);
        begin = end + 2;
    }
    mark_quoted(quotes);
    for (std::size_t at = text.find(':'); at != std::string_view::npos;
         at = text.find(':', at + 1)) {
        colons_.push_back(at);
    }
}

void AttributionText::mark_quoted(std::span<const QuotedRange> quotes) {
    auto quote = quotes.begin();
    for (Word& word : words_) {
        while (quote != quotes.end() && quote->end_bytes <= word.start_bytes) {
            ++quote;
        }
        word.quoted = quote != quotes.end() && quote->start_bytes <= word.start_bytes;
    }
}

void AttributionText::add_paragraph(std::size_t offset,
                                    std::string_view paragraph,
                                    std::string_view language) {
    static thread_local text::Tokenizer tokenizer;
    static thread_local text::TokenList list;
    tokenizer.tokenize(paragraph, list);
    const std::vector<std::uint32_t> sentences = text::sentence_starts(paragraph, list);
    for (std::uint32_t number = 0; number < list.tokens().size(); ++number) {
        const text::Token& token = list.tokens()[number];
        Word word;
        word.paragraph_bytes = static_cast<std::uint32_t>(offset);
        word.start_bytes = static_cast<std::uint32_t>(offset) + token.start_bytes;
        word.end_bytes = static_cast<std::uint32_t>(offset) + token.end_bytes;
        const std::size_t before = words_.empty() ? 0 : words_.back().end_bytes;
        if (word.start_bytes < before) {
            continue;  // a part of the name before
        }
        word.gap = number == 0 || std::binary_search(sentences.begin(), sentences.end(), number)
                       ? Gap::Sentence
                       : gap_between(before, word.start_bytes);
        while (next_mention_ < mentions_.size() &&
               (mentions_[next_mention_].end_bytes <= word.start_bytes ||
                mentions_[next_mention_].type != MentionType::Person ||
                !mentions_[next_mention_].given.empty())) {
            ++next_mention_;
        }
        if (next_mention_ < mentions_.size() &&
            mentions_[next_mention_].start_bytes <= word.start_bytes) {
            word.mention = next_mention_;
            word.end_bytes = std::max(word.end_bytes, mentions_[next_mention_].end_bytes);
        } else {
            const std::string_view folded = list.folded(token);
            word.speech = speech_word(folded, language);
            word.adverb = is_adverb(folded, language);
            word.gender = gender_of_pronoun_word(folded, language);
        }
        const std::string_view rest =
            text_.substr(std::min<std::size_t>(word.end_bytes, text_.size()));
        word.possessive = rest.starts_with("'s") || rest.starts_with("\u2019s");
        words_.push_back(word);
    }
}

bool AttributionText::has_colon(std::size_t begin, std::size_t end) const {
    const auto colon = std::lower_bound(colons_.begin(), colons_.end(), begin);
    return colon != colons_.end() && *colon < end;
}

AttributionText::Gap AttributionText::gap_between(std::size_t begin, std::size_t end) const {
    const std::string_view between = text_.substr(begin, end - begin);
    if (between.find_first_of(";:()") != std::string_view::npos ||
        between.find("\u2014") != std::string_view::npos ||
        between.find("\u2013") != std::string_view::npos) {
        return Gap::Break;
    }
    return between.find(',') != std::string_view::npos ? Gap::Comma : Gap::None;
}

std::size_t AttributionText::word_at(std::uint32_t byte) const {
    const auto found = std::lower_bound(
        words_.begin(), words_.end(), byte, [](const Word& word, std::uint32_t limit) {
            return word.start_bytes < limit;
        });
    return static_cast<std::size_t>(found - words_.begin());
}

AttributionText::Range AttributionText::words_behind(const QuotedRange& quote,
                                                     std::uint32_t limit) const {
    const std::size_t first = word_at(quote.outer_end);
    // `"Who knows?" Smith said`: the capital is the name's, and begins no sentence.
    const char sign = text_[quote.end_bytes - 1];
    const bool asks = sign == '?' || sign == '!';
    const bool same_line =
        first < words_.size() && words_[first].paragraph_bytes < quote.outer_end + 2;
    std::size_t end = first;
    while (same_line && end < words_.size() && end - first < kReachBehind &&
           words_[end].start_bytes < limit &&
           (words_[end].gap != Gap::Sentence ||
            (end == first && asks && words_[end].mention.has_value()))) {
        ++end;
    }
    return {first, end};
}

AttributionText::Range AttributionText::words_before(const QuotedRange& quote,
                                                     std::uint32_t limit) const {
    const std::size_t end = word_at(quote.outer_start);
    std::size_t first = end;
    // The first word of the quote begins a sentence of its own where one has ended before.
    const std::size_t inside = word_at(quote.start_bytes);
    const bool apart = inside < words_.size() && words_[inside].gap == Gap::Sentence;
    const bool colon = end > 0 && has_colon(words_[end - 1].end_bytes, quote.outer_start);
    while (first > 0 && end - first < kReachSentence && (!apart || colon) &&
           words_[first - 1].start_bytes >= limit) {
        --first;
        if (words_[first].gap == Gap::Sentence) {
            break;
        }
    }
    return {first, end};
}

Attribution AttributionText::beside(const QuotedRange& quote,
                                    std::uint32_t before,
                                    std::uint32_t behind,
                                    bool brief) const {
    if (brief && text_.substr(0, quote.outer_start).ends_with("so-called ")) {
        return {};
    }
    const char sign = text_[quote.end_bytes - 1];
    const std::string_view next = text_.substr(quote.outer_end);
    const bool goes_on = sign == ',' || sign == '?' || sign == '!' || next.starts_with(",") ||
                         next.starts_with(" \u2014") || next.starts_with(" \u2013") ||
                         next.starts_with(" -");
    const Range words_after = words_behind(quote, behind);
    const Range words_ahead = words_before(quote, before);
    const Attribution first = goes_on ? read_behind(words_after, brief) : read_before(words_ahead);
    if (first.is_speech) {
        return first;
    }
    if (goes_on) {
        return read_before(words_ahead);
    }
    return brief ? Attribution() : read_behind(words_after, brief);
}

Attribution AttributionText::read_behind(Range words, bool brief) const {
    words.second = std::min(words.second, words.first + (brief ? kReachBrief : kReachBehind));
    if (words.first < words.second && words_[words.first].speech == SpeechWord::Joins) {
        return {};
    }
    for (std::size_t at = words.first; at < words.second; ++at) {
        if (words_[at].speech == SpeechWord::According) {
            return according(words, at);
        }
        if (is_verb(words_[at].speech)) {
            if (const auto subject = subject_before(at, words)) {
                return *subject;
            }
            return subject_behind(at, words);
        }
    }
    return {};
}

Attribution AttributionText::read_before(Range words) const {
    const std::size_t least = words.second - std::min(words.second - words.first, kReachBefore);
    for (std::size_t at = words.second; at-- > least;) {
        if (is_verb(words_[at].speech)) {
            if (const auto subject = subject_before(at, words)) {
                return *subject;
            }
            return subject_behind(at, words);
        }
    }
    for (std::size_t at = words.first; at < words.second; ++at) {
        if (words_[at].speech == SpeechWord::According) {
            return according(words, at);
        }
    }
    return {};
}

bool AttributionText::opens_sentence(const QuotedRange& quote, std::uint32_t before) const {
    const Range words = words_before(quote, before);
    return words.first == words.second;
}

Attribution AttributionText::last_between(std::uint32_t begin, std::uint32_t end) const {
    const std::size_t least = word_at(begin);
    for (std::size_t at = word_at(end); at-- > least;) {
        if (!is_verb(words_[at].speech)) {
            continue;
        }
        std::size_t first = at;
        while (first > least && words_[first].gap != Gap::Sentence) {
            --first;
        }
        std::size_t last = at;
        while (last < words_.size() && words_[last].start_bytes < end &&
               (last == at || words_[last].gap != Gap::Sentence)) {
            ++last;
        }
        return subject_before(at, {first, last}).value_or(subject_behind(at, {first, last}));
    }
    return {};
}

Attribution AttributionText::according(Range words, std::size_t at) const {
    for (std::size_t word = at + 1; word < words.second && word - at <= kReachSubject; ++word) {
        if (words_[word].mention && !words_[word].possessive) {
            return named(word);
        }
        if (words_[word].speech == SpeechWord::Pronoun) {
            return {true, meaning(word)};
        }
        const bool to = word == at + 1;  // `to` of `according to`
        if (words_[word].speech == SpeechWord::Relation && !to) {
            break;
        }
    }
    // `X zufolge`
    if (at > words.first && words_[at - 1].mention) {
        return named(at - 1);
    }
    return {true, std::nullopt};
}

bool AttributionText::may_be_subject(std::size_t word, std::size_t first) const {
    // Words between a preposition and a name, such as titles, keep them together.
    for (std::size_t before = word; before-- > first && word - before <= 4;) {
        if (words_[before].speech == SpeechWord::Relation) {
            return words_[word].gap == Gap::Comma;
        }
        if (words_[before + 1].gap != Gap::None || is_verb(words_[before].speech)) {
            break;
        }
    }
    return !words_[word].possessive;
}

Attribution AttributionText::named(std::size_t word) const {
    return {true, words_[word].mention};
}

std::optional<Attribution> AttributionText::subject_before(std::size_t verb, Range words) const {
    std::size_t at = verb;
    while (at > words.first && words_[at].gap == Gap::None &&
           (words_[at - 1].speech == SpeechWord::Link || words_[at - 1].adverb)) {
        --at;
    }
    if (at == words.first) {
        return std::nullopt;
    }
    if (words_[at].gap == Gap::Comma) {
        // `Smith, who leads the bank, said`: what stands between commas is left out.
        std::size_t comma = at - 1;
        while (comma > words.first && words_[comma].gap != Gap::Comma) {
            --comma;
        }
        if (comma > words.first && words_[comma - 1].mention &&
            may_be_subject(comma - 1, words.first)) {
            return named(comma - 1);
        }
    }
    if (words_[at - 1].speech == SpeechWord::Pronoun) {
        return Attribution{true, meaning(at - 1)};
    }
    if (words_[at - 1].mention && may_be_subject(at - 1, words.first)) {
        return named(at - 1);
    }
    // `Smith of the Bank of England said`: the name that opens the clause.
    for (std::size_t word = words.first; word < at; ++word) {
        if (words_[word].speech == SpeechWord::Relation || is_verb(words_[word].speech)) {
            break;
        }
        if (words_[word].mention && !words_[word].possessive) {
            return named(word);
        }
        if (words_[word].speech == SpeechWord::Pronoun) {
            return Attribution{true, meaning(word)};
        }
    }
    return Attribution{true, std::nullopt};  // somebody without a name
}

Attribution AttributionText::subject_behind(std::size_t verb, Range words) const {
    bool related = words_[verb].speech == SpeechWord::Tells;
    for (std::size_t word = verb + 1; word < words.second && word - verb <= kReachSubject; ++word) {
        if (words_[word].gap == Gap::Break || is_verb(words_[word].speech) ||
            words_[word].speech == SpeechWord::Joins) {
            break;
        }
        if (words_[word].speech == SpeechWord::Pronoun && word <= verb + 2) {
            return {true, meaning(word)};
        }
        related = related || words_[word].speech == SpeechWord::Relation || words_[word].possessive;
        if (words_[word].mention && !words_[word].possessive &&
            (!related || words_[word].gap == Gap::Comma)) {
            return named(word);
        }
    }
    return {true, std::nullopt};
}

std::optional<std::size_t> AttributionText::meaning(std::size_t pronoun) const {
    const names::Gender gender = words_[pronoun].gender;
    std::size_t end = pronoun;
    std::size_t sentences = 0;
    while (end > 0 && sentences < kReachPronoun && pronoun - end < kReachPronounWords) {
        bool quoted = true;  // all of the sentence
        std::size_t first = end - 1;
        while (first > 0 && words_[first].gap != Gap::Sentence &&
               end - first < kReachPronounWords) {
            --first;
        }
        for (std::size_t word = first; word < end; ++word) {
            // Who says something does not mean himself by the names in it.
            quoted = quoted && words_[word].quoted;
            if (words_[word].quoted || !words_[word].mention || !may_be_subject(word, first)) {
                continue;
            }
            const names::Gender own = gender_of(mentions_[*words_[word].mention]);
            if (own == gender || own == names::Gender::Unknown) {
                return words_[word].mention;
            }
        }
        sentences += quoted ? 0 : 1;
        end = first;
    }
    return std::nullopt;
}

names::Gender AttributionText::gender_of(const Mention& mention) const {
    const auto titled = genders_.find(mention.name);
    return titled != genders_.end() ? titled->second
                                    : names::gender_of_given_name(text::fold(
                                          mention.name.substr(0, mention.name.find(' '))));
}

}  // namespace dateline::analysis
