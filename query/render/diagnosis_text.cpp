// Lines for standard error.
#include "query/render/diagnosis_text.hpp"

#include "common/base/printable.hpp"
#include "query/render/messages.hpp"
#include "query/render/tree_words.hpp"

#include <algorithm>

namespace dateline::render {
namespace {

std::string articles_words(std::uint64_t count) {
    return std::to_string(count) + (count == 1 ? " article" : " articles");
}

std::string hint(const std::string& text) {
    return "hint: " + printable_line(text) + "\n";
}

std::string suggestion_hint(const search::Suggestion& suggestion) {
    const std::string found = articles_words(suggestion.articles);
    if (suggestion.change == search::Change::Spelling) {
        return hint("did you mean '" + suggestion.query + "'? " + found);
    }
    return hint("'" + suggestion.query + "' finds " + found + ": " + suggestion.reason);
}

/// A line for each clause, with the counts one below the other.
std::string clauses_text(const std::vector<search::CountedClause>& clauses) {
    std::size_t digits = 0;
    for (const search::CountedClause& clause : clauses) {
        digits = std::max(digits, std::to_string(clause.articles).size());
    }
    std::string text;
    for (const search::CountedClause& clause : clauses) {
        const std::string count = std::to_string(clause.articles);
        text += "  " + std::string(digits - count.size(), ' ') + count + "  " +
                printable_line(clause.clause) + "\n";
    }
    return text;
}

/// A line for each set of clauses that only together find nothing.
std::string killers_text(const search::Diagnosis& diagnosis) {
    std::string text;
    for (const std::vector<std::size_t>& killer : diagnosis.killers) {
        if (killer.size() < 2 || killer.size() == diagnosis.clauses.size()) {
            continue;
        }
        std::vector<std::string> clauses;
        for (const std::size_t number : killer) {
            clauses.push_back(diagnosis.clauses[number].clause);
        }
        text += "  nothing has both " + printable_line(joined(clauses, " and ")) + "\n";
    }
    return text;
}

}  // namespace

std::string diagnosis_text(const Report& report, std::string_view relax) {
    if (!report.diagnosis) {
        return {};
    }
    const search::Diagnosis& diagnosis = *report.diagnosis;
    std::string text = warning_message("no article matches: " + report.asked);
    if (diagnosis.clauses.size() > 1) {
        text += clauses_text(diagnosis.clauses) + killers_text(diagnosis);
    }
    if (report.relaxed) {
        return text;
    }
    for (const search::CountedClause& clause : diagnosis.clauses) {
        if (clause.articles == 0 && clause.clause.starts_with("like:")) {
            text += hint("'" + clause.clause +
                         "' finds earlier articles that have much in common with that one and are "
                         "no copies of it: there is none");
        }
    }
    for (const search::Suggestion& suggestion : diagnosis.suggestions) {
        text += suggestion_hint(suggestion);
    }
    if (diagnosis.cut) {
        text += hint("the time was up before everything was tried: a longer --timeout tells more");
    }
    return text + (diagnosis.suggestions.empty() ? std::string()
                   : diagnosis.suggestions.size() == 1
                       ? hint(std::string(relax) + " runs it")
                       : hint(std::string(relax) + " runs the first of these"));
}

std::string spelling_text(const Report& report) {
    return report.spelling ? suggestion_hint(report.spelling->query) : std::string();
}

}  // namespace dateline::render
