// What is cut from a name's ends, and the title before it.
#include "indexer/analysis/name_mentions.hpp"

#include "common/gazetteer/name_class.hpp"
#include "common/names/honorifics.hpp"

#include <algorithm>
#include <optional>

namespace dateline::analysis {

namespace {

constexpr std::uint32_t kAdjective =
    gazetteer::NameClasses{gazetteer::NameClass::PlaceAdjective}.bits;

// The tokens of one name, with what is cut from its ends.
struct NameTokens {
    std::size_t first = 0;
    std::size_t end = 0;
};

std::string_view bytes_of(std::string_view text, const NameToken& token) {
    return text.substr(token.start_bytes, token.end_bytes - token.start_bytes);
}

// How many tokens from `first` on are a title that belongs to the name up to `end`.
std::size_t title_tokens(std::string_view bytes, const TokenizedText& text, NameTokens name) {
    std::vector<std::string_view> words;
    for (std::size_t token = name.first; token < name.end; ++token) {
        words.push_back(bytes_of(bytes, text.tokens[token]));
    }
    return names::title_length(words);
}

// The title that stands before `token` and not before `free`; empty if none does.
ByteRange title_before(std::string_view bytes,
                       const TokenizedText& text,
                       std::size_t token,
                       std::size_t free) {
    constexpr std::size_t max_title_tokens = 5;
    const std::size_t from =
        std::max(free, token < max_title_tokens ? 0 : token - max_title_tokens);
    for (std::size_t first = from; first < token; ++first) {
        const NameTokens with_title{.first = first, .end = token + 1};
        if (first + title_tokens(bytes, text, with_title) == token &&
            names::is_title_word(bytes_of(bytes, text.tokens[token - 1]))) {
            return {.start_bytes = text.tokens[first].start_bytes,
                    .end_bytes = text.tokens[token - 1].end_bytes};
        }
    }
    return {};
}

// `US$ 5` names a currency, and what ends in an adjective (`Israeli`, `North American`)
// no place.
bool is_no_place(std::string_view bytes, const TextFeatures& features, NameTokens name) {
    const TokenizedText& text = features.tokenized();
    if (name.end < text.tokens.size() && !text.tokens[name.end].space_before &&
        bytes_of(bytes, text.tokens[name.end]) == "$") {
        return true;
    }
    const std::uint32_t classes = features.words().word_at(name.end - 1).classes;
    return (classes & kAdjective) != 0 && (classes & gazetteer::kPlaceClasses.bits) == 0;
}

NameTokens trimmed(const TokenizedText& text, NameTokens name) {
    const auto is_name_part = [&](std::size_t token) {
        return text.tokens[token].kind == NameTokenKind::Word ||
               text.tokens[token].kind == NameTokenKind::Number;
    };
    while (name.first < name.end && !is_name_part(name.first)) {
        ++name.first;
    }
    while (name.first < name.end && !is_name_part(name.end - 1)) {
        --name.end;
    }
    return name;
}

std::optional<NameMention> mention_of(std::string_view bytes,
                                      const TextFeatures& features,
                                      MentionType type,
                                      NameTokens name,
                                      std::size_t free) {
    const TokenizedText& text = features.tokenized();
    name = trimmed(text, name);
    if (name.first == name.end ||
        (type == MentionType::Place && is_no_place(bytes, features, name))) {
        return std::nullopt;
    }
    NameMention mention{.type = type, .range = {}, .honorific = {}, .method = NameMethod::Model};
    if (type == MentionType::Person) {
        name.first += title_tokens(bytes, text, name);
        mention.honorific = title_before(bytes, text, name.first, free);
    }
    mention.range = {.start_bytes = text.tokens[name.first].start_bytes,
                     .end_bytes = text.tokens[name.end - 1].end_bytes};
    return mention;
}

}  // namespace

std::vector<NameMention> mentions_of(std::string_view bytes,
                                     const TextFeatures& features,
                                     std::span<const Label> labels,
                                     std::span<const std::size_t> listed) {
    const TokenizedText& text = features.tokenized();
    std::vector<NameMention> mentions;
    for (const Sentence& sentence : text.sentences) {
        std::size_t token = sentence.first_token;
        std::size_t free = token;  // `Nippon Steel President`: the title begins behind the name
        while (token < sentence.end_token) {
            const std::optional<MentionType> type = type_of(labels[token]);
            std::size_t end = token + 1;
            if (type) {
                while (end < sentence.end_token && labels[end] == inside_of(*type)) {
                    ++end;
                }
                const NameTokens name{.first = token, .end = end};
                if (auto mention = mention_of(bytes, features, *type, name, free)) {
                    free = end;
                    const bool is_listed = std::binary_search(listed.begin(), listed.end(), token);
                    mention->method = is_listed ? NameMethod::Gazetteer : NameMethod::Model;
                    mentions.push_back(*mention);
                }
            }
            token = end;
        }
    }
    return mentions;
}

}  // namespace dateline::analysis
