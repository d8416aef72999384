// Patterns over the paths of files: what `--path-pattern` reads out of them, and the globs of
// project files.
#pragma once

#include "common/time/date_reading.hpp"
#include "common/time/published.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dateline::source {

/// What a path says about the articles below it. Empty strings: nothing.
struct PathValues {
    std::string id;
    std::string source;
    std::string section;
    std::string collection;
    std::string lang;
    std::string author;
    std::optional<time::Published> published;

    friend bool operator==(const PathValues&, const PathValues&) = default;
};

/// Why a pattern cannot be used.
struct PatternProblem {
    std::size_t offset_bytes = 0;  ///< in the pattern
    std::string message;           ///< lower case, without full stop
    std::string hint;
};

/// A pattern such as `{source}/{date:%Y/%m/%d}/*`.
///
/// - `{source}`, `{section}`, `{collection}`, `{lang}`, `{author}`, `{id}`: one character or more
///   of one name; where two could share the text differently, the first is the shortest.
/// - `{date:FORM}`: FORM has `%Y` (four digits), `%m`, `%d`, `%H`, `%M`, `%S` (two digits), `%y`
///   (two digits; see time::kTwoDigitPivot), `%b` (`Oct`), `%B` (`October`), `%%`, and other
///   characters, `/` too, which stand for themselves. It needs a year; without a month or a day the
///   date is that coarse.
/// - `*`: any characters of one name, or none. `**`: any characters, `/` too; a `**/` at the start
///   of a name may be empty.
/// - `\` takes the next character's meaning away.
///
/// Letter case counts, but for names of months. Matching takes time in proportion to the length of
/// the path times the number of the pattern's parts.
class PathPattern {
public:
    /// Reads `pattern`.
    [[nodiscard]] static std::variant<PathPattern, PatternProblem> parse(std::string_view pattern);

    /// What `path` says, if the pattern matches its end from the start of a name on (all of it if
    /// the pattern begins with `/`); std::nullopt if it does not, or if what stands in place of a
    /// date is no day of the calendar. A time of day is taken in `zone`.
    [[nodiscard]] std::optional<PathValues> match(std::string_view path,
                                                  std::chrono::minutes zone) const;

    /// Whether the pattern matches `path`, or a folder above it, from the start of a name on.
    [[nodiscard]] bool covers(std::string_view path) const;

    /// Whether the pattern has `{...}` in it.
    [[nodiscard]] bool has_placeholders() const noexcept;

    /// What a part of a pattern stands for.
    enum class Kind {
        Literal,  ///< `text`
        Name,     ///< `*`
        Deep,     ///< `**`
        Folders,  ///< `**/`
        Value,    ///< a field
        Number,   ///< a part of a date: `width` digits
        Month,    ///< a part of a date: a month by its English name
    };

    /// A part of a pattern.
    struct Part {
        Kind kind = Kind::Literal;
        std::string text;       ///< Literal: what stands there; Value: name of the field
        char letter = '\0';     ///< Number and Month: of the format, as in `%Y`
        std::size_t width = 0;  ///< Number: digits; Month: 3 letters, or 0 for the name in full
    };

private:
    std::vector<Part> parts_;
};

/// A date in the names of a file and its folders, in the forms that date_in_url() reads, and as
/// eight digits from the year 1700 on. The name that is deepest wins, and a day over a month.
///
/// @param order  of digits-only dates that end with the year
[[nodiscard]] std::optional<time::Published> date_in_path(std::string_view path,
                                                          time::DateOrder order);

/// The path that patterns are matched against: `file` made absolute and normal (`-` stays), then
/// the names inside archives, all joined by `/`.
[[nodiscard]] std::string path_for_patterns(std::string_view file, std::string_view member);

}  // namespace dateline::source
