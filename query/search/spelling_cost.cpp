// A table of edit costs, row by row.
#include "query/search/spelling_cost.hpp"

#include "query/compile/edit_rows.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace dateline::search {
namespace {

constexpr double kFirstLetter = 0.5;

bool is_vowel(char32_t letter) {
    return std::u32string_view(U"aeiou").find(letter) != std::u32string_view::npos;
}

bool sound_alike(char32_t a, char32_t b) {
    static constexpr std::u32string_view kPairs[] = {U"cs", U"ck", U"iy", U"sz", U"mn", U"gj"};
    return std::any_of(std::begin(kPairs), std::end(kPairs), [&](std::u32string_view pair) {
        return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
    });
}

double substitution(char32_t a, char32_t b) {
    if (a == b) {
        return 0;
    }
    return is_vowel(a) && is_vowel(b) ? 0.6 : sound_alike(a, b) ? 0.7 : 1.0;
}

/// The cost of one letter more in `word` at `at`.
double insertion(const std::u32string& word, std::size_t at) {
    const bool doubled =
        (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.size() && word[at + 1] == word[at]);
    return doubled ? 0.5 : is_vowel(word[at]) ? 0.8 : 1.0;
}

}  // namespace

double spelling_cost(std::string_view typed, std::string_view meant) {
    const std::u32string a = compile::letters_of(typed);
    const std::u32string b = compile::letters_of(meant);
    const auto extra = [](std::size_t i, std::size_t j) {
        return i == 0 || j == 0 ? kFirstLetter : 0.0;
    };
    std::vector<std::vector<double>> cost(a.size() + 1, std::vector<double>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 && j == 0) {
                continue;
            }
            double least = 1e9;
            if (i > 0) {
                least = std::min(least, cost[i - 1][j] + insertion(a, i - 1) + extra(i - 1, j));
            }
            if (j > 0) {
                least = std::min(least, cost[i][j - 1] + insertion(b, j - 1) + extra(i, j - 1));
            }
            if (i > 0 && j > 0) {
                const double changed = substitution(a[i - 1], b[j - 1]);
                const double first = changed > 0 ? extra(i - 1, j - 1) : 0.0;
                least = std::min(least, cost[i - 1][j - 1] + changed + first);
            }
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                least = std::min(least, cost[i - 2][j - 2] + 0.7 + extra(i - 2, j - 2));
            }
            cost[i][j] = least;
        }
    }
    return cost.back().back();
}

}  // namespace dateline::search
