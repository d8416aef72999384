// The dates of MEANTIME: CAT writes one start tag a line, and its attributes in quotes.
#include "indexer/train/dated_corpora.hpp"
#include "indexer/train/joined_text.hpp"
#include "indexer/train/marked_up.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace dateline::train {
namespace {

struct CatToken {
    std::string text;
    int sentence = 0;
};

struct CatTime {
    MarkedDate date;  ///< its range is of tokens, the end inclusive
    bool creation = false;
    bool anchored = false;
};

int number_of(const std::string& text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Takes one tag with the text behind it at a time.
class CatScanner {
public:
    void take(std::string_view tag, std::string_view text) {
        const std::string_view element = element_of(tag);
        if (element == "token") {
            ids_[attribute_of(tag, "t_id")] = tokens_.size();
            tokens_.push_back({decode_entities(text), number_of(attribute_of(tag, "sentence"))});
        } else if (element == "token_anchor") {
            anchor(attribute_of(tag, "t_id"));
        } else if (element == "TIMEX3") {
            in_time_ = true;
            const bool creation = attribute_of(tag, "functionInDocument") == "CREATION_TIME";
            times_.push_back(
                {{0, 0, attribute_of(tag, "type"), attribute_of(tag, "value")}, creation, false});
        } else if (element == "/TIMEX3" || element.ends_with("_MENTION")) {
            in_time_ = false;
        }
    }

    DatedText text(std::string_view name) {
        DatedText found;
        found.name = name;
        const std::vector<std::pair<std::size_t, std::size_t>> bytes = join(found);
        for (CatTime& time : times_) {
            if (time.creation) {
                found.published = creation_day(time.date.value);
            }
            if (!time.anchored) {
                continue;
            }
            MarkedDate date = time.date;
            date.start_bytes = static_cast<std::uint32_t>(bytes.at(date.start_bytes).first);
            date.end_bytes = static_cast<std::uint32_t>(bytes.at(date.end_bytes).second);
            (time.creation ? found.ignored : found.dates).push_back(std::move(date));
        }
        std::sort(found.dates.begin(), found.dates.end(), [](const auto& one, const auto& two) {
            return one.start_bytes < two.start_bytes;
        });
        return found;
    }

private:
    void anchor(const std::string& id) {
        const auto token = ids_.find(id);
        if (token == ids_.end()) {
            return;
        }
        last_sentence_ = std::max(last_sentence_, tokens_[token->second].sentence);
        if (!in_time_) {
            return;
        }
        CatTime& time = times_.back();
        const auto index = static_cast<std::uint32_t>(token->second);
        time.date.start_bytes = time.anchored ? std::min(time.date.start_bytes, index) : index;
        time.date.end_bytes = time.anchored ? std::max(time.date.end_bytes, index) : index;
        time.anchored = true;
    }

    /// Two articles write the day of creation the other way round: 03-02-2009.
    static std::optional<time::Published> creation_day(const std::string& value) {
        const bool reversed = value.size() == 10 && value[2] == '-';
        return time::parse_iso_time(
            reversed ? value.substr(6) + value.substr(2, 4) + value.substr(0, 2) : value);
    }

    std::vector<std::pair<std::size_t, std::size_t>> join(DatedText& found) {
        std::vector<std::pair<std::size_t, std::size_t>> bytes;
        JoinedText joined({.hyphens_are_tokens = true});
        int sentence = 0;
        for (const CatToken& token : tokens_) {
            // The title, the date and the lead are paragraphs; the rest is running text.
            if (token.sentence != sentence && token.sentence <= 3) {
                joined.end_paragraph();
            }
            sentence = token.sentence;
            const std::size_t start = joined.add(token.text);
            bytes.emplace_back(start, joined.size());
            if (sentence <= last_sentence_) {
                found.scored_bytes = static_cast<std::uint32_t>(joined.size());
            }
        }
        found.text = joined.text();
        return bytes;
    }

    std::vector<CatToken> tokens_;
    std::map<std::string, std::size_t> ids_;
    std::vector<CatTime> times_;
    int last_sentence_ = -1;
    bool in_time_ = false;
};

}  // namespace

DatedText read_dated_meantime(std::string_view name, std::string_view xml) {
    CatScanner scanner;
    for_each_tag(xml,
                 [&](std::string_view tag, std::string_view text) { scanner.take(tag, text); });
    return scanner.text(name);
}

}  // namespace dateline::train
