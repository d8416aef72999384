// Bodies of pages in which names, hidden parts or other articles lead astray: invented text.
#include "indexer/source/html/html_reader.hpp"
#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::source {
namespace {

using Lines = std::vector<std::string>;

std::string lines(const Lines& all) {
    std::string text;
    for (const std::string& line : all) {
        text += line + "\n";
    }
    return text;
}

const std::string kOne =
    "The harbour council voted on Tuesday to close the old grain terminal, ending a dispute that "
    "had divided the town for nearly a decade.";
const std::string kTwo =
    "Members said the site, which has stood empty since the flood, would be turned into a market "
    "hall with room for ninety stalls.";
const std::string kThree =
    "Work could begin in spring, according to the mayor, although the cost of removing the silos "
    "has not been agreed with the owners.";
const std::string kFour =
    "Residents of the streets behind the quay fear more traffic, and several of them left the "
    "meeting before the vote was taken.";
const std::string kDated = "<meta property=article:published_time content=2024-05-03>";
const std::string kTitle = "Town to close its grain terminal";

std::string p(const std::string& text) {
    return "<p>" + text + "</p>\n";
}

std::string page(const std::string& body, const std::string& head = {}) {
    return "<!DOCTYPE html><html lang=en><head><title>" + kTitle + "</title>" + head +
           "</head><body>" + body + "</body></html>";
}

/// Teasers of other articles, each with a headline that is a link and a lead.
std::string teasers(int count) {
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

Article only(const std::string& html) {
    KeepingSink sink = read_all(html_reader(), html);
    REQUIRE(sink.articles.size() == 1);
    return sink.articles[0];
}

std::string body_of(const std::string& html) {
    return lines(only(html).paragraphs);
}

}  // namespace

TEST_SUITE("source.html_traps") {
    TEST_CASE("read takes hidden text for subscribers that belongs to the body") {
        CHECK(body_of(page(
                  "<div class=asset-body><div id=article-body itemprop=articleBody "
                  "class='asset-content subscriber-premium'><div class=subscriber-preview>" +
                  p(kOne) + p(kTwo) +
                  "</div><div class='subscriber-only encrypted-content' style='display:none'>" +
                  p(kThree) + p(kFour) + "</div></div></div>")) ==
              lines({kOne, kTwo, kThree, kFour}));
    }

    TEST_CASE("read takes the first article of an endless page") {
        const auto story = [](const std::string& title, const std::string& text) {
            return "<article class=story><h1>" + title + "</h1><div class=story-body>" + text +
                   "</div></article>";
        };
        CHECK(body_of(page("<main>" + story(kTitle, p(kOne) + p(kTwo)) +
                           story("Ferry cancels its crossings", p(kThree) + p(kFour) + p(kFour)) +
                           "</main>")) == lines({kOne, kTwo}));
    }

    TEST_CASE("read prefers a short body to a longer footer or consent text") {
        CHECK(body_of(page("<main id=content><h1>" + kTitle + "</h1><div class=x2>" + p(kOne) +
                               "</div></main><aside>" + teasers(5) + "</aside><footer>" + p(kTwo) +
                               p(kThree) + "</footer>",
                           kDated)) == lines({kOne}));
        CHECK(body_of(page("<div id=onetrust-consent-sdk>" + p(kTwo) + p(kThree) + p(kFour) +
                               p(kTwo) + "</div><div class=page-inner><h1>" + kTitle + "</h1>" +
                               p(kOne) + "</div>",
                           kDated)) == lines({kOne}));
    }

    TEST_CASE("read takes the text of AMP pages and leaves their adverts") {
        CHECK(body_of(page("<article class=amp-wp-article><h1>" + kTitle +
                           "</h1><div class=amp-wp-article-content>" + p(kOne) +
                           "<amp-ad>Buy a silo today</amp-ad>" + p(kTwo) + "</div></article>")) ==
              lines({kOne, kTwo}));
    }

    TEST_CASE("read takes a body inside noscript when there is no other") {
        CHECK(body_of(page("<div id=app></div><noscript><h1>" + kTitle + "</h1>" + p(kOne) +
                           p(kTwo) + p(kThree) + p(kFour) + "</noscript>")) ==
              lines({kOne, kTwo, kThree, kFour}));
    }

    TEST_CASE("read takes a page that is one form and a body that is a list") {
        CHECK(body_of(page("<form method=post><div id=menu><ul><li><a href=/a>Front page</a></li>"
                           "</ul></div><div class=txt><h1>" +
                           kTitle + "</h1>" + p(kOne) + p(kTwo) + p(kThree) + "</div></form>")) ==
              lines({kOne, kTwo, kThree}));
        CHECK(body_of(page("<article><h1>" + kTitle + "</h1><ol><li>" + kOne + "</li><li>" + kTwo +
                           "</li></ol></article>")) == lines({kOne, kTwo}));
    }

    TEST_CASE("read takes captions for text where there is no other") {
        const std::string figure = "<figure><img src=x><figcaption>";
        CHECK(body_of(page("<article><h1>" + kTitle + "</h1><div class=gallery>" + figure + kOne +
                           "</figcaption></figure>" + figure + kTwo +
                           "</figcaption></figure></div></article>")) == lines({kOne, kTwo}));
    }

    TEST_CASE("read keeps prose in elements with unlucky names and ids made of headings") {
        CHECK(body_of(page("<div class=entry-content><h1>" + kTitle + "</h1>" + p(kOne) +
                           "<div class=scroll-target>" + p(kTwo) +
                           "</div><section id=sharing-the-quay-with-others><h2>Sharing</h2>" +
                           p(kThree) + "</section><p class=paywall>" + kFour + "</p></div>")) ==
              lines({kOne, kTwo, "Sharing", kThree, kFour}));
    }
}

}  // namespace dateline::source
