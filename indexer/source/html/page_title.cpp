// Chooses among the titles that a page states, and takes the site's name off them.
#include "indexer/source/html/page_title.hpp"

#include "common/base/utf8.hpp"
#include "common/text/folding.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace dateline::source {
namespace {

/// Longer texts are no titles; comparing them would only cost time.
constexpr std::size_t kMaxTitleBytes = 1000;
/// A last part of <title> with more words than this is no name of a site.
constexpr std::size_t kMaxSiteWords = 4;
/// Words that what is left must have before an unknown last part is taken for the site.
constexpr std::size_t kMinTitleWords = 3;

bool is_letter_or_digit(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// General punctuation and that of East Asia, which titles differ in.
bool is_punctuation(char32_t c) noexcept {
    return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c == 0xA0 || c == 0xAB ||
           c == 0xBB || c == 0xB7 || c == 0xB4 || c == 0xBF || c == 0xA1;
}

std::string without_blanks(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    return text;
}

std::size_t count_words(std::string_view text) {
    const std::string words = comparable_title(text);
    std::size_t count =
        words.empty() ? 0
                      : 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
    // Scripts without blanks: four characters say about as much as a word.
    std::size_t wide = 0;
    for (std::size_t i = 0; i < words.size();) {
        const DecodedCodePoint c = decode_utf8(words, i);
        wide += c.code_point >= 0x0E00 && (c.code_point < 0x0F00 || c.code_point >= 0x2E80) ? 1 : 0;
        i += c.size_bytes;
    }
    return count + wide / 3;
}

struct Separator {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
};

/// Marks that part a title from a site's name; the first row needs a blank on both sides.
constexpr auto kSpaced =
    std::to_array<std::string_view>({"|", "-", "–", "—", "::", ":", "»", "«", "·", "•", "<", "/"});
constexpr auto kTight = std::to_array<std::string_view>({"|", "_", "｜", "－", "»", "::"});

bool blank_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] == ' ';
}

/// The separator that starts at `at`, with the blanks around it.
Separator separator_at(std::string_view title, std::size_t at) {
    if (title[at] == ' ') {
        for (const std::string_view mark : kSpaced) {
            if (title.substr(at + 1).starts_with(mark) && blank_at(title, at + 1 + mark.size())) {
                return {at, mark.size() + 2};
            }
        }
        return {};
    }
    for (const std::string_view mark : kTight) {
        if (title.substr(at).starts_with(mark)) {
            return {at, mark.size()};
        }
    }
    return {};
}

/// All separators of a title.
std::vector<Separator> separators_of(std::string_view title) {
    std::vector<Separator> found;
    for (std::size_t at = 0; at < title.size();) {
        const Separator separator = separator_at(title, at);
        if (separator.size > 0) {
            found.push_back(separator);
        }
        at += std::max<std::size_t>(separator.size, 1);
    }
    return found;
}

/// Site names in the form in which they are compared.
class Sites {
public:
    explicit Sites(const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            const std::string compact = without_blanks(comparable_title(name));
            if (compact.size() >= 2) {
                names_.insert(compact);
            }
        }
    }

    /// Whether `part` of a title is a name of the site, perhaps with a word or two around it.
    [[nodiscard]] bool is_site(std::string_view part) const {
        constexpr std::size_t max_extra = 12;
        const std::string compact = without_blanks(comparable_title(part));
        if (compact.empty() || compact.size() > kMaxTitleBytes / 4) {
            return compact.empty();
        }
        return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
            const bool longer = name.size() >= 3 && compact.size() <= name.size() + max_extra &&
                                (compact.starts_with(name) || compact.ends_with(name));
            const bool shorter = compact.size() >= 4 && name.starts_with(compact);
            return compact == name || longer || shorter;
        });
    }

private:
    std::set<std::string> names_;
};

std::string cut(std::string_view title, std::size_t from, std::size_t to) {
    return std::string(trim(title.substr(from, to - from)));
}

std::string stripped(std::string_view title, const Sites& sites) {
    std::string text(trim(title));
    constexpr int max_rounds = 4;
    for (int round = 0; round < max_rounds; ++round) {
        const std::vector<Separator> separators = separators_of(text);
        if (separators.empty()) {
            break;
        }
        const Separator first = separators.front();
        const Separator last = separators.back();
        if (sites.is_site(std::string_view(text).substr(last.at + last.size)) && last.at > 0) {
            text = cut(text, 0, last.at);
        } else if (sites.is_site(std::string_view(text).substr(0, first.at))) {
            text = cut(text, first.at + first.size, text.size());
        } else {
            break;
        }
    }
    return text.empty() ? std::string(trim(title)) : text;
}

bool is_cut_off(std::string_view title) {
    return title.ends_with("…") || title.ends_with("...");
}

/// The share of the words of `a` that `b` has too.
double common_share(std::string_view a, std::string_view b) {
    const auto words_of = [](const std::string& text) {
        std::set<std::string> words;
        std::size_t start = 0;
        while (start < text.size()) {
            const std::size_t end = std::min(text.find(' ', start), text.size());
            words.insert(text.substr(start, end - start));
            start = end + 1;
        }
        return words;
    };
    const std::set<std::string> first = words_of(comparable_title(a));
    const std::set<std::string> second = words_of(comparable_title(b));
    if (first.empty()) {
        return 0;
    }
    const auto common = std::count_if(
        first.begin(), first.end(), [&](const std::string& word) { return second.contains(word); });
    return static_cast<double>(common) / static_cast<double>(first.size());
}

/// Whether `title` is `part` and then, or first, what a separator parts from it. A part that is
/// much shorter is rather the name of a section.
bool extends(std::string_view title, std::string_view part) {
    constexpr std::size_t min_share_percent = 40;
    const std::string own = comparable_title(part);
    if (own.empty() || own.size() * 100 < title.size() * min_share_percent) {
        return false;
    }
    const std::vector<Separator> separators = separators_of(title);
    return std::any_of(separators.begin(), separators.end(), [&](const Separator& each) {
        return comparable_title(title.substr(0, each.at)) == own ||
               comparable_title(title.substr(each.at + each.size)) == own;
    });
}

class Choice {
public:
    explicit Choice(const PageTitles& titles) : titles_(titles), sites_(titles.sites) {
        for (const StatedTitle& stated : titles.metadata) {
            std::string text = stripped(collapse_spaces(stated.text), sites_);
            if (!text.empty()) {
                metadata_.push_back({std::move(text), stated.from});
            }
        }
        for (const std::string& heading : titles.headings) {
            std::string text = stripped(collapse_spaces(heading), sites_);
            if (!comparable_title(text).empty() && !sites_.is_site(text)) {
                headings_.push_back(std::move(text));
            }
        }
        read_document();
    }

    [[nodiscard]] ChosenTitle choose() const {
        ChosenTitle chosen = agreed();
        if (chosen.text.empty()) {
            chosen = alone();
        }
        chosen.site = site_;
        return chosen;
    }

private:
    void read_document() {
        const std::string whole = collapse_spaces(titles_.document);
        document_ = stripped(whole, sites_);
        const std::vector<Separator> separators = separators_of(whole);
        if (separators.empty() ||
            (document_.size() < whole.size() && whole[separators.front().at] != '_')) {
            return;
        }
        // Chinese sites append their channels and then themselves, each behind `_`.
        const Separator first = separators.front();
        const std::string head = cut(whole, 0, first.at);
        if (whole[first.at] == '_' && count_words(head) >= kMinTitleWords) {
            site_ = cut(whole, separators.back().at + separators.back().size, whole.size());
            document_ = head;
            return;
        }
        // The last part is the site's name if nothing says otherwise: short, behind a real title.
        const Separator last = separators.back();
        const std::string rest = cut(whole, 0, last.at);
        const std::string end = cut(whole, last.at + last.size, whole.size());
        const std::string_view mark = trim(std::string_view(whole).substr(last.at, last.size));
        const bool weak = mark == "-" || mark == ":" || mark == "/";
        const std::size_t wanted = weak ? kMinTitleWords + 1 : kMinTitleWords;
        if (count_words(end) <= kMaxSiteWords && count_words(rest) >= wanted &&
            count_words(rest) > count_words(end)) {
            document_ = rest;
            site_ = end;
        }
    }

    /// The heading that says the same as `text`; nullptr if there is none.
    [[nodiscard]] const std::string* heading_like(std::string_view text) const {
        const std::string same = comparable_title(text);
        const auto found =
            std::find_if(headings_.begin(), headings_.end(), [&](const std::string& heading) {
                return comparable_title(heading) == same || extends(text, heading);
            });
        return found == headings_.end() ? nullptr : &*found;
    }

    [[nodiscard]] ChosenTitle agreed() const {
        for (const StatedTitle& stated : metadata_) {
            // Microdata is often the heading itself and proves nothing.
            const std::string* heading =
                stated.from == "microdata" ? nullptr : heading_like(stated.text);
            if (heading != nullptr) {
                const bool same = comparable_title(*heading) == comparable_title(stated.text);
                return {same ? stated.text : *heading, stated.from, {}};
            }
        }
        for (std::size_t i = 0; i + 1 < metadata_.size(); ++i) {
            if (metadata_[i].from != metadata_[i + 1].from &&
                comparable_title(metadata_[i].text) == comparable_title(metadata_[i + 1].text)) {
                return {metadata_[i].text, metadata_[i].from, {}};
            }
        }
        if (!document_.empty()) {
            if (const std::string* heading = heading_like(document_)) {
                return {*heading, "html", {}};
            }
        }
        return {};
    }

    [[nodiscard]] ChosenTitle alone() const {
        for (const StatedTitle& stated : metadata_) {
            if (!is_cut_off(stated.text)) {
                return {stated.text, stated.from, {}};
            }
        }
        if (!headings_.empty()) {
            const std::string& first = headings_.front();
            constexpr double min_share = 0.4;
            const double share = common_share(document_, first);
            // Some templates have the same <title> on all pages.
            const bool unrelated = share == 0 && count_words(first) > kMinTitleWords;
            if (document_.empty() || !metadata_.empty() || share >= min_share || unrelated) {
                return {first, "html", {}};
            }
        }
        if (!metadata_.empty()) {
            return {metadata_.front().text, metadata_.front().from, {}};
        }
        return {document_, document_.empty() ? "" : "html", {}};
    }

    const PageTitles& titles_;
    Sites sites_;
    std::vector<StatedTitle> metadata_;
    std::vector<std::string> headings_;
    std::string document_;
    std::string site_;
};

}  // namespace

std::string comparable_title(std::string_view title) {
    std::string cased;
    text::append_case_folded(cased, truncate_utf8(title, kMaxTitleBytes));
    std::string folded;
    text::append_without_diacritics(folded, cased);
    std::string words;
    for (std::size_t i = 0; i < folded.size();) {
        const DecodedCodePoint c = decode_utf8(folded, i);
        const bool kept =
            c.code_point >= 0x80 ? !is_punctuation(c.code_point) : is_letter_or_digit(folded[i]);
        // Apostrophes do not part words, whichever is typed.
        const bool apostrophe = folded[i] == '\'' || c.code_point == 0x2019;
        if (kept) {
            words.append(folded, i, c.size_bytes);
        } else if (!apostrophe && !words.empty() && words.back() != ' ') {
            words += ' ';
        }
        i += c.size_bytes;
    }
    while (words.ends_with(' ')) {
        words.pop_back();
    }
    return words;
}

ChosenTitle choose_title(const PageTitles& titles) {
    return Choice(titles).choose();
}

std::string without_site_names(std::string_view title, const std::vector<std::string>& sites) {
    return stripped(title, Sites(sites));
}

}  // namespace dateline::source
