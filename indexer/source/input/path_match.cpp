// Matching of path patterns. Which parts can match which rest of the path is first worked out from
// its end, one bit for each part and position; then it is followed from the front, without
// backtracking.
#include "common/time/header_date.hpp"
#include "common/time/numeric_date.hpp"
#include "indexer/source/html/date_in_url.hpp"
#include "indexer/source/input/path_pattern.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

namespace dateline::source {
namespace {

using Kind = PathPattern::Kind;
using Part = PathPattern::Part;

/// Longer paths match nothing: the names inside an archive are not bounded by the system.
constexpr std::size_t kMaxPathBytes = 16U << 10U;

/// How much of a path's end is searched for a date.
constexpr std::size_t kDatedPathBytes = 1024;

/// Years that eight digits in a name may begin with.
constexpr int kLeastCompactYear = 1700;
constexpr int kMostCompactYear = 2099;

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int number(std::string_view digits) noexcept {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// The size of the name of a month at the front of `rest`; 0 if there is none.
std::size_t month_size(const Part& part, std::string_view rest) {
    const auto letters = static_cast<std::size_t>(
        std::find_if_not(rest.begin(), rest.end(), is_letter) - rest.begin());
    const std::size_t size = part.width == 0 ? letters : part.width;
    return size <= letters && time::month_number(rest.substr(0, size)) > 0 ? size : 0;
}

/// What a part that can match in one way only takes from the front of `rest`; std::nullopt if it
/// does not match there.
std::optional<std::size_t> fixed_size(const Part& part, std::string_view rest) {
    if (part.kind == Kind::Literal && rest.starts_with(part.text)) {
        return part.text.size();
    }
    if (part.kind == Kind::Number && rest.size() >= part.width &&
        std::all_of(
            rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(part.width), is_digit)) {
        return part.width;
    }
    const std::size_t month = part.kind == Kind::Month ? month_size(part, rest) : 0;
    return month > 0 ? std::optional(month) : std::nullopt;
}

/// One path against one pattern.
class Match {
public:
    /// @param above  whether a folder above the path's last name may be the end
    Match(const std::vector<Part>& parts, std::string_view path, bool above)
        : parts_(parts), path_(path), rows_(parts.size() + 1) {
        rows_.back().resize(path.size() + 1);
        for (std::size_t at = 0; at <= path.size(); ++at) {
            rows_.back()[at] = at == path.size() ||
                               (above && (path[at] == '/' || (at > 0 && path[at - 1] == '/')));
        }
        for (std::size_t i = parts.size(); i-- > 0;) {
            fill_row(i);
        }
    }

    /// Where the pattern can start: the last such place; std::nullopt if it does not match.
    [[nodiscard]] std::optional<std::size_t> start() const {
        for (std::size_t at = path_.size(); at-- > 0;) {
            if (rows_.front()[at] && (at == 0 || path_[at - 1] == '/')) {
                return at;
            }
        }
        return std::nullopt;
    }

    /// What each part takes, in their order.
    [[nodiscard]] std::vector<std::string_view> pieces(std::size_t at) const {
        std::vector<std::string_view> pieces;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const std::size_t from = at;
            if (const auto size = fixed_size(parts_[i], path_.substr(at))) {
                at += *size;
            } else {
                at += parts_[i].kind == Kind::Value ? 1U : 0U;
                while (!rows_[i + 1][at] || !may_end(parts_[i], from, at)) {
                    ++at;
                }
            }
            pieces.push_back(path_.substr(from, at - from));
        }
        return pieces;
    }

private:
    [[nodiscard]] bool may_end(const Part& part, std::size_t from, std::size_t at) const {
        return part.kind != Kind::Folders || at == from || path_[at - 1] == '/';
    }

    void fill_row(std::size_t i) {
        const Part& part = parts_[i];
        const std::vector<bool>& next = rows_[i + 1];
        std::vector<bool>& row = rows_[i];
        row.resize(path_.size() + 1);
        bool further = false;  // the part may go on behind this character
        for (std::size_t at = path_.size() + 1; at-- > 0;) {
            const bool is_end = at == path_.size();
            const bool in_name = !is_end && path_[at] != '/';
            switch (part.kind) {
                case Kind::Name:
                    row[at] = next[at] || (in_name && row[at + 1]);
                    break;
                case Kind::Deep:
                    row[at] = next[at] || (!is_end && row[at + 1]);
                    break;
                case Kind::Folders:
                    further = further || (!is_end && !in_name && next[at + 1]);
                    row[at] = next[at] || further;
                    break;
                case Kind::Value:
                    row[at] = in_name && (next[at + 1] || row[at + 1]);
                    break;
                case Kind::Literal:
                case Kind::Number:
                case Kind::Month: {
                    const auto size = fixed_size(part, path_.substr(at));
                    row[at] = size && next[at + *size];
                    break;
                }
            }
        }
    }

    const std::vector<Part>& parts_;
    std::string_view path_;
    std::vector<std::vector<bool>> rows_;  ///< [part][position]: from here to an end it matches
};

/// The date that `numbers`, by letter of the format, stand for.
std::optional<time::Published> date_of(const std::map<char, int>& numbers,
                                       std::chrono::minutes zone) {
    const auto get = [&](char letter, int otherwise) {
        const auto found = numbers.find(letter);
        return found == numbers.end() ? otherwise : found->second;
    };
    int year = get('Y', -1);
    if (year < 0) {
        year = time::full_year(get('y', 0));
    }
    const std::chrono::year_month_day day{std::chrono::year(year),
                                          std::chrono::month(static_cast<unsigned>(get('m', 1))),
                                          std::chrono::day(static_cast<unsigned>(get('d', 1)))};
    const std::chrono::hours hour(get('H', 0));
    const std::chrono::minutes minute(get('M', 0));
    const std::chrono::seconds second(get('S', 0));
    if (!day.ok() || year < time::kMinYear || hour.count() > 23 || minute.count() > 59 ||
        second.count() > 59) {
        return std::nullopt;
    }
    time::Published published{std::chrono::sys_days(day), time::Precision::Day, std::nullopt};
    if (numbers.contains('H')) {
        published.instant += hour + minute + second - zone;
        published.precision = time::Precision::Time;
        published.zone = zone;
    } else if (!numbers.contains('m')) {
        published.precision = time::Precision::Year;
    } else if (!numbers.contains('d')) {
        published.precision = time::Precision::Month;
    }
    return published;
}

std::string* field_of(PathValues& values, std::string_view name) {
    return name == "id"           ? &values.id
           : name == "source"     ? &values.source
           : name == "section"    ? &values.section
           : name == "collection" ? &values.collection
           : name == "lang"       ? &values.lang
                                  : &values.author;
}

/// Eight digits, with none beside them, at the last place of `name`.
std::optional<time::Published> compact_date(std::string_view name) {
    for (std::size_t end = name.size(); end > 0;) {
        if (!is_digit(name[end - 1])) {
            --end;
            continue;
        }
        std::size_t start = end;
        while (start > 0 && is_digit(name[start - 1])) {
            --start;
        }
        const std::string_view run = name.substr(start, end - start);
        const int year = run.size() == 8 ? number(run.substr(0, 4)) : 0;
        if (year >= kLeastCompactYear && year <= kMostCompactYear) {
            if (const auto date = time::parse_iso_time(run)) {
                return date;
            }
        }
        end = start;
    }
    return std::nullopt;
}

}  // namespace

std::optional<PathValues> PathPattern::match(std::string_view path,
                                             std::chrono::minutes zone) const {
    if (path.size() > kMaxPathBytes) {
        return std::nullopt;
    }
    const Match match(parts_, path, false);
    const auto start = match.start();
    if (!start) {
        return std::nullopt;
    }
    PathValues values;
    std::map<char, int> date;
    const std::vector<std::string_view> pieces = match.pieces(*start);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (parts_[i].kind == Kind::Value) {
            *field_of(values, parts_[i].text) = pieces[i];
        } else if (parts_[i].kind == Kind::Number) {
            date[parts_[i].letter] = number(pieces[i]);
        } else if (parts_[i].kind == Kind::Month) {
            date[parts_[i].letter] = static_cast<int>(time::month_number(pieces[i]));
        }
    }
    if (!date.empty()) {
        values.published = date_of(date, zone);
        if (!values.published) {
            return std::nullopt;
        }
    }
    return values;
}

bool PathPattern::covers(std::string_view path) const {
    return path.size() <= kMaxPathBytes && Match(parts_, path, true).start().has_value();
}

std::optional<time::Published> date_in_path(std::string_view path, time::DateOrder order) {
    // In an address these two would end the path.
    std::string clean(path.substr(path.size() - std::min(path.size(), kDatedPathBytes)));
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return c == '?' || c == '#'; }, '_');
    std::optional<time::Published> month;
    for (std::size_t end = clean.size(); end > 0;) {
        const std::size_t slash = clean.rfind('/', end - 1);
        const std::size_t start = slash == std::string::npos ? 0 : slash;
        const std::string_view below = std::string_view(clean).substr(start);
        auto date = date_in_url(below, order);
        if (!date || date->precision != time::Precision::Day) {
            month = month ? month : date;
            date = compact_date(below.substr(0, end - start));
        }
        if (date) {
            return date;
        }
        end = start;
    }
    return month;
}

std::string path_for_patterns(std::string_view file, std::string_view member) {
    namespace fs = std::filesystem;
    std::string path(file);
    if (file != "-") {
        path = fs::absolute(fs::path(path)).lexically_normal().string();
    }
    while (!member.empty()) {
        const std::size_t border = member.find("!/");
        path += '/';
        path += member.substr(0, border);
        member = border == std::string_view::npos ? std::string_view{} : member.substr(border + 2);
    }
    return path;
}

}  // namespace dateline::source
