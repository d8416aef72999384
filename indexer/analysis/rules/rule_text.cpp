// See the header.
#include "indexer/analysis/rules/rule_text.hpp"

#include "common/base/utf8.hpp"
#include "common/text/borders.hpp"
#include "indexer/analysis/letters.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {

namespace {

struct ScriptRange {
    char32_t first = 0;
    char32_t last = 0;
    RuleScript script = RuleScript::None;
};

// Blocks of Unicode 15 (Blocks.txt), in order; what stands between them is OtherWords.
constexpr std::array kScripts{
    ScriptRange{0x41, 0x58F, RuleScript::Cased},
    ScriptRange{0x590, 0x5FF, RuleScript::Hebrew},
    ScriptRange{0x600, 0x77F, RuleScript::Arabic},
    ScriptRange{0x8A0, 0x8FF, RuleScript::Arabic},
    ScriptRange{0xE00, 0xEFF, RuleScript::OtherRuns},
    ScriptRange{0x1000, 0x109F, RuleScript::OtherRuns},
    ScriptRange{0x1100, 0x11FF, RuleScript::Hangul},
    ScriptRange{0x1780, 0x17FF, RuleScript::OtherRuns},
    ScriptRange{0x1C80, 0x1C8F, RuleScript::Cased},
    ScriptRange{0x1E00, 0x1FFF, RuleScript::Cased},
    ScriptRange{0x3005, 0x3007, RuleScript::Han},
    ScriptRange{0x3041, 0x309F, RuleScript::OtherRuns},
    ScriptRange{0x30A0, 0x30FF, RuleScript::Katakana},
    ScriptRange{0x3130, 0x318F, RuleScript::Hangul},
    ScriptRange{0x31F0, 0x31FF, RuleScript::Katakana},
    ScriptRange{0x3400, 0x9FFF, RuleScript::Han},
    ScriptRange{0xAC00, 0xD7AF, RuleScript::Hangul},
    ScriptRange{0xF900, 0xFAFF, RuleScript::Han},
    ScriptRange{0xFB1D, 0xFB4F, RuleScript::Hebrew},
    ScriptRange{0xFB50, 0xFDFF, RuleScript::Arabic},
    ScriptRange{0xFE70, 0xFEFF, RuleScript::Arabic},
    ScriptRange{0xFF21, 0xFF5A, RuleScript::Cased},
    ScriptRange{0xFF66, 0xFF9F, RuleScript::Katakana},
    ScriptRange{0x20000, 0x3FFFF, RuleScript::Han},
};

RuleScript script_of(char32_t code_point) {
    if (code_point < 0x590) {
        return code_point < 0x41 ? RuleScript::None : RuleScript::Cased;
    }
    const auto found = std::ranges::upper_bound(kScripts, code_point, {}, &ScriptRange::first);
    const ScriptRange& range = *std::prev(found);
    return code_point <= range.last ? range.script : RuleScript::OtherWords;
}

// What the letters of a word say of it.
void read_letters(std::string_view word, RuleToken& token) {
    std::size_t upper = 0;
    std::size_t lower = 0;
    std::size_t letters = 0;
    bool capital_first = false;
    for (std::size_t at = 0; at < word.size();) {
        const DecodedCodePoint decoded = decode_utf8(word, at);
        const Letter letter = letter_of(decoded.code_point);
        if (at == 0) {
            token.script = script_of(decoded.code_point);
            capital_first = letter.kind == LetterKind::Upper;
        }
        upper += letter.kind == LetterKind::Upper ? 1U : 0U;
        lower += letter.kind == LetterKind::Lower ? 1U : 0U;
        letters += letter.kind == LetterKind::Mark ? 0U : 1U;
        at += decoded.size_bytes;
    }
    token.letters = static_cast<std::uint8_t>(std::min<std::size_t>(letters, 255));
    if (token.script == RuleScript::Cased) {
        token.letter_case = !capital_first             ? WordCase::Lower
                            : lower == 0 && upper >= 2 ? WordCase::Upper
                                                       : WordCase::Capital;
    }
}

constexpr std::string_view kHyphens[] = {"-", "\u2010", "\u2011", "\u05BE"};
constexpr std::string_view kApostrophes[] = {"'", "\u2019", "\u02BC", "`", "\u2018", "\u00B4"};
constexpr std::string_view kDots[] = {"\u00B7", "\u30FB", "\u2022", "\u2027", "\uFF65", "="};

RuleGap gap_of(std::string_view between) {
    if (between.empty()) {
        return RuleGap::Nothing;
    }
    if (between == " " || between == "\u00A0" || between == "\u202F") {
        return RuleGap::Space;
    }
    if (std::ranges::find(kHyphens, between) != std::end(kHyphens)) {
        return RuleGap::Hyphen;
    }
    if (std::ranges::find(kApostrophes, between) != std::end(kApostrophes)) {
        return RuleGap::Apostrophe;
    }
    if (std::ranges::find(kDots, between) != std::end(kDots)) {
        return RuleGap::Dot;
    }
    if (between == "." || between == ". " || between == ".-" || between == ".\u00A0") {
        return RuleGap::FullStop;
    }
    const bool blank = between.find_first_not_of(" \t\r") == std::string_view::npos;
    return blank ? RuleGap::Space : RuleGap::Break;
}

// Only short words with a capital are abbreviated inside names: `J.`, `St.`.
constexpr std::uint8_t kMaxAbbreviationLetters = 3;

}  // namespace

RuleText::RuleText(std::string_view text) : text_(text) {
    thread_local text::Tokenizer tokenizer;
    tokenizer.tokenize(text, list_);
    tokens_.reserve(list_.tokens().size());
    hashes_.reserve(list_.tokens().size());
    for (const text::Token& token : list_.tokens()) {
        tokens_.push_back({.start_bytes = token.start_bytes, .end_bytes = token.end_bytes});
        hashes_.push_back(gazetteer::token_hash(list_.folded(token)));
        read_letters(bytes(tokens_.size() - 1), tokens_.back());
    }
    find_gaps();
    for (const std::uint32_t start : text::sentence_starts(text, list_)) {
        tokens_[start].opens_sentence = true;
    }
    find_runs();
    find_shouting();
    note_uses();
}

void RuleText::find_gaps() {
    std::uint32_t end = 0;
    for (RuleToken& token : tokens_) {
        const std::string_view between = text_.substr(end, token.start_bytes - end);
        const bool first = end == 0 && token.start_bytes == between.size();
        token.opens_paragraph = first || between.find('\n') != std::string_view::npos;
        token.gap = token.opens_paragraph ? RuleGap::Break : gap_of(between);
        // A colon, a quote and a dash are followed by capitals as the start of a sentence is.
        token.opens_sentence = token.gap == RuleGap::Break && between.find(',') > between.size();
        end = token.end_bytes;
    }
}

void RuleText::find_runs() {
    run_ends_.resize(tokens_.size());
    auto end = static_cast<std::uint32_t>(tokens_.size());
    for (std::size_t i = tokens_.size(); i > 0; --i) {
        run_ends_[i - 1] = end;
        const RuleToken& token = tokens_[i - 1];
        const bool abbreviated = i > 1 && tokens_[i - 2].letter_case != WordCase::Lower &&
                                 tokens_[i - 2].letters <= kMaxAbbreviationLetters;
        const bool ends = token.gap == RuleGap::Break ||
                          (token.gap == RuleGap::FullStop && !abbreviated) ||
                          (token.opens_sentence && token.gap != RuleGap::FullStop);
        if (ends) {
            end = static_cast<std::uint32_t>(i - 1);
        }
    }
}

void RuleText::find_shouting() {
    for (std::size_t begin = 0; begin < tokens_.size();) {
        std::size_t end = begin + 1;
        while (end < tokens_.size() && !tokens_[end].opens_paragraph) {
            ++end;
        }
        std::size_t upper = 0;
        std::size_t others = 0;
        for (std::size_t i = begin; i < end; ++i) {
            upper += tokens_[i].letter_case == WordCase::Upper ? 1U : 0U;
            const bool other =
                tokens_[i].letter_case == WordCase::Lower ||
                (tokens_[i].letter_case == WordCase::Capital && tokens_[i].letters > 1);
            others += other ? 1U : 0U;
        }
        for (std::size_t i = begin; i < end; ++i) {
            tokens_[i].shouts = upper >= 2 && others * 4 <= upper;
        }
        begin = end;
    }
}

void RuleText::note_uses() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        const RuleToken& token = tokens_[i];
        if (token.letter_case == WordCase::Lower) {
            small_.push_back(hashes_[i]);
        } else if (token.letter_case != WordCase::None && !token.opens_sentence && !token.shouts) {
            capital_.push_back(hashes_[i]);
        }
    }
    std::ranges::sort(small_);
    std::ranges::sort(capital_);
}

bool RuleText::is_part_of_address(std::size_t first, std::size_t end) const noexcept {
    static constexpr std::string_view kSigns = "./@_\\";
    const auto is_sign = [&](std::size_t at) { return kSigns.find(text_[at]) != kSigns.npos; };
    const auto is_blank = [](char byte) { return byte == ' ' || byte == '\n' || byte == '\t'; };
    const std::size_t start = tokens_[first].start_bytes;
    const std::size_t stop = tokens_[end - 1].end_bytes;
    const bool initial = first > 0 && tokens_[first - 1].letters <= kMaxAbbreviationLetters &&
                         tokens_[first - 1].letter_case != WordCase::Lower;
    const bool before = start >= 2 && is_sign(start - 1) && !is_blank(text_[start - 2]) && !initial;
    const bool behind = stop + 1 < text_.size() && is_sign(stop) &&
                        static_cast<unsigned char>(text_[stop + 1]) < 0x80 &&
                        ((text_[stop + 1] >= 'a' && text_[stop + 1] <= 'z') || text_[stop] == '@');
    return before || behind;
}

bool RuleText::is_small_elsewhere(std::size_t token) const noexcept {
    return std::ranges::binary_search(small_, hashes_[token]);
}

bool RuleText::has_capital_inside(std::size_t token) const noexcept {
    return std::ranges::binary_search(capital_, hashes_[token]);
}

}  // namespace dateline::analysis
