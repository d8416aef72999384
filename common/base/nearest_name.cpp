// Typing errors are counted as the optimal string alignment distance.
#include "common/base/nearest_name.hpp"

#include <algorithm>
#include <vector>

namespace dateline {
namespace {

/// Number of typing errors between two names: the optimal string alignment distance.
std::size_t typing_errors(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> rows(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        rows[i][0] = i;
    }
    for (std::size_t j = 0; j <= b.size(); ++j) {
        rows[0][j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }
    }
    return rows[a.size()][b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view word, std::span<const std::string_view> names) {
    constexpr std::size_t kLongestWord = 64;
    std::string_view best;
    std::size_t fewest = kLongestWord;
    if (word.size() > kLongestWord) {
        return best;
    }
    for (const std::string_view name : names) {
        const std::size_t errors = typing_errors(word, name);
        if (errors <= std::max<std::size_t>(1, name.size() / 3) && errors < fewest) {
            best = name;
            fewest = errors;
        }
    }
    return best;
}

}  // namespace dateline
