// Every pair, every window, every assignment.
#include "tests/property/scanned_places.hpp"

#include "common/text/borders.hpp"

#include <algorithm>
#include <set>

namespace dateline::property {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;

std::string typed_id(char letter, const std::string& id, const std::string& name) {
    const bool typed = id.size() > 2 && id[0] == letter && id[1] == ':';
    return std::string{letter, ':'} + text::slug(typed ? id.substr(2) : name);
}

char letter_of(MentionType type) {
    return type == MentionType::Person ? 'P' : type == MentionType::Place ? 'L' : 'O';
}

/// The most places that do not overlap: for each place the best that ends with it.
std::size_t most_apart(std::vector<ScanPlace> places) {
    std::sort(places.begin(), places.end(), [](const ScanPlace& a, const ScanPlace& b) {
        return a.last < b.last;
    });
    std::vector<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::size_t own = 1;
        for (std::size_t j = 0; j < i; ++j) {
            own = places[j].last < places[i].first ? std::max(own, best[j] + 1) : own;
        }
        best.push_back(own);
        most = std::max(most, own);
    }
    return most;
}

}  // namespace

PlaceScanner::PlaceScanner(const ScanArticle& article,
                           const entities::EntityJoins& joins,
                           TextScanner& text)
    : article_(article), joins_(joins), text_(text) {
    text::Tokenizer tokenizer;
    text::TokenList list;
    std::size_t sentence = 0;
    std::size_t offset = 0;
    for (std::size_t part = 0; part < article.parts.size(); ++part) {
        const std::string& bytes =
            part == 0 ? article.article.title : article.article.paragraphs[part - 1];
        tokenizer.tokenize(bytes, list);
        const auto starts =
            part == 0 ? std::vector<std::uint32_t>() : text::sentence_starts(bytes, list);
        for (std::uint32_t i = 0; i < article.parts[part].size(); ++i) {
            sentence += std::count(starts.begin(), starts.end(), i) > 0 ? 1 : 0;
            words_.push_back(
                {&article.parts[part][i], part, sentence, offset + list.tokens()[i].start_bytes});
        }
        ++sentence;
        offset += part == 0 && bytes.empty() ? 0 : bytes.size() + 2;
    }
}

bool PlaceScanner::holds(const Node& node) {
    return holds_in(node, {0, words_.size(), nullptr});
}

bool PlaceScanner::is_wanted(const Node& node, const std::string& id) const {
    const std::string wanted = std::string(node.field->id_letters) + ':' + text::slug(node.text);
    return joins_.canonical(wanted) == joins_.canonical(id);
}

bool PlaceScanner::speaks(const Node& node) const {
    return std::any_of(
        article_.article.quotes.begin(), article_.article.quotes.end(), [&](const Quote& quote) {
            return !quote.speaker_name.empty() &&
                   is_wanted(node, typed_id('P', quote.speaker_id, quote.speaker_name));
        });
}

PlaceScanner::View PlaceScanner::tokens_between(std::size_t start_bytes,
                                                std::size_t end_bytes) const {
    View view{words_.size(), 0, nullptr};
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (words_[i].start_bytes >= start_bytes && words_[i].start_bytes < end_bytes) {
            view.begin = std::min(view.begin, i);
            view.end = i + 1;
        }
    }
    return view;
}

bool PlaceScanner::is_in_field(const Node& node, std::size_t token) const {
    const std::size_t part = words_[token].part;
    if (node.field == nullptr) {
        return true;
    }
    switch (node.field->id) {
        case FieldId::Title:
            return part == 0;
        case FieldId::Lead:
            return part == 1;
        case FieldId::HeadOrLead:
            return part <= 1;
        default:
            return part > 0;
    }
}

std::vector<ScanPlace> PlaceScanner::mentions_of(const Node& node) const {
    std::vector<ScanPlace> places;
    for (const Mention& mention : article_.article.mentions) {
        if (mention.type == MentionType::Date || mention.name.empty() ||
            letter_of(mention.type) != node.field->id_letters[0]) {
            continue;
        }
        bool wanted = is_wanted(node, typed_id(letter_of(mention.type), mention.id, mention.name));
        for (const PlaceLevel& level : mention.path) {
            wanted = wanted || (!node.exact && is_wanted(node, level.id));
        }
        const View tokens = tokens_between(mention.start_bytes, mention.end_bytes);
        if (wanted && tokens.begin < tokens.end) {
            places.push_back({tokens.begin, tokens.end - 1});
        }
    }
    return places;
}

bool PlaceScanner::loose(const Node& node,
                         const std::vector<ScanToken>& wanted,
                         std::vector<std::size_t>& chosen) const {
    if (chosen.size() == wanted.size()) {
        std::vector<long> shifts;
        std::set<std::size_t> parts;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            shifts.push_back(static_cast<long>(chosen[i]) - static_cast<long>(i));
            parts.insert(words_[chosen[i]].part);
        }
        const auto [low, high] = std::minmax_element(shifts.begin(), shifts.end());
        return parts.size() == 1 && *high - *low <= static_cast<long>(node.slop);
    }
    for (std::size_t token = 0; token < words_.size(); ++token) {
        if (words_[token].token->folded != wanted[chosen.size()].folded ||
            !is_in_field(node, token) || std::count(chosen.begin(), chosen.end(), token) > 0) {
            continue;
        }
        chosen.push_back(token);
        if (loose(node, wanted, chosen)) {
            return true;
        }
        chosen.pop_back();
    }
    return false;
}

std::vector<ScanPlace> PlaceScanner::words_of(const Node& node) {
    const std::vector<ScanToken> wanted = text_.tokens(node.text);
    const bool by_stem = node.kind == NodeKind::Word && wanted.size() == 1 &&
                         !wanted.front().is_character && !node.exact && !node.prefix;
    const std::vector<std::string> stems =
        by_stem ? text_.stems(wanted.front(), {article_.article.lang}) : std::vector<std::string>();
    const auto fits = [&](std::size_t i, const ScanToken& token) {
        if (by_stem) {
            return std::count(stems.begin(), stems.end(), token.folded) > 0 ||
                   std::find_first_of(
                       token.stems.begin(), token.stems.end(), stems.begin(), stems.end()) !=
                       token.stems.end();
        }
        if (node.exact) {
            return token.exact == wanted[i].exact;
        }
        const bool begun = node.prefix && i + 1 == wanted.size() && !wanted[i].is_character;
        return begun ? token.folded.starts_with(wanted[i].folded)
                     : token.folded == wanted[i].folded;
    };
    std::vector<ScanPlace> places;
    for (std::size_t first = 0; first + wanted.size() <= words_.size(); ++first) {
        bool all = true;
        for (std::size_t i = 0; i < wanted.size() && all; ++i) {
            all = fits(i, *words_[first + i].token) &&
                  words_[first + i].part == words_[first].part && is_in_field(node, first + i);
        }
        if (all) {
            places.push_back({first, first + wanted.size() - 1});
        }
    }
    return places;
}

std::vector<ScanPlace> PlaceScanner::leaf(const Node& node) {
    const bool is_text = node.field == nullptr || node.field->kind == schema::FieldKind::Text;
    return is_text ? words_of(node) : mentions_of(node);
}

std::vector<ScanPlace> PlaceScanner::places(const Node& node, const View& view) {
    std::vector<ScanPlace> found;
    if (node.kind == NodeKind::Or) {
        for (const Node& child : node.children) {
            for (const ScanPlace& place : places(child, view)) {
                found.push_back(place);
            }
        }
    } else if (node.kind == NodeKind::Near) {
        found = places(node.children.front(), view);
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            std::vector<ScanPlace> pairs;
            const std::vector<ScanPlace> others = places(node.children[i], view);
            for (const ScanPlace& a : found) {
                for (const ScanPlace& b : others) {
                    const bool behind = b.first > a.last && b.first - a.last <= node.distance;
                    const bool before = a.first > b.last && a.first - b.last <= node.distance;
                    const ScanPlace both{std::min(a.first, b.first), std::max(a.last, b.last)};
                    if ((behind || (before && !node.ordered)) &&
                        words_[both.first].part == words_[both.last].part) {
                        pairs.push_back(both);
                    }
                }
            }
            found = std::move(pairs);
        }
    } else {
        found = leaf(node);
    }
    std::vector<ScanPlace> kept;
    for (const ScanPlace& place : found) {
        if (place.first >= view.begin && place.last < view.end &&
            std::count(kept.begin(), kept.end(), place) == 0) {
            kept.push_back(place);
        }
    }
    return kept;
}

bool PlaceScanner::together(const Node& node, const View& view) {
    const auto unit = [&](const Word& word) {
        return node.unit == parse::Unit::Sentence ? word.sentence : word.part;
    };
    for (std::size_t begin = 0; begin < words_.size();) {
        std::size_t end = begin;
        while (end < words_.size() && unit(words_[end]) == unit(words_[begin])) {
            ++end;
        }
        const View inside{std::max(begin, view.begin), std::min(end, view.end), view.quote};
        if (std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) {
                return holds_in(child, inside);
            })) {
            return true;
        }
        begin = end;
    }
    return false;
}

bool PlaceScanner::holds_in(const Node& node, const View& view) {
    const auto here = [&](const Node& child) { return holds_in(child, view); };
    switch (node.kind) {
        case NodeKind::And:
            return std::all_of(node.children.begin(), node.children.end(), here);
        case NodeKind::Or:
            return std::any_of(node.children.begin(), node.children.end(), here);
        case NodeKind::Together:
            return together(node, view);
        case NodeKind::AtLeast:
            return most_apart(places(node.children.front(), view)) >= node.count;
        case NodeKind::First:
            return holds_in(node.children.front(),
                            {view.begin, std::min<std::size_t>(view.end, node.count), view.quote});
        case NodeKind::Said:
            return std::any_of(article_.article.quotes.begin(),
                               article_.article.quotes.end(),
                               [&](const Quote& quote) {
                                   View tokens = tokens_between(quote.start_bytes, quote.end_bytes);
                                   tokens.quote = &quote;
                                   return tokens.begin < tokens.end &&
                                          holds_in(node.children.front(), tokens);
                               });
        default:
            break;
    }
    if (node.field != nullptr && node.field->id == FieldId::Speaker) {
        return view.quote != nullptr && !view.quote->speaker_name.empty() &&
               is_wanted(node, typed_id('P', view.quote->speaker_id, view.quote->speaker_name));
    }
    if (node.slop > 0) {
        std::vector<std::size_t> chosen;
        return loose(node, text_.tokens(node.text), chosen);
    }
    return !places(node, view).empty();
}

}  // namespace dateline::property
