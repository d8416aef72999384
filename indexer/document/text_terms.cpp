// Tokens to terms and token streams, with one cache entry for each distinct word.
#include "indexer/document/text_terms.hpp"

#include "common/base/hash.hpp"
#include "common/schema/fields.hpp"
#include "common/schema/title_weight.hpp"
#include "common/text/borders.hpp"
#include "common/text/stemmer.hpp"
#include "common/text/token_stream.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/word_codes.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace dateline::document {
namespace {

using storage::TermCount;

/// Size of a hash code (word_codes.hpp): the only codes that two words may share.
constexpr std::size_t kHashCodeBytes = 4;

struct TransparentHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return hash64(text); }
};

/// A distinct word and its counts in the current article.
struct Word {
    std::string folded;
    std::string exact;
    std::string code;
    std::vector<std::string> stems;  ///< but for the folded form itself
    bool is_character = false;
    bool spelled = false;
    std::uint32_t title_count = 0;
    std::uint32_t body_count = 0;

    [[nodiscard]] bool has_diacritics() const noexcept { return folded != exact; }
    [[nodiscard]] std::uint32_t frequency() const noexcept {
        return schema::kTitleWeight * title_count + body_count;
    }
};

using WordMap = std::unordered_map<std::string, Word, TransparentHash, std::equal_to<>>;

/// A place in the token sequence of the article.
struct Place {
    Word* word = nullptr;  ///< nullptr ends a part
    bool begins_sentence = false;
};

struct Count {
    std::uint32_t title = 0;
    std::uint32_t body = 0;
};

}  // namespace

struct TextTermBuilder::State {
    explicit State(std::size_t max_words) : max_cached_words(max_words) {}

    std::size_t max_cached_words;
    std::size_t cached_words = 0;  ///< in all languages
    text::Tokenizer tokenizer;
    text::Stemmer stemmer;
    text::TokenList tokens;
    std::unordered_map<std::string, WordMap> caches;  ///< by language

    WordMap* words = nullptr;
    std::string lang;
    std::vector<Word*> touched;
    std::vector<Place> sequence;
    std::unordered_map<std::string, Count> compounds;  ///< character pairs and dictionary words
    std::vector<std::string> marked;                   ///< `#tag` and `@name` terms

    void start(const std::string& language) {
        for (Word* word : touched) {
            word->title_count = 0;
            word->body_count = 0;
            word->spelled = false;
        }
        touched.clear();  // before the words it points to may go
        if (cached_words > max_cached_words) {
            caches.clear();
            cached_words = 0;
        }
        lang = language;
        words = &caches[language];
        sequence.clear();
        compounds.clear();
        marked.clear();
    }

    Word& find_word(const text::Token& token) {
        const std::string_view exact = tokens.exact(token);
        auto found = words->find(exact);
        if (found == words->end()) {
            Word word;
            word.folded = tokens.folded(token);
            word.exact = exact;
            word.is_character = token.kind == text::TokenKind::Character;
            text::append_code(word.code, word.folded, word.is_character);
            if (!word.is_character) {
                word.stems = stemmer.stems(lang, word.folded, word.exact);
                // A word that is its own stem is found by its own term: a third fewer postings.
                std::erase(word.stems, word.folded);
            }
            found = words->emplace(std::string(exact), std::move(word)).first;
            ++cached_words;
        }
        return found->second;
    }

    void count(Word& word, bool in_title) {
        if (word.frequency() == 0) {
            touched.push_back(&word);
        }
        ++(in_title ? word.title_count : word.body_count);
    }

    void count_compound(std::size_t first, std::size_t size, bool in_title) {
        std::string compound;
        for (std::size_t i = first; i < first + size; ++i) {
            compound += tokens.folded(tokens.tokens()[i]);
        }
        Count& count = compounds[compound];
        ++(in_title ? count.title : count.body);
    }

    void add_part(std::string_view part, std::size_t offset_bytes, bool in_title, TextTerms& out) {
        tokenizer.tokenize(part, tokens);
        const std::vector<std::uint32_t> sentences =
            in_title ? std::vector<std::uint32_t>() : text::sentence_starts(part, tokens);
        auto sentence = sentences.begin();
        bool after_character = false;
        for (std::size_t i = 0; i < tokens.tokens().size(); ++i) {
            const text::Token& token = tokens.tokens()[i];
            Word& word = find_word(token);
            count(word, in_title);
            const bool begins_sentence = sentence != sentences.end() && *sentence == i;
            if (begins_sentence) {
                ++sentence;
            }
            sequence.push_back({&word, begins_sentence});
            out.token_starts.push_back(
                static_cast<std::uint32_t>(offset_bytes + token.start_bytes));
            if (token.mark != '\0') {
                marked.push_back(token.mark + word.folded);
            }
            if (word.is_character && after_character && token.joined) {
                count_compound(i - 1, 2, in_title);
            }
            after_character = word.is_character;
        }
        for (const text::RunWord& run : tokens.run_words()) {
            count_compound(run.first_token, run.size_tokens, in_title);
        }
        sequence.push_back({});
    }

    /// Two words of the article with the same hash code are both spelled out, so that a code means
    /// one word.
    bool spell_colliding_words() {
        std::vector<Word*> hashed;
        for (Word* word : touched) {
            if (word->code.size() == kHashCodeBytes) {
                hashed.push_back(word);
            }
        }
        std::sort(hashed.begin(), hashed.end(), [](const Word* a, const Word* b) {
            return a->code < b->code;
        });
        bool any = false;
        for (std::size_t i = 1; i < hashed.size(); ++i) {
            if (hashed[i]->code == hashed[i - 1]->code &&
                hashed[i]->folded != hashed[i - 1]->folded) {
                hashed[i]->spelled = true;
                hashed[i - 1]->spelled = true;
                any = true;
            }
        }
        return any;
    }

    std::string make_stream() {
        const bool any_spelled = spell_colliding_words();
        text::TokenStreamBuilder builder;
        for (const Place& place : sequence) {
            if (place.word == nullptr) {
                builder.end_part();
                continue;
            }
            if (place.begins_sentence) {
                builder.begin_sentence();
            }
            if (place.word->spelled) {
                std::string code;
                text::append_spelled_code(code, place.word->folded);
                builder.add_token(code);
            } else {
                builder.add_token(place.word->code);
            }
        }
        return builder.finish(any_spelled);
    }

    static void add_term(std::vector<TermCount>& terms,
                         std::string_view prefix,
                         std::string_view value,
                         std::uint32_t frequency) {
        terms.push_back({schema::make_term(prefix, value), frequency});
    }

    void add_word_terms(const Word& word, std::vector<TermCount>& terms) const {
        const std::uint32_t frequency = word.is_character ? 0 : word.frequency();
        const std::uint32_t title_frequency = word.is_character ? 0 : word.title_count;
        add_term(terms, "", word.folded, frequency);
        for (const std::string& stem : word.stems) {
            add_term(terms, schema::kStemPrefix, stem, frequency);
        }
        if (word.title_count > 0) {
            add_term(terms, schema::kTitlePrefix, word.folded, title_frequency);
            for (const std::string& stem : word.stems) {
                add_term(terms, schema::kTitleStemPrefix, stem, title_frequency);
            }
        }
    }

    void add_exact_forms(std::vector<TermCount>& terms) const {
        std::unordered_set<std::string_view> variants;
        for (const Word* word : touched) {
            if (word->has_diacritics()) {
                variants.insert(word->folded);
                add_term(terms, schema::kExactPrefix, word->exact, 0);
                add_term(terms, schema::kVariantPrefix, word->folded, 0);
            }
        }
        if (variants.empty()) {
            return;
        }
        for (const Word* word : touched) {
            if (!word->has_diacritics() && variants.contains(word->folded)) {
                add_term(terms, schema::kExactPrefix, word->exact, 0);
            }
        }
    }
};

TextTermBuilder::TextTermBuilder(std::size_t max_cached_words)
    : state_(std::make_unique<State>(max_cached_words)) {}

TextTermBuilder::~TextTermBuilder() = default;

TextTerms TextTermBuilder::build(const Article& article) {
    State& state = *state_;
    state.start(article.lang);
    TextTerms result;
    state.add_part(article.title, 0, true, result);
    std::size_t offset = article.title.empty() ? 0 : article.title.size() + 2;
    for (const std::string& paragraph : article.paragraphs) {
        state.add_part(paragraph, offset, false, result);
        offset += paragraph.size() + 2;
    }
    result.words = result.token_starts.size();
    result.stream = state.make_stream();
    result.terms.reserve(state.touched.size() * 3);
    for (const Word* word : state.touched) {
        state.add_word_terms(*word, result.terms);
    }
    state.add_exact_forms(result.terms);
    for (const auto& [compound, count] : state.compounds) {
        State::add_term(
            result.terms, "", compound, schema::kTitleWeight * count.title + count.body);
        if (count.title > 0) {
            State::add_term(result.terms, schema::kTitlePrefix, compound, count.title);
        }
    }
    for (const std::string& term : state.marked) {
        State::add_term(result.terms, "", term, 0);
    }
    return result;
}

}  // namespace dateline::document
