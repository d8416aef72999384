// The scanner for text of any script. Its borders are those of UAX #29 and our rules.
#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "common/text/folding.hpp"
#include "common/text/tokenizer_state.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace dateline::text {
namespace {

/// Bytes of a word that are folded: a bound for hostile input. Far above what
/// kMaxTokenCodePoints of any real word need.
constexpr std::size_t kMaxWordBytes = 2048;

/// Code points of a run that ICU's dictionaries see at once; they take memory by the run's length.
constexpr std::int32_t kMaxRunUnits = 4096;

constexpr std::uint32_t kMinRunWordTokens = 3;

bool is_ascii(std::string_view text) {
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_word_part(CharacterClass c) {
    return c == CharacterClass::Letter || c == CharacterClass::Digit || c == CharacterClass::Mark ||
           c == CharacterClass::Character;
}

bool is_voiced_mark(char32_t c) {
    return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F;
}

bool is_kana(char32_t c) {
    return (c >= 0x3041 && c <= 0x30FF) || (c >= 0xFF66 && c <= 0xFF9D);
}

/// Offset of the code point that ends at `offset`, which is not 0.
std::size_t previous(std::string_view text, std::size_t offset) {
    --offset;
    while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) {
        --offset;
    }
    return offset;
}

/// Cuts `text` behind kMaxTokenCodePoints; returns whether something was cut.
bool cut_to_token_size(std::string& text) {
    if (text.size() <= kMaxTokenCodePoints) {
        return false;
    }
    std::size_t offset = 0;
    for (std::size_t i = 0; i < kMaxTokenCodePoints && offset < text.size(); ++i) {
        offset += decode_utf8(text, offset).size_bytes;
    }
    const bool cut = offset < text.size();
    text.resize(offset);
    return cut;
}

/// Whether a code point stays in a form: NFKC turns a few letters into spaces and signs.
bool stays_in_form(char32_t c) {
    constexpr std::uint32_t types = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
    if (c == 0x02BC) {
        return false;
    }
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & types) != 0 || c == '.' || c == ',' ||
           c == 0x00B7 || c == 0x066B || c == 0x066C;
}

}  // namespace

void Tokenizer::State::begin(std::string_view utf8,
                             TokenList& list,
                             const std::vector<bool>* word_borders) {
    text_ = utf8;
    list_ = &list;
    word_borders_ = word_borders;
    list.clear();
    run_open_ = false;
}

Tokenizer::State::CodePoint Tokenizer::State::at(std::size_t offset) {
    if (offset >= stretch_end_) {
        return {0, CharacterClass::Other, offset};
    }
    const DecodedCodePoint decoded = decode_utf8(text_, offset);
    return {decoded.code_point, classes_.of(decoded.code_point), offset + decoded.size_bytes};
}

bool Tokenizer::State::is_border(std::size_t offset) const {
    return word_borders_ != nullptr && (*word_borders_)[offset];
}

/// `#` or `@` directly before `start`, unless a letter or digit stands before the sign, as in a
/// mail address.
char Tokenizer::State::mark_before(std::size_t start) {
    if (start == 0) {
        return '\0';
    }
    const std::size_t sign_start = previous(text_, start);
    const char32_t sign = decode_utf8(text_, sign_start).code_point;
    char mark = '\0';
    if (sign == '#' || sign == 0xFF03) {
        mark = '#';
    } else if (sign == '@' || sign == 0xFF20) {
        mark = '@';
    } else {
        return '\0';
    }
    if (sign_start > 0) {
        const std::size_t before = previous(text_, sign_start);
        if (is_word_part(classes_.of(decode_utf8(text_, before).code_point))) {
            return '\0';
        }
    }
    return mark;
}

/// Whether only an apostrophe parts the last token from `start`; after initials the closing full
/// stop may stand before it (`U.N.'s`).
bool Tokenizer::State::is_possessive_gap(std::size_t start) const {
    const Token& last = list_->tokens_.back();
    std::string_view gap = text_.substr(last.end_bytes, start - last.end_bytes);
    if (gap.size() > 1 && gap.front() == '.') {
        const std::string_view form = list_->folded(last);
        if (form.size() > 1 && form.find('.') == std::string_view::npos) {
            return false;
        }
        gap.remove_prefix(1);
    }
    return gap == "'" || gap == "\u2019" || gap == "\uFF07";
}

/// Whether exactly one letter, with its marks, stands between `offset` and the end of its word.
bool Tokenizer::State::is_lone_letter(std::size_t offset) {
    CodePoint next = at(offset);
    if (next.character_class != CharacterClass::Letter || is_border(offset)) {
        return false;
    }
    do {
        next = at(next.end);
    } while (next.character_class == CharacterClass::Mark);
    return next.character_class != CharacterClass::Letter &&
           next.character_class != CharacterClass::Digit;
}

/// Where the word goes on behind a sign that may stand inside words, or 0 if it ends there.
/// `last` is the letter or digit before the sign; `lone` says that it is a piece of its own.
std::size_t Tokenizer::State::joined_end(const CodePoint& joint, const CodePoint& last, bool lone) {
    const CodePoint next = at(joint.end);
    if (is_border(joint.end)) {
        return 0;
    }
    const bool digits = last.character_class == CharacterClass::Digit &&
                        next.character_class == CharacterClass::Digit;
    bool joins = false;
    if (joint.character_class == CharacterClass::FullStop) {
        joins = digits || (lone && is_lone_letter(joint.end));
    } else if (joint.character_class == CharacterClass::Comma) {
        joins = digits;
    } else if (joint.character_class == CharacterClass::MiddleDot) {
        joins =
            (last.value == 'l' || last.value == 'L') && (next.value == 'l' || next.value == 'L');
    }
    return joins ? joint.end : 0;
}

/// The end of the word that begins at `start`.
std::size_t Tokenizer::State::word_end(std::size_t start) {
    CodePoint last = at(start);
    std::size_t end = last.end;
    bool lone = last.character_class == CharacterClass::Letter;
    while (end < stretch_end_ && !is_border(end)) {
        const CodePoint next = at(end);
        if (next.character_class == CharacterClass::Mark) {
            end = next.end;
        } else if (next.character_class == CharacterClass::Letter ||
                   next.character_class == CharacterClass::Digit) {
            lone = false;
            last = next;
            end = next.end;
        } else {
            const std::size_t behind = joined_end(next, last, lone);
            if (behind == 0) {
                break;
            }
            last = at(behind);
            end = last.end;
        }
    }
    return end;
}

void Tokenizer::State::add_unicode_stretch(Stretch stretch) {
    stretch_end_ = stretch.end;
    space_before_ = true;
    for (std::size_t offset = stretch.begin; offset < stretch.end;) {
        const CodePoint here = at(offset);
        switch (here.character_class) {
            case CharacterClass::Character:
                offset = add_character(offset);
                break;
            case CharacterClass::Letter:
            case CharacterClass::Digit: {
                close_run();
                const std::size_t end = word_end(offset);
                add_unicode_word(offset, end);
                offset = end;
                break;
            }
            case CharacterClass::Mark:
                offset = here.end;
                break;
            case CharacterClass::Space:
                close_run();
                // The gap matters to the next token only if there is one to be joined to.
                space_before_ = true;
                offset = here.end;
                break;
            case CharacterClass::Other:
            case CharacterClass::FullStop:
            case CharacterClass::Comma:
            case CharacterClass::MiddleDot:
                close_run();
                offset = here.end;
                break;
        }
    }
    close_run();
}

/// Fills exact_ and folded_; returns whether they were cut.
bool Tokenizer::State::make_forms(std::string_view source) {
    const std::string_view kept = truncate_utf8(source, kMaxWordBytes);
    case_folded_.clear();
    append_case_folded(case_folded_, kept);
    exact_.clear();
    for (std::size_t i = 0; i < case_folded_.size();) {
        const DecodedCodePoint decoded = decode_utf8(case_folded_, i);
        if (stays_in_form(decoded.code_point)) {
            exact_.append(case_folded_, i, decoded.size_bytes);
        }
        i += decoded.size_bytes;
    }
    bool cut = cut_to_token_size(exact_) || kept.size() < source.size();
    folded_.clear();
    append_without_diacritics(folded_, exact_);
    if (folded_.empty()) {
        folded_ = exact_;
    }
    cut = cut_to_token_size(folded_) || cut;
    return cut;
}

/// Adds `token`, whose range and kind are set, with the forms in exact_ and folded_.
void Tokenizer::State::add_token(Token token) {
    std::string& forms = list_->forms_;
    token.folded_offset = static_cast<std::uint32_t>(forms.size());
    token.folded_size = static_cast<std::uint16_t>(folded_.size());
    token.exact_offset = token.folded_offset;
    token.exact_size = token.folded_size;
    forms += folded_;
    if (exact_ != folded_) {
        token.exact_offset = static_cast<std::uint32_t>(forms.size());
        token.exact_size = static_cast<std::uint16_t>(exact_.size());
        forms += exact_;
    }
    token.joined = !list_->tokens_.empty() && !space_before_;
    list_->tokens_.push_back(token);
    space_before_ = false;
}

void Tokenizer::State::add_unicode_word(std::size_t start, std::size_t end) {
    const std::string_view source = text_.substr(start, end - start);
    Token token;
    token.start_bytes = static_cast<std::uint32_t>(start);
    token.end_bytes = static_cast<std::uint32_t>(end);
    if (word_borders_ == nullptr && is_ascii(source)) {
        exact_ = ascii_lower(source);
        token.truncated = cut_to_token_size(exact_);
        folded_ = exact_;
    } else {
        token.truncated = make_forms(source);
    }
    if (folded_.empty()) {
        return;  // Hangul fillers and the like: letters by class, nothing by content
    }
    if (folded_ == "s" && !space_before_ && !list_->tokens_.empty() && is_possessive_gap(start)) {
        return;
    }
    token.mark = mark_before(start);
    add_token(token);
}

/// Adds the tokens of the character at `start` and returns the offset behind it. A kana takes the
/// voiced sound mark behind it along, as half-width and decomposed texts write it.
std::size_t Tokenizer::State::add_character(std::size_t start) {
    if (!run_open_) {
        run_open_ = true;
        run_start_ = list_->tokens_.size();
    }
    const CodePoint here = at(start);
    std::size_t end = here.end;
    if (is_kana(here.value)) {
        if (const CodePoint next = at(end); is_voiced_mark(next.value)) {
            end = next.end;
        }
    }
    Token token;
    token.kind = TokenKind::Character;
    token.start_bytes = static_cast<std::uint32_t>(start);
    token.end_bytes = static_cast<std::uint32_t>(end);
    token.mark = mark_before(start);
    source_.assign(text_, start, end - start);
    if (end != here.end || !classes_.is_stable(here.value)) {
        static_cast<void>(make_forms(source_));
        source_ = exact_;
    }
    for (std::size_t i = 0; i < source_.size();) {
        const std::size_t size = decode_utf8(source_, i).size_bytes;
        exact_.assign(source_, i, size);
        folded_ = exact_;
        add_token(token);
        // What one character decomposes into (Thai sara am) shares its bytes: the first has them.
        token.start_bytes = token.end_bytes;
        token.mark = '\0';
        i += size;
    }
    return end;
}

/// Ends the run of characters and lists its longer dictionary words.
void Tokenizer::State::close_run() {
    if (!run_open_) {
        return;
    }
    run_open_ = false;
    const std::vector<Token>& tokens = list_->tokens_;
    if (tokens.size() - run_start_ < kMinRunWordTokens) {
        return;
    }
    UErrorCode status = U_ZERO_ERROR;
    if (!dictionary_) {
        dictionary_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status)) {
            throw Error(
                ErrorCode::Internal,
                std::string("cannot use the word breaking data of ICU: ") + u_errorName(status),
                "check the installation of ICU");
        }
    }
    for (std::size_t next = run_start_; next < tokens.size();) {
        run_.remove();
        run_tokens_.clear();
        for (; next < tokens.size() && run_.length() < kMaxRunUnits; ++next) {
            const std::string_view form = list_->exact(tokens[next]);
            run_.append(static_cast<UChar32>(decode_utf8(form, 0).code_point));
            run_tokens_.resize(static_cast<std::size_t>(run_.length()),
                               static_cast<std::uint32_t>(next));
        }
        run_tokens_.push_back(static_cast<std::uint32_t>(next));
        dictionary_->setText(run_);
        std::int32_t from = dictionary_->first();
        for (std::int32_t to = dictionary_->next(); to != icu::BreakIterator::DONE;
             to = dictionary_->next()) {
            const std::uint32_t first = run_tokens_[static_cast<std::size_t>(from)];
            const std::uint32_t size = run_tokens_[static_cast<std::size_t>(to)] - first;
            if (size >= kMinRunWordTokens) {
                list_->run_words_.push_back({first, size});
            }
            from = to;
        }
    }
}

}  // namespace dateline::text
