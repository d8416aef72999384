// What Tab offers: which part of a line is completed, and by what.
#pragma once

#include "common/schema/fields.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

/// What stands before the cursor and can be completed.
struct CompletionSpot {
    enum class Kind {
        Command,   ///< `:fa`
        Argument,  ///< of a command: `:facet per`
        Field,     ///< `per`, also at the end of a query
        Value,     ///< `person:"vladimir p`
    };
    Kind kind = Kind::Field;
    std::size_t begin = 0;                 ///< byte at which the part begins that is replaced
    std::string typed;                     ///< that part, without an opening quotation mark
    std::string command;                   ///< of an argument: its command, without the colon
    const schema::Field* field = nullptr;  ///< of a value
};

/// The spot at the end of `before`, the bytes of a line before the cursor.
[[nodiscard]] CompletionSpot completion_spot(std::string_view before);

/// One way to complete a line.
struct Candidate {
    std::string text;       ///< what is to stand in the line
    std::string label;      ///< how it is listed; safe for a terminal
    bool is_whole = false;  ///< whether a blank follows
};

/// All ways to complete a line, best first.
struct Completion {
    std::size_t begin = 0;  ///< byte at which the part begins that a candidate replaces
    std::vector<Candidate> candidates;
    bool more = false;  ///< whether there are more than those
};

/// What a line gets for its part `typed`: all of the one candidate, or as much as all of them begin
/// with. Empty if that is nothing beyond what is typed.
[[nodiscard]] std::string insertion(const Completion& completion, std::string_view typed);

/// `name` as a value: in quotation marks unless it is one plain word.
[[nodiscard]] std::string as_value(std::string_view name);

/// Whether every word of `typed` begins a word of `name`, in the same order, as names are compared:
/// without case and diacritics. No word at all is in every name.
[[nodiscard]] bool has_word_starts(std::string_view name, std::string_view typed);

}  // namespace dateline::query
