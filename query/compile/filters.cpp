// Compilation of clauses that only filter: names, codes, ids; dates are in days.cpp.
#include "common/article/url.hpp"
#include "common/base/error.hpp"
#include "common/base/hash.hpp"
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "common/text/language.hpp"
#include "query/compile/compiler.hpp"

#include <algorithm>
#include <utility>

namespace dateline::compile {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using Xapian::Query;

/// Fewest digits of a begun public id.
constexpr std::size_t kMinIdDigits = 4;

bool is_hex(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The term of the articles that mention the entity `key`: of a place also those that mention a
/// place in it, unless `itself`.
std::string entity_term(const schema::Field& field, std::string_view key, bool itself) {
    if (field.id == FieldId::About) {
        return schema::make_term(field.id_prefix, ascii_lower(key));
    }
    const bool within = field.id == FieldId::Place && !itself;
    return schema::make_term(within ? schema::kWithinPrefix : field.id_prefix, key.substr(2));
}

/// The lists `part` of all `entities` as one.
std::vector<std::string> all_keys(const std::vector<FoundEntity>& entities,
                                  std::vector<std::string> FoundEntity::*part) {
    std::vector<std::string> keys;
    for (const FoundEntity& entity : entities) {
        keys.insert(keys.end(), (entity.*part).begin(), (entity.*part).end());
    }
    return keys;
}

}  // namespace

std::vector<std::string> Compiler::entity_terms(const std::vector<std::string>& keys,
                                                const Node& node) {
    if (keys.size() > kMaxExpansions) {
        throw Error(
            ErrorCode::QuerySyntax,
            "'" + node.text + "' fits more than " + std::to_string(kMaxExpansions) + " names",
            "write more of the name");
    }
    std::vector<std::string> terms;
    terms.reserve(keys.size());
    for (const std::string& key : keys) {
        terms.push_back(entity_term(*node.field, key, node.exact));
    }
    return terms;
}

Query Compiler::name_leaf(const Node& node) {
    const schema::Field& field = *node.field;
    if (node.kind == NodeKind::Id) {
        std::vector<std::string> terms;
        for (const char letter : field.id_letters) {
            const std::string id = std::string{letter, ':'} + text::slug(node.text);
            for (const std::string& key : reader_.joins().ids_of(id)) {
                terms.push_back(entity_term(field, key, node.exact));
            }
        }
        return any_of(terms);
    }
    const std::vector<FoundEntity>& entities = found_entities(node);
    const std::vector<QueryToken> tokens = words_.tokens(node.text);
    if (tokens.size() != 1 || tokens.front().is_character || node.exact || node.fuzzy > 0) {
        return any_of(entity_terms(all_keys(entities, &FoundEntity::keys), node));
    }
    // All that have the word in a name, by one term, and what other articles spell so.
    std::vector<std::string> terms = entity_terms(all_keys(entities, &FoundEntity::unworded), node);
    const std::string prefix(field.word_prefix);
    if (!node.prefix) {
        terms.push_back(schema::make_term(prefix, tokens.front().folded));
        return any_of(terms);
    }
    for (const std::string& word : expand(prefix, tokens.front().folded)) {
        terms.push_back(prefix + word);
    }
    return any_of(terms);
}

Query Compiler::id_leaf(const std::string& id, bool may_be_begun) {
    const std::string given = schema::make_term(schema::kGivenIdPrefix, text::fold(id));
    std::vector<std::string> terms = {given};
    const bool begun = may_be_begun && id.size() >= kMinIdDigits && id.size() < 16 && is_hex(id) &&
                       statistics(given).articles == 0;
    if (is_hex16(id) || begun) {
        for (std::string& term :
             reader_.terms_with_prefix(std::string(schema::kKeyPrefix) + id, kMaxExpansions)) {
            terms.push_back(std::move(term));
        }
        if (terms.size() > kMaxExpansions) {
            throw Error(ErrorCode::QuerySyntax,
                        "'@" + id + "' begins more than " + std::to_string(kMaxExpansions) + " ids",
                        "write more of the id");
        }
    }
    return any_of(terms);
}

Query Compiler::code_leaf(const Node& node) {
    const schema::Field& field = *node.field;
    const auto term = [&](const std::string& value) {
        return Query(schema::make_term(field.id_prefix, value));
    };
    switch (field.id) {
        case FieldId::Id:
            return id_leaf(node.text, node.kind == NodeKind::Id);
        case FieldId::Url:
            return term(canonical_url(node.text));
        case FieldId::Site:
            return term(ascii_lower(node.text.find("://") != std::string::npos ? url_host(node.text)
                                                                               : node.text));
        case FieldId::Has:
            return term(ascii_lower(node.text));
        case FieldId::Lang: {
            // `english` and `eng` are `en`, as they are where articles are read.
            const std::string language = text::normalise_language(node.text);
            return term(language.empty() ? text::slug(node.text) : language);
        }
        default:
            if (node.text.find(',') != std::string::npos) {
                std::string listed = node.text;
                std::replace(listed.begin(), listed.end(), ',', '|');
                throw Error(
                    ErrorCode::QuerySyntax,
                    "'" + node.text + "' is not one value of " + std::string(field.name) + ":",
                    "for any of several write " + std::string(field.name) + ":" + listed);
            }
            return term(text::slug(node.text));
    }
}

std::vector<NameReading> Compiler::read_names(const Node& tree) {
    std::vector<NameReading> readings;
    if (tree.field != nullptr && tree.field->kind == schema::FieldKind::Name &&
        tree.kind != NodeKind::Id &&
        (tree.kind == NodeKind::Word || tree.kind == NodeKind::Phrase)) {
        readings.push_back({tree.field, print_query(tree), found_entities(tree), {}});
        NameReading& reading = readings.back();
        for (const FoundEntity& entity : reading.entities) {
            std::vector<std::string>& terms = reading.terms.emplace_back();
            for (const std::string& key : entity.keys) {
                terms.push_back(entity_term(*tree.field, key, tree.exact));
            }
        }
    }
    for (const Node& child : tree.children) {
        std::vector<NameReading> below = read_names(child);
        readings.insert(readings.end(),
                        std::make_move_iterator(below.begin()),
                        std::make_move_iterator(below.end()));
    }
    return readings;
}

}  // namespace dateline::compile
