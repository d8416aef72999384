// Marks and snippets.
#include "query/search/highlight.hpp"

#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "common/text/borders.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;

/// A sentence of the body as a range of bytes of its paragraph.
struct Sentence {
    std::size_t paragraph = 0;
    std::uint32_t start_bytes = 0;
    std::uint32_t end_bytes = 0;
    std::uint32_t first_token = 0;   ///< over the whole article
    std::uint32_t end_token = 0;     ///< exclusive
    bool placed = false;             ///< one of the wanted places lies in it
    std::uint32_t around_bytes = 0;  ///< where the first of them begins in it
    std::size_t distinct = 0;        ///< different wanted words in it
    std::size_t found = 0;           ///< all of them
    bool is_text = true;             ///< of a paragraph that is no heading
};

/// The sentences of a paragraph whose first token is number `token` of the article.
std::vector<Sentence> sentences_of(const std::string& paragraph,
                                   std::size_t number,
                                   std::uint32_t token,
                                   const text::TokenList& list) {
    std::vector<Sentence> sentences;
    const auto add = [&](std::uint32_t end_bytes, std::size_t end_token) {
        Sentence sentence;
        sentence.paragraph = number;
        sentence.start_bytes = sentences.empty() ? 0 : sentences.back().end_bytes;
        sentence.end_bytes = end_bytes;
        sentence.first_token = sentences.empty() ? token : sentences.back().end_token;
        sentence.end_token = token + static_cast<std::uint32_t>(end_token);
        sentences.push_back(sentence);
    };
    for (const std::uint32_t start : text::sentence_starts(paragraph, list)) {
        add(list.tokens()[start].start_bytes, start);
    }
    add(static_cast<std::uint32_t>(paragraph.size()), list.tokens().size());
    return sentences;
}

/// Notes whether one of `places` lies in `sentence`, at least in part.
void find_place(const compile::Spans& places,
                const text::TokenList& list,
                std::uint32_t paragraph_token,
                Sentence& sentence) {
    const auto place = std::find_if(places.begin(), places.end(), [&](const auto& each) {
        return each.last >= sentence.first_token && each.first < sentence.end_token;
    });
    if (place != places.end() && sentence.first_token < sentence.end_token) {
        sentence.placed = true;
        const std::uint32_t token = std::max(place->first, sentence.first_token);
        sentence.around_bytes = list.tokens()[token - paragraph_token].start_bytes;
    }
}

/// The key of what `mention` names, as the index has it.
std::string key_of(const Mention& mention) {
    const std::string letter = mention.type == MentionType::Person  ? "P:"
                               : mention.type == MentionType::Place ? "L:"
                                                                    : "O:";
    return letter + text::slug(mention.id.starts_with(letter)
                                   ? std::string_view(mention.id).substr(letter.size())
                                   : std::string_view(mention.name));
}

/// `start`, or the byte behind the ASCII punctuation and blanks that stand there, where a blank
/// ends them: "- The" becomes "The", "(Reuters)" and "$5" stay.
std::uint32_t after_leading_marks(std::string_view text, std::uint32_t start) {
    const std::size_t word = text.find_first_not_of(" -,;:.)!?", start);
    const bool is_apart = word != std::string_view::npos && word > start && text[word - 1] == ' ';
    return is_apart ? static_cast<std::uint32_t>(word) : start;
}

/// Cuts `range` of `text` to `size_bytes` around `around`, at white space where some is near.
Mark narrow(const std::string& text, Mark range, std::uint32_t around, std::size_t size_bytes) {
    if (range.second - range.first <= size_bytes) {
        return range;
    }
    const auto size = static_cast<std::uint32_t>(size_bytes);
    const std::uint32_t wanted = around > range.first + size / 3 ? around - size / 3 : range.first;
    std::uint32_t start = std::min(wanted, range.second - size);
    if (start > range.first) {
        const std::size_t blank = text.find(' ', start);
        start = blank != std::string::npos && blank + 1 <= around
                    ? static_cast<std::uint32_t>(blank + 1)
                    : start;
        while (start < around && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
            ++start;
        }
        start = std::min(around, after_leading_marks(text, start));  // no "- " or ") " in front
    }
    std::uint32_t end = start + size;
    if (end >= range.second) {
        return {start, range.second};
    }
    const std::size_t blank = text.rfind(' ', end);
    if (blank != std::string::npos && blank > around && blank > start + size / 2) {
        end = static_cast<std::uint32_t>(blank);
    }
    return {start,
            start + static_cast<std::uint32_t>(
                        truncate_utf8(std::string_view(text).substr(start), end - start).size())};
}

Snippet cut(const std::string& text, Mark range, const std::vector<Mark>& marks) {
    while (range.second > range.first && text[range.second - 1] == ' ') {
        --range.second;
    }
    Snippet snippet;
    snippet.field = "body";
    snippet.text = text.substr(range.first, range.second - range.first);
    for (const Mark& mark : marks) {
        if (mark.first >= range.first && mark.second <= range.second) {
            snippet.marks.emplace_back(mark.first - range.first, mark.second - range.first);
        }
    }
    return snippet;
}

/// The piece of `paragraph` around the first mark in `sentence`.
Snippet snippet_of(const std::string& paragraph,
                   const Sentence& sentence,
                   const std::vector<Mark>& marks,
                   std::size_t size_bytes) {
    const auto first =
        std::lower_bound(marks.begin(),
                         marks.end(),
                         std::max(sentence.start_bytes, sentence.around_bytes),
                         [](const Mark& mark, std::uint32_t start) { return mark.first < start; });
    const std::uint32_t around =
        sentence.found > 0 && first != marks.end() ? first->first : sentence.start_bytes;
    const Mark whole{sentence.start_bytes, sentence.end_bytes};
    const Mark range = narrow(paragraph, whole, around, size_bytes);
    Snippet snippet = cut(paragraph, range, marks);
    snippet.cut_before = range.first > whole.first;
    snippet.cut_after = range.second < whole.second;
    return snippet;
}

}  // namespace

Highlighter::Highlighter(const Node& tree, compile::Compiler& compiler) : compiler_(compiler) {
    add_patterns(tree, compiler);
}

void Highlighter::add_patterns(const Node& node, compile::Compiler& compiler) {
    const bool is_word = node.kind == NodeKind::Word || node.kind == NodeKind::Phrase;
    if (node.kind != NodeKind::Not && !is_word && node.kind != NodeKind::Id) {
        for (const Node& child : node.children) {
            add_patterns(child, compiler);
        }
        return;
    }
    const bool is_name = node.field != nullptr &&
                         (node.field->id == FieldId::Person || node.field->id == FieldId::Place ||
                          node.field->id == FieldId::Org || node.field->id == FieldId::About ||
                          node.field->id == FieldId::Speaker);
    if (node.field != nullptr && node.field->kind != schema::FieldKind::Text && !is_name) {
        return;
    }
    const std::size_t number = leaves_++;
    if (is_name) {
        const bool inside =
            node.field->id == FieldId::About || (node.field->id == FieldId::Place && !node.exact);
        names_.push_back({number, node, inside, std::nullopt});
    }
    if (!is_word) {
        return;
    }
    Pattern pattern;
    pattern.number = number;
    pattern.tokens = compiler.words().tokens(node.text);
    pattern.prefix = node.prefix;
    pattern.exact = node.exact && !is_name;
    if (node.fuzzy > 0 && !is_name && !pattern.tokens.empty()) {
        pattern.forms = compiler.forms(node, "", pattern.tokens.back());
    }
    if (node.field != nullptr && !is_name) {
        pattern.in_title =
            node.field->id == FieldId::Title || node.field->id == FieldId::HeadOrLead;
        pattern.in_body = node.field->id != FieldId::Title;
    }
    if (pattern.tokens.empty()) {
        return;
    }
    if (node.kind == NodeKind::Word && pattern.tokens.size() == 1 &&
        !pattern.tokens.front().is_character && !node.exact && !node.prefix && node.fuzzy == 0 &&
        !is_name) {
        pattern.by_stem = true;
    }
    patterns_.push_back(std::move(pattern));
}

bool Highlighter::matches(const Pattern& pattern, std::size_t first, const std::string& language) {
    const std::vector<text::Token>& tokens = list_.tokens();
    if (first + pattern.tokens.size() > tokens.size()) {
        return false;
    }
    if (pattern.by_stem) {
        const std::string_view folded = list_.folded(tokens[first]);
        const std::vector<std::string> wanted =
            compiler_.words().stems(language, pattern.tokens.front());
        const std::vector<std::string>& stems =
            compiler_.words().stemmer().stems(language, folded, list_.exact(tokens[first]));
        const auto is_wanted = [&](std::string_view form) {
            return std::binary_search(wanted.begin(), wanted.end(), form);
        };
        return is_wanted(folded) || std::any_of(stems.begin(), stems.end(), is_wanted);
    }
    for (std::size_t i = 0; i < pattern.tokens.size(); ++i) {
        const text::Token& token = tokens[first + i];
        const compile::QueryToken& wanted = pattern.tokens[i];
        const bool is_fuzzy = !pattern.forms.empty() && i + 1 == pattern.tokens.size();
        const bool open = pattern.prefix && i + 1 == pattern.tokens.size();
        const bool fits = pattern.exact ? list_.exact(token) == wanted.exact
                          : is_fuzzy
                              ? std::binary_search(
                                    pattern.forms.begin(), pattern.forms.end(), list_.folded(token))
                          : open ? list_.folded(token).starts_with(wanted.folded)
                                 : list_.folded(token) == wanted.folded;
        if (!fits) {
            return false;
        }
    }
    return true;
}

void Highlighter::find_names(const Article& article, const Part& part, std::vector<Found>& found) {
    for (Name& name : names_) {
        if (!name.keys) {  // looked up for the first hit only: a count needs none
            const std::vector<std::string> keys = compiler_.named_keys(name.node);
            name.keys.emplace(keys.begin(), keys.end());
        }
    }
    const std::size_t end = part.offset_bytes + part.text.size();
    for (const Mention& mention : article.mentions) {
        if (mention.type == MentionType::Date || !mention.given.empty() ||
            mention.start_bytes < part.offset_bytes || mention.end_bytes > end ||
            mention.start_bytes >= mention.end_bytes) {
            continue;
        }
        const std::string key = key_of(mention);
        for (const Name& name : names_) {
            const bool is_inside =
                name.inside &&
                std::any_of(mention.path.begin(), mention.path.end(), [&](const PlaceLevel& level) {
                    return level.id.size() > 2 &&
                           name.keys->contains("L:" + text::slug(level.id.substr(2)));
                });
            if (is_inside || name.keys->contains(key)) {
                const auto offset = static_cast<std::uint32_t>(part.offset_bytes);
                found.push_back(
                    {{mention.start_bytes - offset, mention.end_bytes - offset}, name.number});
            }
        }
    }
}

std::vector<Highlighter::Found> Highlighter::find(const Article& article, const Part& part) {
    compiler_.words().tokenizer().tokenize(part.text, list_);
    std::vector<Found> found;
    const std::vector<text::Token>& tokens = list_.tokens();
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        for (const Pattern& pattern : patterns_) {
            if ((part.in_title ? pattern.in_title : pattern.in_body) &&
                matches(pattern, first, article.lang)) {
                const text::Token& last = tokens[first + pattern.tokens.size() - 1];
                found.push_back({{tokens[first].start_bytes, last.end_bytes}, pattern.number});
            }
        }
    }
    find_names(article, part, found);
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.mark.first < b.mark.first;
    });
    return found;
}

std::vector<Mark> Highlighter::joined(const std::vector<Found>& found) {
    std::vector<Mark> joined;
    for (const Found& place : found) {
        if (!joined.empty() && place.mark.first < joined.back().second) {
            joined.back().second = std::max(joined.back().second, place.mark.second);
        } else {
            joined.push_back(place.mark);
        }
    }
    return joined;
}

std::vector<Mark> Highlighter::marks(const Article& article,
                                     const std::string& text,
                                     std::size_t offset_bytes,
                                     bool is_title) {
    return joined(find(article, {text, offset_bytes, is_title}));
}

Snippet Highlighter::title(const Article& article) {
    return {"title", article.title, joined(find(article, {article.title, 0, true}))};
}

std::vector<Snippet> Highlighter::body(const Article& article,
                                       const compile::Spans& places,
                                       std::size_t limit,
                                       std::size_t size_bytes) {
    std::vector<Sentence> sentences;
    std::vector<std::vector<Mark>> marks_of;
    compiler_.words().tokenizer().tokenize(article.title, list_);
    auto token = static_cast<std::uint32_t>(list_.tokens().size());
    std::size_t offset = article.title.empty() ? 0 : article.title.size() + 2;
    for (std::size_t number = 0; number < article.paragraphs.size(); ++number) {
        const std::string& paragraph = article.paragraphs[number];
        const std::vector<Found> found = find(article, {paragraph, offset, false});
        marks_of.push_back(joined(found));
        auto place = found.begin();  // sentences and places both ascend
        for (Sentence& sentence : sentences_of(paragraph, number, token, list_)) {
            find_place(places, list_, token, sentence);
            std::set<std::size_t> patterns;
            for (; place != found.end() && place->mark.first < sentence.end_bytes; ++place) {
                patterns.insert(place->pattern);
                ++sentence.found;
            }
            sentence.distinct = patterns.size();
            sentence.is_text = !is_heading(article, number);
            sentences.push_back(sentence);
        }
        token += static_cast<std::uint32_t>(list_.tokens().size());
        offset += paragraph.size() + 2;
    }
    std::stable_sort(sentences.begin(), sentences.end(), [](const Sentence& a, const Sentence& b) {
        return std::tuple(b.placed, b.distinct, b.found, b.is_text) <
               std::tuple(a.placed, a.distinct, a.found, a.is_text);
    });
    std::vector<Snippet> snippets;
    for (const Sentence& sentence : sentences) {
        if (snippets.size() >= limit || (sentence.found == 0 && !snippets.empty())) {
            break;
        }
        Snippet snippet = snippet_of(article.paragraphs[sentence.paragraph],
                                     sentence,
                                     marks_of[sentence.paragraph],
                                     size_bytes);
        const bool repeated = std::any_of(snippets.begin(), snippets.end(), [&](const Snippet& s) {
            return s.text == snippet.text;
        });
        if (!snippet.text.empty() && !repeated) {
            snippets.push_back(std::move(snippet));
        }
    }
    return snippets;
}

}  // namespace dateline::search
