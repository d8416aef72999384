// The endings of names in languages that decline them, and the short words that some scripts write
// together with a name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

/// Whether names of `lang` (BCP 47; only the first part counts) have endings that base_forms()
/// knows.
[[nodiscard]] bool has_endings(std::string_view lang) noexcept;

/// What `folded`, a word's folded form, may be a form of: `москве` gives `москва` and others that
/// are no words. At least three code points of the word are kept, or two where the rule
/// adds two. Most likely first; empty for
/// languages without rules.
[[nodiscard]] std::vector<std::string> base_forms(std::string_view lang, std::string_view folded);

/// A part of a word, in bytes of its folded form.
struct WordPart {
    std::size_t skipped_bytes = 0;  ///< short words written before the name
    std::string name;               ///< what is left
};

/// What is left of an Arabic or Hebrew word without the conjunctions and prepositions written
/// together with it, the longest first: `والعراق` gives `العراق`. At least two letters are left.
[[nodiscard]] std::vector<WordPart> without_prefixes(std::string_view folded);

/// What is left of a Korean word without particles, the longest first: `서울에서는` gives
/// `서울에서` and `서울`. At least two syllables are left. `skipped_bytes` is 0.
[[nodiscard]] std::vector<WordPart> without_particles(std::string_view folded);

}  // namespace dateline::analysis
