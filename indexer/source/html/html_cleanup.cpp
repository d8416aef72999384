// Takes out of a body the lines that are on the page for other reasons than the story.
#include "indexer/source/html/html_cleanup.hpp"

#include "common/base/utf8.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/source/html/html_phrases.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::source {
namespace {

constexpr double kOnlyLinks = 0.95;         ///< share of a line that is nothing but a link
constexpr std::size_t kHeadBlocks = 5;      ///< blocks in which headline, byline and date repeat
constexpr std::size_t kShortBytes = 160;    ///< of a line that refers to something else
constexpr std::size_t kBylineBytes = 120;   ///< of a byline or date
constexpr std::size_t kCreditBytes = 200;   ///< of a picture's credit
constexpr std::size_t kHeadlineBytes = 20;  ///< of the shortest name of another article
constexpr std::size_t kTailBlocks = 4;      ///< blocks in which rights and tags stand
constexpr std::size_t kAnyText = 300;       ///< bytes below which nothing may be left
constexpr double kLeastKept = 0.4;          ///< of the bytes; else the text is as the page has it

double link_share(const TextBlock& block) {
    return block.text.empty() ? 0
                              : std::min(1.0,
                                         static_cast<double>(block.link_bytes) /
                                             static_cast<double>(block.text.size()));
}

bool is_only_link(const TextBlock& block) {
    return link_share(block) >= kOnlyLinks;
}

bool is_heading(const TextBlock& block) {
    return block.kind == BlockKind::Heading;
}

/// Letters and digits of `text`, folded, with single blanks between words.
std::string words_of(std::string_view text) {
    std::string words;
    for (const char c : text::fold(text)) {
        const bool mark = static_cast<unsigned char>(c) < 0x80 &&
                          !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        if (!mark) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    return std::string(trim(words));
}

/// Whether `text` is little more than a date or a time of day.
bool looks_like_date(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const auto characters = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    bool has_year_or_time = false;
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const std::string_view four = text.substr(i, 4);
        const bool year = std::all_of(four.begin(), four.end(), is_digit);
        const bool time = is_digit(four[0]) && four[1] == ':' && is_digit(four[2]);
        has_year_or_time = has_year_or_time || year || time;
    }
    constexpr std::ptrdiff_t limit = 70;
    return has_year_or_time && characters <= limit && digits >= 3 && digits * 8 >= characters &&
           !text.ends_with('.') && !text.ends_with('?') && !text.ends_with('%');
}

/// Whether `text` is a time of day and nothing else, as over each post of a live blog.
bool is_time_of_day(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t colon = text.find_first_of(":.");
    if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() < colon + 3) {
        return false;
    }
    const std::string_view rest = text.substr(colon + 3);
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), is_digit) &&
           is_digit(text[colon + 1]) && is_digit(text[colon + 2]) &&
           (rest.empty() || (text[colon] == ':' && rest.size() <= 5 && rest.front() == ' '));
}

/// Whether `text` is the name and the e-mail address of a reporter.
bool is_mail_signature(std::string_view text) {
    constexpr std::size_t longest = 80;
    const std::size_t at = text.find('@');
    return text.size() <= longest && at != std::string_view::npos && at > 0 &&
           text[at - 1] != ' ' && text.find('.', at) != std::string_view::npos;
}

/// Whether the block is set to the right, as a signature under a text is.
bool is_set_right(const TextBlock& block) {
    if (block.node == nullptr) {
        return false;
    }
    std::string style = ascii_lower(attribute(*block.node, "style"));
    std::erase(style, ' ');
    return style.find("text-align:right") != std::string::npos ||
           ascii_lower(attribute(*block.node, "align")) == "right";
}

class Cleaner {
public:
    Cleaner(std::vector<TextBlock> blocks, const StatedArticle& stated)
        : blocks_(std::move(blocks)), title_(words_of(stated.title)) {
        for (const std::string& author : stated.authors) {
            authors_.push_back(words_of(author));
        }
    }

    std::vector<TextBlock> run();

private:
    [[nodiscard]] bool is_dropped(std::size_t at, bool under_more) const;
    [[nodiscard]] bool is_dropped_phrase(std::size_t at, StockPhrase phrase) const;
    [[nodiscard]] bool repeats_head(const TextBlock& block, StockPhrase phrase) const;
    [[nodiscard]] bool is_signature(std::size_t at, StockPhrase phrase) const;
    void mark_credit(TextBlock& block) const;
    static void cut_tail(std::vector<TextBlock>& kept);

    std::vector<TextBlock> blocks_;
    std::string title_;
    std::vector<std::string> authors_;
    bool in_head_ = true;
};

bool Cleaner::is_dropped_phrase(std::size_t at, StockPhrase phrase) const {
    const TextBlock& block = blocks_[at];
    const std::size_t size = block.text.size();
    const double links = link_share(block);
    const bool late = 10 * (at + 1) >= 7 * blocks_.size();
    const bool last = at + kTailBlocks >= blocks_.size();
    switch (phrase) {
        case StockPhrase::AdvertLabel:
        case StockPhrase::Listen:
        case StockPhrase::MoreHeading:
            return true;
        case StockPhrase::ReadMore:
            return links > 0.3 || size <= kShortBytes;
        case StockPhrase::Invitation:
            return links > 0.1 || (size <= kShortBytes && late);
        case StockPhrase::TagList:
            return links > 0.2 ? (late || last) : (last && size <= kShortBytes);
        case StockPhrase::Rights:
            return last && size <= 2 * kShortBytes;
        case StockPhrase::Credit:
        case StockPhrase::Byline:
        case StockPhrase::ErrorText:
        case StockPhrase::None:
            return false;
    }
    return false;
}

bool Cleaner::repeats_head(const TextBlock& block, StockPhrase phrase) const {
    const std::string_view name =
        block.node == nullptr ? std::string_view{} : element_name(*block.node);
    if (name == "h1") {
        return true;
    }
    const std::string words = words_of(block.text);
    if (!title_.empty() && words == title_) {
        return true;
    }
    if (block.text.size() > kBylineBytes || block.kind) {
        return false;
    }
    const bool sentence = block.text.ends_with('.') && block.text.size() > 40;
    if ((phrase == StockPhrase::Byline && !sentence) || looks_like_date(block.text)) {
        return true;
    }
    return std::any_of(authors_.begin(), authors_.end(), [&](const std::string& author) {
        return author.size() > 4 && !sentence && words.size() < author.size() + 40 &&
               words.find(author) != std::string::npos;
    });
}

bool Cleaner::is_dropped(std::size_t at, bool under_more) const {
    const TextBlock& block = blocks_[at];
    if (block.is_caption) {
        return false;
    }
    const StockPhrase phrase = stock_phrase(block.text);
    if (is_signature(at, phrase) || (!block.kind && is_time_of_day(block.text))) {
        return true;
    }
    if (is_dropped_phrase(at, phrase) || (in_head_ && repeats_head(block, phrase))) {
        return true;
    }
    if (under_more && link_share(block) > 0.7) {
        return true;
    }
    // A paragraph that is one link leads to another page; a list of links may be the story.
    return is_only_link(block) && !block.kind && blocks_.size() > 3 &&
           block.text.size() >= kHeadlineBytes;
}

/// Whether one of the last blocks says no more than who wrote or edited the text.
bool Cleaner::is_signature(std::size_t at, StockPhrase phrase) const {
    constexpr std::size_t longest_name = 40;
    const TextBlock& block = blocks_[at];
    if (at + kTailBlocks < blocks_.size() || block.kind || blocks_.size() <= kTailBlocks) {
        return false;
    }
    const bool wide = !block.text.empty() && static_cast<unsigned char>(block.text.front()) >= 0xE0;
    const bool name = block.text.size() <= longest_name && is_set_right(block) &&
                      std::string_view(".!?:;").find(block.text.back()) == std::string_view::npos;
    return is_mail_signature(block.text) || name ||
           (phrase == StockPhrase::Byline && wide && block.text.size() <= kBylineBytes);
}

void Cleaner::mark_credit(TextBlock& block) const {
    const bool credit = !block.kind && block.text.size() <= kCreditBytes &&
                        stock_phrase(block.text) == StockPhrase::Credit;
    block.is_caption = block.is_caption || credit;
}

void Cleaner::cut_tail(std::vector<TextBlock>& kept) {
    while (!kept.empty()) {
        const TextBlock& last = kept.back();
        const bool item = last.kind == BlockKind::ListItem && is_only_link(last);
        if (last.is_caption || !(is_heading(last) || item)) {
            break;
        }
        kept.pop_back();
    }
}

std::vector<TextBlock> Cleaner::run() {
    std::vector<TextBlock> kept;
    bool under_more = false;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        TextBlock& block = blocks_[i];
        if (is_dropped(i, under_more)) {
            under_more = under_more || stock_phrase(block.text) == StockPhrase::MoreHeading;
            continue;
        }
        mark_credit(block);
        kept.push_back(block);
        under_more = under_more && block.is_caption;
        seen += block.is_caption ? 0 : 1;
        in_head_ = in_head_ && seen < kHeadBlocks &&
                   (block.is_caption || block.text.size() < 2 * kBylineBytes);
    }
    cut_tail(kept);
    return kept;
}

std::size_t bytes_of(const std::vector<TextBlock>& blocks) {
    std::size_t sum = 0;
    for (const TextBlock& block : blocks) {
        sum += block.is_caption ? 0 : block.text.size();
    }
    return sum;
}

}  // namespace

std::vector<TextBlock> clean_blocks(std::vector<TextBlock> blocks, const StatedArticle& stated) {
    std::vector<TextBlock> kept = Cleaner(blocks, stated).run();
    const std::size_t all = bytes_of(blocks);
    const bool enough = all < kAnyText || static_cast<double>(bytes_of(kept)) >=
                                              kLeastKept * static_cast<double>(all);
    return enough ? kept : blocks;
}

}  // namespace dateline::source
