// See the header; the rows stand in rule_word_tables.hpp.
#include "indexer/analysis/rules/rule_words.hpp"

#include "common/text/tokenizer.hpp"
#include "indexer/analysis/rules/rule_word_tables.hpp"

#include <array>
#include <bit>
#include <span>
#include <string>
#include <utility>

namespace dateline::analysis {

namespace {

// The parts of `list`, which `separator` parts; none is empty.
std::vector<std::string_view> parts_of(std::string_view list, char separator) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const std::string_view part = list.substr(0, list.find(separator));
        if (!part.empty()) {
            parts.push_back(part);
        }
        list.remove_prefix(std::min(list.size(), part.size() + 1));
    }
    return parts;
}

// The keys of a row's words, once for each of its languages.
std::vector<std::uint64_t> keys_of(const RuleWordRow& row) {
    std::vector<std::uint64_t> keys;
    for (const std::string_view word : parts_of(row.words, '|')) {
        const gazetteer::TokenHash hash = gazetteer::token_hash(text::fold(word));
        if (row.langs.empty()) {
            keys.push_back(gazetteer::extend(0, hash));
        }
        for (const std::string_view lang : parts_of(row.langs, ' ')) {
            keys.push_back(gazetteer::extend(gazetteer::token_hash(lang), hash));
        }
    }
    return keys;
}

}  // namespace

RuleWords::RuleWords() {
    std::vector<std::pair<std::uint64_t, RuleRole>> all;
    for (const std::span<const RuleWordRow> table :
         {title_rows(), given_name_rows(), other_word_rows()}) {
        for (const RuleWordRow& row : table) {
            for (const std::uint64_t key : keys_of(row)) {
                all.emplace_back(key, row.role);
            }
        }
    }
    slots_.resize(std::bit_ceil(all.size() * 2 + 1));
    for (const auto& [key, role] : all) {
        add(key, role);
    }
}

void RuleWords::add(std::uint64_t key, RuleRole role) {
    const std::uint64_t last = slots_.size() - 1;
    std::uint64_t at = key & last;
    while (slots_[at].bits != 0 && slots_[at].key != key) {
        at = (at + 1) & last;
    }
    const auto bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(role));
    slots_[at] = {key, static_cast<std::uint8_t>(slots_[at].bits | bit)};
}

std::uint8_t RuleWords::bits_of(std::uint64_t key) const noexcept {
    const std::uint64_t last = slots_.size() - 1;
    std::uint64_t at = key & last;
    while (slots_[at].bits != 0) {
        if (slots_[at].key == key) {
            return slots_[at].bits;
        }
        at = (at + 1) & last;
    }
    return 0;
}

RuleRoles RuleWords::roles(gazetteer::TokenHash lang, gazetteer::TokenHash hash) const noexcept {
    return {static_cast<std::uint8_t>(bits_of(gazetteer::extend(0, hash)) |
                                      bits_of(gazetteer::extend(lang, hash)))};
}

}  // namespace dateline::analysis
