// Parses, and refuses.
#include "query/understood.hpp"

#include <utility>

namespace dateline::query {

std::optional<Understood> understand(const Question& question,
                                     const Surroundings& surroundings,
                                     const SavedLookup& saved,
                                     AnswerWriter& writer) {
    const parse::ParseOptions parsing = parse_options_of(question, surroundings, saved);
    parse::Parsed parsed = parse_question(question, parsing);
    if (!parsed.tree) {
        writer.refuse(question, parsed.errors);
        return std::nullopt;
    }
    Comparison others = comparison_of(question, parsing);
    if (const std::optional<RefusedQuery> refused = others.refused()) {
        Question other = question;
        other.text = refused->text;
        writer.refuse(other, refused->errors);
        return std::nullopt;
    }
    return Understood{std::move(parsed), std::move(others)};
}

}  // namespace dateline::query
