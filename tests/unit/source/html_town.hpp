// One invented article of a town paper, and pages made of it: what the tests of whole pages share.
#pragma once

#include "indexer/source/html/html_reader.hpp"
#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::source {

using Lines = std::vector<std::string>;

/// `all`, each with a line end.
inline std::string lines(const Lines& all) {
    std::string text;
    for (const std::string& line : all) {
        text += line + "\n";
    }
    return text;
}

inline const std::string kOne =
    "The harbour council voted on Tuesday to close the old grain terminal, ending a dispute that "
    "had divided the town for nearly a decade.";
inline const std::string kTwo =
    "Members said the site, which has stood empty since the flood, would be turned into a market "
    "hall with room for ninety stalls.";
inline const std::string kThree =
    "Work could begin in spring, according to the mayor, although the cost of removing the silos "
    "has not been agreed with the owners.";
inline const std::string kFour =
    "Residents of the streets behind the quay fear more traffic, and several of them left the "
    "meeting before the vote was taken.";
inline const std::string kDated = "<meta property=article:published_time content=2024-05-03>";
inline const std::string kTitle = "Town to close its grain terminal";

/// A paragraph.
inline std::string p(const std::string& text) {
    return "<p>" + text + "</p>\n";
}

/// A page with the title kTitle.
inline std::string page(const std::string& body, const std::string& head = {}) {
    return "<!DOCTYPE html><html lang=en><head><title>" + kTitle + "</title>" + head +
           "</head><body>" + body + "</body></html>";
}

/// Teasers of other articles, each with a headline that is a link and a lead.
inline std::string teasers(int count) {
    std::string html;
    for (int i = 0; i < count; ++i) {
        html +=
            "<div class=tile><h3><a href=/n/" + std::to_string(i) +
            ">Ferry company cancels its night crossings</a></h3><p>Passengers were told to wait "
            "for the morning, and most of them slept in the terminal, number " +
            std::to_string(i) + ".</p></div>";
    }
    return html;
}

/// The one article of a page.
inline Article only(const std::string& html) {
    KeepingSink sink = read_all(html_reader(), html);
    REQUIRE(sink.articles.size() == 1);
    return sink.articles[0];
}

/// The paragraphs of the one article of a page.
inline std::string body_of(const std::string& html) {
    return lines(only(html).paragraphs);
}

}  // namespace dateline::source
