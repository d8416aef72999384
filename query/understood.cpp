// Parses, and refuses.
#include "query/understood.hpp"

#include <utility>

namespace dateline::query {

std::optional<Understood> understand(const Question& question,
                                     const Surroundings& surroundings,
                                     const SavedLookup& saved,
                                     AnswerWriter& writer) {
    SavedTexts used;
    const parse::ParseOptions parsing =
        parse_options_of(question, surroundings, noting(saved, used));
    parse::Parsed parsed = parse_question(question, parsing);
    if (!parsed.tree) {
        writer.refuse(question, parsed.errors);
        return std::nullopt;
    }
    SavedTexts own = used;  // and not those of --compare
    Comparison others = comparison_of(question, parsing);
    if (const std::optional<RefusedQuery> refused = others.refused()) {
        Question other = question;
        other.text = refused->text;
        writer.refuse(other, refused->errors);
        return std::nullopt;
    }
    return Understood{std::move(parsed), std::move(others), std::move(own)};
}

}  // namespace dateline::query
