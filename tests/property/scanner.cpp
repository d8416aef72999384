// Words, phrases, scores, AND, OR, NOT and stop words.
#include "tests/property/scanner.hpp"

#include "common/text/stop_words.hpp"
#include "query/compile/compiler.hpp"
#include "tests/property/scanned_places.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace dateline::property {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;

bool is_text(const Node& node) {
    return (node.kind == NodeKind::Word || node.kind == NodeKind::Phrase) &&
           (node.field == nullptr || node.field->kind == schema::FieldKind::Text);
}

std::string base_language(const std::string& code) {
    return code.substr(0, code.find('-'));
}

std::vector<std::string> languages_by_frequency(const std::vector<ScanArticle>& articles) {
    std::map<std::string, int> counts;
    for (const ScanArticle& each : articles) {
        if (!each.article.lang.empty()) {
            --counts[base_language(each.article.lang)];
        }
    }
    std::vector<std::pair<int, std::string>> sorted;
    sorted.reserve(counts.size());
    for (const auto& [code, count] : counts) {
        sorted.emplace_back(count, code);
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::string> languages;
    languages.reserve(sorted.size() + 1);
    for (const auto& [count, code] : sorted) {
        languages.push_back(code);
    }
    languages.emplace_back();
    return languages;
}

/// What must be in an article that has `wanted` in a row: words, pairs of neighbouring characters,
/// and characters without a neighbour. The last token is left out if it is only begun.
std::set<std::string> needed_words(const std::vector<ScanToken>& wanted, bool last_is_begun) {
    std::set<std::string> words;
    for (std::size_t i = 0; i + (last_is_begun ? 1 : 0) < wanted.size(); ++i) {
        const auto joins = [&](std::size_t left) {
            return left + 1 < wanted.size() && wanted[left].is_character &&
                   wanted[left + 1].is_character && wanted[left + 1].joined;
        };
        if (joins(i)) {
            words.insert(wanted[i].folded + wanted[i + 1].folded);
        } else if (i == 0 || !joins(i - 1)) {
            words.insert(wanted[i].folded);
        }
    }
    return words;
}

bool stands_at(const std::vector<ScanToken>& part,
               std::size_t first,
               const std::vector<ScanToken>& wanted,
               bool exact,
               bool last_is_begun) {
    if (first + wanted.size() > part.size()) {
        return false;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const ScanToken& token = part[first + i];
        const bool begun = last_is_begun && i + 1 == wanted.size();
        const bool fits = exact   ? token.exact == wanted[i].exact
                          : begun ? token.folded.starts_with(wanted[i].folded)
                                  : token.folded == wanted[i].folded;
        if (!fits) {
            return false;
        }
    }
    return true;
}

/// Whether `token` is one of `stems` or has one of them.
bool has_form(const ScanToken& token, const std::vector<std::string>& stems) {
    return std::find(stems.begin(), stems.end(), token.folded) != stems.end() ||
           std::find_first_of(token.stems.begin(), token.stems.end(), stems.begin(), stems.end()) !=
               token.stems.end();
}

bool title_has(const ScanArticle& article, const std::string& word) {
    const std::vector<ScanToken>& title = article.parts.front();
    return std::any_of(
        title.begin(), title.end(), [&](const ScanToken& token) { return token.folded == word; });
}

/// How `form` counts in `article`, as a word or as a stem; nothing if the article, or its title,
/// has it not.
std::optional<WordCount> count_of(const ScanArticle& article,
                                  const std::string& form,
                                  bool as_stem,
                                  bool of_title) {
    const std::map<std::string, WordCount>& counts = as_stem ? article.stems : article.words;
    const auto count = counts.find(form);
    // A single character counts 0 in a title that has it.
    if (count == counts.end() ||
        (of_title && count->second.title == 0 && (as_stem || !title_has(article, form)))) {
        return std::nullopt;
    }
    return count->second;
}

}  // namespace

Scanner::Scanner(const std::vector<search::Hit>& articles, entities::EntityJoins joins) {
    entity_names_.joins = std::move(joins);
    std::uint64_t length = 0;
    for (const search::Hit& hit : articles) {
        articles_.push_back(text_.scan(hit.article, hit.id));
        length += articles_.back().length;
        add_names(hit.article, entity_names_);
    }
    languages_ = languages_by_frequency(articles_);
    mean_length_ =
        articles_.empty() ? 1 : static_cast<double>(length) / static_cast<double>(articles_.size());
}

std::vector<ScanHit> Scanner::find(const Node& tree) {
    const Node asked = without_stop_words(tree);
    names_weigh_ = compile::Compiler::has_weight(asked);
    std::vector<ScanHit> hits;
    for (const ScanArticle& article : articles_) {
        if (const Score found = score(asked, article)) {
            hits.push_back({&article, *found});
        }
    }
    return hits;
}

Scanner::Score Scanner::score(const Node& node, const ScanArticle& article) {
    switch (node.kind) {
        case NodeKind::Everything:
            return 0.0;
        case NodeKind::And:
            return all_score(node, article);
        case NodeKind::Or:
            return any_score(node, article);
        case NodeKind::Not:
            return score(node.children.front(), article) ? Score() : Score(0.0);
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
        case NodeKind::Days:
        case NodeKind::Numbers:
        case NodeKind::Like:
            break;
        case NodeKind::Near:
        case NodeKind::Together:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
            return places_in(article).holds(node) ? Score(0.0) : Score();
    }
    if (node.slop > 0) {
        return places_in(article).holds(node) ? Score(0.0) : Score();
    }
    if (node.field != nullptr && node.field->id == FieldId::Speaker) {
        return places_in(article).speaks(node) ? Score(0.0) : Score();
    }
    if (is_text(node)) {
        return text_score(node, article);
    }
    return matches_metadata(node, article, entity_names_, text_) ? Score(name_score(node, article))
                                                                 : Score();
}

double Scanner::name_score(const Node& node, const ScanArticle& article) {
    const FieldId id = node.field->id;
    if (!names_weigh_) {
        return 0;
    }
    if (id == FieldId::About) {
        return 3;
    }
    if (id != FieldId::Person && id != FieldId::Place && id != FieldId::Org) {
        return 0;
    }
    return is_about(node, article.article, entity_names_, text_) ? 3 : 1;
}

PlaceScanner& Scanner::places_in(const ScanArticle& article) {
    return place_scanners_.try_emplace(&article, article, entity_names_.joins, text_).first->second;
}

Scanner::Score Scanner::all_score(const Node& node, const ScanArticle& article) {
    double sum = 0;
    for (const Node& child : node.children) {
        const Score found = score(child, article);
        if (!found) {
            return {};
        }
        sum += *found;
    }
    return sum;
}

Scanner::Score Scanner::any_score(const Node& node, const ScanArticle& article) {
    Score sum;
    for (const Node& child : node.children) {
        if (const Score found = score(child, article)) {
            sum = sum.value_or(0) + *found;
        }
    }
    return sum;
}

Scanner::Score Scanner::text_score(const Node& node, const ScanArticle& article) {
    const std::size_t end = article.parts.size();
    const Region title{0, 1, true};
    const Region lead{1, std::min<std::size_t>(2, end), false};
    if (node.field == nullptr) {
        return text_score_in(node, article, {0, end, false});
    }
    if (node.field->id == FieldId::Title) {
        return text_score_in(node, article, title);
    }
    if (node.field->id == FieldId::Lead) {
        return text_score_in(node, article, lead);
    }
    if (node.field->id == FieldId::Body) {
        return text_score_in(node, article, {1, end, false});
    }
    const Score in_title = text_score_in(node, article, title);
    const Score in_lead = text_score_in(node, article, lead);
    return in_title && in_lead ? Score(*in_title + *in_lead) : in_title ? in_title : in_lead;
}

Scanner::Score Scanner::text_score_in(const Node& node,
                                      const ScanArticle& article,
                                      const Region& region) {
    const std::vector<ScanToken> wanted = text_.tokens(node.text);
    const bool whole_text = !region.title_only && region.first == 0;
    const ScanToken& word = wanted.front();
    const bool one_word = wanted.size() == 1 && !word.is_character;
    if (!one_word || node.exact || node.prefix ||
        (word.mark == '\0' && node.kind == NodeKind::Phrase) ||
        (word.mark != '\0' && !whole_text && node.kind == NodeKind::Phrase)) {
        return row_score(node, wanted, article, region);
    }
    const std::vector<std::string> stems = text_.stems(word, {article.article.lang});
    const bool marked = word.mark != '\0' && whole_text;
    for (std::size_t part = region.first; part < region.last; ++part) {
        for (const ScanToken& token : article.parts[part]) {
            const bool found = marked ? token.mark == word.mark && token.folded == word.folded
                                      : has_form(token, stems);
            if (found) {
                return marked ? 0 : weight(stems, true, region.title_only, article);
            }
        }
    }
    return {};
}

Scanner::Score Scanner::row_score(const Node& node,
                                  const std::vector<ScanToken>& wanted,
                                  const ScanArticle& article,
                                  const Region& region) {
    const bool begun = node.prefix && !node.exact && !wanted.back().is_character;
    bool found = false;
    for (std::size_t part = region.first; part < region.last; ++part) {
        for (std::size_t first = 0; first < article.parts[part].size() && !found; ++first) {
            found = stands_at(article.parts[part], first, wanted, node.exact, begun);
        }
    }
    if (!found) {
        return {};
    }
    double sum = 0;
    for (const std::string& word : needed_words(wanted, begun)) {
        sum += weight({word}, false, region.title_only, article);
    }
    if (begun) {
        // Behind other words the begun word weighs by the whole text.
        const bool of_title = region.title_only && wanted.size() == 1;
        sum += weight(words_with_prefix(wanted.back().folded), false, of_title, article);
    }
    return sum;
}

double Scanner::weight(const std::vector<std::string>& forms,
                       bool of_stems,
                       bool of_title,
                       const ScanArticle& article) const {
    // Forms that are asked together count as one word, held by as many articles as if each form
    // were spread independently of the others.
    const auto all = static_cast<double>(articles_.size());
    double share_without = 1;
    double frequency = 0;
    double occurrences = 0;  // in all articles
    for (const std::string& form : forms) {
        for (const bool as_stem : {true, false}) {
            if (as_stem && !of_stems) {
                continue;
            }
            const auto holders =
                std::count_if(articles_.begin(), articles_.end(), [&](const ScanArticle& each) {
                    return count_of(each, form, as_stem, of_title).has_value();
                });
            share_without *= 1 - static_cast<double>(holders) / all;
            for (const ScanArticle& each : articles_) {
                if (const auto count = count_of(each, form, as_stem, of_title)) {
                    occurrences += static_cast<double>(of_title ? count->title : count->whole);
                }
            }
            if (const auto count = count_of(article, form, as_stem, of_title)) {
                frequency += static_cast<double>(of_title ? count->title : count->whole);
            }
        }
    }
    if (frequency == 0) {
        return 0;
    }
    // IneB2, see query/compile/text_weight.
    const double holders = std::clamp(std::round(all * (1 - share_without)), 1.0, all);
    const double expected = all * (1 - std::pow((all - 1) / all, occurrences));
    const double weight = (occurrences + 1) / holders * std::log2((all + 1) / (expected + 0.5));
    const double length = static_cast<double>(article.length);
    const double normal = frequency * std::log2(1 + mean_length_ / length);
    return weight * normal / (normal + 1);
}

std::vector<std::string> Scanner::words_with_prefix(const std::string& prefix) const {
    std::set<std::string> words;
    for (const ScanArticle& article : articles_) {
        for (const auto& [word, count] : article.words) {
            if (word.starts_with(prefix)) {
                words.insert(word);
            }
        }
    }
    return {words.begin(), words.end()};
}

bool Scanner::is_dropped(const Node& node) {
    if (node.kind != NodeKind::Word || node.field != nullptr || node.exact || node.prefix) {
        return false;
    }
    const std::vector<ScanToken> tokens = text_.tokens(node.text);
    return std::all_of(tokens.begin(), tokens.end(), [&](const ScanToken& token) {
        return token.mark == '\0' && text::is_stop_word(languages_.front(), token.folded);
    });
}

bool Scanner::has_content(const Node& node) {
    if (node.kind == NodeKind::And || node.kind == NodeKind::Or) {
        return std::any_of(node.children.begin(), node.children.end(), [&](const Node& child) {
            return has_content(child);
        });
    }
    return is_text(node) && !is_dropped(node);
}

void Scanner::drop(Node& node) {
    if (node.kind == NodeKind::And && has_content(node)) {
        std::erase_if(node.children, [&](const Node& child) { return is_dropped(child); });
    }
    if (node.kind == NodeKind::And || node.kind == NodeKind::Or) {
        for (Node& child : node.children) {
            drop(child);
        }
    }
}

Node Scanner::without_stop_words(const Node& tree) {
    Node pruned = tree;
    drop(pruned);
    return pruned;
}

}  // namespace dateline::property
