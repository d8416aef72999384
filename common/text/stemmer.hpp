// Stems of words by language: Snowball's algorithms as Xapian carries them, behind a cache.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

/// Gives the index forms of words. Not thread-safe: one object a thread.
class Stemmer {
public:
    Stemmer();
    ~Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;
    Stemmer(Stemmer&&) = delete;
    Stemmer& operator=(Stemmer&&) = delete;

    /// The one or two stems under which a word of language `lang` is indexed: the stem of its
    /// folded form, and, if it differs, the folded stem of its exact form (so that `privé` meets
    /// both `privée` and a `prive` typed without accents). Sorted, without repetition, never empty.
    /// A language without an algorithm gives the folded form itself. Words with digits, full
    /// stops or commas (`747s`, `u.s`) are not stemmed.
    ///
    /// @param lang    BCP 47 code; only its first part counts (`pt-br` is `pt`); may be empty
    /// @param folded  the token's folded form
    /// @param exact   its exact form; the same as `folded` for most words
    /// @return valid until the next call
    [[nodiscard]] const std::vector<std::string>& stems(std::string_view lang,
                                                        std::string_view folded,
                                                        std::string_view exact);

    /// Whether there is an algorithm for `lang`.
    [[nodiscard]] static bool has_algorithm(std::string_view lang);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::text
