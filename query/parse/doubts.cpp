// Warnings of words that are read as text and may be meant otherwise.
#include "common/base/utf8.hpp"
#include "query/parse/date_points.hpp"
#include "query/parse/foreign.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/source_text.hpp"
#include "query/parse/tree_parser.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace dateline::parse {
namespace {

/// How many words after a single quote may be looked through for the closing one.
constexpr std::size_t kMaxQuoteWords = 10;

/// The digits of `w5` for `w`; none above kMostWords, as in `N95`.
std::optional<std::string_view> small_number(std::string_view word, std::string_view name) {
    constexpr std::uint32_t kMostWords = 50;
    const auto digits = numbered_name(word, name);
    return digits && read_count(*digits, kMostWords) ? digits : std::nullopt;
}

/// What to write instead of `word` if it was meant as an operator; empty if it is none anywhere.
/// `lower` is `word` in lower case.
std::string operator_meant(std::string_view word, std::string_view lower) {
    if (lower == "and") {
        return "operators are in capitals: write AND, or leave it out";
    }
    if (lower == "or") {
        return "operators are in capitals: write OR";
    }
    if (lower == "not") {
        return "operators are in capitals: write NOT";
    }
    if (lower == "same") {
        return "for two words in the same paragraph write a w/p b";
    }
    if (lower == "adj" || lower == "onear") {
        return "for two words in a row write a pre/1 b";
    }
    if (const auto count = small_number(word, "w")) {
        return "for words so near in this order write a pre/" + std::string(*count) +
               " b, in any order a NEAR/" + std::string(*count) + " b";
    }
    if (const auto count = small_number(word, "n")) {
        return "for words so near write a NEAR/" + std::string(*count) + " b";
    }
    return {};
}

/// Whether `text` is a day as in `2025-10-16`, which there is.
bool is_iso_day(std::string_view text) {
    return text.size() == 10 && text[4] == '-' &&
           std::holds_alternative<DayPeriod>(parse_date_point(text, {}));
}

}  // namespace

void TreeParser::warn_of_doubts(const FieldUse& use) {
    warn_of_operator();
    warn_of_single_quotes();
    warn_of_comment();
    if (use.field == nullptr) {
        warn_of_dash();
        warn_of_country();
        warn_of_address();
        warn_of_date();
    }
}

void TreeParser::warn_of_operator() {
    const std::string_view word = text_of(peek());
    const std::string lower = ascii_lower(word);
    const bool at_start = at_ == 0 || tokens_[at_ - 1].kind == TokenKind::Open;
    if (ends_operand(peek(1)) || (at_start && lower != "not")) {
        return;
    }
    std::string meant = operator_meant(word, lower);
    if (!meant.empty()) {
        leaves_.warning(
            peek().begin,
            peek().end,
            {"lower_case_operator", quoted(word) + " is a word here", std::move(meant)});
    }
}

std::size_t TreeParser::words_in_single_quotes() const {
    const bool is_open = peek().kind == TokenKind::Text && text_of(peek()).front() == '\'';
    for (std::size_t ahead = 0; is_open && ahead <= kMaxQuoteWords; ++ahead) {
        if (peek(ahead).kind != TokenKind::Text) {
            break;
        }
        std::string_view text = text_of(peek(ahead)).substr(ahead == 0 ? 1 : 0);
        text = text.substr(0, text.find_last_not_of(",;.?!") + 1);
        if (text.ends_with('\'') && count_word_characters(text_of(peek(ahead))) > 0) {
            return ahead + 1;
        }
    }
    return 0;
}

void TreeParser::warn_of_single_quotes() {
    const std::size_t words = words_in_single_quotes();
    if (words > 1) {
        leaves_.warning(
            peek().begin,
            peek(words - 1).end,
            {"single_quotes", "single quotes make no phrase", "for a phrase write double quotes"});
    }
}

void TreeParser::warn_of_dash() {
    constexpr std::string_view em_dash = "\xE2\x80\x94";
    const std::string_view text = text_of(peek());
    if (text.starts_with(em_dash) && text.size() > em_dash.size() && !peek().glued) {
        leaves_.warning(peek().begin,
                        peek().end,
                        {"dash_is_text",
                         "a long dash excludes nothing",
                         "to exclude the word write -" + std::string(text.substr(em_dash.size()))});
    }
}

void TreeParser::warn_of_comment() {
    // Runs of punctuation are no tokens.
    const std::string_view sign =
        at_ == 0 ? trim(leaves_.text(0, peek().begin)) : std::string_view();
    if (sign == "//" || (!sign.empty() && sign.find_first_not_of('#') == std::string_view::npos)) {
        leaves_.warning(0,
                        peek().end,
                        {"comment_is_text",
                         quoted(sign) + " begins no comment: what stands behind it is searched for",
                         "leave the line out"});
    }
}

void TreeParser::warn_of_country() {
    if (text_of(peek()) == "US") {
        leaves_.warning(peek().begin,
                        peek().end,
                        {"country_as_word",
                         "'US' is searched for as the word us, in any case",
                         "for the country write place:US, or U.S. for the letters"});
    }
}

void TreeParser::warn_of_address() {
    const std::string_view text = text_of(peek());
    if (is_address(text)) {
        leaves_.warning(peek().begin,
                        peek().end,
                        {"address_is_text",
                         "an address without a field is text",
                         "for the article of that address write url:" + std::string(text)});
    }
}

void TreeParser::warn_of_date() {
    const std::string_view text = text_of(peek());
    const std::string_view day = text.substr(0, text.find_last_not_of(",;.?!") + 1);
    if (is_iso_day(day)) {
        leaves_.warning(peek().begin,
                        peek().end,
                        {"date_is_text",
                         "a date without a field is text",
                         "for articles of that day write date:" + std::string(day)});
    }
}

}  // namespace dateline::parse
