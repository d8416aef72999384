// A regular expression over single lines, in time linear in their length.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// What is wrong with the regular expression `pattern` (RE2 syntax), for people: `missing ): (abc`;
/// std::nullopt if LinePattern can take it. The empty pattern, and one that matches the empty line,
/// are wrong: every line would begin an article.
[[nodiscard]] std::optional<std::string> line_pattern_problem(std::string_view pattern);

/// A compiled pattern. Matching takes time linear in the line, whatever the pattern.
class LinePattern {
public:
    /// @param pattern  RE2 syntax over UTF-8 (https://github.com/google/re2/wiki/Syntax); one that
    ///                 line_pattern_problem() finds fault with matches nothing
    explicit LinePattern(std::string_view pattern);
    LinePattern(LinePattern&&) noexcept;
    LinePattern& operator=(LinePattern&&) noexcept;
    ~LinePattern();

    /// Whether the pattern is found anywhere in `line`, valid UTF-8 without its line end.
    [[nodiscard]] bool matches(std::string_view line) const;

private:
    class Program;
    std::unique_ptr<Program> program_;
};

}  // namespace dateline::source
