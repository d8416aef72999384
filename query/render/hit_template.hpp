// Lines of output in a form that the user writes: `{id}\t{title}\t{published:%Y-%m-%d}`.
#pragma once

#include "common/time/zone.hpp"
#include "query/search/answer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::render {

/// A template, read once and filled in for every hit.
///
/// `{field}` is the value of a field; lists are joined by `; `. `{published:FORM}` and
/// `{modified:FORM}` take `%Y %m %d %H %M %S %F %T %z %%`; what the source does not state is `XX`
/// (ISO 8601-2), and `%F` and `%T` are `%Y-%m-%d` and `%H:%M:%S`. `\t`, `\n`, `\\`, `\{` and `\}`
/// are a tab, a line feed, and the characters themselves. Everything else stands for itself.
///
/// Values come from articles, so they are made safe: each is on one line, without tabs and control
/// characters.
class HitTemplate {
public:
    /// Reads `text`. @throws Error (Usage) for an unknown field, with the nearest one, an unknown
    /// escape or letter of a form, a brace that is not closed, or a template without fields.
    explicit HitTemplate(std::string_view text);

    /// The template filled in for `hit` of the query that is called `query`. Times that have a form
    /// are those of `zone`; where it is UTC, of the zone that the article states.
    [[nodiscard]] std::string fill(const search::Hit& hit,
                                   std::string_view query,
                                   const time::Zone& zone = {}) const;

private:
    /// Text, or a field with its form.
    struct Part {
        std::string text;
        std::string field;  ///< empty: `text` stands for itself; else `text` is the form
    };

    void read_field(std::string_view content);
    void read_escape(char letter);
    void add_text(char c);

    std::vector<Part> parts_;
};

/// The names of all fields of templates, in the order of the manual.
[[nodiscard]] std::vector<std::string_view> template_fields();

}  // namespace dateline::render
