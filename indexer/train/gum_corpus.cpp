// An entity's fields stand between hyphens: id, type, status, salience, centering, head words.
#include "indexer/train/gum_corpus.hpp"

#include "common/base/error.hpp"
#include "common/names/honorifics.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

namespace dateline::train {

namespace {

struct GumToken {
    std::string text;
    bool proper = false;  // a proper noun in the singular
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;
};

struct GumMention {
    std::string entity;
    std::size_t head = 0;  // token
    std::size_t first_token = 0;
    std::size_t end_token = 0;
    bool person = false;
};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

std::string_view value_of(std::string_view pairs, std::string_view key) {
    for (const std::string_view pair : split(pairs, '|')) {
        if (pair.starts_with(key) && pair.substr(key.size()).starts_with('=')) {
            return pair.substr(key.size() + 1);
        }
    }
    return {};
}

class GumReader {
public:
    explicit GumReader(std::string_view name) : name_(name) {}

    LabelledText read(std::string_view conllu) {
        for (const std::string_view line : split(conllu, '\n')) {
            take(line);
        }
        LabelledText result{.name = std::string(name_), .text = text_, .names = {}};
        result.year = year_;
        add_names(result);
        return result;
    }

private:
    void take(std::string_view line) {
        constexpr std::string_view kCreated = "# meta::dateCreated = ";
        if (line.starts_with("# newpar") && !text_.empty() && !text_.ends_with('\n')) {
            text_ += '\n';
        } else if (line.starts_with(kCreated)) {
            const std::string_view digits = line.substr(kCreated.size(), 4);
            std::from_chars(digits.data(), digits.data() + digits.size(), year_);
        } else if (!line.empty() && line[0] != '#') {
            const std::vector<std::string_view> fields = split(line, '\t');
            if (fields.size() == kFields &&
                fields[0].find_first_of("-.") == std::string_view::npos) {
                take_token(fields);
            }
        }
    }

    void take_token(const std::vector<std::string_view>& fields) {
        const bool glued = text_.empty() || text_.ends_with('\n') || no_space_;
        text_ += glued ? "" : " ";
        GumToken token{.text = std::string(fields[1])};
        token.proper = fields[3] == "PROPN" && value_of(fields[5], "Number") != "Plur";
        token.start_bytes = static_cast<std::uint32_t>(text_.size());
        text_ += fields[1];
        token.end_bytes = static_cast<std::uint32_t>(text_.size());
        no_space_ = value_of(fields[9], "SpaceAfter") == "No";
        tokens_.push_back(std::move(token));
        take_entities(value_of(fields[9], "Entity"));
    }

    void take_entities(std::string_view marks) {
        while (!marks.empty()) {
            const bool opens = marks[0] == '(';
            const std::size_t end = opens ? marks.find_first_of("()", 1) : marks.find(')');
            if (opens) {
                open(split(marks.substr(1, end - 1), '-'));
                marks.remove_prefix(std::min(end, marks.size()));
            } else {
                close(marks[0] == ')' ? std::string_view{} : marks.substr(0, end));
                marks.remove_prefix(std::min(end, marks.size() - 1) + 1);
            }
        }
    }

    void open(const std::vector<std::string_view>& fields) {
        std::size_t head = 1;
        if (fields.size() > kHeadField) {
            const std::string_view digits = fields[kHeadField];
            std::from_chars(digits.data(), digits.data() + digits.size(), head);
        }
        open_.push_back({.entity = std::string(fields[0].substr(0, fields[0].find('['))),
                         .head = tokens_.size() - 2 + head,
                         .first_token = tokens_.size() - 1,
                         .end_token = 0,
                         .person = fields.size() > 1 && fields[1] == "person"});
    }

    // Without id the entity that was opened last, on the same token.
    void close(std::string_view id) {
        const std::string_view entity = id.substr(0, id.find('['));
        const auto found =
            std::find_if(open_.rbegin(), open_.rend(), [&](const GumMention& mention) {
                return entity.empty() || mention.entity == entity;
            });
        if (found == open_.rend()) {
            throw Error(ErrorCode::InputUnreadable,
                        "'" + std::string(name_) + "': entity '" + std::string(id) +
                            "' ends and did not begin",
                        "give GUM's files as they were published");
        }
        found->end_token = tokens_.size();
        mentions_.push_back(*found);
        open_.erase(std::next(found).base());
    }

    // The proper nouns around the head, without title.
    [[nodiscard]] std::optional<LabelledName> name_in(const GumMention& mention) const {
        if (!mention.person || mention.head >= mention.end_token || !tokens_[mention.head].proper) {
            return std::nullopt;
        }
        std::size_t first = mention.head;
        std::size_t end = mention.head + 1;
        while (first > mention.first_token && tokens_[first - 1].proper) {
            --first;
        }
        while (end < mention.end_token && tokens_[end].proper) {
            ++end;
        }
        std::vector<std::string_view> words;
        for (std::size_t i = first; i < end; ++i) {
            words.push_back(tokens_[i].text);
        }
        if (std::all_of(words.begin(), words.end(), names::is_title_word)) {
            return std::nullopt;  // the President
        }
        first += names::title_length(words);
        return LabelledName{.type = MentionType::Person,
                            .start_bytes = tokens_[first].start_bytes,
                            .end_bytes = tokens_[end - 1].end_bytes};
    }

    void add_names(LabelledText& result) {
        std::vector<std::pair<LabelledName, std::string>> names;
        for (const GumMention& mention : mentions_) {
            if (const std::optional<LabelledName> name = name_in(mention)) {
                names.emplace_back(*name, mention.entity);
            }
        }
        std::sort(names.begin(), names.end());
        for (auto& [name, entity] : names) {
            if (result.names.empty() || result.names.back().end_bytes <= name.start_bytes) {
                result.names.push_back(name);
                result.entities.push_back(std::move(entity));
            }
        }
    }

    static constexpr std::size_t kFields = 10;
    static constexpr std::size_t kHeadField = 5;

    std::string_view name_;
    std::string text_;
    int year_ = 0;
    bool no_space_ = false;
    std::vector<GumToken> tokens_;
    std::vector<GumMention> open_;
    std::vector<GumMention> mentions_;
};

}  // namespace

LabelledText read_gum(std::string_view name, std::string_view conllu) {
    return GumReader(name).read(conllu);
}

}  // namespace dateline::train
