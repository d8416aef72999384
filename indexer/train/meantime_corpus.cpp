// Reads the elements that matter line by line: CAT writes one start tag a line, and its attributes
// in quotes.
#include "indexer/train/meantime_corpus.hpp"

#include "common/base/error.hpp"
#include "common/names/honorifics.hpp"
#include "indexer/analysis/words.hpp"
#include "indexer/train/joined_text.hpp"
#include "indexer/train/marked_up.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace dateline::train {

namespace {

struct XmlToken {
    std::string text;
    int sentence = 0;
};

struct XmlMention {
    std::string kind;                 // syntactic_type
    std::vector<std::size_t> tokens;  // indexes
};

struct XmlEntity {
    std::string type;
    std::string name;
};

struct XmlArticle {
    std::vector<XmlToken> tokens;
    std::map<std::string, std::size_t> token_ids;
    std::map<std::string, XmlMention> mentions;
    std::map<std::string, XmlEntity> entities;
    std::vector<std::pair<std::string, std::string>> references;  // mention, entity
    int year = 0;                                                 // of publication; 0 if not stated
    int last_sentence = -1;                                       // with any mark
};

// Takes one start tag with the text behind it at a time.
class ArticleScanner {
public:
    explicit ArticleScanner(std::string_view name) : name_(name) {}

    void take(std::string_view tag, std::string_view text) {
        const std::string_view element = tag.substr(0, tag.find_first_of(" />"));
        if (element == "token") {
            article_.token_ids[attribute_of(tag, "t_id")] = article_.tokens.size();
            article_.tokens.push_back(
                {.text = decode_entities(text),
                 .sentence = std::atoi(attribute_of(tag, "sentence").c_str())});
        } else if (element == "token_anchor") {
            anchor(attribute_of(tag, "t_id"));
        } else if (element == "ENTITY") {
            article_.entities[attribute_of(tag, "m_id")] = {
                .type = attribute_of(tag, "ent_type"), .name = attribute_of(tag, "TAG_DESCRIPTOR")};
        } else if (element == "ENTITY_MENTION") {
            mention_ = &article_.mentions[attribute_of(tag, "m_id")];
            mention_->kind = attribute_of(tag, "syntactic_type");
        } else if (element == "REFERS_TO") {
            sources_.clear();
        } else if (element == "source") {
            sources_.push_back(attribute_of(tag, "m_id"));
        } else if (element == "target") {
            for (const std::string& source : sources_) {
                article_.references.emplace_back(source, attribute_of(tag, "m_id"));
            }
        } else if (element == "TIMEX3" &&
                   attribute_of(tag, "functionInDocument") == "CREATION_TIME") {
            mention_ = nullptr;
            article_.year = std::atoi(attribute_of(tag, "value").substr(0, 4).c_str());
        } else if (element.ends_with("_MENTION") || element == "TIMEX3" || element == "VALUE" ||
                   element == "SIGNAL" || element == "C-SIGNAL") {
            mention_ = nullptr;
        }
    }

    XmlArticle finish() { return std::move(article_); }

private:
    void anchor(const std::string& id) {
        const auto token = article_.token_ids.find(id);
        if (token == article_.token_ids.end()) {
            throw Error(ErrorCode::InputUnreadable,
                        "'" + std::string(name_) + "': there is no token '" + id + "'",
                        "give MEANTIME's files as they were published");
        }
        const int sentence = article_.tokens[token->second].sentence;
        article_.last_sentence = std::max(article_.last_sentence, sentence);
        if (mention_ != nullptr) {
            mention_->tokens.push_back(token->second);
        }
    }

    std::string_view name_;
    XmlArticle article_;
    XmlMention* mention_ = nullptr;
    std::vector<std::string> sources_;
};

XmlArticle scan(std::string_view name, std::string_view xml) {
    ArticleScanner scanner(name);
    std::size_t at = xml.find('<');
    while (at != std::string_view::npos) {
        const std::size_t end = xml.find('>', at);
        if (end == std::string_view::npos) {
            break;
        }
        const std::size_t next = xml.find('<', end);
        scanner.take(xml.substr(at + 1, end - at - 1),
                     xml.substr(end + 1, next == std::string_view::npos ? 0 : next - end - 1));
        at = next;
    }
    return scanner.finish();
}

bool is_capital(std::string_view word) {
    return !word.empty() && analysis::lower_form(word) != word;
}

bool is_adjective(std::string_view word) {
    constexpr std::array<std::string_view, 12> endings{
        "ian", "ean", "ican", "ish", "ese", "ench", "utch", "man", "raqi", "ians", "eans", "icans"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return word.ends_with(ending);
    });
}

// MEANTIME counts the European Union among the places; we do not.
std::optional<MentionType> type_of(std::string_view type, std::string_view name) {
    if (name.find("European Union") != std::string_view::npos || name.starts_with("EU")) {
        return MentionType::Org;
    }
    if (type == "PER") {
        return MentionType::Person;
    }
    if (type == "LOC") {
        return MentionType::Place;
    }
    return type == "ORG" ? std::optional(MentionType::Org) : std::nullopt;
}

std::set<std::string> words_of(std::string_view name) {
    std::set<std::string> words;
    std::string word;
    for (const char byte : std::string(name) + " ") {
        if (byte == ' ' || byte == ',' || byte == '(' || byte == ')') {
            words.insert(analysis::lower_form(word));
            word.clear();
        } else {
            word += byte;
        }
    }
    words.erase("");
    return words;
}

using Range = std::pair<std::size_t, std::size_t>;  // of tokens

// The stretches of capitalised words in a mention, small words of names between them included.
std::vector<Range> capital_runs(const XmlArticle& article, const XmlMention& mention) {
    constexpr std::array<std::string_view, 7> joints{"of", "the", "de", "&", "-", "and", "for"};
    std::vector<Range> runs;
    bool open = false;
    std::size_t last = 0;
    std::size_t before = 0;
    for (const std::size_t token : mention.tokens) {
        const std::string& word = article.tokens[token].text;
        open = open && token == before + 1;  // some mentions leave words out
        before = token;
        const bool joint = std::find(joints.begin(), joints.end(), word) != joints.end();
        if (is_capital(word) && word != "The") {
            if (open && token - last <= 3) {
                runs.back().second = token + 1;
            } else {
                runs.emplace_back(token, token + 1);
            }
            open = true;
            last = token;
        } else if (!joint) {
            open = false;
        }
    }
    return runs;
}

// The part of `run` from its first to its last word that the entity's name holds; empty if none.
Range shared_part(const XmlArticle& article, Range run, const XmlEntity& entity) {
    // A person's function stands in brackets behind the name.
    const std::string::size_type bracket =
        entity.type == "PER" ? entity.name.find('(') : std::string::npos;
    const std::set<std::string> names = words_of(entity.name.substr(0, bracket));
    Range part{run.second, run.second};
    for (std::size_t token = run.first; token < run.second; ++token) {
        const std::string& word = article.tokens[token].text;
        const bool acronym = entity.type != "PER" && word.size() >= 2 && word.size() <= 5 &&
                             std::none_of(word.begin(), word.end(), [](char byte) {
                                 return byte >= 'a' && byte <= 'z';
                             });
        const bool shared = is_capital(word) && names.contains(analysis::lower_form(word));
        const bool cut = word.ends_with('\'') && token + 1 < run.second;  // O' Leary
        if (shared || acronym || cut) {
            part.first = std::min(part.first, token);
            part.second = token + (cut ? 2 : 1);
        }
    }
    return part.first == run.second ? Range{} : part;
}

bool is_wanted(std::string_view kind) {
    return kind != "NOM" && kind != "PRO" && kind != "CONJ" && kind != "PTV";
}

// Whether a phrase of no stated kind is about the name in it: it ends with it, or explains it
// behind a comma. `Ford's workforce` is not.
bool is_head(const XmlArticle& article, const XmlMention& mention, Range run) {
    const bool explained = run.first == mention.tokens.front() &&
                           run.second < article.tokens.size() &&
                           article.tokens[run.second].text == ",";
    return explained || mention.tokens.back() + 1 == run.second;
}

std::vector<Range> name_ranges(const XmlArticle& article,
                               const XmlMention& mention,
                               const XmlEntity& entity) {
    std::vector<Range> ranges;
    const bool named = mention.kind == "NAM" || mention.kind == "PRE.NAM";
    for (const Range& run : capital_runs(article, mention)) {
        const bool place = entity.type == "LOC";
        const bool adjective = is_adjective(article.tokens[run.second - 1].text) &&
                               (place || run.second - run.first == 1);
        if ((entity.type != "ORG" && adjective) ||
            (!place && !named && !is_head(article, mention, run))) {
            continue;
        }
        const Range part = shared_part(article, run, entity);
        if (part != Range{}) {
            ranges.push_back(place || entity.type == "PER" ? part : Range{part.first, run.second});
        } else if (place && named) {
            ranges.push_back(run);
        }
    }
    return ranges;
}

// Marks from MEANTIME's tokens to bytes. Of names that overlap the first and longest stays.
void add_names(const XmlArticle& article,
               const std::vector<Range>& token_bytes,
               LabelledText& result) {
    std::vector<std::pair<LabelledName, std::string>> names;  // with their entities
    for (const auto& [mention_id, entity_id] : article.references) {
        const auto mention = article.mentions.find(mention_id);
        const auto entity = article.entities.find(entity_id);
        if (mention == article.mentions.end() || entity == article.entities.end() ||
            !is_wanted(mention->second.kind)) {
            continue;
        }
        const std::optional<MentionType> type = type_of(entity->second.type, entity->second.name);
        if (!type) {
            continue;
        }
        for (const Range& range : name_ranges(article, mention->second, entity->second)) {
            const LabelledName name{
                .type = *type,
                .start_bytes = static_cast<std::uint32_t>(token_bytes[range.first].first),
                .end_bytes = static_cast<std::uint32_t>(token_bytes[range.second - 1].second)};
            names.emplace_back(name, entity_id);
        }
    }
    std::sort(names.begin(), names.end(), [](const auto& left, const auto& right) {
        return std::tuple(left.first.start_bytes, right.first.end_bytes, left.first.type) <
               std::tuple(right.first.start_bytes, left.first.end_bytes, right.first.type);
    });
    for (auto& [name, entity] : names) {
        if (result.names.empty() || result.names.back().end_bytes <= name.start_bytes) {
            result.names.push_back(name);
            result.entities.push_back(std::move(entity));
        }
    }
}

}  // namespace

LabelledText read_meantime(std::string_view name, std::string_view xml) {
    const XmlArticle article = scan(name, xml);
    JoinedText joined({.hyphens_are_tokens = true});
    std::vector<Range> token_bytes;
    int sentence = 0;
    for (const XmlToken& token : article.tokens) {
        if (token.sentence > article.last_sentence) {
            break;
        }
        // The title, the date and the lead are paragraphs of their own; the rest is running text.
        if (token.sentence != sentence && token.sentence <= 3) {
            joined.end_paragraph();
        }
        sentence = token.sentence;
        const std::size_t start = joined.add(token.text);
        token_bytes.emplace_back(start, joined.size());
    }
    LabelledText result{.name = std::string(name), .text = joined.text(), .names = {}};
    result.year = article.year;
    add_names(article, token_bytes, result);
    return result;
}

}  // namespace dateline::train
