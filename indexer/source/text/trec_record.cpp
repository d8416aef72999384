// The elements of a record, found by their tags; what is no tag that we know is text.
#include "indexer/source/text/trec_record.hpp"

#include "common/base/utf8.hpp"
#include "common/time/written_date.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/text/press_values.hpp"
#include "indexer/source/text/reuters_record.hpp"
#include "indexer/source/text/sgml_text.hpp"
#include "indexer/source/text/text_layout.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

enum class Field {
    DocNumber,
    DocId,
    FileId,
    Title,
    WsjHeadline,
    Slug,
    Text,
    Caption,
    Date,
    Byline,
    Author,
    Dateline,
    Source,
    Section,
    Language,
    Topics,
    Orgs,
    Places,
    People,
    Ignored,
};

struct Element {
    std::string_view name;
    Field field;
};

constexpr std::array<Element, 71> kElements{{
    {"DOCNO", Field::DocNumber},   {"DOCID", Field::DocId},        {"FILEID", Field::FileId},
    {"HEAD", Field::Title},        {"HL", Field::WsjHeadline},     {"HEADLINE", Field::Title},
    {"TI", Field::Title},          {"TITLE", Field::Title},        {"DOCTITLE", Field::Title},
    {"SLUG", Field::Slug},         {"TEXT", Field::Text},          {"LP", Field::Text},
    {"LEADPARA", Field::Text},     {"ABSTRACT", Field::Text},      {"GRAPHIC", Field::Caption},
    {"CAPTION", Field::Caption},   {"DATE", Field::Date},          {"DD", Field::Date},
    {"DATE1", Field::Date},        {"DATE_TIME", Field::Date},     {"DATETIME", Field::Date},
    {"PUBDATE", Field::Date},      {"BYLINE", Field::Byline},      {"AUTHOR", Field::Author},
    {"DATELINE", Field::Dateline}, {"SO", Field::Source},          {"PUB", Field::Source},
    {"SOURCE", Field::Source},     {"JOURNAL", Field::Source},     {"SECTION", Field::Section},
    {"PAGE", Field::Section},      {"CATEGORY", Field::Section},   {"LANGUAGE", Field::Language},
    {"SUBJECT", Field::Topics},    {"DESCRIPT", Field::Topics},    {"IN", Field::Topics},
    {"TP", Field::Topics},         {"NS", Field::Topics},          {"G", Field::Topics},
    {"KEYWORD", Field::Topics},    {"DESCRIPTORS", Field::Topics}, {"CO", Field::Orgs},
    {"CN", Field::Places},         {"PE", Field::People},          {"FIRST", Field::Ignored},
    {"SECOND", Field::Ignored},    {"PROFILE", Field::Ignored},    {"XX", Field::Ignored},
    {"LENGTH", Field::Ignored},    {"TYPE", Field::Ignored},       {"DOCTYPE", Field::Ignored},
    {"TRAILER", Field::Ignored},   {"ANNOTATION", Field::Ignored}, {"ACCESS", Field::Ignored},
    {"COUNTRY", Field::Ignored},   {"CITY", Field::Ignored},       {"EDITION", Field::Ignored},
    {"CODE", Field::Ignored},      {"NAME", Field::Ignored},       {"DAY", Field::Ignored},
    {"MONTH", Field::Ignored},     {"PG.COL", Field::Ignored},     {"PUBYEAR", Field::Ignored},
    {"REGION", Field::Ignored},    {"FEATURE", Field::Ignored},    {"STATE", Field::Ignored},
    {"WORD.CT", Field::Ignored},   {"COPYRGHT", Field::Ignored},   {"LIMLEN", Field::Ignored},
    {"MS", Field::Ignored},        {"PARENT", Field::Ignored},
}};

/// Elements inside of text that are no border of a paragraph.
constexpr std::array<std::string_view, 9> kInline{
    "F", "FIG", "ITAG", "FTAG", "B", "I", "EM", "SUP", "SUB"};

/// Longer tags are text that happens to hold `<`.
constexpr std::size_t kMaxTagBytes = 300;

const Element* element_called(std::string_view name) {
    const auto* const found = std::find_if(kElements.begin(),
                                           kElements.end(),
                                           [name](const Element& row) { return row.name == name; });
    return found == kElements.end() ? nullptr : &*found;
}

/// A tag or comment at the front of a text.
struct Tag {
    std::string name;  ///< in capitals; empty for comments and declarations
    bool closing = false;
    std::size_t size_bytes = 0;
};

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

/// The tag with which `text` begins; std::nullopt if its `<` is a character like others.
std::optional<Tag> tag_at(std::string_view text) {
    if (text.starts_with("<!--")) {
        const std::size_t end = text.find("-->");
        return end == std::string_view::npos ? std::nullopt
                                             : std::optional(Tag{{}, false, end + 3});
    }
    const bool closing = text.starts_with("</");
    const std::size_t start = closing ? 2 : 1;
    const char first = start < text.size() ? text[start] : ' ';
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    const std::size_t end = text.substr(0, kMaxTagBytes).find_first_of("<>", 1);
    if (!letter || end == std::string_view::npos || text[end] != '>') {
        return std::nullopt;
    }
    const std::size_t name_end = std::min(text.find_first_of(" \t\r\n/>", start), end);
    return Tag{upper(text.substr(start, name_end - start)), closing, end + 1};
}

/// `text` decoded, without the typesetting codes of AQUAINT (`&UR;`, `&QL;`, `&Cx1f;`).
std::string decode(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const std::size_t at = std::min(text.find('&'), text.size());
        kept += text.substr(0, at);
        text.remove_prefix(at);
        const std::size_t end = text.substr(0, 7).find(';');
        const bool code = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z' &&
                          end != std::string_view::npos && (end == 3 || text.starts_with("&Cx")) &&
                          !text.starts_with("&LT;") && !text.starts_with("&GT;");
        kept += code ? " " : text.substr(0, text.empty() ? 0 : 1);
        text.remove_prefix(std::min(code ? end + 1 : 1, text.size()));
    }
    return decode_sgml(kept).text;
}

/// The value of `id="…"` in the start tag of a record.
std::string id_attribute(std::string_view record) {
    const std::string_view tag = record.substr(0, record.find('>'));
    const std::size_t start = tag.find(" id=\"");
    if (start == std::string_view::npos) {
        return {};
    }
    const std::string_view value = tag.substr(start + 5);
    return collapse_spaces(decode(value.substr(0, value.find('"'))));
}

/// The time in a FILEID of the Associated Press, `AP-NR-02-12-88 2344EST`, which is that of New
/// York.
std::optional<time::Published> date_of_file_id(std::string_view id) {
    constexpr std::string_view prefix = "AP-NR-";
    constexpr std::size_t day_bytes = 8;
    if (!id.starts_with(prefix)) {
        return std::nullopt;
    }
    std::string day(id.substr(prefix.size(), day_bytes));
    std::replace(day.begin(), day.end(), '-', '/');
    auto published = parse_trec_date(day, {});
    const std::string_view clock = trim(id.substr(std::min(id.size(), prefix.size() + day_bytes)));
    const bool summer = clock.substr(std::min<std::size_t>(4, clock.size())) == "EDT";
    const bool winter = clock.substr(std::min<std::size_t>(4, clock.size())) == "EST";
    const bool digits = clock.find_first_not_of("0123456789") == 4;
    if (!published || !digits || (!summer && !winter)) {
        return published;
    }
    const auto digit = [clock](std::size_t i) { return clock[i] - '0'; };
    const std::chrono::hours hours(digit(0) * 10 + digit(1));
    const std::chrono::minutes minutes(digit(2) * 10 + digit(3));
    if (hours.count() > 23 || minutes.count() > 59) {
        return published;
    }
    const std::chrono::minutes zone = std::chrono::hours(summer ? -4 : -5);
    return time::Published{
        published->instant + hours + minutes - zone, time::Precision::Time, zone};
}

/// `item` without the code that the Financial Times puts before names: `GBZ  United Kingdom`.
std::string_view without_code(std::string_view item) {
    constexpr std::size_t max_code_bytes = 5;
    const std::size_t end = item.find("  ");
    const std::string_view code = item.substr(0, std::min(end, item.size()));
    const bool is_code = end != std::string_view::npos && end <= max_code_bytes &&
                         std::all_of(code.begin(), code.end(), [](char c) {
                             return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                         });
    return is_code ? trim(item.substr(end)) : item;
}

/// Collects what stands in each field of a record.
class RecordParser {
public:
    explicit RecordParser(const time::DateReading& dates) : dates_(dates) {}

    Article parse(std::string_view record);

private:
    void take_tag(const Tag& tag);
    void open(const Element& element);
    void close(std::string_view name);
    void add_text(std::string_view text);
    void finish_field();

    void apply(Field field, const std::string& text);
    void apply_title(const std::string& text);
    void apply_wsj_headline(std::string_view text);
    void apply_date(const std::string& text);
    void apply_dateline(const std::string& text);
    void apply_author(std::string_view text);
    void apply_source(const std::string& text);
    void apply_list(std::vector<std::string>& list, const std::string& text);
    void add_paragraphs(std::string text);
    void fill_from_number();

    const time::DateReading& dates_;
    Article article_;
    std::vector<const Element*> open_;  ///< from outside to inside
    std::string value_;                 ///< of the innermost open field
    std::string loose_;                 ///< outside of known fields: the text if there is no other
    std::string doc_number_;
    std::string doc_id_;
    std::string file_id_;
    std::string slug_;
    std::string date_;
};

void RecordParser::add_text(std::string_view text) {
    std::string& target = open_.empty() ? loose_ : value_;
    // Where a tag was between two blanks, one is left.
    target += target.ends_with(' ') && text.starts_with(' ') ? text.substr(1) : text;
}

void RecordParser::finish_field() {
    if (!open_.empty()) {
        const std::string value = decode(std::exchange(value_, {}));
        if (!trim(value).empty()) {
            apply(open_.back()->field, value);
        }
    }
    value_.clear();
}

void RecordParser::open(const Element& element) {
    const bool inside_text = !open_.empty() && open_.back()->field == Field::Text;
    // What a text that is still open holds so far comes before the field inside of it.
    finish_field();
    if (!open_.empty() && (!inside_text || element.name == "TEXT")) {
        open_.pop_back();
        add_warning(article_, "unclosed_tag");
    }
    open_.push_back(&element);
}

void RecordParser::close(std::string_view name) {
    const auto is_named = [name](const Element* element) { return element->name == name; };
    const auto found = std::find_if(open_.rbegin(), open_.rend(), is_named);
    if (found == open_.rend()) {
        return;
    }
    finish_field();
    open_.erase(std::prev(found.base()), open_.end());
}

void RecordParser::take_tag(const Tag& tag) {
    const Element* element = element_called(tag.name);
    const bool inside_text = !open_.empty() && open_.back()->field == Field::Text;
    // The Federal Register's DATE is a paragraph that speaks of dates.
    const bool is_text = inside_text && element != nullptr && element->field == Field::Date;
    if (is_text) {
        add_text("\n\n");
    } else if (element != nullptr && !tag.closing) {
        open(*element);
    } else if (element != nullptr) {
        close(tag.name);
    } else if (std::find(kInline.begin(), kInline.end(), tag.name) == kInline.end() &&
               !tag.name.empty()) {
        add_text("\n\n");
    }
}

void RecordParser::apply_title(const std::string& text) {
    std::string title = collapse_spaces(text);
    // The Financial Times has its name and the date before each headline.
    const std::size_t slash = title.find(" / ");
    if (title.starts_with("FT ") && slash != std::string::npos &&
        time::find_written_date(std::string_view(title).substr(0, slash), dates_)) {
        title.erase(0, slash + 3);
    }
    if (article_.title.empty()) {
        article_.title = std::move(title);
    } else if (title != article_.title) {
        article_.blocks.push_back(
            {static_cast<std::uint32_t>(article_.paragraphs.size()), BlockKind::Heading});
        article_.paragraphs.push_back(std::move(title));
    }
}

/// Headline, a row of dashes and byline in one, on lines that may begin with `@`.
void RecordParser::apply_wsj_headline(std::string_view text) {
    std::string title;
    for (std::string_view line : split_lines(text)) {
        line = trim(line);
        line = trim(line.starts_with('@') ? line.substr(1) : line);
        if (ascii_lower(line.substr(0, 3)) == "by ") {
            add_press_byline(article_.authors, line);
            break;
        }
        const bool rule = !line.empty() && line.find_first_not_of('-') == std::string_view::npos;
        if (!rule && !line.empty()) {
            title += (title.empty() ? "" : " ") + std::string(line);
        }
    }
    apply_title(title);
}

void RecordParser::apply_date(const std::string& text) {
    date_ = collapse_spaces(text);
    if (!article_.published) {
        article_.published = parse_trec_date(date_, dates_);
    }
}

void RecordParser::apply_dateline(const std::string& text) {
    const std::string place = collapse_spaces(text.substr(0, text.find('(')));
    ReutersDateline parsed = parse_reuters_dateline(place);
    article_.dateline = parsed.story.empty() && !parsed.dateline.date.empty()
                            ? std::move(parsed.dateline)
                            : Dateline{std::string(trim(place.substr(0, place.find(" -")))), {}};
}

/// Ziff-Davis: `Roe, Jane.; Doe, John.`
void RecordParser::apply_author(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        std::string_view name = trim(text.substr(0, end));
        name = name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
        const std::size_t comma = name.find(',');
        add_press_byline(article_.authors,
                         comma == std::string_view::npos
                             ? std::string(name)
                             : std::string(trim(name.substr(comma + 1))) + " " +
                                   std::string(name.substr(0, comma)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// `WALL STREET JOURNAL (J), PAGE A3` is a paper, its code and a page.
void RecordParser::apply_source(const std::string& text) {
    std::string source = collapse_spaces(text);
    const std::size_t page = source.find(", PAGE ");
    if (page != std::string::npos) {
        article_.section = article_.section.empty() ? source.substr(page + 2) : article_.section;
        source.erase(page);
    }
    source.erase(source.ends_with(" (J)") ? source.size() - 4 : source.size());
    if (article_.source.empty()) {
        article_.source = std::move(source);
    }
}

void RecordParser::apply_list(std::vector<std::string>& list, const std::string& text) {
    for (const std::string_view line : split_lines(text)) {
        // San Jose parts by semicolons, the others by lines; `Companies:-` is a label.
        if (!trim(line).ends_with(":-")) {
            std::string_view rest = line;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find(';'), rest.size());
                std::string_view item = without_code(trim(rest.substr(0, end)));
                item = item.ends_with('.') && item.find('.') + 1 == item.size()
                           ? item.substr(0, item.size() - 1)
                           : item;
                add_topic(list, item);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
    }
}

void RecordParser::add_paragraphs(std::string text) {
    // The San Jose Mercury News parts paragraphs by semicolons.
    if (doc_number_.starts_with("SJMN")) {
        for (std::size_t at = text.find(";  "); at != std::string::npos;
             at = text.find(";  ", at)) {
            text.replace(at, 3, "\n\n");
        }
    }
    for (std::string& paragraph : split_paragraphs(split_lines(text))) {
        article_.paragraphs.push_back(std::move(paragraph));
    }
}

void RecordParser::apply(Field field, const std::string& text) {
    const auto set = [&text](std::string& target) {
        if (target.empty()) {
            target = collapse_spaces(text);
        }
    };
    switch (field) {
        case Field::DocNumber:
            return set(doc_number_);
        case Field::DocId:
            return set(doc_id_);
        case Field::FileId:
            return set(file_id_);
        case Field::Title:
            return apply_title(text);
        case Field::WsjHeadline:
            return apply_wsj_headline(text);
        case Field::Slug:
            return set(slug_);
        case Field::Text:
            return add_paragraphs(text);
        case Field::Caption:
            article_.captions.push_back(collapse_spaces(text));
            return;
        case Field::Date:
            return apply_date(text);
        case Field::Byline:
            return add_press_byline(article_.authors, text);
        case Field::Dateline:
            return apply_dateline(text);
        case Field::Author:
            return apply_author(text);
        case Field::Source:
            return apply_source(text);
        case Field::Section:
            return set(article_.section);
        case Field::Language:
            return set(article_.lang);
        case Field::Topics:
            return apply_list(article_.topics, text);
        case Field::Orgs:
            return apply_list(article_.orgs, text);
        case Field::Places:
            return apply_list(article_.places, text);
        case Field::People:
            return apply_list(article_.people, text);
        case Field::Ignored:
            return;
    }
}

/// What the document's number and AP's FILEID say, where the fields say nothing.
void RecordParser::fill_from_number() {
    const std::string& number = article_.id;
    if (article_.source.empty()) {
        article_.source = source_of_docno(number);
    }
    if (!article_.published) {
        article_.published = date_of_file_id(file_id_);
    }
    if (!article_.published) {
        article_.published = date_of_docno(number);
    }
    // Ziff-Davis has the date of the issue behind the name of the paper.
    if (!article_.published && number.starts_with("ZF")) {
        article_.published = time::find_written_date(article_.source, dates_);
    }
    if (!article_.published && !date_.empty()) {
        add_warning(article_, "bad_date");
    }
}

Article RecordParser::parse(std::string_view record) {
    article_.id = id_attribute(record);
    const std::size_t start = record.find('>');
    std::string_view rest =
        record.substr(start == std::string_view::npos ? record.size() : start + 1);
    while (!rest.empty()) {
        const std::size_t at = std::min(rest.find('<'), rest.size());
        add_text(rest.substr(0, at));
        rest.remove_prefix(at);
        if (rest.empty()) {
            break;
        }
        const std::optional<Tag> tag = tag_at(rest);
        if (tag) {
            take_tag(*tag);
        } else {
            add_text("<");
        }
        rest.remove_prefix(tag ? tag->size_bytes : 1);
    }
    finish_field();
    if (!doc_number_.empty()) {
        article_.id = doc_number_;
    } else if (article_.id.empty()) {
        article_.id = doc_id_;
    }
    if (article_.paragraphs.empty()) {
        add_paragraphs(decode(loose_));
    }
    if (article_.dateline == Dateline{} && !article_.paragraphs.empty()) {
        article_.dateline = find_dateline(article_.paragraphs.front()).value_or(Dateline{});
    }
    if (article_.title.empty()) {
        article_.title = slug_;
    }
    article_.lang = lang_called(article_.lang);
    fill_from_number();
    return std::move(article_);
}

}  // namespace

Article parse_trec_record(std::string_view record, const time::DateReading& dates) {
    return RecordParser(dates).parse(record);
}

}  // namespace dateline::source
