// See the header. Nearly all words are ASCII and short, so both have a way without decoding.
#include "indexer/analysis/words.hpp"

#include "common/base/hash.hpp"
#include "common/base/utf8.hpp"
#include "common/gazetteer/name_class.hpp"
#include "common/names/honorifics.hpp"
#include "indexer/analysis/letters.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace dateline::analysis {

namespace {

constexpr std::uint32_t kCommonWord = gazetteer::NameClasses{gazetteer::NameClass::CommonWord}.bits;
constexpr std::uint32_t kGivenName = gazetteer::NameClasses{gazetteer::NameClass::GivenName}.bits;

// The forms of a word that its hashes are taken from.
struct Forms {
    std::string exact;  // digits as 0
    std::string lower;
    std::string shape;
    std::array<std::size_t, 4> prefix_ends{};    // 0 if the word is shorter
    std::array<std::size_t, 4> suffix_starts{};  // std::string::npos if the word is shorter
    WordCase letter_case = WordCase::None;
};

char shape_of(LetterKind kind, char32_t code_point) {
    switch (kind) {
        case LetterKind::Upper:
            return 'X';
        case LetterKind::Lower:
            return 'x';
        case LetterKind::Uncased:
            return 'c';
        case LetterKind::Digit:
            return 'd';
        case LetterKind::Mark:
        case LetterKind::Space:
        case LetterKind::Punctuation:
            break;
    }
    return code_point < 0x80 ? static_cast<char>(code_point) : '~';
}

void add_shape(std::string& shape, char sign) {
    const std::size_t size = shape.size();
    if (size < 2 || shape[size - 1] != sign || shape[size - 2] != sign) {
        shape += sign;
    }
}

WordCase case_of(std::size_t upper, std::size_t lower, LetterKind first) {
    if (first == LetterKind::Upper) {
        return upper >= 2 && lower == 0 ? WordCase::Upper : WordCase::Capital;
    }
    if (upper > 0) {
        return WordCase::Capital;  // al-Assad, iPhone
    }
    return lower == 0 && first != LetterKind::Uncased ? WordCase::None : WordCase::Lower;
}

Forms forms_of(std::string_view word) {
    Forms forms;
    std::size_t upper = 0;
    std::size_t lower = 0;
    LetterKind first = LetterKind::Space;
    std::array<std::size_t, 4> last_starts{};  // of the last four code points, in turn
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < word.size();) {
        const DecodedCodePoint decoded = decode_utf8(word, offset);
        const Letter letter = letter_of(decoded.code_point);
        upper += letter.kind == LetterKind::Upper ? 1U : 0U;
        lower += letter.kind == LetterKind::Lower ? 1U : 0U;
        first = count == 0 ? letter.kind : first;
        last_starts[count % 4] = forms.lower.size();
        if (letter.kind == LetterKind::Digit) {
            forms.exact += '0';
            forms.lower += '0';
        } else {
            forms.exact.append(word.substr(offset, decoded.size_bytes));
            append_utf8(forms.lower, letter.lower);
        }
        if (letter.kind != LetterKind::Mark) {
            add_shape(forms.shape, shape_of(letter.kind, decoded.code_point));
        }
        if (count < 4) {
            forms.prefix_ends[count] = forms.lower.size();
        }
        ++count;
        offset += decoded.size_bytes;
    }
    for (std::size_t length = 1; length <= 4; ++length) {
        forms.suffix_starts[length - 1] =
            length <= count ? last_starts[(count - length) % 4] : std::string::npos;
    }
    forms.letter_case = case_of(upper, lower, first);
    return forms;
}

Word word_of(const Forms& forms) {
    Word word;
    word.exact = hash64(forms.exact);
    word.lower = hash64(forms.lower);
    word.shape = hash64(forms.shape);
    word.letter_case = forms.letter_case;
    const std::string_view lower = forms.lower;
    for (std::size_t i = 0; i < 4; ++i) {
        if (forms.prefix_ends[i] != 0) {
            word.prefixes[i] = hash64(lower.substr(0, forms.prefix_ends[i]));
        }
        if (forms.suffix_starts[i] != std::string::npos) {
            word.suffixes[i] = hash64(lower.substr(forms.suffix_starts[i]));
        }
    }
    return word;
}

// Words that the thread met, in this text or one before: most words of a text are in every other.
// A word takes the slot of its hash, whatever was there.
class MetWords {
public:
    // `form` with all but its lower_id and its classes.
    const Word& word(std::uint64_t hash, std::string_view form) {
        Slot& slot = slots_[hash & (kSlots - 1)];
        if (slot.hash != hash || !slot.used) {
            slot = {.hash = hash, .word = word_of(forms_of(form)), .used = true};
            slot.word.is_title = names::is_title_word(form);
        }
        return slot.word;
    }

private:
    static constexpr std::size_t kSlots = 8192;  // a megabyte

    struct Slot {
        std::uint64_t hash = 0;
        Word word;
        bool used = false;
    };
    std::vector<Slot> slots_ = std::vector<Slot>(kSlots);
};

MetWords& met_words() {
    thread_local MetWords met;
    return met;
}

Word mark(std::string_view name) {
    Word word;
    word.exact = word.lower = word.shape = hash64(name);
    return word;
}

std::string_view bytes_of(std::string_view text, const NameToken& token) {
    return text.substr(token.start_bytes, token.end_bytes - token.start_bytes);
}

}  // namespace

std::string lower_form(std::string_view form) {
    std::string lower;
    for (std::size_t offset = 0; offset < form.size();) {
        const DecodedCodePoint decoded = decode_utf8(form, offset);
        append_utf8(lower, letter_of(decoded.code_point).lower);
        offset += decoded.size_bytes;
    }
    return lower;
}

std::string title_form(std::string_view form) {
    std::string title;
    bool begins = true;
    for (std::size_t offset = 0; offset < form.size();) {
        const DecodedCodePoint decoded = decode_utf8(form, offset);
        const Letter letter = letter_of(decoded.code_point);
        append_utf8(title, begins ? decoded.code_point : letter.lower);
        begins = letter.kind == LetterKind::Punctuation;
        offset += decoded.size_bytes;
    }
    return title;
}

TextWords::Numbers::Numbers(std::size_t expected)
    : slots_(std::bit_ceil(std::max<std::size_t>(expected * 2, 64))) {}

std::pair<std::uint32_t, bool> TextWords::Numbers::add(std::uint64_t hash, std::uint32_t next) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        Slot& slot = slots_[at];
        if (!slot.used) {
            slot = {.hash = hash, .number = next, .used = true};
            return {next, true};
        }
        if (slot.hash == hash) {
            return {slot.number, false};
        }
    }
}

struct TextWords::Source {
    std::string_view text;
    const TokenizedText& tokenized;
    const NameLists* lists;
    Numbers forms;
    Numbers lowers;

    [[nodiscard]] std::string_view form_at(std::size_t token) const {
        return bytes_of(text, tokenized.tokens[token]);
    }

    // What the lists say of the whole of `token`.
    [[nodiscard]] std::uint32_t classes_at(std::size_t token) const {
        const std::uint32_t first = tokenized.first_search[token];
        const std::uint32_t size = tokenized.first_search[token + 1] - first;
        if (lists == nullptr || size == 0) {
            return 0;
        }
        const ListedName name =
            lists->longest(std::span(tokenized.search_hashes).subspan(first, size));
        return name.size_tokens == size ? name.classes : 0;
    }
};

std::uint32_t TextWords::number_of(std::string_view form, std::size_t token, Source& source) {
    const std::uint64_t hash = hash64(form);
    const auto [number, is_new] = source.forms.add(hash, static_cast<std::uint32_t>(words_.size()));
    if (is_new) {
        Word word = met_words().word(hash, form);
        const auto [lower_id, new_lower] =
            source.lowers.add(word.lower, static_cast<std::uint32_t>(uses_.size()));
        word.lower_id = lower_id;
        if (new_lower) {
            uses_.emplace_back();
        }
        word.classes = source.classes_at(token);
        words_.push_back(word);
    }
    return number;
}

void TextWords::note_use(const TokenizedText& tokenized, const Sentence& sentence) {
    bool begins = true;  // until the first word: quotes and numbers may stand before it
    for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token) {
        const Word& word = words_[ids_[token]];
        WordUse& use = uses_[word.lower_id];
        const bool capital = word.letter_case >= WordCase::Capital;
        use.small = use.small || word.letter_case == WordCase::Lower;
        use.upper = use.upper || word.letter_case == WordCase::Upper;
        use.capital_inside = use.capital_inside || (capital && !begins);
        if (capital && token > sentence.first_token) {
            const Word& before = words_[ids_[token - 1]];
            use.after_title = use.after_title || before.is_title;
            use.after_given = use.after_given || (before.classes & kGivenName) != 0;
        }
        if (tokenized.tokens[token].kind == NameTokenKind::Word) {
            begins = false;
        }
    }
}

std::string TextWords::form_in_capitals(std::size_t token, Source& source) {
    const std::string_view form = source.form_at(token);
    const auto [lower_id, is_new] =
        source.lowers.add(hash64(forms_of(form).lower), static_cast<std::uint32_t>(uses_.size()));
    if (is_new) {
        uses_.emplace_back();
    }
    const WordUse& use = uses_[lower_id];
    if (use.upper) {
        return std::string(form);
    }
    if (use.small || use.capital_inside) {
        return use.capital_inside ? title_form(form) : lower_form(form);
    }
    // Of what the text does not show, plain English words are small.
    const std::uint32_t classes = source.classes_at(token);
    return classes == kCommonWord ? lower_form(form) : title_form(form);
}

TextWords::TextWords(std::string_view text, const TokenizedText& tokenized, const NameLists* lists)
    : words_{mark("before the sentence"), mark("behind the sentence")},
      uses_(1),
      ids_(tokenized.tokens.size()) {
    // Capitals look up a lower form before their final form brings another.
    Source source{.text = text,
                  .tokenized = tokenized,
                  .lists = lists,
                  .forms = Numbers(tokenized.tokens.size()),
                  .lowers = Numbers(tokenized.tokens.size() * 2)};
    for (const Sentence& sentence : tokenized.sentences) {
        for (std::uint32_t token = sentence.first_token;
             sentence.letter_case != SentenceCase::Upper && token < sentence.end_token;
             ++token) {
            ids_[token] = number_of(source.form_at(token), token, source);
        }
    }
    for (const Sentence& sentence : tokenized.sentences) {
        if (sentence.letter_case == SentenceCase::Normal) {
            note_use(tokenized, sentence);
        }
    }
    for (const Sentence& sentence : tokenized.sentences) {
        for (std::uint32_t token = sentence.first_token;
             sentence.letter_case == SentenceCase::Upper && token < sentence.end_token;
             ++token) {
            ids_[token] = number_of(form_in_capitals(token, source), token, source);
        }
    }
}

}  // namespace dateline::analysis
