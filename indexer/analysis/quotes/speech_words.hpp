// Words that say that somebody speaks, and who.
#pragma once

#include "common/names/given_names.hpp"

#include <string_view>

namespace dateline::analysis {

/// What a word does beside a quote.
enum class SpeechWord {
    None,
    Says,   ///< a verb whose subject speaks: said, sagte, déclaré, dijo, сказал
    Tells,  ///< the same, but a name behind it may be who is spoken to: told, called
    According,  ///< what stands behind it speaks: according (to), laut, selon, según, (по) словам
    Pronoun,   ///< he, she …
    Link,      ///< between a subject and its verb: has, also, later, then, hat, a, ha
    Relation,  ///< a preposition: a name behind it is no subject
    Joins,     ///< begins another clause: and, but, while, aber, mais
};

/// What `folded`, as Tokenizer gives it, does in a text in `language` (`en`, `de`, `fr`, `es`,
/// `ru`); in others, and where no language is known, nothing.
[[nodiscard]] SpeechWord speech_word(std::string_view folded, std::string_view language);

/// Whether `folded` may be an adverb between a subject and its verb in a text in `language`, by its
/// ending: recently, notamment.
[[nodiscard]] bool is_adverb(std::string_view folded, std::string_view language);

/// Whom the pronoun `folded` of `language` speaks of; Unknown if it is none.
[[nodiscard]] names::Gender gender_of_pronoun_word(std::string_view folded,
                                                   std::string_view language);

}  // namespace dateline::analysis
