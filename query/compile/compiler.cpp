// Compilation of the tree's structure and of words; names, codes and dates are in filters.cpp.
#include "query/compile/compiler.hpp"

#include "common/base/error.hpp"
#include "common/schema/fields.hpp"
#include "query/compile/stop_words.hpp"
#include "query/compile/text_weight.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::compile {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using schema::FieldKind;
using Xapian::Query;

Query unweighted(const Query& query) {
    return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

bool is_text_field(const schema::Field* field) {
    return field == nullptr || field->kind == FieldKind::Text;
}

Region region_of(const schema::Field* field) {
    if (field == nullptr) {
        return Region::All;
    }
    if (field->id == FieldId::Title) {
        return Region::Title;
    }
    return field->id == FieldId::Lead ? Region::Lead : Region::Body;
}

/// Terms that every article with `tokens` in a row has: the words, pairs of neighbouring
/// characters, and characters that stand alone. The last token is left out where other words may
/// stand there.
std::vector<std::string> required_terms(const std::vector<QueryToken>& tokens,
                                        bool last_is_open,
                                        Region region) {
    const std::string_view prefix =
        region == Region::Title ? schema::kTitlePrefix : std::string_view();
    std::vector<std::string> terms;
    const std::size_t size = last_is_open ? tokens.size() - 1 : tokens.size();
    const auto pairs_with_next = [&](std::size_t i) {
        return i + 1 < tokens.size() && tokens[i].is_character && tokens[i + 1].is_character &&
               tokens[i + 1].joined;
    };
    for (std::size_t i = 0; i < size; ++i) {
        if (pairs_with_next(i)) {
            terms.push_back(schema::make_term(prefix, tokens[i].folded + tokens[i + 1].folded));
        } else if (!(i > 0 && pairs_with_next(i - 1))) {
            terms.push_back(schema::make_term(prefix, tokens[i].folded));
        }
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

/// Whether `tokens` are two neighbouring characters.
bool is_pair(const std::vector<QueryToken>& tokens) {
    return tokens.size() == 2 && tokens[0].is_character && tokens[1].is_character &&
           tokens[1].joined;
}

}  // namespace

Compiler::Compiler(const storage::IndexReader& reader, time::Zone zone)
    : reader_(reader),
      zone_(std::move(zone)),
      languages_(index_languages(reader)),
      words_(languages_),
      articles_(reader.article_count()) {}

Node Compiler::prepare(const Node& tree, std::vector<std::string>& dropped) {
    // Not the language of a `lang:` clause: adding one, as a refinement does, must not change which
    // words are asked for.
    PrunedQuery pruned = drop_stop_words(tree, languages_.front(), words_);
    dropped = std::move(pruned.dropped);
    expand_likes(pruned.tree);
    return std::move(pruned.tree);
}

Node Compiler::prepare_bag(const Node& bag, std::vector<std::string>& dropped) {
    PrunedQuery pruned = drop_stop_words_of_bag(bag, languages_.front(), words_);
    dropped = std::move(pruned.dropped);
    return std::move(pruned.tree);
}

bool Compiler::has_weight(const Node& tree) {
    switch (tree.kind) {
        case NodeKind::Word:
        case NodeKind::Phrase:
            return is_text_field(tree.field);
        case NodeKind::Near:
        case NodeKind::Together:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
        case NodeKind::Like:
            return true;
        case NodeKind::And:
        case NodeKind::Or:
            return std::any_of(tree.children.begin(), tree.children.end(), has_weight);
        case NodeKind::Everything:
        case NodeKind::Id:
        case NodeKind::Days:
        case NodeKind::Numbers:
        case NodeKind::Not:
            return false;
    }
    return false;
}

Query Compiler::compile(const Node& tree, std::uint32_t shard) {
    checks_ = 0;
    names_weigh_ = has_weight(tree);
    place_checks_[shard].clear();
    return compile_node(tree, shard);
}

Query Compiler::compile_node(const Node& tree, std::uint32_t shard) {
    const Query query = compile_plain(tree, shard);
    return tree.boost == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, tree.boost);
}

Query Compiler::compile_plain(const Node& tree, std::uint32_t shard) {
    switch (tree.kind) {
        case NodeKind::Everything:
            return unweighted(everything());
        case NodeKind::And:
            return conjunction(tree, shard);
        case NodeKind::Or: {
            std::vector<Query> alternatives;
            for (const Node& child : tree.children) {
                alternatives.push_back(compile_node(child, shard));
            }
            return {Query::OP_OR, alternatives.begin(), alternatives.end()};
        }
        case NodeKind::Not:
            return {Query::OP_AND_NOT,
                    unweighted(everything()),
                    unwanted(tree.children.front(), shard)};
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
        case NodeKind::Days:
        case NodeKind::Numbers:
            return leaf(tree, shard);
        case NodeKind::Near:
        case NodeKind::Together:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
            return placed(tree, shard);
        case NodeKind::Like:
            return like_leaf(tree, shard);
    }
    return Query::MatchNothing;
}

Query Compiler::conjunction(const Node& node, std::uint32_t shard) {
    std::vector<Query> wanted;
    std::vector<Query> unwanted;
    for (const Node& child : node.children) {
        if (child.kind == NodeKind::Not) {
            unwanted.push_back(this->unwanted(child.children.front(), shard));
        } else {
            wanted.push_back(compile_node(child, shard));
        }
    }
    Query query = wanted.empty() ? unweighted(everything())
                                 : Query(Query::OP_AND, wanted.begin(), wanted.end());
    if (!unwanted.empty()) {
        query =
            Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, unwanted.begin(), unwanted.end()));
    }
    return query;
}

Query Compiler::unwanted(const Node& node, std::uint32_t shard) {
    const bool before = std::exchange(unwanted_, true);
    const Query query = compile_node(node, shard);
    unwanted_ = before;
    return query;
}

Query Compiler::leaf(const Node& node, std::uint32_t shard) {
    if (node.kind == NodeKind::Days) {
        return unweighted(days_leaf(node));
    }
    if (node.kind == NodeKind::Numbers) {
        const auto slot = static_cast<Xapian::valueno>(node.field->slot);
        const std::string low = schema::encode_sortable(node.numbers.from.value_or(0));
        return unweighted(
            node.numbers.to
                ? Query(Query::OP_VALUE_RANGE, slot, low, schema::encode_sortable(*node.numbers.to))
                : Query(Query::OP_VALUE_GE, slot, low));
    }
    if (is_text_field(node.field)) {
        return text_leaf(node, shard);
    }
    return node.field->kind == FieldKind::Name ? name_query(node) : unweighted(code_leaf(node));
}

Query Compiler::text_leaf(const Node& node, std::uint32_t shard) {
    if (node.field != nullptr && node.field->id == FieldId::HeadOrLead) {
        return {
            Query::OP_OR, text_in(node, Region::Title, shard), text_in(node, Region::Lead, shard)};
    }
    return text_in(node, region_of(node.field), shard);
}

std::vector<QueryToken> Compiler::text_tokens(const Node& node) {
    std::vector<QueryToken> tokens = words_.tokens(node.text);
    if (tokens.empty()) {
        throw Error(ErrorCode::QuerySyntax,
                    "'" + node.text + "' has no letters or digits to search for",
                    "leave it out");
    }
    return tokens;
}

Query Compiler::text_in(const Node& node, Region region, std::uint32_t shard) {
    const std::vector<QueryToken> tokens = text_tokens(node);
    const bool one_word = tokens.size() == 1 && !tokens.front().is_character;
    if (node.kind == NodeKind::Word && tokens.front().mark != '\0' &&
        (!one_word || node.exact || node.prefix || node.fuzzy > 0 || region != Region::All)) {
        throw Error(ErrorCode::QuerySyntax,
                    "'" + node.text + "': '#' and '@' are only searched for before a plain word",
                    std::string("write ") + tokens.front().mark + tokens.front().folded +
                        " alone, or the word without the sign");
    }
    if (node.slop > 0 || (node.exact && !(one_word && region == Region::All))) {
        PlaceLeaf leaf = place_leaf(node, shard);
        leaf.region = region;
        return filtered(row_of_words(tokens, {}, region), leaf_check(std::move(leaf), shard));
    }
    if (node.exact) {
        return exact_word(tokens.front());
    }
    if (node.fuzzy > 0 && !one_word) {
        throw Error(ErrorCode::QuerySyntax,
                    "'" + node.text + "~' is not one word of a script with letters",
                    "leave out the ~");
    }
    if (node.fuzzy > 0 || (node.prefix && !tokens.back().is_character)) {
        if (one_word) {
            return open_word(node, tokens.front(), region);
        }
        return sequence(tokens, expand("", tokens.back().folded), region);
    }
    if (one_word && tokens.front().mark != '\0' && region == Region::All) {
        return weighted({schema::make_term("", tokens.front().mark + tokens.front().folded)});
    }
    if (one_word && node.kind == NodeKind::Word) {
        return stemmed_word(tokens.front(), region, shard);
    }
    return sequence(tokens, {}, region);
}

Query Compiler::stem_group(const StemGroup& group, bool in_title) {
    std::vector<std::string> terms;
    for (const std::string& stem : group.stems) {
        terms.push_back(
            schema::make_term(in_title ? schema::kTitleStemPrefix : schema::kStemPrefix, stem));
        // Words that are their own stem have no term behind the stem prefix.
        terms.push_back(
            schema::make_term(in_title ? schema::kTitlePrefix : std::string_view(), stem));
    }
    return weighted(terms);
}

Query Compiler::stemmed_word(const QueryToken& token, Region region, std::uint32_t shard) {
    const std::vector<StemGroup> groups = words_.stem_groups(token);
    const std::string_view language_prefix = schema::field(FieldId::Lang).id_prefix;
    std::vector<std::string> other_languages;
    std::vector<Query> alternatives;
    for (std::size_t i = 1; i < groups.size(); ++i) {
        std::vector<std::string> languages;
        for (const std::string& language : groups[i].languages) {
            languages.push_back(schema::make_term(language_prefix, language));
        }
        alternatives.emplace_back(
            Query::OP_FILTER, stem_group(groups[i], region == Region::Title), any_of(languages));
        other_languages.insert(other_languages.end(), languages.begin(), languages.end());
    }
    // The main language by what it is not: the other languages' postings are the shorter ones.
    Query main = stem_group(groups.front(), region == Region::Title);
    if (!other_languages.empty()) {
        main = Query(Query::OP_AND_NOT, main, any_of(other_languages));
    }
    alternatives.push_back(main);
    const Query query(Query::OP_OR, alternatives.begin(), alternatives.end());
    if (region == Region::All || region == Region::Title) {
        return query;
    }
    PlaceLeaf leaf;
    leaf.kind = PlaceLeaf::Kind::Stem;
    leaf.region = region;
    leaf.word = token;
    return filtered(query, leaf_check(std::move(leaf), shard));
}

Query Compiler::filtered(const Query& words, std::shared_ptr<DocumentCheck> check) {
    return only_candidates_ ? words : Query(Query::OP_FILTER, words, checked(std::move(check)));
}

Query Compiler::checked(std::shared_ptr<DocumentCheck> check) {
    if (++checks_ > kMaxChecks) {
        throw Error(ErrorCode::QuerySyntax,
                    "the query has more than " + std::to_string(kMaxChecks) +
                        " clauses that must be looked up in the text itself",
                    "leave out some phrases, or words in body: and lead:");
    }
    return check_query(deadline_.is_given() ? timed_check(std::move(check), deadline_)
                                            : std::move(check));
}

Query Compiler::row_of_words(const std::vector<QueryToken>& tokens,
                             const std::vector<std::string>& last_words,
                             Region region) {
    std::vector<Query> parts;
    for (const std::string& term : required_terms(tokens, !last_words.empty(), region)) {
        parts.push_back(weighted({term}));
    }
    if (!last_words.empty()) {
        parts.push_back(weighted(last_words));
    }
    return {Query::OP_AND, parts.begin(), parts.end()};
}

Query Compiler::sequence(const std::vector<QueryToken>& tokens,
                         const std::vector<std::string>& last_words,
                         Region region) {
    // One word, or two characters in a row, whose pair is a term.
    const bool by_terms_alone = last_words.empty() && (tokens.size() == 1 || is_pair(tokens)) &&
                                (region == Region::All || region == Region::Title) &&
                                required_terms(tokens, false, region).size() == 1;
    const Query words = row_of_words(tokens, last_words, region);
    return by_terms_alone
               ? words
               : filtered(words, sequence_check(region, code_sequence(tokens, last_words)));
}

Query Compiler::open_word(const Node& node, const QueryToken& token, Region region) {
    if (region == Region::Title) {
        std::vector<std::string> terms;
        for (const std::string& word : forms(node, std::string(schema::kTitlePrefix), token)) {
            terms.push_back(std::string(schema::kTitlePrefix) + word);
        }
        return weighted(terms);
    }
    const std::vector<std::string> expansions = forms(node, "", token);
    const Query query = weighted(expansions);
    if (region == Region::All || expansions.empty()) {
        return query;
    }
    return filtered(query, sequence_check(region, code_sequence({token}, expansions)));
}

Query Compiler::exact_word(const QueryToken& token) {
    const Query folded = weighted({schema::make_term("", token.folded)});
    const Query exact(schema::make_term(schema::kExactPrefix, token.exact));
    if (token.exact != token.folded) {
        return {Query::OP_FILTER, folded, exact};
    }
    // The plain form: articles where only forms with diacritics occur are left out.
    const Query only_variants(
        Query::OP_AND_NOT, Query(schema::make_term(schema::kVariantPrefix, token.folded)), exact);
    return {Query::OP_AND_NOT, folded, only_variants};
}

Query Compiler::weighted(const std::vector<std::string>& terms) {
    if (terms.empty()) {
        return Query::MatchNothing;
    }
    const Query words = terms.size() == 1 ? Query(terms.front())
                                          : Query(Query::OP_SYNONYM, terms.begin(), terms.end());
    return {Query::OP_SCALE_WEIGHT, words, word_weight(statistics(terms))};
}

WordStatistics Compiler::statistics(const std::vector<std::string>& terms) {
    // Articles with any of the terms, as if they were spread independently.
    double without = 1;
    const double all = std::max<double>(static_cast<double>(articles_), 1);
    WordStatistics word{articles_, 0, 0};
    for (const std::string& term : terms) {
        const TermStatistics& counted = statistics(term);
        without *= 1 - static_cast<double>(counted.articles) / all;
        word.collection_frequency += counted.occurrences;
    }
    word.articles_with_word = static_cast<std::uint64_t>(std::llround(all * (1 - without)));
    return word;
}

Query Compiler::any_of(const std::vector<std::string>& terms) {
    return terms.empty() ? Query(Query::MatchNothing)
                         : Query(Query::OP_OR, terms.begin(), terms.end());
}

const Compiler::TermStatistics& Compiler::statistics(const std::string& term) {
    const auto [entry, is_new] = statistics_.try_emplace(term);
    if (is_new) {
        entry->second = {reader_.term_frequency(term), reader_.collection_frequency(term)};
    }
    return entry->second;
}

}  // namespace dateline::compile
