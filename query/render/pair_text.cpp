// Aligned tables of pairs.
#include "query/render/pair_text.hpp"

#include "common/base/printable.hpp"
#include "query/render/columns.hpp"
#include "query/render/facet_text.hpp"

#include <algorithm>

namespace dateline::render {
namespace {

constexpr std::size_t kMaxNameColumns = 30;
constexpr std::size_t kLiftColumns = 5;

std::string left_padded(const std::string& text, std::size_t columns) {
    return std::string(columns - std::min(columns, columns_of(text)), ' ') + text;
}

std::string right_padded(const std::string& text, std::size_t columns) {
    return text + std::string(columns - std::min(columns, columns_of(text)), ' ');
}

std::string shown_name(const search::FacetValueCount& value) {
    return cut_to_columns(
        printable_line(full_name(value.name.empty() ? value.id : value.name, value.within)),
        kMaxNameColumns);
}

std::string counted(std::uint64_t count, const std::string& noun) {
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

/// Of how many values of one side those are that were looked at.
std::string among(std::size_t looked_at, std::size_t distinct) {
    return "the " + std::to_string(looked_at) + " most frequent of " + std::to_string(distinct);
}

/// What is not listed, in words.
std::string rest(const search::PairResult& pairs) {
    std::string out;
    if (pairs.distinct > pairs.values.size()) {
        out += "  and " + std::to_string(pairs.distinct - pairs.values.size()) + " more\n";
    }
    if (!pairs.complete) {
        out += "  counted among " + among(pairs.first_values, pairs.first_distinct) + " and " +
               among(pairs.second_values, pairs.second_distinct) +
               " values; rarer ones might belong here, too (--pairs-among)\n";
    }
    return out;
}

}  // namespace

std::string_view level_name(search::PairLevel level) {
    switch (level) {
        case search::PairLevel::Article:
            return "article";
        case search::PairLevel::Paragraph:
            return "paragraph";
        case search::PairLevel::Sentence:
            return "sentence";
    }
    return "";
}

std::string pair_text(const search::PairResult& pairs) {
    std::size_t first_columns = 0;
    std::size_t second_columns = 0;
    std::uint64_t most = 1;
    for (const search::PairCount& pair : pairs.values) {
        first_columns = std::max(first_columns, columns_of(shown_name(pair.first)));
        second_columns = std::max(second_columns, columns_of(shown_name(pair.second)));
        most = std::max(most, pair.articles);
    }
    const std::size_t count_columns = std::max<std::size_t>(std::to_string(most).size(), 4);
    std::string out = printable_line(pairs.name) + "  (" + counted(pairs.distinct, "pair") +
                      " in one " + std::string(level_name(pairs.level)) + ", of " +
                      counted(pairs.matches, "article") + ")\n";
    for (const search::PairCount& pair : pairs.values) {
        out += "  " + left_padded(std::to_string(pair.articles), count_columns) + "  " +
               left_padded(lift_text(pair.lift), kLiftColumns) + "  " +
               right_padded(shown_name(pair.first), first_columns) + "  " +
               right_padded(shown_name(pair.second), second_columns) + "  " +
               printable_line(pair.first.refine + " " + pair.second.refine) + "\n";
    }
    return out + rest(pairs);
}

}  // namespace dateline::render
