// Did you mean: words and names as the index spells them.
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "common/text/tokenizer.hpp"
#include "query/compile/edit_rows.hpp"
#include "query/compile/fuzzy_words.hpp"
#include "query/compile/near_names.hpp"
#include "query/compile/other_names.hpp"
#include "query/search/diagnoser.hpp"
#include "query/search/spelling_cost.hpp"
#include "query/search/wider.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldKind;

/// Most clauses whose spelling is looked into.
constexpr std::size_t kMaxChecked = 8;

/// Most terms of a shard that are looked at for one word.
constexpr std::uint64_t kMaxLookUps = 200'000;

/// Most near names whose articles are counted.
constexpr std::size_t kMaxNames = 8;

/// A spelling that this many times as many articles have outweighs one edit.
constexpr double kDecadesOfAnEdit = 2;

/// A word that some articles have is only doubted for one that is this many times as frequent, and
/// by no more than this cost, see spelling_cost(): rare words are mostly right.
constexpr std::uint64_t kMuchMoreFrequent = 100;
constexpr double kSlipCost = 0.8;
constexpr std::size_t kMinDoubtedLetters = 6;

/// How many times as many articles must have a word with or without its hyphen.
constexpr std::uint64_t kTimesMore = 3;

/// Bytes before a hyphen that newspapers write or leave out: of `anti-` and the like.
constexpr std::size_t kMaxPrefixBytes = 5;

/// Fewest bytes behind a prefix, so that `energy` is not `e-nergy`'s neighbour for nothing.
constexpr std::size_t kMinHyphenedBytes = 4;

/// Longer ones before those that they begin with.
constexpr std::array<std::string_view, 14> kHyphenedPrefixes = {"anti",
                                                                "inter",
                                                                "multi",
                                                                "over",
                                                                "post",
                                                                "semi",
                                                                "mid",
                                                                "non",
                                                                "pre",
                                                                "pro",
                                                                "sub",
                                                                "co",
                                                                "re",
                                                                "e"};

bool is_text(const Node& node) {
    return node.field == nullptr || node.field->kind == FieldKind::Text;
}

class SpellingCheck {
public:
    SpellingCheck(const Node& tree, const DiagnosisTools& tools) : tree_(tree), tools_(tools) {}

    std::optional<Spelling> run(std::uint64_t found) {
        Node corrected = tree_;
        correct(corrected);
        if (spelling_.corrections.empty()) {
            return std::nullopt;
        }
        const std::uint64_t articles = tools_.count(corrected).value_or(0);
        if (articles <= found) {
            return std::nullopt;
        }
        std::string reason;
        for (const Correction& correction : spelling_.corrections) {
            reason += (reason.empty() ? "" : ", ") + correction.suggestion + " instead of " +
                      correction.clause.clause;
        }
        std::string query = print_query(corrected);
        spelling_.query = {
            Change::Spelling, std::move(corrected), std::move(query), articles, std::move(reason)};
        return std::move(spelling_);
    }

private:
    /// Corrects the leaves of `node`; not what is excluded, and nothing that was asked exactly.
    void correct(Node& node) {
        for (Node& child : node.children) {
            if (node.kind != NodeKind::Not) {
                correct(child);
            }
        }
        const bool is_word = node.kind == NodeKind::Word || node.kind == NodeKind::Phrase;
        const bool is_plain = is_word && !node.exact && !node.prefix && node.fuzzy == 0;
        const bool is_name = node.field != nullptr && node.field->kind == FieldKind::Name;
        if (!is_plain || !(is_text(node) || is_name) || checked_ >= kMaxChecked) {
            return;
        }
        ++checked_;
        std::optional<Node> better = is_name                       ? better_name(node)
                                     : node.kind == NodeKind::Word ? better_word(node)
                                                                   : better_phrase(node);
        if (!better) {
            return;
        }
        const std::uint64_t articles = tools_.count(*better).value_or(0);
        if (articles > 0) {
            const std::uint64_t before = tools_.count(node).value_or(0);
            spelling_.corrections.push_back(
                {{print_query(node), node.span, before}, print_query(*better), articles});
            node = *std::move(better);
        }
    }

    /// `word` in another spelling, if many more articles have that.
    std::optional<Node> if_frequent(const Node& word, std::string text) {
        Node other = word;
        other.text = std::move(text);
        other.kind = NodeKind::Word;
        const std::uint64_t articles = tools_.count(word).value_or(kFewArticles + 1);
        const bool is_better = articles <= kFewArticles &&
                               tools_.count(other).value_or(0) >= kTimesMore * (articles + 1);
        return is_better ? std::optional(std::move(other)) : std::nullopt;
    }

    /// `cooperation` for `co-operation`, and `e-mail` for `email`.
    std::optional<Node> other_hyphens(const Node& node) {
        const std::size_t hyphen = node.text.find('-');
        if (hyphen != std::string::npos) {
            std::string joined = node.text;
            std::erase(joined, '-');
            return hyphen > 0 && hyphen <= kMaxPrefixBytes ? if_frequent(node, std::move(joined))
                                                           : std::nullopt;
        }
        for (const std::string_view prefix : kHyphenedPrefixes) {
            if (node.text.size() >= prefix.size() + kMinHyphenedBytes &&
                ascii_lower(node.text.substr(0, prefix.size())) == prefix) {
                std::string apart = node.text;
                apart.insert(prefix.size(), "-");
                return if_frequent(node, std::move(apart));
            }
        }
        return std::nullopt;
    }

    std::optional<Node> better_word(const Node& node) {
        if (std::optional<Node> other = other_hyphens(node)) {
            return other;
        }
        const std::vector<compile::QueryToken> tokens = tools_.compiler.words().tokens(node.text);
        if (tokens.size() != 1 || tokens.front().is_character || tokens.front().mark != '\0') {
            return std::nullopt;
        }
        Node anywhere = node;
        anywhere.field = nullptr;
        anywhere.boost = 1;
        const std::uint64_t articles = tools_.count(anywhere).value_or(kFewArticles + 1);
        if (articles > kFewArticles) {
            return std::nullopt;
        }
        const std::optional<std::string> nearest = nearest_word(tokens.front().folded, articles);
        if (!nearest) {
            return std::nullopt;
        }
        Node better = node;
        better.text = *nearest;
        return better;
    }

    /// The most likely word for `word`, which `articles` articles have.
    std::optional<std::string> nearest_word(const std::string& word, std::uint64_t articles) {
        const std::size_t letters = compile::letters_of(word).size();
        const std::size_t edits = compile::spelling_edits(letters);
        const bool is_number = word.find_first_of("0123456789") != std::string::npos;
        if (edits == 0 || is_number || (articles > 0 && letters < kMinDoubtedLetters)) {
            return std::nullopt;
        }
        std::optional<std::string> best;
        double best_score = 0;
        for (const compile::FuzzyWord& found :
             compile::fuzzy_words(tools_.reader, "", word, {edits, 0, kMaxLookUps}).words) {
            const double cost = spelling_cost(word, found.word);
            const bool is_doubtful =
                found.edits == 0 ||
                (articles > 0 &&
                 (cost > kSlipCost || found.articles < articles * kMuchMoreFrequent));
            if (is_doubtful) {
                continue;
            }
            const double score =
                std::log10(static_cast<double>(found.articles)) - kDecadesOfAnEdit * cost;
            if (!best || score > best_score) {
                best = found.word;
                best_score = score;
            }
        }
        return best;
    }

    /// The phrase with its unknown words corrected.
    std::optional<Node> better_phrase(const Node& node) {
        std::string text;
        bool changed = false;
        const std::string words = collapse_spaces(node.text);
        for (std::size_t begin = 0; begin < words.size();) {
            const std::size_t end = std::min(words.find(' ', begin), words.size());
            Node word;
            word.kind = NodeKind::Word;
            word.text = words.substr(begin, end - begin);
            if (const std::optional<Node> better = better_word(word)) {
                word.text = better->text;
                changed = true;
            }
            text += (text.empty() ? "" : " ") + word.text;
            begin = end + 1;
        }
        if (!changed) {
            return std::nullopt;
        }
        Node better = node;
        better.text = text;
        return better;
    }

    /// The name with the fewest edits; of those the one with the most articles.
    std::optional<Node> better_name(const Node& node) {
        if (tools_.count(node).value_or(1) > 0) {
            return std::nullopt;
        }
        if (node.field->id == schema::FieldId::Place && compile::is_known_place(node.text)) {
            return std::nullopt;  // spelt right, though no article is about Sri Lanka
        }
        // A name of about: that is mentioned is spelt right, though no article is about it.
        for (const WiderClause& mentioned : wider_clauses(node)) {
            if (tools_.count(mentioned.clause).value_or(0) > 0) {
                return std::nullopt;
            }
        }
        std::optional<Node> best;
        double best_score = 0;
        for (const auto& [cost, words] : nearest_names(node)) {
            Node better = node;
            better.text = words;
            better.kind = words.find(' ') == std::string::npos ? NodeKind::Word : NodeKind::Phrase;
            const std::uint64_t articles = tools_.count(better).value_or(0);
            if (articles == 0) {
                continue;
            }
            const double score =
                std::log10(static_cast<double>(articles)) - kDecadesOfAnEdit * cost;
            if (!best || score > best_score) {
                best = std::move(better);
                best_score = score;
            }
        }
        return best;
    }

    /// The likeliest near names with their costs, at most kMaxNames.
    std::vector<std::pair<double, std::string>> nearest_names(const Node& node) {
        std::vector<std::pair<double, std::string>> names;
        const std::string wanted = text::slug(node.text);
        for (compile::NearName& name : compile::near_names(tools_.reader, *node.field, node.text)) {
            names.emplace_back(spelling_cost(wanted, text::slug(name.words)),
                               std::move(name.words));
        }
        std::sort(names.begin(), names.end());
        names.resize(std::min(names.size(), kMaxNames));
        return names;
    }

    const Node& tree_;
    const DiagnosisTools& tools_;
    Spelling spelling_;
    std::size_t checked_ = 0;
};

}  // namespace

std::optional<Spelling> check_spelling(const Node& tree,
                                       std::uint64_t found,
                                       const DiagnosisTools& tools) {
    return SpellingCheck(tree, tools).run(found);
}

}  // namespace dateline::search
