// The fast path for ASCII, and the choice between it and the scanner for any text.
#include "common/text/tokenizer.hpp"

#include "common/base/error.hpp"
#include "common/text/folding.hpp"
#include "common/text/tokenizer_state.hpp"

#include <unicode/utext.h>

#include <algorithm>
#include <array>

namespace dateline::text {
namespace {

/// What a byte is to the fast path.
enum class ByteClass : std::uint8_t { Other, Space, Letter, Digit, Foreign };

constexpr std::array<ByteClass, 256> make_byte_classes() {
    std::array<ByteClass, 256> classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte) {
        if (byte <= ' ') {
            classes[byte] = ByteClass::Space;
        } else if (byte >= '0' && byte <= '9') {
            classes[byte] = ByteClass::Digit;
        } else if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
            classes[byte] = ByteClass::Letter;
        } else if (byte >= 0x80) {
            classes[byte] = ByteClass::Foreign;
        }
    }
    return classes;
}

constexpr std::array<ByteClass, 256> kByteClasses = make_byte_classes();

constexpr ByteClass class_of(char byte) {
    return kByteClasses[static_cast<unsigned char>(byte)];
}

constexpr bool is_letter(char byte) {
    return class_of(byte) == ByteClass::Letter;
}
constexpr bool is_digit(char byte) {
    return class_of(byte) == ByteClass::Digit;
}
constexpr bool is_alphanumeric(char byte) {
    return is_letter(byte) || is_digit(byte);
}

constexpr char to_lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

std::size_t run_end(std::string_view text, std::size_t offset) {
    while (offset < text.size() && is_alphanumeric(text[offset])) {
        ++offset;
    }
    return offset;
}

/// Whether the letter at `offset` is all of its piece.
bool is_lone_letter(std::string_view text, std::size_t offset) {
    return offset < text.size() && is_letter(text[offset]) &&
           (offset + 1 == text.size() || !is_alphanumeric(text[offset + 1]));
}

/// The end of the ASCII word that begins at `start`: pieces, and the signs that join them.
std::size_t ascii_word_end(std::string_view text, std::size_t start) {
    std::size_t end = run_end(text, start);
    bool lone = end == start + 1 && is_letter(text[start]);
    while (end + 1 < text.size() && (text[end] == '.' || text[end] == ',')) {
        if (is_digit(text[end - 1]) && is_digit(text[end + 1])) {
            end = run_end(text, end + 1);
            lone = false;
        } else if (lone && text[end] == '.' && is_lone_letter(text, end + 1)) {
            end += 2;
        } else {
            break;
        }
    }
    return end;
}

std::size_t stretch_end(std::string_view text, std::size_t offset) {
    while (offset < text.size() && class_of(text[offset]) != ByteClass::Space) {
        ++offset;
    }
    return offset;
}

void require(UErrorCode status) {
    if (U_FAILURE(status)) {
        throw Error(ErrorCode::Internal,
                    std::string("cannot use the word breaking data of ICU: ") + u_errorName(status),
                    "check the installation of ICU");
    }
}

/// One flag for each byte offset of `utf8` and its end: whether UAX #29 has a word border there.
std::vector<bool> word_borders(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    require(status);
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    require(status);
    words->setText(&text, status);
    require(status);
    std::vector<bool> borders(utf8.size() + 1);
    for (std::int32_t border = words->first(); border != icu::BreakIterator::DONE;
         border = words->next()) {
        borders[static_cast<std::size_t>(border)] = true;
    }
    utext_close(&text);
    return borders;
}

}  // namespace

void TokenList::clear() noexcept {
    tokens_.clear();
    run_words_.clear();
    forms_.clear();
}

Tokenizer::Tokenizer() : state_(std::make_unique<State>()) {
    // Folding one letter makes a missing data file known here and not in the middle of a run.
    std::string folded;
    append_case_folded(folded, "\u00C9");
}

Tokenizer::~Tokenizer() = default;

void Tokenizer::State::add_ascii_word(std::size_t start, std::size_t end, std::size_t first_token) {
    std::vector<Token>& tokens = list_->tokens_;
    const bool joined = tokens.size() > first_token;
    if (joined && end == start + 1 && to_lower(text_[start]) == 's' && is_possessive_gap(start)) {
        return;
    }
    Token token;
    token.start_bytes = static_cast<std::uint32_t>(start);
    token.end_bytes = static_cast<std::uint32_t>(end);
    token.joined = joined;
    token.truncated = end - start > kMaxTokenCodePoints;
    if (start > 0 && (text_[start - 1] == '#' || text_[start - 1] == '@') &&
        (start == 1 || !is_alphanumeric(text_[start - 2]))) {
        token.mark = text_[start - 1];
    }
    const std::size_t size = std::min(end - start, kMaxTokenCodePoints);
    token.folded_offset = static_cast<std::uint32_t>(list_->forms_.size());
    token.exact_offset = token.folded_offset;
    token.folded_size = static_cast<std::uint16_t>(size);
    token.exact_size = token.folded_size;
    std::array<char, kMaxTokenCodePoints> form;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    std::transform(text_.begin() + static_cast<std::ptrdiff_t>(start),
                   text_.begin() + static_cast<std::ptrdiff_t>(start + size),
                   form.begin(),
                   to_lower);
    list_->forms_.append(form.data(), size);
    tokens.push_back(token);
}

void Tokenizer::tokenize(std::string_view utf8, TokenList& out) {
    state_->begin(utf8, out, nullptr);
    // Where the stretch without white space began, and what the list held then: a byte outside
    // ASCII may change the words before it, so its stretch is done again by the other scanner.
    std::size_t stretch_start = 0;
    std::size_t first_token = 0;
    std::size_t forms_size = 0;
    for (std::size_t offset = 0; offset < utf8.size();) {
        switch (class_of(utf8[offset])) {
            case ByteClass::Letter:
            case ByteClass::Digit: {
                const std::size_t end = ascii_word_end(utf8, offset);
                state_->add_ascii_word(offset, end, first_token);
                offset = end;
                break;
            }
            case ByteClass::Foreign: {
                out.tokens_.resize(first_token);
                out.forms_.resize(forms_size);
                const std::size_t end = stretch_end(utf8, offset);
                state_->add_unicode_stretch({stretch_start, end});
                offset = end;
                break;
            }
            case ByteClass::Space:
                ++offset;
                stretch_start = offset;
                first_token = out.tokens_.size();
                forms_size = out.forms_.size();
                break;
            case ByteClass::Other:
                ++offset;
                break;
        }
    }
}

void Tokenizer::tokenize_with_icu(std::string_view utf8, TokenList& out) {
    const std::vector<bool> borders = word_borders(utf8);
    state_->begin(utf8, out, &borders);
    state_->add_unicode_stretch({0, utf8.size()});
}

}  // namespace dateline::text
