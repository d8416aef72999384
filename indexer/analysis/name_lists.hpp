// What lists of names say about words: the border between the tagger and a gazetteer.
#pragma once

#include <cstdint>
#include <span>

namespace dateline::analysis {

/// A listed name at the beginning of a run of tokens.
struct ListedName {
    std::uint32_t size_tokens = 0;  ///< 0 if there is none
    std::uint32_t classes = 0;      ///< bits by gazetteer::NameClass
};

/// Lists of names. Implementations are safe to ask from several threads at once.
class NameLists {
public:
    NameLists() = default;
    NameLists(const NameLists&) = delete;
    NameLists& operator=(const NameLists&) = delete;
    virtual ~NameLists() = default;

    /// The longest listed name that `tokens` begin with; tokens are hash64() of the folded forms
    /// that text::Tokenizer gives.
    [[nodiscard]] virtual ListedName longest(std::span<const std::uint64_t> tokens) const = 0;
};

}  // namespace dateline::analysis
