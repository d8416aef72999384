// Cuts the lines of a batch into questions.
#include "query/batch/batch_reader.hpp"

#include "common/base/utf8.hpp"
#include "query/batch/question_line.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace dateline::query {
namespace {

/// Longest topic in bytes.
constexpr std::size_t kMaxTopicBytes = kMaxLineBytes;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\v\f") == std::string_view::npos;
}

LineFault too_long() {
    return {
        "line_too_long", "the line is longer than " + std::to_string(kMaxLineBytes) + " bytes", {}};
}

/// What stands between the tag `<name>` and the next tag or the end of `topic`, without blanks
/// around it; std::nullopt if there is no such tag.
std::optional<std::string> tag_text(std::string_view topic, std::string_view name) {
    const std::string tag = "<" + std::string(name) + ">";
    const std::string lower = ascii_lower(topic);
    const std::size_t begin = lower.find(tag);
    if (begin == std::string::npos) {
        return std::nullopt;
    }
    // A `<` that begins no tag is part of the text: `len:<300`.
    const std::size_t start = begin + tag.size();
    std::size_t end = start;
    while (end < topic.size()) {
        end = std::min(topic.find('<', end), topic.size());
        const char next = end + 1 < lower.size() ? lower[end + 1] : ' ';
        if (next == '/' || (next >= 'a' && next <= 'z')) {
            break;
        }
        end = std::min(end + 1, topic.size());
    }
    std::string text(trim(topic.substr(start, end - start)));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

/// `text` without the word `label` and a colon in front of it, as in `Number: 301`. A word alone is
/// no label: `Topic detection`.
std::string without_label(const std::string& text, std::string_view label) {
    if (ascii_lower(text).starts_with(label)) {
        const std::string_view rest = trim(std::string_view(text).substr(label.size()));
        if (rest.starts_with(':')) {
            return std::string(trim(rest.substr(1)));
        }
    }
    return text;
}

}  // namespace

BatchForm guess_batch_form(std::string_view name, std::string_view first_line) {
    const std::string extension = ascii_lower(std::filesystem::path(name).extension().string());
    if (extension == ".tsv") {
        return BatchForm::Tsv;
    }
    if (extension == ".jsonl" || extension == ".ndjson") {
        return BatchForm::JsonLines;
    }
    if (extension == ".trec") {
        return BatchForm::Trec;
    }
    const std::string_view text = trim(first_line);
    if (text.starts_with('{')) {
        return BatchForm::JsonLines;
    }
    if (ascii_lower(text.substr(0, 5)) == "<top>") {
        return BatchForm::Trec;
    }
    return first_line.find('\t') != std::string_view::npos ? BatchForm::Tsv : BatchForm::Lines;
}

BatchReader::BatchReader(const Options& options, LineSource& lines)
    : options_(options), lines_(lines), form_(options.batch_form) {}

std::optional<Line> BatchReader::next_line() {
    while (std::optional<Line> line = lines_.next()) {
        if (line->too_long || !is_blank(line->text)) {
            return line;
        }
    }
    return std::nullopt;
}

std::optional<BatchItem> BatchReader::next() {
    const std::optional<Line> line = next_line();
    if (!line) {
        return std::nullopt;
    }
    if (!form_) {
        form_ = guess_batch_form(options_.batch, line->text);
    }
    std::optional<BatchItem> item = form_ == BatchForm::Trec ? next_topic(*line) : item_of(*line);
    if (item && !is_valid_utf8(item->question.id)) {
        item->question.id = repair_utf8(item->question.id).text;
    }
    return item;
}

BatchItem BatchReader::item_of(const Line& line) const {
    if (!line.too_long && form_ == BatchForm::JsonLines) {
        return read_question_line(line, options_);
    }
    if (!line.too_long && form_ == BatchForm::Tsv) {
        return tsv_item(line);
    }
    BatchItem item;
    item.question = options_.question;
    item.question.id = std::to_string(line.number);
    item.question.text = line.text;
    if (line.too_long) {
        item.fault = too_long();
    }
    return item;
}

BatchItem BatchReader::tsv_item(const Line& line) const {
    BatchItem item;
    item.question = options_.question;
    item.question.id = std::to_string(line.number);
    const std::size_t tab = line.text.find('\t');
    if (tab == std::string::npos) {
        item.question.text = line.text;
        item.fault = LineFault{"bad_line",
                               "there is no tab between id and query",
                               "with --batch-format lines every line is a query"};
        return item;
    }
    const std::string id(trim(line.text.substr(0, tab)));
    if (id.size() > kMaxQueryIdBytes) {
        item.fault = LineFault{
            "bad_id", "the id is longer than " + std::to_string(kMaxQueryIdBytes) + " bytes", {}};
    } else if (!id.empty()) {
        item.question.id = id;
    }
    item.question.text = line.text.substr(tab + 1);
    std::replace(item.question.text.begin(), item.question.text.end(), '\t', ' ');
    return item;
}

std::optional<BatchItem> BatchReader::next_topic(const Line& first) {
    BatchItem item;
    item.question = options_.question;
    item.question.id = std::to_string(first.number);
    std::string topic = first.text;
    bool is_too_long = first.too_long;
    bool is_closed = ascii_lower(topic).find("</top>") != std::string::npos;
    while (!is_closed) {
        const std::optional<Line> line = lines_.next();
        if (!line) {
            break;
        }
        is_closed = ascii_lower(line->text).find("</top>") != std::string::npos;
        is_too_long = is_too_long || line->too_long || topic.size() > kMaxTopicBytes;
        if (!is_too_long) {
            topic += '\n' + line->text;
        }
    }
    const auto number = tag_text(topic, "num");
    const auto title = tag_text(topic, "title");
    if (number) {
        const std::string id = without_label(*number, "number").substr(0, kMaxQueryIdBytes);
        item.question.id = id.empty() ? item.question.id : id;
    }
    if (title) {
        item.question.text = without_label(*title, "topic");
    }
    if (is_too_long) {
        item.fault = LineFault{"line_too_long", "the topic is too long", {}};
    } else if (!is_closed) {
        item.fault = LineFault{"bad_line", "the topic is not closed by '</top>'", {}};
    } else if (!number || !title) {
        item.fault = LineFault{"bad_line",
                               std::string("the topic has no <") + (number ? "title>" : "num>"),
                               "topics are <top>, <num>, <title> and </top>, as TREC writes them"};
    }
    return item;
}

}  // namespace dateline::query
