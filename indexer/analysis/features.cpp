// What carried the weight in experiments stands in entities.md; every family has a number that
// never changes its meaning within a kFeatureVersion.
#include "indexer/analysis/features.hpp"

#include "common/base/hash.hpp"
#include "common/gazetteer/name_class.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace dateline::analysis {

namespace {

// Families of features.
constexpr std::uint32_t kExact = 1;
constexpr std::uint32_t kLower = 2;        // to 6: by distance
constexpr std::uint32_t kShape = 7;        // to 11
constexpr std::uint32_t kSuffixNear = 12;  // to 16
constexpr std::uint32_t kPrefix = 20;      // to 23
constexpr std::uint32_t kSuffix = 24;      // to 27
constexpr std::uint32_t kEntry = 28;       // to 32
constexpr std::uint32_t kLowerBefore = 40;
constexpr std::uint32_t kLowerAfter = 41;
constexpr std::uint32_t kShapes = 42;
constexpr std::uint32_t kShapeAfterLower = 43;
constexpr std::uint32_t kShapeBeforeLower = 44;
constexpr std::uint32_t kTwoBefore = 45;
constexpr std::uint32_t kTwoAfter = 46;
constexpr std::uint32_t kListed = 47;  // to 49: by distance -1 to 1
constexpr std::uint32_t kListedPair = 50;
constexpr std::uint32_t kListedPairBefore = 51;
constexpr std::uint32_t kListedShape = 52;
constexpr std::uint32_t kListedAfterLower = 53;
constexpr std::uint32_t kRunLength = 54;
constexpr std::uint32_t kRunBefore = 55;
constexpr std::uint32_t kRunAfter = 56;
constexpr std::uint32_t kRunFirst = 57;
constexpr std::uint32_t kRunLast = 58;
constexpr std::uint32_t kRunShape = 59;
constexpr std::uint32_t kStart = 60;
constexpr std::uint32_t kCase = 61;
constexpr std::uint32_t kUse = 62;
constexpr std::uint32_t kUseShape = 63;
constexpr std::uint32_t kParagraph = 64;
constexpr std::uint32_t kListedUse = 65;
constexpr std::uint32_t kRunBeforeTwo = 66;
constexpr std::uint32_t kEntryBit = 67;
constexpr std::uint32_t kListedBit = 68;
constexpr std::uint32_t kListedBitBefore = 69;
constexpr std::uint32_t kListedBitAfter = 70;
constexpr std::uint32_t kTopicListed = 71;
constexpr std::uint32_t kTopicBefore = 72;
constexpr std::uint32_t kTopicAfter = 73;
constexpr std::uint32_t kTopicRun = 74;

constexpr std::uint64_t pair_of(std::uint64_t first, std::uint64_t second) {
    return first * 0x9E3779B97F4A7C15ULL + second;
}

std::uint64_t number(bool bit, unsigned place) {
    return bit ? std::uint64_t{1} << place : 0;
}

std::uint64_t number(const WordUse& use) {
    return number(use.small, 0) | number(use.capital_inside, 1) | number(use.upper, 2) |
           number(use.after_title, 3) | number(use.after_given, 4);
}

std::uint64_t number(ListedRun run) {
    return run.classes * 4ULL + run.position;
}

// One feature for each bit of `classes`.
void add_bits(FeatureList& list,
              std::uint32_t family,
              std::uint32_t classes,
              std::uint64_t position) {
    for (std::uint32_t rest = classes; rest != 0; rest &= rest - 1) {
        const auto bit = static_cast<std::uint64_t>(std::countr_zero(rest));
        list.add(feature_of(family, bit * 4 + position));
    }
}

// Small words that names have inside.
constexpr std::array<std::string_view, 26> kJoints{
    "&",   "'s", "al", "and", "bin", "da",  "de", "del", "den", "der", "des", "di",  "do",
    "dos", "du", "e",  "el",  "for", "ibn", "la", "le",  "of",  "the", "van", "von", "y"};

// Words that reports on sport are full of, and hardly anything else; digits count as 0.
bool is_sport_word(std::uint64_t lower) {
    static const std::vector<std::uint64_t> hashes_of_words = [] {
        std::vector<std::uint64_t> hashes;
        for (const std::string_view word :
             {"0-0",        "00-0",         "0-00",       "00-00",         "goal",       "goals",
              "scored",     "match",        "matches",    "coach",         "season",     "league",
              "cup",        "final",        "semi-final", "quarter-final", "half-time",  "penalty",
              "striker",    "midfielder",   "goalkeeper", "defender",      "referee",    "stadium",
              "tournament", "championship", "champions",  "championships", "club",       "team",
              "teams",      "players",      "player",     "innings",       "wickets",    "wicket",
              "batsman",    "overs",        "runs",       "sets",          "seeded",     "tennis",
              "soccer",     "football",     "rugby",      "cricket",       "basketball", "hockey",
              "volleyball", "baseball",     "handball",   "metres",        "medal",      "olympic",
              "win",        "beat",         "draw",       "defeat",        "victory",    "lap",
              "race",       "standings",    "points",     "scorers",       "substitute", "corner",
              "header"}) {
            hashes.push_back(hash64(word));
        }
        std::sort(hashes.begin(), hashes.end());
        return hashes;
    }();
    return std::binary_search(hashes_of_words.begin(), hashes_of_words.end(), lower);
}

}  // namespace

TextFeatures::TextFeatures(std::string_view text, const NameLists* lists)
    : tokenized_(tokenize_names(text)),
      words_(text, tokenized_, lists),
      runs_(tokenized_.tokens.size()),
      listed_(tokenized_.tokens.size()) {
    find_runs(text);
    find_stretches();
    find_topic();
    if (lists != nullptr) {
        find_listed(*lists);
    }
}

bool TextFeatures::is_capital(std::size_t token) const {
    return words_.word_at(token).letter_case >= WordCase::Capital;
}

bool TextFeatures::joins_capitals(std::string_view text, std::size_t token) const {
    const NameToken& at = tokenized_.tokens[token];
    const std::string_view word = text.substr(at.start_bytes, at.end_bytes - at.start_bytes);
    return word.size() <= 3 && std::binary_search(kJoints.begin(), kJoints.end(), word);
}

void TextFeatures::find_runs(std::string_view text) {
    for (const Sentence& sentence : tokenized_.sentences) {
        std::uint32_t token = sentence.first_token;
        while (token < sentence.end_token) {
            if (!is_capital(token)) {
                runs_[token] = {.first_token = token, .end_token = token};
                ++token;
                continue;
            }
            std::uint32_t end = token + 1;
            for (std::uint32_t next = end; next < sentence.end_token; ++next) {
                if (is_capital(next)) {
                    end = next + 1;
                } else if (next > end + 1 || !joins_capitals(text, next)) {
                    break;
                }
            }
            std::fill(runs_.begin() + token,
                      runs_.begin() + end,
                      CapitalRun{.first_token = token, .end_token = end});
            token = end;
        }
    }
}

void TextFeatures::find_stretches() {
    for (std::uint32_t number = 0; number < tokenized_.sentences.size(); ++number) {
        const Sentence& sentence = tokenized_.sentences[number];
        for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token) {
            if (!is_capital(token)) {
                continue;
            }
            const std::uint32_t first = std::max(sentence.first_token + kMaxDistance, token) -
                                        static_cast<std::uint32_t>(kMaxDistance);
            const std::uint32_t end = std::min(sentence.end_token, token + kMaxDistance + 1);
            if (!stretches_.empty() && stretches_.back().sentence == number &&
                stretches_.back().end_token >= first) {
                stretches_.back().end_token = end;
            } else {
                stretches_.push_back({.sentence = number, .first_token = first, .end_token = end});
            }
        }
    }
}

// In reports on sport the name of a city or a country is a team's as often as not.
void TextFeatures::find_topic() {
    constexpr std::size_t some_in_thousand = 4;
    constexpr std::size_t many_in_thousand = 12;
    std::vector<bool> is_sport;
    is_sport.reserve(words_.words().size());
    for (const Word& word : words_.words()) {
        is_sport.push_back(is_sport_word(word.lower));
    }
    std::size_t count = 0;
    for (std::size_t token = 0; token < tokenized_.tokens.size(); ++token) {
        count += is_sport[words_.id_of(token)] ? 1U : 0U;
    }
    const std::size_t in_thousand = count * 1000 / std::max<std::size_t>(runs_.size(), 1);
    sport_ = in_thousand >= many_in_thousand ? 2 : (in_thousand >= some_in_thousand ? 1 : 0);
}

// Marks the longest listed name that begins at `token` and ends before `end`; the token behind it,
// or behind `token`.
std::size_t TextFeatures::mark_listed(const NameLists& lists, std::size_t token, std::size_t end) {
    const std::uint32_t first = tokenized_.first_search[token];
    const std::span<const std::uint64_t> hashes =
        std::span(tokenized_.search_hashes).subspan(first, tokenized_.first_search[end] - first);
    const ListedName name = lists.longest(hashes);
    std::size_t name_end = token;
    while (name_end < end && tokenized_.first_search[name_end + 1] <= first + name.size_tokens) {
        ++name_end;
    }
    if (name.size_tokens == 0 || name_end == token) {
        return token + 1;
    }
    for (std::size_t at = token; at < name_end; ++at) {
        std::uint8_t position = at + 1 == name_end ? ListedRun::kLast : ListedRun::kInside;
        if (at == token) {
            position = at + 1 == name_end ? ListedRun::kWhole : ListedRun::kFirst;
        }
        listed_[at] = {.classes = name.classes, .position = position};
    }
    return name_end;
}

void TextFeatures::find_listed(const NameLists& lists) {
    for (const Sentence& sentence : tokenized_.sentences) {
        std::size_t token = sentence.first_token;
        while (token < sentence.end_token) {
            std::size_t end = token;  // names do not go beyond a sign
            while (end < sentence.end_token &&
                   tokenized_.tokens[end].kind != NameTokenKind::Punctuation) {
                ++end;
            }
            while (token < end) {
                token = is_capital(token) ? mark_listed(lists, token, end) : token + 1;
            }
            ++token;
        }
    }
}

FeatureList TextFeatures::word_features(const Word& word, int distance) {
    FeatureList list;
    const auto place = static_cast<std::uint32_t>(distance + kMaxDistance);
    list.add(feature_of(kLower + place, word.lower));
    list.add(feature_of(kShape + place, word.shape));
    if (distance == 0) {
        list.add(feature_of(kExact, word.exact));
        for (std::uint32_t i = 0; i < 4; ++i) {
            if (word.prefixes[i] != 0) {
                list.add(feature_of(kPrefix + i, word.prefixes[i]));
            }
            if (word.suffixes[i] != 0) {
                list.add(feature_of(kSuffix + i, word.suffixes[i]));
            }
        }
    } else if (distance == 1 || distance == -1) {
        if (word.suffixes[2] != 0) {
            list.add(feature_of(kSuffixNear + place, word.suffixes[2]));
        }
    }
    if (word.classes != 0) {
        list.add(feature_of(kEntry + place, word.classes));
        if (distance == 0) {
            add_bits(list, kEntryBit, word.classes, 0);
        }
    }
    return list;
}

std::uint32_t TextFeatures::word_near(const Sentence& sentence,
                                      std::size_t token,
                                      int distance) const {
    const auto at = static_cast<std::int64_t>(token) + distance;
    if (at < static_cast<std::int64_t>(sentence.first_token)) {
        return kBeforeSentence;
    }
    return at >= static_cast<std::int64_t>(sentence.end_token)
               ? kAfterSentence
               : words_.id_of(static_cast<std::size_t>(at));
}

FeatureList TextFeatures::context_features(const Sentence& sentence, std::size_t token) const {
    FeatureList list;
    const CapitalRun run = runs_[token];
    const bool in_run = run.first_token != run.end_token;
    const bool near = (token > sentence.first_token && is_capital(token - 1)) ||
                      (token + 1 < sentence.end_token && is_capital(token + 1));
    // Small words far from capitals are outside of names, which their own features say.
    if (in_run || near) {
        add_neighbour_features(list, sentence, token);
        add_listed_features(list, sentence, token);
    }
    if (in_run) {
        add_run_features(list, sentence, token);
        add_text_features(list, sentence, token);
        add_topic_features(list, sentence, token);
    }
    return list;
}

void TextFeatures::add_neighbour_features(FeatureList& list,
                                          const Sentence& sentence,
                                          std::size_t token) const {
    const std::vector<Word>& words = words_.words();
    const Word& before2 = words[word_near(sentence, token, -2)];
    const Word& before = words[word_near(sentence, token, -1)];
    const Word& word = words_.word_at(token);
    const Word& after = words[word_near(sentence, token, 1)];
    const Word& after2 = words[word_near(sentence, token, 2)];
    list.add(feature_of(kLowerBefore, pair_of(before.lower, word.lower)));
    list.add(feature_of(kLowerAfter, pair_of(word.lower, after.lower)));
    list.add(feature_of(kShapes, pair_of(pair_of(before.shape, word.shape), after.shape)));
    list.add(feature_of(kShapeAfterLower, pair_of(before.lower, word.shape)));
    list.add(feature_of(kShapeBeforeLower, pair_of(after.lower, word.shape)));
    list.add(feature_of(kTwoBefore, pair_of(before2.lower, before.lower)));
    list.add(feature_of(kTwoAfter, pair_of(after.lower, after2.lower)));
}

void TextFeatures::add_run_features(FeatureList& list,
                                    const Sentence& sentence,
                                    std::size_t token) const {
    const std::vector<Word>& words = words_.words();
    const CapitalRun run = runs_[token];
    const std::uint64_t length = std::min<std::uint64_t>(run.end_token - run.first_token, 5);
    const std::uint64_t position = std::min<std::uint64_t>(token - run.first_token, 3);
    const auto run_word = [&](std::size_t from, int distance) -> const Word& {
        return words[word_near(sentence, from, distance)];
    };
    const Word& before = run_word(run.first_token, -1);
    const Word& after = run_word(run.end_token - 1, 1);
    const bool first = token == run.first_token;
    list.add(feature_of(kRunLength, length * 8 + position));
    list.add(feature_of(kRunBefore, pair_of(before.lower, first ? 1 : 0)));
    list.add(feature_of(kRunAfter, pair_of(after.lower, std::min<std::uint64_t>(length, 3))));
    list.add(feature_of(kRunBeforeTwo, pair_of(before.lower, run_word(run.first_token, -2).lower)));
    if (length > 1) {
        list.add(feature_of(kRunFirst, words_.word_at(run.first_token).lower));
        list.add(feature_of(kRunLast, words_.word_at(run.end_token - 1).lower));
        list.add(feature_of(kRunShape,
                            pair_of(words_.word_at(run.end_token - 1).shape,
                                    words_.word_at(run.first_token).shape)));
    }
}

void TextFeatures::add_listed_features(FeatureList& list,
                                       const Sentence& sentence,
                                       std::size_t token) const {
    const ListedRun here = listed_[token];
    const ListedRun before = token > sentence.first_token ? listed_[token - 1] : ListedRun{};
    const ListedRun after = token + 1 < sentence.end_token ? listed_[token + 1] : ListedRun{};
    if (here.classes != 0) {
        list.add(feature_of(kListed + 1, number(here)));
        add_bits(list, kListedBit, here.classes, here.position);
        list.add(feature_of(kListedShape, pair_of(words_.word_at(token).shape, number(here))));
        const std::uint32_t word_before = word_near(sentence, token, -1);
        list.add(feature_of(kListedAfterLower,
                            pair_of(words_.words()[word_before].lower, number(here))));
        list.add(feature_of(kListedUse,
                            pair_of(number(words_.use_of(words_.word_at(token))), number(here))));
    }
    if (before.classes != 0) {
        list.add(feature_of(kListed, number(before)));
        add_bits(list, kListedBitBefore, before.classes, before.position);
    }
    if (after.classes != 0) {
        list.add(feature_of(kListed + 2, number(after)));
        add_bits(list, kListedBitAfter, after.classes, after.position);
    }
    list.add(feature_of(kListedPair, pair_of(number(here), number(after))));
    list.add(feature_of(kListedPairBefore, pair_of(number(before), number(here))));
}

void TextFeatures::add_text_features(FeatureList& list,
                                     const Sentence& sentence,
                                     std::size_t token) const {
    const Word& word = words_.word_at(token);
    const std::uint64_t use = number(words_.use_of(word));
    const bool starts = token == sentence.first_token ||
                        (token == sentence.first_token + 1 &&
                         tokenized_.tokens[token - 1].kind == NameTokenKind::Punctuation);
    const auto letter_case = static_cast<std::uint64_t>(sentence.letter_case);
    const std::uint64_t place = std::min<std::uint64_t>(token - sentence.first_token, 3);
    list.add(feature_of(kStart, pair_of(word.shape, starts ? 1 : 0)));
    list.add(feature_of(kCase, pair_of(word.shape, letter_case)));
    list.add(feature_of(kUse, use * 8 + (starts ? 4 : 0) + letter_case));
    list.add(feature_of(kUseShape, pair_of(word.shape, use * 2 + (starts ? 1 : 0))));
    if (sentence.opens_paragraph) {
        list.add(feature_of(kParagraph, pair_of(word.shape, place * 4 + letter_case)));
    }
}

void TextFeatures::add_topic_features(FeatureList& list,
                                      const Sentence& sentence,
                                      std::size_t token) const {
    const std::vector<Word>& words = words_.words();
    const CapitalRun run = runs_[token];
    const std::uint64_t length = std::min<std::uint64_t>(run.end_token - run.first_token, 4);
    const std::uint64_t before = words[word_near(sentence, run.first_token, -1)].lower;
    const std::uint64_t after = words[word_near(sentence, run.end_token - 1, 1)].lower;
    const std::uint64_t classes = listed_[token].classes & gazetteer::kPlaceClasses.bits;
    list.add(feature_of(kTopicListed, pair_of(classes, sport_)));
    list.add(feature_of(kTopicRun, pair_of(classes != 0 ? 1 : 0, length * 4 + sport_)));
    list.add(feature_of(kTopicBefore, pair_of(before, sport_ * 2 + (classes != 0 ? 1 : 0))));
    list.add(feature_of(kTopicAfter, pair_of(after, sport_ * 2 + (classes != 0 ? 1 : 0))));
}

}  // namespace dateline::analysis
