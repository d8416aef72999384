// The elements of a record, found by their tags: the collection escapes `<` in text, so a tag is a
// tag.
#include "indexer/source/text/reuters_record.hpp"

#include "common/base/utf8.hpp"
#include "common/time/header_date.hpp"
#include "indexer/source/text/reuters_date.hpp"
#include "indexer/source/text/sgml_text.hpp"
#include "indexer/source/text/text_layout.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dateline::source {
namespace {

constexpr std::string_view kNothing{};

/// The value of the attribute `name` in a start tag; empty if it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
    const std::string wanted = ' ' + std::string(name) + "=\"";
    const std::size_t start = tag.find(wanted);
    if (start == std::string_view::npos) {
        return {};
    }
    const std::string_view value = tag.substr(start + wanted.size());
    const std::size_t end = value.find('"');
    return end == std::string_view::npos ? kNothing : value.substr(0, end);
}

/// `text` up to `mark`, or all of it.
std::string_view before(std::string_view text, std::string_view mark) {
    return text.substr(0, text.find(mark));
}

/// Fills an article from the parts of a record and counts what had to be repaired.
class RecordParser {
public:
    explicit RecordParser(const time::DateReading& dates) : zone_(dates.zone) {}

    Article parse(std::string_view record);

private:
    std::string decode(std::string_view data) {
        SgmlText decoded = decode_sgml(data);
        latin1_bytes_ += decoded.latin1_bytes;
        return std::move(decoded.text);
    }

    std::optional<std::string_view> header_element(std::string_view header, std::string_view name);
    void add_list(std::string_view header, std::string_view name, std::vector<std::string>& list);
    void parse_header(std::string_view header);
    void parse_text(std::string_view text);
    void take_parts(std::string_view text);
    void add_loose_text();

    /// The parts of the TEXT element, and the text around them.
    struct Part {
        std::string_view name;
        std::string data;
        bool seen = false;
    };

    std::chrono::minutes zone_;
    Article article_;
    std::uint64_t latin1_bytes_ = 0;
    std::array<Part, 4> parts_{{{"TITLE", {}, false},
                                {"AUTHOR", {}, false},
                                {"DATELINE", {}, false},
                                {"BODY", {}, false}}};
    std::string loose_;
};

std::optional<std::string_view> RecordParser::header_element(std::string_view header,
                                                             std::string_view name) {
    const std::string open = '<' + std::string(name) + '>';
    const std::string close = "</" + std::string(name) + '>';
    const std::size_t start = header.find(open);
    if (start == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = header.substr(start + open.size());
    const std::size_t end = rest.find(close);
    if (end == std::string_view::npos) {
        add_warning(article_, "unclosed_tag");
        return before(rest, "\n");
    }
    if (rest.find(open, end) != std::string_view::npos) {
        add_warning(article_, "duplicate_tag");
    }
    return rest.substr(0, end);
}

void RecordParser::add_list(std::string_view header,
                            std::string_view name,
                            std::vector<std::string>& list) {
    std::string_view rest = header_element(header, name).value_or(kNothing);
    for (;;) {
        const std::size_t start = rest.find("<D>");
        if (start == std::string_view::npos) {
            return;
        }
        rest.remove_prefix(start + 3);
        const std::string_view item = before(before(rest, "</D>"), "<D>");
        rest.remove_prefix(item.size());
        std::string value = collapse_spaces(decode(item));
        if (!value.empty()) {
            list.push_back(std::move(value));
        }
    }
}

void RecordParser::parse_header(std::string_view header) {
    const std::string_view tag = before(header, ">");
    article_.id = collapse_spaces(decode(attribute(tag, "NEWID")));
    if (const auto date = header_element(header, "DATE")) {
        if (const auto instant = parse_reuters_date(*date)) {
            article_.published = time::Published{*instant - zone_, time::Precision::Time, zone_};
            article_.published_from = "metadata";
        } else {
            add_warning(article_, "bad_date");
        }
    }
    add_list(header, "TOPICS", article_.topics);
    add_list(header, "PLACES", article_.places);
    add_list(header, "PEOPLE", article_.people);
    add_list(header, "ORGS", article_.orgs);
    add_list(header, "EXCHANGES", article_.orgs);
    add_list(header, "COMPANIES", article_.orgs);
}

/// Distributes `text` over parts_ and loose_.
void RecordParser::take_parts(std::string_view text) {
    Part* inside = nullptr;
    while (!text.empty()) {
        const std::size_t at = std::min(text.find('<'), text.size());
        (inside == nullptr ? loose_ : inside->data) += decode(text.substr(0, at));
        text.remove_prefix(at);
        const std::string_view tag = text.substr(0, 12);
        bool known = false;
        for (Part& part : parts_) {
            const std::string open = '<' + std::string(part.name) + '>';
            const std::string close = "</" + std::string(part.name) + '>';
            if (tag.starts_with(close)) {
                inside = nullptr;
                text.remove_prefix(close.size());
                known = true;
            } else if (tag.starts_with(open)) {
                if (inside != nullptr) {
                    add_warning(article_, "unclosed_tag");
                }
                if (part.seen) {
                    add_warning(article_, "duplicate_tag");
                    part.data += '\n';
                }
                part.seen = true;
                inside = &part;
                loose_ += '\n';
                text.remove_prefix(open.size());
                known = true;
            }
            if (known) {
                break;
            }
        }
        if (!known && !text.empty()) {
            (inside == nullptr ? loose_ : inside->data) += '<';
            text.remove_prefix(1);
        }
    }
    if (inside != nullptr) {
        add_warning(article_, "unclosed_tag");
    }
}

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

void RecordParser::add_loose_text() {
    if (!has_words(loose_)) {
        return;
    }
    // The rows of asterisks and the like would run into the lines beside them.
    std::string kept;
    for (const std::string_view line : split_lines(loose_)) {
        if (!has_words(line) && !is_blank(line)) {
            continue;
        }
        if (article_.title.empty() && !parts_[0].seen) {
            article_.title = collapse_spaces(line);
        } else {
            kept += line;
            kept += '\n';
        }
    }
    for (std::string& paragraph : reuters_paragraphs(kept)) {
        article_.paragraphs.push_back(std::move(paragraph));
    }
}

/// `body` after the words of it that stand in the DATELINE: `Vereins-` and `und Westbank` are one
/// word.
std::string continue_story(const std::string& words, std::string_view body) {
    const bool mid_word =
        words.size() >= 2 && words.ends_with('-') && words[words.size() - 2] != ' ';
    return words + (mid_word ? "" : " ") + std::string(mid_word ? trim(body) : body);
}

void RecordParser::parse_text(std::string_view text) {
    take_parts(text);
    article_.title = collapse_spaces(parts_[0].data);
    article_.authors = parse_reuters_authors(parts_[1].data);
    ReutersDateline dateline = parse_reuters_dateline(parts_[2].data);
    article_.dateline = std::move(dateline.dateline);
    article_.paragraphs = reuters_paragraphs(
        dateline.story.empty() ? parts_[3].data : continue_story(dateline.story, parts_[3].data));
    add_loose_text();
}

Article RecordParser::parse(std::string_view record) {
    const std::size_t text = record.find("<TEXT");
    parse_header(record.substr(0, text));
    if (text != std::string_view::npos) {
        const std::string_view rest = record.substr(text);
        const std::size_t start = rest.find('>');
        const std::size_t end = rest.rfind("</TEXT>");
        if (start != std::string_view::npos) {
            parse_text(end == std::string_view::npos ? rest.substr(start + 1)
                                                     : rest.substr(start + 1, end - start - 1));
        }
    }
    if (latin1_bytes_ > 0) {
        add_warning(article_, "latin1_byte", latin1_bytes_);
    }
    return std::move(article_);
}

/// `text` without `tail`, whatever its case, if it ends so; else unchanged.
std::string_view without_tail(std::string_view text, std::string_view tail) {
    const bool ends =
        text.size() >= tail.size() && ascii_lower(text.substr(text.size() - tail.size())) == tail;
    return ends ? trim(text.substr(0, text.size() - tail.size())) : text;
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// The length of the word or number at the front of `text`.
template <typename Predicate>
std::size_t length_of(std::string_view text, Predicate belongs) {
    const auto* const end = std::find_if_not(text.begin(), text.end(), belongs);
    return static_cast<std::size_t>(end - text.begin());
}

/// The length of `March 3`, `Feb. 26`, `March 2O` or `2 March` at the front of `text`; 0 if there
/// is none.
std::size_t date_length(std::string_view text) {
    const std::size_t digits = length_of(text, is_digit);
    if (digits == 1 || digits == 2) {
        const std::string_view rest = text.substr(digits);
        const std::size_t letters =
            rest.starts_with(' ') ? length_of(rest.substr(1), is_letter) : 0;
        return time::month_number(rest.substr(std::min<std::size_t>(1, rest.size()), letters)) != 0
                   ? digits + 1 + letters
                   : 0;
    }
    const std::size_t letters = length_of(text, is_letter);
    if (letters == 0 || time::month_number(text.substr(0, letters)) == 0) {
        return 0;
    }
    std::size_t end = letters + (text.substr(letters).starts_with('.') ? 1 : 0);
    if (!text.substr(end).starts_with(' ')) {
        return 0;
    }
    ++end;
    // The letters that typewriters have for 1 and 0.
    const std::size_t day =
        length_of(text.substr(end), [](char c) { return is_digit(c) || c == 'l' || c == 'O'; });
    return day == 1 || day == 2 ? end + day : 0;
}

/// `text` without blanks, commas, full stops and dashes at its front.
std::string_view without_marks(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" ,.-"), text.size()));
}

/// The words of the story in what follows the date of a dateline.
std::string story_after(std::string_view rest) {
    constexpr std::string_view kAgency = "Reuter";
    rest = without_marks(rest);
    if (rest.starts_with(kAgency) && without_marks(rest.substr(kAgency.size())).empty()) {
        return {};
    }
    return std::string(trim(rest));
}

/// Whether `line` is the agency's sign-off, in one of the ways in which the collection has it.
bool is_sign_off(std::string_view line) {
    std::string_view word = trim(line);
    while (word.ends_with('.')) {
        word.remove_suffix(1);
    }
    const std::string lower = ascii_lower(word);
    return lower == "reuter" || lower == "reuters";
}

}  // namespace

Article parse_reuters_record(std::string_view record, const time::DateReading& dates) {
    return RecordParser(dates).parse(record);
}

std::vector<std::string> parse_reuters_authors(std::string_view field) {
    std::string text = collapse_spaces(field);
    std::string_view rest = text;
    if (ascii_lower(rest.substr(0, 3)) == "by ") {
        rest.remove_prefix(3);
    }
    // As printed over the years: "Reuters", "REUTERS", "Reuter", "Reuters.", "Reutersd", with or
    // without a comma.
    for (const std::string_view tail : {"reuters", "reuter", "reuters.", "reutersd"}) {
        if (const std::string_view shorter = without_tail(rest, tail);
            shorter.size() != rest.size()) {
            rest = shorter;
            break;
        }
    }
    std::vector<std::string> authors;
    const std::string lower = ascii_lower(rest);
    std::size_t start = 0;
    for (std::size_t i = 0; i <= rest.size(); ++i) {
        const std::size_t joint =
            i == rest.size() || rest[i] == ',' ? 1 : (lower.compare(i, 5, " and ") == 0 ? 5 : 0);
        if (joint > 0) {
            const std::string_view name = trim(rest.substr(start, i - start));
            if (!name.empty()) {
                authors.emplace_back(name);
            }
            start = i + joint;
            i = start - 1;
        }
    }
    return authors;
}

ReutersDateline parse_reuters_dateline(std::string_view field) {
    const std::string text = collapse_spaces(field);
    const std::string_view all = text;
    std::size_t start = 0;
    std::size_t length = 0;
    for (; start < all.size() && length == 0; start += length == 0 ? 1 : 0) {
        const bool word_begins = start > 0 && (all[start - 1] == ' ' || all[start - 1] == ',');
        length = word_begins ? date_length(all.substr(start)) : 0;
    }
    ReutersDateline parsed;
    std::string_view place = all.substr(0, start);
    const std::size_t last = place.find_last_not_of(" ,-");
    place = place.substr(0, last == std::string_view::npos ? 0 : last + 1);
    parsed.dateline = {std::string(place), text.substr(start, length)};
    parsed.story = story_after(all.substr(start + length));
    return parsed;
}

std::vector<std::string> reuters_paragraphs(std::string_view body) {
    constexpr std::size_t kParagraphIndent = 4;
    std::vector<std::string_view> lines = split_lines(body);
    while (!lines.empty() && is_blank(lines.back())) {
        lines.pop_back();
    }
    if (!lines.empty() && is_sign_off(lines.back())) {
        lines.pop_back();
    }
    std::vector<std::string> paragraphs;
    std::vector<std::string_view> current;
    const auto finish = [&] {
        if (!current.empty()) {
            paragraphs.push_back(join_lines(current));
            current.clear();
        }
    };
    for (const std::string_view line : lines) {
        const bool blank = is_blank(line);
        if (blank || indent_of(line) >= kParagraphIndent) {
            finish();
        }
        if (!blank) {
            current.push_back(line);
        }
    }
    finish();
    return paragraphs;
}

}  // namespace dateline::source
