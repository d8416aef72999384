// Chooses among the titles that a page states, and takes the site's name off them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// A title as one place in a page states it.
struct StatedTitle {
    std::string text;
    std::string_view from;  ///< `jsonld`, `opengraph`, `meta`, `microdata` or `html`
};

/// The titles of a page.
struct PageTitles {
    std::vector<StatedTitle> metadata;  ///< in the order of trust
    std::vector<std::string> headings;  ///< <h1>, in the order of the page
    std::string document;               ///< <title>
    std::vector<std::string> sites;     ///< names of the site: publisher, og:site_name, host …
};

/// The title chosen.
struct ChosenTitle {
    std::string text;       ///< empty if the page states none
    std::string_view from;  ///< its evidence; `html` for <h1> and <title>
    std::string site;       ///< what was taken off <title> as the site's name; may be empty
};

/// The headline of the article: what two places agree on, a heading and the metadata before
/// others; else the first of the metadata, unless it is cut off (`…`) and a heading is not; else
/// the heading, if it has words in common with <title>; else <title>. Places are compared without
/// regard to letter case and punctuation, and without the site's name.
[[nodiscard]] ChosenTitle choose_title(const PageTitles& titles);

/// The words of `title`, folded, with one blank between: equal for titles that differ only in
/// letter case, marks and punctuation.
[[nodiscard]] std::string comparable_title(std::string_view title);

/// `title` without the parts before or after ` | `, ` - `, ` – `, ` — `, ` :: `, ` » `, ` · `, `_`
/// and their like that are one of `sites`, compared without regard to case, blanks and punctuation.
/// A title that is nothing but a site's name is left as it is.
[[nodiscard]] std::string without_site_names(std::string_view title,
                                             const std::vector<std::string>& sites);

}  // namespace dateline::source
