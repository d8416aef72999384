// Words with `*` and `~`: what they stand for in the vocabulary.
#include "common/base/error.hpp"
#include "common/schema/fields.hpp"
#include "query/compile/compiler.hpp"

#include <utility>

namespace dateline::compile {
namespace {

using schema::FieldKind;

[[noreturn]] void refuse_many(const std::string& clause, const std::string& hint) {
    throw Error(
        ErrorCode::QuerySyntax,
        "'" + clause + "' stands for more than " + std::to_string(kMaxExpansions) + " words",
        hint);
}

}  // namespace

std::vector<std::string> Compiler::expand(const std::string& term_prefix,
                                          const std::string& prefix) {
    const auto [entry, is_new] = expanded_.try_emplace(term_prefix + prefix);
    std::vector<std::string>& words = entry->second;
    if (is_new) {
        words = reader_.terms_with_prefix(term_prefix + prefix, kMaxExpansions);
        for (std::string& word : words) {
            word.erase(0, term_prefix.size());
        }
    }
    if (words.size() > kMaxExpansions) {
        refuse_many(prefix + "*", "write more letters before the *");
    }
    return words;
}

const std::vector<FuzzyWord>& Compiler::fuzzy(const std::string& term_prefix,
                                              const std::string& word,
                                              std::size_t edits) {
    const auto [entry, is_new] = near_.try_emplace({term_prefix + word, edits});
    if (is_new) {
        entry->second = fuzzy_words(reader_, term_prefix, word, {edits, kMaxExpansions, 0});
    }
    if (!entry->second.complete) {
        refuse_many(word + "~" + std::to_string(edits),
                    edits > 1 ? "write " + word + "~1" : "write a longer word, or leave out the ~");
    }
    return entry->second.words;
}

std::vector<std::string> Compiler::forms(const parse::Node& node,
                                         const std::string& term_prefix,
                                         const QueryToken& token) {
    if (node.fuzzy == 0) {
        return expand(term_prefix, token.folded);
    }
    std::vector<std::string> words;
    for (const FuzzyWord& found : fuzzy(term_prefix, token.folded, node.fuzzy)) {
        words.push_back(found.word);
    }
    return words;
}

std::vector<WordReading> Compiler::read_words(const parse::Node& tree) {
    std::vector<WordReading> readings;
    const bool is_text = tree.field == nullptr || tree.field->kind == FieldKind::Text;
    if (tree.kind == parse::NodeKind::Word && is_text && (tree.prefix || tree.fuzzy > 0)) {
        const std::vector<QueryToken> tokens = words_.tokens(tree.text);
        const bool in_title = tree.field != nullptr && tree.field->id == schema::FieldId::Title;
        const std::string prefix(in_title ? schema::kTitlePrefix : std::string_view());
        if (!tokens.empty() && !tokens.back().is_character) {
            WordReading& reading =
                readings.emplace_back(WordReading{print_query(tree), {}, prefix});
            if (tree.fuzzy > 0) {
                reading.words = fuzzy(prefix, tokens.back().folded, tree.fuzzy);
            } else {
                for (std::string& word : expand(prefix, tokens.back().folded)) {
                    const std::uint64_t articles = statistics(prefix + word).articles;
                    reading.words.push_back({std::move(word), 0, articles});
                }
            }
        }
    }
    for (const parse::Node& child : tree.children) {
        std::vector<WordReading> below = read_words(child);
        readings.insert(readings.end(),
                        std::make_move_iterator(below.begin()),
                        std::make_move_iterator(below.end()));
    }
    return readings;
}

}  // namespace dateline::compile
