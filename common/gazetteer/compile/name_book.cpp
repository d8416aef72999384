// Collects names by the hash of their tokens and lays them out in the order of these hashes.
#include "common/gazetteer/compile/name_book.hpp"

#include "common/base/error.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace dateline::gazetteer {
namespace {

/// Longest acronym that is always asked for in capitals: Nato and Opec are also written as words.
constexpr std::size_t kMaxShortAcronym = 3;

/// Slots a sequence: the table is three quarters full, so that few look-ups leave a cache line.
constexpr double kSlotsPerSequence = 4.0 / 3.0;

using WordPair = std::pair<std::string_view, std::string_view>;
constexpr std::array<WordPair, 8> kWrittenTwoWays = {WordPair{"saint", "st"},
                                                     WordPair{"sainte", "ste"},
                                                     WordPair{"mount", "mt"},
                                                     WordPair{"fort", "ft"},
                                                     WordPair{"st", "saint"},
                                                     WordPair{"ste", "sainte"},
                                                     WordPair{"mt", "mount"},
                                                     WordPair{"ft", "fort"}};

/// A sequence of tokens that is a name or begins one.
struct Node {
    std::uint32_t name = kNone;
    bool goes_on = false;
};

bool comes_before(const Meaning& left, const Meaning& right) {
    const auto rank = [](const Meaning& meaning) {
        return std::tuple(~meaning.importance, meaning.alias, meaning.kind, meaning.index);
    };
    return rank(left) < rank(right);
}

Candidate packed(const Meaning& meaning) {
    return static_cast<Candidate>(meaning.kind) << kCandidateKindShift |
           (meaning.capitals_only ? kCandidateCapitals : 0U) |
           (meaning.alias ? kCandidateAlias : 0U) | meaning.index;
}

/// The nodes as a hash table; in the order of their hashes, so that equal input gives equal bytes.
std::vector<Slot> slots_of(const std::map<std::uint64_t, Node>& nodes) {
    const auto wanted =
        static_cast<std::size_t>(static_cast<double>(nodes.size()) * kSlotsPerSequence);
    std::vector<Slot> slots(wanted + 2);
    for (const auto& [hash, node] : nodes) {
        std::uint64_t at = first_slot(hash, slots.size());
        while (slots[at] != 0) {
            if (((slots[at] ^ hash) & kSlotHashMask) == 0) {
                throw Error(ErrorCode::Internal, "two names have hashes that cannot be told apart");
            }
            at = at + 1 == slots.size() ? 0 : at + 1;
        }
        const std::uint64_t name = node.name == kNone ? 0 : std::uint64_t{node.name} + 1;
        slots[at] = (hash & kSlotHashMask) | name << kSlotNameShift |
                    (node.goes_on ? kSlotGoesOn : 0U) | kSlotInUse;
    }
    return slots;
}

}  // namespace

std::uint32_t TextPool::add(std::string_view text) {
    if (text.size() > 0xFF) {
        throw Error(ErrorCode::InputUnreadable, "a text is too long: '" + std::string(text) + "'");
    }
    const auto [found, is_new] =
        offsets_.try_emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
    if (is_new) {
        bytes_ += static_cast<char>(static_cast<unsigned char>(text.size()));
        bytes_ += text;
    }
    return found->second;
}

NameBook::NameBook(std::unordered_set<std::string> english_words)
    : english_words_(std::move(english_words)) {}

std::vector<std::string> NameBook::tokens_of(std::string_view name) {
    tokenizer_.tokenize(name, list_);
    std::vector<std::string> tokens;
    for (const text::Token& token : list_.tokens()) {
        tokens.emplace_back(list_.folded(token));
    }
    return tokens;
}

bool NameBook::holds_in_capitals_only(std::string_view name,
                                      const std::vector<std::string>& tokens) const {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto fits = [&](char c) { return is_capital(c) || c == '.' || c == '&' || c == '-'; };
    const auto capitals = static_cast<std::size_t>(std::ranges::count_if(name, is_capital));
    return tokens.size() == 1 && capitals > 1 && std::ranges::all_of(name, fits) &&
           (capitals <= kMaxShortAcronym || english_words_.contains(tokens.front()));
}

void NameBook::add(std::string_view name, NameClasses classes) {
    add_tokens(tokens_of(name), classes, std::nullopt);
}

void NameBook::add(std::string_view name, NameClasses classes, Meaning meaning) {
    const std::vector<std::string> tokens = tokens_of(name);
    meaning.capitals_only = holds_in_capitals_only(name, tokens);
    add_tokens(tokens, classes, meaning);
}

void NameBook::add_place(std::string_view name, NameClasses classes, Meaning meaning) {
    const std::vector<std::string> tokens = tokens_of(name);
    // The villages Us in France, Four and List are not worth a look at every such word.
    if (classes.has(NameClass::Village) && tokens.size() == 1 &&
        english_words_.contains(tokens.front())) {
        return;
    }
    add(name, classes, meaning);
    for (const auto& [from, to] : kWrittenTwoWays) {
        // A lone "St" or "Mount" is no name of a place.
        if (tokens.size() > 1 && std::ranges::find(tokens, from) != tokens.end()) {
            std::vector<std::string> other = tokens;
            std::ranges::replace(other, std::string(from), std::string(to));
            add_tokens(other, classes, meaning);
        }
    }
}

void NameBook::add_tokens(const std::vector<std::string>& tokens,
                          NameClasses classes,
                          const std::optional<Meaning>& meaning) {
    if (tokens.empty() || tokens.size() > kMaxNameTokens ||
        (tokens.size() == 1 && tokens.front().size() == 1)) {
        return;
    }
    std::uint64_t sequence = 0;
    std::vector<TokenHash> hashes;
    for (const std::string& token : tokens) {
        hashes.push_back(token_hash(token));
        sequence = extend(sequence, hashes.back());
    }
    Entry& entry = entries_[sequence];
    entry.tokens = std::move(hashes);
    entry.classes = entry.classes | classes;
    if (tokens.size() == 1 && english_words_.contains(tokens.front())) {
        entry.classes = entry.classes | NameClasses{NameClass::CommonWord};
    }
    if (!meaning) {
        return;
    }
    const auto is_same = [&](const Meaning& known) {
        return known.kind == meaning->kind && known.index == meaning->index;
    };
    const auto known = std::ranges::find_if(entry.meanings, is_same);
    if (known == entry.meanings.end()) {
        entry.meanings.push_back(*meaning);
        return;
    }
    known->alias = known->alias && meaning->alias;
    known->capitals_only = known->capitals_only && meaning->capitals_only;
    known->importance = std::max(known->importance, meaning->importance);
}

NameSections NameBook::finish() const {
    NameSections sections;
    std::map<std::uint64_t, Node> nodes;
    const std::map<std::uint64_t, const Entry*> ordered = [this] {
        std::map<std::uint64_t, const Entry*> all;
        for (const auto& [hash, entry] : entries_) {
            all.emplace(hash, &entry);
        }
        return all;
    }();
    for (const auto& [hash, entry] : ordered) {
        std::uint64_t sequence = 0;
        for (const TokenHash token : entry->tokens) {
            if (sequence != 0) {
                nodes[sequence].goes_on = true;
            }
            sequence = extend(sequence, token);
        }
        nodes[sequence].name = static_cast<std::uint32_t>(sections.names.size());
        std::vector<Meaning> meanings = entry->meanings;
        std::ranges::sort(meanings, comes_before);
        const bool acronym =
            !meanings.empty() && std::ranges::all_of(meanings, &Meaning::capitals_only);
        const NameClasses more = acronym ? NameClasses{NameClass::Acronym} : NameClasses{};
        sections.names.push_back(
            {(entry->classes | more).bits, static_cast<std::uint32_t>(sections.candidates.size())});
        std::ranges::transform(meanings, std::back_inserter(sections.candidates), packed);
    }
    sections.names.push_back({0, static_cast<std::uint32_t>(sections.candidates.size())});
    sections.slots = slots_of(nodes);
    return sections;
}

}  // namespace dateline::gazetteer
