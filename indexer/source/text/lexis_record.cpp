// One article of a text download from LexisNexis or Nexis Uni, line by line.
#include "indexer/source/text/lexis_record.hpp"

#include "common/base/utf8.hpp"
#include "common/time/written_date.hpp"
#include "indexer/source/text/press_values.hpp"
#include "indexer/source/text/text_layout.hpp"
#include "indexer/source/text/text_reader.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

enum class Label {
    Headline,
    Byline,
    Section,
    Length,
    Dateline,
    Highlight,
    Body,
    Language,
    Topics,
    Orgs,
    People,
    Places,
    Url,
    Graphic,
    Ignored,
};

struct NamedLabel {
    std::string_view name;
    Label label;
};

/// In lower case (A to Z), in English, French, German and Spanish.
constexpr std::array<NamedLabel, 63> kLabels{{
    {"headline", Label::Headline},
    {"titre", Label::Headline},
    {"schlagzeile", Label::Headline},
    {"titular", Label::Headline},
    {"byline", Label::Byline},
    {"auteur", Label::Byline},
    {"autor", Label::Byline},
    {"section", Label::Section},
    {"rubrique", Label::Section},
    {"rubrik", Label::Section},
    {"sección", Label::Section},
    {"SECCIÓN", Label::Section},
    {"length", Label::Length},
    {"longueur", Label::Length},
    {"länge", Label::Length},
    {"LÄNGE", Label::Length},
    {"longitud", Label::Length},
    {"dateline", Label::Dateline},
    {"highlight", Label::Highlight},
    {"encart", Label::Highlight},
    {"body", Label::Body},
    {"corps", Label::Body},
    {"haupttext", Label::Body},
    {"cuerpo", Label::Body},
    {"language", Label::Language},
    {"langue", Label::Language},
    {"sprache", Label::Language},
    {"idioma", Label::Language},
    {"subject", Label::Topics},
    {"sujet", Label::Topics},
    {"industry", Label::Topics},
    {"terms", Label::Topics},
    {"organization", Label::Orgs},
    {"company", Label::Orgs},
    {"person", Label::People},
    {"name", Label::People},
    {"geographic", Label::Places},
    {"city", Label::Places},
    {"state", Label::Places},
    {"country", Label::Places},
    {"url", Label::Url},
    {"graphic", Label::Graphic},
    {"load-date", Label::Ignored},
    {"date-chargement", Label::Ignored},
    {"date de chargement", Label::Ignored},
    {"update", Label::Ignored},
    {"fecha-carga", Label::Ignored},
    {"fecha de carga", Label::Ignored},
    {"publication-type", Label::Ignored},
    {"type-publication", Label::Ignored},
    {"type de publication", Label::Ignored},
    {"publikationstyp", Label::Ignored},
    {"tipo-publicación", Label::Ignored},
    {"pub-type", Label::Ignored},
    {"journal-code", Label::Ignored},
    {"document-type", Label::Ignored},
    {"acc-no", Label::Ignored},
    {"ticker", Label::Ignored},
    {"series", Label::Ignored},
    {"correction-date", Label::Ignored},
    {"distribution", Label::Ignored},
    {"type", Label::Ignored},
    {"category", Label::Ignored},
}};

/// A label and what stands behind it on its line.
struct Labelled {
    Label label;
    std::string_view value;
    bool capitals = false;
};

std::optional<Labelled> label_of(std::string_view line) {
    line = trim(line);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view name = line.substr(0, colon);
    const std::string lower = ascii_lower(name);
    const auto* const found =
        std::find_if(kLabels.begin(), kLabels.end(), [&](const NamedLabel& row) {
            return row.name == lower || row.name == name;
        });
    if (found == kLabels.end()) {
        return std::nullopt;
    }
    const bool capitals =
        std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return Labelled{found->label, trim(line.substr(colon + 1)), capitals};
}

/// Whether a label may stand in the head of the new form, where labels are in small letters.
bool is_head_label(Label label) {
    return label == Label::Section || label == Label::Length || label == Label::Byline ||
           label == Label::Highlight || label == Label::Dateline;
}

/// The words that are alone on a line before a part of the new form.
enum class Marker { None, Body, Tail, Graphic };

Marker marker_of(std::string_view line) {
    line = trim(line);
    for (const std::string_view word : {"Body", "Corps", "Haupttext", "Cuerpo"}) {
        if (line == word) {
            return Marker::Body;
        }
    }
    if (line == "Graphic" || line == "Graphique") {
        return Marker::Graphic;
    }
    return line == "Classification" || line == "Notes" ? Marker::Tail : Marker::None;
}

/// Whether `line` is `Page 2 of 3`, with which printed pages begin.
bool is_page_line(std::string_view line) {
    const std::string text = collapse_spaces(line);
    return text.starts_with("Page ") && text.size() < 20 && text.find(" of ") != std::string::npos;
}

/// Reads the parts of a document in their order.
class DocumentParser {
public:
    explicit DocumentParser(const time::DateReading& dates) : dates_(dates) {}

    std::optional<Article> parse(const std::vector<std::string_view>& lines);

private:
    enum class Phase { Preamble, Fields, Body, Tail };

    /// Lines of the preamble between blank ones.
    struct Piece {
        std::string text;
        bool centred = false;
    };

    void take_preamble_line(std::string_view line);
    void finish_piece();
    void finish_preamble();
    void take_field_line(std::string_view line);
    void take_body_line(std::string_view line);
    void take_label(const Labelled& labelled);
    void take_marker(Marker marker);
    void finish_field();
    void finish_body();

    const time::DateReading& dates_;
    Article article_;
    Phase phase_ = Phase::Preamble;
    bool has_marker_ = false;  ///< a label or marker says where the text begins
    std::vector<std::string_view> piece_;
    std::vector<Piece> before_date_;
    std::vector<Piece> after_date_;
    std::optional<Label> field_;
    std::string value_;
    std::string highlight_;
    std::vector<std::string_view> body_;
};

void DocumentParser::finish_piece() {
    if (piece_.empty()) {
        return;
    }
    constexpr std::size_t centred_indent = 5;
    std::vector<std::string_view> lines = std::exchange(piece_, {});
    const bool centred = indent_of(lines.front()) >= centred_indent;
    if (!article_.published) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            article_.published = time::find_written_date(trim(lines[i]), dates_);
            if (article_.published) {
                // Headline, source and date may stand together: the source is above the date.
                if (i > 1) {
                    before_date_.push_back({join_lines(std::span(lines).first(i - 1)), centred});
                }
                if (i > 0) {
                    before_date_.push_back({collapse_spaces(lines[i - 1]), centred});
                }
                return;
            }
        }
    }
    (article_.published ? after_date_ : before_date_).push_back({join_lines(lines), centred});
}

void DocumentParser::take_preamble_line(std::string_view line) {
    if (is_blank(line)) {
        finish_piece();
    } else if (!is_lexis_counter(line) && !is_copyright_line(line) && !is_page_line(line)) {
        piece_.push_back(line);
    }
}

void DocumentParser::finish_preamble() {
    finish_piece();
    if (!article_.published) {
        // Without a date nothing tells the parts from each other: the last is the headline.
        if (!before_date_.empty()) {
            article_.title = before_date_.back().text;
        }
        if (before_date_.size() > 1) {
            article_.source = before_date_.front().text;
        }
        return;
    }
    if (!before_date_.empty()) {
        article_.source = before_date_.back().text;
    }
    const auto title = std::find_if(
        after_date_.begin(), after_date_.end(), [](const Piece& piece) { return !piece.centred; });
    if (title != after_date_.end()) {
        article_.title = title->text;
    } else if (before_date_.size() > 1) {
        article_.title = before_date_[before_date_.size() - 2].text;
    } else if (!after_date_.empty()) {
        article_.title = after_date_.back().text;
    }
}

void DocumentParser::finish_field() {
    if (!field_) {
        return;
    }
    const std::string value = collapse_spaces(std::exchange(value_, {}));
    switch (*std::exchange(field_, std::nullopt)) {
        case Label::Headline:
            article_.title = value;
            return;
        case Label::Byline:
            return add_press_byline(article_.authors, value);
        case Label::Section:
            article_.section = value;
            return;
        case Label::Dateline: {
            const std::size_t comma = value.rfind(',');
            const bool dated = comma != std::string::npos &&
                               is_month_and_day(std::string_view(value).substr(comma + 1));
            article_.dateline = {value.substr(0, dated ? comma : value.size()),
                                 dated ? collapse_spaces(value.substr(comma + 1)) : ""};
            return;
        }
        case Label::Highlight:
            highlight_ = value;
            return;
        case Label::Language:
            article_.lang = lang_called(value);
            return;
        case Label::Topics:
            return add_press_names(article_.topics, value);
        case Label::Orgs:
            return add_press_names(article_.orgs, value);
        case Label::People:
            return add_press_names(article_.people, value);
        case Label::Places:
            return add_press_names(article_.places, value);
        case Label::Url:
            article_.url = value.starts_with("http") ? value : "";
            return;
        case Label::Graphic:
            if (!value.empty()) {
                article_.captions.push_back(value);
            }
            return;
        case Label::Body:
        case Label::Length:
        case Label::Ignored:
            return;
    }
}

void DocumentParser::take_label(const Labelled& labelled) {
    finish_field();
    if (labelled.label == Label::Body) {
        phase_ = Phase::Body;
        body_.push_back(labelled.value);
        return;
    }
    field_ = labelled.label;
    value_ = labelled.value;
}

void DocumentParser::take_marker(Marker marker) {
    finish_field();
    phase_ = marker == Marker::Body ? Phase::Body : Phase::Tail;
    if (marker == Marker::Graphic) {
        field_ = Label::Graphic;
    }
}

void DocumentParser::take_field_line(std::string_view line) {
    const auto labelled = label_of(line);
    const bool open_graphic = field_ == Label::Graphic && trim(value_).empty();
    if (labelled) {
        take_label(*labelled);
    } else if (is_blank(line)) {
        if (!open_graphic) {
            finish_field();
        }
    } else if (field_) {
        value_ += " " + std::string(line);
    } else if (is_copyright_line(line) || is_page_line(line)) {
        return;
    } else if (phase_ == Phase::Fields) {
        // Without a label for it, the first line that belongs to no field begins the text.
        phase_ = has_marker_ ? Phase::Fields : Phase::Body;
        body_.push_back(line);
    } else {
        // A line without label after the text, such as that of a copyright in another language.
        return;
    }
}

void DocumentParser::take_body_line(std::string_view line) {
    const auto labelled = label_of(line);
    const bool after_blank = body_.empty() || is_blank(body_.back());
    const bool load_date = ascii_lower(trim(line)).starts_with("load-date:");
    const bool ends_text = labelled && after_blank && labelled->label != Label::Body &&
                           (load_date || (labelled->capitals && !is_head_label(labelled->label) &&
                                          labelled->label != Label::Headline));
    if (ends_text) {
        phase_ = Phase::Tail;
        take_label(*labelled);
    } else if (!is_page_line(line) && trim(line) != std::string_view(article_.title)) {
        body_.push_back(line);
    }
}

void DocumentParser::finish_body() {
    while (!body_.empty() && (is_blank(body_.back()) || is_copyright_line(body_.back()))) {
        body_.pop_back();
    }
    article_.paragraphs = split_paragraphs(body_);
    if (!highlight_.empty()) {
        article_.paragraphs.insert(article_.paragraphs.begin(), highlight_);
    }
    if (article_.dateline == Dateline{} && !article_.paragraphs.empty()) {
        article_.dateline = find_dateline(article_.paragraphs.front()).value_or(Dateline{});
    }
}

std::optional<Article> DocumentParser::parse(const std::vector<std::string_view>& lines) {
    has_marker_ = std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        const auto labelled = label_of(line);
        return marker_of(line) == Marker::Body || (labelled && labelled->label == Label::Body);
    });
    for (const std::string_view line : lines) {
        if (is_lexis_end(line)) {
            break;
        }
        const auto labelled = label_of(line);
        const Marker marker = marker_of(line);
        if (phase_ == Phase::Preamble &&
            (marker == Marker::Body ||
             (labelled && (labelled->capitals || is_head_label(labelled->label))))) {
            finish_preamble();
            phase_ = Phase::Fields;
        }
        const bool is_marker = marker == Marker::Body
                                   ? phase_ == Phase::Fields
                                   : marker != Marker::None && phase_ != Phase::Preamble &&
                                         (phase_ == Phase::Tail || has_marker_) &&
                                         (body_.empty() || is_blank(body_.back()));
        if (is_marker) {
            take_marker(marker);
        } else if (phase_ == Phase::Preamble) {
            take_preamble_line(line);
        } else if (phase_ == Phase::Body) {
            take_body_line(line);
        } else {
            take_field_line(line);
        }
    }
    if (phase_ == Phase::Preamble) {
        return std::nullopt;
    }
    finish_field();
    finish_body();
    return std::move(article_);
}

bool is_number(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool is_lexis_counter(std::string_view line) {
    constexpr std::size_t max_bytes = 200;
    if (line.size() > max_bytes) {
        return false;
    }
    const std::string text = ascii_lower(collapse_spaces(line));
    std::vector<std::string_view> words;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        words.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (words.size() != 4) {
        return false;
    }
    const auto is_document = [](std::string_view word) {
        return word.starts_with("document") || word.starts_with("dokument");
    };
    const auto is_of = [](std::string_view word) {
        return word == "of" || word == "von" || word == "de" || word == "sur" || word == "di";
    };
    const bool english =
        is_number(words[0]) && is_of(words[1]) && is_number(words[2]) && is_document(words[3]);
    const bool other =
        is_document(words[0]) && is_number(words[1]) && is_of(words[2]) && is_number(words[3]);
    return english || other;
}

bool is_lexis_end(std::string_view line) {
    const std::string lower = ascii_lower(trim(line.substr(0, 100)));
    for (const std::string_view end : {"end of document",
                                       "fin du document",
                                       "ende des dokuments",
                                       "fin del documento",
                                       "fim do documento"}) {
        if (lower == end) {
            return true;
        }
    }
    return false;
}

bool begins_lexis_label(std::string_view line) {
    const auto labelled = label_of(line.substr(0, 100));
    return labelled && labelled->capitals;
}

std::optional<Article> parse_lexis_record(std::string_view record, const time::DateReading& dates) {
    const std::vector<std::string_view> lines = split_lines(record);
    std::optional<Article> article = DocumentParser(dates).parse(lines);
    const bool is_document = std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        return is_lexis_counter(line) || is_lexis_end(line);
    });
    if (article || !is_document) {
        return article;
    }
    // A document without labels is still text; the pages around the documents are not.
    std::string text;
    for (const std::string_view line : lines) {
        if (!is_lexis_counter(line) && !is_lexis_end(line)) {
            text += std::string(line) + "\n";
        }
    }
    return parse_text_article(text, dates);
}

}  // namespace dateline::source
