// Words with capitals are walked to the left and to the right of what is a company for certain.
#include "indexer/analysis/firm_borders.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

// No company has more words before or behind what the tagger found of it.
constexpr std::size_t kMaxWords = 4;

// What stands before a name and has a capital, but is no part of it.
constexpr NameClasses kNoPart{NameClass::Honorific,
                              NameClass::Title,
                              NameClass::Role,
                              NameClass::CalendarWord,
                              NameClass::PlaceAdjective,
                              NameClass::Country,
                              NameClass::Region,
                              NameClass::LargeCity};

bool is_letter(char byte) {
    return is_capital(byte) || (byte >= 'a' && byte <= 'z');
}

// `Income`, `Hydro-Transmission`: with a capital, and nothing in it that ends a name; no
// `Ohio-based`.
bool is_name_word(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    const bool joined = hyphen == std::string_view::npos || hyphen + 1 == word.size() ||
                        is_capital(word[hyphen + 1]);
    return !word.empty() && is_capital(word[0]) && joined &&
           std::all_of(word.begin(), word.end(), [](char byte) {
               return is_letter(byte) || byte == '-' || byte == '&';
           });
}

// What begins a sentence in capitals and no name of a company.
bool begins_sentence_only(std::string_view word) {
    constexpr std::array<std::string_view, 24> words{
        "The", "A",    "An",   "In",   "At",      "On",   "For",   "From",
        "But", "And",  "Its",  "When", "While",   "If",   "As",    "By",
        "To",  "With", "Both", "This", "However", "Last", "Since", "Under"};
    return is_in(words, word);
}

// Also as misprinted in small letters: `Bombay Palace Restaurants inc`.
bool ends_company(std::string_view word) {
    constexpr std::array<std::string_view, 4> small{"inc", "corp", "ltd", "plc"};
    return is_legal_form(word) || is_in(small, word);
}

// What a place has that is called by it: `New England Electric`, `Quebec Hydro`.
bool is_utility(std::string_view word) {
    constexpr std::array<std::string_view, 16> words{"Electric",
                                                     "Power",
                                                     "Hydro",
                                                     "Hydro-Electric",
                                                     "Edison",
                                                     "Gas",
                                                     "Oil",
                                                     "Petroleum",
                                                     "Steel",
                                                     "Bell",
                                                     "Telephone",
                                                     "Telecom",
                                                     "Airways",
                                                     "Airlines",
                                                     "Railways",
                                                     "Bancorp"};
    return is_in(words, word);
}

// `ACM`, `ACM.O`, `NYSE: ACM`
bool is_sign(std::string_view inside, char open) {
    constexpr std::array<std::string_view, 9> exchanges{
        "NYSE", "NASDAQ", "Nasdaq", "AMEX", "LSE", "TSX", "ASX", "OTC", "NSE"};
    constexpr std::size_t longest_bytes = 8;
    const std::size_t colon = inside.find(':');
    const bool listed =
        colon != std::string_view::npos && is_in(exchanges, inside.substr(0, colon));
    if (listed) {
        inside.remove_prefix(inside.find_first_not_of(' ', colon + 1) == std::string_view::npos
                                 ? inside.size()
                                 : inside.find_first_not_of(' ', colon + 1));
    }
    const bool sign = !inside.empty() && inside.size() <= longest_bytes && is_capital(inside[0]) &&
                      std::all_of(inside.begin(), inside.end(), [](char byte) {
                          return is_capital(byte) || byte == '.' || (byte >= '0' && byte <= '9');
                      });
    // `(GAO)` is an acronym, `(ACM.O)` a share.
    const std::size_t dot = inside.find('.');
    const bool dotted =
        dot != std::string_view::npos && dot > 0 && dot + 1 < inside.size() && inside.back() != '.';
    return sign && (open == '<' || listed || dotted);
}

class FirmBorders {
public:
    FirmBorders(std::string_view text,
                std::vector<NameMention> mentions,
                const ClassesOf& classes_of)
        : text_(text),
          headline_end_(text.find('\n')),
          mentions_(std::move(mentions)),
          classes_of_(classes_of) {}

    std::vector<NameMention> settle() {
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (!in_headline(mentions_[i].range.end_bytes)) {
                go_on(i);
                go_back(i);
            }
        }
        add_before_signs();
        return std::move(mentions_);
    }

private:
    [[nodiscard]] bool in_headline(std::size_t byte) const { return byte <= headline_end_; }

    [[nodiscard]] std::uint32_t end_before(std::size_t mention) const {
        return mention == 0 ? 0 : mentions_[mention - 1].range.end_bytes;
    }

    [[nodiscard]] std::uint32_t start_behind(std::size_t mention) const {
        return mention + 1 < mentions_.size() ? mentions_[mention + 1].range.start_bytes
                                              : offset(text_.size());
    }

    // The word behind the blank at `end`, without what is no letter at its end.
    [[nodiscard]] std::string_view word_behind(std::size_t end) const {
        if (end + 1 >= text_.size() || text_[end] != ' ') {
            return {};
        }
        const std::string_view rest = text_.substr(end + 1);
        return rest.substr(0, rest.find_first_of(" \n,.;:<>()'\""));
    }

    // The word before the blank at `start - 1`; empty if there is none, or a sentence begins at it.
    [[nodiscard]] std::string_view word_before(std::size_t start) const {
        if (start < 2 || text_[start - 1] != ' ') {
            return {};
        }
        const std::string_view before = text_.substr(0, start - 1);
        const std::size_t blank = before.find_last_of(" \n");
        if (blank == std::string_view::npos || blank == 0 || before[blank] == '\n' ||
            std::string_view(".:;!?\"").find(before[blank - 1]) != std::string_view::npos) {
            return {};
        }
        return before.substr(blank + 1);
    }

    [[nodiscard]] NameClasses classes_at(std::size_t start, std::string_view word) const {
        return classes_of_({offset(start), offset(start + word.size())});
    }

    static void make_organisation(NameMention& mention, ByteRange range) {
        mention = {
            .type = MentionType::Org, .range = range, .honorific = {}, .method = NameMethod::Model};
    }

    // `Jack Kahn` on to `Music Co`; `New England` on to `Electric System`.
    void go_on(std::size_t i) {
        NameMention& mention = mentions_[i];
        if (is_legal_form(last_word(bytes_of(text_, mention.range))) ||
            !mention.honorific.empty()) {
            return;
        }
        std::size_t end = mention.range.end_bytes;
        std::size_t utility = 0;
        for (std::size_t words = 0; words < kMaxWords; ++words) {
            const std::string_view word = word_behind(end);
            const std::size_t word_end = end + 1 + word.size();
            if (word.empty() || word_end > start_behind(i)) {
                break;
            }
            if (words > 0 && ends_company(word)) {
                make_organisation(mention, {mention.range.start_bytes, offset(word_end)});
                return;
            }
            if (!is_name_word(word)) {
                break;
            }
            utility = is_utility(word) || (utility == end && word == "System") ? word_end : utility;
            end = word_end;
        }
        if (utility == end && mention.type == MentionType::Place &&
            text_[mention.range.end_bytes - 1] != '.') {
            make_organisation(mention, {mention.range.start_bytes, offset(utility)});
        }
    }

    // `Income Fund Inc` back to `Mutual Qualified`.
    void go_back(std::size_t i) {
        NameMention& mention = mentions_[i];
        const std::string_view name = bytes_of(text_, mention.range);
        if (mention.type != MentionType::Org || name.find(' ') == std::string_view::npos ||
            !is_legal_form(last_word(name))) {
            return;
        }
        for (std::size_t words = 0; words < kMaxWords; ++words) {
            const std::uint32_t start = start_with_word(mention.range.start_bytes, end_before(i));
            if (start == mention.range.start_bytes) {
                return;
            }
            mention.range.start_bytes = start;
        }
    }

    // Where a name goes back to that begins at `start`, behind `done`: by one word, or by
    // `Marketing and`; `start` if by none.
    [[nodiscard]] std::uint32_t start_with_word(std::uint32_t start, std::uint32_t done) const {
        std::string_view word = word_before(start);
        std::size_t begin = start - word.size() - 1;
        const bool pair = word == "and";
        if (pair) {
            word = word_before(begin);
            begin -= word.size() + 1;
        }
        const bool name = is_name_word(word) && begin >= done;
        const NameClasses classes = name ? classes_at(begin, word) : NameClasses{};
        const bool part = name && !classes.has_any(kNoPart) &&
                          (!pair || (classes.has(NameClass::CommonWord) && is_alone(begin)));
        return part ? offset(begin) : start;
    }

    // Whether no other name stands before the word that begins at `start`: `via Marketing`.
    [[nodiscard]] bool is_alone(std::size_t start) const {
        const std::string_view before = word_before(start);
        return !before.empty() && before[0] >= 'a' && before[0] <= 'z' && is_letter(before.back());
    }

    void add_before_signs() {
        constexpr std::size_t longest_bytes = 16;
        for (std::size_t open = text_.find_first_of("<("); open != std::string_view::npos;
             open = text_.find_first_of("<(", open + 1)) {
            const std::string_view rest = text_.substr(open + 1, longest_bytes);
            const std::size_t close = rest.find(text_[open] == '<' ? '>' : ')');
            if (open > 1 && close != std::string_view::npos && text_[open - 1] == ' ' &&
                is_sign(rest.substr(0, close), text_[open])) {
                add_before_sign(offset(open - 1));
            }
        }
    }

    // Adds the name that ends at `end`, before a share's sign, unless it is there.
    void add_before_sign(std::uint32_t end) {
        const auto behind = std::lower_bound(
            mentions_.begin(), mentions_.end(), end, [](const NameMention& mention, auto byte) {
                return mention.range.start_bytes < byte;
            });
        const auto before = behind == mentions_.begin() ? mentions_.end() : std::prev(behind);
        const std::uint32_t done = before == mentions_.end() ? 0 : before->range.end_bytes;
        if (done == end && !in_headline(end)) {
            if (before->honorific.empty() && before->type == MentionType::Person) {
                before->type = MentionType::Org;
            }
            return;
        }
        if (done >= end) {
            return;
        }
        std::uint32_t start = end;
        if (in_headline(end)) {
            start = headline_company(end, done);
        } else {
            while (const auto word = name_word_before(start, done)) {
                start = offset(start - word->size() - (start == end ? 0 : 1));
            }
        }
        if (start == end || is_end_of_longer(start, end)) {
            return;
        }
        const bool goes_on = done > 0 && done + 1 == start && text_[done] == ' ' &&
                             before->honorific.empty() && !in_headline(end);
        if (goes_on) {
            make_organisation(*before, {before->range.start_bytes, end});
            return;
        }
        NameMention added;
        make_organisation(added, {start, end});
        mentions_.insert(behind, added);
    }

    // `Belgique` of Societe Generale de Belgique, `Inc` of Tele-communications Inc.
    [[nodiscard]] bool is_end_of_longer(std::uint32_t start, std::uint32_t end) const {
        constexpr std::array<std::string_view, 8> links{
            "de", "des", "du", "di", "of", "und", "et", "&"};
        const std::string_view before = text_.substr(0, start);
        return ends_company(text_.substr(start, end - start)) ||
               (before.ends_with(' ') &&
                is_in(links, last_word(before.substr(0, before.size() - 1))));
    }

    // The word of a name that ends at `start`, or before the blank there, and begins behind `done`.
    [[nodiscard]] std::optional<std::string_view> name_word_before(std::uint32_t start,
                                                                   std::uint32_t done) const {
        const std::size_t end = start > 0 && text_[start] == ' ' ? start : start - 1;
        const std::string_view before = text_.substr(done, end - done);
        const std::string_view word = last_word(before);
        const bool name = is_name_word(word) && !begins_sentence_only(word);
        return name ? std::optional(word) : std::nullopt;
    }

    // Where the company begins that ends at `end` and begins the headline; `end` if there is none.
    [[nodiscard]] std::uint32_t headline_company(std::uint32_t end, std::uint32_t done) const {
        const std::string_view name = text_.substr(0, end);
        const auto blanks = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
        const bool company = done == 0 && blanks > 0 && blanks < kMaxWords &&
                             is_legal_form(last_word(name)) && is_capital(name[0]);
        return company ? 0 : end;
    }

    std::string_view text_;
    std::size_t headline_end_;
    std::vector<NameMention> mentions_;
    const ClassesOf& classes_of_;
};

}  // namespace

std::vector<NameMention> settle_firm_borders(std::string_view text,
                                             std::vector<NameMention> mentions,
                                             const ClassesOf& classes_of) {
    return FirmBorders(text, std::move(mentions), classes_of).settle();
}

}  // namespace dateline::analysis
