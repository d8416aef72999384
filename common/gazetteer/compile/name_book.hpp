// All names while the gazetteer is made: what each stands for, and the hash table that finds them.
#pragma once

#include "common/gazetteer/format.hpp"
#include "common/gazetteer/name_class.hpp"
#include "common/gazetteer/token_hash.hpp"
#include "common/text/tokenizer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline::gazetteer {

/// The texts of a gazetteer, each kept once.
class TextPool {
public:
    /// The offset of `text`, which must have at most 255 bytes.
    ///
    /// @throws Error (InputUnreadable) if it is longer.
    [[nodiscard]] std::uint32_t add(std::string_view text);

    /// The bytes of Section::Text.
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

private:
    std::string bytes_;
    std::unordered_map<std::string, std::uint32_t> offsets_;
};

/// One meaning of a name while it is collected.
struct Meaning {
    EntityKind kind = EntityKind::Place;
    std::uint32_t index = 0;
    std::uint32_t importance = 0;
    bool alias = false;
    bool capitals_only = false;
};

/// The three sections that find names.
struct NameSections {
    std::vector<Slot> slots;
    std::vector<NameRecord> names;
    std::vector<Candidate> candidates;
};

/// Collects names. The order in which names are added does not show in the result.
class NameBook {
public:
    /// `english_words` are ordinary words in lower case: names that are one of them get
    /// NameClass::CommonWord, and acronyms that are one of them hold in capitals only.
    explicit NameBook(std::unordered_set<std::string> english_words);

    /// Adds a class to `name`. A name without tokens, of a single letter, or of more than
    /// kMaxNameTokens tokens is left out.
    void add(std::string_view name, NameClasses classes);

    /// Adds an entity that `name` may stand for, and its classes. `capitals_only` is worked out
    /// from the name: it is set for acronyms (all letters capitals) of two or three letters, and
    /// for longer ones that are an English word.
    void add(std::string_view name, NameClasses classes, Meaning meaning);

    /// As add(), and also with the other way to write Saint, Sainte, Mount or Fort, if the name
    /// holds one. A village whose name is an English word is left out.
    void add_place(std::string_view name, NameClasses classes, Meaning meaning);

    /// The names as sections.
    ///
    /// @throws Error (Internal) if two names have hashes that cannot be told apart.
    [[nodiscard]] NameSections finish() const;

private:
    struct Entry {
        NameClasses classes;
        std::vector<TokenHash> tokens;
        std::vector<Meaning> meanings;
    };

    void add_tokens(const std::vector<std::string>& tokens,
                    NameClasses classes,
                    const std::optional<Meaning>& meaning);
    [[nodiscard]] std::vector<std::string> tokens_of(std::string_view name);
    [[nodiscard]] bool holds_in_capitals_only(std::string_view name,
                                              const std::vector<std::string>& tokens) const;

    std::unordered_set<std::string> english_words_;
    std::unordered_map<std::uint64_t, Entry> entries_;  ///< by the hash of the whole name
    text::Tokenizer tokenizer_;
    text::TokenList list_;
};

}  // namespace dateline::gazetteer
