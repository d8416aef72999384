// Aligned tables of facet values, and bars for dates.
#include "query/render/facet_text.hpp"

#include "common/base/printable.hpp"
#include "query/render/columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::render {
namespace {

constexpr std::size_t kMaxBarColumns = 30;
constexpr std::size_t kMaxNameColumns = 40;
constexpr std::size_t kLiftColumns = 5;

bool is_date_facet(const search::FacetResult& facet) {
    const schema::Field* const field =
        schema::find_field(std::string_view(facet.name).substr(0, facet.name.find('.')));
    return field != nullptr && field->kind == schema::FieldKind::Date;
}

/// For each value what tells it from the others; of namesakes also what they are in.
std::vector<std::string> shown_names(const search::FacetResult& facet) {
    std::unordered_map<std::string_view, std::size_t> namesakes;
    for (const search::FacetValueCount& value : facet.values) {
        ++namesakes[value.name];
    }
    std::vector<std::string> names;
    names.reserve(facet.values.size());
    for (const search::FacetValueCount& value : facet.values) {
        names.push_back(cut_to_columns(
            printable_line(full_name(value.name.empty() ? value.id : value.name,
                                     namesakes[value.name] > 1 ? value.within : std::string())),
            kMaxNameColumns));
    }
    return names;
}

std::string left_padded(const std::string& text, std::size_t columns) {
    return std::string(columns - std::min(columns, columns_of(text)), ' ') + text;
}

std::string right_padded(const std::string& text, std::size_t columns) {
    return text + std::string(columns - std::min(columns, columns_of(text)), ' ');
}

/// A bar for `count` where `most` fills all columns; at least one column unless `count` is 0.
std::string bar(std::uint64_t count, std::uint64_t most) {
    const auto share = static_cast<double>(count) / static_cast<double>(most);
    const auto columns = static_cast<std::size_t>(std::lround(share * kMaxBarColumns));
    std::string out;
    for (std::size_t i = 0; i < std::max<std::size_t>(columns, count > 0 ? 1 : 0); ++i) {
        out += "█";
    }
    return out;
}

/// How many values are listed, of how many.
std::string listed_values(const search::FacetResult& facet) {
    const std::uint64_t wanted = facet.selected.value_or(facet.distinct);
    std::string out;
    if (facet.offset > 0) {
        out = facet.values.empty() ? "none beyond " + std::to_string(facet.offset)
                                   : std::to_string(facet.offset + 1) + " to " +
                                         std::to_string(facet.offset + facet.values.size());
        out += " of " + (facet.selected ? std::to_string(wanted) + ", of " : std::string());
    } else if (facet.selected) {
        out = std::to_string(wanted) + " of ";
    }
    out += std::to_string(facet.distinct) + (facet.distinct == 1 ? " value" : " values");
    return out + (facet.min_articles > 1
                      ? " with " + std::to_string(facet.min_articles) + " articles or more"
                      : "");
}

std::string head(const search::FacetResult& facet) {
    const std::string counted_over = facet.own_excluded
                                         ? "; of " + std::to_string(facet.matches) +
                                               " articles, as if the query did not restrict it"
                                         : "";
    return printable_line(facet.name) + "  (" + listed_values(facet) + ", " +
           std::to_string(facet.missing) + (facet.missing == 1 ? " article" : " articles") +
           " without" + counted_over + ")\n";
}

/// The column of the lift, with the blanks before it; empty if there is none.
std::string lift_column(const search::FacetValueCount& value) {
    return value.lift ? "  " + left_padded(lift_text(*value.lift), kLiftColumns) : std::string();
}

/// The number of value `index` of `count`, before its line; empty if they have none.
std::string number_column(std::size_t first_number, std::size_t index, std::size_t count) {
    if (first_number == 0) {
        return {};
    }
    const std::size_t columns = std::to_string(first_number + count - 1).size();
    return left_padded(std::to_string(first_number + index), std::max<std::size_t>(columns, 3)) +
           ".";
}

}  // namespace

std::string lift_text(double lift) {
    std::array<char, 400> buffer{};  // the largest double has 309 digits before the point
    const int decimals = lift >= 10 ? 0 : lift >= 1 ? 1 : 2;
    const auto result = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), lift, std::chars_format::fixed, decimals);
    return "×" + std::string(buffer.data(), result.ptr);
}

std::string full_name(std::string_view name, std::string_view within) {
    return std::string(name) + (within.empty() ? "" : " (" + std::string(within) + ")");
}

std::string facet_text(const search::FacetResult& facet, std::size_t first_number) {
    const std::vector<std::string> names = shown_names(facet);
    std::size_t name_columns = 0;
    std::uint64_t most = 1;
    for (std::size_t i = 0; i < names.size(); ++i) {
        name_columns = std::max(name_columns, columns_of(names[i]));
        most = std::max(most, facet.values[i].articles);
    }
    const std::size_t count_columns = std::max<std::size_t>(std::to_string(most).size(), 4);
    const bool dates = is_date_facet(facet);
    std::string out = head(facet);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const search::FacetValueCount& value = facet.values[i];
        const std::string count = left_padded(std::to_string(value.articles), count_columns);
        const std::string name = right_padded(names[i], name_columns);
        out += number_column(first_number, i, names.size());
        if (dates) {
            const std::string line_end = value.articles > 0 ? "  " + bar(value.articles, most) : "";
            out.append("  ").append(name).append("  ").append(count).append(lift_column(value));
            out.append(line_end).append("\n");
        } else {
            out.append("  ").append(count).append(lift_column(value)).append("  ");
            out.append(name).append("  ");
            out.append(printable_line(value.refine)).append("\n");
        }
    }
    if (facet.distinct > facet.values.size()) {
        const std::uint64_t rest = facet.distinct - facet.values.size();
        const bool chosen = facet.offset > 0 || facet.selected;
        out += "  and " + std::to_string(rest) +
               (!chosen     ? " more"
                : rest == 1 ? " other"
                            : " others") +
               " with together " + std::to_string(facet.other_articles) + "\n";
    }
    return out;
}

}  // namespace dateline::render
