// See the header; the form is that of CoNLL-2003's shared task without its middle columns.
#include "indexer/train/bio_corpus.hpp"

#include "common/base/error.hpp"
#include "common/base/hash.hpp"
#include "common/base/printable.hpp"
#include "indexer/train/joined_text.hpp"

#include <optional>

namespace dateline::train {

namespace {

struct Row {
    std::string_view token;
    std::string_view tag;  // "" ends a sentence
};

[[noreturn]] void complain(std::string_view name, std::size_t line, const std::string& what) {
    throw Error(ErrorCode::InputUnreadable,
                "'" + std::string(name) + "', line " + std::to_string(line) + ": " + what,
                "give lines of a token, a tab and O, B-PER, I-PER, B-LOC, I-LOC, B-ORG or I-ORG");
}

std::optional<MentionType> type_of(std::string_view tag) {
    const std::string_view type = tag.size() > 2 ? tag.substr(2) : "";
    if (type == "PER") {
        return MentionType::Person;
    }
    if (type == "LOC") {
        return MentionType::Place;
    }
    if (type == "ORG") {
        return MentionType::Org;
    }
    return std::nullopt;
}

Row row_of(std::string_view name, std::string_view line, std::size_t number) {
    const std::size_t gap = line.find_last_of("\t ");
    const std::string_view tag = gap == std::string_view::npos ? "" : line.substr(gap + 1);
    if (gap == 0 || (tag != "O" && !tag.starts_with("B-") && !tag.starts_with("I-"))) {
        complain(name, number, "no tag in '" + printable_line(line.substr(0, 80)) + "'");
    }
    return {.token = line.substr(0, line.find_first_of("\t ")), .tag = tag};
}

// Rows of one document to text.
class Document {
public:
    Document(std::string name, JoinRules rules) : joined_(rules) { result_.name = std::move(name); }

    void add(const std::vector<Row>& sentence) {
        std::string_view before = "O";
        for (const Row& row : sentence) {
            const auto start = static_cast<std::uint32_t>(joined_.add(row.token));
            const auto end = static_cast<std::uint32_t>(joined_.size());
            if (const std::optional<MentionType> type = type_of(row.tag)) {
                const bool goes_on =
                    row.tag[0] == 'I' && before != "O" && before.substr(2) == row.tag.substr(2);
                if (goes_on) {
                    result_.names.back().end_bytes = end;
                } else {
                    result_.names.push_back(
                        {.type = *type, .start_bytes = start, .end_bytes = end});
                }
            }
            before = row.tag;
        }
        ++sentences_;
        end_paragraph_if_due(sentence);
    }

    [[nodiscard]] bool empty() const { return sentences_ == 0; }

    LabelledText take() {
        result_.text = joined_.text();
        return std::move(result_);
    }

private:
    // Headlines and rows of tables have no full stop and stand alone.
    void end_paragraph_if_due(const std::vector<Row>& sentence) {
        const std::string_view last = sentence.back().token;
        const bool closed =
            last == "." || last == "\"" || last == "''" || last == "?" || last == "!";
        if (!closed || hash64(result_.name + std::to_string(sentences_)) % 2 == 0) {
            joined_.end_paragraph();
        }
    }

    JoinedText joined_;
    LabelledText result_;
    std::size_t sentences_ = 0;
};

// Whether the corpus cuts words at hyphens: then these are more often alone than inside words.
JoinRules rules_of(std::string_view bytes) {
    std::size_t alone = 0;
    std::size_t inside = 0;
    for (std::size_t at = bytes.find('-'); at != std::string_view::npos;
         at = bytes.find('-', at + 1)) {
        const char before = at == 0 ? '\n' : bytes[at - 1];
        const char after = at + 1 == bytes.size() ? '\n' : bytes[at + 1];
        const bool letters = before >= 'a' && before <= 'z' && after >= 'a' && after <= 'z';
        alone += before == '\n' && (after == '\t' || after == ' ') ? 1U : 0U;
        inside += letters ? 1U : 0U;
    }
    return {.hyphens_are_tokens = alone > inside};
}

}  // namespace

std::vector<LabelledText> read_bio(std::string_view name, std::string_view bytes) {
    const JoinRules rules = rules_of(bytes);
    std::vector<LabelledText> documents;
    const auto document_name = [&] {
        return std::string(name) + ":" + std::to_string(documents.size() + 1);
    };
    std::optional<Document> document(std::in_place, document_name(), rules);
    std::vector<Row> sentence;
    const auto end_sentence = [&] {
        if (!sentence.empty()) {
            document->add(sentence);
            sentence.clear();
        }
    };
    const auto end_document = [&] {
        end_sentence();
        if (!document->empty()) {
            documents.push_back(document->take());
        }
        document.emplace(document_name(), rules);
    };
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const std::string_view line = bytes.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.starts_with("-DOCSTART-")) {
            end_document();
        } else if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            end_sentence();
        } else {
            sentence.push_back(row_of(name, line, number));
        }
    }
    end_document();
    return documents;
}

}  // namespace dateline::train
